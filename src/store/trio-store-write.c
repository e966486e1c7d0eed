/* trio-store-write.c: moves of the model as rows, in one transaction of the database.
 *
 * Everything is idempotent: a commit that reported an error may have reached the disk, and
 * the same moves are then written again on top of it.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>

/* Removes the changes of the steps from number @from to @to. */
static gboolean
drop_changes (TrioFile *file, gint64 from, gint64 to, GError **error)
{
  sqlite3_stmt *steps = trio_file_get_statement (file, TRIO_STATEMENT_LIST_STEPS, error);
  sqlite3_stmt *drop = trio_file_get_statement (file, TRIO_STATEMENT_DROP_CHANGES, error);
  gboolean ok = TRUE;
  int rc;

  if (steps == NULL || drop == NULL)
    return FALSE;
  sqlite3_bind_int64 (steps, 1, from);
  sqlite3_bind_int64 (steps, 2, to);
  while (ok && (rc = sqlite3_step (steps)) != SQLITE_DONE)
    {
      gint64 first = sqlite3_column_int64 (steps, 0);

      if (rc != SQLITE_ROW)
        {
          ok = trio_sqlite_fail (file->db, file->path, error);
          break;
        }
      sqlite3_bind_int64 (drop, 1, first);
      sqlite3_bind_int64 (drop, 2, first + sqlite3_column_int64 (steps, 1));
      ok = trio_sqlite_step_done (drop, file->path, error);
    }
  sqlite3_reset (steps);
  return ok;
}

/* Removes the steps above @position: undone ones that a new step makes unreachable, or what
 * an earlier attempt left. */
static gboolean
drop_steps_after (TrioFile *file, gint64 position, GError **error)
{
  sqlite3_stmt *drop = trio_file_get_statement (file, TRIO_STATEMENT_DROP_STEPS, error);

  if (drop == NULL || !drop_changes (file, position + 1, G_MAXINT64, error))
    return FALSE;
  sqlite3_bind_int64 (drop, 1, position);
  return trio_sqlite_step_done (drop, file->path, error);
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
  /* 0 when the log does not have the step. */
  if (!trio_file_get_int (file, TRIO_STATEMENT_FIND_STEP, step->id, &first, error))
    return FALSE;
  if (move->move == TRIO_MOVE_AMEND && first != 0)
    {
      if (!drop_changes (file, step->id, step->id, error))
        return FALSE;
      first = 0;
    }
  if (first == 0 || creates_something (step))
    {
      if (first == 0)
        {
          if (!trio_file_get_int (file, TRIO_STATEMENT_LAST_CHANGE, 0, &first, error))
            return FALSE;
          first++;
        }
      if (!trio_log_put_step (file, step, first, move->deleted, undone, error))
        return FALSE;
    }

  state->position = step->id;
  if (undone)
    return trio_file_get_int (file, TRIO_STATEMENT_PREVIOUS_STEP, step->id, &state->position,
                              error);
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
         && trio_file_run_statement (file, TRIO_STATEMENT_BEGIN, error);
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
  sqlite3_stmt *device = trio_file_get_statement (file, TRIO_STATEMENT_PUT_DEVICE, error);
  sqlite3_stmt *put = trio_file_get_statement (file, TRIO_STATEMENT_PUT_STATE, error);

  if (device == NULL || put == NULL)
    return FALSE;
  for (guint i = file->n_devices_stored; i < file->devices->len; i++)
    {
      sqlite3_bind_int64 (device, 1, i + 1);
      sqlite3_bind_int64 (device, 2, g_array_index (file->devices, guint64, i));
      if (!trio_sqlite_step_done (device, file->path, error))
        return FALSE;
    }
  file->attempted = *state;
  sqlite3_bind_int64 (put, 1, state->next_id);
  sqlite3_bind_int64 (put, 2, state->clock);
  sqlite3_bind_int64 (put, 3, state->position);
  sqlite3_bind_int64 (put, 4, trio_sum_state (&file->uuid, state));
  if (!trio_sqlite_step_done (put, file->path, error)
      || !trio_file_run_statement (file, TRIO_STATEMENT_COMMIT, error))
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
