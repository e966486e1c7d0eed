/* trio-edit.h: collects the changes of one user action.
 *
 * Errors stick: the first refused change is kept and reported by trio_edit_commit(), which
 * then changes nothing. An edit sees its own changes (trio_edit_get()), and new objects can
 * be referred to at once.
 */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

typedef struct _TrioEdit TrioEdit;

TrioEdit *trio_edit_new (TrioModel *model, const char *action);
void trio_edit_free (TrioEdit *self);

TrioModel *trio_edit_get_model (TrioEdit *self);
void trio_edit_set_subject (TrioEdit *self, const char *subject);
void trio_edit_set_count (TrioEdit *self, guint count);
void trio_edit_set_merge_key (TrioEdit *self, const char *merge_key);

TrioId trio_edit_create (TrioEdit *self, TrioKind kind);
TrioId trio_edit_create_with_uuid (TrioEdit *self, TrioKind kind, const TrioUuid *uuid);
void trio_edit_delete (TrioEdit *self, TrioId id);
void trio_edit_set_value (TrioEdit *self, TrioId id, guint field, const TrioValue *value);
void trio_edit_set_text (TrioEdit *self, TrioId id, guint field, const char *text);
void trio_edit_set_int (TrioEdit *self, TrioId id, guint field, gint64 integer);
void trio_edit_set_real (TrioEdit *self, TrioId id, guint field, double real);
void trio_edit_set_ref (TrioEdit *self, TrioId id, guint field, TrioId target);
void trio_edit_set_null (TrioEdit *self, TrioId id, guint field);
void trio_edit_place_last (TrioEdit *self, TrioId id, guint ref_field, TrioId parent);
void trio_edit_place_before (TrioEdit *self, TrioId id, guint ref_field, TrioId sibling);

const TrioRecord *trio_edit_get (TrioEdit *self, TrioId id);
gboolean trio_edit_has_failed (TrioEdit *self);
void trio_edit_fail (TrioEdit *self, GError *error);
gboolean trio_edit_commit (TrioEdit *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioEdit, trio_edit_free)

G_END_DECLS
