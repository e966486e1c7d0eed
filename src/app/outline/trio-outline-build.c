/* trio-outline-build.c: in which order inputs and headings stand in the outline. */
#include "config.h"

#include "app/outline/trio-outline-list-private.h"

/* What a new list is built of. */
typedef struct
{
  TrioOutlineList *list;
  GPtrArray *items;
  GArray *infos;
  GHashTable *below; /* top → GPtrArray of the notes below it, borrowed */
  guint n_notes;
} Build;

static gboolean
passes (Build *build, TrioObject *note)
{
  return trio_note_filter_matches (build->list->filter, trio_object_get_record (note));
}

static void
append_one (Build *build, gpointer item, const TrioOutlineInfo *info)
{
  g_ptr_array_add (build->items, g_object_ref (item));
  g_array_append_vals (build->infos, info, 1);
}

static void
append_note (Build *build, TrioObject *note)
{
  TrioId id = trio_object_get_id (note);
  GPtrArray *below = g_hash_table_lookup (build->below, &id);
  TrioOutlineInfo info = { .number = ++build->n_notes, .n_below = below != NULL ? below->len : 0 };

  append_one (build, note, &info);
  for (guint i = 0; below != NULL && i < below->len; i++)
    if (passes (build, g_ptr_array_index (below, i)))
      {
        info = (TrioOutlineInfo){ .number = ++build->n_notes };
        append_one (build, g_ptr_array_index (below, i), &info);
      }
}

/* An input inside a stack is listed below the one on top, unless that does not pass itself. */
static gboolean
has_own_place (Build *build, TrioObject *note)
{
  TrioId id = trio_object_get_ref (note, TRIO_NOTE_STACK);
  TrioObject *top = id != 0 ? trio_model_get_object (build->list->model, id) : NULL;

  return top == NULL || !passes (build, top)
         || (build->list->station != 0
             && trio_object_get_ref (top, TRIO_NOTE_STATION) != build->list->station);
}

static void
append_notes (Build *build, GListModel *notes, gboolean only_loose)
{
  guint n = g_list_model_get_n_items (notes);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, i);

      if (only_loose && trio_object_get_ref (note, TRIO_NOTE_CLUSTER) != 0)
        continue;
      if (passes (build, note) && has_own_place (build, note))
        append_note (build, note);
    }
}

/* A heading stands for now, and goes again if nothing came under it while something is searched. */
static guint
open_heading (Build *build, gpointer item, guint level)
{
  TrioOutlineInfo info = { .number = build->n_notes, .level = level };

  append_one (build, item, &info);
  return build->items->len - 1;
}

static void
close_heading (Build *build, guint position, gboolean keep_empty)
{
  TrioOutlineInfo *info = &g_array_index (build->infos, TrioOutlineInfo, position);

  info->number = build->n_notes - info->number;
  if (info->number > 0 || (keep_empty && !trio_note_filter_is_active (build->list->filter)))
    return;
  g_ptr_array_set_size (build->items, (int)position);
  g_array_set_size (build->infos, position);
}

static void
find_stacks (Build *build, GListModel *notes)
{
  guint n = g_list_model_get_n_items (notes);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, i);
      TrioId top = trio_object_get_ref (note, TRIO_NOTE_STACK);
      GPtrArray *below;

      if (top == 0)
        continue;
      below = g_hash_table_lookup (build->below, &top);
      if (below == NULL)
        {
          below = g_ptr_array_new ();
          g_hash_table_insert (build->below, g_memdup2 (&top, sizeof top), below);
        }
      g_ptr_array_add (below, note);
    }
}

static TrioOutlineRest *
get_rest (TrioOutlineList *self, TrioId station)
{
  TrioOutlineRest *rest = g_hash_table_lookup (self->rests, &station);

  if (rest == NULL)
    {
      rest = g_object_new (TRIO_TYPE_OUTLINE_REST, NULL);
      g_hash_table_insert (self->rests, g_memdup2 (&station, sizeof station), rest);
    }
  return rest;
}

static void
append_station_notes (Build *build, TrioId station)
{
  TrioModel *model = build->list->model;
  GListModel *notes = trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);
  GListModel *clusters
      = trio_model_get_children (model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);
  guint n_clusters = g_list_model_get_n_items (clusters);

  find_stacks (build, notes);
  for (guint i = 0; i < n_clusters; i++)
    {
      g_autoptr (TrioObject) cluster = g_list_model_get_item (clusters, i);
      guint heading = open_heading (build, cluster, 3);

      append_notes (build,
                    trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER,
                                             trio_object_get_id (cluster)),
                    FALSE);
      close_heading (build, heading, TRUE);
    }
  if (n_clusters == 0)
    append_notes (build, notes, TRUE);
  else
    {
      guint heading = open_heading (build, get_rest (build->list, station), 3);

      append_notes (build, notes, TRUE);
      close_heading (build, heading, FALSE);
    }
}

static void
append_theme (Build *build, TrioObject *theme)
{
  GListModel *stations = trio_model_get_children (build->list->model, TRIO_KIND_STATION,
                                                  TRIO_STATION_THEME, trio_object_get_id (theme));
  guint n = g_list_model_get_n_items (stations);
  guint heading = n > 1 ? open_heading (build, theme, 1) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);
      guint inner = open_heading (build, station, 2);

      append_station_notes (build, trio_object_get_id (station));
      close_heading (build, inner, TRUE);
    }
  if (n > 1)
    close_heading (build, heading, TRUE);
}

static void
append_all (Build *build)
{
  GListModel *themes = trio_model_get_list (build->list->model, TRIO_KIND_THEME);
  guint n = g_list_model_get_n_items (themes);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) theme = g_list_model_get_item (themes, i);

      append_theme (build, theme);
    }
}

/**
 * trio_outline_build:
 * @self: a list
 * @items: (element-type GObject): where the items go
 * @infos: (element-type TrioOutlineInfo): where what belongs to them goes
 *
 * Collects what the list shows now.
 *
 * Returns: how many of the items are inputs
 */
guint
trio_outline_build (TrioOutlineList *self, GPtrArray *items, GArray *infos)
{
  Build build = { .list = self, .items = items, .infos = infos };

  build.below = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify)g_ptr_array_unref);
  if (self->station != 0)
    append_station_notes (&build, self->station);
  else
    append_all (&build);
  g_hash_table_unref (build.below);
  return build.n_notes;
}
