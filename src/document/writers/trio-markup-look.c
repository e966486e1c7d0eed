/* trio-markup-look.c: how a document looks, measured once for all office formats.
 *
 * One table of styles, the page, and the widths of columns. A municipality's look only says
 * fonts, sizes, colours and margins; the rest is typography and stands here.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-markup.h"

#define DEFAULT_BODY_SIZE    11.0
#define DEFAULT_HEADING_SIZE 14.0
#define DEFAULT_HEAD_COLOUR  "1F3A5F"

/* The smallest type that is used anywhere; half points. */
#define SMALLEST_TYPE 16

#define A4_SHORT 11906
#define A4_LONG  16838

/* Narrower than this no line of text makes sense. */
#define MIN_TEXT_WIDTH 1440

/* A column counts as at least and at most so many characters wide. */
#define MIN_COLUMN 6
#define MAX_COLUMN 48
/* Enough for a letter in large type, in twips. */
#define LETTER_WIDTH 160
#define CELL_SPACE   3 /* letters that would fit in the space around a cell */

/* The labels of the fields take from a tenth of the line to two fifths of it. */
#define MIN_LABEL       1000
#define LABEL_CHARACTER 125

#define PLAIN   TRIO_MARKUP_PLAIN
#define BOLD    TRIO_MARKUP_BOLD
#define ITALIC  TRIO_MARKUP_ITALIC
#define KEEP    TRIO_MARKUP_KEEP_NEXT
#define WHOLE   TRIO_MARKUP_NO_HYPHENS
#define TIGHT   TRIO_MARKUP_TIGHT
#define GREY    TRIO_MARKUP_GREY_TEXT
#define RIGHT   TRIO_MARKUP_RIGHT
#define BULLETS TRIO_MARKUP_BULLETS
#define NUMBERS TRIO_MARKUP_NUMBERS
#define HEADING (TRIO_MARKUP_HEADING_FONT | TRIO_MARKUP_HEADING_SIZE | KEEP | WHOLE)
#define CONTENT (TRIO_MARKUP_HEADING_FONT | KEEP | WHOLE)

/* clang-format off */
static const TrioMarkupStyle styles[] = {
  { "Title", "Title", "Title", "Normal", "BodyText", 10, BOLD | HEADING, 8, 0, 200, 0, 0, 0 },
  { "BodyText", "Body Text", "Text body", "Normal", NULL, 1, PLAIN, 0, 0, 140, 0, 0, 0 },
  { "LeadParagraph", "Lead Paragraph", "Lead Paragraph", "BodyText", "BodyText", 11, PLAIN,
    2, 0, 180, 0, 0, 0 },
  { "Quote", "Quote", "Quotations", "BodyText", "BodyText", 29, ITALIC, 0, 0, 140, 357, 0, 0 },
  { "SmallText", "Small Text", "Small Text", "BodyText", NULL, 30, PLAIN, -4, 0, 100, 0, 0, 0 },
  { "LabelText", "Label Text", "Label Text", "BodyText", "BodyText", 12, BOLD | KEEP,
    0, 60, 60, 0, 0, 0 },
  { "DocumentField", "Document Field", "Document Field", "Normal", NULL, 13, TIGHT,
    0, 0, 280, 0, 0, 0 },
  { "ListBullet", "List Bullet", "List Bullet", "Normal", NULL, 5, TIGHT,
    0, 0, 140, 0, BULLETS, 0 },
  { "ListBullet2", "List Bullet 2", "List Bullet 2", "Normal", NULL, 5, TIGHT,
    0, 0, 140, 0, BULLETS, 1 },
  { "ListBullet3", "List Bullet 3", "List Bullet 3", "Normal", NULL, 5, TIGHT,
    0, 0, 140, 0, BULLETS, 2 },
  { "ListNumber", "List Number", "List Number", "Normal", NULL, 5, TIGHT,
    0, 0, 140, 0, NUMBERS, 0 },
  { "ListNumber2", "List Number 2", "List Number 2", "Normal", NULL, 5, TIGHT,
    0, 0, 140, 0, NUMBERS, 1 },
  { "ListNumber3", "List Number 3", "List Number 3", "Normal", NULL, 5, TIGHT,
    0, 0, 140, 0, NUMBERS, 2 },
  { "Caption", "caption", "Caption", "Normal", "BodyText", 35, BOLD | GREY, -3, 100, 80, 0, 0, 0 },
  { "TableText", "Table Text", "Table Contents", "Normal", NULL, 31, PLAIN, -1, 40, 40, 0, 0, 0 },
  { "TableHead", "Table Head", "Table Heading", "TableText", NULL, 31, BOLD | KEEP,
    -1, 40, 40, 0, 0, 0 },
  { "Figure", "Figure", "Picture", "Normal", "Caption", 32, PLAIN, 0, 80, 80, 0, 0, 0 },
  { "Header", "header", "Header", "Normal", NULL, 99, GREY | WHOLE, -4, 0, 0, 0, 0, 0 },
  { "HeaderRight", "Header Right", "Letterhead", "Header", NULL, 99, GREY | WHOLE | RIGHT,
    -4, 0, 0, 0, 0, 0 },
  { "Footer", "footer", "Footer", "Normal", NULL, 99, GREY | WHOLE | RIGHT, -4, 0, 0, 0, 0, 0 },
  { "TOCHeading", "TOC Heading", "Contents Heading", "Normal", "BodyText", 39, BOLD | CONTENT,
    4, 240, 100, 0, 0, 0 },
  { "TOC1", "toc 1", "Contents 1", "Normal", "Normal", 39, WHOLE, 0, 0, 60, 0, 0, 0 },
  { "TOC2", "toc 2", "Contents 2", "Normal", "Normal", 39, WHOLE, 0, 0, 60, 284, 0, 0 },
  { "TOC3", "toc 3", "Contents 3", "Normal", "Normal", 39, WHOLE, 0, 0, 60, 568, 0, 0 },
  { "Heading1", "heading 1", "Heading 1", "Normal", "BodyText", 9, BOLD | HEADING,
    0, 280, 80, 0, 0, 1 },
  { "Heading2", "heading 2", "Heading 2", "Normal", "BodyText", 9, BOLD | HEADING,
    -3, 220, 60, 0, 0, 2 },
  { "Heading3", "heading 3", "Heading 3", "Normal", "BodyText", 9, BOLD | HEADING,
    -6, 180, 40, 0, 0, 3 },
  { "Heading4", "heading 4", "Heading 4", "Normal", "BodyText", 9, ITALIC | HEADING,
    -6, 160, 40, 0, 0, 4 },
  { "Heading5", "heading 5", "Heading 5", "Normal", "BodyText", 9, BOLD | ITALIC | HEADING,
    -6, 160, 40, 0, 0, 5 },
};
/* clang-format on */

/**
 * trio_markup_get_styles:
 * @n_styles: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_styles): the paragraph styles; none comes before
 *   the one that it is based on
 */
const TrioMarkupStyle *
trio_markup_get_styles (guint *n_styles)
{
  *n_styles = G_N_ELEMENTS (styles);
  return styles;
}

/**
 * trio_markup_find_style:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the paragraph style, or %NULL for "Normal"
 */
const TrioMarkupStyle *
trio_markup_find_style (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (strcmp (styles[i].id, id) == 0)
      return &styles[i];
  return NULL;
}

static guint
half_points (double size, double fallback)
{
  return (guint)((size > 0 ? size : fallback) * 2 + 0.5);
}

/**
 * trio_markup_get_body_size:
 * @look: the look
 *
 * Returns: the size of running text in half points
 */
guint
trio_markup_get_body_size (const TrioLook *look)
{
  return half_points (look->fonts[TRIO_DOC_FONT_BODY].size_pt, DEFAULT_BODY_SIZE);
}

/**
 * trio_markup_get_style_size:
 * @look: the look
 * @style: a style
 *
 * Returns: the size of its type in half points; a heading is never smaller than the body
 */
guint
trio_markup_get_style_size (const TrioLook *look, const TrioMarkupStyle *style)
{
  int body = (int)trio_markup_get_body_size (look);
  int heading = (int)half_points (look->fonts[TRIO_DOC_FONT_HEADING].size_pt, DEFAULT_HEADING_SIZE);

  if (style->traits & TRIO_MARKUP_HEADING_SIZE)
    return (guint)MAX (heading + style->size, MAX (body, SMALLEST_TYPE));
  return (guint)MAX (body + style->size, SMALLEST_TYPE);
}

/**
 * trio_markup_get_colour:
 * @look: the look
 * @font: which font
 *
 * Returns: (transfer none) (nullable): its colour as RRGGBB, or %NULL where the look has none
 *   for the body
 */
const char *
trio_markup_get_colour (const TrioLook *look, TrioDocFont font)
{
  const char *colour = look->fonts[font].colour;

  if (colour != NULL && colour[0] == '#' && strlen (colour) == 7)
    return colour + 1;
  return font == TRIO_DOC_FONT_HEADING ? DEFAULT_HEAD_COLOUR : NULL;
}

/**
 * trio_markup_dup_font:
 * @look: the look
 * @font: which font
 *
 * Returns: (transfer full): the first family of the font, which is the one that is named in
 *   the file
 */
char *
trio_markup_dup_font (const TrioLook *look, TrioDocFont font)
{
  const char *families = look->fonts[font].family;
  g_auto (GStrv) names = g_strsplit (families != NULL ? families : "", ",", -1);
  const char *first = names[0] != NULL ? g_strstrip (names[0]) : "";

  if (*first == '\0' || strcmp (first, "sans-serif") == 0)
    return g_strdup ("Calibri");
  if (strcmp (first, "serif") == 0)
    return g_strdup ("Cambria");
  return g_strdup (first);
}

/**
 * trio_markup_is_serif:
 * @look: the look
 * @font: which font
 *
 * Returns: whether the last family of the font, the generic one, has serifs
 */
gboolean
trio_markup_is_serif (const TrioLook *look, TrioDocFont font)
{
  const char *families = look->fonts[font].family;
  const char *last = families != NULL ? strrchr (families, ',') : NULL;
  g_autofree char *name = g_strstrip (g_strdup (last != NULL       ? last + 1
                                                : families != NULL ? families
                                                                   : ""));

  return strcmp (name, "serif") == 0;
}

/**
 * trio_markup_get_bullet:
 * @look: the look
 * @level: a level from 0
 *
 * Returns: (transfer none): the bullet of the level; that of the look takes turns with
 *   another one
 */
const char *
trio_markup_get_bullet (const TrioLook *look, guint level)
{
  const char *first = look->bullet != NULL && *look->bullet != '\0' ? look->bullet : "•";

  if (level % 2 == 0)
    return first;
  return strcmp (first, "–") == 0 ? "•" : "–";
}

static guint
twips (double mm)
{
  return (guint)(MAX (mm, 0) * TRIO_MARKUP_TWIPS_PER_MM + 0.5);
}

/**
 * trio_markup_measure_page:
 * @look: the look
 * @page: (out caller-allocates): the page
 *
 * Measures the page. Margins that leave no room for text are halved until they do.
 */
void
trio_markup_measure_page (const TrioLook *look, TrioMarkupPage *page)
{
  page->width = look->landscape ? A4_LONG : A4_SHORT;
  page->height = look->landscape ? A4_SHORT : A4_LONG;
  for (guint i = 0; i < G_N_ELEMENTS (page->margins); i++)
    page->margins[i] = MIN (twips (look->margins_mm[i]), A4_SHORT / 2);
  while (page->margins[1] + page->margins[3] + MIN_TEXT_WIDTH > page->width)
    {
      page->margins[1] /= 2;
      page->margins[3] /= 2;
    }
  page->text_width = page->width - page->margins[1] - page->margins[3];
}

static void
measure_row (const GPtrArray *row, guint *weights, guint n_columns)
{
  for (guint i = 0; i < n_columns && i < row->len; i++)
    {
      g_autofree char *text = trio_inlines_dup_text (g_ptr_array_index (row, i));

      weights[i] = CLAMP ((guint)g_utf8_strlen (text, -1) + CELL_SPACE, weights[i], MAX_COLUMN);
    }
}

/* What a short table leaves over goes to the columns with much text, not to their numbers. */
static guint
share_rest (guint rest, const guint *weights, guint n_columns, guint column)
{
  guint64 sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += (guint64)weights[i] * weights[i] * weights[i];
  return (guint)((guint64)rest * weights[column] * weights[column] * weights[column] / sum);
}

/**
 * trio_markup_measure_columns:
 * @table: a table
 * @text_width: what the columns are to fill
 * @widths: (out caller-allocates): as many widths as the table has columns
 *
 * Gives columns their width by what they hold, so that every program lays the table out
 * alike.
 */
void
trio_markup_measure_columns (const TrioBlock *table, guint text_width, guint *widths)
{
  guint n_columns = table->table.n_columns, sum = 0, left = text_width, base;
  g_autofree guint *weights = g_new (guint, n_columns);

  for (guint i = 0; i < n_columns; i++)
    weights[i] = MIN_COLUMN;
  measure_row (table->table.head, weights, n_columns);
  for (guint i = 0; i < table->table.rows->len; i++)
    measure_row (g_ptr_array_index (table->table.rows, i), weights, n_columns);

  for (guint i = 0; i < n_columns; i++)
    sum += weights[i];
  base = MIN (text_width, sum * LETTER_WIDTH);
  for (guint i = 0; i < n_columns; i++)
    {
      widths[i] = i + 1 < n_columns ? base * weights[i] / sum
                                          + share_rest (text_width - base, weights, n_columns, i)
                                    : left;
      left -= widths[i];
    }
}

/**
 * trio_markup_measure_labels:
 * @fields: (element-type TrioMetaField): the fields at the top of a document
 * @text_width: the width of the text
 *
 * Returns: where the values begin, behind the longest label
 */
guint
trio_markup_measure_labels (const GPtrArray *fields, guint text_width)
{
  glong longest = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = g_ptr_array_index (fields, i);

      longest = MAX (longest, g_utf8_strlen (field->label, -1));
    }
  return CLAMP ((guint)(longest + 3) * LABEL_CHARACTER, MIN_LABEL, text_width * 2 / 5);
}

static void
append_name (GString *names, const char *name)
{
  if (*name != '\0')
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/**
 * trio_markup_dup_head:
 * @table: a table
 *
 * Returns: (transfer full): the names of its columns in a row, as its description
 */
char *
trio_markup_dup_head (const TrioBlock *table)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < table->table.head->len; i++)
    {
      g_autofree char *name = trio_inlines_dup_text (g_ptr_array_index (table->table.head, i));

      append_name (names, name);
    }
  return g_string_free (names, FALSE);
}

/**
 * trio_markup_dup_labels:
 * @meta: the fields at the top of a document
 *
 * Returns: (transfer full): their labels in a row, as the description of their table
 */
char *
trio_markup_dup_labels (const TrioBlock *meta)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < meta->meta.fields->len; i++)
    append_name (names, ((const TrioMetaField *)g_ptr_array_index (meta->meta.fields, i))->label);
  return g_string_free (names, FALSE);
}

/**
 * trio_markup_dup_entry:
 * @heading: a block with a heading
 *
 * Returns: (transfer full): its number or label and its text, as in a list of contents
 */
char *
trio_markup_dup_entry (const TrioBlock *heading)
{
  g_autofree char *label = trio_block_dup_label (heading);
  g_autofree char *text = trio_inlines_dup_text (trio_block_get_inlines (heading));
  gboolean has_label = label != NULL && *label != '\0';

  return g_strconcat (has_label ? label : "", has_label ? " " : "", text, NULL);
}

/**
 * trio_markup_has_text:
 * @inlines: (nullable): text
 *
 * Returns: whether there is anything in it
 */
gboolean
trio_markup_has_text (const TrioInlines *inlines)
{
  return inlines != NULL && !trio_inlines_is_empty (inlines);
}

/**
 * trio_markup_opens_list:
 * @block: a block
 * @next: (nullable): the block after it
 *
 * Returns: whether the block is a line that ends in a colon above a list, and so must stay on
 *   the page of the list
 */
gboolean
trio_markup_opens_list (const TrioBlock *block, const TrioBlock *next)
{
  g_autofree char *text = NULL;

  if (block->kind != TRIO_BLOCK_PARA || next == NULL || next->kind != TRIO_BLOCK_LIST
      || next->starts_page)
    return FALSE;
  text = trio_inlines_dup_text (block->para.inlines);
  return g_str_has_suffix (text, ":");
}

/**
 * trio_markup_has_first_page:
 * @letterhead: the letterhead
 *
 * Returns: whether the first page has a header of its own
 */
gboolean
trio_markup_has_first_page (const TrioLetterhead *letterhead)
{
  return letterhead->logo != NULL
         || (trio_markup_has_text (letterhead->header) && !letterhead->header_on_first_page);
}
