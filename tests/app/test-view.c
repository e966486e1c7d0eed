/* test-view.c: an open workshop: stations, heading, focus, undo with names. */
#include "app-helpers.h"

#include "app/board/trio-board.h"
#include "app/board/trio-suggest-panel.h"
#include "app/capture/trio-capture-bar.h"
#include "app/station/trio-sidebar.h"
#include "app/station/trio-station-page.h"
#include "app/station/trio-station-row.h"
#include "app/widgets/trio-steady-label.h"
#include "app/window/trio-workshop-view.h"

#define ROOM_FOR_STATIONS 980

typedef struct
{
  TrioModel *model;
  GtkWidget *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->model = make_workshop (4);
  f->view = trio_workshop_view_new (f->model);
  f->window = show_in_window (f->view);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1020, 600);
  for (guint i = 0; i < 250 && gtk_widget_get_width (f->view) < ROOM_FOR_STATIONS; i++)
    spin (20);
  trio_workshop_view_focus_capture (TRIO_WORKSHOP_VIEW (f->view));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  destroy_and_check (f->window, f->view);
  wait_for_workers (f->model);
  g_assert_finalize_object (f->model);
}

static gboolean
focus_is_in_entry (Fixture *f)
{
  return GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (f->window)));
}

static GtkListBoxRow *
station_row (Fixture *f, int index)
{
  GtkWidget *sidebar = find_widget (f->view, TRIO_TYPE_SIDEBAR);
  GtkWidget *list = find_widget (sidebar, GTK_TYPE_LIST_BOX);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index);
}

static void
test_starts_at_the_first_station (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (trio_workshop_view_get_station (TRIO_WORKSHOP_VIEW (f->view)), ==,
                   nth_station (f->model, 0));
  g_assert_true (focus_is_in_entry (f));
}

static void
test_numbers_choose_stations (Fixture *f, gconstpointer data)
{
  TrioWorkshopView *view = TRIO_WORKSHOP_VIEW (f->view);

  g_assert_true (trio_workshop_view_go_to_number (view, 3));
  g_assert_cmpint (trio_workshop_view_get_station (view), ==, nth_station (f->model, 2));
  g_assert_true (focus_is_in_entry (f));
  g_assert_false (trio_workshop_view_go_to_number (view, 9));
  g_assert_cmpint (trio_workshop_view_get_station (view), ==, nth_station (f->model, 2));
}

static void
test_rows_count (Fixture *f, gconstpointer data)
{
  GtkAccessible *row = GTK_ACCESSIBLE (station_row (f, 1));

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Station 2: Theme 2, 0 inputs");
  add_note (f->model, 1, "x");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Station 2: Theme 2, 1 input");
}

static void
test_rows_follow_the_theme (Fixture *f, gconstpointer data)
{
  TrioObject *theme = nth (trio_model_get_list (f->model, TRIO_KIND_THEME), 0);
  g_autoptr (GError) error = NULL;

  trio_command_set_field (f->model, trio_object_get_id (theme), TRIO_THEME_TITLE, "Renamed",
                          &error);
  g_assert_no_error (error);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (station_row (f, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Station 1: Renamed, 0 inputs");
}

static void
test_undo_and_redo (Fixture *f, gconstpointer data)
{
  TrioWorkshopView *view = TRIO_WORKSHOP_VIEW (f->view);

  add_note (f->model, 0, "x");
  g_assert_true (trio_workshop_view_undo (view, FALSE));
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 0);
  g_assert_true (focus_is_in_entry (f));
  g_assert_true (trio_workshop_view_undo (view, TRUE));
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 1);
  g_assert_false (trio_workshop_view_undo (view, TRUE));
}

/* A finding leads to its input, also at another station and from another page. */
static void
test_show_note (Fixture *f, gconstpointer data)
{
  TrioWorkshopView *view = TRIO_WORKSHOP_VIEW (f->view);
  TrioId note = add_note (f->model, 2, "Look here");
  TrioStationPage *page;
  TrioSelection *selection;

  trio_workshop_view_show_page (view, "setup");
  trio_workshop_view_show_note (view, note);
  g_assert_cmpstr (trio_workshop_view_get_page (view), ==, "station");
  g_assert_cmpint (trio_workshop_view_get_station (view), ==, nth_station (f->model, 2));
  page = TRIO_STATION_PAGE (find_widget (f->view, TRIO_TYPE_STATION_PAGE));
  selection = trio_board_get_selection (trio_station_page_get_board (page));
  g_assert_cmpuint (trio_selection_get_size (selection), ==, 1);
  g_assert_true (trio_selection_contains (selection, note));
  g_assert_false (focus_is_in_entry (f));

  trio_workshop_view_show_note (view, 987654); /* deleted meanwhile: nothing happens */
  g_assert_true (trio_selection_contains (selection, note));
}

static void
test_a_proposal_stays_at_its_station (Fixture *f, gconstpointer data)
{
  TrioWorkshopView *view = TRIO_WORKSHOP_VIEW (f->view);
  TrioSuggestPanel *panel = TRIO_SUGGEST_PANEL (find_widget (f->view, TRIO_TYPE_SUGGEST_PANEL));

  for (guint i = 0; i < 8; i++)
    add_note (f->model, 0, i % 2 == 0 ? "More time for breaks" : "Better screens at work");
  trio_suggest_panel_start (panel);
  g_assert_true (trio_suggest_panel_is_active (panel));
  trio_workshop_view_go_to_number (view, 2);
  g_assert_false (trio_suggest_panel_is_active (panel));
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  if (TRIO_IS_STEADY_LABEL (widget)
      && g_str_equal (trio_steady_label_get_label (TRIO_STEADY_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
test_sum_follows (Fixture *f, gconstpointer data)
{
  const TrioId ids[] = { add_note (f->model, 0, "a"), add_note (f->model, 1, "b") };
  g_autoptr (GError) error = NULL;

  g_assert_true (has_label (f->view, "2 inputs in all"));
  trio_command_withhold_notes (f->model, ids, 2, "why", &error);
  g_assert_no_error (error);
  g_assert_true (has_label (f->view, "2 inputs in all · 2 withheld"));
  trio_command_delete_notes (f->model, ids, 1, &error);
  g_assert_no_error (error);
  g_assert_true (has_label (f->view, "1 input in all · 1 withheld"));
  trio_model_undo (f->model, &error);
  trio_model_undo (f->model, &error);
  g_assert_true (has_label (f->view, "2 inputs in all"));
}

static void
test_new_station_appears (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* The last row shows all stations. */
  g_assert_false (TRIO_IS_STATION_ROW (station_row (f, 4)));
  trio_command_add_theme_and_station (f->model, "Fifth", 5, &error);
  g_assert_no_error (error);
  g_assert_true (TRIO_IS_STATION_ROW (station_row (f, 4)));
  g_assert_true (trio_workshop_view_go_to_number (TRIO_WORKSHOP_VIEW (f->view), 5));
}

static void
test_f6_goes_round (Fixture *f, gconstpointer data)
{
  GtkWidget *sidebar = find_widget (f->view, TRIO_TYPE_SIDEBAR);

  trio_workshop_view_focus_next_pane (TRIO_WORKSHOP_VIEW (f->view));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), sidebar));
  /* On an empty board N begins an input, so it takes the focus. */
  trio_workshop_view_focus_next_pane (TRIO_WORKSHOP_VIEW (f->view));
  g_assert_true (TRIO_IS_BOARD (gtk_window_get_focus (GTK_WINDOW (f->window))));
  trio_workshop_view_focus_next_pane (TRIO_WORKSHOP_VIEW (f->view));
  g_assert_true (focus_is_in_entry (f));
}

/* Long titles take more lines; the board keeps its room. */
static void
test_sidebar_keeps_its_width (Fixture *f, gconstpointer data)
{
  static const char *const long_title
      = "A day of inspiration about work communities of the future for leaders and for all "
        "representatives of employees in the whole department of health and care";
  GtkWidget *sidebar = find_widget (f->view, TRIO_TYPE_SIDEBAR);
  g_autoptr (TrioEdit) edit = trio_edit_new (f->model, "edit-workshop");
  g_autoptr (GError) error = NULL;
  int before, after;

  gtk_widget_measure (sidebar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL, NULL);
  trio_edit_set_text (edit, trio_model_get_workshop_record (f->model)->id, TRIO_WORKSHOP_TITLE,
                      long_title);
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_no_error (error);
  spin (50);
  gtk_widget_measure (sidebar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL, NULL);
  g_assert_cmpint (after, <=, before);
}

static gboolean
sidebar_is_shown (Fixture *f)
{
  return gtk_widget_get_child_visible (find_widget (f->view, TRIO_TYPE_SIDEBAR));
}

static void
expect_sidebar (Fixture *f, gboolean is_shown)
{
  for (guint i = 0; i < 250 && sidebar_is_shown (f) != is_shown; i++)
    spin (20);
  g_assert_cmpint (sidebar_is_shown (f), ==, is_shown);
}

/* Without room the stations lie over the page when they are asked for, and go when one is chosen. */
static void
test_sidebar_folds (Fixture *f, gconstpointer data)
{
  TrioWorkshopView *view = TRIO_WORKSHOP_VIEW (f->view);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  expect_sidebar (f, TRUE);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  expect_sidebar (f, FALSE);
  trio_workshop_view_focus_next_pane (view);
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)),
                                          find_widget (f->view, TRIO_TYPE_SIDEBAR)));

  g_assert_false (trio_workshop_view_set_show_sidebar (view, TRUE));
  expect_sidebar (f, TRUE);
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (f->window))));
  trio_workshop_view_go_to_number (view, 2);
  expect_sidebar (f, FALSE);
  g_assert_true (focus_is_in_entry (f));

  /* With room again it is as it was. */
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  expect_sidebar (f, TRUE);
}

static void
test_close_lets_go (Fixture *f, gconstpointer data)
{
  trio_workshop_view_close (TRIO_WORKSHOP_VIEW (f->view));
  g_assert_null (station_row (f, 0));
  add_note (f->model, 0, "nobody looks");
}

static void
test_empty_workshop (void)
{
  TrioModel *model = make_empty_workshop (TRIO_LANGUAGE_DA);
  GtkWidget *view = trio_workshop_view_new (model);
  GtkWidget *window = show_in_window (view);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (trio_workshop_view_get_station (TRIO_WORKSHOP_VIEW (view)), ==, 0);
  g_assert_false (gtk_widget_get_mapped (find_widget (view, TRIO_TYPE_CAPTURE_BAR)));
  trio_command_add_theme_and_station (model, "First", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (trio_workshop_view_get_station (TRIO_WORKSHOP_VIEW (view)), !=, 0);
  spin (50);
  g_assert_true (gtk_widget_get_mapped (find_widget (view, TRIO_TYPE_CAPTURE_BAR)));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  destroy_and_check (window, view);
  wait_for_workers (model);
  g_assert_finalize_object (model);
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/view/starts-at-the-first-station", test_starts_at_the_first_station);
  ADD ("/view/numbers-choose-stations", test_numbers_choose_stations);
  ADD ("/view/rows-count", test_rows_count);
  ADD ("/view/rows-follow-the-theme", test_rows_follow_the_theme);
  ADD ("/view/undo-and-redo", test_undo_and_redo);
  ADD ("/view/show-note", test_show_note);
  ADD ("/view/a-proposal-stays-at-its-station", test_a_proposal_stays_at_its_station);
  ADD ("/view/sum-follows", test_sum_follows);
  ADD ("/view/new-station-appears", test_new_station_appears);
  ADD ("/view/f6-goes-round", test_f6_goes_round);
  ADD ("/view/sidebar-keeps-its-width", test_sidebar_keeps_its_width);
  ADD ("/view/sidebar-folds", test_sidebar_folds);
  ADD ("/view/close-lets-go", test_close_lets_go);
  g_test_add_func ("/view/empty-workshop", test_empty_workshop);
  return g_test_run ();
}
