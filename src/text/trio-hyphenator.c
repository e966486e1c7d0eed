/* trio-hyphenator.c: where long words may be divided, by libhyphen.
 *
 * Danish puts words together without an end: a note on the board is narrower than some of them.
 * The patterns are those that office programs use.
 */
#include "config.h"

#include "text/trio-hyphenator.h"

#include <glib/gi18n-lib.h>
#include <hyphen.h>
#include <string.h>

#include "base/trio-error.h"

/* libhyphen's own limit for a word is somewhat above; nobody reads longer ones. */
#define MAX_LETTERS 90

/* Letters that stay together at the beginning and at the end. */
#define LEAST_BEFORE 2
#define LEAST_AFTER  3

#define SOFT_HYPHEN "\302\255"

struct _TrioHyphenator
{
  HyphenDict *dict;
};

/**
 * trio_hyphenator_open:
 * @path: file name of hyphenation patterns, "hyph_….dic"
 * @error: return location for an error
 *
 * Reads patterns.
 *
 * Returns: (transfer full) (nullable): the hyphenator, or %NULL with %TRIO_ERROR_NOT_FOUND
 */
TrioHyphenator *
trio_hyphenator_open (const char *path, GError **error)
{
  HyphenDict *dict = hnj_hyphen_load (path);
  TrioHyphenator *hyphenator;

  if (dict == NULL)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                   _ ("The hyphenation patterns “%s” cannot be read, so long words are divided "
                      "anywhere."),
                   path);
      return NULL;
    }
  hyphenator = g_new0 (TrioHyphenator, 1);
  hyphenator->dict = dict;
  return hyphenator;
}

/**
 * trio_hyphenator_find:
 * @lang: "da" or "en"
 *
 * Finds and reads the installed patterns of a language.
 *
 * Returns: (transfer full) (nullable): the hyphenator; %NULL when none is installed
 */
TrioHyphenator *
trio_hyphenator_find (const char *lang)
{
  static const char *const danish[] = { "hyph_da_DK.dic", NULL };
  static const char *const english[] = { "hyph_en_GB.dic", "hyph_en_US.dic", NULL };
  const char *const *names = g_str_has_prefix (lang, "da") ? danish : english;

  for (; *names != NULL; names++)
    for (const char *const *data = g_get_system_data_dirs (); *data != NULL; data++)
      {
        g_autofree char *path = g_build_filename (*data, "hyphen", *names, NULL);
        TrioHyphenator *hyphenator = NULL;

        if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
          hyphenator = trio_hyphenator_open (path, NULL);
        if (hyphenator != NULL)
          return hyphenator;
      }
  return NULL;
}

/**
 * trio_hyphenator_free:
 * @hyphenator: (transfer full) (nullable): a hyphenator
 *
 * Frees a hyphenator.
 */
void
trio_hyphenator_free (TrioHyphenator *hyphenator)
{
  if (hyphenator == NULL)
    return;
  hnj_hyphen_free (hyphenator->dict);
  g_free (hyphenator);
}

/* The word in small letters as the patterns are written, one byte a letter or UTF-8. */
static char *
encode (TrioHyphenator *hyphenator, const char *word, gsize length)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize)length);

  if (g_utf8_strlen (lower, -1) != g_utf8_strlen (word, (gssize)length))
    return NULL;
  if (hyphenator->dict->utf8)
    return g_steal_pointer (&lower);
  return g_convert (lower, -1, hyphenator->dict->cset, "UTF-8", NULL, NULL, NULL);
}

static void
free_rests (char **rep, int *pos, int *cut, gsize size)
{
  for (gsize i = 0; rep != NULL && i < size; i++)
    free (rep[i]);
  free (rep);
  free (pos);
  free (cut);
}

/* Adds a word of letters only to @result, with soft hyphens where it may be divided. */
static void
soften_word (TrioHyphenator *hyphenator, const char *word, gsize length, GString *result)
{
  g_autofree char *encoded = encode (hyphenator, word, length);
  g_autofree char *marks = NULL;
  gsize size = encoded != NULL ? strlen (encoded) : 0;
  glong n = g_utf8_strlen (word, (gssize)length);
  char **rep = NULL;
  int *pos = NULL, *cut = NULL;
  const char *at = word;

  if (size > 0)
    marks = g_new0 (char, size + 5);
  if (size == 0
      || hnj_hyphen_hyphenate3 (hyphenator->dict, encoded, (int)size, marks, NULL, &rep, &pos, &cut,
                                LEAST_BEFORE, LEAST_AFTER, LEAST_BEFORE, LEAST_AFTER)
             != 0)
    {
      g_string_append_len (result, word, (gssize)length);
      free_rests (rep, pos, cut, size);
      return;
    }
  for (glong i = 0; i < n; i++)
    {
      const char *next = g_utf8_next_char (at);

      g_string_append_len (result, at, next - at);
      /* A division that also changes letters is passed over. */
      if (i < n - 1 && (marks[i] & 1) != 0 && (rep == NULL || rep[i] == NULL))
        g_string_append (result, SOFT_HYPHEN);
      at = next;
    }
  free_rests (rep, pos, cut, size);
}

/* The end of what begins at @text and is all letters, or all something else. */
static const char *
find_end_of_run (const char *text)
{
  gboolean is_letter = g_unichar_isalpha (g_utf8_get_char (text));

  while (*text != '\0' && g_unichar_isalpha (g_utf8_get_char (text)) == is_letter)
    text = g_utf8_next_char (text);
  return text;
}

/**
 * trio_hyphenator_soften:
 * @hyphenator: a hyphenator
 * @text: words, in UTF-8
 * @least_letters: how many letters a word has at least that is divided
 *
 * Puts soft hyphens (U+00AD) into long words where they may be divided, for showing them in a
 * narrow place. A word is a run of letters, so what stands between hyphens or digits is divided
 * for itself. Liang, Word Hy-phen-a-tion by Com-put-er (1983).
 *
 * Returns: (transfer full): the text with soft hyphens
 */
char *
trio_hyphenator_soften (TrioHyphenator *hyphenator, const char *text, guint least_letters)
{
  GString *result = g_string_sized_new (strlen (text) + 16);
  const char *at = text;

  g_return_val_if_fail (hyphenator != NULL, NULL);

  while (*at != '\0')
    {
      const char *end = find_end_of_run (at);
      glong n = g_utf8_strlen (at, end - at);

      if (g_unichar_isalpha (g_utf8_get_char (at)) && n >= (glong)least_letters && n <= MAX_LETTERS)
        soften_word (hyphenator, at, (gsize)(end - at), result);
      else
        g_string_append_len (result, at, end - at);
      at = end;
    }
  return g_string_free (result, FALSE);
}
