/* trio-grid.c: square cells that know which things lie in them. */
#include "config.h"

#include "canvas/trio-grid.h"

#include <math.h>

/* A dozen notes fit into a cell: few cells to visit, and few notes to look at in each. */
#define CELL 512.0

/* Far outside of any board; keeps cell numbers of absurd places in range. */
#define FARTHEST_CELL 1000000.0

struct _TrioGrid
{
  GHashTable *cells; /* packed column and row → GPtrArray of TrioGridItem */
  GPtrArray *all;
  guint query;
};

static int
cell_of (double place)
{
  return (int)CLAMP (floor (place / CELL), -FARTHEST_CELL, FARTHEST_CELL);
}

static gpointer
key_of (int column, int row)
{
  return GSIZE_TO_POINTER (((gsize)(guint32)column << 32) | (guint32)row);
}

static guint
hash_key (gconstpointer key)
{
  gsize packed = GPOINTER_TO_SIZE (key);

  return (guint)(packed >> 32) * 2654435761u + (guint)packed;
}

/**
 * trio_grid_new:
 *
 * Returns: (transfer full): an empty grid
 */
TrioGrid *
trio_grid_new (void)
{
  TrioGrid *grid = g_new0 (TrioGrid, 1);

  grid->cells
      = g_hash_table_new_full (hash_key, g_direct_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  grid->all = g_ptr_array_new ();
  return grid;
}

/**
 * trio_grid_free:
 * @grid: (transfer full): a grid
 *
 * Frees a grid; the things in it belong to their owners.
 */
void
trio_grid_free (TrioGrid *grid)
{
  g_hash_table_unref (grid->cells);
  g_ptr_array_unref (grid->all);
  g_free (grid);
}

static void
leave_cells (TrioGrid *grid, TrioGridItem *item)
{
  for (int row = item->top; row <= item->bottom; row++)
    for (int column = item->left; column <= item->right; column++)
      {
        gpointer key = key_of (column, row);
        GPtrArray *cell = g_hash_table_lookup (grid->cells, key);

        g_ptr_array_remove_fast (cell, item);
        if (cell->len == 0)
          g_hash_table_remove (grid->cells, key);
      }
}

static void
enter_cells (TrioGrid *grid, TrioGridItem *item)
{
  for (int row = item->top; row <= item->bottom; row++)
    for (int column = item->left; column <= item->right; column++)
      {
        gpointer key = key_of (column, row);
        GPtrArray *cell = g_hash_table_lookup (grid->cells, key);

        if (cell == NULL)
          {
            cell = g_ptr_array_new ();
            g_hash_table_insert (grid->cells, key, cell);
          }
        g_ptr_array_add (cell, item);
      }
}

/**
 * trio_grid_put:
 * @grid: a grid
 * @item: a thing, new or already in this grid
 * @rect: where it is now
 *
 * Puts a thing into its place. It must be removed before its owner frees it.
 */
void
trio_grid_put (TrioGrid *grid, TrioGridItem *item, const TrioRect *rect)
{
  int left = cell_of (rect->x);
  int top = cell_of (rect->y);
  int right = MIN (cell_of (rect->x + rect->width), left + 1000);
  int bottom = MIN (cell_of (rect->y + rect->height), top + 1000);
  gboolean is_new = item->position == 0;

  item->rect = *rect;
  if (is_new)
    {
      g_ptr_array_add (grid->all, item);
      item->position = grid->all->len;
    }
  else if (left == item->left && top == item->top && right == item->right && bottom == item->bottom)
    return;
  else
    leave_cells (grid, item);

  item->left = left;
  item->top = top;
  item->right = right;
  item->bottom = bottom;
  enter_cells (grid, item);
}

/**
 * trio_grid_remove:
 * @grid: a grid
 * @item: a thing; one that is not in the grid is left alone
 *
 * Takes a thing out.
 */
void
trio_grid_remove (TrioGrid *grid, TrioGridItem *item)
{
  if (item->position == 0)
    return;

  leave_cells (grid, item);
  g_ptr_array_remove_index_fast (grid->all, item->position - 1);
  if (item->position <= grid->all->len)
    ((TrioGridItem *)g_ptr_array_index (grid->all, item->position - 1))->position = item->position;
  item->position = 0;
}

/**
 * trio_grid_get_size:
 * @grid: a grid
 *
 * Returns: how many things are in it
 */
guint
trio_grid_get_size (TrioGrid *grid)
{
  return grid->all->len;
}

/* Calls @visit for each thing that touches the area, once, until it returns FALSE. */
static void
visit_area (TrioGrid *grid,
            const TrioRect *area,
            gboolean (*visit) (TrioGridItem *, gpointer),
            gpointer data)
{
  int left = cell_of (area->x);
  int top = cell_of (area->y);
  int right = cell_of (area->x + area->width);
  int bottom = cell_of (area->y + area->height);

  /* More cells asked for than there are: look at all things instead. */
  if (((double)right - left + 1) * ((double)bottom - top + 1) > g_hash_table_size (grid->cells))
    {
      for (guint i = 0; i < grid->all->len; i++)
        {
          TrioGridItem *item = g_ptr_array_index (grid->all, i);

          if (trio_rect_intersects (&item->rect, area) && !visit (item, data))
            return;
        }
      return;
    }

  grid->query++;
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        GPtrArray *cell = g_hash_table_lookup (grid->cells, key_of (column, row));

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            TrioGridItem *item = g_ptr_array_index (cell, i);

            if (item->query == grid->query)
              continue;
            item->query = grid->query;
            if (trio_rect_intersects (&item->rect, area) && !visit (item, data))
              return;
          }
      }
}

static gboolean
collect (TrioGridItem *item, gpointer data)
{
  g_ptr_array_add (data, item);
  return TRUE;
}

/**
 * trio_grid_find:
 * @grid: a grid
 * @area: a rectangle
 * @found: (element-type TrioGridItem): where the things are added
 *
 * Finds all things that touch a rectangle, in no special order.
 */
void
trio_grid_find (TrioGrid *grid, const TrioRect *area, GPtrArray *found)
{
  visit_area (grid, area, collect, found);
}

typedef struct
{
  guint n;
  guint enough;
} Count;

static gboolean
count (TrioGridItem *item, gpointer data)
{
  Count *c = data;

  return ++c->n < c->enough;
}

/**
 * trio_grid_count:
 * @grid: a grid
 * @area: a rectangle
 * @enough: stop counting here
 *
 * Returns: how many things touch a rectangle, at most @enough
 */
guint
trio_grid_count (TrioGrid *grid, const TrioRect *area, guint enough)
{
  Count c = { 0, enough };

  visit_area (grid, area, count, &c);
  return c.n;
}

typedef struct
{
  double x;
  double y;
  TrioGridItem *best;
} Pick;

static gboolean
pick (TrioGridItem *item, gpointer data)
{
  Pick *p = data;

  /* What was put later lies on top. */
  if (trio_rect_contains (&item->rect, p->x, p->y)
      && (p->best == NULL || item->position > p->best->position))
    p->best = item;
  return TRUE;
}

/**
 * trio_grid_pick:
 * @grid: a grid
 * @x: a place
 * @y: a place
 *
 * Returns: (transfer none) (nullable): the uppermost thing at a place
 */
TrioGridItem *
trio_grid_pick (TrioGrid *grid, double x, double y)
{
  TrioRect point = { x, y, 1e-6, 1e-6 };
  Pick p = { x, y, NULL };

  visit_area (grid, &point, pick, &p);
  return p.best;
}

/* How far one has to go in a direction, sideways counting double; infinite when it is not that
 * way. Measured between nearest edges along the way and between middles across it, so that a
 * tall note beside two small ones is the neighbour of both. */
static double
distance (const TrioRect *from, const TrioRect *to, TrioDirection direction)
{
  gboolean is_across = direction == TRIO_DIRECTION_LEFT || direction == TRIO_DIRECTION_RIGHT;
  gboolean is_forward = direction == TRIO_DIRECTION_RIGHT || direction == TRIO_DIRECTION_DOWN;
  double dx = to->x + to->width / 2 - from->x - from->width / 2;
  double dy = to->y + to->height / 2 - from->y - from->height / 2;
  double along = (is_across ? dx : dy) * (is_forward ? 1 : -1);
  double aside = fabs (is_across ? dy : dx);
  double overlap = is_across ? (from->height + to->height) / 2 : (from->width + to->width) / 2;

  if (along <= 1)
    return INFINITY;
  aside = MAX (aside - overlap * 0.6, 0) * 3 + aside * 0.25;
  if (aside > 4 * along + 2000)
    return INFINITY;
  return along + aside;
}

/**
 * trio_grid_find_neighbour:
 * @grid: a grid
 * @from: where to start
 * @direction: where to go
 *
 * Finds what an arrow key goes to.
 *
 * Returns: (transfer none) (nullable): the nearest thing in a direction
 */
TrioGridItem *
trio_grid_find_neighbour (TrioGrid *grid, const TrioRect *from, TrioDirection direction)
{
  TrioGridItem *best = NULL;
  double least = INFINITY;

  for (guint i = 0; i < grid->all->len; i++)
    {
      TrioGridItem *item = g_ptr_array_index (grid->all, i);
      double d = distance (from, &item->rect, direction);

      if (d < least)
        {
          least = d;
          best = item;
        }
    }
  return best;
}
