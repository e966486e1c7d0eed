/* trio-edit.c: an edit is a working set, a name for the step, and the first error. */
#include "config.h"

#include "model/trio-edit.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "model/trio-model-private.h"

struct _TrioEdit
{
  TrioModel *model;
  TrioWorkingSet *set;
  TrioStep *step;
  GError *error;
  gboolean committed;
};

/**
 * trio_edit_new:
 * @model: the model to change
 * @action: untranslated name of what the user does, such as "add-notes"; see
 *   trio_action_dup_label()
 *
 * Starts collecting changes.
 *
 * Returns: (transfer full): the edit
 */
TrioEdit *
trio_edit_new (TrioModel *model, const char *action)
{
  TrioEdit *self = g_new0 (TrioEdit, 1);

  self->model = g_object_ref (model);
  self->set = trio_working_set_new (model);
  self->step = trio_step_new (action);
  return self;
}

/**
 * trio_edit_free:
 * @self: (transfer full): an edit
 *
 * Drops an edit. Without trio_edit_commit() nothing has happened.
 */
void
trio_edit_free (TrioEdit *self)
{
  trio_working_set_free (self->set);
  trio_step_unref (self->step);
  g_clear_error (&self->error);
  g_object_unref (self->model);
  g_free (self);
}

/**
 * trio_edit_get_model:
 * @self: an edit
 *
 * Returns: (transfer none): the model that it will change
 */
TrioModel *
trio_edit_get_model (TrioEdit *self)
{
  return self->model;
}

/**
 * trio_edit_set_subject:
 * @self: an edit
 * @subject: name of what it is done to, for the undo menu; never a note's words
 *
 * Names the thing that the step is about.
 */
void
trio_edit_set_subject (TrioEdit *self, const char *subject)
{
  g_free (self->step->subject);
  self->step->subject = g_strdup (subject);
}

/**
 * trio_edit_set_count:
 * @self: an edit
 * @count: to how many things it is done
 *
 * Sets the number that the undo menu shows.
 */
void
trio_edit_set_count (TrioEdit *self, guint count)
{
  self->step->count = count;
}

/**
 * trio_edit_set_merge_key:
 * @self: an edit
 * @merge_key: steps with the same key that follow within three seconds become one
 *
 * For typing and nudging.
 */
void
trio_edit_set_merge_key (TrioEdit *self, const char *merge_key)
{
  g_free (self->step->merge_key);
  self->step->merge_key = g_strdup (merge_key);
}

/**
 * trio_edit_fail:
 * @self: an edit
 * @error: (transfer full): why it must not happen
 *
 * Makes the edit fail when it is committed, unless it has failed already.
 */
void
trio_edit_fail (TrioEdit *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

/**
 * trio_edit_has_failed:
 * @self: an edit
 *
 * Returns: whether a change was refused already, so that the rest may be skipped
 */
gboolean
trio_edit_has_failed (TrioEdit *self)
{
  return self->error != NULL;
}

static void
fill_defaults (TrioRecord *record)
{
  const TrioKindInfo *info = trio_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const TrioField *field = &info->fields[i];

      if (field->flags & TRIO_FIELD_NULLABLE)
        continue;
      switch (field->type)
        {
        case TRIO_FIELD_LINE:
        case TRIO_FIELD_TEXT:
        case TRIO_FIELD_DATE:
        case TRIO_FIELD_RANK:
          trio_record_take_value (record, i, trio_value_text (""));
          break;
        case TRIO_FIELD_REAL:
          trio_record_take_value (record, i, trio_value_real (field->min > 0 ? field->min : 0));
          break;
        case TRIO_FIELD_INT:
        case TRIO_FIELD_BOOL:
        case TRIO_FIELD_ENUM:
        case TRIO_FIELD_TIME:
          trio_record_take_value (record, i, trio_value_int (MAX (field->min, 0)));
          break;
        case TRIO_FIELD_REF:
          break;
        }
    }
}

/**
 * trio_edit_create:
 * @self: an edit
 * @kind: a kind
 *
 * Creates an object with default values; references and required texts are to be set before
 * the edit is committed.
 *
 * Returns: its number, which later changes of the same edit can use
 */
TrioId
trio_edit_create (TrioEdit *self, TrioKind kind)
{
  return trio_edit_create_with_uuid (self, kind, NULL);
}

/**
 * trio_edit_create_with_uuid:
 * @self: an edit
 * @kind: a kind
 * @uuid: (nullable): the identity that the object has elsewhere, or %NULL for a new one
 *
 * Like trio_edit_create(), for what comes from another file.
 *
 * Returns: its number
 */
TrioId
trio_edit_create_with_uuid (TrioEdit *self, TrioKind kind, const TrioUuid *uuid)
{
  TrioRecord *record = trio_record_new (kind, trio_model_take_id (self->model), uuid);

  fill_defaults (record);
  trio_working_set_add (self->set, record);
  return record->id;
}

static TrioRecord *
open_record (TrioEdit *self, TrioId id)
{
  TrioRecord *record;

  if (self->error != NULL)
    return NULL;
  record = trio_working_set_open (self->set, id);
  if (record == NULL)
    g_set_error_literal (&self->error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                         _ ("What you want to change is not there any more."));
  return record;
}

/**
 * trio_edit_delete:
 * @self: an edit
 * @id: number of an object
 *
 * Deletes an object. What cannot be without it goes too when the edit is committed, and
 * other references to it are cleared.
 */
void
trio_edit_delete (TrioEdit *self, TrioId id)
{
  if (open_record (self, id) != NULL)
    trio_working_set_remove (self->set, id);
}

/**
 * trio_edit_set_value:
 * @self: an edit
 * @id: number of an object
 * @field: index of a field of its kind
 * @value: the new value
 *
 * Sets a field. A value that the field does not accept makes the edit fail.
 */
void
trio_edit_set_value (TrioEdit *self, TrioId id, guint field, const TrioValue *value)
{
  TrioRecord *record = open_record (self, id);

  if (record == NULL)
    return;
  g_return_if_fail (field < record->n_values);
  if (!trio_field_check (record->kind, field, value, &self->error))
    return;
  trio_record_take_value (record, field, trio_value_copy (value));
}

/**
 * trio_edit_set_text:
 * @self: an edit
 * @id: number of an object
 * @field: index of a text field of its kind
 * @text: UTF-8 text
 *
 * Sets a text.
 */
void
trio_edit_set_text (TrioEdit *self, TrioId id, guint field, const char *text)
{
  g_auto (TrioValue) value = trio_value_text (text);

  trio_edit_set_value (self, id, field, &value);
}

/**
 * trio_edit_set_int:
 * @self: an edit
 * @id: number of an object
 * @field: index of a whole-number field of its kind
 * @integer: the number
 *
 * Sets a number, a truth value, a choice or a moment.
 */
void
trio_edit_set_int (TrioEdit *self, TrioId id, guint field, gint64 integer)
{
  TrioValue value = trio_value_int (integer);

  trio_edit_set_value (self, id, field, &value);
}

/**
 * trio_edit_set_real:
 * @self: an edit
 * @id: number of an object
 * @field: index of a real-number field of its kind
 * @real: the number
 *
 * Sets a real number.
 */
void
trio_edit_set_real (TrioEdit *self, TrioId id, guint field, double real)
{
  TrioValue value = trio_value_real (real);

  trio_edit_set_value (self, id, field, &value);
}

/**
 * trio_edit_set_ref:
 * @self: an edit
 * @id: number of an object
 * @field: index of a reference field of its kind
 * @target: number of the object to refer to; 0 for none
 *
 * Sets a reference.
 */
void
trio_edit_set_ref (TrioEdit *self, TrioId id, guint field, TrioId target)
{
  if (target == 0)
    trio_edit_set_null (self, id, field);
  else
    trio_edit_set_int (self, id, field, target);
}

/**
 * trio_edit_set_null:
 * @self: an edit
 * @id: number of an object
 * @field: index of a field of its kind that may be without value
 *
 * Takes a value away.
 */
void
trio_edit_set_null (TrioEdit *self, TrioId id, guint field)
{
  TrioValue value = TRIO_VALUE_INIT;

  trio_edit_set_value (self, id, field, &value);
}

static guint
order_of (TrioKind kind, guint ref_field)
{
  const TrioKindInfo *info = trio_kind_get_info (kind);

  return ref_field != TRIO_NO_FIELD ? info->fields[ref_field].order : info->order;
}

/**
 * trio_edit_place_last:
 * @self: an edit
 * @id: number of an object
 * @ref_field: the reference field that puts it among its siblings, or %TRIO_NO_FIELD for all
 *   objects of its kind
 * @parent: the object whose child it becomes; ignored for %TRIO_NO_FIELD
 *
 * Puts the object under @parent, after all siblings.
 */
void
trio_edit_place_last (TrioEdit *self, TrioId id, guint ref_field, TrioId parent)
{
  TrioRecord *record = open_record (self, id);
  guint order;
  g_autofree char *rank = NULL;

  if (record == NULL)
    return;
  order = order_of (record->kind, ref_field);
  g_return_if_fail (order != TRIO_NO_FIELD);
  rank = trio_working_set_make_last_rank (self->set, record->kind, ref_field, parent, order);
  if (ref_field != TRIO_NO_FIELD)
    trio_edit_set_ref (self, id, ref_field, parent);
  trio_edit_set_text (self, id, order, rank);
}

/**
 * trio_edit_place_before:
 * @self: an edit
 * @id: number of an object
 * @ref_field: the reference field that puts it among its siblings, or %TRIO_NO_FIELD
 * @sibling: another object of the same kind
 *
 * Puts the object under the parent of @sibling, right before it.
 */
void
trio_edit_place_before (TrioEdit *self, TrioId id, guint ref_field, TrioId sibling)
{
  TrioRecord *record = open_record (self, id);
  const TrioRecord *next = trio_edit_get (self, sibling);
  guint order;
  TrioId parent;
  g_autofree char *rank = NULL;

  if (record == NULL || next == NULL || id == sibling)
    return;
  g_return_if_fail (next->kind == record->kind);
  order = order_of (record->kind, ref_field);
  parent = ref_field != TRIO_NO_FIELD ? trio_record_get_ref (next, ref_field) : 0;
  rank = trio_working_set_make_rank_before (self->set, next, ref_field, order, id);
  if (ref_field != TRIO_NO_FIELD)
    trio_edit_set_ref (self, id, ref_field, parent);
  trio_edit_set_text (self, id, order, rank);
}

/**
 * trio_edit_get:
 * @self: an edit
 * @id: number of an object
 *
 * Returns: (transfer none) (nullable): the object as it would be if the edit were committed
 *   now; valid until the next change of it
 */
const TrioRecord *
trio_edit_get (TrioEdit *self, TrioId id)
{
  return trio_working_set_get (self->set, id);
}

/**
 * trio_edit_commit:
 * @self: an edit that was not committed yet
 * @error: return location for the first error of the domain %TRIO_ERROR
 *
 * Checks everything and makes it part of the model, as one step. An edit that changes
 * nothing succeeds and leaves no step.
 *
 * Returns: whether the model is as the edit wants it; if not, nothing has changed
 */
gboolean
trio_edit_commit (TrioEdit *self, GError **error)
{
  g_autoptr (GArray) deltas = NULL;
  TrioStamp stamp;

  g_return_val_if_fail (!self->committed, FALSE);

  if (self->error == NULL && trio_model_get_read_only (self->model))
    g_set_error_literal (&self->error, TRIO_ERROR, TRIO_ERROR_READ_ONLY,
                         _ ("This workshop is open for reading only. Save a copy to change it."));
  if (self->error == NULL)
    {
      trio_working_set_cascade (self->set);
      trio_working_set_check (self->set, &self->error);
    }
  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }

  self->committed = TRUE;
  stamp = trio_model_next_stamp (self->model);
  deltas = trio_working_set_finish (self->set, &stamp);
  if (deltas->len == 0)
    return TRUE;
  self->step->time = g_get_real_time ();
  trio_model_commit_deltas (self->model, self->step, deltas);
  return TRUE;
}
