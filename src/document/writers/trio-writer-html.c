/* trio-writer-html.c: one HTML file with everything in it, without script.
 *
 * The title is h1, a heading of level 1 h2. The numbers of headings are text; those of lists
 * are left to the list. Pictures are data URIs.
 */
#include "config.h"

#include "document/writers/trio-writer-html-private.h"
#include "document/writers/trio-writer-private.h"

#define MAX_HEADING 6

typedef struct
{
  GString *out;
  TrioDoc *doc;
  GCancellable *cancellable;
} Writer;

static void write_blocks (Writer *w, const GPtrArray *blocks);

/* Opens a tag with the class of a new page joined to its own. */
static void
open_tag (Writer *w, const char *tag, const TrioBlock *block, const char *class)
{
  gboolean starts_page = block != NULL && block->starts_page;

  g_string_append_printf (w->out, "<%s", tag);
  if (block != NULL && block->anchor != NULL && trio_block_get_blocks (block) == NULL)
    g_string_append_printf (w->out, " id=\"%s\"", block->anchor);
  if (starts_page || class != NULL)
    g_string_append_printf (w->out, " class=\"%s%s%s\"", class != NULL ? class : "",
                            starts_page && class != NULL ? " " : "", starts_page ? "new-page" : "");
  g_string_append_c (w->out, '>');
}

static void
write_label (Writer *w, const TrioBlock *block)
{
  g_autofree char *label = trio_block_dup_label (block);

  if (label == NULL)
    return;
  trio_html_escape (w->out, label);
  g_string_append_c (w->out, ' ');
}

static void
write_heading (Writer *w, const TrioBlock *block)
{
  char tag[] = "h1";

  tag[1] = (char)('0' + MIN (trio_block_get_level (block) + 1, MAX_HEADING));
  open_tag (w, tag, block, NULL);
  write_label (w, block);
  trio_html_inlines (w->out, trio_block_get_inlines (block));
  g_string_append_printf (w->out, "</%s>\n", tag);
}

static void
write_para (Writer *w, const TrioBlock *block)
{
  static const char *const classes[] = {
    [TRIO_PARA_NORMAL] = NULL, [TRIO_PARA_LEAD] = "lead",   [TRIO_PARA_SMALL] = "small",
    [TRIO_PARA_QUOTE] = NULL,  [TRIO_PARA_LABEL] = "label",
  };
  gboolean is_quote = block->para.style == TRIO_PARA_QUOTE;

  if (trio_inlines_is_empty (block->para.inlines))
    return;
  if (is_quote)
    g_string_append (w->out, "<blockquote>");
  open_tag (w, "p", block, classes[block->para.style]);
  trio_html_inlines (w->out, block->para.inlines);
  g_string_append (w->out, is_quote ? "</p></blockquote>\n" : "</p>\n");
}

static void
write_list (Writer *w, const TrioList *list, const TrioBlock *block)
{
  const char *tag = list->kind == TRIO_LIST_BULLET ? "ul" : "ol";
  const char *style = list->kind == TRIO_LIST_PAREN    ? "paren"
                      : list->kind == TRIO_LIST_LETTER ? "letter"
                                                       : NULL;
  GString *class = g_string_new (style);

  if (trio_list_get_length (list) == 0)
    {
      g_string_free (class, TRUE);
      return;
    }
  if (!list->tight)
    g_string_append (class, class->len > 0 ? " loose" : "loose");
  open_tag (w, tag, block, class->len > 0 ? class->str : NULL);
  g_string_free (class, TRUE);
  if (list->kind != TRIO_LIST_BULLET && list->start != 1)
    {
      g_string_truncate (w->out, w->out->len - 1);
      g_string_append_printf (w->out, " start=\"%u\">", list->start);
    }
  g_string_append_c (w->out, '\n');
  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);

      g_string_append (w->out, "<li>");
      trio_html_inlines (w->out, item->inlines);
      if (trio_list_get_length (item->nested) > 0)
        {
          g_string_append_c (w->out, '\n');
          write_list (w, item->nested, NULL);
        }
      g_string_append (w->out, "</li>\n");
    }
  g_string_append_printf (w->out, "</%s>\n", tag);
}

static void
write_meta (Writer *w, const TrioBlock *block)
{
  if (block->meta.fields->len == 0)
    return;
  open_tag (w, "dl", block, block->meta.layout == TRIO_META_TABLE ? "table" : NULL);
  g_string_append_c (w->out, '\n');
  for (guint i = 0; i < block->meta.fields->len; i++)
    {
      const TrioMetaField *field = block->meta.fields->pdata[i];

      g_string_append (w->out, "<div><dt>");
      trio_html_escape (w->out, field->label);
      g_string_append (w->out, ":</dt><dd>");
      trio_html_inlines (w->out, field->value);
      g_string_append (w->out, "</dd></div>\n");
    }
  g_string_append (w->out, "</dl>\n");
}

static void
write_row (Writer *w, const GPtrArray *cells, guint n_columns, gboolean is_head)
{
  g_string_append (w->out, "<tr>");
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (w->out, is_head ? "<th scope=\"col\">" : "<td>");
      if (i < cells->len)
        trio_html_inlines (w->out, cells->pdata[i]);
      g_string_append (w->out, is_head ? "</th>" : "</td>");
    }
  g_string_append (w->out, "</tr>\n");
}

static void
write_table (Writer *w, const TrioBlock *block)
{
  guint n = block->table.n_columns;

  open_tag (w, "table", block, NULL);
  if (!trio_inlines_is_empty (block->table.caption))
    {
      g_string_append (w->out, "<caption>");
      trio_html_inlines (w->out, block->table.caption);
      g_string_append (w->out, "</caption>");
    }
  g_string_append (w->out, "\n<thead>\n");
  write_row (w, block->table.head, n, TRUE);
  g_string_append (w->out, "</thead>\n<tbody>\n");
  for (guint i = 0; i < block->table.rows->len; i++)
    write_row (w, block->table.rows->pdata[i], n, FALSE);
  g_string_append (w->out, "</tbody>\n</table>\n");
}

static void
write_image (Writer *w, GBytes *image, const char *mime_type, const char *alt, double width_mm)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (w->out, "<img alt=\"");
  trio_html_escape (w->out, alt != NULL ? alt : "");
  if (width_mm > 0)
    g_string_append_printf (w->out, "\" style=\"width:%smm",
                            g_ascii_formatd (digits, sizeof digits, "%.2f", width_mm));
  g_string_append (w->out, "\" src=\"");
  trio_html_data_uri (w->out, image, mime_type);
  g_string_append (w->out, "\">");
}

static void
write_figure (Writer *w, const TrioBlock *block)
{
  open_tag (w, "figure", block, NULL);
  write_image (w, block->figure.image, block->figure.mime_type, block->figure.alt,
               block->figure.width_mm);
  if (!trio_inlines_is_empty (block->figure.caption))
    {
      g_string_append (w->out, "<figcaption>");
      trio_html_inlines (w->out, block->figure.caption);
      g_string_append (w->out, "</figcaption>");
    }
  g_string_append (w->out, "</figure>\n");
}

/* A box or a decision: a section with its heading. It is no landmark, since several of a
 * document may have one name, and a page has few landmarks. */
static void
write_section (Writer *w, const TrioBlock *block)
{
  char tag[] = "h1";

  tag[1] = (char)('0' + MIN (trio_block_get_level (block) + 1, MAX_HEADING));
  open_tag (w, "section", block, block->kind == TRIO_BLOCK_BOX ? "box" : NULL);
  g_string_append_printf (w->out, "\n<%s id=\"%s\">", tag, block->anchor);
  trio_html_inlines (w->out, trio_block_get_inlines (block));
  g_string_append_printf (w->out, "</%s>\n", tag);
  write_blocks (w, trio_block_get_blocks (block));
  g_string_append (w->out, "</section>\n");
}

static void
write_toc (Writer *w, const TrioBlock *block)
{
  g_autoptr (GPtrArray) headings = trio_doc_list_headings (w->doc, block->toc.depth);
  g_autofree char *title = trio_inlines_dup_text (block->toc.title);
  guint depth = 0;

  if (headings->len == 0)
    return;
  open_tag (w, "nav", block, NULL);
  g_string_truncate (w->out, w->out->len - 1);
  g_string_append (w->out, " aria-label=\"");
  trio_html_escape (w->out, title);
  g_string_append (w->out, "\">\n<p class=\"label\">");
  trio_html_inlines (w->out, block->toc.title);
  g_string_append (w->out, "</p>\n");
  for (guint i = 0; i < headings->len; i++)
    {
      guint level = trio_block_get_level (headings->pdata[i]);

      /* Only ever one step down, so that a skipped level leaves no list without items. */
      level = MIN (level, depth + 1);
      for (; depth > level; depth--)
        g_string_append (w->out, "</li>\n</ul>\n");
      g_string_append (w->out, depth < level ? "<ul>\n<li>" : "</li>\n<li>");
      depth = level;
      g_string_append_printf (w->out, "<a href=\"#%s\">",
                              ((const TrioBlock *)headings->pdata[i])->anchor);
      write_label (w, headings->pdata[i]);
      trio_html_inlines (w->out, trio_block_get_inlines (headings->pdata[i]));
      g_string_append (w->out, "</a>");
    }
  for (; depth > 0; depth--)
    g_string_append (w->out, "</li>\n</ul>\n");
  g_string_append (w->out, "</nav>\n");
}

static void
write_block (Writer *w, const TrioBlock *block)
{
  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
    case TRIO_BLOCK_HEADING:
      write_heading (w, block);
      break;
    case TRIO_BLOCK_META:
      write_meta (w, block);
      break;
    case TRIO_BLOCK_PARA:
      write_para (w, block);
      break;
    case TRIO_BLOCK_LIST:
      write_list (w, block->list, block);
      break;
    case TRIO_BLOCK_CLUSTER:
      write_heading (w, block);
      write_list (w, block->cluster.list, NULL);
      break;
    case TRIO_BLOCK_TABLE:
      write_table (w, block);
      break;
    case TRIO_BLOCK_FIGURE:
      write_figure (w, block);
      break;
    case TRIO_BLOCK_BOX:
    case TRIO_BLOCK_DECISION:
      write_section (w, block);
      break;
    case TRIO_BLOCK_TOC:
      write_toc (w, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_blocks (Writer *w, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len && !g_cancellable_is_cancelled (w->cancellable); i++)
    write_block (w, blocks->pdata[i]);
}

static const TrioBlock *
find_title (const TrioDoc *doc)
{
  for (guint i = 0; i < trio_doc_get_length (doc); i++)
    if (trio_doc_get_block (doc, i)->kind == TRIO_BLOCK_TITLE)
      return trio_doc_get_block (doc, i);
  return NULL;
}

static void
write_head (Writer *w, const TrioBlock *title)
{
  const char *property = trio_doc_get (w->doc, TRIO_DOC_TITLE);
  const char *author = trio_doc_get (w->doc, TRIO_DOC_AUTHOR);
  const char *keywords = trio_doc_get (w->doc, TRIO_DOC_KEYWORDS);
  g_autofree char *text
      = title != NULL ? trio_inlines_dup_text (title->title.inlines) : g_strdup ("");

  g_string_append_printf (w->out,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                          "'none'; img-src data:; style-src 'unsafe-inline'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, "
                          "initial-scale=1\">\n",
                          trio_doc_get (w->doc, TRIO_DOC_LANG));
  trio_html_tagged (w->out, "title", property != NULL ? property : g_strdelimit (text, "\n", ' '));
  g_string_append_c (w->out, '\n');
  if (author != NULL)
    {
      g_string_append (w->out, "<meta name=\"author\" content=\"");
      trio_html_escape (w->out, author);
      g_string_append (w->out, "\">\n");
    }
  if (keywords != NULL)
    {
      g_string_append (w->out, "<meta name=\"keywords\" content=\"");
      trio_html_escape (w->out, keywords);
      g_string_append (w->out, "\">\n");
    }
  g_string_append (w->out, "<style>\n");
  trio_html_style (w->out, w->doc);
  g_string_append (w->out, "</style>\n</head>\n<body>\n");
}

static void
write_letterhead (Writer *w)
{
  const TrioLetterhead *head = trio_doc_get_letterhead (w->doc);
  gboolean has_text = !trio_inlines_is_empty (head->header);

  if (head->logo == NULL && !has_text)
    return;
  g_string_append (w->out, "<header>\n");
  if (head->logo != NULL)
    {
      g_string_append (w->out,
                       head->logo_place == TRIO_LOGO_TOP_RIGHT ? "<p class=\"right\">" : "<p>");
      write_image (w, head->logo, head->logo_mime_type, head->logo_alt, head->logo_width_mm);
      g_string_append (w->out, "</p>\n");
    }
  if (has_text)
    {
      g_string_append (w->out, "<p class=\"small\">");
      trio_html_inlines (w->out, head->header);
      g_string_append (w->out, "</p>\n");
    }
  g_string_append (w->out, "</header>\n");
}

/* “Page 1 of 2” means nothing on a page without end, so a footer with it is left out. */
static void
write_footer (Writer *w)
{
  const TrioInlines *footer = trio_doc_get_letterhead (w->doc)->footer;

  if (trio_inlines_is_empty (footer))
    return;
  for (guint i = 0; i < trio_inlines_get_length (footer); i++)
    {
      TrioInlineKind kind = trio_inlines_get (footer, i)->kind;

      if (kind == TRIO_INLINE_PAGE_NUMBER || kind == TRIO_INLINE_PAGE_COUNT)
        return;
    }
  g_string_append (w->out, "<footer>\n<p class=\"small\">");
  trio_html_inlines (w->out, footer);
  g_string_append (w->out, "</p>\n</footer>\n");
}

/**
 * trio_writer_html:
 * @doc: a document
 * @cancellable: (nullable): to stop the work
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document as one HTML file, or %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *
trio_writer_html (TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  Writer w = { g_string_new (NULL), doc, cancellable };
  const TrioBlock *title = find_title (doc);

  write_head (&w, title);
  write_letterhead (&w);
  g_string_append (w.out, "<main>\n");
  if (title == NULL && trio_doc_get (doc, TRIO_DOC_TITLE) != NULL)
    {
      trio_html_tagged (w.out, "h1", trio_doc_get (doc, TRIO_DOC_TITLE));
      g_string_append_c (w.out, '\n');
    }
  write_blocks (&w, trio_doc_get_blocks (doc));
  g_string_append (w.out, "</main>\n");
  write_footer (&w);
  g_string_append (w.out, "</body>\n</html>\n");
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_string_free (w.out, TRUE);
      return NULL;
    }
  return g_string_free_to_bytes (w.out);
}
