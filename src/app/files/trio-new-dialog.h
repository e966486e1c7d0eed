/* trio-new-dialog.h: a new workshop in two pages: themes, then title, date and place. */
#pragma once

#include <adwaita.h>

#include "store/trio-store.h"

G_BEGIN_DECLS

#define TRIO_TYPE_NEW_DIALOG (trio_new_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioNewDialog, trio_new_dialog, TRIO, NEW_DIALOG, AdwWindow)

/* Signal "created" (TrioStore): the new workshop, open. */

GtkWidget *trio_new_dialog_new (GtkWindow *parent);
void trio_new_dialog_read_parent (TrioNewDialog *self, const char *path);

G_END_DECLS
