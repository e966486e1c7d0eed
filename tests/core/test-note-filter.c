/* test-note-filter.c: which notes are found by words, role, colour, round, state and links. */
#include "model/trio-commands.h"
#include "model/trio-note-filter.h"
#include "model/trio-search.h"
#include "workshop-helpers.h"

typedef struct
{
  TrioModel *model;
  TrioNoteFilter *filter;
  TrioId station;
  TrioId theme;
  guint n_changed;
} Fixture;

static void
count_cb (TrioNoteFilter *filter, guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->model = make_empty_workshop (TRIO_LANGUAGE_DA);
  f->station = trio_command_add_theme_and_station (f->model, "Tema", 1, &error);
  g_assert_no_error (error);
  f->theme = trio_record_get_ref (trio_model_get_record (f->model, f->station), TRIO_STATION_THEME);
  f->filter = trio_note_filter_new (f->model);
  g_signal_connect (f->filter, "changed", G_CALLBACK (count_cb), &f->n_changed);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->filter);
  g_assert_finalize_object (f->model);
}

static TrioId
add_draft (Fixture *f, const TrioNoteDraft *draft)
{
  g_autoptr (GError) error = NULL;
  TrioId id = 0;

  trio_command_add_notes (f->model, f->station, draft, 1, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
passes (Fixture *f, TrioId note)
{
  return trio_note_filter_matches (f->filter, trio_model_get_record (f->model, note));
}

static void
test_fold (void)
{
  static const char *const same[][2] = {
    { "Århus", "aarhus" }, { "FØR", "foer" },       { "Ældre", "AELDRE" },
    { "én", "en" },        { "a\u030A", "\u00E5" }, { "”citat”", "\"citat\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = trio_search_fold (same[i][0]);
      g_autofree char *b = trio_search_fold (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
  {
    g_autofree char *father = trio_search_fold ("far");
    g_autofree char *sheep = trio_search_fold ("får");

    g_assert_cmpstr (father, !=, sheep);
  }
}

static void
test_words (Fixture *f, gconstpointer data)
{
  TrioId note = add_draft (f, &(TrioNoteDraft){ .text = "Tid til at lære de nye redskaber" });
  g_autoptr (GError) error = NULL;

  g_assert_false (trio_note_filter_is_active (f->filter));
  g_assert_true (passes (f, note));
  trio_note_filter_set_text (f->filter, "REDSKAB laere");
  g_assert_true (trio_note_filter_is_active (f->filter));
  g_assert_true (passes (f, note));
  trio_note_filter_set_text (f->filter, "redskab løn");
  g_assert_false (passes (f, note));
  g_assert_cmpuint (f->n_changed, ==, 2);
  /* Blanks look for nothing more. */
  trio_note_filter_set_text (f->filter, " redskab  løn ");
  g_assert_cmpuint (f->n_changed, ==, 2);

  /* A note that reads otherwise now is not taken for what it was. */
  trio_command_set_note_text (f->model, note, "Redskaber og løn", &error);
  g_assert_no_error (error);
  g_assert_true (passes (f, note));
}

static void
test_properties (Fixture *f, gconstpointer data)
{
  TrioId leader = add_draft (f, &(TrioNoteDraft){ .text = "a", .role = TRIO_ROLE_LEADER });
  TrioId blue = add_draft (f, &(TrioNoteDraft){
                                  .text = "b", .role = TRIO_ROLE_TR, .colour = TRIO_COLOUR_BLUE });
  TrioId practice = add_draft (f, &(TrioNoteDraft){ .text = "c", .practice = TRUE });
  g_autoptr (GError) error = NULL;
  TrioValue raised = trio_value_int (TRIO_FLAG_RAISED);

  trio_note_filter_set_roles (f->filter, 1u << TRIO_ROLE_LEADER | 1u << TRIO_ROLE_AMR);
  g_assert_true (passes (f, leader));
  g_assert_false (passes (f, blue));
  g_assert_false (passes (f, practice));

  trio_note_filter_set_roles (f->filter, 0);
  trio_note_filter_set_colours (f->filter, 1u << TRIO_COLOUR_BLUE);
  g_assert_false (passes (f, leader));
  g_assert_true (passes (f, blue));

  trio_note_filter_reset (f->filter);
  g_assert_false (trio_note_filter_is_active (f->filter));
  trio_note_filter_set_states (f->filter, TRIO_NOTE_STATES_PRACTICE | TRIO_NOTE_STATES_FLAGGED);
  g_assert_true (passes (f, practice));
  g_assert_false (passes (f, leader));
  trio_command_set_note_field (f->model, &leader, 1, TRIO_NOTE_FLAG, &raised, &error);
  g_assert_no_error (error);
  g_assert_true (passes (f, leader));
}

static void
test_round (Fixture *f, gconstpointer data)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (f->model, "edit-rounds");
  TrioId round = trio_edit_create (edit, TRIO_KIND_ROUND);
  g_autoptr (GError) error = NULL;
  TrioId first, other;

  trio_edit_set_int (edit, round, TRIO_ROUND_MINUTES, 20);
  trio_edit_place_last (edit, round, TRIO_NO_FIELD, 0);
  trio_edit_commit (edit, &error);
  g_assert_no_error (error);
  first = add_draft (f, &(TrioNoteDraft){ .text = "a", .round = round });
  other = add_draft (f, &(TrioNoteDraft){ .text = "b" });

  trio_note_filter_set_round (f->filter, round);
  g_assert_true (passes (f, first));
  g_assert_false (passes (f, other));
}

static void
test_unlinked (Fixture *f, gconstpointer data)
{
  TrioId used = add_draft (f, &(TrioNoteDraft){ .text = "a" });
  TrioId unused = add_draft (f, &(TrioNoteDraft){ .text = "b" });
  g_autoptr (TrioEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  TrioId summary, link;

  trio_note_filter_set_unlinked (f->filter, TRUE);
  g_assert_true (passes (f, used));
  g_assert_cmpuint (f->n_changed, ==, 1);

  edit = trio_edit_new (f->model, "edit-summary");
  summary = trio_edit_create (edit, TRIO_KIND_SUMMARY);
  trio_edit_set_ref (edit, summary, TRIO_SUMMARY_THEME, f->theme);
  link = trio_edit_create (edit, TRIO_KIND_LINK);
  trio_edit_set_ref (edit, link, TRIO_LINK_SUMMARY, summary);
  trio_edit_set_ref (edit, link, TRIO_LINK_NOTE, used);
  trio_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (f->n_changed, ==, 2);
  g_assert_false (passes (f, used));
  g_assert_true (passes (f, unused));

  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
  g_assert_true (passes (f, used));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/note-filter/fold", test_fold);
#define ADD(name, func) g_test_add ("/note-filter/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("words", test_words);
  ADD ("properties", test_properties);
  ADD ("round", test_round);
  ADD ("unlinked", test_unlinked);
  return g_test_run ();
}
