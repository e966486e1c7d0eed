/* name-groups.c: prints what trio would call the groups that a person has made and named.
 *
 * usage: name-groups LANG VECTORS SET.tsv: lines LABEL<TAB>TEXT; prints LABEL, the name and the
 * alternatives, tab-separated, one group a line. cluster-figures.py judges them.
 */
#include <stdio.h>
#include <string.h>

#include "clustering/trio-cluster-name.h"

static void
add_note (GHashTable *groups, GPtrArray *labels, const char *label, guint note)
{
  GArray *notes = g_hash_table_lookup (groups, label);

  if (notes == NULL)
    {
      notes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (groups, g_strdup (label), notes);
      g_ptr_array_add (labels, g_strdup (label));
    }
  g_array_append_val (notes, note);
}

static void
print_names (TrioNamer *namer, const char *label, const GArray *notes)
{
  g_autoptr (TrioClusterName) name
      = trio_namer_name (namer, (const guint *)notes->data, notes->len);
  g_autofree char *alternatives = g_strjoinv ("\t", name->alternatives);

  printf ("%s\t%s\t%s\n", label, name->name != NULL ? name->name : "", alternatives);
}

int
main (int argc, char **argv)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  g_autoptr (TrioLexicon) lexicon = NULL;
  g_autoptr (TrioSpace) space = NULL;
  g_autoptr (TrioNamer) namer = NULL;

  if (argc != 4 || !g_file_get_contents (argv[3], &contents, NULL, NULL))
    {
      g_printerr ("usage: name-groups LANG VECTORS SET.tsv\n");
      return 2;
    }
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      add_note (groups, labels, lines[i], texts->len);
      g_ptr_array_add (texts, g_strdup (tab + 1));
    }
  lexicon = trio_lexicon_new (argv[1], argv[2]);
  space = trio_space_new (lexicon, (const char *const *)texts->pdata, texts->len);
  namer = trio_namer_new (space, lexicon);
  for (guint i = 0; i < labels->len; i++)
    print_names (namer, labels->pdata[i], g_hash_table_lookup (groups, labels->pdata[i]));
  return 0;
}
