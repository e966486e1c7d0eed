/* trio-selection.h: which inputs are selected, and which one has the focus.
 *
 * Board and outline of a station share one selection, so that what is selected in one is
 * selected in the other.
 */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SELECTION (trio_selection_get_type ())

G_DECLARE_FINAL_TYPE (TrioSelection, trio_selection, TRIO, SELECTION, GObject)

/**
 * TRIO_IDS:
 * @array: (element-type TrioId): numbers of inputs
 *
 * Returns: (transfer none) (array): the numbers in it
 */
#define TRIO_IDS(array) ((const TrioId *)(gpointer)(array)->data)

/* Signals:
 * "changed": other inputs are selected
 * "focus-changed": another input or cluster has the focus */

TrioSelection *trio_selection_new (TrioModel *model);
TrioModel *trio_selection_get_model (TrioSelection *self);

guint trio_selection_get_size (TrioSelection *self);
gboolean trio_selection_contains (TrioSelection *self, TrioId note);
GArray *trio_selection_dup_ids (TrioSelection *self);

void trio_selection_add (TrioSelection *self, TrioId note);
void trio_selection_remove (TrioSelection *self, TrioId note);
void trio_selection_toggle (TrioSelection *self, TrioId note);
void trio_selection_set (TrioSelection *self, const TrioId *notes, guint n_notes);
void trio_selection_set_one (TrioSelection *self, TrioId note);
void trio_selection_clear (TrioSelection *self);

TrioId trio_selection_get_focus (TrioSelection *self);
TrioId trio_selection_get_focus_cluster (TrioSelection *self);
void trio_selection_set_focus (TrioSelection *self, TrioId note);
void trio_selection_set_focus_cluster (TrioSelection *self, TrioId cluster);

G_END_DECLS
