/* trio-clusterer.h: proposes clusters for the notes of a board.
 *
 * A clusterer works on a snapshot of texts and never changes. Making one takes the time; cutting
 * it, at any granularity, is immediate. The same notes give the same clusters, on any machine and
 * with any number of threads. Clusters that a person made can be pinned: nothing leaves them.
 */
#pragma once

#include "clustering/trio-space.h"

G_BEGIN_DECLS

/* Below this many notes anything found would be chance. */
#define TRIO_CLUSTERER_FEWEST_NOTES 6

/* Two notes below this have nothing in common that a person would see: about one note in a hundred
 * finds no companion above it. Leaving out more would only cost a person drags. */
#define TRIO_SIMILAR_FROM 0.05

typedef struct _TrioClusterer TrioClusterer;
typedef struct _TrioClustering TrioClustering;

/**
 * TrioProposal:
 * @n_notes: number of notes
 * @notes: (array length=n_notes): indices of the notes, in order
 * @pin: number of the pinned cluster that the notes are in or may join, or -1
 * @theme: number of the larger heap that the cluster belongs to on large boards, else 0
 * @strength: how much the notes have in common, 0 to 1
 * @central: the note that has most in common with the others
 *
 * One proposed cluster.
 */
typedef struct
{
  guint n_notes;
  guint *notes;
  int pin;
  guint theme;
  double strength;
  guint central;
} TrioProposal;

TrioClusterer *trio_clusterer_new (TrioLexicon *lexicon,
                                   const char *const *texts,
                                   guint n_texts,
                                   const int *pins,
                                   guint n_threads,
                                   GCancellable *cancellable,
                                   GError **error);
TrioClusterer *trio_clusterer_ref (TrioClusterer *clusterer);
void trio_clusterer_unref (TrioClusterer *clusterer);

TrioSpace *trio_clusterer_get_space (TrioClusterer *clusterer);
double trio_clusterer_get_default_height (TrioClusterer *clusterer);
double trio_clusterer_get_height (TrioClusterer *clusterer, double granularity);
double trio_clusterer_compare (TrioClusterer *clusterer, guint a, guint b);

TrioClustering *trio_clusterer_cut (TrioClusterer *clusterer, double height);
TrioClustering *trio_clusterer_cut_into (TrioClusterer *clusterer, guint n_clusters);

void trio_clustering_free (TrioClustering *clustering);
guint trio_clustering_get_n_clusters (TrioClustering *clustering);
const TrioProposal *trio_clustering_get_cluster (TrioClustering *clustering, guint cluster);
int trio_clustering_get_cluster_of (TrioClustering *clustering, guint note);
double trio_clustering_get_fit (TrioClustering *clustering, guint note);
gboolean trio_clustering_is_doubtful (TrioClustering *clustering, guint note);
int trio_clustering_place (TrioClustering *clustering,
                           TrioClusterer *clusterer,
                           TrioLexicon *lexicon,
                           const char *text,
                           double *fit);

GArray *
trio_clusterer_find_more (TrioClusterer *clusterer, const guint *notes, guint n_notes, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioClusterer, trio_clusterer_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioClustering, trio_clustering_free)

G_END_DECLS
