/* trio-new-dialog.c: a new workshop in two pages: themes, then title, date and place.
 *
 * The file gets a sensible name and place by itself; both can be changed.
 */
#include "config.h"

#include "app/files/trio-new-dialog.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/setup/trio-paste-dialog.h"
#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "app/trio-preferences.h"
#include "base/trio-text.h"
#include "exchange/trio-inherit.h"
#include "exchange/trio-theme-set.h"
#include "store/trio-store-read.h"

struct _TrioNewDialog
{
  AdwWindow parent_instance;

  GtkButton *back_button;
  GtkWidget *create_button;
  GtkStack *steps;
  AdwPreferencesGroup *sets_group;
  GtkEditable *title_row;
  GtkEditable *place_row;
  AdwActionRow *date_row;
  GtkMenuButton *date_button;
  GtkPopover *date_popover;
  GtkCalendar *calendar;
  GtkWidget *first_row;
  AdwActionRow *file_row;
  GtkButton *file_button;
  GtkWidget *error_group;
  GtkLabel *error_label;

  GPtrArray *sets;
  TrioThemeSet *set;    /* NULL for an empty workshop */
  TrioSnapshot *parent; /* the earlier event to go on from, or NULL */
  GtkWidget *inputs_row;
  GtkSwitch *inputs_switch;
  char *folder;
  char *path;
  gboolean path_chosen;
};

G_DEFINE_FINAL_TYPE (TrioNewDialog, trio_new_dialog, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_iso_date (TrioNewDialog *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  return g_date_time_format (date, "%Y-%m-%d");
}

static void
show_error (TrioNewDialog *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->error_group, text != NULL);
}

static void
show_path (TrioNewDialog *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *folder = trio_label_folder (self->path);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
  adw_action_row_set_subtitle (self->file_row, folder);
}

static void
suggest_path (TrioNewDialog *self)
{
  g_autofree char *date = dup_iso_date (self);
  g_autofree char *name = NULL;

  show_error (self, NULL);
  if (self->path_chosen)
    return;
  name = trio_suggest_file_name (gtk_editable_get_text (self->title_row), date);
  g_free (self->path);
  self->path = trio_suggest_path (self->folder, name);
  show_path (self);
}

static void
date_changed_cb (GtkCalendar *calendar, TrioNewDialog *self)
{
  g_autofree char *iso = dup_iso_date (self);
  g_autofree char *date = trio_label_date (iso);

  gtk_menu_button_set_label (self->date_button, date);
  suggest_path (self);
}

static void
title_changed_cb (GtkEditable *row, TrioNewDialog *self)
{
  const char *text = gtk_editable_get_text (row);

  gtk_widget_set_sensitive (self->create_button, *text != '\0');
  suggest_path (self);
}

/* Steps */

static void
show_step (TrioNewDialog *self, const char *name)
{
  gboolean is_details = g_str_equal (name, "details");

  gtk_stack_set_visible_child_name (self->steps, name);
  trio_compat_set_button_label (self->back_button, is_details ? _ ("_Back") : _ ("_Cancel"));
  gtk_widget_set_visible (self->create_button, is_details);
  /* A default button would take Enter from the rows of the first page. */
  gtk_window_set_default_widget (GTK_WINDOW (self), is_details ? self->create_button : NULL);
  gtk_widget_grab_focus (is_details ? GTK_WIDGET (self->title_row) : self->first_row);
}

static void
back_cb (GtkButton *button, TrioNewDialog *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->steps), "details") == 0)
    show_step (self, "set");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* A series fits into sentences, “the future of working together”; a title begins with a capital. */
static char *
suggest_title (TrioThemeSet *set)
{
  g_autofree char *first = NULL;
  g_autofree char *upper = NULL;

  if (set == NULL)
    return g_strdup ("");
  if (*set->series == '\0')
    return g_strdup (set->title);
  first = g_utf8_substring (set->series, 0, 1);
  upper = trio_text_upper (first, set->lang);
  return g_strconcat (upper, g_utf8_next_char (set->series), NULL);
}

/* What the workshop begins with has been chosen: a set, an earlier event, or nothing. */
static void
go_on_with (TrioNewDialog *self, TrioThemeSet *set, TrioSnapshot *parent)
{
  g_autofree char *title
      = parent != NULL ? g_strdup (
            trio_record_get_text (trio_snapshot_get_workshop (parent), TRIO_WORKSHOP_TITLE))
                       : suggest_title (set);

  g_clear_pointer (&self->set, trio_theme_set_unref);
  g_clear_pointer (&self->parent, trio_snapshot_unref);
  if (set != NULL)
    self->set = trio_theme_set_ref (set);
  if (parent != NULL)
    self->parent = trio_snapshot_ref (parent);
  gtk_widget_set_visible (self->inputs_row, parent != NULL);
  gtk_switch_set_active (self->inputs_switch, FALSE);
  gtk_editable_set_text (self->title_row, title);
  gtk_editable_select_region (self->title_row, 0, -1);
  show_step (self, "details");
}

static void
set_activated_cb (AdwActionRow *row, TrioNewDialog *self)
{
  go_on_with (self, g_object_get_data (G_OBJECT (row), "set"), NULL);
}

static void
pasted_cb (TrioPasteDialog *dialog, TrioNewDialog *self)
{
  go_on_with (self, trio_paste_dialog_get_set (dialog), NULL);
}

static void
paste_activated_cb (AdwActionRow *row, TrioNewDialog *self)
{
  GtkWidget *dialog = trio_paste_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (pasted_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
parent_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioNewDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioSnapshot) snapshot = trio_store_read_finish (result, &error);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (snapshot != NULL)
    go_on_with (self, NULL, snapshot);
  else
    trio_compat_show_message (GTK_WINDOW (self), _ ("The earlier event could not be read"),
                              error->message);
}

static void
parent_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioNewDialog) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    trio_new_dialog_read_parent (self, path);
}

static void
parent_activated_cb (AdwActionRow *row, TrioNewDialog *self)
{
  trio_compat_open_file (GTK_WINDOW (self), _ ("Choose the Earlier Event"), TRIO_FILE_WORKSHOP,
                         parent_chosen_cb, g_object_ref (self));
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioNewDialog) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  g_free (self->path);
  self->path = g_str_has_suffix (path, ".trio") ? g_steal_pointer (&path)
                                                : g_strconcat (path, ".trio", NULL);
  self->path_chosen = TRUE;
  show_path (self);
  show_error (self, NULL);
}

static void
change_file_cb (GtkButton *button, TrioNewDialog *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);

  trio_compat_save_file (GTK_WINDOW (self), _ ("Where to Keep the Workshop"), TRIO_FILE_WORKSHOP,
                         folder, name, file_chosen_cb, g_object_ref (self));
}

/* Creating */

static gboolean
fill_workshop (TrioNewDialog *self, TrioStore *store, GError **error)
{
  g_autofree char *organisation = trio_preferences_dup_organisation ();
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (TrioEdit) edit
      = trio_edit_new (model, self->set != NULL ? "apply-theme-set" : "edit-workshop");
  TrioId workshop = trio_object_get_id (trio_model_get_workshop (model));
  g_autofree char *date = dup_iso_date (self);

  if (self->set != NULL && !trio_theme_set_apply (self->set, edit))
    return trio_edit_commit (edit, error);
  if (self->parent != NULL
      && !trio_inherit_apply (self->parent, edit, gtk_switch_get_active (self->inputs_switch)))
    return trio_edit_commit (edit, error);
  trio_edit_set_text (edit, workshop, TRIO_WORKSHOP_TITLE, gtk_editable_get_text (self->title_row));
  trio_edit_set_text (edit, workshop, TRIO_WORKSHOP_START, date);
  trio_edit_set_text (edit, workshop, TRIO_WORKSHOP_PLACE, gtk_editable_get_text (self->place_row));
  if (*organisation != '\0')
    trio_edit_set_text (edit, workshop, TRIO_WORKSHOP_ORGANISATION, organisation);
  return trio_edit_commit (edit, error);
}

static void
create_cb (GtkButton *button, TrioNewDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) store = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *wanted = trio_preferences_dup_document_language ();
  TrioLanguage language = TRIO_LANGUAGE_EN;

  if (self->set != NULL)
    language = trio_theme_set_get_language (self->set);
  else if (self->parent != NULL)
    language = (TrioLanguage)trio_record_get_int (trio_snapshot_get_workshop (self->parent),
                                                  TRIO_WORKSHOP_LANGUAGE);
  else if (g_str_equal (trio_ui_language (), "da"))
    language = TRIO_LANGUAGE_DA;
  if (*wanted != '\0')
    language = g_str_equal (wanted, "da") ? TRIO_LANGUAGE_DA : TRIO_LANGUAGE_EN;

  g_mkdir_with_parents (folder, 0755);
  store = trio_store_create (self->path, language, &error);
  if (store == NULL)
    {
      show_error (self, error->message);
      return;
    }
  if (!fill_workshop (self, store, &error))
    {
      show_error (self, error->message);
      trio_store_close (store, NULL);
      g_unlink (self->path);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, store);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_set (TrioNewDialog *self, TrioThemeSet *set)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (set != NULL)
    {
      guint n = set->themes->len;
      /* Translators: how many themes a set has */
      g_autofree char *count = g_strdup_printf (ngettext ("%u theme", "%u themes", n), n);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), set->title);
      if (*set->description != '\0')
        subtitle = g_strdup_printf ("%s · %s", count, set->description);
      else
        subtitle = g_steal_pointer (&count);
    }
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Empty workshop"));
      subtitle = g_strdup (_ ("Add stations yourself, or import inputs that name theirs."));
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "set", set);
  g_signal_connect (row, "activated", G_CALLBACK (set_activated_cb), self);
  adw_preferences_group_add (self->sets_group, row);
  if (self->first_row == NULL)
    self->first_row = row;
}

static void
add_other (TrioNewDialog *self, const char *title, const char *subtitle, GCallback activated)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", activated, self);
  adw_preferences_group_add (self->sets_group, row);
}

/* Sets in the language of the interface come first. */
static void
add_sets (TrioNewDialog *self)
{
  const char *lang = trio_ui_language ();

  self->sets = trio_theme_set_list (NULL);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->sets->len; i++)
      {
        TrioThemeSet *set = g_ptr_array_index (self->sets, i);
        gboolean same = g_str_has_prefix (set->lang, lang);

        if (same == (pass == 0))
          add_set (self, set);
      }
  add_other (self, _ ("From an earlier event…"), _ ("Its themes, linked to it; no inputs"),
             G_CALLBACK (parent_activated_cb));
  add_other (self, _ ("From dialogue material…"),
             _ ("Paste the pages; themes, questions and direction are recognised"),
             G_CALLBACK (paste_activated_cb));
  add_set (self, NULL);
}

static void
trio_new_dialog_finalize (GObject *object)
{
  TrioNewDialog *self = TRIO_NEW_DIALOG (object);

  g_clear_pointer (&self->set, trio_theme_set_unref);
  g_clear_pointer (&self->parent, trio_snapshot_unref);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_free (self->folder);
  g_free (self->path);

  G_OBJECT_CLASS (trio_new_dialog_parent_class)->finalize (object);
}

static void
trio_new_dialog_class_init (TrioNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trio_new_dialog_finalize;

  /**
   * TrioNewDialog::created:
   * @self: the dialog
   * @store: the new workshop, open
   *
   * A workshop was made.
   */
  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, TRIO_TYPE_STORE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, sets_group);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, date_button);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, date_popover);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, inputs_row);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, inputs_switch);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, error_group);
  gtk_widget_class_bind_template_child (widget_class, TrioNewDialog, error_label);
  trio_compat_make_dialog (widget_class);
}

static void
trio_new_dialog_init (TrioNewDialog *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  self->folder = g_strdup (documents != NULL ? documents : g_get_home_dir ());
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_announce_changes (self->error_label);
  trio_compat_hide_unseen (GTK_WIDGET (self->steps));
  trio_compat_mend_names (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->file_row), FALSE);
  g_signal_connect (self->back_button, "clicked", G_CALLBACK (back_cb), self);
  g_signal_connect (self->create_button, "clicked", G_CALLBACK (create_cb), self);
  g_signal_connect (self->file_button, "clicked", G_CALLBACK (change_file_cb), self);
  g_signal_connect (self->title_row, "changed", G_CALLBACK (title_changed_cb), self);
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (date_changed_cb), self);
  add_sets (self);
  date_changed_cb (self->calendar, self);
  gtk_widget_grab_focus (self->first_row);
}

/**
 * trio_new_dialog_new:
 * @parent: the window that asks
 *
 * Returns: (transfer none): a new dialog, not shown yet
 */
GtkWidget *
trio_new_dialog_new (GtkWindow *parent)
{
  return g_object_new (TRIO_TYPE_NEW_DIALOG, "transient-for", parent, NULL);
}

/**
 * trio_new_dialog_read_parent:
 * @self: the dialog
 * @path: the file of an earlier event
 *
 * Reads the earlier event in the background and goes on with its themes.
 */
void
trio_new_dialog_read_parent (TrioNewDialog *self, const char *path)
{
  g_return_if_fail (TRIO_IS_NEW_DIALOG (self));

  trio_store_read_async (path, NULL, parent_read_cb, g_object_ref (self));
}
