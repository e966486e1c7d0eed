/* trio-set-dialog.c: chooses a set of themes and adds them to the workshop. */
#include "config.h"

#include "app/setup/trio-set-dialog.h"

#include <glib/gi18n.h>

#include "app/setup/trio-paste-dialog.h"
#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "exchange/trio-theme-set.h"

struct _TrioSetDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *first_row;
  TrioModel *model;
  GPtrArray *sets;
};

G_DEFINE_FINAL_TYPE (TrioSetDialog, trio_set_dialog, ADW_TYPE_WINDOW)

static void
apply (TrioSetDialog *self, TrioThemeSet *set)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (self->model, "apply-theme-set");
  g_autoptr (GError) error = NULL;

  trio_edit_set_subject (edit, set->title);
  trio_theme_set_apply (set, edit);
  if (trio_edit_commit (edit, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    trio_compat_show_message (GTK_WINDOW (self), _ ("The themes were not added"), error->message);
}

static void
row_activated_cb (AdwActionRow *row, TrioSetDialog *self)
{
  apply (self, g_object_get_data (G_OBJECT (row), "set"));
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioSetDialog) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioThemeSet) set = NULL;

  if (path == NULL || self->model == NULL)
    return;
  set = trio_theme_set_load (path, &error);
  if (set != NULL)
    apply (self, set);
  else
    trio_compat_show_message (GTK_WINDOW (self), _ ("The theme set could not be read"),
                              error->message);
}

static void
file_activated_cb (AdwActionRow *row, TrioSetDialog *self)
{
  trio_compat_open_file (GTK_WINDOW (self), _ ("Open Theme Set"), TRIO_FILE_ANY, file_chosen_cb,
                         g_object_ref (self));
}

static void
pasted_cb (TrioPasteDialog *dialog, TrioSetDialog *self)
{
  apply (self, trio_paste_dialog_get_set (dialog));
}

static void
paste_activated_cb (AdwActionRow *row, TrioSetDialog *self)
{
  GtkWidget *dialog = trio_paste_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (pasted_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
add_row (TrioSetDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_preferences_group_add (self->group, row);
  if (self->first_row == NULL)
    self->first_row = row;
  return row;
}

static void
add_sets (TrioSetDialog *self)
{
  const char *lang = trio_ui_language ();
  GtkWidget *row;

  self->sets = trio_theme_set_list (NULL);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->sets->len; i++)
      {
        TrioThemeSet *set = g_ptr_array_index (self->sets, i);
        guint n = set->themes->len;
        g_autofree char *count = g_strdup_printf (ngettext ("%u theme", "%u themes", n), n);
        g_autofree char *subtitle = *set->description != '\0'
                                        ? g_strdup_printf ("%s · %s", count, set->description)
                                        : g_strdup (count);

        if (g_str_has_prefix (set->lang, lang) != (pass == 0))
          continue;
        row = add_row (self, set->title, subtitle);
        g_object_set_data (G_OBJECT (row), "set", set);
        g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
      }
  row = add_row (self, _ ("From dialogue material…"),
                 _ ("Paste the pages; themes, questions and direction are recognised"));
  g_signal_connect (row, "activated", G_CALLBACK (paste_activated_cb), self);
  row = add_row (self, _ ("From a file…"), _ ("A theme set that somebody else has saved"));
  g_signal_connect (row, "activated", G_CALLBACK (file_activated_cb), self);
}

static void
trio_set_dialog_dispose (GObject *object)
{
  TrioSetDialog *self = TRIO_SET_DIALOG (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->sets, g_ptr_array_unref);

  G_OBJECT_CLASS (trio_set_dialog_parent_class)->dispose (object);
}

static void
trio_set_dialog_class_init (TrioSetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_set_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-set-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioSetDialog, group);
  trio_compat_make_dialog (widget_class);
}

static void
trio_set_dialog_init (TrioSetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_sets (self);
  gtk_widget_grab_focus (self->first_row);
}

/**
 * trio_set_dialog_new:
 * @parent: the window that asks
 * @model: the workshop that gets the themes
 *
 * Returns: (transfer none): a new dialog, not shown yet
 */
GtkWidget *
trio_set_dialog_new (GtkWindow *parent, TrioModel *model)
{
  TrioSetDialog *self = g_object_new (TRIO_TYPE_SET_DIALOG, "transient-for", parent, NULL);

  self->model = g_object_ref (model);
  return GTK_WIDGET (self);
}
