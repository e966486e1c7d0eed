/* trio-station-file.c: one file for each station, for the laptops that stand there.
 *
 * Such a file holds the frame of the day – themes, stations, rounds and teams – with the
 * identities that they have in the common file, so that what is captured can be merged
 * later. It holds no inputs, and no history that could be undone.
 */
#include "config.h"

#include "store/trio-station-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/trio-error.h"
#include "store/trio-store-private.h"

static const TrioKind frame_kinds[]
    = { TRIO_KIND_WORKSHOP, TRIO_KIND_THEME, TRIO_KIND_QUESTION, TRIO_KIND_STATION,
        TRIO_KIND_ROUND,    TRIO_KIND_TEAM,  TRIO_KIND_VISIT };

static void
append_words (GString *name, const char *words, gsize max_length)
{
  const char *start = words != NULL ? words : "";

  for (const char *p = start; *p != '\0' && (gsize)(p - start) < max_length;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Names that a Windows share refuses are not made either. */
      if (c < 32 || (c < 128 && strchr ("/\\:*?\"<>|", (int)c) != NULL))
        c = '-';
      g_string_append_unichar (name, c);
    }
}

/**
 * trio_station_file_dup_name:
 * @snapshot: a workshop
 * @station: one of its stations
 *
 * Returns: (transfer full): a file name that tells the station, such as
 *   "Station 2 Digitale muligheder.trio"
 */
char *
trio_station_file_dup_name (TrioSnapshot *snapshot, const TrioRecord *station)
{
  const TrioRecord *theme
      = trio_snapshot_get (snapshot, trio_record_get_ref (station, TRIO_STATION_THEME));
  GString *name = g_string_new (NULL);

  /* Translators: the beginning of a file name */
  g_string_append_printf (name, _ ("Station %d"),
                          (int)trio_record_get_int (station, TRIO_STATION_NUMBER));
  if (theme != NULL)
    {
      g_string_append_c (name, ' ');
      append_words (name, trio_record_get_text (theme, TRIO_THEME_TITLE), 80);
    }
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  g_string_append (name, ".trio");
  return g_string_free (name, FALSE);
}

static GPtrArray *
collect_frame (TrioSnapshot *snapshot, TrioId station)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);

  for (guint i = 0; i < G_N_ELEMENTS (frame_kinds); i++)
    {
      GPtrArray *all = trio_snapshot_get_all (snapshot, frame_kinds[i]);

      for (guint j = 0; j < all->len; j++)
        {
          TrioRecord *record = g_ptr_array_index (all, j);

          if (record->kind != TRIO_KIND_WORKSHOP)
            {
              g_ptr_array_add (records, trio_record_ref (record));
              continue;
            }
          /* The stamp stays: a merge must not take this for a change. */
          record = trio_record_copy (record);
          trio_record_take_value (record, TRIO_WORKSHOP_HOME_STATION, trio_value_int (station));
          g_ptr_array_add (records, record);
        }
    }
  return records;
}

static guint64
find_clock (GPtrArray *records)
{
  guint64 clock = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (records, i);

      for (guint j = 0; j < trio_kind_get_info (record->kind)->n_groups; j++)
        clock = MAX (clock, record->stamps[j].time);
    }
  return clock;
}

/**
 * trio_station_file_make:
 * @snapshot: the workshop
 * @next_id: the number that its next new object gets
 * @station: number of a station's object
 * @path: path of the new file
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Makes the file of one station. An existing file is never replaced. Blocks until the file is
 * on disk; may run in any thread.
 *
 * Returns: whether the file was made
 */
gboolean
trio_station_file_make (
    TrioSnapshot *snapshot, TrioId next_id, TrioId station, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (GPtrArray) records = collect_frame (snapshot, station);
  TrioFileState state = { next_id, find_clock (records), 0 };
  TrioUuid uuid;

  trio_uuid_init_random (&uuid);
  return trio_file_create (absolute, trio_schema_get_current (), records, &state, &uuid, FALSE,
                           error);
}

static GPtrArray *
list_paths (TrioSnapshot *snapshot, const char *folder, GError **error)
{
  GPtrArray *stations = trio_snapshot_get_all (snapshot, TRIO_KIND_STATION);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (stations->len == 0)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                           _ ("There are no stations to make files for. Add a theme first."));
      return NULL;
    }
  for (guint i = 0; i < stations->len; i++)
    {
      g_autofree char *name = trio_station_file_dup_name (snapshot, stations->pdata[i]);
      char *path = g_build_filename (folder, name, NULL);

      g_ptr_array_add (paths, path);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                       /* Translators: %s is a file name */
                       _ ("There is already a file “%s” in that folder, perhaps with inputs. "
                          "Choose an empty folder."),
                       name);
          return NULL;
        }
    }
  return g_steal_pointer (&paths);
}

/**
 * trio_station_files_make:
 * @snapshot: the workshop
 * @next_id: the number that its next new object gets
 * @folder: a folder; it is made if it is missing
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Makes a file for each station, all or none. Nothing that is in the folder is replaced.
 * Blocks; may run in any thread.
 *
 * Returns: (transfer full) (element-type filename) (nullable): the paths, in the order of the
 *   stations; %NULL if none was made
 */
GPtrArray *
trio_station_files_make (TrioSnapshot *snapshot,
                         TrioId next_id,
                         const char *folder,
                         GCancellable *cancellable,
                         GError **error)
{
  GPtrArray *stations = trio_snapshot_get_all (snapshot, TRIO_KIND_STATION);
  g_autoptr (GPtrArray) paths = list_paths (snapshot, folder, error);
  guint n_made = 0;

  if (paths == NULL)
    return NULL;
  g_mkdir_with_parents (folder, 0755);
  for (; n_made < paths->len; n_made++)
    {
      const TrioRecord *station = g_ptr_array_index (stations, n_made);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !trio_station_file_make (snapshot, next_id, station->id,
                                      g_ptr_array_index (paths, n_made), error))
        break;
    }
  if (n_made == paths->len)
    return g_steal_pointer (&paths);
  while (n_made > 0)
    g_unlink (g_ptr_array_index (paths, --n_made));
  return NULL;
}

typedef struct
{
  TrioSnapshot *snapshot;
  TrioId next_id;
  char *folder;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  trio_snapshot_unref (job->snapshot);
  g_free (job->folder);
  g_free (job);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GPtrArray *paths
      = trio_station_files_make (job->snapshot, job->next_id, job->folder, cancellable, &error);

  if (paths != NULL)
    g_task_return_pointer (task, paths, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * trio_station_files_make_async:
 * @snapshot: the workshop
 * @next_id: the number that its next new object gets
 * @folder: a folder; it is made if it is missing
 * @cancellable: (nullable): to stop
 * @callback: called when it has ended
 * @user_data: data for @callback
 *
 * Does what trio_station_files_make() does, in a thread.
 */
void
trio_station_files_make_async (TrioSnapshot *snapshot,
                               TrioId next_id,
                               const char *folder,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->snapshot = trio_snapshot_ref (snapshot);
  job->next_id = next_id;
  job->folder = g_strdup (folder);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * trio_station_files_make_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type filename) (nullable): the paths of the files
 */
GPtrArray *
trio_station_files_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
