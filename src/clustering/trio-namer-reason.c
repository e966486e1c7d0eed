/* trio-namer-reason.c: says why the notes of a cluster belong together. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "clustering/trio-namer-private.h"

/* A reason must fit on a line. */
#define MOST_WORDS 3
/* Two words of different notes that point closer than this are worth mentioning. */
#define NEAR_MEANING 0.45

static const TrioWord *
word_at (TrioNamer *namer, guint note, guint index)
{
  return g_array_index (trio_space_get_words (namer->space, note), TrioWordUse, index).word;
}

/* The two words of different notes whose meanings are nearest. */
static gboolean
find_nearest_words (TrioNamer *namer,
                    const guint *notes,
                    guint n_notes,
                    const TrioWord **first,
                    const TrioWord **second)
{
  double nearest = NEAR_MEANING;

  *first = NULL;
  for (guint i = 0; i < n_notes; i++)
    for (guint j = 0; j < i; j++)
      for (guint a = 0; a < trio_space_get_words (namer->space, notes[i])->len; a++)
        for (guint b = 0; b < trio_space_get_words (namer->space, notes[j])->len; b++)
          {
            const TrioWord *x = word_at (namer, notes[i], a);
            const TrioWord *y = word_at (namer, notes[j], b);
            double cosine = 0;

            if (x->direction == NULL || y->direction == NULL || strcmp (x->stem, y->stem) == 0)
              continue;
            for (guint d = 0; d < namer->dimensions; d++)
              cosine += x->direction[d] * y->direction[d];
            cosine *= sqrt (x->weight * y->weight);
            if (cosine > nearest)
              {
                nearest = cosine;
                *first = y;
                *second = x;
              }
          }
  return *first != NULL;
}

/* Looking at all pairs of words of a large heap would take longer than it is worth. */
#define MOST_NOTES_FOR_MEANING 40

/* A compound and its parts are one piece of evidence. */
static gboolean
is_said (const char *said, const char *form)
{
  g_auto (GStrv) forms = g_strsplit (said, "\n", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    if (*forms[i] != '\0' && (strstr (forms[i], form) != NULL || strstr (form, forms[i]) != NULL))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): why the notes are together, in one translated sentence */
char *
trio_namer_dup_reason (TrioNamer *namer, const guint *notes, guint n_notes, GPtrArray *ranked)
{
  g_autoptr (GString) shared = g_string_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  const char *matter = trio_namer_find_matter (namer, notes, n_notes);
  const TrioWord *first, *second;
  guint n_shared = 0;

  for (guint i = 0; i < ranked->len && n_shared < MOST_WORDS; i++)
    {
      const TrioNameCandidate *candidate = ranked->pdata[i];

      const char *form = trio_namer_commonest_form (candidate->info->forms);

      if (candidate->n_notes < 2 || is_said (said->str, form))
        continue;
      g_string_append_printf (said, "%s\n", form);
      if (n_shared++ > 0)
        g_string_append (shared, ", ");
      /* Translators: a word, and how many inputs have it. */
      g_string_append_printf (shared, _ ("“%s” (%u)"), form, candidate->n_notes);
    }
  if (n_shared > 0)
    /* Translators: a list of words, each with the number of inputs that have it. */
    return g_strdup_printf (_ ("The same words: %s"), shared->str);
  if (matter != NULL)
    /* Translators: the title of a concept, such as “Traffic and transport”. */
    return g_strdup_printf (_ ("Words about the same matter: %s"), matter);
  if (find_nearest_words (namer, notes, MIN (n_notes, MOST_NOTES_FOR_MEANING), &first, &second))
    /* Translators: two words from two inputs. */
    return g_strdup_printf (_ ("Words near in meaning: “%s” and “%s”"), first->text, second->text);
  return g_strdup (_ ("Akin in wording and meaning as a whole, without a word in common"));
}
