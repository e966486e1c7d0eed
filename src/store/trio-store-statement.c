/* trio-store-statement.c: the statements that every transaction needs, prepared once. */
#include "store/trio-store-private.h"

static const char *const statements[TRIO_N_STATEMENTS] = {
  [TRIO_STATEMENT_BEGIN] = "BEGIN IMMEDIATE",
  [TRIO_STATEMENT_COMMIT] = "COMMIT",
  [TRIO_STATEMENT_PUT_STATE] = "INSERT OR REPLACE INTO state VALUES(1,?,?,?,?)",
  [TRIO_STATEMENT_PUT_DEVICE] = "INSERT OR REPLACE INTO device VALUES(?,?)",
  [TRIO_STATEMENT_PUT_STEP] = "INSERT OR REPLACE INTO step VALUES(?,?,?,?,?,?,?,?,?)",
  [TRIO_STATEMENT_PUT_CHANGE] = "INSERT OR REPLACE INTO change VALUES(?,?,?,?,?)",
  [TRIO_STATEMENT_FIND_STEP] = "SELECT first_change FROM step WHERE id=?",
  [TRIO_STATEMENT_PREVIOUS_STEP] = "SELECT max(id) FROM step WHERE id<?",
  [TRIO_STATEMENT_LAST_CHANGE] = "SELECT max(id) FROM change",
  [TRIO_STATEMENT_LIST_STEPS] = "SELECT first_change, n_changes FROM step WHERE id>=? AND id<=?",
  [TRIO_STATEMENT_DROP_STEPS] = "DELETE FROM step WHERE id>?",
  [TRIO_STATEMENT_DROP_CHANGES] = "DELETE FROM change WHERE id>=? AND id<?",
};

/**
 * trio_file_get_statement:
 * @file: a file
 * @which: a statement
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: (transfer none) (nullable): the statement, ready to be bound; whoever steps it
 *   resets it
 */
sqlite3_stmt *
trio_file_get_statement (TrioFile *file, TrioStatement which, GError **error)
{
  if (file->statements[which] == NULL)
    file->statements[which] = trio_sqlite_prepare (file->db, file->path, statements[which], error);
  return file->statements[which];
}

/**
 * trio_file_run_statement:
 * @file: a file
 * @which: a statement without parameters and rows
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether it ran
 */
gboolean
trio_file_run_statement (TrioFile *file, TrioStatement which, GError **error)
{
  sqlite3_stmt *stmt = trio_file_get_statement (file, which, error);

  return stmt != NULL && trio_sqlite_step_done (stmt, file->path, error);
}

/**
 * trio_file_get_int:
 * @file: a file
 * @which: a statement whose first column is a whole number
 * @argument: its parameter, if it has one
 * @value: (out): the number, 0 when there is none
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether the statement ran
 */
gboolean
trio_file_get_int (
    TrioFile *file, TrioStatement which, gint64 argument, gint64 *value, GError **error)
{
  sqlite3_stmt *stmt = trio_file_get_statement (file, which, error);
  int rc;

  *value = 0;
  if (stmt == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_count (stmt) > 0)
    sqlite3_bind_int64 (stmt, 1, argument);
  rc = sqlite3_step (stmt);
  if (rc == SQLITE_ROW)
    *value = sqlite3_column_int64 (stmt, 0);
  else if (rc != SQLITE_DONE)
    trio_sqlite_fail (file->db, file->path, error);
  sqlite3_reset (stmt);
  return rc == SQLITE_ROW || rc == SQLITE_DONE;
}
