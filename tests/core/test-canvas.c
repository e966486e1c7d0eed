/* test-canvas.c: viewport, grid, layout and scene of the board, without a display. */
#include <glib.h>
#include <math.h>

#include "canvas/trio-scene.h"
#include "canvas/trio-viewport.h"
#include "model/trio-commands-board.h"
#include "workshop-helpers.h"

#define NEAR 1e-6

/* Viewport */

static void
test_zoom_keeps_place (void)
{
  TrioViewport view;
  double x, y, vx, vy;

  trio_viewport_init (&view, 800, 600);
  trio_viewport_to_board (&view, 300, 200, &x, &y);
  for (double zoom = 0.01; zoom < 10; zoom *= 1.7)
    {
      trio_viewport_zoom_at (&view, zoom, 300, 200);
      trio_viewport_to_view (&view, x, y, &vx, &vy);
      g_assert_cmpfloat_with_epsilon (vx, 300, NEAR);
      g_assert_cmpfloat_with_epsilon (vy, 200, NEAR);
      g_assert_cmpfloat (view.zoom, >=, TRIO_ZOOM_MIN);
      g_assert_cmpfloat (view.zoom, <=, TRIO_ZOOM_MAX);
    }
}

static void
test_steps (void)
{
  double zoom = 1;

  g_assert_cmpfloat_with_epsilon (trio_viewport_step (1, 1), G_SQRT2, NEAR);
  g_assert_cmpfloat_with_epsilon (trio_viewport_step (1, -2), 0.5, NEAR);
  g_assert_cmpfloat_with_epsilon (trio_viewport_step (0.74, 1), 1, NEAR);
  g_assert_cmpfloat_with_epsilon (trio_viewport_step (0.74, -1), 0.5 * G_SQRT2, NEAR);
  for (guint i = 0; i < 30; i++)
    zoom = trio_viewport_step (zoom, -1);
  g_assert_cmpfloat_with_epsilon (zoom, TRIO_ZOOM_MIN, NEAR);
  for (guint i = 0; i < 30; i++)
    zoom = trio_viewport_step (zoom, 1);
  g_assert_cmpfloat_with_epsilon (zoom, TRIO_ZOOM_MAX, NEAR);
}

static void
test_fit_and_reveal (void)
{
  TrioRect wide = { 100, 50, 4000, 500 };
  TrioRect inside = { 300, 300, 50, 50 };
  TrioRect outside = { 900, 650, 100, 100 };
  TrioViewport view;
  TrioRect area;

  trio_viewport_init (&view, 800, 600);
  trio_viewport_fit (&view, &wide, 20, 1);
  area = trio_viewport_get_area (&view);
  g_assert_true (trio_rect_encloses (&area, &wide));
  g_assert_cmpfloat_with_epsilon (view.zoom, 760.0 / 4000, NEAR);

  trio_viewport_init (&view, 800, 600);
  g_assert_false (trio_viewport_reveal (&view, &inside, 10));
  g_assert_true (trio_viewport_reveal (&view, &outside, 10));
  area = trio_viewport_get_area (&view);
  g_assert_true (trio_rect_encloses (&area, &outside));
}

static void
test_mix_keeps_pointer (void)
{
  TrioViewport from, to, between;
  double x, y, vx, vy;

  trio_viewport_init (&from, 800, 600);
  to = from;
  trio_viewport_zoom_at (&to, 3, 250, 150);
  trio_viewport_to_board (&from, 250, 150, &x, &y);
  for (double progress = 0; progress <= 1; progress += 0.1)
    {
      trio_viewport_mix (&between, &from, &to, progress);
      trio_viewport_to_view (&between, x, y, &vx, &vy);
      g_assert_cmpfloat_with_epsilon (vx, 250, 1e-3);
      g_assert_cmpfloat_with_epsilon (vy, 150, 1e-3);
    }
}

/* Grid: compared with looking at everything. */

static void
test_grid_against_all (void)
{
  g_autoptr (TrioGrid) grid = trio_grid_new ();
  g_autofree TrioGridItem *items = g_new0 (TrioGridItem, 2000);

  for (guint i = 0; i < 2000; i++)
    {
      TrioRect rect
          = { g_test_rand_double_range (-4000, 8000), g_test_rand_double_range (-4000, 8000),
              g_test_rand_double_range (1, 700), g_test_rand_double_range (1, 300) };

      trio_grid_put (grid, &items[i], &rect);
    }
  for (guint round = 0; round < 300; round++)
    {
      guint moved = (guint)g_test_rand_int_range (0, 2000);
      TrioRect area
          = { g_test_rand_double_range (-5000, 9000), g_test_rand_double_range (-5000, 9000),
              g_test_rand_double_range (1, 3000), g_test_rand_double_range (1, 3000) };
      TrioRect rect = { area.x, area.y, 100, 60 };
      g_autoptr (GPtrArray) found = g_ptr_array_new ();
      guint n = 0;

      if (round % 3 == 0)
        trio_grid_remove (grid, &items[moved]);
      else
        trio_grid_put (grid, &items[moved], &rect);
      trio_grid_find (grid, &area, found);
      for (guint i = 0; i < 2000; i++)
        if (items[i].position != 0 && trio_rect_intersects (&items[i].rect, &area))
          {
            g_assert_true (g_ptr_array_find (found, &items[i], NULL));
            n++;
          }
      g_assert_cmpuint (found->len, ==, n);
      g_assert_cmpuint (trio_grid_count (grid, &area, 10), ==, MIN (n, 10));
    }
}

static void
test_pick_and_neighbours (void)
{
  g_autoptr (TrioGrid) grid = trio_grid_new ();
  TrioGridItem items[9] = { 0 };

  for (guint i = 0; i < 9; i++)
    trio_grid_put (grid, &items[i], &(TrioRect){ i % 3 * 200.0, i / 3 * 120.0, 172, 98 });
  g_assert_true (trio_grid_pick (grid, 250, 130) == &items[4]);
  g_assert_null (trio_grid_pick (grid, 190, 130));
  g_assert_true (trio_grid_find_neighbour (grid, &items[4].rect, TRIO_DIRECTION_LEFT) == &items[3]);
  g_assert_true (trio_grid_find_neighbour (grid, &items[4].rect, TRIO_DIRECTION_RIGHT)
                 == &items[5]);
  g_assert_true (trio_grid_find_neighbour (grid, &items[4].rect, TRIO_DIRECTION_UP) == &items[1]);
  g_assert_true (trio_grid_find_neighbour (grid, &items[4].rect, TRIO_DIRECTION_DOWN) == &items[7]);
  g_assert_null (trio_grid_find_neighbour (grid, &items[0].rect, TRIO_DIRECTION_UP));
}

static void
test_lines (void)
{
  g_assert_cmpuint (trio_board_estimate_lines ("", 150, 14, 9), ==, 1);
  g_assert_cmpuint (trio_board_estimate_lines ("a\nb\nc", 150, 14, 9), ==, 3);
  g_assert_cmpuint (trio_board_estimate_lines ("Kort", 150, 14, 9), ==, 1);
  g_assert_cmpuint (trio_board_estimate_lines ("Mere tid til oplæring i hverdagen", 150, 14, 9), ==,
                    2);
  g_assert_cmpuint (trio_board_estimate_lines ("x x x x x x x x x x x x x x x x", 20, 14, 4), ==,
                    4);
}

/* Scene */

typedef struct
{
  guint n_notes;
  guint n_content;
  guint n_removed;
} Told;

static void
note_changed (TrioSceneNote *note, gboolean content, gpointer data)
{
  ((Told *)data)->n_notes++;
  ((Told *)data)->n_content += content;
}

static void
note_removed (TrioSceneNote *note, gpointer data)
{
  ((Told *)data)->n_removed++;
}

static void
frame_changed (TrioSceneFrame *frame, gboolean content, gpointer data)
{
}

static void
frame_removed (TrioSceneFrame *frame, gpointer data)
{
}

static const TrioSceneListener listener
    = { note_changed, note_removed, frame_changed, frame_removed };

typedef struct
{
  TrioModel *model;
  TrioId station;
  TrioId notes[12];
  TrioId clusters[2];
  TrioScene *scene;
  Told told;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->model = make_empty_workshop (TRIO_LANGUAGE_DA);
  f->station = trio_command_add_theme_and_station (f->model, "One", 1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (f->notes); i++)
    {
      TrioNoteDraft draft = { .text = "Tid til oplæring" };

      trio_command_add_notes (f->model, f->station, &draft, 1, &f->notes[i], &error);
      g_assert_no_error (error);
    }
  f->clusters[0] = trio_command_make_cluster (f->model, f->station, "First", f->notes, 5, &error);
  f->clusters[1]
      = trio_command_make_cluster (f->model, f->station, "Second", f->notes + 5, 3, &error);
  g_assert_no_error (error);
  f->scene = trio_scene_new (f->model, f->station, &listener, &f->told);
  trio_scene_set_page (f->scene, 1100, 1.6);
  trio_scene_update (f->scene);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  trio_scene_free (f->scene);
  g_assert_finalize_object (f->model);
}

static TrioRect
rect_of (Fixture *f, guint note)
{
  return trio_scene_find_note (f->scene, f->notes[note])->item.rect;
}

/* Nothing covers anything, and every note of a frame lies in it. */
static void
assert_tidy (Fixture *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (f->notes); i++)
    {
      TrioSceneNote *note = trio_scene_find_note (f->scene, f->notes[i]);

      if (note->frame != NULL)
        g_assert_true (trio_rect_encloses (&note->frame->rect, &note->item.rect));
      for (guint j = 0; j < i; j++)
        {
          TrioRect other = rect_of (f, j);

          g_assert_false (trio_rect_intersects (&note->item.rect, &other));
        }
    }
}

static void
test_tidy (Fixture *f, gconstpointer data)
{
  TrioSceneFrame *first = trio_scene_find_frame (f->scene, f->clusters[0]);
  TrioSceneFrame *second = trio_scene_find_frame (f->scene, f->clusters[1]);

  g_assert_cmpuint (f->told.n_notes, ==, 12);
  assert_tidy (f);
  g_assert_cmpuint (first->columns, ==, 3);
  g_assert_cmpuint (second->columns, ==, 2);
  g_assert_false (trio_rect_intersects (&first->rect, &second->rect));
  /* Loose notes lie below all frames. */
  g_assert_cmpfloat (rect_of (f, 8).y, >, first->rect.y + first->rect.height);
}

static void
test_one_change_tells_one (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioNoteDraft draft = { .text = "One more" };

  f->told = (Told){ 0 };
  trio_command_set_note_text (f->model, f->notes[2], "Tid til pauser", &error);
  g_assert_no_error (error);
  trio_scene_update (f->scene);
  g_assert_cmpuint (f->told.n_notes, ==, 1);
  g_assert_cmpuint (f->told.n_content, ==, 1);

  f->told = (Told){ 0 };
  trio_command_add_notes (f->model, f->station, &draft, 1, NULL, &error);
  trio_scene_update (f->scene);
  g_assert_cmpuint (f->told.n_notes, ==, 1);

  f->told = (Told){ 0 };
  trio_command_delete_notes (f->model, f->notes, 1, &error);
  trio_scene_update (f->scene);
  g_assert_cmpuint (f->told.n_removed, ==, 1);
  g_assert_cmpuint (f->told.n_content, ==, 0);
}

static void
test_placed_stay (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioSpot spots[] = { { f->clusters[0], 50, 700 }, { f->clusters[1], 40, 60 } };
  TrioSpot loose = { f->notes[9], 1500, 20 };
  TrioSceneFrame *first, *second;

  trio_command_lay_clusters (f->model, f->clusters[0], spots, 2, &error);
  g_assert_no_error (error);
  trio_command_lay_notes (f->model, f->station, &loose, 1, &error);
  g_assert_no_error (error);
  trio_scene_update (f->scene);
  first = trio_scene_find_frame (f->scene, f->clusters[0]);
  second = trio_scene_find_frame (f->scene, f->clusters[1]);
  g_assert_cmpfloat (first->rect.y, ==, 700);
  g_assert_cmpfloat (second->rect.x, ==, 40);
  g_assert_cmpfloat (rect_of (f, 9).x, ==, 1500);
  assert_tidy (f);

  trio_command_tidy_board (f->model, f->station, &error);
  g_assert_no_error (error);
  trio_scene_update (f->scene);
  g_assert_cmpfloat (first->rect.y, ==, 0);
  assert_tidy (f);

  for (guint i = 0; i < 3; i++)
    trio_model_undo (f->model, &error);
  g_assert_no_error (error);
  trio_scene_update (f->scene);
  g_assert_true (
      trio_record_is_null (trio_model_get_record (f->model, f->clusters[0]), TRIO_CLUSTER_X));
}

/* A frame that has grown pushes the one below it down, without moving it for good. */
static void
test_grown_frame_pushes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioSceneFrame *first = trio_scene_find_frame (f->scene, f->clusters[0]);
  TrioSpot spots[] = { { f->clusters[0], 0, 0 }, { f->clusters[1], 0, first->rect.height + 30 } };

  trio_command_lay_clusters (f->model, f->clusters[1], spots, 2, &error);
  trio_command_put_in_cluster (f->model, f->notes + 8, 4, f->clusters[0], &error);
  g_assert_no_error (error);
  trio_scene_update (f->scene);
  assert_tidy (f);
  g_assert_cmpfloat (trio_record_get_real (trio_model_get_record (f->model, f->clusters[1]),
                                           TRIO_CLUSTER_Y),
                     ==, spots[1].y);
}

static void
test_stack_hides (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trio_command_stack_notes (f->model, f->notes[8], f->notes + 8, 3, &error);
  g_assert_no_error (error);
  trio_scene_update (f->scene);
  g_assert_cmpuint (trio_scene_find_note (f->scene, f->notes[8])->n_stacked, ==, 2);
  g_assert_false (trio_scene_find_note (f->scene, f->notes[9])->is_shown);
  g_assert_cmpuint (trio_grid_get_size (trio_scene_get_grid (f->scene)), ==, 10);
  trio_model_undo (f->model, &error);
  trio_scene_update (f->scene);
  g_assert_cmpuint (trio_grid_get_size (trio_scene_get_grid (f->scene)), ==, 12);
}

static void
test_proposal_is_laid_over (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) groups
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_scene_group_free);
  TrioSceneGroup *fresh = trio_scene_group_new ("Proposed", 0);
  TrioSceneGroup *joining = trio_scene_group_new ("", f->clusters[1]);
  TrioRect before = rect_of (f, 8);
  TrioRect after;
  TrioSceneNote *note;

  g_array_append_vals (fresh->notes, f->notes + 8, 2);
  g_array_append_vals (joining->notes, f->notes + 10, 1);
  g_ptr_array_add (groups, fresh);
  g_ptr_array_add (groups, joining);
  trio_scene_set_groups (f->scene, groups);
  trio_scene_update (f->scene);
  note = trio_scene_find_note (f->scene, f->notes[8]);
  g_assert_cmpint (note->frame->proposal, ==, 0);
  g_assert_null (note->frame->record);
  g_assert_true (note->is_proposed);
  g_assert_true (trio_scene_find_note (f->scene, f->notes[10])->frame
                 == trio_scene_find_frame (f->scene, f->clusters[1]));
  assert_tidy (f);

  trio_scene_set_groups (f->scene, NULL);
  trio_scene_update (f->scene);
  after = rect_of (f, 8);
  g_assert_true (trio_rect_equal (&before, &after));
  g_assert_null (trio_scene_find_note (f->scene, f->notes[8])->frame);
}

static void
test_slot (Fixture *f, gconstpointer data)
{
  TrioSceneFrame *first = trio_scene_find_frame (f->scene, f->clusters[0]);
  TrioRect second = rect_of (f, 1);

  g_assert_cmpuint (trio_scene_find_slot (f->scene, first, second.x + 5, second.y + 5), ==, 1);
  g_assert_cmpuint (
      trio_scene_find_slot (f->scene, first, second.x + second.width - 5, second.y + 5), ==, 2);
  g_assert_cmpuint (trio_scene_find_slot (f->scene, first, first->rect.x + first->rect.width,
                                          first->rect.y + first->rect.height),
                    ==, 5);
}

static void
test_all_stations (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioNoteDraft draft = { .text = "Elsewhere" };
  TrioId other = trio_command_add_theme_and_station (f->model, "Two", 2, &error);
  g_autoptr (TrioScene) all = trio_scene_new (f->model, 0, &listener, &f->told);
  TrioSceneSection *one, *two;

  trio_command_add_notes (f->model, other, &draft, 1, NULL, &error);
  g_assert_no_error (error);
  trio_scene_set_page (all, 1100, 1.6);
  trio_scene_update (all);
  g_assert_cmpuint (trio_scene_get_sections (all)->len, ==, 2);
  one = g_ptr_array_index (trio_scene_get_sections (all), 0);
  two = g_ptr_array_index (trio_scene_get_sections (all), 1);
  g_assert_false (trio_rect_intersects (&one->rect, &two->rect));
  g_assert_cmpuint (trio_scene_get_n_notes (all), ==, 13);
  g_assert_true (trio_scene_pick_section (all, two->rect.x + 10, two->rect.y + 100) == two);
}

static void
test_cluster_moves_with_notes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioId other = trio_command_add_theme_and_station (f->model, "Two", 2, &error);

  trio_command_move_cluster (f->model, f->clusters[1], other, &error);
  g_assert_no_error (error);
  for (guint i = 5; i < 8; i++)
    {
      const TrioRecord *note = trio_model_get_record (f->model, f->notes[i]);

      g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_STATION), ==, other);
      g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_CLUSTER), ==, f->clusters[1]);
    }
  trio_model_undo (f->model, &error);
  g_assert_cmpint (trio_record_get_ref (trio_model_get_record (f->model, f->notes[5]),
                                        TRIO_NOTE_STATION),
                   ==, f->station);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/viewport/zoom-keeps-place", test_zoom_keeps_place);
  g_test_add_func ("/viewport/steps", test_steps);
  g_test_add_func ("/viewport/fit-and-reveal", test_fit_and_reveal);
  g_test_add_func ("/viewport/mix-keeps-pointer", test_mix_keeps_pointer);
  g_test_add_func ("/grid/against-all", test_grid_against_all);
  g_test_add_func ("/grid/pick-and-neighbours", test_pick_and_neighbours);
  g_test_add_func ("/layout/lines", test_lines);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/scene/tidy", test_tidy);
  ADD ("/scene/one-change-tells-one", test_one_change_tells_one);
  ADD ("/scene/placed-stay", test_placed_stay);
  ADD ("/scene/grown-frame-pushes", test_grown_frame_pushes);
  ADD ("/scene/stack-hides", test_stack_hides);
  ADD ("/scene/proposal-is-laid-over", test_proposal_is_laid_over);
  ADD ("/scene/slot", test_slot);
  ADD ("/scene/all-stations", test_all_stations);
  ADD ("/scene/cluster-moves-with-notes", test_cluster_moves_with_notes);

  return g_test_run ();
}
