/* trio-reading-order.c: in which order people read notes: theme, station, cluster, note.
 *
 * Board, outline and commands on a selection share this order, so that "the first of the
 * selected" is the same note everywhere.
 */
#include "config.h"

#include "model/trio-reading-order.h"

/* Two objects of one kind by a rank; a missing one goes last, as loose notes do. */
static int
compare_objects (TrioModel *model, TrioId a, TrioId b, guint rank)
{
  const TrioRecord *x = a != 0 ? trio_model_get_record (model, a) : NULL;
  const TrioRecord *y = b != 0 ? trio_model_get_record (model, b) : NULL;

  if (x == y)
    return 0;
  if (x == NULL || y == NULL)
    return x == NULL ? 1 : -1;
  return trio_record_compare_by (x, y, rank);
}

static TrioId
theme_of (TrioModel *model, TrioId station)
{
  const TrioRecord *record = trio_model_get_record (model, station);

  return record != NULL ? trio_record_get_ref (record, TRIO_STATION_THEME) : 0;
}

/**
 * trio_reading_order_compare:
 * @model: the workshop
 * @a: a note
 * @b: another note
 *
 * Compares two notes by theme, station, cluster and place. Notes outside clusters follow those
 * of their station that have one, in the order of capture.
 *
 * Returns: less than, equal to or greater than 0
 */
int
trio_reading_order_compare (TrioModel *model, const TrioRecord *a, const TrioRecord *b)
{
  TrioId station_a = trio_record_get_ref (a, TRIO_NOTE_STATION);
  TrioId station_b = trio_record_get_ref (b, TRIO_NOTE_STATION);
  TrioId cluster_a = trio_record_get_ref (a, TRIO_NOTE_CLUSTER);
  TrioId cluster_b = trio_record_get_ref (b, TRIO_NOTE_CLUSTER);
  int order;

  if (station_a != station_b)
    {
      order = compare_objects (model, theme_of (model, station_a), theme_of (model, station_b),
                               TRIO_THEME_RANK);
      return order != 0 ? order : compare_objects (model, station_a, station_b, TRIO_STATION_RANK);
    }
  if (cluster_a != cluster_b)
    return compare_objects (model, cluster_a, cluster_b, TRIO_CLUSTER_RANK);
  return trio_record_compare_by (a, b, cluster_a != 0 ? TRIO_NOTE_PLACE : TRIO_NOTE_RANK);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer model)
{
  return trio_reading_order_compare (model, *(const TrioRecord *const *)a,
                                     *(const TrioRecord *const *)b);
}

/**
 * trio_reading_order_sort:
 * @model: the workshop
 * @notes: (element-type TrioId): numbers of notes
 *
 * Puts notes into the order in which people read them. Numbers that no note has are taken out.
 */
void
trio_reading_order_sort (TrioModel *model, GArray *notes)
{
  g_autoptr (GPtrArray) records = g_ptr_array_sized_new (notes->len);

  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *record = trio_model_get_record (model, g_array_index (notes, TrioId, i));

      if (record != NULL && record->kind == TRIO_KIND_NOTE)
        g_ptr_array_add (records, (gpointer)record);
    }
  g_ptr_array_sort_with_data (records, compare_cb, model);

  g_array_set_size (notes, 0);
  for (guint i = 0; i < records->len; i++)
    g_array_append_val (notes, ((const TrioRecord *)g_ptr_array_index (records, i))->id);
}
