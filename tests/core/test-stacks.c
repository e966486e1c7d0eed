/* test-stacks.c: which notes are proposed to lie in one stack, and the step that does it. */
#include "clustering/trio-stacks.h"
#include "model/trio-commands.h"
#include "workshop-helpers.h"

static const char *const texts[] = {
  "Tid nok til oplæring",     "Nok tid til oplæring",      "tid nok til oplæring!",
  "Superbruger i hver enhed", "Superbrugere i hver enhed", "Ny printer",
  "Tid nok til oplæring",
};

typedef struct
{
  TrioModel *model;
  TrioId station;
  TrioId notes[G_N_ELEMENTS (texts)];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  TrioNoteDraft drafts[G_N_ELEMENTS (texts)] = { 0 };
  g_autoptr (GError) error = NULL;

  fixture->model = make_empty_workshop (TRIO_LANGUAGE_DA);
  fixture->station = trio_command_add_theme_and_station (fixture->model, "Trivsel", 1, &error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    drafts[i].text = texts[i];
  g_assert_true (trio_command_add_notes (fixture->model, fixture->station, drafts,
                                         G_N_ELEMENTS (texts), fixture->notes, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->model);
}

static GPtrArray *
propose (Fixture *fixture)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (fixture->model);

  return trio_stacks_propose (snapshot, fixture->station);
}

static TrioId
id_at (GPtrArray *stacks, guint stack, guint index)
{
  return g_array_index ((GArray *)stacks->pdata[stack], TrioId, index);
}

static void
test_propose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) stacks = propose (fixture);

  g_assert_cmpuint (stacks->len, ==, 2);
  g_assert_cmpuint (((GArray *)stacks->pdata[0])->len, ==, 4);
  g_assert_cmpint (id_at (stacks, 0, 0), ==, fixture->notes[0]);
  g_assert_cmpint (id_at (stacks, 0, 3), ==, fixture->notes[6]);
  g_assert_cmpuint (((GArray *)stacks->pdata[1])->len, ==, 2);
  g_assert_cmpint (id_at (stacks, 1, 0), ==, fixture->notes[3]);
}

/* The one with most votes lies on top; withheld ones are left out. */
static void
test_top (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stacks = NULL;

  g_assert_true (trio_command_vote (fixture->model, &fixture->notes[2], 1, 3, &error));
  g_assert_true (
      trio_command_withhold_notes (fixture->model, &fixture->notes[6], 1, "Prøve", &error));
  stacks = propose (fixture);
  g_assert_cmpuint (((GArray *)stacks->pdata[0])->len, ==, 3);
  g_assert_cmpint (id_at (stacks, 0, 0), ==, fixture->notes[2]);
  g_assert_cmpint (id_at (stacks, 0, 1), ==, fixture->notes[0]);
}

/* What a person put into different clusters stays apart. */
static void
test_clusters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stacks = NULL;

  trio_command_make_cluster (fixture->model, fixture->station, "A", &fixture->notes[3], 1, &error);
  trio_command_make_cluster (fixture->model, fixture->station, "B", &fixture->notes[4], 1, &error);
  g_assert_no_error (error);
  stacks = propose (fixture);
  g_assert_cmpuint (stacks->len, ==, 1);
  g_assert_cmpint (id_at (stacks, 0, 0), ==, fixture->notes[0]);
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stacks = propose (fixture);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (TrioEdit) edit = trio_edit_new (fixture->model, "stack-notes");

  for (guint i = 0; i < stacks->len; i++)
    {
      GArray *stack = stacks->pdata[i];

      trio_edit_stack_notes (edit, g_array_index (stack, TrioId, 0),
                             (const TrioId *)(gpointer)stack->data, stack->len);
    }
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_no_error (error);
  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      const TrioRecord *note = trio_model_get_record (fixture->model, fixture->notes[i]);
      TrioId top = i == 4 ? fixture->notes[3] : i == 3 || i == 5 ? 0 : fixture->notes[0];

      g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_STACK), ==, top);
      g_assert_cmpstr (trio_record_get_text (note, TRIO_NOTE_TEXT), ==, texts[i]);
    }
  none = propose (fixture);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (trio_model_undo (fixture->model, &error));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (trio_record_is_null (trio_model_get_record (fixture->model, fixture->notes[i]),
                                        TRIO_NOTE_STACK));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/stacks/propose", Fixture, NULL, set_up, test_propose, tear_down);
  g_test_add ("/stacks/top", Fixture, NULL, set_up, test_top, tear_down);
  g_test_add ("/stacks/clusters", Fixture, NULL, set_up, test_clusters, tear_down);
  g_test_add ("/stacks/step", Fixture, NULL, set_up, test_step, tear_down);
  return g_test_run ();
}
