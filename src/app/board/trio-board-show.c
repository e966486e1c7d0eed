/* trio-board-show.c: which workshop and station the board shows, and how it follows them. */
#include "config.h"

#include "app/board/trio-board-private.h"

static gboolean
has_moved (const TrioRect *from, const TrioRect *to)
{
  return from->x != to->x || from->y != to->y;
}

static void
note_changed_cb (TrioSceneNote *note, gboolean content, gpointer user_data)
{
  TrioBoard *self = user_data;

  self->has_moves |= has_moved (&note->from, &note->item.rect);
  if (content)
    trio_board_drop_note_words (note);
  trio_board_renew_sheet (self, &note->from);
  trio_board_renew_sheet (self, &note->item.rect);
}

static void
note_removed_cb (TrioSceneNote *note, gpointer user_data)
{
  trio_board_drop_note_words (note);
  trio_board_renew_sheet (user_data, &note->item.rect);
}

static void
frame_changed_cb (TrioSceneFrame *frame, gboolean content, gpointer user_data)
{
  TrioBoard *self = user_data;

  self->has_moves |= has_moved (&frame->from, &frame->rect);
  if (content)
    trio_board_drop_frame_head (frame);
  trio_board_renew_sheet (self, &frame->from);
  trio_board_renew_sheet (self, &frame->rect);
}

static void
frame_removed_cb (TrioSceneFrame *frame, gpointer user_data)
{
  trio_board_drop_frame_head (frame);
  trio_board_renew_sheet (user_data, &frame->rect);
}

static const TrioSceneListener listener
    = { note_changed_cb, note_removed_cb, frame_changed_cb, frame_removed_cb };

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioBoard *self)
{
  if (!self->is_dirty && self->scene != NULL && trio_scene_append (self->scene, transaction))
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      trio_board_scene_changed (self);
      return;
    }
  self->settles = TRUE;
  trio_board_queue_update (self);
}

static void
filter_changed_cb (TrioBoard *self)
{
  trio_board_drop_sheet (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_changed_cb (TrioSelection *selection, TrioBoard *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_changed_cb (TrioSelection *selection, TrioBoard *self)
{
  TrioId focus = trio_selection_get_focus (selection);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (focus != 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) && self->drag.mode == DRAG_NONE)
    trio_board_reveal (self, focus);
  trio_board_move_place (self, FALSE);
}

static void
drop_scene (TrioBoard *self)
{
  trio_board_finish_edit (self);
  trio_board_clear_drag (self);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->scene, trio_scene_free);
  trio_board_forget_visible (self);
  trio_board_drop_sheet (self);
  self->hovered = 0;
}

/* Lets go of the workshop. */
void
trio_board_drop_model (TrioBoard *self)
{
  drop_scene (self);
  if (self->actions != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->actions, self);
      trio_note_actions_detach (self->actions, GTK_WIDGET (self));
    }
  g_clear_object (&self->actions);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);
}

/* Where a menu that a key opens points to. */
static void
focus_place_cb (GtkWidget *view, GdkRectangle *place, gpointer user_data)
{
  TrioBoard *self = TRIO_BOARD (view);
  TrioId focus = trio_selection_get_focus (self->selection);
  TrioId cluster = trio_selection_get_focus_cluster (self->selection);
  TrioSceneNote *note = self->scene != NULL ? trio_scene_find_note (self->scene, focus) : NULL;
  TrioSceneFrame *frame = self->scene != NULL ? trio_scene_find_frame (self->scene, cluster) : NULL;
  TrioRect rect = { self->view.width / 2, self->view.height / 2, 0, 0 };

  if (note != NULL && note->is_shown)
    rect = trio_viewport_rect_to_view (&self->view, &note->item.rect);
  else if (frame != NULL)
    rect = trio_viewport_rect_to_view (&self->view, &frame->rect);
  place->x = (int)CLAMP (rect.x + MIN (rect.width / 2, 30), 0, self->view.width);
  place->y = (int)CLAMP (rect.y + MIN (rect.height, 36), 0, self->view.height);
  place->width = 1;
  place->height = 1;
}

static void
edit_cb (TrioNoteActions *actions, gint64 object, TrioBoard *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    trio_board_edit (self, object);
}

static void
create_cb (TrioNoteActions *actions, TrioBoard *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    trio_board_create_note (self, "");
}

static void
follow (TrioBoard *self, TrioNoteActions *actions)
{
  self->actions = g_object_ref (actions);
  self->selection = g_object_ref (trio_note_actions_get_selection (actions));
  self->filter = g_object_ref (trio_note_actions_get_filter (actions));
  self->model = g_object_ref (trio_selection_get_model (self->selection));
  trio_note_actions_attach (actions, GTK_WIDGET (self), focus_place_cb, NULL);
  g_signal_connect (actions, "edit", G_CALLBACK (edit_cb), self);
  g_signal_connect (actions, "rename", G_CALLBACK (edit_cb), self);
  g_signal_connect (actions, "create", G_CALLBACK (create_cb), self);
  g_signal_connect (self->model, "committed", G_CALLBACK (committed_cb), self);
  g_signal_connect (self->selection, "changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (self->selection, "focus-changed", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (filter_changed_cb), self);
}

/**
 * trio_board_show:
 * @self: the board
 * @actions: (nullable): what can be done, with selection, filter and workshop; %NULL to let go
 * @station: number of the object of the station to show, 0 for all
 *
 * Shows the board of a station, all of it.
 */
void
trio_board_show (TrioBoard *self, TrioNoteActions *actions, TrioId station)
{
  g_return_if_fail (TRIO_IS_BOARD (self));
  g_return_if_fail (actions == NULL || TRIO_IS_NOTE_ACTIONS (actions));

  if (actions != self->actions || actions == NULL)
    {
      trio_board_drop_model (self);
      if (actions != NULL)
        follow (self, actions);
    }
  else
    drop_scene (self);
  self->station = station;
  self->move_progress = 1;
  if (actions != NULL)
    self->scene = trio_scene_new (self->model, station, &listener, self);
  self->wants_fit = TRUE;
  self->is_untouched = TRUE;
  self->settles = FALSE;
  trio_board_queue_update (self);
}
