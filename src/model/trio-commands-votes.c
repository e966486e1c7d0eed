/* trio-commands-votes.c: votes for notes and clusters, as edits. */
#include "config.h"

#include "model/trio-commands.h"
#include "model/trio-commands-private.h"

static const char *
name_step (TrioModel *model, TrioId first, int votes)
{
  const TrioRecord *record = trio_model_get_record (model, first);

  if (record != NULL && record->kind == TRIO_KIND_CLUSTER)
    return votes < 0 ? "unvote-cluster" : "vote-cluster";
  return votes < 0 ? "unvote-notes" : "vote-notes";
}

/* Notes and clusters have votes; anything else makes the edit fail. */
static const TrioRecord *
get_voted (TrioEdit *edit, TrioId object, guint *field)
{
  const TrioRecord *record = trio_edit_get (edit, object);

  if (record != NULL && record->kind == TRIO_KIND_CLUSTER)
    {
      *field = TRIO_CLUSTER_VOTES;
      trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_CLUSTER_TITLE));
      return record;
    }
  *field = TRIO_NOTE_VOTES;
  return trio_edit_get_of_kind (edit, object, TRIO_KIND_NOTE);
}

/**
 * trio_command_vote:
 * @model: a model
 * @objects: (array length=n_objects): numbers of notes, or of clusters
 * @n_objects: how many
 * @votes: how many votes each of them gets; negative to take votes back
 * @error: return location for an error
 *
 * Counts votes. Nothing gets fewer than none.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_vote (
    TrioModel *model, const TrioId *objects, guint n_objects, int votes, GError **error)
{
  g_autoptr (TrioEdit) edit
      = trio_edit_new (model, name_step (model, n_objects > 0 ? objects[0] : 0, votes));

  trio_edit_set_count (edit, n_objects);
  for (guint i = 0; i < n_objects; i++)
    {
      guint field;
      const TrioRecord *record = get_voted (edit, objects[i], &field);

      if (record != NULL)
        trio_edit_set_int (edit, objects[i], field,
                           CLAMP (trio_record_get_int (record, field) + votes, 0, TRIO_MAX_VOTES));
    }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_count_votes:
 * @model: a model
 * @objects: (array length=n_objects): numbers of notes, or of clusters
 * @n_objects: how many
 * @votes: how many votes each of them has, 0 … %TRIO_MAX_VOTES
 * @error: return location for an error
 *
 * Takes over votes that were counted by hand.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_count_votes (
    TrioModel *model, const TrioId *objects, guint n_objects, int votes, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "count-votes");

  for (guint i = 0; i < n_objects; i++)
    {
      guint field;

      if (get_voted (edit, objects[i], &field) != NULL)
        trio_edit_set_int (edit, objects[i], field, CLAMP (votes, 0, TRIO_MAX_VOTES));
    }
  return trio_edit_commit (edit, error);
}
