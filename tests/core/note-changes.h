/* note-changes.h: the same note as somebody else would have typed it, by a random number. */
#pragma once

#include <string.h>

#include "text/trio-lexicon.h"

typedef enum
{
  NOTE_CHANGE_CASE,
  NOTE_CHANGE_TYPO,
  NOTE_CHANGE_TWO_TYPOS,
  NOTE_CHANGE_ORDER,
  NOTE_CHANGE_FILLER,
  NOTE_CHANGE_APART,
  N_NOTE_CHANGES,
} NoteChange;

static const char *const note_change_names[N_NOTE_CHANGES]
    = { "case", "typo", "two-typos", "order", "filler", "apart" };

/* One letter another, left out, added, or exchanged with the next. */
static inline char *
note_with_typo (const char *text, GRand *random)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
  glong n = g_utf8_strlen (text, -1);
  g_autofree gunichar *old = g_utf8_to_ucs4_fast (text, -1, NULL);
  g_autofree gunichar *new = g_new0 (gunichar, n + 2);
  glong at, length = 0;
  int kind = g_rand_int_range (random, 0, 4);
  gunichar letter = letters[g_rand_int_range (random, 0, strlen (letters))];

  do
    at = g_rand_int_range (random, 0, n);
  while (!g_unichar_isalpha (old[at]));
  for (glong i = 0; i < n; i++)
    if (i != at)
      new[length++] = old[i];
    else if (kind == 0)
      new[length++] = letter;
    else if (kind == 2)
      {
        new[length++] = letter;
        new[length++] = old[i];
      }
    else if (kind == 3 && i + 1 < n)
      {
        new[length++] = old[i + 1];
        new[length++] = old[i++];
      }
  return g_ucs4_to_utf8 (new, length, NULL, NULL, NULL);
}

static inline char *
note_in_other_order (const char *text, GRand *random)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = g_strv_length (words); i > 1; i--)
    {
      guint other = g_rand_int_range (random, 0, i);
      char *word = words[i - 1];

      words[i - 1] = words[other];
      words[other] = word;
    }
  return g_strjoinv (" ", words);
}

static inline char *
note_with_filler (const char *text, GRand *random)
{
  static const char *const fillers[] = { "også", "meget", "gerne", "lidt", "altid", "mere" };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray) filled = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (filled, words[i]);
  g_ptr_array_insert (filled, g_rand_int_range (random, 0, filled->len + 1),
                      (gpointer)fillers[g_rand_int_range (random, 0, G_N_ELEMENTS (fillers))]);
  g_ptr_array_add (filled, NULL);
  return g_strjoinv (" ", (char **)filled->pdata);
}

static inline char *
note_with_compounds_apart (const char *text, TrioLexicon *lexicon)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (words[i], -1);
      const TrioWord *word = trio_lexicon_lookup (lexicon, lower);

      if (word->n_parts == 0)
        continue;
      g_free (words[i]);
      words[i] = g_strjoinv (" ", word->parts);
    }
  return g_strjoinv (" ", words);
}

/* Returns the changed note, or %NULL when the change does nothing to it. */
static inline char *
change_note (const char *text, NoteChange change, GRand *random, TrioLexicon *lexicon)
{
  g_autofree char *changed = NULL;
  g_autofree char *once = NULL;

  switch (change)
    {
    case NOTE_CHANGE_CASE:
      once = g_utf8_strup (text, -1);
      changed = g_strconcat (once, "!", NULL);
      break;
    case NOTE_CHANGE_TYPO:
      changed = note_with_typo (text, random);
      break;
    case NOTE_CHANGE_TWO_TYPOS:
      once = note_with_typo (text, random);
      changed = note_with_typo (once, random);
      break;
    case NOTE_CHANGE_ORDER:
      changed = note_in_other_order (text, random);
      break;
    case NOTE_CHANGE_FILLER:
      changed = note_with_filler (text, random);
      break;
    case NOTE_CHANGE_APART:
      changed = note_with_compounds_apart (text, lexicon);
      break;
    case N_NOTE_CHANGES:
    default:
      g_assert_not_reached ();
    }
  return strcmp (changed, text) != 0 ? g_steal_pointer (&changed) : NULL;
}
