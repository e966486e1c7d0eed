/* trio-board-style.h: the colours of the board: light, dark, and high contrast. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIO_N_COLOURS 8

/**
 * TrioBoardStyle:
 * @is_dark: light words on dark colours
 * @is_plain: high contrast: lines instead of tints
 * @canvas: behind everything
 * @dot: the dots on it
 * @frame: inside of a frame
 * @frame_line: edge of a frame
 * @text: words
 * @dim: less important words
 * @accent: selection, focus and proposals
 * @vote: a vote
 * @mark: what must be noticed: withheld, flagged
 * @tabs: colour of clusters and of stripes, by #TrioColour
 * @notes: colour of notes, by #TrioColour
 * @note_text: words on notes
 * @note_dim: less important words on notes
 * @note_edge: the flat edge below a note, by #TrioColour
 *
 * Colours.
 */
typedef struct
{
  gboolean is_dark;
  gboolean is_plain;
  GdkRGBA canvas;
  GdkRGBA dot;
  GdkRGBA frame;
  GdkRGBA frame_line;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA accent;
  GdkRGBA vote;
  GdkRGBA mark;
  GdkRGBA tabs[TRIO_N_COLOURS];
  GdkRGBA notes[TRIO_N_COLOURS];
  GdkRGBA note_text;
  GdkRGBA note_dim;
  GdkRGBA note_edge[TRIO_N_COLOURS];
} TrioBoardStyle;

void trio_board_style_load (TrioBoardStyle *style, GtkWidget *widget);

G_END_DECLS
