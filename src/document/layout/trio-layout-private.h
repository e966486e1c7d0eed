/* trio-layout-private.h: what the files of the layout share.
 *
 * Three steps: paragraphs are shaped into lines of glyphs (LayoutText, counted, kept from one
 * layout to the next), blocks flow into rows that cannot be broken (LayoutRow), and rows are
 * put on pages. Everything on a page is a LayoutItem of a row or of the page's edges.
 */
#pragma once

#include <pango/pangocairo.h>

#include "document/layout/trio-layout-structure.h"

G_BEGIN_DECLS

#define LAYOUT_PT_PER_MM (72.0 / 25.4)

/* Twentieths of a point, in which the office formats measure. */
#define LAYOUT_TWIPS 20.0

/* How far each level of a list stands to the right of the one before. */
#define LAYOUT_INDENT 17.85

/* No text is narrower. */
#define LAYOUT_MIN_WIDTH 72.0

#define LAYOUT_NO_BOX  G_MAXUINT
#define LAYOUT_NO_LINE G_MAXUINT

/* The styles of paragraphs; the office formats have the same ones. */
typedef enum
{
  LAYOUT_TITLE,
  LAYOUT_HEADING_1,
  LAYOUT_HEADING_2,
  LAYOUT_HEADING_3,
  LAYOUT_HEADING_4,
  LAYOUT_HEADING_5,
  LAYOUT_BODY,
  LAYOUT_LEAD,
  LAYOUT_QUOTE,
  LAYOUT_SMALL,
  LAYOUT_LABEL,
  LAYOUT_FIELD,
  LAYOUT_LIST,
  LAYOUT_CAPTION,
  LAYOUT_TABLE_TEXT,
  LAYOUT_TABLE_HEAD,
  LAYOUT_FIGURE,
  LAYOUT_HEADER,
  LAYOUT_FOOTER,
  LAYOUT_TOC_HEADING,
  LAYOUT_TOC_1,
  LAYOUT_TOC_2,
  LAYOUT_TOC_3,
} LayoutStyleId;

#define LAYOUT_N_STYLES (LAYOUT_TOC_3 + 1)

typedef struct
{
  PangoFontDescription *font;
  guint32 colour; /* 0xRRGGBB */
  double before;
  double after;
  double left;
  gboolean keep_next;
} LayoutStyle;

/* Glyphs of one font in one line. */
typedef struct
{
  PangoFont *font;
  guint start; /* bytes in the text */
  guint length;
  double x; /* from the left edge of the paragraph */
  double width;
  guint first_glyph;
  guint n_glyphs;
  guint first_cluster;
  guint n_clusters;
  guint32 colour;
  guint link;    /* the inline it comes from + 1, 0 for none */
  guint segment; /* which part of the paragraph, for its structure */
  gboolean is_backward;
  gboolean is_unknown; /* no font has it; drawn as boxes */
  gboolean is_picture; /* a font of pictures in colour */
} LayoutRun;

typedef struct
{
  guint start; /* bytes in the text */
  guint length;
  double baseline; /* from the top of the paragraph */
  double top;
  double height;
  guint first_run;
  guint n_runs;
} LayoutLine;

/* A part of a paragraph that is an element of its own: a link, or text that needs words. */
typedef struct
{
  guint link; /* as in LayoutRun */
  gboolean is_unknown;
  guint start; /* bytes in the text */
  guint end;
} LayoutSegment;

/* A shaped paragraph. */
typedef struct
{
  gatomicrefcount ref_count;
  char *key;
  char *text;
  GArray *lines;    /* LayoutLine */
  GArray *runs;     /* LayoutRun */
  GArray *glyphs;   /* cairo_glyph_t, from the left edge and the baseline */
  GArray *clusters; /* cairo_text_cluster_t */
  GArray *segments; /* LayoutSegment */
  double width;     /* of the longest line */
  double height;
} LayoutText;

/* A picture that can be drawn at any scale. */
typedef struct
{
  cairo_surface_t *surface;
  double width;
  double height;
} LayoutImage;

typedef enum
{
  LAYOUT_ITEM_LINE,
  LAYOUT_ITEM_IMAGE,
  LAYOUT_ITEM_FILL,
  LAYOUT_ITEM_DOTS, /* leaders of a list of contents */
} LayoutItemKind;

/* Something drawn; x and y count from the top left corner of the text area and the row. */
typedef struct
{
  LayoutItemKind kind;
  double x;
  double y;
  double width;
  double height;
  guint node; /* the first one of a paragraph in several segments, or TRIO_NODE_ARTIFACT */
  gboolean has_segments;
  LayoutText *text;
  guint line;
  const LayoutImage *image;
  guint32 colour;
} LayoutItem;

/* A strip of the text area that cannot be broken. */
typedef struct
{
  double height;
  double before;
  double after;
  double y; /* on its page, from the top */
  guint page;
  guint first_item;
  guint n_items;
  guint box;    /* LAYOUT_NO_BOX for none */
  guint header; /* the first of the rows to repeat on a new page, or G_MAXUINT */
  guint n_header;
  gboolean starts_page;
  gboolean keep_next;
  gboolean ends_table;
  const char *anchor; /* of the block or input that the row shows, or NULL */
} LayoutRow;

typedef struct
{
  guint first_row;
  guint n_rows;
  LayoutText *footer;
  double top;   /* where the text begins */
  guint header; /* rows repeated at the top, or G_MAXUINT */
  guint n_header;
  double header_y;
} LayoutPage;

/* An entry of a list of contents that waits for its page number. */
typedef struct
{
  guint item; /* the item that shows the number */
  guint dots;
  const char *anchor;
  double right;
} LayoutTocEntry;

struct _TrioLayout
{
  gatomicrefcount ref_count;
  TrioDoc *doc;
  char *look_key;
  PangoContext *context;
  LayoutStyle styles[LAYOUT_N_STYLES];
  double page_width;
  double page_height;
  double margins[4]; /* top, right, bottom, left */
  double text_width;
  double bottom;      /* where the text ends */
  GHashTable *texts;  /* key → LayoutText: what the next layout may use again */
  GHashTable *images; /* GBytes → LayoutImage */
  GStringChunk *strings;
  GArray *rows;
  GArray *items;
  GArray *nodes;
  GArray *pages;
  GArray *outline;
  GArray *toc;
  GHashTable *anchors; /* anchor → row + 1 */
  /* The edges of the page. */
  LayoutText *header;
  const LayoutImage *logo;
  double logo_width;
  double logo_height;
  guint logo_node;
  guint header_node;
  double header_edge;
  double footer_edge;
};

/* A paragraph that is to be shaped. */
typedef struct
{
  LayoutStyleId style;
  double width;
  const char *prefix; /* text before the inlines, or NULL */
  gboolean strong_prefix;
  const TrioInlines *inlines; /* or NULL */
  guint page_number;
  guint page_count;
  gboolean align_right;
} LayoutPara;

/* Where blocks are turned into rows. */
typedef struct
{
  TrioLayout *layout;
  TrioLayout *old; /* or NULL */
  GCancellable *cancellable;
  double left; /* where the text begins, from the left margin */
  double width;
  guint parent; /* node */
  guint box;
  guint n_boxes;
  guint last_level; /* tag of the last heading */
  guint heading_offset;
  gboolean starts_page;
  const char *anchor;
} LayoutFlow;

/* trio-layout-style.c */
char *layout_dup_look_key (TrioDoc *doc);
void layout_init_styles (TrioLayout *layout);
void layout_clear_styles (TrioLayout *layout);

/* trio-layout-text.c, trio-layout-shape.c */
LayoutText *layout_text_ref (LayoutText *text);
void layout_text_unref (LayoutText *text);
LayoutText *layout_shape (TrioLayout *layout, const LayoutPara *para, char *key);
LayoutText *layout_get_text (LayoutFlow *flow, const LayoutPara *para);
void layout_text_read_line (LayoutText *text, PangoLayoutIter *iter, const GArray *links);

/* trio-layout-image.c */
const LayoutImage *layout_get_image (LayoutFlow *flow, GBytes *bytes, GError **error);
void layout_image_free (LayoutImage *image);

/* trio-layout-flow.c: rows, items and nodes */
const char *layout_keep (LayoutFlow *flow, const char *text);
void layout_set_anchor (LayoutFlow *flow, const char *anchor);
guint layout_add_node (LayoutFlow *flow, TrioNodeKind kind, guint parent);
TrioNode *layout_get_node (LayoutFlow *flow, guint node);
guint layout_add_text_node (LayoutFlow *flow,
                            TrioNodeKind kind,
                            guint parent,
                            LayoutText *text,
                            const TrioInlines *inlines);
LayoutRow *layout_add_row (LayoutFlow *flow, double height);
LayoutItem *layout_add_item (LayoutFlow *flow, LayoutItemKind kind, double x, double y);
void
layout_add_line (LayoutFlow *flow, LayoutText *text, guint line, double x, double y, guint node);
void layout_add_lines (LayoutFlow *flow,
                       LayoutText *text,
                       double x,
                       guint node,
                       double before,
                       double after,
                       gboolean keep_next);
LayoutRow *layout_last_row (LayoutFlow *flow);

/* trio-layout-block.c, trio-layout-list.c, trio-layout-table.c */
gboolean layout_flow_blocks (LayoutFlow *flow, const GPtrArray *blocks, GError **error);
void layout_flow_list (LayoutFlow *flow,
                       const TrioList *list,
                       guint level,
                       double left,
                       guint parent,
                       gboolean is_last);
void layout_flow_table (LayoutFlow *flow, const TrioBlock *block);
void layout_flow_meta (LayoutFlow *flow, const TrioBlock *block);

/* trio-layout-page.c */
gboolean layout_read_edges (LayoutFlow *flow, GError **error);
void layout_paginate (LayoutFlow *flow);

/* trio-layout-draw.c */
double layout_get_edge_y (const TrioLayout *layout, gboolean is_logo);

G_END_DECLS
