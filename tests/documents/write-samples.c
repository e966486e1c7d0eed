/* write-samples.c: writes every sample in one format, with a description of its blocks.
 *
 * write-samples FORMAT FOLDER takes over the locale of its environment, so that a caller can
 * see that the files do not depend on it.
 */
#include <locale.h>
#include <stdlib.h>

#include "document/writers/trio-writer.h"
#include "samples.h"

static gboolean
write_sample (const Sample *sample, TrioFormat format, const char *folder, GError **error)
{
  g_autoptr (TrioDoc) doc = sample->make ();
  g_autofree char *file
      = g_strdup_printf ("%s/%s.%s", folder, sample->name, trio_format_get_extension (format));
  g_autofree char *blocks = g_strdup_printf ("%s/%s.json", folder, sample->name);
  g_autofree char *json = describe_document (doc);
  g_autoptr (GBytes) bytes = trio_writer_write (format, doc, NULL, error);

  return bytes != NULL && g_file_set_contents (blocks, json, -1, error)
         && g_file_set_contents (file, g_bytes_get_data (bytes, NULL),
                                 (gssize)g_bytes_get_size (bytes), error);
}

int
main (int argc, char **argv)
{
  TrioFormat format;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 3 || !trio_format_from_id (argv[1], &format, &error))
    {
      g_printerr ("write-samples FORMAT FOLDER\n");
      return EXIT_FAILURE;
    }
  for (const Sample *sample = samples; sample->name != NULL; sample++)
    if (!write_sample (sample, format, argv[2], &error))
      {
        g_printerr ("%s: %s\n", sample->name, error->message);
        return EXIT_FAILURE;
      }
  return EXIT_SUCCESS;
}
