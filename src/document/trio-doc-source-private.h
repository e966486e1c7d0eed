/* trio-doc-source-private.h: what sorting and finding in a workshop share. */
#pragma once

#include "document/trio-doc-source.h"

G_BEGIN_DECLS

struct _TrioDocSource
{
  TrioSnapshot *snapshot;
  TrioId only_theme;         /* 0 for all of them */
  GPtrArray *themes;         /* TrioRecord, in the document's order */
  GPtrArray *stations;       /* TrioRecord, by theme */
  GPtrArray *followups;      /* TrioRecord, those with words */
  GHashTable *by_station;    /* TrioId → TrioDocStation */
  GHashTable *by_cluster;    /* TrioId → GPtrArray of TrioRecord */
  GHashTable *summaries;     /* TrioId of the theme → TrioRecord */
  GHashTable *theme_numbers; /* TrioId → number */
  GHashTable *stacks; /* TrioId of the first of a stack → GPtrArray of TrioRecord; or NULL */
};

G_END_DECLS
