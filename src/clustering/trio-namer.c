/* trio-namer.c: counts the words of a board and ranks them as names of a cluster.
 *
 * The score of a stem is the number of notes of the cluster with it (as part of a compound a
 * little less), times how rare it is on the board and in general, times how near its meaning is
 * to that of the whole cluster. What is no noun counts less, and what tells when comes last.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "clustering/trio-label-private.h"
#include "clustering/trio-namer-private.h"

#define PART_WEIGHT  0.7
#define PART_SURFACE 0.5
/* What only one note of several has names the note and not the cluster. */
#define LONELY_FACTOR 0.5
/* Verbs and adjectives seldom stand in the names that people write. */
#define NO_NOUN_FACTOR 0.3
/* What a word counts whose meaning has nothing to do with the cluster's, and, in the middle between
 * near and far, one whose meaning is not known. */
#define MEANING_START   0.3
#define UNKNOWN_MEANING 0.3

static void
clear_form (gpointer data)
{
  g_free (((TrioNameForm *)data)->form);
}

static void
free_stem (gpointer data)
{
  TrioNameStem *info = data;

  g_array_unref (info->forms);
  g_free (info->direction);
  g_free (info->stem);
  g_free (info);
}

/* A capital that only begins a sentence says nothing about the word; other capitals do. */
char *
trio_namer_dup_form (const TrioWordUse *use)
{
  const char *rest = g_utf8_next_char (use->written);

  return g_strdup (g_str_has_suffix (use->word->text, rest) ? use->word->text : use->written);
}

GArray *
trio_namer_new_forms (void)
{
  GArray *forms = g_array_new (FALSE, FALSE, sizeof (TrioNameForm));

  g_array_set_clear_func (forms, clear_form);
  return forms;
}

void
trio_namer_add_form (GArray *forms, const char *form, TrioWordClass word_class, double count)
{
  TrioNameForm added = { NULL, word_class, count };

  for (guint i = 0; i < forms->len; i++)
    if (strcmp (g_array_index (forms, TrioNameForm, i).form, form) == 0)
      {
        g_array_index (forms, TrioNameForm, i).count += count;
        return;
      }
  added.form = g_strdup (form);
  g_array_append_val (forms, added);
}

/* A noun, where there is one, and of those the commonest form. */
const char *
trio_namer_commonest_form (const GArray *forms)
{
  const TrioNameForm *best = NULL;
  double most = -1;

  for (guint i = 0; i < forms->len; i++)
    {
      const TrioNameForm *form = &g_array_index (forms, TrioNameForm, i);
      double count = form->count * (form->word_class >= TRIO_WORD_CLASS_OTHER ? NO_NOUN_FACTOR : 1);

      if (count > most)
        {
          best = form;
          most = count;
        }
    }
  return best->form;
}

static void
count_stem (TrioNamer *namer,
            const char *stem,
            double weight,
            const char *form,
            TrioWordClass word_class,
            double count,
            int note)
{
  TrioNameStem *info = g_hash_table_lookup (namer->stems, stem);

  if (info == NULL)
    {
      info = g_new0 (TrioNameStem, 1);
      info->stem = g_strdup (stem);
      info->weight = weight;
      info->last_note = -1;
      info->forms = trio_namer_new_forms ();
      info->direction = g_new0 (float, namer->dimensions + 1);
      if (namer->vectors == NULL
          || !trio_vectors_get_direction (namer->vectors, stem, info->direction))
        g_clear_pointer (&info->direction, g_free);
      g_hash_table_insert (namer->stems, info->stem, info);
    }
  info->may_name = info->may_name || word_class < TRIO_WORD_CLASS_OTHER;
  info->is_general = info->is_general || word_class == TRIO_WORD_CLASS_WHEN
                     || g_hash_table_contains (namer->general, stem);
  info->n_notes += info->last_note != note;
  info->last_note = note;
  trio_namer_add_form (info->forms, form, word_class, count);
}

/* A plural ending may be cut off as if it were a word; it serves comparing but names nothing. */
static gboolean
names_something (const char *part)
{
  return !g_str_equal (part, "erne") && !g_str_equal (part, "ernes");
}

static char **
dup_titles (TrioConcepts *concepts)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint c = 0; concepts != NULL && c < trio_concepts_get_size (concepts); c++)
    g_strv_builder_add (titles, trio_concepts_get_title (concepts, c));
  return g_strv_builder_end (titles);
}

/**
 * trio_namer_new:
 * @space: the notes of the board; must live as long as the namer
 * @lexicon: the lexicon the space was made with
 *
 * Counts the words of a board.
 *
 * Returns: (transfer full): the namer
 */
TrioNamer *
trio_namer_new (TrioSpace *space, TrioLexicon *lexicon)
{
  TrioNamer *namer = g_new0 (TrioNamer, 1);

  namer->space = space;
  namer->dimensions = trio_lexicon_get_dimensions (lexicon);
  if (trio_lexicon_get_vectors (lexicon) != NULL)
    namer->vectors = trio_vectors_ref (trio_lexicon_get_vectors (lexicon));
  namer->titles = dup_titles (trio_lexicon_get_concepts (lexicon));
  namer->general = trio_label_list_general (lexicon);
  namer->stems = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_stem);
  for (guint i = 0; i < trio_space_get_size (space); i++)
    {
      GArray *words = trio_space_get_words (space, i);

      for (guint w = 0; w < words->len; w++)
        {
          const TrioWordUse *use = &g_array_index (words, TrioWordUse, w);
          const TrioWord *word = use->word;
          g_autofree char *form = trio_namer_dup_form (use);

          count_stem (namer, word->stem, word->weight, form, word->word_class, 1, i);
          for (guint p = 0; p < word->n_parts; p++)
            if (names_something (word->parts[p]))
              count_stem (namer, word->part_stems[p], word->part_weights[p], word->parts[p],
                          trio_lexicon_lookup (lexicon, word->parts[p])->word_class, PART_SURFACE,
                          i);
        }
    }
  return namer;
}

/**
 * trio_namer_free:
 * @namer: (transfer full): a namer
 *
 * Frees a namer.
 */
void
trio_namer_free (TrioNamer *namer)
{
  g_hash_table_unref (namer->general);
  g_hash_table_unref (namer->stems);
  g_strfreev (namer->titles);
  g_clear_pointer (&namer->vectors, trio_vectors_unref);
  g_free (namer);
}

static void
count_in_note (TrioNamer *namer, guint note, GHashTable *found)
{
  GArray *words = trio_space_get_words (namer->space, note);
  g_autoptr (GHashTable) whole = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *sets[] = { whole, parts };

  for (guint w = 0; w < words->len; w++)
    {
      const TrioWord *word = g_array_index (words, TrioWordUse, w).word;

      g_hash_table_add (whole, word->stem);
      for (guint p = 0; p < word->n_parts; p++)
        if (names_something (word->parts[p]))
          g_hash_table_add (parts, word->part_stems[p]);
    }
  for (guint s = 0; s < G_N_ELEMENTS (sets); s++)
    {
      GHashTableIter iter;
      gpointer stem;

      g_hash_table_iter_init (&iter, sets[s]);
      while (g_hash_table_iter_next (&iter, &stem, NULL))
        {
          TrioNameCandidate *candidate = g_hash_table_lookup (found, stem);

          if (s == 1 && g_hash_table_contains (whole, stem))
            continue;
          if (candidate == NULL)
            {
              candidate = g_new0 (TrioNameCandidate, 1);
              candidate->info = g_hash_table_lookup (namer->stems, stem);
              g_hash_table_insert (found, candidate->info->stem, candidate);
            }
          candidate->sum += s == 0 ? 1 : PART_WEIGHT;
          candidate->n_notes++;
        }
    }
}

/* What the words of the notes are about together, a vector of length 1. */
static double *
find_meaning (TrioNamer *namer, const guint *notes, guint n_notes)
{
  double *meaning = g_new0 (double, namer->dimensions + 1);
  double length = 0;

  for (guint i = 0; i < n_notes; i++)
    {
      GArray *words = trio_space_get_words (namer->space, notes[i]);

      for (guint w = 0; w < words->len; w++)
        {
          const TrioWord *word = g_array_index (words, TrioWordUse, w).word;

          for (guint d = 0; d < namer->dimensions && word->direction != NULL; d++)
            meaning[d] += word->weight * word->direction[d];
        }
    }
  for (guint d = 0; d < namer->dimensions; d++)
    length += meaning[d] * meaning[d];
  for (guint d = 0; d < namer->dimensions && length > 0; d++)
    meaning[d] /= sqrt (length);
  return meaning;
}

static double
score_of (TrioNamer *namer,
          const TrioNameCandidate *candidate,
          const double *meaning,
          guint n_notes)
{
  const TrioNameStem *info = candidate->info;
  double rarity = log (1 + (double)trio_space_get_size (namer->space) / info->n_notes);
  double nearness = UNKNOWN_MEANING;

  if (info->direction != NULL)
    {
      nearness = 0;
      for (guint d = 0; d < namer->dimensions; d++)
        nearness += info->direction[d] * meaning[d];
    }
  /* Both rarities say much the same, so that each counts half. */
  return candidate->sum * sqrt (rarity * info->weight) * (MEANING_START + MAX (nearness, 0))
         * (candidate->sum > 1 || n_notes < 3 ? 1 : LONELY_FACTOR)
         * (info->may_name ? 1 : NO_NOUN_FACTOR);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const TrioNameCandidate *x = *(TrioNameCandidate *const *)a;
  const TrioNameCandidate *y = *(TrioNameCandidate *const *)b;

  if (x->info->is_general != y->info->is_general)
    return x->info->is_general ? 1 : -1;
  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;
  return strcmp (x->info->stem, y->info->stem);
}

/* Returns: (transfer full) (element-type TrioNameCandidate): the stems of the notes, best first */
GPtrArray *
trio_namer_rank (TrioNamer *namer, const guint *notes, guint n_notes)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree double *meaning = find_meaning (namer, notes, n_notes);
  GPtrArray *ranked = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < n_notes; i++)
    count_in_note (namer, notes[i], found);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TrioNameCandidate *candidate = value;

      candidate->score = score_of (namer, candidate, meaning, n_notes);
      g_ptr_array_add (ranked, candidate);
    }
  g_ptr_array_sort (ranked, compare_candidates);
  return ranked;
}

/* Returns: (transfer none) (nullable): the title of the concept that most notes have a word of, when
 * it is at least half of them */
const char *
trio_namer_find_matter (TrioNamer *namer, const guint *notes, guint n_notes)
{
  guint n = g_strv_length (namer->titles), best = 0;
  g_autofree guint *counts = g_new0 (guint, n + 1);
  g_autofree guint *last = g_new0 (guint, n + 1);

  for (guint i = 0; i < n_notes; i++)
    {
      GArray *words = trio_space_get_words (namer->space, notes[i]);

      for (guint w = 0; w < words->len; w++)
        {
          const TrioWord *word = g_array_index (words, TrioWordUse, w).word;

          for (guint c = 0; c < word->n_concepts; c++)
            {
              counts[word->concepts[c]] += last[word->concepts[c]] != i + 1;
              last[word->concepts[c]] = i + 1;
            }
        }
    }
  for (guint c = 1; c < n; c++)
    if (counts[c] > counts[best])
      best = c;
  return counts[best] > 1 && 2 * counts[best] >= n_notes ? namer->titles[best] : NULL;
}
