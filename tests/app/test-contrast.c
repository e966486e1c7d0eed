/* test-contrast.c: contrast of what the board draws, in each look of the desktop.
 *
 * Words need 4.5 : 1, on notes 7 : 1; the focus and other lines that carry meaning 3 : 1
 * (EN 301 549 11.1.4.3, 11.1.4.11).
 */
#include "app-helpers.h"

#include "app/board/trio-board-style.h"
#include "document/wall/trio-wall-colours.h"

static guint
pack (const GdkRGBA *colour)
{
  return (guint)(colour->red * 255 + 0.5f) << 16 | (guint)(colour->green * 255 + 0.5f) << 8
         | (guint)(colour->blue * 255 + 0.5f);
}

static void
check (const char *what, const GdkRGBA *ink, const GdkRGBA *ground, double least)
{
  double ratio = trio_contrast_ratio (pack (ink), pack (ground));

  if (ratio < least)
    {
      g_test_message ("%s: #%06x on #%06x has %.2f : 1, needs %g", what, pack (ink), pack (ground),
                      ratio, least);
      g_test_fail ();
    }
}

static void
check_style (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  TrioBoardStyle style;

  trio_board_style_load (&style, widget);
  check ("words on the board", &style.text, &style.canvas, 7);
  check ("words in a frame", &style.text, &style.frame, 7);
  check ("muted words on the board", &style.dim, &style.canvas, 4.5);
  check ("muted words in a frame", &style.dim, &style.frame, 4.5);
  check ("focus on the board", &style.accent, &style.canvas, 3);
  check ("focus in a frame", &style.accent, &style.frame, 3);
  check ("votes of a cluster", &style.vote, &style.frame, 3);
  for (guint i = 0; i < TRIO_N_COLOURS; i++)
    {
      check ("words of a note", &style.note_text, &style.notes[i], 7);
      check ("muted words of a note", &style.note_dim, &style.notes[i], 4.5);
      check ("mark of a note", &style.mark, &style.notes[i], 4.5);
      check ("votes of a note", &style.vote, &style.notes[i], 3);
      check ("focus around a note", &style.accent, &style.notes[i], 3);
      check ("tab of a frame", &style.tabs[i], &style.frame, 3);
    }
}

static void
test_light (void)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  check_style ();
}

static void
test_dark (void)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  check_style ();
}

/* libadwaita asks for high contrast when it begins, so that takes a process of its own. */
static void
test_high (void)
{
  if (g_test_subprocess ())
    {
      g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
      test_light ();
      test_dark ();
      return;
    }
  g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_unsetenv ("ADW_DEBUG_HIGH_CONTRAST");
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);
  g_test_add_func ("/contrast/light", test_light);
  g_test_add_func ("/contrast/dark", test_dark);
  g_test_add_func ("/contrast/high", test_high);
  return g_test_run ();
}
