/* trio-model-private.h: what the rooms of the model share: working sets, lists, history. */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

/* One object before and after a transaction; NULL where it does not exist. */
typedef struct
{
  TrioRecord *before;
  TrioRecord *after;
} TrioDelta;

void trio_delta_clear (TrioDelta *delta);

/* trio-working-set.c: records being changed, on top of the model. */

typedef struct _TrioWorkingSet TrioWorkingSet;

TrioWorkingSet *trio_working_set_new (TrioModel *model);
void trio_working_set_free (TrioWorkingSet *set);
TrioRecord *trio_working_set_open (TrioWorkingSet *set, TrioId id);
const TrioRecord *trio_working_set_get (TrioWorkingSet *set, TrioId id);
void trio_working_set_add (TrioWorkingSet *set, TrioRecord *record);
gboolean trio_working_set_remove (TrioWorkingSet *set, TrioId id);
void trio_working_set_cascade (TrioWorkingSet *set);
gboolean trio_working_set_check (TrioWorkingSet *set, GError **error);
GArray *trio_working_set_finish (TrioWorkingSet *set, const TrioStamp *stamp);
char *trio_working_set_make_last_rank (
    TrioWorkingSet *set, TrioKind kind, guint ref_field, TrioId parent, guint order);
char *trio_working_set_make_rank_before (
    TrioWorkingSet *set, const TrioRecord *next, guint ref_field, guint order, TrioId moving);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioWorkingSet, trio_working_set_free)

/* trio-object-list.c: a GListModel over sorted records. */

#define TRIO_TYPE_OBJECT_LIST (trio_object_list_get_type ())

G_DECLARE_FINAL_TYPE (TrioObjectList, trio_object_list, TRIO, OBJECT_LIST, GObject)

TrioObjectList *trio_object_list_new (TrioModel *model, GPtrArray *records, guint order);
void trio_object_list_remove (TrioObjectList *self, const TrioRecord *record);
void trio_object_list_insert (TrioObjectList *self, TrioRecord *record);
void trio_object_list_replace (TrioObjectList *self, const TrioRecord *before, TrioRecord *after);
const char *trio_object_list_get_last_rank (TrioObjectList *self);
gboolean trio_object_list_announce (TrioObjectList *self);
gboolean
trio_object_list_moves (TrioObjectList *self, const TrioRecord *before, const TrioRecord *after);

/* trio-history.c: which steps can be undone and redone. */

typedef struct _TrioHistory TrioHistory;

TrioHistory *trio_history_new (void);
void trio_history_free (TrioHistory *history);
void trio_history_set_source (TrioHistory *history,
                              const TrioHistorySource *source,
                              gpointer user_data,
                              gint64 last_step,
                              guint n_done,
                              guint n_undone);
gboolean trio_history_can_undo (TrioHistory *history);
gboolean trio_history_can_redo (TrioHistory *history);
TrioStep *trio_history_peek_undo (TrioHistory *history, GError **error);
TrioStep *trio_history_peek_redo (TrioHistory *history, GError **error);
void trio_history_note_undone (TrioHistory *history);
void trio_history_note_redone (TrioHistory *history);
TrioStep *trio_history_join (TrioHistory *history, TrioStep *step);
void trio_history_push (TrioHistory *history, TrioStep *step);
void trio_history_seal (TrioHistory *history);
void trio_history_redact (TrioHistory *history, TrioId object, guint field, const char *text);

/* The model itself. */

struct _TrioModel
{
  GObject parent_instance;
  guint64 device;
  guint64 last_time;
  TrioId next_id;
  TrioId workshop;
  gboolean read_only;
  GHashTable *records; /* &record->id → record */
  GHashTable *objects; /* &record->id of its first record → object; keys are owned */
  GHashTable *lists;   /* ListKey → TrioObjectList */
  GHashTable *by_uuid; /* made when first asked for */
  TrioSnapshot *snapshot;
  TrioHistory *history;
};

/* trio-model-apply.c */

GHashTable *trio_list_table_new (void);
TrioObjectList *
trio_model_ensure_list (TrioModel *self, TrioKind kind, guint field, TrioId parent, guint order);
void trio_model_apply_deltas (TrioModel *self, GArray *deltas);

/* trio-model-steps.c */

void trio_model_notify_history (TrioModel *self);
void trio_model_commit_deltas (TrioModel *self, TrioStep *step, GArray *deltas);

/* trio-model.c, for edits. */

GHashTable *trio_model_get_records (TrioModel *self);
TrioId trio_model_take_id (TrioModel *self);
TrioStamp trio_model_next_stamp (TrioModel *self);

/* trio-invariants.c */

/**
 * TrioLookup:
 * @id: number of an object
 * @data: data of the caller
 *
 * Returns: (nullable): the record of the object as it would be after the change
 */
typedef const TrioRecord *(*TrioLookup) (TrioId id, gpointer data);

gboolean
trio_record_check (const TrioRecord *record, TrioLookup lookup, gpointer data, GError **error);

G_END_DECLS
