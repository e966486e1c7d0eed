/* trio-suggestion.c: a station's notes with their pins, clustered; and the step that accepts it. */
#include "config.h"

#include "clustering/trio-suggestion.h"

#include "text/trio-language.h"

struct _TrioSuggestion
{
  GArray *notes;      /* TrioId */
  GPtrArray *texts;   /* char * */
  GArray *clusters;   /* TrioId: the pinned clusters */
  GArray *pins;       /* int: per note an index of @clusters, or -1 */
  GHashTable *titles; /* &TrioId of a pinned cluster → char * */
  TrioLexicon *lexicon;
  TrioClusterer *clusterer;
  TrioNamer *namer;
};

/* What lies under another note moves with it and is not compared. */
static gboolean
lies_under (TrioSnapshot *snapshot, const TrioRecord *note)
{
  TrioId id = trio_record_get_ref (note, TRIO_NOTE_STACK);
  const TrioRecord *top = id != 0 ? trio_snapshot_get (snapshot, id) : NULL;

  return top != NULL && trio_record_get_int (top, TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL
         && trio_record_get_ref (top, TRIO_NOTE_STATION)
                == trio_record_get_ref (note, TRIO_NOTE_STATION);
}

static int
pin_of (TrioSuggestion *suggestion, TrioId cluster)
{
  for (guint i = 0; i < suggestion->clusters->len; i++)
    if (g_array_index (suggestion->clusters, TrioId, i) == cluster)
      return i;
  return -1;
}

static void
read_clusters (TrioSuggestion *suggestion, TrioSnapshot *snapshot, TrioId station)
{
  g_autoptr (GPtrArray) clusters
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);

  for (guint i = 0; i < clusters->len; i++)
    {
      const TrioRecord *cluster = clusters->pdata[i];

      g_array_append_val (suggestion->clusters, cluster->id);
      g_hash_table_insert (suggestion->titles, g_memdup2 (&cluster->id, sizeof cluster->id),
                           g_strdup (trio_record_get_text (cluster, TRIO_CLUSTER_TITLE)));
    }
}

static void
read_notes (TrioSuggestion *suggestion, TrioSnapshot *snapshot, TrioId station)
{
  g_autoptr (GPtrArray) notes
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);

  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *note = notes->pdata[i];
      int pin;

      if (trio_record_get_int (note, TRIO_NOTE_STATE) != TRIO_NOTE_STATE_NORMAL
          || lies_under (snapshot, note))
        continue;
      pin = pin_of (suggestion, trio_record_get_ref (note, TRIO_NOTE_CLUSTER));
      g_array_append_val (suggestion->notes, note->id);
      g_array_append_val (suggestion->pins, pin);
      g_ptr_array_add (suggestion->texts, g_strdup (trio_record_get_text (note, TRIO_NOTE_TEXT)));
    }
}

/**
 * trio_suggestion_new:
 * @snapshot: a workshop
 * @station: number of a station
 * @vectors: (nullable): folder of the word files, %NULL for where they are installed
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Clusters the notes of a station that documents show, in the language of the workshop. Takes the
 * time; everything after is immediate.
 *
 * Returns: (transfer full) (nullable): the suggestion, or %NULL with %TRIO_ERROR_NOTHING when there
 *   are too few notes to go on, or %G_IO_ERROR_CANCELLED
 */
TrioSuggestion *
trio_suggestion_new (TrioSnapshot *snapshot,
                     TrioId station,
                     const char *vectors,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (TrioSuggestion) suggestion = g_new0 (TrioSuggestion, 1);

  suggestion->notes = g_array_new (FALSE, FALSE, sizeof (TrioId));
  suggestion->texts = g_ptr_array_new_with_free_func (g_free);
  suggestion->clusters = g_array_new (FALSE, FALSE, sizeof (TrioId));
  suggestion->pins = g_array_new (FALSE, FALSE, sizeof (int));
  suggestion->titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  read_clusters (suggestion, snapshot, station);
  read_notes (suggestion, snapshot, station);
  suggestion->lexicon
      = trio_lexicon_new (trio_language_of (trio_snapshot_get_workshop (snapshot)), vectors);
  suggestion->clusterer
      = trio_clusterer_new (suggestion->lexicon, (const char *const *)suggestion->texts->pdata,
                            suggestion->texts->len, (const int *)(gpointer)suggestion->pins->data,
                            0, cancellable, error);
  if (suggestion->clusterer == NULL)
    return NULL;
  suggestion->namer
      = trio_namer_new (trio_clusterer_get_space (suggestion->clusterer), suggestion->lexicon);
  return g_steal_pointer (&suggestion);
}

/* What a thread needs. */
typedef struct
{
  TrioSnapshot *snapshot;
  TrioId station;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  trio_snapshot_unref (job->snapshot);
  g_free (job);
}

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  TrioSuggestion *suggestion
      = trio_suggestion_new (job->snapshot, job->station, NULL, cancellable, &error);

  if (suggestion != NULL)
    g_task_return_pointer (task, suggestion, (GDestroyNotify)trio_suggestion_free);
  else
    g_task_return_error (task, error);
}

/**
 * trio_suggestion_new_async:
 * @snapshot: a workshop
 * @station: number of a station
 * @cancellable: (nullable): to give up
 * @callback: called in the main context of the caller
 * @user_data: data for @callback
 *
 * Like trio_suggestion_new(), in another thread, with the installed word files.
 */
void
trio_suggestion_new_async (TrioSnapshot *snapshot,
                           TrioId station,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->snapshot = trio_snapshot_ref (snapshot);
  job->station = station;
  g_task_set_source_tag (task, trio_suggestion_new_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_cb);
}

/**
 * trio_suggestion_new_finish:
 * @result: what the callback of trio_suggestion_new_async() was given
 * @error: return location for an error, see trio_suggestion_new()
 *
 * Returns: (transfer full) (nullable): the suggestion
 */
TrioSuggestion *
trio_suggestion_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trio_suggestion_free:
 * @suggestion: (transfer full): a suggestion
 *
 * Frees a suggestion.
 */
void
trio_suggestion_free (TrioSuggestion *suggestion)
{
  g_clear_pointer (&suggestion->namer, trio_namer_free);
  g_clear_pointer (&suggestion->clusterer, trio_clusterer_unref);
  g_clear_pointer (&suggestion->lexicon, trio_lexicon_free);
  g_array_unref (suggestion->notes);
  g_ptr_array_unref (suggestion->texts);
  g_array_unref (suggestion->clusters);
  g_array_unref (suggestion->pins);
  g_hash_table_unref (suggestion->titles);
  g_free (suggestion);
}

/**
 * trio_suggestion_get_n_notes:
 * @suggestion: a suggestion
 *
 * Returns: how many notes were compared; those under others in stacks are not counted
 */
guint
trio_suggestion_get_n_notes (TrioSuggestion *suggestion)
{
  return suggestion->notes->len;
}

static void
free_cluster (gpointer data)
{
  TrioSuggestedCluster *cluster = data;

  g_free (cluster->notes);
  g_free (cluster->loose);
  g_free (cluster->doubtful);
  g_free (cluster->title);
  g_free (cluster->indices);
  g_free (cluster);
}

static TrioSuggestedCluster *
make_cluster (TrioSuggestion *suggestion, TrioClustering *clustering, const TrioProposal *proposal)
{
  TrioSuggestedCluster *cluster = g_new0 (TrioSuggestedCluster, 1);

  cluster->n_notes = proposal->n_notes;
  cluster->notes = g_new0 (TrioId, proposal->n_notes + 1);
  cluster->loose = g_new0 (TrioId, proposal->n_notes + 1);
  cluster->doubtful = g_new0 (TrioId, proposal->n_notes + 1);
  cluster->indices = g_memdup2 (proposal->notes, proposal->n_notes * sizeof (guint));
  for (guint i = 0; i < proposal->n_notes; i++)
    {
      guint index = proposal->notes[i];
      TrioId note = g_array_index (suggestion->notes, TrioId, index);

      cluster->notes[i] = note;
      if (g_array_index (suggestion->pins, int, index) >= 0)
        continue;
      cluster->loose[cluster->n_loose++] = note;
      if (trio_clustering_is_doubtful (clustering, index))
        cluster->doubtful[cluster->n_doubtful++] = note;
    }
  if (proposal->pin >= 0)
    cluster->cluster = g_array_index (suggestion->clusters, TrioId, proposal->pin);
  cluster->central = g_array_index (suggestion->notes, TrioId, proposal->central);
  cluster->heap = proposal->theme;
  cluster->strength = proposal->strength;
  return cluster;
}

/**
 * trio_suggestion_list_clusters:
 * @suggestion: a suggestion
 * @granularity: 0 for few large clusters, 0.5 for the default, 1 for many small ones
 *
 * Cuts the tree, for a slider.
 *
 * Returns: (transfer full) (element-type TrioSuggestedCluster): the clusters, the largest first
 */
GPtrArray *
trio_suggestion_list_clusters (TrioSuggestion *suggestion, double granularity)
{
  TrioClusterer *clusterer = suggestion->clusterer;
  g_autoptr (TrioClustering) clustering
      = trio_clusterer_cut (clusterer, trio_clusterer_get_height (clusterer, granularity));
  GPtrArray *clusters = g_ptr_array_new_with_free_func (free_cluster);

  for (guint i = 0; i < trio_clustering_get_n_clusters (clustering); i++)
    {
      const TrioProposal *proposal = trio_clustering_get_cluster (clustering, i);

      /* A new cluster of one note would only be that note. */
      if (proposal->n_notes > 1 || proposal->pin >= 0)
        g_ptr_array_add (clusters, make_cluster (suggestion, clustering, proposal));
    }
  return clusters;
}

/**
 * trio_suggestion_list_loose:
 * @suggestion: a suggestion
 * @clusters: (element-type TrioSuggestedCluster): clusters it proposed
 *
 * Returns: (transfer full) (element-type TrioId): the notes that are in none of them, in order
 */
GArray *
trio_suggestion_list_loose (TrioSuggestion *suggestion, GPtrArray *clusters)
{
  GArray *loose = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autofree gboolean *is_in = g_new0 (gboolean, suggestion->notes->len + 1);

  for (guint c = 0; c < clusters->len; c++)
    {
      const TrioSuggestedCluster *cluster = clusters->pdata[c];

      for (guint i = 0; i < cluster->n_notes; i++)
        is_in[cluster->indices[i]] = TRUE;
    }
  for (guint i = 0; i < suggestion->notes->len; i++)
    if (!is_in[i])
      g_array_append_val (loose, g_array_index (suggestion->notes, TrioId, i));
  return loose;
}

/**
 * trio_suggestion_dup_name:
 * @suggestion: a suggestion
 * @cluster: a cluster it proposed
 *
 * Suggests a name for a cluster, and says why its notes are together. A cluster of a person keeps
 * its title; only where it has none is a name suggested.
 *
 * Returns: (transfer full): name, alternatives and reason
 */
TrioClusterName *
trio_suggestion_dup_name (TrioSuggestion *suggestion, const TrioSuggestedCluster *cluster)
{
  TrioClusterName *name = trio_namer_name (suggestion->namer, cluster->indices, cluster->n_notes);
  const char *title
      = cluster->cluster != 0 ? g_hash_table_lookup (suggestion->titles, &cluster->cluster) : NULL;

  if (title != NULL && *title != '\0')
    {
      g_free (name->name);
      name->name = g_strdup (title);
    }
  return name;
}

/**
 * trio_suggestion_find_more:
 * @suggestion: a suggestion
 * @notes: (array length=n_notes): numbers of the selected notes; others are ignored
 * @n_notes: count of @notes
 * @most: how many to find at most
 *
 * Finds more notes of the station like the selected ones.
 *
 * Returns: (transfer full) (element-type TrioId): the notes, the most similar first
 */
GArray *
trio_suggestion_find_more (TrioSuggestion *suggestion,
                           const TrioId *notes,
                           guint n_notes,
                           guint most)
{
  g_autoptr (GArray) selected = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = NULL;
  GArray *more = g_array_new (FALSE, FALSE, sizeof (TrioId));

  for (guint i = 0; i < suggestion->notes->len; i++)
    for (guint n = 0; n < n_notes; n++)
      if (g_array_index (suggestion->notes, TrioId, i) == notes[n])
        g_array_append_val (selected, i);
  found = trio_clusterer_find_more (suggestion->clusterer, (const guint *)(gpointer)selected->data,
                                    selected->len, most);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (more,
                        g_array_index (suggestion->notes, TrioId, g_array_index (found, guint, i)));
  return more;
}
