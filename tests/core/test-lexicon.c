/* test-lexicon.c: words, languages, word files and compounds. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "base/trio-error.h"
#include "text/trio-compound.h"
#include "text/trio-language.h"
#include "text/trio-lexicon.h"
#include "text/trio-tokens.h"

static char *
vectors_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "..", "data", "vectors", NULL);
}

static void
assert_words (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) tokens = trio_tokens_split (text);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            ((TrioToken *)tokens->pdata[i])->word);
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_tokens (void)
{
  assert_words ("", "");
  assert_words ("Tid til ÆBLER – og 12 æg!", "tid til æbler og æg");
  assert_words ("we don’t, they can't", "we dont they cant");
  assert_words ("'quoted' a b 'words'", "quoted words");
  assert_words ("IT/medarbejder_ven 4-dages 2023", "it medarbejder ven dages");
  assert_words ("a\xCC\x8A"
                "ben",
                "åben");
  assert_words ("👩 team🎉 e-mail", "team mail");
}

static void
test_tokens_keep_what_was_written (void)
{
  g_autoptr (GPtrArray) tokens = trio_tokens_split ("MED-udvalget");

  g_assert_cmpuint (tokens->len, ==, 2);
  g_assert_cmpstr (((TrioToken *)tokens->pdata[0])->written, ==, "MED");
  g_assert_cmpstr (((TrioToken *)tokens->pdata[0])->word, ==, "med");
}

static void
test_language (void)
{
  const char *danish[] = { "Vi skal have tid til borgeren", "Mindre dokumentation" };
  const char *english[] = { "We need time for the residents", "Less paperwork" };
  const char *unclear[] = { "Feedback", "Teams" };

  g_assert_cmpstr (trio_language_recognise (danish, 2), ==, "da");
  g_assert_cmpstr (trio_language_recognise (english, 2), ==, "en");
  g_assert_cmpstr (trio_language_recognise (unclear, 2), ==, "da");
  g_assert_cmpstr (trio_language_recognise (NULL, 0), ==, "da");
}

static void
test_reads_without_stop_words (void)
{
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new_with ("da", NULL, NULL);
  g_autoptr (GArray) words = trio_lexicon_read (lexicon, "Mere tid til borgerne");
  g_autoptr (GArray) only_stop_words = trio_lexicon_read (lexicon, "Mere og mere");

  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpstr (g_array_index (words, TrioWordUse, 0).word->text, ==, "tid");
  g_assert_cmpstr (g_array_index (words, TrioWordUse, 1).word->stem, ==, "borg");
  g_assert_cmpuint (g_array_index (words, TrioWordUse, 1).position, ==, 3);
  g_assert_cmpuint (only_stop_words->len, ==, 3);
}

static void
test_works_without_anything_installed (void)
{
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new_with ("da", NULL, NULL);
  const TrioWord *word = trio_lexicon_lookup (lexicon, "mødekultur");

  g_assert_cmpuint (trio_lexicon_get_dimensions (lexicon), ==, 0);
  g_assert_null (word->direction);
  g_assert_cmpuint (word->n_parts, ==, 0);
  g_assert_cmpfloat (word->weight, ==, 1);
}

static void
test_vectors (void)
{
  g_autofree char *folder = vectors_folder ();
  g_autoptr (GError) error = NULL;
  const struct
  {
    const char *lang;
    guint size;
    const char *common;
    const char *rare;
  } files[] = { { "da", 21183, "borg", "lift" }, { "en", 18238, "peopl", "parsley" } };

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autoptr (TrioVectors) vectors = trio_vectors_find (folder, files[f].lang, &error);
      float direction[256];
      double length = 0;

      g_assert_no_error (error);
      g_assert_cmpuint (trio_vectors_get_size (vectors), ==, files[f].size);
      g_assert_cmpuint (trio_vectors_get_dimensions (vectors), ==, 80);
      g_assert_true (trio_vectors_get_direction (vectors, files[f].common, direction));
      for (guint d = 0; d < 80; d++)
        length += direction[d] * direction[d];
      g_assert_cmpfloat_with_epsilon (length, 1, 1e-5);
      g_assert_cmpfloat (trio_vectors_get_weight (vectors, files[f].common), <,
                         trio_vectors_get_weight (vectors, files[f].rare));
      g_assert_cmpfloat (trio_vectors_get_weight (vectors, "qqqqq"), ==, 1);
      g_assert_cmpuint (trio_vectors_get_count (vectors, "qqqqq"), ==, 0);
      g_assert_false (trio_vectors_get_direction (vectors, "", direction));
    }
  g_assert_null (trio_vectors_find (folder, "xx", &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
}

/* Two stems of eight dimensions, "ab" seen 4 times and "abe" seen 5 times. */
static GByteArray *
small_file (void)
{
  static const guint8 start[] = "SNVEC1\n\2\0\0\0\10\0\0\0\11\0\0\0\0\0\0\0"
                                "\2ab\4\0\0\0\3abe\5\0\0\0";
  static const guint8 row[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, start, sizeof start - 1);
  g_byte_array_append (bytes, row, sizeof row);
  g_byte_array_append (bytes, row, sizeof row);
  return bytes;
}

static TrioVectors *
open_bytes (GByteArray *bytes, gsize length, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "trio-vectors-XXXXXX", NULL);
  TrioVectors *vectors;

  g_close (g_mkstemp (path), NULL);
  g_assert_true (g_file_set_contents (path, (const char *)bytes->data, length, NULL));
  vectors = trio_vectors_open (path, error);
  g_unlink (path);
  return vectors;
}

static void
test_vectors_refuse_damage (void)
{
  static const struct
  {
    guint offset;
    guint8 value;
  } damages[] = {
    { 0, 'X' },   /* magic */
    { 7, 3 },     /* one word more than there are */
    { 10, 255 },  /* far too many words */
    { 11, 7 },    /* too few dimensions */
    { 12, 2 },    /* too many dimensions */
    { 15, 10 },   /* sum of counts */
    { 23, 0 },    /* no length */
    { 24, 'A' },  /* capital letter */
    { 24, 0xFF }, /* no UTF-8 */
    { 24, 'b' },  /* not in order */
    { 26, 0 },    /* no count */
    { 38, 0x80 }, /* number out of range */
  };
  g_autoptr (GByteArray) sound = small_file ();
  g_autoptr (TrioVectors) vectors = NULL;
  g_autoptr (GError) error = NULL;

  vectors = open_bytes (sound, sound->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trio_vectors_get_count (vectors, "ab"), ==, 4);
  g_assert_cmpuint (trio_vectors_get_count (vectors, "abe"), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GByteArray) bytes = small_file ();

      bytes->data[damages[i].offset] = damages[i].value;
      g_assert_null (open_bytes (bytes, bytes->len, &error));
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED);
      g_clear_error (&error);
    }
  for (gsize length = 0; length < sound->len; length++)
    {
      g_assert_null (open_bytes (sound, length, &error));
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED);
      g_clear_error (&error);
    }
}

static void
test_vectors_refuse_rows_without_direction (void)
{
  g_autoptr (GByteArray) bytes = small_file ();
  g_autoptr (GError) error = NULL;

  memset (bytes->data + bytes->len - 8, 0, 8);
  g_assert_null (open_bytes (bytes, bytes->len, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED);
}

static void
test_compounds (void)
{
  g_autofree char *folder = vectors_folder ();
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new ("da", folder);
  static const char *const words[][2] = {
    { "velfærdsteknologi", "velfærd teknologi" },
    { "mødekultur", "møde kultur" },
    { "sygefravær", "syge fravær" },
    { "kommunikation", "" },
    { "tid", "" },
  };

  if (trio_lexicon_get_word_list (lexicon) == NULL)
    {
      g_test_skip ("the Danish dictionary of hunspell is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *parts = g_strjoinv (" ", trio_lexicon_lookup (lexicon, words[i][0])->parts);

      g_assert_cmpstr (parts, ==, words[i][1]);
    }
}

/* A compound that the word file does not know takes its direction from its parts. */
static void
test_compounds_have_a_direction (void)
{
  g_autofree char *folder = vectors_folder ();
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new ("da", folder);
  const TrioWord *word;

  if (trio_lexicon_get_word_list (lexicon) == NULL)
    {
      g_test_skip ("the Danish dictionary of hunspell is not installed");
      return;
    }
  word = trio_lexicon_lookup (lexicon, "ledelsesrum");
  g_assert_cmpuint (trio_vectors_get_count (trio_lexicon_get_vectors (lexicon), word->stem), ==, 0);
  g_assert_cmpuint (word->n_parts, >=, 2);
  g_assert_nonnull (word->direction);
}

static void
test_missing_dictionary (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trio_word_list_find ("xx_YY", &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
}

static void
test_word_list (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "trio-words-XXXXXX", NULL);
  g_autoptr (TrioWordList) list = NULL;

  g_close (g_mkstemp (path), NULL);
  g_assert_true (
      g_file_set_contents (path, "4\nabe/12,3\nBil/4\r\nad hoc\n\xff\xff\xff\nær\nbørn", -1, NULL));
  list = trio_word_list_open (path, NULL);
  g_unlink (path);
  g_assert_cmpuint (trio_word_list_get_size (list), ==, 2);
  g_assert_true (trio_word_list_contains (list, "abe"));
  g_assert_true (trio_word_list_contains (list, "børn"));
  g_assert_false (trio_word_list_contains (list, "bil"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lexicon/tokens", test_tokens);
  g_test_add_func ("/lexicon/tokens-as-written", test_tokens_keep_what_was_written);
  g_test_add_func ("/lexicon/language", test_language);
  g_test_add_func ("/lexicon/stop-words", test_reads_without_stop_words);
  g_test_add_func ("/lexicon/nothing-installed", test_works_without_anything_installed);
  g_test_add_func ("/lexicon/vectors", test_vectors);
  g_test_add_func ("/lexicon/vectors-damaged", test_vectors_refuse_damage);
  g_test_add_func ("/lexicon/vectors-no-direction", test_vectors_refuse_rows_without_direction);
  g_test_add_func ("/lexicon/compounds", test_compounds);
  g_test_add_func ("/lexicon/compound-direction", test_compounds_have_a_direction);
  g_test_add_func ("/lexicon/missing-dictionary", test_missing_dictionary);
  g_test_add_func ("/lexicon/word-list", test_word_list);
  return g_test_run ();
}
