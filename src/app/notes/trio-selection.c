/* trio-selection.c: which inputs are selected, and which one has the focus.
 *
 * A selection holds numbers of notes, not objects. What is deleted leaves it, what is moved
 * stays in it. It knows nothing of widgets.
 */
#include "config.h"

#include "app/notes/trio-selection.h"

#include "model/trio-reading-order.h"

struct _TrioSelection
{
  GObject parent_instance;

  TrioModel *model;
  GHashTable *notes; /* set of TrioId */
  TrioId focus;      /* note or cluster */
};

G_DEFINE_FINAL_TYPE (TrioSelection, trio_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FOCUS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_of_kind (TrioSelection *self, TrioId id, TrioKind kind)
{
  const TrioRecord *record = id != 0 ? trio_model_get_record (self->model, id) : NULL;

  return record != NULL && record->kind == kind;
}

static gboolean
add_note (TrioSelection *self, TrioId note)
{
  return is_of_kind (self, note, TRIO_KIND_NOTE)
         && g_hash_table_add (self->notes, g_memdup2 (&note, sizeof note));
}

static void
set_focus (TrioSelection *self, TrioId object)
{
  if (self->focus == object)
    return;
  self->focus = object;
  g_signal_emit (self, signals[FOCUS_CHANGED], 0);
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioSelection *self)
{
  gboolean changed = FALSE;
  gboolean lost_focus = FALSE;

  for (guint i = 0; i < transaction->deleted->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (transaction->deleted, i);

      changed |= g_hash_table_remove (self->notes, &record->id);
      lost_focus |= record->id == self->focus;
    }
  if (lost_focus)
    set_focus (self, 0);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
trio_selection_dispose (GObject *object)
{
  TrioSelection *self = TRIO_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_selection_parent_class)->dispose (object);
}

static void
trio_selection_finalize (GObject *object)
{
  g_hash_table_unref (TRIO_SELECTION (object)->notes);

  G_OBJECT_CLASS (trio_selection_parent_class)->finalize (object);
}

static void
trio_selection_class_init (TrioSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trio_selection_dispose;
  object_class->finalize = trio_selection_finalize;

  /**
   * TrioSelection::changed:
   * @self: the selection
   *
   * Other inputs are selected than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioSelection::focus-changed:
   * @self: the selection
   *
   * Another input or cluster has the focus.
   */
  signals[FOCUS_CHANGED] = g_signal_new ("focus-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trio_selection_init (TrioSelection *self)
{
  self->notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * trio_selection_new:
 * @model: the workshop
 *
 * Returns: (transfer full): an empty selection of inputs of the workshop
 */
TrioSelection *
trio_selection_new (TrioModel *model)
{
  TrioSelection *self;

  g_return_val_if_fail (TRIO_IS_MODEL (model), NULL);

  self = g_object_new (TRIO_TYPE_SELECTION, NULL);
  self->model = g_object_ref (model);
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  return self;
}

/**
 * trio_selection_get_model:
 * @self: the selection
 *
 * Returns: (transfer none): the workshop
 */
TrioModel *
trio_selection_get_model (TrioSelection *self)
{
  g_return_val_if_fail (TRIO_IS_SELECTION (self), NULL);

  return self->model;
}

/**
 * trio_selection_get_size:
 * @self: the selection
 *
 * Returns: how many inputs are selected
 */
guint
trio_selection_get_size (TrioSelection *self)
{
  g_return_val_if_fail (TRIO_IS_SELECTION (self), 0);

  return g_hash_table_size (self->notes);
}

/**
 * trio_selection_contains:
 * @self: the selection
 * @note: number of an input
 *
 * Returns: whether the input is selected
 */
gboolean
trio_selection_contains (TrioSelection *self, TrioId note)
{
  g_return_val_if_fail (TRIO_IS_SELECTION (self), FALSE);

  return g_hash_table_contains (self->notes, &note);
}

/**
 * trio_selection_dup_ids:
 * @self: the selection
 *
 * Returns: (transfer full) (element-type TrioId): the selected inputs in reading order
 */
GArray *
trio_selection_dup_ids (TrioSelection *self)
{
  GArray *ids;
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (TRIO_IS_SELECTION (self), NULL);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (TrioId), g_hash_table_size (self->notes));
  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  trio_reading_order_sort (self->model, ids);
  return ids;
}

/**
 * trio_selection_add:
 * @self: the selection
 * @note: number of an input
 *
 * Selects one more input.
 */
void
trio_selection_add (TrioSelection *self, TrioId note)
{
  g_return_if_fail (TRIO_IS_SELECTION (self));

  if (add_note (self, note))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * trio_selection_remove:
 * @self: the selection
 * @note: number of an input
 *
 * Takes an input out of the selection.
 */
void
trio_selection_remove (TrioSelection *self, TrioId note)
{
  g_return_if_fail (TRIO_IS_SELECTION (self));

  if (g_hash_table_remove (self->notes, &note))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * trio_selection_toggle:
 * @self: the selection
 * @note: number of an input
 *
 * Selects an input, or takes it out of the selection.
 */
void
trio_selection_toggle (TrioSelection *self, TrioId note)
{
  g_return_if_fail (TRIO_IS_SELECTION (self));

  if (trio_selection_contains (self, note))
    trio_selection_remove (self, note);
  else
    trio_selection_add (self, note);
}

/**
 * trio_selection_set:
 * @self: the selection
 * @notes: (array length=n_notes): numbers of inputs
 * @n_notes: how many
 *
 * Selects these inputs and no others. Emits "changed" only if that makes a difference.
 */
void
trio_selection_set (TrioSelection *self, const TrioId *notes, guint n_notes)
{
  g_autoptr (GHashTable) before = NULL;
  gboolean changed = FALSE;

  g_return_if_fail (TRIO_IS_SELECTION (self));

  before = self->notes;
  self->notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < n_notes; i++)
    if (add_note (self, notes[i]))
      changed |= !g_hash_table_contains (before, &notes[i]);
  if (changed || g_hash_table_size (before) != g_hash_table_size (self->notes))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * trio_selection_set_one:
 * @self: the selection
 * @note: number of an input
 *
 * Selects one input and no other, and gives it the focus.
 */
void
trio_selection_set_one (TrioSelection *self, TrioId note)
{
  g_return_if_fail (TRIO_IS_SELECTION (self));

  trio_selection_set (self, &note, 1);
  trio_selection_set_focus (self, note);
}

/**
 * trio_selection_clear:
 * @self: the selection
 *
 * Selects nothing. The focus stays.
 */
void
trio_selection_clear (TrioSelection *self)
{
  g_return_if_fail (TRIO_IS_SELECTION (self));

  trio_selection_set (self, NULL, 0);
}

/**
 * trio_selection_get_focus:
 * @self: the selection
 *
 * Returns: number of the input that has the focus, or 0
 */
TrioId
trio_selection_get_focus (TrioSelection *self)
{
  g_return_val_if_fail (TRIO_IS_SELECTION (self), 0);

  return is_of_kind (self, self->focus, TRIO_KIND_NOTE) ? self->focus : 0;
}

/**
 * trio_selection_get_focus_cluster:
 * @self: the selection
 *
 * Returns: number of the cluster whose heading or frame has the focus, or in which the input
 *   with the focus lies, or 0
 */
TrioId
trio_selection_get_focus_cluster (TrioSelection *self)
{
  const TrioRecord *record;

  g_return_val_if_fail (TRIO_IS_SELECTION (self), 0);

  record = self->focus != 0 ? trio_model_get_record (self->model, self->focus) : NULL;
  if (record == NULL)
    return 0;
  return record->kind == TRIO_KIND_NOTE ? trio_record_get_ref (record, TRIO_NOTE_CLUSTER)
                                        : record->id;
}

/**
 * trio_selection_set_focus:
 * @self: the selection
 * @note: number of an input, or 0
 *
 * Says which input has the focus; it need not be selected.
 */
void
trio_selection_set_focus (TrioSelection *self, TrioId note)
{
  g_return_if_fail (TRIO_IS_SELECTION (self));

  set_focus (self, is_of_kind (self, note, TRIO_KIND_NOTE) ? note : 0);
}

/**
 * trio_selection_set_focus_cluster:
 * @self: the selection
 * @cluster: number of a cluster, or 0
 *
 * Says that the heading or frame of a cluster has the focus, instead of an input.
 */
void
trio_selection_set_focus_cluster (TrioSelection *self, TrioId cluster)
{
  g_return_if_fail (TRIO_IS_SELECTION (self));

  set_focus (self, is_of_kind (self, cluster, TRIO_KIND_CLUSTER) ? cluster : 0);
}
