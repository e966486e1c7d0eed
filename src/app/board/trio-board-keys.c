/* trio-board-keys.c: the board without a mouse.
 *
 * Arrows go from note to note, with Shift they extend the selection. Actions on the selection
 * have keys of their own in the group "board", shared with the outline.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>

static TrioSceneNote *
focused_note (TrioBoard *self)
{
  TrioId id = trio_selection_get_focus (self->selection);
  TrioSceneNote *note = id != 0 ? trio_scene_find_note (self->scene, id) : NULL;

  return note != NULL && note->is_shown ? note : NULL;
}

static void
go_to (TrioBoard *self, TrioSceneNote *note, gboolean extends)
{
  if (extends)
    trio_selection_add (self->selection, note->record->id);
  else
    trio_selection_set_one (self->selection, note->record->id);
  trio_board_focus_note (self, note);
  trio_board_reveal (self, note->record->id);
  trio_board_move_place (self, TRUE);
}

/* The note nearest to the middle of the view: where the eye is. */
static TrioSceneNote *
middle_note (TrioBoard *self)
{
  TrioRect area = trio_viewport_get_area (&self->view);
  TrioGrid *grid = trio_scene_get_grid (self->scene);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  TrioSceneNote *first = NULL;

  trio_grid_find (grid, &area, seen);
  for (guint i = 0; i < seen->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (seen, i);

      if (!trio_rect_encloses (&area, &note->item.rect))
        continue;
      if (first == NULL
          || note->item.rect.y + note->item.rect.x * 0.1
                 < first->item.rect.y + first->item.rect.x * 0.1)
        first = note;
    }
  return first != NULL ? first : trio_scene_get_first (self->scene);
}

static gboolean
move_focus (TrioBoard *self, TrioDirection direction, gboolean extends)
{
  TrioSceneNote *from = focused_note (self);
  TrioId cluster = trio_selection_get_focus_cluster (self->selection);
  TrioSceneFrame *frame = cluster != 0 ? trio_scene_find_frame (self->scene, cluster) : NULL;
  TrioSceneNote *to;

  if (from != NULL)
    to = (TrioSceneNote *)trio_grid_find_neighbour (trio_scene_get_grid (self->scene),
                                                    &from->item.rect, direction);
  else if (frame != NULL && frame->notes->len > 0)
    to = g_ptr_array_index (frame->notes, 0);
  else
    to = middle_note (self);
  if (to != NULL)
    go_to (self, to, extends);
  return TRUE;
}

static gboolean
scroll_page (TrioBoard *self, int direction)
{
  TrioViewport view = self->view;

  view.y += direction * view.height * 0.85 / view.zoom;
  trio_board_animate_view (self, &view);
  return TRUE;
}

static gboolean
go_to_end (TrioBoard *self, gboolean last)
{
  TrioSceneNote *note = trio_scene_get_first (self->scene);
  GPtrArray *sections = trio_scene_get_sections (self->scene);

  for (guint i = sections->len; last && i > 0; i--)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i - 1);
      GPtrArray *notes = section->loose;

      if (notes->len == 0 && section->frames->len > 0)
        notes = ((TrioSceneFrame *)section->frames->pdata[section->frames->len - 1])->notes;
      if (notes->len == 0)
        continue;
      note = g_ptr_array_index (notes, notes->len - 1);
      break;
    }
  if (note != NULL)
    go_to (self, note, FALSE);
  return TRUE;
}

static void
select_all (TrioBoard *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  TrioRect everything = trio_scene_get_bounds (self->scene);

  trio_grid_find (trio_scene_get_grid (self->scene), &everything, notes);
  for (guint i = 0; i < notes->len; i++)
    g_array_append_val (ids, ((TrioSceneNote *)g_ptr_array_index (notes, i))->record->id);
  trio_selection_set (self->selection, (const TrioId *)(gpointer)ids->data, ids->len);
}

/* From the note to its cluster, and so on outwards. */
static gboolean
go_outwards (TrioBoard *self)
{
  TrioSceneNote *note = focused_note (self);

  if (self->drag.mode != DRAG_NONE)
    trio_board_end_drag (self, FALSE);
  else if (self->votes_by_click)
    trio_board_set_votes_by_click (self, FALSE);
  else if (trio_selection_get_size (self->selection) > 1 && note != NULL)
    trio_selection_set_one (self->selection, note->record->id);
  else if (trio_selection_get_size (self->selection) > 0)
    trio_selection_clear (self->selection);
  else
    return FALSE;
  return TRUE;
}

static gboolean
go_to_cluster (TrioBoard *self)
{
  TrioSceneNote *note = focused_note (self);

  if (note == NULL || note->frame == NULL || note->frame->record == NULL)
    return FALSE;
  trio_selection_clear (self->selection);
  trio_selection_set_focus_cluster (self->selection, note->frame->id);
  return TRUE;
}

static gboolean
edit_focus (TrioBoard *self)
{
  TrioSceneNote *note = focused_note (self);
  TrioId cluster = trio_selection_get_focus_cluster (self->selection);

  if (note != NULL)
    return trio_board_edit (self, note->record->id);
  if (cluster != 0)
    return trio_board_edit (self, cluster);
  trio_board_create_note (self, "");
  return TRUE;
}

static gboolean
control_key (TrioBoard *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_a:
    case GDK_KEY_A:
      select_all (self);
      return TRUE;
    case GDK_KEY_Home:
      return go_to_end (self, FALSE);
    case GDK_KEY_End:
      return go_to_end (self, TRUE);
    case GDK_KEY_space:
      if (focused_note (self) != NULL)
        trio_selection_toggle (self->selection, focused_note (self)->record->id);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
plain_key (TrioBoard *self, guint keyval, gboolean extends)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_focus (self, TRIO_DIRECTION_LEFT, extends);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_focus (self, TRIO_DIRECTION_RIGHT, extends);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_focus (self, TRIO_DIRECTION_UP, extends);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_focus (self, TRIO_DIRECTION_DOWN, extends);
    case GDK_KEY_Page_Up:
      return scroll_page (self, -1);
    case GDK_KEY_Page_Down:
      return scroll_page (self, 1);
    case GDK_KEY_Home:
      trio_board_fit (self, TRUE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return edit_focus (self);
    case GDK_KEY_BackSpace:
      return go_to_cluster (self);
    case GDK_KEY_Escape:
      return go_outwards (self);
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      self->space_down = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TrioBoard *self)
{
  if (self->scene == NULL || self->editor != NULL)
    return FALSE;
  if (state & GDK_ALT_MASK)
    return FALSE;
  self->is_untouched = FALSE;
  trio_board_flush (self);
  if (state & GDK_CONTROL_MASK)
    return control_key (self, keyval);
  return plain_key (self, keyval, (state & GDK_SHIFT_MASK) != 0);
}

/* Keys that are commands stay commands when they do not apply; with Shift they are letters. */
static gboolean
is_command (gunichar letter)
{
  return letter == 'g' || letter == 'm' || letter == '+' || letter == '-'
         || g_unichar_isdigit (letter);
}

static void
refuse_command (TrioBoard *self, gunichar letter)
{
  if (trio_selection_get_size (self->selection) == 0
      && trio_selection_get_focus (self->selection) == 0)
    trio_board_tell_text (self, _ ("Select one or more inputs first."));
  else if (letter == '0')
    trio_board_tell_text (self, _ ("This input is in no cluster."));
  else
    trio_board_tell_text (self, _ ("There are no clusters here yet. G makes one."));
}

/* Runs after everything else had its chance: a letter that means nothing begins an input. */
static gboolean
letter_cb (GtkEventControllerKey *controller,
           guint keyval,
           guint keycode,
           GdkModifierType state,
           TrioBoard *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = "";

  if (self->scene == NULL || self->editor != NULL || !g_unichar_isgraph (letter)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || !trio_board_can_change (self))
    return FALSE;
  if (is_command (letter))
    {
      refuse_command (self, letter);
      return TRUE;
    }
  g_unichar_to_utf8 (letter, text);
  trio_board_create_note (self, text);
  return TRUE;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint keyval,
                 guint keycode,
                 GdkModifierType state,
                 TrioBoard *self)
{
  if (keyval != GDK_KEY_space || !self->space_down)
    return;
  self->space_down = FALSE;
  if (self->drag.mode != DRAG_PAN)
    gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
focus_enter_cb (GtkEventControllerFocus *controller, TrioBoard *self)
{
  trio_board_move_place (self, gtk_widget_is_focus (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
return_focus_cb (gpointer user_data)
{
  TrioBoard *self = user_data;

  self->returning = 0;
  trio_board_move_place (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* A menu gives the focus back to the board as a whole; the input had it. The focus is on its way
 * yet, and cannot be sent on at once. */
static void
is_focus_cb (GtkEventController *controller, GParamSpec *pspec, TrioBoard *self)
{
  if (gtk_event_controller_focus_is_focus (GTK_EVENT_CONTROLLER_FOCUS (controller))
      && self->returning == 0 && !self->ending)
    self->returning = g_idle_add (return_focus_cb, self);
}

static void
focus_leave_cb (GtkEventControllerFocus *controller, TrioBoard *self)
{
  self->space_down = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Makes the board follow the keyboard. */
void
trio_board_install_keys (TrioBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  g_signal_connect (focus, "notify::is-focus", G_CALLBACK (is_focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* Lets letters begin an input that nothing around the board wants as a shortcut. @outer: a
 * widget around the board and its shortcuts. */
void
trio_board_install_letters (TrioBoard *self, GtkWidget *outer)
{
  GtkEventController *letters = gtk_event_controller_key_new ();

  g_signal_connect (letters, "key-pressed", G_CALLBACK (letter_cb), self);
  gtk_widget_add_controller (outer, letters);
}
