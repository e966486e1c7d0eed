/* trio-dendrogram-private.h: the tree of merges, from single notes to one heap. */
#pragma once

#include "clustering/trio-space-private.h"

G_BEGIN_DECLS

/* A merge of the clusters that the notes @a and @b are in, at @height. */
typedef struct
{
  guint32 a;
  guint32 b;
  float height;
} TrioMerge;

typedef struct
{
  guint n;           /* notes */
  guint n_merges;    /* n - 1, or 0 */
  guint n_given;     /* merges that stand before all: the pinned clusters */
  TrioMerge *merges; /* by height */
} TrioDendrogram;

TrioDendrogram *trio_dendrogram_new (
    TrioSpace *space, const int *pins, guint n_threads, GCancellable *cancellable, GError **error);
void trio_dendrogram_free (TrioDendrogram *dendrogram);
guint trio_dendrogram_count_below (const TrioDendrogram *dendrogram, double height);
guint trio_dendrogram_cut (const TrioDendrogram *dendrogram, guint n_merges, guint32 *groups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioDendrogram, trio_dendrogram_free)

G_END_DECLS
