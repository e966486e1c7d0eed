/* trio-model-apply.c: makes a transaction true in memory: records, objects, lists.
 *
 * The order matters: first all records, then all lists, then the notifications, so that no
 * view ever sees half a transaction.
 */
#include "model/trio-model-private.h"
#include "model/trio-object-private.h"

/* Which list. One of all objects of a kind has TRIO_NO_FIELD as field. */
typedef struct
{
  TrioKind kind;
  guint field;
  TrioId parent;
} ListKey;

static guint
hash_key (gconstpointer key)
{
  const ListKey *list = key;

  return (guint)list->parent * 31 + list->kind * 37 + list->field;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const ListKey *one = a;
  const ListKey *other = b;

  return one->kind == other->kind && one->field == other->field && one->parent == other->parent;
}

/* Makes the table of lists. */
GHashTable *
trio_list_table_new (void)
{
  return g_hash_table_new_full (hash_key, equal_keys, g_free, g_object_unref);
}

/* Looks a list up; NULL when nobody has asked for it yet. */
static TrioObjectList *
find_list (TrioModel *self, TrioKind kind, guint field, TrioId parent)
{
  ListKey key = { kind, field, parent };

  return g_hash_table_lookup (self->lists, &key);
}

/* The list of the objects of a kind that refer to @parent in @field, or of all. */
TrioObjectList *
trio_model_ensure_list (TrioModel *self, TrioKind kind, guint field, TrioId parent, guint order)
{
  TrioObjectList *list = find_list (self, kind, field, parent);
  GPtrArray *records;
  GHashTableIter iter;
  gpointer value;
  ListKey key = { kind, field, parent };

  if (list != NULL)
    return list;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TrioRecord *record = value;

      if (record->kind == kind
          && (field == TRIO_NO_FIELD || trio_record_get_ref (record, field) == parent))
        g_ptr_array_add (records, trio_record_ref (record));
    }
  list = trio_object_list_new (self, records, order);
  g_hash_table_insert (self->lists, g_memdup2 (&key, sizeof key), list);
  return list;
}

/* Calls @change for every existing list that the record belongs to. */
static void
update_lists (TrioModel *self, TrioRecord *record, void (*change) (TrioObjectList *, TrioRecord *))
{
  const TrioKindInfo *info = trio_kind_get_info (record->kind);
  TrioObjectList *list = find_list (self, record->kind, TRIO_NO_FIELD, 0);

  if (list != NULL)
    change (list, record);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRIO_FIELD_REF)
      {
        list = find_list (self, record->kind, i, trio_record_get_ref (record, i));
        if (list != NULL)
          change (list, record);
      }
}

static void
insert_row (TrioObjectList *list, TrioRecord *record)
{
  trio_object_list_insert (list, record);
}

static void
remove_row (TrioObjectList *list, TrioRecord *record)
{
  trio_object_list_remove (list, record);
}

/* Whether the record stays in a list at the same place, so that no row needs to change. */
static gboolean
stays (TrioModel *self, TrioObjectList *list, guint field, const TrioDelta *delta)
{
  if (field != TRIO_NO_FIELD
      && trio_record_get_ref (delta->before, field) != trio_record_get_ref (delta->after, field))
    return FALSE;
  return !trio_object_list_moves (list, delta->before, delta->after);
}

static void
update_list (TrioModel *self, guint field, const TrioDelta *delta, gboolean inserting)
{
  TrioKind kind = delta->before->kind;
  TrioId from = field != TRIO_NO_FIELD ? trio_record_get_ref (delta->before, field) : 0;
  TrioId to = field != TRIO_NO_FIELD ? trio_record_get_ref (delta->after, field) : 0;
  TrioObjectList *old_list = find_list (self, kind, field, from);
  TrioObjectList *new_list = find_list (self, kind, field, to);

  if (old_list != NULL && stays (self, old_list, field, delta))
    {
      if (!inserting)
        trio_object_list_replace (old_list, delta->before, delta->after);
      return;
    }
  if (!inserting && old_list != NULL)
    trio_object_list_remove (old_list, delta->before);
  if (inserting && new_list != NULL)
    trio_object_list_insert (new_list, delta->after);
}

/* Rows leave all lists before any enters one: a list is searched by the keys it was sorted
 * by, so it must never hold old and new keys mixed. */
static void
rearrange_lists (TrioModel *self, GArray *deltas, gboolean inserting)
{
  for (guint i = 0; i < deltas->len; i++)
    {
      const TrioDelta *delta = &g_array_index (deltas, TrioDelta, i);
      const TrioKindInfo *info;

      if (delta->before == NULL && inserting)
        update_lists (self, delta->after, insert_row);
      else if (delta->after == NULL && !inserting)
        update_lists (self, delta->before, remove_row);
      if (delta->before == NULL || delta->after == NULL)
        continue;
      info = trio_kind_get_info (delta->before->kind);
      update_list (self, TRIO_NO_FIELD, delta, inserting);
      for (guint j = 0; j < info->n_fields; j++)
        if (info->fields[j].type == TRIO_FIELD_REF)
          update_list (self, j, delta, inserting);
    }
}

static void
forget_record (TrioModel *self, TrioRecord *record)
{
  TrioObject *object = g_hash_table_lookup (self->objects, &record->id);

  if (object != NULL)
    {
      trio_object_mark_deleted (object);
      g_hash_table_remove (self->objects, &record->id);
    }
  if (self->by_uuid != NULL)
    g_hash_table_remove (self->by_uuid, &record->uuid);
  g_hash_table_remove (self->records, &record->id);
}

static void
remember_record (TrioModel *self, TrioRecord *record, GPtrArray *frozen)
{
  TrioObject *object = g_hash_table_lookup (self->objects, &record->id);

  /* The tables key by memory inside the record, so the key must change with the value. */
  g_hash_table_replace (self->records, &record->id, trio_record_ref (record));
  if (self->by_uuid != NULL)
    g_hash_table_replace (self->by_uuid, &record->uuid, record);
  if (record->kind == TRIO_KIND_WORKSHOP)
    self->workshop = record->id;
  if (object == NULL)
    return;
  g_object_freeze_notify (G_OBJECT (object));
  g_ptr_array_add (frozen, g_object_ref (object));
  trio_object_set_record (object, record);
}

static void
announce_lists (TrioModel *self)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer list;

  /* A view may ask for new lists while it is told of changes. */
  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_add (lists, g_object_ref (list));
  for (guint i = 0; i < lists->len; i++)
    trio_object_list_announce (g_ptr_array_index (lists, i));
}

/* Makes the deltas true in memory, then tells views. */
void
trio_model_apply_deltas (TrioModel *self, GArray *deltas)
{
  g_autoptr (GPtrArray) frozen = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->snapshot, trio_snapshot_unref);
  rearrange_lists (self, deltas, FALSE);
  for (guint i = 0; i < deltas->len; i++)
    {
      const TrioDelta *delta = &g_array_index (deltas, TrioDelta, i);

      if (delta->after != NULL)
        remember_record (self, delta->after, frozen);
      else
        forget_record (self, delta->before);
    }
  rearrange_lists (self, deltas, TRUE);
  announce_lists (self);
  for (guint i = 0; i < frozen->len; i++)
    g_object_thaw_notify (g_ptr_array_index (frozen, i));
}
