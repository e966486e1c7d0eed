/* trio-topics-snapshot.c: the topics of whole workshops. */
#include "config.h"

#include <string.h>

#include "clustering/trio-topics.h"
#include "text/trio-language.h"

struct _TrioTopics
{
  GArray *sources; /* TrioTopicSource, per note */
  GPtrArray *topics;
};

/* Numbers for themes and stations that are the same across workshops, or just as different. */
typedef struct
{
  GHashTable *themes;   /* folded title → number */
  GHashTable *stations; /* record → number */
} Labels;

static guint
number_of (GHashTable *numbers, gpointer key)
{
  gpointer number = g_hash_table_lookup (numbers, key);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, key, number);
    }
  return GPOINTER_TO_UINT (number);
}

static guint
number_theme (Labels *labels, const TrioRecord *theme)
{
  g_autofree char *stripped
      = g_strstrip (g_strdup (theme != NULL ? trio_record_get_text (theme, TRIO_THEME_TITLE) : ""));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);
  gpointer key;

  if (!g_hash_table_lookup_extended (labels->themes, folded, &key, NULL))
    key = g_steal_pointer (&folded);
  return number_of (labels->themes, key);
}

static void
read_snapshot (
    TrioTopics *topics, GArray *notes, Labels *labels, TrioSnapshot *snapshot, guint event)
{
  GPtrArray *all = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);

  for (guint i = 0; i < all->len; i++)
    {
      const TrioRecord *record = all->pdata[i];
      const TrioRecord *station
          = trio_snapshot_get (snapshot, trio_record_get_ref (record, TRIO_NOTE_STATION));
      TrioTopicSource source = { event, record->id };
      TrioTopicNote note = { trio_record_get_text (record, TRIO_NOTE_TEXT), 0, 0, event };

      if (station == NULL
          || trio_record_get_int (record, TRIO_NOTE_STATE) != TRIO_NOTE_STATE_NORMAL)
        continue;
      note.station = number_of (labels->stations, (gpointer)station);
      note.theme = number_theme (
          labels, trio_snapshot_get (snapshot, trio_record_get_ref (station, TRIO_STATION_THEME)));
      g_array_append_val (notes, note);
      g_array_append_val (topics->sources, source);
    }
}

/* Words of two languages cannot be compared; so each language has its topics. */
static gboolean
find_in_language (TrioTopics *topics,
                  GPtrArray *snapshots,
                  const char *lang,
                  const char *vectors,
                  Labels *labels,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (TrioTopicNote));
  g_autoptr (TrioLexicon) lexicon = NULL;
  g_autoptr (GPtrArray) found = NULL;
  guint first = topics->sources->len;

  for (guint i = 0; i < snapshots->len; i++)
    if (g_str_equal (trio_language_of (trio_snapshot_get_workshop (snapshots->pdata[i])), lang))
      read_snapshot (topics, notes, labels, snapshots->pdata[i], i);
  if (notes->len == 0)
    return TRUE;
  lexicon = trio_lexicon_new (lang, vectors);
  found = trio_topics_find (lexicon, (const TrioTopicNote *)(gpointer)notes->data, notes->len,
                            cancellable, error);
  if (found == NULL)
    return FALSE;
  for (guint t = 0; t < found->len; t++)
    {
      TrioTopic *topic = found->pdata[t];

      topic->central += first;
      for (guint i = 0; i < topic->n_notes; i++)
        topic->notes[i] += first;
    }
  g_ptr_array_extend_and_steal (topics->topics, g_steal_pointer (&found));
  return TRUE;
}

/**
 * trio_topics_new:
 * @snapshots: (element-type TrioSnapshot): workshops
 * @vectors: (nullable): folder of the word files, %NULL for where they are installed
 * @cancellable: (nullable): a cancellable
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Finds the topics that come up on several stations of one or more workshops, each in its
 * language.
 *
 * Returns: (transfer full) (nullable): the topics
 */
TrioTopics *
trio_topics_new (GPtrArray *snapshots,
                 const char *vectors,
                 GCancellable *cancellable,
                 GError **error)
{
  static const char *const languages[] = { "da", "en" };
  g_autoptr (TrioTopics) topics = g_new0 (TrioTopics, 1);
  g_autoptr (GHashTable) themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) stations = g_hash_table_new (NULL, NULL);
  Labels labels = { themes, stations };

  topics->sources = g_array_new (FALSE, FALSE, sizeof (TrioTopicSource));
  topics->topics = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_topic_free);
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    if (!find_in_language (topics, snapshots, languages[l], vectors, &labels, cancellable, error))
      return NULL;
  g_ptr_array_sort (topics->topics, trio_topic_compare);
  return g_steal_pointer (&topics);
}

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TrioTopics *topics = trio_topics_new (data, NULL, cancellable, &error);

  if (topics != NULL)
    g_task_return_pointer (task, topics, (GDestroyNotify)trio_topics_free);
  else
    g_task_return_error (task, error);
}

/**
 * trio_topics_new_async:
 * @snapshots: (element-type TrioSnapshot): workshops, at least one
 * @cancellable: (nullable): to give up
 * @callback: called in the main context of the caller
 * @user_data: data for @callback
 *
 * Like trio_topics_new(), in another thread, with the installed word files.
 */
void
trio_topics_new_async (GPtrArray *snapshots,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_snapshot_unref);

  for (guint i = 0; i < snapshots->len; i++)
    g_ptr_array_add (copy, trio_snapshot_ref (snapshots->pdata[i]));
  g_task_set_source_tag (task, trio_topics_new_async);
  g_task_set_task_data (task, copy, (GDestroyNotify)g_ptr_array_unref);
  g_task_run_in_thread (task, run_cb);
}

/**
 * trio_topics_new_finish:
 * @result: what the callback of trio_topics_new_async() was given
 * @error: return location for an error, see trio_topics_new()
 *
 * Returns: (transfer full) (nullable): the topics
 */
TrioTopics *
trio_topics_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trio_topics_free:
 * @topics: (transfer full): topics
 *
 * Frees topics.
 */
void
trio_topics_free (TrioTopics *topics)
{
  g_clear_pointer (&topics->topics, g_ptr_array_unref);
  g_array_unref (topics->sources);
  g_free (topics);
}

/**
 * trio_topics_get_length:
 * @topics: topics
 *
 * Returns: how many there are
 */
guint
trio_topics_get_length (const TrioTopics *topics)
{
  return topics->topics->len;
}

/**
 * trio_topics_get:
 * @topics: topics
 * @index: which one, from 0
 *
 * Returns: (transfer none): a topic; those on most stations come first
 */
const TrioTopic *
trio_topics_get (const TrioTopics *topics, guint index)
{
  return topics->topics->pdata[index];
}

/**
 * trio_topics_get_source:
 * @topics: topics
 * @note: index of a note, as in #TrioTopic
 *
 * Returns: (transfer none): which note of which workshop it is
 */
const TrioTopicSource *
trio_topics_get_source (const TrioTopics *topics, guint note)
{
  return &g_array_index (topics->sources, TrioTopicSource, note);
}
