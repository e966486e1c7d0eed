/* trio-scene-query.c: what lies where on a board. */
#include "config.h"

#include "canvas/trio-scene-private.h"

#include <math.h>

/**
 * trio_scene_get_model:
 * @scene: a scene
 *
 * Returns: (transfer none): the workshop
 */
TrioModel *
trio_scene_get_model (TrioScene *scene)
{
  return scene->model;
}

/**
 * trio_scene_get_station:
 * @scene: a scene
 *
 * Returns: number of the object of the station that is shown, 0 for all
 */
TrioId
trio_scene_get_station (TrioScene *scene)
{
  return scene->station;
}

/**
 * trio_scene_get_metrics:
 * @scene: a scene
 *
 * Returns: (transfer none): sizes on the board
 */
const TrioBoardMetrics *
trio_scene_get_metrics (TrioScene *scene)
{
  return &scene->metrics;
}

/**
 * trio_scene_get_grid:
 * @scene: a scene
 *
 * Returns: (transfer none): the notes by place; each item is a #TrioSceneNote
 */
TrioGrid *
trio_scene_get_grid (TrioScene *scene)
{
  return scene->grid;
}

/**
 * trio_scene_get_sections:
 * @scene: a scene
 *
 * Returns: (transfer none) (element-type TrioSceneSection): the stations
 */
GPtrArray *
trio_scene_get_sections (TrioScene *scene)
{
  return scene->sections;
}

/**
 * trio_scene_get_bounds:
 * @scene: a scene
 *
 * Returns: what everything on the board covers
 */
TrioRect
trio_scene_get_bounds (TrioScene *scene)
{
  return scene->bounds;
}

/**
 * trio_scene_get_n_notes:
 * @scene: a scene
 *
 * Returns: how many notes there are, those in stacks included
 */
guint
trio_scene_get_n_notes (TrioScene *scene)
{
  return g_hash_table_size (scene->notes);
}

/**
 * trio_scene_find_note:
 * @scene: a scene
 * @id: number of a note
 *
 * Returns: (transfer none) (nullable): the note on this board
 */
TrioSceneNote *
trio_scene_find_note (TrioScene *scene, TrioId id)
{
  return g_hash_table_lookup (scene->notes, GSIZE_TO_POINTER ((gsize)id));
}

/**
 * trio_scene_find_frame:
 * @scene: a scene
 * @id: number of a cluster
 *
 * Returns: (transfer none) (nullable): its frame on this board
 */
TrioSceneFrame *
trio_scene_find_frame (TrioScene *scene, TrioId id)
{
  return g_hash_table_lookup (scene->frames, GSIZE_TO_POINTER ((gsize)id));
}

/**
 * trio_scene_pick_note:
 * @scene: a scene
 * @x: a place on the board
 * @y: a place on the board
 *
 * Returns: (transfer none) (nullable): the note at a place
 */
TrioSceneNote *
trio_scene_pick_note (TrioScene *scene, double x, double y)
{
  return (TrioSceneNote *)trio_grid_pick (scene->grid, x, y);
}

/**
 * trio_scene_pick_frame:
 * @scene: a scene
 * @x: a place on the board
 * @y: a place on the board
 *
 * Returns: (transfer none) (nullable): the frame at a place
 */
TrioSceneFrame *
trio_scene_pick_frame (TrioScene *scene, double x, double y)
{
  for (guint i = 0; i < scene->sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (scene->sections, i);

      for (guint j = 0; j < section->frames->len; j++)
        {
          TrioSceneFrame *frame = g_ptr_array_index (section->frames, j);

          if (trio_rect_contains (&frame->rect, x, y))
            return frame;
        }
    }
  return NULL;
}

/**
 * trio_scene_pick_section:
 * @scene: a scene
 * @x: a place on the board
 * @y: a place on the board
 *
 * Returns: (transfer none) (nullable): the station that a place belongs to: the only one, or the
 *   nearest
 */
TrioSceneSection *
trio_scene_pick_section (TrioScene *scene, double x, double y)
{
  TrioSceneSection *best = NULL;
  double least = INFINITY;

  for (guint i = 0; i < scene->sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (scene->sections, i);
      const TrioRect *rect = &section->rect;
      double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
      double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

      if (hypot (dx, dy) < least)
        {
          least = hypot (dx, dy);
          best = section;
        }
    }
  return best;
}

/**
 * trio_scene_get_first:
 * @scene: a scene
 *
 * Returns: (transfer none) (nullable): the note to begin with: the first of the first frame, or
 *   the first loose one
 */
TrioSceneNote *
trio_scene_get_first (TrioScene *scene)
{
  for (guint i = 0; i < scene->sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (scene->sections, i);

      for (guint j = 0; j < section->frames->len; j++)
        {
          TrioSceneFrame *frame = g_ptr_array_index (section->frames, j);

          if (frame->notes->len > 0)
            return g_ptr_array_index (frame->notes, 0);
        }
      if (section->loose->len > 0)
        return g_ptr_array_index (section->loose, 0);
    }
  return NULL;
}

/**
 * trio_scene_find_slot:
 * @scene: a scene
 * @frame: a frame
 * @x: a place on the board
 * @y: a place on the board
 *
 * Finds where in its order a note that is dropped on a frame goes.
 *
 * Returns: index of the note that it goes before, or the number of notes for the end
 */
guint
trio_scene_find_slot (TrioScene *scene, TrioSceneFrame *frame, double x, double y)
{
  double gap = scene->metrics.gap;

  for (guint i = 0; i < frame->notes->len; i++)
    {
      const TrioRect *rect = &((TrioSceneNote *)g_ptr_array_index (frame->notes, i))->item.rect;
      gboolean is_row_end = (i + 1) % frame->columns == 0;

      if (y >= rect->y + rect->height + gap / 2)
        continue;
      if (x < rect->x + rect->width / 2)
        return i;
      if (is_row_end)
        return i + 1;
    }
  return frame->notes->len;
}
