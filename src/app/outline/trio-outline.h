/* trio-outline.h: inputs as a list that can be worked on with keys and a screen reader. */
#pragma once

#include <adwaita.h>

#include "app/notes/trio-note-actions.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_OUTLINE (trio_outline_get_type ())

G_DECLARE_FINAL_TYPE (TrioOutline, trio_outline, TRIO, OUTLINE, AdwBin)

/* Signals:
 * "notice" (string text, gboolean undoable): something was done or refused; the window tells
 * "edit-finished": an edit in place ended and the focus is free */

void trio_outline_show (TrioOutline *self, TrioNoteActions *actions, TrioId station);
void trio_outline_show_note (TrioOutline *self, TrioId note);
GArray *trio_outline_dup_selection (TrioOutline *self);
void trio_outline_select (TrioOutline *self, TrioId note);
gboolean trio_outline_edit (TrioOutline *self, TrioId object);
gboolean trio_outline_take_drop (TrioOutline *self, const GValue *value, double y);
void trio_outline_flush (TrioOutline *self);
guint trio_outline_get_n_notes (TrioOutline *self);
void trio_outline_finish_edit (TrioOutline *self);

G_END_DECLS
