/* trio-board-release.c: what letting go of inputs and clusters does, each as one command. */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <math.h>

#include "app/station/trio-station-row.h"
#include "model/trio-commands-board.h"

/* Pixels outside of the board that still count as its edge. */
#define EDGE 44.0

/* A cluster that was let go of so near to where it lay, in pixels, was put back. */
#define PUT_BACK 8.0

static void
pointer_on_board (TrioBoard *self, double *x, double *y)
{
  trio_board_to_board (self, self->drag.x, self->drag.y, x, y);
}

static gboolean
drop_on_station (TrioBoard *self, TrioId station, GError **error)
{
  if (self->drag.mode == DRAG_FRAME)
    return trio_command_move_cluster (self->model, self->drag.frame, station, error);
  return trio_command_move_notes (self->model, TRIO_IDS (self->drag.ids), self->drag.ids->len,
                                  station, error);
}

static TrioId
row_station (TrioBoard *self)
{
  return trio_object_get_id (trio_station_row_get_station (TRIO_STATION_ROW (self->drag.row)));
}

static gboolean
is_in_hand (TrioBoard *self, TrioId note)
{
  for (guint i = 0; i < self->drag.ids->len; i++)
    if (TRIO_IDS (self->drag.ids)[i] == note)
      return TRUE;
  return FALSE;
}

static gboolean
drop_in_frame (TrioBoard *self, TrioSceneFrame *frame, GError **error)
{
  TrioId before = 0;
  TrioSceneSection *section
      = g_ptr_array_index (trio_scene_get_sections (self->scene), frame->section);

  for (guint i = self->drag.target_slot; i < frame->notes->len && before == 0; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (frame->notes, i);

      if (!is_in_hand (self, note->record->id))
        before = note->record->id;
    }
  return trio_command_place_notes (self->model, TRIO_IDS (self->drag.ids), self->drag.ids->len,
                                   section->station, frame->id, before, error);
}

/* Whether a place belongs to the rows of notes without cluster, which the board keeps. */
static gboolean
is_in_loose_rows (TrioSceneSection *section, double x, double y)
{
  TrioRect rows = section->loose_rect;

  for (guint i = 0; i < section->loose->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (section->loose, i);

      if (trio_record_is_null (note->record, TRIO_NOTE_X) && !note->is_proposed)
        rows = trio_rect_union (&rows, &note->item.rect);
    }
  return trio_rect_contains (&rows, x, y);
}

static gboolean
drop_on_canvas (TrioBoard *self, TrioSceneSection *section, GError **error)
{
  g_autofree TrioSpot *spots = g_new (TrioSpot, self->drag.ids->len + 1);
  const TrioRect *rects = (const TrioRect *)(gpointer)self->drag.rects->data;
  gboolean keeps_rows;
  double x, y;

  pointer_on_board (self, &x, &y);
  keeps_rows = is_in_loose_rows (section, x, y);
  for (guint i = 0; i < self->drag.ids->len; i++)
    {
      spots[i].object = TRIO_IDS (self->drag.ids)[i];
      spots[i].x
          = keeps_rows ? NAN : round (rects[i].x + x - self->drag.board_x - section->origin_x);
      spots[i].y
          = keeps_rows ? NAN : round (rects[i].y + y - self->drag.board_y - section->origin_y);
    }
  return trio_command_lay_notes (self->model, section->station, spots, self->drag.ids->len, error);
}

/**
 * trio_board_dup_frame_spots:
 * @self: the board
 * @moved: the cluster that goes elsewhere
 * @dx: how far to the right, in board units
 * @dy: how far down
 *
 * Returns: (transfer full) (element-type TrioSpot): where clusters lie after that: the moved one, and
 *   those that had no place of their own and keep the one they have
 */
GArray *
trio_board_dup_frame_spots (TrioBoard *self, const TrioSceneFrame *moved, double dx, double dy)
{
  TrioSceneSection *section
      = g_ptr_array_index (trio_scene_get_sections (self->scene), moved->section);
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (TrioSpot));

  for (guint i = 0; i < section->frames->len; i++)
    {
      TrioSceneFrame *frame = g_ptr_array_index (section->frames, i);
      TrioSpot spot = { frame->id, round (frame->rect.x - section->origin_x),
                        round (frame->rect.y - section->origin_y) };

      if (frame->record == NULL)
        continue;
      if (frame == moved)
        {
          spot.x = round (spot.x + dx);
          spot.y = round (spot.y + dy);
        }
      else if (!trio_record_is_null (frame->record, TRIO_CLUSTER_X))
        continue;
      g_array_append_val (spots, spot);
    }
  return spots;
}

static gboolean
was_put_back (TrioBoard *self, const TrioSceneFrame *frame)
{
  return trio_record_is_null (frame->record, TRIO_CLUSTER_X)
         && hypot (self->drag.x - self->drag.start_x, self->drag.y - self->drag.start_y) < PUT_BACK;
}

static gboolean
drop_frame (TrioBoard *self, TrioSceneSection *section, GError **error)
{
  TrioSceneFrame *moved = trio_scene_find_frame (self->scene, self->drag.frame);
  g_autoptr (GArray) spots = NULL;
  double x, y;

  pointer_on_board (self, &x, &y);
  if (moved == NULL)
    return TRUE;
  if (g_ptr_array_index (trio_scene_get_sections (self->scene), moved->section) != section)
    return drop_on_station (self, section->station, error);
  if (was_put_back (self, moved))
    return TRUE;
  spots = trio_board_dup_frame_spots (self, moved, x - self->drag.board_x, y - self->drag.board_y);
  return trio_command_lay_clusters (self->model, moved->id, (const TrioSpot *)(gpointer)spots->data,
                                    spots->len, error);
}

/* Does what letting go of inputs or a cluster here means. */
void
trio_board_drop_hand (TrioBoard *self)
{
  g_autoptr (GError) error = NULL;
  TrioSceneFrame *target = NULL;
  TrioSceneSection *section;
  gboolean done;
  double x, y;

  pointer_on_board (self, &x, &y);
  if (self->drag.target_frame != 0)
    target = trio_scene_find_frame (self->scene, self->drag.target_frame);
  section = trio_scene_pick_section (self->scene, x, y);
  if (self->drag.row != NULL)
    done = drop_on_station (self, row_station (self), &error);
  else if (!trio_rect_contains (&(TrioRect){ -EDGE, -EDGE, self->view.width + 2 * EDGE,
                                             self->view.height + 2 * EDGE },
                                self->drag.x, self->drag.y)
           || section == NULL)
    done = TRUE;
  else if (self->drag.mode == DRAG_FRAME)
    done = drop_frame (self, section, &error);
  else if (target != NULL)
    done = drop_in_frame (self, target, &error);
  else
    done = drop_on_canvas (self, section, &error);
  if (!done)
    trio_board_tell (self, error);
}
