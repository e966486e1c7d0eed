/* trio-rank.c: fractional ranks.
 *
 * A rank is an integer part and a fraction, both in base 62 in ASCII order. The first
 * letter of the integer part says how many digits follow it, so that appending ten thousand
 * things in a row gives keys of four letters. The scheme is the one that D. Greenspan
 * describes in "Implementing Fractional Indexing" (2020).
 */
#include "base/trio-rank.h"

#include <string.h>

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

#define BASE        62
#define FIRST_RANK  "a0"
#define MAX_INTEGER 27

static int
digit_value (char digit)
{
  const char *found = digit != '\0' ? strchr (digits, digit) : NULL;

  return found != NULL ? (int)(found - digits) : -1;
}

/* How long the integer part is that starts with this letter, or 0. */
static gsize
integer_length (char head)
{
  if (head >= 'a' && head <= 'z')
    return head - 'a' + 2;
  if (head >= 'A' && head <= 'Z')
    return 'Z' - head + 2;
  return 0;
}

/* Adds one to an integer part in place; FALSE when there is no greater one. */
static gboolean
increment (char *integer)
{
  gsize length = strlen (integer);

  for (gsize i = length; i-- > 1;)
    {
      int value = digit_value (integer[i]) + 1;

      if (value < BASE)
        {
          integer[i] = digits[value];
          return TRUE;
        }
      integer[i] = digits[0];
    }

  if (integer[0] == 'z')
    return FALSE;
  if (integer[0] == 'Z')
    {
      strcpy (integer, FIRST_RANK);
      return TRUE;
    }
  integer[0]++;
  if (integer[0] >= 'a')
    {
      integer[length] = digits[0];
      integer[length + 1] = '\0';
    }
  else
    integer[length - 1] = '\0';
  return TRUE;
}

/* Takes one from an integer part in place; FALSE when there is no smaller one. */
static gboolean
decrement (char *integer)
{
  gsize length = strlen (integer);

  for (gsize i = length; i-- > 1;)
    {
      int value = digit_value (integer[i]) - 1;

      if (value >= 0)
        {
          integer[i] = digits[value];
          return TRUE;
        }
      integer[i] = digits[BASE - 1];
    }

  if (integer[0] == 'A')
    return FALSE;
  if (integer[0] == 'a')
    {
      integer[0] = 'Z';
      integer[1] = digits[BASE - 1];
      integer[2] = '\0';
      return TRUE;
    }
  integer[0]--;
  if (integer[0] < 'Z' && integer[0] >= 'A')
    {
      integer[length] = digits[BASE - 1];
      integer[length + 1] = '\0';
    }
  else
    integer[length - 1] = '\0';
  return TRUE;
}

/* Appends to @rank a fraction strictly between @a and @b, where NULL is one. */
static void
append_middle (GString *rank, const char *a, const char *b)
{
  while (TRUE)
    {
      int low = *a != '\0' ? digit_value (*a) : 0;
      int high = b != NULL ? (*b != '\0' ? digit_value (*b) : 0) : BASE;

      if (low == high)
        {
          g_string_append_c (rank, digits[low]);
          if (*a != '\0')
            a++;
          if (b != NULL && *b != '\0')
            b++;
          continue;
        }
      if (high - low > 1)
        {
          g_string_append_c (rank, digits[(low + high) / 2]);
          return;
        }
      /* Neighbouring digits: stay with the lower one and look for room behind it. */
      g_string_append_c (rank, digits[low]);
      if (*a != '\0')
        a++;
      b = NULL;
    }
}

/**
 * trio_rank_is_valid:
 * @rank: (nullable): a text
 *
 * Returns: whether @rank has the form that trio_rank_between() makes
 */
gboolean
trio_rank_is_valid (const char *rank)
{
  gsize length;
  gsize integer;

  if (rank == NULL)
    return FALSE;
  length = strlen (rank);
  integer = integer_length (rank[0]);
  if (integer == 0 || length < integer || length > TRIO_RANK_MAX_LENGTH)
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (digit_value (rank[i]) < 0)
      return FALSE;
  /* A fraction that ends in zero has no room before it. */
  return length == integer || rank[length - 1] != digits[0];
}

/**
 * trio_rank_between:
 * @before: (nullable): a valid rank, or %NULL for the beginning
 * @after: (nullable): a valid rank, or %NULL for the end
 *
 * Makes a rank that sorts after @before and before @after. Where a merge has left two equal
 * ranks, so that there is no room, the result sorts right after them.
 *
 * Returns: (transfer full): the rank
 */
char *
trio_rank_between (const char *before, const char *after)
{
  char integer[MAX_INTEGER + 2];
  gsize length;
  GString *rank;

  g_return_val_if_fail (before == NULL || trio_rank_is_valid (before), NULL);
  g_return_val_if_fail (after == NULL || trio_rank_is_valid (after), NULL);

  if (before == NULL && after == NULL)
    return g_strdup (FIRST_RANK);
  if (before != NULL && after != NULL && strcmp (before, after) >= 0)
    {
      length = integer_length (before[0]);
      rank = g_string_new_len (before, length);
      append_middle (rank, before + length, NULL);
      return g_string_free (rank, FALSE);
    }

  if (before == NULL)
    {
      length = integer_length (after[0]);
      g_strlcpy (integer, after, length + 1);
      if (after[length] != '\0' || decrement (integer))
        return g_strdup (integer);
      rank = g_string_new (integer);
      append_middle (rank, "", after + length);
      return g_string_free (rank, FALSE);
    }

  length = integer_length (before[0]);
  g_strlcpy (integer, before, length + 1);
  if (after != NULL && strncmp (before, after, length) == 0)
    {
      rank = g_string_new (integer);
      append_middle (rank, before + length, after + length);
      return g_string_free (rank, FALSE);
    }
  if (increment (integer) && (after == NULL || strcmp (integer, after) < 0))
    return g_strdup (integer);
  rank = g_string_new_len (before, length);
  append_middle (rank, before + length, NULL);
  return g_string_free (rank, FALSE);
}
