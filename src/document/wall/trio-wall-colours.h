/* trio-wall-colours.h: the colours of the wall, light and dark, legible in a bright room. */
#pragma once

#include "model/trio-fields.h"

G_BEGIN_DECLS

/* What every pair of letters and ground on the wall reaches (WCAG 2.1, level AAA). */
#define TRIO_WALL_MIN_CONTRAST 7.0

#define TRIO_WALL_N_COLOURS (TRIO_COLOUR_GREY + 1)

/**
 * TrioWallScheme:
 * @ground: behind everything
 * @ink: letters on @ground
 * @dim: letters of captions on @ground
 * @line: thin lines; carries no information
 * @cards: ground of cards, per #TrioColour
 * @card_ink: letters on cards
 * @accents: letters and bars of a theme on @ground, per #TrioColour
 *
 * Colours as 0xRRGGBB.
 */
typedef struct
{
  guint32 ground;
  guint32 ink;
  guint32 dim;
  guint32 line;
  guint32 cards[TRIO_WALL_N_COLOURS];
  guint32 card_ink;
  guint32 accents[TRIO_WALL_N_COLOURS];
} TrioWallScheme;

const TrioWallScheme *trio_wall_scheme_get (gboolean dark);
double trio_contrast_ratio (guint32 a, guint32 b);

G_END_DECLS
