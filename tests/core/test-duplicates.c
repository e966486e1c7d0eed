/* test-duplicates.c: what counts as nearly the same, and what does not. */
#include "clustering/trio-duplicates.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/duplicates/same", test_same);
  g_test_add_func ("/duplicates/different", test_different);
  g_test_add_func ("/duplicates/list", test_list);
  return g_test_run ();
}
