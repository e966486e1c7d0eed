/* trio-formats-dialog.h: exports a document in several formats at once. */
#pragma once

#include <adwaita.h>

#include "document/writers/trio-writer.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_FORMATS_DIALOG (trio_formats_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioFormatsDialog, trio_formats_dialog, TRIO, FORMATS_DIALOG, AdwWindow)

/* Signal "exported" (uint n, string path): files were written; the path of one of them */

GtkWidget *trio_formats_dialog_new (
    GtkWindow *parent, TrioModel *model, const char *path, TrioId document, const char *type);
void trio_formats_dialog_set_folder (TrioFormatsDialog *self, const char *folder);
void trio_formats_dialog_set_name (TrioFormatsDialog *self, const char *name);
void trio_formats_dialog_set_format (TrioFormatsDialog *self, TrioFormat format, gboolean wanted);
void trio_formats_dialog_export (TrioFormatsDialog *self);
gboolean trio_formats_dialog_is_running (TrioFormatsDialog *self);
const char *trio_formats_dialog_get_message (TrioFormatsDialog *self);

G_END_DECLS
