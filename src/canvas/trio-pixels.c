/* trio-pixels.c: fills rectangles with smooth edges and round corners, and letters. */
#include "config.h"

#include "canvas/trio-pixels.h"

#include <math.h>
#include <wchar.h>

G_STATIC_ASSERT (sizeof (wchar_t) == sizeof (guint32));

/* Coverage from here on counts as all of a pixel. */
#define ALL 255

/**
 * trio_pixels_pack:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 to 1
 *
 * Returns: a colour as 0xAARRGGBB, not multiplied by its alpha
 */
guint32
trio_pixels_pack (double red, double green, double blue, double alpha)
{
  return (guint32)lround (CLAMP (alpha, 0, 1) * 255) << 24
         | (guint32)lround (CLAMP (red, 0, 1) * 255) << 16
         | (guint32)lround (CLAMP (green, 0, 1) * 255) << 8
         | (guint32)lround (CLAMP (blue, 0, 1) * 255);
}

/* @share: 0 to 255 of @colour, the rest of @under; red and blue in one multiplication. */
static inline guint32
mix (guint32 under, guint32 colour, guint share)
{
  guint a = share + (share >> 7);
  guint b = 256 - a;
  guint32 red_blue = ((colour & 0xff00ff) * a + (under & 0xff00ff) * b) >> 8;
  guint32 green = ((colour & 0x00ff00) * a + (under & 0x00ff00) * b) >> 8;

  return 0xff000000 | (red_blue & 0xff00ff) | (green & 0x00ff00);
}

static inline void
fill_span (guint32 *row, int from, int to, guint32 colour, guint share)
{
  if (share >= ALL && to > from)
    wmemset ((wchar_t *)row + from, (wchar_t)(colour | 0xff000000), (gsize)(to - from));
  else if (share > 0)
    for (int x = from; x < to; x++)
      row[x] = mix (row[x], colour, share);
}

/**
 * trio_pixels_clear:
 * @self: a picture
 * @colour: a colour
 *
 * Fills everything; alpha is not looked at.
 */
void
trio_pixels_clear (const TrioPixels *self, guint32 colour)
{
  fill_span (self->data, 0, self->width * self->height, colour, ALL);
}

/**
 * trio_pixels_fill_block:
 * @self: a picture
 * @rect: what to fill, in pixels; what is outside of the picture is left out
 * @colour: a colour; alpha is not looked at
 *
 * Fills whole pixels, one at least. Both edges are rounded, so that neighbours keep their
 * distance on average.
 */
void
trio_pixels_fill_block (const TrioPixels *self, const TrioRect *rect, guint32 colour)
{
  int left = (int)lround (rect->x);
  int top = (int)lround (rect->y);
  int right = MAX ((int)lround (rect->x + rect->width), left + 1);
  int bottom = MAX ((int)lround (rect->y + rect->height), top + 1);

  left = MAX (left, 0);
  right = MIN (right, self->width);
  bottom = MIN (bottom, self->height);
  for (int y = MAX (top, 0); y < bottom; y++)
    fill_span (self->data + (gsize)y * (gsize)self->width, left, right, colour, ALL);
}

/* How much of the pixel from @place on lies between two edges, 0 to 1. */
static inline double
overlap (int place, double from, double to)
{
  return CLAMP (MIN (place + 1.0, to) - MAX ((double)place, from), 0, 1);
}

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
  double radius;
} Shape;

/* How much of a pixel a shape covers: near a round corner by the distance from its edge. */
static inline double
cover (const Shape *shape, int x, int y)
{
  double across
      = MAX (shape->left + shape->radius - (x + 0.5), x + 0.5 - shape->right + shape->radius);
  double along
      = MAX (shape->top + shape->radius - (y + 0.5), y + 0.5 - shape->bottom + shape->radius);

  if (across > 0 && along > 0)
    return CLAMP (shape->radius + 0.5 - sqrt (across * across + along * along), 0, 1);
  return overlap (x, shape->left, shape->right) * overlap (y, shape->top, shape->bottom);
}

static inline void
fill_edge (guint32 *row, const Shape *shape, int from, int to, int y, guint32 colour)
{
  for (int x = from; x < to; x++)
    fill_span (row, x, x + 1, colour, (guint)(cover (shape, x, y) * (colour >> 24) + 0.5));
}

/* A span without the part of it that lies in a hole. */
static inline void
fill_around (guint32 *row, int from, int to, int hole, int hole_end, guint32 colour, guint share)
{
  if (hole >= hole_end || hole_end <= from || hole >= to)
    {
      fill_span (row, from, to, colour, share);
      return;
    }
  fill_span (row, from, hole, colour, share);
  fill_span (row, hole_end, to, colour, share);
}

/**
 * trio_pixels_fill:
 * @self: a picture
 * @rect: what to fill, in pixels; what is outside of the picture is left out
 * @radius: of its corners, in pixels
 * @colour: a colour, with alpha
 * @hole: (nullable): what may be left out, because it will be filled next
 *
 * Fills a rectangle; pixels at its edge get as much of the colour as is covered.
 */
void
trio_pixels_fill (const TrioPixels *self,
                  const TrioRect *rect,
                  double radius,
                  guint32 colour,
                  const TrioRect *hole)
{
  Shape shape = { rect->x, rect->y, rect->x + rect->width, rect->y + rect->height, 0 };
  int hole_left = 0, hole_right = 0, hole_top = 0, hole_bottom = 0;
  double left_share, right_share;
  int left, right, bottom;

  if (shape.right <= 0 || shape.bottom <= 0 || shape.left >= self->width
      || shape.top >= self->height || rect->width <= 0 || rect->height <= 0)
    return;
  shape.radius = CLAMP (radius, 0, MIN (rect->width, rect->height) / 2);
  left = (int)MAX (floor (shape.left), 0);
  right = (int)MIN (ceil (shape.right), self->width);
  bottom = (int)MIN (ceil (shape.bottom), self->height);
  if (hole != NULL)
    {
      hole_left = (int)CLAMP (ceil (hole->x), left, right);
      hole_right = (int)CLAMP (floor (hole->x + hole->width), left, right);
      hole_top = (int)CLAMP (ceil (hole->y), 0, bottom);
      hole_bottom = (int)CLAMP (floor (hole->y + hole->height), 0, bottom);
    }
  left_share = overlap ((int)floor (shape.left), shape.left, shape.right);
  right_share = overlap ((int)floor (shape.right), shape.left, shape.right);
  for (int y = (int)MAX (floor (shape.top), 0); y < bottom; y++)
    {
      guint32 *row = self->data + (gsize)y * (gsize)self->width;
      double share = overlap (y, shape.top, shape.bottom) * (colour >> 24);
      gboolean is_round
          = y + 0.5 < shape.top + shape.radius || y + 0.5 > shape.bottom - shape.radius;
      double aside = is_round ? shape.radius : 0;
      int inner = CLAMP ((int)ceil (shape.left + aside), left, right);
      int outer = CLAMP ((int)floor (shape.right - aside), inner, right);

      if (y >= hole_top && y < hole_bottom)
        fill_around (row, inner, outer, hole_left, hole_right, colour, (guint)(share + 0.5));
      else
        fill_span (row, inner, outer, colour, (guint)(share + 0.5));
      if (is_round)
        {
          fill_edge (row, &shape, left, inner, y, colour);
          fill_edge (row, &shape, outer, right, y, colour);
          continue;
        }
      fill_span (row, left, inner, colour, (guint)(left_share * share + 0.5));
      fill_span (row, outer, right, colour, (guint)(right_share * share + 0.5));
    }
}

/**
 * trio_pixels_cover:
 * @self: a picture
 * @mask: how much of each pixel is covered, 0 to 255, row by row
 * @width: pixels of a row of @mask
 * @height: rows of @mask
 * @x: where its left edge lies in the picture, in pixels
 * @y: where its upper edge lies
 * @colour: a colour, with alpha
 *
 * Fills a shape of any form, such as a letter; what is outside of the picture is left out.
 */
void
trio_pixels_cover (
    const TrioPixels *self, const guint8 *mask, int width, int height, int x, int y, guint32 colour)
{
  int left = MAX (x, 0);
  int right = MIN (x + width, self->width);
  int bottom = MIN (y + height, self->height);
  guint alpha = colour >> 24;

  alpha += alpha >> 7;
  for (int row = MAX (y, 0); row < bottom; row++)
    {
      const guint8 *covers = mask + (gsize)(row - y) * (gsize)width;
      guint32 *pixels = self->data + (gsize)row * (gsize)self->width;

      for (int column = left; column < right; column++)
        if (covers[column - x] != 0)
          pixels[column] = mix (pixels[column], colour, covers[column - x] * alpha >> 8);
    }
}
