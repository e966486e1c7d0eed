/* write-samples.c: writes every sample in one format, with a description of its blocks.
 *
 * write-samples FORMAT FOLDER [SEED…] takes over the locale of its environment, so that a
 * caller can see that the files do not depend on it. A seed adds a random document.
 * write-samples --matrix FORMAT FOLDER writes every type in every size instead.
 */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

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

typedef struct
{
  TrioFormat format;
  const char *folder;
} Target;

static gboolean
write_of_matrix_cb (TrioDoc *doc, const char *name, gpointer user_data, GError **error)
{
  const Target *target = user_data;
  g_autofree char *file = g_strdup_printf ("%s/%s.notes", target->folder, name);
  g_autofree char *notes = describe_notes (doc);

  return write_sample (doc, name, target->format, target->folder, error)
         && g_file_set_contents (file, notes, -1, error);
}

static gboolean
write_matrix (TrioFormat format, const char *folder, GError **error)
{
  Target target = { format, folder };

  return foreach_of_matrix (write_of_matrix_cb, &target, error);
}

int
main (int argc, char **argv)
{
  gboolean is_matrix = argc == 4 && strcmp (argv[1], "--matrix") == 0;
  TrioFormat format;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 3)
    g_printerr ("write-samples [--matrix] FORMAT FOLDER [SEED…]\n");
  else if (!trio_format_from_id (argv[is_matrix ? 2 : 1], &format, &error)
           || !(is_matrix ? write_matrix (format, argv[3], &error)
                          : write_all (format, argv[2], argv + 3, &error)))
    g_printerr ("%s\n", error->message);
  else
    return EXIT_SUCCESS;
  return EXIT_FAILURE;
}
