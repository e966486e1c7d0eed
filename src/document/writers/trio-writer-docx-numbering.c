/* trio-writer-docx-numbering.c: lists of the DOCX writer, with live numbers.
 *
 * Bullets share one numbering. Every numbered list, nested ones too, has a numbering of its
 * own that restarts its level; otherwise the second list of a document would go on where
 * the first one ended. Numbered headings that count on share one.
 */
#include "config.h"

#include "document/writers/trio-writer-docx-private.h"

#define N_LEVELS (DOCX_MAX_LIST_LEVEL + 1)

typedef struct
{
  const char *nsid;   /* eight hexadecimal digits that tell numberings apart */
  const char *format; /* of the number */
  const char *mark;   /* what follows the number */
  const char *style;  /* the list style that the first levels point back to, or NULL */
  gboolean is_heading;
} Abstract;

static const Abstract abstracts[DOCX_N_ABSTRACTS] = {
  [DOCX_ABSTRACT_BULLET] = { "54A10001", "bullet", "", "ListBullet", FALSE },
  [DOCX_ABSTRACT_DOT] = { "54A10002", "decimal", ".", "ListNumber", FALSE },
  [DOCX_ABSTRACT_PAREN] = { "54A10003", "decimal", ")", NULL, FALSE },
  [DOCX_ABSTRACT_LETTER] = { "54A10004", "lowerLetter", ")", NULL, FALSE },
  [DOCX_ABSTRACT_HEADING_DOT] = { "54A10005", "decimal", ".", NULL, TRUE },
  [DOCX_ABSTRACT_HEADING_PAREN] = { "54A10006", "decimal", ")", NULL, TRUE },
};

static const char *const bullet_styles[TRIO_MARKUP_LIST_STYLES]
    = { "ListBullet", "ListBullet2", "ListBullet3" };
static const char *const number_styles[TRIO_MARKUP_LIST_STYLES]
    = { "ListNumber", "ListNumber2", "ListNumber3" };

/* docx_add_num:
 * @writer: the package
 * @abstract: a #DocxAbstract
 * @level: the level that restarts, from 0
 * @start: the first number
 *
 * Returns: the id of a new numbering
 */
guint
docx_add_num (DocxWriter *writer, guint abstract, guint level, guint start)
{
  DocxNum num = { .abstract = abstract, .level = level, .start = start };

  g_array_append_val (writer->nums, num);
  return DOCX_NUM_DOT + writer->nums->len;
}

/* docx_num_for_heading:
 * @story: the part
 * @block: a heading
 *
 * A heading goes on with the numbering of the heading before it on its level when its number
 * is the next one; otherwise it begins a new one, so that the number is always that of the
 * tree.
 *
 * Returns: the numbering, 0 for a heading without live number
 */
guint
docx_num_for_heading (DocxStory *story, const TrioBlock *block)
{
  guint level = block->heading.level - 1;
  guint number = block->heading.number;
  guint abstract;

  if (block->heading.style == TRIO_NUMBER_DOT)
    abstract = DOCX_ABSTRACT_HEADING_DOT;
  else if (block->heading.style == TRIO_NUMBER_PAREN)
    abstract = DOCX_ABSTRACT_HEADING_PAREN;
  else
    return 0;

  if (story->heading_num[level] == 0 || story->heading_abstract[level] != abstract
      || number != story->heading_number[level] + 1)
    story->heading_num[level] = docx_add_num (story->writer, abstract, level, number);
  story->heading_abstract[level] = abstract;
  story->heading_number[level] = number;
  return story->heading_num[level];
}

static guint
num_for_list (DocxWriter *writer, const TrioList *list, guint level)
{
  guint abstract = DOCX_ABSTRACT_DOT;

  if (list->kind == TRIO_LIST_BULLET)
    return level < TRIO_MARKUP_LIST_STYLES ? 0 : DOCX_NUM_BULLET;
  if (list->kind == TRIO_LIST_PAREN)
    abstract = DOCX_ABSTRACT_PAREN;
  else if (list->kind == TRIO_LIST_LETTER)
    abstract = DOCX_ABSTRACT_LETTER;
  return docx_add_num (writer, abstract, level, list->start);
}

static gboolean
has_items (const TrioList *list)
{
  return list != NULL && trio_list_get_length (list) > 0;
}

/* What follows the last item of a list. */
typedef enum
{
  LIST_GOES_ON, /* an item of the list around it */
  LIST_ENDS,
  LIST_ENDS_AT_LIST, /* another list, from which some space must part it */
} ListEnd;

static void
append_items (DocxStory *story, const TrioList *list, guint level, gboolean page_break, ListEnd end)
{
  const char *const *styles = list->kind == TRIO_LIST_BULLET ? bullet_styles : number_styles;
  guint depth = MIN (level, DOCX_MAX_LIST_LEVEL);
  guint num = num_for_list (story->writer, list, depth);
  guint length = trio_list_get_length (list);

  for (guint i = 0; i < length; i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);
      gboolean has_nested = has_items (item->nested);
      ListEnd item_end = i + 1 == length ? end : LIST_GOES_ON;
      DocxPara para = {
        .style = styles[MIN (depth, TRIO_MARKUP_LIST_STYLES - 1)],
        .keep_next = has_nested,
        .page_break = page_break && i == 0,
        .num = num,
        .level = depth,
        .space_after = -1,
        .loose = !list->tight || (!has_nested && item_end == LIST_ENDS_AT_LIST),
      };

      /* Where the style changes within a list, the space below it must not open. */
      if (list->tight && (has_nested || (i + 1 == length && end == LIST_GOES_ON)))
        para.space_after = 0;
      docx_para_start (story, &para);
      docx_append_inlines (story, item->inlines);
      docx_para_end (story);
      if (has_nested)
        append_items (story, item->nested, level + 1, FALSE, item_end);
    }
}

/* docx_append_list:
 * @story: the part
 * @list: a list
 * @page_break: whether its first item begins a page
 * @before_list: whether another list follows at once
 *
 * Appends a list with everything nested in it.
 */
void
docx_append_list (DocxStory *story, const TrioList *list, gboolean page_break, gboolean before_list)
{
  if (has_items (list))
    append_items (story, list, 0, page_break, before_list ? LIST_ENDS_AT_LIST : LIST_ENDS);
}

static void
append_bullet (GString *xml, const DocxWriter *writer, guint level, const char *font)
{
  g_string_append (xml, "<w:lvlText w:val=\"");
  trio_markup_escape (xml, trio_markup_get_bullet (writer->look, level));
  g_string_append_printf (xml,
                          "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%u\""
                          " w:hanging=\"%u\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"",
                          (level + 1) * TRIO_MARKUP_LIST_INDENT, TRIO_MARKUP_LIST_INDENT);
  trio_markup_escape (xml, font);
  g_string_append (xml, "\" w:hAnsi=\"");
  trio_markup_escape (xml, font);
  g_string_append (xml, "\" w:hint=\"default\"/></w:rPr></w:lvl>");
}

static void
append_level (GString *xml, const DocxWriter *writer, guint id, guint level, const char *font)
{
  const Abstract *abstract = &abstracts[id];

  g_string_append_printf (xml,
                          "<w:lvl w:ilvl=\"%u\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>",
                          level, abstract->format);
  /* Otherwise Word begins anew below every heading of a higher level. */
  if (abstract->is_heading)
    g_string_append (xml, "<w:lvlRestart w:val=\"0\"/>");
  if (abstract->style != NULL && level < TRIO_MARKUP_LIST_STYLES)
    g_string_append_printf (xml, "<w:pStyle w:val=\"%s\"/>",
                            id == DOCX_ABSTRACT_BULLET ? bullet_styles[level]
                                                       : number_styles[level]);
  if (id == DOCX_ABSTRACT_BULLET)
    {
      append_bullet (xml, writer, level, font);
      return;
    }
  if (abstract->is_heading)
    g_string_append (xml, "<w:suff w:val=\"space\"/>");
  g_string_append_printf (xml, "<w:lvlText w:val=\"%%%u%s\"/><w:lvlJc w:val=\"left\"/>", level + 1,
                          abstract->mark);
  if (abstract->is_heading)
    g_string_append (xml, "<w:pPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr></w:lvl>");
  else
    g_string_append_printf (xml, "<w:pPr><w:ind w:left=\"%u\" w:hanging=\"%u\"/></w:pPr></w:lvl>",
                            (level + 1) * TRIO_MARKUP_LIST_INDENT, TRIO_MARKUP_LIST_INDENT);
}

/* docx_build_numbering:
 * @writer: a package whose other parts are written
 *
 * All abstract numberings come before the first numbering, as the schema wants it.
 *
 * Returns: word/numbering.xml
 */
char *
docx_build_numbering (DocxWriter *writer)
{
  GString *xml = g_string_new (DOCX_DECLARATION "<w:numbering xmlns:w=\"" DOCX_NS_W "\">");
  g_autofree char *font = trio_markup_dup_font (writer->look, TRIO_DOC_FONT_BODY);

  for (guint id = 0; id < DOCX_N_ABSTRACTS; id++)
    {
      g_string_append_printf (xml,
                              "<w:abstractNum w:abstractNumId=\"%u\"><w:nsid w:val=\"%s\"/>"
                              "<w:multiLevelType w:val=\"multilevel\"/><w:tmpl w:val=\"%s\"/>",
                              id, abstracts[id].nsid, abstracts[id].nsid);
      for (guint level = 0; level < N_LEVELS; level++)
        append_level (xml, writer, id, level, font);
      g_string_append (xml, "</w:abstractNum>");
    }

  g_string_append_printf (xml,
                          "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/></w:num>"
                          "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/></w:num>",
                          DOCX_NUM_BULLET, DOCX_ABSTRACT_BULLET, DOCX_NUM_DOT, DOCX_ABSTRACT_DOT);
  for (guint i = 0; i < writer->nums->len; i++)
    {
      const DocxNum *num = &g_array_index (writer->nums, DocxNum, i);

      g_string_append_printf (xml,
                              "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"%u\"/>"
                              "<w:lvlOverride w:ilvl=\"%u\"><w:startOverride w:val=\"%u\"/>"
                              "</w:lvlOverride></w:num>",
                              DOCX_NUM_DOT + 1 + i, num->abstract, num->level, num->start);
    }
  g_string_append (xml, "</w:numbering>");
  return g_string_free (xml, FALSE);
}
