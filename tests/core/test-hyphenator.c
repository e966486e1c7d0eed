/* test-hyphenator.c: where long words are divided, with small patterns made here. */
#include <glib/gstdio.h>
#include <string.h>

#include "base/trio-error.h"
#include "text/trio-hyphenator.h"

typedef struct
{
  char *folder;
  char *path;
  TrioHyphenator *hyphenator;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const char *encoding = data;
  g_autofree char *patterns = g_strdup_printf ("%s\nt1d\nu1m\ns1m\nø1r\n1tion\n", encoding);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  f->folder = g_dir_make_tmp ("trio-hyphenator-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "hyph_x.dic", NULL);
  bytes = g_convert (patterns, -1, encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (f->path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
  f->hyphenator = trio_hyphenator_open (f->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  trio_hyphenator_free (f->hyphenator);
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

/* The text with a bar where a word may be divided. */
static char *
divide (TrioHyphenator *hyphenator, const char *text, guint least)
{
  g_autofree char *soft = trio_hyphenator_soften (hyphenator, text, least);
  g_auto (GStrv) parts = g_strsplit (soft, "\302\255", -1);

  return g_strjoinv ("|", parts);
}

static void
assert_divided (Fixture *f, const char *text, const char *expected)
{
  g_autofree char *divided = divide (f->hyphenator, text, 10);

  g_assert_cmpstr (divided, ==, expected);
}

static void
test_patterns (Fixture *f, gconstpointer data)
{
  assert_divided (f, "Mindre dobbeltdokumentation!", "Mindre dobbelt|doku|menta|tion!");
  assert_divided (f, "ARBEJDSMILJØREPRÆSENTANT", "ARBEJDS|MILJØ|REPRÆSENTANT");
  /* Short words, and what no pattern or no letter of the encoding knows. */
  assert_divided (f, "doku menta tion", "doku menta tion");
  assert_divided (f, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa");
  assert_divided (f, "dobbelt-dokumentation 2025", "dobbelt-doku|menta|tion 2025");
  assert_divided (f, "", "");
  assert_divided (f, "🙂🙂 – “tak”", "🙂🙂 – “tak”");
}

static void
test_letters_are_kept (Fixture *f, gconstpointer data)
{
  static const char *const letters[]
      = { "a", "t", "d", "u", "m", "ø", "Ø", "æ", "ß", "İ", "ł", "日", "-", " ", "7", "\302\255" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *divided = NULL;
      g_auto (GStrv) before = NULL;
      g_auto (GStrv) after = NULL;
      g_autofree char *left = NULL;
      g_autofree char *right = NULL;

      for (gint n = g_rand_int_range (random, 0, 130); n > 0; n--)
        g_string_append (text, letters[g_rand_int_range (random, 0, G_N_ELEMENTS (letters))]);
      divided = trio_hyphenator_soften (f->hyphenator, text->str, 5);
      before = g_strsplit (text->str, "\302\255", -1);
      after = g_strsplit (divided, "\302\255", -1);
      left = g_strjoinv ("", before);
      right = g_strjoinv ("", after);
      g_assert_cmpstr (left, ==, right);
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trio_hyphenator_open ("/nowhere/hyph_x.dic", &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nowhere/hyph_x.dic"));
}

static void
test_installed (void)
{
  g_autoptr (TrioHyphenator) danish = trio_hyphenator_find ("da");
  g_autoptr (TrioHyphenator) english = trio_hyphenator_find ("en");
  g_autofree char *word = NULL;

  if (danish == NULL || english == NULL)
    {
      g_test_skip ("no hyphenation patterns are installed");
      return;
    }
  word = divide (danish, "dobbeltdokumentation", 10);
  g_assert_nonnull (strstr (word, "|do"));
  g_clear_pointer (&word, g_free);
  word = divide (english, "responsibility", 10);
  g_assert_nonnull (strstr (word, "spon|si"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/hyphenator/patterns/utf-8", Fixture, "UTF-8", set_up, test_patterns, tear_down);
  g_test_add ("/hyphenator/patterns/latin-1", Fixture, "ISO8859-1", set_up, test_patterns,
              tear_down);
  g_test_add ("/hyphenator/letters/utf-8", Fixture, "UTF-8", set_up, test_letters_are_kept,
              tear_down);
  g_test_add ("/hyphenator/letters/latin-1", Fixture, "ISO8859-1", set_up, test_letters_are_kept,
              tear_down);
  g_test_add_func ("/hyphenator/missing", test_missing);
  g_test_add_func ("/hyphenator/installed", test_installed);
  return g_test_run ();
}
