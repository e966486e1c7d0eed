/* trio-regroup.c: moves every note to the group with the highest mean similarity to it.
 *
 * All notes move at once, a note itself is left out of the mean, and a note alone stays alone.
 * Small boards have a matrix of all similarities; for large ones the sums of the groups serve.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "clustering/trio-parallel-private.h"
#include "clustering/trio-regroup-private.h"

/* Most boards come to rest after four or five rounds. */
#define MOST_ROUNDS 10

TrioGroups *
trio_groups_new (guint n)
{
  TrioGroups *groups = g_new0 (TrioGroups, 1);

  groups->n = n;
  groups->group_of = g_new0 (guint32, n + 1);
  groups->sizes = g_new0 (guint32, n + 1);
  return groups;
}

void
trio_groups_free (TrioGroups *groups)
{
  g_free (groups->group_of);
  g_free (groups->sizes);
  g_free (groups);
}

void
trio_groups_count (TrioGroups *groups)
{
  memset (groups->sizes, 0, (groups->n + 1) * sizeof *groups->sizes);
  for (guint i = 0; i < groups->n; i++)
    groups->sizes[groups->group_of[i]]++;
}

/* Numbers the groups anew by their first notes; empty ones vanish. */
void
trio_groups_renumber (TrioGroups *groups)
{
  g_autofree guint32 *numbers = g_new (guint32, groups->n_groups + 1);
  guint32 next = 0;

  memset (numbers, 0xff, (groups->n_groups + 1) * sizeof *numbers);
  for (guint i = 0; i < groups->n; i++)
    {
      guint32 *number = &numbers[groups->group_of[i]];

      if (*number == G_MAXUINT32)
        *number = next++;
      groups->group_of[i] = *number;
    }
  groups->n_groups = next;
  trio_groups_count (groups);
}

/* What is carried from round to round: a note whose group is as it was need only be compared with
 * the groups that are not. */
typedef struct
{
  const TrioGroups *groups;
  const gboolean *fixed;
  gboolean *changed; /* per group: a note came or went */
  gboolean *anew;    /* per note: its group has changed */
  guint n_anew;
  guint32 *anew_notes;
  double *highest; /* per note: mean similarity to the group it is best in */
  guint32 *next;   /* per note: that group */
} Round;

static void
clear_round (Round *round)
{
  g_free (round->changed);
  g_free (round->anew);
  g_free (round->anew_notes);
  g_free (round->highest);
  g_free (round->next);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Round, clear_round)

static void
start_rounds (Round *round, const TrioGroups *groups, const gboolean *fixed)
{
  round->groups = groups;
  round->fixed = fixed;
  /* One more: notes that have no group yet are in one beyond the last. */
  round->changed = g_new (gboolean, groups->n_groups + 1);
  round->anew = g_new (gboolean, groups->n + 1);
  round->anew_notes = g_new (guint32, groups->n + 1);
  round->highest = g_new (double, groups->n + 1);
  round->next = g_new (guint32, groups->n + 1);
  for (guint g = 0; g <= groups->n_groups; g++)
    round->changed[g] = TRUE;
}

static gboolean
may_move (const Round *round, guint i)
{
  const TrioGroups *groups = round->groups;

  return groups->sizes[groups->group_of[i]] > 1 && (round->fixed == NULL || !round->fixed[i]);
}

static void
begin_round (Round *round)
{
  round->n_anew = 0;
  for (guint i = 0; i < round->groups->n; i++)
    {
      round->anew[i] = round->changed[round->groups->group_of[i]];
      if (round->anew[i])
        {
          round->highest[i] = -INFINITY;
          round->anew_notes[round->n_anew++] = i;
        }
      round->next[i] = round->groups->group_of[i];
    }
}

/* Of equal groups the first is best. */
static inline void
offer (Round *round, guint i, guint32 g, double mean)
{
  if (mean > round->highest[i] || (mean == round->highest[i] && g < round->next[i]))
    {
      round->highest[i] = mean;
      round->next[i] = g;
    }
}

/* Returns whether any note moves. */
static gboolean
end_round (Round *round)
{
  const TrioGroups *groups = round->groups;
  gboolean any = FALSE;

  memset (round->changed, 0, (groups->n_groups + 1) * sizeof *round->changed);
  for (guint i = 0; i < groups->n; i++)
    {
      if (!may_move (round, i))
        round->next[i] = groups->group_of[i];
      if (round->next[i] == groups->group_of[i])
        continue;
      any = round->changed[round->next[i]] = round->changed[groups->group_of[i]] = TRUE;
    }
  return any;
}

__attribute__ ((optimize ("O3"))) static void
add_row (double *sums, const float *row, guint n, float sign)
{
  for (guint i = 0; i < n; i++)
    sums[i] += sign * row[i];
}

/* @sums: similarity of each note to all notes of group @g, itself included. */
static void
offer_group (Round *round, guint32 g, const double *sums, const float *matrix)
{
  guint n = round->groups->n, size = round->groups->sizes[g];
  guint n_asked = round->changed[g] ? n : round->n_anew;
  double share = 1.0 / MAX (size, 1);

  for (guint a = 0; a < n_asked && size > 0; a++)
    {
      guint i = round->changed[g] ? a : round->anew_notes[a];
      double mean = sums[i] * share;

      /* With itself a note is nearer to its own group than without, so that this skips none. */
      if (mean < round->highest[i])
        continue;
      if (round->groups->group_of[i] != g)
        offer (round, i, g, mean);
      else if (size > 1)
        offer (round, i, g, (sums[i] - matrix[(gsize)i * n + i]) / (size - 1));
    }
}

/* @matrix: all similarities, row by row; the sums follow each note that moves. */
void
trio_groups_regroup_matrix (TrioGroups *groups, const float *matrix, const gboolean *fixed)
{
  guint n = groups->n;
  g_autofree double *sums = g_new0 (double, (gsize)n * groups->n_groups + 1);
  g_auto (Round) round = { NULL };

  for (guint j = 0; j < n; j++)
    add_row (sums + (gsize)groups->group_of[j] * n, matrix + (gsize)j * n, n, 1);
  start_rounds (&round, groups, fixed);
  for (guint r = 0; r < MOST_ROUNDS; r++)
    {
      begin_round (&round);
      for (guint32 g = 0; g < groups->n_groups; g++)
        offer_group (&round, g, sums + (gsize)g * n, matrix);
      if (!end_round (&round))
        break;
      for (guint i = 0; i < n; i++)
        {
          if (round.next[i] == groups->group_of[i])
            continue;
          add_row (sums + (gsize)groups->group_of[i] * n, matrix + (gsize)i * n, n, -1);
          add_row (sums + (gsize)round.next[i] * n, matrix + (gsize)i * n, n, 1);
          groups->group_of[i] = round.next[i];
        }
      trio_groups_count (groups);
    }
  trio_groups_renumber (groups);
}

/* The middles of some groups: what their notes have of each feature, and where they point. */
typedef struct
{
  guint n;
  guint32 *groups;   /* which groups, in order */
  guint32 *place_of; /* per group its place among them, or n */
  guint32 *start;    /* per feature: where its entries begin; ids are places */
  TrioSpaceEntry *entries;
  gint16 *directions; /* a row per place */
} Middles;

typedef struct
{
  Round round;
  TrioSpace *space;
  Middles all;
  Middles changed;
} Search;

static void
clear_middles (Middles *middles)
{
  g_free (middles->groups);
  g_free (middles->place_of);
  g_free (middles->start);
  g_free (middles->entries);
  g_free (middles->directions);
}

static void
clear_search (Search *search)
{
  clear_round (&search->round);
  clear_middles (&search->all);
  clear_middles (&search->changed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

static void
init_middles (Middles *middles, TrioSpace *space, guint n_groups)
{
  middles->groups = g_new (guint32, n_groups + 1);
  middles->place_of = g_new (guint32, n_groups + 1);
  middles->start = g_new (guint32, space->document_counts->len + 1);
  middles->entries = g_new (TrioSpaceEntry, space->note_start[space->n] + 1);
  middles->directions = g_new (gint16, (gsize)n_groups * space->dimensions + 1);
}

static void
choose_groups (Middles *middles, const Round *round, gboolean changed_only)
{
  guint n_groups = round->groups->n_groups;

  middles->n = 0;
  for (guint32 g = 0; g < n_groups; g++)
    if (round->groups->sizes[g] > 0 && (!changed_only || round->changed[g]))
      middles->groups[middles->n++] = g;
  for (guint32 g = 0; g <= n_groups; g++)
    middles->place_of[g] = middles->n;
  for (guint p = 0; p < middles->n; p++)
    middles->place_of[middles->groups[p]] = p;
}

static void
add_features (Middles *middles, TrioSpace *space, const TrioGroups *groups)
{
  guint n_features = space->document_counts->len;
  g_autofree double *acc = g_new0 (double, middles->n + 1);
  g_autofree guint32 *touched = g_new (guint32, middles->n + 1);
  guint32 at = 0;

  for (guint f = 0; f < n_features; f++)
    {
      guint n_touched = 0;

      middles->start[f] = at;
      for (guint32 e = space->feature_start[f]; e < space->feature_start[f + 1]; e++)
        {
          guint32 place = middles->place_of[groups->group_of[space->feature_entries[e].id]];

          if (place == middles->n)
            continue;
          if (acc[place] == 0)
            touched[n_touched++] = place;
          acc[place] += space->feature_entries[e].value;
        }
      for (guint t = 0; t < n_touched; t++)
        {
          middles->entries[at++] = (TrioSpaceEntry){ touched[t], acc[touched[t]] };
          acc[touched[t]] = 0;
        }
    }
  middles->start[n_features] = at;
}

static void
average_directions (Middles *middles, TrioSpace *space, const TrioGroups *groups)
{
  guint d = space->dimensions;
  g_autofree gint32 *sums = g_new0 (gint32, ((gsize)middles->n + 1) * d + 1);

  for (guint i = 0; i < groups->n; i++)
    {
      gint32 *sum = sums + (gsize)middles->place_of[groups->group_of[i]] * d;
      const gint16 *own = space->directions + (gsize)i * d;

      for (guint x = 0; x < d; x++)
        sum[x] += own[x];
    }
  for (guint p = 0; p < middles->n; p++)
    for (guint x = 0; x < d; x++)
      middles->directions[(gsize)p * d + x]
          = lrint (sums[(gsize)p * d + x] / (double)groups->sizes[middles->groups[p]]);
}

static void
find_middles (Search *search, Middles *middles, gboolean changed_only)
{
  choose_groups (middles, &search->round, changed_only);
  add_features (middles, search->space, search->round.groups);
  average_directions (middles, search->space, search->round.groups);
}

static void
choose_cb (guint i, gpointer user_data)
{
  Search *search = user_data;
  Round *round = &search->round;
  const TrioGroups *groups = round->groups;
  TrioSpace *space = search->space;
  const Middles *middles = round->anew[i] ? &search->all : &search->changed;
  const gint16 *own = space->directions + (gsize)i * space->dimensions;
  g_autofree float *dots = NULL;
  g_autofree double *sums = NULL;
  double self = 0;
  float own_dot;

  if (!may_move (round, i) || middles->n == 0)
    return;
  dots = g_new (float, middles->n);
  sums = g_new0 (double, middles->n);
  trio_space_dot_rows (own, own, 1, space->dimensions, &own_dot);
  trio_space_dot_rows (own, middles->directions, middles->n, space->dimensions, dots);
  for (guint32 e = space->note_start[i]; e < space->note_start[i + 1]; e++)
    {
      TrioSpaceEntry entry = space->note_entries[e];

      self += (double)entry.value * entry.value;
      for (guint32 s = middles->start[entry.id]; s < middles->start[entry.id + 1]; s++)
        sums[middles->entries[s].id] += (double)entry.value * middles->entries[s].value;
    }
  for (guint p = 0; p < middles->n; p++)
    {
      guint32 g = middles->groups[p];
      double size = groups->sizes[g], sum = sums[p] + size * dots[p];

      if (g != groups->group_of[i])
        offer (round, i, g, sum / size);
      else
        offer (round, i, g, (sum - self - own_dot) / (size - 1));
    }
}

/* The same as with a matrix, in memory that grows with the number of notes only. Notes whose group
 * is @n_groups have none yet and are given one. */
gboolean
trio_groups_regroup_space (TrioGroups *groups,
                           TrioSpace *space,
                           const gboolean *fixed,
                           guint n_threads,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (Search) search = { { NULL } };

  search.space = space;
  init_middles (&search.all, space, groups->n_groups);
  init_middles (&search.changed, space, groups->n_groups);
  start_rounds (&search.round, groups, fixed);
  for (guint r = 0; r < MOST_ROUNDS; r++)
    {
      begin_round (&search.round);
      find_middles (&search, &search.all, FALSE);
      find_middles (&search, &search.changed, TRUE);
      if (!trio_parallel_run (groups->n, n_threads, choose_cb, &search, cancellable, error))
        return FALSE;
      if (!end_round (&search.round))
        break;
      memcpy (groups->group_of, search.round.next, groups->n * sizeof *groups->group_of);
      trio_groups_count (groups);
    }
  trio_groups_renumber (groups);
  return TRUE;
}
