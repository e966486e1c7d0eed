/* trio-store-schema.c: the numbered migrations, and what a file of each version looks like.
 *
 * What a version looks like is not written down twice: the numbered files are run in memory
 * and the outcome is compared with the file, row by row.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/trio-resource.h"

static const TrioMigration migrations[] = {
  { "schema/001-initial.sql", NULL },      { "schema/002-waivers.sql", NULL },
  { "schema/003-pause.sql", NULL },        { "schema/004-followups.sql", NULL },
  { "schema/005-home-station.sql", NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == TRIO_SCHEMA_VERSION);

/**
 * trio_schema_get_current:
 *
 * Returns: (transfer none): the migrations of this version of the program
 */
const TrioSchema *
trio_schema_get_current (void)
{
  static const TrioSchema current = { migrations, TRIO_SCHEMA_VERSION };

  return &current;
}

static char *
dup_sql (const TrioMigration *migration, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (migration->sql != NULL)
    return g_strdup (migration->sql);
  bytes = trio_resource_lookup (migration->resource, error);
  if (bytes == NULL)
    return NULL;
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * trio_schema_build:
 * @db: a connection
 * @path: its file
 * @schema: the migrations
 * @from: the version that @db has, 0 for an empty file
 * @to: the version to reach
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Runs the migrations and writes the version. The caller has begun a transaction.
 *
 * Returns: whether all of them ran
 */
gboolean
trio_schema_build (
    sqlite3 *db, const char *path, const TrioSchema *schema, guint from, guint to, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version=%u", to);

  for (guint i = from; i < to; i++)
    {
      g_autofree char *sql = dup_sql (&schema->migrations[i], error);

      if (sql == NULL || !trio_sqlite_run (db, path, sql, error))
        return FALSE;
    }
  return trio_sqlite_run (db, path, version, error);
}

/* The content of sqlite_master as sorted lines. */
static GPtrArray *
describe (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int rc;

  stmt = trio_sqlite_prepare (
      db, path, "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name", error);
  if (stmt == NULL)
    return NULL;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      const char *parts[4];

      for (int i = 0; i < 4; i++)
        parts[i] = (const char *)sqlite3_column_text (stmt, i);
      g_ptr_array_add (lines, g_strdup_printf ("%s\n%s\n%s\n%s", parts[0] ? parts[0] : "",
                                               parts[1] ? parts[1] : "", parts[2] ? parts[2] : "",
                                               parts[3] ? parts[3] : ""));
    }
  if (rc != SQLITE_DONE)
    {
      trio_sqlite_fail (db, path, error);
      return NULL;
    }
  return g_steal_pointer (&lines);
}

static GPtrArray *
describe_expected (const TrioSchema *schema, guint version, GError **error)
{
  const char *path = ":memory:";
  g_autoptr (sqlite3) db
      = trio_sqlite_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (db == NULL || !trio_schema_build (db, path, schema, 0, version, error))
    return NULL;
  return describe (db, path, error);
}

/**
 * trio_schema_verify:
 * @db: a connection
 * @path: its file
 * @schema: the migrations
 * @version: the version that the file claims to have
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Compares everything that the file declares (tables, and anything else that could be in it)
 * with what a file of that version declares.
 *
 * Returns: whether they are the same
 */
gboolean
trio_schema_verify (
    sqlite3 *db, const char *path, const TrioSchema *schema, guint version, GError **error)
{
  g_autoptr (GPtrArray) expected = describe_expected (schema, version, error);
  g_autoptr (GPtrArray) found = expected == NULL ? NULL : describe (db, path, error);
  gboolean same;

  if (found == NULL)
    return FALSE;
  same = expected->len == found->len;
  for (guint i = 0; same && i < expected->len; i++)
    same = strcmp (g_ptr_array_index (expected, i), g_ptr_array_index (found, i)) == 0;
  if (!same)
    {
      g_autofree char *name = trio_place_dup_name (path);

      g_set_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
                   _ ("“%s” holds things that do not belong in a workshop file, or lacks some "
                      "that do. Another program changed it, or it is damaged."),
                   name);
    }
  return same;
}

static gboolean
reseal (TrioFile *file, GError **error)
{
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records
          = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);

      if (!trio_kind_in_version (kind, file->schema->version))
        continue;
      if (!trio_rows_read (file, kind, file->schema->version, FALSE, records, NULL, error))
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        if (!trio_row_put (file, g_ptr_array_index (records, i), error))
          return FALSE;
    }
  return TRUE;
}

/**
 * trio_schema_migrate:
 * @file: a file of an older version that has passed its checks
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Brings the file to the version of the program in one transaction, after a backup. The
 * rows get new checksums, since these cover the new columns.
 *
 * Returns: whether it was done; after a failure the file is as it was
 */
gboolean
trio_schema_migrate (TrioFile *file, GError **error)
{
  guint old_version = file->version;
  guint new_version = file->schema->version;

  if (!trio_backup_make (file, TRUE, error))
    return FALSE;
  if (!trio_sqlite_run (file->db, file->path, "BEGIN IMMEDIATE", error))
    return FALSE;
  file->version = new_version;
  if (trio_schema_build (file->db, file->path, file->schema, old_version, new_version, error)
      && trio_schema_verify (file->db, file->path, file->schema, new_version, error)
      && reseal (file, error) && trio_sqlite_run (file->db, file->path, "COMMIT", error))
    return TRUE;

  trio_file_drop_statements (file);
  sqlite3_exec (file->db, "ROLLBACK", NULL, NULL, NULL);
  file->version = old_version;
  return FALSE;
}
