/* trio-search.c: how text is seen when somebody searches. */
#include "config.h"

#include "model/trio-search.h"

#include "base/trio-text.h"

/**
 * trio_search_fold:
 * @text: valid UTF-8
 *
 * Folds text for searching: capitals and accents disappear, and the Danish letters are written
 * out, so that “å” and “aa”, “æ” and “ae”, “ø” and “oe” find each other; “far” still does not
 * find “får”.
 *
 * Returns: (transfer full): the folded text
 */
char *
trio_search_fold (const char *text)
{
  g_autofree char *folded = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  folded = trio_text_fold (text);
  out = g_string_sized_new (strlen (folded) + 8);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x00E5)
        g_string_append (out, "aa");
      else if (c == 0x00E6)
        g_string_append (out, "ae");
      else if (c == 0x00F8)
        g_string_append (out, "oe");
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}
