/* trio-label.c: which suggested names can stand inside a sentence. */
#include "config.h"

#include <string.h>

#include "clustering/trio-label-private.h"

/* Whether the label is one word, or a phrase that can be the name of something. Danish writes two
 * nouns as one word, so that two side by side are a piece of a sentence. */
gboolean
trio_label_reads_well (TrioLexicon *lexicon, const char *label)
{
  g_autofree char *lower = g_utf8_strdown (label, -1);
  char *space = strchr (lower, ' ');

  if (space == NULL || strcmp (trio_lexicon_get_language (lexicon), "da") != 0)
    return TRUE;
  *space = '\0';
  return trio_lexicon_lookup (lexicon, lower)->word_class != TRIO_WORD_CLASS_NOUN;
}
