/* trio-object.h: an object of the model as views see it.
 *
 * A thin GObject around the newest record of one object. Its properties are the fields of
 * its kind, read-only: every change goes through a TrioEdit, and the property notifies.
 */
#pragma once

#include <glib-object.h>

#include "model/trio-record.h"

G_BEGIN_DECLS

#define TRIO_TYPE_OBJECT (trio_object_get_type ())

G_DECLARE_DERIVABLE_TYPE (TrioObject, trio_object, TRIO, OBJECT, GObject)

/**
 * TrioObjectClass:
 * @parent_class: the parent class
 * @kind: the kind of object that instances stand for
 *
 * Class of #TrioObject. The subclasses in trio-objects.h only differ in @kind.
 */
struct _TrioObjectClass
{
  GObjectClass parent_class;
  TrioKind kind;
};

TrioKind trio_object_get_kind (TrioObject *self);
TrioId trio_object_get_id (TrioObject *self);
const TrioRecord *trio_object_get_record (TrioObject *self);
char *trio_object_dup_uuid (TrioObject *self);
gboolean trio_object_is_deleted (TrioObject *self);

const char *trio_object_get_text (TrioObject *self, guint field);
gint64 trio_object_get_int (TrioObject *self, guint field);
double trio_object_get_real (TrioObject *self, guint field);
TrioId trio_object_get_ref (TrioObject *self, guint field);
gboolean trio_object_is_null (TrioObject *self, guint field);

G_END_DECLS
