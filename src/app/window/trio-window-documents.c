/* trio-window-documents.c: the window's commands that bring inputs in and documents out. */
#include "config.h"

#include "app/window/trio-window-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-copy.h"
#include "app/documents/trio-document-memory.h"
#include "app/documents/trio-export-dialog.h"
#include "app/documents/trio-print.h"
#include "app/files/trio-import-dialog.h"
#include "app/preview/trio-preview-source.h"
#include "app/trio-compat.h"

/* Documents */

/* What a document says of the day is written where the day is prepared. */
static void
show_details (TrioWindow *self)
{
  trio_workshop_view_show_page (self->view, "setup");
}

static void
tell_warnings (GString *text, guint n_warnings)
{
  if (n_warnings > 0)
    /* Translators: follows what was done with a document */
    g_string_append_printf (text,
                            ngettext (" – %u warning from the checks",
                                      " – %u warnings from the checks", n_warnings),
                            n_warnings);
}

static void
tell_exported (TrioWindow *self, const TrioExportResult *result)
{
  g_autofree char *name = g_filename_display_basename (result->output);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: %s is a file name */
  g_string_printf (text, _ ("Exported as “%s”"), name);
  tell_warnings (text, result->n_warnings);
  g_free (self->exported);
  self->exported = g_strdup (result->output);
  trio_window_toast (self, text->str, _ ("_Open Folder"), "win.open-exported");
}

static void
copy_result (TrioWindow *self, const TrioExportResult *result)
{
  g_autoptr (GString) text = g_string_new (_ ("Copied with and without formatting"));

  trio_copy_document (GTK_WIDGET (self), result->html, result->text);
  tell_warnings (text, result->n_warnings);
  trio_window_notify_user (self, text->str, FALSE);
}

static void
made_cb (TrioExportDialog *dialog, const TrioExportResult *result, TrioWindow *self)
{
  if (result->goal == TRIO_EXPORT_FILE)
    tell_exported (self, result);
  else if (result->goal == TRIO_EXPORT_CLIPBOARD)
    copy_result (self, result);
  else
    trio_print (GTK_WINDOW (self), result->layout, trio_doc_get (result->doc, TRIO_DOC_TITLE));
  if (result->remarks->len > 0)
    {
      g_autoptr (GString) body = g_string_new (NULL);

      for (guint i = 0; i < result->remarks->len; i++)
        g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "",
                                (const char *)result->remarks->pdata[i]);
      trio_compat_show_message (GTK_WINDOW (self), _ ("Another template was used"), body->str);
    }
}

static void
details_wanted_cb (TrioExportDialog *dialog, TrioWindow *self)
{
  show_details (self);
}

static void
show_dialog (TrioWindow *self, TrioExportGoal goal)
{
  GtkWidget *dialog;

  trio_workshop_view_finish_edit (self->view);
  dialog = trio_export_dialog_new (GTK_WINDOW (self), trio_store_get_model (self->store),
                                   self->path, goal);
  g_signal_connect_object (dialog, "done", G_CALLBACK (made_cb), self, 0);
  g_signal_connect_object (dialog, "details", G_CALLBACK (details_wanted_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_dialog (user_data, TRIO_EXPORT_FILE);
}

static void
print_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_dialog (user_data, TRIO_EXPORT_PAPER);
}

static void
copy_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_dialog (user_data, TRIO_EXPORT_CLIPBOARD);
}

/* What hangs and lies at the stations of one theme */

static void
theme_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioExportResult) made = trio_export_finish (result, &error);

  if (self->store == NULL)
    return;
  if (made != NULL)
    trio_print (GTK_WINDOW (self), made->layout, trio_doc_get (made->doc, TRIO_DOC_TITLE));
  else
    trio_compat_show_message (GTK_WINDOW (self), _ ("The document was not printed"),
                              error->message);
}

static void
print_theme_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  TrioModel *model = trio_store_get_model (self->store);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  TrioBuildOptions *options;
  TrioDocumentSettings settings;
  const char *type;
  gint64 theme;
  TrioId document;

  g_variant_get (parameter, "(&sx)", &type, &theme);
  document = trio_document_memory_find (model, type);
  settings = trio_document_settings_for (snapshot, document, type);
  options = trio_document_options_for (snapshot, document);
  trio_build_options_set_only_theme (options, theme);
  trio_export_async (snapshot, self->path, &settings, options, TRIO_EXPORT_PAPER, TRIO_FORMAT_PDF,
                     NULL, NULL, theme_made_cb, g_object_ref (self));
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
  TrioNoteDraft draft = { 0 };

  trio_workshop_view_fill_draft (self->view, &draft);
  trio_import_dialog_set_locked (TRIO_IMPORT_DIALOG (dialog), trio_window_is_running (self),
                                 draft.practice);
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

/* Shows what a file that was dropped on the board would bring. */
static void
import_file_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  import_chosen_cb (file, g_object_ref (user_data));
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
    { "print", print_action_cb },
    { "copy-document", copy_action_cb },
    { "print-theme", print_theme_action_cb, "(sx)" },
    { "open-exported", open_exported_action_cb },
    { "details", details_action_cb },
    { "import", import_action_cb },
    { "import-text", import_text_action_cb, "s" },
    { "import-file", import_file_action_cb, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
