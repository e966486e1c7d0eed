/* trio-store-load.c: from rows to records, and what the log holds.
 *
 * Nothing here trusts the file: every row is checked, and every reference must lead to an
 * object of the right kind.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
damaged (TrioFile *file, GError **error, const char *why)
{
  g_autofree char *name = trio_place_dup_name (file->path);

  g_set_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED, _ ("“%s” is damaged (%s)."), name, why);
  return FALSE;
}

static gboolean
load_uuid (TrioFile *file, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
      = trio_sqlite_prepare (file->db, file->path, "SELECT value FROM meta WHERE key='file'",
                             error);
  int rc;

  if (stmt == NULL)
    return FALSE;
  rc = sqlite3_step (stmt);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    return trio_sqlite_fail (file->db, file->path, error);
  if (rc == SQLITE_DONE || sqlite3_column_type (stmt, 0) != SQLITE_BLOB
      || sqlite3_column_bytes (stmt, 0) != sizeof file->uuid.bytes)
    return damaged (file, error, _ ("its own identity is damaged"));
  memcpy (file->uuid.bytes, sqlite3_column_blob (stmt, 0), sizeof file->uuid.bytes);
  return TRUE;
}

static gboolean
load_state (TrioFile *file, gboolean verify_sum, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
      = trio_sqlite_prepare (file->db, file->path,
                             "SELECT next_id, clock, position, sum FROM state WHERE id=1", error);
  int rc;

  if (stmt == NULL)
    return FALSE;
  rc = sqlite3_step (stmt);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    return trio_sqlite_fail (file->db, file->path, error);
  if (rc == SQLITE_ROW)
    {
      file->state.next_id = sqlite3_column_int64 (stmt, 0);
      file->state.clock = sqlite3_column_int64 (stmt, 1);
      file->state.position = sqlite3_column_int64 (stmt, 2);
    }
  if (rc == SQLITE_DONE || file->state.next_id <= 0 || file->state.position < 0
      || (verify_sum
          && trio_sum_state (&file->uuid, &file->state) != (guint64)sqlite3_column_int64 (stmt, 3)))
    return damaged (file, error, _ ("its state differs from its checksum"));
  return TRUE;
}

static gboolean
load_devices (TrioFile *file, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
      = trio_sqlite_prepare (file->db, file->path, "SELECT id, number FROM device", error);
  int rc;

  if (stmt == NULL)
    return FALSE;
  g_array_set_size (file->devices, 0);
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      guint64 number = sqlite3_column_int64 (stmt, 1);

      if (sqlite3_column_int64 (stmt, 0) != file->devices->len + 1)
        return damaged (file, error, _ ("its list of computers is damaged"));
      g_array_append_val (file->devices, number);
    }
  if (rc != SQLITE_DONE)
    return trio_sqlite_fail (file->db, file->path, error);
  file->n_devices_stored = file->devices->len;
  return TRUE;
}

/**
 * trio_file_load_base:
 * @file: a file whose declarations have been checked
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Reads what belongs to the file as a whole: identity, state, computers.
 *
 * Returns: whether all of it is sound
 */
gboolean
trio_file_load_base (TrioFile *file, GError **error)
{
  gboolean ours = file->version <= file->schema->version;

  return load_uuid (file, error) && load_state (file, ours, error) && load_devices (file, error);
}

static void
report (const TrioRecord *record, const char *what, GPtrArray *findings)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
  /* Translators: kind of a thing such as "note", its number, what is wrong with it. */
  g_autofree char *text
      = g_strdup_printf (_ ("%s %s: %s"), trio_kind_get_info (record->kind)->name, number, what);

  g_ptr_array_add (findings, g_steal_pointer (&text));
}

static void
check_references (TrioFile *file, GPtrArray *findings)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_workshops = 0;

  for (guint i = 0; i < file->records->len; i++)
    {
      TrioRecord *record = g_ptr_array_index (file->records, i);

      n_workshops += record->kind == TRIO_KIND_WORKSHOP;
      if (!g_hash_table_insert (known, &record->id, record))
        report (record, _ ("its number is used twice"), findings);
    }
  for (guint i = 0; i < file->records->len; i++)
    {
      TrioRecord *record = g_ptr_array_index (file->records, i);
      const TrioKindInfo *info = trio_kind_get_info (record->kind);

      for (guint j = 0; j < info->n_fields; j++)
        {
          const TrioValue *value = &record->values[j];
          const TrioRecord *target;

          if (info->fields[j].type != TRIO_FIELD_REF || value->type != TRIO_VALUE_INT)
            continue;
          target = g_hash_table_lookup (known, &value->integer);
          if (target != NULL && target->kind == info->fields[j].target)
            continue;
          report (record, _ ("it refers to something that is not there"), findings);
        }
    }
  if (n_workshops != 1)
    g_ptr_array_add (findings, g_strdup (_ ("The file does not hold exactly one workshop.")));
}

/**
 * trio_file_load_records:
 * @file: a file whose base has been loaded
 * @version: schema version of the rows
 * @verify_sum: whether to hold rows against their checksums
 * @findings: (nullable) (element-type utf8): where to add what is wrong; without it the
 *   first thing is an error
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Reads all objects into the records of @file.
 *
 * Returns: whether they were read
 */
gboolean
trio_file_load_records (
    TrioFile *file, guint version, gboolean verify_sum, GPtrArray *findings, GError **error)
{
  g_clear_pointer (&file->records, g_ptr_array_unref);
  file->records = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    if (trio_kind_in_version (kind, version)
        && !trio_rows_read (file, kind, version, verify_sum, file->records, findings, error))
      return FALSE;

  /* Numbers and times only grow, even if somebody else wrote rows. */
  for (guint i = 0; i < file->records->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (file->records, i);
      guint n_groups = trio_kind_get_info (record->kind)->n_groups;

      if (record->id == G_MAXINT64)
        return damaged (file, error, _ ("a number is out of range"));
      file->state.next_id = MAX (file->state.next_id, record->id + 1);
      for (guint j = 0; j < n_groups; j++)
        file->state.clock = MAX (file->state.clock, record->stamps[j].time);
    }
  /* Without findings the model checks how the records fit together when it takes them. */
  if (findings != NULL)
    check_references (file, findings);
  return TRUE;
}

/**
 * trio_file_load_log:
 * @file: a file whose base has been loaded
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Counts what can be undone and redone.
 *
 * Returns: whether the log could be counted
 */
gboolean
trio_file_load_log (TrioFile *file, GError **error)
{
  g_autofree char *done_sql
      = g_strdup_printf ("SELECT count(*) FROM step WHERE id<=%" G_GINT64_FORMAT,
                         file->state.position);
  g_autofree char *undone_sql
      = g_strdup_printf ("SELECT count(*) FROM step WHERE id>%" G_GINT64_FORMAT,
                         file->state.position);
  gint64 n_done = 0;
  gint64 n_undone = 0;

  if (!trio_sqlite_get_int (file->db, file->path, "SELECT max(id) FROM step", &file->last_step,
                            error)
      || !trio_sqlite_get_int (file->db, file->path, done_sql, &n_done, error)
      || !trio_sqlite_get_int (file->db, file->path, undone_sql, &n_undone, error))
    return FALSE;
  file->n_done = n_done;
  file->n_undone = n_undone;
  return TRUE;
}
