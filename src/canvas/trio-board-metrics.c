/* trio-board-metrics.c: sizes of notes and frames, from the font and from the number of words. */
#include "config.h"

#include "canvas/trio-board-layout.h"

#include <math.h>
#include <string.h>

/**
 * trio_board_metrics_init:
 * @metrics: (out): the sizes
 * @scale: size of the font in relation to the usual one
 * @letter: width of its letters in relation to the usual one of the same size
 *
 * Sizes for a font.
 */
void
trio_board_metrics_init (TrioBoardMetrics *metrics, double scale, double letter)
{
  *metrics = (TrioBoardMetrics){
    .note_width = round (172 * scale),
    .note_height = round (98 * scale),
    .padding = round (12 * scale),
    .line = 18.5 * scale,
    .footer = round (22 * scale),
    .letter = letter,
    .max_lines = 9,
    .gap = round (12 * scale),
    .frame_padding = round (16 * scale),
    .frame_head = round (46 * scale),
    .title_line = 20 * scale,
    .frame_gap = round (24 * scale),
    .loose_head = round (34 * scale),
    .section_head = round (72 * scale),
    .section_gap = round (120 * scale),
  };
}

/* About how wide a character is, in shares of the font size. */
static double
width_of (gunichar c)
{
  if (c < 0x80)
    {
      if (strchr ("iljtfIr.,:;'!|()[]-", (int)c) != NULL)
        return 0.32;
      if (strchr ("mwMW@%", (int)c) != NULL)
        return 0.86;
      if (c == ' ')
        return 0.28;
      return c >= 'A' && c <= 'Z' ? 0.67 : 0.55;
    }
  return g_unichar_iswide (c) ? 1.0 : 0.6;
}

/**
 * trio_board_estimate_lines:
 * @text: words
 * @width: width that they get
 * @em: size of the font in the same unit
 * @most: count no further
 *
 * Estimates into how many lines words will be broken, without a font: measuring them would
 * take a hundred times as long, and ten thousand notes are opened at once.
 *
 * Returns: number of lines, 1 … @most
 */
guint
trio_board_estimate_lines (const char *text, double width, double em, guint most)
{
  double room = width / em;
  double line = 0;
  double word = 0;
  guint n = 1;

  for (const char *c = text; *c != '\0' && n < most; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\n')
        {
          n++;
          line = word = 0;
          continue;
        }
      if (character == ' ')
        {
          line += word + width_of (' ');
          word = 0;
          continue;
        }
      word += width_of (character);
      if (line + word <= room)
        continue;
      n++;
      if (line <= 0 || word > room)
        word = width_of (character);
      line = 0;
    }
  return MIN (n, most);
}

/**
 * trio_board_note_height:
 * @metrics: sizes
 * @n_lines: lines of words
 * @has_footer: whether there are votes, a role or a mark
 *
 * Returns: height of a note
 */
double
trio_board_note_height (const TrioBoardMetrics *metrics, guint n_lines, gboolean has_footer)
{
  double height = 2 * metrics->padding + n_lines * metrics->line;

  if (has_footer)
    height += metrics->footer - metrics->padding / 2;
  return MAX (metrics->note_height, ceil (height));
}
