/* trio-writer-markdown.c: CommonMark, with pipe tables.
 *
 * The title is “#”, a heading of level 1 “##”, or “#” where no title is printed. Every sign of the
 * text that Markdown would read as markup is escaped, at line starts also those that open lists,
 * quotes and rules.
 * Lists with letters, which CommonMark does not know, are bullets with the letter as text.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-writer-markdown-private.h"
#include "document/writers/trio-writer-private.h"

#define MAX_HEADING 6

typedef struct
{
  GString *out;
  GString *indent; /* what stands before each line: quotes and list indents */
  TrioDoc *doc;
  GCancellable *cancellable;
  const TrioList *previous; /* the list that the last block was, or NULL */
  guint heading_offset;     /* see trio_doc_get_heading_offset() */
} Writer;

typedef enum
{
  STARTS_LINE = 1 << 0, /* nothing stands before the text on its line */
  HAS_LINES = 1 << 1,   /* a line break starts a line, otherwise it is a space */
  ALL_STRONG = 1 << 2,  /* plain text is strong */
} Place;

static void write_blocks (Writer *w, const GPtrArray *blocks);

static guint
count_without_trailing_breaks (const TrioInlines *inlines)
{
  guint n = trio_inlines_get_length (inlines);

  while (n > 0 && trio_inlines_get (inlines, n - 1)->kind == TRIO_INLINE_LINE_BREAK)
    n--;
  return n;
}

static void
trim_line_end (GString *out, gsize start)
{
  while (out->len > start && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

/* Writes inlines as lines of their own or, where only one line can be, within a line. */
static void
write_inlines (Writer *w, const TrioInlines *inlines, Place place)
{
  guint n = count_without_trailing_breaks (inlines);
  gboolean has_lines = (place & HAS_LINES) != 0;
  gboolean at_line_start = (place & STARTS_LINE) != 0;
  gsize start = w->out->len;

  for (guint i = 0; i < n; i++)
    {
      const TrioInline *item = trio_inlines_get (inlines, i);
      const char *follower = i + 1 < n ? trio_inlines_get (inlines, i + 1)->text : NULL;

      switch (item->kind)
        {
        case TRIO_INLINE_TEXT:
          if ((place & ALL_STRONG) != 0)
            trio_markdown_marked (w->out, item->text, TRUE, follower);
          else
            trio_markdown_escape (w->out, item->text, at_line_start);
          break;
        case TRIO_INLINE_STRONG:
        case TRIO_INLINE_EMPHASIS:
          trio_markdown_marked (w->out, item->text, item->kind == TRIO_INLINE_STRONG, follower);
          break;
        case TRIO_INLINE_LINK:
          trio_markdown_link (w->out, item);
          break;
        case TRIO_INLINE_LINE_BREAK:
          trim_line_end (w->out, start);
          /* A break on an empty line would end the paragraph. */
          if (w->out->len == start)
            break;
          g_string_append (w->out, has_lines ? "\\\n" : " ");
          if (has_lines)
            g_string_append (w->out, w->indent->str);
          start = w->out->len;
          break;
        case TRIO_INLINE_PAGE_NUMBER:
        case TRIO_INLINE_PAGE_COUNT:
        default:
          break;
        }
      at_line_start = (at_line_start || has_lines) && w->out->len == start;
    }
  trim_line_end (w->out, start);
}

static void
start_line (Writer *w)
{
  g_string_append (w->out, w->indent->str);
}

/* A blank line before each block but the first; inside quotes it carries the quote mark. */
static void
start_block (Writer *w)
{
  if (w->out->len > 0)
    {
      gsize start = w->out->len;

      g_string_append (w->out, w->indent->str);
      trim_line_end (w->out, start);
      g_string_append_c (w->out, '\n');
    }
  start_line (w);
}

static void
end_line (Writer *w)
{
  g_string_append_c (w->out, '\n');
}

static void
write_heading (Writer *w, guint level, const char *label, const TrioInlines *inlines)
{
  if (trio_inlines_is_empty (inlines) && label == NULL)
    return;
  start_block (w);
  for (guint i = 0; i < MIN (level, MAX_HEADING); i++)
    g_string_append_c (w->out, '#');
  g_string_append_c (w->out, ' ');
  if (label != NULL)
    {
      trio_markdown_escape (w->out, label, FALSE);
      g_string_append_c (w->out, ' ');
    }
  write_inlines (w, inlines, 0);
  end_line (w);
}

static void
write_para (Writer *w, const TrioInlines *inlines, gboolean is_strong)
{
  if (trio_inlines_is_empty (inlines))
    return;
  start_block (w);
  write_inlines (w, inlines, STARTS_LINE | HAS_LINES | (is_strong ? ALL_STRONG : 0));
  end_line (w);
}

static void
write_quote (Writer *w, const TrioInlines *inlines)
{
  gsize old = w->indent->len;

  if (trio_inlines_is_empty (inlines))
    return;
  start_block (w);
  g_string_append (w->indent, "> ");
  g_string_append (w->out, "> ");
  write_inlines (w, inlines, STARTS_LINE | HAS_LINES);
  end_line (w);
  g_string_truncate (w->indent, old);
}

static void
write_list (Writer *w, const TrioList *list)
{
  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);
      g_autofree char *label = trio_list_dup_label (list, i);
      gboolean is_numbered = list->kind == TRIO_LIST_DOT || list->kind == TRIO_LIST_PAREN;
      const char *marker = is_numbered ? label : "-";
      gsize old = w->indent->len;

      if (i > 0 && !list->tight)
        start_block (w);
      else
        start_line (w);
      g_string_append (w->out, marker);
      g_string_append_c (w->out, ' ');
      for (gsize j = 0; j < strlen (marker) + 1; j++)
        g_string_append_c (w->indent, ' ');
      if (list->kind == TRIO_LIST_LETTER)
        g_string_append_printf (w->out, "%s ", label);
      write_inlines (w, item->inlines, STARTS_LINE | HAS_LINES);
      trim_line_end (w->out, 0);
      end_line (w);
      if (trio_list_get_length (item->nested) > 0)
        write_list (w, item->nested);
      g_string_truncate (w->indent, old);
    }
}

static char
get_marker (const TrioList *list)
{
  if (list->kind == TRIO_LIST_DOT)
    return '.';
  return list->kind == TRIO_LIST_PAREN ? ')' : '-';
}

static void
write_list_block (Writer *w, const TrioList *list, const TrioList *previous)
{
  if (trio_list_get_length (list) == 0)
    return;
  /* Two lists with the same marker would become one. */
  if (previous != NULL && get_marker (previous) == get_marker (list))
    {
      start_block (w);
      g_string_append (w->out, "<!-- -->\n");
    }
  if (w->out->len > 0)
    {
      gsize start = w->out->len;

      g_string_append (w->out, w->indent->str);
      trim_line_end (w->out, start);
      g_string_append_c (w->out, '\n');
    }
  write_list (w, list);
  w->previous = list;
}

static void
write_meta (Writer *w, const GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = fields->pdata[i];

      if (i == 0)
        start_block (w);
      else
        {
          g_string_append (w->out, "\\\n");
          start_line (w);
        }
      g_string_append (w->out, "**");
      trio_markdown_escape (w->out, field->label, FALSE);
      g_string_append (w->out, ":** ");
      write_inlines (w, field->value, HAS_LINES);
      trim_line_end (w->out, 0);
    }
  if (fields->len > 0)
    end_line (w);
}

static void
write_row (Writer *w, const GPtrArray *cells, guint n_columns)
{
  start_line (w);
  g_string_append_c (w->out, '|');
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append_c (w->out, ' ');
      if (i < cells->len)
        write_inlines (w, cells->pdata[i], 0);
      g_string_append (w->out, " |");
    }
  end_line (w);
}

static void
write_table (Writer *w, const TrioBlock *block)
{
  guint n = block->table.n_columns;

  write_para (w, block->table.caption, TRUE);
  start_block (w);
  g_string_truncate (w->out, w->out->len - w->indent->len);
  write_row (w, block->table.head, n);
  start_line (w);
  for (guint i = 0; i < n; i++)
    g_string_append (w->out, "| --- ");
  g_string_append (w->out, "|\n");
  for (guint i = 0; i < block->table.rows->len; i++)
    write_row (w, block->table.rows->pdata[i], n);
}

/* A Markdown file has no room for the picture itself; its words stand for it. */
static void
write_figure (Writer *w, const TrioBlock *block)
{
  if (!block->figure.decorative && *block->figure.alt != '\0')
    {
      start_block (w);
      trio_markdown_marked (w->out, block->figure.alt, FALSE, NULL);
      end_line (w);
    }
  write_para (w, block->figure.caption, FALSE);
}

static void
write_toc (Writer *w, const TrioBlock *block)
{
  g_autoptr (GPtrArray) headings = trio_doc_list_headings (w->doc, block->toc.depth);

  write_para (w, block->toc.title, TRUE);
  if (headings->len > 0)
    start_block (w);
  for (guint i = 0; i < headings->len; i++)
    {
      g_autofree char *label = trio_block_dup_label (headings->pdata[i]);

      if (i > 0)
        start_line (w);
      for (guint j = 1; j < trio_block_get_level (headings->pdata[i]); j++)
        g_string_append (w->out, "  ");
      g_string_append (w->out, "- ");
      if (label != NULL)
        {
          trio_markdown_escape (w->out, label, TRUE);
          g_string_append_c (w->out, ' ');
        }
      write_inlines (w, trio_block_get_inlines (headings->pdata[i]),
                     label == NULL ? STARTS_LINE : 0);
      end_line (w);
    }
}

static void
write_block (Writer *w, const TrioBlock *block)
{
  g_autofree char *label = trio_block_dup_label (block);
  const TrioInlines *inlines = trio_block_get_inlines (block);
  const TrioList *previous = g_steal_pointer (&w->previous);

  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
      write_heading (w, 1, NULL, inlines);
      break;
    case TRIO_BLOCK_META:
      write_meta (w, block->meta.fields);
      break;
    case TRIO_BLOCK_HEADING:
      write_heading (w, block->heading.level + w->heading_offset, label, inlines);
      break;
    case TRIO_BLOCK_PARA:
      if (block->para.style == TRIO_PARA_QUOTE)
        write_quote (w, inlines);
      else
        write_para (w, inlines, block->para.style == TRIO_PARA_LABEL);
      break;
    case TRIO_BLOCK_LIST:
      write_list_block (w, block->list, previous);
      break;
    case TRIO_BLOCK_CLUSTER:
      write_heading (w, block->cluster.level + w->heading_offset, NULL, inlines);
      write_list_block (w, block->cluster.list, NULL);
      break;
    case TRIO_BLOCK_TABLE:
      write_table (w, block);
      break;
    case TRIO_BLOCK_FIGURE:
      write_figure (w, block);
      break;
    case TRIO_BLOCK_BOX:
    case TRIO_BLOCK_DECISION:
      write_heading (w, trio_block_get_level (block) + w->heading_offset, NULL, inlines);
      write_blocks (w, trio_block_get_blocks (block));
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

/**
 * trio_writer_markdown:
 * @doc: a document
 * @cancellable: (nullable): to stop the work
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document as CommonMark, or %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *
trio_writer_markdown (TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  Writer w = { g_string_new (NULL),
               g_string_new (NULL),
               doc,
               cancellable,
               NULL,
               trio_doc_get_heading_offset (doc) };

  write_blocks (&w, trio_doc_get_blocks (doc));
  g_string_free (w.indent, TRUE);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_string_free (w.out, TRUE);
      return NULL;
    }
  return g_string_free_to_bytes (w.out);
}
