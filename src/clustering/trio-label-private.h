/* trio-label-private.h: whether a suggested name reads well inside a sentence. */
#pragma once

#include "text/trio-lexicon.h"

G_BEGIN_DECLS

gboolean trio_label_reads_well (TrioLexicon *lexicon, const char *label);

G_END_DECLS
