/* trio-wall-colours.c: the colours of the wall, light and dark, legible in a bright room.
 *
 * A washed-out projector takes away contrast, so there is more of it than on a screen.
 */
#include "config.h"

#include "document/wall/trio-wall-colours.h"

#include <math.h>

static const TrioWallScheme light = {
  .ground = 0xfcfbf9,
  .ink = 0x1e2224,
  .dim = 0x4d5257,
  .line = 0xd9d7d4,
  .cards = { [TRIO_COLOUR_YELLOW] = 0xfdf0a6,
             [TRIO_COLOUR_ORANGE] = 0xfddcb5,
             [TRIO_COLOUR_RED] = 0xf9d3e1,
             [TRIO_COLOUR_PURPLE] = 0xe9dbf6,
             [TRIO_COLOUR_BLUE] = 0xcfe4fa,
             [TRIO_COLOUR_TEAL] = 0xc8ecea,
             [TRIO_COLOUR_GREEN] = 0xcfeecb,
             [TRIO_COLOUR_GREY] = 0xe7e6e4 },
  .card_ink = 0x1e2224,
  .accents = { [TRIO_COLOUR_YELLOW] = 0x694d00,
               [TRIO_COLOUR_ORANGE] = 0x833c0b,
               [TRIO_COLOUR_RED] = 0x8f2320,
               [TRIO_COLOUR_PURPLE] = 0x69357b,
               [TRIO_COLOUR_BLUE] = 0x1c5087,
               [TRIO_COLOUR_TEAL] = 0x0c5559,
               [TRIO_COLOUR_GREEN] = 0x105a3e,
               [TRIO_COLOUR_GREY] = 0x474d54 },
};

static const TrioWallScheme dark = {
  .ground = 0x16181b,
  .ink = 0xfafafa,
  .dim = 0xc3c7cc,
  .line = 0x3c4147,
  .cards = { [TRIO_COLOUR_YELLOW] = 0x4a3f0b,
             [TRIO_COLOUR_ORANGE] = 0x543213,
             [TRIO_COLOUR_RED] = 0x59273a,
             [TRIO_COLOUR_PURPLE] = 0x46305a,
             [TRIO_COLOUR_BLUE] = 0x1f3f63,
             [TRIO_COLOUR_TEAL] = 0x12474a,
             [TRIO_COLOUR_GREEN] = 0x1f4a2b,
             [TRIO_COLOUR_GREY] = 0x3a3f45 },
  .card_ink = 0xffffff,
  .accents = { [TRIO_COLOUR_YELLOW] = 0xf0d264,
               [TRIO_COLOUR_ORANGE] = 0xf7b27a,
               [TRIO_COLOUR_RED] = 0xf5a9b8,
               [TRIO_COLOUR_PURPLE] = 0xd9b8ec,
               [TRIO_COLOUR_BLUE] = 0x9cc8f5,
               [TRIO_COLOUR_TEAL] = 0x8bd9d6,
               [TRIO_COLOUR_GREEN] = 0x93dba6,
               [TRIO_COLOUR_GREY] = 0xc6ccd2 },
};

/**
 * trio_wall_scheme_get:
 * @dark: whether light letters stand on a dark ground
 *
 * Returns: (transfer none): the colours
 */
const TrioWallScheme *
trio_wall_scheme_get (gboolean dark_ground)
{
  return dark_ground ? &dark : &light;
}

static double
get_luminance (guint32 colour)
{
  const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double luminance = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      double v = ((colour >> (8 * i)) & 0xFF) / 255.0;

      luminance += weights[i] * (v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4));
    }
  return luminance;
}

/**
 * trio_contrast_ratio:
 * @a: a colour as 0xRRGGBB
 * @b: another one
 *
 * Returns: their contrast as WCAG 2.1 defines it, from 1 to 21
 */
double
trio_contrast_ratio (guint32 a, guint32 b)
{
  double of_a = get_luminance (a);
  double of_b = get_luminance (b);

  return (MAX (of_a, of_b) + 0.05) / (MIN (of_a, of_b) + 0.05);
}
