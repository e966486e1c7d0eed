/* trio-topic-words.c: which word stands in which notes, and how telling it is. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "clustering/trio-label-private.h"
#include "clustering/trio-topic-words-private.h"

/* A part says less of what a compound is called than the word itself. */
#define PART_SURFACE 0.5

static void
clear_form (gpointer data)
{
  g_free (((TrioTopicForm *)data)->form);
}

static void
free_word (gpointer data)
{
  TrioTopicWord *word = data;

  g_free (word->stem);
  g_free (word->direction);
  g_array_unref (word->notes);
  g_array_unref (word->forms);
  g_free (word);
}

static void
add_form (GArray *forms, const char *form, double count)
{
  TrioTopicForm added = { NULL, count };

  for (guint i = 0; i < forms->len; i++)
    if (strcmp (g_array_index (forms, TrioTopicForm, i).form, form) == 0)
      {
        g_array_index (forms, TrioTopicForm, i).count += count;
        return;
      }
  added.form = g_strdup (form);
  g_array_append_val (forms, added);
}

static float *
dup_direction (TrioLexicon *lexicon, const char *stem)
{
  TrioVectors *vectors = trio_lexicon_get_vectors (lexicon);
  g_autofree float *direction = g_new (float, trio_lexicon_get_dimensions (lexicon) + 1);

  return vectors != NULL && trio_vectors_get_direction (vectors, stem, direction)
             ? g_steal_pointer (&direction)
             : NULL;
}

static void
count_stem (GHashTable *words,
            TrioLexicon *lexicon,
            const char *stem,
            double weight,
            const TrioWord *known,
            const char *form,
            gboolean is_whole,
            guint note)
{
  TrioTopicWord *word = g_hash_table_lookup (words, stem);

  /* A verb or an adjective may have the stem of a noun and mean something else. */
  if (!trio_label_may_name (lexicon, known))
    return;
  if (word == NULL)
    {
      word = g_new0 (TrioTopicWord, 1);
      word->stem = g_strdup (stem);
      word->weight = weight;
      word->direction = dup_direction (lexicon, stem);
      word->notes = g_array_new (FALSE, FALSE, sizeof (guint));
      word->forms = g_array_new (FALSE, FALSE, sizeof (TrioTopicForm));
      g_array_set_clear_func (word->forms, clear_form);
      g_hash_table_insert (words, word->stem, word);
    }
  if (word->notes->len == 0 || g_array_index (word->notes, guint, word->notes->len - 1) != note)
    g_array_append_val (word->notes, note);
  word->n_whole += is_whole;
  add_form (word->forms, form, is_whole ? 1 : PART_SURFACE);
}

/* A capital that only begins a sentence says nothing about the word; other capitals do. */
static const char *
choose_form (const TrioWordUse *use)
{
  return g_str_has_suffix (use->word->text, g_utf8_next_char (use->written)) ? use->word->text
                                                                             : use->written;
}

static void
count_note (GHashTable *words, TrioSpace *space, TrioLexicon *lexicon, guint note)
{
  GArray *uses = trio_space_get_words (space, note);

  for (guint u = 0; u < uses->len; u++)
    {
      const TrioWordUse *use = &g_array_index (uses, TrioWordUse, u);
      const TrioWord *word = use->word;

      count_stem (words, lexicon, word->stem, word->weight, word, choose_form (use), TRUE, note);
      for (guint p = 0; p < word->n_parts; p++)
        count_stem (words, lexicon, word->part_stems[p], word->part_weights[p],
                    trio_lexicon_lookup (lexicon, word->parts[p]), word->parts[p], FALSE, note);
    }
}

static guint
count_stations (const TrioTopicWord *word, const TrioTopicNote *notes)
{
  g_autoptr (GHashTable) stations = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < word->notes->len; i++)
    g_hash_table_add (stations,
                      GUINT_TO_POINTER (notes[g_array_index (word->notes, guint, i)].station));
  return g_hash_table_size (stations);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const TrioTopicWord *x = *(TrioTopicWord *const *)a, *y = *(TrioTopicWord *const *)b;

  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;
  return strcmp (x->stem, y->stem);
}

/* Returns: (transfer full) (element-type TrioTopicWord): all words, those first that are most
 * telling and come up most. */
GPtrArray *
trio_topic_words_read (TrioSpace *space, TrioLexicon *lexicon, const TrioTopicNote *notes)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) general = trio_label_list_general (lexicon);
  GPtrArray *ranked = g_ptr_array_new_with_free_func (free_word);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < trio_space_get_size (space); i++)
    count_note (words, space, lexicon, i);
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TrioTopicWord *word = value;

      word->is_general = g_hash_table_contains (general, word->stem);
      word->n_stations = count_stations (word, notes);
      word->score = word->weight * word->n_stations * log (1 + word->notes->len);
      g_ptr_array_add (ranked, word);
    }
  g_ptr_array_sort (ranked, compare_words);
  return ranked;
}

/* The form that was written most often. */
const char *
trio_topic_word_get_form (const TrioTopicWord *word)
{
  const TrioTopicForm *best = NULL;

  for (guint i = 0; i < word->forms->len; i++)
    {
      const TrioTopicForm *form = &g_array_index (word->forms, TrioTopicForm, i);

      if (best == NULL || form->count > best->count)
        best = form;
    }
  return best != NULL ? best->form : "";
}

/* How many notes two sorted lists have in common. */
guint
trio_topic_words_count_shared (const GArray *a, const GArray *b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint x = g_array_index (a, guint, i), y = g_array_index (b, guint, j);

      n += x == y;
      i += x <= y;
      j += y <= x;
    }
  return n;
}
