/* trio-file-dialog.c: about the file of a workshop: size, inputs, earlier states, soundness.
 *
 * Nothing here waits for a disk: sizes and earlier states are read in a thread, and the
 * check runs where the file is written.
 */
#include "config.h"

#include "app/files/trio-file-dialog.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "store/trio-store-async.h"

struct _TrioFileDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *file_group;
  AdwPreferencesGroup *backup_group;
  AdwActionRow *check_row;
  GtkWidget *check_button;
  GtkSpinner *spinner;
  AdwActionRow *size_row;

  TrioStore *store;
  guint n_running;
};

G_DEFINE_FINAL_TYPE (TrioFileDialog, trio_file_dialog, ADW_TYPE_WINDOW)

enum
{
  RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  return ADW_ACTION_ROW (row);
}

/* Earlier states */

static void
restore_clicked_cb (GtkButton *button, TrioFileDialog *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), "path"));

  g_signal_emit (self, signals[RESTORE], 0, path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_backup (TrioFileDialog *self, const TrioBackup *backup)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (backup->time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("");
  g_autofree char *clock = local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
  g_autofree char *date = trio_label_date (iso);
  /* Translators: date and time of day */
  g_autofree char *title = g_strdup_printf (C_ ("date and time", "%s at %s"), date, clock);
  g_autofree char *size = g_format_size ((guint64)backup->size);
  AdwActionRow *row = add_row (self->backup_group, title, size);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore"));
  /* Translators: restores the state of this date and time */
  g_autofree char *label = g_strdup_printf (_ ("Restore %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (backup->path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_clicked_cb), self);
  adw_action_row_add_suffix (row, button);
}

typedef struct
{
  char *path;
  goffset size;
  GPtrArray *backups;
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  g_free (found->path);
  g_clear_pointer (&found->backups, g_ptr_array_unref);
  g_free (found);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Found *found = data;
  g_autoptr (GFile) file = g_file_new_for_path (found->path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  found->size = info != NULL ? g_file_info_get_size (info) : 0;
  found->backups = trio_store_list_backups (found->path, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioFileDialog) self = user_data;
  Found *found = g_task_get_task_data (G_TASK (result));
  g_autofree char *size = g_format_size ((guint64)found->size);

  self->n_running--;
  if (self->store == NULL)
    return;
  adw_action_row_set_subtitle (self->size_row, size);
  for (guint i = 0; found->backups != NULL && i < found->backups->len; i++)
    add_backup (self, g_ptr_array_index (found->backups, i));
  adw_preferences_group_set_description (
      self->backup_group,
      found->backups != NULL && found->backups->len > 0
          ? _ ("A restored state becomes a file of its own. This one stays as it is.")
          : _ ("There are none yet. The first is made when the file is changed again."));
}

static void
look (TrioFileDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, g_object_ref (self));
  Found *found = g_new0 (Found, 1);

  found->path = g_strdup (trio_store_get_path (self->store));
  g_task_set_task_data (task, found, free_found);
  self->n_running++;
  g_task_run_in_thread (task, look_in_thread);
}

/* The check */

static void
show_verdict (TrioFileDialog *self, const char *text, const char *icon)
{
  adw_action_row_set_subtitle (self->check_row, text);
  adw_action_row_set_icon_name (self->check_row, icon);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioFileDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = trio_store_check_finish (TRIO_STORE (source), result, &error);
  g_autofree char *text = NULL;

  self->n_running--;
  if (self->store == NULL)
    return;
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_sensitive (self->check_button, TRUE);
  if (findings == NULL)
    {
      show_verdict (self, error->message, "dialog-warning-symbolic");
      return;
    }
  if (findings->len == 0)
    {
      show_verdict (self, _ ("Everything in the file is sound."), "object-select-symbolic");
      return;
    }
  g_ptr_array_add (findings, NULL);
  text = g_strjoinv ("\n", (char **)findings->pdata);
  show_verdict (self, text, "dialog-warning-symbolic");
}

static void
add_check (TrioFileDialog *self, AdwPreferencesGroup *group)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->check_row = add_row (group, _ ("Integrity"), _ ("Not checked yet"));
  self->spinner = GTK_SPINNER (spinner);
  self->check_button = gtk_button_new_with_mnemonic (_ ("_Check Now"));
  gtk_widget_set_valign (self->check_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->check_button, "clicked", G_CALLBACK (trio_file_dialog_check),
                            self);
  adw_action_row_add_suffix (self->check_row, spinner);
  adw_action_row_add_suffix (self->check_row, self->check_button);
}

static void
trio_file_dialog_dispose (GObject *object)
{
  g_clear_object (&TRIO_FILE_DIALOG (object)->store);

  G_OBJECT_CLASS (trio_file_dialog_parent_class)->dispose (object);
}

static void
trio_file_dialog_class_init (TrioFileDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trio_file_dialog_dispose;

  /**
   * TrioFileDialog::restore:
   * @self: the dialog
   * @path: path of a backup
   *
   * An earlier state of the file is wanted.
   */
  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  trio_compat_make_dialog (GTK_WIDGET_CLASS (klass));
}

static void
trio_file_dialog_init (TrioFileDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  g_object_set (self, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, NULL);
  gtk_window_set_title (GTK_WINDOW (self), _ ("About This File"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 600);
  self->file_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->backup_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->backup_group, _ ("Earlier states"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->file_group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->backup_group);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * trio_file_dialog_new:
 * @parent: (nullable): the window that asks
 * @store: an open file
 *
 * Returns: (transfer none): a new dialog, not shown yet
 */
GtkWidget *
trio_file_dialog_new (GtkWindow *parent, TrioStore *store)
{
  TrioFileDialog *self = g_object_new (TRIO_TYPE_FILE_DIALOG, "transient-for", parent, NULL);
  TrioModel *model = trio_store_get_model (store);
  const char *path = trio_store_get_path (store);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = trio_label_folder (path);
  guint n = g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_NOTE));
  g_autofree char *notes = trio_label_n_notes (n);

  self->store = g_object_ref (store);
  add_row (self->file_group, name, folder);
  self->size_row = add_row (self->file_group, _ ("Size"), "");
  add_row (self->file_group, _ ("Inputs"), notes);
  add_check (self, self->file_group);
  trio_compat_mend_names (GTK_WIDGET (self));
  look (self);
  gtk_widget_grab_focus (self->check_button);
  return GTK_WIDGET (self);
}

/**
 * trio_file_dialog_check:
 * @self: the dialog
 *
 * Reads all of the file again and says whether it is sound.
 */
void
trio_file_dialog_check (TrioFileDialog *self)
{
  g_return_if_fail (TRIO_IS_FILE_DIALOG (self));

  gtk_widget_set_sensitive (self->check_button, FALSE);
  gtk_spinner_start (self->spinner);
  show_verdict (self, _ ("Checking…"), NULL);
  self->n_running++;
  trio_store_check_async (self->store, checked_cb, g_object_ref (self));
}

/**
 * trio_file_dialog_is_busy:
 * @self: the dialog
 *
 * Returns: whether it is still reading or checking
 */
gboolean
trio_file_dialog_is_busy (TrioFileDialog *self)
{
  g_return_val_if_fail (TRIO_IS_FILE_DIALOG (self), FALSE);

  return self->n_running > 0;
}

/**
 * trio_file_dialog_get_verdict:
 * @self: the dialog
 *
 * Returns: (transfer none): what the check said last
 */
const char *
trio_file_dialog_get_verdict (TrioFileDialog *self)
{
  g_return_val_if_fail (TRIO_IS_FILE_DIALOG (self), "");

  return adw_action_row_get_subtitle (self->check_row);
}
