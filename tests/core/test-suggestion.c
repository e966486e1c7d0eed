/* test-suggestion.c: clusters proposed for a station of a workshop, and accepting them. */
#include "base/trio-error.h"
#include "clustering/trio-suggestion.h"
#include "model/trio-commands.h"
#include "workshop-helpers.h"

/* Three subjects that differ in words and meaning. */
static const char *const texts[] = {
  "Tid nok til oplæring i det nye system",
  "Oplæring i systemet for alle vikarer",
  "Superbruger står for oplæring i systemet",
  "Vagtplanen skal kendes otte uger frem",
  "Færre delte vagter i vagtplanen",
  "Byttebørs for vagter i vagtplanen",
  "Pårørende inviteres til møde hvert halve år",
  "Pårørende ved ikke, hvem de skal ringe til",
  "Møde med pårørende ved indflytning",
};

typedef struct
{
  TrioModel *model;
  TrioId station;
  TrioId notes[G_N_ELEMENTS (texts)];
  char *vectors;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  TrioNoteDraft drafts[G_N_ELEMENTS (texts)] = { 0 };
  g_autoptr (GError) error = NULL;

  fixture->model = make_empty_workshop (TRIO_LANGUAGE_DA);
  fixture->station
      = trio_command_add_theme_and_station (fixture->model, "En god arbejdsdag", 1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    drafts[i].text = texts[i];
  g_assert_true (trio_command_add_notes (fixture->model, fixture->station, drafts,
                                         G_N_ELEMENTS (texts), fixture->notes, &error));
  g_assert_no_error (error);
  fixture->vectors = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "vectors", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->model);
  g_free (fixture->vectors);
}

static TrioSuggestion *
suggest (Fixture *fixture, GError **error)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (fixture->model);

  return trio_suggestion_new (snapshot, fixture->station, fixture->vectors, NULL, error);
}

static TrioId
cluster_of (Fixture *fixture, guint note)
{
  return trio_record_get_ref (trio_model_get_record (fixture->model, fixture->notes[note]),
                              TRIO_NOTE_CLUSTER);
}

static gboolean
is_same (Fixture *fixture, guint a, guint b)
{
  return cluster_of (fixture, a) != 0 && cluster_of (fixture, a) == cluster_of (fixture, b);
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioSuggestion) suggestion = suggest (fixture, &error);
  g_autoptr (GPtrArray) clusters = NULL;
  g_autoptr (GArray) loose = NULL;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (trio_suggestion_get_n_notes (suggestion), ==, G_N_ELEMENTS (texts));
  clusters = trio_suggestion_list_clusters (suggestion, 0.5);
  loose = trio_suggestion_list_loose (suggestion, clusters);
  for (guint i = 0; i < clusters->len; i++)
    {
      const TrioSuggestedCluster *cluster = clusters->pdata[i];
      g_autoptr (TrioClusterName) name = trio_suggestion_dup_name (suggestion, cluster);

      g_assert_cmpuint (cluster->n_notes, >, 1);
      g_assert_cmpuint (cluster->n_loose, ==, cluster->n_notes);
      g_assert_cmpint (cluster->cluster, ==, 0);
      g_assert_nonnull (name->name);
      g_assert_cmpstr (name->reason, !=, "");
      n += cluster->n_notes;
    }
  g_assert_cmpuint (n + loose->len, ==, G_N_ELEMENTS (texts));

  g_assert_true (trio_command_accept_clusters (fixture->model, fixture->station, suggestion,
                                               clusters, &error));
  g_assert_no_error (error);
  g_assert_true (is_same (fixture, 3, 4));
  g_assert_true (is_same (fixture, 4, 5));
  g_assert_true (is_same (fixture, 6, 7));
  g_assert_false (is_same (fixture, 3, 6));
  g_assert_true (trio_model_undo (fixture->model, &error));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (cluster_of (fixture, i), ==, 0);
}

/* What a person has grouped stays, and what changed meanwhile is left alone. */
static void
test_pins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioSuggestion) suggestion = NULL;
  g_autoptr (GPtrArray) clusters = NULL;
  TrioId odd[] = { fixture->notes[0], fixture->notes[6] };
  TrioId mine = trio_command_make_cluster (fixture->model, fixture->station, "Min klynge", odd,
                                           G_N_ELEMENTS (odd), &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  suggestion = suggest (fixture, &error);
  g_assert_no_error (error);
  for (guint g = 0; g <= 4; g++)
    {
      g_clear_pointer (&clusters, g_ptr_array_unref);
      clusters = trio_suggestion_list_clusters (suggestion, g / 4.0);
      found = FALSE;
      for (guint i = 0; i < clusters->len; i++)
        {
          const TrioSuggestedCluster *cluster = clusters->pdata[i];
          g_autoptr (TrioClusterName) name = NULL;

          if (cluster->cluster == 0)
            continue;
          found = TRUE;
          name = trio_suggestion_dup_name (suggestion, cluster);
          g_assert_cmpint (cluster->cluster, ==, mine);
          g_assert_cmpstr (name->name, ==, "Min klynge");
          g_assert_cmpuint (cluster->n_loose + 2, ==, cluster->n_notes);
        }
      g_assert_true (found);
    }
  g_assert_true (
      trio_command_withhold_notes (fixture->model, &fixture->notes[3], 1, "Navn", &error));
  g_assert_true (trio_command_delete_notes (fixture->model, &fixture->notes[4], 1, &error));
  g_assert_true (trio_command_accept_clusters (fixture->model, fixture->station, suggestion,
                                               clusters, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cluster_of (fixture, 0), ==, mine);
  g_assert_cmpint (cluster_of (fixture, 6), ==, mine);
  g_assert_cmpint (cluster_of (fixture, 3), ==, 0);
  g_assert_false (trio_command_accept_clusters (fixture->model, fixture->station, suggestion,
                                                clusters, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
}

/* A note under another one is not compared, and goes where the one on top goes. */
static void
test_stacks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioEdit) edit = trio_edit_new (fixture->model, "change-notes");
  g_autoptr (TrioSuggestion) suggestion = NULL;
  g_autoptr (GPtrArray) clusters = NULL;

  trio_edit_set_ref (edit, fixture->notes[8], TRIO_NOTE_STACK, fixture->notes[3]);
  g_assert_true (trio_edit_commit (edit, &error));
  suggestion = suggest (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trio_suggestion_get_n_notes (suggestion), ==, G_N_ELEMENTS (texts) - 1);
  clusters = trio_suggestion_list_clusters (suggestion, 0.5);
  g_assert_true (trio_command_accept_clusters (fixture->model, fixture->station, suggestion,
                                               clusters, &error));
  g_assert_true (is_same (fixture, 3, 8));
}

static void
test_more (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioSuggestion) suggestion = suggest (fixture, &error);
  g_autoptr (GArray) more = NULL;

  g_assert_no_error (error);
  more = trio_suggestion_find_more (suggestion, &fixture->notes[3], 1, 2);
  g_assert_cmpuint (more->len, ==, 2);
  g_assert_cmpint (g_array_index (more, TrioId, 0) + g_array_index (more, TrioId, 1), ==,
                   fixture->notes[4] + fixture->notes[5]);
}

static void
test_too_few (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_command_delete_notes (fixture->model, fixture->notes, 4, &error));
  g_assert_null (suggest (fixture, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (fixture->model);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (TrioSuggestion) suggestion = NULL;
  g_autoptr (GError) error = NULL;

  trio_suggestion_new_async (snapshot, fixture->station, NULL, ready_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  suggestion = trio_suggestion_new_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trio_suggestion_get_n_notes (suggestion), ==, G_N_ELEMENTS (texts));

  g_cancellable_cancel (cancellable);
  trio_suggestion_new_async (snapshot, fixture->station, cancellable, ready_cb, &cancelled);
  while (cancelled == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (trio_suggestion_new_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/suggestion/accept", Fixture, NULL, set_up, test_accept, tear_down);
  g_test_add ("/suggestion/pins", Fixture, NULL, set_up, test_pins, tear_down);
  g_test_add ("/suggestion/stacks", Fixture, NULL, set_up, test_stacks, tear_down);
  g_test_add ("/suggestion/more", Fixture, NULL, set_up, test_more, tear_down);
  g_test_add ("/suggestion/too-few", Fixture, NULL, set_up, test_too_few, tear_down);
  g_test_add ("/suggestion/async", Fixture, NULL, set_up, test_async, tear_down);
  return g_test_run ();
}
