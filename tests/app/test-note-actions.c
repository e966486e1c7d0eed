/* test-note-actions.c: what is done to selected inputs, when it can be done, and its undo. */
#include "app-helpers.h"

#include "app/notes/trio-note-actions.h"

typedef struct
{
  TrioModel *model;
  TrioSelection *selection;
  TrioNoteFilter *filter;
  TrioNoteActions *actions;
  TrioId ids[5];
  gint64 renamed;
  gint64 edited;
  char *notice;
} Fixture;

static void
rename_cb (TrioNoteActions *actions, gint64 cluster, Fixture *f)
{
  f->renamed = cluster;
}

static void
edit_cb (TrioNoteActions *actions, gint64 note, Fixture *f)
{
  f->edited = note;
}

static void
notice_cb (TrioNoteActions *actions, const char *text, gboolean undoable, Fixture *f)
{
  g_free (f->notice);
  f->notice = g_strdup (text);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->model = make_workshop (2);
  for (guint i = 0; i < 5; i++)
    {
      char text[] = { (char)('a' + i), '\0' };

      f->ids[i] = add_note (f->model, 0, text);
    }
  f->selection = trio_selection_new (f->model);
  f->filter = trio_note_filter_new (f->model);
  f->actions = trio_note_actions_new (f->selection, f->filter);
  trio_note_actions_set_station (f->actions, nth_station (f->model, 0));
  g_signal_connect (f->actions, "rename", G_CALLBACK (rename_cb), f);
  g_signal_connect (f->actions, "edit", G_CALLBACK (edit_cb), f);
  g_signal_connect (f->actions, "notice", G_CALLBACK (notice_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->notice);
  g_assert_finalize_object (f->actions);
  g_assert_finalize_object (f->filter);
  g_assert_finalize_object (f->selection);
  g_assert_finalize_object (f->model);
}

static gboolean
can (Fixture *f, const char *action)
{
  return g_action_group_get_action_enabled (trio_note_actions_get_group (f->actions), action);
}

static void
act (Fixture *f, const char *action, GVariant *parameter)
{
  g_assert_true (can (f, action));
  g_action_group_activate_action (trio_note_actions_get_group (f->actions), action, parameter);
}

static gint64
value_of (Fixture *f, TrioId note, guint field)
{
  return trio_record_get_int (trio_model_get_record (f->model, note), field);
}

static TrioId
cluster_of (Fixture *f, TrioId note)
{
  return trio_record_get_ref (trio_model_get_record (f->model, note), TRIO_NOTE_CLUSTER);
}

static void
undo (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
}

static void
test_nothing_selected (Fixture *f, gconstpointer data)
{
  static const char *const for_all[] = { "new-note", "paste", "select-all", "menu", NULL };
  g_auto (GStrv) names = g_action_group_list_actions (trio_note_actions_get_group (f->actions));

  g_assert_cmpuint (g_strv_length (names), >, 20);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_true (can (f, names[i]) == g_strv_contains (for_all, names[i]));
    }
}

static void
test_group_and_number_keys (Fixture *f, gconstpointer data)
{
  TrioId cluster;

  g_assert_false (can (f, "put-in-cluster"));
  trio_selection_set (f->selection, f->ids, 2);
  g_assert_false (can (f, "put-in-cluster"));
  act (f, "group", NULL);
  cluster = cluster_of (f, f->ids[0]);
  g_assert_cmpint (cluster, !=, 0);
  /* Its name is asked for, and the next loose input is selected. */
  g_assert_cmpint (f->renamed, ==, cluster);
  g_assert_cmpuint (trio_selection_get_size (f->selection), ==, 1);
  g_assert_cmpint (trio_selection_get_focus (f->selection), ==, f->ids[2]);

  act (f, "put-in-cluster", g_variant_new_int32 (1));
  g_assert_cmpint (cluster_of (f, f->ids[2]), ==, cluster);
  g_assert_cmpint (trio_selection_get_focus (f->selection), ==, f->ids[3]);
  act (f, "put-in-cluster", g_variant_new_int32 (7));
  g_assert_cmpint (cluster_of (f, f->ids[3]), ==, 0);
  g_assert_cmpstr (f->notice, ==, "There is no cluster 7 here");

  trio_selection_set_one (f->selection, f->ids[2]);
  act (f, "ungroup", NULL);
  g_assert_cmpint (cluster_of (f, f->ids[2]), ==, 0);
  undo (f);
  undo (f);
  undo (f);
  g_assert_cmpint (cluster_of (f, f->ids[0]), ==, 0);
}

static void
test_next_respects_filter (Fixture *f, gconstpointer data)
{
  trio_note_filter_set_text (f->filter, "d");
  trio_selection_set_one (f->selection, f->ids[0]);
  act (f, "delete", NULL);
  g_assert_cmpint (trio_selection_get_focus (f->selection), ==, f->ids[3]);
}

static void
test_fields (Fixture *f, gconstpointer data)
{
  trio_selection_set (f->selection, f->ids, 2);
  act (f, "role", g_variant_new_int32 (TRIO_ROLE_TR));
  act (f, "colour", g_variant_new_int32 (TRIO_COLOUR_BLUE));
  act (f, "vote", g_variant_new_int32 (1));
  act (f, "vote", g_variant_new_int32 (1));
  act (f, "vote", g_variant_new_int32 (-1));
  g_assert_cmpint (value_of (f, f->ids[1], TRIO_NOTE_ROLE), ==, TRIO_ROLE_TR);
  g_assert_cmpint (value_of (f, f->ids[1], TRIO_NOTE_COLOUR), ==, TRIO_COLOUR_BLUE);
  g_assert_cmpint (value_of (f, f->ids[1], TRIO_NOTE_VOTES), ==, 1);
  g_assert_cmpint (value_of (f, f->ids[2], TRIO_NOTE_VOTES), ==, 0);

  g_assert_false (can (f, "clear-flag"));
  act (f, "flag", NULL);
  g_assert_false (can (f, "flag"));
  act (f, "clear-flag", NULL);
  g_assert_cmpint (value_of (f, f->ids[0], TRIO_NOTE_FLAG), ==, TRIO_FLAG_CLEARED);
}

/* A cluster whose title has the focus is voted for, and nothing else. */
static void
test_votes_of_clusters (Fixture *f, gconstpointer data)
{
  TrioId cluster;

  trio_selection_set (f->selection, f->ids, 2);
  act (f, "group", NULL);
  cluster = cluster_of (f, f->ids[0]);
  trio_selection_clear (f->selection);
  trio_selection_set_focus_cluster (f->selection, cluster);
  act (f, "vote", g_variant_new_int32 (1));
  act (f, "vote", g_variant_new_int32 (1));
  g_assert_cmpint (value_of (f, cluster, TRIO_CLUSTER_VOTES), ==, 2);
  g_assert_cmpint (value_of (f, f->ids[0], TRIO_NOTE_VOTES), ==, 0);
  g_assert_cmpstr (f->notice, ==, "2 votes");
  undo (f);
  g_assert_cmpint (value_of (f, cluster, TRIO_CLUSTER_VOTES), ==, 1);
  g_assert_true (can (f, "count-votes"));
}

/* What nobody has looked at is not quoted. */
static void
test_quotes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trio_selection_set (f->selection, f->ids, 2);
  g_assert_false (can (f, "unquote"));
  act (f, "quote", NULL);
  g_assert_cmpint (value_of (f, f->ids[1], TRIO_NOTE_FLAG), ==, TRIO_FLAG_CHOSEN);
  g_assert_cmpstr (f->notice, ==, "2 inputs are quoted on the wall");
  act (f, "unquote", NULL);
  g_assert_cmpint (value_of (f, f->ids[1], TRIO_NOTE_FLAG), ==, TRIO_FLAG_CLEARED);

  trio_command_set_note_text (f->model, f->ids[2], "Ring til mig på 20 45 67 81", &error);
  g_assert_no_error (error);
  trio_selection_set_one (f->selection, f->ids[2]);
  act (f, "quote", NULL);
  g_assert_cmpint (value_of (f, f->ids[2], TRIO_NOTE_FLAG), ==, TRIO_FLAG_NONE);
  act (f, "clear-flag", NULL);
}

static void
test_select_all (Fixture *f, gconstpointer data)
{
  act (f, "select-all", NULL);
  g_assert_cmpuint (trio_selection_get_size (f->selection), ==, G_N_ELEMENTS (f->ids));
  trio_note_filter_set_text (f->filter, "d");
  act (f, "select-all", NULL);
  g_assert_cmpuint (trio_selection_get_size (f->selection), ==, 1);
}

static void
test_stacks (Fixture *f, gconstpointer data)
{
  trio_selection_set_one (f->selection, f->ids[1]);
  g_assert_false (can (f, "stack"));
  g_assert_false (can (f, "unstack"));
  trio_selection_add (f->selection, f->ids[0]);
  /* The one with the focus lies on top. */
  act (f, "stack", NULL);
  g_assert_cmpint (value_of (f, f->ids[0], TRIO_NOTE_STACK), ==, f->ids[1]);
  g_assert_cmpint (trio_selection_get_focus (f->selection), ==, f->ids[1]);
  act (f, "unstack", NULL);
  g_assert_true (
      trio_record_is_null (trio_model_get_record (f->model, f->ids[0]), TRIO_NOTE_STACK));
}

/* The focus goes on from what is seen, not from what lies in a stack and was written later. */
static void
test_next_after_a_stack (Fixture *f, gconstpointer data)
{
  trio_selection_set_one (f->selection, f->ids[3]);
  trio_selection_set_one (f->selection, f->ids[0]);
  trio_selection_add (f->selection, f->ids[3]);
  trio_selection_set_focus (f->selection, f->ids[0]);
  act (f, "stack", NULL);
  trio_selection_set_one (f->selection, f->ids[0]);
  trio_selection_add (f->selection, f->ids[3]);
  trio_selection_add (f->selection, f->ids[1]);
  act (f, "group", NULL);
  g_assert_cmpint (trio_selection_get_focus (f->selection), ==, f->ids[2]);
}

static void
test_clusters (Fixture *f, gconstpointer data)
{
  TrioId first, second;

  trio_selection_set (f->selection, f->ids, 3);
  act (f, "group", NULL);
  first = cluster_of (f, f->ids[0]);
  trio_selection_set_one (f->selection, f->ids[0]);
  act (f, "split-cluster", NULL);
  second = cluster_of (f, f->ids[0]);
  g_assert_cmpint (second, !=, first);
  g_assert_cmpint (f->renamed, ==, second);
  g_assert_false (can (f, "split-cluster"));
  g_assert_false (can (f, "merge-clusters"));

  trio_selection_set (f->selection, f->ids, 2);
  act (f, "merge-clusters", NULL);
  g_assert_cmpint (cluster_of (f, f->ids[0]), ==, first);
  g_assert_null (trio_model_get_record (f->model, second));

  trio_selection_clear (f->selection);
  trio_selection_set_focus_cluster (f->selection, first);
  f->renamed = 0;
  act (f, "edit-or-rename", NULL);
  g_assert_cmpint (f->renamed, ==, first);
  act (f, "select-cluster", NULL);
  g_assert_cmpuint (trio_selection_get_size (f->selection), ==, 3);
  trio_selection_clear (f->selection);
  act (f, "dissolve-cluster", NULL);
  g_assert_cmpint (cluster_of (f, f->ids[1]), ==, 0);
}

static void
test_edit_and_order (Fixture *f, gconstpointer data)
{
  trio_selection_set_one (f->selection, f->ids[3]);
  act (f, "edit-or-rename", NULL);
  g_assert_cmpint (f->edited, ==, f->ids[3]);
  act (f, "shift", g_variant_new_int32 (-1));
  g_assert_cmpstr (text_at (f->model, 0, 2), ==, "d");
  act (f, "move-to", g_variant_new_int64 (nth_station (f->model, 1)));
  g_assert_cmpstr (text_at (f->model, 1, 0), ==, "d");
  g_assert_cmpstr (f->notice, ==, "1 input moved to station 2");
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  trio_selection_set_one (f->selection, f->ids[0]);
  trio_model_set_read_only (f->model, TRUE);
  g_assert_true (can (f, "copy"));
  g_assert_true (can (f, "menu"));
  g_assert_false (can (f, "delete"));
  g_assert_false (can (f, "edit"));
  g_assert_false (can (f, "group"));
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);

#define ADD(name, func) g_test_add ("/note-actions/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing-selected", test_nothing_selected);
  ADD ("group-and-number-keys", test_group_and_number_keys);
  ADD ("next-respects-filter", test_next_respects_filter);
  ADD ("fields", test_fields);
  ADD ("votes-of-clusters", test_votes_of_clusters);
  ADD ("quotes", test_quotes);
  ADD ("select-all", test_select_all);
  ADD ("stacks", test_stacks);
  ADD ("next-after-a-stack", test_next_after_a_stack);
  ADD ("clusters", test_clusters);
  ADD ("edit-and-order", test_edit_and_order);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
