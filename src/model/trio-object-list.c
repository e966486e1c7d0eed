/* trio-object-list.c: a GListModel over sorted records.
 *
 * The list holds records, not objects: the object of a row is made when a view asks for it,
 * so that ten thousand notes cost ten thousand pointers. Changes gather silently and are
 * announced once per transaction, as the smallest stretch that covers them.
 */
#include "model/trio-model-private.h"

#include <string.h>

struct _TrioObjectList
{
  GObject parent_instance;
  TrioModel *model; /* the owner, outlives the list's use */
  GPtrArray *records;
  GArray *leaving; /* (element-type guint): positions that settle() empties */
  guint order;
  gboolean changed;
  guint old_length;
  guint prefix; /* rows at the beginning that did not change */
  guint suffix; /* rows at the end that did not change */
};

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *)a;
  guint other = *(const guint *)b;

  return (one > other) - (one < other);
}

/* Takes out the rows that are leaving, all in one pass over the list: one by one, moving four
 * hundred notes of ten thousand would shift megabytes. */
static void
settle (TrioObjectList *self)
{
  gpointer *rows = self->records->pdata;
  guint to;

  if (self->leaving->len == 0)
    return;
  g_array_sort (self->leaving, compare_positions);
  to = g_array_index (self->leaving, guint, 0);
  for (guint i = 0; i < self->leaving->len; i++)
    {
      guint position = g_array_index (self->leaving, guint, i);
      guint end = i + 1 < self->leaving->len ? g_array_index (self->leaving, guint, i + 1)
                                             : self->records->len;

      trio_record_unref (rows[position]);
      memmove (&rows[to], &rows[position + 1], (end - position - 1) * sizeof *rows);
      to += end - position - 1;
    }
  /* The rows behind have moved; they must not be released a second time. */
  memset (&rows[to], 0, (self->records->len - to) * sizeof *rows);
  g_ptr_array_set_free_func (self->records, NULL);
  g_ptr_array_set_size (self->records, to);
  g_ptr_array_set_free_func (self->records, (GDestroyNotify)trio_record_unref);
  g_array_set_size (self->leaving, 0);
}

static GType
trio_object_list_get_item_type (GListModel *list)
{
  return TRIO_TYPE_OBJECT;
}

static guint
trio_object_list_get_n_items (GListModel *list)
{
  settle (TRIO_OBJECT_LIST (list));
  return TRIO_OBJECT_LIST (list)->records->len;
}

static gpointer
trio_object_list_get_item (GListModel *list, guint position)
{
  TrioObjectList *self = TRIO_OBJECT_LIST (list);
  TrioRecord *record;

  settle (self);
  if (position >= self->records->len || self->model == NULL)
    return NULL;
  record = g_ptr_array_index (self->records, position);
  return g_object_ref (trio_model_get_object (self->model, record->id));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = trio_object_list_get_item_type;
  iface->get_n_items = trio_object_list_get_n_items;
  iface->get_item = trio_object_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TrioObjectList,
                               trio_object_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
trio_object_list_dispose (GObject *object)
{
  TrioObjectList *self = TRIO_OBJECT_LIST (object);

  g_clear_weak_pointer (&self->model);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_ptr_array_new ();
  g_array_set_size (self->leaving, 0);
  G_OBJECT_CLASS (trio_object_list_parent_class)->dispose (object);
}

static void
trio_object_list_finalize (GObject *object)
{
  TrioObjectList *self = TRIO_OBJECT_LIST (object);

  g_ptr_array_unref (self->records);
  g_array_unref (self->leaving);
  G_OBJECT_CLASS (trio_object_list_parent_class)->finalize (object);
}

static void
trio_object_list_class_init (TrioObjectListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trio_object_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_object_list_finalize;
}

static void
trio_object_list_init (TrioObjectList *self)
{
  self->leaving = g_array_new (FALSE, FALSE, sizeof (guint));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  return trio_record_compare_by (*(TrioRecord *const *)a, *(TrioRecord *const *)b,
                                 GPOINTER_TO_UINT (order));
}

/* Makes a list of the records (taken over), sorted by the rank field @order. */
TrioObjectList *
trio_object_list_new (TrioModel *model, GPtrArray *records, guint order)
{
  TrioObjectList *self = g_object_new (TRIO_TYPE_OBJECT_LIST, NULL);

  g_set_weak_pointer (&self->model, model);
  self->records = records;
  self->order = order;
  g_ptr_array_sort_with_data (records, compare_cb, GUINT_TO_POINTER (order));
  return self;
}

/* The first position whose record does not sort before @record. */
static guint
find_position (TrioObjectList *self, const TrioRecord *record)
{
  guint low = 0;
  guint high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (trio_record_compare_by (g_ptr_array_index (self->records, middle), record, self->order)
          < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Widens the changed stretch so that it covers the row at @position. */
static void
touch (TrioObjectList *self, guint position, guint rows_after)
{
  if (!self->changed)
    {
      self->changed = TRUE;
      self->old_length = self->records->len;
      self->prefix = position;
      self->suffix = rows_after;
      return;
    }
  self->prefix = MIN (self->prefix, position);
  self->suffix = MIN (self->suffix, rows_after);
}

/* Whether the change gives the record another place in the list. */
gboolean
trio_object_list_moves (TrioObjectList *self, const TrioRecord *before, const TrioRecord *after)
{
  return trio_record_compare_by (before, after, self->order) != 0;
}

/* Takes the row of a record out; the rows behind it move up with the next other use. */
void
trio_object_list_remove (TrioObjectList *self, const TrioRecord *record)
{
  guint position = find_position (self, record);

  g_return_if_fail (position < self->records->len
                    && ((TrioRecord *)g_ptr_array_index (self->records, position))->id
                           == record->id);

  touch (self, position, self->records->len - position - 1);
  g_array_append_val (self->leaving, position);
}

/* Puts a record where it belongs. */
void
trio_object_list_insert (TrioObjectList *self, TrioRecord *record)
{
  guint position;

  settle (self);
  position = find_position (self, record);
  touch (self, position, self->records->len - position);
  g_ptr_array_insert (self->records, position, trio_record_ref (record));
}

/* Swaps a record for a newer one that sorts the same; no row changes. */
void
trio_object_list_replace (TrioObjectList *self, const TrioRecord *before, TrioRecord *after)
{
  guint position = find_position (self, before);

  g_return_if_fail (position < self->records->len
                    && ((TrioRecord *)g_ptr_array_index (self->records, position))->id
                           == before->id);

  trio_record_unref (g_ptr_array_index (self->records, position));
  g_ptr_array_index (self->records, position) = trio_record_ref (after);
}

/* Tells the views what changed since the last time; FALSE when nothing did. */
gboolean
trio_object_list_announce (TrioObjectList *self)
{
  guint removed;
  guint added;

  if (!self->changed)
    return FALSE;
  settle (self);
  self->changed = FALSE;
  removed = self->old_length - self->prefix - self->suffix;
  added = self->records->len - self->prefix - self->suffix;
  if (removed == 0 && added == 0)
    return FALSE;
  g_list_model_items_changed (G_LIST_MODEL (self), self->prefix, removed, added);
  return TRUE;
}

/* The rank of the last row, borrowed; NULL when the list is empty or has no order. */
const char *
trio_object_list_get_last_rank (TrioObjectList *self)
{
  const char *rank;

  settle (self);
  if (self->records->len == 0 || self->order == TRIO_NO_FIELD)
    return NULL;
  rank = trio_record_get_text (g_ptr_array_index (self->records, self->records->len - 1),
                               self->order);
  return *rank != '\0' ? rank : NULL;
}

/**
 * trio_list_peek_records:
 * @list: a list of a #TrioModel
 * @n_records: (out): how many records
 *
 * The records of a list without making an object for each row.
 *
 * Returns: (transfer none) (array length=n_records): the records in order, until the next change
 */
TrioRecord *const *
trio_list_peek_records (GListModel *list, guint *n_records)
{
  TrioObjectList *self = TRIO_OBJECT_LIST (list);

  settle (self);
  *n_records = self->records->len;
  return (TrioRecord *const *)self->records->pdata;
}
