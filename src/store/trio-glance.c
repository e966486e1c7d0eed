/* trio-glance.c: what a workshop file holds, told without opening it for work.
 *
 * A list of files wants a few figures of each, soon. So nothing is checked row by row, nothing is
 * played back or written, and the file is held only while it is counted. A file that another
 * program works in, or that is not quite in order, gives an error instead of figures.
 */
#include "config.h"

#include "store/trio-glance.h"

#include "store/trio-store-private.h"

/* Counting takes a few milliseconds; whoever wants to open the file waits that long at most. */
#define TIME_LIMIT_US (200 * 1000)

/* The practice inputs are state 2. */
static const char *const counts[] = {
  "SELECT count(*) FROM station",
  "SELECT count(*) FROM note WHERE coalesce(state,0)<>2",
  "SELECT count(*) FROM cluster",
  "SELECT count(DISTINCT s.theme) FROM note n JOIN station s ON s.id=n.station"
  " WHERE coalesce(n.state,0)<>2",
  "SELECT count(DISTINCT m.theme) FROM summary m WHERE trim(coalesce(m.text,''))<>'' AND m.theme IN"
  " (SELECT s.theme FROM note n JOIN station s ON s.id=n.station WHERE coalesce(n.state,0)<>2)",
  "SELECT count(*) FROM document WHERE coalesce(sent,'')<>''",
};

G_STATIC_ASSERT (TRIO_NOTE_STATE_PRACTICE == 2);

static int
progress_cb (void *data)
{
  return g_get_monotonic_time () > *(gint64 *)data;
}

static gboolean
read_words (TrioFile *file, TrioGlance *glance, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
      = trio_sqlite_prepare (file->db, file->path,
                             "SELECT coalesce(title,''), coalesce(start,'') FROM workshop", error);
  const char *title;
  const char *date;

  if (stmt == NULL)
    return FALSE;
  if (sqlite3_step (stmt) != SQLITE_ROW)
    return trio_sqlite_fail (file->db, file->path, error);
  title = (const char *)sqlite3_column_text (stmt, 0);
  date = (const char *)sqlite3_column_text (stmt, 1);
  glance->title = g_utf8_make_valid (title != NULL ? title : "", -1);
  glance->date = g_utf8_make_valid (date != NULL ? date : "", -1);
  return TRUE;
}

static gboolean
read_figures (TrioFile *file, TrioGlance *glance, GError **error)
{
  guint *figures[] = { &glance->n_stations, &glance->n_notes,     &glance->n_clusters,
                       &glance->n_themes,   &glance->n_summaries, &glance->n_sent };

  G_STATIC_ASSERT (G_N_ELEMENTS (figures) == G_N_ELEMENTS (counts));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 n = 0;

      if (!trio_sqlite_get_int (file->db, file->path, counts[i], &n, error))
        return FALSE;
      *figures[i] = (guint)CLAMP (n, 0, G_MAXINT);
    }
  return TRUE;
}

/**
 * trio_glance_read:
 * @path: path of a file
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Counts what is in a workshop file. Nothing is changed, also not in a file that was not closed
 * properly.
 *
 * Returns: (transfer full) (nullable): the figures
 */
TrioGlance *
trio_glance_read (const char *path, GError **error)
{
  g_autoptr (TrioGlance) glance = g_new0 (TrioGlance, 1);
  g_autofree char *absolute = NULL;
  gint64 deadline = g_get_monotonic_time () + TIME_LIMIT_US;
  TrioFile file = { .schema = trio_schema_get_current () };
  gboolean ok;

  g_return_val_if_fail (path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  file.path = absolute;
  if (!trio_file_check_place (absolute, error))
    return NULL;
  file.db = trio_sqlite_open (absolute, SQLITE_OPEN_READONLY, error);
  if (file.db == NULL)
    return NULL;
  /* Whoever holds the file keeps it. */
  sqlite3_busy_timeout (file.db, 0);
  sqlite3_progress_handler (file.db, 1000, progress_cb, &deadline);
  ok = trio_file_check_header (&file, error)
       && trio_sqlite_run (file.db, absolute,
                           "PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; BEGIN", error)
       && read_words (&file, glance, error) && read_figures (&file, glance, error);
  sqlite3_close_v2 (file.db);
  return ok ? g_steal_pointer (&glance) : NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TrioGlance *glance = trio_glance_read (data, &error);

  if (glance == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, glance, (GDestroyNotify)trio_glance_free);
}

/**
 * trio_glance_read_async:
 * @path: path of a file
 * @cancellable: (nullable): to give up waiting
 * @callback: called when the file has been read, or could not be
 * @user_data: data for @callback
 *
 * As trio_glance_read(), without blocking.
 */
void
trio_glance_read_async (const char *path,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, trio_glance_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * trio_glance_read_finish:
 * @result: result of trio_glance_read_async()
 * @error: return location for an error of the domain %TRIO_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the figures
 */
TrioGlance *
trio_glance_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trio_glance_get_next:
 * @glance: (nullable): figures about a file
 *
 * Returns: the first thing on the way to the note that has not been begun, or ended in the case
 *   of summaries; %TRIO_NEXT_NOTHING once a document was sent
 */
TrioNext
trio_glance_get_next (const TrioGlance *glance)
{
  if (glance == NULL)
    return TRIO_NEXT_UNKNOWN;
  if (glance->n_sent > 0)
    return TRIO_NEXT_NOTHING;
  if (glance->n_stations == 0)
    return TRIO_NEXT_SETUP;
  if (glance->n_notes == 0)
    return TRIO_NEXT_CAPTURE;
  if (glance->n_summaries >= glance->n_themes)
    return TRIO_NEXT_DOCUMENTS;
  /* Some never make clusters, but write at once. */
  if (glance->n_clusters == 0 && glance->n_summaries == 0)
    return TRIO_NEXT_CLUSTERS;
  return TRIO_NEXT_SUMMARIES;
}

/**
 * trio_glance_free:
 * @glance: (nullable): figures about a file
 *
 * Frees the figures.
 */
void
trio_glance_free (TrioGlance *glance)
{
  if (glance == NULL)
    return;
  g_free (glance->title);
  g_free (glance->date);
  g_free (glance);
}
