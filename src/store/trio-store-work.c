/* trio-store-work.c: what can be asked of an open store.
 *
 * Each of these runs in the writer thread, after what is queued has been written, and the
 * caller waits for it.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * trio_store_flush:
 * @self: a store
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Waits until everything that was done before the call is on disk.
 *
 * Returns: whether it is; if not, it stays queued and is tried again
 */
gboolean
trio_store_flush (TrioStore *self, GError **error)
{
  GError *failure = NULL;

  if (self->writer == NULL || self->read_only || trio_store_call (self, NULL, NULL, TRUE, &failure))
    return TRUE;
  g_propagate_error (error, trio_store_explain (self, failure));
  return FALSE;
}

static void
flush_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean ok = trio_writer_call (data, NULL, NULL, TRUE, &error);

  trio_writer_leave (data);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * trio_store_flush_async:
 * @self: a store
 * @cancellable: (nullable): unused, since writing cannot be stopped half-way
 * @callback: called when what was done before the call is on disk, or could not be written
 * @user_data: passed to @callback
 *
 * As trio_store_flush(), without blocking.
 */
void
trio_store_flush_async (TrioStore *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, trio_store_flush_async);
  if (self->writer == NULL || self->read_only)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  trio_writer_enter (self->writer);
  g_task_set_task_data (task, self->writer, NULL);
  g_task_run_in_thread (task, flush_thread_cb);
}

/**
 * trio_store_flush_finish:
 * @self: a store
 * @result: result of trio_store_flush_async()
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether everything is on disk
 */
gboolean
trio_store_flush_finish (TrioStore *self, GAsyncResult *result, GError **error)
{
  GError *failure = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &failure))
    return TRUE;
  g_propagate_error (error, trio_store_explain (self, failure));
  return FALSE;
}

static gboolean
copy_cb (TrioFile *file, gpointer path, GError **error)
{
  return trio_file_copy_to (file, path, error);
}

static gboolean
refuse_own_path (TrioStore *self, const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (!g_str_equal (path, self->path))
    return TRUE;
  name = trio_place_dup_name (path);
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
               _ ("“%s” is the file that is open. Choose another name."), name);
  return FALSE;
}

/**
 * trio_store_save_copy:
 * @self: a store
 * @path: path of the copy; a file of that name is replaced
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Writes a copy of the file, undo history included. The copy is whole and on disk before it
 * gets its name. Blocks.
 *
 * Returns: whether the copy was written
 */
gboolean
trio_store_save_copy (TrioStore *self, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return refuse_own_path (self, absolute, error)
         && trio_store_call (self, copy_cb, absolute, TRUE, error);
}

typedef struct
{
  TrioStore *self;
  const char *path;
  GPtrArray *records;
  TrioId next_id;
} Move;

static gboolean
move_cb (TrioFile *file, gpointer data, GError **error)
{
  Move *move = data;
  TrioFile *moved = trio_file_move_to (file, move->path, move->records, move->next_id, error);

  if (moved == NULL)
    return FALSE;
  g_clear_pointer (&moved->records, g_ptr_array_unref);
  trio_writer_replace_file (move->self->writer, moved);
  return TRUE;
}

static GPtrArray *
dup_records (TrioModel *model)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);

  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    {
      GPtrArray *all = trio_snapshot_get_all (snapshot, kind);

      for (guint i = 0; all != NULL && i < all->len; i++)
        g_ptr_array_add (records, trio_record_ref (g_ptr_array_index (all, i)));
    }
  return records;
}

/**
 * trio_store_move_to:
 * @self: a store
 * @path: the place to go on at; a file of that name is replaced
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Goes on in another place, for example because the present one is full or gone. What is
 * queued is written there. The old file stays as it was written last. Blocks.
 *
 * Returns: whether everything is on disk at the other place; if not, the store goes on
 *   where it was
 */
gboolean
trio_store_move_to (TrioStore *self, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (GPtrArray) records = NULL;
  Move move = { self, absolute, NULL, 0 };

  if (self->read_only)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY,
                           _ ("The file is open for reading only. Save a copy and open it."));
      return FALSE;
    }
  if (g_file_test (self->path, G_FILE_TEST_EXISTS) && !refuse_own_path (self, absolute, error))
    return FALSE;
  records = dup_records (self->model);
  move.records = records;
  move.next_id = trio_model_get_next_id (self->model);
  if (!trio_store_call (self, move_cb, &move, FALSE, error))
    return FALSE;
  g_free (self->path);
  self->path = g_steal_pointer (&absolute);
  return trio_store_flush (self, error);
}

typedef struct
{
  TrioId object;
  guint field;
  const char *text;
  const TrioRecord *record;
} Redact;

static gboolean
redact_cb (TrioFile *file, gpointer data, GError **error)
{
  Redact *redact = data;

  return trio_file_redact (file, redact->object, redact->field, redact->text, redact->record, error)
         && trio_backup_redact (file, redact->object, redact->field, redact->text, error);
}

/* What kind of thing an object is or was; 0 when the file has never heard of it. */
static gboolean
find_kind_cb (TrioFile *file, gpointer data, GError **error)
{
  gint64 *value = data;
  g_autofree char *sql
      = g_strdup_printf ("SELECT field/256 FROM change WHERE object=%" G_GINT64_FORMAT " LIMIT 1",
                         *value);

  return trio_sqlite_get_int (file->db, file->path, sql, value, error);
}

static TrioKind
find_kind (TrioStore *self, TrioId object)
{
  const TrioRecord *record = trio_model_get_record (self->model, object);
  gint64 value = object;

  if (record != NULL)
    return record->kind;
  if (!trio_store_call (self, find_kind_cb, &value, FALSE, NULL) || value <= 0
      || value >= TRIO_N_KINDS)
    return 0;
  return value;
}

static gboolean
redact_field (TrioStore *self, TrioId object, guint field, const char *text, GError **error)
{
  Redact redact = { object, field, text, NULL };

  trio_model_redact (self->model, object, field, text);
  redact.record = trio_model_get_record (self->model, object);
  return trio_store_call (self, redact_cb, &redact, TRUE, error);
}

/**
 * trio_store_redact:
 * @self: a store
 * @object: number of an object, which may have been deleted
 * @field: index of a text field; for the text of a note, its original wording goes as well
 * @text: what to put in place of every wording
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Removes a text for good: from the object, from the history, from names of steps, from the
 * file and from all its backups. It cannot be undone. Other texts that quote it are not
 * looked for. When it fails half-way, calling it again goes on. Blocks.
 *
 * Returns: whether no byte of the text is left
 */
gboolean
trio_store_redact (TrioStore *self, TrioId object, guint field, const char *text, GError **error)
{
  TrioKind kind = find_kind (self, object);
  g_auto (TrioValue) value = trio_value_text (text);

  if (self->read_only)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY,
                           _ ("The file is open for reading only; nothing can be removed."));
      return FALSE;
    }
  if (kind == 0 || field >= trio_kind_get_info (kind)->n_fields)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                           _ ("What is to be removed is not in this file."));
      return FALSE;
    }
  if (!trio_field_check (kind, field, &value, error) || !trio_store_flush (self, error)
      || !redact_field (self, object, field, text, error))
    return FALSE;
  if (kind == TRIO_KIND_NOTE && field == TRIO_NOTE_TEXT)
    return redact_field (self, object, TRIO_NOTE_ORIGINAL, text, error);
  return TRUE;
}

typedef struct
{
  guint max;
  GPtrArray *found;
} List;

static gboolean
list_cb (TrioFile *file, gpointer data, GError **error)
{
  List *list = data;

  list->found = trio_log_list (file, list->max, error);
  return list->found != NULL;
}

/**
 * trio_store_list_steps:
 * @self: a store
 * @max: how many at most
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type TrioStepInfo): the newest steps, newest
 *   first, undone ones included
 */
GPtrArray *
trio_store_list_steps (TrioStore *self, guint max, GError **error)
{
  List list = { max, NULL };

  trio_store_call (self, list_cb, &list, FALSE, error);
  return list.found;
}

static gboolean
check_cb (TrioFile *file, gpointer findings, GError **error)
{
  return trio_file_check_all (file, findings, error);
}

/**
 * trio_store_check:
 * @self: a store
 * @findings: (element-type utf8): an array that frees its strings, to which a sentence is
 *   added for each thing that is wrong
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Reads all of the file again and checks structure, rows, references and the log. Blocks.
 *
 * Returns: whether the check ran to its end; the file is sound if @findings is empty then
 */
gboolean
trio_store_check (TrioStore *self, GPtrArray *findings, GError **error)
{
  return trio_store_call (self, check_cb, findings, TRUE, error);
}

static gboolean
backup_cb (TrioFile *file, gpointer data, GError **error)
{
  return trio_backup_make (file, TRUE, error);
}

/**
 * trio_store_make_backup:
 * @self: a store
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Makes a backup now, for example before a merge. Blocks.
 *
 * Returns: whether there is one
 */
gboolean
trio_store_make_backup (TrioStore *self, GError **error)
{
  return trio_store_call (self, backup_cb, NULL, TRUE, error);
}
