/* trio-writer-docx-private.h: what the files of the DOCX writer share.
 *
 * A DocxWriter holds the package while it grows; a DocxStory is one part that holds
 * paragraphs (the document, a header, a footer) with its own relationships. XML is appended
 * to a string as it reads in the file: the order of children, which the schema prescribes,
 * can be seen in the code. Only trio_markup_escape() brings foreign text into it.
 */
#pragma once

#include <gio/gio.h>

#include "document/writers/trio-markup.h"

G_BEGIN_DECLS

#define DOCX_NS_W   "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCX_NS_R   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define DOCX_NS_WP  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
#define DOCX_NS_A   "http://schemas.openxmlformats.org/drawingml/2006/main"
#define DOCX_NS_PIC "http://schemas.openxmlformats.org/drawingml/2006/picture"

#define DOCX_DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* The name spaces of every part with paragraphs. */
#define DOCX_STORY_NAMESPACES \
  " xmlns:w=\"" DOCX_NS_W "\" xmlns:r=\"" DOCX_NS_R "\" xmlns:wp=\"" DOCX_NS_WP "\""

/* Deeper lists stay on the last of the nine levels that the format has. */
#define DOCX_MAX_LIST_LEVEL 8

/* The folder of pictures, seen from the document. */
#define DOCX_MEDIA "media"

/**
 * DocxRels:
 * @xml: the relationships so far
 * @count: how many there are; the last one is rId@count
 * @links: addresses that have a relationship already → its number
 *
 * The relationships of one part.
 */
typedef struct
{
  GString *xml;
  guint count;
  GHashTable *links;
} DocxRels;

/**
 * DocxNum:
 * @abstract: which abstract numbering it uses, #DocxAbstract
 * @level: the level that it restarts
 * @start: the first number
 *
 * One running number: every numbered list and every run of numbered headings has its own.
 */
typedef struct
{
  guint abstract;
  guint level;
  guint start;
} DocxNum;

/* The abstract numberings, by their id in the file. */
typedef enum
{
  DOCX_ABSTRACT_BULLET,
  DOCX_ABSTRACT_DOT,
  DOCX_ABSTRACT_PAREN,
  DOCX_ABSTRACT_LETTER,
  DOCX_ABSTRACT_HEADING_DOT,
  DOCX_ABSTRACT_HEADING_PAREN,
} DocxAbstract;

#define DOCX_N_ABSTRACTS (DOCX_ABSTRACT_HEADING_PAREN + 1)

/* The numberings that the list styles name; those of single lists follow them. */
#define DOCX_NUM_BULLET 1
#define DOCX_NUM_DOT    2

/**
 * DocxWriter:
 * @doc: the tree
 * @look: its look
 * @letterhead: its letterhead
 * @cancellable: (nullable): asked between blocks
 * @nums: (element-type DocxNum): the numberings after those of the styles
 * @pictures: (element-type TrioMarkupPicture): the pictures
 * @bookmarks: anchor → bookmark name
 * @bookmark_names: bookmark names in use, in lower case
 * @n_bookmarks: bookmarks written so far
 * @n_drawings: drawings written so far
 * @text_width: the width between the margins; twentieths of a point
 *
 * The package while it grows.
 */
typedef struct
{
  TrioDoc *doc;
  const TrioLook *look;
  const TrioLetterhead *letterhead;
  GCancellable *cancellable;
  GArray *nums;
  GPtrArray *pictures;
  GHashTable *bookmarks;
  GHashTable *bookmark_names;
  guint n_bookmarks;
  guint n_drawings;
  guint text_width;
} DocxWriter;

/**
 * DocxStory:
 * @writer: the package
 * @xml: the part so far
 * @rels: its relationships
 * @box_depth: how many boxes the next paragraph stands in
 * @after_table: whether the last thing was a table, which has no space of its own below
 * @heading_num: the numbering of the last numbered heading of each level, 0 for none
 * @heading_number: the number of that heading
 * @heading_abstract: its abstract numbering
 *
 * One part that holds paragraphs.
 */
typedef struct
{
  DocxWriter *writer;
  GString *xml;
  DocxRels rels;
  guint box_depth;
  gboolean after_table;
  guint heading_num[DOCX_MAX_LIST_LEVEL];
  guint heading_number[DOCX_MAX_LIST_LEVEL];
  guint heading_abstract[DOCX_MAX_LIST_LEVEL];
} DocxStory;

/**
 * DocxPara:
 * @style: the id of the paragraph style
 * @keep_next: stay on the page of the next paragraph
 * @page_break: begin a new page
 * @num: the numbering, 0 for that of the style
 * @level: the level of the numbering, from 0
 * @space_after: twentieths of a point, or -1 for that of the style
 * @loose: let the space after the paragraph stand also between equal paragraphs
 * @indent: where the lines after the first begin, with a tab stop there; 0 for nowhere
 *
 * What a paragraph has beyond its text.
 */
typedef struct
{
  const char *style;
  gboolean keep_next;
  gboolean page_break;
  guint num;
  guint level;
  int space_after;
  gboolean loose;
  guint indent;
} DocxPara;

/* trio-writer-docx-link.c: relationships, addresses and bookmarks */
void docx_rels_init (DocxRels *rels);
void docx_rels_clear (DocxRels *rels);
guint docx_rels_add (DocxRels *rels, const char *type, const char *target, gboolean is_external);
const char *docx_get_bookmark (DocxWriter *writer, const char *anchor);

/* trio-writer-docx-text.c: parts, runs and paragraphs */
void docx_story_init (DocxStory *story, DocxWriter *writer);
void docx_story_clear (DocxStory *story);
void docx_append_inlines (DocxStory *story, const TrioInlines *inlines);
void docx_append_run (DocxStory *story, const char *text, const char *style);
void docx_para_start (DocxStory *story, const DocxPara *para);
void docx_para_end (DocxStory *story);

/* trio-writer-docx-picture.c: pictures */
void docx_append_picture (DocxStory *story,
                          const TrioMarkupPicture *picture,
                          const char *alt,
                          double width_mm,
                          double height_mm);

/* trio-writer-docx-numbering.c: lists and their numbers */
guint docx_add_num (DocxWriter *writer, guint abstract, guint level, guint start);
guint docx_num_for_heading (DocxStory *story, const TrioBlock *block);
void docx_append_list (DocxStory *story,
                       const TrioList *list,
                       gboolean page_break,
                       gboolean before_list);
char *docx_build_numbering (DocxWriter *writer);

/* trio-writer-docx-table.c: tables and fields at the top of a document */
void docx_append_table (DocxStory *story, const TrioBlock *block);
void docx_append_meta (DocxStory *story, const TrioBlock *block);

/* trio-writer-docx-body.c: the document itself */
gboolean docx_append_blocks (DocxStory *story, const GPtrArray *blocks, GError **error);

/* trio-writer-docx-header.c: what stands at the edges of the page */
int docx_write_header (DocxStory *story, gboolean is_first, GError **error);
int docx_write_footer (DocxStory *story);

/* trio-writer-docx-styles.c: how it looks */
char *docx_build_styles (DocxWriter *writer);
char *docx_build_font_table (DocxWriter *writer);
char *docx_build_settings (DocxWriter *writer);

/* trio-writer-docx-properties.c: what the file says about itself */
char *docx_build_core (TrioDoc *doc);
char *docx_build_app (TrioDoc *doc);
char *docx_build_custom (TrioDoc *doc);

G_END_DECLS
