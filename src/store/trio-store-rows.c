/* trio-store-rows.c: objects as rows, by the field tables.
 *
 * Statements are made from the tables, so a field has one description. Every row that is
 * read is checked: types, limits, Unicode, stamps, and the checksum over all of it.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * trio_kind_in_version:
 * @kind: a kind
 * @version: a schema version
 *
 * Returns: whether files of that version have the kind
 */
gboolean
trio_kind_in_version (TrioKind kind, guint version)
{
  return trio_kind_get_info (kind)->since <= version;
}

/**
 * trio_field_in_version:
 * @kind: a kind
 * @field: index of a field
 * @version: a schema version
 *
 * Returns: whether files of that version have the field
 */
gboolean
trio_field_in_version (TrioKind kind, guint field, guint version)
{
  return version >= TRIO_SCHEMA_VERSION
         || trio_kind_get_info (kind)->fields[field].since <= version;
}

/**
 * trio_row_bind_value:
 * @stmt: a statement
 * @index: number of the parameter, from 1
 * @value: a value, which must live as long as the binding
 *
 * Returns: a result code of SQLite
 */
int
trio_row_bind_value (sqlite3_stmt *stmt, int index, const TrioValue *value)
{
  switch (value->type)
    {
    case TRIO_VALUE_INT:
      return sqlite3_bind_int64 (stmt, index, value->integer);
    case TRIO_VALUE_REAL:
      return sqlite3_bind_double (stmt, index, value->real);
    case TRIO_VALUE_TEXT:
      return sqlite3_bind_text (stmt, index, value->text, -1, SQLITE_STATIC);
    case TRIO_VALUE_NULL:
    default:
      return sqlite3_bind_null (stmt, index);
    }
}

/**
 * trio_row_get_value:
 * @stmt: a statement that stands on a row
 * @column: number of the column, from 0
 * @value: (out): an empty value to fill
 *
 * Returns: whether the column holds something that a value can be; %FALSE for blobs and for
 *   text with a zero byte inside
 */
gboolean
trio_row_get_value (sqlite3_stmt *stmt, int column, TrioValue *value)
{
  switch (sqlite3_column_type (stmt, column))
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      *value = trio_value_int (sqlite3_column_int64 (stmt, column));
      return TRUE;
    case SQLITE_FLOAT:
      *value = trio_value_real (sqlite3_column_double (stmt, column));
      return TRUE;
    case SQLITE_TEXT:
      {
        const char *text = (const char *)sqlite3_column_text (stmt, column);
        gsize length = sqlite3_column_bytes (stmt, column);

        if (text == NULL || memchr (text, 0, length) != NULL)
          return FALSE;
        *value = trio_value_text_len (text, length);
        return TRUE;
      }
    default:
      return FALSE;
    }
}

/* "id, uuid, <fields>, stamps, sum" of a kind in a version. */
static char *
dup_columns (TrioKind kind, guint version, guint *n_columns)
{
  const TrioKindInfo *info = trio_kind_get_info (kind);
  GString *columns = g_string_new ("id, uuid");
  guint n = 4;

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!trio_field_in_version (kind, i, version))
        continue;
      g_string_append_printf (columns, ", \"%s\"", info->fields[i].name);
      n++;
    }
  g_string_append (columns, ", stamps, sum");
  if (n_columns != NULL)
    *n_columns = n;
  return g_string_free (columns, FALSE);
}

static sqlite3_stmt *
get_replace (TrioFile *file, TrioKind kind, GError **error)
{
  guint n_columns = 0;
  g_autofree char *columns = NULL;
  GString *sql;

  if (file->replace[kind] != NULL)
    return file->replace[kind];
  columns = dup_columns (kind, file->version, &n_columns);
  sql = g_string_new (NULL);
  g_string_append_printf (sql, "INSERT OR REPLACE INTO \"%s\" (%s) VALUES (?",
                          trio_kind_get_info (kind)->name, columns);
  for (guint i = 1; i < n_columns; i++)
    g_string_append (sql, ",?");
  g_string_append_c (sql, ')');
  file->replace[kind] = trio_sqlite_prepare (file->db, file->path, sql->str, error);
  g_string_free (sql, TRUE);
  return file->replace[kind];
}

/**
 * trio_row_put:
 * @file: the file, inside a transaction
 * @record: an object
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Writes the row of @record, whether it was there or not.
 *
 * Returns: whether it was written
 */
gboolean
trio_row_put (TrioFile *file, const TrioRecord *record, GError **error)
{
  sqlite3_stmt *stmt = get_replace (file, record->kind, error);
  g_autoptr (GByteArray) stamps = g_byte_array_new ();
  int column = 3;

  if (stmt == NULL)
    return FALSE;
  trio_pack_stamps (stamps, record, file->devices);
  sqlite3_bind_int64 (stmt, 1, record->id);
  sqlite3_bind_blob (stmt, 2, record->uuid.bytes, sizeof record->uuid.bytes, SQLITE_STATIC);
  for (guint i = 0; i < record->n_values; i++)
    if (trio_field_in_version (record->kind, i, file->version))
      trio_row_bind_value (stmt, column++, &record->values[i]);
  sqlite3_bind_blob (stmt, column++, stamps->data, stamps->len, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, column, trio_sum_record (record, file->version));
  return trio_sqlite_step_done (stmt, file->path, error);
}

/**
 * trio_row_remove:
 * @file: the file, inside a transaction
 * @kind: kind of the object
 * @id: its number
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Removes a row, if it is there.
 *
 * Returns: whether it is gone
 */
gboolean
trio_row_remove (TrioFile *file, TrioKind kind, TrioId id, GError **error)
{
  if (file->remove[kind] == NULL)
    {
      g_autofree char *sql
          = g_strdup_printf ("DELETE FROM \"%s\" WHERE id=?", trio_kind_get_info (kind)->name);

      file->remove[kind] = trio_sqlite_prepare (file->db, file->path, sql, error);
      if (file->remove[kind] == NULL)
        return FALSE;
    }
  sqlite3_bind_int64 (file->remove[kind], 1, id);
  return trio_sqlite_step_done (file->remove[kind], file->path, error);
}

/**
 * trio_row_first_value:
 * @kind: a kind
 * @field: index of a field
 *
 * Returns: (transfer full): what the field holds while nobody has said anything
 */
TrioValue
trio_row_first_value (TrioKind kind, guint field)
{
  const TrioField *info = &trio_kind_get_info (kind)->fields[field];

  if (info->flags & TRIO_FIELD_NULLABLE)
    return (TrioValue)TRIO_VALUE_INIT;
  if (info->type == TRIO_FIELD_LINE || info->type == TRIO_FIELD_TEXT
      || info->type == TRIO_FIELD_DATE || info->type == TRIO_FIELD_RANK)
    return trio_value_text ("");
  return trio_value_int (info->min);
}

/* A choice that only a newer version knows reads as the first one. */
static void
tame (TrioKind kind, guint field, TrioValue *value)
{
  const TrioField *info = &trio_kind_get_info (kind)->fields[field];

  if (info->type == TRIO_FIELD_ENUM && value->type == TRIO_VALUE_INT
      && (value->integer < info->min || value->integer > info->max))
    value->integer = info->min;
}

/* Reads the row that @stmt stands on; @why says what is wrong with it. */
static TrioRecord *
read_row (TrioFile *file,
          sqlite3_stmt *stmt,
          TrioKind kind,
          guint version,
          gboolean verify_sum,
          GError **why)
{
  const TrioKindInfo *info = trio_kind_get_info (kind);
  TrioId id = sqlite3_column_int64 (stmt, 0);
  g_autoptr (TrioRecord) record = NULL;
  int column = 2;
  TrioUuid uuid;

  if (sqlite3_column_type (stmt, 0) != SQLITE_INTEGER || id <= 0
      || sqlite3_column_type (stmt, 1) != SQLITE_BLOB
      || sqlite3_column_bytes (stmt, 1) != sizeof uuid.bytes)
    {
      g_set_error_literal (why, TRIO_ERROR, TRIO_ERROR_DAMAGED, _ ("its identity is damaged"));
      return NULL;
    }
  memcpy (uuid.bytes, sqlite3_column_blob (stmt, 1), sizeof uuid.bytes);
  record = trio_record_new (kind, id, &uuid);
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!trio_field_in_version (kind, i, version))
        {
          /* Fields that the version of the file does not have yet. */
          record->values[i] = trio_row_first_value (kind, i);
          continue;
        }
      if (!trio_row_get_value (stmt, column, &record->values[i]))
        {
          g_set_error (why, TRIO_ERROR, TRIO_ERROR_DAMAGED,
                       _ ("its field “%s” holds something that is not text or a number"),
                       info->fields[i].name);
          return NULL;
        }
      if (!verify_sum)
        tame (kind, i, &record->values[i]);
      if (!trio_field_check (kind, i, &record->values[i], why))
        return NULL;
      column++;
    }
  if (sqlite3_column_type (stmt, column) != SQLITE_BLOB
      || !trio_unpack_stamps (record, file->devices, sqlite3_column_blob (stmt, column),
                              sqlite3_column_bytes (stmt, column)))
    {
      g_set_error_literal (why, TRIO_ERROR, TRIO_ERROR_DAMAGED, _ ("its time stamp is damaged"));
      return NULL;
    }
  if (verify_sum
      && trio_sum_record (record, version) != (guint64)sqlite3_column_int64 (stmt, column + 1))
    {
      g_set_error_literal (why, TRIO_ERROR, TRIO_ERROR_DAMAGED, _ ("it differs from its checksum"));
      return NULL;
    }
  return g_steal_pointer (&record);
}

static char *
describe_bad_row (TrioKind kind, TrioId id, const GError *why)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  /* Translators: the first is the kind of a thing in the file, such as "note"; the second
   * its number; the third what is wrong with it. */
  return g_strdup_printf (_ ("%s %s: %s"), trio_kind_get_info (kind)->name, number, why->message);
}

/**
 * trio_rows_read:
 * @file: the file
 * @kind: a kind that the version has
 * @version: schema version of the rows
 * @verify_sum: whether to hold rows against their checksums
 * @records: (element-type TrioRecord): where to add the objects
 * @findings: (nullable) (element-type utf8): where to add what is wrong; without it the
 *   first wrong row is an error
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Reads and checks all objects of a kind.
 *
 * Returns: whether they could be read
 */
gboolean
trio_rows_read (TrioFile *file,
                TrioKind kind,
                guint version,
                gboolean verify_sum,
                GPtrArray *records,
                GPtrArray *findings,
                GError **error)
{
  g_autofree char *columns = dup_columns (kind, version, NULL);
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, trio_kind_get_info (kind)->name);
  g_autoptr (sqlite3_stmt) stmt = trio_sqlite_prepare (file->db, file->path, sql, error);
  int rc;

  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      g_autoptr (GError) why = NULL;
      TrioRecord *record = read_row (file, stmt, kind, version, verify_sum, &why);
      g_autofree char *text = NULL;
      g_autofree char *name = NULL;

      if (record != NULL)
        {
          g_ptr_array_add (records, record);
          continue;
        }
      text = describe_bad_row (kind, sqlite3_column_int64 (stmt, 0), why);
      if (findings != NULL)
        {
          g_ptr_array_add (findings, g_steal_pointer (&text));
          continue;
        }
      name = trio_place_dup_name (file->path);
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED, _ ("“%s” is damaged (%s)."), name, text);
      return FALSE;
    }
  if (rc != SQLITE_DONE)
    return trio_sqlite_fail (file->db, file->path, error);
  return TRUE;
}
