/* trio-affixes.c: reads from a hunspell affix file (.aff) which flags mark nouns.
 *
 * The Danish file says in a comment before each flag what it inflects; where there are no such
 * comments, as in English, what takes a possessive 's is a noun.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "text/trio-affixes.h"

#define NOUN_COMMENT "#Substantiv"
#define POSSESSIVE   "'s"

/* How flags are written after a word. */
typedef enum
{
  FLAGS_LETTERS,
  FLAGS_PAIRS,
  FLAGS_NUMBERS,
} FlagKind;

struct _TrioAffixes
{
  FlagKind kind;
  GHashTable *noun_flags;
  GHashTable *answers; /* by all flags of a word; many words have the same */
};

static void
read_affixes (TrioAffixes *affixes, const char *contents)
{
  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);
  g_autoptr (GHashTable) possessive = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *comment = "";

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char flag[32] = "", second[32] = "", third[32] = "";

      if (lines[i][0] == '#')
        comment = lines[i];
      else if (g_str_has_prefix (lines[i], "FLAG num"))
        affixes->kind = FLAGS_NUMBERS;
      else if (g_str_has_prefix (lines[i], "FLAG long"))
        affixes->kind = FLAGS_PAIRS;
      else if (sscanf (lines[i], "SFX %31s %31s %31s", flag, second, third) == 3)
        {
          if (g_str_has_prefix (comment, NOUN_COMMENT))
            g_hash_table_add (affixes->noun_flags, g_strdup (flag));
          if (strcmp (second, "0") == 0 && strcmp (third, POSSESSIVE) == 0)
            g_hash_table_add (possessive, g_strdup (flag));
        }
    }
  if (g_hash_table_size (affixes->noun_flags) == 0)
    {
      g_hash_table_unref (affixes->noun_flags);
      affixes->noun_flags = g_steal_pointer (&possessive);
    }
}

/**
 * trio_affixes_read:
 * @path: a hunspell affix file; one that cannot be read marks nothing
 *
 * Reads which flags mark nouns.
 *
 * Returns: (transfer full): the flags
 */
TrioAffixes *
trio_affixes_read (const char *path)
{
  TrioAffixes *affixes = g_new0 (TrioAffixes, 1);
  g_autofree char *contents = NULL;

  affixes->noun_flags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  affixes->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_file_get_contents (path, &contents, NULL, NULL))
    read_affixes (affixes, contents);
  return affixes;
}

/**
 * trio_affixes_free:
 * @affixes: (transfer full): flags
 *
 * Frees the flags.
 */
void
trio_affixes_free (TrioAffixes *affixes)
{
  g_hash_table_unref (affixes->noun_flags);
  g_hash_table_unref (affixes->answers);
  g_free (affixes);
}

static gboolean
look_for_noun (TrioAffixes *affixes, const char *flags)
{
  while (*flags != '\0')
    {
      gsize length = affixes->kind == FLAGS_NUMBERS ? strcspn (flags, ",")
                     : affixes->kind == FLAGS_PAIRS ? MIN (strlen (flags), 2)
                                                    : 1;
      g_autofree char *flag = g_strndup (flags, length);

      if (g_hash_table_contains (affixes->noun_flags, flag))
        return TRUE;
      flags += length;
      flags += affixes->kind == FLAGS_NUMBERS && *flags == ',';
    }
  return FALSE;
}

/**
 * trio_affixes_mark_noun:
 * @affixes: flags
 * @flags: what stands after the slash behind a word of the dictionary
 *
 * Returns: whether one of @flags marks a noun
 */
gboolean
trio_affixes_mark_noun (TrioAffixes *affixes, const char *flags)
{
  gpointer known;

  if (g_hash_table_lookup_extended (affixes->answers, flags, NULL, &known))
    return GPOINTER_TO_INT (known);
  known = GINT_TO_POINTER (look_for_noun (affixes, flags));
  g_hash_table_insert (affixes->answers, g_strdup (flags), known);
  return GPOINTER_TO_INT (known);
}
