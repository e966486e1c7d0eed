/* trio-note-actions-popover.c: menu and popovers of the actions, and what waits for their end. */
#include "config.h"

#include "app/notes/trio-note-actions-private.h"

/* Milliseconds between two looks whether a menu is gone. */
#define LOOK_AFTER 10

/* Milliseconds that the keyboard takes at least to come back from a menu, and at most. */
#define REST     80
#define PATIENCE 1000

/**
 * trio_note_actions_close_popover:
 * @self: the actions
 *
 * Takes the open popover away.
 */
void
trio_note_actions_close_popover (TrioNoteActions *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
closed_cb (TrioNoteActions *self)
{
  self->closed = g_get_monotonic_time ();
}

/**
 * trio_note_actions_show_popover:
 * @self: the actions
 * @popover: (transfer floating): a popover without parent
 * @view: the view to show it in
 * @at: what it points to
 *
 * Shows a popover and keeps it until the next one.
 */
void
trio_note_actions_show_popover (TrioNoteActions *self,
                                GtkWidget *popover,
                                GtkWidget *view,
                                const GdkRectangle *at)
{
  trio_note_actions_close_popover (self);
  self->popover = popover;
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (popover, view);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
show_model (TrioNoteActions *self, GMenu *menu, GtkWidget *view, const GdkRectangle *at)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  /* Beside the place, a menu moves up or down as far as it must to be on the screen. */
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  gtk_widget_set_valign (popover, GTK_ALIGN_START);
  trio_note_actions_show_popover (self, popover, view, at);
}

/**
 * trio_note_actions_show_menu:
 * @self: the actions
 * @view: a view they were attached to
 * @at: what the menu points to
 *
 * Shows everything that can be done to the selection as a menu.
 */
void
trio_note_actions_show_menu (TrioNoteActions *self, GtkWidget *view, const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = NULL;

  g_return_if_fail (TRIO_IS_NOTE_ACTIONS (self));

  trio_note_actions_update (self);
  menu = trio_note_menu_new (self);
  show_model (self, menu, view, at);
}

/**
 * trio_note_actions_choose_round:
 * @self: the actions
 *
 * Lets a round be chosen for the selection.
 */
void
trio_note_actions_choose_round (TrioNoteActions *self)
{
  g_autoptr (GMenu) menu = trio_note_menu_new_rounds (self);
  GdkRectangle place;
  GtkWidget *view = trio_note_actions_get_view (self, &place);

  if (view != NULL)
    show_model (self, menu, view, &place);
}

/* The keyboard comes back from a menu with a later frame than the one in which it closes. */
static gboolean
is_back (GtkWidget *popover)
{
  GtkWidget *view = gtk_widget_get_parent (popover);
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == view || gtk_widget_is_ancestor (focus, view))
         && !gtk_widget_is_ancestor (focus, popover);
}

static gboolean
is_open (TrioNoteActions *self)
{
  gint64 since = g_get_monotonic_time () - self->closed;

  return self->popover != NULL
         && (gtk_widget_get_visible (self->popover)
             || (!is_back (self->popover) && since < PATIENCE * 1000) || since < REST * 1000);
}

static void
ask_now (TrioNoteActions *self)
{
  const char *question = g_steal_pointer (&self->question);

  g_signal_emit_by_name (self, question, self->asked_about);
}

static gboolean
look_cb (gpointer user_data)
{
  TrioNoteActions *self = user_data;

  if (is_open (self))
    return G_SOURCE_CONTINUE;
  self->asking = 0;
  ask_now (self);
  return G_SOURCE_REMOVE;
}

/**
 * trio_note_actions_ask:
 * @self: the actions
 * @question: "edit" or "rename", a static string
 * @object: number of an input or a cluster
 *
 * Asks the views to edit something, at once or when the menu that was chosen from has closed: as it
 * closes it gives the keyboard back to the view, which would end the edit.
 */
void
trio_note_actions_ask (TrioNoteActions *self, const char *question, TrioId object)
{
  g_clear_handle_id (&self->asking, g_source_remove);
  self->question = question;
  self->asked_about = object;
  if (is_open (self))
    self->asking = g_timeout_add (LOOK_AFTER, look_cb, self);
  else
    ask_now (self);
}
