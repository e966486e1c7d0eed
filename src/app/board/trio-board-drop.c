/* trio-board-drop.c: text and files that other programs drop on the board. */
#include "config.h"

#include "app/board/trio-board-private.h"

#include "app/notes/trio-note-drop.h"

/* New inputs outside clusters lie in rows of so many. */
#define PER_ROW 4

typedef struct
{
  TrioScene *scene;
  double x; /* of the first, from the zero of its station */
  double y;
} Corner;

static void
lay_cb (guint index, TrioSpot *spot, gpointer user_data)
{
  const Corner *corner = user_data;
  const TrioBoardMetrics *m = trio_scene_get_metrics (corner->scene);

  spot->x = corner->x + (index % PER_ROW) * (m->note_width + m->gap);
  spot->y = corner->y + (index / PER_ROW) * (m->note_height + m->gap);
}

static void
find_place (TrioBoard *self, TrioSceneSection *section, double x, double y, TrioNotePlace *place)
{
  TrioSceneFrame *frame = trio_scene_pick_frame (self->scene, x, y);
  guint slot;

  *place = (TrioNotePlace){ .station = section->station };
  if (frame == NULL || frame->record == NULL)
    return;
  place->cluster = frame->id;
  slot = trio_scene_find_slot (self->scene, frame, x, y);
  if (slot < frame->notes->len)
    place->before = ((TrioSceneNote *)g_ptr_array_index (frame->notes, slot))->record->id;
}

/**
 * trio_board_take_drop:
 * @self: the board
 * @value: a string, or a list of files
 * @x: where it was dropped, in the view
 * @y: the same
 *
 * Takes what another program has dropped: each line of a text becomes an input at that place, a
 * file is looked at first.
 *
 * Returns: whether something was made of it
 */
gboolean
trio_board_take_drop (TrioBoard *self, const GValue *value, double x, double y)
{
  TrioSceneSection *section;
  TrioNotePlace place;
  Corner corner = { self->scene, 0, 0 };
  double bx, by;

  g_return_val_if_fail (TRIO_IS_BOARD (self), FALSE);

  if (self->scene == NULL || !trio_board_can_change (self))
    return FALSE;
  if (!G_VALUE_HOLDS_STRING (value))
    return trio_note_drop_take_files (GTK_WIDGET (self), value);
  trio_board_finish_edit (self);
  trio_board_flush (self);
  trio_board_to_board (self, x, y, &bx, &by);
  section = trio_scene_pick_section (self->scene, bx, by);
  if (section == NULL)
    return FALSE;
  find_place (self, section, bx, by, &place);
  corner.x = bx - section->origin_x;
  corner.y = by - section->origin_y;
  self->settles = TRUE;
  return trio_note_drop_take_text (GTK_WIDGET (self), self->actions, g_value_get_string (value),
                                   &place, place.cluster == 0 ? lay_cb : NULL, &corner);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TrioBoard *self)
{
  return trio_board_take_drop (self, value, x, y);
}

/* Takes what is dropped. */
void
trio_board_install_drop (TrioBoard *self)
{
  GtkDropTarget *target = trio_note_drop_target_new ();

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
