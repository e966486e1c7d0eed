/* cmd-station-files.c: `trio station-files` makes one file for each station. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli.h"
#include "store/trio-station-file.h"

/**
 * trio_cli_station_files:
 * @argc: count of @argv
 * @argv: "station-files" and its arguments
 *
 * Runs `trio station-files`, which prints the paths of the files.
 *
 * Returns: exit status
 */
int
trio_cli_station_files (int argc, char **argv)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = { { NULL } };

  if (!trio_cli_parse ("station-files", entries, 2, 2, &argc, &argv, &status))
    return status;
  store = trio_cli_open (argv[1], TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  snapshot = trio_model_dup_snapshot (trio_store_get_model (store));
  paths = trio_station_files_make (snapshot, trio_model_get_next_id (trio_store_get_model (store)),
                                   argv[2], NULL, &error);
  if (paths == NULL)
    {
      trio_store_close (store, NULL);
      return trio_cli_fail (error);
    }
  for (guint i = 0; i < paths->len; i++)
    g_print ("%s\n", (const char *)g_ptr_array_index (paths, i));
  return trio_cli_close (g_steal_pointer (&store));
}
