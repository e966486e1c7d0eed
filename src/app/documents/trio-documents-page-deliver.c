/* trio-documents-page-deliver.c: the document as files, on paper and on the clipboard. */
#include "config.h"

#include "app/documents/trio-documents-page-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-copy.h"
#include "app/documents/trio-export-job.h"
#include "app/documents/trio-formats-dialog.h"
#include "app/documents/trio-print.h"
#include "app/trio-compat.h"

static void
set_making (TrioDocumentsPage *self, gboolean making)
{
  gtk_spinner_set_spinning (self->spinner, making);
  gtk_widget_set_sensitive (self->print_button, !making);
  gtk_widget_set_sensitive (self->copy_button, !making);
}

static void
tell_trouble (TrioDocumentsPage *self, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  trio_compat_show_message (GTK_WINDOW (root), _ ("The document cannot leave yet"), error->message);
  if (self->report != NULL && trio_gate_report_blocks (self->report))
    gtk_stack_set_visible_child_name (self->stack, "checks");
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioExportResult) made = trio_export_finish (result, &error);

  if (self->model == NULL)
    return;
  g_clear_object (&self->making);
  set_making (self, FALSE);
  if (made == NULL)
    tell_trouble (self, error);
  else if (made->goal == TRIO_EXPORT_CLIPBOARD)
    {
      trio_copy_document (GTK_WIDGET (self), made->html, made->text);
      trio_page_notice (TRIO_PAGE (self), _ ("Copied with and without formatting"), FALSE);
    }
  else
    trio_print (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), made->layout,
                trio_doc_get (made->doc, TRIO_DOC_TITLE));
}

static void
make (TrioDocumentsPage *self, TrioExportGoal goal)
{
  g_autoptr (TrioSnapshot) snapshot = NULL;
  TrioDocumentSettings settings;

  if (self->model == NULL || self->making != NULL)
    return;
  snapshot = trio_model_dup_snapshot (self->model);
  settings = trio_document_settings_for (snapshot, self->document, self->type);
  self->making = g_cancellable_new ();
  set_making (self, TRUE);
  trio_export_async (snapshot, trio_documents_page_get_path (self), &settings,
                     trio_document_options_for (snapshot, self->document), goal, TRIO_FORMAT_DOCX,
                     NULL, self->making, made_cb, g_object_ref (self));
}

static void
print_cb (GtkButton *button, TrioDocumentsPage *self)
{
  make (self, TRIO_EXPORT_PAPER);
}

static void
copy_cb (GtkButton *button, TrioDocumentsPage *self)
{
  make (self, TRIO_EXPORT_CLIPBOARD);
}

static void
exported_cb (TrioFormatsDialog *dialog, guint n, const char *path, TrioDocumentsPage *self)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_basename (folder);
  /* Translators: how many files were written, and the folder that they are in */
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u file is in “%s”", "%u files are in “%s”", n), n, shown);

  trio_page_notice (TRIO_PAGE (self), text, FALSE);
  trio_documents_page_update_exports (self);
}

/**
 * trio_documents_page_create_export:
 * @self: the page
 * @document: number of a document, or 0
 * @type: its type
 *
 * Returns: (transfer none): a dialog that exports it, not shown yet
 */
GtkWidget *
trio_documents_page_create_export (TrioDocumentsPage *self, TrioId document, const char *type)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = trio_formats_dialog_new (GTK_WINDOW (root), self->model,
                                               trio_documents_page_get_path (self), document, type);

  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, 0);
  return dialog;
}

static void
export_cb (GtkButton *button, TrioDocumentsPage *self)
{
  if (self->model != NULL)
    trio_documents_page_open_export (self);
}

/**
 * trio_documents_page_init_deliver:
 * @self: the page
 *
 * Connects the buttons.
 */
void
trio_documents_page_init_deliver (TrioDocumentsPage *self)
{
  g_signal_connect (self->export_button, "clicked", G_CALLBACK (export_cb), self);
  g_signal_connect (self->print_button, "clicked", G_CALLBACK (print_cb), self);
  g_signal_connect (self->copy_button, "clicked", G_CALLBACK (copy_cb), self);
}

/**
 * trio_documents_page_open_export:
 * @self: the page
 *
 * Asks for formats and folder, as the button does.
 *
 * Returns: (transfer none): the dialog, which is shown
 */
GtkWidget *
trio_documents_page_open_export (TrioDocumentsPage *self)
{
  GtkWidget *dialog;

  g_return_val_if_fail (TRIO_IS_DOCUMENTS_PAGE (self) && self->model != NULL, NULL);

  dialog = trio_documents_page_create_export (self, self->document, self->type);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
