/* trio-set-dialog.h: chooses a set of themes and adds them to the workshop. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SET_DIALOG (trio_set_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioSetDialog, trio_set_dialog, TRIO, SET_DIALOG, AdwWindow)

GtkWidget *trio_set_dialog_new (GtkWindow *parent, TrioModel *model);

G_END_DECLS
