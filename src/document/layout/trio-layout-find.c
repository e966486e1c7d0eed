/* trio-layout-find.c: from words and blocks to places on pages, and back. */
#include "document/layout/trio-layout-private.h"

#include <string.h>

/**
 * trio_layout_find_anchor:
 * @layout: a layout
 * @anchor: the anchor or source of a block (see trio_block_set_source()), or the id of an input
 * @place: (out): where it stands
 *
 * Finds the first lines of a heading, of a paragraph of a summary or direction, or of an input.
 *
 * Returns: whether there is such a block or input
 */
gboolean
trio_layout_find_anchor (const TrioLayout *layout, const char *anchor, TrioLayoutPlace *place)
{
  guint found;
  const LayoutRow *first;

  g_return_val_if_fail (layout != NULL && anchor != NULL && place != NULL, FALSE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (layout->anchors, anchor));
  if (found == 0 || found > layout->rows->len)
    return FALSE;
  first = &g_array_index (layout->rows, LayoutRow, found - 1);
  *place = (TrioLayoutPlace){
    .page = first->page,
    .x = layout->margins[3],
    .y = first->y,
    .width = layout->text_width,
    .height = first->height,
  };
  return TRUE;
}

/* Paragraphs of one object have its name, a slash and their number from the second one on. */
static gboolean
belongs_to (const LayoutRow *row, const char *anchor)
{
  gsize length = strlen (anchor);

  return row->anchor != NULL && strncmp (row->anchor, anchor, length) == 0
         && (row->anchor[length] == '\0' || row->anchor[length] == '/');
}

/**
 * trio_layout_find_extent:
 * @layout: a layout
 * @anchor: the anchor or source of a block, or the id of an input
 * @place: (out): what it takes of the page on which it begins
 *
 * Finds all lines of a heading, of the paragraphs of a summary, or of an input that stand on
 * one page.
 *
 * Returns: whether there is such a block or input
 */
gboolean
trio_layout_find_extent (const TrioLayout *layout, const char *anchor, TrioLayoutPlace *place)
{
  guint row;

  g_return_val_if_fail (layout != NULL && anchor != NULL && place != NULL, FALSE);

  if (!trio_layout_find_anchor (layout, anchor, place))
    return FALSE;
  row = GPOINTER_TO_UINT (g_hash_table_lookup (layout->anchors, anchor));
  for (; row < layout->rows->len; row++)
    {
      const LayoutRow *next = &g_array_index (layout->rows, LayoutRow, row);

      if (next->page != place->page || !belongs_to (next, anchor))
        break;
      place->height = next->y + next->height - place->y;
    }
  return TRUE;
}

/**
 * trio_layout_hit_test:
 * @layout: a layout
 * @page: a page, from 0
 * @x: a point on it
 * @y: the same
 *
 * Returns: (nullable): the id of the input, or the source, or else the anchor, of the block that
 *   stands there or last before it; %NULL above the first one
 */
const char *
trio_layout_hit_test (const TrioLayout *layout, guint page, double x, double y)
{
  const LayoutPage *at;
  const char *anchor = NULL;

  g_return_val_if_fail (layout != NULL && page < layout->pages->len, NULL);

  at = &g_array_index (layout->pages, LayoutPage, page);
  for (guint i = 0; i < at->n_rows; i++)
    {
      const LayoutRow *row = &g_array_index (layout->rows, LayoutRow, at->first_row + i);

      if (i > 0 && row->y > y)
        break;
      anchor = row->anchor;
    }
  return anchor;
}

static gunichar
fold (const char *text)
{
  return g_unichar_tolower (g_utf8_get_char (text));
}

/* Returns: how many bytes of @text the wanted words take, 0 when they are not there. */
static gsize
match (const char *text, const char *wanted)
{
  const char *p = text;

  for (; *wanted != '\0'; wanted = g_utf8_next_char (wanted), p = g_utf8_next_char (p))
    if (*p == '\0' || fold (p) != fold (wanted))
      return 0;
  return (gsize)(p - text);
}

/* From where to where a run shows the bytes from start to end of its text. */
static gboolean
find_in_run (const LayoutText *text,
             const LayoutRun *run,
             guint start,
             guint end,
             double *left,
             double *right)
{
  guint byte = run->start, glyph = run->first_glyph;
  gboolean found = FALSE;

  if (start >= run->start + run->length || end <= run->start)
    return FALSE;
  /* From right to left, and for letters that no font has, the whole run is marked. */
  if (run->is_backward || run->n_glyphs == 0)
    {
      *left = run->x;
      *right = run->x + run->width;
      return TRUE;
    }
  for (guint i = 0; i < run->n_clusters; i++)
    {
      const cairo_text_cluster_t *cluster
          = &g_array_index (text->clusters, cairo_text_cluster_t, run->first_cluster + i);
      guint next = glyph + (guint)cluster->num_glyphs;
      double x = glyph < run->first_glyph + run->n_glyphs
                     ? g_array_index (text->glyphs, cairo_glyph_t, glyph).x
                     : run->x + run->width;
      double x_end = next < run->first_glyph + run->n_glyphs
                         ? g_array_index (text->glyphs, cairo_glyph_t, next).x
                         : run->x + run->width;

      if (byte < end && byte + (guint)cluster->num_bytes > start)
        {
          *left = found ? *left : x;
          *right = x_end;
          found = TRUE;
        }
      byte += (guint)cluster->num_bytes;
      glyph = next;
    }
  return found;
}

static void
add_found (const TrioLayout *layout,
           const LayoutRow *row,
           const LayoutItem *item,
           guint start,
           guint end,
           GArray *places)
{
  const LayoutLine *line = &g_array_index (item->text->lines, LayoutLine, item->line);
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint i = 0; i < line->n_runs; i++)
    {
      double from = 0, to = 0;

      if (!find_in_run (item->text,
                        &g_array_index (item->text->runs, LayoutRun, line->first_run + i), start,
                        end, &from, &to))
        continue;
      left = MIN (left, from);
      right = MAX (right, to);
    }
  if (left < right)
    {
      TrioLayoutPlace place = {
        .page = row->page,
        .x = layout->margins[3] + item->x + left,
        .y = row->y + item->y,
        .width = right - left,
        .height = item->height,
      };

      g_array_append_val (places, place);
    }
}

/**
 * trio_layout_search:
 * @layout: a layout
 * @text: what to look for; capitals do not matter
 *
 * Finds words in the text of the document. Words that go on in the next line give a place in
 * each line.
 *
 * Returns: (transfer full) (element-type TrioLayoutPlace): where they stand, in reading order
 */
GArray *
trio_layout_search (const TrioLayout *layout, const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TrioLayoutPlace));

  g_return_val_if_fail (layout != NULL && text != NULL, places);

  for (guint r = 0; *text != '\0' && r < layout->rows->len; r++)
    {
      const LayoutRow *row = &g_array_index (layout->rows, LayoutRow, r);

      for (guint i = 0; i < row->n_items; i++)
        {
          const LayoutItem *item = &g_array_index (layout->items, LayoutItem, row->first_item + i);
          const char *words = item->text != NULL ? item->text->text : "";
          gsize length = 0;

          for (const char *p = words; *p != '\0';
               p = length > 0 ? p + length : g_utf8_next_char (p))
            {
              length = match (p, text);
              if (length > 0)
                add_found (layout, row, item, (guint)(p - words), (guint)(p - words + length),
                           places);
            }
        }
    }
  return places;
}
