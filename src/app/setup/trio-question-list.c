/* trio-question-list.c: the questions of a theme, written and ordered in place.
 *
 * Enter makes the next question; Alt and the arrows move a question and put it under another;
 * Backspace in an empty question deletes it.
 */
#include "config.h"

#include "app/setup/trio-question-list.h"

#include <glib/gi18n.h>

#include "app/setup/trio-field-binding.h"
#include "app/setup/trio-prose.h"
#include "app/setup/trio-rows.h"
#include "app/trio-compat.h"
#include "app/widgets/trio-reorder.h"
#include "app/window/trio-page.h"
#include "model/trio-commands-theme.h"

struct _TrioQuestionList
{
  GtkBox parent_instance;

  TrioModel *model;
  TrioId theme;
  GtkWidget *rows;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (TrioQuestionList, trio_question_list, GTK_TYPE_BOX)

static TrioQuestionList *
list_of (GtkWidget *row)
{
  return TRIO_QUESTION_LIST (gtk_widget_get_ancestor (row, TRIO_TYPE_QUESTION_LIST));
}

static TrioId
id_of (GtkWidget *row)
{
  TrioId *id = g_object_get_data (G_OBJECT (row), "question");

  return id != NULL ? *id : 0;
}

static GtkWidget *
field_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "field");
}

static void
tell (TrioQuestionList *self, const GError *error)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), TRIO_TYPE_PAGE);

  if (error != NULL && page != NULL)
    trio_page_notice (TRIO_PAGE (page), error->message, FALSE);
}

static GtkWidget *
find_row (TrioQuestionList *self, TrioId question)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (id_of (row) == question)
      return row;
  return NULL;
}

static void
focus_question (TrioQuestionList *self, TrioId question)
{
  GtkWidget *row = find_row (self, question);

  if (row != NULL)
    gtk_widget_grab_focus (field_of (row));
}

/* What can be done to a question */

static void
add_after (TrioQuestionList *self, TrioId after)
{
  g_autoptr (GError) error = NULL;
  TrioId question = trio_command_add_question (self->model, self->theme, after, &error);

  tell (self, error);
  if (question != 0)
    focus_question (self, question);
}

static void
remove_question (TrioQuestionList *self, GtkWidget *row)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *next = gtk_widget_get_prev_sibling (row);
  TrioId neighbour;

  if (next == NULL)
    next = gtk_widget_get_next_sibling (row);
  neighbour = next != NULL ? id_of (next) : 0;
  trio_command_delete_question (self->model, id_of (row), &error);
  tell (self, error);
  if (neighbour != 0)
    focus_question (self, neighbour);
  else
    gtk_widget_grab_focus (self->add_button);
}

static gboolean
move_row (GtkWidget *row, TrioQuestionMove move)
{
  TrioQuestionList *self = list_of (row);
  TrioId question = id_of (row);
  g_autoptr (GError) error = NULL;

  if (!trio_model_can_move_question (self->model, question, move))
    return FALSE;
  trio_command_move_question (self->model, question, move, &error);
  tell (self, error);
  focus_question (self, question);
  return TRUE;
}

static gboolean
enter_cb (GtkWidget *row, GVariant *parameter, gpointer user_data)
{
  add_after (list_of (row), id_of (row));
  return TRUE;
}

static gboolean
backspace_cb (GtkWidget *row, GVariant *parameter, gpointer user_data)
{
  if (!trio_prose_is_empty (TRIO_PROSE (field_of (row))))
    return FALSE;
  remove_question (list_of (row), row);
  return TRUE;
}

static gboolean
earlier_cb (GtkWidget *row, GVariant *parameter, gpointer user_data)
{
  move_row (row, TRIO_QUESTION_EARLIER);
  return TRUE;
}

static gboolean
later_cb (GtkWidget *row, GVariant *parameter, gpointer user_data)
{
  move_row (row, TRIO_QUESTION_LATER);
  return TRUE;
}

static gboolean
deeper_cb (GtkWidget *row, GVariant *parameter, gpointer user_data)
{
  move_row (row, TRIO_QUESTION_DEEPER);
  return TRUE;
}

static gboolean
higher_cb (GtkWidget *row, GVariant *parameter, gpointer user_data)
{
  move_row (row, TRIO_QUESTION_HIGHER);
  return TRUE;
}

static void
remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));

  remove_question (list_of (row), row);
}

static void
add_clicked_cb (GtkButton *button, TrioQuestionList *self)
{
  add_after (self, 0);
}

/* Rows */

static void
add_keys (GtkWidget *row)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
  } keys[] = {
    { GDK_KEY_Return, 0, enter_cb },           { GDK_KEY_KP_Enter, 0, enter_cb },
    { GDK_KEY_BackSpace, 0, backspace_cb },    { GDK_KEY_Up, GDK_ALT_MASK, earlier_cb },
    { GDK_KEY_Down, GDK_ALT_MASK, later_cb },  { GDK_KEY_Right, GDK_ALT_MASK, deeper_cb },
    { GDK_KEY_Left, GDK_ALT_MASK, higher_cb },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the text field takes Enter for a line break. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_callback_action_new (keys[i].func, NULL, NULL)));
  gtk_widget_add_controller (row, controller);
}

static void
dropped_cb (GtkWidget *dragged, GtkWidget *target, gboolean is_after)
{
  TrioQuestionList *self = list_of (target);
  g_autoptr (GError) error = NULL;

  trio_command_place_question (self->model, id_of (dragged), id_of (target), is_after, &error);
  tell (self, error);
}

static GtkWidget *
create_row (TrioQuestionList *self, TrioId question)
{
  TrioObject *object = trio_model_get_object (self->model, question);
  gboolean is_point = trio_object_get_ref (object, TRIO_QUESTION_PARENT) != 0;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bullet = gtk_label_new (is_point ? "–" : "•");
  GtkWidget *field = trio_prose_new (is_point ? _ ("Point under the question") : _ ("Question"),
                                     is_point ? _ ("A point") : _ ("A question to talk about"));
  GtkWidget *remove = trio_rows_create_remove_button (_ ("Delete Question"));

  g_object_set_data_full (G_OBJECT (row), "question", g_memdup2 (&question, sizeof question),
                          g_free);
  g_object_set_data (G_OBJECT (row), "field", field);
  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_set_margin_top (bullet, 4);
  gtk_widget_set_margin_start (bullet, is_point ? 18 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bullet), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_hexpand (field, TRUE);
  trio_field_bind (field, self->model, question, TRIO_QUESTION_TEXT, NULL);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), NULL);
  gtk_widget_add_css_class (row, "trio-line");
  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), field);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_widget_set_tooltip_text (bullet, _ ("Drag to move, or Alt and an arrow key"));
  trio_reorder_add (row, bullet, trio_object_get_text (object, TRIO_QUESTION_TEXT), dropped_cb);
  add_keys (row);
  return row;
}

/* A row is used again only while the question is on the same level. */
static GtkWidget *
find_usable (TrioQuestionList *self, TrioId question, gboolean is_point)
{
  GtkWidget *row = find_row (self, question);

  if (row == NULL || GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "is-point")) != is_point)
    return NULL;
  return row;
}

static void
show_rows (TrioQuestionList *self)
{
  g_autoptr (GArray) ids = trio_model_dup_questions (self->model, self->theme);
  GtkWidget *last = NULL;
  GtkWidget *extra;

  for (guint i = 0; i < ids->len; i++)
    {
      TrioId id = g_array_index (ids, TrioId, i);
      TrioObject *object = trio_model_get_object (self->model, id);
      gboolean is_point = trio_object_get_ref (object, TRIO_QUESTION_PARENT) != 0;
      GtkWidget *row = find_usable (self, id, is_point);

      if (row == NULL)
        {
          row = create_row (self, id);
          g_object_set_data (G_OBJECT (row), "is-point", GINT_TO_POINTER (is_point));
          gtk_box_insert_child_after (GTK_BOX (self->rows), row, last);
        }
      else
        gtk_box_reorder_child_after (GTK_BOX (self->rows), row, last);
      last = row;
    }
  while ((extra = last != NULL ? gtk_widget_get_next_sibling (last)
                               : gtk_widget_get_first_child (self->rows))
         != NULL)
    gtk_box_remove (GTK_BOX (self->rows), extra);
}

static gboolean
has_question (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (records, i);

      if (record->kind == TRIO_KIND_QUESTION)
        return TRUE;
    }
  return FALSE;
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioQuestionList *self)
{
  if (has_question (transaction->records) || has_question (transaction->deleted))
    show_rows (self);
}

static void
trio_question_list_dispose (GObject *object)
{
  TrioQuestionList *self = TRIO_QUESTION_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_question_list_parent_class)->dispose (object);
}

static void
trio_question_list_class_init (TrioQuestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trio_question_list_dispose;
}

static void
trio_question_list_init (TrioQuestionList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->add_button = trio_rows_create_add_button (_ ("Add Question"));
  g_signal_connect (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->add_button);
}

/**
 * trio_question_list_new:
 * @model: a workshop
 * @theme: number of a theme
 *
 * Returns: (transfer floating): a list of the theme's questions
 */
GtkWidget *
trio_question_list_new (TrioModel *model, TrioId theme)
{
  TrioQuestionList *self = g_object_new (TRIO_TYPE_QUESTION_LIST, NULL);

  self->model = g_object_ref (model);
  self->theme = theme;
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  show_rows (self);
  return GTK_WIDGET (self);
}

/**
 * trio_question_list_get_length:
 * @self: the list
 *
 * Returns: how many questions and points are shown
 */
guint
trio_question_list_get_length (TrioQuestionList *self)
{
  guint n = 0;

  g_return_val_if_fail (TRIO_IS_QUESTION_LIST (self), 0);

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

/**
 * trio_question_list_get_field:
 * @self: the list
 * @index: which question or point, from 0
 *
 * Returns: (transfer none) (nullable): the field that it is written in
 */
GtkWidget *
trio_question_list_get_field (TrioQuestionList *self, guint index)
{
  GtkWidget *row;

  g_return_val_if_fail (TRIO_IS_QUESTION_LIST (self), NULL);

  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; row != NULL && i < index; i++)
    row = gtk_widget_get_next_sibling (row);
  return row != NULL ? field_of (row) : NULL;
}
