/* trio-export-dialog.h: asks what the note is to be like, and writes it. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_EXPORT_DIALOG (trio_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioExportDialog, trio_export_dialog, TRIO, EXPORT_DIALOG, AdwWindow)

/* Signals: "exported" (string: the file that was written)
 * "details": the user wants to fill in the workshop's details first */

GtkWidget *trio_export_dialog_new (GtkWindow *parent, TrioModel *model, const char *path);
void trio_export_dialog_export_to (TrioExportDialog *self, const char *output);

G_END_DECLS
