/* trio-formats-dialog.c: exports a document in several formats at once.
 *
 * The files are written one after the other, each in a thread and each as a whole or not at all.
 * Cancelling stops before the next one. What the checks block is told before anything is
 * written.
 */
#include "config.h"

#include "app/documents/trio-formats-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/documents/trio-document-types.h"
#include "app/documents/trio-export-history.h"
#include "app/documents/trio-export-job.h"
#include "app/preview/trio-preview-source.h"
#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "app/trio-settings.h"

struct _TrioFormatsDialog
{
  AdwWindow parent_instance;

  GtkWidget *page;
  GtkButton *cancel_button;
  GtkWidget *export_button;
  AdwPreferencesGroup *formats_group;
  AdwEntryRow *name_row;
  AdwActionRow *folder_row;
  GtkWidget *folder_button;
  GtkProgressBar *progress;
  GtkWidget *error_group;
  GtkLabel *error_label;

  TrioModel *model;
  char *path;
  TrioId document;
  const char *type;
  char *folder;
  GtkWidget *checks[TRIO_N_FORMATS];
  GtkWidget *rows[TRIO_N_FORMATS];
  GCancellable *running;
  TrioFormat current;
  guint n_wanted;
  guint n_done;
  char *last;
};

G_DEFINE_FINAL_TYPE (TrioFormatsDialog, trio_formats_dialog, ADW_TYPE_WINDOW)

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void export_next (TrioFormatsDialog *self);

static gboolean
is_wanted (TrioFormatsDialog *self, TrioFormat format)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[format]));
}

static char *
dup_output (TrioFormatsDialog *self, TrioFormat format)
{
  g_autofree char *title
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autofree char *safe = trio_suggest_file_name (title, NULL);
  g_autofree char *stem = g_strndup (safe, strlen (safe) - strlen (".trio"));
  g_autofree char *name = g_strdup_printf ("%s.%s", stem, trio_format_get_extension (format));

  return g_build_filename (self->folder, name, NULL);
}

static void
show_message (TrioFormatsDialog *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->error_group, text != NULL);
}

/* Says which files are there already, before they are replaced. */
static void
show_files (TrioFormatsDialog *self)
{
  guint n_wanted = 0;

  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    {
      g_autofree char *output = dup_output (self, (TrioFormat)i);
      g_autofree char *name = g_filename_display_basename (output);
      g_autofree char *text = NULL;

      if (is_wanted (self, (TrioFormat)i) && g_file_test (output, G_FILE_TEST_EXISTS))
        /* Translators: %s is a file name */
        text = g_strdup_printf (_ ("%s · replaces the file that is there"), name);
      else
        text = g_strdup (name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]), text);
      n_wanted += is_wanted (self, (TrioFormat)i) ? 1 : 0;
    }
  gtk_widget_set_sensitive (self->export_button, n_wanted > 0 && self->running == NULL);
}

static void
show_folder (TrioFormatsDialog *self)
{
  g_autofree char *inside = g_build_filename (self->folder, "x", NULL);
  g_autofree char *name = trio_label_folder (inside);

  adw_action_row_set_subtitle (self->folder_row, name);
  show_files (self);
}

static void
set_running (TrioFormatsDialog *self, gboolean running)
{
  gtk_widget_set_sensitive (self->page, !running);
  gtk_widget_set_sensitive (self->export_button, !running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
}

/* Returns: (element-type utf8): the formats that are wanted, ended by %NULL. */
static GPtrArray *
list_formats (TrioFormatsDialog *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    if (is_wanted (self, (TrioFormat)i))
      g_ptr_array_add (ids, (gpointer)trio_format_get_id ((TrioFormat)i));
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* For the next export, and for the list of those that were made. */
static void
remember (TrioFormatsDialog *self)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autoptr (GPtrArray) ids = list_formats (self);
  g_autofree char *stem = g_strndup (self->last, (gsize)(strrchr (self->last, '.') - self->last));

  if (settings != NULL)
    g_settings_set_strv (settings, "export-formats", (const char *const *)ids->pdata);
  trio_export_history_add (self->model, self->document, self->type, stem,
                           (const char *const *)ids->pdata);
}

static void
finish (TrioFormatsDialog *self)
{
  g_clear_object (&self->running);
  set_running (self, FALSE);
  if (self->last == NULL)
    return;
  remember (self);
  g_signal_emit (self, signals[EXPORTED], 0, self->n_done, self->last);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioFormatsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioExportResult) made = trio_export_finish (result, &error);
  g_autofree char *text = NULL;

  if (self->model == NULL)
    return;
  if (made != NULL)
    {
      g_free (self->last);
      self->last = g_strdup (made->output);
      self->n_done++;
      self->current++;
      export_next (self);
      return;
    }
  g_clear_object (&self->running);
  set_running (self, FALSE);
  text = trio_export_dup_failure (error, self->n_done);
  show_message (self, text);
  show_files (self);
}

static void
export_next (TrioFormatsDialog *self)
{
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autofree char *output = NULL;
  g_autofree char *text = NULL;
  TrioDocumentSettings settings;

  while (self->current < TRIO_N_FORMATS && !is_wanted (self, self->current))
    self->current++;
  if (self->current >= TRIO_N_FORMATS)
    {
      finish (self);
      return;
    }
  output = dup_output (self, self->current);
  /* Translators: which file is being written: its format, its number, and how many there are */
  text = g_strdup_printf (_ ("%s – %u of %u"), trio_format_get_name (self->current),
                          self->n_done + 1, self->n_wanted);
  gtk_progress_bar_set_text (self->progress, text);
  gtk_progress_bar_set_fraction (self->progress, (double)self->n_done / MAX (self->n_wanted, 1));
  snapshot = trio_model_dup_snapshot (self->model);
  settings = trio_document_settings_for (snapshot, self->document, self->type);
  trio_export_async (snapshot, self->path, &settings,
                     trio_document_options_for (snapshot, self->document), TRIO_EXPORT_FILE,
                     self->current, output, self->running, written_cb, g_object_ref (self));
}

static void
cancel_cb (TrioFormatsDialog *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
folder_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioFormatsDialog) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->model != NULL)
    trio_formats_dialog_set_folder (self, path);
}

static void
folder_cb (GtkButton *button, TrioFormatsDialog *self)
{
  trio_compat_choose_folder (GTK_WINDOW (self), _ ("Folder for the Files"), self->folder,
                             folder_chosen_cb, g_object_ref (self));
}

static void
add_format (TrioFormatsDialog *self, TrioFormat format)
{
  const char *name = trio_format_get_name (format);
  GtkWidget *row = self->rows[format] = adw_action_row_new ();
  GtkWidget *check = self->checks[format] = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE); /* the box has the focus, and tells its state */
  adw_preferences_group_add (self->formats_group, row);
}

static void
choose_formats (TrioFormatsDialog *self)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_auto (GStrv) ids = settings != NULL ? g_settings_get_strv (settings, "export-formats") : NULL;
  gboolean is_any = FALSE;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      TrioFormat format;

      if (!trio_format_from_id (ids[i], &format, NULL))
        continue;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[format]), TRUE);
      is_any = TRUE;
    }
  if (!is_any)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[TRIO_FORMAT_DOCX]), TRUE);
}

static void
trio_formats_dialog_dispose (GObject *object)
{
  TrioFormatsDialog *self = TRIO_FORMATS_DIALOG (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_formats_dialog_parent_class)->dispose (object);
}

static void
trio_formats_dialog_finalize (GObject *object)
{
  TrioFormatsDialog *self = TRIO_FORMATS_DIALOG (object);

  g_free (self->path);
  g_free (self->folder);
  g_free (self->last);

  G_OBJECT_CLASS (trio_formats_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, TrioFormatsDialog, child)

static void
trio_formats_dialog_class_init (TrioFormatsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_formats_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_formats_dialog_finalize;

  /**
   * TrioFormatsDialog::exported:
   * @self: the dialog
   * @n: how many files were written
   * @path: one of them
   *
   * All files that were wanted are there.
   */
  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-formats-dialog.ui");
  BIND (page);
  BIND (cancel_button);
  BIND (export_button);
  BIND (formats_group);
  BIND (name_row);
  BIND (folder_row);
  BIND (folder_button);
  BIND (progress);
  BIND (error_group);
  BIND (error_label);
  trio_compat_make_dialog (widget_class);
}

static void
trio_formats_dialog_init (TrioFormatsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_announce_changes (self->error_label);
  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    add_format (self, (TrioFormat)i);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (self->export_button, "clicked", G_CALLBACK (trio_formats_dialog_export),
                            self);
  g_signal_connect (self->folder_button, "clicked", G_CALLBACK (folder_cb), self);
  trio_compat_mend_names (GTK_WIDGET (self));
}

/**
 * trio_formats_dialog_new:
 * @parent: (nullable): the window that asks
 * @model: the workshop
 * @path: (nullable): its file; the folder is offered first
 * @document: number of the document, or 0 for one that is not remembered
 * @type: its type
 *
 * Returns: (transfer none): a new dialog, not shown yet
 */
GtkWidget *
trio_formats_dialog_new (
    GtkWindow *parent, TrioModel *model, const char *path, TrioId document, const char *type)
{
  TrioFormatsDialog *self = g_object_new (TRIO_TYPE_FORMATS_DIALOG, "transient-for", parent, NULL);
  const TrioDocumentType *known = trio_document_type_find (type);
  g_autofree char *name
      = trio_document_type_suggest_name (known, model, document, TRIO_FORMAT_DOCX);
  char *dot = strrchr (name, '.');

  if (dot != NULL)
    *dot = '\0';
  self->model = g_object_ref (model);
  self->path = g_strdup (path);
  self->document = document;
  self->type = known->id;
  self->folder = path != NULL ? g_path_get_dirname (path) : g_strdup (g_get_home_dir ());
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  choose_formats (self);
  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    g_signal_connect_swapped (self->checks[i], "toggled", G_CALLBACK (show_files), self);
  g_signal_connect_swapped (self->name_row, "changed", G_CALLBACK (show_files), self);
  show_folder (self);
  gtk_widget_grab_focus (self->export_button);
  return GTK_WIDGET (self);
}

/**
 * trio_formats_dialog_set_folder:
 * @self: the dialog
 * @folder: a folder
 *
 * Chooses where the files go.
 */
void
trio_formats_dialog_set_folder (TrioFormatsDialog *self, const char *folder)
{
  g_return_if_fail (TRIO_IS_FORMATS_DIALOG (self) && folder != NULL);

  g_free (self->folder);
  self->folder = g_strdup (folder);
  show_folder (self);
}

/**
 * trio_formats_dialog_set_name:
 * @self: the dialog
 * @name: a file name without its ending
 *
 * Chooses what the files are called.
 */
void
trio_formats_dialog_set_name (TrioFormatsDialog *self, const char *name)
{
  g_return_if_fail (TRIO_IS_FORMATS_DIALOG (self) && name != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
}

/**
 * trio_formats_dialog_set_format:
 * @self: the dialog
 * @format: a format
 * @wanted: whether a file of it is to be written
 *
 * Chooses a format, as its check mark does.
 */
void
trio_formats_dialog_set_format (TrioFormatsDialog *self, TrioFormat format, gboolean wanted)
{
  g_return_if_fail (TRIO_IS_FORMATS_DIALOG (self) && format < TRIO_N_FORMATS);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[format]), wanted);
}

/**
 * trio_formats_dialog_export:
 * @self: the dialog
 *
 * Writes the files, as the button does. The dialog goes when all are there; if one cannot be
 * written, it stays and says why.
 */
void
trio_formats_dialog_export (TrioFormatsDialog *self)
{
  g_return_if_fail (TRIO_IS_FORMATS_DIALOG (self));

  if (self->running != NULL)
    return;
  self->n_wanted = 0;
  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    self->n_wanted += is_wanted (self, (TrioFormat)i) ? 1 : 0;
  if (self->n_wanted == 0)
    return;
  show_message (self, NULL);
  self->running = g_cancellable_new ();
  self->current = 0;
  self->n_done = 0;
  g_clear_pointer (&self->last, g_free);
  set_running (self, TRUE);
  export_next (self);
}

/**
 * trio_formats_dialog_is_running:
 * @self: the dialog
 *
 * Returns: whether files are being written
 */
gboolean
trio_formats_dialog_is_running (TrioFormatsDialog *self)
{
  g_return_val_if_fail (TRIO_IS_FORMATS_DIALOG (self), FALSE);

  return self->running != NULL;
}

/**
 * trio_formats_dialog_get_message:
 * @self: the dialog
 *
 * Returns: (transfer none): why files could not be written, or ""
 */
const char *
trio_formats_dialog_get_message (TrioFormatsDialog *self)
{
  g_return_val_if_fail (TRIO_IS_FORMATS_DIALOG (self), "");

  return gtk_label_get_label (self->error_label);
}
