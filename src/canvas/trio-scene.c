/* trio-scene.c: follows a workshop and keeps frames and notes of a board in their places. */
#include "config.h"

#include "canvas/trio-scene-private.h"

static gpointer
key_of (TrioId id)
{
  return GSIZE_TO_POINTER ((gsize)id);
}

static void
free_note (gpointer data)
{
  TrioSceneNote *note = data;

  trio_record_unref ((TrioRecord *)note->record);
  g_free (note);
}

static void
free_frame (gpointer data)
{
  TrioSceneFrame *frame = data;

  g_clear_pointer ((TrioRecord **)&frame->record, trio_record_unref);
  g_ptr_array_unref (frame->notes);
  g_free (frame->own_title);
  g_free (frame);
}

static void
free_section (gpointer data)
{
  TrioSceneSection *section = data;

  g_ptr_array_unref (section->frames);
  g_ptr_array_unref (section->loose);
  g_ptr_array_unref (section->notes);
  g_free (section);
}

/* Telling */

static gboolean
drop_old_note_cb (gpointer key, gpointer value, gpointer user_data)
{
  TrioScene *scene = user_data;
  TrioSceneNote *note = value;

  if (note->age == scene->age)
    return FALSE;
  scene->listener.note_removed (note, scene->user_data);
  trio_grid_remove (scene->grid, &note->item);
  return TRUE;
}

static gboolean
drop_old_frame_cb (gpointer key, gpointer value, gpointer user_data)
{
  TrioScene *scene = user_data;
  TrioSceneFrame *frame = value;

  if (frame->age == scene->age)
    return FALSE;
  scene->listener.frame_removed (frame, scene->user_data);
  return TRUE;
}

static void
settle_note (TrioScene *scene, TrioSceneNote *note)
{
  gboolean moved = !trio_rect_equal (&note->from, &note->item.rect);
  gboolean resized
      = note->from.height != note->item.rect.height || note->from.width != note->item.rect.width;

  if (!note->is_shown)
    trio_grid_remove (scene->grid, &note->item);
  else if (moved || !note->was_shown)
    trio_grid_put (scene->grid, &note->item, &note->item.rect);
  if (note->is_new || !note->was_shown)
    note->from = note->item.rect;
  if (moved || note->is_changed || note->is_shown != note->was_shown)
    scene->listener.note_changed (note, note->is_changed || resized, scene->user_data);
  note->is_changed = FALSE;
  note->is_new = FALSE;
}

static void
settle_frame (TrioScene *scene, TrioSceneFrame *frame)
{
  gboolean moved = !trio_rect_equal (&frame->from, &frame->rect);
  gboolean resized
      = frame->from.height != frame->rect.height || frame->from.width != frame->rect.width;

  if (trio_rect_is_empty (&frame->from))
    frame->from = frame->rect;
  if (moved || frame->is_changed || frame->n_before != frame->notes->len)
    scene->listener.frame_changed (frame,
                                   frame->is_changed || resized
                                       || frame->n_before != frame->notes->len,
                                   scene->user_data);
  frame->is_changed = FALSE;
}

static void
lay_out (TrioScene *scene)
{
  gboolean is_single = scene->station != 0;

  scene->bounds = TRIO_RECT_EMPTY;
  for (guint i = 0; i < scene->sections->len; i++)
    trio_board_layout_section (g_ptr_array_index (scene->sections, i), &scene->metrics,
                               scene->page_width, is_single ? scene->aspect : 1.4);
  if (!is_single)
    trio_board_layout_sections (scene->sections, &scene->metrics, scene->aspect);
  for (guint i = 0; i < scene->sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (scene->sections, i);

      scene->bounds = trio_rect_union (&scene->bounds, &section->rect);
    }
}

/**
 * trio_scene_group_new:
 * @title: the suggested title
 * @cluster: the cluster that the notes would join, or 0
 *
 * Returns: (transfer full): a group without notes
 */
TrioSceneGroup *
trio_scene_group_new (const char *title, TrioId cluster)
{
  TrioSceneGroup *group = g_new0 (TrioSceneGroup, 1);

  group->title = g_strdup (title);
  group->cluster = cluster;
  group->is_accepted = TRUE;
  group->notes = g_array_new (FALSE, FALSE, sizeof (TrioId));
  return group;
}

/**
 * trio_scene_group_free:
 * @group: (transfer full): a group
 *
 * Frees a group.
 */
void
trio_scene_group_free (TrioSceneGroup *group)
{
  g_free (group->title);
  g_free (group->reason);
  g_array_unref (group->notes);
  g_free (group);
}

/**
 * trio_scene_new:
 * @model: a workshop
 * @station: number of a station's object, or 0 for all stations
 * @listener: what to tell the view
 * @user_data: data for @listener
 *
 * Returns: (transfer full): a scene that is empty until trio_scene_update()
 */
TrioScene *
trio_scene_new (TrioModel *model,
                TrioId station,
                const TrioSceneListener *listener,
                gpointer user_data)
{
  TrioScene *scene = g_new0 (TrioScene, 1);

  scene->model = g_object_ref (model);
  scene->station = station;
  scene->listener = *listener;
  scene->user_data = user_data;
  scene->notes = g_hash_table_new_full (NULL, NULL, NULL, free_note);
  scene->frames = g_hash_table_new_full (NULL, NULL, NULL, free_frame);
  scene->sections = g_ptr_array_new_with_free_func (free_section);
  scene->grid = trio_grid_new ();
  scene->scale = 1;
  scene->page_width = 1000;
  scene->aspect = 1.6;
  trio_board_metrics_init (&scene->metrics, 1, 1);
  return scene;
}

/**
 * trio_scene_free:
 * @scene: (transfer full): a scene
 *
 * Frees a scene, after telling the view that all notes and frames go.
 */
void
trio_scene_free (TrioScene *scene)
{
  scene->age++;
  g_hash_table_foreach_remove (scene->notes, drop_old_note_cb, scene);
  g_hash_table_foreach_remove (scene->frames, drop_old_frame_cb, scene);
  g_hash_table_unref (scene->notes);
  g_hash_table_unref (scene->frames);
  g_ptr_array_unref (scene->sections);
  g_clear_pointer (&scene->groups, g_ptr_array_unref);
  g_clear_pointer (&scene->grouped, g_hash_table_unref);
  trio_grid_free (scene->grid);
  g_object_unref (scene->model);
  g_free (scene);
}

/**
 * trio_scene_set_page:
 * @scene: a scene
 * @width: width of the view at 100 %
 * @aspect: width of the view in relation to its height
 *
 * Tells the shape of the view, which tidy rows follow from then on; what is laid out already
 * keeps its rows. Takes effect with the next update.
 */
void
trio_scene_set_page (TrioScene *scene, double width, double aspect)
{
  scene->page_width = width;
  scene->aspect = CLAMP (aspect, 0.5, 4);
}

/**
 * trio_scene_set_font:
 * @scene: a scene
 * @scale: size of the font in relation to the usual one
 * @letter: width of its letters in relation to the usual one of the same size
 *
 * Tells the font, which all sizes follow with the next update.
 */
void
trio_scene_set_font (TrioScene *scene, double scale, double letter)
{
  GHashTableIter iter;
  gpointer note;

  if (scale == scene->scale && letter == scene->metrics.letter)
    return;
  scene->scale = scale;
  trio_board_metrics_init (&scene->metrics, scale, letter);
  g_hash_table_iter_init (&iter, scene->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    {
      trio_scene_measure_note (scene, note);
      ((TrioSceneNote *)note)->is_changed = TRUE;
    }
}

/**
 * trio_scene_reset_rows:
 * @scene: a scene
 *
 * Lets tidy rows follow the shape of the view anew with the next update.
 */
void
trio_scene_reset_rows (TrioScene *scene)
{
  for (guint i = 0; i < scene->sections->len; i++)
    ((TrioSceneSection *)g_ptr_array_index (scene->sections, i))->page_width = 0;
}

/* A preview has rows of its own, and leaves those of the board as they were. */
static void
swap_rows (TrioScene *scene, gboolean preview)
{
  for (guint i = 0; i < scene->sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (scene->sections, i);

      if (preview)
        section->kept_width = section->page_width;
      section->page_width = preview ? 0 : section->kept_width;
    }
}

/**
 * trio_scene_set_groups:
 * @scene: a scene
 * @groups: (nullable) (transfer none) (element-type TrioSceneGroup): a proposal, or %NULL
 *
 * Lays a proposal over the board with the next update. Only notes without cluster follow it.
 */
void
trio_scene_set_groups (TrioScene *scene, GPtrArray *groups)
{
  if ((groups != NULL) != (scene->groups != NULL))
    swap_rows (scene, groups != NULL);
  g_clear_pointer (&scene->grouped, g_hash_table_unref);
  g_clear_pointer (&scene->groups, g_ptr_array_unref);
  if (groups == NULL)
    return;

  scene->groups = g_ptr_array_ref (groups);
  scene->grouped = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      TrioSceneGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->notes->len; j++)
        g_hash_table_insert (scene->grouped, key_of (g_array_index (group->notes, TrioId, j)),
                             GUINT_TO_POINTER (i + 1));
    }
}

/**
 * trio_scene_update:
 * @scene: a scene
 *
 * Takes over what has changed in the workshop, lays everything out, and tells the view. One
 * pass over all notes, without measuring those that read as before.
 */
void
trio_scene_update (TrioScene *scene)
{
  guint n_stations;
  TrioRecord *const *stations
      = trio_list_peek_records (trio_model_get_list (scene->model, TRIO_KIND_STATION), &n_stations);
  guint n = 0;
  GHashTableIter iter;
  gpointer value;

  scene->age++;
  for (guint i = 0; i < n_stations; i++)
    {
      if (scene->station == 0 || stations[i]->id == scene->station)
        trio_scene_fill_section (scene, n++, stations[i]->id);
    }
  g_ptr_array_set_size (scene->sections, (int)n);
  g_hash_table_foreach_remove (scene->notes, drop_old_note_cb, scene);
  g_hash_table_foreach_remove (scene->frames, drop_old_frame_cb, scene);
  lay_out (scene);

  g_hash_table_iter_init (&iter, scene->frames);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    settle_frame (scene, value);
  g_hash_table_iter_init (&iter, scene->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    settle_note (scene, value);
}
