/* trio-paste-dialog.h: dialogue material is pasted, and its themes are recognised. */
#pragma once

#include <adwaita.h>

#include "exchange/trio-theme-set.h"

G_BEGIN_DECLS

#define TRIO_TYPE_PASTE_DIALOG (trio_paste_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioPasteDialog, trio_paste_dialog, TRIO, PASTE_DIALOG, AdwWindow)

/* Signal "accepted": the themes that were recognised are wanted. */

GtkWidget *trio_paste_dialog_new (GtkWindow *parent);
void trio_paste_dialog_set_text (TrioPasteDialog *self, const char *text);
TrioThemeSet *trio_paste_dialog_get_set (TrioPasteDialog *self);
void trio_paste_dialog_accept (TrioPasteDialog *self);

G_END_DECLS
