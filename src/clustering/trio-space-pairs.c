/* trio-space-pairs.c: how similar two notes of a space are. */
#include "config.h"

#ifdef __SSE2__
#  include <emmintrin.h>
#endif

#include "clustering/trio-space-private.h"

#define ROWS_AT_ONCE 64

#ifdef __SSE2__
static inline __m128i
multiply (__m128i own, const gint16 *other)
{
  return _mm_madd_epi16 (own, _mm_loadu_si128 ((const __m128i *)other));
}

/* Four rows at a time; sums of whole numbers are the same as one by one. */
static guint
dot_four_rows (
    const gint16 *row, const gint16 *rows, guint n_rows, guint dimensions, gint32 *products)
{
  guint r = 0;

  for (; r + 4 <= n_rows; r += 4, rows += 4 * dimensions)
    {
      const gint16 *second = rows + dimensions, *third = second + dimensions;
      const gint16 *fourth = third + dimensions;
      __m128i s0 = _mm_setzero_si128 (), s1 = s0, s2 = s0, s3 = s0, low, high;

      for (guint d = 0; d < dimensions; d += TRIO_LANES)
        {
          __m128i own = _mm_loadu_si128 ((const __m128i *)(row + d));

          s0 = _mm_add_epi32 (s0, multiply (own, rows + d));
          s1 = _mm_add_epi32 (s1, multiply (own, second + d));
          s2 = _mm_add_epi32 (s2, multiply (own, third + d));
          s3 = _mm_add_epi32 (s3, multiply (own, fourth + d));
        }
      low = _mm_add_epi32 (_mm_unpacklo_epi32 (s0, s1), _mm_unpackhi_epi32 (s0, s1));
      high = _mm_add_epi32 (_mm_unpacklo_epi32 (s2, s3), _mm_unpackhi_epi32 (s2, s3));
      _mm_storeu_si128 ((__m128i *)(products + r), _mm_add_epi32 (_mm_unpacklo_epi64 (low, high),
                                                                  _mm_unpackhi_epi64 (low, high)));
    }
  return r;
}
#else
static guint
dot_four_rows (
    const gint16 *row, const gint16 *rows, guint n_rows, guint dimensions, gint32 *products)
{
  return 0;
}
#endif

/* The inner products of @row with each of @rows, as similarities. */
void
trio_space_dot_rows (
    const gint16 *row, const gint16 *rows, guint n_rows, guint dimensions, float *dots)
{
  const float one = 1.0f / TRIO_DIRECTION_ONE / TRIO_DIRECTION_ONE;

  for (guint start = 0; start < n_rows; start += ROWS_AT_ONCE)
    {
      guint n = MIN (ROWS_AT_ONCE, n_rows - start);
      const gint16 *block = rows + (gsize)start * dimensions;
      gint32 products[ROWS_AT_ONCE];

      for (guint r = dot_four_rows (row, block, n, dimensions, products); r < n; r++)
        {
          products[r] = 0;
          for (guint d = 0; d < dimensions; d++)
            products[r] += row[d] * block[(gsize)r * dimensions + d];
        }
      for (guint r = 0; r < n; r++)
        dots[start + r] = products[r] * one;
    }
}

/* Fills @row with the similarities of @note to all notes before it. */
void
trio_space_fill_row (TrioSpace *space, guint note, float *row)
{
  trio_space_dot_rows (space->directions + (gsize)note * space->dimensions, space->directions, note,
                       space->dimensions, row);
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
  double sum;
  float dot;

  trio_space_dot_rows (space->directions + (gsize)a * space->dimensions,
                       space->directions + (gsize)b * space->dimensions, 1, space->dimensions,
                       &dot);
  sum = dot;
  while (x < x_end && y < y_end)
    if (x->id < y->id)
      x++;
    else if (x->id > y->id)
      y++;
    else
      sum += (double)x++->value * y++->value;
  return sum;
}
