/* trio-dendrogram.c: Ward's method by chains of nearest neighbours.
 *
 * D. Müllner, "Modern hierarchical, agglomerative clustering algorithms" (2011), algorithm 3;
 * distances are updated after Lance and Williams. The distance of two notes is one less their
 * similarity; squares of distances are kept, in a triangle of single numbers.
 */
#include "config.h"

#include <math.h>

#include "clustering/trio-dendrogram-private.h"
#include "clustering/trio-parallel-private.h"

/* What keeps two pinned clusters apart: the square of a distance that no merge of notes reaches. */
#define APART         1e12f
#define HIGHEST_MERGE 1e5

typedef struct
{
  TrioSpace *space;
  guint n;
  float *squares;  /* row i holds j < i */
  guint32 *sizes;  /* of the cluster in a slot, 0 when it is merged into another */
  guint32 *active; /* slots that hold a cluster, in order */
  guint n_active;
  GCancellable *cancellable;
} Chain;

static inline gsize
place (guint i, guint j)
{
  return i > j ? (gsize)i * (i - 1) / 2 + j : (gsize)j * (j - 1) / 2 + i;
}

static inline float
square_of (float similarity)
{
  float distance = MAX (0, 1 - similarity);

  return distance * distance;
}

static void
fill_row_cb (guint i, gpointer user_data)
{
  Chain *chain = user_data;
  float *row = chain->squares + (gsize)i * (i - 1) / 2;

  if (i == 0)
    return;
  trio_space_fill_row (chain->space, i, row);
  for (guint j = 0; j < i; j++)
    row[j] = square_of (row[j]);
}

static void
drop_slot (Chain *chain, guint32 slot)
{
  guint low = 0, high = chain->n_active;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (chain->active[middle] < slot)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low + 1; i < chain->n_active; i++)
    chain->active[i - 1] = chain->active[i];
  chain->n_active--;
  chain->sizes[slot] = 0;
}

/* Merges slot @a into slot @b. */
static void
merge_slots (Chain *chain, guint32 a, guint32 b)
{
  float n_a = chain->sizes[a], n_b = chain->sizes[b];
  float between = chain->squares[place (a, b)];

  drop_slot (chain, a);
  for (guint i = 0; i < chain->n_active; i++)
    {
      guint32 k = chain->active[i];
      float n_k = chain->sizes[k];
      float *to_b = &chain->squares[place (k, b)];

      if (k != b)
        *to_b = ((n_a + n_k) * chain->squares[place (k, a)] + (n_b + n_k) * *to_b - n_k * between)
                / (n_a + n_b + n_k);
    }
  chain->sizes[b] = n_a + n_b;
}

/* The nearest neighbour of @slot; @before, the one the chain came from, wins a tie. */
static guint32
find_nearest (const Chain *chain, guint32 slot, guint32 before, float *nearest)
{
  const float *row = chain->squares + (slot > 0 ? (gsize)slot * (slot - 1) / 2 : 0);
  guint32 best = before;
  guint i = 0;

  *nearest = before != G_MAXUINT32 ? chain->squares[place (slot, before)] : INFINITY;
  for (; i < chain->n_active && chain->active[i] < slot; i++)
    {
      guint32 k = chain->active[i];

      if (row[k] < *nearest)
        {
          *nearest = row[k];
          best = k;
        }
    }
  for (; i < chain->n_active; i++)
    {
      guint32 k = chain->active[i];

      if (k != slot && chain->squares[(gsize)k * (k - 1) / 2 + slot] < *nearest)
        {
          *nearest = chain->squares[(gsize)k * (k - 1) / 2 + slot];
          best = k;
        }
    }
  return best;
}

/* Pinned clusters stand first: each is merged beforehand, and kept apart from the others. */
static void
merge_pins (Chain *chain, TrioDendrogram *dendrogram, const int *pins)
{
  g_autoptr (GHashTable) slots = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < chain->n; i++)
    {
      gpointer head;

      if (pins[i] < 0)
        continue;
      if (!g_hash_table_lookup_extended (slots, GINT_TO_POINTER (pins[i]), NULL, &head))
        {
          g_hash_table_insert (slots, GINT_TO_POINTER (pins[i]), GUINT_TO_POINTER (i));
          g_array_append_val (heads, i);
          continue;
        }
      merge_slots (chain, i, GPOINTER_TO_UINT (head));
      dendrogram->merges[dendrogram->n_merges++] = (TrioMerge){ i, GPOINTER_TO_UINT (head), -1 };
    }
  dendrogram->n_given = dendrogram->n_merges;
  for (guint a = 0; a < heads->len; a++)
    for (guint b = 0; b < a; b++)
      chain->squares[place (g_array_index (heads, guint32, a), g_array_index (heads, guint32, b))]
          = APART;
}

static gboolean
follow_chains (Chain *chain, TrioDendrogram *dendrogram, GError **error)
{
  g_autofree guint32 *links = g_new (guint32, chain->n + 1);
  guint n_links = 0;

  while (chain->n_active > 1)
    {
      guint32 x, y;
      float nearest;

      if (g_cancellable_set_error_if_cancelled (chain->cancellable, error))
        return FALSE;
      if (n_links == 0)
        links[n_links++] = chain->active[0];
      for (;;)
        {
          x = links[n_links - 1];
          y = find_nearest (chain, x, n_links > 1 ? links[n_links - 2] : G_MAXUINT32, &nearest);
          if (n_links > 1 && y == links[n_links - 2])
            break;
          links[n_links++] = y;
        }
      n_links -= 2;
      dendrogram->merges[dendrogram->n_merges++]
          = (TrioMerge){ MIN (x, y), MAX (x, y), sqrtf (nearest) };
      merge_slots (chain, MIN (x, y), MAX (x, y));
    }
  return TRUE;
}

/* Merge sort, because equal heights must stay in the order they were found in. */
static void
sort_merges (TrioMerge *merges, guint n, TrioMerge *spare)
{
  guint half = n / 2, left = 0, right = half, at = 0;

  if (n < 2)
    return;
  sort_merges (merges, half, spare);
  sort_merges (merges + half, n - half, spare);
  while (left < half || right < n)
    if (right == n || (left < half && merges[left].height <= merges[right].height))
      spare[at++] = merges[left++];
    else
      spare[at++] = merges[right++];
  for (guint i = 0; i < n; i++)
    merges[i] = spare[i];
}

/* Builds the tree of all notes; @pins (nullable) says which of them are together. */
TrioDendrogram *
trio_dendrogram_new (
    TrioSpace *space, const int *pins, guint n_threads, GCancellable *cancellable, GError **error)
{
  guint n = space->n;
  g_autoptr (TrioDendrogram) dendrogram = g_new0 (TrioDendrogram, 1);
  g_autofree float *squares = g_new (float, (gsize)n *(n - MIN (n, 1)) / 2 + 1);
  g_autofree guint32 *sizes = g_new (guint32, n + 1);
  g_autofree guint32 *active = g_new (guint32, n + 1);
  g_autofree TrioMerge *spare = g_new (TrioMerge, n + 1);
  Chain chain = { space, n, squares, sizes, active, n, cancellable };

  dendrogram->n = n;
  dendrogram->merges = g_new (TrioMerge, n + 1);
  if (!trio_parallel_run (n, n_threads, fill_row_cb, &chain, cancellable, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      sizes[i] = 1;
      active[i] = i;
    }
  if (pins != NULL)
    merge_pins (&chain, dendrogram, pins);
  if (!follow_chains (&chain, dendrogram, error))
    return NULL;
  sort_merges (dendrogram->merges, dendrogram->n_merges, spare);
  return g_steal_pointer (&dendrogram);
}

void
trio_dendrogram_free (TrioDendrogram *dendrogram)
{
  g_free (dendrogram->merges);
  g_free (dendrogram);
}

/* Counts the merges below @height; the pinned clusters are always among them. */
guint
trio_dendrogram_count_below (const TrioDendrogram *dendrogram, double height)
{
  guint n = dendrogram->n_given;

  while (n < dendrogram->n_merges && dendrogram->merges[n].height < MIN (height, HIGHEST_MERGE))
    n++;
  return n;
}

static guint32
find_root (guint32 *parents, guint32 i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];
  return i;
}

/* Applies the lowest merges; numbers the groups by their first notes and returns how many. */
guint
trio_dendrogram_cut (const TrioDendrogram *dendrogram, guint n_merges, guint32 *groups)
{
  g_autofree guint32 *parents = g_new (guint32, dendrogram->n + 1);
  g_autofree guint32 *numbers = g_new (guint32, dendrogram->n + 1);
  guint n_groups = 0;

  for (guint i = 0; i < dendrogram->n; i++)
    parents[i] = numbers[i] = i;
  for (guint i = 0; i < MIN (n_merges, dendrogram->n_merges); i++)
    {
      guint32 a = find_root (parents, dendrogram->merges[i].a);
      guint32 b = find_root (parents, dendrogram->merges[i].b);

      parents[MAX (a, b)] = MIN (a, b);
    }
  for (guint i = 0; i < dendrogram->n; i++)
    {
      guint32 root = find_root (parents, i);

      if (root == i)
        numbers[i] = n_groups++;
      groups[i] = numbers[root];
    }
  return n_groups;
}
