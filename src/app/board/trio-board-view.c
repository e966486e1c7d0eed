/* trio-board-view.c: which part of the board is seen: scrolling, zooming, fitting, smoothly. */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <math.h>

#define VIEW_MS       180
#define MOVE_MS       220
#define MOST_MOVING   600 /* more notes than this jump to their places */
#define REVEAL_MARGIN 24.0

/* Share of the view that is kept free for notes that follow a new one. */
#define ROOM 0.6

/* Adjustments: one pixel of the view is one unit. */

static void
adjust (TrioBoard *self, guint axis, double start, double length, double from, double page)
{
  GtkAdjustment *adjustment = self->adjustments[axis];
  double margin = page * 0.6;
  double lower = MIN (from - margin, start);
  double upper = MAX (from + length + margin, start + page);

  if (adjustment == NULL)
    return;
  gtk_adjustment_configure (adjustment, start, lower, upper, page * 0.1, page * 0.9, page);
}

/* Tells the scrollbars what is seen, and of what. */
void
trio_board_update_adjustments (TrioBoard *self)
{
  TrioRect bounds = self->scene != NULL ? trio_scene_get_bounds (self->scene) : TRIO_RECT_EMPTY;
  double zoom = self->view.zoom;

  self->adjusting = TRUE;
  adjust (self, 0, self->view.x * zoom, bounds.width * zoom, bounds.x * zoom, self->view.width);
  adjust (self, 1, self->view.y * zoom, bounds.height * zoom, bounds.y * zoom, self->view.height);
  self->adjusting = FALSE;
}

static void
value_changed_cb (GtkAdjustment *adjustment, TrioBoard *self)
{
  TrioViewport view = self->view;

  if (self->adjusting)
    return;
  self->is_untouched = FALSE;
  if (self->adjustments[0] != NULL)
    view.x = gtk_adjustment_get_value (self->adjustments[0]) / view.zoom;
  if (self->adjustments[1] != NULL)
    view.y = gtk_adjustment_get_value (self->adjustments[1]) / view.zoom;
  if (self->view_animation != NULL)
    adw_animation_skip (self->view_animation);
  trio_board_set_view (self, &view);
}

/* Takes an adjustment of the scrolled window around the board. */
void
trio_board_set_adjustment (TrioBoard *self, guint axis, GtkAdjustment *adjustment)
{
  if (self->adjustments[axis] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[axis], self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_clear_object (&self->adjustments[axis]);
  self->adjustments[axis] = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  trio_board_update_adjustments (self);
}

/* Animations */

static void
view_step_cb (double value, gpointer user_data)
{
  TrioBoard *self = user_data;
  TrioViewport view;

  trio_viewport_mix (&view, &self->view_from, &self->view_to, value);
  view.width = self->view.width;
  view.height = self->view.height;
  trio_board_set_view (self, &view);
}

static void
move_step_cb (double value, gpointer user_data)
{
  TrioBoard *self = user_data;

  self->move_progress = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static AdwAnimation *
create_animation (TrioBoard *self, guint milliseconds, AdwAnimationTargetFunc func)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (func, self, NULL);
  AdwAnimation *animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, milliseconds, target);

  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (animation), ADW_EASE_OUT_CUBIC);
  return animation;
}

/* Goes to another view smoothly, or at once where people want no animations. */
void
trio_board_animate_view (TrioBoard *self, const TrioViewport *to)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      trio_board_set_view (self, to);
      return;
    }
  if (self->view_animation == NULL)
    self->view_animation = create_animation (self, VIEW_MS, view_step_cb);
  adw_animation_pause (self->view_animation);
  self->view_from = self->view;
  self->view_to = *to;
  adw_animation_reset (self->view_animation);
  self->view_from.zoom = self->view.zoom;
  adw_animation_play (self->view_animation);
}

/* Lets notes that have got other places go there, unless there are too many to follow. */
void
trio_board_animate_moves (TrioBoard *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->visible->len > MOST_MOVING)
    {
      self->move_progress = 1;
      return;
    }
  if (self->move_animation == NULL)
    self->move_animation = create_animation (self, MOVE_MS, move_step_cb);
  adw_animation_reset (self->move_animation);
  adw_animation_play (self->move_animation);
}

/* Shows another part of the board. */
void
trio_board_set_view (TrioBoard *self, const TrioViewport *view)
{
  double width = self->view.width;
  double height = self->view.height;

  self->view = *view;
  self->view.width = width;
  self->view.height = height;
  trio_board_update_adjustments (self);
  if (self->editor != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  trio_board_view_changed (self);
}

/* Converts a place in the view. */
void
trio_board_to_board (TrioBoard *self, double vx, double vy, double *x, double *y)
{
  trio_viewport_to_board (&self->view, vx, vy, x, y);
}

/* Where the view is going, or is. */
static TrioViewport
wanted_view (TrioBoard *self)
{
  TrioViewport view = self->view;

  if (self->view_animation != NULL
      && adw_animation_get_state (self->view_animation) == ADW_ANIMATION_PLAYING)
    {
      view.x = self->view_to.x;
      view.y = self->view_to.y;
      view.zoom = self->view_to.zoom;
    }
  return view;
}

/**
 * trio_board_get_zoom:
 * @self: the board
 *
 * Returns: the zoom that is shown, or gone to; 1 is 100 %
 */
double
trio_board_get_zoom (TrioBoard *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD (self), 1);

  return wanted_view (self).zoom;
}

/**
 * trio_board_get_viewport:
 * @self: the board
 *
 * Returns: (transfer none): what is seen now
 */
const TrioViewport *
trio_board_get_viewport (TrioBoard *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD (self), NULL);

  return &self->view;
}

/**
 * trio_board_zoom_at:
 * @self: the board
 * @zoom: the new zoom
 * @x: place in the view that stays where it is
 * @y: place in the view that stays where it is
 *
 * Zooms at once, as under a turning wheel or two fingers.
 */
void
trio_board_zoom_at (TrioBoard *self, double zoom, double x, double y)
{
  TrioViewport view;

  g_return_if_fail (TRIO_IS_BOARD (self));

  self->is_untouched = FALSE;
  if (self->view_animation != NULL)
    adw_animation_pause (self->view_animation);
  view = self->view;
  trio_viewport_zoom_at (&view, zoom, x, y);
  trio_board_set_view (self, &view);
}

/**
 * trio_board_zoom_to:
 * @self: the board
 * @zoom: the new zoom
 *
 * Zooms smoothly around the middle.
 */
void
trio_board_zoom_to (TrioBoard *self, double zoom)
{
  TrioViewport view;

  g_return_if_fail (TRIO_IS_BOARD (self));

  self->is_untouched = FALSE;
  view = wanted_view (self);
  trio_viewport_zoom_at (&view, zoom, view.width / 2, view.height / 2);
  trio_board_animate_view (self, &view);
}

/**
 * trio_board_zoom_by:
 * @self: the board
 * @steps: steps of √2 in, or out when negative
 *
 * Zooms smoothly around the middle.
 */
void
trio_board_zoom_by (TrioBoard *self, int steps)
{
  g_return_if_fail (TRIO_IS_BOARD (self));

  trio_board_zoom_to (self, trio_viewport_step (wanted_view (self).zoom, steps));
}

static void
fit (TrioBoard *self, const TrioRect *rect, gboolean animate)
{
  TrioViewport view = self->view;

  if (trio_rect_is_empty (rect))
    {
      trio_viewport_init (&view, self->view.width, self->view.height);
      view.x = view.y = -BOARD_MARGIN;
    }
  else
    {
      view.width = MAX (view.width - self->inset_right, 200);
      view.height = MAX (view.height - self->inset_bottom, 100);
      trio_viewport_fit (&view, rect, BOARD_MARGIN, 1);
      view.width = self->view.width;
      view.height = self->view.height;
      /* Little on the board stands at the upper left, where reading begins. */
      view.x = MAX (view.x, rect->x - BOARD_MARGIN / view.zoom);
      view.y = MAX (view.y, rect->y - BOARD_MARGIN / view.zoom);
    }
  if (animate)
    trio_board_animate_view (self, &view);
  else
    trio_board_set_view (self, &view);
}

/**
 * trio_board_show_view:
 * @self: the board
 * @view: what to show, as trio_board_get_viewport() gave it
 *
 * Returns to a part of the board smoothly.
 */
void
trio_board_show_view (TrioBoard *self, const TrioViewport *view)
{
  g_return_if_fail (TRIO_IS_BOARD (self));

  trio_board_animate_view (self, view);
}

/**
 * trio_board_set_inset:
 * @self: the board
 * @right: pixels
 * @bottom: pixels
 *
 * Says how much of the sides a panel and its buttons cover, so that what is fitted is not behind
 * them.
 */
void
trio_board_set_inset (TrioBoard *self, double right, double bottom)
{
  g_return_if_fail (TRIO_IS_BOARD (self));

  self->inset_right = right;
  self->inset_bottom = bottom;
}

/**
 * trio_board_fit:
 * @self: the board
 * @animate: whether to go there smoothly
 *
 * Shows everything on the board, at 100 % at most.
 */
void
trio_board_fit (TrioBoard *self, gboolean animate)
{
  TrioRect bounds;

  g_return_if_fail (TRIO_IS_BOARD (self));

  if (self->scene == NULL)
    return;
  trio_board_flush (self);
  bounds = trio_scene_get_bounds (self->scene);
  fit (self, &bounds, animate);
}

/**
 * trio_board_fit_selection:
 * @self: the board
 *
 * Shows what is selected; everything when nothing is.
 */
void
trio_board_fit_selection (TrioBoard *self)
{
  g_autoptr (GArray) ids = NULL;
  TrioRect rect = TRIO_RECT_EMPTY;

  g_return_if_fail (TRIO_IS_BOARD (self));

  if (self->scene == NULL)
    return;
  ids = trio_selection_dup_ids (self->selection);
  for (guint i = 0; i < ids->len; i++)
    {
      TrioSceneNote *note = trio_scene_find_note (self->scene, g_array_index (ids, TrioId, i));

      if (note != NULL && note->is_shown)
        rect = trio_rect_union (&rect, &note->item.rect);
    }
  if (trio_rect_is_empty (&rect))
    trio_board_fit (self, TRUE);
  else
    fit (self, &rect, TRUE);
}

/**
 * trio_board_scroll_by:
 * @self: the board
 * @dx: pixels to the right
 * @dy: pixels down
 *
 * Scrolls at once.
 */
void
trio_board_scroll_by (TrioBoard *self, double dx, double dy)
{
  TrioViewport view;

  g_return_if_fail (TRIO_IS_BOARD (self));

  view = self->view;
  view.x += dx / view.zoom;
  view.y += dy / view.zoom;
  trio_board_set_view (self, &view);
}

/**
 * trio_board_centre_on:
 * @self: the board
 * @x: a place on the board
 * @y: a place on the board
 *
 * Scrolls so that a place is in the middle.
 */
void
trio_board_centre_on (TrioBoard *self, double x, double y)
{
  TrioViewport view;

  g_return_if_fail (TRIO_IS_BOARD (self));

  view = self->view;
  view.x = x - view.width / view.zoom / 2;
  view.y = y - view.height / view.zoom / 2;
  trio_board_set_view (self, &view);
}

/**
 * trio_board_reveal:
 * @self: the board
 * @note: number of a note
 *
 * Scrolls as little as needed to see a note.
 */
void
trio_board_reveal (TrioBoard *self, TrioId note)
{
  TrioSceneNote *shown;
  TrioViewport view;

  g_return_if_fail (TRIO_IS_BOARD (self));

  trio_board_flush (self);
  shown = self->scene != NULL ? trio_scene_find_note (self->scene, note) : NULL;
  if (shown == NULL || !shown->is_shown)
    return;
  view = wanted_view (self);
  if (trio_viewport_reveal (&view, &shown->item.rect, REVEAL_MARGIN))
    trio_board_animate_view (self, &view);
}

/**
 * trio_board_show_added:
 * @self: the board
 * @note: number of a note that was added
 *
 * Lets a new note be seen. When the board has to scroll, it does so far enough that the notes
 * that follow have room beside it and below: it stands still while somebody goes on typing.
 */
void
trio_board_show_added (TrioBoard *self, TrioId note)
{
  TrioSceneNote *shown;
  TrioViewport before, view;
  TrioRect wanted;

  g_return_if_fail (TRIO_IS_BOARD (self));

  trio_board_flush (self);
  shown = self->scene != NULL ? trio_scene_find_note (self->scene, note) : NULL;
  if (shown == NULL || !shown->is_shown)
    return;
  before = view = wanted_view (self);
  if (!trio_viewport_reveal (&view, &shown->item.rect, REVEAL_MARGIN))
    return;
  wanted = shown->item.rect;
  if (view.x > before.x)
    wanted.width = MAX (wanted.width, ROOM * view.width / view.zoom);
  if (view.y > before.y)
    wanted.height = MIN (3 * wanted.height, ROOM * view.height / view.zoom);
  trio_viewport_reveal (&view, &wanted, REVEAL_MARGIN);
  trio_board_animate_view (self, &view);
}
