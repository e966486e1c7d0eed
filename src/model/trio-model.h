/* trio-model.h: the workshop in memory, and the one road for every change.
 *
 * The model holds the newest record of every object. It changes only by transactions: a
 * TrioEdit that is committed, an undo or a redo. After each, lists and objects notify, and
 * "committed" hands the transaction to whoever stores it. The model belongs to the thread
 * that made it; other threads read a TrioSnapshot.
 */
#pragma once

#include <gio/gio.h>

#include "model/trio-object.h"
#include "model/trio-snapshot.h"
#include "model/trio-step.h"

G_BEGIN_DECLS

#define TRIO_TYPE_MODEL (trio_model_get_type ())

G_DECLARE_FINAL_TYPE (TrioModel, trio_model, TRIO, MODEL, GObject)

/* What loading a file gives: records, and what undo knows about. */

/**
 * TrioHistorySource:
 * @steps_before: returns (element-type TrioStep) (transfer full) at most @n done steps with
 *   an id below @before, newest first
 * @steps_undone: returns (element-type TrioStep) (transfer full) at most @n undone steps
 *   with an id above @after, oldest first
 *
 * Where steps of earlier sessions come from, page by page. Called on the model's thread.
 */
typedef struct
{
  GPtrArray *(*steps_before) (gint64 before, guint n, gpointer user_data, GError **error);
  GPtrArray *(*steps_undone) (gint64 after, guint n, gpointer user_data, GError **error);
} TrioHistorySource;

TrioModel *trio_model_new (guint64 device);
gboolean trio_model_load (
    TrioModel *self, GPtrArray *records, TrioId next_id, guint64 last_time, GError **error);
void trio_model_set_history (TrioModel *self,
                             const TrioHistorySource *source,
                             gpointer user_data,
                             gint64 last_step,
                             guint n_done,
                             guint n_undone);
void trio_model_set_read_only (TrioModel *self, gboolean read_only);
gboolean trio_model_get_read_only (TrioModel *self);

TrioObject *trio_model_get_object (TrioModel *self, TrioId id);
TrioObject *trio_model_get_workshop (TrioModel *self);
const TrioRecord *trio_model_get_record (TrioModel *self, TrioId id);
const TrioRecord *trio_model_get_workshop_record (TrioModel *self);
TrioId trio_model_find_uuid (TrioModel *self, const TrioUuid *uuid);
GListModel *trio_model_get_list (TrioModel *self, TrioKind kind);
GListModel *
trio_model_get_children (TrioModel *self, TrioKind kind, guint ref_field, TrioId parent);
TrioRecord *const *trio_list_peek_records (GListModel *list, guint *n_records);
TrioSnapshot *trio_model_dup_snapshot (TrioModel *self);
TrioId trio_model_get_next_id (TrioModel *self);

gboolean trio_model_can_undo (TrioModel *self);
gboolean trio_model_can_redo (TrioModel *self);
char *trio_model_dup_undo_label (TrioModel *self);
char *trio_model_dup_redo_label (TrioModel *self);
gboolean trio_model_undo (TrioModel *self, GError **error);
gboolean trio_model_redo (TrioModel *self, GError **error);
void trio_model_seal_step (TrioModel *self);

void trio_model_redact (TrioModel *self, TrioId object, guint field, const char *text);

G_END_DECLS
