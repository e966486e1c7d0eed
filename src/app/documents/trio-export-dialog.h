/* trio-export-dialog.h: asks which document is to be made, and what it is to be like. */
#pragma once

#include <adwaita.h>

#include "app/documents/trio-export-job.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_EXPORT_DIALOG (trio_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioExportDialog, trio_export_dialog, TRIO, EXPORT_DIALOG, AdwWindow)

/* Signals: "done" (pointer: the TrioExportResult)
 * "details": the user wants to fill in the workshop's details first */

GtkWidget *
trio_export_dialog_new (GtkWindow *parent, TrioModel *model, const char *path, TrioExportGoal goal);
void trio_export_dialog_choose (TrioExportDialog *self, guint index);
void trio_export_dialog_export_to (TrioExportDialog *self, const char *output);

G_END_DECLS
