/* trio-details-dialog.h: what is said about the workshop itself. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_DETAILS_DIALOG (trio_details_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioDetailsDialog, trio_details_dialog, TRIO, DETAILS_DIALOG, AdwWindow)

GtkWidget *trio_details_dialog_new (GtkWindow *parent, TrioModel *model);
gboolean trio_details_dialog_save (TrioDetailsDialog *self);
GtkWidget *trio_details_dialog_get_row (TrioDetailsDialog *self, guint field);

G_END_DECLS
