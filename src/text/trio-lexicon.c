/* trio-lexicon.c: what is known about the words of one language. */
#include "config.h"

#include <libstemmer.h>
#include <math.h>
#include <string.h>

#include "text/trio-compound.h"
#include "text/trio-concept-map.h"
#include "text/trio-language.h"
#include "text/trio-lexicon.h"
#include "text/trio-tokens.h"

#define DANISH_DICTIONARY  "da_DK"
#define ENGLISH_DICTIONARY "en_US"

struct _TrioLexicon
{
  char *lang;
  struct sb_stemmer *stemmer;
  TrioVectors *vectors;
  TrioWordList *word_list;
  TrioSplitter *splitter;
  TrioConceptMap *concepts;
  GHashTable *stop_words;
  GHashTable *words; /* text → TrioWord */
};

static void
free_word (TrioWord *word)
{
  g_free (word->text);
  g_free (word->stem);
  g_strfreev (word->parts);
  g_strfreev (word->part_stems);
  g_free (word->part_weights);
  g_free (word->concepts);
  g_free (word->direction);
  g_free (word);
}

static char *
dup_stem (TrioLexicon *lexicon, const char *word)
{
  const sb_symbol *stem;

  if (lexicon->stemmer == NULL)
    return g_strdup (word);
  stem = sb_stemmer_stem (lexicon->stemmer, (const sb_symbol *)word, strlen (word));
  if (stem == NULL)
    return g_strdup (word);
  return g_strndup ((const char *)stem, sb_stemmer_length (lexicon->stemmer));
}

static guint32
count_of_word (const char *word, gpointer user_data)
{
  TrioLexicon *lexicon = user_data;
  g_autofree char *stem = NULL;

  if (lexicon->vectors == NULL)
    return 0;
  stem = dup_stem (lexicon, word);
  return trio_vectors_get_count (lexicon->vectors, stem);
}

static double
weight_of_stem (TrioLexicon *lexicon, const char *stem)
{
  return lexicon->vectors != NULL ? trio_vectors_get_weight (lexicon->vectors, stem) : 1;
}

/**
 * trio_lexicon_new_with:
 * @lang: "da" or "en"
 * @vectors: (transfer full) (nullable): the word vectors of the language
 * @words: (transfer full) (nullable): the word list of the language
 *
 * Makes a lexicon of what is given.
 *
 * Returns: (transfer full): the lexicon
 */
TrioLexicon *
trio_lexicon_new_with (const char *lang, TrioVectors *vectors, TrioWordList *words)
{
  TrioLexicon *lexicon = g_new0 (TrioLexicon, 1);
  const char *const *stop_words = trio_language_get_stop_words (lang);

  lexicon->lang = g_strdup (lang);
  lexicon->stemmer = sb_stemmer_new (trio_language_get_stemmer (lang), NULL);
  lexicon->vectors = vectors;
  lexicon->word_list = words;
  if (words != NULL && strcmp (lang, "da") == 0)
    lexicon->splitter = trio_splitter_new (words, count_of_word, lexicon);
  lexicon->stop_words = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; stop_words[i] != NULL; i++)
    g_hash_table_add (lexicon->stop_words, (gpointer)stop_words[i]);
  lexicon->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)free_word);
  return lexicon;
}

/**
 * trio_lexicon_new:
 * @lang: "da" or "en"
 * @vectors_folder: (nullable): the only folder to look for word vectors in, or %NULL for the
 *   installed ones
 *
 * Makes a lexicon of what is installed.
 *
 * Returns: (transfer full): the lexicon
 */
TrioLexicon *
trio_lexicon_new (const char *lang, const char *vectors_folder)
{
  const char *dictionary = strcmp (lang, "da") == 0 ? DANISH_DICTIONARY : ENGLISH_DICTIONARY;

  TrioLexicon *lexicon
      = trio_lexicon_new_with (lang, trio_vectors_find (vectors_folder, lang, NULL),
                               trio_word_list_find (dictionary, NULL));
  TrioConcepts *concepts = trio_concepts_find (lang);

  if (concepts != NULL)
    trio_lexicon_set_concepts (lexicon, concepts);
  return lexicon;
}

/**
 * trio_lexicon_free:
 * @lexicon: (transfer full): a lexicon
 *
 * Frees a lexicon and the words it has handed out.
 */
void
trio_lexicon_free (TrioLexicon *lexicon)
{
  g_hash_table_unref (lexicon->words);
  g_hash_table_unref (lexicon->stop_words);
  g_clear_pointer (&lexicon->concepts, trio_concept_map_free);
  g_clear_pointer (&lexicon->splitter, trio_splitter_free);
  g_clear_pointer (&lexicon->word_list, trio_word_list_unref);
  g_clear_pointer (&lexicon->vectors, trio_vectors_unref);
  sb_stemmer_delete (lexicon->stemmer);
  g_free (lexicon->lang);
  g_free (lexicon);
}

/**
 * trio_lexicon_get_language:
 * @lexicon: a lexicon
 *
 * Returns: (transfer none): "da" or "en"
 */
const char *
trio_lexicon_get_language (TrioLexicon *lexicon)
{
  return lexicon->lang;
}

/**
 * trio_lexicon_get_vectors:
 * @lexicon: a lexicon
 *
 * Returns: (transfer none) (nullable): the word vectors, or %NULL when none are installed
 */
TrioVectors *
trio_lexicon_get_vectors (TrioLexicon *lexicon)
{
  return lexicon->vectors;
}

/**
 * trio_lexicon_get_word_list:
 * @lexicon: a lexicon
 *
 * Returns: (transfer none) (nullable): the word list, or %NULL when none is installed
 */
TrioWordList *
trio_lexicon_get_word_list (TrioLexicon *lexicon)
{
  return lexicon->word_list;
}

/**
 * trio_lexicon_get_dimensions:
 * @lexicon: a lexicon
 *
 * Returns: length of the directions of words, 0 when there are none
 */
guint
trio_lexicon_get_dimensions (TrioLexicon *lexicon)
{
  return lexicon->vectors != NULL ? trio_vectors_get_dimensions (lexicon->vectors) : 0;
}

/* A stem without a direction takes the mean of those of its parts. */
static gboolean
find_direction (TrioLexicon *lexicon, const TrioWord *word, float *direction)
{
  guint n = trio_lexicon_get_dimensions (lexicon);
  g_autofree float *part = NULL;
  double length = 0;

  if (n == 0)
    return FALSE;
  if (trio_vectors_get_direction (lexicon->vectors, word->stem, direction))
    return TRUE;
  part = g_new (float, n);
  for (guint i = 0; i < word->n_parts; i++)
    if (trio_vectors_get_direction (lexicon->vectors, word->part_stems[i], part))
      for (guint d = 0; d < n; d++)
        direction[d] += part[d];
  for (guint d = 0; d < n; d++)
    length += (double)direction[d] * direction[d];
  for (guint d = 0; d < n && length > 0; d++)
    direction[d] /= sqrt (length);
  return length > 0;
}

/* The concepts that list the word, or else one of its parts, the last before the others. */
static const GArray *
find_concepts (TrioLexicon *lexicon, const TrioWord *word)
{
  const GArray *listed;

  if (lexicon->concepts == NULL)
    return NULL;
  listed = trio_concept_map_lookup (lexicon->concepts, word->stem);
  for (guint i = word->n_parts; listed == NULL && i > 0; i--)
    listed = trio_concept_map_lookup (lexicon->concepts, word->part_stems[i - 1]);
  return listed;
}

static float *
make_direction (TrioLexicon *lexicon, const TrioWord *word, const GArray *listed)
{
  g_autofree float *direction = g_new0 (float, trio_lexicon_get_dimensions (lexicon) + 1);
  gboolean known = find_direction (lexicon, word, direction);

  if (lexicon->concepts != NULL && (known || listed != NULL))
    known = trio_concept_map_bend (lexicon->concepts, listed, direction);
  return known ? g_steal_pointer (&direction) : NULL;
}

static TrioWord *
learn_word (TrioLexicon *lexicon, const char *text)
{
  TrioWord *word = g_new0 (TrioWord, 1);
  const GArray *listed;

  word->text = g_strdup (text);
  word->stem = dup_stem (lexicon, text);
  word->weight = weight_of_stem (lexicon, word->stem);
  if (lexicon->splitter != NULL)
    word->parts = g_strdupv ((char **)trio_splitter_split (lexicon->splitter, text));
  else
    word->parts = g_new0 (char *, 1);
  word->n_parts = g_strv_length (word->parts);
  word->part_stems = g_new0 (char *, word->n_parts + 1);
  word->part_weights = g_new (double, word->n_parts + 1);
  for (guint i = 0; i < word->n_parts; i++)
    {
      word->part_stems[i] = dup_stem (lexicon, word->parts[i]);
      word->part_weights[i] = weight_of_stem (lexicon, word->part_stems[i]);
    }
  if (lexicon->word_list != NULL)
    word->word_class = trio_word_class_find (lexicon->word_list, lexicon->lang, text,
                                             (const char *const *)word->parts);
  listed = find_concepts (lexicon, word);
  word->n_concepts = listed != NULL ? listed->len : 0;
  word->concepts
      = word->n_concepts > 0 ? g_memdup2 (listed->data, listed->len * sizeof (guint)) : NULL;
  word->direction = make_direction (lexicon, word, listed);
  return word;
}

/**
 * trio_lexicon_set_concepts:
 * @lexicon: a lexicon that no word has been asked of
 * @concepts: (transfer full): words that belong together
 *
 * Lets a lexicon know which words belong to one matter.
 */
void
trio_lexicon_set_concepts (TrioLexicon *lexicon, TrioConcepts *concepts)
{
  TrioConceptMap *map = trio_concept_map_new (concepts, trio_lexicon_get_dimensions (lexicon));

  for (guint c = 0; c < trio_concepts_get_size (concepts); c++)
    {
      const char *const *words = trio_concepts_get_words (concepts, c);

      for (guint i = 0; words[i] != NULL; i++)
        {
          /* Learnt before there is a map, so that the direction is the word's own. */
          TrioWord *word = learn_word (lexicon, words[i]);

          trio_concept_map_add (map, c, word->stem, word->direction);
          free_word (word);
        }
    }
  trio_concept_map_close (map);
  g_clear_pointer (&lexicon->concepts, trio_concept_map_free);
  lexicon->concepts = map;
}

/**
 * trio_lexicon_get_concepts:
 * @lexicon: a lexicon
 *
 * Returns: (transfer none) (nullable): the words that belong together, or %NULL
 */
TrioConcepts *
trio_lexicon_get_concepts (TrioLexicon *lexicon)
{
  return lexicon->concepts != NULL ? trio_concept_map_get_concepts (lexicon->concepts) : NULL;
}

/**
 * trio_lexicon_lookup:
 * @lexicon: a lexicon
 * @word: a word in lower case, as trio_tokens_split() makes it
 *
 * Returns: (transfer none): what is known about @word, as long as the lexicon lives
 */
const TrioWord *
trio_lexicon_lookup (TrioLexicon *lexicon, const char *word)
{
  TrioWord *known = g_hash_table_lookup (lexicon->words, word);

  if (known == NULL)
    {
      known = learn_word (lexicon, word);
      g_hash_table_insert (lexicon->words, known->text, known);
    }
  return known;
}

static void
clear_use (gpointer data)
{
  g_free (((TrioWordUse *)data)->written);
}

/**
 * trio_lexicon_read:
 * @lexicon: a lexicon
 * @text: valid UTF-8
 *
 * Gets the words of a text that say something: all but the stop words, or all when there are only
 * stop words.
 *
 * Returns: (transfer full) (element-type TrioWordUse): the words in order
 */
GArray *
trio_lexicon_read (TrioLexicon *lexicon, const char *text)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (TrioWordUse));
  g_autoptr (GPtrArray) tokens = trio_tokens_split (text);
  gboolean only_stop_words = TRUE;

  g_array_set_clear_func (uses, clear_use);
  for (guint i = 0; i < tokens->len; i++)
    {
      TrioToken *token = tokens->pdata[i];

      only_stop_words = only_stop_words && g_hash_table_contains (lexicon->stop_words, token->word);
    }
  for (guint i = 0; i < tokens->len; i++)
    {
      TrioToken *token = tokens->pdata[i];
      TrioWordUse use;

      if (!only_stop_words && g_hash_table_contains (lexicon->stop_words, token->word))
        continue;
      use.word = trio_lexicon_lookup (lexicon, token->word);
      use.written = g_steal_pointer (&token->written);
      use.position = i;
      g_array_append_val (uses, use);
    }
  return uses;
}
