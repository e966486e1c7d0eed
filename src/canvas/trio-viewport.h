/* trio-viewport.h: which part of the board is seen, and how large. Knows no widgets. */
#pragma once

#include "canvas/trio-rect.h"

G_BEGIN_DECLS

#define TRIO_ZOOM_MIN 0.05
#define TRIO_ZOOM_MAX 4.0

/**
 * TrioViewport:
 * @x: board place at the left edge of the view
 * @y: board place at the upper edge of the view
 * @zoom: view pixels per board unit, %TRIO_ZOOM_MIN … %TRIO_ZOOM_MAX
 * @width: width of the view in pixels
 * @height: height of the view in pixels
 *
 * A view of the board. A plain value: copy it to remember a view, or to animate between two.
 */
typedef struct
{
  double x;
  double y;
  double zoom;
  double width;
  double height;
} TrioViewport;

void trio_viewport_init (TrioViewport *self, double width, double height);
void trio_viewport_to_view (const TrioViewport *self, double x, double y, double *vx, double *vy);
void trio_viewport_to_board (const TrioViewport *self, double vx, double vy, double *x, double *y);
TrioRect trio_viewport_rect_to_view (const TrioViewport *self, const TrioRect *rect);
TrioRect trio_viewport_rect_to_board (const TrioViewport *self, const TrioRect *rect);
TrioRect trio_viewport_get_area (const TrioViewport *self);
void trio_viewport_zoom_at (TrioViewport *self, double zoom, double vx, double vy);
double trio_viewport_step (double zoom, int steps);
void trio_viewport_fit (TrioViewport *self, const TrioRect *rect, double margin, double max_zoom);
gboolean trio_viewport_reveal (TrioViewport *self, const TrioRect *rect, double margin);
void trio_viewport_mix (TrioViewport *self,
                        const TrioViewport *from,
                        const TrioViewport *to,
                        double progress);

G_END_DECLS
