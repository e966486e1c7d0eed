/* trio-cluster-name.h: suggests names for clusters, and says why their notes belong together. */
#pragma once

#include "clustering/trio-clusterer.h"

G_BEGIN_DECLS

typedef struct _TrioNamer TrioNamer;

/**
 * TrioClusterName:
 * @name: (nullable): the suggested name, or %NULL when no word stands out
 * @alternatives: (array zero-terminated=1): other names
 * @reason: why the notes are together, in one translated sentence
 *
 * What may be said about a cluster. A suggestion, until a person has written a name.
 */
typedef struct
{
  char *name;
  char **alternatives;
  char *reason;
} TrioClusterName;

TrioNamer *trio_namer_new (TrioSpace *space, TrioLexicon *lexicon);
void trio_namer_free (TrioNamer *namer);
TrioClusterName *trio_namer_name (TrioNamer *namer, const guint *notes, guint n_notes);
void trio_cluster_name_free (TrioClusterName *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioNamer, trio_namer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioClusterName, trio_cluster_name_free)

G_END_DECLS
