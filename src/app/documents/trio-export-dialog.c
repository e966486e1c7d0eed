/* trio-export-dialog.c: asks which document is to be made, and what it is to be like. */
#include "config.h"

#include "app/documents/trio-export-dialog.h"

#include <glib/gi18n.h>

#include "app/documents/trio-document-types.h"
#include "app/documents/trio-export-history.h"
#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "app/trio-settings.h"
#include "app/widgets/trio-choices.h"

#define DEFAULT_TYPE       "notat"
#define TYPE_FOR_CLIPBOARD "case"

/* A type, or a document that the workshop remembers. */
typedef struct
{
  const TrioDocumentType *type;
  TrioId document;
} Choice;

struct _TrioExportDialog
{
  AdwWindow parent_instance;

  GtkButton *cancel_button;
  GtkButton *export_button;
  GtkSpinner *spinner;
  GtkWidget *page;
  AdwPreferencesGroup *document_group;
  AdwComboRow *type_row;
  AdwComboRow *format_row;
  AdwComboRow *language_row;
  GtkWidget *group_row;
  GtkSwitch *group_switch;
  GtkWidget *missing_group;
  AdwActionRow *missing_row;
  GtkWidget *details_button;
  GtkWidget *error_group;
  GtkLabel *error_label;

  TrioExportGoal goal;
  TrioModel *model;
  char *path;
  GArray *choices; /* Choice */
  GCancellable *running;
};

G_DEFINE_FINAL_TYPE (TrioExportDialog, trio_export_dialog, ADW_TYPE_WINDOW)

enum
{
  DONE,
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

static const Choice *
choice_of (TrioExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->type_row);

  return &g_array_index (self->choices, Choice, selected < self->choices->len ? selected : 0);
}

static gboolean
has_all_notes (TrioExportDialog *self)
{
  return g_str_equal (choice_of (self)->type->id, DEFAULT_TYPE);
}

/* What the dialog says, on top of what a remembered document knows of itself. */
static TrioBuildOptions *
read_choice (TrioExportDialog *self, TrioSnapshot *snapshot, TrioDocumentSettings *settings)
{
  const Choice *choice = choice_of (self);
  const TrioRecord *document
      = choice->document != 0 ? trio_snapshot_get (snapshot, choice->document) : NULL;
  TrioBuildOptions *options = trio_build_options_new_for_document (snapshot, document);

  settings->type = choice->type->id;
  settings->language = language_of (self);
  if (document != NULL
      && g_str_equal (settings->language,
                      trio_document_get_language (
                          snapshot, trio_record_get_text (document, TRIO_DOCUMENT_LANGUAGE))))
    settings->template_id = trio_record_get_text (document, TRIO_DOCUMENT_TEMPLATE);
  if (gtk_widget_get_visible (self->group_row))
    trio_build_options_set_group_by_cluster (options, gtk_switch_get_active (self->group_switch));
  return options;
}

static void
show_error (TrioExportDialog *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  trio_announce (GTK_WIDGET (self->error_label), text);
  trio_announce (GTK_WIDGET (self->error_label), text);
  gtk_widget_set_visible (self->error_group, text != NULL);
}

static void
show_missing (TrioExportDialog *self)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  TrioDocumentSettings settings = { 0 };
  g_autoptr (TrioBuildOptions) options = read_choice (self, snapshot, &settings);
  g_autoptr (GPtrArray) labels
      = trio_export_list_missing (snapshot, self->path, &settings, options);
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
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), !running);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioExportResult) done = trio_export_finish (result, &error);

  if (self->model == NULL)
    return;
  g_clear_object (&self->running);
  set_running (self, FALSE);
  if (done != NULL)
    {
      if (done->output != NULL)
        trio_export_history_add_file (self->model, choice_of (self)->document,
                                      choice_of (self)->type->id, done->output);
      g_signal_emit (self, signals[DONE], 0, done);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
}

static void
start (TrioExportDialog *self, const char *output)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  TrioDocumentSettings settings = { 0 };
  TrioBuildOptions *options = read_choice (self, snapshot, &settings);

  show_error (self, NULL);
  self->running = g_cancellable_new ();
  set_running (self, TRUE);
  trio_export_async (snapshot, self->path, &settings, options, self->goal, format_of (self), output,
                     self->running, exported_cb, g_object_ref (self));
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioExportDialog) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->model != NULL)
    trio_export_dialog_export_to (self, path);
}

static void
export_clicked_cb (GtkButton *button, TrioExportDialog *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name
      = trio_document_type_suggest_name (choice_of (self)->type, self->model,
                                         choice_of (self)->document, format_of (self));

  if (self->goal != TRIO_EXPORT_FILE)
    {
      start (self, NULL);
      return;
    }
  trio_compat_save_file (GTK_WINDOW (self), gtk_window_get_title (GTK_WINDOW (self)), TRIO_FILE_ANY,
                         folder, name, file_chosen_cb, g_object_ref (self));
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
  gtk_widget_set_sensitive (self->group_row,
                            self->goal != TRIO_EXPORT_FILE || format_of (self) != TRIO_FORMAT_CSV);
  show_error (self, NULL);
}

/* A table has one row for each input, so only the document with all inputs can be one. */
static void
fill_formats (TrioExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (self->format_row);

  for (int i = 0; i < TRIO_N_FORMATS; i++)
    if (i != TRIO_FORMAT_CSV || has_all_notes (self))
      gtk_string_list_append (names, trio_format_get_name ((TrioFormat)i));
  trio_choices_set_names (GTK_WIDGET (self->format_row), names);
  adw_combo_row_set_selected (self->format_row,
                              selected < g_list_model_get_n_items (G_LIST_MODEL (names))
                                  ? selected
                                  : TRIO_FORMAT_DOCX);
}

static void
select_last_format (TrioExportDialog *self)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autofree char *last
      = settings != NULL ? g_settings_get_string (settings, "export-format") : NULL;
  TrioFormat format = TRIO_FORMAT_DOCX;

  if (last != NULL)
    trio_format_from_id (last, &format, NULL);
  adw_combo_row_set_selected (self->format_row, (guint)format);
}

static void
type_changed_cb (TrioExportDialog *self)
{
  const Choice *choice = choice_of (self);
  TrioObject *document = trio_model_get_object (self->model, choice->document);
  guint n_clusters
      = g_list_model_get_n_items (trio_model_get_list (self->model, TRIO_KIND_CLUSTER));

  adw_preferences_group_set_description (self->document_group, _ (choice->type->description));
  gtk_widget_set_visible (self->group_row, n_clusters > 0 && has_all_notes (self));
  if (document != NULL)
    {
      const char *language = trio_object_get_text (document, TRIO_DOCUMENT_LANGUAGE);

      if (*language != '\0')
        adw_combo_row_set_selected (self->language_row, g_str_equal (language, "en")
                                                            ? TRIO_LANGUAGE_EN
                                                            : TRIO_LANGUAGE_DA);
      gtk_switch_set_active (self->group_switch,
                             g_str_equal (trio_object_get_text (document, TRIO_DOCUMENT_GROUPING),
                                          "cluster"));
    }
  fill_formats (self);
  show_error (self, NULL);
  show_missing (self);
}

/* The types, then what the workshop remembers. */
static void
fill_types (TrioExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *documents = trio_model_get_list (self->model, TRIO_KIND_DOCUMENT);
  const char *usual = self->goal == TRIO_EXPORT_CLIPBOARD ? TYPE_FOR_CLIPBOARD : DEFAULT_TYPE;
  guint selected = 0;

  for (guint i = 0; trio_document_type_get (i) != NULL; i++)
    {
      Choice choice = { trio_document_type_get (i), 0 };

      if (g_str_equal (choice.type->id, usual))
        selected = i;
      g_array_append_val (self->choices, choice);
      gtk_string_list_append (names, _ (choice.type->name));
    }
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (TrioObject) document = g_list_model_get_item (documents, i);
      Choice choice
          = { trio_document_type_find (trio_object_get_text (document, TRIO_DOCUMENT_TYPE)),
              trio_object_get_id (document) };

      if (choice.type == NULL)
        continue;
      g_array_append_val (self->choices, choice);
      gtk_string_list_append (names, trio_object_get_text (document, TRIO_DOCUMENT_TITLE));
    }
  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->type_row, selected);
}

static void
set_goal (TrioExportDialog *self, TrioExportGoal goal)
{
  static const struct
  {
    const char *title;
    const char *button;
  } words[] = {
    [TRIO_EXPORT_FILE] = { N_ ("Export a Document"), N_ ("_Export…") },
    [TRIO_EXPORT_PAPER] = { N_ ("Print a Document"), N_ ("_Print…") },
    [TRIO_EXPORT_CLIPBOARD] = { N_ ("Copy for a Case System"), N_ ("C_opy") },
  };

  self->goal = goal;
  gtk_window_set_title (GTK_WINDOW (self), _ (words[goal].title));
  trio_compat_set_button_label (self->export_button, _ (words[goal].button));
  gtk_widget_set_visible (GTK_WIDGET (self->format_row), goal == TRIO_EXPORT_FILE);
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
  g_array_unref (self->choices);

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
   * TrioExportDialog::done:
   * @self: the dialog
   * @result: (type TrioExportResult): what was made, while the signal lasts
   *
   * The document was made, and written if it was to be a file.
   */
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_POINTER);
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
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, document_group);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, type_row);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, group_switch);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, missing_group);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, missing_row);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, details_button);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, error_group);
  gtk_widget_class_bind_template_child (widget_class, TrioExportDialog, error_label);
  trio_compat_make_dialog (widget_class);
}

static void
trio_export_dialog_init (TrioExportDialog *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_mend_names (GTK_WIDGET (self));
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
 * @goal: where the document goes
 *
 * Returns: (transfer none): a new dialog, not shown yet
 */
GtkWidget *
trio_export_dialog_new (GtkWindow *parent, TrioModel *model, const char *path, TrioExportGoal goal)
{
  TrioExportDialog *self = g_object_new (TRIO_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  TrioObject *workshop = trio_model_get_workshop (model);

  self->model = g_object_ref (model);
  self->path = g_strdup (path);
  set_goal (self, goal);
  adw_combo_row_set_selected (self->language_row,
                              (guint)trio_object_get_int (workshop, TRIO_WORKSHOP_LANGUAGE));
  gtk_widget_set_visible (self->details_button, !trio_model_get_read_only (model));
  fill_types (self);
  type_changed_cb (self);
  select_last_format (self);
  format_changed_cb (self);
  g_signal_connect_swapped (self->type_row, "notify::selected", G_CALLBACK (type_changed_cb), self);
  g_signal_connect_swapped (self->language_row, "notify::selected", G_CALLBACK (show_missing),
                            self);
  gtk_widget_grab_focus (GTK_WIDGET (self->export_button));
  return GTK_WIDGET (self);
}

/**
 * trio_export_dialog_choose:
 * @self: the dialog
 * @index: number of a type or remembered document in the list, from 0
 *
 * Chooses the document.
 */
void
trio_export_dialog_choose (TrioExportDialog *self, guint index)
{
  g_return_if_fail (TRIO_IS_EXPORT_DIALOG (self));

  adw_combo_row_set_selected (self->type_row, index);
}

/**
 * trio_export_dialog_export_to:
 * @self: the dialog
 * @output: (nullable): the file to write, if the goal is a file
 *
 * Makes the document as the dialog says. The dialog closes when that is done, and stays with a
 * message when it failed.
 */
void
trio_export_dialog_export_to (TrioExportDialog *self, const char *output)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();

  g_return_if_fail (TRIO_IS_EXPORT_DIALOG (self));
  g_return_if_fail ((output != NULL) == (self->goal == TRIO_EXPORT_FILE));
  g_return_if_fail (self->running == NULL);

  if (settings != NULL && output != NULL)
    g_settings_set_string (settings, "export-format", trio_format_get_id (format_of (self)));
  start (self, output);
}
