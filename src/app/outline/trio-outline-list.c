/* trio-outline-list.c: inputs with their themes, stations and clusters as one flat list.
 *
 * Headings are TrioTheme, TrioStation, TrioCluster and TrioOutlineRest, the others TrioNote. One
 * station without clusters has no headings; of all stations, a theme is named by itself when it
 * is worked on at several. What lies in a stack follows the input on top. Changes are gathered
 * and compared once before the next frame, so that a move of 400 inputs is one change of the list
 * and untouched rows keep their widgets.
 */
#include "config.h"

#include "app/outline/trio-outline-list-private.h"

#include <glib/gi18n.h>

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

static void trio_outline_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrioOutlineList,
                               trio_outline_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      trio_outline_list_model_init))

/* Earlier than GTK's layout (G_PRIORITY_HIGH_IDLE + 20), so that a frame is never behind. */
#define REBUILD_PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

static void
rebuild (TrioOutlineList *self)
{
  g_autoptr (GPtrArray) old = self->items;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GArray *infos = g_array_new (FALSE, TRUE, sizeof (TrioOutlineInfo));
  guint head = 0;
  guint tail = 0;

  self->is_stale = FALSE;
  self->n_notes = trio_outline_build (self, items, infos);

  while (head < old->len && head < items->len
         && g_ptr_array_index (old, head) == g_ptr_array_index (items, head))
    head++;
  while (tail < old->len - head && tail < items->len - head
         && g_ptr_array_index (old, old->len - 1 - tail)
                == g_ptr_array_index (items, items->len - 1 - tail))
    tail++;

  self->items = items;
  g_array_unref (self->infos);
  self->infos = infos;
  for (guint i = head; i < old->len - tail; i++)
    g_hash_table_remove (self->positions, g_ptr_array_index (old, i));
  for (guint i = head; i < items->len; i++)
    g_hash_table_insert (self->positions, g_ptr_array_index (items, i), GUINT_TO_POINTER (i + 1));

  /* Announced also when only what belongs to rows has changed, such as a count. */
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
  self->is_stale = TRUE;
  if (self->idle == 0 && !self->is_asleep)
    self->idle = g_idle_add_full (REBUILD_PRIORITY, rebuild_cb, self, NULL);
}

static gboolean
concerns_outline (const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    switch (((const TrioRecord *)g_ptr_array_index (records, i))->kind)
      {
      case TRIO_KIND_NOTE:
      case TRIO_KIND_CLUSTER:
      case TRIO_KIND_STATION:
      case TRIO_KIND_THEME:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioOutlineList *self)
{
  if (concerns_outline (transaction->records) || concerns_outline (transaction->deleted))
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
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_outline_list_parent_class)->dispose (object);
}

static void
trio_outline_list_finalize (GObject *object)
{
  TrioOutlineList *self = TRIO_OUTLINE_LIST (object);

  g_ptr_array_unref (self->items);
  g_array_unref (self->infos);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->rests);

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
  self->infos = g_array_new (FALSE, TRUE, sizeof (TrioOutlineInfo));
  self->positions = g_hash_table_new (NULL, NULL);
  self->rests = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * trio_outline_list_new:
 * @model: the workshop
 * @station: number of a station's object, 0 for all stations
 * @filter: which inputs are listed
 * @asleep: whether nobody looks at it yet; it is empty then, see trio_outline_list_set_asleep()
 *
 * Returns: (transfer full): a list that follows the workshop and the filter
 */
TrioOutlineList *
trio_outline_list_new (TrioModel *model, TrioId station, TrioNoteFilter *filter, gboolean asleep)
{
  TrioOutlineList *self = g_object_new (TRIO_TYPE_OUTLINE_LIST, NULL);

  self->model = g_object_ref (model);
  self->station = station;
  self->filter = g_object_ref (filter);
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  g_signal_connect_swapped (filter, "changed", G_CALLBACK (queue_rebuild), self);
  self->is_stale = TRUE;
  trio_outline_list_set_asleep (self, asleep);
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

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->is_stale)
    rebuild (self);
}

/**
 * trio_outline_list_set_asleep:
 * @self: the list
 * @asleep: whether nobody looks at it
 *
 * Lets changes wait until somebody looks again, or asks for them with
 * trio_outline_list_flush(). Awake, the list catches up at once.
 */
void
trio_outline_list_set_asleep (TrioOutlineList *self, gboolean asleep)
{
  g_return_if_fail (TRIO_IS_OUTLINE_LIST (self));

  self->is_asleep = asleep;
  if (!asleep)
    trio_outline_list_flush (self);
  else
    g_clear_handle_id (&self->idle, g_source_remove);
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
 * trio_outline_list_get_info:
 * @self: the list
 * @position: a position
 * @info: (out caller-allocates): what a row there needs to know
 *
 * Tells what belongs to an item in this list.
 */
void
trio_outline_list_get_info (TrioOutlineList *self, guint position, TrioOutlineInfo *info)
{
  g_return_if_fail (TRIO_IS_OUTLINE_LIST (self));
  g_return_if_fail (position < self->infos->len);

  *info = g_array_index (self->infos, TrioOutlineInfo, position);
  info->n_notes = self->n_notes;
}

/**
 * trio_outline_list_dup_title:
 * @self: the list
 * @position: position of a heading
 *
 * Returns: (transfer full): what the heading says
 */
char *
trio_outline_list_dup_title (TrioOutlineList *self, guint position)
{
  GObject *item;

  g_return_val_if_fail (TRIO_IS_OUTLINE_LIST (self), NULL);
  g_return_val_if_fail (position < self->items->len, NULL);

  item = g_ptr_array_index (self->items, position);
  if (TRIO_IS_THEME (item))
    return g_strdup (trio_object_get_text (TRIO_OBJECT (item), TRIO_THEME_TITLE));
  if (TRIO_IS_STATION (item))
    {
      TrioObject *theme
          = trio_model_get_object (self->model,
                                   trio_object_get_ref (TRIO_OBJECT (item), TRIO_STATION_THEME));

      return g_strdup_printf (_ ("Station %d: %s"),
                              (int)trio_object_get_int (TRIO_OBJECT (item), TRIO_STATION_NUMBER),
                              theme != NULL ? trio_object_get_text (theme, TRIO_THEME_TITLE) : "");
    }
  if (TRIO_IS_CLUSTER (item))
    {
      const char *title = trio_object_get_text (TRIO_OBJECT (item), TRIO_CLUSTER_TITLE);

      return g_strdup (title != NULL && *title != '\0' ? title : _ ("Unnamed cluster"));
    }
  return g_strdup (_ ("Without cluster"));
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
  TrioOutlineInfo info = { 0 };

  trio_outline_list_get_info (self, position, &info);
  return info.number;
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
