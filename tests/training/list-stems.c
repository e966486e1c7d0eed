/* list-stems.c: what train.py trains on: the words of a text as the program sees them.
 *
 * usage: list-stems LANG VECTORS KNOWN < TEXT
 *        list-stems --check FILE.snv
 *
 * Prints for each line its stems, a compound's followed by those of its parts; stop words are left
 * out. Writes to KNOWN the stems of dictionary words and compounds, one a line. VECTORS is a folder
 * whose counts tell where compounds are cut; an empty one will do for a start.
 */
#include <stdio.h>
#include <string.h>

#include "text/trio-lexicon.h"

/* Shorter compounds may be words of their own. */
#define SHORTEST_COMPOUND 8

static int
check (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioVectors) vectors = trio_vectors_open (path, &error);

  if (vectors == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  printf ("%u %u\n", trio_vectors_get_size (vectors), trio_vectors_get_dimensions (vectors));
  return 0;
}

static gboolean
is_known (TrioLexicon *lexicon, const TrioWord *word)
{
  TrioWordList *words = trio_lexicon_get_word_list (lexicon);

  return words != NULL
         && (trio_word_list_contains (words, word->text)
             || (word->n_parts > 0 && g_utf8_strlen (word->text, -1) >= SHORTEST_COMPOUND));
}

static void
list_line (TrioLexicon *lexicon, const char *line, GHashTable *known)
{
  g_autoptr (GArray) uses = trio_lexicon_read (lexicon, line);

  for (guint i = 0; i < uses->len; i++)
    {
      const TrioWord *word = g_array_index (uses, TrioWordUse, i).word;

      printf ("%s ", word->stem);
      for (guint p = 0; p < word->n_parts; p++)
        printf ("%s ", word->part_stems[p]);
      if (!is_known (lexicon, word))
        continue;
      g_hash_table_add (known, g_strdup (word->stem));
      for (guint p = 0; p < word->n_parts; p++)
        g_hash_table_add (known, g_strdup (word->part_stems[p]));
    }
  printf ("\n");
}

int
main (int argc, char **argv)
{
  g_autoptr (TrioLexicon) lexicon = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  GHashTableIter iter;
  gpointer stem;
  size_t size = 0;

  if (argc == 3 && strcmp (argv[1], "--check") == 0)
    return check (argv[2]);
  if (argc != 4)
    {
      g_printerr ("usage: list-stems LANG VECTORS KNOWN < TEXT\n");
      return 2;
    }
  lexicon = trio_lexicon_new (argv[1], argv[2]);
  while (getline (&line, &size, stdin) >= 0)
    if (g_utf8_validate (line, -1, NULL))
      list_line (lexicon, line, known);
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    g_string_append_printf (list, "%s\n", (char *)stem);
  if (!g_file_set_contents (argv[3], list->str, list->len, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
