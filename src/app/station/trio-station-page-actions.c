/* trio-station-page-actions.c: what is done on the page from board, list and menu alike. */
#include "config.h"

#include "app/station/trio-station-page-private.h"

/* What stands on the board is done there, from wherever it was asked for. */
static void
board_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioStationPage *self = TRIO_STATION_PAGE (widget);
  TrioBoard *board = trio_station_page_get_board (self);

  if (self->model == NULL || self->station == 0 || trio_model_get_read_only (self->model))
    return;
  if (g_str_equal (name, "station.more-like-these"))
    gtk_widget_activate_action (GTK_WIDGET (self->pane), "canvas.more-like-these", NULL);
  else if (g_str_equal (name, "station.tidy"))
    gtk_widget_activate_action (GTK_WIDGET (self->pane), "canvas.tidy", NULL);
  else
    {
      g_object_set (self, "layout", "board", NULL);
      trio_board_set_votes_by_click (board, !trio_board_get_votes_by_click (board));
    }
}

static void
add_action (GtkWidgetClass *widget_class, const char *name, guint key, GdkModifierType modifiers)
{
  gtk_widget_class_install_action (widget_class, name, NULL, board_action_cb);
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, name, NULL);
}

/**
 * trio_station_page_add_board_actions:
 * @widget_class: class of the page
 *
 * Adds the actions of the board that do not depend on the view that is shown.
 */
void
trio_station_page_add_board_actions (GtkWidgetClass *widget_class)
{
  add_action (widget_class, "station.more-like-these", GDK_KEY_g,
              GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  add_action (widget_class, "station.tidy", GDK_KEY_y, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  add_action (widget_class, "station.vote-by-clicking", GDK_KEY_k, GDK_CONTROL_MASK);
}

/* The board begins an input in place; in the list the field is the place for it. */
static void
create_cb (TrioNoteActions *actions, TrioStationPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->outline)))
    gtk_widget_grab_focus (GTK_WIDGET (self->capture));
}

/**
 * trio_station_page_follow_actions:
 * @self: the page, with actions
 *
 * Answers to what the actions ask the page for.
 */
void
trio_station_page_follow_actions (TrioStationPage *self)
{
  g_signal_connect (self->actions, "create", G_CALLBACK (create_cb), self);
}

/* In the list, what is typed goes to the field. */
static gboolean
letter_cb (GtkEventControllerKey *controller,
           guint keyval,
           guint keycode,
           GdkModifierType state,
           TrioStationPage *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  char text[7] = "";

  if (!g_unichar_isalpha (letter) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || letter == 'g'
      || letter == 'm' || letter == 'n' || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
      || !gtk_widget_get_visible (GTK_WIDGET (self->capture)))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  trio_capture_bar_begin (self->capture, text);
  return TRUE;
}

/**
 * trio_station_page_install_letters:
 * @self: the page
 *
 * Lets letters that are typed in the list begin an input in the field.
 */
void
trio_station_page_install_letters (TrioStationPage *self)
{
  GtkEventController *letters = gtk_event_controller_key_new ();

  g_signal_connect (letters, "key-pressed", G_CALLBACK (letter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->outline), letters);
}
