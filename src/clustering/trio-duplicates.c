/* trio-duplicates.c: near-duplicates by Dice's coefficient of sets of three letters. */
#include "config.h"

#include <string.h>

#include "clustering/trio-duplicates.h"
#include "text/trio-tokens.h"

/* Above this, 459 different notes of real boards had not one false pair, while a typing error, other
 * word order or a compound written apart stay above. */
#define DUPLICATE_FROM 0.70

struct _TrioDuplicates
{
  GArray *sizes;     /* guint per note: runs of letters */
  GHashTable *notes; /* run of letters → GArray of guint */
};

static guint
hash_run (const char *start, const char *end)
{
  guint32 hash = 2166136261u;

  for (; start < end; start++)
    hash = (hash ^ (guint8)*start) * 16777619u;
  return hash;
}

/* All runs of three letters, blanks at the ends of words included, each once. */
static GHashTable *
runs_of (const char *text)
{
  GHashTable *runs = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) tokens = trio_tokens_split (text);
  g_autoptr (GString) joined = g_string_new (" ");

  for (guint i = 0; i < tokens->len; i++)
    g_string_append_printf (joined, "%s ", ((TrioToken *)tokens->pdata[i])->word);
  for (const char *start = joined->str; g_utf8_strlen (start, -1) >= 3;
       start = g_utf8_next_char (start))
    g_hash_table_add (runs,
                      GUINT_TO_POINTER (hash_run (start, g_utf8_offset_to_pointer (start, 3))));
  return runs;
}

/**
 * trio_duplicates_new:
 *
 * Makes an empty index of notes.
 *
 * Returns: (transfer full): the index
 */
TrioDuplicates *
trio_duplicates_new (void)
{
  TrioDuplicates *duplicates = g_new0 (TrioDuplicates, 1);

  duplicates->sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  duplicates->notes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  return duplicates;
}

/**
 * trio_duplicates_free:
 * @duplicates: (transfer full): an index
 *
 * Frees an index.
 */
void
trio_duplicates_free (TrioDuplicates *duplicates)
{
  g_array_unref (duplicates->sizes);
  g_hash_table_unref (duplicates->notes);
  g_free (duplicates);
}

static int
compare_duplicates (gconstpointer a, gconstpointer b)
{
  const TrioDuplicate *x = a, *y = b;

  if (x->likeness != y->likeness)
    return x->likeness < y->likeness ? 1 : -1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static GArray *
find_runs (TrioDuplicates *duplicates, GHashTable *runs)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TrioDuplicate));
  g_autofree guint *shared = g_new0 (guint, duplicates->sizes->len + 1);
  guint size = g_hash_table_size (runs);
  GHashTableIter iter;
  gpointer run;

  g_hash_table_iter_init (&iter, runs);
  while (g_hash_table_iter_next (&iter, &run, NULL))
    {
      GArray *notes = g_hash_table_lookup (duplicates->notes, run);

      for (guint i = 0; notes != NULL && i < notes->len; i++)
        shared[g_array_index (notes, guint, i)]++;
    }
  for (guint i = 0; i < duplicates->sizes->len; i++)
    {
      TrioDuplicate duplicate = { i, duplicates->sizes->len, 0 };

      if (shared[i] == 0)
        continue;
      duplicate.likeness = 2.0 * shared[i] / (size + g_array_index (duplicates->sizes, guint, i));
      if (duplicate.likeness >= DUPLICATE_FROM)
        g_array_append_val (found, duplicate);
    }
  return found;
}

static guint
add_runs (TrioDuplicates *duplicates, GHashTable *runs)
{
  guint note = duplicates->sizes->len, size = g_hash_table_size (runs);
  GHashTableIter iter;
  gpointer run;

  g_array_append_val (duplicates->sizes, size);
  g_hash_table_iter_init (&iter, runs);
  while (g_hash_table_iter_next (&iter, &run, NULL))
    {
      GArray *notes = g_hash_table_lookup (duplicates->notes, run);

      if (notes == NULL)
        {
          notes = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (duplicates->notes, run, notes);
        }
      g_array_append_val (notes, note);
    }
  return note;
}

/**
 * trio_duplicates_add:
 * @duplicates: an index
 * @text: valid UTF-8
 *
 * Adds a note to the index.
 *
 * Returns: its index: 0 for the first, and so on
 */
guint
trio_duplicates_add (TrioDuplicates *duplicates, const char *text)
{
  g_autoptr (GHashTable) runs = runs_of (text);

  return add_runs (duplicates, runs);
}

/**
 * trio_duplicates_find:
 * @duplicates: an index
 * @text: valid UTF-8
 *
 * Finds the notes of the index that are near-duplicates of a text.
 *
 * Returns: (transfer full) (element-type TrioDuplicate): the notes as @a, the most alike first; @b
 *   is the index that the text would get
 */
GArray *
trio_duplicates_find (TrioDuplicates *duplicates, const char *text)
{
  g_autoptr (GHashTable) runs = runs_of (text);
  GArray *found = find_runs (duplicates, runs);

  g_array_sort (found, compare_duplicates);
  return found;
}

/**
 * trio_duplicates_list:
 * @texts: (array length=n_texts): what the notes say, valid UTF-8
 * @n_texts: count of @texts
 *
 * Lists all pairs of near-duplicates, for stacking; nothing is ever thrown away.
 *
 * Returns: (transfer full) (element-type TrioDuplicate): the pairs, the most alike first
 */
GArray *
trio_duplicates_list (const char *const *texts, guint n_texts)
{
  g_autoptr (TrioDuplicates) duplicates = trio_duplicates_new ();
  GArray *all = g_array_new (FALSE, FALSE, sizeof (TrioDuplicate));

  for (guint i = 0; i < n_texts; i++)
    {
      g_autoptr (GHashTable) runs = runs_of (texts[i]);
      g_autoptr (GArray) found = find_runs (duplicates, runs);

      if (found->len > 0)
        g_array_append_vals (all, found->data, found->len);
      add_runs (duplicates, runs);
    }
  g_array_sort (all, compare_duplicates);
  return all;
}
