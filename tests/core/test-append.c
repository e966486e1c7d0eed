/* test-append.c: inputs that are only added lie where everything laid out anew would put them. */
#include <glib.h>

#include "canvas/trio-scene.h"
#include "model/trio-commands-board.h"
#include "workshop-helpers.h"

typedef struct
{
  TrioModel *model;
  TrioId station;
  TrioId cluster;
  TrioScene *scene;
  gboolean appended; /* whether the last commit was taken over without a full update */
  guint n_told;
} Fixture;

static void
note_changed (TrioSceneNote *note, gboolean content, gpointer data)
{
  ((Fixture *)data)->n_told++;
}

static void
note_removed (TrioSceneNote *note, gpointer data)
{
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

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, Fixture *f)
{
  f->appended = trio_scene_append (f->scene, transaction);
  if (!f->appended)
    trio_scene_update (f->scene);
}

static TrioId
add (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;
  TrioNoteDraft draft = { .text = text };
  TrioId note = 0;

  trio_command_add_notes (f->model, f->station, &draft, 1, &note, &error);
  g_assert_no_error (error);
  return note;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioId notes[5];

  f->model = make_empty_workshop (TRIO_LANGUAGE_DA);
  f->station = trio_command_add_theme_and_station (f->model, "One", 1, &error);
  g_assert_no_error (error);
  f->scene = trio_scene_new (f->model, f->station, &listener, f);
  trio_scene_set_page (f->scene, 1100, 1.6);
  trio_scene_update (f->scene);
  g_signal_connect (f->model, "committed", G_CALLBACK (committed_cb), f);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    notes[i] = add (f, "Tid til oplæring");
  f->cluster = trio_command_make_cluster (f->model, f->station, "First", notes, 3, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (f->model, f);
  trio_scene_free (f->scene);
  g_assert_finalize_object (f->model);
}

/* All is where it is after everything was laid out anew, and found there. */
static void
assert_up_to_date (Fixture *f)
{
  TrioRect bounds = trio_scene_get_bounds (f->scene);
  TrioSceneSection *section = g_ptr_array_index (trio_scene_get_sections (f->scene), 0);
  guint n = section->notes->len;
  g_autofree TrioRect *rects = g_new (TrioRect, n);
  TrioRect after;

  for (guint i = 0; i < n; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (section->notes, i);

      rects[i] = note->item.rect;
      g_assert_cmpuint (note->number, ==, i + 1);
      g_assert_true (trio_scene_pick_note (f->scene, rects[i].x + 1, rects[i].y + 1) == note);
    }
  f->n_told = 0;
  trio_scene_update (f->scene);
  g_assert_cmpuint (f->n_told, ==, 0);
  g_assert_cmpuint (section->notes->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_true (trio_rect_equal (
        &rects[i], &((TrioSceneNote *)g_ptr_array_index (section->notes, i))->item.rect));
  after = trio_scene_get_bounds (f->scene);
  g_assert_true (trio_rect_equal (&bounds, &after));
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  static const char *const texts[]
      = { "Kort", "Et input, der er så langt, at det fylder flere linjer på en lap", "Mere ro" };
  guint n_appended = 0;

  for (guint i = 0; i < 60; i++)
    {
      TrioId id = add (f, texts[i % G_N_ELEMENTS (texts)]);

      n_appended += f->appended;
      g_assert_nonnull (trio_scene_find_note (f->scene, id));
      assert_up_to_date (f);
    }
  /* A page that becomes too high is measured anew now and then. */
  g_assert_cmpuint (n_appended, >=, 50);
}

static void
test_undo_and_redo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioId id = add (f, "Mere ro");

  g_assert_true (f->appended);
  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
  g_assert_false (f->appended);
  g_assert_null (trio_scene_find_note (f->scene, id));
  assert_up_to_date (f);
  trio_model_redo (f->model, &error);
  g_assert_no_error (error);
  g_assert_nonnull (trio_scene_find_note (f->scene, id));
  assert_up_to_date (f);
}

/* Whatever else is done takes the long way. */
static void
test_others (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioNoteDraft draft = { .text = "Her" };
  TrioNotePlace in_cluster = { f->station, f->cluster, 0 };
  TrioNotePlace loose = { f->station, 0, 0 };
  TrioSpot spot = { .x = 700, .y = 300 };
  TrioId other;
  TrioId id = add (f, "Mere ro");

  trio_command_set_note_text (f->model, id, "Mere tid", &error);
  g_assert_no_error (error);
  g_assert_false (f->appended);
  trio_command_add_notes_at (f->model, &in_cluster, &draft, NULL, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (f->appended);
  assert_up_to_date (f);
  trio_command_add_notes_at (f->model, &loose, &draft, &spot, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (f->appended);
  assert_up_to_date (f);
  /* Beside one that somebody has placed, nothing simply follows. */
  add (f, "Mere ro");
  assert_up_to_date (f);
  other = trio_command_add_theme_and_station (f->model, "Two", 2, &error);
  g_assert_no_error (error);
  trio_command_add_notes (f->model, other, &draft, 1, NULL, &error);
  g_assert_no_error (error);
  assert_up_to_date (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/append/rows", test_rows);
  ADD ("/append/undo-and-redo", test_undo_and_redo);
  ADD ("/append/others", test_others);
  return g_test_run ();
}
