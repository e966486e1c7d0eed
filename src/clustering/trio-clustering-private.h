/* trio-clustering-private.h: what a clusterer hands to the clusters it proposes. */
#pragma once

#include "clustering/trio-clusterer.h"
#include "clustering/trio-dendrogram-private.h"
#include "clustering/trio-regroup-private.h"

G_BEGIN_DECLS

TrioClustering *trio_clustering_new (TrioClusterer *clusterer,
                                     const TrioGroups *groups,
                                     const TrioGroups *heaps,
                                     const int *pins,
                                     gboolean all);

G_END_DECLS
