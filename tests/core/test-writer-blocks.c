/* test-writer-blocks.c: every format says the same as the tree, block by block. */
#include <locale.h>
#include <string.h>

#include "base/trio-text.h"
#include "doc-fixtures.h"
#include "doc-readers.h"
#include "document/writers/trio-writer.h"

static GBytes *
write_doc (TrioFormat format, TrioDoc *doc)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = trio_writer_write (format, doc, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static void
compare (TrioDoc *doc, TrioFormat format, GPtrArray *(*reader) (GBytes *bytes))
{
  g_autoptr (GBytes) bytes = write_doc (format, doc);
  g_autoptr (GPtrArray) expected = list_rows (doc);
  g_autoptr (GPtrArray) got = reader (bytes);

  assert_rows (got, expected);
}

static void
compare_notats (TrioFormat format, GPtrArray *(*reader) (GBytes *bytes))
{
  static const guint counts[] = { 0, 1, 36, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (TrioDoc) plain = make_notat ("da", counts[i], FALSE);
      g_autoptr (TrioDoc) grouped = make_notat ("en", counts[i], TRUE);

      compare (plain, format, reader);
      compare (grouped, format, reader);
    }
}

static void
test_html (void)
{
  compare_notats (TRIO_FORMAT_HTML, read_html);
}

static void
test_markdown (void)
{
  if (!can_read_markdown ())
    {
      g_test_skip ("cmark is not installed");
      return;
    }
  compare_notats (TRIO_FORMAT_MARKDOWN, read_markdown);
}

static void
test_text (void)
{
  compare_notats (TRIO_FORMAT_TEXT, read_text);
}

static void
test_hostile_html (void)
{
  g_autoptr (TrioDoc) doc = make_hostile ();

  compare (doc, TRIO_FORMAT_HTML, read_html);
}

static void
test_hostile_markdown (void)
{
  g_autoptr (TrioDoc) doc = make_hostile ();

  if (!can_read_markdown ())
    {
      g_test_skip ("cmark is not installed");
      return;
    }
  compare (doc, TRIO_FORMAT_MARKDOWN, read_markdown);
}

/* Text has no escapes; what counts is that all words are there, in order. */
static void
test_hostile_text (void)
{
  g_autoptr (TrioDoc) doc = make_hostile ();
  g_autoptr (GBytes) bytes = write_doc (TRIO_FORMAT_TEXT, doc);
  g_autofree char *file = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *words = squeeze (file);
  g_autofree char *clean = trio_text_clean (hostile_text, -1, TRIO_TEXT_NO_SOFT_HYPHENS);
  g_autofree char *wanted = squeeze (clean);
  guint n = 0;

  g_assert_true (g_utf8_validate (file, -1, NULL));
  for (const char *p = words; (p = strstr (p, wanted)) != NULL; p++)
    n++;
  /* Title, meta, heading, three paragraphs, two items, box and what is in it. */
  g_assert_cmpuint (n, ==, 10);
}

/* A cell is the text again once the apostrophe of a formula is gone. */
static void
assert_cell (const char *cell, const char *text)
{
  g_autofree char *clean = trio_text_clean (text, -1, TRIO_TEXT_NO_SOFT_HYPHENS);

  g_assert_null (strchr ("=+@", cell[0] != '\0' ? cell[0] : ' '));
  g_assert_cmpstr (cell[0] == '\'' ? cell + 1 : cell, ==, clean);
}

static void
test_hostile_csv (void)
{
  static const char *const texts[] = { hostile_text, NULL, "- streg", "=1+1", "", "{" };
  g_autoptr (TrioDoc) doc = make_hostile ();
  g_autoptr (GBytes) bytes = write_doc (TRIO_FORMAT_CSV, doc);
  g_autoptr (GPtrArray) rows = read_csv (bytes);

  g_assert_cmpuint (rows->len, ==, 1 + G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows->pdata[i + 1], "\037", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 9);
      g_assert_cmpstr (cells[0], ==, "1");
      if (texts[i] != NULL)
        assert_cell (cells[3], texts[i]);
      else
        g_assert_cmpuint (strlen (cells[3]), ==, 10000);
    }
}

static void
test_csv_rows (void)
{
  g_autoptr (TrioDoc) doc = make_notat ("da", 36, TRUE);
  g_autoptr (GBytes) bytes = write_doc (TRIO_FORMAT_CSV, doc);
  g_autoptr (GPtrArray) rows = read_csv (bytes);
  g_auto (GStrv) cells = g_strsplit (rows->pdata[1], "\037", -1);

  g_assert_cmpuint (rows->len, ==, 37);
  g_assert_cmpstr (cells[1], ==, "Blik for borgeren");
  g_assert_cmpstr (cells[8], ==, "note-0");
}

/* The same tree gives the same bytes whatever the process believes about its surroundings. */
static void
test_repeat (void)
{
  static const char *const locales[] = { "C.UTF-8", "da_DK.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8" };
  g_autoptr (TrioDoc) doc = make_notat ("da", 36, TRUE);
  g_autoptr (TrioDoc) again = make_notat ("da", 36, TRUE);
  GBytes *first[TRIO_N_FORMATS];

  for (guint f = 0; f < TRIO_N_FORMATS; f++)
    first[f] = write_doc ((TrioFormat)f, doc);
  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  g_setenv ("HOME", "/nowhere", TRUE);
  for (guint l = 0; l < G_N_ELEMENTS (locales); l++)
    {
      if (setlocale (LC_ALL, locales[l]) == NULL)
        continue;
      for (guint f = 0; f < TRIO_N_FORMATS; f++)
        {
          g_autoptr (GBytes) bytes = write_doc ((TrioFormat)f, again);

          g_assert_true (g_bytes_equal (bytes, first[f]));
        }
    }
  setlocale (LC_ALL, "C");
  for (guint f = 0; f < TRIO_N_FORMATS; f++)
    g_bytes_unref (first[f]);
}

/* Time is reported, not judged. */
static void
test_many (void)
{
  g_autoptr (TrioDoc) doc = make_notat ("da", 10000, FALSE);

  for (guint f = 0; f < TRIO_N_FORMATS; f++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GBytes) bytes = write_doc ((TrioFormat)f, doc);

      g_test_message ("%s: %.1f ms, %" G_GSIZE_FORMAT " bytes", trio_format_get_id ((TrioFormat)f),
                      (g_get_monotonic_time () - start) / 1000.0, g_bytes_get_size (bytes));
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/writer-blocks/html", test_html);
  g_test_add_func ("/writer-blocks/markdown", test_markdown);
  g_test_add_func ("/writer-blocks/text", test_text);
  g_test_add_func ("/writer-blocks/csv", test_csv_rows);
  g_test_add_func ("/writer-blocks/hostile/html", test_hostile_html);
  g_test_add_func ("/writer-blocks/hostile/markdown", test_hostile_markdown);
  g_test_add_func ("/writer-blocks/hostile/text", test_hostile_text);
  g_test_add_func ("/writer-blocks/hostile/csv", test_hostile_csv);
  g_test_add_func ("/writer-blocks/repeat", test_repeat);
  g_test_add_func ("/writer-blocks/many", test_many);

  return g_test_run ();
}
