/* trio-regroup-private.h: moves notes to the groups they fit best, after the tree is cut. */
#pragma once

#include "clustering/trio-space-private.h"

G_BEGIN_DECLS

/**
 * TrioGroups:
 * @n: number of notes
 * @n_groups: number of groups
 * @group_of: per note its group
 * @sizes: per group its notes
 *
 * Which note is in which group.
 */
typedef struct
{
  guint n;
  guint n_groups;
  guint32 *group_of;
  guint32 *sizes;
} TrioGroups;

TrioGroups *trio_groups_new (guint n);
void trio_groups_free (TrioGroups *groups);
void trio_groups_count (TrioGroups *groups);
void trio_groups_renumber (TrioGroups *groups);
void trio_groups_regroup_matrix (TrioGroups *groups, const float *matrix, const gboolean *fixed);
gboolean trio_groups_regroup_space (TrioGroups *groups,
                                    TrioSpace *space,
                                    const gboolean *fixed,
                                    guint n_threads,
                                    GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioGroups, trio_groups_free)

G_END_DECLS
