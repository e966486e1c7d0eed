/* trio-writer-copy.c: a document for the clipboard, as rich and as plain text.
 *
 * What agenda systems, Word and Outlook keep when somebody pastes: headings, lists, tables,
 * links and stress, by elements alone. No classes, style sheets, pictures of the letterhead
 * or names to link to, which they drop or which would clash there. Plain text has one line a
 * paragraph, because the system that takes it breaks lines itself. Both come from one walk,
 * so that they say the same.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-markup.h"
#include "document/writers/trio-writer.h"
#include "document/writers/trio-writer-html-private.h"

#define MAX_HEADING 6

/* Some systems draw a table without lines unless it says so itself. */
#define TABLE_TAG "<table border=\"1\" cellpadding=\"4\" style=\"border-collapse:collapse\">"

typedef struct
{
  GString *html;
  GString *text;
  guint heading_offset; /* see trio_doc_get_heading_offset() */
} Copy;

static void copy_blocks (Copy *copy, const GPtrArray *blocks);

/* An empty line stands between blocks, never at the beginning. */
static void
part_text (Copy *copy)
{
  if (copy->text->len > 0)
    g_string_append_c (copy->text, '\n');
}

static void
copy_html_link (GString *html, const TrioInline *link)
{
  g_autofree char *target = trio_markup_dup_link (link->url);

  if (target != NULL)
    {
      g_string_append (html, "<a href=\"");
      trio_html_escape (html, target);
      g_string_append (html, "\">");
    }
  trio_html_escape (html, link->text);
  if (target != NULL)
    g_string_append (html, "</a>");
}

static void
copy_html_inlines (GString *html, const TrioInlines *inlines)
{
  for (guint i = 0; i < trio_inlines_get_length (inlines); i++)
    {
      const TrioInline *item = trio_inlines_get (inlines, i);

      if (item->kind == TRIO_INLINE_LINE_BREAK)
        g_string_append (html, "<br>");
      else if (item->kind == TRIO_INLINE_LINK)
        copy_html_link (html, item);
      else if (item->kind == TRIO_INLINE_STRONG)
        trio_html_tagged (html, "strong", item->text);
      else if (item->kind == TRIO_INLINE_EMPHASIS)
        trio_html_tagged (html, "em", item->text);
      else if (item->text != NULL)
        trio_html_escape (html, item->text);
    }
}

/* The text of a block on lines that all begin at the same column. */
static void
copy_text_inlines (GString *text, const TrioInlines *inlines, guint indent, const char *between)
{
  g_autofree char *words = trio_inlines_dup_text (inlines);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        {
          g_string_append (text, between);
          for (guint n = 0; n < indent; n++)
            g_string_append_c (text, ' ');
        }
      g_string_append (text, lines[i]);
    }
}

static void
copy_paragraph (Copy *copy, const char *open, const TrioInlines *inlines, const char *close)
{
  if (!trio_markup_has_text (inlines))
    return;
  g_string_append (copy->html, open);
  copy_html_inlines (copy->html, inlines);
  g_string_append (copy->html, close);
  part_text (copy);
  copy_text_inlines (copy->text, inlines, 0, "\n");
  g_string_append_c (copy->text, '\n');
}

static void
copy_heading (Copy *copy, const TrioBlock *block)
{
  const TrioInlines *inlines = trio_block_get_inlines (block);
  g_autofree char *label = trio_block_dup_label (block);
  guint level = MIN (trio_block_get_level (block) + copy->heading_offset, MAX_HEADING);

  if (!trio_markup_has_text (inlines))
    return;
  part_text (copy);
  g_string_append_printf (copy->html, "<h%u>", level);
  if (label != NULL && *label != '\0')
    {
      trio_html_escape (copy->html, label);
      g_string_append_c (copy->html, ' ');
      g_string_append_printf (copy->text, "%s ", label);
    }
  copy_html_inlines (copy->html, inlines);
  g_string_append_printf (copy->html, "</h%u>\n", level);
  copy_text_inlines (copy->text, inlines, 0, "\n");
  g_string_append_c (copy->text, '\n');
}

static void
copy_list (Copy *copy, const TrioList *list, guint indent)
{
  gboolean is_bullet = list->kind == TRIO_LIST_BULLET;

  g_string_append (copy->html, is_bullet ? "<ul" : "<ol");
  if (list->kind == TRIO_LIST_LETTER)
    g_string_append (copy->html, " type=\"a\"");
  if (!is_bullet && list->start != 1)
    g_string_append_printf (copy->html, " start=\"%u\"", list->start);
  g_string_append (copy->html, ">\n");
  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);
      g_autofree char *label = trio_list_dup_label (list, i);
      const char *shown = label != NULL ? label : indent > 0 ? "–" : "•";
      guint hang = indent + (guint)g_utf8_strlen (shown, -1) + 1;

      g_string_append (copy->html, "<li>");
      copy_html_inlines (copy->html, item->inlines);
      for (guint n = 0; n < indent; n++)
        g_string_append_c (copy->text, ' ');
      g_string_append_printf (copy->text, "%s ", shown);
      copy_text_inlines (copy->text, item->inlines, hang, "\n");
      g_string_append_c (copy->text, '\n');
      if (trio_list_get_length (item->nested) > 0)
        {
          g_string_append_c (copy->html, '\n');
          copy_list (copy, item->nested, hang);
        }
      g_string_append (copy->html, "</li>\n");
    }
  g_string_append (copy->html, is_bullet ? "</ul>\n" : "</ol>\n");
}

static void
copy_whole_list (Copy *copy, const TrioList *list)
{
  if (trio_list_get_length (list) == 0)
    return;
  part_text (copy);
  copy_list (copy, list, 0);
}

static void
copy_meta (Copy *copy, const TrioBlock *block)
{
  const GPtrArray *fields = block->meta.fields;

  if (fields->len == 0)
    return;
  part_text (copy);
  g_string_append (copy->html, "<p>");
  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = fields->pdata[i];

      g_string_append (copy->html, i > 0 ? "<br>\n<strong>" : "<strong>");
      trio_html_escape (copy->html, field->label);
      g_string_append (copy->html, ":</strong> ");
      copy_html_inlines (copy->html, field->value);
      g_string_append_printf (copy->text, "%s: ", field->label);
      copy_text_inlines (copy->text, field->value, 0, ", ");
      g_string_append_c (copy->text, '\n');
    }
  g_string_append (copy->html, "</p>\n");
}

/* Cells part at tabs, so that the plain text becomes a table again in a spreadsheet. */
static void
copy_row (Copy *copy, const GPtrArray *cells, guint n_columns, gboolean is_head)
{
  g_string_append (copy->html, "<tr>");
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (copy->html, is_head ? "<th scope=\"col\">" : "<td>");
      if (i > 0)
        g_string_append_c (copy->text, '\t');
      if (i < cells->len)
        {
          copy_html_inlines (copy->html, cells->pdata[i]);
          copy_text_inlines (copy->text, cells->pdata[i], 0, " ");
        }
      g_string_append (copy->html, is_head ? "</th>" : "</td>");
    }
  g_string_append (copy->html, "</tr>\n");
  g_string_append_c (copy->text, '\n');
}

static void
copy_table (Copy *copy, const TrioBlock *block)
{
  guint n_columns = block->table.n_columns;

  if (block->table.head->len == 0 && block->table.rows->len == 0)
    return;
  copy_paragraph (copy, "<p><strong>", block->table.caption, "</strong></p>\n");
  part_text (copy);
  g_string_append (copy->html, TABLE_TAG "\n");
  if (block->table.head->len > 0)
    {
      g_string_append (copy->html, "<thead>\n");
      copy_row (copy, block->table.head, n_columns, TRUE);
      g_string_append (copy->html, "</thead>\n");
    }
  g_string_append (copy->html, "<tbody>\n");
  for (guint i = 0; i < block->table.rows->len; i++)
    copy_row (copy, block->table.rows->pdata[i], n_columns, FALSE);
  g_string_append (copy->html, "</tbody>\n</table>\n");
}

/* A picture is copied with its words; in plain text the words stand for it. */
static void
copy_figure (Copy *copy, const TrioBlock *block)
{
  const char *alt = block->figure.decorative ? NULL : block->figure.alt;

  g_string_append (copy->html, "<p><img alt=\"");
  trio_html_escape (copy->html, alt != NULL ? alt : "");
  g_string_append (copy->html, "\" src=\"");
  trio_html_data_uri (copy->html, block->figure.image, block->figure.mime_type);
  g_string_append (copy->html, "\"></p>\n");
  if (alt != NULL)
    {
      part_text (copy);
      g_string_append_printf (copy->text, "[%s]\n", alt);
    }
  copy_paragraph (copy, "<p>", block->figure.caption, "</p>\n");
}

static void
copy_block (Copy *copy, const TrioBlock *block)
{
  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
    case TRIO_BLOCK_HEADING:
      copy_heading (copy, block);
      break;
    case TRIO_BLOCK_PARA:
      if (block->para.style == TRIO_PARA_QUOTE)
        copy_paragraph (copy, "<blockquote><p>", block->para.inlines, "</p></blockquote>\n");
      else if (block->para.style == TRIO_PARA_LABEL)
        copy_paragraph (copy, "<p><strong>", block->para.inlines, "</strong></p>\n");
      else
        copy_paragraph (copy, "<p>", block->para.inlines, "</p>\n");
      break;
    case TRIO_BLOCK_META:
      copy_meta (copy, block);
      break;
    case TRIO_BLOCK_LIST:
      copy_whole_list (copy, block->list);
      break;
    case TRIO_BLOCK_CLUSTER:
      copy_heading (copy, block);
      copy_whole_list (copy, block->cluster.list);
      break;
    case TRIO_BLOCK_TABLE:
      copy_table (copy, block);
      break;
    case TRIO_BLOCK_FIGURE:
      copy_figure (copy, block);
      break;
    case TRIO_BLOCK_BOX:
    case TRIO_BLOCK_DECISION:
      copy_heading (copy, block);
      copy_blocks (copy, trio_block_get_blocks (block));
      break;
    case TRIO_BLOCK_TOC:
      /* Its links would lead nowhere. */
      break;
    }
}

static void
copy_blocks (Copy *copy, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    copy_block (copy, blocks->pdata[i]);
}

static void
copy_doc (Copy *copy, TrioDoc *doc)
{
  copy->html = g_string_new (NULL);
  copy->text = g_string_new (NULL);
  copy->heading_offset = trio_doc_get_heading_offset (doc);
  g_string_append_printf (copy->html, "<div lang=\"%s\">\n", trio_doc_get (doc, TRIO_DOC_LANG));
  copy_blocks (copy, trio_doc_get_blocks (doc));
  g_string_append (copy->html, "</div>\n");
}

/**
 * trio_writer_copy_html:
 * @doc: a document
 *
 * Makes what goes on the clipboard as "text/html": a fragment with real headings, lists and
 * tables that survives being pasted into agenda systems, Word and Outlook. It holds no
 * script, style sheet or identifier, and no header or footer of the page.
 *
 * Returns: (transfer full): the fragment in UTF-8
 */
char *
trio_writer_copy_html (TrioDoc *doc)
{
  Copy copy;

  g_return_val_if_fail (doc != NULL, NULL);

  copy_doc (&copy, doc);
  g_string_free (copy.text, TRUE);
  return g_string_free (copy.html, FALSE);
}

/**
 * trio_writer_copy_text:
 * @doc: a document
 *
 * Makes what goes on the clipboard as plain text: one line a paragraph, numbers and bullets
 * written out, the cells of a table parted by tabs.
 *
 * Returns: (transfer full): the text in UTF-8 with line feeds
 */
char *
trio_writer_copy_text (TrioDoc *doc)
{
  Copy copy;

  g_return_val_if_fail (doc != NULL, NULL);

  copy_doc (&copy, doc);
  g_string_free (copy.html, TRUE);
  return g_string_free (copy.text, FALSE);
}
