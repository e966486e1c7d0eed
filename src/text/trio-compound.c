/* trio-compound.c: cuts Danish compounds with a word list and background counts.
 *
 * Every cut whose two sides are words or inflected words is tried; the best has sides that are
 * common in the background text and long. A word that is itself common stays whole.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "text/trio-compound.h"

#define SHORTEST_COMPOUND 7
#define SHORTEST_PART     3
/* A part is cut again only when it is long, or endings would be taken for words. */
#define SHORTEST_LONG_PART 10
/* A left side that only fits without its linking s is a little less likely. */
#define LINKING_S_PENALTY 0.3
/* A compound seen this much more often than its parts has a meaning of its own. */
#define COMMON_FACTOR 3
#define COMMON_START  30
#define LENGTH_WORTH  0.25
#define LENGTH_LIMIT  6

struct _TrioSplitter
{
  TrioWordList *words;
  TrioCompoundCount count;
  gpointer user_data;
  GHashTable *not_parts;
  GHashTable *short_parts;
  GHashTable *cuts[2]; /* by word: whole words, long parts */
};

/* Prefixes, endings and particles, which stand in word lists but are no parts of a compound. */
/* clang-format off */
static const char *const not_parts[] = {
  "ind", "ud", "op", "ned", "over", "under", "for", "fra", "til", "med", "mod", "ved", "efter",
  "før", "om", "på", "af", "an", "sam", "ens", "lig", "ing", "ning", "hed", "else", "ende",
  "tion", "isk", "bar", "som", "løs", "fuld", "fri", "art", "tid", "ter", "den", "det", "der",
  "des", "ert", "eri", "ene", "ere", "est", "sel", "ion", "ive", "and", "par", "ment", "tal",
  "tale", "mme", "ste", "sten", "rer", "ler", "ner", "ker", "ser", "ger", "ver", "ber", "fer",
  "mer", "per", "her", "hen", "mis", "van", "be", "ge", "er", "en", "et", "al", "ur", NULL
};

/* Words of three letters that do form compounds. */
static const char *const short_parts[] = {
  "bil", "bus", "tog", "tid", "tal", "sag", "dag", "løn", "liv", "mad", "hus", "hav", "lys",
  "arm", "øje", "øre", "ost", "syg", "luk", "køb", "dyr", "fag", "vej", "sti", "kør", "køn",
  "rum", "råd", "rod", "rot", "sok", "ski", "bør", "bog", "bad", "båd", "by", "nat", "nød", "fod",
  "mål", "bed", "vagt", NULL
};

static const char *const endings[] = {
  "en", "et", "er", "e", "ene", "erne", "ens", "ets", "ernes", "s", "ne", "n", "r", "rne", "t",
  "te", "ede", "de", NULL
};
/* clang-format on */

static GHashTable *
set_of (const char *const *words, guint n)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n && words[i] != NULL; i++)
    g_hash_table_add (set, (gpointer)words[i]);
  return set;
}

/**
 * trio_splitter_new:
 * @words: the Danish word list
 * @count: says how often the stem of a word was seen
 * @user_data: for @count
 *
 * Makes a splitter, for one thread at a time. It remembers what it has cut.
 *
 * Returns: (transfer full): the splitter
 */
TrioSplitter *
trio_splitter_new (TrioWordList *words, TrioCompoundCount count, gpointer user_data)
{
  TrioSplitter *splitter = g_new0 (TrioSplitter, 1);

  splitter->words = trio_word_list_ref (words);
  splitter->count = count;
  splitter->user_data = user_data;
  splitter->not_parts = set_of (not_parts, G_N_ELEMENTS (not_parts));
  splitter->short_parts = set_of (short_parts, G_N_ELEMENTS (short_parts));
  for (guint i = 0; i < G_N_ELEMENTS (splitter->cuts); i++)
    splitter->cuts[i]
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  return splitter;
}

/**
 * trio_splitter_free:
 * @splitter: (transfer full): a splitter
 *
 * Frees a splitter.
 */
void
trio_splitter_free (TrioSplitter *splitter)
{
  trio_word_list_unref (splitter->words);
  g_hash_table_unref (splitter->not_parts);
  g_hash_table_unref (splitter->short_parts);
  for (guint i = 0; i < G_N_ELEMENTS (splitter->cuts); i++)
    g_hash_table_unref (splitter->cuts[i]);
  g_free (splitter);
}

static gboolean
has_dictionary_form (TrioSplitter *splitter, const char *word)
{
  if (trio_word_list_contains (splitter->words, word))
    return TRUE;
  for (guint i = 0; endings[i] != NULL; i++)
    {
      g_autofree char *base = NULL;
      glong n;
      char *last;

      if (!g_str_has_suffix (word, endings[i]))
        continue;
      base = g_strndup (word, strlen (word) - strlen (endings[i]));
      n = g_utf8_strlen (base, -1);
      if (n < SHORTEST_PART)
        continue;
      if (trio_word_list_contains (splitter->words, base))
        return TRUE;
      last = g_utf8_prev_char (base + strlen (base));
      if (n > SHORTEST_PART && g_utf8_get_char (last) == g_utf8_get_char (g_utf8_prev_char (last)))
        {
          *last = '\0';
          if (trio_word_list_contains (splitter->words, base))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
may_be_part (TrioSplitter *splitter, const char *part)
{
  glong n = g_utf8_strlen (part, -1);

  if (n < SHORTEST_PART || g_hash_table_contains (splitter->not_parts, part))
    return FALSE;
  if (n == SHORTEST_PART && !g_hash_table_contains (splitter->short_parts, part))
    return FALSE;
  return has_dictionary_form (splitter, part);
}

typedef struct
{
  double score;
  char *left;
  char *right;
} Cut;

static void
try_cut (TrioSplitter *splitter,
         const char *left,
         const char *right,
         gboolean without_s,
         guint32 whole,
         Cut *best)
{
  g_autofree char *form = g_strdup (left);
  gsize length = strlen (form);
  guint32 rarer;
  double score;

  if (!may_be_part (splitter, form))
    return;
  if (!without_s && length > 1 && form[length - 1] == 's')
    {
      form[length - 1] = '\0';
      if (!trio_word_list_contains (splitter->words, form))
        form[length - 1] = 's';
    }
  rarer = MIN (splitter->count (form, splitter->user_data),
               splitter->count (right, splitter->user_data));
  if (whole > COMMON_FACTOR * ((guint64)rarer + COMMON_START))
    return;
  score = log (2.0 + rarer) - (without_s ? LINKING_S_PENALTY : 0)
          + LENGTH_WORTH
                * MIN (MIN (g_utf8_strlen (form, -1), g_utf8_strlen (right, -1)), LENGTH_LIMIT);
  if (best->left != NULL && score <= best->score)
    return;
  g_free (best->left);
  g_free (best->right);
  best->score = score;
  best->left = g_steal_pointer (&form);
  best->right = g_strdup (right);
}

static void
find_best_cut (TrioSplitter *splitter, const char *word, Cut *best)
{
  glong n = g_utf8_strlen (word, -1);
  guint32 whole = splitter->count (word, splitter->user_data);
  const char *right = g_utf8_offset_to_pointer (word, SHORTEST_PART);

  for (glong i = SHORTEST_PART; i <= n - SHORTEST_PART; i++, right = g_utf8_next_char (right))
    {
      g_autofree char *left = g_strndup (word, right - word);
      gsize length = strlen (left);

      if (!may_be_part (splitter, right))
        continue;
      if (left[length - 1] == 'e' && g_str_has_prefix (right, "ring"))
        continue;
      try_cut (splitter, left, right, FALSE, whole, best);
      if (left[length - 1] == 's' && i > 5)
        {
          left[length - 1] = '\0';
          try_cut (splitter, left, right, TRUE, whole, best);
        }
    }
}

static const char *const *
split (TrioSplitter *splitter, const char *word, gboolean is_part)
{
  GHashTable *cuts = splitter->cuts[is_part ? 1 : 0];
  g_autoptr (GStrvBuilder) parts = NULL;
  glong shortest = is_part ? SHORTEST_LONG_PART : SHORTEST_COMPOUND;
  Cut best = { 0 };
  char **known = g_hash_table_lookup (cuts, word);

  if (known != NULL)
    return (const char *const *)known;
  parts = g_strv_builder_new ();
  if (g_utf8_strlen (word, -1) >= shortest)
    find_best_cut (splitter, word, &best);
  if (best.left != NULL)
    {
      const char *sides[] = { best.left, best.right };

      for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          const char *const *inner = split (splitter, sides[i], TRUE);

          if (*inner == NULL)
            g_strv_builder_add (parts, sides[i]);
          else
            g_strv_builder_addv (parts, (const char **)inner);
        }
    }
  g_free (best.left);
  g_free (best.right);
  known = g_strv_builder_end (parts);
  g_hash_table_insert (cuts, g_strdup (word), known);
  return (const char *const *)known;
}

/**
 * trio_splitter_split:
 * @splitter: a splitter
 * @word: a word in lower case
 *
 * Cuts a compound into its parts; a linking s is left out.
 *
 * Returns: (transfer none) (array zero-terminated=1): the parts in order; empty when @word is no
 *   compound
 */
const char *const *
trio_splitter_split (TrioSplitter *splitter, const char *word)
{
  return split (splitter, word, FALSE);
}
