/* trio-scope-private.h: the parts of the look-up of values. */
#pragma once

#include "document/trio-scope.h"

G_BEGIN_DECLS

gboolean
trio_scope_set_workshop_value (const TrioScope *scope, const char *name, TrioWordingValue *value);
void trio_scope_set_param_value (const TrioScope *scope,
                                 const TrioParam *param,
                                 TrioWordingValue *value);
gboolean
trio_scope_set_row_value (const TrioScope *scope, const char *name, TrioWordingValue *value);

G_END_DECLS
