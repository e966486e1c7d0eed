/* trio-commands-board.c: where things lie on the board, as edits. */
#include "config.h"

#include "model/trio-commands-board.h"

#include <math.h>

#include "model/trio-commands-private.h"

/**
 * trio_command_lay_notes:
 * @model: a model
 * @station: the station on whose board they lie
 * @spots: (array length=n_spots): notes, and where they lie
 * @n_spots: how many
 * @error: return location for an error
 *
 * Lays notes freely on a board, out of their clusters. Those at another station move there. A
 * place that is not a number lets the board choose one.
 *
 * Returns: whether all were; if not, nothing has changed
 */
gboolean
trio_command_lay_notes (
    TrioModel *model, TrioId station, const TrioSpot *spots, guint n_spots, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "lay-notes");
  g_autofree TrioId *notes = g_new (TrioId, n_spots + 1);

  trio_edit_set_count (edit, n_spots);
  for (guint i = 0; i < n_spots; i++)
    notes[i] = spots[i].object;
  trio_edit_put_notes (edit, notes, n_spots, station, 0);
  for (guint i = 0; i < n_spots && !trio_edit_has_failed (edit); i++)
    if (isnan (spots[i].x) || isnan (spots[i].y))
      {
        trio_edit_set_null (edit, notes[i], TRIO_NOTE_X);
        trio_edit_set_null (edit, notes[i], TRIO_NOTE_Y);
      }
    else
      {
        trio_edit_set_real (edit, notes[i], TRIO_NOTE_X, spots[i].x);
        trio_edit_set_real (edit, notes[i], TRIO_NOTE_Y, spots[i].y);
      }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_lay_clusters:
 * @model: a model
 * @moved: the cluster that somebody moved
 * @spots: (array length=n_spots): clusters, and where they lie
 * @n_spots: how many
 * @error: return location for an error
 *
 * Lays clusters freely on their board. When the first one is moved, the others of the board
 * get their present places with it, so that they do not move up.
 *
 * Returns: whether all were; if not, nothing has changed
 */
gboolean
trio_command_lay_clusters (
    TrioModel *model, TrioId moved, const TrioSpot *spots, guint n_spots, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "lay-cluster");
  const TrioRecord *record = trio_edit_get_of_kind (edit, moved, TRIO_KIND_CLUSTER);

  if (record != NULL)
    trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_CLUSTER_TITLE));
  for (guint i = 0; i < n_spots && !trio_edit_has_failed (edit); i++)
    {
      if (trio_edit_get_of_kind (edit, spots[i].object, TRIO_KIND_CLUSTER) == NULL)
        break;
      trio_edit_set_real (edit, spots[i].object, TRIO_CLUSTER_X, spots[i].x);
      trio_edit_set_real (edit, spots[i].object, TRIO_CLUSTER_Y, spots[i].y);
    }
  return trio_edit_commit (edit, error);
}

static void
forget_places (TrioEdit *edit, GArray *objects, guint x_field, guint y_field)
{
  for (guint i = 0; i < objects->len; i++)
    {
      TrioId id = g_array_index (objects, TrioId, i);
      const TrioRecord *record = trio_edit_get (edit, id);

      if (trio_record_is_null (record, x_field) && trio_record_is_null (record, y_field))
        continue;
      trio_edit_set_null (edit, id, x_field);
      trio_edit_set_null (edit, id, y_field);
    }
}

/**
 * trio_command_tidy_board:
 * @model: a model
 * @station: number of the station
 * @error: return location for an error
 *
 * Lets the board of a station lay out everything by itself again.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_tidy_board (TrioModel *model, TrioId station, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "tidy-board");
  g_autoptr (GArray) clusters
      = trio_model_dup_siblings (model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);
  g_autoptr (GArray) notes
      = trio_model_dup_siblings (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);

  trio_edit_get_of_kind (edit, station, TRIO_KIND_STATION);
  if (!trio_edit_has_failed (edit))
    {
      forget_places (edit, clusters, TRIO_CLUSTER_X, TRIO_CLUSTER_Y);
      forget_places (edit, notes, TRIO_NOTE_X, TRIO_NOTE_Y);
    }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_move_cluster:
 * @model: a model
 * @cluster: number of a cluster
 * @station: number of the station it goes to
 * @error: return location for an error
 *
 * Moves a cluster with its notes to the end of another station.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_move_cluster (TrioModel *model, TrioId cluster, TrioId station, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "move-cluster");
  const TrioRecord *record = trio_edit_get_of_kind (edit, cluster, TRIO_KIND_CLUSTER);

  trio_edit_get_of_kind (edit, station, TRIO_KIND_STATION);
  if (record != NULL && !trio_edit_has_failed (edit)
      && trio_record_get_ref (record, TRIO_CLUSTER_STATION) != station)
    {
      g_autoptr (GArray) notes
          = trio_model_dup_siblings (model, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER, cluster);

      trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_CLUSTER_TITLE));
      trio_edit_set_null (edit, cluster, TRIO_CLUSTER_X);
      trio_edit_set_null (edit, cluster, TRIO_CLUSTER_Y);
      trio_edit_place_last (edit, cluster, TRIO_CLUSTER_STATION, station);
      trio_edit_put_notes (edit, (const TrioId *)(gpointer)notes->data, notes->len, station,
                           cluster);
    }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_add_note_at:
 * @model: a model
 * @station: number of a station
 * @cluster: number of the cluster it goes to, or 0
 * @draft: the note
 * @spot: (nullable): where it lies on the board, when it is in no cluster
 * @error: return location for an error
 *
 * Adds a note at the end of a station and of a cluster, or somewhere on the board, as one step.
 *
 * Returns: number of the new note, or 0
 */
TrioId
trio_command_add_note_at (TrioModel *model,
                          TrioId station,
                          TrioId cluster,
                          const TrioNoteDraft *draft,
                          const TrioSpot *spot,
                          GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-notes");
  TrioId note = trio_edit_add_note (edit, station, draft);

  if (note != 0 && cluster != 0)
    trio_edit_put_notes (edit, &note, 1, station, cluster);
  else if (note != 0 && spot != NULL)
    {
      trio_edit_set_real (edit, note, TRIO_NOTE_X, spot->x);
      trio_edit_set_real (edit, note, TRIO_NOTE_Y, spot->y);
    }
  return trio_edit_commit (edit, error) ? note : 0;
}
