/* test-store.c: creating, opening, writing, reopening, undo across sessions, places. */
#include <glib/gstdio.h>
#include <string.h>

#include "base/trio-error.h"
#include "model/trio-commands.h"
#include "store/trio-store.h"
#include "test-store-tools.h"

static void
test_create (void)
{
  g_autofree char *path = tools_dup_path ("create.trio");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) store = trio_store_create (path, TRIO_LANGUAGE_EN, &error);
  const TrioRecord *workshop;

  g_assert_no_error (error);
  g_assert_nonnull (store);
  g_assert_cmpstr (trio_store_get_path (store), ==, path);
  g_assert_false (trio_store_is_read_only (store));
  g_assert_false (trio_store_has_ended_unexpectedly (store));
  workshop = trio_model_get_workshop_record (trio_store_get_model (store));
  g_assert_cmpint (trio_record_get_int (workshop, TRIO_WORKSHOP_LANGUAGE), ==, TRIO_LANGUAGE_EN);
  g_assert_true (trio_store_close (store, &error));
  g_assert_no_error (error);
  tools_assert_alone (path);
  g_clear_object (&store);

  g_assert_null (trio_store_create (path, TRIO_LANGUAGE_DA, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_EXISTS);
}

static void
test_reopen (void)
{
  g_autofree char *path = tools_dup_path ("reopen.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (TrioSnapshot) before = NULL;
  g_autoptr (TrioSnapshot) after = NULL;
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Blik for borgeren");

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("Indspil %u: æøå “–” / \xf0\x9f\x99\x82", i);

      tools_add_note (store, station, text);
    }
  g_assert_cmpuint (trio_store_get_pending (store), >, 0);
  before = trio_model_dup_snapshot (trio_store_get_model (store));
  g_assert_true (trio_store_close (store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (trio_store_get_pending (store), ==, 0);
  g_clear_object (&store);
  tools_assert_alone (path);

  store = tools_open (path);
  after = trio_model_dup_snapshot (trio_store_get_model (store));
  tools_assert_same (before, after);
  tools_assert_sound (store);
}

static void
acknowledged_cb (TrioStore *store, gint64 step, gpointer data)
{
  GArray *steps = data;

  g_array_append_val (steps, step);
}

static void
test_acknowledge (void)
{
  g_autofree char *path = tools_dup_path ("acknowledge.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  TrioId station = tools_add_station (store, "Tema");
  g_autoptr (GError) error = NULL;
  guint before;

  g_assert_true (trio_store_flush (store, &error));
  g_assert_no_error (error);
  g_signal_connect (store, "acknowledged", G_CALLBACK (acknowledged_cb), steps);
  for (guint i = 0; i < 5; i++)
    tools_add_note (store, station, "Et indspil");
  before = trio_store_get_pending (store);
  g_assert_cmpuint (before, ==, 5);
  while (trio_store_get_pending (store) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (steps->len, ==, 5);
  for (guint i = 1; i < steps->len; i++)
    g_assert_cmpint (g_array_index (steps, gint64, i), ==,
                     g_array_index (steps, gint64, i - 1) + 1);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_store_flush_finish (TRIO_STORE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

static void
test_flush_async (void)
{
  g_autofree char *path = tools_dup_path ("flush.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  gboolean done = FALSE;

  tools_add_station (store, "Tema");
  trio_store_flush_async (store, NULL, flushed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  /* Closing while a flush is on its way must wait for it, not crash. */
  done = FALSE;
  tools_add_station (store, "Et andet tema");
  trio_store_flush_async (store, NULL, flushed_cb, &done);
  g_assert_true (trio_store_close (store, NULL));
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TrioStore **store = data;
  g_autoptr (GError) error = NULL;

  *store = trio_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_open_async (void)
{
  g_autofree char *path = tools_dup_path ("async.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (TrioStore) opened = NULL;

  tools_add_station (store, "Tema");
  g_assert_true (trio_store_close (store, NULL));
  trio_store_open_async (path, TRIO_OPEN_DEFAULT, NULL, opened_cb, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (
                        trio_model_get_list (trio_store_get_model (opened), TRIO_KIND_STATION)),
                    ==, 1);
}

static void
test_cancel (void)
{
  g_autofree char *path = tools_dup_path ("cancel.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_store_close (store, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (trio_store_open (path, TRIO_OPEN_DEFAULT, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Undoes and redoes everything, closing and reopening after each tenth step. */
static void
test_undo_across_sessions (void)
{
  g_autofree char *path = tools_dup_path ("undo.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GPtrArray) states
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_snapshot_unref);
  g_autoptr (GError) error = NULL;
  guint n;

  g_ptr_array_add (states, trio_model_dup_snapshot (trio_store_get_model (store)));
  tools_play (store, states, 200, 1);
  n = states->len - 1;
  for (guint i = n; i > 0; i--)
    {
      TrioModel *model = trio_store_get_model (store);
      g_autoptr (TrioSnapshot) now = NULL;

      g_assert_true (trio_model_can_undo (model));
      g_assert_true (trio_model_undo (model, &error));
      g_assert_no_error (error);
      now = trio_model_dup_snapshot (model);
      tools_assert_same_values (g_ptr_array_index (states, i - 1), now);
      if (i % 10 == 0)
        tools_reopen (&store);
    }
  g_assert_false (trio_model_can_undo (trio_store_get_model (store)));
  tools_reopen (&store);
  for (guint i = 1; i <= n; i++)
    {
      TrioModel *model = trio_store_get_model (store);
      g_autoptr (TrioSnapshot) now = NULL;

      g_assert_true (trio_model_redo (model, &error));
      g_assert_no_error (error);
      now = trio_model_dup_snapshot (model);
      tools_assert_same_values (g_ptr_array_index (states, i), now);
      if (i % 7 == 0)
        tools_reopen (&store);
    }
  g_assert_false (trio_model_can_redo (trio_store_get_model (store)));
  tools_assert_sound (store);
}

/* Steps that were undone are gone for good once something else was done. */
static void
test_dropped_steps (void)
{
  g_autofree char *path = tools_dup_path ("dropped.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  TrioId station = tools_add_station (store, "Tema");
  TrioId first = tools_add_note (store, station, "første");
  TrioId second;

  g_assert_true (trio_model_undo (model, &error));
  tools_reopen (&store);
  model = trio_store_get_model (store);
  g_assert_true (trio_model_can_redo (model));
  second = tools_add_note (store, station, "anden");
  /* A number that stood in the log is never given again. */
  g_assert_cmpint (second, >, first);
  g_assert_false (trio_model_can_redo (model));
  tools_reopen (&store);
  g_assert_false (trio_model_can_redo (trio_store_get_model (store)));
  steps = trio_store_list_steps (store, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (((TrioStepInfo *)g_ptr_array_index (steps, 0))->action, ==, "add-notes");
  g_assert_false (((TrioStepInfo *)g_ptr_array_index (steps, 0))->undone);
  tools_assert_sound (store);
}

static void
test_second_opener (void)
{
  g_autofree char *path = tools_dup_path ("second.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (TrioStore) second = NULL;
  g_autoptr (GError) error = NULL;

  second = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_null (second);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_clear_error (&error);
  second = trio_store_open (path, TRIO_OPEN_READ_ONLY, NULL, &error);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_LOCKED);
  g_clear_error (&error);

  /* The first one still has its lock and can write. */
  tools_add_station (store, "Tema");
  g_assert_true (trio_store_flush (store, &error));
  second = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (trio_store_close (store, &error));
  tools_assert_alone (path);
  second = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
}

/* Whoever comes second can have a copy, even while the first one writes. */
static void
test_copy_of_held_file (void)
{
  g_autofree char *path = tools_dup_path ("held.trio");
  g_autofree char *copy = tools_dup_path ("mine.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");

  g_assert_true (trio_store_flush (store, &error));
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (TrioStore) copied = NULL;

      for (guint j = 0; j < 20; j++)
        tools_add_note (store, station, "på disken");
      g_assert_true (trio_store_flush (store, &error));
      /* This is written by the other thread while the copy is made. */
      tools_add_note (store, station, "på vej");
      g_usleep (i * 20000);
      g_assert_true (trio_store_copy_file (path, copy, &error));
      g_assert_no_error (error);
      copied = tools_open (copy);
      g_assert_cmpuint (tools_count (copied, TRIO_KIND_NOTE), >=, i * 21 + 20);
      tools_assert_sound (copied);
      g_assert_true (trio_store_close (copied, &error));
      tools_assert_alone (copy);
    }
  /* The first one still holds it. */
  g_assert_null (trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (trio_store_copy_file (copy, path, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_LOCKED);
}

static void
test_read_only (void)
{
  g_autofree char *path = tools_dup_path ("read-only.trio");
  g_autofree char *copy = tools_dup_path ("read-only-copy.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (TrioStore) reader = NULL;
  g_autoptr (TrioStore) second_reader = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length;
  gsize after_length;

  tools_add_station (store, "Tema");
  g_assert_true (trio_store_close (store, NULL));
  g_assert_true (g_file_get_contents (path, &before, &before_length, NULL));
  reader = trio_store_open (path, TRIO_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  second_reader = trio_store_open (path, TRIO_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (trio_store_is_read_only (reader));
  g_assert_true (trio_model_get_read_only (trio_store_get_model (reader)));
  steps = trio_store_list_steps (reader, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_true (trio_store_save_copy (reader, copy, &error));
  g_assert_no_error (error);
  g_assert_true (trio_store_close (reader, &error));
  tools_assert_alone (path);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
  g_clear_object (&reader);
  reader = tools_open (copy);
}

static void
test_save_copy (void)
{
  g_autofree char *path = tools_dup_path ("original.trio");
  g_autofree char *copy = tools_dup_path ("copy.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (TrioStore) copied = NULL;
  g_autoptr (TrioSnapshot) one = NULL;
  g_autoptr (TrioSnapshot) other = NULL;
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");

  tools_add_note (store, station, "før kopien");
  g_assert_true (trio_store_save_copy (store, copy, &error));
  g_assert_no_error (error);
  one = trio_model_dup_snapshot (trio_store_get_model (store));
  copied = tools_open (copy);
  other = trio_model_dup_snapshot (trio_store_get_model (copied));
  tools_assert_same (one, other);
  g_assert_true (trio_model_undo (trio_store_get_model (copied), &error));

  /* The copy is open: it is not replaced under its holder's feet. */
  g_assert_false (trio_store_save_copy (store, copy, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (trio_store_save_copy (store, path, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (trio_store_close (copied, &error));
  g_assert_true (trio_store_save_copy (store, copy, &error));
  g_assert_no_error (error);
}

static void
test_move_to (void)
{
  g_autofree char *path = tools_dup_path ("from.trio");
  g_autofree char *place = tools_dup_path ("to.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (TrioStore) old = NULL;
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");

  tools_add_note (store, station, "på det gamle sted");
  g_assert_true (trio_store_flush (store, &error));
  g_assert_true (trio_store_move_to (store, place, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (trio_store_get_path (store), ==, place);
  tools_assert_alone (path);
  tools_add_note (store, station, "på det nye sted");
  tools_reopen (&store);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 2);
  g_assert_true (trio_model_undo (trio_store_get_model (store), &error));
  old = tools_open (path);
  g_assert_cmpuint (tools_count (old, TRIO_KIND_NOTE), ==, 1);
}

/* What a session leaves that was killed: a note, and perhaps half a copy. */
static void
test_ended_unexpectedly (void)
{
  g_autofree char *path = tools_make_file ("killed.trio");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *note = g_build_filename (folder, ".killed.trio.lock", NULL);
  g_autofree char *half = g_build_filename (folder, ".killed.trio.0123abcd.tmp", NULL);
  g_autofree char *other = g_build_filename (folder, ".other.trio.0123abcd.tmp", NULL);
  g_autoptr (TrioStore) store = NULL;

  tools_write_bytes (note, "[lock]\nuser=\e[31m", 16);
  tools_write_bytes (half, "half", 4);
  tools_write_bytes (other, "half", 4);
  store = tools_open (path);
  g_assert_true (trio_store_has_ended_unexpectedly (store));
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  tools_reopen (&store);
  g_assert_false (trio_store_has_ended_unexpectedly (store));
}

/* The file is deleted while it is open: nothing is lost, and it can go on elsewhere. */
static void
test_vanished (void)
{
  g_autofree char *path = tools_dup_path ("vanishing.trio");
  g_autofree char *place = tools_dup_path ("vanished.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GError) error = NULL;
  TrioId station = tools_add_station (store, "Tema");

  g_assert_true (trio_store_flush (store, &error));
  g_assert_cmpint (g_unlink (path), ==, 0);
  tools_add_note (store, station, "i luften");
  g_assert_false (trio_store_flush (store, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (trio_store_get_pending (store), ==, 1);
  g_assert_false (trio_store_close (store, &error));
  g_clear_error (&error);
  g_assert_true (trio_store_move_to (store, place, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (trio_store_get_pending (store), ==, 0);
  tools_reopen (&store);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 1);
  tools_assert_sound (store);
}

int
main (int argc, char *argv[])
{
  tools_init (&argc, &argv);
  g_test_add_func ("/store/create", test_create);
  g_test_add_func ("/store/reopen", test_reopen);
  g_test_add_func ("/store/acknowledge", test_acknowledge);
  g_test_add_func ("/store/flush-async", test_flush_async);
  g_test_add_func ("/store/open-async", test_open_async);
  g_test_add_func ("/store/cancel", test_cancel);
  g_test_add_func ("/store/undo-across-sessions", test_undo_across_sessions);
  g_test_add_func ("/store/dropped-steps", test_dropped_steps);
  g_test_add_func ("/store/second-opener", test_second_opener);
  g_test_add_func ("/store/copy-of-held-file", test_copy_of_held_file);
  g_test_add_func ("/store/read-only", test_read_only);
  g_test_add_func ("/store/save-copy", test_save_copy);
  g_test_add_func ("/store/move-to", test_move_to);
  g_test_add_func ("/store/ended-unexpectedly", test_ended_unexpectedly);
  g_test_add_func ("/store/vanished", test_vanished);
  return tools_run ();
}
