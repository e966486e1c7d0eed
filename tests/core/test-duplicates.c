/* test-duplicates.c: what counts as nearly the same, and what does not. */
#include "clustering/trio-duplicates.h"
#include "note-changes.h"

static double
likeness (const char *a, const char *b)
{
  g_autoptr (TrioDuplicates) duplicates = trio_duplicates_new ();
  g_autoptr (GArray) found = NULL;

  trio_duplicates_add (duplicates, a);
  found = trio_duplicates_find (duplicates, b);
  return found->len > 0 ? g_array_index (found, TrioDuplicate, 0).likeness : 0;
}

static void
test_same (void)
{
  g_assert_cmpfloat (likeness ("Mere tid til borgeren", "mere TID til borgeren!"), ==, 1);
  g_assert_cmpfloat (likeness ("Mindre dobbeltdokumentation", "Mindre dobbelt dokumentation"), >=,
                     0.7);
  g_assert_cmpfloat (
      likeness ("Fast kontaktperson for borgeren", "Én fast kontaktperson for borgeren"), >=, 0.7);
  g_assert_cmpfloat (likeness ("Mere samarbejde på tværs", "Mere samarbjde på tværs"), >=, 0.7);
  g_assert_cmpfloat (likeness ("Tid nok til oplæring", "Nok tid til oplæring"), >=, 0.7);
}

static void
test_different (void)
{
  g_assert_cmpfloat (likeness ("Lokale fødevarer", "Lokale råvarer"), ==, 0);
  g_assert_cmpfloat (likeness ("Mere tid til borgeren", "Mindre dokumentation"), ==, 0);
  g_assert_cmpfloat (likeness ("", ""), ==, 0);
  g_assert_cmpfloat (likeness ("…", "12"), ==, 0);
}

static void
test_list (void)
{
  const char *texts[]
      = { "Færre møder", "Mere tid til oplæring", "Nye stole", "mere tid til oplæring.",
          "FÆRRE MØDER", "Mere tid til oplæring" };
  g_autoptr (GArray) pairs = trio_duplicates_list (texts, G_N_ELEMENTS (texts));
  static const guint expected[][2] = { { 0, 4 }, { 1, 3 }, { 1, 5 }, { 3, 5 } };

  g_assert_cmpuint (pairs->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < pairs->len; i++)
    {
      g_assert_cmpuint (g_array_index (pairs, TrioDuplicate, i).a, ==, expected[i][0]);
      g_assert_cmpuint (g_array_index (pairs, TrioDuplicate, i).b, ==, expected[i][1]);
      g_assert_cmpfloat (g_array_index (pairs, TrioDuplicate, i).likeness, ==, 1);
    }
}

static GStrv
read_sample (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "sample", "da", "inputs.txt", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) >= 3)
      g_strv_builder_add (notes, lines[i]);
  return g_strv_builder_end (notes);
}

/* The changes are random, but the same on every run, so that a share can be asserted. */
static void
test_rates (void)
{
  static const double fewest[N_NOTE_CHANGES] = { 1, 0.98, 0.84, 1, 0.94, 1 };
  g_auto (GStrv) notes = read_sample ();
  g_autoptr (TrioLexicon) lexicon
      = trio_lexicon_new_with ("da", NULL, trio_word_list_find ("da_DK", NULL));

  g_assert_cmpuint (g_strv_length (notes), >, 50);
  for (NoteChange change = 0; change < N_NOTE_CHANGES; change++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (change);
      guint n = 0, found = 0;

      for (guint i = 0; notes[i] != NULL; i++)
        {
          g_autofree char *changed = change_note (notes[i], change, random, lexicon);

          if (changed == NULL)
            continue;
          n++;
          found += likeness (notes[i], changed) > 0;
        }
      g_test_message ("%s: %u of %u", note_change_names[change], found, n);
      g_assert_cmpfloat (found, >=, fewest[change] * n);
    }
}

/* The same pairs each time, and whatever stands before what. */
static void
test_determinism (void)
{
  g_auto (GStrv) notes = read_sample ();
  guint n = g_strv_length (notes);
  g_autofree const char **backwards = g_new (const char *, n);
  g_autoptr (GArray) first = trio_duplicates_list ((const char *const *)notes, n);
  g_autoptr (GArray) again = trio_duplicates_list ((const char *const *)notes, n);
  g_autoptr (GArray) reversed = NULL;
  guint same = 0;

  g_assert_cmpuint (first->len, >, 0);
  g_assert_cmpmem (first->data, first->len * sizeof (TrioDuplicate), again->data,
                   again->len * sizeof (TrioDuplicate));
  for (guint i = 0; i < n; i++)
    backwards[i] = notes[n - 1 - i];
  reversed = trio_duplicates_list (backwards, n);
  g_assert_cmpuint (reversed->len, ==, first->len);
  for (guint i = 0; i < first->len; i++)
    for (guint j = 0; j < first->len; j++)
      {
        const TrioDuplicate *x = &g_array_index (first, TrioDuplicate, i);
        const TrioDuplicate *y = &g_array_index (reversed, TrioDuplicate, j);

        same += x->a == n - 1 - y->b && x->b == n - 1 - y->a && x->likeness == y->likeness;
      }
  g_assert_cmpuint (same, ==, first->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/duplicates/same", test_same);
  g_test_add_func ("/duplicates/different", test_different);
  g_test_add_func ("/duplicates/list", test_list);
  g_test_add_func ("/duplicates/rates", test_rates);
  g_test_add_func ("/duplicates/determinism", test_determinism);
  return g_test_run ();
}
