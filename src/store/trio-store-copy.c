/* trio-store-copy.c: copies, going on at another place, and backups brought back.
 *
 * What gets a name is whole and on disk before it gets it, and nothing that was there is
 * lost: a file that a backup replaces is kept under another name.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * trio_place_refuse_if_open:
 * @path: a file, or nothing
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Makes sure that a file which is about to be replaced is not open anywhere, and that no
 * rollback journal lies beside it that SQLite would apply to its successor.
 *
 * Returns: whether the name is free to be given to another file
 */
gboolean
trio_place_refuse_if_open (const char *path, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  sqlite3 *db;
  gboolean busy;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_unlink (journal);
      g_unlink (wal);
      return TRUE;
    }
  db = trio_sqlite_open (path, SQLITE_OPEN_READWRITE, NULL);
  busy = db != NULL && sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK
         && (sqlite3_errcode (db) & 0xff) == SQLITE_BUSY;
  sqlite3_close_v2 (db);
  if (busy)
    {
      g_propagate_error (error, trio_lock_note_error (path));
      return FALSE;
    }
  g_unlink (journal);
  g_unlink (wal);
  return TRUE;
}

/**
 * trio_file_copy_to:
 * @file: the file, with nothing waiting to be written
 * @path: absolute path of the copy
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Writes a copy, which is a file of its own with its own backups. A file of that name is
 * replaced.
 *
 * Returns: whether the copy is on disk
 */
gboolean
trio_file_copy_to (TrioFile *file, const char *path, GError **error)
{
  g_autofree char *temporary = trio_place_dup_temporary (path);
  gboolean ours = file->version <= file->schema->version;
  TrioUuid uuid;

  trio_uuid_init_random (&uuid);
  /* What a newer version keeps where is not known, so its copies keep their identity. */
  return trio_place_refuse_if_open (path, error)
         && trio_sqlite_copy (file->db, file->path, temporary, ours ? &uuid : NULL, error)
         && trio_place_publish (temporary, path, TRUE, error);
}

/* When the old place cannot even be read, the file is made anew of what is in memory; only
 * what could be undone from earlier sessions is lost. */
static gboolean
create_from_memory (
    TrioFile *file, const char *path, GPtrArray *records, TrioId next_id, GError **error)
{
  TrioFileState state = { MAX (next_id, file->state.next_id), file->state.clock, 0 };

  for (guint i = 0; i < records->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (records, i);

      for (guint j = 0; j < trio_kind_get_info (record->kind)->n_groups; j++)
        state.clock = MAX (state.clock, record->stamps[j].time);
    }
  return trio_file_create (path, file->schema, records, &state, &file->uuid, TRUE, error);
}

/**
 * trio_file_move_to:
 * @file: the file
 * @path: absolute path of the other place
 * @records: (element-type TrioRecord): everything that is in memory
 * @next_id: the number that the next new object gets
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Copies the file to another place and opens it there. A file of that name is replaced. The
 * old file stays where it is, as it was written last.
 *
 * Returns: (transfer full) (nullable): the file at the other place
 */
TrioFile *
trio_file_move_to (
    TrioFile *file, const char *path, GPtrArray *records, TrioId next_id, GError **error)
{
  g_autofree char *temporary = trio_place_dup_temporary (path);
  g_autoptr (GError) failure = NULL;

  if (!trio_place_refuse_if_open (path, error))
    return NULL;
  if (!trio_sqlite_copy (file->db, file->path, temporary, NULL, &failure))
    {
      if (!create_from_memory (file, path, records, next_id, error))
        return NULL;
    }
  else if (!trio_place_publish (temporary, path, TRUE, error))
    return NULL;
  return trio_file_open (path, TRIO_OPEN_DEFAULT, file->schema, NULL, error);
}

/* A backup must satisfy everything that a file must before it takes the place of one. */
static gboolean
check_backup (TrioFile *backup, GError **error)
{
  g_autoptr (TrioModel) model = trio_model_new (0);

  return trio_model_load (model, backup->records, backup->state.next_id, backup->state.clock,
                          error);
}

/* Moves a file and its journal aside. */
static gboolean
set_aside (const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *stem
      = g_str_has_suffix (path, ".trio") ? g_strndup (path, strlen (path) - 5) : g_strdup (path);
  /* Translators: part of the name of a file that a backup has replaced; date and time. */
  g_autofree char *mark = g_strdup_printf (_ ("replaced %s"), when);
  g_autofree char *aside = g_strdup_printf ("%s (%s).trio", stem, mark);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *aside_journal = g_strconcat (aside, "-journal", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_rename (path, aside) != 0)
    {
      g_autofree char *name = trio_place_dup_name (path);

      g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO, _ ("“%s” cannot be renamed: %s."), name,
                   g_strerror (errno));
      return FALSE;
    }
  g_rename (journal, aside_journal);
  return TRUE;
}

static gboolean
is_held (const char *path, GError **error)
{
  sqlite3 *db = trio_sqlite_open (path, SQLITE_OPEN_READONLY, NULL);
  gboolean held;

  held = db != NULL
         && sqlite3_exec (db, "SELECT count(*) FROM sqlite_master", NULL, NULL, NULL) != SQLITE_OK
         && (sqlite3_errcode (db) & 0xff) == SQLITE_BUSY;
  sqlite3_close_v2 (db);
  if (held)
    g_propagate_error (error, trio_lock_note_error (path));
  return held;
}

/**
 * trio_store_restore_backup:
 * @backup: path of a backup, see trio_store_list_backups()
 * @path: the file that it shall replace
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Brings a backup back after checking it. The file that was there is kept under a name that
 * says when it was replaced. Blocks.
 *
 * Returns: whether @path is now what the backup was; if not, @path is untouched
 */
gboolean
trio_store_restore_backup (const char *backup, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *from = g_canonicalize_filename (backup, NULL);
  g_autofree char *temporary = trio_place_dup_temporary (absolute);
  g_autoptr (TrioFile) source = NULL;

  if (g_str_equal (absolute, from))
    {
      g_autofree char *name = trio_place_dup_name (path);

      g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                   _ ("“%s” cannot be its own backup. Choose another one."), name);
      return FALSE;
    }
  source = trio_file_open (from, TRIO_OPEN_READ_ONLY, trio_schema_get_current (), NULL, error);
  if (source == NULL || !check_backup (source, error) || is_held (absolute, error)
      || !trio_sqlite_copy (source->db, from, temporary, NULL, error))
    return FALSE;
  if (!set_aside (absolute, error))
    {
      trio_place_remove (temporary);
      return FALSE;
    }
  return trio_place_publish (temporary, absolute, FALSE, error);
}
