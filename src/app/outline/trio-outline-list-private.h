/* trio-outline-list-private.h: shared by the files of the list. */
#pragma once

#include "app/outline/trio-outline-list.h"

G_BEGIN_DECLS

struct _TrioOutlineList
{
  GObject parent_instance;

  TrioModel *model;
  TrioId station; /* 0 for all */
  TrioNoteFilter *filter;
  GHashTable *rests; /* station → TrioOutlineRest */

  GPtrArray *items;
  GArray *infos;         /* TrioOutlineInfo of each item */
  GHashTable *positions; /* object → position + 1 */
  guint n_notes;
  guint idle;
  gboolean is_asleep; /* nobody looks: changes wait */
  gboolean is_stale;  /* a change waits */
};

guint trio_outline_build (TrioOutlineList *self, GPtrArray *items, GArray *infos);

G_END_DECLS
