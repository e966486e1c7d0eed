/* make-sample.c: makes a sample workshop file from its text; the build calls it.
 *
 * usage: make-sample SAMPLE.xml OUT.trio
 */
#include <glib/gstdio.h>
#include <locale.h>

#include "exchange/trio-sample.h"
#include "store/trio-store.h"

static gboolean
make_sample (const char *source, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrioStore) store = NULL;
  g_autofree char *text = NULL;
  TrioLanguage language;
  gsize length;

  if (!g_file_get_contents (source, &text, &length, error))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  if (!trio_sample_read_language (bytes, source, &language, error))
    return FALSE;

  g_unlink (path);
  store = trio_store_create (path, language, error);
  if (!store)
    return FALSE;
  if (!trio_sample_fill (trio_store_get_model (store), bytes, source, error))
    return FALSE;

  return trio_store_close (store, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 3)
    {
      g_printerr ("usage: make-sample SAMPLE.xml OUT.trio\n");
      return 2;
    }
  if (!make_sample (argv[1], argv[2], &error))
    {
      g_printerr ("%s\n", error->message);
      g_unlink (argv[2]);
      return 1;
    }

  return 0;
}
