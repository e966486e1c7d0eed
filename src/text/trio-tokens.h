/* trio-tokens.h: the words of a text, by Unicode rules. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrioToken:
 * @word: the word in lower case, composed (NFC), without apostrophes
 * @written: the same word as it was written, for showing
 *
 * One word of a text.
 */
typedef struct
{
  char *word;
  char *written;
} TrioToken;

GPtrArray *trio_tokens_split (const char *text);
void trio_token_free (TrioToken *token);

G_END_DECLS
