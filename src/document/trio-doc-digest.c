/* trio-doc-digest.c: what a document says, as one number, and about how long it is. */
#include "document/trio-doc.h"

#include <string.h>

#define MM_PER_POINT    (25.4 / 72)
#define LINE_HEIGHT     1.4 /* of the font size, with the space between paragraphs */
#define LETTER_WIDTH    0.5 /* of the font size, on average */
#define PAGE_HEIGHT_MM  297.0
#define PAGE_WIDTH_MM   210.0
#define HEADING_N_LINES 2

typedef struct
{
  guint letters_per_line;
  guint lines_per_page;
  guint n_pages;
  guint n_lines; /* on the last page */
} Estimate;

static void write_blocks (GString *out, const GPtrArray *blocks);

/* Separators that no text of a document can have keep neighbouring texts apart. */
static void
write_text (GString *out, const char *text)
{
  g_string_append (out, text != NULL ? text : "");
  g_string_append_c (out, '\036');
}

static void
write_inlines (GString *out, const TrioInlines *inlines)
{
  g_autofree char *text = inlines != NULL ? trio_inlines_dup_text (inlines) : NULL;

  write_text (out, text);
}

static void
write_list (GString *out, const TrioList *list)
{
  g_string_append_printf (out, "list %d %u\036", list->kind, list->start);
  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);

      write_inlines (out, item->inlines);
      if (item->nested != NULL)
        write_list (out, item->nested);
    }
  g_string_append_c (out, '\035');
}

static void
write_table (GString *out, const TrioBlock *block)
{
  for (guint i = 0; i < block->table.head->len; i++)
    write_inlines (out, block->table.head->pdata[i]);
  for (guint r = 0; r < block->table.rows->len; r++)
    {
      const GPtrArray *row = block->table.rows->pdata[r];

      for (guint i = 0; i < row->len; i++)
        write_inlines (out, row->pdata[i]);
    }
}

static void
write_figure (GString *out, const TrioBlock *block)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, block->figure.image);

  write_text (out, sum);
  write_text (out, block->figure.alt);
}

static void
write_block (GString *out, const TrioBlock *block)
{
  g_autofree char *label = trio_block_dup_label (block);

  g_string_append_printf (out, "%d %u\036", block->kind, trio_block_get_level (block));
  write_text (out, label);
  write_inlines (out, trio_block_get_inlines (block));
  switch (block->kind)
    {
    case TRIO_BLOCK_META:
      for (guint i = 0; i < block->meta.fields->len; i++)
        {
          const TrioMetaField *field = block->meta.fields->pdata[i];

          write_text (out, field->label);
          write_inlines (out, field->value);
        }
      break;
    case TRIO_BLOCK_LIST:
      write_list (out, block->list);
      break;
    case TRIO_BLOCK_CLUSTER:
      write_list (out, block->cluster.list);
      break;
    case TRIO_BLOCK_TABLE:
      write_table (out, block);
      break;
    case TRIO_BLOCK_FIGURE:
      write_figure (out, block);
      break;
    default:
      break;
    }
  write_blocks (out, trio_block_get_blocks (block));
  g_string_append_c (out, '\035');
}

static void
write_blocks (GString *out, const GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    write_block (out, blocks->pdata[i]);
}

static void
add_lines (Estimate *estimate, guint n)
{
  estimate->n_lines += n;
  estimate->n_pages += estimate->n_lines / estimate->lines_per_page;
  estimate->n_lines %= estimate->lines_per_page;
}

static void
add_text (Estimate *estimate, const TrioInlines *inlines)
{
  g_autofree char *text = inlines != NULL ? trio_inlines_dup_text (inlines) : NULL;
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;

  add_lines (estimate, (guint)length / estimate->letters_per_line + 1);
}

static void
add_list (Estimate *estimate, const TrioList *list)
{
  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);

      add_text (estimate, item->inlines);
      if (item->nested != NULL)
        add_list (estimate, item->nested);
    }
}

static void
estimate_block_cb (const TrioBlock *block, gpointer user_data)
{
  Estimate *estimate = user_data;

  if (block->starts_page && (estimate->n_lines > 0))
    {
      estimate->n_pages++;
      estimate->n_lines = 0;
    }
  if (trio_block_get_level (block) > 0)
    add_lines (estimate, HEADING_N_LINES);
  else if (block->kind == TRIO_BLOCK_TABLE)
    add_lines (estimate, block->table.rows->len + 1);
  else if (block->kind == TRIO_BLOCK_META)
    add_lines (estimate, block->meta.fields->len);
  else if (trio_block_get_inlines (block) != NULL)
    add_text (estimate, trio_block_get_inlines (block));
  if (block->kind == TRIO_BLOCK_LIST)
    add_list (estimate, block->list);
  else if (block->kind == TRIO_BLOCK_CLUSTER)
    add_list (estimate, block->cluster.list);
}

/**
 * trio_doc_estimate_pages:
 * @doc: a document
 *
 * Estimates the length from page, margins, size of the font and number of letters. It does
 * not depend on the fonts that are there, so that a document is the same on every machine;
 * it may be wrong by a fifth.
 *
 * Returns: about how many pages, at least 1
 */
guint
trio_doc_estimate_pages (const TrioDoc *doc)
{
  const TrioLook *look;
  Estimate estimate = { 0 };
  double width, height, size_mm;

  g_return_val_if_fail (doc != NULL, 1);

  look = trio_doc_get_look (doc);
  size_mm = look->fonts[TRIO_DOC_FONT_BODY].size_pt * MM_PER_POINT;
  width = (look->landscape ? PAGE_HEIGHT_MM : PAGE_WIDTH_MM) - look->margins_mm[1]
          - look->margins_mm[3];
  height = (look->landscape ? PAGE_WIDTH_MM : PAGE_HEIGHT_MM) - look->margins_mm[0]
           - look->margins_mm[2];
  estimate.letters_per_line = (guint)MAX (width / (size_mm * LETTER_WIDTH), 1);
  estimate.lines_per_page = (guint)MAX (height / (size_mm * LINE_HEIGHT), 1);
  trio_doc_foreach_block (doc, estimate_block_cb, &estimate);
  return estimate.n_pages + (estimate.n_lines > 0 || estimate.n_pages == 0);
}

/**
 * trio_doc_digest:
 * @doc: a document
 *
 * The SHA-256 of everything that the document says: blocks in order, with their numbers and
 * levels, and what stands on every page. Dates of the file, fonts and margins do not count.
 *
 * Returns: (transfer full): 64 hexadecimal digits
 */
char *
trio_doc_digest (const TrioDoc *doc)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const TrioLetterhead *head;

  g_return_val_if_fail (doc != NULL, NULL);

  head = trio_doc_get_letterhead (doc);
  write_text (out, trio_doc_get (doc, TRIO_DOC_LANG));
  write_text (out, trio_doc_get (doc, TRIO_DOC_TITLE));
  write_inlines (out, head->header);
  write_inlines (out, head->footer);
  write_blocks (out, trio_doc_get_blocks (doc));
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, out->str, (gssize)out->len);
}
