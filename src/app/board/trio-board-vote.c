/* trio-board-vote.c: counting votes with clicks: while it is on, a click is a vote. */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>

/**
 * trio_board_set_votes_by_click:
 * @self: the board
 * @on: whether a click on an input, or on the title of a cluster, is a vote
 *
 * Turns counting with clicks on or off. Shift takes a vote back, Escape ends it.
 */
void
trio_board_set_votes_by_click (TrioBoard *self, gboolean on)
{
  g_return_if_fail (TRIO_IS_BOARD (self));

  if (on == self->votes_by_click || (on && !trio_board_can_change (self)))
    return;
  self->votes_by_click = on;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on ? "cell" : NULL);
  trio_board_tell_text (self, on ? _ ("Each click is a vote; Shift takes one back, Esc ends it")
                                 : _ ("Clicks select again"));
  g_object_notify (G_OBJECT (self), "votes-by-click");
}

/**
 * trio_board_get_votes_by_click:
 * @self: the board
 *
 * Returns: whether a click is a vote
 */
gboolean
trio_board_get_votes_by_click (TrioBoard *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD (self), FALSE);

  return self->votes_by_click;
}

/* Counts a click on a note, or else on a cluster. */
void
trio_board_vote_at (TrioBoard *self, TrioSceneNote *note, TrioSceneFrame *frame, gboolean back)
{
  TrioId object = 0;
  g_autoptr (GError) error = NULL;

  if (note != NULL)
    object = note->record->id;
  else if (frame != NULL && frame->record != NULL)
    object = frame->id;
  if (object != 0 && !trio_command_vote (self->model, &object, 1, back ? -1 : 1, &error))
    trio_board_tell (self, error);
}
