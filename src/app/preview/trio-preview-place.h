/* trio-preview-place.h: which field of the workshop stands at a place of a document. */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

gboolean
trio_preview_place_find (TrioModel *model, const char *anchor, TrioId *object, guint *field);

G_END_DECLS
