/* trio-outline-drag.c: dragging inputs and clusters in the list, and what others drop on it.
 *
 * Nothing is changed before the button is let go, so that Escape leaves everything as it was.
 */
#include "config.h"

#include "app/outline/trio-outline-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/notes/trio-note-drop.h"
#include "app/station/trio-station-row.h"

/* Pixels that the pointer may tremble before a click becomes a drag. */
#define THRESHOLD 6.0

/* Near its edges the list scrolls, by so many pixels a frame at most. */
#define EDGE       40.0
#define EDGE_SPEED 16.0

static TrioNoteRow *
pick_row (TrioOutline *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, TRIO_TYPE_NOTE_ROW) : NULL;

  if (row == NULL && picked != NULL && TRIO_IS_NOTE_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  return row != NULL ? TRIO_NOTE_ROW (row) : NULL;
}

/* The station in the list of stations that is under the pointer. */
static GtkWidget *
pick_station (TrioOutline *self, double x, double y)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *picked;
  double rx, ry;

  if (root == NULL || gtk_widget_contains (GTK_WIDGET (self), x, y)
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self), root, x, y, &rx, &ry))
    return NULL;
  picked = gtk_widget_pick (root, rx, ry, GTK_PICK_DEFAULT);
  return picked != NULL ? gtk_widget_get_ancestor (picked, TRIO_TYPE_STATION_ROW) : NULL;
}

static void
mark_station (TrioOutline *self, GtkWidget *row)
{
  if (row == self->drag.station)
    return;
  if (self->drag.station != NULL)
    gtk_widget_remove_css_class (self->drag.station, "trio-drop-target");
  g_set_weak_pointer (&self->drag.station, row);
  if (row != NULL)
    gtk_widget_add_css_class (row, "trio-drop-target");
}

static void
update_target (TrioOutline *self)
{
  Drag *drag = &self->drag;

  mark_station (self, pick_station (self, drag->x, drag->y));
  drag->has_place
      = drag->station == NULL && gtk_widget_contains (GTK_WIDGET (self), drag->x, drag->y)
        && (drag->cluster != 0
                ? trio_outline_find_cluster_place (self, drag->y, &drag->place, &drag->mark)
                : trio_outline_find_place (self, drag->y, &drag->place, &drag->mark));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TrioOutline *self = TRIO_OUTLINE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double height = gtk_widget_get_height (widget);
  double from_top = self->drag.y;
  double from_bottom = height - self->drag.y;
  double speed = 0;

  if (!gtk_widget_contains (widget, self->drag.x, CLAMP (self->drag.y, 0, height - 1)))
    return G_SOURCE_CONTINUE;
  if (from_top < EDGE)
    speed = -EDGE_SPEED * CLAMP ((EDGE - from_top) / EDGE, 0, 1);
  else if (from_bottom < EDGE)
    speed = EDGE_SPEED * CLAMP ((EDGE - from_bottom) / EDGE, 0, 1);
  if (speed != 0)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + speed);
      update_target (self);
    }
  return G_SOURCE_CONTINUE;
}

/* The drag */

static void
clear_drag (TrioOutline *self)
{
  mark_station (self, NULL);
  if (self->drag.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.tick);
  g_clear_pointer (&self->drag.ids, g_array_unref);
  g_clear_pointer (&self->drag.before, g_array_unref);
  g_clear_pointer (&self->drag.words, g_free);
  self->drag = (Drag){ 0 };
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, TrioOutline *self)
{
  GdkDevice *device
      = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));
  TrioNoteRow *row = self->list != NULL ? pick_row (self, x, y) : NULL;
  GObject *item = row != NULL ? trio_note_row_get_item (row) : NULL;

  clear_drag (self);
  /* A finger scrolls. */
  if (row == NULL || trio_note_row_is_editing (row) || trio_model_get_read_only (self->model)
      || (!TRIO_IS_NOTE (item) && !TRIO_IS_CLUSTER (item))
      || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag.pressed = trio_object_get_id (TRIO_OBJECT (item));
}

static char *
dup_words (TrioOutline *self, TrioObject *object)
{
  guint n = self->drag.ids != NULL ? self->drag.ids->len : 0;

  if (n > 1)
    return g_strdup_printf (ngettext ("%u input", "%u inputs", n), n);
  if (TRIO_IS_CLUSTER (object))
    return g_strdup (trio_object_get_text (object, TRIO_CLUSTER_TITLE));
  return g_strdup (trio_object_get_text (object, TRIO_NOTE_TEXT));
}

/* The pointer has moved far enough: what was pressed is in the hand now. */
static gboolean
take (TrioOutline *self)
{
  TrioObject *object = trio_model_get_object (self->model, self->drag.pressed);
  TrioId id = self->drag.pressed;
  TrioNoteRow *row = trio_outline_find_row (self, id);

  if (object == NULL || row == NULL)
    return FALSE;
  self->drag.before = trio_selection_dup_ids (self->selected);
  if (TRIO_IS_CLUSTER (object))
    self->drag.cluster = id;
  else
    {
      if (!trio_selection_contains (self->selected, id))
        trio_selection_set_one (self->selected, id);
      self->drag.ids = trio_selection_dup_ids (self->selected);
    }
  self->drag.words = dup_words (self, object);
  self->drag.is_active = TRUE;
  self->drag.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  /* Escape is heard where the focus is. */
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  return TRUE;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, TrioOutline *self)
{
  double x, y;

  if (self->drag.pressed == 0)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!self->drag.is_active)
    {
      if (hypot (dx, dy) < THRESHOLD)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      if (!take (self))
        {
          clear_drag (self);
          return;
        }
    }
  self->drag.x = x + dx;
  self->drag.y = y + dy;
  update_target (self);
}

static gboolean
drop_hand (TrioOutline *self, GError **error)
{
  const Drag *drag = &self->drag;

  if (drag->station != NULL)
    {
      TrioId station
          = trio_object_get_id (trio_station_row_get_station (TRIO_STATION_ROW (drag->station)));

      if (drag->cluster != 0)
        return trio_command_move_cluster (self->model, drag->cluster, station, error);
      return trio_command_move_notes (self->model, TRIO_IDS (drag->ids), drag->ids->len, station,
                                      error);
    }
  if (!drag->has_place)
    return TRUE;
  if (drag->cluster != 0)
    return trio_command_place_cluster (self->model, drag->cluster, drag->place.station,
                                       drag->place.before, error);
  return trio_command_place_notes (self->model, TRIO_IDS (drag->ids), drag->ids->len,
                                   drag->place.station, drag->place.cluster, drag->place.before,
                                   error);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, TrioOutline *self)
{
  TrioId pressed = self->drag.pressed;
  gboolean was_active = self->drag.is_active;
  g_autoptr (GError) error = NULL;

  if (was_active && !drop_hand (self, &error))
    g_signal_emit_by_name (self, "notice", error->message, FALSE);
  clear_drag (self);
  if (was_active)
    trio_outline_want (self, pressed, FALSE);
}

/* As before the press. */
static void
put_back (TrioOutline *self)
{
  if (self->drag.is_active)
    trio_selection_set (self->selected, TRIO_IDS (self->drag.before), self->drag.before->len);
  clear_drag (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, TrioOutline *self)
{
  put_back (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TrioOutline *self)
{
  if (keyval != GDK_KEY_Escape || !self->drag.is_active)
    return FALSE;
  put_back (self);
  return TRUE;
}

/* What other programs drop */

/**
 * trio_outline_take_drop:
 * @self: the outline
 * @value: a string, or a list of files
 * @y: at which height it was dropped
 *
 * Takes what another program has dropped: each line of a text becomes an input at that place, a
 * file is looked at first.
 *
 * Returns: whether something was made of it
 */
gboolean
trio_outline_take_drop (TrioOutline *self, const GValue *value, double y)
{
  TrioNotePlace place;
  graphene_rect_t mark;

  g_return_val_if_fail (TRIO_IS_OUTLINE (self), FALSE);

  if (self->list == NULL || trio_model_get_read_only (self->model))
    return FALSE;
  if (!G_VALUE_HOLDS_STRING (value))
    return trio_note_drop_take_files (GTK_WIDGET (self), value);
  trio_outline_list_flush (self->list);
  return trio_outline_find_place (self, y, &place, &mark)
         && trio_note_drop_take_text (GTK_WIDGET (self), self->actions, g_value_get_string (value),
                                      &place, NULL, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TrioOutline *self)
{
  clear_drag (self);
  return trio_outline_take_drop (self, value, y);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, TrioOutline *self)
{
  if (self->list == NULL || trio_model_get_read_only (self->model))
    return 0;
  self->drag.has_place = trio_outline_find_place (self, y, &self->drag.place, &self->drag.mark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (GtkDropTarget *target, TrioOutline *self)
{
  clear_drag (self);
}

/* Drawing */

static void
draw_mark (TrioOutline *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  const graphene_rect_t *mark = &self->drag.mark;
  float y = roundf (mark->origin.y);

  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (mark->origin.x, y - 1.5f, mark->size.width, 3));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (mark->origin.x, y - 5, 3, 10));
}

static void
draw_hand (TrioOutline *self, GtkSnapshot *snapshot, const GdkRGBA *ground, const GdkRGBA *ink)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->drag.words);
  graphene_rect_t box;
  GskRoundedRect card;
  int width, height;

  pango_layout_set_width (layout, 260 * PANGO_SCALE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, &height);
  box = GRAPHENE_RECT_INIT ((float)self->drag.x + 14, (float)self->drag.y + 10, (float)width + 20,
                            (float)height + 10);
  gsk_rounded_rect_init_from_rect (&card, &box, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &card);
  gtk_snapshot_append_color (snapshot, ground, &box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box.origin.x + 10, box.origin.y + 5));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

/**
 * trio_outline_draw_drag:
 * @self: the outline
 * @snapshot: where to draw
 *
 * Draws where what is dragged would go, and what it is.
 */
void
trio_outline_draw_drag (TrioOutline *self, GtkSnapshot *snapshot)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA ground = { 0.1f, 0.4f, 0.8f, 1 };
  GdkRGBA ink = { 1, 1, 1, 1 };

  gtk_style_context_lookup_color (style, "accent_bg_color", &ground);
  gtk_style_context_lookup_color (style, "accent_fg_color", &ink);
  if (self->drag.has_place)
    draw_mark (self, snapshot, &ground);
  if (self->drag.is_active)
    draw_hand (self, snapshot, &ground, &ink);
}

/**
 * trio_outline_install_drag:
 * @self: the outline
 *
 * Lets inputs and clusters be dragged, and text and files be dropped.
 */
void
trio_outline_install_drag (TrioOutline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *drop = trio_note_drop_target_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (drop, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (drop, "leave", G_CALLBACK (drop_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * trio_outline_drop_drag:
 * @self: the outline
 *
 * Lets go of what is dragged, without doing anything.
 */
void
trio_outline_drop_drag (TrioOutline *self)
{
  clear_drag (self);
}
