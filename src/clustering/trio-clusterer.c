/* trio-clusterer.c: from texts to proposed clusters: tree, cut, regrouping, loose notes. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/trio-error.h"
#include "clustering/trio-clustering-private.h"
#include "clustering/trio-parallel-private.h"

/* Merges below this height join notes that belong together, whatever the board is about; on larger
 * boards every note finds something close, so the height grows with the logarithm of their number. */
#define DEFAULT_HEIGHT  1.2
#define HEIGHT_GROWTH   0.18
#define GROWTH_FROM     100
#define FINEST_HEIGHT   0.9
#define COARSEST_HEIGHT 2.5

/* A matrix of all similarities, 36 MB at most, makes cutting immediate. */
#define LARGEST_MATRIX 3000
/* A tree of more would take over 300 MB; then it is made of a sample. */
#define LARGEST_TREE 12000
#define SAMPLE_SIZE  8000

struct _TrioClusterer
{
  grefcount ref_count;
  TrioSpace *space;
  float *matrix;
  TrioDendrogram *dendrogram;
  guint32 *sample;
  int *pins;
  gboolean *fixed;
  guint n_threads;
};

static void
fill_matrix_cb (guint i, gpointer user_data)
{
  TrioClusterer *clusterer = user_data;
  float *row = clusterer->matrix + (gsize)i * clusterer->space->n;

  trio_space_fill_row (clusterer->space, i, row);
  row[i] = trio_space_compare (clusterer->space, i, i);
}

static gboolean
fill_matrix (TrioClusterer *clusterer, GCancellable *cancellable, GError **error)
{
  guint n = clusterer->space->n;

  clusterer->matrix = g_new (float, (gsize)n *n + 1);
  if (!trio_parallel_run (n, clusterer->n_threads, fill_matrix_cb, clusterer, cancellable, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      clusterer->matrix[(gsize)j * n + i] = clusterer->matrix[(gsize)i * n + j];
  return TRUE;
}

static void
set_pins (TrioClusterer *clusterer, const int *pins)
{
  guint n = clusterer->space->n;

  if (pins == NULL)
    return;
  clusterer->pins = g_memdup2 (pins, n * sizeof *pins);
  clusterer->fixed = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    clusterer->fixed[i] = pins[i] >= 0;
}

/* Every note of a pinned cluster stays in the sample; of the others, notes at even distances. */
static guint
take_sample (TrioClusterer *clusterer)
{
  guint n = clusterer->space->n, n_sample = 0;

  clusterer->sample = g_new (guint32, n + 1);
  for (guint64 i = 0; i < n; i++)
    if ((clusterer->pins != NULL && clusterer->pins[i] >= 0)
        || i * SAMPLE_SIZE / n != (i + 1) * SAMPLE_SIZE / n)
      clusterer->sample[n_sample++] = i;
  return n_sample;
}

static gboolean
grow_tree (TrioClusterer *clusterer, GCancellable *cancellable, GError **error)
{
  g_autoptr (TrioSpace) part = NULL;
  g_autofree int *pins = NULL;

  if (clusterer->space->n > LARGEST_TREE)
    {
      guint n_sample = take_sample (clusterer);

      part = trio_space_new_part (clusterer->space, clusterer->sample, n_sample);
      if (clusterer->pins != NULL)
        {
          pins = g_new (int, n_sample + 1);
          for (guint i = 0; i < n_sample; i++)
            pins[i] = clusterer->pins[clusterer->sample[i]];
        }
    }
  clusterer->dendrogram = trio_dendrogram_new (part != NULL ? part : clusterer->space,
                                               pins != NULL ? pins : clusterer->pins,
                                               clusterer->n_threads, cancellable, error);
  return clusterer->dendrogram != NULL;
}

/**
 * trio_clusterer_new:
 * @lexicon: the words of the language of the board; must live as long as the clusterer
 * @texts: (array length=n_texts): what the notes say, valid UTF-8
 * @n_texts: count of @texts
 * @pins: (nullable) (array length=n_texts): per note the number of the cluster that a person has
 *   put it in, or -1
 * @n_threads: number of threads, 0 for as many as there are processors
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Compares the notes of a board and builds the tree of their clusters, by Ward's method.
 *
 * Returns: (transfer full) (nullable): the clusterer, or %NULL with %TRIO_ERROR_NOTHING when there
 *   are too few notes to go on, or %G_IO_ERROR_CANCELLED
 */
TrioClusterer *
trio_clusterer_new (TrioLexicon *lexicon,
                    const char *const *texts,
                    guint n_texts,
                    const int *pins,
                    guint n_threads,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (TrioClusterer) clusterer = NULL;

  if (n_texts < TRIO_CLUSTERER_FEWEST_NOTES)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                   ngettext ("There is %u input, too little to find clusters in. Try again from "
                             "about six inputs on.",
                             "There are %u inputs, too few to find clusters in. Try again from "
                             "about six inputs on.",
                             n_texts),
                   n_texts);
      return NULL;
    }
  clusterer = g_new0 (TrioClusterer, 1);
  g_ref_count_init (&clusterer->ref_count);
  clusterer->n_threads = n_threads;
  clusterer->space = trio_space_new (lexicon, texts, n_texts);
  set_pins (clusterer, pins);
  if (n_texts <= LARGEST_MATRIX && !fill_matrix (clusterer, cancellable, error))
    return NULL;
  if (!grow_tree (clusterer, cancellable, error))
    return NULL;
  return g_steal_pointer (&clusterer);
}

/**
 * trio_clusterer_ref:
 * @clusterer: a clusterer
 *
 * Returns: (transfer full): @clusterer, held once more
 */
TrioClusterer *
trio_clusterer_ref (TrioClusterer *clusterer)
{
  g_ref_count_inc (&clusterer->ref_count);
  return clusterer;
}

/**
 * trio_clusterer_unref:
 * @clusterer: (transfer full): a clusterer
 *
 * Lets go of a clusterer.
 */
void
trio_clusterer_unref (TrioClusterer *clusterer)
{
  if (!g_ref_count_dec (&clusterer->ref_count))
    return;
  g_clear_pointer (&clusterer->space, trio_space_unref);
  g_clear_pointer (&clusterer->dendrogram, trio_dendrogram_free);
  g_free (clusterer->matrix);
  g_free (clusterer->sample);
  g_free (clusterer->pins);
  g_free (clusterer->fixed);
  g_free (clusterer);
}

/**
 * trio_clusterer_get_space:
 * @clusterer: a clusterer
 *
 * Returns: (transfer none): the notes as points
 */
TrioSpace *
trio_clusterer_get_space (TrioClusterer *clusterer)
{
  return clusterer->space;
}

/**
 * trio_clusterer_get_default_height:
 * @clusterer: a clusterer
 *
 * Returns: the height to cut the tree at when nobody has chosen one
 */
double
trio_clusterer_get_default_height (TrioClusterer *clusterer)
{
  guint n = clusterer->space->n;

  return n <= GROWTH_FROM ? DEFAULT_HEIGHT
                          : DEFAULT_HEIGHT + HEIGHT_GROWTH * log ((double)n / GROWTH_FROM);
}

/**
 * trio_clusterer_get_height:
 * @clusterer: a clusterer
 * @granularity: 0 for few large clusters, 0.5 for the default, 1 for many small ones
 *
 * Returns: the height to cut the tree at, for a slider
 */
double
trio_clusterer_get_height (TrioClusterer *clusterer, double granularity)
{
  double middle = trio_clusterer_get_default_height (clusterer);
  double end = granularity < 0.5 ? COARSEST_HEIGHT : FINEST_HEIGHT;

  return middle * pow (end / middle, 2 * fabs (CLAMP (granularity, 0, 1) - 0.5));
}

/**
 * trio_clusterer_compare:
 * @clusterer: a clusterer
 * @a: index of a note
 * @b: index of a note
 *
 * Returns: how similar two notes are, see trio_space_compare()
 */
double
trio_clusterer_compare (TrioClusterer *clusterer, guint a, guint b)
{
  if (clusterer->matrix != NULL)
    return clusterer->matrix[(gsize)a * clusterer->space->n + b];
  return trio_space_compare (clusterer->space, a, b);
}

/* Notes beside the sample get a group beyond the last: they have none yet. */
static void
cut_tree (TrioClusterer *clusterer, guint n_merges, TrioGroups *groups)
{
  g_autofree guint32 *of_sample = NULL;

  if (clusterer->sample == NULL)
    {
      groups->n_groups = trio_dendrogram_cut (clusterer->dendrogram, n_merges, groups->group_of);
      trio_groups_count (groups);
      return;
    }
  of_sample = g_new (guint32, clusterer->dendrogram->n + 1);
  groups->n_groups = trio_dendrogram_cut (clusterer->dendrogram, n_merges, of_sample);
  for (guint i = 0; i < groups->n; i++)
    groups->group_of[i] = groups->n_groups;
  for (guint i = 0; i < clusterer->dendrogram->n; i++)
    groups->group_of[clusterer->sample[i]] = of_sample[i];
  trio_groups_count (groups);
}

static TrioClustering *
cut (TrioClusterer *clusterer, guint n_merges, gboolean all)
{
  g_autoptr (TrioGroups) groups = trio_groups_new (clusterer->space->n);
  g_autoptr (TrioGroups) heaps = trio_groups_new (clusterer->space->n);

  cut_tree (clusterer, n_merges, groups);
  if (clusterer->matrix != NULL)
    trio_groups_regroup_matrix (groups, clusterer->matrix, clusterer->fixed);
  else
    trio_groups_regroup_space (groups, clusterer->space, clusterer->fixed, clusterer->n_threads,
                               NULL, NULL);
  cut_tree (clusterer, trio_dendrogram_count_below (clusterer->dendrogram, COARSEST_HEIGHT), heaps);
  return trio_clustering_new (clusterer, groups, heaps, clusterer->pins, all);
}

/**
 * trio_clusterer_cut:
 * @clusterer: a clusterer
 * @height: height to cut at, or 0 for the default
 *
 * Proposes clusters: what the tree joins below @height, after notes have moved to where they fit
 * best. Notes that fit nowhere stay loose.
 *
 * Returns: (transfer full): the clusters
 */
TrioClustering *
trio_clusterer_cut (TrioClusterer *clusterer, double height)
{
  if (height <= 0)
    height = trio_clusterer_get_default_height (clusterer);
  return cut (clusterer, trio_dendrogram_count_below (clusterer->dendrogram, height), FALSE);
}

/**
 * trio_clusterer_cut_into:
 * @clusterer: a clusterer
 * @n_clusters: number of clusters wanted
 *
 * Proposes about as many clusters as a person asks for; no note stays loose.
 *
 * Returns: (transfer full): the clusters; fewer where regrouping empties one, more where pinned
 *   clusters are kept apart
 */
TrioClustering *
trio_clusterer_cut_into (TrioClusterer *clusterer, guint n_clusters)
{
  guint n = clusterer->dendrogram->n;
  /* Pinned clusters never join each other. */
  guint most = trio_dendrogram_count_below (clusterer->dendrogram, INFINITY);

  return cut (clusterer, MIN (n - CLAMP (n_clusters, 1, n), most), TRUE);
}

typedef struct
{
  guint note;
  double similarity;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *x = a, *y = b;

  if (x->similarity != y->similarity)
    return x->similarity < y->similarity ? 1 : -1;
  return (x->note > y->note) - (x->note < y->note);
}

/**
 * trio_clusterer_find_more:
 * @clusterer: a clusterer
 * @notes: (array length=n_notes): indices of the selected notes
 * @n_notes: count of @notes
 * @most: how many to find at most
 *
 * Finds more notes like the selected ones.
 *
 * Returns: (transfer full) (element-type guint): indices of notes, the most similar first; empty
 *   when no note has anything in common with the selection
 */
GArray *
trio_clusterer_find_more (TrioClusterer *clusterer, const guint *notes, guint n_notes, guint most)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < clusterer->space->n && n_notes > 0; i++)
    {
      Near candidate = { i, 0 };
      gboolean is_selected = FALSE;

      for (guint s = 0; s < n_notes; s++)
        {
          is_selected = is_selected || notes[s] == i;
          candidate.similarity += trio_clusterer_compare (clusterer, i, notes[s]) / n_notes;
        }
      if (!is_selected && candidate.similarity >= TRIO_SIMILAR_FROM)
        g_array_append_val (near, candidate);
    }
  g_array_sort (near, compare_near);
  for (guint i = 0; i < MIN (most, near->len); i++)
    g_array_append_val (found, g_array_index (near, Near, i).note);
  return found;
}
