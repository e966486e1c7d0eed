/* trio-draft-private.h: what wording a draft needs to know. */
#pragma once

#include "document/trio-draft.h"
#include "document/trio-scope.h"

G_BEGIN_DECLS

GPtrArray *
trio_draft_word (const TrioScope *theme, TrioSnapshot *snapshot, const TrioPoints *points);
void trio_draft_sentence_free (TrioDraftSentence *sentence);

/* In trio-draft-quote.c: notes inside sentences. */
char *trio_draft_dup_quotable (const char *text);
char *trio_draft_dup_excerpt (const char *text);
gboolean trio_draft_is_question (const char *text);
char *trio_draft_join (const GPtrArray *texts, const char *lang);

G_END_DECLS
