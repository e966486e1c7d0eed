/* trio-word-class.c: tells nouns from other words by a dictionary and the endings of nouns. */
#include "config.h"

#include <string.h>

#include "text/trio-word-class.h"

#define SHORTEST_STEM 2

/* What a noun is written with besides the form that the dictionary lists. */
typedef struct
{
  const char *ending;
  const char *instead;
} Ending;

/* clang-format off */
static const Ending danish_endings[] = {
  { "ernes", "" }, { "erne", "" }, { "enes", "" }, { "ene", "" }, { "ens", "" }, { "ets", "" },
  { "rne", "" }, { "en", "" }, { "et", "" }, { "er", "" }, { "ne", "" }, { "e", "" },
  { "n", "" }, { "t", "" }, { "r", "" }, { "s", "" }, { NULL, NULL },
};

static const Ending english_endings[] = {
  { "ies", "y" }, { "es", "" }, { "s", "" }, { NULL, NULL },
};

/* What verbs and adjectives take and nouns do not. */
static const Ending danish_other_endings[] = {
  { "ede", "" }, { "ede", "e" }, { "ende", "" }, { "ende", "e" }, { "ere", "" }, { "ere", "e" },
  { "est", "" }, { "te", "" }, { "te", "e" }, { NULL, NULL },
};

static const Ending english_other_endings[] = {
  { "ed", "" }, { "ed", "e" }, { "er", "" }, { "est", "" }, { "ly", "" }, { NULL, NULL },
};

/* Days, stretches of time and small numbers: when and how many, not what. */
static const char *const danish_times[] = {
  "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "dag", "uge", "måned",
  "år", "minut", "minutter", "gang", "én", "ét", "to", "tre", NULL
};

static const char *const english_times[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "week",
  "month", "year", "hour", "minute", "one", "two", "three", NULL
};
/* clang-format on */

/* One of the words, also inflected. */
static gboolean
tells_when (const char *const *times, const Ending *endings, const char *word)
{
  for (guint i = 0; times[i] != NULL; i++)
    {
      const char *rest = word + strlen (times[i]);

      if (!g_str_has_prefix (word, times[i]))
        continue;
      if (*rest == '\0')
        return TRUE;
      for (guint e = 0; endings[e].ending != NULL; e++)
        if (strcmp (rest, endings[e].ending) == 0)
          return TRUE;
    }
  return FALSE;
}

/* The word, or what is left of it without an ending; a final consonant may have been doubled. */
static TrioWordClass
classify_inflected (TrioWordList *words, const Ending *endings, const char *word)
{
  gsize length = strlen (word);
  TrioWordClass found = TRIO_WORD_CLASS_UNKNOWN;

  for (guint e = 0; endings[e].ending != NULL; e++)
    {
      gsize n = length - MIN (length, strlen (endings[e].ending));
      g_autofree char *stem = NULL;

      if (n < SHORTEST_STEM || !g_str_has_suffix (word, endings[e].ending))
        continue;
      stem = g_strdup_printf ("%.*s%s", (int)n, word, endings[e].instead);
      if (trio_word_list_is_noun (words, stem))
        return TRIO_WORD_CLASS_NOUN;
      if (trio_word_list_contains (words, stem))
        found = TRIO_WORD_CLASS_OTHER;
      if (n > SHORTEST_STEM && stem[n - 1] == stem[n - 2] && stem[n] == '\0')
        {
          stem[n - 1] = '\0';
          if (trio_word_list_is_noun (words, stem))
            return TRIO_WORD_CLASS_NOUN;
        }
    }
  return found;
}

static gboolean
has_ending (TrioWordList *words, const Ending *endings, const char *word)
{
  for (guint e = 0; endings[e].ending != NULL; e++)
    {
      gsize length = strlen (word), n = length - MIN (length, strlen (endings[e].ending));
      g_autofree char *stem = g_strdup_printf ("%.*s%s", (int)n, word, endings[e].instead);

      if (n >= SHORTEST_STEM && g_str_has_suffix (word, endings[e].ending)
          && trio_word_list_contains (words, stem))
        return TRUE;
    }
  return FALSE;
}

/**
 * trio_word_class_find:
 * @words: a dictionary of the language
 * @lang: "da" or "en"
 * @word: a word in lower case
 * @parts: (array zero-terminated=1): its parts when it is a compound; the last one decides
 *
 * Tells whether a word can name something.
 *
 * Returns: the class
 */
TrioWordClass
trio_word_class_find (TrioWordList *words,
                      const char *lang,
                      const char *word,
                      const char *const *parts)
{
  gboolean danish = strcmp (lang, "da") == 0;
  const Ending *endings = danish ? danish_endings : english_endings;
  guint n_parts = g_strv_length ((char **)parts);
  TrioWordClass found;

  if (tells_when (danish ? danish_times : english_times, endings, word))
    return TRIO_WORD_CLASS_WHEN;
  if (trio_word_list_is_noun (words, word))
    return TRIO_WORD_CLASS_NOUN;
  /* What the Danish dictionary lists as something else is no inflected noun, even where it looks
   * like one; in English it may well be. */
  if (danish && trio_word_list_contains (words, word))
    return TRIO_WORD_CLASS_OTHER;
  found = classify_inflected (words, endings, word);
  if (found != TRIO_WORD_CLASS_UNKNOWN)
    return found;
  if (has_ending (words, danish ? danish_other_endings : english_other_endings, word))
    return TRIO_WORD_CLASS_OTHER;
  if (n_parts > 0
      && (trio_word_list_is_noun (words, parts[n_parts - 1])
          || classify_inflected (words, endings, parts[n_parts - 1]) == TRIO_WORD_CLASS_NOUN))
    return TRIO_WORD_CLASS_NOUN;
  return trio_word_list_contains (words, word) ? TRIO_WORD_CLASS_OTHER : TRIO_WORD_CLASS_UNKNOWN;
}
