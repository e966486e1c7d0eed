/* trio-details-dialog.c: what is said about the workshop itself.
 *
 * The rows are made from the field table, so that names, limits and checks are the model's.
 * Saving is one step.
 */
#include "config.h"

#include "app/files/trio-details-dialog.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "model/trio-edit.h"

static const guint event_fields[]
    = { TRIO_WORKSHOP_TITLE,        TRIO_WORKSHOP_SERIES, TRIO_WORKSHOP_EVENT_KIND,
        TRIO_WORKSHOP_START,        TRIO_WORKSHOP_END,    TRIO_WORKSHOP_PLACE,
        TRIO_WORKSHOP_ORGANISATION, TRIO_WORKSHOP_UNIT,   TRIO_WORKSHOP_INVITING_BODY,
        TRIO_WORKSHOP_CASE_NUMBER };
static const guint words_fields[]
    = { TRIO_WORKSHOP_PARTICIPANTS, TRIO_WORKSHOP_SCOPE, TRIO_WORKSHOP_AIM };

struct _TrioDetailsDialog
{
  AdwWindow parent_instance;

  GtkWidget *cancel_button;
  GtkWidget *save_button;
  GtkWidget *error_group;
  GtkLabel *error_label;
  AdwPreferencesGroup *event_group;
  AdwPreferencesGroup *words_group;

  TrioModel *model;
  GtkWidget *rows[TRIO_WORKSHOP_N_FIELDS];
};

G_DEFINE_FINAL_TYPE (TrioDetailsDialog, trio_details_dialog, ADW_TYPE_WINDOW)

static char *
dup_label (guint field)
{
  g_autofree char *label = trio_field_dup_label (TRIO_KIND_WORKSHOP, field);
  g_autofree char *first = g_utf8_substring (label, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);
  g_autofree char *whole = g_strconcat (upper, g_utf8_next_char (label), NULL);
  const TrioField *info = &trio_kind_get_info (TRIO_KIND_WORKSHOP)->fields[field];

  if (info->type == TRIO_FIELD_DATE)
    /* Translators: label of a field for a date; %s is “Date” or “Last day” */
    return g_strdup_printf (_ ("%s (year-month-day)"), whole);
  return g_steal_pointer (&whole);
}

static void
add_line (TrioDetailsDialog *self, guint field, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *label = dup_label (field);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_preferences_group_add (self->event_group, row);
  self->rows[field] = row;
}

static void
add_prose (TrioDetailsDialog *self, guint field, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *view = gtk_text_view_new ();
  g_autofree char *name = dup_label (field);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "trio-prose");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  adw_preferences_group_add (self->words_group, box);
  self->rows[field] = view;
}

static char *
dup_value (TrioDetailsDialog *self, guint field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  char *text;

  if (GTK_IS_EDITABLE (self->rows[field]))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[field]))));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->rows[field]));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  return g_strstrip (text);
}

static void
save_clicked_cb (GtkButton *button, TrioDetailsDialog *self)
{
  if (trio_details_dialog_save (self))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
trio_details_dialog_dispose (GObject *object)
{
  g_clear_object (&TRIO_DETAILS_DIALOG (object)->model);

  G_OBJECT_CLASS (trio_details_dialog_parent_class)->dispose (object);
}

static void
trio_details_dialog_class_init (TrioDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_details_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioDetailsDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TrioDetailsDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TrioDetailsDialog, error_group);
  gtk_widget_class_bind_template_child (widget_class, TrioDetailsDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, TrioDetailsDialog, event_group);
  gtk_widget_class_bind_template_child (widget_class, TrioDetailsDialog, words_group);
  trio_compat_make_dialog (widget_class);
}

static void
trio_details_dialog_init (TrioDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_mend_names (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect (self->save_button, "clicked", G_CALLBACK (save_clicked_cb), self);
}

/**
 * trio_details_dialog_new:
 * @parent: the window that asks
 * @model: the workshop
 *
 * Returns: (transfer none): a new dialog, not shown yet
 */
GtkWidget *
trio_details_dialog_new (GtkWindow *parent, TrioModel *model)
{
  TrioDetailsDialog *self = g_object_new (TRIO_TYPE_DETAILS_DIALOG, "transient-for", parent, NULL);
  TrioObject *workshop = trio_model_get_workshop (model);

  self->model = g_object_ref (model);
  for (guint i = 0; i < G_N_ELEMENTS (event_fields); i++)
    add_line (self, event_fields[i], trio_object_get_text (workshop, event_fields[i]));
  for (guint i = 0; i < G_N_ELEMENTS (words_fields); i++)
    add_prose (self, words_fields[i], trio_object_get_text (workshop, words_fields[i]));
  gtk_widget_grab_focus (self->rows[TRIO_WORKSHOP_TITLE]);
  return GTK_WIDGET (self);
}

/**
 * trio_details_dialog_save:
 * @self: the dialog
 *
 * Takes what changed over into the workshop, as one step.
 *
 * Returns: whether everything was taken; if not, the dialog says what is wrong
 */
gboolean
trio_details_dialog_save (TrioDetailsDialog *self)
{
  g_autoptr (TrioEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  TrioObject *workshop;
  guint n_changes = 0;

  g_return_val_if_fail (TRIO_IS_DETAILS_DIALOG (self), FALSE);

  workshop = trio_model_get_workshop (self->model);
  edit = trio_edit_new (self->model, "edit-workshop");
  for (guint field = 0; field < G_N_ELEMENTS (self->rows); field++)
    {
      g_autofree char *text = self->rows[field] != NULL ? dup_value (self, field) : NULL;

      if (text == NULL || g_strcmp0 (text, trio_object_get_text (workshop, field)) == 0)
        continue;
      trio_edit_set_text (edit, trio_object_get_id (workshop), field, text);
      n_changes++;
    }
  if (n_changes == 0 || trio_edit_commit (edit, &error))
    return TRUE;

  gtk_label_set_label (self->error_label, error->message);
  gtk_widget_show (self->error_group);
  return FALSE;
}

/**
 * trio_details_dialog_get_row:
 * @self: the dialog
 * @field: a field of the workshop
 *
 * Returns: (transfer none) (nullable): the widget that the field is edited in
 */
GtkWidget *
trio_details_dialog_get_row (TrioDetailsDialog *self, guint field)
{
  g_return_val_if_fail (TRIO_IS_DETAILS_DIALOG (self), NULL);
  g_return_val_if_fail (field < TRIO_WORKSHOP_N_FIELDS, NULL);

  return self->rows[field];
}
