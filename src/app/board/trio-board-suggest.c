/* trio-board-suggest.c: the preview of proposed clusters on the board. */
#include "config.h"

#include "app/board/trio-board-private.h"

/**
 * trio_board_set_proposal:
 * @self: the board
 * @groups: (nullable) (element-type TrioSceneGroup): proposed clusters, or %NULL to end the preview
 *
 * Shows proposed clusters as dashed frames; the workshop is not touched.
 */
void
trio_board_set_proposal (TrioBoard *self, GPtrArray *groups)
{
  g_return_if_fail (TRIO_IS_BOARD (self));

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  if (self->scene == NULL)
    return;
  if (groups != NULL)
    self->groups = g_ptr_array_ref (groups);
  self->pointed = -1;
  trio_scene_set_groups (self->scene, groups);
  self->settles = TRUE;
  trio_board_queue_update (self);
}

/* The proposal that a frame shows. */
TrioSceneGroup *
trio_board_get_group (TrioBoard *self, const TrioSceneFrame *frame)
{
  if (self->groups == NULL || frame->proposal < 0 || (guint)frame->proposal >= self->groups->len)
    return NULL;
  return g_ptr_array_index (self->groups, (guint)frame->proposal);
}

static TrioSceneFrame *
find_frame (TrioBoard *self, guint group)
{
  TrioSceneGroup *proposed;

  if (self->groups == NULL || group >= self->groups->len || self->scene == NULL)
    return NULL;
  proposed = g_ptr_array_index (self->groups, group);
  return trio_scene_find_frame (self->scene,
                                proposed->cluster != 0 ? proposed->cluster : -(TrioId)(group + 1));
}

/**
 * trio_board_redraw_proposal:
 * @self: the board
 * @group: index of a proposed cluster
 *
 * Draws a proposed cluster anew, after it was accepted or left out.
 */
void
trio_board_redraw_proposal (TrioBoard *self, guint group)
{
  TrioSceneFrame *frame;

  g_return_if_fail (TRIO_IS_BOARD (self));

  frame = find_frame (self, group);
  if (frame != NULL)
    {
      trio_board_drop_frame_head (frame);
      trio_board_renew_sheet (self, &frame->rect);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * trio_board_point_at_proposal:
 * @self: the board
 * @group: index of a proposed cluster
 *
 * Lets a proposed cluster be seen, and stand out.
 */
void
trio_board_point_at_proposal (TrioBoard *self, guint group)
{
  TrioSceneFrame *frame;
  TrioViewport view;

  g_return_if_fail (TRIO_IS_BOARD (self));

  trio_board_flush (self);
  frame = find_frame (self, group);
  self->pointed = frame != NULL ? (int)group : -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  view = self->view;
  if (frame != NULL && trio_viewport_reveal (&view, &frame->rect, 12))
    trio_board_animate_view (self, &view);
}

/* A click on a proposed frame: takes it in or leaves it out. Whether the click was used. */
gboolean
trio_board_toggle_proposal (TrioBoard *self, const TrioSceneFrame *frame)
{
  TrioSceneGroup *group = trio_board_get_group (self, frame);

  if (group == NULL)
    return FALSE;
  group->is_accepted = !group->is_accepted;
  trio_board_redraw_proposal (self, (guint)frame->proposal);
  trio_board_tell_toggled (self, (guint)frame->proposal);
  return TRUE;
}

/* Draws what stands out in a preview: the cluster that is looked at, and inputs that would join a
 * cluster that a person has made. */
void
trio_board_draw_proposal (TrioBoard *self, GtkSnapshot *snapshot)
{
  TrioSceneFrame *frame;
  TrioRect rect;

  if (self->groups == NULL)
    return;
  for (guint i = 0; i < self->visible->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (self->visible, i);

      if (!note->is_proposed || note->frame == NULL || note->frame->record == NULL)
        continue;
      rect = trio_viewport_rect_to_view (&self->view, &note->item.rect);
      rect = trio_rect_grow (&rect, 2);
      trio_board_stroke_rounded (snapshot, &rect, 7 * self->view.zoom + 1, 1.5,
                                 &self->style.accent);
    }
  frame = self->pointed >= 0 ? find_frame (self, (guint)self->pointed) : NULL;
  if (frame == NULL)
    return;
  rect = trio_viewport_rect_to_view (&self->view, &frame->rect);
  rect = trio_rect_grow (&rect, 3);
  trio_board_stroke_rounded (snapshot, &rect, 14 * self->view.zoom + 3, 2.5, &self->style.accent);
}
