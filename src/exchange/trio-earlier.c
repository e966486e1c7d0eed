/* trio-earlier.c: reads the workshops in a folder, for looking back over several events. */
#include "config.h"

#include "exchange/trio-earlier.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/trio-error.h"
#include "store/trio-store-read.h"

#define SUFFIX ".trio"

typedef struct
{
  char *folder;
  char *except;
  TrioEarlierFunc progress;
  gpointer user_data;
} Job;

typedef struct
{
  GTask *task;
  guint n_done;
  guint n_all;
  char *path;
} Report;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_free (job->except);
  g_free (job);
}

/**
 * trio_earlier_file_free:
 * @file: (transfer full): a file that was read
 */
void
trio_earlier_file_free (TrioEarlierFile *file)
{
  g_clear_pointer (&file->snapshot, trio_snapshot_unref);
  g_free (file->path);
  g_free (file->problem);
  g_free (file);
}

/* Finding */

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
list_folder (GPtrArray *paths, const char *path, guint depth, GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  const char *name;

  if (folder == NULL)
    return FALSE;
  while ((name = g_dir_read_name (folder)) != NULL && paths->len < TRIO_EARLIER_MAX_FILES)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (*name == '.')
        continue;
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          /* A folder inside that nobody may look into, or a link that leads in a circle, does
           * not keep the others from being read. */
          if (depth > 0 && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
            list_folder (paths, child, depth - 1, NULL);
        }
      else if (g_str_has_suffix (name, SUFFIX))
        g_ptr_array_add (paths, g_steal_pointer (&child));
    }
  return TRUE;
}

/**
 * trio_earlier_list:
 * @folder: a folder
 * @max_depth: how deep to look into folders inside it; 0 for not at all
 * @error: return location for an error; %TRIO_ERROR_NOTHING if no workshop lies there
 *
 * Lists the workshop files of a folder by name. Hidden ones are left out.
 *
 * Returns: (transfer full) (element-type filename) (nullable): their paths
 */
GPtrArray *
trio_earlier_list (const char *folder, guint max_depth, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (folder != NULL, NULL);

  if (!list_folder (paths, folder, max_depth, error))
    return NULL;
  if (paths->len == 0)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                           _ ("There is no workshop file (.trio) in this folder."));
      return NULL;
    }
  g_ptr_array_sort (paths, compare_paths);
  return g_steal_pointer (&paths);
}

/* Reading */

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return b != NULL && g_stat (a, &first) == 0 && g_stat (b, &second) == 0
         && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  Job *job = g_task_get_task_data (report->task);
  GCancellable *cancellable = g_task_get_cancellable (report->task);

  if (cancellable == NULL || !g_cancellable_is_cancelled (cancellable))
    job->progress (report->n_done, report->n_all, report->path, job->user_data);
  return G_SOURCE_REMOVE;
}

static void
free_report (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report->path);
  g_free (report);
}

static void
report (GTask *task, guint n_done, guint n_all, const char *path)
{
  Job *job = g_task_get_task_data (task);
  Report *news;

  if (job->progress == NULL)
    return;
  news = g_new0 (Report, 1);
  news->task = g_object_ref (task);
  news->n_done = n_done;
  news->n_all = n_all;
  news->path = g_strdup (path);
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, report_cb, news,
                              free_report);
}

static TrioEarlierFile *
read_file (const char *path, GCancellable *cancellable)
{
  TrioEarlierFile *file = g_new0 (TrioEarlierFile, 1);
  g_autoptr (GError) error = NULL;

  file->path = g_strdup (path);
  file->same_as = -1;
  file->snapshot = trio_store_read (path, cancellable, &error);
  if (file->snapshot == NULL)
    file->problem = g_strdup (error->message);
  return file;
}

static guint
count_notes (const TrioEarlierFile *file)
{
  return trio_snapshot_get_all (file->snapshot, TRIO_KIND_NOTE)->len;
}

static gboolean
is_same_event (const TrioEarlierFile *a, const TrioEarlierFile *b)
{
  return a->snapshot != NULL && b->snapshot != NULL
         && trio_uuid_equal (&trio_snapshot_get_workshop (a->snapshot)->uuid,
                             &trio_snapshot_get_workshop (b->snapshot)->uuid);
}

/* Of several files with one event, such as copies and the files of its stations, the fullest
 * counts; of equally full ones the first. */
static void
mark_copies (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      TrioEarlierFile *file = files->pdata[i];

      for (guint j = 0; j < files->len && file->same_as < 0; j++)
        {
          const TrioEarlierFile *other = files->pdata[j];

          if (i != j && is_same_event (file, other)
              && (count_notes (other) > count_notes (file)
                  || (j < i && count_notes (other) == count_notes (file))))
            file->same_as = (int)j;
        }
    }
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) paths = trio_earlier_list (job->folder, TRIO_EARLIER_MAX_DEPTH, &error);
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_earlier_file_free);

  if (paths == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < paths->len; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      if (is_same_file (paths->pdata[i], job->except))
        continue;
      report (task, i, paths->len, paths->pdata[i]);
      g_ptr_array_add (files, read_file (paths->pdata[i], cancellable));
    }
  mark_copies (files);
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify)g_ptr_array_unref);
}

/**
 * trio_earlier_read_async:
 * @folder: a folder
 * @except: (nullable): a file that is left out, because it is open
 * @cancellable: (nullable): to stop
 * @progress: (nullable): follows the reading; gets @user_data
 * @callback: called when it has ended
 * @user_data: data for both
 *
 * Reads the workshops of a folder and of the folders in it, in a thread.
 */
void
trio_earlier_read_async (const char *folder,
                         const char *except,
                         GCancellable *cancellable,
                         TrioEarlierFunc progress,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (folder != NULL);

  job->folder = g_strdup (folder);
  job->except = g_strdup (except);
  job->progress = progress;
  job->user_data = user_data;
  g_task_set_source_tag (task, trio_earlier_read_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, read_thread);
}

/**
 * trio_earlier_read_finish:
 * @result: what the callback was given
 * @error: return location for an error, see trio_earlier_list()
 *
 * Returns: (transfer full) (element-type TrioEarlierFile) (nullable): the files by name; none
 *   if only the one that was left out lies there
 */
GPtrArray *
trio_earlier_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
