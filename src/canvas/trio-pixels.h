/* trio-pixels.h: fills rectangles and letters into a picture in memory.
 *
 * A board is thousands of rectangles, most of them a few pixels large. Written straight into
 * memory each costs a fraction of what a path costs that a drawing library takes apart first.
 */
#pragma once

#include "canvas/trio-rect.h"

G_BEGIN_DECLS

/**
 * TrioPixels:
 * @data: the pixels, row by row, as 0xAARRGGBB; borrowed
 * @width: pixels of a row
 * @height: rows
 *
 * A picture that is opaque everywhere.
 */
typedef struct
{
  guint32 *data;
  int width;
  int height;
} TrioPixels;

guint32 trio_pixels_pack (double red, double green, double blue, double alpha);
void trio_pixels_clear (const TrioPixels *self, guint32 colour);
void trio_pixels_fill_block (const TrioPixels *self, const TrioRect *rect, guint32 colour);
void trio_pixels_fill (const TrioPixels *self,
                       const TrioRect *rect,
                       double radius,
                       guint32 colour,
                       const TrioRect *hole);
void trio_pixels_cover (const TrioPixels *self,
                        const guint8 *mask,
                        int width,
                        int height,
                        int x,
                        int y,
                        guint32 colour);

G_END_DECLS
