/* test-selection.c: what is selected, in which order, and what leaves when it is deleted. */
#include "app-helpers.h"

#include "app/notes/trio-selection.h"

typedef struct
{
  TrioModel *model;
  TrioSelection *selection;
  TrioId ids[4]; /* a, b, c at the first station, d at the second */
  guint n_changed;
} Fixture;

static void
count_cb (TrioSelection *selection, guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->model = make_workshop (2);
  f->ids[0] = add_note (f->model, 0, "a");
  f->ids[1] = add_note (f->model, 0, "b");
  f->ids[2] = add_note (f->model, 0, "c");
  f->ids[3] = add_note (f->model, 1, "d");
  f->selection = trio_selection_new (f->model);
  g_signal_connect (f->selection, "changed", G_CALLBACK (count_cb), &f->n_changed);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->selection);
  g_assert_finalize_object (f->model);
}

static void
test_reading_order (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  trio_command_make_cluster (f->model, nth_station (f->model, 0), "C", &f->ids[2], 1, &error);
  g_assert_no_error (error);
  trio_selection_add (f->selection, f->ids[3]);
  trio_selection_add (f->selection, f->ids[0]);
  trio_selection_toggle (f->selection, f->ids[2]);
  trio_selection_add (f->selection, f->ids[0]);
  g_assert_cmpuint (f->n_changed, ==, 3);

  /* Clusters come before loose inputs, the first station before the second. */
  ids = trio_selection_dup_ids (f->selection);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, TrioId, 0), ==, f->ids[2]);
  g_assert_cmpint (g_array_index (ids, TrioId, 1), ==, f->ids[0]);
  g_assert_cmpint (g_array_index (ids, TrioId, 2), ==, f->ids[3]);
}

static void
test_set (Fixture *f, gconstpointer data)
{
  trio_selection_set (f->selection, f->ids, 2);
  trio_selection_set (f->selection, f->ids, 2);
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_true (trio_selection_contains (f->selection, f->ids[1]));

  trio_selection_set_one (f->selection, f->ids[3]);
  g_assert_cmpuint (trio_selection_get_size (f->selection), ==, 1);
  g_assert_cmpint (trio_selection_get_focus (f->selection), ==, f->ids[3]);

  trio_selection_clear (f->selection);
  g_assert_cmpuint (trio_selection_get_size (f->selection), ==, 0);
  g_assert_cmpuint (f->n_changed, ==, 3);

  /* What is no input cannot be selected. */
  trio_selection_add (f->selection, nth_station (f->model, 0));
  g_assert_cmpuint (trio_selection_get_size (f->selection), ==, 0);
}

static void
test_deleted_leave (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trio_selection_set (f->selection, f->ids, 3);
  trio_selection_set_focus (f->selection, f->ids[1]);
  trio_command_delete_notes (f->model, &f->ids[1], 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trio_selection_get_size (f->selection), ==, 2);
  g_assert_cmpint (trio_selection_get_focus (f->selection), ==, 0);
  g_assert_cmpuint (f->n_changed, ==, 2);
}

static void
test_focus_cluster (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioId cluster
      = trio_command_make_cluster (f->model, nth_station (f->model, 0), "C", f->ids, 1, &error);

  g_assert_no_error (error);
  trio_selection_set_focus (f->selection, f->ids[0]);
  g_assert_cmpint (trio_selection_get_focus_cluster (f->selection), ==, cluster);
  trio_selection_set_focus_cluster (f->selection, cluster);
  g_assert_cmpint (trio_selection_get_focus (f->selection), ==, 0);
  g_assert_cmpint (trio_selection_get_focus_cluster (f->selection), ==, cluster);
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);

#define ADD(name, func) g_test_add ("/selection/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("reading-order", test_reading_order);
  ADD ("set", test_set);
  ADD ("deleted-leave", test_deleted_leave);
  ADD ("focus-cluster", test_focus_cluster);
  return g_test_run ();
}
