/* test-board-commands.c: what is done on a board: clusters, order, stacks, votes, practice.
 *
 * A board is told in one line: "A:a,b|B:c|-:d" are the clusters in order and the loose notes;
 * "a(b)" is a note with another below it in its stack.
 */
#include "base/trio-error.h"
#include "model/trio-commands-board.h"
#include "workshop-helpers.h"

typedef struct
{
  TrioModel *model;
  TrioId stations[2];
  TrioId notes[6]; /* a … f at the first station */
  TrioId clusters[2];
} Fixture;

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* What lies below a note has no order of its own. */
static void
append_note (Fixture *f, GString *text, TrioId note)
{
  GListModel *below = trio_model_get_children (f->model, TRIO_KIND_NOTE, TRIO_NOTE_STACK, note);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (below); i++)
    {
      g_autoptr (TrioObject) object = g_list_model_get_item (below, i);

      g_ptr_array_add (texts, (gpointer)trio_object_get_text (object, TRIO_NOTE_TEXT));
    }
  g_ptr_array_sort (texts, compare_texts);
  g_string_append (text,
                   trio_record_get_text (trio_model_get_record (f->model, note), TRIO_NOTE_TEXT));
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s%s%s", i == 0 ? "(" : ",",
                            (const char *)g_ptr_array_index (texts, i),
                            i + 1 == texts->len ? ")" : "");
}

static void
append_row (Fixture *f, GString *text, const char *name, guint field, TrioId parent)
{
  GListModel *list = trio_model_get_children (f->model, TRIO_KIND_NOTE, field, parent);
  gboolean is_first = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (list, i);

      if (trio_object_get_ref (note, TRIO_NOTE_STACK) != 0
          || (field == TRIO_NOTE_STATION && trio_object_get_ref (note, TRIO_NOTE_CLUSTER) != 0))
        continue;
      if (is_first)
        g_string_append_printf (text, "%s%s:", text->len > 0 ? "|" : "", name);
      else
        g_string_append (text, ",");
      is_first = FALSE;
      append_note (f, text, trio_object_get_id (note));
    }
}

static void
assert_board (Fixture *f, guint station, const char *expected)
{
  GListModel *clusters = trio_model_get_children (f->model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION,
                                                  f->stations[station]);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (clusters); i++)
    {
      g_autoptr (TrioObject) cluster = g_list_model_get_item (clusters, i);

      append_row (f, text, trio_object_get_text (cluster, TRIO_CLUSTER_TITLE), TRIO_NOTE_CLUSTER,
                  trio_object_get_id (cluster));
    }
  append_row (f, text, "-", TRIO_NOTE_STATION, f->stations[station]);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
undo (Fixture *f, const char *label)
{
  g_autofree char *expected = trio_model_dup_undo_label (f->model);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (expected, ==, label);
  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->model = make_empty_workshop (TRIO_LANGUAGE_EN);
  for (guint i = 0; i < 2; i++)
    f->stations[i] = trio_command_add_theme_and_station (f->model, "Theme", i + 1, &error);
  for (guint i = 0; i < 6; i++)
    {
      char text[] = { (char)('a' + i), '\0' };
      TrioNoteDraft draft = { .text = text };

      trio_command_add_notes (f->model, f->stations[0], &draft, 1, &f->notes[i], &error);
    }
  f->clusters[0]
      = trio_command_make_cluster (f->model, f->stations[0], "A", &f->notes[0], 3, &error);
  f->clusters[1]
      = trio_command_make_cluster (f->model, f->stations[0], "B", &f->notes[3], 1, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,b,c|B:d|-:e,f");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->model);
}

static void
test_put (Fixture *f, gconstpointer data)
{
  const TrioId mixed[] = { f->notes[4], f->notes[3] };
  g_autoptr (GError) error = NULL;

  /* What is in the cluster already keeps its place. */
  trio_command_put_in_cluster (f->model, mixed, 2, f->clusters[1], &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,b,c|B:d,e|-:f");
  undo (f, "Put 2 Inputs in Cluster");

  trio_command_put_in_cluster (f->model, &f->notes[1], 2, 0, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a|B:d|-:b,c,e,f");
  undo (f, "Take 2 Inputs out of Cluster");
  assert_board (f, 0, "A:a,b,c|B:d|-:e,f");
}

static void
test_split_and_merge (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioId split = trio_command_split_cluster (f->model, f->clusters[0], &f->notes[1], 2, &error);
  TrioId all[3];

  g_assert_no_error (error);
  assert_board (f, 0, "A:a|:b,c|B:d|-:e,f");

  /* The new cluster has no title, so it takes that of the next. */
  all[0] = split;
  all[1] = f->clusters[1];
  all[2] = f->clusters[0];
  trio_command_merge_clusters (f->model, all, 3, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "B:b,c,d,a|-:e,f");
  undo (f, "Merge 3 Clusters");
  undo (f, "Split Cluster “A”");
  assert_board (f, 0, "A:a,b,c|B:d|-:e,f");
}

static void
test_dissolve_and_rename (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trio_command_rename_cluster (f->model, f->clusters[1], "Statement", &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,b,c|Statement:d|-:e,f");
  undo (f, "Rename Cluster “Statement”");

  trio_command_dissolve_cluster (f->model, f->clusters[0], &error);
  g_assert_no_error (error);
  assert_board (f, 0, "B:d|-:a,b,c,e,f");
  undo (f, "Dissolve Cluster “A”");
  assert_board (f, 0, "A:a,b,c|B:d|-:e,f");
}

static void
test_place (Fixture *f, gconstpointer data)
{
  const TrioId moved[] = { f->notes[5], f->notes[0] };
  g_autoptr (GError) error = NULL;

  trio_command_place_notes (f->model, moved, 2, f->stations[0], f->clusters[0], f->notes[2],
                            &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:b,f,a,c|B:d|-:e");
  undo (f, "Reorder 2 Inputs");

  /* To the other station, and to the end of the loose notes. */
  trio_command_place_notes (f->model, moved, 2, f->stations[1], 0, 0, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:b,c|B:d|-:e");
  assert_board (f, 1, "-:f,a");
  undo (f, "Reorder 2 Inputs");
  assert_board (f, 0, "A:a,b,c|B:d|-:e,f");
}

static void
test_shift (Fixture *f, gconstpointer data)
{
  const TrioId mixed[] = { f->notes[1], f->notes[2], f->notes[5] };
  g_autoptr (GError) error = NULL;

  trio_command_shift_notes (f->model, mixed, 3, -1, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:b,c,a|B:d|-:f,e");
  undo (f, "Reorder 3 Inputs");
  trio_command_shift_notes (f->model, f->notes, 2, 1, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:c,a,b|B:d|-:e,f");
  undo (f, "Reorder 2 Inputs");

  /* At the end nothing moves, and no step is left. */
  trio_command_shift_notes (f->model, &f->notes[2], 1, 1, &error);
  g_assert_no_error (error);
  undo (f, "Make Cluster “B”");
  trio_model_redo (f->model, &error);
  g_assert_no_error (error);

  trio_command_shift_cluster (f->model, f->clusters[1], -1, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "B:d|A:a,b,c|-:e,f");
  undo (f, "Reorder Cluster “B”");
}

static void
test_place_cluster (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trio_command_place_cluster (f->model, f->clusters[1], f->stations[0], f->clusters[0], &error);
  g_assert_no_error (error);
  assert_board (f, 0, "B:d|A:a,b,c|-:e,f");
  undo (f, "Reorder Cluster “B”");
  trio_command_place_cluster (f->model, f->clusters[0], f->stations[0], 0, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "B:d|A:a,b,c|-:e,f");
  undo (f, "Reorder Cluster “A”");
  trio_command_place_cluster (f->model, f->clusters[0], f->stations[1], 0, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "B:d|-:e,f");
  assert_board (f, 1, "A:a,b,c");
  trio_command_place_cluster (f->model, f->clusters[1], f->stations[1], f->clusters[0], &error);
  g_assert_no_error (error);
  assert_board (f, 1, "B:d|A:a,b,c");
  undo (f, "Move Cluster “B” to Station");
  undo (f, "Move Cluster “A” to Station");
  assert_board (f, 0, "A:a,b,c|B:d|-:e,f");
  g_assert_false (trio_command_place_cluster (f->model, f->notes[0], f->stations[0], 0, &error));
  g_assert_nonnull (error);
}

/* Who lets go of something where it lies already has done nothing that could be undone. */
static void
test_put_back_is_no_step (Fixture *f, gconstpointer data)
{
  g_autofree char *before = trio_model_dup_undo_label (f->model);
  g_autofree char *after = NULL;
  const TrioId wrong[] = { f->notes[1], f->notes[0] };
  g_autoptr (GError) error = NULL;

  trio_command_place_notes (f->model, f->notes, 2, f->stations[0], f->clusters[0], f->notes[2],
                            &error);
  trio_command_place_notes (f->model, &f->notes[1], 2, f->stations[0], f->clusters[0], 0, &error);
  trio_command_place_notes (f->model, &f->notes[4], 1, f->stations[0], 0, f->notes[5], &error);
  trio_command_place_notes (f->model, &f->notes[4], 2, f->stations[0], 0, 0, &error);
  trio_command_place_cluster (f->model, f->clusters[0], f->stations[0], f->clusters[1], &error);
  trio_command_place_cluster (f->model, f->clusters[1], f->stations[0], 0, &error);
  g_assert_no_error (error);
  after = trio_model_dup_undo_label (f->model);
  g_assert_cmpstr (before, ==, after);

  /* In another order it is a step. */
  trio_command_place_notes (f->model, wrong, 2, f->stations[0], f->clusters[0], f->notes[2],
                            &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:b,a,c|B:d|-:e,f");
  undo (f, "Reorder 2 Inputs");
}

/* New notes among others, and on the board, each time as one step. */
static void
test_add_at (Fixture *f, gconstpointer data)
{
  const TrioNoteDraft drafts[] = { { .text = "x" }, { .text = "y" } };
  const TrioSpot spots[] = { { 0, 10, 20 }, { 0, 30, 40 } };
  TrioNotePlace place = { f->stations[0], f->clusters[0], f->notes[1] };
  TrioId ids[2] = { 0, 0 };
  g_autoptr (GError) error = NULL;

  trio_command_add_notes_at (f->model, &place, drafts, NULL, 2, ids, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,x,y,b,c|B:d|-:e,f");
  undo (f, "Add 2 Inputs");
  place = (TrioNotePlace){ f->stations[0], 0, f->notes[4] };
  trio_command_add_notes_at (f->model, &place, drafts, spots, 2, ids, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,b,c|B:d|-:x,y,e,f");
  g_assert_cmpfloat (trio_record_get_real (trio_model_get_record (f->model, ids[1]), TRIO_NOTE_Y),
                     ==, 40);
  undo (f, "Add 2 Inputs");
  assert_board (f, 0, "A:a,b,c|B:d|-:e,f");
}

static void
test_stack (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trio_command_stack_notes (f->model, f->notes[1], &f->notes[1], 2, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,b(c)|B:d|-:e,f");
  /* What lay below goes along, into the stack and into the other cluster. */
  trio_command_stack_notes (f->model, f->notes[3], &f->notes[1], 1, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a|B:d(b,c)|-:e,f");
  trio_command_put_in_cluster (f->model, &f->notes[3], 1, f->clusters[0], &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,d(b,c)|-:e,f");
  trio_command_move_notes (f->model, &f->notes[3], 1, f->stations[1], &error);
  g_assert_no_error (error);
  assert_board (f, 1, "-:d(b,c)");
  undo (f, "Move Input");

  /* One that leaves alone leaves the stack. */
  trio_command_put_in_cluster (f->model, &f->notes[1], 1, f->clusters[1], &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,d(c)|B:b|-:e,f");
  trio_command_unstack_notes (f->model, &f->notes[3], 1, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,d,c|B:b|-:e,f");
  undo (f, "Unstack Input");

  /* One from inside can come on top. */
  trio_command_stack_notes (f->model, f->notes[2], &f->notes[3], 1, &error);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,c(d)|B:b|-:e,f");
}

static void
test_stack_needs_one_station (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trio_command_move_notes (f->model, &f->notes[5], 1, f->stations[1], &error);
  g_assert_no_error (error);
  g_assert_false (trio_command_stack_notes (f->model, f->notes[4], &f->notes[5], 1, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  assert_board (f, 1, "-:f");
}

static void
test_add_to_stack (Fixture *f, gconstpointer data)
{
  TrioNoteDraft draft = { .text = "z" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (trio_command_add_to_stack (f->model, f->notes[1], &draft, &error), !=, 0);
  g_assert_no_error (error);
  assert_board (f, 0, "A:a,b(z),c|B:d|-:e,f");
  undo (f, "Add Input");
  assert_board (f, 0, "A:a,b,c|B:d|-:e,f");
}

static void
test_votes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  trio_command_vote (f->model, f->notes, 2, 3, &error);
  trio_command_vote (f->model, &f->notes[1], 2, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      trio_record_get_int (trio_model_get_record (f->model, f->notes[0]), TRIO_NOTE_VOTES), ==, 3);
  g_assert_cmpint (
      trio_record_get_int (trio_model_get_record (f->model, f->notes[1]), TRIO_NOTE_VOTES), ==, 2);
  g_assert_cmpint (
      trio_record_get_int (trio_model_get_record (f->model, f->notes[2]), TRIO_NOTE_VOTES), ==, 0);
  undo (f, "Take Back Vote for 2 Inputs");
  undo (f, "Vote for 2 Inputs");

  trio_command_vote (f->model, f->clusters, 1, 1, &error);
  trio_command_count_votes (f->model, f->clusters, 1, 12, &error);
  trio_command_vote (f->model, f->clusters, 1, -20, &error);
  g_assert_no_error (error);
  g_assert_cmpint (trio_record_get_int (trio_model_get_record (f->model, f->clusters[0]),
                                        TRIO_CLUSTER_VOTES),
                   ==, 0);
  undo (f, "Take Back Vote for Cluster “A”");
  g_assert_cmpint (trio_record_get_int (trio_model_get_record (f->model, f->clusters[0]),
                                        TRIO_CLUSTER_VOTES),
                   ==, 12);
  undo (f, "Set Votes of “A”");
  undo (f, "Vote for Cluster “A”");
  g_assert_false (trio_command_vote (f->model, f->stations, 1, 1, &error));
  g_assert_nonnull (error);
}

static void
test_practice (Fixture *f, gconstpointer data)
{
  const TrioNoteDraft drafts[]
      = { { .text = "x", .practice = TRUE }, { .text = "y", .practice = TRUE } };
  g_autoptr (GError) error = NULL;
  guint n = 0;

  trio_command_add_notes (f->model, f->stations[0], &drafts[0], 1, NULL, &error);
  trio_command_add_notes (f->model, f->stations[1], &drafts[1], 1, NULL, &error);
  trio_command_delete_practice_notes (f->model, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  assert_board (f, 0, "A:a,b,c|B:d|-:e,f");
  assert_board (f, 1, "");
  undo (f, "Delete 2 Practice Inputs");
  assert_board (f, 1, "-:y");
}

static void
test_named_fields (Fixture *f, gconstpointer data)
{
  TrioValue role = trio_value_int (TRIO_ROLE_TR);
  TrioValue colour = trio_value_int (TRIO_COLOUR_BLUE);
  TrioValue raised = trio_value_int (TRIO_FLAG_RAISED);
  TrioValue cleared = trio_value_int (TRIO_FLAG_CLEARED);
  g_autoptr (GError) error = NULL;

  trio_command_set_note_field (f->model, f->notes, 2, TRIO_NOTE_ROLE, &role, &error);
  trio_command_set_note_field (f->model, f->notes, 1, TRIO_NOTE_COLOUR, &colour, &error);
  trio_command_set_note_field (f->model, f->notes, 3, TRIO_NOTE_FLAG, &raised, &error);
  trio_command_set_note_field (f->model, f->notes, 3, TRIO_NOTE_FLAG, &cleared, &error);
  g_assert_no_error (error);
  undo (f, "Clear Flag of 3 Inputs");
  undo (f, "Flag 3 Inputs");
  undo (f, "Colour Input");
  undo (f, "Set Role of 2 Inputs");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/board-commands/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("put", test_put);
  ADD ("split-and-merge", test_split_and_merge);
  ADD ("dissolve-and-rename", test_dissolve_and_rename);
  ADD ("place", test_place);
  ADD ("shift", test_shift);
  ADD ("place-cluster", test_place_cluster);
  ADD ("put-back-is-no-step", test_put_back_is_no_step);
  ADD ("add-at", test_add_at);
  ADD ("stack", test_stack);
  ADD ("stack-needs-one-station", test_stack_needs_one_station);
  ADD ("add-to-stack", test_add_to_stack);
  ADD ("votes", test_votes);
  ADD ("practice", test_practice);
  ADD ("named-fields", test_named_fields);
  return g_test_run ();
}
