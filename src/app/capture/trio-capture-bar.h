/* trio-capture-bar.h: the field in which inputs are typed at the speed of a table. */
#pragma once

#include <adwaita.h>

#include "model/trio-commands.h"

G_BEGIN_DECLS

#define TRIO_TYPE_CAPTURE_BAR (trio_capture_bar_get_type ())

G_DECLARE_FINAL_TYPE (TrioCaptureBar, trio_capture_bar, TRIO, CAPTURE_BAR, AdwBin)

/* Signals: "captured" (gint64 note: the last of the inputs that were added)
 * "notice" (string text, gboolean undoable): something to tell
 * "paste" (string text): a pasted text that has to be looked at first
 * "choices-changed": something else is chosen for new inputs
 * "undo", "redo": asked for while there are no words to undo */

void trio_capture_bar_set_station (TrioCaptureBar *self, TrioModel *model, TrioId station);
const char *trio_capture_bar_get_text (TrioCaptureBar *self);
gboolean trio_capture_bar_submit (TrioCaptureBar *self);
void trio_capture_bar_clear (TrioCaptureBar *self);
gboolean trio_capture_bar_add_list (TrioCaptureBar *self, const char *text);
void trio_capture_bar_say (TrioCaptureBar *self, const char *text);
void trio_capture_bar_begin (TrioCaptureBar *self, const char *text);
void trio_capture_bar_fill_draft (TrioCaptureBar *self, TrioNoteDraft *draft);
gboolean trio_capture_bar_is_editing (TrioCaptureBar *self);
void trio_capture_bar_set_guest (TrioCaptureBar *self);

G_END_DECLS
