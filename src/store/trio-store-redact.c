/* trio-store-redact.c: the one operation outside the log.
 *
 * A text goes from the row, from every value and whole object in the log, and from the names
 * of steps. The database is then rebuilt, so that no free space keeps the old bytes; the
 * rollback journal is cut to nothing.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <string.h>

typedef struct
{
  TrioFile *file;
  TrioId object;
  guint field;
  const char *text;
  GHashTable *old_texts; /* set of utf8: every wording that was replaced */
} Redaction;

static void
replace_value (Redaction *self, TrioValue *value)
{
  if (value->type != TRIO_VALUE_TEXT)
    return;
  if (*value->text != '\0' && strcmp (value->text, self->text) != 0)
    g_hash_table_add (self->old_texts, g_strdup (value->text));
  trio_value_clear (value);
  *value = trio_value_text (self->text);
}

static TrioRecord *
replace_in_record (Redaction *self, const TrioRecord *record)
{
  TrioRecord *copy = trio_record_copy (record);

  if (self->field < copy->n_values)
    replace_value (self, &copy->values[self->field]);
  return copy;
}

static void
replace_in_step (Redaction *self, TrioStep *step)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      TrioChange *change = &g_array_index (step->changes, TrioChange, i);

      if (change->object != self->object)
        continue;
      if (change->type == TRIO_CHANGE_SET && change->field == self->field)
        {
          replace_value (self, &change->old_value);
          replace_value (self, &change->new_value);
        }
      else if (change->record != NULL)
        {
          TrioRecord *record = replace_in_record (self, change->record);

          trio_record_unref (change->record);
          change->record = record;
        }
    }
}

/* The row as the file has it; other things are checked elsewhere. */
static gboolean
redact_rows (Redaction *self, GError **error)
{
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);

  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    if (trio_kind_in_version (kind, self->file->version)
        && !trio_rows_read (self->file, kind, self->file->version, TRUE, records, NULL, error))
      return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (records, i);
      g_autoptr (TrioRecord) copy = NULL;

      if (record->id != self->object)
        continue;
      copy = replace_in_record (self, record);
      return trio_row_put (self->file, copy, error);
    }
  return TRUE;
}

static GArray *
list_ids (TrioFile *file, const char *sql, gint64 first, gint64 second, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = trio_sqlite_prepare (file->db, file->path, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int rc;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, first);
  if (sqlite3_bind_parameter_count (stmt) > 1)
    sqlite3_bind_int64 (stmt, 2, second);
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  if (rc == SQLITE_DONE)
    return g_steal_pointer (&ids);
  trio_sqlite_fail (file->db, file->path, error);
  return NULL;
}

static gboolean
find_first_change (TrioFile *file, gint64 step, gint64 *first, GError **error)
{
  g_autoptr (GArray) found
      = list_ids (file, "SELECT first_change FROM step WHERE id=?", step, 0, error);

  if (found == NULL)
    return FALSE;
  *first = found->len == 0 ? 0 : g_array_index (found, gint64, 0);
  return TRUE;
}

/* A step that cannot be read cannot be rewritten either; it loses what it says of the
 * object, and stays damaged. */
static gboolean
blank_damaged_step (Redaction *self, gint64 step, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE change SET old=NULL, new=NULL WHERE object=%" G_GINT64_FORMAT
      " AND id>=(SELECT first_change FROM step WHERE id=%" G_GINT64_FORMAT ")"
      " AND id<(SELECT first_change+n_changes FROM step WHERE id=%" G_GINT64_FORMAT ");"
      "UPDATE step SET subject='' WHERE id=%" G_GINT64_FORMAT,
      self->object, step, step, step);

  return trio_sqlite_run (self->file->db, self->file->path, sql, error);
}

static gboolean
rewrite_step (Redaction *self, gint64 id, gboolean blank_subject, GError **error)
{
  TrioFile *file = self->file;
  g_autoptr (GPtrArray) found = trio_log_read (file, id - 1, id + 1, 1, TRUE, NULL);
  TrioStep *step;
  gint64 first;

  if (found == NULL || found->len == 0)
    return blank_damaged_step (self, id, error);
  step = g_ptr_array_index (found, 0);
  replace_in_step (self, step);
  if (blank_subject)
    {
      g_free (step->subject);
      step->subject = g_strdup ("");
    }
  return find_first_change (file, id, &first, error)
         && trio_log_put_step (file, step, first, NULL, id > file->state.position, error);
}

static gboolean
redact_changes (Redaction *self, GError **error)
{
  g_autoptr (GArray) changes
      = list_ids (self->file, "SELECT id FROM change WHERE object=?", self->object, 0, error);
  gint64 last = 0;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      gint64 change = g_array_index (changes, gint64, i);
      g_autoptr (GArray) steps
          = list_ids (self->file,
                      "SELECT id FROM step WHERE first_change<=?1 AND first_change+n_changes>?1",
                      change, 0, error);

      if (steps == NULL)
        return FALSE;
      if (steps->len == 0 || g_array_index (steps, gint64, 0) == last)
        continue;
      last = g_array_index (steps, gint64, 0);
      if (!rewrite_step (self, last, FALSE, error))
        return FALSE;
    }
  return changes != NULL;
}

static gboolean
mentions_old_text (Redaction *self, const char *subject)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, self->old_texts);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (strstr (subject, text) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
redact_subjects (Redaction *self, GError **error)
{
  g_autoptr (GPtrArray) steps = trio_log_list (self->file, G_MAXINT32, error);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const TrioStepInfo *info = g_ptr_array_index (steps, i);

      if (mentions_old_text (self, info->subject) && !rewrite_step (self, info->id, TRUE, error))
        return FALSE;
    }
  return steps != NULL;
}

/* Writes the whole database anew. */
static gboolean
rebuild (TrioFile *file, GError **error)
{
  gboolean ok;

  trio_file_drop_statements (file);
  /* Rebuilding attaches a temporary database of its own. */
  sqlite3_limit (file->db, SQLITE_LIMIT_ATTACHED, 1);
  ok = trio_sqlite_run (file->db, file->path, "VACUUM", error);
  sqlite3_limit (file->db, SQLITE_LIMIT_ATTACHED, 0);
  return ok;
}

/**
 * trio_file_redact:
 * @file: the file, with nothing waiting to be written
 * @object: number of the object, which may have been deleted
 * @field: index of a text field
 * @text: what to put in place of every wording
 * @record: (nullable): the object as it shall be, or %NULL to change the row as it is
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Removes every wording of a field from the file.
 *
 * Returns: whether no byte of them is left in it
 */
gboolean
trio_file_redact (TrioFile *file,
                  TrioId object,
                  guint field,
                  const char *text,
                  const TrioRecord *record,
                  GError **error)
{
  g_autoptr (GHashTable) old_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Redaction self = { file, object, field, text, old_texts };
  TrioFileState state = file->state;

  /* From here on the rollback journal is cut to nothing at every commit. */
  if (!trio_sqlite_run (file->db, file->path, "PRAGMA journal_size_limit=0", error)
      || !trio_file_begin (file, error))
    return FALSE;
  for (guint i = 0; record != NULL && i < trio_kind_get_info (record->kind)->n_groups; i++)
    state.clock = MAX (state.clock, record->stamps[i].time);
  if (!redact_rows (&self, error) || (record != NULL && !trio_row_put (file, record, error))
      || !redact_changes (&self, error) || !redact_subjects (&self, error)
      || !trio_file_commit (file, &state, error))
    {
      trio_file_rollback (file);
      return FALSE;
    }
  if (!rebuild (file, error))
    return FALSE;
  return trio_sqlite_run (file->db, file->path, "PRAGMA journal_size_limit=-1", error);
}
