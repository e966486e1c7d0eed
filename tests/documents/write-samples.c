/* write-samples.c: writes every sample in one format, with a description of its blocks.
 *
 * write-samples FORMAT FOLDER [SEED…] takes over the locale of its environment, so that a
 * caller can see that the files do not depend on it. A seed adds a random document.
 */
#include <locale.h>
#include <stdlib.h>

#include "document/writers/trio-writer.h"
#include "samples.h"

static gboolean
write_sample (TrioDoc *doc, const char *name, TrioFormat format, const char *folder, GError **error)
{
  g_autofree char *file
      = g_strdup_printf ("%s/%s.%s", folder, name, trio_format_get_extension (format));
  g_autofree char *blocks = g_strdup_printf ("%s/%s.json", folder, name);
  g_autofree char *json = describe_document (doc);
  g_autoptr (GBytes) bytes = trio_writer_write (format, doc, NULL, error);

  return bytes != NULL && g_file_set_contents (blocks, json, -1, error)
         && g_file_set_contents (file, g_bytes_get_data (bytes, NULL),
                                 (gssize)g_bytes_get_size (bytes), error);
}

static gboolean
write_all (TrioFormat format, const char *folder, char **seeds, GError **error)
{
  for (const Sample *sample = samples; sample->name != NULL; sample++)
    {
      g_autoptr (TrioDoc) doc = sample->make ();

      if (!write_sample (doc, sample->name, format, folder, error))
        return FALSE;
    }
  for (; *seeds != NULL; seeds++)
    {
      g_autoptr (TrioDoc) doc = sample_random ((guint)g_ascii_strtoull (*seeds, NULL, 10));
      g_autofree char *name = g_strconcat ("random-", *seeds, NULL);

      if (!write_sample (doc, name, format, folder, error))
        return FALSE;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  TrioFormat format;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 3)
    g_printerr ("write-samples FORMAT FOLDER [SEED…]\n");
  else if (!trio_format_from_id (argv[1], &format, &error)
           || !write_all (format, argv[2], argv + 3, &error))
    g_printerr ("%s\n", error->message);
  else
    return EXIT_SUCCESS;
  return EXIT_FAILURE;
}
