/* trio-space.c: turns texts into points whose inner products are their similarities.
 *
 * Words count by their stems and, less, by the parts of compounds and the concepts that list them; letters by all runs
 * of three to five of them; meaning by the sum of the background vectors of the words, less what
 * all notes of the board have in common.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "clustering/trio-space-private.h"

/* The share of meaning in the similarity, where a note's words all have a vector. */
#define MEANING_SHARE 0.35
/* A part of a compound says less than the word itself. */
#define PART_WEIGHT 0.7
/* A word of the same matter says less than the word itself. */
#define CONCEPT_WEIGHT 0.5
#define SHORTEST_GRAM  3
#define LONGEST_GRAM   5

/* Words, concepts and letters are told apart by where their hashes begin. */
#define HASH_OF_WORDS    G_GUINT64_CONSTANT (14695981039346656037)
#define HASH_OF_CONCEPTS G_GUINT64_CONSTANT (7809847782465536322)
#define HASH_OF_LETTERS  G_GUINT64_CONSTANT (10395701482095129841)

/* What is counted in one note before the whole board is known. */
typedef struct
{
  GArray *entries; /* TrioSpaceEntry: words, then letters */
  guint n_words;
  double *sum;
  double coverage;
} Draft;

static guint64
hash_bytes (guint64 hash, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8)bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

/* Returns the number of a feature, or G_MAXUINT32 when it is new and nothing may be added. */
static guint32
number_of (TrioSpace *space, guint64 hash, gboolean may_add)
{
  gpointer key = GSIZE_TO_POINTER ((gsize)(hash ^ hash >> 32));
  guint32 id = GPOINTER_TO_UINT (g_hash_table_lookup (space->ids, key));
  guint32 none = 0;

  if (id != 0)
    return id - 1;
  if (!may_add)
    return G_MAXUINT32;
  g_array_append_val (space->document_counts, none);
  id = space->document_counts->len;
  g_hash_table_insert (space->ids, key, GUINT_TO_POINTER (id));
  return id - 1;
}

static void
raise_entry (GArray *entries, guint first, guint32 id, double value)
{
  TrioSpaceEntry entry = { id, value };

  for (guint i = first; i < entries->len; i++)
    {
      TrioSpaceEntry *known = &g_array_index (entries, TrioSpaceEntry, i);

      if (known->id == id && id != G_MAXUINT32)
        {
          known->value = MAX (known->value, entry.value);
          return;
        }
    }
  g_array_append_val (entries, entry);
}

static void
count_words (TrioSpace *space, GArray *words, gboolean may_add, GArray *entries)
{
  for (guint i = 0; i < words->len; i++)
    {
      const TrioWord *word = g_array_index (words, TrioWordUse, i).word;

      raise_entry (entries, 0,
                   number_of (space, hash_bytes (HASH_OF_WORDS, word->stem, strlen (word->stem)),
                              may_add),
                   word->weight);
      for (guint p = 0; p < word->n_parts; p++)
        {
          const char *stem = word->part_stems[p];

          raise_entry (entries, 0,
                       number_of (space, hash_bytes (HASH_OF_WORDS, stem, strlen (stem)), may_add),
                       PART_WEIGHT * word->part_weights[p]);
        }
      for (guint c = 0; c < word->n_concepts; c++)
        raise_entry (entries, 0,
                     number_of (space,
                                hash_bytes (HASH_OF_CONCEPTS, (const char *)&word->concepts[c],
                                            sizeof (guint)),
                                may_add),
                     CONCEPT_WEIGHT);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const TrioSpaceEntry *)a)->id, y = ((const TrioSpaceEntry *)b)->id;

  return (x > y) - (x < y);
}

static void
count_letters (TrioSpace *space, GArray *words, gboolean may_add, GArray *entries)
{
  guint first = entries->len, kept = first;

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *text
          = g_strconcat (" ", g_array_index (words, TrioWordUse, i).word->text, " ", NULL);

      for (const char *start = text; *start != '\0'; start = g_utf8_next_char (start))
        {
          const char *end = start;

          for (guint n = 1; n <= LONGEST_GRAM && *end != '\0'; n++)
            {
              TrioSpaceEntry entry = { 0, 1 };

              end = g_utf8_next_char (end);
              if (n < SHORTEST_GRAM)
                continue;
              entry.id
                  = number_of (space, hash_bytes (HASH_OF_LETTERS, start, end - start), may_add);
              g_array_append_val (entries, entry);
            }
        }
    }
  if (entries->len == first)
    return;
  qsort (&g_array_index (entries, TrioSpaceEntry, first), entries->len - first,
         sizeof (TrioSpaceEntry), compare_entries);
  for (guint i = first; i < entries->len; i++)
    {
      TrioSpaceEntry entry = g_array_index (entries, TrioSpaceEntry, i);

      /* Letters that the board does not have are all alike in number, and each counts. */
      if (kept > first && entry.id != G_MAXUINT32
          && g_array_index (entries, TrioSpaceEntry, kept - 1).id == entry.id)
        continue;
      g_array_index (entries, TrioSpaceEntry, kept++) = entry;
    }
  g_array_set_size (entries, kept);
}

/* Adds up what the words are about; words that nobody knows make the sum shorter. */
static void
sum_directions (Draft *draft, GArray *words, guint dimensions)
{
  double unknown = 0, length = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const TrioWord *word = g_array_index (words, TrioWordUse, i).word;

      if (word->direction == NULL)
        unknown += word->weight * word->weight;
      else
        for (guint d = 0; d < dimensions; d++)
          draft->sum[d] += word->weight * word->direction[d];
    }
  for (guint d = 0; d < dimensions; d++)
    length += draft->sum[d] * draft->sum[d];
  if (length + unknown <= 0)
    return;
  for (guint d = 0; d < dimensions; d++)
    draft->sum[d] /= sqrt (length + unknown);
  draft->coverage = sqrt (length / (length + unknown));
}

static void
make_draft (TrioSpace *space, GArray *words, guint dimensions, gboolean may_add, Draft *draft)
{
  draft->entries = g_array_new (FALSE, FALSE, sizeof (TrioSpaceEntry));
  count_words (space, words, may_add, draft->entries);
  draft->n_words = draft->entries->len;
  count_letters (space, words, may_add, draft->entries);
  draft->sum = g_new0 (double, dimensions + 1);
  draft->coverage = 0;
  sum_directions (draft, words, dimensions);
}

static void
clear_draft (Draft *draft)
{
  g_array_unref (draft->entries);
  g_free (draft->sum);
}

static void
scale_entries (TrioSpace *space, TrioSpaceEntry *entries, guint n, double factor)
{
  double length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 count = entries[i].id == G_MAXUINT32
                          ? 0
                          : g_array_index (space->document_counts, guint32, entries[i].id);
      double value = entries[i].value * (log ((1.0 + space->n) / (1.0 + count)) + 1);

      entries[i].value = value;
      length += value * value;
    }
  for (guint i = 0; length > 0 && i < n; i++)
    entries[i].value *= factor / sqrt (length);
}

/* Scales a draft so that the inner product of two is their similarity. */
static void
finish_draft (TrioSpace *space, Draft *draft, guint dimensions, gint16 *direction)
{
  double share = dimensions > 0 ? MEANING_SHARE : 0;
  double factor = sqrt ((1 - share * draft->coverage * draft->coverage) / 2);
  TrioSpaceEntry *entries = (TrioSpaceEntry *)draft->entries->data;
  double length = 0;

  scale_entries (space, entries, draft->n_words, factor);
  scale_entries (space, entries + draft->n_words, draft->entries->len - draft->n_words, factor);
  for (guint d = 0; d < dimensions; d++)
    {
      draft->sum[d] -= space->mean[d] * draft->coverage;
      length += draft->sum[d] * draft->sum[d];
    }
  length = MAX (sqrt (length), 1e-9);
  for (guint d = 0; d < dimensions; d++)
    direction[d]
        = lrint (draft->sum[d] * draft->coverage / length * sqrt (share) * TRIO_DIRECTION_ONE);
}

static void
find_mean (TrioSpace *space, const Draft *drafts, guint dimensions)
{
  double coverage = 0;

  space->mean = g_new0 (double, dimensions + 1);
  for (guint i = 0; i < space->n; i++)
    {
      coverage += drafts[i].coverage;
      for (guint d = 0; d < dimensions; d++)
        space->mean[d] += drafts[i].sum[d];
    }
  for (guint d = 0; d < dimensions; d++)
    space->mean[d] /= MAX (coverage, 1e-9 * space->n);
}

static void
count_documents (TrioSpace *space, const Draft *draft)
{
  for (guint i = 0; i < draft->entries->len; i++)
    g_array_index (space->document_counts, guint32,
                   g_array_index (draft->entries, TrioSpaceEntry, i).id)++;
}

static void
gather_notes (TrioSpace *space, Draft *drafts, guint dimensions)
{
  guint32 total = 0;

  space->note_start = g_new (guint32, space->n + 1);
  for (guint i = 0; i < space->n; i++)
    {
      space->note_start[i] = total;
      total += drafts[i].entries->len;
    }
  space->note_start[space->n] = total;
  space->note_entries = g_new (TrioSpaceEntry, total + 1);
  space->directions = g_new0 (gint16, (gsize)space->n * space->dimensions + 1);
  for (guint i = 0; i < space->n; i++)
    {
      TrioSpaceEntry *entries = space->note_entries + space->note_start[i];

      finish_draft (space, &drafts[i], dimensions,
                    space->directions + (gsize)i * space->dimensions);
      if (drafts[i].entries->len == 0)
        continue;
      memcpy (entries, drafts[i].entries->data, drafts[i].entries->len * sizeof (TrioSpaceEntry));
      qsort (entries, drafts[i].entries->len, sizeof (TrioSpaceEntry), compare_entries);
    }
}

/**
 * trio_space_new:
 * @lexicon: the words of the language of the board; must live as long as the space
 * @texts: (array length=n_texts): what the notes say, valid UTF-8
 * @n_texts: count of @texts
 *
 * Makes a space of the notes of a board.
 *
 * Returns: (transfer full): the space
 */
TrioSpace *
trio_space_new (TrioLexicon *lexicon, const char *const *texts, guint n_texts)
{
  TrioSpace *space = g_new0 (TrioSpace, 1);
  guint dimensions = trio_lexicon_get_dimensions (lexicon);
  g_autofree Draft *drafts = g_new0 (Draft, n_texts + 1);

  g_ref_count_init (&space->ref_count);
  space->n = n_texts;
  space->ids = g_hash_table_new (NULL, NULL);
  space->document_counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  space->dimensions = (dimensions + TRIO_LANES - 1) / TRIO_LANES * TRIO_LANES;
  space->words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < n_texts; i++)
    {
      GArray *words = trio_lexicon_read (lexicon, texts[i]);

      g_ptr_array_add (space->words, words);
      make_draft (space, words, dimensions, TRUE, &drafts[i]);
      count_documents (space, &drafts[i]);
    }
  find_mean (space, drafts, dimensions);
  gather_notes (space, drafts, dimensions);
  for (guint i = 0; i < n_texts; i++)
    clear_draft (&drafts[i]);
  trio_space_index_features (space);
  return space;
}

/**
 * trio_space_ref:
 * @space: a space
 *
 * Returns: (transfer full): @space, held once more
 */
TrioSpace *
trio_space_ref (TrioSpace *space)
{
  g_ref_count_inc (&space->ref_count);
  return space;
}

/**
 * trio_space_unref:
 * @space: (transfer full): a space
 *
 * Lets go of a space.
 */
void
trio_space_unref (TrioSpace *space)
{
  if (!g_ref_count_dec (&space->ref_count))
    return;
  g_clear_pointer (&space->ids, g_hash_table_unref);
  g_array_unref (space->document_counts);
  g_free (space->note_start);
  g_free (space->note_entries);
  g_free (space->feature_start);
  g_free (space->feature_entries);
  g_free (space->directions);
  g_free (space->mean);
  g_clear_pointer (&space->words, g_ptr_array_unref);
  g_free (space);
}

/**
 * trio_space_get_size:
 * @space: a space
 *
 * Returns: number of notes
 */
guint
trio_space_get_size (TrioSpace *space)
{
  return space->n;
}

/**
 * trio_space_get_words:
 * @space: a space
 * @note: index of a note
 *
 * Returns: (transfer none) (element-type TrioWordUse): the words that the note is compared by
 */
GArray *
trio_space_get_words (TrioSpace *space, guint note)
{
  return space->words->pdata[note];
}

/**
 * trio_space_compare_text:
 * @space: a space
 * @lexicon: the lexicon the space was made with
 * @text: valid UTF-8, such as a note that is new
 *
 * Compares a text with all notes, without changing the space.
 *
 * Returns: (transfer full): trio_space_get_size() similarities
 */
float *
trio_space_compare_text (TrioSpace *space, TrioLexicon *lexicon, const char *text)
{
  guint dimensions = trio_lexicon_get_dimensions (lexicon);
  g_autoptr (GArray) words = trio_lexicon_read (lexicon, text);
  g_autofree gint16 *direction = g_new0 (gint16, space->dimensions + 1);
  float *row = g_new0 (float, space->n + 1);
  Draft draft;

  make_draft (space, words, dimensions, FALSE, &draft);
  finish_draft (space, &draft, dimensions, direction);
  trio_space_dot_rows (direction, space->directions, space->n, space->dimensions, row);
  for (guint i = 0; i < draft.entries->len; i++)
    {
      TrioSpaceEntry own = g_array_index (draft.entries, TrioSpaceEntry, i);

      if (own.id == G_MAXUINT32)
        continue;
      for (guint32 e = space->feature_start[own.id]; e < space->feature_start[own.id + 1]; e++)
        row[space->feature_entries[e].id] += own.value * space->feature_entries[e].value;
    }
  clear_draft (&draft);
  return row;
}
