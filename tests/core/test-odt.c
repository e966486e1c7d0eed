/* test-odt.c: the ODT writer in process: same bytes, its type at byte 30, cancelling, speed.
 *
 * What other programs say about the files is tried by tests/documents/check-odt.py.
 */
#include <locale.h>
#include <string.h>

#include "../documents/samples.h"
#include "base/trio-error.h"
#include "document/writers/trio-writer.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"

static void
test_repeat (void)
{
  for (const Sample *sample = samples; sample->name != NULL; sample++)
    {
      g_autoptr (TrioDoc) doc = sample->make ();
      g_autoptr (TrioDoc) again = sample->make ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = trio_writer_write (TRIO_FORMAT_ODT, doc, NULL, &error);
      g_autoptr (GBytes) second = NULL;
      const char *data;

      g_assert_no_error (error);
      second = trio_writer_write (TRIO_FORMAT_ODT, again, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, second));

      /* Stored, without extra field: method 0 at byte 8, no length of one at byte 28. */
      data = g_bytes_get_data (first, NULL);
      g_assert_cmpmem (data, 4, "PK\003\004", 4);
      g_assert_cmpmem (data + 8, 2, "\0\0", 2);
      g_assert_cmpmem (data + 28, 2, "\0\0", 2);
      g_assert_cmpmem (data + 30, 8 + strlen (MIME_TYPE), "mimetype" MIME_TYPE,
                       8 + strlen (MIME_TYPE));
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
      g_autoptr (GBytes) bytes = trio_writer_write (TRIO_FORMAT_ODT, doc, NULL, &error);

      g_test_message ("document %u", seed);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 3000);
    }
}

static void
test_cancel (void)
{
  g_autoptr (TrioDoc) doc = sample_everything ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (trio_writer_write (TRIO_FORMAT_ODT, doc, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_refused (TrioDoc *doc)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trio_writer_write (TRIO_FORMAT_ODT, doc, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
}

static void
test_pictures (void)
{
  g_autoptr (TrioDoc) with_figure = trio_doc_new ();
  g_autoptr (TrioDoc) with_logo = trio_doc_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no picture", 10);

  trio_doc_append (with_figure, trio_block_new_figure (bytes, "image/png", "Et hus", 40, 0));
  assert_refused (with_figure);
  trio_doc_set_logo (with_logo, bytes, "image/png", "Et skjold", 35, TRIO_LOGO_TOP_LEFT);
  assert_refused (with_logo);
}

/* Reports how long it takes; a benchmark never decides a test, its result does. */
static void
test_large (void)
{
  static const guint sizes[] = { 100, 2500 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TrioDoc) doc = sample_notat ("da", sizes[i], FALSE);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gint64 start = g_get_monotonic_time ();

      bytes = trio_writer_write (TRIO_FORMAT_ODT, doc, NULL, &error);
      g_test_message ("%u notes: %.1f ms", 4 * sizes[i],
                      (double)(g_get_monotonic_time () - start) / 1000);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 3000);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odt/repeat", test_repeat);
  g_test_add_func ("/odt/random", test_random);
  g_test_add_func ("/odt/cancel", test_cancel);
  g_test_add_func ("/odt/pictures", test_pictures);
  g_test_add_func ("/odt/large", test_large);
  return g_test_run ();
}
