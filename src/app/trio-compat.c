/* trio-compat.c: file choosers, questions and the about window.
 *
 * GtkFileChooserNative, AdwMessageDialog and AdwAboutWindow are replaced in later releases;
 * nothing outside this file names them.
 */
#include "config.h"

#include "app/trio-compat.h"

#include <glib/gi18n.h>

/* Letters of a text that is dragged, and pixels from the pointer to it. */
#define DRAG_CHARS    40
#define DRAG_DISTANCE 14

/* More than there are in any section of the window with the keys. */
#define MANY_SHORTCUTS 1000

/* File choosers */

typedef struct
{
  TrioFileFunc func;
  gpointer user_data;
} FileRequest;

static void
file_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  FileRequest *request = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_hide (dialog);
  request->func (file, request->user_data);
  g_free (request);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser, TrioFileKind kind)
{
  static const char *const workshop[] = { "*.trio", NULL };
  static const char *const import[] = { "*.txt", "*.csv", "*.tsv", "*.md", NULL };
  static const char *const all[] = { "*", NULL };

  if (kind == TRIO_FILE_WORKSHOP)
    add_filter (chooser, _ ("Workshops"), workshop);
  else if (kind == TRIO_FILE_IMPORT)
    add_filter (chooser, _ ("Text and tables"), import);
  add_filter (chooser, _ ("All files"), all);
}

static void
run_chooser (GtkFileChooserNative *chooser, TrioFileFunc func, gpointer user_data)
{
  FileRequest *request = g_new0 (FileRequest, 1);

  request->func = func;
  request->user_data = user_data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (file_response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * trio_compat_open_file:
 * @parent: (nullable): the window that asks
 * @title: title of the chooser
 * @kind: which files to show
 * @func: (scope async): receives the file
 * @user_data: data for @func
 *
 * Asks for a file that exists. @func is called once, also when the user cancels.
 */
void
trio_compat_open_file (
    GtkWindow *parent, const char *title, TrioFileKind kind, TrioFileFunc func, gpointer user_data)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                     _ ("_Cancel"));

  add_filters (GTK_FILE_CHOOSER (chooser), kind);
  run_chooser (chooser, func, user_data);
}

/**
 * trio_compat_save_file:
 * @parent: (nullable): the window that asks
 * @title: title of the chooser
 * @kind: which files to show
 * @folder: (nullable): folder to start in
 * @name: file name to offer
 * @func: (scope async): receives the file
 * @user_data: data for @func
 *
 * Asks where to write a file. @func is called once, also when the user cancels.
 */
void
trio_compat_save_file (GtkWindow *parent,
                       const char *title,
                       TrioFileKind kind,
                       const char *folder,
                       const char *name,
                       TrioFileFunc func,
                       gpointer user_data)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                     _ ("_Cancel"));

  add_filters (GTK_FILE_CHOOSER (chooser), kind);
  if (folder != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  run_chooser (chooser, func, user_data);
}

/**
 * trio_compat_choose_folder:
 * @parent: (nullable): the window that asks
 * @title: title of the chooser
 * @folder: (nullable): folder to start in
 * @func: (scope async): receives the folder
 * @user_data: data for @func
 *
 * Asks for a folder. @func is called once, also when the user cancels.
 */
void
trio_compat_choose_folder (
    GtkWindow *parent, const char *title, const char *folder, TrioFileFunc func, gpointer user_data)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                     _ ("_Choose"), _ ("_Cancel"));

  if (folder != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
    }
  run_chooser (chooser, func, user_data);
}

/* Questions */

typedef struct
{
  TrioAnswerFunc func;
  gpointer user_data;
} AskRequest;

static void
ask_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  AskRequest *request = user_data;

  if (request->func != NULL)
    request->func (response, request->user_data);
}

static void
free_ask_request (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * trio_compat_ask:
 * @parent: the window that asks
 * @heading: the question in a few words
 * @body: what depends on the answer
 * @answers: the answers, in order; one should have the id "cancel"
 * @n_answers: how many
 * @default_id: (nullable): the answer that Enter gives
 * @func: (scope async) (nullable): receives the answer
 * @user_data: data for @func
 *
 * Asks a question in a dialog of @parent. Escape answers "cancel".
 *
 * Returns: (transfer none): the dialog, which is shown already
 */
GtkWindow *
trio_compat_ask (GtkWindow *parent,
                 const char *heading,
                 const char *body,
                 const TrioAnswer *answers,
                 guint n_answers,
                 const char *default_id,
                 TrioAnswerFunc func,
                 gpointer user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  AskRequest *request = g_new0 (AskRequest, 1);

  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id, answers[i].appearance);
    }
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (default_id != NULL)
    adw_message_dialog_set_default_response (dialog, default_id);

  request->func = func;
  request->user_data = user_data;
  g_signal_connect_data (dialog, "response", G_CALLBACK (ask_response_cb), request,
                         free_ask_request, 0);
  trio_compat_mend_names (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

typedef struct
{
  TrioTextFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  GtkEditable *entry;
} TextRequest;

static void
text_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  TextRequest *request = user_data;
  gboolean accepted = g_str_equal (response, "accept");

  request->func (accepted ? gtk_editable_get_text (request->entry) : NULL, request->user_data);
}

static void
free_text_request (gpointer data, GClosure *closure)
{
  TextRequest *request = data;

  if (request->destroy != NULL)
    request->destroy (request->user_data);
  g_free (request);
}

/**
 * trio_compat_ask_text:
 * @parent: the window that asks
 * @heading: the question in a few words
 * @body: what depends on the answer
 * @label: name of the field
 * @accept: the button that accepts, with mnemonic
 * @func: (scope notified): receives the answer
 * @user_data: data for @func
 * @destroy: (nullable): frees @user_data
 *
 * Asks a question that is answered in words. Enter accepts, Escape cancels.
 *
 * Returns: (transfer none): the dialog, which is shown already
 */
GtkWindow *
trio_compat_ask_text (GtkWindow *parent,
                      const char *heading,
                      const char *body,
                      const char *label,
                      const char *accept,
                      TrioTextFunc func,
                      gpointer user_data,
                      GDestroyNotify destroy)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  TextRequest *request = g_new0 (TextRequest, 1);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), label);
  g_object_set (entry, "activates-default", TRUE, NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  adw_message_dialog_set_extra_child (dialog, list);

  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "accept", accept);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");

  request->func = func;
  request->user_data = user_data;
  request->destroy = destroy;
  request->entry = GTK_EDITABLE (entry);
  g_signal_connect_data (dialog, "response", G_CALLBACK (text_response_cb), request,
                         free_text_request, 0);
  trio_compat_mend_names (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
  return GTK_WINDOW (dialog);
}

/**
 * trio_compat_show_message:
 * @parent: the window that tells
 * @heading: what happened, in a few words
 * @body: where, why and what to do
 *
 * Shows a message that has to be read.
 */
void
trio_compat_show_message (GtkWindow *parent, const char *heading, const char *body)
{
  const TrioAnswer answers[] = {
    { "cancel", _ ("_Close"), ADW_RESPONSE_DEFAULT },
  };

  trio_compat_ask (parent, heading, body, answers, G_N_ELEMENTS (answers), "cancel", NULL, NULL);
}

/* Others */

/**
 * trio_compat_show_about:
 * @parent: (nullable): the window to stand above
 *
 * Shows what this program is, its version and its licence.
 */
void
trio_compat_show_about (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  adw_about_window_add_legal_section (
      ADW_ABOUT_WINDOW (about), _ ("Background word vectors"),
      "Folketinget · Leipzig Corpora Collection, Universität Leipzig · The Document Foundation · "
      "Debian Edu · Det Digitale Folkebibliotek · OS2 · Universal Dependencies · Common Voice · "
      "OpenStax, Rice University · Princeton University (WordNet) · Google · Sourcegraph, Inc. · "
      "18F · GOV.UK · University of Copenhagen and Society for Danish Language and Literature "
      "(DanNet) · FreeDict",
      GTK_LICENSE_CUSTOM,
      _ ("Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0). The files hold "
         "statistics about words, counted from the texts of those named here; the full notice is "
         "in "
         "README.md beside the files."));
  g_object_set (about, "application-name", _ ("TRIO Stations"), "application-icon", TRIO_APP_ID,
                "version", TRIO_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _ ("From stations and inputs to the official note."), "developer-name",
                /* Translators: who made the program */
                _ ("The TRIO Stations team"), "transient-for", parent, "modal", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (about));
}

/**
 * trio_compat_show_drag_text:
 * @drag: a drag that begins
 * @text: what is dragged
 *
 * Shows the text at the pointer, beside what is under it, so that this can be read.
 */
void
trio_compat_show_drag_text (GdkDrag *drag, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), DRAG_CHARS);
  gtk_widget_add_css_class (label, "trio-drag-label");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -DRAG_DISTANCE, -DRAG_DISTANCE);
}

static void
collect_groups (GtkWidget *widget, GPtrArray *groups)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_SHORTCUTS_GROUP (child))
      g_ptr_array_add (groups, g_object_ref (child));
    else
      collect_groups (child, groups);
}

/* Puts the keys of each section in one column, which can then be scrolled. */
static void
narrow_shortcuts (GtkWidget *sections)
{
  for (GtkWidget *section = gtk_widget_get_first_child (sections); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    {
      g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
      GtkWidget *column = NULL;

      if (!GTK_IS_SHORTCUTS_SECTION (section))
        continue;
      g_object_set (section, "max-height", MANY_SHORTCUTS, NULL);
      collect_groups (section, groups);
      for (guint i = 0; i < groups->len; i++)
        {
          GtkWidget *group = groups->pdata[i];
          GtkWidget *parent = gtk_widget_get_parent (group);

          if (column == NULL)
            column = parent;
          if (parent == column)
            continue;
          gtk_box_remove (GTK_BOX (parent), group);
          gtk_box_append (GTK_BOX (column), group);
          gtk_widget_set_visible (parent, gtk_widget_get_first_child (parent) != NULL);
        }
    }
}

/**
 * trio_compat_show_shortcuts:
 * @parent: the window to stand above
 * @shortcuts: a #GtkShortcutsWindow
 *
 * Shows the keys, in one column when two are wider than @parent, and lets what is higher than the
 * screen be scrolled.
 */
void
trio_compat_show_shortcuts (GtkWindow *parent, GtkWindow *shortcuts)
{
  GtkWidget *box = gtk_window_get_child (shortcuts);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GtkWidget) sections = NULL;
  int width;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_STACK (child))
      g_set_object (&sections, child);
  g_return_if_fail (sections != NULL);

  gtk_widget_measure (sections, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (width > gtk_widget_get_width (GTK_WIDGET (parent)))
    narrow_shortcuts (sections);
  gtk_box_remove (GTK_BOX (box), sections);
  g_object_set (scroller, "child", sections, "propagate-natural-width", TRUE,
                "propagate-natural-height", TRUE, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), scroller);

  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_set_modal (shortcuts, TRUE);
  gtk_window_present (shortcuts);
}

/**
 * trio_compat_fold_flap:
 * @flap: an #AdwFlap
 * @fold: whether its flap lies over the content
 *
 * Folds the flap or unfolds it, whatever room there is.
 */
void
trio_compat_fold_flap (GtkWidget *flap, gboolean fold)
{
  AdwFlapFoldPolicy policy = fold ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  adw_flap_set_fold_policy (ADW_FLAP (flap), policy);
}

/**
 * trio_compat_show_folder:
 * @parent: (nullable): the window that asks
 * @path: a file
 *
 * Opens the folder that holds a file in the file manager.
 */
void
trio_compat_show_folder (GtkWindow *parent, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
