/* trio-scan-name.c: finds likely names of persons, and words about health beside a person.
 *
 * A capital letter says little at the beginning of a sentence, and a given name that is a
 * word as well says little by itself; then a second sign is needed: a family name, a form of
 * address, or a word that only goes with persons. Better a name missed than a note of every
 * third line: what is found here warns and stops nothing.
 */
#include "config.h"

#include "document/gate/trio-scan-private.h"

#include <string.h>

#define MAX_MORE_WORDS  3  /* of a name after its first word */
#define HEALTH_DISTANCE 80 /* characters between a person and a word about health */

typedef struct
{
  guint from;
  guint to;
  gboolean is_capital; /* the first letter */
  gboolean is_shouted; /* all letters, of two or more */
  gboolean opens;      /* a sentence, or something like one */
  gboolean is_joined;  /* only a space, or an abbreviation's full stop, before it */
  char text[TRIO_SCAN_WORD_SIZE];
} Word;

static gboolean
is_letter (const TrioScan *scan, guint at)
{
  return at < scan->n_chars && g_unichar_isalpha (scan->chars[at].c);
}

static guint
find_word_end (const TrioScan *scan, guint from)
{
  guint to = from;

  while (is_letter (scan, to)
         || ((scan->chars[to].c == '-' || scan->chars[to].c == '\'') && is_letter (scan, to + 1)))
    to++;
  return to;
}

static gboolean
is_initial (const Word *word)
{
  return word->to - word->from == 1 && word->is_capital;
}

static void
look_at_gap (const TrioScan *scan, const Word *previous, Word *word)
{
  guint gap = word->from - previous->to;
  gboolean dotted = gap >= 1 && gap <= 2 && scan->chars[previous->to].c == '.'
                    && (gap == 1 || scan->chars[previous->to + 1].c == ' ');

  word->opens = FALSE;
  word->is_joined = gap == 1 && scan->chars[previous->to].c == ' ';
  if (dotted
      && (is_initial (previous) || trio_words_have (TRIO_WORDS_ABBREVIATION, previous->text)))
    {
      word->is_joined = TRUE;
      return;
    }
  for (guint i = previous->to; i < word->from; i++)
    if (scan->chars[i].c != ' ' && scan->chars[i].c != ',' && scan->chars[i].c != '&')
      word->opens = TRUE;
}

static GArray *
list_words (const TrioScan *scan)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));

  for (guint i = 0; i < scan->n_chars; i++)
    {
      Word word = { .from = i, .opens = TRUE };

      if (!is_letter (scan, i))
        continue;
      word.to = find_word_end (scan, i);
      word.is_capital = g_unichar_isupper (scan->chars[i].c);
      word.is_shouted = word.to - word.from > 1 && word.is_capital;
      for (guint j = word.from; j < word.to && word.is_shouted; j++)
        word.is_shouted = !g_unichar_islower (scan->chars[j].c);
      trio_scan_fold_word (scan, word.from, word.to, word.text, sizeof word.text);
      if (words->len > 0)
        look_at_gap (scan, &g_array_index (words, Word, words->len - 1), &word);
      g_array_append_val (words, word);
      i = word.to - 1;
    }
  return words;
}

static const Word *
get (const GArray *words, gint64 at)
{
  return at >= 0 && at < words->len ? &g_array_index (words, Word, at) : NULL;
}

/* Whether a word, or what it is the genitive of, or the first half of it, is in a list. */
static gboolean
is_in (TrioWordList list, const Word *word)
{
  char text[TRIO_SCAN_WORD_SIZE];
  gsize length = strlen (word->text);
  char *hyphen;

  if (trio_words_have (list, word->text))
    return TRUE;
  memcpy (text, word->text, length + 1);
  if (length > 2 && text[length - 1] == 's')
    {
      text[length - 1] = '\0';
      if (text[length - 2] == '\'')
        text[length - 2] = '\0';
      if (trio_words_have (list, text))
        return TRUE;
    }
  hyphen = strchr (text, '-');
  if (hyphen == NULL)
    return FALSE;
  *hyphen = '\0';
  return trio_words_have (list, text);
}

static gboolean
is_genitive (TrioWordList list, const Word *word)
{
  return is_in (list, word) && !trio_words_have (list, word->text);
}

static gboolean
is_family_name (const Word *word)
{
  return is_in (TRIO_WORDS_FAMILY_NAME, word);
}

static gboolean
is_sure_family_name (const Word *word)
{
  return is_family_name (word) && !is_in (TRIO_WORDS_WORD_FAMILY_NAME, word);
}

static gboolean
has_ending (const char *text, const char *const *endings)
{
  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (text, *endings))
      return TRUE;
  return FALSE;
}

/* Niels Bohrs Vej, Anne Franks Skole */
static gboolean
is_place (const Word *word)
{
  static const char *const endings[]
      = { "vej",     "gade",   "skolen", "skole",  "centret", "centeret",
          "huset",   "hallen", "allé",   "parken", "kirken",  "hjemmet",
          "kommune", "prisen", "fonden", "plads",  NULL };

  return is_in (TRIO_WORDS_PLACE, word) || has_ending (word->text, endings);
}

static gboolean
is_follower (const Word *word)
{
  return word != NULL && word->is_joined && word->is_capital
         && (!word->is_shouted || word->to - word->from == 1);
}

/* Number of the last word of the capital words that begin at @at, and whether they name a
 * place or a body. */
static gint64
find_name_end (const GArray *words, gint64 at, gboolean *names_place)
{
  gint64 last = at;

  *names_place = FALSE;
  while (last - at < MAX_MORE_WORDS && is_follower (get (words, last + 1)))
    if (is_place (get (words, ++last)))
      {
        *names_place = TRUE;
        return last;
      }
  /* A lone letter at the end opens something else. */
  while (last > at && is_initial (get (words, last)))
    last--;
  return last;
}

static gboolean
is_after (const GArray *words, gint64 at, TrioWordList list)
{
  const Word *previous = get (words, at - 1);

  return previous != NULL && get (words, at)->is_joined && !previous->is_shouted
         && is_in (list, previous);
}

static gboolean
is_named_by_title (const GArray *words, gint64 at)
{
  const Word *word = get (words, at);

  if (word->is_shouted || is_initial (word) || is_in (TRIO_WORDS_OFFICE, word) || is_place (word))
    return FALSE;
  if (is_after (words, at, TRIO_WORDS_ADDRESS) || is_after (words, at, TRIO_WORDS_PROFESSION))
    return TRUE;
  return is_after (words, at, TRIO_WORDS_ROLE)
         && (is_in (TRIO_WORDS_FIRST_NAME, word) || is_family_name (word));
}

/* A given name alone, or with something that is no family name we know. */
static gboolean
has_second_sign (const GArray *words, gint64 at)
{
  const Word *word = get (words, at);
  const Word *next = get (words, at + 1);
  const Word *after = get (words, at + 2);

  if (next == NULL || !next->is_joined)
    return FALSE;
  if (is_in (TRIO_WORDS_PERSON_VERB, next) || is_genitive (TRIO_WORDS_FIRST_NAME, word))
    return TRUE;
  return (strcmp (next->text, "og") == 0 || strcmp (next->text, "and") == 0) && after != NULL
         && after->is_joined && after->is_capital && is_in (TRIO_WORDS_FIRST_NAME, after);
}

static gboolean
is_given_name (const GArray *words, gint64 at, gint64 last)
{
  const Word *word = get (words, at);
  gboolean is_word = is_in (TRIO_WORDS_WORD_NAME, word);

  for (gint64 i = at + 1; i <= last; i++)
    if (is_family_name (get (words, i)) || g_str_has_suffix (get (words, i)->text, "sen"))
      return TRUE;
  if (last > at)
    return !is_word || !word->opens;
  if (is_word)
    return !word->opens && is_after (words, at, TRIO_WORDS_PREPOSITION);
  return !word->opens || has_second_sign (words, at);
}

/* Whether all of it stands in capitals, or all of it in small letters, and both halves are
 * names we know. */
static gboolean
is_known_pair (const GArray *words, gint64 at)
{
  const Word *word = get (words, at);
  const Word *next = get (words, at + 1);

  return next != NULL && next->is_joined && word->is_shouted == next->is_shouted
         && word->is_capital == next->is_capital && is_in (TRIO_WORDS_FIRST_NAME, word)
         && !is_in (TRIO_WORDS_WORD_NAME, word) && is_sure_family_name (next);
}

/* The first word of the name whose family name stands at @at. */
static gint64
find_name_start (const GArray *words, gint64 at)
{
  gint64 first = at;

  while (at - first < MAX_MORE_WORDS && get (words, first)->is_joined)
    {
      const Word *previous = get (words, first - 1);

      if (previous == NULL || !previous->is_capital || previous->is_shouted
          || is_in (TRIO_WORDS_OPENER, previous))
        break;
      first--;
    }
  return first;
}

/* Finds a name that begins at @at, or just before it. When there is none, @last is the word
 * after which to go on. */
static gboolean
find_name (const GArray *words, gint64 at, gint64 *first, gint64 *last)
{
  const Word *word = get (words, at);
  gboolean names_place;
  gint64 end;

  *first = at;
  *last = at;
  if (!word->is_capital || word->is_shouted)
    {
      if (!is_known_pair (words, at))
        return FALSE;
      *last = at + 1;
      return TRUE;
    }
  end = find_name_end (words, at, &names_place);
  if (names_place && is_in (TRIO_WORDS_FIRST_NAME, word))
    {
      *last = end;
      return FALSE;
    }
  if (!names_place
      && (is_named_by_title (words, at)
          || (is_in (TRIO_WORDS_FIRST_NAME, word) && is_given_name (words, at, end))))
    {
      *last = end;
      return TRUE;
    }
  if (names_place || word->opens || !is_sure_family_name (word))
    return FALSE;
  *first = find_name_start (words, at);
  return TRUE;
}

static void
mark_relations (TrioScan *scan, const GArray *words)
{
  for (guint i = 1; i < words->len; i++)
    {
      const Word *word = get (words, i);

      if (!is_after (words, i, TRIO_WORDS_OWNER)
          || !trio_words_have (TRIO_WORDS_RELATION, word->text))
        continue;
      for (guint at = word->from; at < word->to; at++)
        scan->chars[at].is_person = TRUE;
    }
}

/* For every character, whether a person is near. */
static gboolean *
find_neighbours (const TrioScan *scan)
{
  gboolean *near = g_new0 (gboolean, scan->n_chars + 1);
  guint left = 0;

  for (guint i = 0; i < scan->n_chars; i++)
    {
      left = scan->chars[i].is_person ? HEALTH_DISTANCE : MAX (left, 1) - 1;
      near[i] = left > 0;
    }
  left = 0;
  for (guint i = scan->n_chars; i > 0; i--)
    {
      left = scan->chars[i - 1].is_person ? HEALTH_DISTANCE : MAX (left, 1) - 1;
      near[i - 1] = near[i - 1] || left > 0;
    }
  return near;
}

static void
find_health (TrioScan *scan, const GArray *words)
{
  g_autofree gboolean *near = find_neighbours (scan);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = get (words, i);

      if (near[word->from] && !scan->chars[word->from].is_hit
          && trio_words_have (TRIO_WORDS_HEALTH, word->text))
        trio_scan_add_hit (scan, TRIO_HIT_HEALTH, TRUE, word->from, word->to);
    }
}

/* Finds names, and words about health beside persons. */
void
trio_scan_names (TrioScan *scan)
{
  g_autoptr (GArray) words = list_words (scan);

  for (gint64 i = 0; i < words->len; i++)
    {
      gint64 first = i;
      gint64 last = i;
      gboolean found = find_name (words, i, &first, &last);
      guint from = get (words, first)->from;
      guint to = get (words, last)->to;

      i = last;
      if (found && !scan->chars[from].is_hit && !scan->chars[to - 1].is_hit)
        trio_scan_add_hit (scan, TRIO_HIT_NAME, TRUE, from, to);
    }
  mark_relations (scan, words);
  find_health (scan, words);
}
