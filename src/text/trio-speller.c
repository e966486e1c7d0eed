/* trio-speller.c: which words are misspelt, by hunspell.
 *
 * It only tells: nothing here changes a text. Abbreviations, words with digits and addresses are
 * left alone, since marks under AMR or kl.8 teach people to ignore marks.
 */
#include "config.h"

#include "text/trio-speller.h"

#include <glib/gi18n-lib.h>
#include <hunspell/hunspell.h>
#include <string.h>

#include "base/trio-error.h"

#define MAX_SUGGESTIONS 6

struct _TrioSpeller
{
  Hunhandle *handle;
  char *encoding; /* NULL for UTF-8 */
  GHashTable *accepted;
};

/**
 * trio_speller_open:
 * @affixes: file name of the rules of a hunspell dictionary, "….aff"
 * @words: file name of its words, "….dic"
 * @error: return location for an error
 *
 * Reads a dictionary, which takes some tenths of a second; may be called in any thread.
 *
 * Returns: (transfer full) (nullable): the speller, or %NULL with %TRIO_ERROR_NOT_FOUND
 */
TrioSpeller *
trio_speller_open (const char *affixes, const char *words, GError **error)
{
  TrioSpeller *speller;
  const char *encoding;

  if (!g_file_test (affixes, G_FILE_TEST_IS_REGULAR)
      || !g_file_test (words, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                   _ ("The dictionary “%s” is not installed, so spelling is not checked."), words);
      return NULL;
    }

  speller = g_new0 (TrioSpeller, 1);
  speller->handle = Hunspell_create (affixes, words);
  speller->accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  encoding = Hunspell_get_dic_encoding (speller->handle);
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    speller->encoding = g_strdup (encoding);
  return speller;
}

/**
 * trio_speller_find:
 * @name: name of a dictionary, such as "da_DK"
 * @error: return location for an error
 *
 * Finds and reads an installed hunspell dictionary.
 *
 * Returns: (transfer full) (nullable): the speller, or %NULL with %TRIO_ERROR_NOT_FOUND
 */
TrioSpeller *
trio_speller_find (const char *name, GError **error)
{
  g_autofree char *affix_name = g_strconcat (name, ".aff", NULL);
  g_autofree char *word_name = g_strconcat (name, ".dic", NULL);

  for (const char *const *data = g_get_system_data_dirs (); *data != NULL; data++)
    {
      g_autofree char *affixes = g_build_filename (*data, "hunspell", affix_name, NULL);
      g_autofree char *words = g_build_filename (*data, "hunspell", word_name, NULL);

      if (g_file_test (words, G_FILE_TEST_IS_REGULAR))
        return trio_speller_open (affixes, words, error);
    }
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
               _ ("The dictionary “%s” is not installed, so spelling is not checked."), name);
  return NULL;
}

/**
 * trio_speller_free:
 * @speller: (transfer full) (nullable): a speller
 *
 * Frees a speller.
 */
void
trio_speller_free (TrioSpeller *speller)
{
  if (speller == NULL)
    return;
  Hunspell_destroy (speller->handle);
  g_hash_table_unref (speller->accepted);
  g_free (speller->encoding);
  g_free (speller);
}

/* The word as the dictionary writes it; NULL when it has no letters for it. */
static char *
encode (TrioSpeller *speller, const char *word)
{
  if (speller->encoding == NULL)
    return g_strdup (word);
  return g_convert (word, -1, speller->encoding, "UTF-8", NULL, NULL, NULL);
}

static char *
decode (TrioSpeller *speller, const char *word)
{
  if (speller->encoding == NULL)
    return g_utf8_make_valid (word, -1);
  return g_convert (word, -1, "UTF-8", speller->encoding, NULL, NULL, NULL);
}

static gboolean
is_known (TrioSpeller *speller, const char *word)
{
  g_autofree char *encoded = NULL;

  if (g_hash_table_contains (speller->accepted, word))
    return TRUE;
  encoded = encode (speller, word);
  return encoded == NULL || Hunspell_spell (speller->handle, encoded) != 0;
}

static gboolean
is_inside_word (const char *at)
{
  gunichar c = g_utf8_get_char (at);
  gunichar next;

  if (g_unichar_isalnum (c) || g_unichar_ismark (c))
    return TRUE;
  if (c != '\'' && c != 0x2019 && c != '@' && c != '.')
    return FALSE;
  next = g_utf8_get_char (g_utf8_next_char (at));
  return g_unichar_isalnum (next);
}

/* Abbreviations, numbers, addresses and single letters are no words to be judged. */
static gboolean
is_plain_word (const char *start, const char *end)
{
  gboolean has_lower = FALSE;
  guint n = 0;

  for (; start < end; start = g_utf8_next_char (start))
    {
      gunichar c = g_utf8_get_char (start);

      if (g_unichar_isdigit (c) || c == '@' || c == '.')
        return FALSE;
      has_lower |= g_unichar_islower (c) != 0;
      n++;
    }
  return has_lower && n > 1;
}

/**
 * trio_speller_check:
 * @speller: a speller
 * @text: valid UTF-8
 *
 * Finds the words that the dictionary does not know. It takes some microseconds a word.
 *
 * Returns: (transfer full) (element-type TrioSpellingError): the words in order
 */
GArray *
trio_speller_check (TrioSpeller *speller, const char *text)
{
  GArray *errors = g_array_new (FALSE, FALSE, sizeof (TrioSpellingError));
  const char *at = text;

  while (*at != '\0')
    {
      const char *start;
      g_autofree char *word = NULL;

      if (!g_unichar_isalnum (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      start = at;
      while (*at != '\0' && is_inside_word (at))
        at = g_utf8_next_char (at);
      word = g_strndup (start, (gsize)(at - start));
      if (is_plain_word (start, at) && !is_known (speller, word))
        {
          TrioSpellingError found = { (guint)(start - text), (guint)(at - text) };

          g_array_append_val (errors, found);
        }
    }
  return errors;
}

/**
 * trio_speller_suggest:
 * @speller: a speller
 * @word: a misspelt word
 *
 * Finds what may have been meant; this can take a tenth of a second.
 *
 * Returns: (transfer full): at most six words, the likeliest first
 */
GStrv
trio_speller_suggest (TrioSpeller *speller, const char *word)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *encoded = encode (speller, word);
  char **list = NULL;
  int n = encoded != NULL ? Hunspell_suggest (speller->handle, &list, encoded) : 0;

  for (int i = 0; i < MIN (n, MAX_SUGGESTIONS); i++)
    {
      g_autofree char *decoded = decode (speller, list[i]);

      if (decoded != NULL)
        g_strv_builder_add (builder, decoded);
    }
  if (list != NULL)
    Hunspell_free_list (speller->handle, &list, n);
  return g_strv_builder_end (builder);
}

/**
 * trio_speller_accept:
 * @speller: a speller
 * @word: a word
 *
 * Takes a word for correctly spelt from now on, as long as the speller lives.
 */
void
trio_speller_accept (TrioSpeller *speller, const char *word)
{
  g_hash_table_add (speller->accepted, g_strdup (word));
}
