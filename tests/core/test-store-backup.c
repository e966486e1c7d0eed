/* test-store-backup.c: the ring of backups, bringing one back, and redaction. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/trio-error.h"
#include "store/trio-store-private.h"
#include "test-store-tools.h"

#define SECRET  "Anders And sover på arbejdet"
#define RENAMED "Kaffe og kage i overflod"

static const TrioBackup *
get_backup (GPtrArray *backups, guint i)
{
  return g_ptr_array_index (backups, i);
}

static GPtrArray *
list (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = trio_store_list_backups (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (backups);
  return backups;
}

static void
test_session (void)
{
  g_autofree char *path = tools_dup_path ("session.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (TrioStore) opened = NULL;
  g_autoptr (GPtrArray) none = list (path);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) still_one = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;
  TrioId station;

  g_assert_cmpuint (none->len, ==, 0);
  station = tools_add_station (store, "Tema");
  g_assert_true (trio_store_flush (store, &error));
  one = list (path);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (get_backup (one, 0)->size, >, 0);
  g_assert_cmpint (ABS (get_backup (one, 0)->time - g_get_real_time ()), <, 10 * G_USEC_PER_SEC);
  g_assert_cmpint (stat (get_backup (one, 0)->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  /* The newest is only moments old: the next session does not add one by itself. */
  tools_reopen (&store);
  tools_add_note (store, station, "et indspil");
  g_assert_true (trio_store_flush (store, &error));
  still_one = list (path);
  g_assert_cmpuint (still_one->len, ==, 1);
  g_assert_true (trio_store_make_backup (store, &error));
  g_assert_no_error (error);
  two = list (path);
  g_assert_cmpuint (two->len, ==, 2);
  opened = trio_store_open (get_backup (two, 0)->path, TRIO_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tools_count (opened, TRIO_KIND_NOTE), ==, 1);
}

/* Gives backups made-up ages by renaming them. */
static void
make_aged (const char *path, const char *folder, gint64 seconds_ago)
{
  g_autoptr (GPtrArray) backups = list (path);
  g_autoptr (GDateTime) then
      = g_date_time_new_from_unix_utc (g_get_real_time () / G_USEC_PER_SEC - seconds_ago);
  g_autofree char *name = g_date_time_format (then, "%Y%m%dT%H%M%SZ.trio");
  g_autofree char *aged = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (get_backup (backups, 0)->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (aged, content, length, NULL));
}

static void
test_ring (void)
{
  g_autofree char *path = tools_dup_path ("ring.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time ();
  guint n_recent = 0;

  g_assert_true (trio_store_make_backup (store, &error));
  first = list (path);
  folder = g_path_get_dirname (get_backup (first, 0)->path);
  for (guint day = 0; day < 40; day++)
    for (guint i = 1; i <= 3; i++)
      make_aged (path, folder, day * 86400 + i * 3600);
  g_assert_true (trio_store_make_backup (store, &error));
  kept = list (path);
  g_assert_cmpuint (kept->len, >=, 5 + 11);
  g_assert_cmpuint (kept->len, <=, 5 + 14);
  for (guint i = 0; i < kept->len; i++)
    {
      const TrioBackup *backup = get_backup (kept, i);

      g_assert_cmpint (now - backup->time, <=, 14 * 86400 * (gint64)G_USEC_PER_SEC);
      n_recent += now - backup->time < 3600 * (gint64)G_USEC_PER_SEC;
      for (guint j = MAX (i, 5) + 1; j < kept->len; j++)
        g_assert_cmpint (get_backup (kept, j)->time / G_USEC_PER_SEC / 86400, !=,
                         backup->time / G_USEC_PER_SEC / 86400);
    }
  g_assert_cmpuint (n_recent, ==, 2);
}

static void
test_restore (void)
{
  g_autofree char *path = tools_dup_path ("restore.trio");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");
  guint n_files = 0;

  tools_add_note (store, station, "det er her endnu");
  g_assert_true (trio_store_make_backup (store, &error));
  backups = list (path);
  g_assert_false (trio_store_restore_backup (get_backup (backups, 0)->path, path, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (trio_store_close (store, &error));
  g_clear_object (&store);

  g_assert_true (g_file_set_contents (path, "SQLite format 3", -1, NULL));
  store = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_FOREIGN);
  /* The message says that there are backups. */
  g_assert_nonnull (strstr (error->message, "2"));
  g_clear_error (&error);
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = list (path);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_true (trio_store_restore_backup (get_backup (backups, 0)->path, path, &error));
  g_assert_no_error (error);
  store = tools_open (path);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 1);
  g_assert_true (trio_store_close (store, &error));

  /* What was there before has been kept. */
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 2);

  g_assert_false (trio_store_restore_backup (path, path, &error));
  g_clear_error (&error);
  g_object_unref (tools_open (path));
}

static void
assert_gone (const char *text, const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GPtrArray) backups = list (path);

  g_assert_false (tools_bytes_contain (path, text));
  g_assert_false (tools_bytes_contain (journal, text));
  for (guint i = 0; i < backups->len; i++)
    g_assert_false (tools_bytes_contain (get_backup (backups, i)->path, text));
}

static void
test_redact (void)
{
  g_autofree char *path = tools_dup_path ("redact.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (TrioSnapshot) before = NULL;
  g_autoptr (TrioSnapshot) after = NULL;
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");
  TrioId other = tools_add_note (store, station, "Dette bliver stående");
  TrioId note = tools_add_note (store, station, SECRET);

  /* The text gets everywhere: row, original, values and whole objects of the log, done and
   * undone steps, two backups. */
  g_assert_true (trio_store_flush (store, &error));
  g_assert_true (trio_command_set_note_text (model, note, SECRET " hver dag", &error));
  g_assert_true (trio_store_make_backup (store, &error));
  g_assert_true (trio_command_delete_notes (model, &note, 1, &error));
  g_assert_true (trio_store_make_backup (store, &error));
  g_assert_true (trio_model_undo (model, &error));
  tools_reopen (&store);
  model = trio_store_get_model (store);
  g_assert_true (tools_bytes_contain (path, SECRET));
  backups = list (path);
  g_assert_cmpuint (backups->len, ==, 3);
  g_assert_true (tools_bytes_contain (get_backup (backups, 0)->path, SECRET));

  g_assert_true (trio_store_redact (store, note, TRIO_NOTE_TEXT, "[fjernet]", &error));
  g_assert_no_error (error);
  assert_gone (SECRET, path);
  g_assert_cmpstr (trio_record_get_text (trio_model_get_record (model, note), TRIO_NOTE_TEXT), ==,
                   "[fjernet]");
  g_assert_cmpstr (trio_record_get_text (trio_model_get_record (model, other), TRIO_NOTE_TEXT), ==,
                   "Dette bliver stående");

  /* No backup was given up, and each still opens. */
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = list (path);
  g_assert_cmpuint (backups->len, ==, 3);
  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (TrioStore) backup
          = trio_store_open (get_backup (backups, i)->path, TRIO_OPEN_READ_ONLY, NULL, &error);

      g_assert_no_error (error);
      tools_assert_sound (backup);
    }

  /* The history still works, without the words. */
  before = trio_model_dup_snapshot (model);
  while (trio_model_can_undo (model))
    g_assert_true (trio_model_undo (model, &error));
  while (trio_model_can_redo (model))
    g_assert_true (trio_model_redo (model, &error));
  g_assert_true (trio_model_undo (model, &error));
  after = trio_model_dup_snapshot (model);
  tools_assert_same_values (before, after);
  tools_assert_sound (store);
  tools_reopen (&store);
  assert_gone (SECRET, path);
  tools_assert_sound (store);
}

/* A title that stands in the names of steps, and an object that is gone. */
static void
test_redact_deleted (void)
{
  g_autofree char *path = tools_dup_path ("deleted.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");
  TrioId note = tools_add_note (store, station, SECRET);
  TrioId cluster = trio_command_make_cluster (model, station, RENAMED, &note, 1, &error);

  g_assert_no_error (error);
  g_assert_true (trio_command_delete_notes (model, &note, 1, &error));
  tools_reopen (&store);
  model = trio_store_get_model (store);
  g_assert_true (tools_bytes_contain (path, SECRET));
  g_assert_true (tools_bytes_contain (path, RENAMED));
  g_assert_true (trio_store_redact (store, note, TRIO_NOTE_TEXT, "–", &error));
  g_assert_no_error (error);
  assert_gone (SECRET, path);
  g_assert_true (trio_store_redact (store, cluster, TRIO_CLUSTER_TITLE, "–", &error));
  g_assert_no_error (error);
  assert_gone (RENAMED, path);
  g_assert_true (trio_model_undo (model, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (trio_record_get_text (trio_model_get_record (model, note), TRIO_NOTE_TEXT), ==,
                   "–");
  tools_assert_sound (store);
}

int
main (int argc, char *argv[])
{
  tools_init (&argc, &argv);
  g_test_add_func ("/store/backup/session", test_session);
  g_test_add_func ("/store/backup/ring", test_ring);
  g_test_add_func ("/store/backup/restore", test_restore);
  g_test_add_func ("/store/redact/note", test_redact);
  g_test_add_func ("/store/redact/deleted", test_redact_deleted);
  return tools_run ();
}
