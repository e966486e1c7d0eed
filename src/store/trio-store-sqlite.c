/* trio-store-sqlite.c: what all of the store needs of SQLite.
 *
 * Errors in a facilitator's words, statements, the defensive connection, and copying a
 * database through the backup interface.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static TrioError
code_of_errno (int number, TrioError otherwise)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return TRIO_ERROR_NO_SPACE;
    case EROFS:
    case EACCES:
    case EPERM:
      return TRIO_ERROR_READ_ONLY;
    case ENOENT:
    case ENOTDIR:
      return TRIO_ERROR_NOT_FOUND;
    default:
      return otherwise;
    }
}

static TrioError
code_of (sqlite3 *db, int rc)
{
  int number = db != NULL ? sqlite3_system_errno (db) : 0;

  switch (rc & 0xff)
    {
    case SQLITE_FULL:
      return TRIO_ERROR_NO_SPACE;
    case SQLITE_READONLY:
      return TRIO_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TRIO_ERROR_LOCKED;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return TRIO_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return TRIO_ERROR_FOREIGN;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      /* The folder refused the rollback journal; which reason is in errno. */
      return code_of_errno (number, TRIO_ERROR_READ_ONLY);
    case SQLITE_IOERR:
      return code_of_errno (number, TRIO_ERROR_IO);
    case SQLITE_TOOBIG:
      return TRIO_ERROR_TOO_LARGE;
    default:
      return TRIO_ERROR_FAILED;
    }
}

/**
 * trio_sqlite_error:
 * @db: (nullable): the connection that failed
 * @rc: extended result code of SQLite
 * @path: the file
 *
 * Returns: (transfer full): the failure as an error of the domain %TRIO_ERROR
 */
GError *
trio_sqlite_error (sqlite3 *db, int rc, const char *path)
{
  g_autofree char *name = trio_place_dup_name (path);
  TrioError code = code_of (db, rc);

  if ((rc & 0xff) == SQLITE_INTERRUPT)
    return g_error_new (TRIO_ERROR, TRIO_ERROR_DAMAGED,
                        _ ("Reading “%s” took too long; the file seems to be damaged."), name);
  if (rc == SQLITE_IOERR_LOCK || rc == SQLITE_IOERR_RDLOCK || rc == SQLITE_IOERR_UNLOCK
      || rc == SQLITE_IOERR_CHECKRESERVEDLOCK || (rc & 0xff) == SQLITE_PROTOCOL)
    return g_error_new (TRIO_ERROR, TRIO_ERROR_IO,
                        _ ("The place where “%s” lies cannot protect it against being changed "
                           "by two programs at once. Copy it to this computer and open the "
                           "copy."),
                        name);

  switch (code)
    {
    case TRIO_ERROR_NO_SPACE:
      return g_error_new (TRIO_ERROR, code,
                          _ ("There is no room left on the disk of “%s”. Make room, or save to "
                             "another place."),
                          name);
    case TRIO_ERROR_READ_ONLY:
      return g_error_new (TRIO_ERROR, code,
                          _ ("“%s” or its folder cannot be written. Save to another place, or "
                             "ask for permission to write there."),
                          name);
    case TRIO_ERROR_LOCKED:
      return g_error_new (TRIO_ERROR, code, _ ("“%s” is in use by another program."), name);
    case TRIO_ERROR_DAMAGED:
      return g_error_new (TRIO_ERROR, code, _ ("“%s” is damaged."), name);
    case TRIO_ERROR_FOREIGN:
      return g_error_new (TRIO_ERROR, code,
                          _ ("“%s” is not a workshop file, or its beginning is destroyed."), name);
    case TRIO_ERROR_NOT_FOUND:
      return g_error_new (TRIO_ERROR, code, _ ("“%s” or its folder is not there any more."), name);
    case TRIO_ERROR_TOO_LARGE:
      return g_error_new (TRIO_ERROR, code, _ ("“%s” holds something that is too large."), name);
    case TRIO_ERROR_IO:
      return g_error_new (TRIO_ERROR, code,
                          _ ("“%s” cannot be read or written. Check that the disk or stick is "
                             "connected."),
                          name);
    default:
      return g_error_new (TRIO_ERROR, code, _ ("“%s” cannot be used: %s."), name,
                          sqlite3_errstr (rc));
    }
}

/**
 * trio_sqlite_fail:
 * @db: (nullable): the connection whose last call failed, or %NULL while there is none
 *   because the disk is away
 * @path: the file
 * @error: return location for the error
 *
 * Returns: %FALSE, always
 */
gboolean
trio_sqlite_fail (sqlite3 *db, const char *path, GError **error)
{
  int rc = db != NULL ? sqlite3_extended_errcode (db) : SQLITE_IOERR;

  g_propagate_error (error, trio_sqlite_error (db, rc, path));
  return FALSE;
}

/**
 * trio_sqlite_run:
 * @db: a connection
 * @path: the file
 * @sql: statements without parameters
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether all statements ran
 */
gboolean
trio_sqlite_run (sqlite3 *db, const char *path, const char *sql, GError **error)
{
  if (db != NULL && sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return trio_sqlite_fail (db, path, error);
}

/**
 * trio_sqlite_prepare:
 * @db: a connection
 * @path: the file
 * @sql: one statement
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: (transfer full) (nullable): the statement
 */
sqlite3_stmt *
trio_sqlite_prepare (sqlite3 *db, const char *path, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;

  if (db != NULL && sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) == SQLITE_OK)
    return stmt;
  trio_sqlite_fail (db, path, error);
  return NULL;
}

/**
 * trio_sqlite_step_done:
 * @stmt: a statement that gives no rows
 * @path: the file
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Runs @stmt and makes it ready for the next time.
 *
 * Returns: whether it ran
 */
gboolean
trio_sqlite_step_done (sqlite3_stmt *stmt, const char *path, GError **error)
{
  int rc = sqlite3_step (stmt);
  gboolean done = rc == SQLITE_DONE || rc == SQLITE_ROW;

  if (!done)
    trio_sqlite_fail (sqlite3_db_handle (stmt), path, error);
  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
  return done;
}

/**
 * trio_sqlite_get_int:
 * @db: a connection
 * @path: the file
 * @sql: a statement whose first column is a whole number
 * @value: (out): the number, 0 when there is no row or no number
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether the statement ran
 */
gboolean
trio_sqlite_get_int (sqlite3 *db, const char *path, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = trio_sqlite_prepare (db, path, sql, error);
  int rc;

  *value = 0;
  if (stmt == NULL)
    return FALSE;
  rc = sqlite3_step (stmt);
  if (rc == SQLITE_ROW)
    *value = sqlite3_column_int64 (stmt, 0);
  else if (rc != SQLITE_DONE)
    return trio_sqlite_fail (db, path, error);
  return TRUE;
}

/* Nothing in a file that came from somebody else may run, and nothing may eat the memory. */
static void
harden (sqlite3 *db)
{
  static const struct
  {
    int limit;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 64 * 1024 },
    { SQLITE_LIMIT_COLUMN, 64 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 5 },
    { SQLITE_LIMIT_VDBE_OP, 100000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 64 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  sqlite3_extended_result_codes (db, 1);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
  sqlite3_busy_timeout (db, 300);
}

/**
 * trio_sqlite_open:
 * @path: absolute path
 * @flags: flags of sqlite3_open_v2()
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Opens a database for use by one thread at a time and makes the connection defensive.
 * Nothing is read or locked yet.
 *
 * Returns: (transfer full) (nullable): the connection
 */
sqlite3 *
trio_sqlite_open (const char *path, int flags, GError **error)
{
  sqlite3 *db = NULL;
  int rc
      = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);

  if (rc != SQLITE_OK)
    {
      if (db != NULL)
        rc = sqlite3_extended_errcode (db);
      g_propagate_error (error, trio_sqlite_error (db, rc, path));
      sqlite3_close_v2 (db);
      return NULL;
    }
  harden (db);
  return db;
}

/**
 * trio_sqlite_configure:
 * @db: a connection
 * @path: its file
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Sets what needs a first look at the file.
 *
 * Returns: whether it was set
 */
gboolean
trio_sqlite_configure (sqlite3 *db, const char *path, GError **error)
{
  return trio_sqlite_run (db, path,
                          "PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;"
                          "PRAGMA secure_delete=ON; PRAGMA synchronous=EXTRA",
                          error);
}

/* A copy is a file of its own: it gets its own backups. */
static gboolean
give_identity (sqlite3 *db, const char *path, const TrioUuid *uuid, GError **error)
{
  TrioFileState state = { 0 };
  g_autoptr (sqlite3_stmt) put = NULL;
  g_autoptr (sqlite3_stmt) get = NULL;
  g_autoptr (sqlite3_stmt) seal = NULL;

  get = trio_sqlite_prepare (db, path, "SELECT next_id, clock, position FROM state", error);
  if (get == NULL)
    return FALSE;
  if (sqlite3_step (get) != SQLITE_ROW)
    return trio_sqlite_fail (db, path, error);
  state.next_id = sqlite3_column_int64 (get, 0);
  state.clock = sqlite3_column_int64 (get, 1);
  state.position = sqlite3_column_int64 (get, 2);
  sqlite3_reset (get);

  put = trio_sqlite_prepare (db, path, "UPDATE meta SET value=? WHERE key='file'", error);
  seal = trio_sqlite_prepare (db, path, "UPDATE state SET sum=?", error);
  if (put == NULL || seal == NULL)
    return FALSE;
  sqlite3_bind_blob (put, 1, uuid->bytes, sizeof uuid->bytes, SQLITE_STATIC);
  sqlite3_bind_int64 (seal, 1, trio_sum_state (uuid, &state));
  return trio_sqlite_run (db, path, "BEGIN", error) && trio_sqlite_step_done (put, path, error)
         && trio_sqlite_step_done (seal, path, error)
         && trio_sqlite_run (db, path, "COMMIT", error);
}

/**
 * trio_sqlite_copy:
 * @from: connection to the database to copy
 * @from_path: its file
 * @to_path: file to write; must not exist
 * @new_uuid: (nullable): identity of the copy, or %NULL for the same
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Copies a database page by page. The copy is on disk when this returns, readable only by
 * the user; nothing is left of it after a failure.
 *
 * Returns: whether it was copied
 */
gboolean
trio_sqlite_copy (sqlite3 *from,
                  const char *from_path,
                  const char *to_path,
                  const TrioUuid *new_uuid,
                  GError **error)
{
  int fd = -1;
  g_autoptr (sqlite3) to = NULL;
  sqlite3_backup *backup;
  gboolean ok = FALSE;
  int rc;

  if (from == NULL)
    return trio_sqlite_fail (from, from_path, error);
  fd = g_open (to_path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      int number = errno;
      g_autofree char *name = trio_place_dup_name (to_path);

      g_set_error (error, TRIO_ERROR, code_of_errno (number, TRIO_ERROR_IO),
                   _ ("“%s” cannot be written: %s."), name, g_strerror (number));
      return FALSE;
    }
  g_close (fd, NULL);

  to = trio_sqlite_open (to_path, SQLITE_OPEN_READWRITE, error);
  /* The file has a temporary name until it is whole, so it needs no journal on disk. */
  if (to == NULL || !trio_sqlite_configure (to, to_path, error)
      || !trio_sqlite_run (to, to_path, "PRAGMA journal_mode=MEMORY", error))
    {
      trio_place_remove (to_path);
      return FALSE;
    }
  backup = sqlite3_backup_init (to, "main", from, "main");
  if (backup == NULL)
    trio_sqlite_fail (to, to_path, error);
  else
    {
      sqlite3_backup_step (backup, -1);
      rc = sqlite3_backup_finish (backup);
      ok = rc == SQLITE_OK;
      if (!ok)
        {
          /* The connection that has the system's error number is the one that failed. */
          gboolean reading = sqlite3_system_errno (to) == 0 && sqlite3_system_errno (from) != 0;

          g_propagate_error (error, trio_sqlite_error (reading ? from : to, rc,
                                                       reading ? from_path : to_path));
        }
    }
  if (ok && new_uuid != NULL)
    ok = give_identity (to, to_path, new_uuid, error);
  sqlite3_close_v2 (g_steal_pointer (&to));
  if (!ok)
    trio_place_remove (to_path);
  return ok;
}
