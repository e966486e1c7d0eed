/* trio-import-dialog.h: shows what an import would bring, and does it when told. */
#pragma once

#include <adwaita.h>

#include "exchange/trio-import.h"

G_BEGIN_DECLS

#define TRIO_TYPE_IMPORT_DIALOG (trio_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioImportDialog, trio_import_dialog, TRIO, IMPORT_DIALOG, AdwWindow)

/* Signal "imported" (uint: how many inputs came). */

GtkWidget *trio_import_dialog_new (GtkWindow *parent, TrioModel *model, guint station);
void
trio_import_dialog_set_locked (TrioImportDialog *self, gboolean locks_stations, gboolean practice);
void trio_import_dialog_read_file (TrioImportDialog *self, GFile *file);
void trio_import_dialog_read_text (TrioImportDialog *self, const char *text);
gboolean trio_import_dialog_is_ready (TrioImportDialog *self);
void trio_import_dialog_import (TrioImportDialog *self);

G_END_DECLS
