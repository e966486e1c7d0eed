/* trio-store-open.c: opening and creating files.
 *
 * The order of the checks matters: cheap ones first, nothing is written before the file has
 * been locked and found sound, and an interrupted transaction of the last session is rolled
 * back by SQLite before anything is believed.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A sound file of 10,000 notes takes some 30 ms; more than this is an attack or a damage. */
#define TIME_LIMIT_US       (4 * G_USEC_PER_SEC)
#define US_PER_BYTE_OF_FILE 0.05

static int
progress_cb (void *data)
{
  TrioFile *file = data;

  return g_get_monotonic_time () > file->deadline || g_cancellable_is_cancelled (file->cancellable);
}

static TrioFile *
file_new (const char *path, const TrioSchema *schema, gboolean read_only)
{
  TrioFile *file = g_new0 (TrioFile, 1);

  file->path = g_strdup (path);
  file->schema = schema;
  file->read_only = read_only;
  file->devices = g_array_new (FALSE, FALSE, sizeof (guint64));
  return file;
}

/* Other tools leave files in a mode whose copies lose what was written last. */
static gboolean
leave_wal (TrioFile *file, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
      = trio_sqlite_prepare (file->db, file->path, "PRAGMA journal_mode=DELETE", error);
  int rc;

  if (stmt == NULL)
    return FALSE;
  rc = sqlite3_step (stmt);
  if (rc != SQLITE_ROW)
    return trio_sqlite_fail (file->db, file->path, error);
  if (g_strcmp0 ((const char *)sqlite3_column_text (stmt, 0), "delete") == 0)
    return TRUE;
  g_propagate_error (error, trio_lock_note_error (file->path));
  return FALSE;
}

static gboolean
refuse_read_only (TrioFile *file, GError **error)
{
  g_autofree char *name = trio_place_dup_name (file->path);

  g_set_error (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY,
               _ ("“%s” or its folder cannot be written. Open it for reading only, or copy it to "
                  "a place of your own and open the copy."),
               name);
  return FALSE;
}

/* Takes the lock for the whole session. SQLite rolls an interrupted transaction back here. */
static gboolean
lock (TrioFile *file, GError **error)
{
  gboolean noted = trio_lock_note_exists (file->path);
  int rc;

  if (sqlite3_db_readonly (file->db, "main") == 1)
    return refuse_read_only (file, error);
  if (!trio_sqlite_run (file->db, file->path, "PRAGMA locking_mode=EXCLUSIVE", error))
    return FALSE;
  rc = sqlite3_exec (file->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    return trio_sqlite_fail (file->db, file->path, error);
  if (!trio_sqlite_run (file->db, file->path, "COMMIT", error) || !leave_wal (file, error))
    return FALSE;
  file->ended_unexpectedly = noted;
  return TRUE;
}

/* The folder shows only when the rollback journal is made whether it can be written. */
static gboolean
test_writing (TrioFile *file, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean ok = trio_sqlite_run (file->db, file->path, "BEGIN IMMEDIATE", &failure)
                && trio_sqlite_run (file->db, file->path, "UPDATE state SET id=id", &failure);

  if (!sqlite3_get_autocommit (file->db))
    sqlite3_exec (file->db, "ROLLBACK", NULL, NULL, NULL);
  if (ok)
    return TRUE;
  if (g_error_matches (failure, TRIO_ERROR, TRIO_ERROR_READ_ONLY))
    return refuse_read_only (file, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
lock_for_reading (TrioFile *file, GError **error)
{
  int rc;

  if (!trio_sqlite_run (file->db, file->path, "BEGIN", error))
    return FALSE;
  rc = sqlite3_exec (file->db, "SELECT count(*) FROM sqlite_master", NULL, NULL, NULL);
  if (rc == SQLITE_OK)
    return TRUE;
  rc = sqlite3_extended_errcode (file->db);
  if ((rc & 0xff) == SQLITE_READONLY || (rc & 0xff) == SQLITE_CANTOPEN)
    {
      g_autofree char *name = trio_place_dup_name (file->path);

      g_set_error (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY,
                   _ ("“%s” was not closed properly, and cannot be put in order because it or "
                      "its folder cannot be written. Copy it, together with the file “%s-journal” "
                      "beside it, to a place of your own and open the copy."),
                   name, name);
      return FALSE;
    }
  return trio_sqlite_fail (file->db, file->path, error);
}

static gboolean
check_and_load (TrioFile *file, GError **error)
{
  gboolean ours = file->version <= file->schema->version;
  guint rows_version = ours ? file->version : file->schema->version;

  if (!trio_file_check_length (file, error))
    return FALSE;
  if (ours && !trio_schema_verify (file->db, file->path, file->schema, file->version, error))
    return FALSE;
  if (!trio_file_check_pages (file, FALSE, NULL, error) || !trio_file_load_base (file, error)
      || !trio_file_load_records (file, rows_version, ours, NULL, error))
    return FALSE;
  if (file->read_only)
    return TRUE;

  if (!test_writing (file, error))
    return FALSE;
  if (file->as_is)
    return trio_file_load_log (file, error);
  if (file->version < file->schema->version
      && (!trio_schema_migrate (file, error)
          || !trio_file_load_records (file, file->version, TRUE, NULL, error)))
    return FALSE;
  return trio_file_load_log (file, error);
}

/* A journal left by a crash is part of the file: without playing it back not even reading
 * gives what was saved, and a connection for reading must not do so. What cannot be played
 * back here shows when the file is read. */
static void
play_back_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (sqlite3) db = NULL;

  if (!g_file_test (journal, G_FILE_TEST_IS_REGULAR))
    return;
  db = trio_sqlite_open (path, SQLITE_OPEN_READWRITE, NULL);
  if (db != NULL)
    trio_sqlite_run (db, path, "SELECT count(*) FROM sqlite_master", NULL);
}

static gboolean
open_checked (TrioFile *file, GError **error)
{
  int flags = file->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  gint64 size = 0;

  if (!trio_file_check_place (file->path, error))
    return FALSE;
  if (file->read_only)
    play_back_journal (file->path);
  file->db = trio_sqlite_open (file->path, flags, error);
  if (file->db == NULL)
    return FALSE;
  sqlite3_progress_handler (file->db, 1000, progress_cb, file);
  if (!trio_file_check_header (file, error) || !trio_sqlite_configure (file->db, file->path, error))
    return FALSE;
  if (!(file->read_only ? lock_for_reading (file, error) : lock (file, error)))
    return FALSE;

  trio_sqlite_get_int (file->db, file->path, "PRAGMA page_count", &size, NULL);
  file->deadline += (gint64)(MIN (size * TRIO_PAGE_SIZE, TRIO_FILE_MAX_SIZE) * US_PER_BYTE_OF_FILE);
  if (!check_and_load (file, error))
    return FALSE;
  if (file->read_only)
    return trio_sqlite_run (file->db, file->path, "COMMIT", error);
  if (file->as_is)
    return TRUE;
  if (file->ended_unexpectedly)
    {
      g_autofree char *folder = g_path_get_dirname (file->path);
      g_autofree char *name = g_path_get_basename (file->path);

      trio_place_clean (folder, name);
    }
  file->holds_lock_note = trio_lock_note_write (file->path);
  return TRUE;
}

/**
 * trio_file_open:
 * @path: absolute path
 * @flags: how to open
 * @schema: the migrations that the caller knows
 * @cancellable: (nullable): to stop the opening
 * @error: return location for an error of the domain %TRIO_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Opens, locks and checks a file, migrates an older one, and reads its records.
 *
 * Returns: (transfer full) (nullable): the file
 */
TrioFile *
trio_file_open (const char *path,
                TrioOpenFlags flags,
                const TrioSchema *schema,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (TrioFile) file = file_new (path, schema, (flags & TRIO_OPEN_READ_ONLY) != 0);
  GError *failure = NULL;
  gboolean opened;

  file->as_is = (flags & TRIO_OPEN_AS_IS) != 0;
  file->deadline = g_get_monotonic_time () + TIME_LIMIT_US;
  file->cancellable = cancellable;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  opened = open_checked (file, &failure);
  if (opened)
    {
      sqlite3_progress_handler (file->db, 0, NULL, NULL);
      file->cancellable = NULL;
      return g_steal_pointer (&file);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_error (&failure);
  else if (g_error_matches (failure, TRIO_ERROR, TRIO_ERROR_LOCKED))
    {
      g_clear_error (&failure);
      g_propagate_error (error, trio_lock_note_error (path));
    }
  else
    g_propagate_error (error, trio_backup_mention (failure, path));
  return NULL;
}

/* SQLite reports that a file it may not make is not there. */
static void
explain_missing (const char *path, GError **failure)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_basename (folder);

  if (!g_error_matches (*failure, TRIO_ERROR, TRIO_ERROR_NOT_FOUND)
      || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  g_clear_error (failure);
  g_set_error (failure, TRIO_ERROR, TRIO_ERROR_READ_ONLY,
               _ ("The folder “%s” cannot be written. Choose another folder, or ask for "
                  "permission to write there."),
               name);
}

static gboolean
fill (TrioFile *file,
      GPtrArray *records,
      const TrioFileState *state,
      const TrioUuid *uuid,
      GError **error)
{
  g_autoptr (sqlite3_stmt) meta = NULL;

  if (!trio_schema_build (file->db, file->path, file->schema, 0, file->schema->version, error))
    return FALSE;
  file->version = file->schema->version;
  file->uuid = *uuid;
  meta = trio_sqlite_prepare (file->db, file->path,
                              "INSERT INTO meta VALUES('file',?1),('program',?2)", error);
  if (meta == NULL)
    return FALSE;
  sqlite3_bind_blob (meta, 1, uuid->bytes, sizeof uuid->bytes, SQLITE_STATIC);
  sqlite3_bind_text (meta, 2, "TRIO Stations " TRIO_VERSION, -1, SQLITE_STATIC);
  if (!trio_sqlite_step_done (meta, file->path, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!trio_row_put (file, g_ptr_array_index (records, i), error))
      return FALSE;
  return trio_file_commit (file, state, error);
}

/**
 * trio_file_create:
 * @path: absolute path
 * @schema: the migrations
 * @records: (element-type TrioRecord): what the file holds at first
 * @state: its state
 * @uuid: its identity
 * @replace: whether a file at @path may be replaced
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Makes a file under a temporary name and gives it its name when it is whole and on disk.
 *
 * Returns: whether it is there
 */
gboolean
trio_file_create (const char *path,
                  const TrioSchema *schema,
                  GPtrArray *records,
                  const TrioFileState *state,
                  const TrioUuid *uuid,
                  gboolean replace,
                  GError **error)
{
  g_autofree char *temporary = trio_place_dup_temporary (path);
  g_autofree char *first = g_strdup_printf (
      "PRAGMA journal_mode=MEMORY; PRAGMA page_size=%d; PRAGMA application_id=%d; "
      "BEGIN IMMEDIATE",
      TRIO_PAGE_SIZE, TRIO_APPLICATION_ID);
  GError *failure = NULL;
  TrioFile *file;
  gboolean ok;

  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = trio_place_dup_name (path);

      g_set_error (error, TRIO_ERROR, TRIO_ERROR_EXISTS,
                   _ ("“%s” exists already. Choose another name."), name);
      return FALSE;
    }
  file = file_new (temporary, schema, FALSE);
  file->db = trio_sqlite_open (temporary, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &failure);
  ok = file->db != NULL && trio_sqlite_configure (file->db, temporary, &failure)
       && trio_sqlite_run (file->db, temporary, first, &failure)
       && fill (file, records, state, uuid, &failure);
  trio_file_close (file);
  if (!ok)
    {
      trio_place_remove (temporary);
      explain_missing (path, &failure);
      g_propagate_error (error, failure);
      return FALSE;
    }
  return trio_place_publish (temporary, path, replace, error);
}

/**
 * trio_file_drop_statements:
 * @file: a file
 *
 * Forgets the prepared statements, for example because the declarations change.
 *
 * Returns: %TRUE, always
 */
gboolean
trio_file_drop_statements (TrioFile *file)
{
  for (guint i = 0; i < TRIO_N_KINDS; i++)
    {
      g_clear_pointer (&file->replace[i], sqlite3_finalize);
      g_clear_pointer (&file->remove[i], sqlite3_finalize);
    }
  for (guint i = 0; i < TRIO_N_STATEMENTS; i++)
    g_clear_pointer (&file->statements[i], sqlite3_finalize);
  return TRUE;
}

/**
 * trio_file_close:
 * @file: (transfer full): a file
 *
 * Closes it, gives up the lock, and leaves nothing beside it.
 */
void
trio_file_close (TrioFile *file)
{
  trio_file_drop_statements (file);
  /* The note goes before the lock, so that it never removes the note of the next holder. */
  if (file->holds_lock_note)
    trio_lock_note_remove (file->path);
  sqlite3_close_v2 (file->db);
  g_clear_pointer (&file->records, g_ptr_array_unref);
  g_array_unref (file->devices);
  g_free (file->path);
  g_free (file);
}
