/* test-speller.c: which words are marked as misspelt, with small dictionaries made here. */
#include <glib/gstdio.h>

#include "base/trio-error.h"
#include "text/trio-speller.h"

typedef struct
{
  char *folder;
  char *affixes;
  char *words;
  TrioSpeller *speller;
} Fixture;

static void
write_file (const char *path, const char *text, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  g_file_set_contents (path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  const char *encoding = data != NULL ? data : "UTF-8";
  g_autofree char *rules = g_strdup_printf ("SET %s\nTRY aeørnt\n", encoding);
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("trio-speller-XXXXXX", &error);
  g_assert_no_error (error);
  f->affixes = g_build_filename (f->folder, "x.aff", NULL);
  f->words = g_build_filename (f->folder, "x.dic", NULL);
  write_file (f->affixes, rules, encoding);
  write_file (f->words, "5\ntid\nlære\nældre\nfår\nmed\n", encoding);
  f->speller = trio_speller_open (f->affixes, f->words, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  trio_speller_free (f->speller);
  g_unlink (f->affixes);
  g_unlink (f->words);
  g_rmdir (f->folder);
  g_free (f->affixes);
  g_free (f->words);
  g_free (f->folder);
}

static char *
mark (Fixture *f, const char *text)
{
  g_autoptr (GArray) errors = trio_speller_check (f->speller, text);
  GString *marked = g_string_new (NULL);

  for (guint i = 0; i < errors->len; i++)
    {
      TrioSpellingError *error = &g_array_index (errors, TrioSpellingError, i);

      g_string_append_printf (marked, "[%.*s]", (int)(error->end - error->start),
                              text + error->start);
    }
  return g_string_free (marked, FALSE);
}

static void
test_marks (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *marked;
  } cases[] = {
    { "Tid med ældre", "" },
    { "Tidd med ælder – lære", "[Tidd][ælder]" },
    { "AMR og TR", "[og]" },
    { "kl.8 den 3a, a@b.dk x", "[den]" },
    { "får/fåår (lære)", "[fåår]" },
    { "", "" },
    { "…–”’'", "" },
    { "😀 tid 日本", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (f, cases[i].text);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static void
test_suggests (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) words = trio_speller_suggest (f->speller, "lær");

  g_assert_cmpuint (g_strv_length (words), >=, 1);
  g_assert_true (g_strv_contains ((const char *const *)words, "lære"));
}

static void
test_accepts (Fixture *f, gconstpointer data)
{
  g_autofree char *marked = NULL;

  trio_speller_accept (f->speller, "TRIOdag");
  marked = mark (f, "TRIOdag tidd");
  g_assert_cmpstr (marked, ==, "[tidd]");
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trio_speller_find ("no_SUCH", &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, encoding, func) \
  g_test_add ("/speller/" name, Fixture, encoding, set_up, func, tear_down)
  ADD ("marks", NULL, test_marks);
  ADD ("marks-latin-1", "ISO8859-1", test_marks);
  ADD ("suggests", NULL, test_suggests);
  ADD ("suggests-latin-1", "ISO8859-1", test_suggests);
  ADD ("accepts", NULL, test_accepts);
  g_test_add_func ("/speller/missing", test_missing);
  return g_test_run ();
}
