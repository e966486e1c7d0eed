/* trio-clustering-private.h: what a clusterer hands to the clusters it proposes. */
#pragma once

#include "clustering/trio-clusterer.h"
#include "clustering/trio-dendrogram-private.h"
#include "clustering/trio-regroup-private.h"

G_BEGIN_DECLS

/* A note whose best companion is farther than this has nothing in common with its group: about one
 * note in a hundred. More would only cost a person drags. */
#define TRIO_LONELY_BELOW 0.05

TrioClustering *trio_clustering_new (TrioClusterer *clusterer,
                                     const TrioGroups *groups,
                                     const TrioGroups *heaps,
                                     const int *pins,
                                     gboolean all);

G_END_DECLS
