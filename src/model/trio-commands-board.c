/* trio-commands-board.c: where things lie on the board, as edits. */
#include "config.h"

#include "model/trio-commands-board.h"

#include <math.h>

#include "model/trio-commands-private.h"

/* Moves of the same thing that follow each other closely are one step. */
static void
join (TrioEdit *edit, TrioId object, guint n_objects)
{
  g_autofree char *key
      = g_strdup_printf ("nudge %" G_GINT64_FORMAT " %u", (gint64)object, n_objects);

  trio_edit_set_merge_key (edit, key);
}

static void
lay_notes (TrioEdit *edit, TrioId station, const TrioSpot *spots, guint n_spots)
{
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
}

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

  lay_notes (edit, station, spots, n_spots);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_nudge_notes:
 * @model: a model
 * @station: the station on whose board they lie
 * @spots: (array length=n_spots): notes, and where they lie
 * @n_spots: how many
 * @error: return location for an error
 *
 * Like trio_command_lay_notes(), a little at a time: a run of moves is one step.
 *
 * Returns: whether all were; if not, nothing has changed
 */
gboolean
trio_command_nudge_notes (
    TrioModel *model, TrioId station, const TrioSpot *spots, guint n_spots, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "lay-notes");

  lay_notes (edit, station, spots, n_spots);
  if (n_spots > 0)
    join (edit, spots[0].object, n_spots);
  return trio_edit_commit (edit, error);
}

static void
lay_clusters (TrioEdit *edit, TrioId moved, const TrioSpot *spots, guint n_spots)
{
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

  lay_clusters (edit, moved, spots, n_spots);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_nudge_clusters:
 * @model: a model
 * @moved: the cluster that somebody moved
 * @spots: (array length=n_spots): clusters, and where they lie
 * @n_spots: how many
 * @error: return location for an error
 *
 * Like trio_command_lay_clusters(), a little at a time: a run of moves is one step.
 *
 * Returns: whether all were; if not, nothing has changed
 */
gboolean
trio_command_nudge_clusters (
    TrioModel *model, TrioId moved, const TrioSpot *spots, guint n_spots, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "lay-cluster");

  lay_clusters (edit, moved, spots, n_spots);
  join (edit, moved, 1);
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

static void
bring_along (TrioEdit *edit, TrioId cluster, TrioId station)
{
  g_autoptr (GArray) notes = trio_model_dup_siblings (trio_edit_get_model (edit), TRIO_KIND_NOTE,
                                                      TRIO_NOTE_CLUSTER, cluster);

  trio_edit_set_null (edit, cluster, TRIO_CLUSTER_X);
  trio_edit_set_null (edit, cluster, TRIO_CLUSTER_Y);
  trio_edit_place_last (edit, cluster, TRIO_CLUSTER_STATION, station);
  trio_edit_put_notes (edit, (const TrioId *)(gpointer)notes->data, notes->len, station, cluster);
}

static gboolean
stands_there (TrioModel *model, TrioId cluster, TrioId station, TrioId before)
{
  g_autoptr (GArray) row
      = trio_model_dup_siblings (model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);
  TrioId next = 0;

  for (guint i = row->len; i > 0 && g_array_index (row, TrioId, i - 1) != cluster; i--)
    next = g_array_index (row, TrioId, i - 1);
  return before == cluster || before == next;
}

/**
 * trio_command_place_cluster:
 * @model: a model
 * @cluster: number of a cluster
 * @station: number of the station it goes to
 * @before: number of a cluster there before which it goes, or 0 for the end
 * @error: return location for an error
 *
 * Puts a cluster with its notes at a place among the clusters of a station. Where it stands already
 * there is no step.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_place_cluster (
    TrioModel *model, TrioId cluster, TrioId station, TrioId before, GError **error)
{
  const TrioRecord *now = trio_model_get_record (model, cluster);
  gboolean moves = now != NULL && now->kind == TRIO_KIND_CLUSTER
                   && trio_record_get_ref (now, TRIO_CLUSTER_STATION) != station;
  g_autoptr (TrioEdit) edit = trio_edit_new (model, moves ? "move-cluster" : "order-clusters");
  const TrioRecord *record = trio_edit_get_of_kind (edit, cluster, TRIO_KIND_CLUSTER);

  trio_edit_get_of_kind (edit, station, TRIO_KIND_STATION);
  if (record == NULL || trio_edit_has_failed (edit))
    return trio_edit_commit (edit, error);
  trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_CLUSTER_TITLE));
  if (moves)
    bring_along (edit, cluster, station);
  else if (stands_there (model, cluster, station, before))
    return trio_edit_commit (edit, error);
  if (before != 0)
    trio_edit_place_before (edit, cluster, TRIO_CLUSTER_STATION, before);
  else if (before == 0 && !moves)
    trio_edit_place_last (edit, cluster, TRIO_CLUSTER_STATION, station);
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
  const TrioRecord *record = trio_model_get_record (model, cluster);

  if (record != NULL && record->kind == TRIO_KIND_CLUSTER
      && trio_record_get_ref (record, TRIO_CLUSTER_STATION) == station)
    return TRUE;
  return trio_command_place_cluster (model, cluster, station, 0, error);
}

static void
put_new_note (TrioEdit *edit, TrioId note, const TrioNotePlace *place)
{
  if (place->cluster != 0)
    trio_edit_put_notes (edit, &note, 1, place->station, place->cluster);
  if (place->before != 0)
    trio_edit_place_before (edit, note, place->cluster != 0 ? TRIO_NOTE_CLUSTER : TRIO_NOTE_STATION,
                            place->before);
}

/**
 * trio_command_add_notes_at:
 * @model: a model
 * @place: where they go
 * @drafts: (array length=n_drafts): the notes
 * @spots: (array length=n_drafts) (nullable): where they lie on the board, when in no cluster
 * @n_drafts: how many
 * @ids: (out caller-allocates) (nullable): where the numbers of the new notes go
 * @error: return location for an error
 *
 * Adds notes somewhere among others, or somewhere on the board, as one step.
 *
 * Returns: whether all were added; if not, none was
 */
gboolean
trio_command_add_notes_at (TrioModel *model,
                           const TrioNotePlace *place,
                           const TrioNoteDraft *drafts,
                           const TrioSpot *spots,
                           guint n_drafts,
                           TrioId *ids,
                           GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-notes");

  trio_edit_set_count (edit, n_drafts);
  for (guint i = 0; i < n_drafts && !trio_edit_has_failed (edit); i++)
    {
      TrioId note = trio_edit_add_note (edit, place->station, &drafts[i]);

      if (note == 0)
        break;
      put_new_note (edit, note, place);
      if (spots != NULL && place->cluster == 0)
        {
          trio_edit_set_real (edit, note, TRIO_NOTE_X, spots[i].x);
          trio_edit_set_real (edit, note, TRIO_NOTE_Y, spots[i].y);
        }
      if (ids != NULL)
        ids[i] = note;
    }
  return trio_edit_commit (edit, error);
}
