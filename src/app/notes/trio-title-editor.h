/* trio-title-editor.h: edits the title of a cluster in place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIO_TYPE_TITLE_EDITOR (trio_title_editor_get_type ())

G_DECLARE_FINAL_TYPE (TrioTitleEditor, trio_title_editor, TRIO, TITLE_EDITOR, GtkWidget)

/* Signals: "done" (gboolean keep): the edit has ended */

GtkWidget *trio_title_editor_new (const char *title);
char *trio_title_editor_dup_text (TrioTitleEditor *self);

G_END_DECLS
