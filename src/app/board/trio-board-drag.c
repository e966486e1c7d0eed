/* trio-board-drag.c: dragging inputs, clusters, a rubber band, or the board itself.
 *
 * Nothing is changed before the button is let go, so that Escape leaves everything as it was.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/station/trio-station-row.h"

/* Near the edge of the view the board scrolls, by so many pixels a frame at most. */
#define EDGE       44.0
#define EDGE_SPEED 22.0

#define MOST_IN_HAND 40

static void
pointer_on_board (TrioBoard *self, double *x, double *y)
{
  trio_board_to_board (self, self->drag.x, self->drag.y, x, y);
}

static void
mark_row (TrioBoard *self, GtkWidget *row)
{
  if (row == self->drag.row)
    return;
  if (self->drag.row != NULL)
    {
      gtk_widget_remove_css_class (self->drag.row, "trio-drop-target");
      g_object_remove_weak_pointer (G_OBJECT (self->drag.row), (gpointer *)&self->drag.row);
    }
  self->drag.row = row;
  if (row == NULL)
    return;
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *)&self->drag.row);
  gtk_widget_add_css_class (row, "trio-drop-target");
}

/* The station in the list of stations that is under the pointer. */
static GtkWidget *
find_row (TrioBoard *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *picked;
  double x, y;

  if (trio_rect_contains (&(TrioRect){ 0, 0, self->view.width, self->view.height }, self->drag.x,
                          self->drag.y)
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self), root, self->drag.x, self->drag.y, &x,
                                            &y))
    return NULL;
  picked = gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT);
  return picked != NULL ? gtk_widget_get_ancestor (picked, TRIO_TYPE_STATION_ROW) : NULL;
}

/* Scrolls while something is held at the edge. */
static double
edge_speed (double place, double length)
{
  if (place < EDGE)
    return -EDGE_SPEED * CLAMP ((EDGE - place) / EDGE, 0, 1);
  if (place > length - EDGE)
    return EDGE_SPEED * CLAMP ((place - length + EDGE) / EDGE, 0, 1);
  return 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TrioBoard *self = TRIO_BOARD (widget);
  double dx = edge_speed (self->drag.x, self->view.width);
  double dy = edge_speed (self->drag.y, self->view.height);

  /* On the way to the list of stations the board stays where it is. */
  if (self->drag.x < 0 || self->drag.row != NULL)
    return G_SOURCE_CONTINUE;
  if (dx != 0 || dy != 0)
    {
      trio_board_scroll_by (self, dx, dy);
      trio_board_update_drag (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
take_note (TrioBoard *self, TrioSceneNote *note)
{
  g_array_append_val (self->drag.ids, note->record->id);
  g_array_append_val (self->drag.rects, note->item.rect);
  if (self->drag.nodes->len < MOST_IN_HAND)
    g_ptr_array_add (self->drag.nodes, trio_board_create_note_picture (self, note));
}

static int
compare_by_place (gconstpointer a, gconstpointer b)
{
  const TrioSceneNote *one = *(TrioSceneNote *const *)a;
  const TrioSceneNote *other = *(TrioSceneNote *const *)b;

  if (one->item.rect.y != other->item.rect.y)
    return one->item.rect.y < other->item.rect.y ? -1 : 1;
  return one->item.rect.x < other->item.rect.x ? -1 : one->item.rect.x > other->item.rect.x;
}

static void
take_selection (TrioBoard *self)
{
  g_autoptr (GArray) ids = trio_selection_dup_ids (self->selection);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      TrioSceneNote *note = trio_scene_find_note (self->scene, TRIO_IDS (ids)[i]);

      if (note != NULL && note->is_shown)
        g_ptr_array_add (notes, note);
    }
  g_ptr_array_sort (notes, compare_by_place);
  for (guint i = 0; i < notes->len; i++)
    take_note (self, g_ptr_array_index (notes, i));
}

static void
take_frame (TrioBoard *self)
{
  TrioSceneFrame *frame = trio_scene_find_frame (self->scene, self->drag.frame);

  if (frame == NULL)
    return;
  g_array_append_val (self->drag.rects, frame->rect);
  g_ptr_array_add (self->drag.nodes, trio_board_create_frame_picture (self, frame));
  for (guint i = 0; i < frame->notes->len; i++)
    take_note (self, g_ptr_array_index (frame->notes, i));
}

static void
begin_band (TrioBoard *self)
{
  g_autoptr (GArray) ids = NULL;

  self->drag.selected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!self->drag.extends)
    return;
  ids = trio_selection_dup_ids (self->selection);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->drag.selected, g_memdup2 (&TRIO_IDS (ids)[i], sizeof (TrioId)));
}

/* What is in the hand is not on the sheet. */
static void
renew_rects (TrioBoard *self)
{
  for (guint i = 0; self->drag.rects != NULL && i < self->drag.rects->len; i++)
    trio_board_renew_sheet (self, &g_array_index (self->drag.rects, TrioRect, i));
}

/* The pointer has moved far enough: what was pressed is in the hand now. */
void
trio_board_begin_drag (TrioBoard *self, DragMode mode)
{
  self->drag.mode = mode;
  self->drag.ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  self->drag.rects = g_array_new (FALSE, FALSE, sizeof (TrioRect));
  self->drag.nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)gsk_render_node_unref);
  if (mode == DRAG_NOTES)
    take_selection (self);
  else if (mode == DRAG_FRAME)
    take_frame (self);
  else if (mode == DRAG_BAND)
    begin_band (self);
  renew_rects (self);
  if (mode != DRAG_PAN)
    self->drag.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mode == DRAG_BAND ? "crosshair" : "grabbing");
}

static TrioRect
band_rect (TrioBoard *self)
{
  double x, y;

  pointer_on_board (self, &x, &y);
  return (TrioRect){ MIN (x, self->drag.board_x), MIN (y, self->drag.board_y),
                     fabs (x - self->drag.board_x), fabs (y - self->drag.board_y) };
}

static void
update_band (TrioBoard *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  TrioRect band = band_rect (self);
  GHashTableIter iter;
  gpointer id;

  trio_grid_find (trio_scene_get_grid (self->scene), &band, found);
  g_hash_table_iter_init (&iter, self->drag.selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (ids, ((TrioSceneNote *)g_ptr_array_index (found, i))->record->id);
  trio_selection_set (self->selection, TRIO_IDS (ids), ids->len);
}

static void
update_target (TrioBoard *self)
{
  TrioSceneFrame *frame;
  double x, y;

  pointer_on_board (self, &x, &y);
  mark_row (self, find_row (self));
  self->drag.target_frame = 0;
  if (self->drag.mode != DRAG_NOTES || self->drag.row != NULL)
    return;
  frame = trio_scene_pick_frame (self->scene, x, y);
  if (frame == NULL || frame->record == NULL)
    return;
  self->drag.target_frame = frame->id;
  self->drag.target_slot = trio_scene_find_slot (self->scene, frame, x, y);
}

/* The pointer has moved, or the board under it. */
void
trio_board_update_drag (TrioBoard *self)
{
  TrioViewport view = self->drag.view;

  switch (self->drag.mode)
    {
    case DRAG_PAN:
      view.x -= (self->drag.x - self->drag.start_x) / view.zoom;
      view.y -= (self->drag.y - self->drag.start_y) / view.zoom;
      trio_board_set_view (self, &view);
      return;
    case DRAG_BAND:
      update_band (self);
      break;
    case DRAG_NOTES:
    case DRAG_FRAME:
      update_target (self);
      break;
    default:
      return;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Lets go of what is in the hand, without doing anything. */
void
trio_board_clear_drag (TrioBoard *self)
{
  Drag *drag = &self->drag;

  if (drag->mode == DRAG_NONE)
    return;
  mark_row (self, NULL);
  if (drag->mode != DRAG_PENDING)
    renew_rects (self);
  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), drag->tick);
  g_clear_pointer (&drag->ids, g_array_unref);
  g_clear_pointer (&drag->rects, g_array_unref);
  g_clear_pointer (&drag->nodes, g_ptr_array_unref);
  g_clear_pointer (&drag->selected, g_hash_table_unref);
  g_clear_pointer (&drag->before, g_array_unref);
  *drag = (Drag){ .view = drag->view };
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->votes_by_click ? "cell" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* As before the press: what was selected, and what was seen. */
static void
put_back (TrioBoard *self)
{
  trio_selection_set (self->selection, TRIO_IDS (self->drag.before), self->drag.before->len);
  trio_selection_set_focus (self->selection, self->drag.focus_before);
  trio_board_set_view (self, &self->drag.view);
}

/* The button was let go, or Escape pressed. */
void
trio_board_end_drag (TrioBoard *self, gboolean commit)
{
  DragMode mode = self->drag.mode;
  /* A press without a movement ends without a commit, and has selected. */
  gboolean is_press = mode == DRAG_PENDING;

  if (commit && (mode == DRAG_NOTES || mode == DRAG_FRAME) && self->drag.rects->len > 0)
    trio_board_drop_hand (self);
  else if (!commit && !is_press)
    put_back (self);
  trio_board_clear_drag (self);
}

/* Drawing */

static void
draw_band (TrioBoard *self, GtkSnapshot *snapshot)
{
  TrioRect band = band_rect (self);
  GdkRGBA tint = self->style.accent;

  band = trio_viewport_rect_to_view (&self->view, &band);
  tint.alpha = 0.12f;
  trio_board_fill_rounded (snapshot, &band, 2, &tint);
  trio_board_stroke_rounded (snapshot, &band, 2, 1.5, &self->style.accent);
}

static void
draw_target (TrioBoard *self, GtkSnapshot *snapshot)
{
  TrioSceneFrame *frame = self->drag.target_frame != 0
                              ? trio_scene_find_frame (self->scene, self->drag.target_frame)
                              : NULL;
  const TrioBoardMetrics *m = trio_scene_get_metrics (self->scene);
  TrioSceneNote *note;
  TrioRect rect;
  gboolean is_end;

  if (frame == NULL)
    return;
  rect = trio_viewport_rect_to_view (&self->view, &frame->rect);
  trio_board_stroke_rounded (snapshot, &rect, 14 * self->view.zoom, 3, &self->style.accent);
  if (frame->notes->len == 0)
    return;
  is_end = self->drag.target_slot >= frame->notes->len;
  note = g_ptr_array_index (frame->notes, is_end ? frame->notes->len - 1 : self->drag.target_slot);
  rect = note->item.rect;
  if (is_end)
    rect.x += rect.width + m->gap;
  rect.x -= m->gap / 2;
  rect.width = 0;
  rect = trio_viewport_rect_to_view (&self->view, &rect);
  rect.x -= 2;
  rect.width = 4;
  trio_board_fill_rounded (snapshot, &rect, 2, &self->style.accent);
}

static void
draw_count (TrioBoard *self, GtkSnapshot *snapshot, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  TrioRect badge;
  int width, height;

  trio_board_set_words (self, text, 12.5 * self->font_scale, PANGO_WEIGHT_BOLD, 0, 0);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  badge = (TrioRect){ self->drag.x + 14, self->drag.y + 12, width + 16, height + 6 };
  trio_board_fill_rounded (snapshot, &badge, badge.height / 2, &self->style.accent);
  trio_board_append_words (self, snapshot, badge.x + 8, badge.y + 3, &self->style.frame);
}

static void
draw_hand (TrioBoard *self, GtkSnapshot *snapshot)
{
  const TrioRect *rects = (const TrioRect *)(gpointer)self->drag.rects->data;
  double zoom = self->view.zoom;
  double x, y;

  pointer_on_board (self, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)((x - self->drag.board_x - self->view.x) * zoom),
                                      (float)((y - self->drag.board_y - self->view.y) * zoom)));
  gtk_snapshot_scale (snapshot, (float)zoom, (float)zoom);
  for (guint i = 0; i < self->drag.nodes->len; i++)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float)rects[i].x, (float)rects[i].y));
      gtk_snapshot_append_node (snapshot, g_ptr_array_index (self->drag.nodes, i));
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_restore (snapshot);
  if (self->drag.ids->len > 1)
    draw_count (self, snapshot, self->drag.ids->len);
}

/* Draws what is dragged, and where it would go. */
void
trio_board_draw_drag (TrioBoard *self, GtkSnapshot *snapshot)
{
  if (self->drag.mode == DRAG_BAND)
    draw_band (self, snapshot);
  if (self->drag.mode != DRAG_NOTES && self->drag.mode != DRAG_FRAME)
    return;
  draw_target (self, snapshot);
  draw_hand (self, snapshot);
}
