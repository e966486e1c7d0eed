/* bench-cluster.c: CPU time of comparing, cutting, placing and finding duplicates.
 *
 * The notes are made of the words of the sample's inputs, five at a time, so that they share words
 * as real notes do. The figures of grouping itself come from cluster-figures.py.
 */
#include "bench.h"
#include "clustering/trio-cluster-name.h"
#include "clustering/trio-duplicates.h"

#define ROUNDS        5
#define WORDS_OF_NOTE 5

static GPtrArray *
make_notes (guint n)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *contents = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (n);
  guint n_words;

  if (!g_file_get_contents (BENCH_INPUTS, &contents, NULL, NULL))
    g_error ("%s cannot be read", BENCH_INPUTS);
  words = g_strsplit_set (contents, " \n", -1);
  n_words = g_strv_length (words);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) note = g_string_new (NULL);

      /* Words that stand together stay together, with one from elsewhere. */
      for (guint w = 0, at = g_rand_int_range (random, 0, n_words); w < WORDS_OF_NOTE; w++)
        g_string_append_printf (note, "%s ", words[(at + w) % n_words]);
      g_string_append_printf (note, "%s%u", words[g_rand_int_range (random, 0, n_words)], i % 97);
      g_ptr_array_add (notes, g_strdup (note->str));
    }
  return notes;
}

static void
measure (TrioLexicon *lexicon, guint n)
{
  g_autoptr (GPtrArray) notes = make_notes (n);
  const char *const *texts = (const char *const *)notes->pdata;
  g_autoptr (BenchSeries) building = bench_series_new ();
  g_autoptr (BenchSeries) cutting = bench_series_new ();
  g_autoptr (BenchSeries) naming = bench_series_new ();
  g_autoptr (BenchSeries) placing = bench_series_new ();
  g_autoptr (BenchSeries) finding = bench_series_new ();
  g_autoptr (TrioDuplicates) duplicates = trio_duplicates_new ();

  for (guint i = 0; i < n; i++)
    trio_duplicates_add (duplicates, texts[i]);
  for (guint round = 0; round < (n > 5000 ? 1 : ROUNDS); round++)
    {
      double start = bench_cpu_ms ();
      g_autoptr (TrioClusterer) clusterer
          = trio_clusterer_new (lexicon, texts, n, NULL, 0, NULL, NULL);
      g_autoptr (TrioClustering) clustering = NULL;
      g_autoptr (TrioNamer) namer = NULL;
      g_autoptr (GArray) found = NULL;

      bench_series_add (building, bench_cpu_ms () - start);
      start = bench_cpu_ms ();
      clustering
          = trio_clusterer_cut (clusterer,
                                trio_clusterer_get_height (clusterer, 0.3 + 0.4 * round / ROUNDS));
      bench_series_add (cutting, bench_cpu_ms () - start);
      start = bench_cpu_ms ();
      namer = trio_namer_new (trio_clusterer_get_space (clusterer), lexicon);
      for (guint c = 0; c < trio_clustering_get_n_clusters (clustering); c++)
        {
          const TrioProposal *proposal = trio_clustering_get_cluster (clustering, c);

          trio_cluster_name_free (trio_namer_name (namer, proposal->notes, proposal->n_notes));
        }
      bench_series_add (naming, bench_cpu_ms () - start);
      start = bench_cpu_ms ();
      trio_clustering_place (clustering, clusterer, lexicon, texts[n / 2], NULL);
      bench_series_add (placing, bench_cpu_ms () - start);
      start = bench_cpu_ms ();
      found = trio_duplicates_find (duplicates, texts[n / 3]);
      bench_series_add (finding, bench_cpu_ms () - start);
    }
  bench_report ("cluster-build", n, building, "ms", NULL);
  bench_report ("cluster-cut", n, cutting, "ms", NULL);
  bench_report ("cluster-name", n, naming, "ms", NULL);
  bench_report ("cluster-place", n, placing, "ms", NULL);
  bench_report ("duplicate-find", n, finding, "ms", NULL);
}

int
main (void)
{
  static const guint sizes[] = { 100, 400, 2000, 10000 };
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new ("da", BENCH_VECTORS);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (lexicon, sizes[i]);
  return 0;
}
