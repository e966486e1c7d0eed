/* trio-outline-place.c: where in the list that goes which is let go of at a height. */
#include "config.h"

#include "app/outline/trio-outline-private.h"

static gboolean
get_bounds (TrioOutline *self, TrioNoteRow *row, graphene_rect_t *bounds)
{
  return gtk_widget_compute_bounds (gtk_widget_get_parent (GTK_WIDGET (row)), GTK_WIDGET (self),
                                    bounds);
}

/* The row at a height, or the last one above it; @below tells that there is none at the height. */
static TrioNoteRow *
find_row_at (TrioOutline *self, double y, graphene_rect_t *bounds, gboolean *below)
{
  TrioNoteRow *best = NULL;
  graphene_rect_t rect;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TrioNoteRow *row = g_ptr_array_index (self->rows, i);

      if (!gtk_widget_get_mapped (GTK_WIDGET (row)) || !get_bounds (self, row, &rect)
          || rect.origin.y > y || (best != NULL && rect.origin.y < bounds->origin.y))
        continue;
      best = row;
      *bounds = rect;
    }
  *below = best != NULL && y > bounds->origin.y + bounds->size.height;
  return best;
}

static GObject *
get_item (TrioOutline *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return item;
}

/* The station whose part of the list a position is in. */
static TrioId
find_station (TrioOutline *self, guint position)
{
  TrioId station = trio_note_actions_get_station (self->actions);

  for (guint i = position + 1; station == 0 && i > 0; i--)
    {
      GObject *item = get_item (self, i - 1);

      if (TRIO_IS_STATION (item))
        return trio_object_get_id (TRIO_OBJECT (item));
      if (TRIO_IS_THEME (item))
        return 0;
    }
  return station;
}

static gboolean
is_in_hand (TrioOutline *self, TrioId note)
{
  for (guint i = 0; self->drag.ids != NULL && i < self->drag.ids->len; i++)
    if (TRIO_IDS (self->drag.ids)[i] == note)
      return TRUE;
  return FALSE;
}

/* The first input from a position on that stays where it is, in the same cluster. */
static TrioId
find_before (TrioOutline *self, guint position, const TrioNotePlace *place)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = position; i < n; i++)
    {
      GObject *item = get_item (self, i);
      TrioObject *note = TRIO_IS_NOTE (item) ? TRIO_OBJECT (item) : NULL;

      if (note == NULL || trio_object_get_ref (note, TRIO_NOTE_CLUSTER) != place->cluster)
        return 0;
      if (trio_object_get_ref (note, TRIO_NOTE_STACK) == 0
          && !is_in_hand (self, trio_object_get_id (note)))
        return trio_object_get_id (note);
    }
  return 0;
}

/**
 * trio_outline_find_place:
 * @self: the outline
 * @y: a height in it
 * @place: (out): where inputs go that are let go of there
 * @mark: (out): where that is shown, without height
 *
 * Returns: whether inputs can go there
 */
gboolean
trio_outline_find_place (TrioOutline *self, double y, TrioNotePlace *place, graphene_rect_t *mark)
{
  gboolean below = FALSE;
  TrioNoteRow *row = find_row_at (self, y, mark, &below);
  GObject *item = row != NULL ? trio_note_row_get_item (row) : NULL;
  gboolean is_after = y > mark->origin.y + mark->size.height / 2;
  guint position;

  *place = (TrioNotePlace){ 0 };
  if (row == NULL)
    {
      place->station = trio_note_actions_get_station (self->actions);
      *mark = GRAPHENE_RECT_INIT (24, 12, (float)gtk_widget_get_width (GTK_WIDGET (self)) - 48, 0);
      return place->station != 0;
    }
  position = trio_outline_get_position (row);
  place->station = find_station (self, position);
  if (TRIO_IS_NOTE (item) && !below)
    place->cluster = trio_object_get_ref (TRIO_OBJECT (item), TRIO_NOTE_CLUSTER);
  else if (TRIO_IS_CLUSTER (item))
    place->cluster = trio_object_get_id (TRIO_OBJECT (item));
  if (!TRIO_IS_NOTE (item))
    is_after = TRUE;
  /* On a station's heading, and below everything: at the end, outside clusters. */
  if (!below && !TRIO_IS_STATION (item))
    place->before = find_before (self, is_after ? position + 1 : position, place);
  if (is_after || below)
    mark->origin.y += mark->size.height;
  mark->size.height = 0;
  return place->station != 0;
}

/**
 * trio_outline_find_cluster_place:
 * @self: the outline
 * @y: a height in it
 * @place: (out): station and cluster before which a cluster goes that is let go of there
 * @mark: (out): where that is shown, without height
 *
 * Returns: whether a cluster can go there
 */
gboolean
trio_outline_find_cluster_place (TrioOutline *self,
                                 double y,
                                 TrioNotePlace *place,
                                 graphene_rect_t *mark)
{
  gboolean below = FALSE;
  TrioNoteRow *row = find_row_at (self, y, mark, &below);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position = row != NULL ? trio_outline_get_position (row) : 0;
  GObject *item = row != NULL ? trio_note_row_get_item (row) : NULL;

  *place = (TrioNotePlace){ 0 };
  if (row == NULL || (place->station = find_station (self, position)) == 0)
    return FALSE;
  /* The upper half of a heading stands for the place before its cluster. */
  if (!TRIO_IS_CLUSTER (item) || y > mark->origin.y + mark->size.height / 2)
    {
      position++;
      mark->origin.y += mark->size.height;
    }
  mark->size.height = 0;
  for (; position < n; position++)
    {
      item = get_item (self, position);
      if (TRIO_IS_STATION (item) || TRIO_IS_THEME (item))
        break;
      if (!TRIO_IS_CLUSTER (item) || trio_object_get_id (TRIO_OBJECT (item)) == self->drag.cluster)
        continue;
      place->before = trio_object_get_id (TRIO_OBJECT (item));
      row = trio_outline_find_row (self, place->before);
      if (row != NULL && get_bounds (self, row, mark))
        mark->size.height = 0;
      break;
    }
  return TRUE;
}
