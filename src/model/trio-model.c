/* trio-model.c: records in memory, their objects and lists, and the application of
 * transactions. */
#include "config.h"

#include "model/trio-model.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "model/trio-model-private.h"
#include "model/trio-object-private.h"

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TrioModel, trio_model, G_TYPE_OBJECT)

static void
trio_model_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TrioModel *self = TRIO_MODEL (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, trio_model_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, trio_model_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_take_string (value, trio_model_dup_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_take_string (value, trio_model_dup_redo_label (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
trio_model_finalize (GObject *object)
{
  TrioModel *self = TRIO_MODEL (object);

  g_clear_pointer (&self->snapshot, trio_snapshot_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->objects, g_hash_table_unref);
  g_clear_pointer (&self->by_uuid, g_hash_table_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_pointer (&self->history, trio_history_free);
  G_OBJECT_CLASS (trio_model_parent_class)->finalize (object);
}

static void
trio_model_class_init (TrioModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = trio_model_get_property;
  object_class->finalize = trio_model_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * TrioModel::committed:
   * @self: the model
   * @transaction: the #TrioTransaction that was applied
   *
   * The model has changed; lists and objects have notified already.
   */
  g_signal_new ("committed", TRIO_TYPE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, TRIO_TYPE_TRANSACTION);
}

static void
trio_model_init (TrioModel *self)
{
  self->next_id = 1;
  self->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                         (GDestroyNotify)trio_record_unref);
  self->objects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->lists = trio_list_table_new ();
  self->history = trio_history_new ();
}

/* Every record by id, borrowed. */
GHashTable *
trio_model_get_records (TrioModel *self)
{
  return self->records;
}

/* A number that no object has or had. */
TrioId
trio_model_take_id (TrioModel *self)
{
  return self->next_id++;
}

/* The next tick of the hybrid logical clock. */
TrioStamp
trio_model_next_stamp (TrioModel *self)
{
  guint64 now = (guint64)(g_get_real_time () / 1000) << 16;
  TrioStamp stamp;

  self->last_time = MAX (now, self->last_time + 1);
  stamp.time = self->last_time;
  stamp.device = self->device;
  return stamp;
}

static gboolean
fail_loading (GError **error, GError *cause)
{
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
               /* Translators: the argument is a sentence that says what. */
               _ ("The file contradicts itself. %s"), cause->message);
  g_error_free (cause);
  return FALSE;
}

static const TrioRecord *
lookup_cb (TrioId id, gpointer self)
{
  return trio_model_get_record (self, id);
}

/**
 * trio_model_new:
 * @device: random number of this installation, for stamps
 *
 * Makes an empty model, which trio_model_load() or a first edit fills.
 *
 * Returns: (transfer full): the model
 */
TrioModel *
trio_model_new (guint64 device)
{
  TrioModel *self = g_object_new (TRIO_TYPE_MODEL, NULL);

  self->device = device;
  return self;
}

/**
 * trio_model_load:
 * @self: a model nothing has been done with
 * @records: (element-type TrioRecord): every object, with fields already checked
 * @next_id: the number that the next new object gets
 * @last_time: latest stamp time in the file; the clock goes on from there
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Fills the model with what a file holds. Checks what no single field shows: ids and
 * identities occur once, references point to something of the right kind.
 *
 * Returns: whether the records make a workshop; if not, drop the model
 */
gboolean
trio_model_load (
    TrioModel *self, GPtrArray *records, TrioId next_id, guint64 last_time, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (trio_uuid_hash, trio_uuid_equal);

  for (guint i = 0; i < records->len; i++)
    {
      TrioRecord *record = g_ptr_array_index (records, i);

      if (g_hash_table_contains (self->records, &record->id)
          || !g_hash_table_add (seen, &record->uuid)
          || (record->kind == TRIO_KIND_WORKSHOP && self->workshop != 0))
        return fail_loading (error, g_error_new_literal (TRIO_ERROR, TRIO_ERROR_DAMAGED,
                                                         _ ("The same thing occurs twice.")));
      g_hash_table_insert (self->records, &record->id, trio_record_ref (record));
      if (record->kind == TRIO_KIND_WORKSHOP)
        self->workshop = record->id;
      next_id = MAX (next_id, record->id + 1);
    }
  if (self->workshop == 0)
    return fail_loading (error,
                         g_error_new_literal (TRIO_ERROR, TRIO_ERROR_DAMAGED,
                                              _ ("The description of the workshop is missing.")));
  for (guint i = 0; i < records->len; i++)
    {
      GError *cause = NULL;

      if (!trio_record_check (g_ptr_array_index (records, i), lookup_cb, self, &cause))
        return fail_loading (error, cause);
    }
  self->next_id = next_id;
  self->last_time = last_time;
  return TRUE;
}

/**
 * trio_model_set_history:
 * @self: a model
 * @source: (nullable): where steps of earlier sessions come from
 * @user_data: data for @source
 * @last_step: id of the newest step in the file, done or undone, or 0
 * @n_done: how many steps can be undone
 * @n_undone: how many steps can be redone
 *
 * Connects the undo history with the file.
 */
void
trio_model_set_history (TrioModel *self,
                        const TrioHistorySource *source,
                        gpointer user_data,
                        gint64 last_step,
                        guint n_done,
                        guint n_undone)
{
  trio_history_set_source (self->history, source, user_data, last_step, n_done, n_undone);
  trio_model_notify_history (self);
}

/**
 * trio_model_set_read_only:
 * @self: a model
 * @read_only: whether edits, undo and redo are refused
 *
 * Protects a file that must not be written.
 */
void
trio_model_set_read_only (TrioModel *self, gboolean read_only)
{
  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  trio_model_notify_history (self);
}

/**
 * trio_model_get_read_only:
 * @self: a model
 *
 * Returns: whether edits, undo and redo are refused
 */
gboolean
trio_model_get_read_only (TrioModel *self)
{
  return self->read_only;
}

/**
 * trio_model_get_object:
 * @self: a model
 * @id: number of an object
 *
 * Returns: (transfer none) (nullable): the object as views see it
 */
TrioObject *
trio_model_get_object (TrioModel *self, TrioId id)
{
  TrioObject *object = g_hash_table_lookup (self->objects, &id);
  TrioRecord *record;

  if (object != NULL)
    return object;
  record = g_hash_table_lookup (self->records, &id);
  if (record == NULL)
    return NULL;
  object = trio_object_new (record);
  g_hash_table_insert (self->objects, g_memdup2 (&id, sizeof id), object);
  return object;
}

/**
 * trio_model_get_workshop:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the event itself; %NULL only before anything was loaded
 */
TrioObject *
trio_model_get_workshop (TrioModel *self)
{
  return trio_model_get_object (self, self->workshop);
}

/**
 * trio_model_get_record:
 * @self: a model
 * @id: number of an object
 *
 * Returns: (transfer none) (nullable): its newest record, valid until the next change
 */
const TrioRecord *
trio_model_get_record (TrioModel *self, TrioId id)
{
  return g_hash_table_lookup (self->records, &id);
}

/**
 * trio_model_get_workshop_record:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the newest record of the event itself
 */
const TrioRecord *
trio_model_get_workshop_record (TrioModel *self)
{
  return trio_model_get_record (self, self->workshop);
}

/**
 * trio_model_find_uuid:
 * @self: a model
 * @uuid: an identity
 *
 * Returns: number of the object with that identity, or 0
 */
TrioId
trio_model_find_uuid (TrioModel *self, const TrioUuid *uuid)
{
  TrioRecord *record;

  if (self->by_uuid == NULL)
    {
      GHashTableIter iter;
      gpointer value;

      self->by_uuid = g_hash_table_new (trio_uuid_hash, trio_uuid_equal);
      g_hash_table_iter_init (&iter, self->records);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        g_hash_table_insert (self->by_uuid, &((TrioRecord *)value)->uuid, value);
    }
  record = g_hash_table_lookup (self->by_uuid, uuid);
  return record != NULL ? record->id : 0;
}

/**
 * trio_model_get_list:
 * @self: a model
 * @kind: a kind
 *
 * Returns: (transfer none): every object of the kind in its order; the list follows changes
 */
GListModel *
trio_model_get_list (TrioModel *self, TrioKind kind)
{
  return G_LIST_MODEL (
      trio_model_ensure_list (self, kind, TRIO_NO_FIELD, 0, trio_kind_get_info (kind)->order));
}

/**
 * trio_model_get_children:
 * @self: a model
 * @kind: kind of the objects wanted
 * @ref_field: a reference field of @kind
 * @parent: the object it must refer to; 0 for those that refer to nothing
 *
 * For instance the notes of a station in order of capture.
 *
 * Returns: (transfer none): those objects in the order that the field table gives; the list
 *   follows changes
 */
GListModel *
trio_model_get_children (TrioModel *self, TrioKind kind, guint ref_field, TrioId parent)
{
  guint order = trio_kind_get_info (kind)->fields[ref_field].order;

  return G_LIST_MODEL (trio_model_ensure_list (self, kind, ref_field, parent, order));
}

/**
 * trio_model_dup_snapshot:
 * @self: a model
 *
 * Returns: (transfer full): the whole workshop as it is now, for other threads; the same
 *   snapshot as long as nothing changes
 */
TrioSnapshot *
trio_model_dup_snapshot (TrioModel *self)
{
  if (self->snapshot == NULL)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_sized_new (g_hash_table_size (self->records));
      GHashTableIter iter;
      gpointer record;

      g_hash_table_iter_init (&iter, self->records);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        g_ptr_array_add (records, record);
      self->snapshot = trio_snapshot_new (records);
    }
  return trio_snapshot_ref (self->snapshot);
}

/**
 * trio_model_get_next_id:
 * @self: a model
 *
 * Returns: the number that the next new object gets
 */
TrioId
trio_model_get_next_id (TrioModel *self)
{
  return self->next_id;
}
