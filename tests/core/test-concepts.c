/* test-concepts.c: lists of words that belong to one matter, and what they do to meanings. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "base/trio-error.h"
#include "text/trio-lexicon.h"

#define HEAD "<concepts xmlns=\"urn:dk:trio:concepts:1\">"
#define RAIN                                                                                       \
  HEAD                                                                                             \
      "<concept id=\"rain\"><title xml:lang=\"da\"> Regn </title><words xml:lang=\"da\">skybrud\n" \
      "Regnvejr zqxv</words></concept></concepts>"

static TrioConcepts *
parse (const char *xml, const char *lang, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

  return trio_concepts_parse (bytes, "own.xml", lang, error);
}

static void
test_read (void)
{
  g_autoptr (TrioConcepts) da = parse (RAIN, "da", NULL);
  g_autoptr (TrioConcepts) en = parse (RAIN, "en", NULL);

  g_assert_cmpuint (trio_concepts_get_size (da), ==, 1);
  g_assert_cmpstr (trio_concepts_get_title (da, 0), ==, "Regn");
  g_assert_cmpuint (g_strv_length ((char **)trio_concepts_get_words (da, 0)), ==, 3);
  g_assert_cmpstr (trio_concepts_get_words (da, 0)[1], ==, "regnvejr");
  g_assert_cmpuint (trio_concepts_get_size (en), ==, 0);
}

static void
test_refuse (void)
{
  static const char *const bad[] = { "", "<concepts/>", "no xml", HEAD "<concept/></concepts>",
                                     HEAD "<concept id=\"a\"><title xml:lang=\"da\">A</title>"
                                          "<words xml:lang=\"xx\">a</words></concept></concepts>" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (bad[i], "da", &error));
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
      g_assert_nonnull (strstr (error->message, "own.xml"));
    }
}

static void
test_embedded (void)
{
  static const char *const langs[] = { "da", "en" };

  for (guint l = 0; l < G_N_ELEMENTS (langs); l++)
    {
      g_autoptr (TrioConcepts) concepts = trio_concepts_find (langs[l]);

      g_assert_cmpuint (trio_concepts_get_size (concepts), >, 40);
      for (guint c = 0; c < trio_concepts_get_size (concepts); c++)
        g_assert_cmpuint (g_strv_length ((char **)trio_concepts_get_words (concepts, c)), >, 4);
    }
}

/* The user's list goes first; one with a mistake is passed over. */
static void
test_own_list (void)
{
  g_autofree char *folder
      = g_build_filename (g_get_user_data_dir (), "trio-stations", "concepts", NULL);
  g_autofree char *path = g_build_filename (folder, "municipal.xml", NULL);
  g_autoptr (TrioConcepts) own = NULL;
  g_autoptr (TrioConcepts) embedded = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, RAIN, -1, NULL));
  own = trio_concepts_find ("da");
  g_assert_cmpuint (trio_concepts_get_size (own), ==, 1);
  g_assert_true (g_file_set_contents (path, "<concepts", -1, NULL));
  embedded = trio_concepts_find ("da");
  g_assert_cmpuint (trio_concepts_get_size (embedded), >, 40);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static double
cosine (TrioLexicon *lexicon, const char *a, const char *b)
{
  const float *x = trio_lexicon_lookup (lexicon, a)->direction;
  const float *y = trio_lexicon_lookup (lexicon, b)->direction;
  double sum = 0;

  g_assert_nonnull (x);
  g_assert_nonnull (y);
  for (guint d = 0; d < trio_lexicon_get_dimensions (lexicon); d++)
    sum += x[d] * y[d];
  return sum;
}

static TrioLexicon *
new_lexicon (void)
{
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "vectors", NULL);

  return trio_lexicon_new_with ("da", trio_vectors_find (folder, "da", NULL),
                                trio_word_list_find ("da_DK", NULL));
}

static void
test_bend (void)
{
  g_autoptr (TrioLexicon) plain = new_lexicon ();
  g_autoptr (TrioLexicon) lexicon = new_lexicon ();

  trio_lexicon_set_concepts (lexicon, trio_concepts_find ("da"));
  g_assert_cmpuint (trio_lexicon_lookup (plain, "cykel")->n_concepts, ==, 0);
  g_assert_cmpuint (trio_lexicon_lookup (lexicon, "cykel")->n_concepts, ==, 1);
  g_assert_cmpfloat (cosine (lexicon, "cykel", "tog"), >, cosine (plain, "cykel", "tog"));
  g_assert_cmpfloat_with_epsilon (cosine (lexicon, "cykel", "cykel"), 1, 1e-5);
  g_assert_null (trio_lexicon_lookup (plain, "zqxv")->direction);
}

/* A word that nobody knows points where its concept points, once it is listed. */
static void
test_unknown_word (void)
{
  g_autoptr (TrioLexicon) lexicon = new_lexicon ();

  trio_lexicon_set_concepts (lexicon, parse (RAIN, "da", NULL));
  g_assert_cmpfloat (cosine (lexicon, "zqxv", "skybrud"), >, 0.5);
  g_assert_null (trio_lexicon_lookup (lexicon, "zqxw")->direction);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/concepts/read", test_read);
  g_test_add_func ("/concepts/refuse", test_refuse);
  g_test_add_func ("/concepts/embedded", test_embedded);
  g_test_add_func ("/concepts/own-list", test_own_list);
  g_test_add_func ("/concepts/bend", test_bend);
  g_test_add_func ("/concepts/unknown-word", test_unknown_word);
  return g_test_run ();
}
