/* trio-store-read.c: what is in another workshop's file, which is only read. */
#include "config.h"

#include "store/trio-store-read.h"

#include "store/trio-store.h"

/**
 * trio_store_read:
 * @path: a workshop file
 * @cancellable: (nullable): to stop
 * @error: return location for an error, see trio_store_open()
 *
 * Opens the file for reading only, with all checks, takes over what is in it, and closes it.
 *
 * Returns: (transfer full) (nullable): the workshop
 */
TrioSnapshot *
trio_store_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TrioStore) store = trio_store_open (path, TRIO_OPEN_READ_ONLY, cancellable, error);
  TrioSnapshot *snapshot;

  if (store == NULL)
    return NULL;
  snapshot = trio_model_dup_snapshot (trio_store_get_model (store));
  trio_store_close (store, NULL);
  return snapshot;
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  TrioSnapshot *snapshot = trio_store_read (task_data, cancellable, &error);

  if (snapshot != NULL)
    g_task_return_pointer (task, snapshot, (GDestroyNotify)trio_snapshot_unref);
  else
    g_task_return_error (task, error);
}

/**
 * trio_store_read_async:
 * @path: a workshop file
 * @cancellable: (nullable): to stop
 * @callback: called when it has ended
 * @user_data: data for @callback
 *
 * Does what trio_store_read() does, in a thread.
 */
void
trio_store_read_async (const char *path,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, trio_store_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * trio_store_read_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the workshop
 */
TrioSnapshot *
trio_store_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
