/* trio-store-log.c: steps and changes as rows.
 *
 * The log holds values, never statements, so a file from somebody else cannot run anything.
 * Each step has a checksum over itself and its changes; a damaged step ends what can be
 * undone and touches nothing else.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The two values of a change as they stand in a row; a blob is a packed object. */
typedef struct
{
  TrioId object;
  gint64 field;
  TrioValue values[2];
  const guint8 *blobs[2];
  gsize lengths[2];
} LogRow;

static guint64
sum_step (const TrioStep *step, gint64 first_change, gint64 n_changes)
{
  guint64 sum = trio_sum_int (trio_sum_start (), step->id);

  sum = trio_sum_bytes (sum, step->action, strlen (step->action) + 1);
  sum = trio_sum_bytes (sum, step->subject, strlen (step->subject) + 1);
  sum = trio_sum_bytes (sum, step->merge_key, strlen (step->merge_key) + 1);
  sum = trio_sum_int (sum, step->count);
  sum = trio_sum_int (sum, step->time);
  sum = trio_sum_int (sum, first_change);
  return trio_sum_int (sum, n_changes);
}

static guint64
sum_row (guint64 sum, const LogRow *row)
{
  sum = trio_sum_int (sum, row->object);
  sum = trio_sum_int (sum, row->field);
  for (guint i = 0; i < 2; i++)
    {
      if (row->blobs[i] == NULL)
        sum = trio_sum_value (sum, &row->values[i]);
      else
        sum = trio_sum_bytes (trio_sum_int (sum, row->lengths[i]), row->blobs[i], row->lengths[i]);
    }
  return sum;
}

static gboolean
put_row (TrioFile *file, gint64 id, const LogRow *row, GError **error)
{
  sqlite3_stmt *stmt = trio_file_get_statement (file, TRIO_STATEMENT_PUT_CHANGE, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  sqlite3_bind_int64 (stmt, 2, row->object);
  sqlite3_bind_int64 (stmt, 3, row->field);
  for (guint i = 0; i < 2; i++)
    {
      if (row->blobs[i] == NULL)
        trio_row_bind_value (stmt, 4 + i, &row->values[i]);
      else
        sqlite3_bind_blob (stmt, 4 + i, row->blobs[i], row->lengths[i], SQLITE_STATIC);
    }
  return trio_sqlite_step_done (stmt, file->path, error);
}

static const TrioRecord *
find_record (GHashTable *records, const TrioChange *change)
{
  const TrioRecord *record
      = records == NULL ? NULL : g_hash_table_lookup (records, &change->object);

  return record != NULL ? record : change->record;
}

static void
pack_into (LogRow *row, guint side, const TrioRecord *record, GByteArray *bytes, GArray *devices)
{
  if (record == NULL)
    return;
  g_byte_array_set_size (bytes, 0);
  trio_pack_record (bytes, record, devices);
  row->blobs[side] = bytes->data;
  row->lengths[side] = bytes->len;
}

/**
 * trio_log_put_step:
 * @file: the file, inside a transaction
 * @step: a step
 * @first_change: number of its first change
 * @undone_records: (nullable) (element-type TrioRecord): objects that the step had created
 *   and that are gone because it is undone
 * @undone: whether the step is undone
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Writes a step and its changes, whether they were there or not. A created object stands in
 * its own table, and in the log only while the step is undone.
 *
 * Returns: whether they were written
 */
gboolean
trio_log_put_step (TrioFile *file,
                   const TrioStep *step,
                   gint64 first_change,
                   GPtrArray *undone_records,
                   gboolean undone,
                   GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint64 sum = sum_step (step, first_change, step->changes->len);
  sqlite3_stmt *stmt = trio_file_get_statement (file, TRIO_STATEMENT_PUT_STEP, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; undone && undone_records != NULL && i < undone_records->len; i++)
    {
      TrioRecord *record = g_ptr_array_index (undone_records, i);

      g_hash_table_insert (by_id, &record->id, record);
    }
  for (guint i = 0; i < step->changes->len; i++)
    {
      const TrioChange *change = &g_array_index (step->changes, TrioChange, i);
      LogRow row = { change->object, change->kind * 256 + change->field };

      if (change->type == TRIO_CHANGE_SET)
        {
          row.values[0] = change->old_value;
          row.values[1] = change->new_value;
        }
      else if (change->type == TRIO_CHANGE_CREATE)
        {
          row.field = change->kind * 256 + TRIO_LOG_CREATED;
          if (undone)
            pack_into (&row, 1, find_record (by_id, change), bytes, file->devices);
        }
      else
        {
          row.field = change->kind * 256 + TRIO_LOG_DELETED;
          pack_into (&row, 0, change->record, bytes, file->devices);
        }
      sum = sum_row (sum, &row);
      if (!put_row (file, first_change + i, &row, error))
        return FALSE;
    }

  sqlite3_bind_int64 (stmt, 1, step->id);
  sqlite3_bind_text (stmt, 2, step->action, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 3, step->subject, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 4, step->count);
  sqlite3_bind_int64 (stmt, 5, step->time);
  sqlite3_bind_text (stmt, 6, step->merge_key, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 7, first_change);
  sqlite3_bind_int64 (stmt, 8, step->changes->len);
  sqlite3_bind_int64 (stmt, 9, sum);
  return trio_sqlite_step_done (stmt, file->path, error);
}

static gboolean
get_row (sqlite3_stmt *stmt, LogRow *row)
{
  row->object = sqlite3_column_int64 (stmt, 0);
  row->field = sqlite3_column_int64 (stmt, 1);
  for (guint i = 0; i < 2; i++)
    {
      if (sqlite3_column_type (stmt, 2 + i) == SQLITE_BLOB)
        {
          row->blobs[i] = sqlite3_column_blob (stmt, 2 + i);
          row->lengths[i] = sqlite3_column_bytes (stmt, 2 + i);
          if (row->blobs[i] == NULL)
            return FALSE;
        }
      else if (!trio_row_get_value (stmt, 2 + i, &row->values[i]))
        return FALSE;
    }
  return row->object > 0;
}

/* Turns a row of the log into a change; takes the values out of @row. */
static gboolean
row_to_change (LogRow *row, gboolean undone, GArray *devices, TrioChange *change)
{
  const TrioKindInfo *info = trio_kind_get_info (row->field >> 8);
  guint field = row->field & 0xff;
  guint side;

  if (row->field < 256 || row->field >= TRIO_N_KINDS * 256 || info == NULL)
    return FALSE;
  change->kind = info->kind;
  change->object = row->object;
  change->field = field;
  if (field != TRIO_LOG_CREATED && field != TRIO_LOG_DELETED)
    {
      change->type = TRIO_CHANGE_SET;
      if (field >= info->n_fields || row->blobs[0] != NULL || row->blobs[1] != NULL
          || !trio_field_check (info->kind, field, &row->values[0], NULL)
          || !trio_field_check (info->kind, field, &row->values[1], NULL))
        return FALSE;
      change->old_value = row->values[0];
      change->new_value = row->values[1];
      memset (row->values, 0, sizeof row->values);
      return TRUE;
    }
  change->field = 0;
  change->type = field == TRIO_LOG_CREATED ? TRIO_CHANGE_CREATE : TRIO_CHANGE_DELETE;
  /* What a done step created is in the model; nothing else needs to be kept of it. */
  if (field == TRIO_LOG_CREATED && !undone)
    return TRUE;
  side = field == TRIO_LOG_CREATED ? 1 : 0;
  if (row->blobs[side] == NULL)
    return FALSE;
  change->record = trio_unpack_record (row->object, devices, row->blobs[side], row->lengths[side]);
  return change->record != NULL && change->record->kind == info->kind;
}

static gboolean
read_changes (TrioFile *file,
              sqlite3_stmt *changes,
              TrioStep *step,
              gint64 first_change,
              gint64 n_changes,
              guint64 sum)
{
  gboolean sound = TRUE;
  guint64 found = sum_step (step, first_change, n_changes);

  sqlite3_bind_int64 (changes, 1, first_change);
  sqlite3_bind_int64 (changes, 2, first_change + n_changes);
  while (sound && sqlite3_step (changes) == SQLITE_ROW)
    {
      LogRow row = { 0 };
      TrioChange change = { 0 };

      sound = get_row (changes, &row);
      if (sound)
        {
          found = sum_row (found, &row);
          sound = row_to_change (&row, step->id > file->state.position, file->devices, &change);
        }
      trio_value_clear (&row.values[0]);
      trio_value_clear (&row.values[1]);
      if (sound)
        g_array_append_val (step->changes, change);
      else
        trio_change_clear (&change);
    }
  sqlite3_reset (changes);
  return sound && step->changes->len == n_changes && found == sum;
}

static char *
dup_text (sqlite3_stmt *stmt, int column)
{
  const char *text = (const char *)sqlite3_column_text (stmt, column);

  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

/* Returns %NULL when the step is damaged. */
static TrioStep *
read_step (TrioFile *file, sqlite3_stmt *steps, sqlite3_stmt *changes)
{
  g_autofree char *action = dup_text (steps, 1);
  g_autoptr (TrioStep) step = trio_step_new (action);
  gint64 first_change = sqlite3_column_int64 (steps, 6);
  gint64 n_changes = sqlite3_column_int64 (steps, 7);
  gint64 count = sqlite3_column_int64 (steps, 3);

  if (first_change < 0 || n_changes < 0 || n_changes > G_MAXINT32 || count < 0 || count > G_MAXINT32
      || first_change > G_MAXINT64 - n_changes)
    return NULL;
  g_free (step->subject);
  g_free (step->merge_key);
  step->id = sqlite3_column_int64 (steps, 0);
  step->subject = dup_text (steps, 2);
  step->count = count;
  step->time = sqlite3_column_int64 (steps, 4);
  step->merge_key = dup_text (steps, 5);
  if (!read_changes (file, changes, step, first_change, n_changes, sqlite3_column_int64 (steps, 8)))
    return NULL;
  return g_steal_pointer (&step);
}

/**
 * trio_log_read:
 * @file: the file
 * @after: only steps with a greater number
 * @before: only steps with a smaller number
 * @max: how many at most
 * @newest_first: the order
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Reads and checks steps. Those before a damaged one are given; a damaged one at the
 * beginning is an error.
 *
 * Returns: (transfer full) (nullable) (element-type TrioStep): the steps
 */
GPtrArray *
trio_log_read (
    TrioFile *file, gint64 after, gint64 before, guint max, gboolean newest_first, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_step_unref);
  g_autofree char *sql
      = g_strdup_printf ("SELECT id, action, subject, count, time, merge_key, first_change, "
                         "n_changes, sum FROM step WHERE id>?1 AND id<?2 ORDER BY id %s LIMIT ?3",
                         newest_first ? "DESC" : "ASC");
  g_autoptr (sqlite3_stmt) steps = trio_sqlite_prepare (file->db, file->path, sql, error);
  g_autoptr (sqlite3_stmt) changes = NULL;
  int rc;

  if (steps == NULL)
    return NULL;
  changes = trio_sqlite_prepare (
      file->db, file->path,
      "SELECT object, field, old, new FROM change WHERE id>=? AND id<? ORDER BY id", error);
  if (changes == NULL)
    return NULL;
  sqlite3_bind_int64 (steps, 1, after);
  sqlite3_bind_int64 (steps, 2, before);
  sqlite3_bind_int64 (steps, 3, max);
  while ((rc = sqlite3_step (steps)) == SQLITE_ROW)
    {
      TrioStep *step = read_step (file, steps, changes);

      if (step != NULL)
        {
          g_ptr_array_add (found, step);
          continue;
        }
      if (found->len > 0)
        return g_steal_pointer (&found);
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
                           _ ("The list of earlier steps in the file is damaged from here on; "
                              "what was done before cannot be undone. The inputs are not "
                              "affected."));
      return NULL;
    }
  if (rc == SQLITE_DONE)
    return g_steal_pointer (&found);
  trio_sqlite_fail (file->db, file->path, error);
  return NULL;
}

/**
 * trio_log_list:
 * @file: the file
 * @max: how many at most
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type TrioStepInfo): the newest steps, newest
 *   first, without their changes
 */
GPtrArray *
trio_log_list (TrioFile *file, guint max, GError **error)
{
  g_autoptr (GPtrArray) found
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_step_info_free);
  g_autoptr (sqlite3_stmt) stmt = trio_sqlite_prepare (
      file->db, file->path,
      "SELECT id, action, subject, count, time FROM step ORDER BY id DESC LIMIT ?", error);
  int rc;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, max);
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      TrioStepInfo *info = g_new0 (TrioStepInfo, 1);

      info->id = sqlite3_column_int64 (stmt, 0);
      info->action = dup_text (stmt, 1);
      info->subject = dup_text (stmt, 2);
      info->count = CLAMP (sqlite3_column_int64 (stmt, 3), 0, G_MAXINT32);
      info->time = sqlite3_column_int64 (stmt, 4);
      info->undone = info->id > file->state.position;
      g_ptr_array_add (found, info);
    }
  if (rc == SQLITE_DONE)
    return g_steal_pointer (&found);
  trio_sqlite_fail (file->db, file->path, error);
  return NULL;
}

/**
 * trio_step_info_free:
 * @info: (transfer full) (nullable): a line of the log
 *
 * Frees it.
 */
void
trio_step_info_free (TrioStepInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->action);
  g_free (info->subject);
  g_free (info);
}
