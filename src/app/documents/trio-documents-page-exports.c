/* trio-documents-page-exports.c: what was exported when and where to, and the same again. */
#include "config.h"

#include "app/documents/trio-documents-page-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-export-history.h"
#include "app/documents/trio-formats-dialog.h"
#include "app/trio-compat.h"
#include "app/trio-labels.h"

#define MAX_ROWS 12

static const TrioExport *
export_of (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "export");
}

static void
folder_cb (GtkButton *button, TrioDocumentsPage *self)
{
  g_autofree char *path = trio_export_dup_path (export_of (button));

  trio_compat_show_folder (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), path);
}

/* Nothing is written before the user has seen which files would be replaced. */
static void
again_cb (GtkButton *button, TrioDocumentsPage *self)
{
  const TrioExport *export = export_of (button);
  g_autofree char *folder = g_path_get_dirname (export->stem);
  g_autofree char *name = g_path_get_basename (export->stem);
  GtkWidget *dialog;

  if (self->model == NULL)
    return;
  dialog = trio_documents_page_create_export (self, export->document, export->type);
  trio_formats_dialog_set_folder (TRIO_FORMATS_DIALOG (dialog), folder);
  trio_formats_dialog_set_name (TRIO_FORMATS_DIALOG (dialog), name);
  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    trio_formats_dialog_set_format (TRIO_FORMATS_DIALOG (dialog), (TrioFormat)i,
                                    g_strv_contains ((const char *const *)export->formats,
                                                     trio_format_get_id ((TrioFormat)i)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_button (TrioDocumentsPage *self,
            GtkWidget *row,
            const TrioExport *export,
            const char *icon,
            const char *name,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  /* The row holds it. */
  g_object_set_data (G_OBJECT (button), "export", (gpointer) export);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
dup_facts (const TrioExport *export)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (export->time);
  g_autofree char *iso = g_date_time_format (time, "%Y-%m-%d");
  g_autofree char *date = trio_label_date (iso);
  g_autofree char *clock = g_date_time_format (time, "%H:%M");
  g_autofree char *formats = trio_export_dup_formats (export);
  g_autofree char *folder = trio_label_folder (export->stem);

  /* Translators: an export: formats, date, time of the day, and the folder with the files */
  return g_strdup_printf (_ ("%s · %s, %s · %s"), formats, date, clock, folder);
}

static void
add_export (TrioDocumentsPage *self, TrioExport *export)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *facts = dup_facts (export);

  g_object_set_data_full (G_OBJECT (row), "export", export, (GDestroyNotify)trio_export_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), export->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  add_button (self, row, export, "folder-open-symbolic", _ ("Open the Folder"),
              G_CALLBACK (folder_cb));
  add_button (self, row, export, "view-refresh-symbolic", _ ("Export the Same Again"),
              G_CALLBACK (again_cb));
  adw_preferences_group_add (self->exports_group, row);
  g_ptr_array_add (self->export_rows, row);
}

/**
 * trio_documents_page_update_exports:
 * @self: the page
 *
 * Lists the newest exports of the workshop.
 */
void
trio_documents_page_update_exports (TrioDocumentsPage *self)
{
  g_autoptr (GPtrArray) exports = trio_export_history_list (self->model);

  for (guint i = 0; i < self->export_rows->len; i++)
    adw_preferences_group_remove (self->exports_group, self->export_rows->pdata[i]);
  g_ptr_array_set_size (self->export_rows, 0);
  g_ptr_array_set_free_func (exports, NULL);
  for (guint i = 0; i < exports->len; i++)
    {
      if (i < MAX_ROWS)
        add_export (self, exports->pdata[i]);
      else
        trio_export_free (exports->pdata[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->exports_group), exports->len > 0);
}

/**
 * trio_documents_page_get_export_row:
 * @self: the page
 * @index: number of an export, from 0 for the newest
 *
 * Returns: (transfer none) (nullable): its row
 */
GtkWidget *
trio_documents_page_get_export_row (TrioDocumentsPage *self, guint index)
{
  g_return_val_if_fail (TRIO_IS_DOCUMENTS_PAGE (self), NULL);

  return index < self->export_rows->len ? self->export_rows->pdata[index] : NULL;
}
