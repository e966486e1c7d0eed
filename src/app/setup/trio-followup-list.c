/* trio-followup-list.c: what is to be done after the day: what, under which theme, who, when. */
#include "config.h"

#include "app/setup/trio-followup-list.h"

#include <glib/gi18n.h>

#include "app/setup/trio-field-binding.h"
#include "app/setup/trio-prose.h"
#include "app/setup/trio-rows.h"
#include "app/setup/trio-theme-choice.h"
#include "app/window/trio-page.h"
#include "model/trio-commands-followup.h"

struct _TrioFollowupList
{
  GtkBox parent_instance;

  TrioModel *model;
  GListModel *list;
  GtkWidget *rows;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (TrioFollowupList, trio_followup_list, GTK_TYPE_BOX)

static void
tell (TrioFollowupList *self, const GError *error)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), TRIO_TYPE_PAGE);

  if (error != NULL && page != NULL)
    trio_page_notice (TRIO_PAGE (page), error->message, FALSE);
}

static TrioObject *
object_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "followup");
}

static void
toggled_cb (GtkCheckButton *check, TrioFollowupList *self)
{
  TrioObject *followup = object_of (GTK_WIDGET (check));
  gboolean done = gtk_check_button_get_active (check);
  g_autoptr (GError) error = NULL;

  if (trio_object_is_deleted (followup)
      || done == (trio_object_get_int (followup, TRIO_FOLLOWUP_STATE) == TRIO_FOLLOWUP_DONE))
    return;
  trio_command_set_followup_done (self->model, trio_object_get_id (followup), done, &error);
  tell (self, error);
}

static void
show_done (GtkCheckButton *check)
{
  TrioObject *followup = object_of (GTK_WIDGET (check));

  gtk_check_button_set_active (check, trio_object_get_int (followup, TRIO_FOLLOWUP_STATE)
                                          == TRIO_FOLLOWUP_DONE);
}

static void
theme_chosen_cb (TrioThemeChoice *choice, gint64 theme, TrioFollowupList *self)
{
  TrioObject *followup = object_of (GTK_WIDGET (choice));
  g_autoptr (GError) error = NULL;

  if (trio_object_is_deleted (followup))
    return;
  trio_command_set_followup_theme (self->model, trio_object_get_id (followup), theme, &error);
  tell (self, error);
}

static void
show_theme (TrioThemeChoice *choice)
{
  trio_theme_choice_show (choice, trio_object_get_ref (object_of (GTK_WIDGET (choice)),
                                                       TRIO_FOLLOWUP_THEME));
}

static void
remove_clicked_cb (GtkButton *button, TrioFollowupList *self)
{
  g_autoptr (GError) error = NULL;

  trio_command_delete_followup (self->model, trio_object_get_id (object_of (GTK_WIDGET (button))),
                                &error);
  tell (self, error);
  gtk_widget_grab_focus (self->add_button);
}

static void
add_clicked_cb (GtkButton *button, TrioFollowupList *self)
{
  trio_followup_list_add (self);
}

static void
add_text (TrioFollowupList *self,
          GtkWidget *row,
          TrioId id,
          guint field,
          const char *label,
          int width,
          const TrioFieldForm *form)
{
  GtkWidget *text = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (text), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (text, "trio-flat");
  gtk_editable_set_width_chars (GTK_EDITABLE (text), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (text), width);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  trio_field_bind (text, self->model, id, field, form);
  gtk_box_append (GTK_BOX (row), text);
}

static void
add_theme (TrioFollowupList *self, GtkWidget *row, TrioObject *followup)
{
  GtkWidget *choice = trio_theme_choice_new (self->model);

  g_object_set_data_full (G_OBJECT (choice), "followup", g_object_ref (followup), g_object_unref);
  gtk_widget_set_valign (choice, GTK_ALIGN_START);
  show_theme (TRIO_THEME_CHOICE (choice));
  g_signal_connect (choice, "chosen", G_CALLBACK (theme_chosen_cb), self);
  g_signal_connect_object (followup, "notify::theme", G_CALLBACK (show_theme), choice,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), choice);
}

static GtkWidget *
create_row (TrioObject *followup, gpointer user_data)
{
  TrioFollowupList *self = user_data;
  TrioId id = trio_object_get_id (followup);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *what = trio_prose_new (_ ("What is to be done"), _ ("What is to be done"));
  GtkWidget *remove = trio_rows_create_remove_button (_ ("Delete Follow-up"));

  g_object_set_data_full (G_OBJECT (check), "followup", g_object_ref (followup), g_object_unref);
  g_object_set_data_full (G_OBJECT (remove), "followup", g_object_ref (followup), g_object_unref);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (check, _ ("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Done"),
                                  -1);
  show_done (GTK_CHECK_BUTTON (check));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect_object (followup, "notify::state", G_CALLBACK (show_done), check,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (what, TRUE);
  trio_field_bind (what, self->model, id, TRIO_FOLLOWUP_WHAT, NULL);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), what);
  add_theme (self, row, followup);
  add_text (self, row, id, TRIO_FOLLOWUP_WHO, _ ("Who, by role"), 20, NULL);
  add_text (self, row, id, TRIO_FOLLOWUP_DUE, _ ("Deadline"), 16, &trio_field_form_date);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_widget_add_css_class (row, "trio-line");
  return row;
}

static void
items_changed_cb (
    GListModel *list, guint position, guint removed, guint added, TrioFollowupList *self)
{
  trio_rows_change (GTK_BOX (self->rows), list, position, removed, added, create_row, self);
}

static void
trio_followup_list_dispose (GObject *object)
{
  TrioFollowupList *self = TRIO_FOLLOWUP_LIST (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_followup_list_parent_class)->dispose (object);
}

static void
trio_followup_list_class_init (TrioFollowupListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trio_followup_list_dispose;
}

static void
trio_followup_list_init (TrioFollowupList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->add_button = trio_rows_create_add_button (_ ("Add Follow-up"));
  g_signal_connect (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->add_button);
}

/**
 * trio_followup_list_new:
 * @model: a workshop
 *
 * Returns: (transfer floating): a list of what is to be done after it
 */
GtkWidget *
trio_followup_list_new (TrioModel *model)
{
  TrioFollowupList *self = g_object_new (TRIO_TYPE_FOLLOWUP_LIST, NULL);

  self->model = g_object_ref (model);
  self->list = g_object_ref (trio_model_get_list (model, TRIO_KIND_FOLLOWUP));
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self->list, 0, 0, g_list_model_get_n_items (self->list), self);
  return GTK_WIDGET (self);
}

/**
 * trio_followup_list_add:
 * @self: the list
 *
 * Adds something to be done and puts the focus where it is written.
 */
void
trio_followup_list_add (TrioFollowupList *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *what;
  TrioId followup;

  g_return_if_fail (TRIO_IS_FOLLOWUP_LIST (self));

  followup = trio_command_add_followup (self->model, &error);
  tell (self, error);
  what = followup != 0 ? trio_field_find (self->rows, followup, TRIO_FOLLOWUP_WHAT) : NULL;
  if (what != NULL)
    gtk_widget_grab_focus (what);
}
