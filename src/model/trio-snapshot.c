/* trio-snapshot.c: immutable view of the whole workshop. */
#include "model/trio-snapshot.h"

struct _TrioSnapshot
{
  gatomicrefcount refs;
  GPtrArray *by_kind[TRIO_N_KINDS]; /* of TrioRecord, in order */
  GHashTable *by_id;                /* &record->id → record, borrowed */
};

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer rank_field)
{
  return trio_record_compare_by (*(TrioRecord *const *)a, *(TrioRecord *const *)b,
                                 GPOINTER_TO_UINT (rank_field));
}

/**
 * trio_snapshot_new:
 * @records: (element-type TrioRecord): every object of a workshop
 *
 * Returns: (transfer full): a snapshot of them, sorted by the order of their kinds
 */
TrioSnapshot *
trio_snapshot_new (GPtrArray *records)
{
  TrioSnapshot *snapshot = g_new0 (TrioSnapshot, 1);

  g_atomic_ref_count_init (&snapshot->refs);
  snapshot->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    snapshot->by_kind[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);

  for (guint i = 0; i < records->len; i++)
    {
      TrioRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (snapshot->by_kind[record->kind], trio_record_ref (record));
      g_hash_table_insert (snapshot->by_id, &record->id, record);
    }
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    g_ptr_array_sort_with_data (snapshot->by_kind[kind], compare_cb,
                                GUINT_TO_POINTER (trio_kind_get_info (kind)->order));
  return snapshot;
}

/**
 * trio_snapshot_ref:
 * @snapshot: a snapshot
 *
 * Returns: (transfer full): the same snapshot
 */
TrioSnapshot *
trio_snapshot_ref (TrioSnapshot *snapshot)
{
  g_atomic_ref_count_inc (&snapshot->refs);
  return snapshot;
}

/**
 * trio_snapshot_unref:
 * @snapshot: (transfer full): a snapshot
 *
 * Gives up a reference. Safe from any thread.
 */
void
trio_snapshot_unref (TrioSnapshot *snapshot)
{
  if (!g_atomic_ref_count_dec (&snapshot->refs))
    return;
  g_hash_table_unref (snapshot->by_id);
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    g_ptr_array_unref (snapshot->by_kind[kind]);
  g_free (snapshot);
}

/**
 * trio_snapshot_get:
 * @snapshot: a snapshot
 * @id: number of an object
 *
 * Returns: (transfer none) (nullable): its record
 */
const TrioRecord *
trio_snapshot_get (TrioSnapshot *snapshot, TrioId id)
{
  return g_hash_table_lookup (snapshot->by_id, &id);
}

/**
 * trio_snapshot_get_workshop:
 * @snapshot: a snapshot
 *
 * Returns: (transfer none) (nullable): the record of the event itself
 */
const TrioRecord *
trio_snapshot_get_workshop (TrioSnapshot *snapshot)
{
  GPtrArray *workshops = snapshot->by_kind[TRIO_KIND_WORKSHOP];

  return workshops->len > 0 ? g_ptr_array_index (workshops, 0) : NULL;
}

/**
 * trio_snapshot_get_all:
 * @snapshot: a snapshot
 * @kind: a kind
 *
 * Returns: (transfer none) (element-type TrioRecord): every object of the kind, in the order
 *   of the kind
 */
GPtrArray *
trio_snapshot_get_all (TrioSnapshot *snapshot, TrioKind kind)
{
  return snapshot->by_kind[kind];
}

/**
 * trio_snapshot_dup_children:
 * @snapshot: a snapshot
 * @kind: kind of the objects wanted
 * @ref_field: the reference field of @kind to look at
 * @parent: the object it must refer to; 0 for those that refer to nothing
 *
 * For instance the notes of a station, or the notes of a cluster.
 *
 * Returns: (transfer full) (element-type TrioRecord): those objects, in the order that the
 *   field table gives for @ref_field
 */
GPtrArray *
trio_snapshot_dup_children (TrioSnapshot *snapshot, TrioKind kind, guint ref_field, TrioId parent)
{
  const TrioKindInfo *info = trio_kind_get_info (kind);
  guint order = info->fields[ref_field].order;
  GPtrArray *all = snapshot->by_kind[kind];
  GPtrArray *children = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);

  for (guint i = 0; i < all->len; i++)
    {
      TrioRecord *record = g_ptr_array_index (all, i);

      if (trio_record_get_ref (record, ref_field) == parent)
        g_ptr_array_add (children, trio_record_ref (record));
    }
  if (order != info->order)
    g_ptr_array_sort_with_data (children, compare_cb, GUINT_TO_POINTER (order));
  return children;
}

/**
 * trio_snapshot_find_station:
 * @snapshot: a snapshot
 * @number: number of a station
 *
 * Returns: (transfer none) (nullable): the first station with that number
 */
const TrioRecord *
trio_snapshot_find_station (TrioSnapshot *snapshot, gint64 number)
{
  GPtrArray *stations = snapshot->by_kind[TRIO_KIND_STATION];

  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *station = g_ptr_array_index (stations, i);

      if (trio_record_get_int (station, TRIO_STATION_NUMBER) == number)
        return station;
    }
  return NULL;
}

/**
 * trio_snapshot_find_uuid:
 * @snapshot: a snapshot
 * @uuid: an identity
 *
 * Returns: (transfer none) (nullable): the object with that identity
 */
const TrioRecord *
trio_snapshot_find_uuid (TrioSnapshot *snapshot, const TrioUuid *uuid)
{
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    for (guint i = 0; i < snapshot->by_kind[kind]->len; i++)
      {
        const TrioRecord *record = g_ptr_array_index (snapshot->by_kind[kind], i);

        if (trio_uuid_equal (&record->uuid, uuid))
          return record;
      }
  return NULL;
}
