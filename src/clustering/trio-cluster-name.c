/* trio-cluster-name.c: names clusters by the stems that many of their notes and few others have.
 *
 * The score of a stem is the number of notes of the cluster with it (as part of a compound a
 * little less), times the logarithm of how rare it is on the board, times its background weight.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "clustering/trio-cluster-name.h"

#define PART_WEIGHT  0.7
#define PART_SURFACE 0.5
/* What only one note of several has names the note and not the cluster. */
#define LONELY_FACTOR 0.5
#define MOST_NAMES    3
/* Two words of different notes that point closer than this are worth mentioning. */
#define NEAR_MEANING 0.45

/* How often a form was written; forms stay in the order they were met in. */
typedef struct
{
  char *form;
  double count;
} Surface;

typedef struct
{
  char *stem;
  double weight;
  guint n_notes;
  int last_note;
  GArray *surfaces;
} StemInfo;

typedef struct
{
  StemInfo *info;
  double sum;
  double score;
  guint n_notes;
} Candidate;

struct _TrioNamer
{
  TrioSpace *space;
  guint dimensions;
  GHashTable *stems; /* stem → StemInfo */
};

static void
clear_surface (gpointer data)
{
  g_free (((Surface *)data)->form);
}

static void
free_stem_info (gpointer data)
{
  StemInfo *info = data;

  g_array_unref (info->surfaces);
  g_free (info->stem);
  g_free (info);
}

/* A capital that only begins a sentence says nothing about the word; other capitals do. */
static char *
dup_form (const char *written, const char *lower)
{
  const char *rest = g_utf8_next_char (written);

  return g_str_has_suffix (lower, rest) ? g_strdup (lower) : g_strdup (written);
}

static void
add_surface (GArray *surfaces, const char *form, double count)
{
  Surface surface = { NULL, count };

  for (guint i = 0; i < surfaces->len; i++)
    if (strcmp (g_array_index (surfaces, Surface, i).form, form) == 0)
      {
        g_array_index (surfaces, Surface, i).count += count;
        return;
      }
  surface.form = g_strdup (form);
  g_array_append_val (surfaces, surface);
}

static void
count_stem (
    TrioNamer *namer, const char *stem, double weight, const char *form, double surface, int note)
{
  StemInfo *info = g_hash_table_lookup (namer->stems, stem);

  if (info == NULL)
    {
      info = g_new0 (StemInfo, 1);
      info->stem = g_strdup (stem);
      info->weight = weight;
      info->last_note = -1;
      info->surfaces = g_array_new (FALSE, FALSE, sizeof (Surface));
      g_array_set_clear_func (info->surfaces, clear_surface);
      g_hash_table_insert (namer->stems, info->stem, info);
    }
  info->n_notes += info->last_note != note;
  info->last_note = note;
  add_surface (info->surfaces, form, surface);
}

/* A plural ending may be cut off as if it were a word; it serves comparing but names nothing. */
static gboolean
names_something (const char *part)
{
  return !g_str_equal (part, "erne") && !g_str_equal (part, "ernes");
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
  namer->stems = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_stem_info);
  for (guint i = 0; i < trio_space_get_size (space); i++)
    {
      GArray *words = trio_space_get_words (space, i);

      for (guint w = 0; w < words->len; w++)
        {
          const TrioWordUse *use = &g_array_index (words, TrioWordUse, w);
          g_autofree char *form = dup_form (use->written, use->word->text);

          count_stem (namer, use->word->stem, use->word->weight, form, 1, i);
          for (guint p = 0; p < use->word->n_parts; p++)
            if (names_something (use->word->parts[p]))
              count_stem (namer, use->word->part_stems[p], use->word->part_weights[p],
                          use->word->parts[p], PART_SURFACE, i);
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
  g_hash_table_unref (namer->stems);
  g_free (namer);
}

/**
 * trio_cluster_name_free:
 * @name: (transfer full): what is said about a cluster
 *
 * Frees it.
 */
void
trio_cluster_name_free (TrioClusterName *name)
{
  g_free (name->name);
  g_strfreev (name->alternatives);
  g_free (name->reason);
  g_free (name);
}

static const char *
commonest_form (const StemInfo *info)
{
  const Surface *best = &g_array_index (info->surfaces, Surface, 0);

  for (guint i = 1; i < info->surfaces->len; i++)
    if (g_array_index (info->surfaces, Surface, i).count > best->count)
      best = &g_array_index (info->surfaces, Surface, i);
  return best->form;
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
          Candidate *candidate = g_hash_table_lookup (found, stem);

          if (candidate == NULL)
            {
              candidate = g_new0 (Candidate, 1);
              candidate->info = g_hash_table_lookup (namer->stems, stem);
              g_hash_table_insert (found, candidate->info->stem, candidate);
            }
          candidate->sum += s == 0 ? 1 : PART_WEIGHT;
          candidate->n_notes += s == 0 || !g_hash_table_contains (whole, stem);
        }
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = *(Candidate *const *)a, *y = *(Candidate *const *)b;

  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;
  return strcmp (x->info->stem, y->info->stem);
}

static GPtrArray *
rank_stems (TrioNamer *namer, const guint *notes, guint n_notes)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ranked = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < n_notes; i++)
    count_in_note (namer, notes[i], found);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Candidate *candidate = value;
      double rarity
          = log (1 + (double)trio_space_get_size (namer->space) / candidate->info->n_notes);

      candidate->score = candidate->sum * rarity * candidate->info->weight
                         * (candidate->sum > 1 || n_notes < 3 ? 1 : LONELY_FACTOR);
      g_ptr_array_add (ranked, candidate);
    }
  g_ptr_array_sort (ranked, compare_candidates);
  return ranked;
}

/* The phrase of two stems that stand side by side in at least two notes, as written most often. */
static char *
dup_phrase (
    TrioNamer *namer, const guint *notes, guint n_notes, const StemInfo *a, const StemInfo *b)
{
  g_autoptr (GArray) phrases = g_array_new (FALSE, FALSE, sizeof (Surface));
  const Surface *best = NULL;
  double total = 0;

  g_array_set_clear_func (phrases, clear_surface);
  for (guint i = 0; i < n_notes; i++)
    {
      GArray *words = trio_space_get_words (namer->space, notes[i]);

      for (guint w = 1; w < words->len; w++)
        {
          const TrioWordUse *left = &g_array_index (words, TrioWordUse, w - 1);
          const TrioWordUse *right = left + 1;
          gboolean forward
              = strcmp (left->word->stem, a->stem) == 0 && strcmp (right->word->stem, b->stem) == 0;
          gboolean backward
              = strcmp (left->word->stem, b->stem) == 0 && strcmp (right->word->stem, a->stem) == 0;
          g_autofree char *first = NULL;
          g_autofree char *second = NULL;
          g_autofree char *phrase = NULL;

          if ((!forward && !backward) || right->position != left->position + 1)
            continue;
          first = dup_form (left->written, left->word->text);
          second = dup_form (right->written, right->word->text);
          phrase = g_strconcat (first, " ", second, NULL);
          add_surface (phrases, phrase, 1);
          total += 1;
          break;
        }
    }
  for (guint i = 0; i < phrases->len; i++)
    if (best == NULL || g_array_index (phrases, Surface, i).count > best->count)
      best = &g_array_index (phrases, Surface, i);
  return total >= 2 ? g_strdup (best->form) : NULL;
}

static char *
dup_capitalised (const char *text)
{
  g_autoptr (GString) result = g_string_new (NULL);

  g_string_append_unichar (result, g_unichar_toupper (g_utf8_get_char (text)));
  g_string_append (result, g_utf8_next_char (text));
  return g_strdup (result->str);
}

static const TrioWord *
word_at (TrioNamer *namer, guint note, guint index)
{
  return g_array_index (trio_space_get_words (namer->space, note), TrioWordUse, index).word;
}

/* The two words of different notes whose meanings are nearest. */
static gboolean
find_nearest_words (TrioNamer *namer,
                    const guint *notes,
                    guint n_notes,
                    const TrioWord **first,
                    const TrioWord **second)
{
  double nearest = NEAR_MEANING;

  *first = NULL;
  for (guint i = 0; i < n_notes; i++)
    for (guint j = 0; j < i; j++)
      for (guint a = 0; a < trio_space_get_words (namer->space, notes[i])->len; a++)
        for (guint b = 0; b < trio_space_get_words (namer->space, notes[j])->len; b++)
          {
            const TrioWord *x = word_at (namer, notes[i], a);
            const TrioWord *y = word_at (namer, notes[j], b);
            double cosine = 0;

            if (x->direction == NULL || y->direction == NULL || strcmp (x->stem, y->stem) == 0)
              continue;
            for (guint d = 0; d < namer->dimensions; d++)
              cosine += x->direction[d] * y->direction[d];
            cosine *= sqrt (x->weight * y->weight);
            if (cosine > nearest)
              {
                nearest = cosine;
                *first = y;
                *second = x;
              }
          }
  return *first != NULL;
}

/* Looking at all pairs of words of a large heap would take longer than it is worth. */
#define MOST_NOTES_FOR_MEANING 40

/* A compound and its parts are one piece of evidence. */
static gboolean
is_said (const char *said, const char *form)
{
  g_auto (GStrv) forms = g_strsplit (said, "\n", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    if (*forms[i] != '\0' && (strstr (forms[i], form) != NULL || strstr (form, forms[i]) != NULL))
      return TRUE;
  return FALSE;
}

static char *
dup_reason (TrioNamer *namer, const guint *notes, guint n_notes, GPtrArray *ranked)
{
  g_autoptr (GString) shared = g_string_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  const TrioWord *first, *second;
  guint n_shared = 0;

  for (guint i = 0; i < ranked->len && n_shared < MOST_NAMES; i++)
    {
      const Candidate *candidate = ranked->pdata[i];

      const char *form = commonest_form (candidate->info);

      if (candidate->n_notes < 2 || is_said (said->str, form))
        continue;
      g_string_append_printf (said, "%s\n", form);
      if (n_shared++ > 0)
        g_string_append (shared, ", ");
      /* Translators: a word, and how many inputs have it. */
      g_string_append_printf (shared, _ ("“%s” (%u)"), form, candidate->n_notes);
    }
  if (n_shared > 0)
    /* Translators: a list of words, each with the number of inputs that have it. */
    return g_strdup_printf (_ ("The same words: %s"), shared->str);
  if (find_nearest_words (namer, notes, MIN (n_notes, MOST_NOTES_FOR_MEANING), &first, &second))
    /* Translators: two words from two inputs. */
    return g_strdup_printf (_ ("Words near in meaning: “%s” and “%s”"), first->text, second->text);
  return g_strdup (_ ("Akin in wording and meaning as a whole, without a word in common"));
}

/**
 * trio_namer_name:
 * @namer: a namer
 * @notes: (array length=n_notes): indices of the notes of a cluster
 * @n_notes: count of @notes, at least 1
 *
 * Suggests a name for a cluster: the phrase that its two best stems form, or the form in which its
 * best stem was written most often.
 *
 * Returns: (transfer full): the name, alternatives and the reason
 */
TrioClusterName *
trio_namer_name (TrioNamer *namer, const guint *notes, guint n_notes)
{
  TrioClusterName *name = g_new0 (TrioClusterName, 1);
  g_autoptr (GStrvBuilder) alternatives = g_strv_builder_new ();
  g_autoptr (GPtrArray) ranked = rank_stems (namer, notes, n_notes);
  g_autofree char *phrase = NULL;

  if (ranked->len > 1)
    phrase = dup_phrase (namer, notes, n_notes, ((Candidate *)ranked->pdata[0])->info,
                         ((Candidate *)ranked->pdata[1])->info);
  if (phrase != NULL)
    name->name = dup_capitalised (phrase);
  for (guint i = 0; i < MIN (ranked->len, MOST_NAMES); i++)
    {
      g_autofree char *form
          = dup_capitalised (commonest_form (((Candidate *)ranked->pdata[i])->info));

      if (name->name == NULL)
        name->name = g_steal_pointer (&form);
      else
        g_strv_builder_add (alternatives, form);
    }
  name->alternatives = g_strv_builder_end (alternatives);
  name->reason = dup_reason (namer, notes, n_notes, ranked);
  return name;
}
