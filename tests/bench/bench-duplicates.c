/* bench-duplicates.c: how often near-duplicates are found, and how often different notes are taken
 * for them.
 *
 * usage: bench-duplicates [SET.tsv…], lines LABEL<TAB>TEXT; without sets the sample's inputs, some
 * of which are meant to be near-duplicates.
 */
#include "../core/note-changes.h"
#include "bench.h"
#include "clustering/trio-duplicates.h"

#define ROUNDS 10
#define LARGE  2000

static void
read_notes (GPtrArray *notes, GHashTable *known, const char *path)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    g_error ("%s cannot be read", path);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *tab = strchr (lines[i], '\t');
      char *text = g_strdup (tab != NULL ? tab + 1 : lines[i]);

      if (strlen (text) < 3 || !g_hash_table_add (known, text))
        continue;
      g_ptr_array_add (notes, text);
    }
}

static double
rate_of (GPtrArray *notes, NoteChange change, TrioLexicon *lexicon, guint *n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (change);
  guint found = 0;

  *n = 0;
  for (guint i = 0; i < notes->len; i++)
    for (guint round = 0; round < ROUNDS; round++)
      {
        g_autofree char *changed = change_note (notes->pdata[i], change, random, lexicon);
        const char *pair[] = { notes->pdata[i], changed };
        g_autoptr (GArray) pairs = NULL;

        if (changed == NULL)
          continue;
        pairs = trio_duplicates_list (pair, 2);
        found += pairs->len;
        *n += 1;
      }
  return 100.0 * found / MAX (*n, 1);
}

static void
report (const char *name, guint n, double value, const char *unit)
{
  g_autoptr (BenchSeries) series = bench_series_new ();

  bench_series_add (series, value);
  bench_report (name, n, series, unit, NULL);
}

static void
measure_typing (GPtrArray *notes)
{
  g_autoptr (TrioDuplicates) index = trio_duplicates_new ();
  g_autoptr (BenchSeries) finding = bench_series_new ();

  for (guint i = 0; i < LARGE; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", (char *)notes->pdata[i % notes->len],
                                               (char *)notes->pdata[i * 7 % notes->len]);

      trio_duplicates_add (index, text);
    }
  for (guint i = 0; i < notes->len; i++)
    {
      double start = bench_cpu_ms ();
      g_autoptr (GArray) found = trio_duplicates_find (index, notes->pdata[i]);

      bench_series_add (finding, bench_cpu_ms () - start);
    }
  bench_report ("duplicate-typing", LARGE, finding, "ms", NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new ("da", BENCH_VECTORS);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) pairs_found = NULL;

  for (int i = 1; i < argc; i++)
    read_notes (notes, known, argv[i]);
  if (argc < 2)
    read_notes (notes, known, BENCH_INPUTS);
  for (NoteChange change = 0; change < N_NOTE_CHANGES; change++)
    {
      g_autofree char *name = g_strconcat ("duplicate-", note_change_names[change], NULL);
      guint n;
      double rate = rate_of (notes, change, lexicon, &n);

      report (name, n, rate, "%");
    }
  pairs_found = trio_duplicates_list ((const char *const *)notes->pdata, notes->len);
  report ("duplicate-pairs", notes->len * (notes->len - 1) / 2, pairs_found->len, "pairs");
  measure_typing (notes);
  return 0;
}
