/* trio-text.h: helpers for text that do not depend on the locale of the process.
 *
 * The language is always an argument, "da" or "en" (a longer tag such as "da-DK" counts by
 * its first two letters; anything else is treated as English).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrioTextFlags:
 * @TRIO_TEXT_PLAIN: only what every text needs: valid UTF-8, legal characters, LF line ends,
 *   spaces for tabs
 * @TRIO_TEXT_NO_SOFT_HYPHENS: remove soft hyphens (U+00AD)
 * @TRIO_TEXT_NFC: compose characters; never used on participants' words
 * @TRIO_TEXT_ONE_LINE: a space instead of each line end
 * @TRIO_TEXT_TRIM: remove white space at both ends
 *
 * What trio_text_clean() does beyond the necessary.
 */
typedef enum
{
  TRIO_TEXT_PLAIN = 0,
  TRIO_TEXT_NO_SOFT_HYPHENS = 1 << 0,
  TRIO_TEXT_NFC = 1 << 1,
  TRIO_TEXT_ONE_LINE = 1 << 2,
  TRIO_TEXT_TRIM = 1 << 3,
} TrioTextFlags;

char *trio_text_clean (const char *text, gssize length, TrioTextFlags flags);
char *trio_text_fold (const char *text);
char *trio_text_upper (const char *text, const char *lang);
char *trio_text_lower (const char *text, const char *lang);
char *trio_text_shorten (const char *text, guint n_chars);
char *trio_text_collate_key (const char *text, const char *lang);
int trio_text_collate (const char *a, const char *b, const char *lang);
guint trio_text_count_words (const char *text);
const char *trio_text_find_sentence_end (const char *text);

G_END_DECLS
