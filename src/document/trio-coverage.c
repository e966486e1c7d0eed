/* trio-coverage.c: from the links of summaries to the inputs that nobody has used. */
#include "config.h"

#include "document/trio-coverage.h"

/* The note that stands for all of its stack. */
static const TrioRecord *
find_top (TrioSnapshot *snapshot, const TrioRecord *note)
{
  TrioId id = trio_record_get_ref (note, TRIO_NOTE_STACK);
  const TrioRecord *top = id != 0 ? trio_snapshot_get (snapshot, id) : NULL;

  return top != NULL ? top : note;
}

/* The notes that the summaries of a theme rest on, by the top of their stack. */
static GHashTable *
list_supports (TrioSnapshot *snapshot, TrioId theme)
{
  GPtrArray *links = trio_snapshot_get_all (snapshot, TRIO_KIND_LINK);
  GHashTable *supports = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const TrioRecord *link = g_ptr_array_index (links, i);
      const TrioRecord *summary
          = trio_snapshot_get (snapshot, trio_record_get_ref (link, TRIO_LINK_SUMMARY));
      const TrioRecord *note
          = trio_snapshot_get (snapshot, trio_record_get_ref (link, TRIO_LINK_NOTE));

      if (summary != NULL && note != NULL
          && trio_record_get_ref (summary, TRIO_SUMMARY_THEME) == theme)
        g_hash_table_add (supports, (gpointer)find_top (snapshot, note));
    }
  return supports;
}

/**
 * trio_coverage_list_notes:
 * @snapshot: a workshop
 * @theme: number of a theme
 *
 * Returns: (transfer container) (element-type TrioRecord): the inputs of the theme that documents
 *   show; they live as long as @snapshot
 */
GPtrArray *
trio_coverage_list_notes (TrioSnapshot *snapshot, TrioId theme)
{
  GPtrArray *all = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);
  GPtrArray *notes = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TrioRecord *note = g_ptr_array_index (all, i);
      const TrioRecord *station
          = trio_snapshot_get (snapshot, trio_record_get_ref (note, TRIO_NOTE_STATION));

      if (station != NULL && trio_record_get_ref (station, TRIO_STATION_THEME) == theme
          && trio_record_get_int (note, TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL)
        g_ptr_array_add (notes, note);
    }
  return notes;
}

/**
 * trio_coverage_list_uncovered:
 * @snapshot: a workshop
 * @theme: number of a theme
 *
 * Lists what no summary rests on. Inputs in a stack say the same: a link to one of them covers all.
 *
 * Returns: (transfer container) (element-type TrioRecord): those of trio_coverage_list_notes() that
 *   no summary of the theme rests on; they live as long as @snapshot
 */
GPtrArray *
trio_coverage_list_uncovered (TrioSnapshot *snapshot, TrioId theme)
{
  g_autoptr (GHashTable) supports = list_supports (snapshot, theme);
  g_autoptr (GPtrArray) notes = trio_coverage_list_notes (snapshot, theme);
  GPtrArray *uncovered = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    if (!g_hash_table_contains (supports, find_top (snapshot, notes->pdata[i])))
      g_ptr_array_add (uncovered, notes->pdata[i]);
  return uncovered;
}
