/* trio-rect.c: rectangles on the board. */
#include "config.h"

#include "canvas/trio-rect.h"

/**
 * trio_rect_is_empty:
 * @rect: a rectangle
 *
 * Returns: whether it covers nothing
 */
gboolean
trio_rect_is_empty (const TrioRect *rect)
{
  return rect->width <= 0 || rect->height <= 0;
}

/**
 * trio_rect_equal:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether they are the same
 */
gboolean
trio_rect_equal (const TrioRect *a, const TrioRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/**
 * trio_rect_contains:
 * @rect: a rectangle
 * @x: a place
 * @y: a place
 *
 * Returns: whether the place lies in it
 */
gboolean
trio_rect_contains (const TrioRect *rect, double x, double y)
{
  return x >= rect->x && y >= rect->y && x < rect->x + rect->width && y < rect->y + rect->height;
}

/**
 * trio_rect_encloses:
 * @outer: a rectangle
 * @inner: another
 *
 * Returns: whether all of @inner lies in @outer
 */
gboolean
trio_rect_encloses (const TrioRect *outer, const TrioRect *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

/**
 * trio_rect_intersects:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether they cover something in common
 */
gboolean
trio_rect_intersects (const TrioRect *a, const TrioRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/**
 * trio_rect_union:
 * @a: a rectangle
 * @b: another
 *
 * Returns: the smallest rectangle around both; an empty one counts for nothing
 */
TrioRect
trio_rect_union (const TrioRect *a, const TrioRect *b)
{
  TrioRect sum;

  if (trio_rect_is_empty (a))
    return *b;
  if (trio_rect_is_empty (b))
    return *a;
  sum.x = MIN (a->x, b->x);
  sum.y = MIN (a->y, b->y);
  sum.width = MAX (a->x + a->width, b->x + b->width) - sum.x;
  sum.height = MAX (a->y + a->height, b->y + b->height) - sum.y;
  return sum;
}

/**
 * trio_rect_grow:
 * @rect: a rectangle
 * @margin: how much larger on every side; negative for smaller
 *
 * Returns: the larger rectangle; one of no size where nothing would be left
 */
TrioRect
trio_rect_grow (const TrioRect *rect, double margin)
{
  return (TrioRect){ rect->x - margin, rect->y - margin, MAX (rect->width + 2 * margin, 0),
                     MAX (rect->height + 2 * margin, 0) };
}
