/* trio-commands-followup.c: what is to be done after the day, and which day came before. */
#include "config.h"

#include "model/trio-commands-followup.h"

/**
 * trio_command_add_followup:
 * @model: a model
 * @error: return location for an error
 *
 * Adds something to be done, after all others and without words yet.
 *
 * Returns: its number, or 0
 */
TrioId
trio_command_add_followup (TrioModel *model, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-followup");
  TrioId followup = trio_edit_create (edit, TRIO_KIND_FOLLOWUP);

  trio_edit_place_last (edit, followup, TRIO_NO_FIELD, 0);
  return trio_edit_commit (edit, error) ? followup : 0;
}

/**
 * trio_command_delete_followup:
 * @model: a model
 * @followup: number of a follow-up
 * @error: return location for an error
 *
 * Deletes something to be done.
 *
 * Returns: whether it was deleted
 */
gboolean
trio_command_delete_followup (TrioModel *model, TrioId followup, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "delete-followup");

  trio_edit_delete (edit, followup);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_set_followup_done:
 * @model: a model
 * @followup: number of a follow-up
 * @done: whether it has been done
 * @error: return location for an error
 *
 * Ticks something off, or takes the tick away.
 *
 * Returns: whether it was set
 */
gboolean
trio_command_set_followup_done (TrioModel *model, TrioId followup, gboolean done, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-followup");

  trio_edit_set_int (edit, followup, TRIO_FOLLOWUP_STATE,
                     done ? TRIO_FOLLOWUP_DONE : TRIO_FOLLOWUP_OPEN);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_set_followup_theme:
 * @model: a model
 * @followup: number of a follow-up
 * @theme: number of the theme that it belongs to, or 0 for none
 * @error: return location for an error
 *
 * Puts something to be done under a theme.
 *
 * Returns: whether it was put there
 */
gboolean
trio_command_set_followup_theme (TrioModel *model, TrioId followup, TrioId theme, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-followup");

  trio_edit_set_ref (edit, followup, TRIO_FOLLOWUP_THEME, theme);
  return trio_edit_commit (edit, error);
}

/**
 * trio_edit_set_parent:
 * @edit: an edit of a workshop
 * @parent: the event that it goes back to
 *
 * Remembers the earlier event, so that documents can name it without its file.
 */
void
trio_edit_set_parent (TrioEdit *edit, TrioSnapshot *parent)
{
  static const struct
  {
    guint from;
    guint to;
  } fields[] = {
    { TRIO_WORKSHOP_TITLE, TRIO_WORKSHOP_PARENT_TITLE },
    { TRIO_WORKSHOP_EVENT_KIND, TRIO_WORKSHOP_PARENT_KIND },
    { TRIO_WORKSHOP_START, TRIO_WORKSHOP_PARENT_DATE },
    { TRIO_WORKSHOP_INVITING_BODY, TRIO_WORKSHOP_PARENT_BODY },
    { TRIO_WORKSHOP_PARTICIPANTS, TRIO_WORKSHOP_PARENT_PARTICIPANTS },
  };
  TrioId workshop = trio_model_get_workshop_record (trio_edit_get_model (edit))->id;
  const TrioRecord *record = trio_snapshot_get_workshop (parent);
  g_autofree char *uuid = NULL;

  g_return_if_fail (record != NULL);

  uuid = trio_uuid_to_text (&record->uuid);
  trio_edit_set_text (edit, workshop, TRIO_WORKSHOP_PARENT_ID, uuid);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    trio_edit_set_text (edit, workshop, fields[i].to,
                        trio_record_get_text (record, fields[i].from));
}

/**
 * trio_command_set_parent:
 * @model: a model
 * @parent: the event that the workshop goes back to
 * @error: return location for an error
 *
 * Remembers the earlier event, as one step.
 *
 * Returns: whether it was remembered
 */
gboolean
trio_command_set_parent (TrioModel *model, TrioSnapshot *parent, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "link-parent");

  trio_edit_set_parent (edit, parent);
  return trio_edit_commit (edit, error);
}
