/* trio-word-list.c: reads the words of a hunspell dictionary (.dic), and which of them are nouns. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/trio-error.h"
#include "text/trio-affixes.h"
#include "text/trio-word-list.h"

#define SHORTEST_WORD 3

#define IS_WORD GUINT_TO_POINTER (1)
#define IS_NOUN GUINT_TO_POINTER (2)

struct _TrioWordList
{
  grefcount ref_count;
  char *path;
  char *contents;
  GHashTable *words; /* word → IS_WORD or IS_NOUN */
};

static gboolean
is_lower_case_word (const char *word)
{
  guint n = 0;

  if (!g_utf8_validate (word, -1, NULL))
    return FALSE;
  for (; *word != '\0'; word = g_utf8_next_char (word), n++)
    {
      gunichar c = g_utf8_get_char (word);

      if (!g_unichar_isalpha (c) || g_unichar_tolower (c) != c)
        return FALSE;
    }
  return n >= SHORTEST_WORD;
}

/* The file with the rules stands beside the words. */
static TrioAffixes *
read_affixes (const char *path)
{
  g_autofree char *base
      = g_strndup (path, strlen (path) - (g_str_has_suffix (path, ".dic") ? strlen (".dic") : 0));
  g_autofree char *affixes = g_strconcat (base, ".aff", NULL);

  return trio_affixes_read (affixes);
}

/* A word may stand on several lines, as a verb and as a noun. */
static void
add_line (TrioWordList *list, TrioAffixes *affixes, char *line)
{
  char *flags = line + strcspn (line, "/\t \r");

  if (*flags == '/')
    *flags++ = '\0';
  flags[strcspn (flags, "\t \r")] = '\0';
  if (!is_lower_case_word (line))
    return;
  if (trio_affixes_mark_noun (affixes, flags))
    g_hash_table_insert (list->words, line, IS_NOUN);
  else if (!g_hash_table_contains (list->words, line))
    g_hash_table_insert (list->words, line, IS_WORD);
}

/**
 * trio_word_list_open:
 * @path: a hunspell dictionary in UTF-8
 * @error: return location for an error
 *
 * Reads the words in lower case of three letters and more, and from the rules beside them, where
 * they are, which words are nouns.
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with %TRIO_ERROR_IO
 */
TrioWordList *
trio_word_list_open (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (TrioAffixes) affixes = NULL;
  TrioWordList *list;
  char *contents, *line;

  if (!g_file_get_contents (path, &contents, NULL, &cause))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO, _ ("The dictionary “%s” cannot be read: %s"),
                   path, cause->message);
      return NULL;
    }
  affixes = read_affixes (path);
  list = g_new0 (TrioWordList, 1);
  g_ref_count_init (&list->ref_count);
  list->path = g_strdup (path);
  list->contents = contents;
  list->words = g_hash_table_new (g_str_hash, g_str_equal);
  for (line = contents; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      char *next = line + length + (line[length] == '\n');

      line[length] = '\0';
      add_line (list, affixes, line);
      line = next;
    }
  return list;
}

/**
 * trio_word_list_find:
 * @name: name of a dictionary, such as "da_DK"
 * @error: return location for an error
 *
 * Finds and reads an installed hunspell dictionary.
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with %TRIO_ERROR_NOT_FOUND or
 *   %TRIO_ERROR_IO
 */
TrioWordList *
trio_word_list_find (const char *name, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".dic", NULL);

  for (const char *const *data = g_get_system_data_dirs (); *data != NULL; data++)
    {
      g_autofree char *path = g_build_filename (*data, "hunspell", file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return trio_word_list_open (path, error);
    }
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
               _ ("The dictionary “%s” is not installed. Words are understood less well; install "
                  "the hunspell dictionary of the language to get it."),
               name);
  return NULL;
}

/**
 * trio_word_list_ref:
 * @list: a word list
 *
 * Returns: (transfer full): @list, held once more
 */
TrioWordList *
trio_word_list_ref (TrioWordList *list)
{
  g_ref_count_inc (&list->ref_count);
  return list;
}

/**
 * trio_word_list_unref:
 * @list: (transfer full): a word list
 *
 * Lets go of a word list.
 */
void
trio_word_list_unref (TrioWordList *list)
{
  if (!g_ref_count_dec (&list->ref_count))
    return;
  g_hash_table_unref (list->words);
  g_free (list->contents);
  g_free (list->path);
  g_free (list);
}

/**
 * trio_word_list_get_path:
 * @list: a word list
 *
 * Returns: (transfer none): where it was read from
 */
const char *
trio_word_list_get_path (TrioWordList *list)
{
  return list->path;
}

/**
 * trio_word_list_get_size:
 * @list: a word list
 *
 * Returns: number of words
 */
guint
trio_word_list_get_size (TrioWordList *list)
{
  return g_hash_table_size (list->words);
}

/**
 * trio_word_list_contains:
 * @list: a word list
 * @word: a word in lower case
 *
 * Returns: whether the list has @word
 */
gboolean
trio_word_list_contains (TrioWordList *list, const char *word)
{
  return g_hash_table_contains (list->words, word);
}

/**
 * trio_word_list_is_noun:
 * @list: a word list
 * @word: a word in lower case
 *
 * Returns: whether the list has @word, and as a noun; FALSE too where nothing tells nouns apart
 */
gboolean
trio_word_list_is_noun (TrioWordList *list, const char *word)
{
  return g_hash_table_lookup (list->words, word) == IS_NOUN;
}
