/* test-start.c: the start page, the list of recent workshops, and what main() settles first. */
#include "app-helpers.h"

#include <glib/gstdio.h>

#include "app/trio-labels.h"
#include "app/trio-settings.h"
#include "app/trio-startup.h"
#include "app/window/trio-start-page.h"
#include "store/trio-store.h"

static void
test_recent (void)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autoptr (GPtrArray) list = NULL;
  TrioRecent *recent;

  g_assert_nonnull (settings);
  g_settings_reset (settings, "recent");
  trio_recent_remember (settings, "/tmp/a.trio", "A", "2022-11-01", 36);
  trio_recent_remember (settings, "/tmp/b.trio", "B", "", 0);
  trio_recent_remember (settings, "/tmp/a.trio", "A again", "2022-11-02", 37);
  list = trio_recent_list (settings);
  g_assert_cmpuint (list->len, ==, 2);
  recent = g_ptr_array_index (list, 0);
  g_assert_cmpstr (recent->path, ==, "/tmp/a.trio");
  g_assert_cmpstr (recent->title, ==, "A again");
  g_assert_cmpuint (recent->n_notes, ==, 37);

  trio_recent_forget (settings, "/tmp/a.trio");
  g_ptr_array_unref (list);
  list = trio_recent_list (settings);
  g_assert_cmpuint (list->len, ==, 1);
}

static void
test_recent_is_limited (void)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autoptr (GPtrArray) list = NULL;

  g_settings_reset (settings, "recent");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *path = g_strdup_printf ("/tmp/%u.trio", i);

      trio_recent_remember (settings, path, "", "", i);
    }
  list = trio_recent_list (settings);
  g_assert_cmpuint (list->len, ==, 12);
  g_assert_cmpstr (((TrioRecent *)g_ptr_array_index (list, 0))->path, ==, "/tmp/39.trio");
}

static void
keep_path_cb (TrioStartPage *page, const char *path, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (path);
}

static void
test_start_page (void)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autofree char *folder = g_dir_make_tmp ("trio-start-XXXXXX", NULL);
  g_autofree char *there = g_build_filename (folder, "there.trio", NULL);
  g_autofree char *gone = g_build_filename (folder, "gone.trio", NULL);
  g_autofree char *opened = NULL;
  GtkWidget *page;
  GtkWidget *window;
  GtkListBox *list;
  GtkListBoxRow *row;

  g_assert_true (g_file_set_contents (there, "x", 1, NULL));
  g_settings_reset (settings, "recent");
  trio_recent_remember (settings, gone, "Gone", "2022-11-01", 3);
  trio_recent_remember (settings, there, "There & <now>", "2022-11-01", 36);

  page = g_object_new (TRIO_TYPE_START_PAGE, NULL);
  g_signal_connect (page, "open-path", G_CALLBACK (keep_path_cb), &opened);
  window = show_in_window (page);
  spin (200);
  list = GTK_LIST_BOX (find_widget (page, GTK_TYPE_LIST_BOX));
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "There & <now>");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "missing"));
  g_signal_emit_by_name (row, "activated");
  g_assert_cmpstr (opened, ==, there);

  row = gtk_list_box_get_row_at_index (list, 1);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "missing"));
  g_assert_false (gtk_list_box_row_get_activatable (row));
  g_signal_emit_by_name (find_widget (GTK_WIDGET (row), GTK_TYPE_BUTTON), "clicked");
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));

  destroy_and_check (window, page);
  g_unlink (there);
  g_rmdir (folder);
}

static void
make_workshop_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) store = trio_store_create (path, TRIO_LANGUAGE_EN, &error);
  TrioModel *model;

  g_assert_no_error (error);
  model = trio_store_get_model (store);
  trio_command_add_theme_and_station (model, "Calm days", 1, &error);
  trio_command_set_field (model, 1, TRIO_WORKSHOP_TITLE, "Renamed elsewhere", &error);
  add_note (model, 0, "More breaks");
  g_assert_true (trio_store_close (store, &error));
  g_assert_no_error (error);
}

/* What the file says now counts, not what was remembered of it. */
static void
test_state_of_a_recent_file (void)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autofree char *folder = g_dir_make_tmp ("trio-start-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "day.trio", NULL);
  g_autofree char *label = trio_label_folder (path);
  g_autofree char *before = g_strdup_printf ("7 inputs · %s", label);
  g_autofree char *after = g_strdup_printf ("1 input · %s\nNext: make clusters", label);
  GtkWidget *page;
  GtkWidget *window;
  AdwActionRow *row;

  make_workshop_file (path);
  g_settings_reset (settings, "recent");
  trio_recent_remember (settings, path, "As it was", "", 7);
  page = g_object_new (TRIO_TYPE_START_PAGE, NULL);
  row = ADW_ACTION_ROW (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (find_widget (page, GTK_TYPE_LIST_BOX)), 0));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, before);
  window = show_in_window (page);
  for (guint i = 0; i < 500 && g_str_equal (adw_action_row_get_subtitle (row), before); i++)
    spin (10);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, after);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Renamed elsewhere");
  destroy_and_check (window, page);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_render_node (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trio-dri-XXXXXX", NULL);
  g_autofree char *card = g_build_filename (folder, "card0", NULL);
  g_autofree char *node = g_build_filename (folder, "renderD128", NULL);

  g_assert_false (trio_startup_has_render_node ("/nonexistent"));
  g_assert_true (g_file_set_contents (card, "", 0, NULL));
  g_assert_false (trio_startup_has_render_node (folder));
  g_assert_true (g_file_set_contents (node, "", 0, NULL));
  g_assert_true (trio_startup_has_render_node (folder));
  g_unlink (card);
  g_unlink (node);
  g_rmdir (folder);
}

static void
test_renderer_of_the_user_stays (void)
{
  g_setenv ("GSK_RENDERER", "gl", TRUE);
  g_unsetenv ("GDK_DEBUG");
  trio_startup_choose_renderer ("/nonexistent");
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "gl");
  g_assert_null (g_getenv ("GDK_DEBUG"));

  g_unsetenv ("GSK_RENDERER");
  trio_startup_choose_renderer ("/nonexistent");
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");
  g_assert_cmpstr (g_getenv ("GDK_DEBUG"), ==, "gl-disable");
}

static void
test_file_names (void)
{
  static const struct
  {
    const char *title;
    const char *date;
    const char *name;
  } cases[] = {
    { "Fælles dag", "2022-11-01", "2022-11-01 Fælles dag.trio" },
    { "a/b: \"c\" <d>?", "", "a-b- -c- -d--.trio" },
    { "…", NULL, "….trio" },
    { "Slut..", NULL, "Slut.trio" },
    { "", NULL, "Workshop.trio" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = trio_suggest_file_name (cases[i].title, cases[i].date);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_free_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trio-free-XXXXXX", NULL);
  g_autofree char *first = trio_suggest_path (folder, "Day.trio");
  g_autofree char *second = NULL;
  g_autofree char *name = NULL;

  g_assert_true (g_file_set_contents (first, "", 0, NULL));
  second = trio_suggest_path (folder, "Day.trio");
  name = g_path_get_basename (second);
  g_assert_cmpstr (name, ==, "Day 2.trio");
  g_unlink (first);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);

  g_test_add_func ("/start/recent", test_recent);
  g_test_add_func ("/start/recent-is-limited", test_recent_is_limited);
  g_test_add_func ("/start/page", test_start_page);
  g_test_add_func ("/start/state-of-a-recent-file", test_state_of_a_recent_file);
  g_test_add_func ("/start/render-node", test_render_node);
  g_test_add_func ("/start/renderer-of-the-user-stays", test_renderer_of_the_user_stays);
  g_test_add_func ("/start/file-names", test_file_names);
  g_test_add_func ("/start/free-path", test_free_path);
  return g_test_run ();
}
