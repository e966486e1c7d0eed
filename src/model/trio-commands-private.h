/* trio-commands-private.h: pieces of edits that several commands are made of. */
#pragma once

#include "model/trio-edit.h"

G_BEGIN_DECLS

const TrioRecord *trio_edit_get_of_kind (TrioEdit *edit, TrioId id, TrioKind kind);
GArray *trio_model_dup_siblings (TrioModel *model, TrioKind kind, guint ref_field, TrioId parent);

G_END_DECLS
