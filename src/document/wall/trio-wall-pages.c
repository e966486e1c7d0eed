/* trio-wall-pages.c: puts what the wall shows on pages, without shrinking or cutting words.
 *
 * Cards stand in rows of equal columns. One that would become tall and thin, or would break a
 * word, takes more columns. Only what does not fit on a page by itself is set smaller, down to
 * the smallest size that a room can read, and then goes on over the next pages.
 */
#include "config.h"

#include "document/wall/trio-wall-pages.h"

#include <string.h>

/* A card is at least this high, and takes another column above that, both of its width. */
#define LOW_CARD  0.36
#define TALL_CARD 1.15
/* How much smaller a note is tried that is too long for a page. */
#define SMALLER 0.9
/* So many cards need one column only. */
#define MOST_CARDS 0.9

typedef struct
{
  const TrioWallDeck *deck;
  const TrioWallFrame *frame;
  TrioWallMeasure measure;
  gpointer user_data;

  GArray *slots;
  int n_columns;
  int column; /* how wide a column is */

  guint page;
  int y;         /* where the next row begins */
  int used;      /* columns taken in the row that is being filled */
  int row;       /* height of that row */
  guint row_at;  /* its first slot */
  guint heading; /* the heading that the notes stand under, or G_MAXUINT */
} Pager;

static const TrioWallItem *
get_item (Pager *pager, guint index)
{
  return g_ptr_array_index (pager->deck->items, index);
}

static int
span_width (Pager *pager, int span)
{
  return span * pager->column + (span - 1) * pager->frame->gap;
}

static int
measure_part (
    Pager *pager, guint index, gsize start, gsize end, int width, double size, int *widest)
{
  const TrioWallItem *item = get_item (pager, index);
  int needed = 0;
  int height = pager->measure (item, item->text + start, end - start, width, size, &needed,
                               pager->user_data);

  if (widest != NULL)
    *widest = needed;
  return height;
}

static void
turn_page (Pager *pager)
{
  pager->page++;
  pager->y = 0;
}

static void
end_row (Pager *pager)
{
  if (pager->used == 0)
    return;
  for (guint i = pager->row_at; i < pager->slots->len; i++)
    g_array_index (pager->slots, TrioWallSlot, i).height = pager->row;
  pager->y += pager->row + pager->frame->gap;
  pager->used = 0;
  pager->row = 0;
}

static TrioWallSlot *
add_slot (Pager *pager, guint index, int x, int y, int width, int height)
{
  TrioWallSlot slot = { index,
                        pager->page,
                        x,
                        y,
                        width,
                        height,
                        pager->frame->size,
                        0,
                        strlen (get_item (pager, index)->text),
                        FALSE };

  g_array_append_val (pager->slots, slot);
  return &g_array_index (pager->slots, TrioWallSlot, pager->slots->len - 1);
}

static void
repeat_heading (Pager *pager)
{
  int height;

  if (pager->heading == G_MAXUINT)
    return;
  height = measure_part (pager, pager->heading, 0, strlen (get_item (pager, pager->heading)->text),
                         pager->frame->width, pager->frame->size, NULL);
  /* A long heading may not take the room of the notes twice. */
  if (height > pager->frame->height / 3)
    return;
  add_slot (pager, pager->heading, 0, 0, pager->frame->width, height)->again = TRUE;
  pager->y = height + pager->frame->gap;
}

/* How many columns a card takes, and how high it becomes. */
static int
choose_span (Pager *pager, guint index, int *height)
{
  gsize length = strlen (get_item (pager, index)->text);

  for (int span = 1;; span++)
    {
      int width = span_width (pager, span);
      int widest;

      *height = measure_part (pager, index, 0, length, width, pager->frame->size, &widest);
      if (span >= pager->n_columns)
        return pager->n_columns;
      if (widest <= width && *height <= TALL_CARD * width && *height <= pager->frame->height)
        return span;
    }
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static void
set_columns (Pager *pager, int n)
{
  pager->n_columns = MAX (1, n);
  pager->column
      = (pager->frame->width - (pager->n_columns - 1) * pager->frame->gap) / pager->n_columns;
  pager->column = MAX (1, pager->column);
}

/* As many columns as there is room for, but so wide that most cards need only one for their
 * longest word: a wall of cards of one width reads more calmly. */
static void
choose_columns (Pager *pager)
{
  const TrioWallFrame *frame = pager->frame;
  g_autoptr (GArray) widest = g_array_new (FALSE, FALSE, sizeof (int));
  int wanted;

  set_columns (pager, (frame->width + frame->gap) / MAX (1, frame->column + frame->gap));
  for (guint i = 0; i < pager->deck->items->len; i++)
    {
      const TrioWallItem *item = get_item (pager, i);
      int width;

      if (item->kind != TRIO_WALL_ITEM_NOTE)
        continue;
      measure_part (pager, i, 0, strlen (item->text), pager->column, frame->size, &width);
      g_array_append_val (widest, width);
    }
  if (widest->len == 0)
    return;
  g_array_sort (widest, compare_ints);
  wanted = g_array_index (widest, int, (guint)((widest->len - 1) * MOST_CARDS));
  while (pager->n_columns > 1 && pager->column < wanted)
    set_columns (pager, pager->n_columns - 1);
}

/* The end of as many pieces as fit on a page: whole words, or single letters; 0 if none fits. */
static gsize
fit_pieces (Pager *pager, guint index, gsize start, double size, gboolean words)
{
  const char *text = get_item (pager, index)->text;
  gsize length = strlen (text);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint low = 0;
  guint high;

  for (const char *c = text + start; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize after = g_utf8_next_char (c) - text;

      if (!words || after == length || g_unichar_isspace (g_utf8_get_char (c)))
        g_array_append_val (ends, after);
    }
  /* Binary search, because a long note is measured often. */
  high = ends->len;
  while (low < high)
    {
      guint middle = (low + high + 1) / 2;
      gsize end = g_array_index (ends, gsize, middle - 1);

      if (measure_part (pager, index, start, end, pager->frame->width, size, NULL)
          <= pager->frame->height)
        low = middle;
      else
        high = middle - 1;
    }
  return low > 0 ? g_array_index (ends, gsize, low - 1) : 0;
}

static gsize
fit_words (Pager *pager, guint index, gsize start, double size)
{
  const char *text = get_item (pager, index)->text;
  gsize end = fit_pieces (pager, index, start, size, TRUE);

  if (end == 0)
    end = fit_pieces (pager, index, start, size, FALSE);
  /* Not even a letter fits: such a page shows nothing anyway, but the text must end. */
  return end != 0 ? end : (gsize)(g_utf8_next_char (text + start) - text);
}

/* A card that fills pages by itself. */
static void
place_long (Pager *pager, guint index)
{
  gsize length = strlen (get_item (pager, index)->text);
  double size = pager->frame->size;
  gsize start = 0;
  int height;

  end_row (pager);
  do
    {
      size = MAX (TRIO_WALL_MIN_SIZE, size * SMALLER);
      height = measure_part (pager, index, 0, length, pager->frame->width, size, NULL);
    }
  while (height > pager->frame->height && size > TRIO_WALL_MIN_SIZE);

  while (start < length)
    {
      gsize end = length;
      TrioWallSlot *slot;

      if (pager->y > 0)
        turn_page (pager);
      if (height > pager->frame->height)
        end = fit_words (pager, index, start, size);
      slot = add_slot (pager, index, 0, 0, pager->frame->width,
                       MIN (pager->frame->height, measure_part (pager, index, start, end,
                                                                pager->frame->width, size, NULL)));
      slot->size = size;
      slot->start = start;
      slot->end = end;
      pager->y = slot->height + pager->frame->gap;
      start = end;
    }
}

static void
place_card (Pager *pager, guint index)
{
  int height;
  int span = choose_span (pager, index, &height);
  int low = MIN ((int)(LOW_CARD * pager->column), pager->frame->height);
  int row = MAX (height, low);

  if (height > pager->frame->height)
    {
      place_long (pager, index);
      return;
    }
  if (pager->used > 0 && pager->used + span > pager->n_columns)
    end_row (pager);
  if (pager->y + MAX (row, pager->row) > pager->frame->height && pager->y > 0)
    {
      /* The cards before it stay where they are; this one opens the next page. */
      if (pager->used > 0)
        end_row (pager);
      turn_page (pager);
      repeat_heading (pager);
      if (pager->y + row > pager->frame->height)
        turn_page (pager);
    }
  if (pager->used == 0)
    pager->row_at = pager->slots->len;
  add_slot (pager, index, pager->used * (pager->column + pager->frame->gap), pager->y,
            span_width (pager, span), row);
  pager->used += span;
  pager->row = MAX (pager->row, row);
}

/* How much room the row after a heading needs, so that no heading stands alone at the foot. */
static int
measure_next (Pager *pager, guint index)
{
  int height;

  if (index >= pager->deck->items->len)
    return 0;
  if (get_item (pager, index)->kind == TRIO_WALL_ITEM_NOTE)
    {
      choose_span (pager, index, &height);
      height = MAX (height, (int)(LOW_CARD * pager->column));
    }
  else
    height = measure_part (pager, index, 0, strlen (get_item (pager, index)->text),
                           pager->frame->width, pager->frame->size, NULL);
  return MIN (height, pager->frame->height / 2);
}

static void
place_line (Pager *pager, guint index)
{
  const TrioWallItem *item = get_item (pager, index);
  int height;
  int needed;

  end_row (pager);
  height = measure_part (pager, index, 0, strlen (item->text), pager->frame->width,
                         pager->frame->size, NULL);
  if (height > pager->frame->height)
    {
      place_long (pager, index);
      return;
    }
  needed = height;
  if (item->kind != TRIO_WALL_ITEM_QUOTE)
    needed += pager->frame->gap + measure_next (pager, index + 1);
  if (pager->y > 0 && pager->y + needed > pager->frame->height)
    turn_page (pager);
  add_slot (pager, index, 0, pager->y, pager->frame->width, height);
  pager->y += height + pager->frame->gap;
}

/**
 * trio_wall_paginate:
 * @deck: what is shown
 * @frame: the room there is
 * @measure: tells how large words become
 * @user_data: data for @measure
 *
 * Puts the items of a deck on pages in their order. Every word of every item stands on some
 * page. A note that does not fit on a page by itself is set smaller, but never below
 * %TRIO_WALL_MIN_SIZE, and otherwise goes on over as many pages as it needs.
 *
 * Returns: (transfer full) (element-type TrioWallSlot): where everything stands, page by page
 */
GArray *
trio_wall_paginate (const TrioWallDeck *deck,
                    const TrioWallFrame *frame,
                    TrioWallMeasure measure,
                    gpointer user_data)
{
  Pager pager = {
    .deck = deck, .frame = frame, .measure = measure, .user_data = user_data, .heading = G_MAXUINT
  };

  pager.slots = g_array_new (FALSE, FALSE, sizeof (TrioWallSlot));
  choose_columns (&pager);
  for (guint i = 0; i < deck->items->len; i++)
    {
      if (get_item (&pager, i)->kind == TRIO_WALL_ITEM_NOTE)
        {
          place_card (&pager, i);
          continue;
        }
      place_line (&pager, i);
      if (get_item (&pager, i)->kind == TRIO_WALL_ITEM_HEADING)
        pager.heading = i;
    }
  end_row (&pager);
  return pager.slots;
}

/**
 * trio_wall_count_pages:
 * @slots: (element-type TrioWallSlot): what trio_wall_paginate() gave
 *
 * Returns: how many pages there are, at least one
 */
guint
trio_wall_count_pages (const GArray *slots)
{
  if (slots->len == 0)
    return 1;
  return g_array_index (slots, TrioWallSlot, slots->len - 1).page + 1;
}
