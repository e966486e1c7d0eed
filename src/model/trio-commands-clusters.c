/* trio-commands-clusters.c: what people do with clusters, as edits. */
#include "config.h"

#include "model/trio-commands.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "model/trio-commands-private.h"
#include "model/trio-model-private.h"

/* Which notes an edit moves, and how many of them. */
static GHashTable *
make_set (const TrioId *notes, guint n_notes)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_notes; i++)
    g_hash_table_add (set, (gpointer)&notes[i]);
  return set;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  TrioId x = *(const TrioId *)a;
  TrioId y = *(const TrioId *)b;

  return (x > y) - (x < y);
}

/* What lies in a stack goes where the note on top goes. */
static GArray *
dup_with_stacks (TrioModel *model, const TrioId *notes, guint n_notes, GHashTable *set)
{
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (TrioId), n_notes);
  g_autoptr (GArray) below = g_array_new (FALSE, FALSE, sizeof (TrioId));
  GHashTableIter iter;
  gpointer value;

  if (n_notes > 0)
    g_array_append_vals (all, notes, n_notes);
  g_hash_table_iter_init (&iter, trio_model_get_records (model));
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TrioRecord *record = value;
      TrioId top;

      if (record->kind != TRIO_KIND_NOTE)
        continue;
      top = trio_record_get_ref (record, TRIO_NOTE_STACK);
      if (top != 0 && g_hash_table_contains (set, &top)
          && !g_hash_table_contains (set, &record->id))
        g_array_append_val (below, record->id);
    }
  g_array_sort (below, compare_ids);
  if (below->len > 0)
    g_array_append_vals (all, below->data, below->len);
  return all;
}

static void
move_to_station (TrioEdit *edit, TrioId note, TrioId station)
{
  trio_edit_set_null (edit, note, TRIO_NOTE_CLUSTER);
  trio_edit_set_null (edit, note, TRIO_NOTE_PLACE);
  trio_edit_set_null (edit, note, TRIO_NOTE_X);
  trio_edit_set_null (edit, note, TRIO_NOTE_Y);
  trio_edit_place_last (edit, note, TRIO_NOTE_STATION, station);
}

static void
leave_stack (TrioEdit *edit, const TrioRecord *record, GHashTable *moving)
{
  TrioId top = trio_record_get_ref (record, TRIO_NOTE_STACK);

  if (top != 0 && !g_hash_table_contains (moving, &top))
    trio_edit_set_null (edit, record->id, TRIO_NOTE_STACK);
}

static void
put_note (TrioEdit *edit, TrioId note, TrioId station, TrioId cluster, GHashTable *moving)
{
  const TrioRecord *record = trio_edit_get_of_kind (edit, note, TRIO_KIND_NOTE);
  gboolean is_at_station;
  gboolean is_in_cluster;

  if (record == NULL)
    return;
  is_at_station = trio_record_get_ref (record, TRIO_NOTE_STATION) == station;
  is_in_cluster = trio_record_get_ref (record, TRIO_NOTE_CLUSTER) == cluster;
  if (is_at_station && is_in_cluster)
    return;

  leave_stack (edit, record, moving);
  if (!is_at_station)
    move_to_station (edit, note, station);
  if (cluster != 0)
    {
      trio_edit_place_last (edit, note, TRIO_NOTE_CLUSTER, cluster);
      trio_edit_set_null (edit, note, TRIO_NOTE_X);
      trio_edit_set_null (edit, note, TRIO_NOTE_Y);
    }
  else
    {
      trio_edit_set_null (edit, note, TRIO_NOTE_CLUSTER);
      trio_edit_set_null (edit, note, TRIO_NOTE_PLACE);
    }
}

/**
 * trio_edit_put_notes:
 * @edit: an edit
 * @notes: (array length=n_notes): numbers of notes
 * @n_notes: how many
 * @station: number of the station they go to; 0 for where each of them is
 * @cluster: number of a cluster at that station, or 0 for outside clusters
 *
 * Puts notes behind those that are there. Stacked notes follow the one on top; one that leaves
 * without it leaves the stack. Notes that are there already stay where they are.
 */
void
trio_edit_put_notes (
    TrioEdit *edit, const TrioId *notes, guint n_notes, TrioId station, TrioId cluster)
{
  g_autoptr (GHashTable) moving = make_set (notes, n_notes);
  g_autoptr (GArray) all = dup_with_stacks (trio_edit_get_model (edit), notes, n_notes, moving);

  for (guint i = 0; i < all->len && !trio_edit_has_failed (edit); i++)
    {
      TrioId note = g_array_index (all, TrioId, i);
      const TrioRecord *record = trio_edit_get_of_kind (edit, note, TRIO_KIND_NOTE);

      if (record != NULL)
        put_note (edit, note,
                  station != 0 ? station : trio_record_get_ref (record, TRIO_NOTE_STATION), cluster,
                  moving);
    }
}

/* Its station, or 0 and a failed edit. */
static TrioId
station_of_cluster (TrioEdit *edit, TrioId cluster)
{
  const TrioRecord *record = trio_edit_get_of_kind (edit, cluster, TRIO_KIND_CLUSTER);

  return record != NULL ? trio_record_get_ref (record, TRIO_CLUSTER_STATION) : 0;
}

static void
set_title_as_subject (TrioEdit *edit, TrioId cluster)
{
  const TrioRecord *record = trio_edit_get_of_kind (edit, cluster, TRIO_KIND_CLUSTER);

  if (record != NULL)
    trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_CLUSTER_TITLE));
}

/**
 * trio_command_make_cluster:
 * @model: a model
 * @station: number of the station whose board it lies on
 * @title: title of the cluster, "" while it has none
 * @notes: (array length=n_notes): numbers of notes to put in
 * @n_notes: how many
 * @error: return location for an error
 *
 * Makes a cluster of notes.
 *
 * Returns: number of the cluster, or 0
 */
TrioId
trio_command_make_cluster (TrioModel *model,
                           TrioId station,
                           const char *title,
                           const TrioId *notes,
                           guint n_notes,
                           GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "make-cluster");
  TrioId cluster = trio_edit_create (edit, TRIO_KIND_CLUSTER);

  trio_edit_set_subject (edit, title);
  trio_edit_set_text (edit, cluster, TRIO_CLUSTER_TITLE, title);
  trio_edit_place_last (edit, cluster, TRIO_CLUSTER_STATION, station);
  trio_edit_put_notes (edit, notes, n_notes, station, cluster);
  return trio_edit_commit (edit, error) ? cluster : 0;
}

/**
 * trio_command_put_in_cluster:
 * @model: a model
 * @notes: (array length=n_notes): numbers of notes
 * @n_notes: how many
 * @cluster: number of a cluster, or 0 to take the notes out of theirs
 * @error: return location for an error
 *
 * Puts notes at the end of a cluster; those at another station move there, and those that are in
 * it already keep their place.
 *
 * Returns: whether all were put; if not, none was
 */
gboolean
trio_command_put_in_cluster (
    TrioModel *model, const TrioId *notes, guint n_notes, TrioId cluster, GError **error)
{
  g_autoptr (TrioEdit) edit
      = trio_edit_new (model, cluster != 0 ? "fill-cluster" : "ungroup-notes");

  trio_edit_set_count (edit, n_notes);
  trio_edit_put_notes (edit, notes, n_notes, cluster != 0 ? station_of_cluster (edit, cluster) : 0,
                       cluster);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_split_cluster:
 * @model: a model
 * @cluster: number of a cluster
 * @notes: (array length=n_notes): numbers of the notes that leave it
 * @n_notes: how many
 * @error: return location for an error
 *
 * Makes a cluster without a title of some notes, right after the one that they leave.
 *
 * Returns: number of the new cluster, or 0
 */
TrioId
trio_command_split_cluster (
    TrioModel *model, TrioId cluster, const TrioId *notes, guint n_notes, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "split-cluster");
  TrioId station = station_of_cluster (edit, cluster);
  TrioId split = trio_edit_create (edit, TRIO_KIND_CLUSTER);
  TrioId next = 0;

  set_title_as_subject (edit, cluster);
  if (station != 0)
    {
      g_autoptr (GArray) siblings
          = trio_model_dup_siblings (model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);

      for (guint i = 0; i + 1 < siblings->len; i++)
        if (g_array_index (siblings, TrioId, i) == cluster)
          next = g_array_index (siblings, TrioId, i + 1);
      trio_edit_place_last (edit, split, TRIO_CLUSTER_STATION, station);
      if (next != 0)
        trio_edit_place_before (edit, split, TRIO_CLUSTER_STATION, next);
      trio_edit_put_notes (edit, notes, n_notes, station, split);
    }
  return trio_edit_commit (edit, error) ? split : 0;
}

/* Notes, votes and, where the first has none, the title of a cluster go over to another. */
static void
merge_into (TrioEdit *edit, TrioId into, TrioId cluster)
{
  g_autoptr (GArray) notes = trio_model_dup_siblings (trio_edit_get_model (edit), TRIO_KIND_NOTE,
                                                      TRIO_NOTE_CLUSTER, cluster);
  const TrioRecord *record = trio_edit_get_of_kind (edit, cluster, TRIO_KIND_CLUSTER);
  const TrioRecord *target = trio_edit_get_of_kind (edit, into, TRIO_KIND_CLUSTER);
  g_autofree char *title = NULL;
  gint64 votes;
  TrioId station;

  if (record == NULL || target == NULL)
    return;
  station = trio_record_get_ref (target, TRIO_CLUSTER_STATION);
  votes = trio_record_get_int (target, TRIO_CLUSTER_VOTES)
          + trio_record_get_int (record, TRIO_CLUSTER_VOTES);
  if (*trio_record_get_text (target, TRIO_CLUSTER_TITLE) == '\0')
    title = g_strdup (trio_record_get_text (record, TRIO_CLUSTER_TITLE));

  if (title != NULL)
    trio_edit_set_text (edit, into, TRIO_CLUSTER_TITLE, title);
  trio_edit_set_int (edit, into, TRIO_CLUSTER_VOTES, votes);
  trio_edit_put_notes (edit, (const TrioId *)(gpointer)notes->data, notes->len, station, into);
  trio_edit_delete (edit, cluster);
}

/**
 * trio_command_merge_clusters:
 * @model: a model
 * @clusters: (array length=n_clusters): numbers of clusters
 * @n_clusters: how many
 * @error: return location for an error
 *
 * Puts the notes of all clusters into the first, which keeps its title; if it has none it takes
 * the next one's. Votes are added up.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_merge_clusters (TrioModel *model,
                             const TrioId *clusters,
                             guint n_clusters,
                             GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "merge-clusters");

  trio_edit_set_count (edit, n_clusters);
  for (guint i = 1; i < n_clusters; i++)
    merge_into (edit, clusters[0], clusters[i]);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_dissolve_cluster:
 * @model: a model
 * @cluster: number of a cluster
 * @error: return location for an error
 *
 * Takes a cluster away; its notes stay, outside clusters.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
trio_command_dissolve_cluster (TrioModel *model, TrioId cluster, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "dissolve-cluster");
  g_autoptr (GArray) notes
      = trio_model_dup_siblings (model, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER, cluster);

  set_title_as_subject (edit, cluster);
  trio_edit_put_notes (edit, (const TrioId *)(gpointer)notes->data, notes->len, 0, 0);
  trio_edit_delete (edit, cluster);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_rename_cluster:
 * @model: a model
 * @cluster: number of a cluster
 * @title: what it is called now, "" for nothing
 * @error: return location for an error
 *
 * Gives a cluster another title.
 *
 * Returns: whether it is called so now
 */
gboolean
trio_command_rename_cluster (TrioModel *model, TrioId cluster, const char *title, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "rename-cluster");

  trio_edit_set_subject (edit, title);
  if (trio_edit_get_of_kind (edit, cluster, TRIO_KIND_CLUSTER) != NULL)
    trio_edit_set_text (edit, cluster, TRIO_CLUSTER_TITLE, title);
  return trio_edit_commit (edit, error);
}
