/* test-station-file.c: one file for each station, with the frame of the day and nothing else. */
#include <string.h>

#include <glib/gstdio.h>

#include "base/trio-error.h"
#include "model/trio-commands.h"
#include "model/trio-commands-theme.h"
#include "store/trio-station-file.h"
#include "test-store-tools.h"

static TrioStore *
make_day (const char *name)
{
  g_autofree char *path = tools_dup_path (name);
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);
  TrioModel *model = trio_store_get_model (store);
  TrioNoteDraft draft = { .text = "Mere tid" };
  g_autoptr (TrioObject) station = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (trio_command_add_theme (model, "Blik for borgeren", &error), >, 0);
  g_assert_cmpint (trio_command_add_theme (model, "Æbler/pærer: hvad nu?", &error), >, 0);
  station = g_list_model_get_item (trio_model_get_list (model, TRIO_KIND_STATION), 0);
  g_assert_true (
      trio_command_add_notes (model, trio_object_get_id (station), &draft, 1, NULL, &error));
  g_assert_no_error (error);
  return store;
}

static GPtrArray *
make_files (TrioStore *store, const char *folder, GError **error)
{
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);

  return trio_station_files_make (snapshot, trio_model_get_next_id (model), folder, NULL, error);
}

static void
test_files_know_their_station (void)
{
  g_autoptr (TrioStore) store = make_day ("common.trio");
  g_autofree char *folder = tools_dup_path ("stations");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = make_files (store, folder, &error);
  g_autoptr (TrioSnapshot) common = trio_model_dup_snapshot (trio_store_get_model (store));
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, ==, 2);
  second = g_path_get_basename (g_ptr_array_index (paths, 1));
  g_assert_cmpstr (second, ==, "Station 2 Æbler-pærer- hvad nu-.trio");

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (TrioStore) file = tools_open (g_ptr_array_index (paths, i));
      TrioModel *model = trio_store_get_model (file);
      const TrioRecord *workshop = trio_model_get_workshop_record (model);
      const TrioRecord *station
          = trio_model_get_record (model,
                                   trio_record_get_ref (workshop, TRIO_WORKSHOP_HOME_STATION));
      const TrioRecord *original;

      tools_assert_sound (file);
      g_assert_cmpint (trio_record_get_int (station, TRIO_STATION_NUMBER), ==, (gint64)i + 1);
      /* The frame is whole and has the identities of the common file; the inputs are not there. */
      g_assert_cmpuint (tools_count (file, TRIO_KIND_THEME), ==, 2);
      g_assert_cmpuint (tools_count (file, TRIO_KIND_STATION), ==, 2);
      g_assert_cmpuint (tools_count (file, TRIO_KIND_NOTE), ==, 0);
      original = trio_snapshot_find_uuid (common, &station->uuid);
      g_assert_nonnull (original);
      g_assert_true (trio_record_same_values (original, station));
      g_assert_cmpint (trio_stamp_compare (&original->stamps[0], &station->stamps[0]), ==, 0);
      g_assert_nonnull (trio_snapshot_find_uuid (common, &workshop->uuid));
      g_assert_false (trio_model_can_undo (model));
      g_assert_true (trio_store_close (file, &error));
    }
  g_assert_true (trio_store_close (store, &error));
}

static void
test_nothing_is_replaced (void)
{
  g_autoptr (TrioStore) store = make_day ("common2.trio");
  g_autofree char *folder = tools_dup_path ("stations2");
  g_autofree char *taken = g_build_filename (folder, "Station 2 Æbler-pærer- hvad nu-.trio", NULL);
  g_autofree char *first = g_build_filename (folder, "Station 1 Blik for borgeren.trio", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (taken, "x", 1, NULL));
  g_assert_null (make_files (store, folder, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Station 2"));
  /* All or none. */
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (trio_store_close (store, NULL));
}

static void
test_without_stations (void)
{
  g_autofree char *path = tools_dup_path ("empty.trio");
  g_autofree char *folder = tools_dup_path ("nowhere");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);

  g_assert_no_error (error);
  g_assert_null (make_files (store, folder, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (trio_store_close (store, NULL));
}

int
main (int argc, char *argv[])
{
  tools_init (&argc, &argv);
  g_test_add_func ("/station-file/files-know-their-station", test_files_know_their_station);
  g_test_add_func ("/station-file/nothing-is-replaced", test_nothing_is_replaced);
  g_test_add_func ("/station-file/without-stations", test_without_stations);
  return tools_run ();
}
