/* trio-writer-odt-list.c: lists of the ODT writer and the numbers of headings, all of them live.
 *
 * Every list element restarts by itself. A numbered heading is the one item of a list that
 * says which list it goes on with, so that a new heading between two others moves the numbers
 * on.
 */
#include "config.h"

#include "document/writers/trio-writer-odt-private.h"

typedef struct
{
  const char *name;
  const char *format; /* of the number, NULL for bullets */
  const char *mark;   /* what follows the number */
  gboolean is_heading;
} ListStyle;

static const ListStyle list_styles[ODT_N_LIST_STYLES] = {
  [ODT_LIST_BULLET] = { "Bullets", NULL, NULL, FALSE },
  [ODT_LIST_DOT] = { "Numbers", "1", ".", FALSE },
  [ODT_LIST_PAREN] = { "Numbers in Parentheses", "1", ")", FALSE },
  [ODT_LIST_LETTER] = { "Letters", "a", ")", FALSE },
  [ODT_LIST_HEADING_DOT] = { "Heading Numbers", "1", ".", TRUE },
  [ODT_LIST_HEADING_PAREN] = { "Heading Numbers in Parentheses", "1", ")", TRUE },
};

static const OdtListStyle styles_of_kinds[] = {
  [TRIO_LIST_BULLET] = ODT_LIST_BULLET,
  [TRIO_LIST_DOT] = ODT_LIST_DOT,
  [TRIO_LIST_PAREN] = ODT_LIST_PAREN,
  [TRIO_LIST_LETTER] = ODT_LIST_LETTER,
};

static const char *const bullet_styles[TRIO_MARKUP_LIST_STYLES]
    = { "ListBullet", "ListBullet2", "ListBullet3" };
static const char *const number_styles[TRIO_MARKUP_LIST_STYLES]
    = { "ListNumber", "ListNumber2", "ListNumber3" };

static void
append_list_name (GString *xml, OdtListStyle style)
{
  g_string_append (xml, " text:style-name=\"");
  odt_append_style_name (xml, list_styles[style].name);
  g_string_append_c (xml, '"');
}

static gboolean
find_heading_style (const TrioBlock *block, OdtListStyle *style)
{
  if (block->kind != TRIO_BLOCK_HEADING)
    return FALSE;
  if (block->heading.style == TRIO_NUMBER_DOT)
    *style = ODT_LIST_HEADING_DOT;
  else if (block->heading.style == TRIO_NUMBER_PAREN)
    *style = ODT_LIST_HEADING_PAREN;
  else
    return FALSE;
  return TRUE;
}

/* odt_heading_start:
 * @writer: the package
 * @block: a heading of any kind
 *
 * Opens the list around a heading with a live number. It goes on with the list of the heading
 * before it on its level when its number is the next one; otherwise it says its number, so
 * that the number is always that of the tree.
 */
void
odt_heading_start (OdtWriter *writer, const TrioBlock *block)
{
  OdtListStyle style;
  OdtRun *run;
  gboolean goes_on;

  if (!find_heading_style (block, &style))
    return;
  run = &writer->runs[MIN (block->heading.level, TRIO_MARKUP_HEADING_LEVELS) - 1];
  goes_on = run->list > 0 && run->style == style && block->heading.number == run->number + 1;

  g_string_append_printf (writer->xml, "<text:list xml:id=\"list_%u\"", ++writer->n_lists);
  append_list_name (writer->xml, style);
  if (goes_on)
    g_string_append_printf (writer->xml, " text:continue-list=\"list_%u\"><text:list-item>",
                            run->list);
  else
    g_string_append_printf (writer->xml, "><text:list-item text:start-value=\"%u\">",
                            block->heading.number);
  run->style = style;
  run->number = block->heading.number;
  run->list = writer->n_lists;
}

/* Closes the list around a heading. */
void
odt_heading_end (OdtWriter *writer, const TrioBlock *block)
{
  OdtListStyle style;

  if (find_heading_style (block, &style))
    g_string_append (writer->xml, "</text:list-item></text:list>");
}

static gboolean
has_items (const TrioList *list)
{
  return list != NULL && trio_list_get_length (list) > 0;
}

/* Space stands below each item of a loose list, and below the last one of a tight list. */
static void
append_items (
    OdtWriter *writer, const TrioList *list, guint level, gboolean page_break, gboolean is_last)
{
  const char *const *styles = list->kind == TRIO_LIST_BULLET ? bullet_styles : number_styles;
  guint length = trio_list_get_length (list);

  g_string_append (writer->xml, "<text:list");
  append_list_name (writer->xml, styles_of_kinds[list->kind]);
  g_string_append_c (writer->xml, '>');
  for (guint i = 0; i < length; i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);
      gboolean has_nested = has_items (item->nested);
      gboolean is_end = is_last && i + 1 == length;
      OdtPara para = ODT_PARA (styles[MIN (level, TRIO_MARKUP_LIST_STYLES - 1)]);

      para.keep_next = has_nested;
      para.page_break = page_break && i == 0;
      if (!list->tight || (is_end && !has_nested))
        para.space_after = trio_markup_find_style (para.style)->after;
      if (i == 0 && list->kind != TRIO_LIST_BULLET && list->start != 1)
        g_string_append_printf (writer->xml, "<text:list-item text:start-value=\"%u\">",
                                list->start);
      else
        g_string_append (writer->xml, "<text:list-item>");
      odt_append_para (writer, &para, item->inlines);
      if (has_nested)
        append_items (writer, item->nested, level + 1, FALSE, is_end);
      g_string_append (writer->xml, "</text:list-item>");
    }
  g_string_append (writer->xml, "</text:list>");
}

/* odt_append_list:
 * @writer: the package
 * @list: a list
 * @page_break: whether its first item begins a page
 *
 * Appends a list with everything nested in it.
 */
void
odt_append_list (OdtWriter *writer, const TrioList *list, gboolean page_break)
{
  if (has_items (list))
    append_items (writer, list, 0, page_break, TRUE);
}

static void
append_position (GString *xml, guint level, gboolean is_heading)
{
  g_string_append (xml, "<style:list-level-properties"
                        " text:list-level-position-and-space-mode=\"label-alignment\">"
                        "<style:list-level-label-alignment");
  if (is_heading)
    g_string_append (xml, " text:label-followed-by=\"space\" fo:text-indent=\"0pt\""
                          " fo:margin-left=\"0pt\"");
  else
    {
      double margin = (level + 1) * TRIO_MARKUP_LIST_INDENT;

      g_string_append (xml, " text:label-followed-by=\"listtab\"");
      odt_append_length (xml, "fo:text-indent", -TRIO_MARKUP_LIST_INDENT);
      odt_append_length (xml, "fo:margin-left", margin);
    }
  g_string_append (xml, "/></style:list-level-properties>");
}

static void
append_level (GString *xml, const ListStyle *style, const TrioLook *look, guint level)
{
  if (style->format == NULL)
    {
      g_autofree char *bullet = g_utf8_substring (trio_markup_get_bullet (look, level), 0, 1);

      g_string_append_printf (xml, "<text:list-level-style-bullet text:level=\"%u\"", level + 1);
      odt_append_attribute (xml, "text:bullet-char", bullet);
      g_string_append_c (xml, '>');
      append_position (xml, level, FALSE);
      g_string_append (xml, "</text:list-level-style-bullet>");
      return;
    }
  g_string_append_printf (xml,
                          "<text:list-level-style-number text:level=\"%u\" style:num-format=\"%s\""
                          " style:num-suffix=\"%s\"%s>",
                          level + 1, style->format, style->mark,
                          *style->format == 'a' ? " style:num-letter-sync=\"true\"" : "");
  append_position (xml, level, style->is_heading);
  g_string_append (xml, "</text:list-level-style-number>");
}

/* odt_append_list_styles:
 * @xml: where to
 * @look: the look
 *
 * Appends the named list styles.
 */
void
odt_append_list_styles (GString *xml, const TrioLook *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (list_styles); i++)
    {
      g_string_append (xml, "<text:list-style style:name=\"");
      odt_append_style_name (xml, list_styles[i].name);
      g_string_append_printf (xml, "\" style:display-name=\"%s\">", list_styles[i].name);
      for (guint level = 0; level < ODT_LIST_LEVELS; level++)
        append_level (xml, &list_styles[i], look, level);
      g_string_append (xml, "</text:list-style>");
    }
}
