/* trio-points-private.h: what finding and ranking points share. */
#pragma once

#include "clustering/trio-cluster-name.h"
#include "clustering/trio-points.h"

G_BEGIN_DECLS

/* A note with what lies under it. */
typedef struct
{
  TrioId id;
  TrioId cluster;
  char *text;
  gint64 weight; /* notes and their votes */
  GArray *stack; /* TrioId: the note itself, then those under it */
} TrioPointItem;

struct _TrioPoints
{
  TrioPointsOrigin origin;
  guint n_notes;
  GArray *items;    /* TrioPointItem */
  GPtrArray *texts; /* their texts, borrowed */
  GPtrArray *points;
  TrioLexicon *lexicon;
  GHashTable *general; /* stems that say nothing about a subject */
  TrioSpace *space;
};

GArray *trio_points_rank (const TrioPoints *points, const GArray *all);
GArray *trio_points_find_word (TrioPoints *points, const TrioClusterName *name, char **word);

G_END_DECLS
