/* test-clustering.c: clusters of the sample's inputs against known ones, and what must always hold.
 *
 * The files in fixtures/clustering were made by an independent program in Python that follows the
 * same description: the cluster of every input, and the similarities of some pairs.
 */
#include <math.h>
#include <string.h>

#include "base/trio-error.h"
#include "clustering/trio-cluster-name.h"
#include "clustering/trio-regroup-private.h"

typedef struct
{
  TrioLexicon *lexicon;
  GPtrArray *texts;
  GPtrArray *labels;
} Board;

static GStrv
read_lines (const char *lang, const char *topic)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.tsv", lang, topic);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "clustering", name, NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_strchomp (contents);
  return g_strsplit (contents, "\n", -1);
}

static Board *
new_board (const char *lang)
{
  Board *board = g_new0 (Board, 1);
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "vectors", NULL);
  g_auto (GStrv) lines = read_lines (lang, "clusters");

  /* Without concepts, like the program that made the fixtures. */
  board->lexicon
      = trio_lexicon_new_with (lang, trio_vectors_find (folder, lang, NULL),
                               trio_word_list_find (strcmp (lang, "da") == 0 ? "da_DK" : "en_US",
                                                    NULL));
  board->texts = g_ptr_array_new_with_free_func (g_free);
  board->labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);

      g_ptr_array_add (board->labels, g_strdup (fields[0]));
      g_ptr_array_add (board->texts, g_strdup (fields[1]));
    }
  return board;
}

static void
free_board (Board *board)
{
  g_ptr_array_unref (board->texts);
  g_ptr_array_unref (board->labels);
  trio_lexicon_free (board->lexicon);
  g_free (board);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Board, free_board)

static TrioClusterer *
cluster (Board *board, guint n, const int *pins, guint n_threads)
{
  g_autoptr (GError) error = NULL;
  TrioClusterer *clusterer
      = trio_clusterer_new (board->lexicon, (const char *const *)board->texts->pdata, n, pins,
                            n_threads, NULL, &error);

  g_assert_no_error (error);
  return clusterer;
}

/* A board of the sample's inputs again and again, each with a word of its own. */
static void
enlarge (Board *board, guint n)
{
  guint n_first = board->texts->len;

  for (guint i = n_first; i < n; i++)
    g_ptr_array_add (board->texts,
                     g_strdup_printf ("%s %s%u", (char *)board->texts->pdata[i % n_first],
                                      (char *)board->texts->pdata[(i * 7 + i / 60) % n_first], i));
}

static gboolean
lacks_dictionary (Board *board, const char *lang)
{
  if (strcmp (lang, "da") != 0 || trio_lexicon_get_word_list (board->lexicon) != NULL)
    return FALSE;
  g_test_skip ("the Danish dictionary of hunspell is not installed");
  return TRUE;
}

static void
test_similarities (gconstpointer lang)
{
  g_autoptr (Board) board = new_board (lang);
  g_auto (GStrv) lines = read_lines (lang, "similarities");
  g_autoptr (TrioSpace) space = NULL;

  if (lacks_dictionary (board, lang))
    return;
  space = trio_space_new (board->lexicon, (const char *const *)board->texts->pdata,
                          board->texts->len);
  g_assert_cmpuint (g_strv_length (lines), >, 100);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 3);

      g_assert_cmpfloat_with_epsilon (trio_space_compare (space,
                                                          g_ascii_strtoull (fields[0], NULL, 10),
                                                          g_ascii_strtoull (fields[1], NULL, 10)),
                                      g_ascii_strtod (fields[2], NULL), 1e-4);
    }
}

static void
test_same_clusters (gconstpointer lang)
{
  g_autoptr (Board) board = new_board (lang);
  g_autoptr (TrioClusterer) clusterer = NULL;
  g_autoptr (TrioClustering) clustering = NULL;
  guint n = board->texts->len, agree = 0;

  if (lacks_dictionary (board, lang))
    return;
  clusterer = cluster (board, n, NULL, 0);
  clustering = trio_clusterer_cut (clusterer, 0);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        gboolean together = trio_clustering_get_cluster_of (clustering, i) >= 0
                            && trio_clustering_get_cluster_of (clustering, i)
                                   == trio_clustering_get_cluster_of (clustering, j);
        gboolean expected = strcmp (board->labels->pdata[i], "misc") != 0
                            && strcmp (board->labels->pdata[i], board->labels->pdata[j]) == 0;

        agree += together == expected;
      }
  g_assert_cmpfloat (agree / (n * (n - 1) / 2.0), >=, 0.99);
}

static void
assert_same_clusters (TrioClustering *a, TrioClustering *b, guint n)
{
  g_assert_cmpuint (trio_clustering_get_n_clusters (a), ==, trio_clustering_get_n_clusters (b));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (trio_clustering_get_cluster_of (a, i), ==,
                       trio_clustering_get_cluster_of (b, i));
      g_assert_true (trio_clustering_get_fit (a, i) == trio_clustering_get_fit (b, i));
      g_assert_true (trio_clustering_is_doubtful (a, i) == trio_clustering_is_doubtful (b, i));
    }
}

static void
test_threads_change_nothing (void)
{
  g_autoptr (Board) board = new_board ("da");
  g_autoptr (TrioClusterer) first = NULL;
  g_autoptr (TrioClustering) expected = NULL;
  static const guint threads[] = { 1, 2, 3, 7 };

  enlarge (board, 400);
  first = cluster (board, 400, NULL, 1);
  expected = trio_clusterer_cut (first, 0);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (TrioClusterer) again = cluster (board, 400, NULL, threads[i]);
      g_autoptr (TrioClustering) clustering = trio_clusterer_cut (again, 0);

      assert_same_clusters (expected, clustering, 400);
    }
}

/* Every note is in one cluster or loose; members, sizes, centres and order fit together. */
static void
assert_sound (TrioClustering *clustering, guint n)
{
  g_autofree guint *seen = g_new0 (guint, n);
  guint last = G_MAXUINT;

  for (guint c = 0; c < trio_clustering_get_n_clusters (clustering); c++)
    {
      const TrioProposal *proposal = trio_clustering_get_cluster (clustering, c);
      gboolean has_central = FALSE;

      g_assert_cmpuint (proposal->n_notes, <=, last);
      last = proposal->n_notes;
      g_assert_true (proposal->strength >= 0 && proposal->strength <= 1);
      for (guint i = 0; i < proposal->n_notes; i++)
        {
          g_assert_cmpint (trio_clustering_get_cluster_of (clustering, proposal->notes[i]), ==, c);
          g_assert_cmpuint (seen[proposal->notes[i]]++, ==, 0);
          has_central = has_central || proposal->notes[i] == proposal->central;
        }
      g_assert_true (has_central);
    }
  for (guint i = 0; i < n; i++)
    g_assert_true (seen[i] == 1 || trio_clustering_get_cluster_of (clustering, i) == -1);
}

static void
test_granularity (void)
{
  g_autoptr (Board) board = new_board ("en");
  guint n = board->texts->len, last = 0;
  g_autoptr (TrioClusterer) clusterer = cluster (board, n, NULL, 0);

  g_assert_cmpfloat_with_epsilon (trio_clusterer_get_height (clusterer, 0.5), 1.2, 1e-9);
  for (guint step = 0; step <= 4; step++)
    {
      g_autoptr (TrioClustering) clustering
          = trio_clusterer_cut (clusterer, trio_clusterer_get_height (clusterer, step / 4.0));
      guint n_groups = trio_clustering_get_n_clusters (clustering);

      assert_sound (clustering, n);
      for (guint i = 0; i < n; i++)
        n_groups += trio_clustering_get_cluster_of (clustering, i) < 0;
      g_assert_cmpuint (n_groups, >, last);
      last = n_groups;
    }
}

static void
test_number_of_clusters (void)
{
  g_autoptr (Board) board = new_board ("en");
  guint n = board->texts->len;
  g_autoptr (TrioClusterer) clusterer = cluster (board, n, NULL, 0);
  static const guint wanted[] = { 1, 2, 7, 60, 1000 };

  for (guint w = 0; w < G_N_ELEMENTS (wanted); w++)
    {
      g_autoptr (TrioClustering) clustering = trio_clusterer_cut_into (clusterer, wanted[w]);

      assert_sound (clustering, n);
      g_assert_cmpuint (trio_clustering_get_n_clusters (clustering), <=, MIN (wanted[w], n));
      g_assert_cmpuint (trio_clustering_get_n_clusters (clustering), >=,
                        MIN (wanted[w], n) * 2 / 3);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (trio_clustering_get_cluster_of (clustering, i), >=, 0);
    }
}

static void
test_pins (void)
{
  g_autoptr (Board) board = new_board ("da");
  guint n = board->texts->len;
  g_autofree int *pins = g_new (int, n);

  for (guint step = 0; step <= 4; step++)
    {
      g_autoptr (TrioClusterer) clusterer = NULL;
      g_autoptr (TrioClustering) clustering = NULL;
      GHashTable *clusters;

      for (guint i = 0; i < n; i++)
        pins[i] = i % 3 == 0 ? (int)(100 + i % 4) : -1;
      clusterer = cluster (board, n, pins, 0);
      clustering
          = trio_clusterer_cut (clusterer, trio_clusterer_get_height (clusterer, step / 4.0));
      assert_sound (clustering, n);
      clusters = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < n; i++)
        {
          int at = trio_clustering_get_cluster_of (clustering, i);

          if (pins[i] < 0)
            continue;
          g_assert_cmpint (at, >=, 0);
          g_assert_cmpint (trio_clustering_get_cluster (clustering, at)->pin, ==, pins[i]);
          g_hash_table_add (clusters, GINT_TO_POINTER (at));
        }
      g_assert_cmpuint (g_hash_table_size (clusters), ==, 4);
      g_hash_table_unref (clusters);
    }
}

static void
test_too_few (void)
{
  g_autoptr (Board) board = new_board ("da");

  for (guint n = 0; n < TRIO_CLUSTERER_FEWEST_NOTES; n++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (trio_clusterer_new (board->lexicon, (const char *const *)board->texts->pdata,
                                         n, NULL, 0, NULL, &error));
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
    }
}

static void
test_odd_notes (void)
{
  const char *texts[] = { "", "", "…", "12", "og", "og", "Møder", "møder!", "👩", "x" };
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new_with ("da", NULL, NULL);
  g_autoptr (TrioClusterer) clusterer
      = trio_clusterer_new (lexicon, texts, G_N_ELEMENTS (texts), NULL, 0, NULL, NULL);
  g_autoptr (TrioClustering) clustering = trio_clusterer_cut (clusterer, 0);

  assert_sound (clustering, G_N_ELEMENTS (texts));
  g_assert_cmpint (trio_clustering_get_cluster_of (clustering, 0), ==, -1);
  g_assert_cmpint (trio_clustering_get_cluster_of (clustering, 6), >=, 0);
  g_assert_cmpint (trio_clustering_get_cluster_of (clustering, 6), ==,
                   trio_clustering_get_cluster_of (clustering, 7));
}

static void
test_place (void)
{
  g_autoptr (Board) board = new_board ("da");
  guint n = board->texts->len;
  g_autoptr (TrioClusterer) clusterer = cluster (board, n, NULL, 0);
  g_autoptr (TrioClustering) clustering = trio_clusterer_cut (clusterer, 0);
  guint right = 0, placed = 0;

  for (guint i = 0; i < n; i++)
    {
      int own = trio_clustering_get_cluster_of (clustering, i);
      double fit;

      if (own < 0)
        continue;
      placed++;
      right += trio_clustering_place (clustering, clusterer, board->lexicon, board->texts->pdata[i],
                                      &fit)
               == own;
      g_assert_cmpfloat (fit, >, 0);
    }
  g_assert_cmpuint (right, ==, placed);
  g_assert_cmpint (trio_clustering_place (clustering, clusterer, board->lexicon, "", NULL), ==, -1);
}

static void
test_more_like_these (void)
{
  g_autoptr (Board) board = new_board ("da");
  g_autoptr (TrioClusterer) clusterer = cluster (board, board->texts->len, NULL, 0);
  const guint selected[] = { 6 }; /* less double documentation, also written as three words */
  g_autoptr (GArray) more = trio_clusterer_find_more (clusterer, selected, 1, 3);
  g_autoptr (GArray) none = trio_clusterer_find_more (clusterer, selected, 0, 3);

  g_assert_cmpuint (more->len, >=, 1);
  g_assert_cmpuint (more->len, <=, 3);
  g_assert_cmpuint (g_array_index (more, guint, 0), ==, 9);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Both ways to regroup do the same, and the one for large boards also finds places for strangers. */
static void
test_regroup_both_ways (void)
{
  g_autoptr (Board) board = new_board ("en");
  g_autoptr (TrioSpace) space = NULL;
  g_autoptr (TrioGroups) one = trio_groups_new (300);
  g_autoptr (TrioGroups) other = trio_groups_new (300);
  g_autofree float *matrix = g_new (float, 300 * 300);

  enlarge (board, 300);
  space = trio_space_new (board->lexicon, (const char *const *)board->texts->pdata, 300);
  for (guint i = 0; i < 300; i++)
    for (guint j = 0; j < 300; j++)
      matrix[i * 300 + j] = trio_space_compare (space, i, j);
  one->n_groups = other->n_groups = 12;
  for (guint i = 0; i < 300; i++)
    one->group_of[i] = other->group_of[i] = i * i % 12;
  trio_groups_count (one);
  trio_groups_count (other);
  trio_groups_regroup_matrix (one, matrix, NULL);
  g_assert_true (trio_groups_regroup_space (other, space, NULL, 2, NULL, NULL));
  g_assert_cmpuint (one->n_groups, ==, other->n_groups);
  g_assert_cmpmem (one->group_of, 300 * sizeof (guint32), other->group_of, 300 * sizeof (guint32));
}

/* Beyond 12,000 notes the tree is made of some of them; the others join the groups they are nearest
 * to, pinned clusters stay whole, and the result is the same again. */
static void
test_more_than_a_tree_holds (void)
{
  guint n = 12100;
  g_autoptr (Board) board = new_board ("en");
  g_autofree int *pins = g_new (int, n);
  g_autoptr (TrioClusterer) clusterer = NULL;
  g_autoptr (TrioClustering) one = NULL;
  g_autoptr (TrioClustering) other = NULL;
  guint loose = 0;

  enlarge (board, n);
  for (guint i = 0; i < n; i++)
    pins[i] = i % 5000 == 7 ? 3 : -1;
  clusterer = cluster (board, n, pins, 3);
  one = trio_clusterer_cut (clusterer, 0);
  other = trio_clusterer_cut (clusterer, 0);
  assert_sound (one, n);
  assert_same_clusters (one, other, n);
  for (guint i = 0; i < n; i++)
    loose += trio_clustering_get_cluster_of (one, i) < 0;
  g_assert_cmpuint (loose, <, n / 20);
  g_assert_cmpint (trio_clustering_get_cluster_of (one, 7), ==,
                   trio_clustering_get_cluster_of (one, 5007));
  g_assert_cmpint (trio_clustering_get_cluster (one, trio_clustering_get_cluster_of (one, 7))->pin,
                   ==, 3);
}

static void
test_names (gconstpointer lang)
{
  g_autoptr (Board) board = new_board (lang);
  g_autoptr (TrioClusterer) clusterer = cluster (board, board->texts->len, NULL, 0);
  g_autoptr (TrioClustering) clustering = trio_clusterer_cut (clusterer, 0);
  g_autoptr (TrioNamer) namer
      = trio_namer_new (trio_clusterer_get_space (clusterer), board->lexicon);

  for (guint c = 0; c < trio_clustering_get_n_clusters (clustering); c++)
    {
      const TrioProposal *proposal = trio_clustering_get_cluster (clustering, c);
      g_autoptr (TrioClusterName) name
          = trio_namer_name (namer, proposal->notes, proposal->n_notes);

      g_assert_nonnull (name->name);
      g_assert_true (g_unichar_isupper (g_utf8_get_char (name->name)));
      g_assert_cmpuint (g_strv_length (name->alternatives), <=, 3);
      g_assert_cmpuint (strlen (name->reason), >, 0);
    }
}

static void
test_cancel (void)
{
  g_autoptr (Board) board = new_board ("da");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (trio_clusterer_new (board->lexicon, (const char *const *)board->texts->pdata,
                                     board->texts->len, NULL, 2, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/clustering/similarities/da", "da", test_similarities);
  g_test_add_data_func ("/clustering/similarities/en", "en", test_similarities);
  g_test_add_data_func ("/clustering/known/da", "da", test_same_clusters);
  g_test_add_data_func ("/clustering/known/en", "en", test_same_clusters);
  g_test_add_func ("/clustering/threads", test_threads_change_nothing);
  g_test_add_func ("/clustering/granularity", test_granularity);
  g_test_add_func ("/clustering/number", test_number_of_clusters);
  g_test_add_func ("/clustering/pins", test_pins);
  g_test_add_func ("/clustering/too-few", test_too_few);
  g_test_add_func ("/clustering/odd-notes", test_odd_notes);
  g_test_add_func ("/clustering/place", test_place);
  g_test_add_func ("/clustering/more", test_more_like_these);
  g_test_add_func ("/clustering/regroup", test_regroup_both_ways);
  g_test_add_func ("/clustering/more-than-a-tree-holds", test_more_than_a_tree_holds);
  g_test_add_data_func ("/clustering/names/da", "da", test_names);
  g_test_add_data_func ("/clustering/names/en", "en", test_names);
  g_test_add_func ("/clustering/cancel", test_cancel);
  return g_test_run ();
}
