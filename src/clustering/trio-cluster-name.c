/* trio-cluster-name.c: suggests names: a phrase where the notes have one, else the best words. */
#include "config.h"

#include <string.h>

#include "clustering/trio-namer-private.h"

#define MOST_NAMES 3
/* A phrase that fewer notes have may be chance. */
#define FEWEST_WITH_PHRASE 2

/**
 * trio_cluster_name_free:
 * @name: (transfer full): what is said about a cluster
 *
 * Frees it.
 */
void
trio_cluster_name_free (TrioClusterName *name)
{
  g_free (name->name);
  g_strfreev (name->alternatives);
  g_free (name->reason);
  g_free (name);
}

/* Two words side by side, by their stems. */
typedef struct
{
  char *stems;
  guint n_notes;
  int last_note;
  GArray *forms;
} Phrase;

static void
free_phrase (gpointer data)
{
  Phrase *phrase = data;

  g_free (phrase->stems);
  g_array_unref (phrase->forms);
  g_free (phrase);
}

static Phrase *
find_phrase (GPtrArray *phrases, const char *stems)
{
  Phrase *phrase;

  for (guint i = 0; i < phrases->len; i++)
    if (strcmp (((Phrase *)phrases->pdata[i])->stems, stems) == 0)
      return phrases->pdata[i];
  phrase = g_new0 (Phrase, 1);
  phrase->stems = g_strdup (stems);
  phrase->last_note = -1;
  phrase->forms = trio_namer_new_forms ();
  g_ptr_array_add (phrases, phrase);
  return phrase;
}

static void
count_phrase (GPtrArray *phrases, const TrioWordUse *left, guint note)
{
  const TrioWordUse *right = left + 1;
  g_autofree char *stems = g_strdup_printf ("%s %s", left->word->stem, right->word->stem);
  g_autofree char *first = trio_namer_dup_form (left);
  g_autofree char *second = trio_namer_dup_form (right);
  g_autofree char *form = g_strdup_printf ("%s %s", first, second);
  Phrase *phrase = find_phrase (phrases, stems);

  phrase->n_notes += phrase->last_note != (int)note;
  phrase->last_note = note;
  trio_namer_add_form (phrase->forms, form, right->word->word_class, 1);
}

/* The commonest phrase with the best stem that ends in what may be a noun and that half of the notes
 * with the stem have. */
static char *
dup_phrase (TrioNamer *namer, const guint *notes, guint n_notes, const TrioNameCandidate *best)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (free_phrase);
  const Phrase *commonest = NULL;
  const char *stem = best->info->stem;

  for (guint i = 0; i < n_notes; i++)
    {
      GArray *words = trio_space_get_words (namer->space, notes[i]);

      for (guint w = 1; w < words->len; w++)
        {
          const TrioWordUse *left = &g_array_index (words, TrioWordUse, w - 1);
          const TrioWordUse *right = left + 1;

          if (right->position == left->position + 1
              && right->word->word_class < TRIO_WORD_CLASS_OTHER
              && strcmp (left->word->stem, right->word->stem) != 0
              && (strcmp (left->word->stem, stem) == 0 || strcmp (right->word->stem, stem) == 0))
            count_phrase (phrases, left, notes[i]);
        }
    }
  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = phrases->pdata[i];

      if (commonest == NULL || phrase->n_notes > commonest->n_notes)
        commonest = phrase;
    }
  if (commonest == NULL || commonest->n_notes < FEWEST_WITH_PHRASE
      || 2 * commonest->n_notes < best->n_notes)
    return NULL;
  return g_strdup (trio_namer_commonest_form (commonest->forms));
}

static char *
dup_capitalised (const char *text)
{
  g_autoptr (GString) result = g_string_new (NULL);

  g_string_append_unichar (result, g_unichar_toupper (g_utf8_get_char (text)));
  g_string_append (result, g_utf8_next_char (text));
  return g_strdup (result->str);
}

/* A compound and its part, or a phrase and its word, are one name. */
static gboolean
says_the_same (GPtrArray *names, const char *form)
{
  g_autofree char *folded = g_utf8_casefold (form, -1);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *known = g_utf8_casefold (names->pdata[i], -1);

      if (strstr (known, folded) != NULL || strstr (folded, known) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_name (GPtrArray *names, const char *form)
{
  if (form != NULL && names->len < MOST_NAMES && !says_the_same (names, form))
    g_ptr_array_add (names, dup_capitalised (form));
}

/* Words of notes first; but what half of the notes are about says more than a word of one note. */
static GPtrArray *
find_names (TrioNamer *namer, const guint *notes, guint n_notes, GPtrArray *ranked)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *matter = trio_namer_find_matter (namer, notes, n_notes);
  g_autofree char *phrase = NULL;

  if (ranked->len > 0)
    {
      const TrioNameCandidate *best = ranked->pdata[0];

      if (best->n_notes < 2)
        add_name (names, matter);
      phrase = dup_phrase (namer, notes, n_notes, best);
      add_name (names, phrase);
    }
  for (guint i = 0; i < ranked->len; i++)
    {
      const TrioNameCandidate *candidate = ranked->pdata[i];

      if (names->len == MOST_NAMES - 1)
        add_name (names, matter);
      add_name (names, trio_namer_commonest_form (candidate->info->forms));
    }
  return names;
}

/**
 * trio_namer_name:
 * @namer: a namer
 * @notes: (array length=n_notes): indices of the notes of a cluster
 * @n_notes: count of @notes, at least 1
 *
 * Suggests a name for a cluster: a phrase with its best stem, or the form in which its best stem
 * was written most often, and two others. Where half of the notes belong to one concept its title is
 * among them, and comes first when no word stands in two notes.
 *
 * Returns: (transfer full): the name, alternatives and the reason
 */
TrioClusterName *
trio_namer_name (TrioNamer *namer, const guint *notes, guint n_notes)
{
  TrioClusterName *name = g_new0 (TrioClusterName, 1);
  g_autoptr (GStrvBuilder) alternatives = g_strv_builder_new ();
  g_autoptr (GPtrArray) ranked = trio_namer_rank (namer, notes, n_notes);
  g_autoptr (GPtrArray) names = find_names (namer, notes, n_notes, ranked);

  if (names->len > 0)
    name->name = g_strdup (names->pdata[0]);
  for (guint i = 1; i < names->len; i++)
    g_strv_builder_add (alternatives, names->pdata[i]);
  name->alternatives = g_strv_builder_end (alternatives);
  name->reason = trio_namer_dup_reason (namer, notes, n_notes, ranked);
  return name;
}
