/* trio-clustering.c: proposed clusters: their notes, how well each fits, where a new one goes. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "clustering/trio-clustering-private.h"

/* A note with less than this share of the median of its cluster is looked at first. */
#define DOUBTFUL_SHARE 0.6

struct _TrioClustering
{
  guint n;
  int *cluster_of;
  double *fits;
  gboolean *doubtful;
  GPtrArray *clusters; /* TrioProposal */
};

static void
free_proposal (gpointer data)
{
  TrioProposal *proposal = data;

  g_free (proposal->notes);
  g_free (proposal);
}

/* Mean and highest similarity of a note to the others of its group. */
static double
fit_of (TrioClusterer *clusterer, const GArray *members, guint note, double *highest)
{
  double sum = 0;

  *highest = -INFINITY;
  for (guint m = 0; m < members->len; m++)
    {
      guint other = g_array_index (members, guint, m);
      double similarity;

      if (other == note)
        continue;
      similarity = trio_clusterer_compare (clusterer, note, other);
      sum += similarity;
      *highest = MAX (*highest, similarity);
    }
  return members->len > 1 ? sum / (members->len - 1) : 0;
}

static guint
commonest_heap (const GArray *members, const TrioGroups *heaps)
{
  g_autofree guint *counts = g_new0 (guint, heaps->n_groups + 1);
  guint best = 0;

  for (guint m = 0; m < members->len; m++)
    {
      guint32 heap = heaps->group_of[g_array_index (members, guint, m)];

      if (heap < heaps->n_groups)
        counts[heap]++;
    }
  for (guint h = 1; h < heaps->n_groups; h++)
    if (counts[h] > counts[best])
      best = h;
  return best;
}

static int
compare_fits (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
judge_notes (TrioClustering *clustering, TrioProposal *proposal)
{
  g_autofree double *sorted = g_new (double, proposal->n_notes);
  double sum = 0, highest = -INFINITY;

  for (guint i = 0; i < proposal->n_notes; i++)
    {
      double fit = clustering->fits[proposal->notes[i]];

      sum += sorted[i] = fit;
      if (fit > highest)
        {
          highest = fit;
          proposal->central = proposal->notes[i];
        }
    }
  proposal->strength = CLAMP (sum / proposal->n_notes, 0, 1);
  qsort (sorted, proposal->n_notes, sizeof *sorted, compare_fits);
  for (guint i = 0; i < proposal->n_notes && proposal->n_notes > 2; i++)
    clustering->doubtful[proposal->notes[i]]
        = clustering->fits[proposal->notes[i]] < DOUBTFUL_SHARE * sorted[proposal->n_notes / 2];
}

static void
add_group (TrioClustering *clustering,
           TrioClusterer *clusterer,
           const GArray *members,
           const TrioGroups *heaps,
           const int *pins,
           gboolean all)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  TrioProposal *proposal;
  int pin = -1;

  for (guint m = 0; m < members->len; m++)
    {
      guint note = g_array_index (members, guint, m);
      double highest;

      clustering->fits[note] = fit_of (clusterer, members, note, &highest);
      if (pins != NULL && pins[note] >= 0)
        pin = pins[note];
      else if (!all && highest < TRIO_SIMILAR_FROM)
        continue;
      g_array_append_val (kept, note);
    }
  if (kept->len == 0)
    return;
  proposal = g_new0 (TrioProposal, 1);
  proposal->n_notes = kept->len;
  proposal->notes = g_memdup2 (kept->data, kept->len * sizeof (guint));
  proposal->pin = pin;
  proposal->theme = commonest_heap (kept, heaps);
  judge_notes (clustering, proposal);
  g_ptr_array_add (clustering->clusters, proposal);
}

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const TrioProposal *x = *(TrioProposal *const *)a, *y = *(TrioProposal *const *)b;

  if (x->n_notes != y->n_notes)
    return x->n_notes < y->n_notes ? 1 : -1;
  return (x->notes[0] > y->notes[0]) - (x->notes[0] < y->notes[0]);
}

/* @heaps: the same notes cut coarsely; @all: leave no note loose. */
TrioClustering *
trio_clustering_new (TrioClusterer *clusterer,
                     const TrioGroups *groups,
                     const TrioGroups *heaps,
                     const int *pins,
                     gboolean all)
{
  TrioClustering *clustering = g_new0 (TrioClustering, 1);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  clustering->n = groups->n;
  clustering->cluster_of = g_new (int, groups->n + 1);
  clustering->fits = g_new0 (double, groups->n + 1);
  clustering->doubtful = g_new0 (gboolean, groups->n + 1);
  clustering->clusters = g_ptr_array_new_with_free_func (free_proposal);
  for (guint g = 0; g < groups->n_groups; g++)
    g_ptr_array_add (members, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < groups->n; i++)
    g_array_append_val ((GArray *)members->pdata[groups->group_of[i]], i);
  for (guint g = 0; g < groups->n_groups; g++)
    add_group (clustering, clusterer, members->pdata[g], heaps, pins, all);
  g_ptr_array_sort (clustering->clusters, compare_proposals);
  memset (clustering->cluster_of, 0xff, groups->n * sizeof (int));
  for (guint c = 0; c < clustering->clusters->len; c++)
    {
      const TrioProposal *proposal = clustering->clusters->pdata[c];

      for (guint i = 0; i < proposal->n_notes; i++)
        clustering->cluster_of[proposal->notes[i]] = c;
    }
  return clustering;
}

/**
 * trio_clustering_free:
 * @clustering: (transfer full): proposed clusters
 *
 * Frees proposed clusters.
 */
void
trio_clustering_free (TrioClustering *clustering)
{
  g_ptr_array_unref (clustering->clusters);
  g_free (clustering->cluster_of);
  g_free (clustering->fits);
  g_free (clustering->doubtful);
  g_free (clustering);
}

/**
 * trio_clustering_get_n_clusters:
 * @clustering: proposed clusters
 *
 * Returns: number of clusters
 */
guint
trio_clustering_get_n_clusters (TrioClustering *clustering)
{
  return clustering->clusters->len;
}

/**
 * trio_clustering_get_cluster:
 * @clustering: proposed clusters
 * @cluster: index of a cluster, the largest first
 *
 * Returns: (transfer none): the cluster
 */
const TrioProposal *
trio_clustering_get_cluster (TrioClustering *clustering, guint cluster)
{
  return clustering->clusters->pdata[cluster];
}

/**
 * trio_clustering_get_cluster_of:
 * @clustering: proposed clusters
 * @note: index of a note
 *
 * Returns: the cluster that the note is in, or -1 when it is loose
 */
int
trio_clustering_get_cluster_of (TrioClustering *clustering, guint note)
{
  return clustering->cluster_of[note];
}

/**
 * trio_clustering_get_fit:
 * @clustering: proposed clusters
 * @note: index of a note
 *
 * Returns: mean similarity of the note to the others of its cluster, 0 when it is alone
 */
double
trio_clustering_get_fit (TrioClustering *clustering, guint note)
{
  return clustering->fits[note];
}

/**
 * trio_clustering_is_doubtful:
 * @clustering: proposed clusters
 * @note: index of a note
 *
 * Returns: whether the note fits its cluster much worse than the others do, so that a person had
 *   better look at it first
 */
gboolean
trio_clustering_is_doubtful (TrioClustering *clustering, guint note)
{
  return clustering->doubtful[note];
}

/**
 * trio_clustering_place:
 * @clustering: proposed clusters
 * @clusterer: the clusterer that proposed them
 * @lexicon: its lexicon
 * @text: valid UTF-8, a note that is new
 * @fit: (out) (optional): mean similarity to the notes of the cluster
 *
 * Finds the cluster for one new note; no other note moves.
 *
 * Returns: index of a cluster, or -1 when the note fits nowhere
 */
int
trio_clustering_place (TrioClustering *clustering,
                       TrioClusterer *clusterer,
                       TrioLexicon *lexicon,
                       const char *text,
                       double *fit)
{
  g_autofree float *row
      = trio_space_compare_text (trio_clusterer_get_space (clusterer), lexicon, text);
  double best_mean = -INFINITY, best_highest = -INFINITY;
  int best = -1;

  for (guint c = 0; c < clustering->clusters->len; c++)
    {
      const TrioProposal *proposal = clustering->clusters->pdata[c];
      double sum = 0, highest = -INFINITY;

      for (guint i = 0; i < proposal->n_notes; i++)
        {
          sum += row[proposal->notes[i]];
          highest = MAX (highest, row[proposal->notes[i]]);
        }
      if (sum / proposal->n_notes > best_mean)
        {
          best = c;
          best_mean = sum / proposal->n_notes;
          best_highest = highest;
        }
    }
  if (best_highest < TRIO_SIMILAR_FROM)
    best = -1;
  if (fit != NULL)
    *fit = best >= 0 ? best_mean : 0;
  return best;
}
