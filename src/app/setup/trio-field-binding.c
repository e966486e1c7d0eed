/* trio-field-binding.c: ties a text field of the window to a field of the workshop.
 *
 * Every key is an edit; edits of one field that follow each other closely are one step. What
 * the model refuses stays in the field, marked, until the focus leaves it.
 */
#include "config.h"

#include "app/setup/trio-field-binding.h"

#include "app/trio-labels.h"
#include "app/window/trio-page.h"
#include "base/trio-date.h"
#include "base/trio-text.h"
#include "model/trio-commands.h"

#define BINDING_KEY "trio-field-binding"

typedef struct
{
  GtkWidget *widget;
  GtkTextBuffer *buffer; /* NULL for what is editable in one line */
  TrioModel *model;
  TrioObject *object;
  TrioId id;
  guint field;
  const TrioFieldForm *form;
  gboolean is_busy;
  char *refusal;
} Binding;

static char *
read_date (const char *typed)
{
  return *typed != '\0' ? trio_date_read_loose (typed) : g_strdup ("");
}

const TrioFieldForm trio_field_form_date = { read_date, trio_label_date };

static char *
dup_typed (Binding *self)
{
  GtkTextIter start;
  GtkTextIter end;
  char *text;

  if (self->buffer == NULL)
    return g_strdelimit (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget))), "\r\n",
                         ' ');
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  return text;
}

static void
set_typed (Binding *self, const char *text)
{
  if (self->buffer != NULL)
    {
      GtkTextIter iter;
      int offset;

      gtk_text_buffer_get_iter_at_mark (self->buffer, &iter,
                                        gtk_text_buffer_get_insert (self->buffer));
      offset = gtk_text_iter_get_offset (&iter);
      gtk_text_buffer_set_text (self->buffer, text, -1);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
      gtk_text_buffer_place_cursor (self->buffer, &iter);
    }
  else
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (self->widget));

      gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
      gtk_editable_set_position (GTK_EDITABLE (self->widget), position);
    }
}

static char *
dup_value (Binding *self)
{
  const TrioRecord *record = trio_object_get_record (self->object);
  g_autofree char *value
      = trio_field_format (record->kind, self->field, trio_record_get (record, self->field));

  return self->form != NULL ? self->form->show (value) : g_steal_pointer (&value);
}

static void
mark_refusal (Binding *self, const char *refusal)
{
  g_free (self->refusal);
  self->refusal = g_strdup (refusal);
  if (refusal != NULL)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_STATE_INVALID,
                               refusal != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_value (Binding *self)
{
  g_autofree char *now = NULL;
  g_autofree char *value = NULL;
  gboolean was_busy = self->is_busy;

  if (trio_object_is_deleted (self->object))
    return;
  now = dup_typed (self);
  value = dup_value (self);
  if (g_strcmp0 (now, value) != 0)
    {
      self->is_busy = TRUE;
      set_typed (self, value);
      self->is_busy = was_busy;
    }
  if (self->refusal != NULL)
    mark_refusal (self, NULL);
}

static void
keep (Binding *self, const char *typed)
{
  g_autofree char *text = self->form != NULL ? self->form->read (typed) : g_strdup (typed);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    {
      mark_refusal (self, "");
      return;
    }
  self->is_busy = TRUE;
  trio_command_set_field (self->model, self->id, self->field, text, &error);
  self->is_busy = FALSE;
  mark_refusal (self, error != NULL ? error->message : NULL);
}

static void
changed_cb (Binding *self)
{
  g_autofree char *typed = NULL;

  if (self->is_busy || trio_object_is_deleted (self->object))
    return;
  typed = dup_typed (self);
  keep (self, typed);
}

static void
notify_cb (Binding *self)
{
  if (!self->is_busy)
    show_value (self);
}

/* The field has said "no" by its colour; now that somebody leaves it, it says why. */
static void
leave_cb (Binding *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *trimmed = NULL;
  g_autofree char *refusal = g_strdup (self->refusal);
  GtkWidget *page = gtk_widget_get_ancestor (self->widget, TRIO_TYPE_PAGE);

  if (trio_object_is_deleted (self->object))
    return;
  typed = dup_typed (self);
  trimmed = g_strstrip (g_strdup (typed));
  if (refusal == NULL && g_strcmp0 (typed, trimmed) != 0)
    keep (self, trimmed);
  show_value (self);
  if (refusal != NULL && *refusal != '\0' && page != NULL)
    trio_page_notice (TRIO_PAGE (page), refusal, FALSE);
}

static void
free_binding (gpointer data)
{
  Binding *self = data;

  g_signal_handlers_disconnect_by_data (self->object, self);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  g_object_unref (self->object);
  g_object_unref (self->model);
  g_free (self->refusal);
  g_free (self);
}

/**
 * trio_field_bind:
 * @widget: a #GtkEditable or a #GtkTextView
 * @model: a workshop
 * @object: number of an object
 * @field: index of a field of it that is not a reference
 * @form: (nullable): how people write the field, if not as the model does
 *
 * Shows a field of the workshop in @widget and keeps what is typed there, for as long as the
 * widget lives. A widget is bound once.
 */
void
trio_field_bind (
    GtkWidget *widget, TrioModel *model, TrioId object, guint field, const TrioFieldForm *form)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  TrioObject *target = trio_model_get_object (model, object);
  g_autofree char *signal = NULL;
  g_autofree char *name = NULL;
  Binding *self;

  g_return_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget));
  g_return_if_fail (target != NULL);

  self = g_new0 (Binding, 1);
  self->widget = widget;
  self->model = g_object_ref (model);
  self->object = g_object_ref (target);
  self->id = object;
  self->field = field;
  self->form = form;
  if (GTK_IS_TEXT_VIEW (widget))
    {
      self->buffer = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));
      gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
    }
  else
    gtk_editable_set_enable_undo (GTK_EDITABLE (widget), FALSE);

  name = g_strdup (trio_kind_get_info (trio_object_get_kind (target))->fields[field].name);
  signal = g_strconcat ("notify::", g_strdelimit (name, "_", '-'), NULL);
  g_object_set_data_full (G_OBJECT (widget), BINDING_KEY, self, free_binding);
  show_value (self);
  g_signal_connect_swapped (target, signal, G_CALLBACK (notify_cb), self);
  if (self->buffer != NULL)
    g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
  else
    g_signal_connect_swapped (widget, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, focus);
}

/**
 * trio_field_is_bound_to:
 * @widget: a widget
 * @object: number of an object
 * @field: index of a field of it
 *
 * Returns: whether the widget shows that field
 */
gboolean
trio_field_is_bound_to (GtkWidget *widget, TrioId object, guint field)
{
  Binding *self = g_object_get_data (G_OBJECT (widget), BINDING_KEY);

  return self != NULL && self->id == object && self->field == field;
}

/**
 * trio_field_find:
 * @root: a widget
 * @object: number of an object
 * @field: index of a field of it
 *
 * Returns: (transfer none) (nullable): the widget in @root that shows that field
 */
GtkWidget *
trio_field_find (GtkWidget *root, TrioId object, guint field)
{
  if (trio_field_is_bound_to (root, object, field))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = trio_field_find (child, object, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}
