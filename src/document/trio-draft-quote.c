/* trio-draft-quote.c: the words of participants inside sentences: never changed, at most cut. */
#include "config.h"

#include <string.h>

#include "base/trio-text.h"
#include "document/trio-draft-private.h"

/* More words make a summary a list of quotations. */
#define MOST_QUOTED_WORDS 14
#define EXCERPT_WORDS     10

static gboolean
has_quotation_marks (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == 0xab || c == 0xbb || (c >= 0x201c && c <= 0x201e))
        return TRUE;
    }
  return FALSE;
}

/* A full stop belongs to the sentence around. */
static char *
dup_without_stop (const char *text)
{
  char *copy = trio_text_clean (text, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
  gsize length = strlen (copy);

  if (length > 1 && copy[length - 1] == '.' && copy[length - 2] != '.')
    copy[length - 1] = '\0';
  return copy;
}

/* The note as it may stand inside a sentence; NULL if it is too long, is several sentences, or
 * quotes itself. */
char *
trio_draft_dup_quotable (const char *text)
{
  g_autofree char *plain = dup_without_stop (text);

  if (*plain == '\0' || has_quotation_marks (plain) || strchr (text, '\n') != NULL
      || trio_text_count_words (plain) > MOST_QUOTED_WORDS
      || *trio_text_find_sentence_end (plain) != '\0')
    return NULL;
  return g_steal_pointer (&plain);
}

/* The first sentence of a note, or its first words, where nothing shorter can be quoted. */
char *
trio_draft_dup_excerpt (const char *text)
{
  g_autofree char *plain = trio_text_clean (text, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
  g_autofree char *first = g_strndup (plain, trio_text_find_sentence_end (plain) - plain);
  g_autofree char *quotable = trio_draft_dup_quotable (first);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) excerpt = g_string_new (NULL);

  if (quotable != NULL)
    return g_steal_pointer (&quotable);
  if (has_quotation_marks (plain))
    return NULL;
  words = g_strsplit (plain, " ", EXCERPT_WORDS + 1);
  for (guint i = 0; i < EXCERPT_WORDS && words[i] != NULL; i++)
    g_string_append_printf (excerpt, "%s%s", i > 0 ? " " : "", words[i]);
  while (excerpt->len > 0 && strchr (",;:.-", excerpt->str[excerpt->len - 1]) != NULL)
    g_string_truncate (excerpt, excerpt->len - 1);
  g_string_append (excerpt, " …");
  return g_strdup (excerpt->str);
}

/* Whether a note asks for an answer. */
gboolean
trio_draft_is_question (const char *text)
{
  g_autofree char *plain = trio_text_clean (text, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);

  return g_str_has_suffix (plain, "?");
}

/* Each text in quotation marks, the last two joined by “and”. */
char *
trio_draft_join (const GPtrArray *texts, const char *lang)
{
  gboolean is_danish = g_str_equal (lang, "da");
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        g_string_append (joined, i + 1 < texts->len ? ", " : is_danish ? " og " : " and ");
      g_string_append_printf (joined, is_danish ? "”%s”" : "“%s”", (char *)texts->pdata[i]);
    }
  return g_string_free (joined, FALSE);
}
