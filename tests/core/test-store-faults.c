/* test-store-faults.c: disks that are full, broken, write-protected or gone.
 *
 * A layer over SQLite's file access fails calls on request. What is asked: nothing crashes,
 * nothing that was done is lost, the message says what to do, and writing goes on by itself
 * when the fault is over.
 */
#define _GNU_SOURCE /* setfsuid */

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/fsuid.h>
#include <unistd.h>

#include "base/trio-error.h"
#include "fault-disk.h"
#include "test-store-tools.h"

static void
notified_cb (GObject *object, GParamSpec *spec, gpointer data)
{
  *(guint *)data += 1;
}

static void
wait_until_written (TrioStore *store)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (trio_store_get_pending (store) > 0 && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_cmpuint (trio_store_get_pending (store), ==, 0);
}

static void
assert_on_disk (TrioStore **store)
{
  g_autoptr (TrioSnapshot) before = trio_model_dup_snapshot (trio_store_get_model (*store));
  g_autoptr (TrioSnapshot) after = NULL;

  tools_reopen (store);
  after = trio_model_dup_snapshot (trio_store_get_model (*store));
  tools_assert_same (before, after);
  tools_assert_sound (*store);
}

/* The disk is full for a while. */
static void
test_full (void)
{
  g_autofree char *path = tools_dup_path ("full.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) failure = NULL;
  TrioId station = tools_add_station (store, "Tema");
  guint n_notified = 0;
  gboolean failed;

  g_assert_true (trio_store_flush (store, &error));
  g_signal_connect (store, "notify::failed", G_CALLBACK (notified_cb), &n_notified);
  fault_break_disk (CALL_WRITE, SQLITE_FULL, ENOSPC, 0, G_MAXINT);
  tools_add_note (store, station, "ét");
  tools_add_note (store, station, "to");
  g_assert_false (trio_store_flush (store, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NO_SPACE);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "2 changes are not saved yet. "));
  g_clear_error (&error);
  g_assert_cmpuint (trio_store_get_pending (store), ==, 2);
  g_object_get (store, "failed", &failed, NULL);
  g_assert_true (failed);
  g_assert_cmpuint (n_notified, ==, 1);
  failure = trio_store_dup_failure (store);
  g_assert_error (failure, TRIO_ERROR, TRIO_ERROR_NO_SPACE);

  /* The model goes on, undo included, and nothing is closed over the failure. */
  tools_add_note (store, station, "tre");
  g_assert_true (trio_model_undo (trio_store_get_model (store), &error));
  g_assert_false (trio_store_close (store, &error));
  g_clear_error (&error);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 2);
  g_assert_cmpuint (trio_store_get_pending (store), ==, 4);

  fault_mend_disk ();
  wait_until_written (store);
  g_object_get (store, "failed", &failed, NULL);
  g_assert_false (failed);
  g_assert_cmpuint (n_notified, ==, 2);
  assert_on_disk (&store);
}

/* Each call in turn fails once; flushing again must be enough. */
static void
fail_each_call (int calls, int code, int number)
{
  g_autofree char *path = tools_dup_path ("each.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  TrioId station = tools_add_station (store, "Tema");
  TrioId note = 0;

  g_assert_true (trio_store_flush (store, NULL));
  for (int after = 0; after < 100; after++)
    {
      g_autofree char *text = g_strdup_printf ("indspil %d", after);
      g_autoptr (GError) error = NULL;
      gboolean ok;

      fault_break_disk (calls, code, number, after, 1);
      if (note != 0 && after % 3 == 1)
        trio_command_set_note_text (trio_store_get_model (store), note, text, NULL);
      else if (after % 5 == 4)
        g_assert_true (trio_model_undo (trio_store_get_model (store), NULL));
      else
        note = tools_add_note (store, station, text);
      ok = trio_store_flush (store, &error);
      if (!ok)
        g_assert_true (error->domain == TRIO_ERROR);
      fault_mend_disk ();
      if (ok && fault_count () == 0)
        break;
      g_assert_true (trio_store_flush (store, NULL));
      note = trio_model_get_record (trio_store_get_model (store), note) != NULL ? note : 0;
    }
  assert_on_disk (&store);
}

static void
test_each_call (void)
{
  fail_each_call (CALL_WRITE, SQLITE_FULL, ENOSPC);
}

static void
test_each_write_error (void)
{
  fail_each_call (CALL_WRITE, SQLITE_IOERR_WRITE, EIO);
}

static void
test_each_sync (void)
{
  fail_each_call (CALL_SYNC, SQLITE_IOERR_FSYNC, EIO);
}

static void
test_each_of_all (void)
{
  fail_each_call (CALL_ALL, SQLITE_IOERR, EDQUOT);
}

/* The stick is pulled for good, and the work goes on elsewhere. */
static void
test_gone (void)
{
  g_autofree char *path = tools_dup_path ("stick.trio");
  g_autofree char *place = tools_dup_path ("elsewhere.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");

  tools_add_note (store, station, "før");
  g_assert_true (trio_store_flush (store, &error));
  fault_break_disk (CALL_WRITE | CALL_SYNC, SQLITE_IOERR_WRITE, EIO, 0, G_MAXINT);
  tools_add_note (store, station, "under");
  g_assert_false (trio_store_flush (store, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_IO);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  /* While everything fails, nothing is moved, and nothing is lost. */
  g_assert_false (trio_store_move_to (store, place, &error));
  g_clear_error (&error);
  g_assert_cmpstr (trio_store_get_path (store), ==, path);
  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
  fault_mend_disk ();
  g_assert_true (trio_store_move_to (store, place, &error));
  g_assert_no_error (error);
  tools_add_note (store, station, "efter");
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 3);
  assert_on_disk (&store);
  g_assert_cmpstr (trio_store_get_path (store), ==, place);
}

/* The stick is pulled and put back: the dead descriptor is given up by itself. */
static void
test_put_back (void)
{
  g_autofree char *path = tools_dup_path ("back.trio");
  g_autofree char *away = tools_dup_path ("away.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");

  tools_add_note (store, station, "før");
  g_assert_true (trio_store_flush (store, &error));
  fault_kill_handles ();
  g_assert_cmpint (g_rename (path, away), ==, 0);
  tools_add_note (store, station, "under");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (trio_store_flush (store, &error));
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
  g_assert_cmpint (g_rename (away, path), ==, 0);
  wait_until_written (store);
  fault_mend_disk ();
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 2);
  assert_on_disk (&store);
}

/* What lies at the place in the end is not what was there: it is not touched. */
static void
test_put_back_another (void)
{
  g_autofree char *path = tools_dup_path ("changed.trio");
  g_autofree char *copy = tools_dup_path ("older.trio");
  g_autofree char *place = tools_dup_path ("new-place.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GBytes) older = NULL;
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");

  g_assert_true (trio_store_flush (store, &error));
  older = tools_read_bytes (path);
  tools_add_note (store, station, "før");
  g_assert_true (trio_store_flush (store, &error));
  fault_kill_handles ();
  g_assert_cmpint (g_unlink (path), ==, 0);
  tools_write_bytes (path, g_bytes_get_data (older, NULL), g_bytes_get_size (older));
  tools_add_note (store, station, "efter");
  for (guint i = 0; i < 4; i++)
    {
      g_assert_false (trio_store_flush (store, &error));
      g_clear_error (&error);
    }
  found = tools_read_bytes (path);
  g_assert_true (g_bytes_equal (found, older));
  g_assert_true (trio_store_move_to (store, place, &error));
  g_assert_no_error (error);
  fault_mend_disk ();
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 2);
  assert_on_disk (&store);
}

/* While nothing can be written, undo still reaches the steps of earlier sessions. */
static void
test_undo_while_full (void)
{
  g_autofree char *path = tools_dup_path ("undo.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");
  TrioModel *model;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("indspil %u", i);

      tools_add_note (store, station, text);
    }
  tools_reopen (&store);
  model = trio_store_get_model (store);
  fault_break_disk (CALL_WRITE, SQLITE_FULL, ENOSPC, 0, G_MAXINT);
  for (guint i = 0; i < 100; i++)
    g_assert_true (trio_model_undo (model, &error));
  tools_add_note (store, station, "midt i det hele");
  for (guint i = 0; i < 51; i++)
    g_assert_true (trio_model_undo (model, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 50);
  for (guint i = 0; i < 51; i++)
    g_assert_true (trio_model_redo (model, &error));
  g_assert_false (trio_model_can_redo (model));
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 101);
  for (guint i = 0; i < 102; i++)
    g_assert_true (trio_model_undo (model, &error));
  g_assert_false (trio_model_can_undo (model));
  g_assert_cmpuint (tools_count (store, TRIO_KIND_STATION), ==, 0);
  fault_mend_disk ();
  assert_on_disk (&store);

  model = trio_store_get_model (store);
  fault_break_disk (CALL_WRITE, SQLITE_FULL, ENOSPC, 0, G_MAXINT);
  for (guint i = 0; i < 102; i++)
    g_assert_true (trio_model_redo (model, &error));
  g_assert_false (trio_model_can_redo (model));
  fault_mend_disk ();
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 101);
  assert_on_disk (&store);
}

/* Not even reading works at the old place: the new file is made from memory. */
static void
test_unreadable (void)
{
  g_autofree char *path = tools_dup_path ("unreadable.trio");
  g_autofree char *place = tools_dup_path ("from-memory.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");

  tools_add_note (store, station, "før");
  g_assert_true (trio_store_flush (store, &error));
  fault_break_disk (CALL_READ, SQLITE_IOERR_READ, EIO, 0, 1);
  g_assert_true (trio_store_move_to (store, place, &error));
  g_assert_no_error (error);
  fault_mend_disk ();
  tools_add_note (store, station, "efter");
  g_assert_true (trio_store_flush (store, &error));
  /* What this session did can be undone, though the old log is gone. */
  g_assert_true (trio_model_undo (trio_store_get_model (store), &error));
  g_assert_true (trio_model_undo (trio_store_get_model (store), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 0);
  g_assert_true (trio_model_redo (trio_store_get_model (store), &error));
  assert_on_disk (&store);
  g_assert_true (trio_model_redo (trio_store_get_model (store), &error));
  g_assert_no_error (error);
  assert_on_disk (&store);
}

/* A copy or a backup that cannot be written leaves nothing behind. */
static void
test_copy_fails (void)
{
  g_autofree char *path = tools_dup_path ("source.trio");
  g_autofree char *copy = tools_dup_path ("target.trio");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GError) error = NULL;

  tools_add_station (store, "Tema");
  g_assert_true (trio_store_flush (store, &error));
  for (int after = 0; after < 100; after++)
    {
      g_autoptr (GDir) dir = NULL;
      const char *name;
      gboolean ok;

      fault_break_disk (CALL_ALL, SQLITE_FULL, ENOSPC, after, 1);
      ok = trio_store_save_copy (store, copy, &error);
      fault_mend_disk ();
      dir = g_dir_open (folder, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        g_assert_null (strstr (name, ".tmp"));
      if (ok && fault_count () == 0)
        break;
      if (!ok)
        {
          g_assert_nonnull (error);
          g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
          g_clear_error (&error);
        }
      g_unlink (copy);
    }
  g_assert_no_error (error);
  g_object_unref (tools_open (copy));
}

/* Opening meets a fault at each call: an error or a sound store, never more. */
static void
test_open_fails (void)
{
  g_autofree char *path = tools_make_file ("opening.trio");

  for (int after = 0; after < 300; after++)
    {
      g_autoptr (TrioStore) store = NULL;
      g_autoptr (GError) error = NULL;

      fault_break_disk (CALL_ALL, SQLITE_IOERR_READ, EIO, after, 1);
      store = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
      fault_mend_disk ();
      g_assert_true ((store != NULL) == (error == NULL));
      if (store != NULL)
        g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 2);
      if (store != NULL && fault_count () == 0)
        break;
      if (error != NULL)
        g_assert_true (error->domain == TRIO_ERROR);
    }
  g_object_unref (tools_open (path));
}

/* Some shares know no locks. */
static void
test_no_locks (void)
{
  g_autofree char *path = tools_make_file ("share.trio");
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fault_break_disk (CALL_LOCK, SQLITE_IOERR_LOCK, ENOLCK, 0, G_MAXINT);
  store = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  fault_mend_disk ();
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_IO);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "Copy it to this computer"));
}

/* Permissions mean nothing to root, so the rights of somebody else are borrowed. */
static uid_t
become_somebody (void)
{
  return getuid () == 0 ? (uid_t)setfsuid (65534) : getuid ();
}

static void
become_self (uid_t uid)
{
  if (getuid () == 0)
    setfsuid (uid);
}

static void
test_protected (void)
{
  g_autofree char *path = tools_make_file ("protected.trio");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *fresh = g_build_filename (folder, "fresh.trio", NULL);
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;
  uid_t uid;

  g_chmod (parent, 0755);
  for (guint i = 0; i < 2; i++)
    {
      /* First the file, then the folder that would have to take the rollback journal. */
      g_chmod (path, i == 0 ? 0444 : 0666);
      g_chmod (folder, i == 0 ? 0777 : 0555);
      uid = become_somebody ();
      store = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY);
      g_test_message ("%s", error->message);
      g_clear_error (&error);
      store = trio_store_open (path, TRIO_OPEN_READ_ONLY, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 2);
      g_clear_object (&store);
      if (i == 1)
        {
          store = trio_store_create (fresh, TRIO_LANGUAGE_DA, &error);
          g_assert_error (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY);
          g_clear_error (&error);
        }
      become_self (uid);
    }
  g_chmod (folder, 0700);
  g_chmod (parent, 0700);
}

int
main (int argc, char *argv[])
{
  fault_install ();
  tools_init (&argc, &argv);
  g_test_add_func ("/store/faults/full", test_full);
  g_test_add_func ("/store/faults/each-write-full", test_each_call);
  g_test_add_func ("/store/faults/each-write-broken", test_each_write_error);
  g_test_add_func ("/store/faults/each-sync", test_each_sync);
  g_test_add_func ("/store/faults/each-call", test_each_of_all);
  g_test_add_func ("/store/faults/gone", test_gone);
  g_test_add_func ("/store/faults/put-back", test_put_back);
  g_test_add_func ("/store/faults/put-back-another", test_put_back_another);
  g_test_add_func ("/store/faults/undo-while-full", test_undo_while_full);
  g_test_add_func ("/store/faults/unreadable", test_unreadable);
  g_test_add_func ("/store/faults/copy", test_copy_fails);
  g_test_add_func ("/store/faults/open", test_open_fails);
  g_test_add_func ("/store/faults/no-locks", test_no_locks);
  g_test_add_func ("/store/faults/protected", test_protected);
  return tools_run ();
}
