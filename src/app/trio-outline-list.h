/* trio-outline-list.h: the inputs of a station with their clusters as one flat list. */
#pragma once

#include "model/trio-model.h"
#include "model/trio-objects.h"

G_BEGIN_DECLS

#define TRIO_TYPE_OUTLINE_LIST (trio_outline_list_get_type ())

G_DECLARE_FINAL_TYPE (TrioOutlineList, trio_outline_list, TRIO, OUTLINE_LIST, GObject)

/**
 * TrioOutlineRest:
 *
 * Stands in the list for the heading above the inputs outside clusters.
 */
#define TRIO_TYPE_OUTLINE_REST (trio_outline_rest_get_type ())

G_DECLARE_FINAL_TYPE (TrioOutlineRest, trio_outline_rest, TRIO, OUTLINE_REST, GObject)

TrioOutlineList *trio_outline_list_new (TrioModel *model, TrioId station);
void trio_outline_list_flush (TrioOutlineList *self);
guint trio_outline_list_find (TrioOutlineList *self, TrioId object);
guint trio_outline_list_get_number (TrioOutlineList *self, guint position);
guint trio_outline_list_get_n_notes (TrioOutlineList *self);

G_END_DECLS
