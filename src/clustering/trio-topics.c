/* trio-topics.c: gathers words that mean the same and the notes that have them into topics.
 *
 * The most telling word that comes up on several stations is the seed of a topic. It takes in the
 * words that stand beside it in its notes, and those that point the same way; nothing is chained,
 * so that a topic never drifts away from its seed.
 */
#include "config.h"

#include "clustering/trio-topics.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "clustering/trio-cluster-name.h"
#include "clustering/trio-label-private.h"
#include "clustering/trio-topic-words-private.h"

/* A list that is longer is not read. */
#define MOST_TOPICS 12
/* Words that are commoner than this in any text come up everywhere and say little. */
#define LEAST_WEIGHT 0.5
/* What is only ever part of a compound may have been cut off wrongly. */
#define FEWEST_WHOLE 2
/* Two words that point closer than this can stand for each other; looser ones drift. */
#define SAME_MEANING 0.75
/* Two words that share this part of their notes are one topic, and so are two topics. */
#define MOST_SHARED 0.5
/* A topic must be worth a look: rarer words on more stations are. */
#define LEAST_STRENGTH 0.1

/**
 * trio_topic_free:
 * @topic: (transfer full): a topic
 *
 * Frees a topic.
 */
void
trio_topic_free (TrioTopic *topic)
{
  g_free (topic->name);
  g_strfreev (topic->words);
  g_free (topic->reason);
  g_free (topic->notes);
  g_free (topic);
}

static gboolean
is_telling (const TrioTopicWord *word)
{
  return !word->is_general && word->weight >= LEAST_WEIGHT;
}

static double
compare_directions (const TrioTopicWord *a, const TrioTopicWord *b, guint dimensions)
{
  double cosine = 0;

  if (a->direction == NULL || b->direction == NULL)
    return 0;
  for (guint d = 0; d < dimensions; d++)
    cosine += a->direction[d] * b->direction[d];
  return cosine;
}

/* Whether a word belongs to a seed: they stand side by side, or mean the same. */
static gboolean
belongs (const TrioTopicWord *seed, const TrioTopicWord *word, guint dimensions)
{
  guint fewest = MIN (seed->notes->len, word->notes->len);

  if (!is_telling (word))
    return FALSE;
  if (fewest >= 2
      && trio_topic_words_count_shared (seed->notes, word->notes) > MOST_SHARED * fewest)
    return TRUE;
  return compare_directions (seed, word, dimensions) >= SAME_MEANING;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

/* The notes of several words, in order, each once. */
static GArray *
join_notes (const GPtrArray *words)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < words->len; i++)
    {
      const GArray *of_word = ((const TrioTopicWord *)words->pdata[i])->notes;

      g_array_append_vals (all, of_word->data, of_word->len);
    }
  g_array_sort (all, compare_indices);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, guint, i) != g_array_index (all, guint, i - 1))
      g_array_append_val (notes, g_array_index (all, guint, i));
  return notes;
}

typedef guint (*Label) (const TrioTopicNote *note);

static guint
station_label (const TrioTopicNote *note)
{
  return note->station;
}

static guint
theme_label (const TrioTopicNote *note)
{
  return note->theme;
}

static guint
event_label (const TrioTopicNote *note)
{
  return note->event;
}

static guint
count_labels (const TrioTopicNote *notes, const guint *indices, guint n, Label label)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (labels, GUINT_TO_POINTER (label (&notes[indices != NULL ? indices[i] : i])));
  return g_hash_table_size (labels);
}

static guint
find_central (TrioSpace *space, const GArray *notes)
{
  double best_sum = -INFINITY;
  guint best = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      double sum = 0;

      for (guint j = 0; j < notes->len; j++)
        if (i != j)
          sum += trio_space_compare (space, g_array_index (notes, guint, i),
                                     g_array_index (notes, guint, j));
      if (sum > best_sum + 1e-9)
        {
          best_sum = sum;
          best = g_array_index (notes, guint, i);
        }
    }
  return best;
}

/* Whether a suggested name holds a word of the topic. */
static gboolean
names_topic (TrioLexicon *lexicon, const char *name, const GPtrArray *words)
{
  g_autoptr (GArray) uses = trio_lexicon_read (lexicon, name);

  for (guint u = 0; u < uses->len; u++)
    for (guint w = 0; w < words->len; w++)
      if (strcmp (g_array_index (uses, TrioWordUse, u).word->stem,
                  ((const TrioTopicWord *)words->pdata[w])->stem)
          == 0)
        return TRUE;
  return FALSE;
}

/* A phrase that holds the seed says more than the seed alone. */
static char *
dup_name (TrioLexicon *lexicon, const TrioClusterName *suggested, const GPtrArray *words)
{
  g_autoptr (GHashTable) general = trio_label_list_general (lexicon);
  const char *form = trio_topic_word_get_form (words->pdata[0]);
  g_autofree char *phrase = NULL;
  g_autofree char *small = NULL;

  if (suggested->name == NULL || strchr (suggested->name, ' ') == NULL
      || !trio_label_reads_well (lexicon, general, suggested->name)
      || !names_topic (lexicon, suggested->name, words))
    return g_strdup (form);
  /* The namer writes a capital, as for a title. */
  small = g_utf8_strdown (suggested->name, g_utf8_next_char (suggested->name) - suggested->name);
  return g_strconcat (small, g_utf8_next_char (suggested->name), NULL);
}

static TrioTopic *
make_topic (TrioSpace *space,
            TrioLexicon *lexicon,
            TrioNamer *namer,
            const TrioTopicNote *notes,
            guint n_stations,
            const GPtrArray *words)
{
  const TrioTopicWord *seed = words->pdata[0];
  TrioTopic *topic = g_new0 (TrioTopic, 1);
  g_autoptr (GArray) members = join_notes (words);
  g_autoptr (GStrvBuilder) forms = g_strv_builder_new ();
  g_autoptr (TrioClusterName) name = NULL;

  topic->n_notes = members->len;
  topic->notes = g_memdup2 (members->data, members->len * sizeof (guint));
  topic->n_stations = count_labels (notes, topic->notes, topic->n_notes, station_label);
  topic->n_themes = count_labels (notes, topic->notes, topic->n_notes, theme_label);
  topic->n_events = count_labels (notes, topic->notes, topic->n_notes, event_label);
  topic->strength = CLAMP (seed->weight * topic->n_stations / n_stations, 0, 1);
  topic->central = find_central (space, members);
  for (guint i = 0; i < words->len; i++)
    g_strv_builder_add (forms, trio_topic_word_get_form (words->pdata[i]));
  topic->words = g_strv_builder_end (forms);
  name = trio_namer_name (namer, topic->notes, topic->n_notes);
  topic->name = dup_name (lexicon, name, words);
  topic->reason = g_strdup (name->reason);
  return topic;
}

/* Whether a stronger topic has most of the notes already. */
static gboolean
repeats (const GPtrArray *topics, const TrioTopic *topic)
{
  for (guint t = 0; t < topics->len; t++)
    {
      const TrioTopic *other = topics->pdata[t];
      guint shared = 0;

      for (guint i = 0, j = 0; i < topic->n_notes && j < other->n_notes;)
        {
          guint x = topic->notes[i], y = other->notes[j];

          shared += x == y;
          i += x <= y;
          j += y <= x;
        }
      if (shared > MOST_SHARED * topic->n_notes)
        return TRUE;
    }
  return FALSE;
}

/**
 * trio_topic_compare:
 * @a: pointer to a #TrioTopic in an array of pointers
 * @b: another one
 *
 * A #GCompareFunc: those on most stations first, then those with more and more telling words.
 *
 * Returns: as strcmp()
 */
int
trio_topic_compare (gconstpointer a, gconstpointer b)
{
  const TrioTopic *x = *(TrioTopic *const *)a, *y = *(TrioTopic *const *)b;

  if (x->n_stations != y->n_stations)
    return x->n_stations < y->n_stations ? 1 : -1;
  if (x->n_notes * x->strength != y->n_notes * y->strength)
    return x->n_notes * x->strength < y->n_notes * y->strength ? 1 : -1;
  return strcmp (x->name, y->name);
}

static GPtrArray *
gather_words (const GPtrArray *all, guint seed, const gboolean *is_taken, guint dimensions)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, all->pdata[seed]);
  for (guint w = 0; w < all->len; w++)
    if (w != seed && !is_taken[w] && belongs (all->pdata[seed], all->pdata[w], dimensions))
      g_ptr_array_add (words, all->pdata[w]);
  return words;
}

/**
 * trio_topics_find:
 * @lexicon: the words of the language of the notes
 * @notes: (array length=n_notes): the notes, in order
 * @n_notes: count of @notes
 * @cancellable: (nullable): a cancellable
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Finds topics that come up on several stations.
 *
 * Returns: (transfer full) (nullable) (element-type TrioTopic): the topics, those on most stations
 *   first; often none
 */
GPtrArray *
trio_topics_find (TrioLexicon *lexicon,
                  const TrioTopicNote *notes,
                  guint n_notes,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_topic_free);
  g_autofree const char **texts = g_new0 (const char *, n_notes + 1);
  guint n_stations = count_labels (notes, NULL, n_notes, station_label);
  g_autoptr (TrioSpace) space = NULL;
  g_autoptr (TrioNamer) namer = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autofree gboolean *is_taken = NULL;

  if (n_stations < TRIO_TOPICS_FEWEST_STATIONS)
    return g_steal_pointer (&topics);
  for (guint i = 0; i < n_notes; i++)
    texts[i] = notes[i].text;
  space = trio_space_new (lexicon, texts, n_notes);
  namer = trio_namer_new (space, lexicon);
  words = trio_topic_words_read (space, lexicon, notes);
  is_taken = g_new0 (gboolean, words->len + 1);
  for (guint s = 0; s < words->len && topics->len < MOST_TOPICS; s++)
    {
      g_autoptr (GPtrArray) of_topic = NULL;
      TrioTopic *topic;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (is_taken[s] || !is_telling (words->pdata[s])
          || ((TrioTopicWord *)words->pdata[s])->n_whole < FEWEST_WHOLE)
        continue;
      of_topic = gather_words (words, s, is_taken, trio_lexicon_get_dimensions (lexicon));
      topic = make_topic (space, lexicon, namer, notes, n_stations, of_topic);
      if (topic->n_stations < TRIO_TOPICS_FEWEST_STATIONS || topic->strength < LEAST_STRENGTH
          || repeats (topics, topic))
        {
          trio_topic_free (topic);
          continue;
        }
      for (guint w = 0; w < of_topic->len; w++)
        for (guint i = 0; i < words->len; i++)
          is_taken[i] = is_taken[i] || words->pdata[i] == of_topic->pdata[w];
      g_ptr_array_add (topics, topic);
    }
  g_ptr_array_sort (topics, trio_topic_compare);
  return g_steal_pointer (&topics);
}
