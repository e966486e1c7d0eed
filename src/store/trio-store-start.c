/* trio-store-start.c: from a path to a store, at once or without blocking.
 *
 * A file is opened and checked in any thread; model and store are then made in the thread
 * that will use them.
 */
#include "store/trio-store-private.h"

static TrioRecord *
make_workshop (TrioLanguage language)
{
  TrioRecord *record = trio_record_new (TRIO_KIND_WORKSHOP, 1, NULL);
  guint64 device = trio_device_load ();
  guint64 now = (guint64)(g_get_real_time () / 1000) << 16;

  for (guint i = 0; i < record->n_values; i++)
    trio_record_take_value (record, i, trio_row_first_value (TRIO_KIND_WORKSHOP, i));
  trio_record_take_value (record, TRIO_WORKSHOP_LANGUAGE, trio_value_int (language));
  for (guint i = 0; i < trio_kind_get_info (TRIO_KIND_WORKSHOP)->n_groups; i++)
    record->stamps[i] = (TrioStamp){ now, device };
  return record;
}

/**
 * trio_store_create:
 * @path: path of the new file
 * @language: language of the workshop
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Makes a file that holds an empty workshop, and opens it. An existing file is never
 * replaced. Blocks until the file is on disk.
 *
 * Returns: (transfer full) (nullable): the store
 */
TrioStore *
trio_store_create (const char *path, TrioLanguage language, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  TrioRecord *workshop = make_workshop (language);
  TrioFileState state = { workshop->id + 1, workshop->stamps[0].time, 0 };
  TrioUuid uuid;

  g_ptr_array_add (records, workshop);
  trio_uuid_init_random (&uuid);
  if (!trio_file_create (absolute, trio_schema_get_current (), records, &state, &uuid, FALSE,
                         error))
    return NULL;
  return trio_store_open (absolute, TRIO_OPEN_DEFAULT, NULL, error);
}

/**
 * trio_store_open_with_schema: (skip)
 * @path: path of a file
 * @flags: how to open it
 * @schema: the migrations to know
 * @cancellable: (nullable): to stop the opening
 * @error: return location for an error
 *
 * As trio_store_open(), with other migrations than the program's own. For tests.
 *
 * Returns: (transfer full) (nullable): the store
 */
TrioStore *
trio_store_open_with_schema (const char *path,
                             TrioOpenFlags flags,
                             const TrioSchema *schema,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  TrioFile *file = trio_file_open (absolute, flags, schema, cancellable, error);

  return file == NULL ? NULL : trio_store_new_for_file (file, error);
}

/**
 * trio_store_open:
 * @path: path of a file
 * @flags: how to open it
 * @cancellable: (nullable): to stop the opening
 * @error: return location for an error of the domain %TRIO_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Opens a file after checking all of it; see trio_store_list_backups() for what to offer
 * when it is %TRIO_ERROR_DAMAGED. Other errors that callers tell apart: %TRIO_ERROR_NEWER
 * (open it read-only), %TRIO_ERROR_LOCKED (somebody else has it open), %TRIO_ERROR_READ_ONLY
 * (open it read-only or copy it), %TRIO_ERROR_FOREIGN, %TRIO_ERROR_NOT_FOUND,
 * %TRIO_ERROR_TOO_LARGE. Blocks.
 *
 * Returns: (transfer full) (nullable): the store
 */
TrioStore *
trio_store_open (const char *path, TrioOpenFlags flags, GCancellable *cancellable, GError **error)
{
  return trio_store_open_with_schema (path, flags, trio_schema_get_current (), cancellable, error);
}

typedef struct
{
  char *path;
  TrioOpenFlags flags;
} OpenJob;

static void
open_job_free (gpointer data)
{
  OpenJob *job = data;

  g_free (job->path);
  g_free (job);
}

static void
open_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenJob *job = data;
  GError *error = NULL;
  TrioFile *file
      = trio_file_open (job->path, job->flags, trio_schema_get_current (), cancellable, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, file, (GDestroyNotify)trio_file_close);
}

/**
 * trio_store_open_async:
 * @path: path of a file
 * @flags: how to open it
 * @cancellable: (nullable): to stop the opening
 * @callback: called when the file has been read
 * @user_data: passed to @callback
 *
 * Opens a file without blocking; see trio_store_open().
 */
void
trio_store_open_async (const char *path,
                       TrioOpenFlags flags,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenJob *job = g_new0 (OpenJob, 1);

  job->path = g_canonicalize_filename (path, NULL);
  job->flags = flags;
  g_task_set_source_tag (task, trio_store_open_async);
  g_task_set_task_data (task, job, open_job_free);
  g_task_run_in_thread (task, open_thread_cb);
}

/**
 * trio_store_open_finish:
 * @result: result of trio_store_open_async()
 * @error: return location for an error; see trio_store_open()
 *
 * Makes model and store, which belong to the calling thread.
 *
 * Returns: (transfer full) (nullable): the store
 */
TrioStore *
trio_store_open_finish (GAsyncResult *result, GError **error)
{
  TrioFile *file = g_task_propagate_pointer (G_TASK (result), error);

  return file == NULL ? NULL : trio_store_new_for_file (file, error);
}
