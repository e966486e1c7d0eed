/* trio-store-write.c: moves of the model as rows, in one transaction of the database.
 *
 * Everything is idempotent: a commit that reported an error may have reached the disk, and
 * the same moves are then written again on top of it.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>

/* Finds where the changes of a step begin; 0 when the log does not have the step. */
static gboolean
find_first_change (TrioFile *file, gint64 step, gint64 *first, GError **error)
{
  int rc;

  *first = 0;
  if (file->find_step == NULL)
    file->find_step = trio_sqlite_prepare (file->db, file->path,
                                           "SELECT first_change FROM step WHERE id=?", error);
  if (file->find_step == NULL)
    return FALSE;
  sqlite3_bind_int64 (file->find_step, 1, step);
  rc = sqlite3_step (file->find_step);
  if (rc == SQLITE_ROW)
    *first = sqlite3_column_int64 (file->find_step, 0);
  else if (rc != SQLITE_DONE)
    trio_sqlite_fail (file->db, file->path, error);
  sqlite3_reset (file->find_step);
  return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

static gboolean
find_free_change (TrioFile *file, gint64 *first, GError **error)
{
  if (!trio_sqlite_get_int (file->db, file->path, "SELECT max(id) FROM change", first, error))
    return FALSE;
  *first += 1;
  return TRUE;
}

/* Removes the changes of the steps from number @from to @to. */
static gboolean
drop_changes (TrioFile *file, gint64 from, gint64 to, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT first_change, n_changes FROM step WHERE id>=%" G_GINT64_FORMAT
                         " AND id<=%" G_GINT64_FORMAT,
                         from, to);
  g_autoptr (sqlite3_stmt) steps = trio_sqlite_prepare (file->db, file->path, sql, error);
  int rc;

  if (steps == NULL)
    return FALSE;
  while ((rc = sqlite3_step (steps)) == SQLITE_ROW)
    {
      gint64 first = sqlite3_column_int64 (steps, 0);
      gint64 end = first + sqlite3_column_int64 (steps, 1);
      g_autofree char *drop = g_strdup_printf ("DELETE FROM change WHERE id>=%" G_GINT64_FORMAT
                                               " AND id<%" G_GINT64_FORMAT,
                                               first, end);

      if (!trio_sqlite_run (file->db, file->path, drop, error))
        return FALSE;
    }
  return rc == SQLITE_DONE || trio_sqlite_fail (file->db, file->path, error);
}

/* Removes the steps above @position: undone ones that a new step makes unreachable, or what
 * an earlier attempt left. */
static gboolean
drop_steps_after (TrioFile *file, gint64 position, GError **error)
{
  g_autofree char *drop = g_strdup_printf ("DELETE FROM step WHERE id>%" G_GINT64_FORMAT, position);

  return drop_changes (file, position + 1, G_MAXINT64, error)
         && trio_sqlite_run (file->db, file->path, drop, error);
}

static gboolean
creates_something (const TrioStep *step)
{
  for (guint i = 0; i < step->changes->len; i++)
    if (g_array_index (step->changes, TrioChange, i).type == TRIO_CHANGE_CREATE)
      return TRUE;
  return FALSE;
}

static gboolean
write_log (TrioFile *file, const TrioTransaction *move, TrioFileState *state, GError **error)
{
  const TrioStep *step = move->step;
  gboolean undone = move->move == TRIO_MOVE_UNDO;
  gint64 first;

  if (move->move == TRIO_MOVE_DO
      && !drop_steps_after (file, MIN (state->position, step->id - 1), error))
    return FALSE;
  if (!find_first_change (file, step->id, &first, error))
    return FALSE;
  if (move->move == TRIO_MOVE_AMEND && first != 0)
    {
      if (!drop_changes (file, step->id, step->id, error))
        return FALSE;
      first = 0;
    }
  if (first == 0 || creates_something (step))
    {
      if (first == 0 && !find_free_change (file, &first, error))
        return FALSE;
      if (!trio_log_put_step (file, step, first, move->deleted, undone, error))
        return FALSE;
    }

  state->position = step->id;
  if (undone)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT max(id) FROM step WHERE id<%" G_GINT64_FORMAT, step->id);

      return trio_sqlite_get_int (file->db, file->path, sql, &state->position, error);
    }
  return TRUE;
}

static gboolean
write_rows (TrioFile *file, const TrioTransaction *move, TrioFileState *state, GError **error)
{
  for (guint i = 0; i < move->deleted->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (move->deleted, i);

      if (!trio_row_remove (file, record->kind, record->id, error))
        return FALSE;
    }
  for (guint i = 0; i < move->records->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (move->records, i);
      guint n_groups = trio_kind_get_info (record->kind)->n_groups;

      if (!trio_row_put (file, record, error))
        return FALSE;
      for (guint j = 0; j < n_groups; j++)
        state->clock = MAX (state->clock, record->stamps[j].time);
    }
  return TRUE;
}

/* A file that was renamed or deleted under us takes writes without complaint, but nobody
 * would find them, and its rollback journal would have the wrong name. */
static gboolean
check_not_moved (TrioFile *file, GError **error)
{
  g_autofree char *name = trio_place_dup_name (file->path);
  int moved = 0;

  /* Without a connection, the next call says so. */
  if (file->db == NULL)
    return TRUE;
  if (sqlite3_file_control (file->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK
      || !moved)
    return TRUE;
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
               _ ("“%s” is not at its place any more. Put it back, or save to another place."),
               name);
  return FALSE;
}

/**
 * trio_file_begin:
 * @file: the file
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Begins a transaction.
 *
 * Returns: whether it began
 */
gboolean
trio_file_begin (TrioFile *file, GError **error)
{
  return check_not_moved (file, error)
         && trio_sqlite_run (file->db, file->path, "BEGIN IMMEDIATE", error);
}

/**
 * trio_file_commit:
 * @file: the file, inside a transaction
 * @state: the state that is true after it
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Writes the computers that came with the rows and the state, and commits. What was written
 * is on disk when this returns %TRUE.
 *
 * Returns: whether it was committed; if not, it may still have been
 */
gboolean
trio_file_commit (TrioFile *file, const TrioFileState *state, GError **error)
{
  g_autoptr (sqlite3_stmt) device = NULL;
  g_autoptr (sqlite3_stmt) put = NULL;

  for (guint i = file->n_devices_stored; i < file->devices->len; i++)
    {
      if (device == NULL)
        device = trio_sqlite_prepare (file->db, file->path,
                                      "INSERT OR REPLACE INTO device VALUES(?,?)", error);
      if (device == NULL)
        return FALSE;
      sqlite3_bind_int64 (device, 1, i + 1);
      sqlite3_bind_int64 (device, 2, g_array_index (file->devices, guint64, i));
      if (!trio_sqlite_step_done (device, file->path, error))
        return FALSE;
    }
  put = trio_sqlite_prepare (file->db, file->path, "INSERT OR REPLACE INTO state VALUES(1,?,?,?,?)",
                             error);
  if (put == NULL)
    return FALSE;
  file->attempted = *state;
  sqlite3_bind_int64 (put, 1, state->next_id);
  sqlite3_bind_int64 (put, 2, state->clock);
  sqlite3_bind_int64 (put, 3, state->position);
  sqlite3_bind_int64 (put, 4, trio_sum_state (&file->uuid, state));
  if (!trio_sqlite_step_done (put, file->path, error)
      || !trio_sqlite_run (file->db, file->path, "COMMIT", error))
    return FALSE;
  file->n_devices_stored = file->devices->len;
  file->state = *state;
  return TRUE;
}

/**
 * trio_file_rollback:
 * @file: the file
 *
 * Ends a transaction that failed, if SQLite has not done so.
 */
void
trio_file_rollback (TrioFile *file)
{
  if (file->db != NULL && !sqlite3_get_autocommit (file->db))
    sqlite3_exec (file->db, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * trio_file_write:
 * @file: the file
 * @moves: (array length=n_moves): what the model did, in order
 * @n_moves: how many
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Writes rows and log of several moves in one transaction.
 *
 * Returns: whether they are on disk; if not, the same moves may be written again
 */
gboolean
trio_file_write (TrioFile *file, TrioTransaction *const *moves, guint n_moves, GError **error)
{
  TrioFileState state = file->state;

  if (!trio_file_begin (file, error))
    return FALSE;
  for (guint i = 0; i < n_moves; i++)
    {
      state.next_id = MAX (state.next_id, moves[i]->next_id);
      if (!write_rows (file, moves[i], &state, error) || !write_log (file, moves[i], &state, error))
        {
          trio_file_rollback (file);
          return FALSE;
        }
    }
  if (trio_file_commit (file, &state, error))
    return TRUE;
  trio_file_rollback (file);
  return FALSE;
}
