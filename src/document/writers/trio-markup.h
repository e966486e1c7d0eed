/* trio-markup.h: what the writers of office formats share, DOCX and ODT.
 *
 * Escaping, addresses and times (trio-markup.c), how a document looks (trio-markup-look.c)
 * and what a picture is (trio-markup-picture.c). Both formats read the same table of styles,
 * so that a document looks the same in either. Distances are twentieths of a point, sizes of
 * type half points, unless a name says otherwise.
 */
#pragma once

#include "document/trio-doc.h"

G_BEGIN_DECLS

#define TRIO_MARKUP_TWIPS_PER_MM 56.6929

/* The distance of page header and footer from the edge of the paper. */
#define TRIO_MARKUP_HEADER_EDGE 680

/* Space below the page header, and between logo and text. */
#define TRIO_MARKUP_HEADER_SPACE 240
#define TRIO_MARKUP_LOGO_SPACE   60

/* How far each level of a list stands to the right of the one before. */
#define TRIO_MARKUP_LIST_INDENT 357

/* Space above a paragraph that follows a table, and below the last entry of a list of contents. */
#define TRIO_MARKUP_SPACE_BELOW_TABLE 160
#define TRIO_MARKUP_SPACE_BELOW_TOC   240

/* Line spacing in 240ths of a line. */
#define TRIO_MARKUP_LINE 259

/* Styles for lists exist for so many levels, those for headings for so many. */
#define TRIO_MARKUP_LIST_STYLES    3
#define TRIO_MARKUP_HEADING_LEVELS 5

/* Colours as RRGGBB: ground and edge of a box, lines and head of a table, links, small print. */
#define TRIO_MARKUP_BOX_FILL   "F1F4F8"
#define TRIO_MARKUP_BOX_EDGE   "8FA3BC"
#define TRIO_MARKUP_TABLE_EDGE "7F8C9D"
#define TRIO_MARKUP_TABLE_LINE "BFC7D1"
#define TRIO_MARKUP_TABLE_HEAD "E9EEF4"
#define TRIO_MARKUP_LINK       "0B5394"
#define TRIO_MARKUP_GREY       "505050"

/**
 * TrioMarkupTrait:
 * @TRIO_MARKUP_PLAIN: nothing special
 * @TRIO_MARKUP_BOLD: bold
 * @TRIO_MARKUP_ITALIC: italic
 * @TRIO_MARKUP_HEADING_FONT: family and colour of headings
 * @TRIO_MARKUP_HEADING_SIZE: the size counts from that of headings instead of the body's
 * @TRIO_MARKUP_KEEP_NEXT: with the next paragraph, and in one piece
 * @TRIO_MARKUP_NO_HYPHENS: words are not broken
 * @TRIO_MARKUP_TIGHT: no space between paragraphs of this style
 * @TRIO_MARKUP_GREY_TEXT: in grey
 * @TRIO_MARKUP_RIGHT: at the right edge
 */
typedef enum
{
  TRIO_MARKUP_PLAIN = 0,
  TRIO_MARKUP_BOLD = 1 << 0,
  TRIO_MARKUP_ITALIC = 1 << 1,
  TRIO_MARKUP_HEADING_FONT = 1 << 2,
  TRIO_MARKUP_HEADING_SIZE = 1 << 3,
  TRIO_MARKUP_KEEP_NEXT = 1 << 4,
  TRIO_MARKUP_NO_HYPHENS = 1 << 5,
  TRIO_MARKUP_TIGHT = 1 << 6,
  TRIO_MARKUP_GREY_TEXT = 1 << 7,
  TRIO_MARKUP_RIGHT = 1 << 8,
} TrioMarkupTrait;

/**
 * TrioMarkupList:
 * @TRIO_MARKUP_NO_LIST: a paragraph outside lists
 * @TRIO_MARKUP_BULLETS: an item with a bullet
 * @TRIO_MARKUP_NUMBERS: an item with a number
 */
typedef enum
{
  TRIO_MARKUP_NO_LIST,
  TRIO_MARKUP_BULLETS,
  TRIO_MARKUP_NUMBERS,
} TrioMarkupList;

/**
 * TrioMarkupStyle:
 * @id: its id; that in a DOCX
 * @word: the name by which Word knows it
 * @odf: the name by which OpenDocument programs know it
 * @based_on: the id of the style below it, "Normal" for the default
 * @next: (nullable): the id of the style of the paragraph after it, if not itself
 * @priority: its place in Word's gallery
 * @traits: #TrioMarkupTrait
 * @size: difference to the size of the body or of headings; half points
 * @before: space above
 * @after: space below
 * @left: indent; of quotations on both sides
 * @list: whether it is that of list items
 * @level: the level of list items from 0, that of headings from 1
 *
 * A paragraph style.
 */
typedef struct
{
  const char *id;
  const char *word;
  const char *odf;
  const char *based_on;
  const char *next;
  guint priority;
  guint traits;
  int size;
  int before;
  int after;
  int left;
  TrioMarkupList list;
  guint level;
} TrioMarkupStyle;

/**
 * TrioMarkupPage:
 * @width: the width of the paper
 * @height: its height
 * @margins: top, right, bottom and left margin
 * @text_width: the width between the margins
 *
 * The page, measured.
 */
typedef struct
{
  guint width;
  guint height;
  guint margins[4];
  guint text_width;
} TrioMarkupPage;

/**
 * TrioMarkupPicture:
 * @bytes: the picture
 * @name: its file name in the package
 * @extension: "png", "jpeg" or "svg"
 * @mime_type: its type
 * @width: its own width, in any unit
 * @height: its own height in the same unit
 *
 * A picture in a package.
 */
typedef struct
{
  GBytes *bytes;
  char *name;
  const char *extension;
  const char *mime_type;
  double width;
  double height;
} TrioMarkupPicture;

void trio_markup_escape (GString *xml, const char *text);
void trio_markup_element (GString *xml, const char *element, const char *text);
char *trio_markup_dup_link (const char *url);
const char *trio_markup_get_language (const TrioDoc *doc);
char *trio_markup_dup_time (const TrioDoc *doc);

const TrioMarkupStyle *trio_markup_get_styles (guint *n_styles);
const TrioMarkupStyle *trio_markup_find_style (const char *id);
guint trio_markup_get_body_size (const TrioLook *look);
guint trio_markup_get_style_size (const TrioLook *look, const TrioMarkupStyle *style);
const char *trio_markup_get_colour (const TrioLook *look, TrioDocFont font);
char *trio_markup_dup_font (const TrioLook *look, TrioDocFont font);
gboolean trio_markup_is_serif (const TrioLook *look, TrioDocFont font);
const char *trio_markup_get_bullet (const TrioLook *look, guint level);
void trio_markup_measure_page (const TrioLook *look, TrioMarkupPage *page);
void trio_markup_measure_columns (const TrioBlock *table, guint text_width, guint *widths);
guint trio_markup_measure_labels (const GPtrArray *fields, guint text_width);
char *trio_markup_dup_head (const TrioBlock *table);
char *trio_markup_dup_labels (const TrioBlock *meta);
char *trio_markup_dup_entry (const TrioBlock *heading);
gboolean trio_markup_has_text (const TrioInlines *inlines);
gboolean trio_markup_opens_list (const TrioBlock *block, const TrioBlock *next);
gboolean trio_markup_has_first_page (const TrioLetterhead *letterhead);

GPtrArray *trio_markup_new_pictures (void);
TrioMarkupPicture *
trio_markup_add_picture (GPtrArray *pictures, const char *folder, GBytes *bytes, GError **error);
void trio_markup_fit_picture (const TrioMarkupPicture *picture,
                              double width_mm,
                              double height_mm,
                              double max_width_mm,
                              double *fit_width_mm,
                              double *fit_height_mm);

G_END_DECLS
