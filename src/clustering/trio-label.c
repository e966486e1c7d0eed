/* trio-label.c: which suggested names can stand inside a sentence. */
#include "config.h"

#include <string.h>

#include "clustering/trio-label-private.h"

static gboolean
is_danish (TrioLexicon *lexicon)
{
  return strcmp (trio_lexicon_get_language (lexicon), "da") == 0;
}

/* Whether a word may be a noun. The Danish dictionary knows nearly all nouns; the English one leaves
 * out many forms. */
gboolean
trio_label_may_name (TrioLexicon *lexicon, const TrioWord *word)
{
  if (word->word_class == TRIO_WORD_CLASS_UNKNOWN)
    return !is_danish (lexicon) || trio_lexicon_get_word_list (lexicon) == NULL;
  return word->word_class == TRIO_WORD_CLASS_NOUN;
}

/* Whether the label is a noun or a phrase that ends in one, and each word says something. Danish
 * writes two nouns as one word, so that two side by side are a piece of a sentence. */
gboolean
trio_label_reads_well (TrioLexicon *lexicon, GHashTable *general, const char *label)
{
  g_autofree char *lower = g_utf8_strdown (label, -1);
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);
  guint n = g_strv_length (words);

  for (guint i = 0; i < n; i++)
    {
      const TrioWord *word = trio_lexicon_lookup (lexicon, words[i]);

      if (g_hash_table_contains (general, word->stem))
        return FALSE;
      if (i + 1 == n && !trio_label_may_name (lexicon, word))
        return FALSE;
      if (i + 1 < n && is_danish (lexicon) && word->word_class == TRIO_WORD_CLASS_NOUN)
        return FALSE;
    }
  return n > 0;
}
