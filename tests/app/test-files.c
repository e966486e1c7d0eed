/* test-files.c: about the file, copies that do not keep anybody waiting, files of a station. */
#include "app-helpers.h"

#include <glib/gstdio.h>

#include "app/files/trio-file-dialog.h"
#include "app/window/trio-workshop-view.h"
#include "model/trio-commands-theme.h"
#include "store/trio-station-file.h"
#include "store/trio-store-async.h"

static char *home;

static TrioStore *
make_store (const char *name)
{
  g_autofree char *path = g_build_filename (home, name, NULL);
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_create (path, TRIO_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  g_assert_cmpint (trio_command_add_theme (trio_store_get_model (store), "Calm starts", &error), >,
                   0);
  g_assert_cmpint (trio_command_add_theme (trio_store_get_model (store), "Good ends", &error), >,
                   0);
  g_assert_no_error (error);
  return store;
}

static void
test_about_the_file (void)
{
  TrioStore *store = make_store ("day.trio");
  GtkWidget *dialog = trio_file_dialog_new (NULL, store);
  TrioFileDialog *about = TRIO_FILE_DIALOG (dialog);
  gpointer watched = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_file_dialog_check (about);
  while (trio_file_dialog_is_busy (about))
    spin (20);
  g_assert_cmpstr (trio_file_dialog_get_verdict (about), ==, "Everything in the file is sound.");
  gtk_window_destroy (GTK_WINDOW (dialog));
  spin (50);
  g_assert_null (watched);

  /* Closing waits for a check that has begun. */
  dialog = trio_file_dialog_new (NULL, store);
  trio_file_dialog_check (TRIO_FILE_DIALOG (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_true (trio_store_close (store, NULL));
  spin (50);
  g_assert_finalize_object (store);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static gboolean
save_copy (TrioStore *store, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  trio_store_save_copy_async (store, path, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return trio_store_save_copy_finish (store, result, error);
}

static void
test_copies (void)
{
  TrioStore *store = make_store ("original.trio");
  g_autofree char *path = g_build_filename (home, "copy.trio", NULL);
  g_autofree char *nowhere = g_build_filename (home, "no", "such", "copy.trio", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) copy = NULL;

  g_assert_true (save_copy (store, path, &error));
  g_assert_no_error (error);
  copy = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (trio_store_close (copy, &error));

  g_assert_false (save_copy (store, nowhere, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (save_copy (store, trio_store_get_path (store), &error));
  g_assert_nonnull (error);
  g_assert_true (trio_store_close (store, NULL));
  g_assert_finalize_object (store);
}

static void
test_a_station_file_opens_at_its_station (void)
{
  TrioStore *store = make_store ("common.trio");
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autofree char *folder = g_build_filename (home, "stations", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths
      = trio_station_files_make (snapshot, trio_model_get_next_id (model), folder, NULL, &error);
  g_autoptr (TrioStore) file = NULL;
  g_autofree char *name = NULL;
  GtkWidget *view;
  GtkWidget *window;

  g_assert_no_error (error);
  file = trio_store_open (g_ptr_array_index (paths, 1), TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  view = trio_workshop_view_new (trio_store_get_model (file));
  window = show_in_window (view);
  name = trio_workshop_view_dup_home (TRIO_WORKSHOP_VIEW (view));
  g_assert_cmpstr (name, ==, "Station 2: Good ends");
  g_assert_cmpint (trio_workshop_view_get_station (TRIO_WORKSHOP_VIEW (view)), ==,
                   nth_station (trio_store_get_model (file), 1));
  trio_workshop_view_close (TRIO_WORKSHOP_VIEW (view));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (trio_store_close (file, NULL));
  g_assert_true (trio_store_close (store, NULL));
  g_object_unref (store);
}

int
main (int argc, char **argv)
{
  int status;

  home = g_dir_make_tmp ("trio-home-XXXXXX", NULL);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  init_widgets (&argc, &argv);

  g_test_add_func ("/files/about-the-file", test_about_the_file);
  g_test_add_func ("/files/copies", test_copies);
  g_test_add_func ("/files/a-station-file-opens-at-its-station",
                   test_a_station_file_opens_at_its_station);
  status = g_test_run ();
  g_free (home);
  return status;
}
