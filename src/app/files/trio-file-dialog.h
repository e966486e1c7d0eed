/* trio-file-dialog.h: about the file of a workshop: size, inputs, earlier states, soundness. */
#pragma once

#include <adwaita.h>

#include "store/trio-store.h"

G_BEGIN_DECLS

#define TRIO_TYPE_FILE_DIALOG (trio_file_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioFileDialog, trio_file_dialog, TRIO, FILE_DIALOG, AdwWindow)

/* Signal "restore" (string path): an earlier state is wanted. */

GtkWidget *trio_file_dialog_new (GtkWindow *parent, TrioStore *store);
void trio_file_dialog_check (TrioFileDialog *self);
gboolean trio_file_dialog_is_busy (TrioFileDialog *self);
const char *trio_file_dialog_get_verdict (TrioFileDialog *self);

G_END_DECLS
