/* trio-capture-pointer.c: the capture bar with a mouse or a finger: what Enter, Ctrl+Enter and Up do.
 *
 * The keyboard stays in the field whatever is pressed, so that typing goes on.
 */
#include "config.h"

#include "app/capture/trio-capture-bar-private.h"

#include <glib/gi18n.h>

static void
send_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_capture_bar_submit (user_data);
  gtk_widget_grab_focus (GTK_WIDGET (user_data));
}

static void
stack_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_capture_bar_submit_to_stack (user_data);
  gtk_widget_grab_focus (GTK_WIDGET (user_data));
}

/* The labels show the newest input first. */
static void
recent_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TrioCaptureBar *self)
{
  GtkWidget *label = gtk_widget_pick (GTK_WIDGET (self->recent), x, y, GTK_PICK_DEFAULT);
  GListModel *notes;
  guint back = 0;
  guint n;

  if (self->model == NULL || label == NULL
      || gtk_widget_get_parent (label) != GTK_WIDGET (self->recent))
    return;
  while ((label = gtk_widget_get_prev_sibling (label)) != NULL)
    back++;
  notes = trio_model_get_children (self->model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, self->station);
  n = g_list_model_get_n_items (notes);
  if (back < n)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, n - 1 - back);

      trio_capture_bar_edit (self, note);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * trio_capture_bar_show_buttons:
 * @self: the bar
 *
 * Offers to stack while there is something that the words in the field are like.
 */
void
trio_capture_bar_show_buttons (TrioCaptureBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->stack_button),
                          self->similar_note != 0 && self->editing == 0 && !self->is_guest);
}

/**
 * trio_capture_bar_add_pointer:
 * @self: the bar, with its actions
 *
 * Lets the bar be used without keys, apart from the words.
 */
void
trio_capture_bar_add_pointer (TrioCaptureBar *self)
{
  static const GActionEntry entries[] = {
    { "send", send_cb },
    { "stack", stack_cb },
  };
  GtkGesture *press = gtk_gesture_click_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect (press, "released", G_CALLBACK (recent_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->recent), GTK_EVENT_CONTROLLER (press));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->recent), "pointer");
}
