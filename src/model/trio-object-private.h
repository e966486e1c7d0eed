/* trio-object-private.h: how the model drives its objects. */
#pragma once

#include "model/trio-object.h"

G_BEGIN_DECLS

TrioObject *trio_object_new (TrioRecord *record);
void trio_object_set_record (TrioObject *self, TrioRecord *record);
void trio_object_mark_deleted (TrioObject *self);

G_END_DECLS
