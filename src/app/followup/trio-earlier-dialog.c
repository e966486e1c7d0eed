/* trio-earlier-dialog.c: looks back over the events in a folder.
 *
 * The files are only read. What is chosen among them is shown at once: topics that came up in
 * several events, and how many lines the status note would get.
 */
#include "config.h"

#include "app/followup/trio-earlier-dialog-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-document-memory.h"
#include "app/preview/trio-preview-source.h"
#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "app/trio-weak.h"
#include "document/trio-document.h"
#include "document/trio-status-rows.h"

#define STATUS_TYPE "status"

G_DEFINE_FINAL_TYPE (TrioEarlierDialog, trio_earlier_dialog, ADW_TYPE_WINDOW)

enum
{
  COLLECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What would be put into the status note */

/**
 * Collection:
 * @values: the lines about events, and about initiatives
 * @n_added: how many of them are new
 * @n_left: how many initiatives belong to no theme of this workshop
 */
typedef struct
{
  char *values[2];
  guint n_added[2];
  guint n_left;
} Collection;

static const char *const parameters[] = { "events", "initiatives" };

static void
collect (TrioEarlierDialog *self, Collection *all)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  g_autoptr (GPtrArray) events = trio_earlier_dialog_list_events (self);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const TrioRecord *document
      = self->document != 0 ? trio_snapshot_get (snapshot, self->document) : NULL;
  g_autoptr (TrioBuildOptions) options = trio_build_options_new_for_document (snapshot, document);
  TrioDocumentSettings settings
      = trio_document_settings_for (snapshot, self->document, STATUS_TYPE);
  const char *lang = trio_document_get_language (snapshot, settings.language);

  all->values[0]
      = trio_status_rows_add_events (trio_build_options_get_parameter (options, parameters[0]),
                                     gtk_switch_get_active (self->events_switch) ? events : none,
                                     &all->n_added[0]);
  all->values[1] = trio_status_rows_add_initiatives (
      trio_build_options_get_parameter (options, parameters[1]), snapshot,
      gtk_switch_get_active (self->initiatives_switch) ? events : none, lang, &all->n_added[1],
      &all->n_left);
}

static void
free_collection (Collection *all)
{
  g_free (all->values[0]);
  g_free (all->values[1]);
}

static void
show_collection (TrioEarlierDialog *self)
{
  Collection all = { 0 };
  g_autofree char *events = NULL;
  g_autoptr (GString) initiatives = g_string_new (NULL);

  collect (self, &all);
  events
      = g_strdup_printf (ngettext ("%u new line", "%u new lines", all.n_added[0]), all.n_added[0]);
  g_string_printf (initiatives, ngettext ("%u new line", "%u new lines", all.n_added[1]),
                   all.n_added[1]);
  if (all.n_left > 0)
    /* Translators: of initiatives that were found in earlier events */
    g_string_append_printf (initiatives,
                            ngettext (" · %u belongs to no theme of this workshop",
                                      " · %u belong to no theme of this workshop", all.n_left),
                            all.n_left);
  adw_action_row_set_subtitle (self->events_row, events);
  adw_action_row_set_subtitle (self->initiatives_row, initiatives->str);
  gtk_widget_set_sensitive (self->collect_button, all.n_added[0] + all.n_added[1] > 0
                                                      && !trio_model_get_read_only (self->model));
  free_collection (&all);
}

/* Files */

/**
 * trio_earlier_dialog_choice_changed:
 * @self: the dialog
 *
 * Shows what the chosen events bring.
 */
void
trio_earlier_dialog_choice_changed (TrioEarlierDialog *self)
{
  show_collection (self);
  trio_earlier_dialog_find_topics (self);
}

static void
show_files (TrioEarlierDialog *self, GPtrArray *files)
{
  g_autofree char *folder = g_filename_display_name (self->folder);

  trio_earlier_dialog_clear_files (self);
  self->files = files;
  for (guint i = 0; i < files->len; i++)
    trio_earlier_dialog_add_file (self, files->pdata[i]);
  adw_preferences_group_set_description (self->events_group, folder);
  gtk_stack_set_visible_child_name (self->stack, "found");
  gtk_widget_show (self->bar);
  trio_earlier_dialog_choice_changed (self);
  if (self->rows->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->events_group), GTK_DIR_TAB_FORWARD);
}

/* Reading */

static void
show_trouble (TrioEarlierDialog *self, const char *text)
{
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
  if (text == NULL)
    return;
  gtk_widget_hide (self->bar);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
progress_cb (guint n_done, guint n_all, const char *path, gpointer user_data)
{
  g_autoptr (TrioEarlierDialog) self = trio_weak_peek (user_data);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;

  if (self == NULL)
    return;
  /* Translators: which file is being read, how many there are, and its name */
  text = g_strdup_printf (_ ("%u of %u: %s"), n_done + 1, n_all, name);
  gtk_progress_bar_set_fraction (self->progress, (double)n_done / MAX (n_all, 1));
  gtk_progress_bar_set_text (self->progress, text);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioEarlierDialog) self = trio_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  GPtrArray *files = trio_earlier_read_finish (result, &error);

  if (self == NULL || self->model == NULL)
    {
      g_clear_pointer (&files, g_ptr_array_unref);
      return;
    }
  g_clear_object (&self->reading);
  if (files != NULL && files->len > 0)
    show_files (self, files);
  else if (files != NULL)
    {
      g_ptr_array_unref (files);
      show_trouble (self, _ ("This workshop is the only one in the folder."));
    }
  else
    show_trouble (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                            ? _ ("Stopped. Nothing was changed.")
                            : error->message);
}

static void
stop_cb (TrioEarlierDialog *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
}

static void
folder_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioEarlierDialog) self = user_data;
  g_autofree char *folder = file != NULL ? g_file_get_path (file) : NULL;

  if (folder != NULL && self->model != NULL)
    trio_earlier_dialog_read (self, folder);
}

static void
choose_cb (TrioEarlierDialog *self)
{
  trio_compat_choose_folder (GTK_WINDOW (self), _ ("Folder with Earlier Events"), self->folder,
                             folder_chosen_cb, g_object_ref (self));
}

static void
here_cb (TrioEarlierDialog *self)
{
  g_autofree char *folder = g_strdup (self->folder);

  trio_earlier_dialog_read (self, folder);
}

/* Life */

static void
trio_earlier_dialog_dispose (GObject *object)
{
  TrioEarlierDialog *self = TRIO_EARLIER_DIALOG (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  trio_earlier_dialog_drop_topics (self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_earlier_dialog_parent_class)->dispose (object);
}

static void
trio_earlier_dialog_finalize (GObject *object)
{
  TrioEarlierDialog *self = TRIO_EARLIER_DIALOG (object);

  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->topic_rows);
  g_free (self->path);
  g_free (self->folder);

  G_OBJECT_CLASS (trio_earlier_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, TrioEarlierDialog, child)

static void
trio_earlier_dialog_class_init (TrioEarlierDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_earlier_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_earlier_dialog_finalize;

  /**
   * TrioEarlierDialog::collected:
   * @self: the dialog
   * @document: number of the status note
   * @lines: how many lines are new in it
   *
   * The status note tells of the events that were chosen.
   */
  signals[COLLECTED] = g_signal_new ("collected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-earlier-dialog.ui");
  BIND (stack);
  BIND (here_button);
  BIND (choose_button);
  BIND (trouble);
  BIND (progress);
  BIND (stop_button);
  BIND (events_group);
  BIND (other_button);
  BIND (spinner);
  BIND (topics_group);
  BIND (no_topics);
  BIND (events_switch);
  BIND (initiatives_switch);
  BIND (events_row);
  BIND (initiatives_row);
  BIND (collect_button);
  BIND (bar);
  trio_compat_make_dialog (widget_class);
}

static void
trio_earlier_dialog_init (TrioEarlierDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->topic_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_announce_changes (self->trouble);
  g_signal_connect_swapped (self->here_button, "clicked", G_CALLBACK (here_cb), self);
  g_signal_connect_swapped (self->choose_button, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->other_button, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->stop_button, "clicked", G_CALLBACK (stop_cb), self);
  g_signal_connect_swapped (self->collect_button, "clicked",
                            G_CALLBACK (trio_earlier_dialog_collect), self);
  g_signal_connect_swapped (self->events_switch, "notify::active", G_CALLBACK (show_collection),
                            self);
  g_signal_connect_swapped (self->initiatives_switch, "notify::active",
                            G_CALLBACK (show_collection), self);
  trio_compat_mend_names (GTK_WIDGET (self));
}

/**
 * trio_earlier_dialog_new:
 * @parent: the window that asks
 * @model: the workshop
 * @path: (nullable): its file, which is left out
 * @document: number of the status note that is written, or 0 for the first of the workshop
 *
 * Returns: (transfer none): a new dialog, not shown yet
 */
GtkWidget *
trio_earlier_dialog_new (GtkWindow *parent, TrioModel *model, const char *path, TrioId document)
{
  TrioEarlierDialog *self = g_object_new (TRIO_TYPE_EARLIER_DIALOG, "transient-for", parent, NULL);
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  self->model = g_object_ref (model);
  self->path = g_strdup (path);
  self->document = document != 0 ? document : trio_document_memory_find (model, STATUS_TYPE);
  self->folder = path != NULL ? g_path_get_dirname (path) : g_strdup (g_get_home_dir ());
  shown = g_filename_display_basename (self->folder);
  /* Translators: a button; %s is the name of a folder */
  label = g_strdup_printf (_ ("Read “%s”"), shown);
  gtk_button_set_label (self->here_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->here_button), path != NULL);
  gtk_widget_grab_focus (path != NULL ? GTK_WIDGET (self->here_button) : self->choose_button);
  return GTK_WIDGET (self);
}

/**
 * trio_earlier_dialog_read:
 * @self: the dialog
 * @folder: a folder
 *
 * Reads the workshops in the folder, as the buttons do.
 */
void
trio_earlier_dialog_read (TrioEarlierDialog *self, const char *folder)
{
  g_return_if_fail (TRIO_IS_EARLIER_DIALOG (self) && folder != NULL);

  if (self->reading != NULL)
    return;
  g_free (self->folder);
  self->folder = g_strdup (folder);
  self->reading = g_cancellable_new ();
  show_trouble (self, NULL);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, "");
  gtk_widget_hide (self->bar);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  trio_earlier_read_async (folder, self->path, self->reading, progress_cb, read_cb,
                           trio_weak_new (self));
}

/**
 * trio_earlier_dialog_is_busy:
 * @self: the dialog
 *
 * Returns: whether it is reading or looking for topics
 */
gboolean
trio_earlier_dialog_is_busy (TrioEarlierDialog *self)
{
  g_return_val_if_fail (TRIO_IS_EARLIER_DIALOG (self), FALSE);

  return self->reading != NULL || self->searching != NULL;
}

/**
 * trio_earlier_dialog_get_n_topics:
 * @self: the dialog
 *
 * Returns: how many topics it shows
 */
guint
trio_earlier_dialog_get_n_topics (TrioEarlierDialog *self)
{
  g_return_val_if_fail (TRIO_IS_EARLIER_DIALOG (self), 0);

  return self->n_topics;
}

/**
 * trio_earlier_dialog_collect:
 * @self: the dialog
 *
 * Puts the lines into the status note, as one step, and closes.
 */
void
trio_earlier_dialog_collect (TrioEarlierDialog *self)
{
  Collection all = { 0 };
  g_autoptr (GError) error = NULL;
  TrioId document;

  g_return_if_fail (TRIO_IS_EARLIER_DIALOG (self));

  collect (self, &all);
  document = trio_document_memory_set_parameters (self->model, self->document, STATUS_TYPE,
                                                  parameters, (const char *const *)all.values,
                                                  G_N_ELEMENTS (parameters), &error);
  if (document != 0)
    {
      g_signal_emit (self, signals[COLLECTED], 0, (gint64)document,
                     all.n_added[0] + all.n_added[1]);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    trio_compat_show_message (GTK_WINDOW (self), _ ("The status note was not changed"),
                              error->message);
  free_collection (&all);
}
