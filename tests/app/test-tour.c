/* test-tour.c: the tour has four pages, turns by its buttons, can be left, and is remembered. */
#include "app-helpers.h"

#include "app/help/trio-tour.h"
#include "app/trio-settings.h"

static void
test_pages (void)
{
  GtkWidget *tour = trio_tour_new (NULL);
  GtkWidget *carousel = find_widget (tour, ADW_TYPE_CAROUSEL);
  GtkWidget *next = gtk_window_get_default_widget (GTK_WINDOW (tour));
  gpointer watched = tour;

  g_object_add_weak_pointer (G_OBJECT (tour), &watched);
  gtk_window_present (GTK_WINDOW (tour));
  gtk_test_widget_wait_for_draw (tour);
  gtk_test_accessible_assert_role (tour, GTK_ACCESSIBLE_ROLE_DIALOG);
  g_assert_cmpuint (adw_carousel_get_n_pages (ADW_CAROUSEL (carousel)), ==, 4);
  for (guint step = 0; step < 4; step++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (tour));

      /* What a screen reader says is the page. */
      g_assert_cmpuint (trio_tour_get_step (TRIO_TOUR (tour)), ==, step);
      g_assert_true (focus == adw_carousel_get_nth_page (ADW_CAROUSEL (carousel), step));
      gtk_test_accessible_assert_role (focus, GTK_ACCESSIBLE_ROLE_GROUP);
      g_signal_emit_by_name (next, "clicked");
      spin (20);
    }
  spin (50);
  g_assert_null (watched);
}

static void
test_comes_once (void)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();

  g_assert_nonnull (settings);
  g_settings_reset (settings, "tour-shown");
  gtk_window_destroy (GTK_WINDOW (trio_tour_new (NULL)));
  g_assert_true (g_settings_get_boolean (settings, "tour-shown"));
  /* Where settings live in memory it never comes by itself. */
  g_assert_false (trio_tour_is_due ());
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);
  g_test_add_func ("/tour/pages", test_pages);
  g_test_add_func ("/tour/comes-once", test_comes_once);
  return g_test_run ();
}
