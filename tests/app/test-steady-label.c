/* test-steady-label.c: words that change without the window being laid out anew. */
#include "app-helpers.h"

#include "app/widgets/trio-steady-label.h"

#define WIDTH 200

/* How often the label was asked how much room it needs. */
static guint n_measured;

static void
measure_cb (GtkWidget *widget,
            GtkOrientation orientation,
            int for_size,
            int *minimum,
            int *natural,
            int *minimum_baseline,
            int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  n_measured++;
  gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? WIDTH : -1,
                      minimum, natural, NULL, NULL);
}

static void
allocate_cb (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int needed;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &needed, NULL, NULL);
  gtk_widget_allocate (child, WIDTH, needed, -1, NULL);
}

static GtkWidget *
show (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (NULL, measure_cb, allocate_cb));
  gtk_widget_set_parent (label, box);
  show_in_window (box);
  spin (50);
  n_measured = 0;
  return box;
}

static void
hide (GtkWidget *box)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (box));

  gtk_widget_unparent (gtk_widget_get_first_child (box));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
set (GtkWidget *label, const char *text)
{
  trio_steady_label_set_label (TRIO_STEADY_LABEL (label), text);
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  g_assert_cmpstr (trio_steady_label_get_label (TRIO_STEADY_LABEL (label)), ==, text);
  spin (50);
}

static void
test_words_that_fit_move_nothing (void)
{
  GtkWidget *label = trio_steady_label_new ();
  GtkWidget *box = show (label);

  gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_LABEL);
  set (label, "9 inputs");
  set (label, "10 inputs");
  g_assert_cmpuint (n_measured, ==, 0);

  set (label, "An input cannot be empty, and this is longer than the place for it");
  g_assert_cmpuint (n_measured, >, 0);
  hide (box);
}

static void
test_a_fixed_width_asks_for_nothing (void)
{
  GtkWidget *label = g_object_new (TRIO_TYPE_STEADY_LABEL, "width-chars", 6, NULL);
  GtkWidget *box = show (label);
  int before, after;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL, NULL);
  set (label, "The words of an input that are much longer than the place for them");
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL, NULL);
  g_assert_cmpint (before, >, 0);
  g_assert_cmpint (after, ==, before);
  g_assert_cmpuint (n_measured, ==, 0);
  hide (box);
}

static void
test_another_line_gets_room (void)
{
  GtkWidget *label = g_object_new (TRIO_TYPE_STEADY_LABEL, "wraps", TRUE, "width-chars", 20, NULL);
  GtkWidget *box = show (label);
  int one_line = gtk_widget_get_height (label);

  set (label, "3 inputs in all");
  g_assert_cmpuint (n_measured, ==, 0);
  set (label, "3 inputs in all · 1 withheld · 2 for practice, and some more");
  g_assert_cmpuint (n_measured, >, 0);
  g_assert_cmpint (gtk_widget_get_height (label), >, one_line);
  set (label, "3 inputs in all");
  g_assert_cmpint (gtk_widget_get_height (label), ==, one_line);
  hide (box);
}

/* The words of a label that waits are there at once, and it may go before they are drawn. */
static void
test_waiting_keeps_nothing_alive (void)
{
  GtkWidget *label = g_object_new (TRIO_TYPE_STEADY_LABEL, "waits", TRUE, NULL);
  GtkWidget *box = show (label);
  gpointer weak = label;

  g_object_add_weak_pointer (G_OBJECT (label), &weak);
  trio_steady_label_set_label (TRIO_STEADY_LABEL (label), "1 input");
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "1 input");
  hide (box);
  g_assert_null (weak);
  spin (150);
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);
  g_test_add_func ("/steady-label/words-that-fit-move-nothing", test_words_that_fit_move_nothing);
  g_test_add_func ("/steady-label/a-fixed-width-asks-for-nothing",
                   test_a_fixed_width_asks_for_nothing);
  g_test_add_func ("/steady-label/another-line-gets-room", test_another_line_gets_room);
  g_test_add_func ("/steady-label/waiting-keeps-nothing-alive", test_waiting_keeps_nothing_alive);
  return g_test_run ();
}
