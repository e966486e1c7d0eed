/* trio-doc-source.c: sorting a workshop for one document, in one pass over the inputs. */
#include "config.h"

#include "document/trio-doc-source-private.h"

static void
free_station (TrioDocStation *station)
{
  g_ptr_array_unref (station->notes);
  g_ptr_array_unref (station->loose);
  g_ptr_array_unref (station->clusters);
  g_free (station);
}

static void
add_theme (TrioDocSource *source, const TrioRecord *theme)
{
  guint number = g_hash_table_size (source->theme_numbers) + 1;

  if (g_hash_table_contains (source->theme_numbers, &theme->id))
    return;
  g_hash_table_insert (source->theme_numbers, (gpointer)&theme->id, GUINT_TO_POINTER (number));
  /* One that stands alone keeps its number. */
  if (source->only_theme == 0 || source->only_theme == theme->id)
    g_ptr_array_add (source->themes, (gpointer)theme);
}

static void
sort_themes (TrioDocSource *source, const TrioBuildOptions *options)
{
  const GArray *first = trio_build_options_get_themes (options);
  GPtrArray *all = trio_snapshot_get_all (source->snapshot, TRIO_KIND_THEME);

  for (guint i = 0; i < first->len; i++)
    {
      const TrioRecord *theme
          = trio_snapshot_get (source->snapshot, g_array_index (first, TrioId, i));

      if (theme != NULL && theme->kind == TRIO_KIND_THEME)
        add_theme (source, theme);
    }
  for (guint i = 0; i < all->len; i++)
    add_theme (source, all->pdata[i]);
}

static void
add_station (TrioDocSource *source, const TrioRecord *record, const TrioRecord *theme)
{
  TrioDocStation *station;

  if (g_hash_table_contains (source->by_station, &record->id))
    return;
  station = g_new0 (TrioDocStation, 1);
  station->record = record;
  station->theme = theme;
  station->notes = g_ptr_array_new ();
  station->loose = g_ptr_array_new ();
  station->clusters = g_ptr_array_new ();
  g_hash_table_insert (source->by_station, (gpointer)&record->id, station);
  g_ptr_array_add (source->stations, (gpointer)record);
}

/* The appendix follows the themes, so that both parts of a document have one order. */
static void
sort_stations (TrioDocSource *source)
{
  GPtrArray *all = trio_snapshot_get_all (source->snapshot, TRIO_KIND_STATION);

  for (guint i = 0; i < source->themes->len; i++)
    {
      const TrioRecord *theme = source->themes->pdata[i];

      for (guint j = 0; j < all->len; j++)
        if (trio_record_get_ref (all->pdata[j], TRIO_STATION_THEME) == theme->id)
          add_station (source, all->pdata[j], theme);
    }
  for (guint j = 0; source->only_theme == 0 && j < all->len; j++)
    add_station (source, all->pdata[j], NULL);
}

static GPtrArray *
find_cluster_of (TrioDocSource *source, const TrioRecord *note)
{
  TrioId id = trio_record_get_ref (note, TRIO_NOTE_CLUSTER);
  const TrioRecord *cluster = id != 0 ? trio_snapshot_get (source->snapshot, id) : NULL;
  GPtrArray *notes;

  /* A cluster of another station would take the input out of its station's appendix. */
  if (cluster == NULL || cluster->kind != TRIO_KIND_CLUSTER
      || trio_record_get_ref (cluster, TRIO_CLUSTER_STATION)
             != trio_record_get_ref (note, TRIO_NOTE_STATION))
    return NULL;
  notes = g_hash_table_lookup (source->by_cluster, &cluster->id);
  if (notes == NULL)
    {
      notes = g_ptr_array_new ();
      g_hash_table_insert (source->by_cluster, (gpointer)&cluster->id, notes);
    }
  return notes;
}

/* The input that stands for the stack that a note lies in, if it is printed at the same
 * station; else the note itself. */
static const TrioRecord *
find_first_of_stack (const TrioDocSource *source, const TrioRecord *note)
{
  TrioId id = trio_record_get_ref (note, TRIO_NOTE_STACK);
  const TrioRecord *first = id != 0 ? trio_snapshot_get (source->snapshot, id) : NULL;

  if (first == NULL || first->kind != TRIO_KIND_NOTE
      || trio_record_get_int (first, TRIO_NOTE_STATE) != TRIO_NOTE_STATE_NORMAL
      || trio_record_get_ref (first, TRIO_NOTE_STACK) != 0
      || trio_record_get_ref (first, TRIO_NOTE_STATION)
             != trio_record_get_ref (note, TRIO_NOTE_STATION))
    return note;
  return first;
}

static void
add_to_stack (TrioDocSource *source, const TrioRecord *first, const TrioRecord *note)
{
  GPtrArray *stack = g_hash_table_lookup (source->stacks, &first->id);

  if (stack == NULL)
    {
      stack = g_ptr_array_new ();
      g_hash_table_insert (source->stacks, (gpointer)&first->id, stack);
    }
  g_ptr_array_add (stack, (gpointer)note);
}

static void
add_note (TrioDocSource *source, const TrioRecord *note)
{
  TrioId id = trio_record_get_ref (note, TRIO_NOTE_STATION);
  TrioDocStation *station = g_hash_table_lookup (source->by_station, &id);
  GPtrArray *cluster;

  if (station == NULL)
    return;
  switch ((TrioNoteState)trio_record_get_int (note, TRIO_NOTE_STATE))
    {
    case TRIO_NOTE_STATE_WITHHELD:
      station->n_withheld++;
      break;
    case TRIO_NOTE_STATE_NORMAL:
      if (source->stacks != NULL)
        {
          const TrioRecord *first = find_first_of_stack (source, note);

          add_to_stack (source, first, note);
          if (first != note)
            break;
        }
      cluster = find_cluster_of (source, note);
      g_ptr_array_add (station->notes, (gpointer)note);
      g_ptr_array_add (cluster != NULL ? cluster : station->loose, (gpointer)note);
      break;
    default:
      break;
    }
}

static int
compare_places_cb (gconstpointer a, gconstpointer b)
{
  return trio_record_compare_by (*(const TrioRecord *const *)a, *(const TrioRecord *const *)b,
                                 TRIO_NOTE_PLACE);
}

static int
compare_votes_cb (gconstpointer a, gconstpointer b)
{
  gint64 votes_a = trio_record_get_int (*(const TrioRecord *const *)a, TRIO_NOTE_VOTES);
  gint64 votes_b = trio_record_get_int (*(const TrioRecord *const *)b, TRIO_NOTE_VOTES);

  return (votes_a < votes_b) - (votes_a > votes_b);
}

static void
sort_notes (TrioDocSource *source, TrioNoteOrder order)
{
  GPtrArray *notes = trio_snapshot_get_all (source->snapshot, TRIO_KIND_NOTE);
  GPtrArray *clusters = trio_snapshot_get_all (source->snapshot, TRIO_KIND_CLUSTER);
  gboolean by_votes = order == TRIO_NOTE_ORDER_VOTES;

  for (guint i = 0; i < notes->len; i++)
    add_note (source, notes->pdata[i]);

  for (guint i = 0; i < clusters->len; i++)
    {
      const TrioRecord *cluster = clusters->pdata[i];
      TrioId id = trio_record_get_ref (cluster, TRIO_CLUSTER_STATION);
      TrioDocStation *station = g_hash_table_lookup (source->by_station, &id);
      GPtrArray *members = g_hash_table_lookup (source->by_cluster, &cluster->id);

      if (station == NULL || members == NULL)
        continue;
      g_ptr_array_add (station->clusters, (gpointer)cluster);
      g_ptr_array_sort (members, compare_places_cb);
      if (by_votes)
        g_ptr_array_sort (members, compare_votes_cb);
    }

  for (guint i = 0; by_votes && i < source->stations->len; i++)
    {
      const TrioRecord *record = source->stations->pdata[i];
      TrioDocStation *station = g_hash_table_lookup (source->by_station, &record->id);

      g_ptr_array_sort (station->notes, compare_votes_cb);
      g_ptr_array_sort (station->loose, compare_votes_cb);
    }
}

static void
index_summaries (TrioDocSource *source)
{
  GPtrArray *all = trio_snapshot_get_all (source->snapshot, TRIO_KIND_SUMMARY);

  for (guint i = 0; i < all->len; i++)
    {
      const TrioRecord *summary = all->pdata[i];
      TrioId theme = trio_record_get_ref (summary, TRIO_SUMMARY_THEME);
      const TrioRecord *record = trio_snapshot_get (source->snapshot, theme);

      if (record != NULL && !g_hash_table_contains (source->summaries, &record->id))
        g_hash_table_insert (source->summaries, (gpointer)&record->id, (gpointer)summary);
    }
}

static void
list_followups (TrioDocSource *source)
{
  GPtrArray *all = trio_snapshot_get_all (source->snapshot, TRIO_KIND_FOLLOWUP);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *what = g_strdup (trio_record_get_text (all->pdata[i], TRIO_FOLLOWUP_WHAT));

      if (what != NULL && *g_strstrip (what) != '\0')
        g_ptr_array_add (source->followups, all->pdata[i]);
    }
}

/**
 * trio_doc_source_new:
 * @snapshot: a workshop
 * @options: order of themes and inputs
 *
 * Returns: (transfer full): the workshop, sorted; it holds a reference to @snapshot
 */
TrioDocSource *
trio_doc_source_new (TrioSnapshot *snapshot, const TrioBuildOptions *options)
{
  TrioDocSource *source;

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);

  source = g_new0 (TrioDocSource, 1);
  source->snapshot = trio_snapshot_ref (snapshot);
  source->themes = g_ptr_array_new ();
  source->stations = g_ptr_array_new ();
  source->followups = g_ptr_array_new ();
  source->theme_numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  source->by_station
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)free_station);
  source->by_cluster = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                              (GDestroyNotify)g_ptr_array_unref);
  source->summaries = g_hash_table_new (g_int64_hash, g_int64_equal);
  if (trio_build_options_get_join_stacks (options))
    source->stacks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                            (GDestroyNotify)g_ptr_array_unref);
  source->only_theme = trio_build_options_get_only_theme (options);
  sort_themes (source, options);
  sort_stations (source);
  sort_notes (source, trio_build_options_get_note_order (options));
  index_summaries (source);
  list_followups (source);
  return source;
}

/**
 * trio_doc_source_free:
 * @source: (transfer full) (nullable): a source
 */
void
trio_doc_source_free (TrioDocSource *source)
{
  if (source == NULL)
    return;
  g_clear_pointer (&source->stacks, g_hash_table_unref);
  g_hash_table_unref (source->summaries);
  g_hash_table_unref (source->by_cluster);
  g_hash_table_unref (source->by_station);
  g_hash_table_unref (source->theme_numbers);
  g_ptr_array_unref (source->followups);
  g_ptr_array_unref (source->stations);
  g_ptr_array_unref (source->themes);
  trio_snapshot_unref (source->snapshot);
  g_free (source);
}

/**
 * trio_doc_source_get_workshop:
 * @source: a source
 *
 * Returns: (transfer none) (nullable): the record of the event itself
 */
const TrioRecord *
trio_doc_source_get_workshop (const TrioDocSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return trio_snapshot_get_workshop (source->snapshot);
}

/**
 * trio_doc_source_get_themes:
 * @source: a source
 *
 * Returns: (transfer none) (element-type TrioRecord): the themes in the document's order
 */
const GPtrArray *
trio_doc_source_get_themes (const TrioDocSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->themes;
}

/**
 * trio_doc_source_get_stations:
 * @source: a source
 *
 * Returns: (transfer none) (element-type TrioRecord): the stations in the order of their
 *   themes
 */
const GPtrArray *
trio_doc_source_get_stations (const TrioDocSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->stations;
}

/**
 * trio_doc_source_get_followups:
 * @source: a source
 *
 * Returns: (transfer none) (element-type TrioRecord): what is to be done after the day, in
 *   order, without empty lines
 */
const GPtrArray *
trio_doc_source_get_followups (const TrioDocSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->followups;
}

/**
 * trio_doc_source_get_station:
 * @source: a source
 * @station: the id of a station
 *
 * Returns: (transfer none) (nullable): the station with its inputs
 */
const TrioDocStation *
trio_doc_source_get_station (const TrioDocSource *source, TrioId station)
{
  g_return_val_if_fail (source != NULL, NULL);

  return g_hash_table_lookup (source->by_station, &station);
}

/**
 * trio_doc_source_get_cluster_notes:
 * @source: a source
 * @cluster: the id of a cluster
 *
 * Returns: (transfer none) (nullable) (element-type TrioRecord): its printed inputs
 */
const GPtrArray *
trio_doc_source_get_cluster_notes (const TrioDocSource *source, TrioId cluster)
{
  g_return_val_if_fail (source != NULL, NULL);

  return g_hash_table_lookup (source->by_cluster, &cluster);
}
