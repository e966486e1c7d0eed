/* trio-space.h: the notes of a board as points: how much any two have in common.
 *
 * One similarity for everything: shared stems and parts of compounds, shared letters, and nearness
 * of meaning. It is an inner product, 1 for a note with itself. A space never changes.
 */
#pragma once

#include <gio/gio.h>

#include "text/trio-lexicon.h"

G_BEGIN_DECLS

typedef struct _TrioSpace TrioSpace;

TrioSpace *trio_space_new (TrioLexicon *lexicon, const char *const *texts, guint n_texts);
TrioSpace *trio_space_ref (TrioSpace *space);
void trio_space_unref (TrioSpace *space);

guint trio_space_get_size (TrioSpace *space);
GArray *trio_space_get_words (TrioSpace *space, guint note);
double trio_space_compare (TrioSpace *space, guint a, guint b);
float *trio_space_compare_text (TrioSpace *space, TrioLexicon *lexicon, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioSpace, trio_space_unref)

G_END_DECLS
