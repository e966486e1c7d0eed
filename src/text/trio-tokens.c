/* trio-tokens.c: splits a text into words by Unicode rules. */
#include "config.h"

#include "text/trio-tokens.h"

#define RIGHT_QUOTE 0x2019

/**
 * trio_token_free:
 * @token: (transfer full): a token
 *
 * Frees a token.
 */
void
trio_token_free (TrioToken *token)
{
  g_free (token->word);
  g_free (token->written);
  g_free (token);
}

static gboolean
is_apostrophe_inside (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);
  gunichar before, after;

  if ((c != '\'' && c != RIGHT_QUOTE) || at == text)
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  after = g_utf8_get_char (g_utf8_next_char (at));
  return g_unichar_isalnum (before) && after != 0 && g_unichar_isalnum (after);
}

static void
close_token (GPtrArray *tokens, GString *word, GString *written, gboolean only_digits)
{
  if (!only_digits && g_utf8_strlen (word->str, word->len) > 1)
    {
      TrioToken *token = g_new (TrioToken, 1);

      token->word = g_strndup (word->str, word->len);
      token->written = g_strndup (written->str, written->len);
      g_ptr_array_add (tokens, token);
    }
  g_string_truncate (word, 0);
  g_string_truncate (written, 0);
}

/**
 * trio_tokens_split:
 * @text: valid UTF-8
 *
 * Splits a text into words: runs of letters and digits, an apostrophe inside a word left out.
 * Pure numbers and words of one letter are dropped, since they say nothing about a subject.
 *
 * Returns: (transfer full) (element-type TrioToken): the words in order
 */
GPtrArray *
trio_tokens_split (const char *text)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_token_free);
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GString) written = g_string_new (NULL);
  gboolean only_digits = TRUE;

  if (composed == NULL)
    return tokens;
  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        {
          g_string_append_unichar (word, g_unichar_tolower (c));
          g_string_append_unichar (written, c);
          only_digits = only_digits && g_unichar_isdigit (c);
        }
      else if (!is_apostrophe_inside (composed, at))
        {
          close_token (tokens, word, written, only_digits);
          only_digits = TRUE;
        }
    }
  close_token (tokens, word, written, only_digits);
  return tokens;
}
