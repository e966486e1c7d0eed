/* trio-space-pairs.c: how similar two notes of a space are. */
#include "config.h"

#include <string.h>

#include "clustering/trio-space-private.h"

/* The inner product of two rows whose length is a multiple of the lanes. */
float
trio_space_dot (const float *a, const float *b, guint n)
{
  TrioFloat4 sums[2] = { { 0 }, { 0 } };
  guint i = 0;

  for (; i + 2 * TRIO_LANES <= n; i += 2 * TRIO_LANES)
    for (guint s = 0; s < 2; s++)
      {
        TrioFloat4 x, y;

        memcpy (&x, a + i + s * TRIO_LANES, sizeof x);
        memcpy (&y, b + i + s * TRIO_LANES, sizeof y);
        sums[s] += x * y;
      }
  for (; i < n; i += TRIO_LANES)
    {
      TrioFloat4 x, y;

      memcpy (&x, a + i, sizeof x);
      memcpy (&y, b + i, sizeof y);
      sums[0] += x * y;
    }
  sums[0] += sums[1];
  return (sums[0][0] + sums[0][1]) + (sums[0][2] + sums[0][3]);
}

/* Fills @row with the similarities of @note to all notes before it. */
void
trio_space_fill_row (TrioSpace *space, guint note, float *row)
{
  const float *direction = space->directions + (gsize)note * space->dimensions;

  for (guint j = 0; j < note; j++)
    row[j] = trio_space_dot (direction, space->directions + (gsize)j * space->dimensions,
                             space->dimensions);
  for (guint32 e = space->note_start[note]; e < space->note_start[note + 1]; e++)
    {
      TrioSpaceEntry own = space->note_entries[e];
      const TrioSpaceEntry *other = space->feature_entries + space->feature_start[own.id];
      const TrioSpaceEntry *end = space->feature_entries + space->feature_start[own.id + 1];

      for (; other < end && other->id < note; other++)
        row[other->id] += own.value * other->value;
    }
}

/**
 * trio_space_compare:
 * @space: a space
 * @a: index of a note
 * @b: index of a note
 *
 * Returns: how similar two notes are: 1 for the same words, about 0 for strangers, never below -1
 */
double
trio_space_compare (TrioSpace *space, guint a, guint b)
{
  const TrioSpaceEntry *x = space->note_entries + space->note_start[a];
  const TrioSpaceEntry *x_end = space->note_entries + space->note_start[a + 1];
  const TrioSpaceEntry *y = space->note_entries + space->note_start[b];
  const TrioSpaceEntry *y_end = space->note_entries + space->note_start[b + 1];
  double sum = trio_space_dot (space->directions + (gsize)a * space->dimensions,
                               space->directions + (gsize)b * space->dimensions, space->dimensions);

  while (x < x_end && y < y_end)
    if (x->id < y->id)
      x++;
    else if (x->id > y->id)
      y++;
    else
      sum += (double)x++->value * y++->value;
  return sum;
}
