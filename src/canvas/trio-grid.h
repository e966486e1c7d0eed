/* trio-grid.h: finds things on the board by place.
 *
 * Things are sorted into square cells. Looking for those in a rectangle costs what lies near
 * it, however many there are elsewhere.
 */
#pragma once

#include "canvas/trio-rect.h"

G_BEGIN_DECLS

/**
 * TrioGridItem:
 * @rect: where it is; changed by trio_grid_put() only
 *
 * A thing in a grid: the first member of a larger structure that its owner allocates. Zeroed
 * at the beginning.
 */
typedef struct
{
  TrioRect rect;
  /*< private >*/
  int left;
  int top;
  int right;
  int bottom;
  guint query;
  guint position; /* in the list of all, from 1; 0 while it is in no grid */
} TrioGridItem;

/**
 * TrioDirection:
 * @TRIO_DIRECTION_LEFT: to the left
 * @TRIO_DIRECTION_RIGHT: to the right
 * @TRIO_DIRECTION_UP: up
 * @TRIO_DIRECTION_DOWN: down
 *
 * Where an arrow key goes.
 */
typedef enum
{
  TRIO_DIRECTION_LEFT,
  TRIO_DIRECTION_RIGHT,
  TRIO_DIRECTION_UP,
  TRIO_DIRECTION_DOWN,
} TrioDirection;

typedef struct _TrioGrid TrioGrid;

TrioGrid *trio_grid_new (void);
void trio_grid_free (TrioGrid *grid);

void trio_grid_put (TrioGrid *grid, TrioGridItem *item, const TrioRect *rect);
void trio_grid_remove (TrioGrid *grid, TrioGridItem *item);
guint trio_grid_get_size (TrioGrid *grid);
void trio_grid_find (TrioGrid *grid, const TrioRect *area, GPtrArray *found);
guint trio_grid_count (TrioGrid *grid, const TrioRect *area, guint enough);
TrioGridItem *trio_grid_pick (TrioGrid *grid, double x, double y);
TrioGridItem *
trio_grid_find_neighbour (TrioGrid *grid, const TrioRect *from, TrioDirection direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioGrid, trio_grid_free)

G_END_DECLS
