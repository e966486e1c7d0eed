/* trio-outline-list.c: the inputs of a station with their clusters as one flat list.
 *
 * Items are TrioCluster and TrioOutlineRest (headings) and TrioNote. Without clusters there
 * are no headings. Changes are gathered and compared once before the next frame, so that a
 * move of 400 inputs is one change of the list and untouched rows keep their widgets.
 */
#include "config.h"

#include "app/trio-outline-list.h"

struct _TrioOutlineRest
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (TrioOutlineRest, trio_outline_rest, G_TYPE_OBJECT)

static void
trio_outline_rest_class_init (TrioOutlineRestClass *klass)
{
}

static void
trio_outline_rest_init (TrioOutlineRest *self)
{
}

struct _TrioOutlineList
{
  GObject parent_instance;

  TrioModel *model;
  GListModel *notes;
  GListModel *clusters;
  GPtrArray *members; /* GListModel: the inputs of each cluster */
  TrioOutlineRest *rest;

  GPtrArray *items;
  GHashTable *positions; /* object → position + 1 */
  guint n_notes;
  guint idle;
};

static void trio_outline_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrioOutlineList,
                               trio_outline_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      trio_outline_list_model_init))

/* Earlier than GTK's layout (G_PRIORITY_HIGH_IDLE + 20), so that a frame is never behind. */
#define REBUILD_PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

static void
append_all (GPtrArray *items, GListModel *notes)
{
  guint n = g_list_model_get_n_items (notes);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (notes, i));
}

static GPtrArray *
collect_items (TrioOutlineList *self, guint *n_notes)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_clusters = g_list_model_get_n_items (self->clusters);
  guint n = g_list_model_get_n_items (self->notes);
  guint n_headings = 0;
  gboolean has_rest = FALSE;

  for (guint i = 0; i < n_clusters && i < self->members->len; i++)
    {
      g_ptr_array_add (items, g_list_model_get_item (self->clusters, i));
      n_headings++;
      append_all (items, g_ptr_array_index (self->members, i));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (self->notes, i);

      if (trio_object_get_ref (note, TRIO_NOTE_CLUSTER) != 0)
        continue;
      if (n_clusters > 0 && !has_rest)
        {
          g_ptr_array_add (items, g_object_ref (self->rest));
          n_headings++;
          has_rest = TRUE;
        }
      g_ptr_array_add (items, g_steal_pointer (&note));
    }
  *n_notes = items->len - n_headings;
  return items;
}

static void
rebuild (TrioOutlineList *self)
{
  g_autoptr (GPtrArray) old = self->items;
  GPtrArray *items = collect_items (self, &self->n_notes);
  guint head = 0;
  guint tail = 0;

  while (head < old->len && head < items->len
         && g_ptr_array_index (old, head) == g_ptr_array_index (items, head))
    head++;
  while (tail < old->len - head && tail < items->len - head
         && g_ptr_array_index (old, old->len - 1 - tail)
                == g_ptr_array_index (items, items->len - 1 - tail))
    tail++;

  self->items = items;
  for (guint i = head; i < old->len - tail; i++)
    g_hash_table_remove (self->positions, g_ptr_array_index (old, i));
  for (guint i = head; i < items->len; i++)
    g_hash_table_insert (self->positions, g_ptr_array_index (items, i), GUINT_TO_POINTER (i + 1));

  if (old->len != items->len || head + tail < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                items->len - head - tail);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  TrioOutlineList *self = user_data;

  self->idle = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

static void
queue_rebuild (TrioOutlineList *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (REBUILD_PRIORITY, rebuild_cb, self, NULL);
}

static void
drop_members (TrioOutlineList *self)
{
  for (guint i = 0; i < self->members->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->members, i), self);
  g_ptr_array_set_size (self->members, 0);
}

static void
follow_clusters (TrioOutlineList *self)
{
  guint n = g_list_model_get_n_items (self->clusters);

  drop_members (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) cluster = g_list_model_get_item (self->clusters, i);
      GListModel *notes = trio_model_get_children (self->model, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER,
                                                   trio_object_get_id (cluster));

      g_signal_connect_swapped (notes, "items-changed", G_CALLBACK (queue_rebuild), self);
      g_ptr_array_add (self->members, g_object_ref (notes));
    }
  queue_rebuild (self);
}

static GType
trio_outline_list_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
trio_outline_list_get_n_items (GListModel *list)
{
  return TRIO_OUTLINE_LIST (list)->items->len;
}

static gpointer
trio_outline_list_get_item (GListModel *list, guint position)
{
  TrioOutlineList *self = TRIO_OUTLINE_LIST (list);

  if (position >= self->items->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
trio_outline_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = trio_outline_list_get_item_type;
  iface->get_n_items = trio_outline_list_get_n_items;
  iface->get_item = trio_outline_list_get_item;
}

static void
trio_outline_list_dispose (GObject *object)
{
  TrioOutlineList *self = TRIO_OUTLINE_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  if (self->clusters != NULL)
    g_signal_handlers_disconnect_by_data (self->clusters, self);
  drop_members (self);
  g_clear_object (&self->notes);
  g_clear_object (&self->clusters);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_outline_list_parent_class)->dispose (object);
}

static void
trio_outline_list_finalize (GObject *object)
{
  TrioOutlineList *self = TRIO_OUTLINE_LIST (object);

  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->positions);
  g_object_unref (self->rest);

  G_OBJECT_CLASS (trio_outline_list_parent_class)->finalize (object);
}

static void
trio_outline_list_class_init (TrioOutlineListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trio_outline_list_dispose;
  object_class->finalize = trio_outline_list_finalize;
}

static void
trio_outline_list_init (TrioOutlineList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->members = g_ptr_array_new_with_free_func (g_object_unref);
  self->positions = g_hash_table_new (NULL, NULL);
  self->rest = g_object_new (TRIO_TYPE_OUTLINE_REST, NULL);
}

/**
 * trio_outline_list_new:
 * @model: the workshop
 * @station: number of a station's object
 *
 * Returns: (transfer full): a list that follows the inputs and clusters of the station
 */
TrioOutlineList *
trio_outline_list_new (TrioModel *model, TrioId station)
{
  TrioOutlineList *self = g_object_new (TRIO_TYPE_OUTLINE_LIST, NULL);

  self->model = g_object_ref (model);
  self->notes
      = g_object_ref (trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station));
  self->clusters = g_object_ref (
      trio_model_get_children (model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station));
  g_signal_connect_swapped (self->notes, "items-changed", G_CALLBACK (queue_rebuild), self);
  g_signal_connect_swapped (self->clusters, "items-changed", G_CALLBACK (follow_clusters), self);
  follow_clusters (self);
  trio_outline_list_flush (self);
  return self;
}

/**
 * trio_outline_list_flush:
 * @self: the list
 *
 * Takes over changes of the workshop at once instead of before the next frame.
 */
void
trio_outline_list_flush (TrioOutlineList *self)
{
  g_return_if_fail (TRIO_IS_OUTLINE_LIST (self));

  if (self->idle == 0)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  rebuild (self);
}

/**
 * trio_outline_list_find:
 * @self: the list
 * @object: number of an object
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION, which is %G_MAXUINT
 */
guint
trio_outline_list_find (TrioOutlineList *self, TrioId object)
{
  TrioObject *found;
  gpointer position;

  g_return_val_if_fail (TRIO_IS_OUTLINE_LIST (self), G_MAXUINT);

  found = trio_model_get_object (self->model, object);
  position = found != NULL ? g_hash_table_lookup (self->positions, found) : NULL;
  return position != NULL ? GPOINTER_TO_UINT (position) - 1 : G_MAXUINT;
}

/**
 * trio_outline_list_get_number:
 * @self: the list
 * @position: a position
 *
 * Returns: which input this is among those of the list, from 1; for a heading, how many
 *   inputs stand under it
 */
guint
trio_outline_list_get_number (TrioOutlineList *self, guint position)
{
  guint number = 0;

  g_return_val_if_fail (TRIO_IS_OUTLINE_LIST (self), 0);
  g_return_val_if_fail (position < self->items->len, 0);

  if (self->members->len == 0)
    return position + 1;

  if (TRIO_IS_NOTE (g_ptr_array_index (self->items, position)))
    {
      for (guint i = 0; i <= position; i++)
        number += TRIO_IS_NOTE (g_ptr_array_index (self->items, i));
      return number;
    }

  while (position + number + 1 < self->items->len
         && TRIO_IS_NOTE (g_ptr_array_index (self->items, position + number + 1)))
    number++;
  return number;
}

/**
 * trio_outline_list_get_n_notes:
 * @self: the list
 *
 * Returns: how many inputs the list holds
 */
guint
trio_outline_list_get_n_notes (TrioOutlineList *self)
{
  g_return_val_if_fail (TRIO_IS_OUTLINE_LIST (self), 0);

  return self->n_notes;
}
