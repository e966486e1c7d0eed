/* trio-note-editor.h: edits the words of one input in place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIO_TYPE_NOTE_EDITOR (trio_note_editor_get_type ())

G_DECLARE_FINAL_TYPE (TrioNoteEditor, trio_note_editor, TRIO, NOTE_EDITOR, GtkTextView)

/* Signal "done" (gboolean keep): Enter, Escape, or the focus went elsewhere. */

GtkWidget *trio_note_editor_new (const char *text);
char *trio_note_editor_dup_text (TrioNoteEditor *self);

G_END_DECLS
