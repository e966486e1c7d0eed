/* trio-outline-list.h: inputs with their themes, stations and clusters as one flat list. */
#pragma once

#include "model/trio-model.h"
#include "model/trio-note-filter.h"
#include "model/trio-objects.h"

G_BEGIN_DECLS

#define TRIO_TYPE_OUTLINE_LIST (trio_outline_list_get_type ())

G_DECLARE_FINAL_TYPE (TrioOutlineList, trio_outline_list, TRIO, OUTLINE_LIST, GObject)

/**
 * TrioOutlineRest:
 *
 * Stands in the list for the heading above the inputs of a station that are outside clusters.
 */
#define TRIO_TYPE_OUTLINE_REST (trio_outline_rest_get_type ())

G_DECLARE_FINAL_TYPE (TrioOutlineRest, trio_outline_rest, TRIO, OUTLINE_REST, GObject)

/**
 * TrioOutlineInfo:
 * @number: for an input, which one it is among those listed, from 1; for a heading, how many
 *   inputs stand under it
 * @n_notes: how many inputs are listed
 * @n_below: how many inputs lie below this one in its stack
 * @level: for headings: 1 for a theme, 2 for a station, 3 for a cluster; 0 for inputs
 *
 * What a row needs to know besides its item.
 */
typedef struct
{
  guint number;
  guint n_notes;
  guint n_below;
  guint level;
} TrioOutlineInfo;

TrioOutlineList *
trio_outline_list_new (TrioModel *model, TrioId station, TrioNoteFilter *filter, gboolean asleep);
void trio_outline_list_flush (TrioOutlineList *self);
void trio_outline_list_set_asleep (TrioOutlineList *self, gboolean asleep);
guint trio_outline_list_find (TrioOutlineList *self, TrioId object);
void trio_outline_list_get_info (TrioOutlineList *self, guint position, TrioOutlineInfo *info);
char *trio_outline_list_dup_title (TrioOutlineList *self, guint position);
guint trio_outline_list_get_number (TrioOutlineList *self, guint position);
guint trio_outline_list_get_n_notes (TrioOutlineList *self);

G_END_DECLS
