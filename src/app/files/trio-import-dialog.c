/* trio-import-dialog.c: shows what an import would bring, and does it when told.
 *
 * Reading happens in another thread and changes nothing; the plan is applied as one step.
 */
#include "config.h"

#include "app/files/trio-import-dialog.h"

#include <glib/gi18n.h>

#include "app/trio-announce.h"
#include "app/trio-compat.h"

/* So many findings are listed; the summary counts all. */
#define MAX_PROBLEMS 50

struct _TrioImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *cancel_button;
  GtkWidget *import_button;
  GtkProgressBar *progress;
  GtkLabel *summary;
  GtkWidget *stations_group;
  GtkListBox *stations;
  GtkSwitch *hyphens;
  GtkWidget *problems_group;
  GtkListBox *problems;

  TrioModel *model;
  guint station;
  gboolean locks_stations;
  gboolean practice;
  TrioSource source;
  char *name;
  GBytes *bytes;
  TrioImportPlan *plan;
  GCancellable *reading;
  int percent; /* atomic: written by the reading thread */
  guint tick;
};

G_DEFINE_FINAL_TYPE (TrioImportDialog, trio_import_dialog, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_row (GtkListBox *list, const char *text, const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (list, row);
}

static void
clear_rows (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
stop_reading (TrioImportDialog *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_hide (GTK_WIDGET (self->progress));
}

/* While the day runs, an import makes no stations: their inputs go to one that is there. */
static void
keep_stations (TrioImportDialog *self)
{
  guint number = trio_import_plan_get_station_for_others (self->plan, self->station);
  guint n = self->locks_stations ? trio_import_plan_keep_stations (self->plan, self->station) : 0;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (
      ngettext ("Stations are locked while the day runs: %u input of a station that is not there "
                "goes to station %u.",
                "Stations are locked while the day runs: %u inputs of stations that are not there "
                "go to station %u.",
                n),
      n, number);
  add_row (self->problems, text, "dialog-warning-symbolic");
  gtk_widget_show (self->problems_group);
}

static void
show_plan (TrioImportDialog *self)
{
  guint n_problems = MIN (self->plan->problems->len, MAX_PROBLEMS);
  g_autofree char *summary = NULL;

  self->plan->practice = self->practice;
  gtk_widget_set_visible (self->problems_group, n_problems > 0 || self->practice);
  if (self->practice)
    add_row (self->problems, _ ("Practice is on: these inputs never reach a document."),
             "dialog-information-symbolic");
  keep_stations (self);
  summary = trio_import_plan_dup_summary (self->plan);
  gtk_label_set_label (self->summary, summary);
  for (guint i = 0; i < self->plan->stations->len; i++)
    {
      g_autofree char *line = trio_import_plan_dup_station_line (self->plan, i);

      if (self->locks_stations
          && g_array_index (self->plan->stations, TrioImportStation, i).n_entries == 0)
        continue;
      add_row (self->stations, line, NULL);
    }
  for (guint i = 0; i < n_problems; i++)
    {
      TrioImportProblem *problem = &g_array_index (self->plan->problems, TrioImportProblem, i);
      g_autofree char *line = trio_import_plan_dup_problem_line (self->plan, i);
      gboolean is_notice = problem->severity == TRIO_IMPORT_NOTICE;

      add_row (self->problems, line,
               is_notice ? "dialog-information-symbolic" : "dialog-warning-symbolic");
    }
  gtk_widget_set_visible (self->stations_group, self->plan->stations->len > 0);
  gtk_widget_set_sensitive (self->import_button, self->plan->entries->len > 0);
  if (self->plan->entries->len > 0)
    gtk_widget_grab_focus (self->import_button);
}

static void
show_failure (TrioImportDialog *self, const GError *error)
{
  stop_reading (self);
  gtk_label_set_label (self->summary, error->message);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TrioImportPlan *plan = trio_import_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->model == NULL)
    {
      g_clear_pointer (&plan, trio_import_plan_free);
      return;
    }
  if (plan == NULL)
    {
      show_failure (self, error);
      return;
    }
  stop_reading (self);
  g_clear_pointer (&self->plan, trio_import_plan_free);
  self->plan = plan;
  show_plan (self);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  g_atomic_int_set (&TRIO_IMPORT_DIALOG (user_data)->percent, (int)(fraction * 100));
}

static gboolean
tick_cb (gpointer user_data)
{
  TrioImportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (&self->percent) / 100.0);
  return G_SOURCE_CONTINUE;
}

static void
start_reading (TrioImportDialog *self)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  g_autoptr (TrioImportContext) context = trio_import_context_new_for_snapshot (snapshot);
  TrioImportOptions options = { 0 };

  stop_reading (self);
  g_clear_pointer (&self->plan, trio_import_plan_free);
  clear_rows (self->stations);
  clear_rows (self->problems);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  gtk_label_set_label (self->summary, _ ("Reading…"));

  options.station = self->station;
  options.join_hyphens = gtk_switch_get_active (self->hyphens);
  options.progress = progress_cb;
  options.progress_data = self;
  self->reading = g_cancellable_new ();
  g_atomic_int_set (&self->percent, 0);
  self->tick = g_timeout_add (100, tick_cb, self);
  gtk_widget_show (GTK_WIDGET (self->progress));
  /* The reference given to the callback keeps the dialog, and so progress_data, alive. */
  trio_import_read_async (context, self->name, self->bytes, &options, self->reading, read_cb,
                          g_object_ref (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->model == NULL)
    return;
  if (bytes == NULL)
    {
      show_failure (self, error);
      return;
    }
  self->bytes = g_steal_pointer (&bytes);
  start_reading (self);
}

static void
size_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->model == NULL)
    return;
  if (info != NULL && g_file_info_get_size (info) > TRIO_IMPORT_MAX_BYTES)
    {
      g_autofree char *limit = g_format_size (TRIO_IMPORT_MAX_BYTES);

      error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("The file is too large. Files of up to %s can be imported."), limit);
    }
  if (error != NULL)
    {
      show_failure (self, error);
      return;
    }
  g_file_load_bytes_async (G_FILE (source), self->reading, loaded_cb, g_object_ref (self));
}

static void
import_clicked_cb (GtkButton *button, TrioImportDialog *self)
{
  trio_import_dialog_import (self);
}

static void
hyphens_changed_cb (TrioImportDialog *self)
{
  if (self->bytes != NULL)
    start_reading (self);
}

static void
trio_import_dialog_dispose (GObject *object)
{
  TrioImportDialog *self = TRIO_IMPORT_DIALOG (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_import_dialog_parent_class)->dispose (object);
}

static void
trio_import_dialog_finalize (GObject *object)
{
  TrioImportDialog *self = TRIO_IMPORT_DIALOG (object);

  g_clear_pointer (&self->plan, trio_import_plan_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);

  G_OBJECT_CLASS (trio_import_dialog_parent_class)->finalize (object);
}

static void
trio_import_dialog_class_init (TrioImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_import_dialog_finalize;

  /**
   * TrioImportDialog::imported:
   * @self: the dialog
   * @n: how many inputs came
   *
   * The inputs are in the workshop.
   */
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, stations_group);
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, stations);
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, hyphens);
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, problems_group);
  gtk_widget_class_bind_template_child (widget_class, TrioImportDialog, problems);
  trio_compat_make_dialog (widget_class);
}

static void
trio_import_dialog_init (TrioImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_announce_changes (self->summary);
  trio_compat_mend_names (GTK_WIDGET (self));
  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect (self->import_button, "clicked", G_CALLBACK (import_clicked_cb), self);
  g_signal_connect_swapped (self->hyphens, "notify::active", G_CALLBACK (hyphens_changed_cb), self);
}

/**
 * trio_import_dialog_new:
 * @parent: the window that asks
 * @model: the workshop that gets the inputs
 * @station: number of the station for inputs that name none
 *
 * Returns: (transfer none): a new dialog, not shown yet; tell it what to read
 */
GtkWidget *
trio_import_dialog_new (GtkWindow *parent, TrioModel *model, guint station)
{
  TrioImportDialog *self = g_object_new (TRIO_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->model = g_object_ref (model);
  self->station = station;
  return GTK_WIDGET (self);
}

/**
 * trio_import_dialog_set_locked:
 * @self: the dialog, before it reads
 * @locks_stations: whether no stations may be made, because the day runs
 * @practice: whether the inputs are for practice
 *
 * Says what holds for inputs at this moment.
 */
void
trio_import_dialog_set_locked (TrioImportDialog *self, gboolean locks_stations, gboolean practice)
{
  g_return_if_fail (TRIO_IS_IMPORT_DIALOG (self));

  self->locks_stations = locks_stations;
  self->practice = practice;
}

/**
 * trio_import_dialog_read_file:
 * @self: the dialog
 * @file: a file with inputs
 *
 * Reads a file in the background and shows what it would bring.
 */
void
trio_import_dialog_read_file (TrioImportDialog *self, GFile *file)
{
  g_return_if_fail (TRIO_IS_IMPORT_DIALOG (self));

  g_free (self->name);
  self->name = g_file_get_basename (file);
  adw_window_title_set_subtitle (self->title, self->name);
  self->source = TRIO_SOURCE_IMPORTED;
  self->reading = g_cancellable_new ();
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->reading, size_cb, g_object_ref (self));
}

/**
 * trio_import_dialog_read_text:
 * @self: the dialog
 * @text: text that was pasted
 *
 * Reads a text in the background and shows what it would bring.
 */
void
trio_import_dialog_read_text (TrioImportDialog *self, const char *text)
{
  g_return_if_fail (TRIO_IS_IMPORT_DIALOG (self));

  g_free (self->name);
  self->name = g_strdup ("");
  self->source = TRIO_SOURCE_PASTED;
  self->bytes = g_bytes_new (text, strlen (text));
  start_reading (self);
}

/**
 * trio_import_dialog_is_ready:
 * @self: the dialog
 *
 * Returns: whether there is something to import
 */
gboolean
trio_import_dialog_is_ready (TrioImportDialog *self)
{
  g_return_val_if_fail (TRIO_IS_IMPORT_DIALOG (self), FALSE);

  return self->plan != NULL && self->plan->entries->len > 0;
}

/**
 * trio_import_dialog_import:
 * @self: the dialog
 *
 * Imports what is shown, as one step, and closes the dialog.
 */
void
trio_import_dialog_import (TrioImportDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRIO_IS_IMPORT_DIALOG (self));
  g_return_if_fail (trio_import_dialog_is_ready (self));

  if (!trio_import_apply (self->plan, self->model, self->source, NULL, &error))
    {
      gtk_label_set_label (self->summary, error->message);
      return;
    }
  g_signal_emit (self, signals[IMPORTED], 0, self->plan->entries->len);
  gtk_window_destroy (GTK_WINDOW (self));
}
