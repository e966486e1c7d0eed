/* trio-model-steps.c: steps through the model: new ones, undo, redo. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "model/trio-model-private.h"
#include "model/trio-object-private.h"

/* Tells views what can be undone and redone now. */
void
trio_model_notify_history (TrioModel *self)
{
  static const char *const names[] = { "can-undo", "can-redo", "undo-label", "redo-label" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_notify (G_OBJECT (self), names[i]);
}

static void
emit_committed (TrioModel *self, TrioMove move, TrioStep *step, GArray *deltas)
{
  g_autoptr (TrioTransaction) transaction = trio_transaction_new (move, step);

  for (guint i = 0; i < deltas->len; i++)
    {
      const TrioDelta *delta = &g_array_index (deltas, TrioDelta, i);

      if (delta->after != NULL)
        g_ptr_array_add (transaction->records, trio_record_ref (delta->after));
      else
        g_ptr_array_add (transaction->deleted, trio_record_ref (delta->before));
    }
  transaction->next_id = self->next_id;
  g_signal_emit_by_name (self, "committed", transaction);
}

static void
fill_step (TrioStep *step, GArray *deltas)
{
  for (guint i = 0; i < deltas->len; i++)
    {
      const TrioDelta *delta = &g_array_index (deltas, TrioDelta, i);
      TrioRecord *either = delta->after != NULL ? delta->after : delta->before;
      TrioChange change = { .kind = either->kind, .object = either->id };

      if (delta->before == NULL || delta->after == NULL)
        {
          change.type = delta->before == NULL ? TRIO_CHANGE_CREATE : TRIO_CHANGE_DELETE;
          change.record = trio_record_ref (either);
          g_array_append_val (step->changes, change);
          continue;
        }
      for (guint j = 0; j < either->n_values; j++)
        if (!trio_value_equal (&delta->before->values[j], &delta->after->values[j]))
          {
            change.type = TRIO_CHANGE_SET;
            change.field = j;
            change.old_value = trio_value_copy (&delta->before->values[j]);
            change.new_value = trio_value_copy (&delta->after->values[j]);
            g_array_append_val (step->changes, change);
          }
    }
}

/* Makes deltas part of the model as one new step, or joined with the newest. */
void
trio_model_commit_deltas (TrioModel *self, TrioStep *step, GArray *deltas)
{
  TrioStep *joined;

  fill_step (step, deltas);
  joined = trio_history_join (self->history, step);
  if (joined == NULL)
    trio_history_push (self->history, step);
  trio_model_apply_deltas (self, deltas);
  emit_committed (self, joined != NULL ? TRIO_MOVE_AMEND : TRIO_MOVE_DO,
                  joined != NULL ? joined : step, deltas);
  trio_model_notify_history (self);
}

/* Plays a change of the log into the set, in either direction. */
static gboolean
replay_change (TrioWorkingSet *set, const TrioChange *change, gboolean forward)
{
  const TrioKindInfo *info = trio_kind_get_info (change->kind);
  gboolean appears = (change->type == TRIO_CHANGE_CREATE) == forward;
  TrioRecord *record;

  if (change->type != TRIO_CHANGE_SET)
    {
      if (!appears)
        return trio_working_set_remove (set, change->object);
      if (change->record == NULL || trio_working_set_get (set, change->object) != NULL)
        return FALSE;
      trio_working_set_add (set, trio_record_copy (change->record));
      return TRUE;
    }

  record = trio_working_set_open (set, change->object);
  if (record == NULL || record->kind != change->kind || change->field >= info->n_fields)
    return FALSE;
  trio_record_take_value (record, change->field,
                          trio_value_copy (forward ? &change->new_value : &change->old_value));
  return TRUE;
}

static GArray *
replay_step (TrioModel *self, const TrioStep *step, gboolean forward, GError **error)
{
  g_autoptr (TrioWorkingSet) set = trio_working_set_new (self);
  TrioStamp stamp = trio_model_next_stamp (self);
  gboolean fits = TRUE;
  guint n = step->changes->len;

  for (guint i = 0; i < n && fits; i++)
    fits = replay_change (set, &g_array_index (step->changes, TrioChange, forward ? i : n - 1 - i),
                          forward);
  if (!fits || !trio_working_set_check (set, NULL))
    {
      g_set_error_literal (
          error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
          _ ("This step does not fit the workshop any more, so nothing was changed. "
             "Steps before it cannot be undone."));
      return NULL;
    }
  return trio_working_set_finish (set, &stamp);
}

static gboolean
refuse_move (TrioModel *self, gboolean possible, const char *nothing, GError **error)
{
  if (self->read_only)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY,
                           _ ("This workshop is open for reading only. Save a copy to change it."));
      return TRUE;
    }
  if (!possible)
    g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING, nothing);
  return !possible;
}

static TrioStep *
hold (TrioStep *step)
{
  return step != NULL ? trio_step_ref (step) : NULL;
}

/**
 * trio_model_can_undo:
 * @self: a model
 *
 * Returns: whether there is a step to undo
 */
gboolean
trio_model_can_undo (TrioModel *self)
{
  return !self->read_only && trio_history_can_undo (self->history);
}

/**
 * trio_model_can_redo:
 * @self: a model
 *
 * Returns: whether there is a step to redo
 */
gboolean
trio_model_can_redo (TrioModel *self)
{
  return !self->read_only && trio_history_can_redo (self->history);
}

/**
 * trio_model_dup_undo_label:
 * @self: a model
 *
 * Returns: (transfer full) (nullable): what the step is called that an undo would take back
 */
char *
trio_model_dup_undo_label (TrioModel *self)
{
  TrioStep *step = trio_model_can_undo (self) ? trio_history_peek_undo (self->history, NULL) : NULL;

  return step != NULL ? trio_step_dup_label (step) : NULL;
}

/**
 * trio_model_dup_redo_label:
 * @self: a model
 *
 * Returns: (transfer full) (nullable): what the step is called that a redo would do again
 */
char *
trio_model_dup_redo_label (TrioModel *self)
{
  TrioStep *step = trio_model_can_redo (self) ? trio_history_peek_redo (self->history, NULL) : NULL;

  return step != NULL ? trio_step_dup_label (step) : NULL;
}

/* A step from the file knows of what it created only that it did; when it is undone, what is
 * taken away is what a redo has to bring back. */
static void
remember_created (TrioStep *step, GArray *deltas)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < deltas->len; i++)
    {
      TrioDelta *delta = &g_array_index (deltas, TrioDelta, i);

      if (delta->after == NULL)
        g_hash_table_insert (taken, &delta->before->id, delta->before);
    }
  for (guint i = 0; i < step->changes->len; i++)
    {
      TrioChange *change = &g_array_index (step->changes, TrioChange, i);
      TrioRecord *record = g_hash_table_lookup (taken, &change->object);

      if (change->type == TRIO_CHANGE_CREATE && change->record == NULL && record != NULL)
        change->record = trio_record_ref (record);
    }
}

/* Takes the newest step back, or does the last undone one again. */
static gboolean
move_step (TrioModel *self, gboolean forward, GError **error)
{
  gboolean possible
      = forward ? trio_history_can_redo (self->history) : trio_history_can_undo (self->history);
  const char *nothing = forward ? _ ("There is nothing to redo.") : _ ("There is nothing to undo.");
  g_autoptr (TrioStep) step = NULL;
  g_autoptr (GArray) deltas = NULL;
  GError *cause = NULL;

  if (refuse_move (self, possible, nothing, error))
    return FALSE;
  step = hold (forward ? trio_history_peek_redo (self->history, &cause)
                       : trio_history_peek_undo (self->history, &cause));
  if (step == NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, cause);
      else
        g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING, nothing);
      return FALSE;
    }
  deltas = replay_step (self, step, forward, error);
  if (deltas == NULL)
    return FALSE;
  if (forward)
    trio_history_note_redone (self->history);
  else
    {
      remember_created (step, deltas);
      trio_history_note_undone (self->history);
    }
  trio_model_apply_deltas (self, deltas);
  emit_committed (self, forward ? TRIO_MOVE_REDO : TRIO_MOVE_UNDO, step, deltas);
  trio_model_notify_history (self);
  return TRUE;
}

/**
 * trio_model_undo:
 * @self: a model
 * @error: return location for an error: %TRIO_ERROR_NOTHING when there is nothing to undo,
 *   %TRIO_ERROR_DAMAGED when the log cannot be read or does not fit
 *
 * Takes the newest step back.
 *
 * Returns: whether a step was undone; if not, nothing has changed
 */
gboolean
trio_model_undo (TrioModel *self, GError **error)
{
  return move_step (self, FALSE, error);
}

/**
 * trio_model_redo:
 * @self: a model
 * @error: return location for an error: %TRIO_ERROR_NOTHING when there is nothing to redo,
 *   %TRIO_ERROR_DAMAGED when the log cannot be read or does not fit
 *
 * Does the step that was undone last again.
 *
 * Returns: whether a step was done again; if not, nothing has changed
 */
gboolean
trio_model_redo (TrioModel *self, GError **error)
{
  return move_step (self, TRUE, error);
}

/**
 * trio_model_seal_step:
 * @self: a model
 *
 * Ends a stretch of typing or nudging: what follows is a step of its own even if it has the
 * same merge key. For instance when the focus leaves a text.
 */
void
trio_model_seal_step (TrioModel *self)
{
  trio_history_seal (self->history);
}

/**
 * trio_model_redact:
 * @self: a model
 * @object: number of an object
 * @field: a text field of it
 * @text: what to put in place of every wording
 *
 * Replaces a text in the object and in all of the history in memory, outside the log: there
 * is no undo. Only the store calls this, because it must clean the file and its backups too.
 */
void
trio_model_redact (TrioModel *self, TrioId object, guint field, const char *text)
{
  g_autoptr (GArray) deltas = NULL;
  TrioStamp stamp = trio_model_next_stamp (self);
  TrioRecord *before = g_hash_table_lookup (self->records, &object);
  TrioDelta delta;

  trio_history_redact (self->history, object, field, text);
  if (before == NULL || trio_record_is_null (before, field))
    return;
  delta.before = trio_record_ref (before);
  delta.after = trio_record_copy (before);
  trio_record_take_value (delta.after, field, trio_value_text (text));
  delta.after->stamps[trio_kind_get_info (before->kind)->fields[field].group] = stamp;
  deltas = g_array_new (FALSE, FALSE, sizeof (TrioDelta));
  g_array_set_clear_func (deltas, (GDestroyNotify)trio_delta_clear);
  g_array_append_val (deltas, delta);
  trio_model_apply_deltas (self, deltas);
}
