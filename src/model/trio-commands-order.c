/* trio-commands-order.c: the order of notes and clusters, stacks and votes, as edits. */
#include "config.h"

#include "model/trio-commands.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "model/trio-commands-private.h"
#include "model/trio-model-private.h"

/**
 * trio_model_dup_siblings:
 * @model: a model
 * @kind: kind of the children
 * @ref_field: their reference to the parent
 * @parent: number of the parent
 *
 * Returns: (transfer full) (element-type TrioId): the children in their order
 */
GArray *
trio_model_dup_siblings (TrioModel *model, TrioKind kind, guint ref_field, TrioId parent)
{
  GListModel *list = trio_model_get_children (model, kind, ref_field, parent);
  guint n = g_list_model_get_n_items (list);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (TrioId), n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) object = g_list_model_get_item (list, i);
      TrioId id = trio_object_get_id (object);

      g_array_append_val (ids, id);
    }
  return ids;
}

/* The notes beside which a note stands: those of its cluster, or the loose ones. Notes inside a
 * stack have no place of their own. */
static GArray *
dup_neighbours (TrioModel *model, TrioId station, TrioId cluster)
{
  g_autoptr (GArray) all
      = cluster != 0 ? trio_model_dup_siblings (model, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER, cluster)
                     : trio_model_dup_siblings (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (TrioId));

  for (guint i = 0; i < all->len; i++)
    {
      TrioId id = g_array_index (all, TrioId, i);
      const TrioRecord *record = trio_model_get_record (model, id);

      if (trio_record_get_ref (record, TRIO_NOTE_CLUSTER) == cluster
          && trio_record_get_ref (record, TRIO_NOTE_STACK) == 0)
        g_array_append_val (neighbours, id);
    }
  return neighbours;
}

static void
place (TrioEdit *edit, TrioId note, TrioId station, TrioId cluster, TrioId before)
{
  guint field = cluster != 0 ? TRIO_NOTE_CLUSTER : TRIO_NOTE_STATION;

  if (note == before)
    return;
  if (before != 0)
    trio_edit_place_before (edit, note, field, before);
  else
    trio_edit_place_last (edit, note, field, cluster != 0 ? cluster : station);
}

/* Whether notes stand there already, in this order: who lets go of them there changes nothing. */
static gboolean
stand_there (TrioModel *model,
             const TrioId *notes,
             guint n_notes,
             TrioId station,
             TrioId cluster,
             TrioId before)
{
  g_autoptr (GArray) row = dup_neighbours (model, station, cluster);
  guint end = 0;

  while (end < row->len && g_array_index (row, TrioId, end) != before)
    end++;
  if ((before != 0 && end == row->len) || end < n_notes)
    return FALSE;
  for (guint i = 0; i < n_notes; i++)
    if (g_array_index (row, TrioId, end - n_notes + i) != notes[i])
      return FALSE;
  return TRUE;
}

/**
 * trio_command_place_notes:
 * @model: a model
 * @notes: (array length=n_notes): numbers of notes
 * @n_notes: how many
 * @station: number of the station they go to
 * @cluster: number of a cluster at that station, or 0 for outside clusters
 * @before: number of the note before which they go, 0 for the end
 * @error: return location for an error
 *
 * Puts notes at a place among others, as a drag does. Where they stand already there is no step.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_place_notes (TrioModel *model,
                          const TrioId *notes,
                          guint n_notes,
                          TrioId station,
                          TrioId cluster,
                          TrioId before,
                          GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "order-notes");

  trio_edit_set_count (edit, n_notes);
  trio_edit_get_of_kind (edit, station, TRIO_KIND_STATION);
  trio_edit_put_notes (edit, notes, n_notes, station, cluster);
  if (!trio_edit_has_failed (edit) && stand_there (model, notes, n_notes, station, cluster, before))
    return trio_edit_commit (edit, error);
  for (guint i = 0; i < n_notes && !trio_edit_has_failed (edit); i++)
    place (edit, notes[i], station, cluster, before);
  return trio_edit_commit (edit, error);
}

static gboolean
is_among (TrioId id, const TrioId *ids, guint n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

/* Moves those of @chosen that stand in one row one place on; they end up side by side. */
static void
shift_row (TrioEdit *edit,
           guint ref_field,
           GArray *row,
           TrioId parent,
           const TrioId *chosen,
           guint n_chosen,
           int direction)
{
  guint first = G_MAXUINT;
  guint last = 0;
  TrioId before = 0;

  for (guint i = 0; i < row->len; i++)
    if (is_among (g_array_index (row, TrioId, i), chosen, n_chosen))
      {
        first = MIN (first, i);
        last = i;
      }
  if (first == G_MAXUINT || (direction < 0 && first == 0)
      || (direction > 0 && last + 1 == row->len))
    return;

  if (direction < 0)
    before = g_array_index (row, TrioId, first - 1);
  else if (last + 2 < row->len)
    before = g_array_index (row, TrioId, last + 2);
  for (guint i = first; i <= last; i++)
    {
      TrioId id = g_array_index (row, TrioId, i);

      if (!is_among (id, chosen, n_chosen))
        continue;
      if (before != 0)
        trio_edit_place_before (edit, id, ref_field, before);
      else
        trio_edit_place_last (edit, id, ref_field, parent);
    }
}

/**
 * trio_command_shift_notes:
 * @model: a model
 * @notes: (array length=n_notes): numbers of notes
 * @n_notes: how many
 * @direction: -1 for before, 1 for after
 * @error: return location for an error
 *
 * Moves notes one place on, in each cluster (and outside clusters) by itself. At the end of its
 * row nothing moves.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_shift_notes (
    TrioModel *model, const TrioId *notes, guint n_notes, int direction, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "order-notes");
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  trio_edit_set_count (edit, n_notes);
  for (guint i = 0; i < n_notes && !trio_edit_has_failed (edit); i++)
    {
      const TrioRecord *record = trio_edit_get_of_kind (edit, notes[i], TRIO_KIND_NOTE);
      g_autoptr (GArray) row = NULL;
      TrioId station, cluster, parent;

      if (record == NULL)
        break;
      station = trio_record_get_ref (record, TRIO_NOTE_STATION);
      cluster = trio_record_get_ref (record, TRIO_NOTE_CLUSTER);
      parent = cluster != 0 ? cluster : station;
      if (!g_hash_table_add (done, g_memdup2 (&parent, sizeof parent)))
        continue;
      row = dup_neighbours (model, station, cluster);
      shift_row (edit, cluster != 0 ? TRIO_NOTE_CLUSTER : TRIO_NOTE_STATION, row, parent, notes,
                 n_notes, direction);
    }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_shift_cluster:
 * @model: a model
 * @cluster: number of a cluster
 * @direction: -1 for before, 1 for after
 * @error: return location for an error
 *
 * Moves a cluster one place on among those of its station.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_shift_cluster (TrioModel *model, TrioId cluster, int direction, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "order-clusters");
  const TrioRecord *record = trio_edit_get_of_kind (edit, cluster, TRIO_KIND_CLUSTER);

  if (record != NULL)
    {
      TrioId station = trio_record_get_ref (record, TRIO_CLUSTER_STATION);
      g_autoptr (GArray) row
          = trio_model_dup_siblings (model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);

      trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_CLUSTER_TITLE));
      shift_row (edit, TRIO_CLUSTER_STATION, row, station, &cluster, 1, direction);
    }
  return trio_edit_commit (edit, error);
}

/* The notes that lie below one of @tops go below another. */
static void
hand_over_stacks (TrioEdit *edit, const TrioId *tops, guint n_tops, TrioId top)
{
  g_autoptr (GArray) below = g_array_new (FALSE, FALSE, sizeof (TrioId));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, trio_model_get_records (trio_edit_get_model (edit)));
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TrioRecord *record = value;

      if (record->kind == TRIO_KIND_NOTE && record->id != top
          && !trio_record_is_null (record, TRIO_NOTE_STACK)
          && is_among (trio_record_get_ref (record, TRIO_NOTE_STACK), tops, n_tops))
        g_array_append_val (below, record->id);
    }
  for (guint i = 0; i < below->len; i++)
    trio_edit_set_ref (edit, g_array_index (below, TrioId, i), TRIO_NOTE_STACK, top);
}

/**
 * trio_edit_stack_notes:
 * @edit: an edit
 * @top: number of the note that lies on top
 * @notes: (array length=n_notes): numbers of notes that say the same; @top may be among them
 * @n_notes: how many
 *
 * Puts notes of one station into a stack, as part of a larger edit. All wordings are kept; what lay
 * below one of them lies below @top now. The edit fails when they are of several stations.
 */
void
trio_edit_stack_notes (TrioEdit *edit, TrioId top, const TrioId *notes, guint n_notes)
{
  const TrioRecord *record = trio_edit_get_of_kind (edit, top, TRIO_KIND_NOTE);
  TrioId station, cluster;

  if (record == NULL)
    return;
  station = trio_record_get_ref (record, TRIO_NOTE_STATION);
  cluster = trio_record_get_ref (record, TRIO_NOTE_CLUSTER);
  for (guint i = 0; i < n_notes && !trio_edit_has_failed (edit); i++)
    {
      record = trio_edit_get_of_kind (edit, notes[i], TRIO_KIND_NOTE);
      if (record != NULL && trio_record_get_ref (record, TRIO_NOTE_STATION) != station)
        trio_edit_fail (
            edit, g_error_new_literal (
                      TRIO_ERROR, TRIO_ERROR_INVALID,
                      _ ("Only inputs of one station can be stacked. Move them there first.")));
    }
  if (trio_edit_has_failed (edit))
    return;
  trio_edit_put_notes (edit, notes, n_notes, station, cluster);
  hand_over_stacks (edit, notes, n_notes, top);
  for (guint i = 0; i < n_notes; i++)
    if (notes[i] != top)
      trio_edit_set_ref (edit, notes[i], TRIO_NOTE_STACK, top);
  trio_edit_set_null (edit, top, TRIO_NOTE_STACK);
}

/**
 * trio_command_stack_notes:
 * @model: a model
 * @top: number of the note that lies on top
 * @notes: (array length=n_notes): numbers of notes that say the same; @top may be among them
 * @n_notes: how many
 * @error: return location for an error
 *
 * Like trio_edit_stack_notes(), as one step.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_stack_notes (
    TrioModel *model, TrioId top, const TrioId *notes, guint n_notes, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "stack-notes");

  trio_edit_set_count (edit, n_notes);
  trio_edit_stack_notes (edit, top, notes, n_notes);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_add_to_stack:
 * @model: a model
 * @top: number of the note that says the same already
 * @draft: the note to be added
 * @error: return location for an error
 *
 * Adds a note at the station of @top and puts it into the stack there, as one step.
 *
 * Returns: number of the new note, or 0
 */
TrioId
trio_command_add_to_stack (TrioModel *model, TrioId top, const TrioNoteDraft *draft, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-notes");
  const TrioRecord *record = trio_edit_get_of_kind (edit, top, TRIO_KIND_NOTE);
  TrioId station, cluster, above, note;

  if (record == NULL)
    {
      trio_edit_commit (edit, error);
      return 0;
    }
  station = trio_record_get_ref (record, TRIO_NOTE_STATION);
  cluster = trio_record_get_ref (record, TRIO_NOTE_CLUSTER);
  above = trio_record_get_ref (record, TRIO_NOTE_STACK);
  note = trio_edit_add_note (edit, station, draft);
  if (note != 0)
    {
      if (cluster != 0)
        trio_edit_place_last (edit, note, TRIO_NOTE_CLUSTER, cluster);
      trio_edit_set_ref (edit, note, TRIO_NOTE_STACK, above != 0 ? above : top);
    }
  return trio_edit_commit (edit, error) ? note : 0;
}

/**
 * trio_command_unstack_notes:
 * @model: a model
 * @notes: (array length=n_notes): numbers of notes in stacks, or on top of them
 * @n_notes: how many
 * @error: return location for an error
 *
 * Takes notes out of their stack; for one on top, takes the whole stack apart.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_unstack_notes (TrioModel *model, const TrioId *notes, guint n_notes, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "unstack-notes");
  g_autoptr (GArray) leaving = g_array_new (FALSE, FALSE, sizeof (TrioId));
  GHashTableIter iter;
  gpointer value;

  trio_edit_set_count (edit, n_notes);
  g_hash_table_iter_init (&iter, trio_model_get_records (model));
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TrioRecord *record = value;

      if (record->kind == TRIO_KIND_NOTE && !trio_record_is_null (record, TRIO_NOTE_STACK)
          && (is_among (record->id, notes, n_notes)
              || is_among (trio_record_get_ref (record, TRIO_NOTE_STACK), notes, n_notes)))
        g_array_append_val (leaving, record->id);
    }
  for (guint i = 0; i < leaving->len; i++)
    trio_edit_set_null (edit, g_array_index (leaving, TrioId, i), TRIO_NOTE_STACK);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_delete_practice_notes:
 * @model: a model
 * @n_deleted: (out) (nullable): how many there were
 * @error: return location for an error
 *
 * Deletes every note of the rehearsal, at all stations.
 *
 * Returns: whether all were deleted; if not, none was
 */
gboolean
trio_command_delete_practice_notes (TrioModel *model, guint *n_deleted, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "delete-practice");
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  GPtrArray *notes = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *note = g_ptr_array_index (notes, i);

      if (trio_record_get_int (note, TRIO_NOTE_STATE) != TRIO_NOTE_STATE_PRACTICE)
        continue;
      trio_edit_delete (edit, note->id);
      n++;
    }
  trio_edit_set_count (edit, MAX (n, 1));
  if (n_deleted != NULL)
    *n_deleted = n;
  return trio_edit_commit (edit, error);
}
