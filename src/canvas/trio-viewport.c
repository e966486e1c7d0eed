/* trio-viewport.c: which part of the board is seen: conversions, zooming, fitting, revealing. */
#include "config.h"

#include "canvas/trio-viewport.h"

#include <math.h>

static double
limit (double zoom)
{
  return CLAMP (zoom, TRIO_ZOOM_MIN, TRIO_ZOOM_MAX);
}

/**
 * trio_viewport_init:
 * @self: an uninitialised viewport
 * @width: width of the view in pixels
 * @height: height of the view in pixels
 *
 * Shows the origin of the board at 100 %.
 */
void
trio_viewport_init (TrioViewport *self, double width, double height)
{
  *self = (TrioViewport){ 0, 0, 1, width, height };
}

/**
 * trio_viewport_to_view:
 * @self: a viewport
 * @x: a place on the board
 * @y: a place on the board
 * @vx: (out): the same place in the view, in pixels
 * @vy: (out): the same place in the view, in pixels
 *
 * Converts a place.
 */
void
trio_viewport_to_view (const TrioViewport *self, double x, double y, double *vx, double *vy)
{
  *vx = (x - self->x) * self->zoom;
  *vy = (y - self->y) * self->zoom;
}

/**
 * trio_viewport_to_board:
 * @self: a viewport
 * @vx: a place in the view, in pixels
 * @vy: a place in the view, in pixels
 * @x: (out): the same place on the board
 * @y: (out): the same place on the board
 *
 * Converts a place.
 */
void
trio_viewport_to_board (const TrioViewport *self, double vx, double vy, double *x, double *y)
{
  *x = self->x + vx / self->zoom;
  *y = self->y + vy / self->zoom;
}

/**
 * trio_viewport_rect_to_view:
 * @self: a viewport
 * @rect: a rectangle on the board
 *
 * Returns: the same rectangle in the view
 */
TrioRect
trio_viewport_rect_to_view (const TrioViewport *self, const TrioRect *rect)
{
  TrioRect view = { 0, 0, rect->width * self->zoom, rect->height * self->zoom };

  trio_viewport_to_view (self, rect->x, rect->y, &view.x, &view.y);
  return view;
}

/**
 * trio_viewport_rect_to_board:
 * @self: a viewport
 * @rect: a rectangle in the view
 *
 * Returns: the same rectangle on the board
 */
TrioRect
trio_viewport_rect_to_board (const TrioViewport *self, const TrioRect *rect)
{
  TrioRect board = { 0, 0, rect->width / self->zoom, rect->height / self->zoom };

  trio_viewport_to_board (self, rect->x, rect->y, &board.x, &board.y);
  return board;
}

/**
 * trio_viewport_get_area:
 * @self: a viewport
 *
 * Returns: the part of the board that is seen
 */
TrioRect
trio_viewport_get_area (const TrioViewport *self)
{
  return (TrioRect){ self->x, self->y, self->width / self->zoom, self->height / self->zoom };
}

/**
 * trio_viewport_zoom_at:
 * @self: a viewport
 * @zoom: the new zoom; kept between 5 and 400 %
 * @vx: a place in the view
 * @vy: a place in the view
 *
 * Changes the zoom so that what is at the place stays there.
 */
void
trio_viewport_zoom_at (TrioViewport *self, double zoom, double vx, double vy)
{
  double x;
  double y;

  trio_viewport_to_board (self, vx, vy, &x, &y);
  self->zoom = limit (zoom);
  self->x = x - vx / self->zoom;
  self->y = y - vy / self->zoom;
}

/**
 * trio_viewport_step:
 * @zoom: a zoom
 * @steps: how many steps of √2 in, or out when negative
 *
 * Steps are counted from 100 %, so that in and out meet the same values, 100 % among them.
 *
 * Returns: the zoom so many steps away
 */
double
trio_viewport_step (double zoom, int steps)
{
  double level = 2 * log2 (zoom);
  double near = round (level);

  /* Between two steps the first step goes to the next one only. */
  if (fabs (level - near) > 0.02)
    {
      level = steps > 0 ? floor (level) : ceil (level);
      near = level;
    }
  return limit (exp2 ((near + steps) / 2));
}

/**
 * trio_viewport_fit:
 * @self: a viewport
 * @rect: what is to be seen
 * @margin: pixels to keep free around it
 * @max_zoom: a larger zoom is not used
 *
 * Shows all of @rect: in the middle when the view is larger, from its beginning when even the
 * least zoom is too large.
 */
void
trio_viewport_fit (TrioViewport *self, const TrioRect *rect, double margin, double max_zoom)
{
  double width = MAX (self->width - 2 * margin, 1);
  double height = MAX (self->height - 2 * margin, 1);
  double zoom = max_zoom;

  if (rect->width > 0)
    zoom = MIN (zoom, width / rect->width);
  if (rect->height > 0)
    zoom = MIN (zoom, height / rect->height);
  self->zoom = limit (zoom);
  self->x = rect->x - MAX ((self->width / self->zoom - rect->width) / 2, margin / self->zoom);
  self->y = rect->y - MAX ((self->height / self->zoom - rect->height) / 2, margin / self->zoom);
}

static double
reveal_span (double start, double seen, double from, double length)
{
  if (from < start || length > seen)
    return from;
  if (from + length > start + seen)
    return from + length - seen;
  return start;
}

/**
 * trio_viewport_reveal:
 * @self: a viewport
 * @rect: what is to be seen
 * @margin: pixels to keep free around it
 *
 * Scrolls as little as needed to see @rect, without zooming.
 *
 * Returns: whether it had to scroll
 */
gboolean
trio_viewport_reveal (TrioViewport *self, const TrioRect *rect, double margin)
{
  TrioRect wanted = trio_rect_grow (rect, margin / self->zoom);
  double x = reveal_span (self->x, self->width / self->zoom, wanted.x, wanted.width);
  double y = reveal_span (self->y, self->height / self->zoom, wanted.y, wanted.height);
  gboolean scrolls = x != self->x || y != self->y;

  self->x = x;
  self->y = y;
  return scrolls;
}

/**
 * trio_viewport_mix:
 * @self: (out): what to show
 * @from: the view at the beginning
 * @to: the view at the end
 * @progress: 0 at the beginning, 1 at the end
 *
 * A view between two others. The zoom changes by a constant factor per time, and the place
 * that both show at the same spot stays there, so that zooming around the pointer does.
 */
void
trio_viewport_mix (TrioViewport *self,
                   const TrioViewport *from,
                   const TrioViewport *to,
                   double progress)
{
  TrioViewport mixed = *to;
  double share = progress;

  if (progress >= 1)
    {
      *self = mixed;
      return;
    }
  mixed.zoom = from->zoom * pow (to->zoom / from->zoom, progress);
  if (fabs (to->zoom / from->zoom - 1) > 1e-6)
    share = (1 / mixed.zoom - 1 / from->zoom) / (1 / to->zoom - 1 / from->zoom);
  mixed.x = from->x + (to->x - from->x) * share;
  mixed.y = from->y + (to->y - from->y) * share;
  *self = mixed;
}
