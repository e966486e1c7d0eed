/* trio-writer-text.c: plain text of 72 columns for mail and case systems.
 *
 * Title and headings are underlined, each level with its own sign; list items hang; tables
 * are columns where they fit and “head: value” lines where they do not. Words are never
 * broken, so a long address may be wider than the page.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-writer-private.h"

#define PAGE_WIDTH    72
#define QUOTE_INDENT  4
#define COLUMN_GAP    2
#define NESTED_BULLET "o"

/* By level; the title is level 0. */
static const char underlines[] = "=-~.'`";

typedef struct
{
  GString *out;
  TrioDoc *doc;
  GCancellable *cancellable;
  guint heading_offset; /* see trio_doc_get_heading_offset() */
} Writer;

static void write_blocks (Writer *w, const GPtrArray *blocks);

static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c) || g_unichar_ismark (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
get_width (const char *text, gsize length)
{
  guint width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));
  return width;
}

static void
pad (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
trim_line_end (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

/* Inlines as text; an address follows its words unless it is the words. */
static char *
flatten (const TrioInlines *inlines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trio_inlines_get_length (inlines); i++)
    {
      const TrioInline *item = trio_inlines_get (inlines, i);

      if (item->kind == TRIO_INLINE_LINE_BREAK)
        g_string_append_c (text, '\n');
      else if (item->text != NULL)
        g_string_append (text, item->text);
      if (item->kind == TRIO_INLINE_LINK && item->url[0] != '#'
          && !g_str_equal (item->url, item->text))
        g_string_append_printf (text, " <%s>", item->url);
    }
  while (text->len > 0 && strchr (" \n", text->str[text->len - 1]) != NULL)
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* Writes one line of the source as lines of the page. The first one starts at column @used,
 * the others at @indent. Returns the width of the widest line. */
static guint
wrap_line (GString *out, const char *line, gsize length, guint used, guint indent)
{
  const char *p = line;
  const char *end = line + length;
  guint column = used;
  guint widest = 0;
  gboolean has_word = FALSE;

  while (p < end)
    {
      gsize spaces = strspn (p, " ");
      gsize word;
      guint width;

      spaces = MIN (spaces, (gsize)(end - p));
      word = MIN (strcspn (p + spaces, " \n"), (gsize)(end - p) - spaces);
      width = get_width (p + spaces, word);
      if (word == 0)
        break;
      if (has_word && column + spaces + width > PAGE_WIDTH)
        {
          g_string_append_c (out, '\n');
          pad (out, indent);
          column = indent;
        }
      else if (has_word)
        {
          g_string_append_len (out, p, (gssize)spaces);
          column += (guint)spaces;
        }
      g_string_append_len (out, p + spaces, (gssize)word);
      column += width;
      widest = MAX (widest, column);
      has_word = TRUE;
      p += spaces + word;
    }
  return widest;
}

static guint
wrap (GString *out, const char *text, guint used, guint indent)
{
  guint widest = 0;

  for (const char *p = text;; p++)
    {
      gsize length = strcspn (p, "\n");
      guint width = wrap_line (out, p, length, used, indent);

      widest = MAX (widest, width);
      p += length;
      trim_line_end (out);
      g_string_append_c (out, '\n');
      if (*p == '\0')
        break;
      pad (out, indent);
      used = indent;
    }
  return widest;
}

static void
start_block (Writer *w)
{
  if (w->out->len > 0)
    g_string_append_c (w->out, '\n');
}

static void
write_heading (Writer *w, guint level, const char *label, const TrioInlines *inlines)
{
  g_autofree char *text = flatten (inlines);
  g_autofree char *whole = label != NULL ? g_strconcat (label, " ", text, NULL) : g_strdup (text);
  guint widest;

  if (*whole == '\0')
    return;
  start_block (w);
  widest = wrap (w->out, whole, 0, 0);
  for (guint i = 0; i < widest; i++)
    g_string_append_c (w->out, underlines[MIN (level, sizeof underlines - 2)]);
  g_string_append_c (w->out, '\n');
}

static void
write_para (Writer *w, const TrioInlines *inlines, guint indent)
{
  g_autofree char *text = flatten (inlines);

  if (trio_inlines_is_empty (inlines))
    return;
  start_block (w);
  pad (w->out, indent);
  wrap (w->out, text, indent, indent);
}

static guint
get_label_width (const TrioList *list)
{
  guint n = trio_list_get_length (list);
  guint widest = 0;

  if (list->kind == TRIO_LIST_BULLET)
    return 1;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = trio_list_dup_label (list, i);

      widest = MAX (widest, (guint)strlen (label));
    }
  return widest;
}

static void
write_list (Writer *w, const TrioList *list, guint indent)
{
  const char *bullet = indent == 0 ? trio_doc_get_look (w->doc)->bullet : NESTED_BULLET;
  guint hang = indent + get_label_width (list) + 1;

  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);
      g_autofree char *label = trio_list_dup_label (list, i);
      g_autofree char *text = flatten (item->inlines);
      const char *shown = label != NULL ? label : bullet;

      if (i > 0 && !list->tight)
        g_string_append_c (w->out, '\n');
      pad (w->out, indent);
      g_string_append (w->out, shown);
      pad (w->out, hang - indent - get_width (shown, strlen (shown)));
      wrap (w->out, text, hang, hang);
      if (trio_list_get_length (item->nested) > 0)
        write_list (w, item->nested, hang);
    }
}

static void
write_list_block (Writer *w, const TrioList *list)
{
  if (trio_list_get_length (list) == 0)
    return;
  start_block (w);
  write_list (w, list, 0);
}

static void
write_field (GString *out, const char *label, const char *value, guint hang)
{
  g_string_append_printf (out, "%s:", label);
  pad (out, hang - get_width (label, strlen (label)) - 1);
  wrap (out, value, hang, hang);
}

static void
write_meta (Writer *w, const GPtrArray *fields)
{
  guint hang = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = fields->pdata[i];

      hang = MAX (hang, get_width (field->label, strlen (field->label)) + 2);
    }
  if (fields->len > 0)
    start_block (w);
  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = fields->pdata[i];
      g_autofree char *value = flatten (field->value);

      write_field (w->out, field->label, value, hang);
    }
}

static char *
flatten_cell (const GPtrArray *row, guint column)
{
  char *text = column < row->len ? flatten (row->pdata[column]) : g_strdup ("");

  return g_strdelimit (text, "\n", ' ');
}

static void
measure_row (const GPtrArray *row, guint *widths, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = flatten_cell (row, i);

      widths[i] = MAX (widths[i], get_width (text, strlen (text)));
    }
}

static void
write_columns (GString *out, const GPtrArray *row, const guint *widths, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = flatten_cell (row, i);

      g_string_append (out, text);
      pad (out, widths[i] - get_width (text, strlen (text)) + COLUMN_GAP);
    }
  trim_line_end (out);
  g_string_append_c (out, '\n');
}

static void
write_row_as_fields (GString *out, const GPtrArray *head, const GPtrArray *row, guint n)
{
  guint hang = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = flatten_cell (head, i);

      hang = MAX (hang, get_width (label, strlen (label)) + 2);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = flatten_cell (head, i);
      g_autofree char *value = flatten_cell (row, i);

      write_field (out, label, value, hang);
    }
}

static void
write_table (Writer *w, const TrioBlock *block)
{
  const GPtrArray *head = block->table.head;
  const GPtrArray *rows = block->table.rows;
  guint n = block->table.n_columns;
  g_autofree guint *widths = g_new0 (guint, n);
  guint total = COLUMN_GAP * (n - 1);

  write_para (w, block->table.caption, 0);
  measure_row (head, widths, n);
  for (guint i = 0; i < rows->len; i++)
    measure_row (rows->pdata[i], widths, n);
  for (guint i = 0; i < n; i++)
    total += widths[i];

  if (total <= PAGE_WIDTH)
    {
      start_block (w);
      write_columns (w->out, head, widths, n);
      for (guint i = 0; i < total; i++)
        g_string_append_c (w->out, '-');
      g_string_append_c (w->out, '\n');
    }
  for (guint i = 0; i < rows->len; i++)
    if (total <= PAGE_WIDTH)
      write_columns (w->out, rows->pdata[i], widths, n);
    else
      {
        start_block (w);
        write_row_as_fields (w->out, head, rows->pdata[i], n);
      }
}

static void
write_figure (Writer *w, const TrioBlock *block)
{
  if (!block->figure.decorative && *block->figure.alt != '\0')
    {
      g_autofree char *alt = g_strdup_printf ("[%s]", block->figure.alt);

      start_block (w);
      wrap (w->out, alt, 0, 0);
    }
  write_para (w, block->figure.caption, 0);
}

static void
write_toc (Writer *w, const TrioBlock *block)
{
  g_autoptr (GPtrArray) headings = trio_doc_list_headings (w->doc, block->toc.depth);

  write_para (w, block->toc.title, 0);
  if (headings->len > 0)
    start_block (w);
  for (guint i = 0; i < headings->len; i++)
    {
      g_autofree char *label = trio_block_dup_label (headings->pdata[i]);
      g_autofree char *text = flatten (trio_block_get_inlines (headings->pdata[i]));
      guint indent = 2 * (trio_block_get_level (headings->pdata[i]) - 1);
      g_autofree char *whole
          = label != NULL ? g_strconcat (label, " ", text, NULL) : g_strdup (text);

      pad (w->out, indent);
      wrap (w->out, whole, indent, indent + 2);
    }
}

static void
write_block (Writer *w, const TrioBlock *block)
{
  g_autofree char *label = trio_block_dup_label (block);
  const TrioInlines *inlines = trio_block_get_inlines (block);

  /* There are no pages here; more room shows where another part begins. */
  if (block->starts_page)
    start_block (w);

  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
    case TRIO_BLOCK_HEADING:
      write_heading (w, trio_block_get_level (block) - 1 + w->heading_offset, label, inlines);
      break;
    case TRIO_BLOCK_META:
      write_meta (w, block->meta.fields);
      break;
    case TRIO_BLOCK_PARA:
      write_para (w, inlines, block->para.style == TRIO_PARA_QUOTE ? QUOTE_INDENT : 0);
      break;
    case TRIO_BLOCK_LIST:
      write_list_block (w, block->list);
      break;
    case TRIO_BLOCK_CLUSTER:
      write_heading (w, block->cluster.level - 1 + w->heading_offset, NULL, inlines);
      write_list_block (w, block->cluster.list);
      break;
    case TRIO_BLOCK_TABLE:
      write_table (w, block);
      break;
    case TRIO_BLOCK_FIGURE:
      write_figure (w, block);
      break;
    case TRIO_BLOCK_BOX:
    case TRIO_BLOCK_DECISION:
      write_heading (w, trio_block_get_level (block) - 1 + w->heading_offset, NULL, inlines);
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
 * trio_writer_text:
 * @doc: a document
 * @cancellable: (nullable): to stop the work
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document as plain text in UTF-8, or %NULL with
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *
trio_writer_text (TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  Writer w = { g_string_new (NULL), doc, cancellable, trio_doc_get_heading_offset (doc) };

  write_blocks (&w, trio_doc_get_blocks (doc));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_string_free (w.out, TRUE);
      return NULL;
    }
  return g_string_free_to_bytes (w.out);
}
