/* trio-label-private.h: which words can say what notes are about. */
#pragma once

#include "text/trio-lexicon.h"

G_BEGIN_DECLS

gboolean trio_label_may_name (TrioLexicon *lexicon, const TrioWord *word);
gboolean trio_label_reads_well (TrioLexicon *lexicon, GHashTable *general, const char *label);
GHashTable *trio_label_list_general (TrioLexicon *lexicon);

G_END_DECLS
