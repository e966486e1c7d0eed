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

/* @sums: similarity of note @i to all notes of each group, itself included with @self. */
static guint32
best_group (const TrioGroups *groups, guint i, const double *sums, double self)
{
  guint32 own = groups->group_of[i], best = own;
  double highest = -INFINITY;

  for (guint32 g = 0; g < groups->n_groups; g++)
    {
      double mean;

      if (groups->sizes[g] == 0)
        continue;
      mean = g == own ? (sums[g] - self) / (groups->sizes[g] - 1) : sums[g] / groups->sizes[g];
      if (mean > highest)
        {
          highest = mean;
          best = g;
        }
    }
  return best;
}

static gboolean
may_move (const TrioGroups *groups, guint i, const gboolean *fixed)
{
  return groups->sizes[groups->group_of[i]] > 1 && (fixed == NULL || !fixed[i]);
}

static void
move_in_sums (const TrioGroups *groups, const float *row, guint32 from, guint32 to, double *sums)
{
  for (guint i = 0; i < groups->n; i++)
    {
      sums[(gsize)i * groups->n_groups + from] -= row[i];
      sums[(gsize)i * groups->n_groups + to] += row[i];
    }
}

/* @matrix: all similarities, row by row; the sums follow each note that moves. */
void
trio_groups_regroup_matrix (TrioGroups *groups, const float *matrix, const gboolean *fixed)
{
  guint n = groups->n, k = groups->n_groups;
  g_autofree double *sums = g_new0 (double, (gsize)n *k + 1);
  g_autofree guint32 *next = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      sums[(gsize)i * k + groups->group_of[j]] += matrix[(gsize)i * n + j];
  for (guint round = 0; round < MOST_ROUNDS; round++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < n; i++)
        next[i] = may_move (groups, i, fixed)
                      ? best_group (groups, i, sums + (gsize)i * k, matrix[(gsize)i * n + i])
                      : groups->group_of[i];
      for (guint i = 0; i < n; i++)
        {
          if (next[i] == groups->group_of[i])
            continue;
          any = TRUE;
          move_in_sums (groups, matrix + (gsize)i * n, groups->group_of[i], next[i], sums);
          groups->group_of[i] = next[i];
        }
      trio_groups_count (groups);
      if (!any)
        break;
    }
  trio_groups_renumber (groups);
}

/* The sums of the groups: what their notes have of each feature, and their directions. */
typedef struct
{
  TrioSpace *space;
  const TrioGroups *groups;
  const gboolean *fixed;
  guint32 *start;
  TrioSpaceEntry *entries;
  float *directions;
  guint32 *next;
} Sums;

static void
sum_features (Sums *sums)
{
  TrioSpace *space = sums->space;
  guint n_features = space->document_counts->len;
  g_autofree double *acc = g_new0 (double, sums->groups->n_groups + 1);
  g_autofree guint32 *touched = g_new (guint32, sums->groups->n_groups + 1);
  guint32 at = 0;

  for (guint f = 0; f < n_features; f++)
    {
      guint n_touched = 0;

      sums->start[f] = at;
      for (guint32 e = space->feature_start[f]; e < space->feature_start[f + 1]; e++)
        {
          guint32 g = sums->groups->group_of[space->feature_entries[e].id];

          if (acc[g] == 0)
            touched[n_touched++] = g;
          acc[g] += space->feature_entries[e].value;
        }
      for (guint t = 0; t < n_touched; t++)
        {
          sums->entries[at++] = (TrioSpaceEntry){ touched[t], acc[touched[t]] };
          acc[touched[t]] = 0;
        }
    }
  sums->start[n_features] = at;
}

static void
sum_directions (Sums *sums)
{
  guint d = sums->space->dimensions;

  memset (sums->directions, 0, (((gsize)sums->groups->n_groups + 1) * d + 1) * sizeof (float));
  for (guint i = 0; i < sums->groups->n; i++)
    {
      float *sum = sums->directions + (gsize)sums->groups->group_of[i] * d;
      const float *own = sums->space->directions + (gsize)i * d;

      for (guint x = 0; x < d; x++)
        sum[x] += own[x];
    }
}

static void
choose_cb (guint i, gpointer user_data)
{
  Sums *sums = user_data;
  TrioSpace *space = sums->space;
  guint d = space->dimensions, k = sums->groups->n_groups;
  const float *own = space->directions + (gsize)i * d;
  g_autofree double *acc = NULL;
  double self = trio_space_dot (own, own, d);

  sums->next[i] = sums->groups->group_of[i];
  if (!may_move (sums->groups, i, sums->fixed))
    return;
  acc = g_new (double, k + 1);
  for (guint g = 0; g < k; g++)
    acc[g] = trio_space_dot (own, sums->directions + (gsize)g * d, d);
  for (guint32 e = space->note_start[i]; e < space->note_start[i + 1]; e++)
    {
      TrioSpaceEntry entry = space->note_entries[e];

      self += (double)entry.value * entry.value;
      for (guint32 s = sums->start[entry.id]; s < sums->start[entry.id + 1]; s++)
        acc[sums->entries[s].id] += (double)entry.value * sums->entries[s].value;
    }
  sums->next[i] = best_group (sums->groups, i, acc, self);
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
  guint n_features = space->document_counts->len;
  g_autofree guint32 *start = g_new (guint32, n_features + 1);
  g_autofree TrioSpaceEntry *entries = g_new (TrioSpaceEntry, space->note_start[groups->n] + 1);
  g_autofree float *directions
      = g_new (float, ((gsize)groups->n_groups + 1) * space->dimensions + 1);
  g_autofree guint32 *next = g_new (guint32, groups->n + 1);
  Sums sums = { space, groups, fixed, start, entries, directions, next };

  for (guint round = 0; round < MOST_ROUNDS; round++)
    {
      sum_features (&sums);
      sum_directions (&sums);
      if (!trio_parallel_run (groups->n, n_threads, choose_cb, &sums, cancellable, error))
        return FALSE;
      if (memcmp (next, groups->group_of, groups->n * sizeof *next) == 0)
        break;
      memcpy (groups->group_of, next, groups->n * sizeof *next);
      trio_groups_count (groups);
    }
  trio_groups_renumber (groups);
  return TRUE;
}
