/* test-window.c: the window with real files: open, refuse, copy, close without loss. */
#include "app-helpers.h"

#include <glib/gstdio.h>

#include "app/capture/trio-capture-bar.h"
#include "app/rounds/trio-round-box.h"
#include "app/trio-application.h"
#include "app/window/trio-problem-page.h"
#include "app/window/trio-workshop-view.h"
#include "base/trio-error.h"

typedef struct
{
  char *folder;
  char *path;
  TrioWindow *window;
} Fixture;

static void
make_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) store = trio_store_create (path, TRIO_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  trio_command_add_theme_and_station (trio_store_get_model (store), "First", 1, &error);
  g_assert_no_error (error);
  g_assert_true (trio_store_close (store, &error));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("trio-window-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "day.trio", NULL);
  make_file (f->path);
  f->window = TRIO_WINDOW (trio_window_new (GTK_APPLICATION ((gpointer)data)));
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gpointer watched = f->window;

  if (f->window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (f->window), &watched);
      trio_window_shut_down (f->window);
      spin (50);
      g_assert_null (watched);
    }
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static void
wait_for_store (Fixture *f)
{
  for (guint i = 0; i < 200 && trio_window_get_store (f->window) == NULL; i++)
    spin (20);
  g_assert_nonnull (trio_window_get_store (f->window));
}

static GtkWidget *
wait_for_problem (Fixture *f)
{
  GtkWidget *page = NULL;

  for (guint i = 0; i < 200 && page == NULL; i++)
    {
      spin (20);
      page = find_widget (GTK_WIDGET (f->window), TRIO_TYPE_PROBLEM_PAGE);
    }
  g_assert_nonnull (page);
  return page;
}

/* The button with this label that can be seen. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_enabled (Fixture *f, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), action);
}

static void
test_open_type_close (Fixture *f, gconstpointer data)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *view;
  GtkEditable *entry;

  trio_window_open (f->window, f->path, TRIO_OPEN_DEFAULT);
  wait_for_store (f);
  view = find_widget (GTK_WIDGET (f->window), TRIO_TYPE_WORKSHOP_VIEW);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (f->window))));
  entry = GTK_EDITABLE (find_widget (view, GTK_TYPE_ENTRY));
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("Input %u", i);

      gtk_editable_set_text (entry, text);
      g_signal_emit_by_name (entry, "activate");
    }
  g_assert_true (is_enabled (f, "undo"));
  g_assert_false (is_enabled (f, "redo"));

  /* Closing with steps that are not on disk yet waits for them and then closes by itself. */
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *)&f->window);
  gtk_window_close (GTK_WINDOW (f->window));
  for (guint i = 0; i < 200 && f->window != NULL; i++)
    spin (20);
  g_assert_null (f->window);

  store = trio_store_open (f->path, TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (trio_store_get_model (store), 0)), ==, 50);
  g_assert_cmpstr (text_at (trio_store_get_model (store), 0, 49), ==, "Input 49");
  trio_store_close (store, NULL);
}

static void
test_session_end_keeps_words (Fixture *f, gconstpointer data)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;

  trio_window_open (f->window, f->path, TRIO_OPEN_DEFAULT);
  wait_for_store (f);
  gtk_editable_set_text (
      GTK_EDITABLE (find_widget (find_widget (GTK_WIDGET (f->window), TRIO_TYPE_WORKSHOP_VIEW),
                                 GTK_TYPE_ENTRY)),
      "Half written");
  trio_window_shut_down (f->window);
  f->window = NULL;
  spin (50);

  store = trio_store_open (f->path, TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text_at (trio_store_get_model (store), 0, 0), ==, "Half written");
  trio_store_close (store, NULL);
}

static void
test_foreign_file (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "foreign.trio", NULL);
  GtkWidget *page;

  g_assert_true (g_file_set_contents (path, "This is a letter, not a workshop.", -1, NULL));
  trio_window_open (f->window, path, TRIO_OPEN_DEFAULT);
  page = wait_for_problem (f);
  g_assert_nonnull (find_button (page, "_Back"));
  g_assert_null (find_button (page, "Open for _Reading Only"));
  g_assert_false (is_enabled (f, "export"));
  g_assert_true (trio_window_is_free (f->window));
}

static void
test_missing_file (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "none.trio", NULL);
  GtkWidget *page;

  trio_window_open (f->window, path, TRIO_OPEN_DEFAULT);
  page = wait_for_problem (f);
  g_assert_nonnull (find_button (page, "_Try Again"));
  make_file (path);
  g_signal_emit_by_name (find_button (page, "_Try Again"), "clicked");
  wait_for_store (f);
}

static void
test_file_in_use (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) holder = trio_store_open (f->path, TRIO_OPEN_DEFAULT, NULL, &error);
  GtkWidget *page;

  g_assert_no_error (error);
  trio_window_open (f->window, f->path, TRIO_OPEN_DEFAULT);
  page = wait_for_problem (f);
  g_assert_nonnull (find_button (page, "Open a _Copy"));
  g_signal_emit_by_name (find_button (page, "Open a _Copy"), "clicked");
  wait_for_store (f);
  g_assert_cmpstr (trio_window_get_path (f->window), !=, f->path);
  trio_store_close (holder, NULL);
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  trio_window_open (f->window, f->path, TRIO_OPEN_READ_ONLY);
  wait_for_store (f);
  g_assert_false (is_enabled (f, "undo"));
  g_assert_false (is_enabled (f, "import"));
  g_assert_false (is_enabled (f, "add-station"));
  g_assert_true (is_enabled (f, "export"));
  g_assert_true (is_enabled (f, "save-copy"));
  g_assert_nonnull (find_button (GTK_WIDGET (f->window), "_Save a Copy…"));
}

static void
test_stations_by_action (Fixture *f, gconstpointer data)
{
  TrioModel *model;
  GtkWidget *view;
  g_autoptr (GError) error = NULL;

  trio_window_open (f->window, f->path, TRIO_OPEN_DEFAULT);
  wait_for_store (f);
  model = trio_store_get_model (trio_window_get_store (f->window));
  trio_command_add_theme_and_station (model, "Second", 2, &error);
  g_assert_no_error (error);
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "station", g_variant_new_int64 (2));
  view = find_widget (GTK_WIDGET (f->window), TRIO_TYPE_WORKSHOP_VIEW);
  g_assert_cmpint (trio_workshop_view_get_station (TRIO_WORKSHOP_VIEW (view)), ==,
                   nth_station (model, 1));
}

/* Words that are typed after the click on a button must not press it again. */
static void
test_rounds_give_the_keyboard_back (Fixture *f, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);
  GtkWidget *box;
  GtkWidget *focus;
  g_autoptr (GError) error = NULL;

  trio_window_open (f->window, f->path, TRIO_OPEN_DEFAULT);
  wait_for_store (f);
  for (guint i = 0; i < 2; i++)
    trio_command_add_round (trio_store_get_model (trio_window_get_store (f->window)), "", 20,
                            &error);
  g_assert_no_error (error);
  spin (100);
  box = find_widget (window, TRIO_TYPE_ROUND_BOX);
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, box));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "next-round", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, TRIO_TYPE_CAPTURE_BAR));
}

int
main (int argc, char **argv)
{
  g_autoptr (TrioApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  init_widgets (&argc, &argv);
  application = trio_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));

#define ADD(path, function) g_test_add (path, Fixture, application, set_up, function, tear_down)
  ADD ("/window/open-type-close", test_open_type_close);
  ADD ("/window/session-end-keeps-words", test_session_end_keeps_words);
  ADD ("/window/foreign-file", test_foreign_file);
  ADD ("/window/missing-file", test_missing_file);
  ADD ("/window/file-in-use", test_file_in_use);
  ADD ("/window/read-only", test_read_only);
  ADD ("/window/stations-by-action", test_stations_by_action);
  ADD ("/window/rounds-give-the-keyboard-back", test_rounds_give_the_keyboard_back);
  return g_test_run ();
}
