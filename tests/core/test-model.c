/* test-model.c: the model through edits, undo and redo: lists, notifications, errors. */
#include "base/trio-error.h"
#include "base/trio-rank.h"
#include "model/trio-commands.h"

static TrioModel *
make_model (void)
{
  TrioModel *model = trio_model_new (7);
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  g_autoptr (GError) error = NULL;
  TrioRecord *workshop = trio_record_new (TRIO_KIND_WORKSHOP, 1, NULL);

  trio_record_take_value (workshop, TRIO_WORKSHOP_TITLE, trio_value_text ("Day"));
  g_ptr_array_add (records, workshop);
  g_assert_true (trio_model_load (model, records, 2, 0, &error));
  g_assert_no_error (error);
  return model;
}

static TrioId
add_station (TrioModel *model, gint64 number)
{
  g_autoptr (GError) error = NULL;
  TrioId station = trio_command_add_theme_and_station (model, "Theme", number, &error);

  g_assert_no_error (error);
  return station;
}

static TrioId
add_note (TrioModel *model, TrioId station, const char *text)
{
  g_autoptr (GError) error = NULL;
  TrioNoteDraft draft = { .text = text };
  TrioId id = 0;

  g_assert_true (trio_command_add_notes (model, station, &draft, 1, &id, &error));
  g_assert_no_error (error);
  return id;
}

static char *
list_texts (GListModel *list)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (list, i);

      g_string_append_printf (texts, "%s%s", i > 0 ? "|" : "",
                              trio_object_get_text (note, TRIO_NOTE_TEXT));
    }
  return g_string_free (texts, FALSE);
}

static void
assert_texts (GListModel *list, const char *expected)
{
  g_autofree char *texts = list_texts (list);

  g_assert_cmpstr (texts, ==, expected);
}

static void
test_rank_order (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  GRand *rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 2000; i++)
    {
      guint at = g_rand_int_range (rand, 0, ranks->len + 1);
      const char *before = at > 0 ? g_ptr_array_index (ranks, at - 1) : NULL;
      const char *after = at < ranks->len ? g_ptr_array_index (ranks, at) : NULL;
      char *rank = trio_rank_between (before, after);

      g_assert_true (trio_rank_is_valid (rank));
      if (before != NULL)
        g_assert_cmpstr (before, <, rank);
      if (after != NULL)
        g_assert_cmpstr (rank, <, after);
      g_ptr_array_insert (ranks, at, rank);
    }
  g_rand_free (rand);
}

static void
test_rank_append_and_prepend (void)
{
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      char *next = trio_rank_between (last, NULL);
      char *previous = trio_rank_between (NULL, first);

      g_assert_true (last == NULL || strcmp (last, next) < 0);
      g_assert_true (first == NULL || strcmp (previous, first) < 0);
      g_free (last);
      g_free (first);
      last = next;
      first = previous;
    }
  g_assert_cmpuint (strlen (last), <=, 4);
  g_assert_cmpuint (strlen (first), <=, 4);
  g_assert_false (trio_rank_is_valid (""));
  g_assert_false (trio_rank_is_valid ("a0 "));
  g_assert_false (trio_rank_is_valid ("b0"));
  g_assert_false (trio_rank_is_valid ("a10"));
}

static void
count_cb (GListModel *list, guint position, guint removed, guint added, gpointer data)
{
  guint *calls = data;

  calls[0]++;
  calls[1] = position;
  calls[2] = removed;
  calls[3] = added;
}

static void
test_notes_and_lists (void)
{
  g_autoptr (TrioModel) model = make_model ();
  g_autoptr (GError) error = NULL;
  TrioId one = add_station (model, 1);
  TrioId two = add_station (model, 2);
  GListModel *notes = trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, one);
  guint calls[4] = { 0 };
  TrioId a;
  TrioId b;

  g_signal_connect (notes, "items-changed", G_CALLBACK (count_cb), calls);
  a = add_note (model, one, "a");
  b = add_note (model, one, "b");
  add_note (model, one, "c");
  assert_texts (notes, "a|b|c");
  g_assert_cmpuint (calls[0], ==, 3);
  g_assert_cmpuint (calls[1], ==, 2);
  g_assert_cmpuint (calls[3], ==, 1);

  g_assert_true (trio_command_move_notes (model, &b, 1, two, &error));
  assert_texts (notes, "a|c");
  assert_texts (trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, two), "b");
  g_assert_true (trio_command_delete_notes (model, &a, 1, &error));
  assert_texts (notes, "c");
  g_assert_true (trio_model_undo (model, &error));
  g_assert_true (trio_model_undo (model, &error));
  assert_texts (notes, "a|b|c");
  g_assert_true (trio_model_redo (model, &error));
  g_assert_true (trio_model_redo (model, &error));
  assert_texts (notes, "c");
  g_assert_false (trio_model_redo (model, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
}

static void
test_cascade (void)
{
  g_autoptr (TrioModel) model = make_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioEdit) edit = NULL;
  TrioId station = add_station (model, 1);
  TrioId notes[2] = { add_note (model, station, "a"), add_note (model, station, "b") };
  TrioId cluster = trio_command_make_cluster (model, station, "C", notes, 2, &error);

  g_assert_cmpint (cluster, !=, 0);
  assert_texts (trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER, cluster), "a|b");
  edit = trio_edit_new (model, "delete");
  trio_edit_delete (edit, cluster);
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_cmpint (trio_record_get_ref (trio_model_get_record (model, notes[0]), TRIO_NOTE_CLUSTER),
                   ==, 0);
  g_assert_true (trio_record_is_null (trio_model_get_record (model, notes[0]), TRIO_NOTE_PLACE));

  trio_edit_free (g_steal_pointer (&edit));
  edit = trio_edit_new (model, "delete");
  trio_edit_delete (edit, station);
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_null (trio_model_get_record (model, notes[0]));
  g_assert_true (trio_model_undo (model, &error));
  g_assert_true (trio_model_undo (model, &error));
  assert_texts (trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER, cluster), "a|b");
}

static void
notify_cb (GObject *object, GParamSpec *pspec, gpointer count)
{
  ++*(guint *)count;
}

static void
test_text_keeps_original_and_joins (void)
{
  g_autoptr (TrioModel) model = make_model ();
  g_autoptr (GError) error = NULL;
  TrioId station = add_station (model, 1);
  TrioId note = add_note (model, station, "first");
  TrioObject *object = trio_model_get_object (model, note);
  guint notified = 0;

  g_signal_connect (object, "notify::text", G_CALLBACK (notify_cb), &notified);
  g_assert_true (trio_command_set_note_text (model, note, "second", &error));
  g_assert_true (trio_command_set_note_text (model, note, "third", &error));
  g_assert_cmpuint (notified, ==, 2);
  g_assert_cmpstr (trio_object_get_text (object, TRIO_NOTE_ORIGINAL), ==, "first");
  g_assert_true (trio_model_undo (model, &error));
  g_assert_cmpstr (trio_object_get_text (object, TRIO_NOTE_TEXT), ==, "first");
  g_assert_true (trio_object_is_null (object, TRIO_NOTE_ORIGINAL));

  g_assert_true (trio_command_set_note_text (model, note, "second", &error));
  trio_model_seal_step (model);
  g_assert_true (trio_command_set_note_text (model, note, "third", &error));
  g_assert_true (trio_model_undo (model, &error));
  g_assert_cmpstr (trio_object_get_text (object, TRIO_NOTE_TEXT), ==, "second");
}

static void
test_refusals (void)
{
  g_autoptr (TrioModel) model = make_model ();
  g_autoptr (GError) error = NULL;
  TrioId station = add_station (model, 1);
  TrioId note = add_note (model, station, "a");
  TrioNoteDraft blank = { .text = "  \t" };
  gboolean could_undo = trio_model_can_undo (model);

  g_assert_false (trio_command_add_notes (model, station, &blank, 1, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (trio_command_move_notes (model, &note, 1, 4711, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (trio_command_withhold_notes (model, &note, 1, " ", &error));
  g_clear_error (&error);
  g_assert_false (trio_command_set_field (model, 1, TRIO_WORKSHOP_START, "2022-02-30", &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_clear_error (&error);
  trio_model_set_read_only (model, TRUE);
  g_assert_false (trio_command_delete_notes (model, &note, 1, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY);
  g_assert_false (trio_model_can_undo (model));
  g_assert_true (could_undo);
  assert_texts (trio_model_get_list (model, TRIO_KIND_NOTE), "a");
}

static void
test_place_before (void)
{
  g_autoptr (TrioModel) model = make_model ();
  g_autoptr (GError) error = NULL;
  TrioId station = add_station (model, 1);
  GListModel *notes = trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);
  TrioId ids[4];
  g_autoptr (TrioEdit) edit = NULL;

  for (guint i = 0; i < 4; i++)
    {
      char text[2] = { 'a' + i, '\0' };

      ids[i] = add_note (model, station, text);
    }
  edit = trio_edit_new (model, "move-notes");
  trio_edit_place_before (edit, ids[2], TRIO_NOTE_STATION, ids[0]);
  trio_edit_place_before (edit, ids[3], TRIO_NOTE_STATION, ids[0]);
  g_assert_true (trio_edit_commit (edit, &error));
  assert_texts (notes, "c|d|a|b");
  g_assert_true (trio_model_undo (model, &error));
  assert_texts (notes, "a|b|c|d");
}

static void
test_snapshot_is_immutable (void)
{
  g_autoptr (TrioModel) model = make_model ();
  g_autoptr (GError) error = NULL;
  TrioId station = add_station (model, 1);
  TrioId note = add_note (model, station, "a");
  g_autoptr (TrioSnapshot) before = trio_model_dup_snapshot (model);

  g_assert_true (trio_command_set_note_text (model, note, "b", &error));
  g_assert_cmpstr (trio_record_get_text (trio_snapshot_get (before, note), TRIO_NOTE_TEXT), ==,
                   "a");
  g_assert_nonnull (trio_snapshot_find_station (before, 1));
  g_assert_null (trio_snapshot_find_station (before, 2));
}

static void
test_redaction (void)
{
  g_autoptr (TrioModel) model = make_model ();
  g_autoptr (GError) error = NULL;
  TrioId station = add_station (model, 1);
  TrioId note = add_note (model, station, "Jens is ill");

  g_assert_true (trio_command_set_note_text (model, note, "Jens was ill", &error));
  trio_model_redact (model, note, TRIO_NOTE_TEXT, "[name] was ill");
  trio_model_redact (model, note, TRIO_NOTE_ORIGINAL, "[name] was ill");
  g_assert_true (trio_model_undo (model, &error));
  assert_texts (trio_model_get_list (model, TRIO_KIND_NOTE), "[name] was ill");
  g_assert_true (trio_model_undo (model, &error));
  g_assert_true (trio_model_redo (model, &error));
  assert_texts (trio_model_get_list (model, TRIO_KIND_NOTE), "[name] was ill");
}

static void
test_labels (void)
{
  g_autofree char *one = trio_action_dup_label ("add-notes", NULL, 1);
  g_autofree char *many = trio_action_dup_label ("add-notes", NULL, 12);
  g_autofree char *named = trio_action_dup_label ("make-cluster", "100 % %s", 1);
  g_autofree char *unknown = trio_action_dup_label ("from-the-future", NULL, 1);

  g_assert_cmpstr (one, ==, "Add Input");
  g_assert_cmpstr (many, ==, "Add 12 Inputs");
  g_assert_cmpstr (named, ==, "Make Cluster “100 % %s”");
  g_assert_cmpstr (unknown, ==, "Change");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rank/order", test_rank_order);
  g_test_add_func ("/model/rank/append-and-prepend", test_rank_append_and_prepend);
  g_test_add_func ("/model/notes-and-lists", test_notes_and_lists);
  g_test_add_func ("/model/cascade", test_cascade);
  g_test_add_func ("/model/original-and-joining", test_text_keeps_original_and_joins);
  g_test_add_func ("/model/refusals", test_refusals);
  g_test_add_func ("/model/place-before", test_place_before);
  g_test_add_func ("/model/snapshot", test_snapshot_is_immutable);
  g_test_add_func ("/model/redaction", test_redaction);
  g_test_add_func ("/model/labels", test_labels);
  return g_test_run ();
}
