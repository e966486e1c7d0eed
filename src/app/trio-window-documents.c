/* trio-window-documents.c: the window's commands that bring inputs in and documents out. */
#include "config.h"

#include "app/trio-window-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-details-dialog.h"
#include "app/trio-export-dialog.h"
#include "app/trio-import-dialog.h"

/* Export */

static void
show_details (TrioWindow *self)
{
  GtkWidget *dialog
      = trio_details_dialog_new (GTK_WINDOW (self), trio_store_get_model (self->store));

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
exported_cb (TrioExportDialog *dialog, const char *path, TrioWindow *self)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is a file name */
  g_autofree char *text = g_strdup_printf (_ ("Exported as “%s”"), name);

  g_free (self->exported);
  self->exported = g_strdup (path);
  trio_window_toast (self, text, _ ("_Open Folder"), "win.open-exported");
}

static void
details_wanted_cb (TrioExportDialog *dialog, TrioWindow *self)
{
  show_details (self);
}

static void
export_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  GtkWidget *dialog;

  trio_workshop_view_finish_edit (self->view);
  dialog
      = trio_export_dialog_new (GTK_WINDOW (self), trio_store_get_model (self->store), self->path);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, 0);
  g_signal_connect_object (dialog, "details", G_CALLBACK (details_wanted_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_exported_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->exported != NULL)
    trio_compat_show_folder (GTK_WINDOW (self), self->exported);
}

static void
details_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_details (user_data);
}

/* Import */

static void
imported_cb (TrioImportDialog *dialog, guint n, TrioWindow *self)
{
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u input imported", "%u inputs imported", n), n);

  trio_window_notify_user (self, text, TRUE);
  trio_workshop_view_focus_capture (self->view);
}

static TrioImportDialog *
create_import_dialog (TrioWindow *self)
{
  TrioModel *model = trio_store_get_model (self->store);
  TrioObject *station = trio_model_get_object (model, trio_workshop_view_get_station (self->view));
  gint64 number = station != NULL ? trio_object_get_int (station, TRIO_STATION_NUMBER) : 0;
  GtkWidget *dialog = trio_import_dialog_new (GTK_WINDOW (self), model, (guint)number);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, 0);
  return TRIO_IMPORT_DIALOG (dialog);
}

static void
import_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  TrioImportDialog *dialog;

  if (file == NULL || self->store == NULL)
    return;

  dialog = create_import_dialog (self);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_import_dialog_read_file (dialog, file);
}

static void
import_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  trio_compat_open_file (GTK_WINDOW (self), _ ("Import Inputs"), TRIO_FILE_IMPORT, import_chosen_cb,
                         g_object_ref (self));
}

/* Shows what a pasted text would bring that is more than a list for one station. */
static void
import_text_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioImportDialog *dialog = create_import_dialog (user_data);

  gtk_window_present (GTK_WINDOW (dialog));
  trio_import_dialog_read_text (dialog, g_variant_get_string (parameter, NULL));
}

/**
 * trio_window_install_document_actions:
 * @self: the window
 *
 * Makes the commands of this file.
 */
void
trio_window_install_document_actions (TrioWindow *self)
{
  static const GActionEntry entries[] = {
    { "export", export_action_cb },
    { "open-exported", open_exported_action_cb },
    { "details", details_action_cb },
    { "import", import_action_cb },
    { "import-text", import_text_action_cb, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
