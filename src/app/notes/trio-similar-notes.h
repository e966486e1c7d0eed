/* trio-similar-notes.h: which input of a station says what is being typed already. */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

typedef struct _TrioSimilarNotes TrioSimilarNotes;

TrioSimilarNotes *trio_similar_notes_new (TrioModel *model, TrioId station);
void trio_similar_notes_free (TrioSimilarNotes *self);
TrioId trio_similar_notes_find (TrioSimilarNotes *self, const char *text);
void trio_similar_notes_flush (TrioSimilarNotes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioSimilarNotes, trio_similar_notes_free)

G_END_DECLS
