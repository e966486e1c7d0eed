/* trio-board-input.c: what mouse, wheel and fingers do on the board. */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <math.h>

/* Pixels that the pointer may tremble before a click becomes a drag. */
#define THRESHOLD 5.0

#define WHEEL_STEP 0.1 /* of a doubling, per notch or pixel of a touchpad times ten */

static gboolean
has_modifier (GtkGesture *gesture, GdkModifierType modifiers)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  return (state & modifiers) != 0;
}

/* Makes a note the one that keys act on. */
void
trio_board_focus_note (TrioBoard *self, TrioSceneNote *note)
{
  trio_selection_set_focus (self->selection, note->record->id);
  /* Also where it had the focus before: the press has taken the keyboard to the board. */
  trio_board_move_place (self, TRUE);
}

static void
press_note (TrioBoard *self, TrioSceneNote *note, gboolean extends)
{
  TrioId id = note->record->id;

  self->drag.was_selected = trio_selection_contains (self->selection, id);
  self->drag.extends = extends;
  self->drag.wanted = trio_board_can_change (self) ? DRAG_NOTES : DRAG_BAND;
  if (extends)
    trio_selection_toggle (self->selection, id);
  else if (!self->drag.was_selected)
    trio_selection_set_one (self->selection, id);
  trio_board_focus_note (self, note);
}

static void
press_frame (TrioBoard *self, TrioSceneFrame *frame)
{
  if (trio_board_toggle_proposal (self, frame))
    {
      self->drag.wanted = DRAG_PAN;
      return;
    }
  self->drag.frame = frame->id;
  self->drag.wanted
      = frame->record != NULL && trio_board_can_change (self) ? DRAG_FRAME : DRAG_BAND;
  trio_selection_clear (self->selection);
  if (frame->record == NULL)
    return;
  trio_selection_set_focus_cluster (self->selection, frame->id);
  trio_board_move_place (self, TRUE);
}

static void
press_canvas (TrioBoard *self, gboolean extends)
{
  self->drag.wanted = DRAG_BAND;
  self->drag.extends = extends;
  if (!extends)
    {
      trio_selection_clear (self->selection);
      trio_selection_set_focus (self->selection, 0);
    }
}

/* Whoever puts the cursor elsewhere, or marks a word, goes on editing. */
static gboolean
is_in_editor (TrioBoard *self, double x, double y)
{
  GtkWidget *picked
      = self->editor != NULL ? gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) : NULL;

  return picked != NULL
         && (picked == self->editor || gtk_widget_is_ancestor (picked, self->editor));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, TrioBoard *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean extends = has_modifier (GTK_GESTURE (gesture), GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  TrioSceneNote *note;
  TrioSceneFrame *frame;

  if (self->scene == NULL || is_in_editor (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  trio_board_finish_edit (self);
  trio_board_clear_drag (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->view_animation != NULL)
    adw_animation_skip (self->view_animation);

  self->is_untouched = FALSE;
  self->drag.mode = DRAG_PENDING;
  self->drag.start_x = self->drag.x = x;
  self->drag.start_y = self->drag.y = y;
  self->drag.view = self->view;
  self->drag.before = trio_selection_dup_ids (self->selection);
  self->drag.focus_before = trio_selection_get_focus (self->selection);
  trio_board_to_board (self, x, y, &self->drag.board_x, &self->drag.board_y);
  note = trio_scene_pick_note (self->scene, self->drag.board_x, self->drag.board_y);
  frame = trio_scene_pick_frame (self->scene, self->drag.board_x, self->drag.board_y);

  if (self->votes_by_click && button == GDK_BUTTON_PRIMARY && !self->space_down)
    {
      trio_board_clear_drag (self);
      trio_board_vote_at (self, note, frame, extends);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (button == GDK_BUTTON_MIDDLE || self->space_down)
    self->drag.wanted = DRAG_PAN;
  else if (note != NULL)
    press_note (self, note, extends);
  else if (frame != NULL && !extends)
    press_frame (self, frame);
  else
    press_canvas (self, extends);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, TrioBoard *self)
{
  if (self->drag.mode == DRAG_NONE)
    return;
  self->drag.x = self->drag.start_x + dx;
  self->drag.y = self->drag.start_y + dy;
  if (self->drag.mode == DRAG_PENDING)
    {
      if (hypot (dx, dy) < THRESHOLD)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      trio_board_begin_drag (self, self->drag.wanted);
    }
  trio_board_update_drag (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, TrioBoard *self)
{
  TrioSceneNote *note;

  if (self->drag.mode == DRAG_PENDING && self->drag.wanted == DRAG_NOTES && !self->drag.extends
      && self->drag.was_selected)
    {
      note = trio_scene_pick_note (self->scene, self->drag.board_x, self->drag.board_y);
      if (note != NULL)
        trio_selection_set_one (self->selection, note->record->id);
    }
  if (self->drag.mode != DRAG_NONE)
    trio_board_end_drag (self, self->drag.mode != DRAG_PENDING);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, TrioBoard *self)
{
  if (self->drag.mode != DRAG_NONE && self->drag.mode != DRAG_PENDING)
    trio_board_end_drag (self, FALSE);
}

static void
double_click (TrioBoard *self, double x, double y)
{
  double bx, by;
  TrioSceneNote *note;
  TrioSceneFrame *frame;
  const TrioBoardMetrics *m = trio_scene_get_metrics (self->scene);

  trio_board_to_board (self, x, y, &bx, &by);
  note = trio_scene_pick_note (self->scene, bx, by);
  frame = trio_scene_pick_frame (self->scene, bx, by);
  if (note != NULL)
    trio_board_edit (self, note->record->id);
  else if (frame != NULL && frame->record != NULL
           && by < frame->rect.y + m->frame_head + (frame->title_lines - 1) * m->title_line)
    trio_board_edit (self, frame->id);
  else
    {
      TrioRect rect
          = { bx - m->note_width / 2, by - m->note_height / 2, m->note_width, m->note_height };

      trio_board_edit_new (self, frame != NULL && frame->record != NULL ? frame->id : 0, &rect, "");
    }
}

/* With the release: the press itself has begun a drag that would end the edit. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, TrioBoard *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (self->scene == NULL || self->editor != NULL)
    return;
  if (button == GDK_BUTTON_PRIMARY && n_press == 2 && !self->space_down && !self->votes_by_click)
    double_click (self, x, y);
}

/* The menu hears that the button is let go, not the board, which would wait for that. */
static gboolean
let_go_cb (gpointer gesture)
{
  gtk_event_controller_reset (gesture);
  return G_SOURCE_REMOVE;
}

/* What is under the pointer joins the selection before a menu speaks about "it". */
static void
menu_cb (GtkGestureClick *gesture, int n_press, double x, double y, TrioBoard *self)
{
  double bx, by;
  TrioSceneNote *note;
  TrioSceneFrame *frame;

  if (self->scene == NULL || is_in_editor (self, x, y))
    return;
  trio_board_finish_edit (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  trio_board_to_board (self, x, y, &bx, &by);
  note = trio_scene_pick_note (self->scene, bx, by);
  frame = trio_scene_pick_frame (self->scene, bx, by);
  if (note != NULL)
    {
      if (!trio_selection_contains (self->selection, note->record->id))
        trio_selection_set_one (self->selection, note->record->id);
      trio_board_focus_note (self, note);
    }
  else if (frame != NULL && frame->record != NULL)
    {
      trio_selection_clear (self->selection);
      trio_selection_set_focus_cluster (self->selection, frame->id);
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  trio_board_ask_menu (self, x, y);
  g_idle_add_full (G_PRIORITY_DEFAULT, let_go_cb, g_object_ref (gesture), g_object_unref);
}

/* Wheel and pinch */

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, TrioBoard *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double x = self->has_pointer ? self->pointer_x : self->view.width / 2;
  double y = self->has_pointer ? self->pointer_y : self->view.height / 2;

  if (!(state & GDK_CONTROL_MASK))
    return FALSE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL
      && fabs (fabs (dy) - 1) < 0.01)
    trio_board_zoom_at (self, trio_viewport_step (self->view.zoom, dy < 0 ? 1 : -1), x, y);
  else
    trio_board_zoom_at (self, self->view.zoom * exp2 (-dy * WHEEL_STEP), x, y);
  return TRUE;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, TrioBoard *self)
{
  self->drag.view = self->view;
  trio_board_clear_drag (self);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, TrioBoard *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    trio_board_zoom_at (self, self->drag.view.zoom * scale, x, y);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, TrioBoard *self)
{
  TrioSceneNote *note;
  TrioId hovered;
  double bx, by;

  self->pointer_x = x;
  self->pointer_y = y;
  self->has_pointer = TRUE;
  if (self->scene == NULL || self->drag.mode > DRAG_PENDING)
    return;
  trio_board_to_board (self, x, y, &bx, &by);
  note = trio_scene_pick_note (self->scene, bx, by);
  hovered = note != NULL ? note->record->id : 0;
  if (hovered == self->hovered)
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerMotion *controller, TrioBoard *self)
{
  self->has_pointer = FALSE;
  if (self->hovered == 0)
    return;
  self->hovered = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_tooltip (TrioBoard *self, TrioSceneNote *note, GtkTooltip *tooltip)
{
  GdkRectangle area;
  TrioRect rect = trio_viewport_rect_to_view (&self->view, &note->item.rect);

  area = (GdkRectangle){ (int)rect.x, (int)rect.y, (int)rect.width, (int)rect.height };
  gtk_tooltip_set_text (tooltip, trio_record_get_text (note->record, TRIO_NOTE_TEXT));
  gtk_tooltip_set_tip_area (tooltip, &area);
}

/* In a preview the tooltip says why the inputs are together. */
static gboolean
show_proposal_tooltip (TrioBoard *self, double x, double y, GtkTooltip *tooltip)
{
  double bx, by;
  TrioSceneFrame *frame;
  TrioSceneGroup *group;

  trio_board_to_board (self, x, y, &bx, &by);
  frame = trio_scene_pick_frame (self->scene, bx, by);
  group = frame != NULL ? trio_board_get_group (self, frame) : NULL;
  if (group == NULL || group->reason == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, group->reason);
  return TRUE;
}

/* A title that is long, or small on the screen, can be read whole in the tooltip. */
static gboolean
show_title_tooltip (TrioBoard *self, double bx, double by, GtkTooltip *tooltip)
{
  const TrioBoardMetrics *m = trio_scene_get_metrics (self->scene);
  TrioSceneFrame *frame = trio_scene_pick_frame (self->scene, bx, by);
  TrioRect rect;

  if (frame == NULL || frame->title == NULL || *frame->title == '\0')
    return FALSE;
  rect = frame->rect;
  if (self->view.zoom > 0.6)
    rect.height = m->frame_head + (frame->title_lines - 1) * m->title_line;
  if (by > rect.y + rect.height || (self->view.zoom > 0.6 && frame->title_lines < 2))
    return FALSE;
  rect = trio_viewport_rect_to_view (&self->view, &rect);
  gtk_tooltip_set_text (tooltip, frame->title);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int)rect.x, (int)rect.y, (int)rect.width,
                                                      (int)rect.height });
  return TRUE;
}

/* Words that cannot be read on the note can be read in the tooltip. */
static gboolean
query_tooltip_cb (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  TrioBoard *self = TRIO_BOARD (widget);
  const TrioBoardMetrics *m;
  TrioSceneNote *note;
  double bx, by;

  if (self->scene == NULL || keyboard || self->drag.mode > DRAG_PENDING)
    return FALSE;
  if (self->groups != NULL)
    return show_proposal_tooltip (self, x, y, tooltip);
  m = trio_scene_get_metrics (self->scene);
  trio_board_to_board (self, x, y, &bx, &by);
  note = trio_scene_pick_note (self->scene, bx, by);
  if (note == NULL)
    return show_title_tooltip (self, bx, by, tooltip);
  if (self->view.zoom > 0.6 && note->n_lines < m->max_lines)
    return FALSE;
  show_tooltip (self, note, tooltip);
  return TRUE;
}

/* Each button has a gesture of its own: one for all would wait for the button that opened a menu. */
static GtkGesture *
add_drag (TrioBoard *self, guint button)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  return drag;
}

/* Makes the board follow mouse, wheel and fingers. */
void
trio_board_install_input (TrioBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = add_drag (self, GDK_BUTTON_PRIMARY);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  add_drag (self, GDK_BUTTON_MIDDLE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_set_has_tooltip (widget, TRUE);
}
