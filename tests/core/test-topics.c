/* test-topics.c: what comes up again on several stations, and what does not. */
#include <string.h>

#include "clustering/trio-topics.h"
#include "exchange/trio-sample.h"
#include "model/trio-commands.h"
#include "workshop-helpers.h"

static char *
dup_vectors (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "..", "data", "vectors", NULL);
}

static TrioModel *
read_sample (const char *lang)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "sample", lang, "sample.xml", NULL);
  TrioModel *model
      = make_empty_workshop (g_str_equal (lang, "en") ? TRIO_LANGUAGE_EN : TRIO_LANGUAGE_DA);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  bytes = g_bytes_new_take (text, length);
  g_assert_true (trio_sample_fill (model, bytes, path, &error));
  g_assert_no_error (error);
  return model;
}

static GPtrArray *
list_snapshots (TrioModel *first, TrioModel *second)
{
  GPtrArray *snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_snapshot_unref);

  g_ptr_array_add (snapshots, trio_model_dup_snapshot (first));
  if (second != NULL)
    g_ptr_array_add (snapshots, trio_model_dup_snapshot (second));
  return snapshots;
}

static TrioTopics *
find_topics (GPtrArray *snapshots)
{
  g_autofree char *vectors = dup_vectors ();
  g_autoptr (GError) error = NULL;
  TrioTopics *topics = trio_topics_new (snapshots, vectors, NULL, &error);

  g_assert_no_error (error);
  return topics;
}

static const TrioTopic *
find_named (TrioTopics *topics, const char *start)
{
  for (guint i = 0; i < trio_topics_get_length (topics); i++)
    if (g_str_has_prefix (trio_topics_get (topics, i)->name, start))
      return trio_topics_get (topics, i);
  return NULL;
}

/* Each topic must rest on what it says: shown notes, several stations, true counts. */
static void
check_topic (GPtrArray *snapshots, TrioTopics *topics, const TrioTopic *topic)
{
  g_autoptr (GHashTable) stations = g_hash_table_new (NULL, NULL);
  gboolean has_central = FALSE;

  g_assert_cmpstr (topic->name, !=, "");
  g_assert_cmpstr (topic->reason, !=, "");
  g_assert_nonnull (topic->words[0]);
  g_assert_cmpfloat (topic->strength, >, 0);
  g_assert_cmpfloat (topic->strength, <=, 1);
  for (guint i = 0; i < topic->n_notes; i++)
    {
      const TrioTopicSource *source = trio_topics_get_source (topics, topic->notes[i]);
      TrioSnapshot *snapshot = snapshots->pdata[source->event];
      const TrioRecord *note = trio_snapshot_get (snapshot, source->note);

      g_assert_cmpint (trio_record_get_int (note, TRIO_NOTE_STATE), ==, TRIO_NOTE_STATE_NORMAL);
      g_hash_table_add (stations, (gpointer)trio_snapshot_get (
                                      snapshot, trio_record_get_ref (note, TRIO_NOTE_STATION)));
      has_central = has_central || topic->notes[i] == topic->central;
      if (i > 0)
        g_assert_cmpuint (topic->notes[i], >, topic->notes[i - 1]);
    }
  g_assert_true (has_central);
  g_assert_cmpuint (g_hash_table_size (stations), ==, topic->n_stations);
  g_assert_cmpuint (topic->n_stations, >=, TRIO_TOPICS_FEWEST_STATIONS);
}

static void
test_sample (gconstpointer data)
{
  const char *lang = data;
  g_autoptr (TrioModel) model = read_sample (lang);
  g_autoptr (GPtrArray) snapshots = list_snapshots (model, NULL);
  g_autoptr (TrioTopics) topics = find_topics (snapshots);
  g_autoptr (TrioTopics) again = find_topics (snapshots);
  const TrioTopic *learners = find_named (topics, g_str_equal (lang, "da") ? "elev" : "apprentice");

  g_assert_cmpuint (trio_topics_get_length (topics), >=, 3);
  g_assert_cmpuint (trio_topics_get_length (topics), <=, 12);
  g_assert_cmpuint (trio_topics_get_length (topics), ==, trio_topics_get_length (again));
  for (guint i = 0; i < trio_topics_get_length (topics); i++)
    {
      check_topic (snapshots, topics, trio_topics_get (topics, i));
      g_assert_cmpstr (trio_topics_get (topics, i)->name, ==, trio_topics_get (again, i)->name);
    }
  g_assert_nonnull (learners);
  g_assert_cmpuint (learners->n_stations, ==, 3);
  g_assert_cmpuint (learners->n_notes, ==, 4);
  g_assert_cmpuint (learners->n_themes, ==, 3);
  g_assert_cmpuint (learners->n_events, ==, 1);
  /* When something is, says nothing about what it is about. */
  g_assert_null (find_named (topics, "uge"));
  g_assert_null (find_named (topics, "week"));
}

/* The same themes in two workshops are the same themes; stations are not the same stations. */
static void
test_events (void)
{
  g_autoptr (TrioModel) first = read_sample ("da");
  g_autoptr (TrioModel) second = read_sample ("da");
  g_autoptr (GPtrArray) snapshots = list_snapshots (first, second);
  g_autoptr (TrioTopics) topics = find_topics (snapshots);
  const TrioTopic *topic = find_named (topics, "elev");

  g_assert_nonnull (topic);
  g_assert_cmpuint (topic->n_events, ==, 2);
  g_assert_cmpuint (topic->n_stations, ==, 6);
  g_assert_cmpuint (topic->n_themes, ==, 3);
  for (guint i = 0; i < trio_topics_get_length (topics); i++)
    check_topic (snapshots, topics, trio_topics_get (topics, i));
}

/* Two languages side by side do not read each other's words. */
static void
test_languages (void)
{
  g_autoptr (TrioModel) first = read_sample ("en");
  g_autoptr (TrioModel) second = read_sample ("da");
  g_autoptr (GPtrArray) snapshots = list_snapshots (first, second);
  g_autoptr (TrioTopics) topics = find_topics (snapshots);

  g_assert_nonnull (find_named (topics, "elev"));
  g_assert_nonnull (find_named (topics, "apprentice"));
  for (guint i = 0; i < trio_topics_get_length (topics); i++)
    {
      check_topic (snapshots, topics, trio_topics_get (topics, i));
      g_assert_cmpuint (trio_topics_get (topics, i)->n_events, ==, 1);
    }
}

static void
test_nothing (void)
{
  static const TrioTopicNote notes[] = {
    { "Oplæring i vagtplanen", 1, 1, 1 },
    { "Oplæring af vikarer", 1, 1, 1 },
    { "Ny printer", 2, 2, 1 },
    { "Det er en god dag", 2, 2, 1 },
    { "En dag i ugen", 3, 2, 1 },
    { "", 3, 2, 1 },
  };
  g_autofree char *vectors = dup_vectors ();
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new ("da", vectors);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) topics
      = trio_topics_find (lexicon, notes, G_N_ELEMENTS (notes), NULL, &error);
  g_autoptr (GPtrArray) none = trio_topics_find (lexicon, notes, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (topics->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Without dictionary and vectors the words themselves are left. */
static void
test_bare (void)
{
  static const TrioTopicNote notes[] = {
    { "Oplæring i vagtplanen", 1, 1, 1 },
    { "Mere oplæring", 2, 2, 1 },
    { "Ny printer", 2, 2, 1 },
  };
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new_with ("da", NULL, NULL);
  g_autoptr (GPtrArray) topics
      = trio_topics_find (lexicon, notes, G_N_ELEMENTS (notes), NULL, NULL);
  const TrioTopic *topic;

  g_assert_cmpuint (topics->len, ==, 1);
  topic = topics->pdata[0];
  g_assert_cmpstr (topic->name, ==, "oplæring");
  g_assert_cmpuint (topic->n_notes, ==, 2);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (TrioModel) model = read_sample ("da");
  g_autoptr (GPtrArray) snapshots = list_snapshots (model, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (TrioTopics) topics = NULL;
  g_autoptr (GError) error = NULL;

  trio_topics_new_async (snapshots, NULL, ready_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  topics = trio_topics_new_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trio_topics_get_length (topics), >, 0);

  g_cancellable_cancel (cancellable);
  trio_topics_new_async (snapshots, cancellable, ready_cb, &cancelled);
  while (cancelled == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (trio_topics_new_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/topics/sample-da", "da", test_sample);
  g_test_add_data_func ("/topics/sample-en", "en", test_sample);
  g_test_add_func ("/topics/events", test_events);
  g_test_add_func ("/topics/languages", test_languages);
  g_test_add_func ("/topics/nothing", test_nothing);
  g_test_add_func ("/topics/bare", test_bare);
  g_test_add_func ("/topics/async", test_async);
  return g_test_run ();
}
