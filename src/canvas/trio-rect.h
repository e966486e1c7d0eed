/* trio-rect.h: rectangles on the board. Units are pixels at 100 %; y grows downwards. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrioRect:
 * @x: left edge
 * @y: upper edge
 * @width: width, not negative
 * @height: height, not negative
 *
 * A rectangle on the board or in a view.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TrioRect;

#define TRIO_RECT_EMPTY ((TrioRect){ 0, 0, 0, 0 })

gboolean trio_rect_is_empty (const TrioRect *rect);
gboolean trio_rect_equal (const TrioRect *a, const TrioRect *b);
gboolean trio_rect_contains (const TrioRect *rect, double x, double y);
gboolean trio_rect_encloses (const TrioRect *outer, const TrioRect *inner);
gboolean trio_rect_intersects (const TrioRect *a, const TrioRect *b);
TrioRect trio_rect_union (const TrioRect *a, const TrioRect *b);
TrioRect trio_rect_grow (const TrioRect *rect, double margin);

G_END_DECLS
