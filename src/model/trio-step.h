/* trio-step.h: changes, and steps made of them.
 *
 * A change is (object, field, old value, new value), or the creation or deletion of an
 * object with all its fields. A step is an ordered list of changes: one user action, one
 * transaction, one undo. A step that was handed out is immutable.
 */
#pragma once

#include <glib-object.h>

#include "model/trio-record.h"

G_BEGIN_DECLS

/**
 * TrioChangeType:
 * @TRIO_CHANGE_SET: one field got another value
 * @TRIO_CHANGE_CREATE: an object came into being
 * @TRIO_CHANGE_DELETE: an object ceased to be
 *
 * What a change did.
 */
typedef enum
{
  TRIO_CHANGE_SET,
  TRIO_CHANGE_CREATE,
  TRIO_CHANGE_DELETE,
} TrioChangeType;

/**
 * TrioChange:
 * @type: what happened
 * @kind: kind of the object
 * @object: its number
 * @field: the field, for %TRIO_CHANGE_SET
 * @old_value: value before, for %TRIO_CHANGE_SET
 * @new_value: value after, for %TRIO_CHANGE_SET
 * @record: the whole object, for %TRIO_CHANGE_CREATE and %TRIO_CHANGE_DELETE
 *
 * One change.
 */
typedef struct
{
  TrioChangeType type;
  TrioKind kind;
  TrioId object;
  guint field;
  TrioValue old_value;
  TrioValue new_value;
  TrioRecord *record;
} TrioChange;

void trio_change_clear (TrioChange *change);

/**
 * TrioStep:
 * @id: number of the step in the file, growing
 * @action: untranslated name of what was done, such as "add-notes"; see trio_step_dup_label()
 * @subject: name of what it was done to (a station, a cluster), never a note's words; or ""
 * @count: how many things it was done to
 * @time: microseconds since 1970 in UTC
 * @merge_key: steps with the same key that follow each other closely are joined; or ""
 * @changes: (element-type TrioChange): the changes in order
 *
 * One user action.
 */
typedef struct _TrioStep TrioStep;

struct _TrioStep
{
  /*< private >*/
  gatomicrefcount refs;
  /*< public >*/
  gint64 id;
  char *action;
  char *subject;
  guint count;
  gint64 time;
  char *merge_key;
  GArray *changes;
};

TrioStep *trio_step_new (const char *action);
TrioStep *trio_step_ref (TrioStep *step);
void trio_step_unref (TrioStep *step);
char *trio_step_dup_label (const TrioStep *step);
char *trio_action_dup_label (const char *action, const char *subject, guint count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioStep, trio_step_unref)

/**
 * TrioMove:
 * @TRIO_MOVE_DO: a new step; steps undone before it are gone for good
 * @TRIO_MOVE_AMEND: the newest step was joined with what was done since
 * @TRIO_MOVE_UNDO: the step was undone
 * @TRIO_MOVE_REDO: the step was done again
 *
 * In which direction a step went through the model.
 */
typedef enum
{
  TRIO_MOVE_DO,
  TRIO_MOVE_AMEND,
  TRIO_MOVE_UNDO,
  TRIO_MOVE_REDO,
} TrioMove;

/**
 * TrioTransaction:
 * @move: the direction
 * @step: the step; for %TRIO_MOVE_AMEND the joined one
 * @records: (element-type TrioRecord): every object the move touched that exists now
 * @deleted: (element-type TrioRecord): every object the move took away, as it was
 * @next_id: the number that the next new object will get
 *
 * What the model tells the store after a move: enough to write the file without asking
 * back. Immutable, shared with the writer thread.
 */
typedef struct _TrioTransaction TrioTransaction;

struct _TrioTransaction
{
  /*< private >*/
  gatomicrefcount refs;
  /*< public >*/
  TrioMove move;
  TrioStep *step;
  GPtrArray *records;
  GPtrArray *deleted;
  TrioId next_id;
};

#define TRIO_TYPE_TRANSACTION (trio_transaction_get_type ())

GType trio_transaction_get_type (void);
TrioTransaction *trio_transaction_new (TrioMove move, TrioStep *step);
TrioTransaction *trio_transaction_ref (TrioTransaction *transaction);
void trio_transaction_unref (TrioTransaction *transaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioTransaction, trio_transaction_unref)

G_END_DECLS
