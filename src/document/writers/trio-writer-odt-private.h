/* trio-writer-odt-private.h: what the files of the ODT writer share.
 *
 * An OdtWriter holds the package while it grows. XML is appended to a string as it reads in
 * the file; only trio_markup_escape() brings foreign text into it. Paragraphs have named
 * styles; what one of them has beyond its style is an automatic style, made once for all
 * paragraphs that are alike. Distances are twentieths of a point.
 */
#pragma once

#include <gio/gio.h>

#include "document/writers/trio-markup.h"

G_BEGIN_DECLS

#define ODT_MIME_TYPE "application/vnd.oasis.opendocument.text"

#define ODT_DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

#define ODT_URN "urn:oasis:names:tc:opendocument:xmlns:"

/* The name spaces and version of every part with text or styles. */
#define ODT_NAMESPACES                             \
  " xmlns:office=\"" ODT_URN "office:1.0\""        \
  " xmlns:style=\"" ODT_URN "style:1.0\""          \
  " xmlns:text=\"" ODT_URN "text:1.0\""            \
  " xmlns:table=\"" ODT_URN "table:1.0\""          \
  " xmlns:draw=\"" ODT_URN "drawing:1.0\""         \
  " xmlns:fo=\"" ODT_URN "xsl-fo-compatible:1.0\"" \
  " xmlns:svg=\"" ODT_URN "svg-compatible:1.0\""   \
  " xmlns:meta=\"" ODT_URN "meta:1.0\""            \
  " xmlns:config=\"" ODT_URN "config:1.0\""        \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\""  \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " office:version=\"1.3\""

/* The format has ten levels of a list. */
#define ODT_LIST_LEVELS 10

/* The folder of pictures. */
#define ODT_PICTURES "Pictures"

/* The names of the two master pages. */
#define ODT_MASTER_PAGE  "Standard"
#define ODT_MASTER_FIRST "First_20_Page"

/* The list styles, by kind of list; then those of numbered headings. */
typedef enum
{
  ODT_LIST_BULLET,
  ODT_LIST_DOT,
  ODT_LIST_PAREN,
  ODT_LIST_LETTER,
  ODT_LIST_HEADING_DOT,
  ODT_LIST_HEADING_PAREN,
} OdtListStyle;

#define ODT_N_LIST_STYLES (ODT_LIST_HEADING_PAREN + 1)

/**
 * OdtRun:
 * @style: the list style of the numbers
 * @number: the last number
 * @list: the number in the id of the list that has it, 0 for none
 *
 * Numbered headings of one level that count on.
 */
typedef struct
{
  OdtListStyle style;
  guint number;
  guint list;
} OdtRun;

/**
 * OdtWriter:
 * @doc: the tree
 * @look: its look
 * @letterhead: its letterhead
 * @cancellable: (nullable): asked between blocks
 * @page: its page
 * @has_first: whether the first page has a header of its own
 * @xml: the text that is being written
 * @automatic: the automatic styles of that text
 * @styles: properties of a paragraph → the name of its automatic style
 * @anchors: the anchors that links may lead to
 * @pictures: (element-type TrioMarkupPicture): the pictures
 * @runs: numbered headings, by level from 0
 * @n_lists: lists with an id so far
 * @n_tables: tables so far
 * @n_boxes: boxes so far
 * @n_frames: frames of pictures so far
 * @box_depth: how many boxes the next paragraph stands in
 * @after_table: whether the last thing was a table
 * @needs_master: whether the next paragraph or table is the first one of the document and
 *   must name the page that it stands on
 *
 * The package while it grows.
 */
typedef struct
{
  TrioDoc *doc;
  const TrioLook *look;
  const TrioLetterhead *letterhead;
  GCancellable *cancellable;
  TrioMarkupPage page;
  gboolean has_first;
  GString *xml;
  GString *automatic;
  GHashTable *styles;
  GHashTable *anchors;
  GPtrArray *pictures;
  OdtRun runs[TRIO_MARKUP_HEADING_LEVELS];
  guint n_lists;
  guint n_tables;
  guint n_boxes;
  guint n_frames;
  guint box_depth;
  gboolean after_table;
  gboolean needs_master;
} OdtWriter;

/**
 * OdtPara:
 * @style: the id of the style in trio-markup.h
 * @keep_next: stay on the page of the next paragraph
 * @page_break: begin a new page
 * @space_before: space above, or -1 for that of the style
 * @space_after: space below, or -1 for that of the style
 * @indent: where the lines after the first begin, with a tab stop there; 0 for nowhere
 *
 * What a paragraph has beyond its text.
 */
typedef struct
{
  const char *style;
  gboolean keep_next;
  gboolean page_break;
  int space_before;
  int space_after;
  guint indent;
} OdtPara;

#define ODT_PARA(id)                                     \
  {                                                      \
    .style = (id), .space_before = -1, .space_after = -1 \
  }

/* trio-writer-odt-text.c: paragraphs and what stands in them */
void odt_append_length (GString *xml, const char *attribute, double twips);
void odt_append_style_name (GString *xml, const char *name);
void odt_append_attribute (GString *xml, const char *attribute, const char *text);
void odt_append_text (OdtWriter *writer, const char *text);
void odt_append_inlines (OdtWriter *writer, const TrioInlines *inlines);
void odt_append_para (OdtWriter *writer, const OdtPara *para, const TrioInlines *inlines);
void odt_para_start (OdtWriter *writer, const OdtPara *para, guint outline_level);
void odt_para_end (OdtWriter *writer, guint outline_level);
gboolean odt_append_picture (OdtWriter *writer,
                             GBytes *bytes,
                             const char *alt,
                             double width_mm,
                             double height_mm,
                             GError **error);

/* trio-writer-odt-list.c: lists and numbered headings */
void odt_heading_start (OdtWriter *writer, const TrioBlock *block);
void odt_heading_end (OdtWriter *writer, const TrioBlock *block);
void odt_append_list (OdtWriter *writer, const TrioList *list, gboolean page_break);
void odt_append_list_styles (GString *xml, const TrioLook *look);

/* trio-writer-odt-table.c: tables and the fields at the top of a document */
void odt_append_table (OdtWriter *writer, const TrioBlock *block);
void odt_append_meta (OdtWriter *writer, const TrioBlock *block);
void odt_append_table_styles (GString *xml);

/* trio-writer-odt-body.c: the document itself */
gboolean odt_append_blocks (OdtWriter *writer, const GPtrArray *blocks, GError **error);
void odt_append_section_styles (GString *xml);

/* trio-writer-odt-page.c: the page, its header and its footer */
void odt_append_page_layouts (OdtWriter *writer, GString *xml);
gboolean odt_append_master_pages (OdtWriter *writer, GError **error);

/* trio-writer-odt-styles.c: how it looks */
void odt_append_fonts (GString *xml, const TrioLook *look);
void odt_append_styles (OdtWriter *writer, GString *xml);

/* trio-writer-odt-properties.c: what the file says about itself */
char *odt_build_meta (const TrioDoc *doc);
char *odt_build_settings (void);

G_END_DECLS
