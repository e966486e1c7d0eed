/* trio-points-rank.c: which notes stand for a point, and which word several notes have. */
#include "config.h"

#include <string.h>

#include "clustering/trio-duplicates.h"
#include "clustering/trio-label-private.h"
#include "clustering/trio-points-private.h"

/* So many notes of a point are ranked; nobody quotes more. */
#define MOST_CENTRAL 8
/* A word that only one note has says nothing about what notes have in common. */
#define FEWEST_WITH_WORD 2
/* Comparing all pairs of more notes would take longer than a person waits. */
#define MOST_COMPARED 400

/* Some of the notes, at even distances. */
static GArray *
thin_out (const GArray *members)
{
  GArray *some = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint64 i = 0; i < members->len; i++)
    if (members->len <= MOST_COMPARED
        || i * MOST_COMPARED / members->len != (i + 1) * MOST_COMPARED / members->len)
      g_array_append_val (some, g_array_index (members, guint, i));
  return some;
}

static double
gain_of (const TrioPoints *points, const GArray *members, guint candidate, const double *covered)
{
  double gain = 0;

  for (guint m = 0; m < members->len; m++)
    {
      guint note = g_array_index (members, guint, m);
      double similarity
          = candidate == note ? 1 : trio_space_compare (points->space, candidate, note);

      if (similarity > covered[m])
        gain += (double)g_array_index (points->items, TrioPointItem, note).weight
                * (similarity - covered[m]);
    }
  return gain;
}

/* Greedy facility location (Nemhauser, Wolsey, Fisher 1978): each next note is that which brings
 * the others nearest to something chosen. Ties go to the earlier note. */
GArray *
trio_points_rank (const TrioPoints *points, const GArray *all)
{
  g_autoptr (GArray) members = thin_out (all);
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autofree double *covered = g_new0 (double, members->len + 1);
  g_autofree gboolean *is_chosen = g_new0 (gboolean, members->len + 1);

  for (guint round = 0; round < MIN (MOST_CENTRAL, members->len); round++)
    {
      double best_gain = -1;
      guint best = 0, note;

      for (guint c = 0; c < members->len; c++)
        {
          double gain = is_chosen[c]
                            ? -1
                            : gain_of (points, members, g_array_index (members, guint, c), covered);

          if (gain > best_gain + 1e-9)
            {
              best = c;
              best_gain = gain;
            }
        }
      is_chosen[best] = TRUE;
      note = g_array_index (members, guint, best);
      g_array_append_val (ranked, g_array_index (points->items, TrioPointItem, note).id);
      for (guint m = 0; m < members->len; m++)
        {
          guint other = g_array_index (members, guint, m);
          double similarity = other == note ? 1 : trio_space_compare (points->space, note, other);

          covered[m] = MAX (covered[m], similarity);
        }
    }
  return ranked;
}

static gboolean
has_stem (const TrioWord *word, const char *stem)
{
  if (strcmp (word->stem, stem) == 0)
    return TRUE;
  for (guint p = 0; p < word->n_parts; p++)
    if (strcmp (word->part_stems[p], stem) == 0)
      return TRUE;
  return FALSE;
}

/* A verb may have the stem of a noun and mean something else. */
static gboolean
may_have (const TrioWord *word, const char *stem)
{
  return has_stem (word, stem)
         && (strcmp (word->stem, stem) != 0 || word->word_class != TRIO_WORD_CLASS_OTHER);
}

static gboolean
has_word (TrioPoints *points, guint note, GArray *wanted)
{
  GArray *words = trio_space_get_words (points->space, note);

  for (guint i = 0; i < wanted->len; i++)
    {
      const char *stem = g_array_index (wanted, TrioWordUse, i).word->stem;
      gboolean found = FALSE;

      for (guint w = 0; w < words->len && !found; w++)
        found = may_have (g_array_index (words, TrioWordUse, w).word, stem);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static GArray *
list_with_word (TrioPoints *points, const char *label)
{
  g_autoptr (GArray) wanted = trio_lexicon_read (points->lexicon, label);
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; wanted->len > 0 && i < points->items->len; i++)
    if (has_word (points, i, wanted))
      g_array_append_val (members, i);
  return members;
}

/* Two notes that say nearly the same do not make a phrase of what they say. */
static gboolean
is_phrase_of_few (TrioPoints *points, const char *label, const GArray *members)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) duplicates = NULL;

  if (strchr (label, ' ') == NULL || members->len > FEWEST_WITH_WORD)
    return FALSE;
  for (guint m = 0; m < members->len; m++)
    g_ptr_array_add (texts, points->texts->pdata[g_array_index (members, guint, m)]);
  duplicates = trio_duplicates_list ((const char *const *)texts->pdata, texts->len);
  return duplicates->len > 0;
}

/* What is written with a hyphen is two words to the namer. */
static char *
dup_joined (TrioPoints *points, const char *label)
{
  g_autofree char *joined = g_strdelimit (g_strdup (label), " ", '-');

  for (guint i = 0; i < points->texts->len; i++)
    {
      g_autofree char *text = g_utf8_casefold (points->texts->pdata[i], -1);
      g_autofree char *spaced = g_utf8_casefold (label, -1);

      if (strstr (text, spaced) != NULL)
        return g_strdup (label);
    }
  return g_steal_pointer (&joined);
}

/* The label as people wrote it: with a small letter unless all of them wrote a capital. */
static char *
dup_running (TrioPoints *points, const char *label)
{
  g_autoptr (GString) small = g_string_new (NULL);

  g_string_append_unichar (small, g_unichar_tolower (g_utf8_get_char (label)));
  g_string_append (small, g_utf8_next_char (label));
  for (guint i = 0; i < points->texts->len; i++)
    {
      const char *text = points->texts->pdata[i];
      const char *at = strstr (text, label);

      /* Not where a sentence begins. */
      if (at != NULL && at > text && at[-1] == ' ' && strstr (text, small->str) == NULL
          && !(at - 1 > text && strchr (".!?:", at[-2]) != NULL))
        return g_strdup (label);
    }
  return g_strdup (small->str);
}

/* The notes of the theme that have the best of the suggested words, and the word as in running
 * text; NULL when none of the suggestions stands in several notes. */
GArray *
trio_points_find_word (TrioPoints *points, const TrioClusterName *name, char **word)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (name->name != NULL)
    g_ptr_array_add (labels, name->name);
  for (guint i = 0; name->alternatives[i] != NULL; i++)
    g_ptr_array_add (labels, name->alternatives[i]);
  for (guint i = 0; i < labels->len; i++)
    {
      g_autoptr (GArray) members = list_with_word (points, labels->pdata[i]);
      g_autofree char *joined = NULL;

      if (members->len < FEWEST_WITH_WORD
          || !trio_label_reads_well (points->lexicon, points->general, labels->pdata[i])
          || is_phrase_of_few (points, labels->pdata[i], members))
        continue;
      joined = dup_joined (points, labels->pdata[i]);
      *word = dup_running (points, joined);
      return g_steal_pointer (&members);
    }
  return NULL;
}
