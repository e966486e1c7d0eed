/* trio-note-row.h: one row of the outline, an input or a heading. */
#pragma once

#include <adwaita.h>

#include "app/outline/trio-outline-list.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_NOTE_ROW (trio_note_row_get_type ())

G_DECLARE_FINAL_TYPE (TrioNoteRow, trio_note_row, TRIO, NOTE_ROW, GtkWidget)

/* Signals: "edit-done" (string: the new text or title, or NULL when cancelled). */

GtkWidget *trio_note_row_new (void);
void trio_note_row_bind (TrioNoteRow *self,
                         GObject *item,
                         const TrioOutlineInfo *info,
                         const char *title);
void trio_note_row_unbind (TrioNoteRow *self);
GObject *trio_note_row_get_item (TrioNoteRow *self);
void trio_note_row_start_edit (TrioNoteRow *self);
gboolean trio_note_row_is_editing (TrioNoteRow *self);
void trio_note_row_finish_edit (TrioNoteRow *self);

G_END_DECLS
