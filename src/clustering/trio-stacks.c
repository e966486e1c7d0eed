/* trio-stacks.c: gathers near-duplicates around the note that most people backed. */
#include "config.h"

#include "clustering/trio-stacks.h"

#include "clustering/trio-duplicates.h"

/* Notes that documents show and that lie under no other. */
static GPtrArray *
list_tops (TrioSnapshot *snapshot, TrioId station)
{
  g_autoptr (GPtrArray) all
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);
  GPtrArray *tops = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (trio_record_get_int (all->pdata[i], TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL
        && trio_record_is_null (all->pdata[i], TRIO_NOTE_STACK))
      g_ptr_array_add (tops, all->pdata[i]);
  return tops;
}

/* Whether two notes may lie together: what a person put into different clusters may not. */
static gboolean
may_join (const TrioRecord *a, const TrioRecord *b)
{
  TrioId x = trio_record_get_ref (a, TRIO_NOTE_CLUSTER);
  TrioId y = trio_record_get_ref (b, TRIO_NOTE_CLUSTER);

  return x == 0 || y == 0 || x == y;
}

/* The most votes, then one that is in a cluster already, then the earliest. */
static guint
choose_top (const GPtrArray *notes, const GArray *members)
{
  guint best = 0;

  for (guint m = 1; m < members->len; m++)
    {
      const TrioRecord *now = notes->pdata[g_array_index (members, guint, m)];
      const TrioRecord *top = notes->pdata[g_array_index (members, guint, best)];
      gint64 votes = trio_record_get_int (now, TRIO_NOTE_VOTES);
      gint64 most = trio_record_get_int (top, TRIO_NOTE_VOTES);
      gboolean is_grouped = trio_record_get_ref (now, TRIO_NOTE_CLUSTER) != 0
                            && trio_record_get_ref (top, TRIO_NOTE_CLUSTER) == 0;

      if (votes > most || (votes == most && is_grouped))
        best = m;
    }
  return best;
}

static GArray *
make_stack (const GPtrArray *notes, const GArray *members)
{
  GArray *stack = g_array_new (FALSE, FALSE, sizeof (TrioId));
  guint top = choose_top (notes, members);

  g_array_append_val (stack, ((TrioRecord *)notes->pdata[g_array_index (members, guint, top)])->id);
  for (guint m = 0; m < members->len; m++)
    if (m != top)
      g_array_append_val (stack,
                          ((TrioRecord *)notes->pdata[g_array_index (members, guint, m)])->id);
  return stack;
}

/**
 * trio_stacks_propose:
 * @snapshot: a workshop
 * @station: number of a station
 *
 * Lists notes of the station that are near-duplicates and do not lie in one stack yet. A note joins
 * the earliest one that it is like, so that nothing is chained; what a person put into different
 * clusters stays apart.
 *
 * Returns: (transfer full) (element-type GArray): for each proposed stack the numbers (#TrioId) of
 *   its notes, two or more, the one for the top first
 */
GPtrArray *
trio_stacks_propose (TrioSnapshot *snapshot, TrioId station)
{
  g_autoptr (GPtrArray) notes = list_tops (snapshot, station);
  g_autoptr (TrioDuplicates) index = trio_duplicates_new ();
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree int *group_of = g_new (int, notes->len + 1);
  GPtrArray *stacks = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint i = 0; i < notes->len; i++)
    {
      const char *text = trio_record_get_text (notes->pdata[i], TRIO_NOTE_TEXT);
      g_autoptr (GArray) like = trio_duplicates_find (index, text);
      GArray *group;

      group_of[i] = -1;
      for (guint d = 0; d < like->len && group_of[i] < 0; d++)
        {
          guint other = g_array_index (like, TrioDuplicate, d).a;

          group = groups->pdata[group_of[other]];
          /* Only beside the first of a group, so that wordings do not wander. */
          if (g_array_index (group, guint, 0) == other
              && may_join (notes->pdata[i], notes->pdata[other]))
            group_of[i] = group_of[other];
        }
      if (group_of[i] < 0)
        {
          group_of[i] = groups->len;
          g_ptr_array_add (groups, g_array_new (FALSE, FALSE, sizeof (guint)));
        }
      g_array_append_val ((GArray *)groups->pdata[group_of[i]], i);
      trio_duplicates_add (index, text);
    }
  for (guint g = 0; g < groups->len; g++)
    if (((GArray *)groups->pdata[g])->len > 1)
      g_ptr_array_add (stacks, make_stack (notes, groups->pdata[g]));
  return stacks;
}
