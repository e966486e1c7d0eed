/* trio-compound.h: the parts of Danish compounds. */
#pragma once

#include "text/trio-word-list.h"

G_BEGIN_DECLS

typedef struct _TrioSplitter TrioSplitter;

/**
 * TrioCompoundCount:
 * @word: a word in lower case
 * @user_data: what trio_splitter_new() was given
 *
 * Returns: how often the stem of @word was seen in the background text, 0 when it is not known
 */
typedef guint32 (*TrioCompoundCount) (const char *word, gpointer user_data);

TrioSplitter *trio_splitter_new (TrioWordList *words, TrioCompoundCount count, gpointer user_data);
void trio_splitter_free (TrioSplitter *splitter);
const char *const *trio_splitter_split (TrioSplitter *splitter, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioSplitter, trio_splitter_free)

G_END_DECLS
