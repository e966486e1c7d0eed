/* test-round-box.c: the running round in the sidebar, and the table of rounds and teams. */
#include "app-helpers.h"

#include "app/rounds/trio-rotation-view.h"
#include "app/rounds/trio-round-box.h"
#include "model/trio-rounds.h"

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static TrioModel *
make_day (guint n_rounds, guint n_teams)
{
  TrioModel *model = make_workshop (2);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_rounds; i++)
    trio_command_add_round (model, "", 20, &error);
  for (guint i = 0; i < n_teams; i++)
    trio_command_add_team (model, i == 0 ? "North" : "South", &error);
  g_assert_no_error (error);
  return model;
}

static void
test_box_follows_the_round (void)
{
  TrioModel *model = make_day (2, 0);
  GtkWidget *box = g_object_new (TRIO_TYPE_ROUND_BOX, NULL);
  GtkWidget *window = show_in_window (box);
  GtkWidget *time;
  g_autoptr (GError) error = NULL;

  trio_round_box_set_model (TRIO_ROUND_BOX (box), model);
  spin (50);
  gtk_test_accessible_assert_role (box, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (box, GTK_ACCESSIBLE_PROPERTY_LABEL, "Rounds");
  g_assert_nonnull (find_label (box, "2 rounds planned"));
  g_assert_nonnull (find_label (box, "Start Round 1"));

  trio_command_next_round (model, g_get_real_time () - 10 * G_USEC_PER_SEC, &error);
  spin (50);
  g_assert_nonnull (find_label (box, "Round 1 of 2"));
  g_assert_nonnull (find_label (box, "Pause"));
  g_assert_nonnull (find_label (box, "Next Round"));
  time = find_label (box, "19:50");
  if (time == NULL)
    time = find_label (box, "19:49");
  g_assert_nonnull (time);
  gtk_test_accessible_assert_role (time, GTK_ACCESSIBLE_ROLE_TIMER);

  trio_command_pause_round (model, g_get_real_time (), &error);
  g_assert_nonnull (find_label (box, "Round 1 of 2: paused"));
  g_assert_nonnull (find_label (box, "Resume"));

  trio_command_start_round (model, trio_round_get_next (model, 0),
                            g_get_real_time () - 3600 * (gint64)G_USEC_PER_SEC, &error);
  g_assert_nonnull (find_label (box, "Round 1 of 2: the time is up"));
  g_assert_nonnull (find_label (box, "00:00"));
  g_assert_no_error (error);
  destroy_and_check (window, box);
  g_assert_finalize_object (model);
}

static void
test_box_without_rounds (void)
{
  TrioModel *model = make_day (0, 0);
  GtkWidget *box = g_object_new (TRIO_TYPE_ROUND_BOX, NULL);
  GtkWidget *window = show_in_window (box);

  trio_round_box_set_model (TRIO_ROUND_BOX (box), model);
  spin (50);
  g_assert_nonnull (find_label (box, "No rounds planned"));
  g_assert_nonnull (find_label (box, "Plan Rounds…"));
  g_assert_null (find_label (box, "Next Round"));
  destroy_and_check (window, box);
  g_assert_finalize_object (model);
}

/* The n-th widget of a type, depth first. */
static GtkWidget *
nth_widget (GtkWidget *widget, GType type, guint *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = nth_widget (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth_cell (GtkWidget *view, guint n)
{
  return nth_widget (view, GTK_TYPE_DROP_DOWN, &n);
}

static void
click (GtkWidget *view, const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (find_label (view, label), GTK_TYPE_BUTTON);

  g_signal_emit_by_name (button, "clicked");
}

static void
test_table_plans_and_follows (void)
{
  TrioModel *model = make_day (2, 2);
  GtkWidget *view = trio_rotation_view_new ();
  GtkWidget *window = show_in_window (view);
  g_autoptr (GError) error = NULL;

  trio_rotation_view_set_model (TRIO_ROTATION_VIEW (view), model);
  spin (50);
  g_assert_nonnull (find_label (view, "Without a plan inputs get the running round, but no team."));
  gtk_test_accessible_assert_property (nth_cell (view, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "North in round 1");
  click (view, "Make the Plan");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (nth_cell (view, 0))), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (nth_cell (view, 1))), ==, 2);
  g_assert_nonnull (
      find_label (view, "Every team comes to every theme once, one team at a station."));

  /* A choice is a step, and undo brings the choice back. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth_cell (view, 0)), 2);
  g_assert_cmpint (trio_rotation_get_station (
                       model, trio_round_get_next (model, 0),
                       trio_object_get_id (nth (trio_model_get_list (model, TRIO_KIND_TEAM), 0))),
                   ==, nth_station (model, 1));
  g_assert_true (trio_model_undo (model, &error));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (nth_cell (view, 0))), ==, 1);

  click (view, "Add Team");
  g_assert_cmpuint (g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_TEAM)), ==, 3);
  click (view, "Add Round");
  g_assert_cmpuint (g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_ROUND)), ==, 3);
  g_assert_nonnull (nth_cell (view, 8));
  g_assert_no_error (error);
  destroy_and_check (window, view);
  g_assert_finalize_object (model);
}

/* The wheel scrolls the page and changes no minutes on the way. */
static void
test_wheel_changes_nothing (void)
{
  g_autoptr (TrioModel) model = make_day (2, 2);
  GtkWidget *view = trio_rotation_view_new ();
  GtkWidget *window;
  GtkWidget *spin;
  g_autoptr (GListModel) controllers = NULL;

  trio_rotation_view_set_model (TRIO_ROTATION_VIEW (view), model);
  window = show_in_window (view);
  spin = find_widget (view, GTK_TYPE_SPIN_BUTTON);
  g_assert_nonnull (spin);
  controllers = gtk_widget_observe_controllers (spin);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      g_assert_false (GTK_IS_EVENT_CONTROLLER_SCROLL (controller));
    }
  trio_rotation_view_set_model (TRIO_ROTATION_VIEW (view), NULL);
  destroy_and_check (window, view);
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);
  g_test_add_func ("/round-box/follows-the-round", test_box_follows_the_round);
  g_test_add_func ("/round-box/without-rounds", test_box_without_rounds);
  g_test_add_func ("/rotation-view/plans-and-follows", test_table_plans_and_follows);
  g_test_add_func ("/rounds/wheel-changes-nothing", test_wheel_changes_nothing);
  return g_test_run ();
}
