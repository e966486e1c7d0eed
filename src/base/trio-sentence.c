/* trio-sentence.c: where sentences end. */
#include "config.h"

#include <string.h>

#include "base/trio-text.h"

/* Behind the quotation that begins at @p, or NULL if it is not closed before the line ends. In
 * Danish the same sign opens and closes. */
static const char *
skip_quotation (const char *p)
{
  static const char *const pairs[][2] = { { "”", "”" }, { "“", "”" }, { "»", "«" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize length = strlen (pairs[i][0]);
      const char *close, *line;

      if (strncmp (p, pairs[i][0], length) != 0)
        continue;
      close = strstr (p + length, pairs[i][1]);
      line = strchr (p, '\n');
      if (close != NULL && (line == NULL || close < line))
        return close + strlen (pairs[i][1]);
    }
  return NULL;
}

static gboolean
begins_sentence (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isupper (c) || c == 0x201c || c == 0x201d || c == 0xbb;
}

/**
 * trio_text_find_sentence_end:
 * @text: valid UTF-8 at the beginning of a sentence
 *
 * Finds the end of a sentence: a stop before a capital letter or a quotation, a line end, or the
 * end of the text. Stops inside quotation marks end nothing.
 *
 * Returns: (transfer none): the end, behind the stop; a pointer into @text
 */
const char *
trio_text_find_sentence_end (const char *text)
{
  const char *p = text;

  while (*p != '\0' && *p != '\n')
    {
      const char *behind = skip_quotation (p);
      const char *next = p + 1;

      if (behind != NULL)
        {
          p = behind;
          continue;
        }
      if (*p == '.' || *p == '!' || *p == '?')
        {
          while (*next == ' ')
            next++;
          if (*next == '\0' || *next == '\n' || (next > p + 1 && begins_sentence (next)))
            return p + 1;
        }
      p = g_utf8_next_char (p);
    }
  return p;
}
