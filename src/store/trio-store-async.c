/* trio-store-async.c: what takes long with an open file, without making the caller wait.
 *
 * The writer is entered on the calling thread, so that a store that is closed meanwhile waits
 * for what has been begun.
 */
#include "config.h"

#include "store/trio-store-async.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "store/trio-store-private.h"

typedef struct
{
  TrioWriter *writer;
  TrioWriterFunc func;
  gpointer data; /* of @func */
  GDestroyNotify destroy;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  if (work->destroy != NULL)
    work->destroy (work->data);
  g_free (work);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean ok = trio_writer_call (work->writer, work->func, work->data, TRUE, &error);

  trio_writer_leave (work->writer);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (TrioStore *self, GTask *task, TrioWriterFunc func, gpointer data, GDestroyNotify destroy)
{
  Work *work = g_new0 (Work, 1);

  work->func = func;
  work->data = data;
  work->destroy = destroy;
  g_task_set_task_data (task, work, free_work);
  if (self->writer == NULL)
    {
      g_task_return_new_error (task, TRIO_ERROR, TRIO_ERROR_FAILED, "%s",
                               _ ("The file has been closed."));
      return;
    }
  work->writer = self->writer;
  trio_writer_enter (self->writer);
  g_task_run_in_thread (task, work_in_thread);
}

static gboolean
check_cb (TrioFile *file, gpointer findings, GError **error)
{
  return trio_file_check_all (file, findings, error);
}

/**
 * trio_store_check_async:
 * @self: a store
 * @callback: called when the check has ended
 * @user_data: data for @callback
 *
 * As trio_store_check(), without blocking.
 */
void
trio_store_check_async (TrioStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (TRIO_IS_STORE (self));

  g_task_set_source_tag (task, trio_store_check_async);
  start (self, task, check_cb, g_ptr_array_new_with_free_func (g_free),
         (GDestroyNotify)g_ptr_array_unref);
}

/**
 * trio_store_check_finish:
 * @self: a store
 * @result: result of trio_store_check_async()
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: (transfer full) (element-type utf8) (nullable): a sentence for each thing that is
 *   wrong, none when the file is sound; %NULL if the check did not run to its end
 */
GPtrArray *
trio_store_check_finish (TrioStore *self, GAsyncResult *result, GError **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  work = g_task_get_task_data (G_TASK (result));
  return g_ptr_array_ref (work->data);
}

static gboolean
copy_cb (TrioFile *file, gpointer path, GError **error)
{
  return trio_file_copy_to (file, path, error);
}

/**
 * trio_store_save_copy_async:
 * @self: a store
 * @path: path of the copy; a file of that name is replaced
 * @callback: called when the copy is on disk, or could not be written
 * @user_data: data for @callback
 *
 * As trio_store_save_copy(), without blocking.
 */
void
trio_store_save_copy_async (TrioStore *self,
                            const char *path,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  g_return_if_fail (TRIO_IS_STORE (self));

  g_task_set_source_tag (task, trio_store_save_copy_async);
  if (g_str_equal (absolute, self->path))
    {
      g_autofree char *name = trio_place_dup_name (absolute);

      g_task_return_new_error (task, TRIO_ERROR, TRIO_ERROR_INVALID,
                               _ ("“%s” is the file that is open. Choose another name."), name);
      return;
    }
  start (self, task, copy_cb, g_steal_pointer (&absolute), g_free);
}

/**
 * trio_store_save_copy_finish:
 * @self: a store
 * @result: result of trio_store_save_copy_async()
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether the copy was written
 */
gboolean
trio_store_save_copy_finish (TrioStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
