/* trio-inherit.h: a workshop that goes on where an earlier one ended. */
#pragma once

#include "model/trio-edit.h"

G_BEGIN_DECLS

gboolean trio_inherit_apply (TrioSnapshot *parent, TrioEdit *edit, gboolean with_notes);

G_END_DECLS
