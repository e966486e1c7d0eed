/* trio-earlier-dialog.h: looks back over the events in a folder: what came up again, and what the
 * status note tells of them. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_EARLIER_DIALOG (trio_earlier_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrioEarlierDialog, trio_earlier_dialog, TRIO, EARLIER_DIALOG, AdwWindow)

/* Signal "collected" (gint64 document, guint lines): so many lines were added to a status note. */

GtkWidget *
trio_earlier_dialog_new (GtkWindow *parent, TrioModel *model, const char *path, TrioId document);
void trio_earlier_dialog_read (TrioEarlierDialog *self, const char *folder);
gboolean trio_earlier_dialog_is_busy (TrioEarlierDialog *self);
guint trio_earlier_dialog_get_n_topics (TrioEarlierDialog *self);
GtkWidget *trio_earlier_dialog_get_row (TrioEarlierDialog *self, guint index);
void trio_earlier_dialog_collect (TrioEarlierDialog *self);

G_END_DECLS
