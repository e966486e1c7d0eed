/* trio-points.c: from the notes of a theme to its points: made, proposed, or simply all. */
#include "config.h"

#include "clustering/trio-points.h"

#include <string.h>

#include "clustering/trio-label-private.h"
#include "clustering/trio-points-private.h"
#include "text/trio-language.h"

/* Two points that share more than this of their notes are one. */
#define MOST_SHARED 0.5

static void
clear_item (gpointer data)
{
  TrioPointItem *item = data;

  g_array_unref (item->stack);
  g_free (item->text);
}

static void
free_point (gpointer data)
{
  TrioPoint *point = data;

  g_free (point->name);
  g_array_unref (point->notes);
  g_array_unref (point->central);
  g_free (point);
}

static gboolean
is_of_theme (TrioSnapshot *snapshot, const TrioRecord *note, TrioId theme)
{
  const TrioRecord *station
      = trio_snapshot_get (snapshot, trio_record_get_ref (note, TRIO_NOTE_STATION));

  return station != NULL && trio_record_get_ref (station, TRIO_STATION_THEME) == theme;
}

/* Index of the item that the note lies under, or -1. */
static int
find_top (TrioPoints *points, TrioId top)
{
  for (guint i = 0; top != 0 && i < points->items->len; i++)
    if (g_array_index (points->items, TrioPointItem, i).id == top)
      return i;
  return -1;
}

static void
add_note (TrioPoints *points, const TrioRecord *note, gboolean is_under)
{
  gint64 weight = 1 + trio_record_get_int (note, TRIO_NOTE_VOTES);
  int top = is_under ? find_top (points, trio_record_get_ref (note, TRIO_NOTE_STACK)) : -1;
  TrioPointItem item = { 0 };

  points->n_notes++;
  if (top >= 0)
    {
      TrioPointItem *above = &g_array_index (points->items, TrioPointItem, top);

      above->weight += weight;
      g_array_append_val (above->stack, note->id);
      return;
    }
  item.id = note->id;
  item.cluster = trio_record_get_ref (note, TRIO_NOTE_CLUSTER);
  item.text = g_strdup (trio_record_get_text (note, TRIO_NOTE_TEXT));
  item.weight = weight;
  item.stack = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_array_append_val (item.stack, note->id);
  g_array_append_val (points->items, item);
}

/* Tops first, so that what lies under them finds them. */
static void
read_notes (TrioPoints *points,
            TrioSnapshot *snapshot,
            TrioId theme,
            TrioPointsAccept accept,
            gpointer user_data)
{
  GPtrArray *notes = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < notes->len; i++)
      {
        const TrioRecord *note = notes->pdata[i];
        gboolean is_under = trio_record_get_ref (note, TRIO_NOTE_STACK) != 0;

        if (is_under == (pass == 1) && is_of_theme (snapshot, note, theme)
            && trio_record_get_int (note, TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL
            && (accept == NULL || accept (note, user_data)))
          add_note (points, note, is_under);
      }
}

/* Takes @members over. */
static void
add_point (TrioPoints *points, const char *name, gboolean is_title, gint64 votes, GArray *members)
{
  TrioPoint *point = g_new0 (TrioPoint, 1);

  point->name = name != NULL && *name != '\0' ? g_strdup (name) : NULL;
  point->is_title = point->name != NULL && is_title;
  point->weight = votes;
  point->notes = g_array_new (FALSE, FALSE, sizeof (TrioId));
  for (guint m = 0; m < members->len; m++)
    {
      const TrioPointItem *item
          = &g_array_index (points->items, TrioPointItem, g_array_index (members, guint, m));

      point->weight += item->weight;
      g_array_append_vals (point->notes, item->stack->data, item->stack->len);
    }
  point->central = trio_points_rank (points, members);
  g_ptr_array_add (points->points, point);
  g_array_unref (members);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const TrioPoint *x = *(TrioPoint *const *)a, *y = *(TrioPoint *const *)b;
  TrioId first_x = g_array_index (x->notes, TrioId, 0);
  TrioId first_y = g_array_index (y->notes, TrioId, 0);

  if ((x->name != NULL) != (y->name != NULL))
    return x->name != NULL ? -1 : 1;
  if (x->weight != y->weight)
    return x->weight < y->weight ? 1 : -1;
  return (first_x > first_y) - (first_x < first_y);
}

static char *
dup_folded (const char *title)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title));

  return g_utf8_casefold (stripped, -1);
}

/* Clusters of the same title, on several stations of the theme, are one point. */
static void
add_made_clusters (TrioPoints *points, TrioSnapshot *snapshot)
{
  GPtrArray *clusters = trio_snapshot_get_all (snapshot, TRIO_KIND_CLUSTER);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint c = 0; c < clusters->len; c++)
    {
      const TrioRecord *cluster = clusters->pdata[c];
      const char *title = trio_record_get_text (cluster, TRIO_CLUSTER_TITLE);
      g_autofree char *folded = dup_folded (title);
      GArray *members;
      gint64 votes = 0;

      if (*folded != '\0' && g_hash_table_contains (done, folded))
        continue;
      members = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint other = c; other < clusters->len; other++)
        {
          const TrioRecord *same = clusters->pdata[other];
          g_autofree char *its = dup_folded (trio_record_get_text (same, TRIO_CLUSTER_TITLE));
          guint before = members->len;

          if (other != c && (*folded == '\0' || strcmp (its, folded) != 0))
            continue;
          for (guint i = 0; i < points->items->len; i++)
            if (g_array_index (points->items, TrioPointItem, i).cluster == same->id)
              g_array_append_val (members, i);
          if (members->len > before)
            votes += trio_record_get_int (same, TRIO_CLUSTER_VOTES);
        }
      if (members->len == 0)
        {
          g_array_unref (members);
          continue;
        }
      g_hash_table_add (done, g_steal_pointer (&folded));
      add_point (points, title, TRUE, votes, members);
    }
}

/* Whether most of the notes of a point are in a heavier one. */
static gboolean
repeats (const TrioPoint *point, const TrioPoint *other)
{
  guint n = 0;

  for (guint i = 0; i < point->notes->len; i++)
    for (guint j = 0; j < other->notes->len; j++)
      n += g_array_index (point->notes, TrioId, i) == g_array_index (other->notes, TrioId, j);
  return n > MOST_SHARED * point->notes->len;
}

static void
drop_repeated (TrioPoints *points)
{
  for (guint i = 1; i < points->points->len;)
    {
      gboolean is_repeated = FALSE;

      for (guint j = 0; j < i && !is_repeated; j++)
        is_repeated = repeats (points->points->pdata[i], points->points->pdata[j]);
      if (is_repeated)
        g_ptr_array_remove_index (points->points, i);
      else
        i++;
    }
}

static gboolean
add_proposed_clusters (TrioPoints *points, GCancellable *cancellable, GError **error)
{
  g_autoptr (TrioClusterer) clusterer
      = trio_clusterer_new (points->lexicon, (const char *const *)points->texts->pdata,
                            points->texts->len, NULL, 0, cancellable, error);
  g_autoptr (TrioClustering) clustering = NULL;
  g_autoptr (TrioNamer) namer = NULL;

  if (clusterer == NULL)
    return FALSE;
  clustering = trio_clusterer_cut (clusterer, 0);
  namer = trio_namer_new (trio_clusterer_get_space (clusterer), points->lexicon);
  for (guint c = 0; c < trio_clustering_get_n_clusters (clustering); c++)
    {
      const TrioProposal *proposal = trio_clustering_get_cluster (clustering, c);
      g_autoptr (TrioClusterName) name
          = trio_namer_name (namer, proposal->notes, proposal->n_notes);
      g_autofree char *word = NULL;
      GArray *members = trio_points_find_word (points, name, &word);

      if (members == NULL)
        {
          members = g_array_new (FALSE, FALSE, sizeof (guint));
          g_array_append_vals (members, proposal->notes, proposal->n_notes);
        }
      add_point (points, word, FALSE, 0, members);
    }
  return TRUE;
}

static gboolean
has_made_clusters (const TrioPoints *points)
{
  for (guint i = 0; i < points->items->len; i++)
    if (g_array_index (points->items, TrioPointItem, i).cluster != 0)
      return TRUE;
  return FALSE;
}

static void
add_all (TrioPoints *points)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < points->items->len; i++)
    g_array_append_val (members, i);
  add_point (points, NULL, FALSE, 0, members);
}

/**
 * trio_points_find:
 * @snapshot: a workshop
 * @theme: number of a theme
 * @vectors: (nullable): folder of the word files, %NULL for where they are installed
 * @accept: (nullable) (scope call): says which notes may be used, besides those that no document
 *   shows, which never are
 * @user_data: data for @accept
 * @cancellable: (nullable): a cancellable
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Finds the points of a theme. Of all notes of a point those are central that together stand for
 * most of the others, counting every vote like another note (facility location).
 *
 * Returns: (transfer full) (nullable): the points
 */
TrioPoints *
trio_points_find (TrioSnapshot *snapshot,
                  TrioId theme,
                  const char *vectors,
                  TrioPointsAccept accept,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (TrioPoints) points = g_new0 (TrioPoints, 1);

  points->items = g_array_new (FALSE, FALSE, sizeof (TrioPointItem));
  g_array_set_clear_func (points->items, clear_item);
  points->texts = g_ptr_array_new ();
  points->points = g_ptr_array_new_with_free_func (free_point);
  read_notes (points, snapshot, theme, accept, user_data);
  for (guint i = 0; i < points->items->len; i++)
    g_ptr_array_add (points->texts, g_array_index (points->items, TrioPointItem, i).text);
  points->lexicon
      = trio_lexicon_new (trio_language_of (trio_snapshot_get_workshop (snapshot)), vectors);
  points->general = trio_label_list_general (points->lexicon);
  points->space = trio_space_new (points->lexicon, (const char *const *)points->texts->pdata,
                                  points->texts->len);
  if (points->items->len == 0)
    points->origin = TRIO_POINTS_NONE;
  else if (has_made_clusters (points))
    {
      points->origin = TRIO_POINTS_MADE;
      add_made_clusters (points, snapshot);
    }
  else if (points->items->len < TRIO_CLUSTERER_FEWEST_NOTES)
    {
      points->origin = TRIO_POINTS_NOTES;
      add_all (points);
    }
  else
    {
      points->origin = TRIO_POINTS_PROPOSED;
      if (!add_proposed_clusters (points, cancellable, error))
        return NULL;
    }
  g_ptr_array_sort (points->points, compare_points);
  if (points->origin == TRIO_POINTS_PROPOSED)
    drop_repeated (points);
  return g_steal_pointer (&points);
}

/**
 * trio_points_free:
 * @points: (transfer full): points
 *
 * Frees points.
 */
void
trio_points_free (TrioPoints *points)
{
  g_clear_pointer (&points->space, trio_space_unref);
  g_clear_pointer (&points->general, g_hash_table_unref);
  g_clear_pointer (&points->lexicon, trio_lexicon_free);
  g_ptr_array_unref (points->points);
  g_ptr_array_unref (points->texts);
  g_array_unref (points->items);
  g_free (points);
}

/**
 * trio_points_get_origin:
 * @points: points
 *
 * Returns: where they come from
 */
TrioPointsOrigin
trio_points_get_origin (const TrioPoints *points)
{
  return points->origin;
}

/**
 * trio_points_get_points:
 * @points: points
 *
 * Returns: (transfer none) (element-type TrioPoint): each point; those with a name first, then the
 *   weightiest
 */
const GPtrArray *
trio_points_get_points (const TrioPoints *points)
{
  return points->points;
}

/**
 * trio_points_get_n_notes:
 * @points: points
 *
 * Returns: how many notes of the theme may be used, also those in no point
 */
guint
trio_points_get_n_notes (const TrioPoints *points)
{
  return points->n_notes;
}

/**
 * trio_points_get_stack:
 * @points: points
 * @note: a central note of a point
 *
 * Returns: (transfer none) (nullable) (element-type TrioId): the note and those under it
 */
const GArray *
trio_points_get_stack (const TrioPoints *points, TrioId note)
{
  for (guint i = 0; i < points->items->len; i++)
    if (g_array_index (points->items, TrioPointItem, i).id == note)
      return g_array_index (points->items, TrioPointItem, i).stack;
  return NULL;
}
