/* test-docx.c: the DOCX writer in process: same bytes, cancelling, pictures, addresses.
 *
 * What other programs say about the files is tried by tests/documents/check-docx.py.
 */
#include <locale.h>
#include <string.h>

#include "../documents/samples.h"
#include "base/trio-error.h"
#include "document/writers/trio-writer.h"
#include "document/writers/trio-writer-docx-private.h"

static void
test_repeat (void)
{
  for (const Sample *sample = samples; sample->name != NULL; sample++)
    {
      g_autoptr (TrioDoc) doc = sample->make ();
      g_autoptr (TrioDoc) again = sample->make ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = trio_writer_write (TRIO_FORMAT_DOCX, doc, NULL, &error);
      g_autoptr (GBytes) second = NULL;
      g_autoptr (GBytes) third = NULL;

      g_assert_no_error (error);
      second = trio_writer_write (TRIO_FORMAT_DOCX, doc, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, second));
      third = trio_writer_write (TRIO_FORMAT_DOCX, again, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, third));
      g_assert_cmpmem (g_bytes_get_data (first, NULL), 4, "PK\003\004", 4);
      g_assert_cmpmem ((const char *)g_bytes_get_data (first, NULL) + 30, 19, "[Content_Types].xml",
                       19);
    }
}

/* Any blocks in any order; the seed is that of the test run. */
static void
test_random (void)
{
  for (guint i = 0; i < 100; i++)
    {
      guint seed = (guint)g_test_rand_int ();
      g_autoptr (TrioDoc) doc = sample_random (seed);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = trio_writer_write (TRIO_FORMAT_DOCX, doc, NULL, &error);

      g_test_message ("document %u", seed);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 5000);
    }
}

static void
test_cancel (void)
{
  g_autoptr (TrioDoc) doc = sample_everything ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (trio_writer_write (TRIO_FORMAT_DOCX, doc, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_bad_picture (TrioDoc *doc)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trio_writer_write (TRIO_FORMAT_DOCX, doc, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "PNG"));
}

/* Each begins like a picture and is none. */
static void
test_pictures (void)
{
  static const char *const broken[] = {
    "\x89PNG\r\n\x1a\nIHDR",
    "\xff\xd8\xff\xe0\x7f\xff\xff\xff\xff\xff",
    "\xff\xd8\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
    "<svg",
    "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
    "GIF89a",
    "no picture at all",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (TrioDoc) with_figure = trio_doc_new ();
      g_autoptr (TrioDoc) with_logo = trio_doc_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i], strlen (broken[i]));

      trio_doc_append (with_figure, trio_block_new_figure (bytes, "image/png", "Et hus", 40, 0));
      assert_bad_picture (with_figure);
      trio_doc_set_logo (with_logo, bytes, "image/png", "Et skjold", 35, TRIO_LOGO_TOP_LEFT);
      assert_bad_picture (with_logo);
    }
}

static void
assert_link (const char *url, const char *target)
{
  g_autofree char *got = trio_markup_dup_link (url);

  g_assert_cmpstr (got, ==, target);
}

static void
test_links (void)
{
  assert_link ("https://example.org", "https://example.org");
  assert_link ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e");
  assert_link ("https://example.org:8080/å", "https://example.org:8080/%C3%A5");
  assert_link ("HTTP://Example.org/100%/%41%zz", "HTTP://example.org/100%25/A%25zz");
  assert_link ("http://rødgrød.example/", "http://xn--rdgrd-vuad.example/");
  assert_link ("mailto:a@example.org?subject=Æ", "mailto:a@example.org?subject=%C3%86");
  assert_link ("tel:+4512345678", "tel:+4512345678");

  assert_link (NULL, NULL);
  assert_link ("", NULL);
  assert_link ("example.org", NULL);
  assert_link ("http://", NULL);
  assert_link ("http:///path", NULL);
  assert_link ("http://user:secret@example.org/", NULL);
  assert_link ("http://a b.example/", NULL);
  assert_link ("http://[::1", NULL);
  assert_link ("http://example.org:99999/", NULL);
  assert_link ("mailto:nobody", NULL);
  assert_link ("javascript:alert(1)", NULL);
  assert_link ("file:///etc/passwd", NULL);
}

static void
assert_escaped (const char *text, const char *expected)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  trio_markup_escape (xml, text);
  g_assert_cmpstr (xml->str, ==, expected);
}

static void
test_escaping (void)
{
  assert_escaped (NULL, "");
  assert_escaped ("", "");
  assert_escaped ("a & <b> \"c\" 'd' ]]>", "a &amp; &lt;b&gt; &quot;c&quot; 'd' ]]&gt;");
  assert_escaped ("\001a\002\tb\nc\r\033", "a b c ");
  assert_escaped ("\xef\xbf\xbe\xef\xbf\xbfx\xef\xbf\xbd", "x\xef\xbf\xbd");
  assert_escaped ("a\xef\xbf", "a");
  assert_escaped ("æøå 👩‍👩‍👧", "æøå 👩‍👩‍👧");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/docx/repeat", test_repeat);
  g_test_add_func ("/docx/random", test_random);
  g_test_add_func ("/docx/cancel", test_cancel);
  g_test_add_func ("/docx/pictures", test_pictures);
  g_test_add_func ("/docx/links", test_links);
  g_test_add_func ("/docx/escaping", test_escaping);
  return g_test_run ();
}
