/* trio-export-dialog.c: asks what the note is to be like, and writes it. */
#include "config.h"

#include "app/trio-export-dialog.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-export-job.h"
#include "app/trio-labels.h"
#include "app/trio-settings.h"

struct _TrioExportDialog
{
  AdwWindow parent_instance;

  GtkButton *cancel_button;
  GtkWidget *export_button;
  GtkSpinner *spinner;
  GtkWidget *page;
  AdwComboRow *format_row;
  AdwComboRow *language_row;
  GtkWidget *group_row;
  GtkSwitch *group_switch;
  GtkWidget *missing_group;
  AdwActionRow *missing_row;
  GtkWidget *details_button;
  GtkWidget *error_group;
  GtkLabel *error_label;

  TrioModel *model;
  char *path;
  char *output;
  GCancellable *running;
};

G_DEFINE_FINAL_TYPE (TrioExportDialog, trio_export_dialog, ADW_TYPE_WINDOW)

enum
{
  EXPORTED,
  DETAILS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
language_of (TrioExportDialog *self)
{
  return adw_combo_row_get_selected (self->language_row) == TRIO_LANGUAGE_DA ? "da" : "en";
}

static TrioFormat
format_of (TrioExportDialog *self)
{
  return (TrioFormat)adw_combo_row_get_selected (self->format_row);
}

static void
show_error (TrioExportDialog *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->error_group, text != NULL);
}

static void
show_missing (TrioExportDialog *self)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  g_autoptr (GPtrArray) labels
      = trio_export_list_missing (snapshot, self->path, language_of (self));
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->missing_group, labels->len > 0);
  if (labels->len == 0)
    return;

  g_ptr_array_add (labels, NULL);
  list = g_strjoinv (", ", (char **)labels->pdata);
  /* Translators: %s is a list of what a workshop has no words for, such as “aim, place” */
  text = g_strdup_printf (_ ("Nothing has been written for: %s."), list);
  adw_action_row_set_subtitle (self->missing_row, text);
}

static void
set_running (TrioExportDialog *self, gboolean running)
{
  gtk_spinner_set_spinning (self->spinner, running);
  gtk_widget_set_sensitive (self->page, !running);
  gtk_widget_set_sensitive (self->export_button, !running);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = trio_export_finish (result, NULL, &error);

  if (self->model == NULL)
    return;
  g_clear_object (&self->running);
  set_running (self, FALSE);
  if (done)
    {
      g_signal_emit (self, signals[EXPORTED], 0, self->output);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioExportDialog) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->model != NULL)
    trio_export_dialog_export_to (self, path);
}

static char *
suggest_name (TrioExportDialog *self)
{
  TrioObject *workshop = trio_model_get_workshop (self->model);
  const char *title = trio_object_get_text (workshop, TRIO_WORKSHOP_TITLE);
  /* Translators: file name of the exported note; %s is the title of the workshop */
  g_autofree char *text
      = g_strdup_printf (_ ("Note – %s"), title != NULL && *title ? title : _ ("Workshop"));
  g_autofree char *name = trio_suggest_file_name (text, NULL);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".trio"));

  return g_strdup_printf ("%s.%s", stem, trio_format_get_extension (format_of (self)));
}

static void
export_clicked_cb (GtkButton *button, TrioExportDialog *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = suggest_name (self);

  trio_compat_save_file (GTK_WINDOW (self), _ ("Export the Note"), TRIO_FILE_ANY, folder, name,
                         file_chosen_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (GtkButton *button, TrioExportDialog *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
details_clicked_cb (GtkButton *button, TrioExportDialog *self)
{
  g_signal_emit (self, signals[DETAILS], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
format_changed_cb (TrioExportDialog *self)
{
  /* A table has a column for the cluster; there is nothing to group. */
  gtk_widget_set_sensitive (self->group_row, format_of (self) != TRIO_FORMAT_CSV);
  show_error (self, NULL);
}

static void
fill_formats (TrioExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autofree char *last
      = settings != NULL ? g_settings_get_string (settings, "export-format") : NULL;
  TrioFormat format = TRIO_FORMAT_DOCX;

  for (int i = 0; i < TRIO_N_FORMATS; i++)
    gtk_string_list_append (names, trio_format_get_name ((TrioFormat)i));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (names));
  if (last != NULL)
    trio_format_from_id (last, &format, NULL);
  adw_combo_row_set_selected (self->format_row, (guint)format);
}

static void
trio_export_dialog_dispose (GObject *object)
{
  TrioExportDialog *self = TRIO_EXPORT_DIALOG (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_export_dialog_parent_class)->dispose (object);
}

static void
trio_export_dialog_finalize (GObject *object)
{
  TrioExportDialog *self = TRIO_EXPORT_DIALOG (object);

  g_free (self->path);
  g_free (self->output);

  G_OBJECT_CLASS (trio_export_dialog_parent_class)->finalize (object);
}

static void
trio_export_dialog_class_init (TrioExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_export_dialog_finalize;

  /**
   * TrioExportDialog::exported:
   * @self: the dialog
   * @path: the file
   *
   * The note was written.
   */
  signals[EXPORTED] = g_signal_new ("exported", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TrioExportDialog::details:
   * @self: the dialog
   *
   * The workshop's details are to be filled in first.
   */
  signals[DETAILS]
      = g_signal_new ("details", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, group_switch);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, missing_group);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, missing_row);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, details_button);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, error_group);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, error_label);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
trio_export_dialog_init (TrioExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_mend_names (GTK_WIDGET (self));
  fill_formats (self);
  g_signal_connect (self->cancel_button, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  g_signal_connect (self->export_button, "clicked", G_CALLBACK (export_clicked_cb), self);
  g_signal_connect (self->details_button, "clicked", G_CALLBACK (details_clicked_cb), self);
  g_signal_connect_swapped (self->format_row, "notify::selected", G_CALLBACK (format_changed_cb),
                            self);
}

/**
 * trio_export_dialog_new:
 * @parent: the window that asks
 * @model: the workshop
 * @path: its file
 *
 * Returns: (transfer none): a new dialog, not shown yet
 */
GtkWidget *
trio_export_dialog_new (GtkWindow *parent, TrioModel *model, const char *path)
{
  TrioExportDialog *self = g_object_new (TRIO_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  TrioObject *workshop = trio_model_get_workshop (model);
  guint n_clusters = g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_CLUSTER));

  self->model = g_object_ref (model);
  self->path = g_strdup (path);
  adw_combo_row_set_selected (self->language_row,
                              (guint)trio_object_get_int (workshop, TRIO_WORKSHOP_LANGUAGE));
  gtk_widget_set_visible (self->group_row, n_clusters > 0);
  gtk_widget_set_visible (self->details_button, !trio_model_get_read_only (model));
  g_signal_connect_swapped (self->language_row, "notify::selected", G_CALLBACK (show_missing),
                            self);
  show_missing (self);
  format_changed_cb (self);
  gtk_widget_grab_focus (self->export_button);
  return GTK_WIDGET (self);
}

/**
 * trio_export_dialog_export_to:
 * @self: the dialog
 * @output: the file to write
 *
 * Writes the note as the dialog says. The dialog closes when that is done, and stays with a
 * message when it failed.
 */
void
trio_export_dialog_export_to (TrioExportDialog *self, const char *output)
{
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (GSettings) settings = trio_settings_dup ();
  TrioExportOptions options;

  g_return_if_fail (TRIO_IS_EXPORT_DIALOG (self));
  g_return_if_fail (output != NULL);
  g_return_if_fail (self->running == NULL);

  options.format = format_of (self);
  options.language = language_of (self);
  options.group_by_cluster
      = gtk_widget_get_visible (self->group_row) && gtk_switch_get_active (self->group_switch);
  if (settings != NULL)
    g_settings_set_string (settings, "export-format", trio_format_get_id (options.format));

  show_error (self, NULL);
  g_free (self->output);
  self->output = g_strdup (output);
  self->running = g_cancellable_new ();
  set_running (self, TRUE);
  snapshot = trio_model_dup_snapshot (self->model);
  trio_export_async (snapshot, self->path, &options, output, self->running, exported_cb,
                     g_object_ref (self));
}
