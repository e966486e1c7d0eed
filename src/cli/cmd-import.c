/* cmd-import.c: `trio import` adds inputs from files, all of them or none. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cli/trio-cli.h"
#include "exchange/trio-import.h"

typedef struct
{
  char *station;
  gboolean join_hyphens;
  gboolean dry_run;
} Arguments;

/* Progress is for people who wait at a terminal. */
static void
show_progress (double fraction, gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r%3d %%%s", (int)(fraction * 100), fraction >= 1.0 ? "\r     \r" : "");
}

static gboolean
read_inputs (TrioImportPlan *plan, char **inputs, const TrioImportOptions *options, int *status)
{
  for (char **input = inputs; *input != NULL; input++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = trio_cli_read_input (*input, &error);
      const char *name = strcmp (*input, "-") == 0 ? _ ("standard input") : *input;

      if (bytes == NULL || !trio_import_read_bytes (plan, name, bytes, options, NULL, &error))
        {
          *status = trio_cli_fail (error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
make_options (TrioModel *model,
              const Arguments *arguments,
              TrioImportOptions *options,
              GError **error)
{
  memset (options, 0, sizeof *options);
  options->join_hyphens = arguments->join_hyphens;
  options->progress = show_progress;
  if (arguments->station != NULL)
    {
      TrioId station = trio_cli_find_station (model, arguments->station, error);

      if (station == 0)
        return FALSE;
      options->station
          = trio_record_get_int (trio_model_get_record (model, station), TRIO_STATION_NUMBER);
    }
  return TRUE;
}

/* Reads, reports and, unless it is a dry run, applies. */
static int
import_into (TrioStore *store, const Arguments *arguments, char **inputs)
{
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioImportContext) context = trio_import_context_new_for_snapshot (snapshot);
  g_autoptr (TrioImportPlan) plan = trio_import_plan_new (context);
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  TrioImportOptions options;
  int status = TRIO_EXIT_OK;

  if (!make_options (model, arguments, &options, &error))
    return trio_cli_fail_at (trio_store_get_path (store), error);
  if (!read_inputs (plan, inputs, &options, &status))
    return status;
  report = trio_import_plan_dup_report (plan);
  if (!arguments->dry_run && !trio_import_apply (plan, model, TRIO_SOURCE_IMPORTED, NULL, &error))
    {
      g_printerr ("%s", report);
      return trio_cli_fail_at (trio_store_get_path (store), error);
    }
  if (!arguments->dry_run && !trio_store_flush (store, &error))
    return trio_cli_fail_at (trio_store_get_path (store), error);
  g_print ("%s", report);
  if (arguments->dry_run)
    g_print ("%s\n", _ ("This was a dry run: nothing was changed."));
  return plan->n_problems > 0 ? TRIO_EXIT_FAILED : TRIO_EXIT_OK;
}

/**
 * trio_cli_import:
 * @argc: count of @argv
 * @argv: "import" and its arguments
 *
 * Runs `trio import`.
 *
 * Returns: exit status; %TRIO_EXIT_FAILED also when the import was made but something in the
 *   input could not be used, which the report lists
 */
int
trio_cli_import (int argc, char **argv)
{
  Arguments arguments = { NULL, FALSE, FALSE };
  g_autoptr (TrioStore) store = NULL;
  int status = TRIO_EXIT_OK;
  int closed;
  GOptionEntry entries[] = {
    { "station", 's', 0, G_OPTION_ARG_STRING, &arguments.station,
      N_ ("Station for inputs that name none"), "N" },
    { "join-hyphens", 0, 0, G_OPTION_ARG_NONE, &arguments.join_hyphens,
      N_ ("Rejoin words that were hyphenated at line ends"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &arguments.dry_run,
      N_ ("Only say what would be imported"), NULL },
    { NULL },
  };

  if (!trio_cli_parse ("import", entries, 2, G_MAXINT, &argc, &argv, &status))
    return status;
  store = trio_cli_open (argv[1], arguments.dry_run ? TRIO_OPEN_READ_ONLY : TRIO_OPEN_DEFAULT,
                         &status);
  if (store == NULL)
    return status;
  status = import_into (store, &arguments, argv + 2);
  g_free (arguments.station);
  closed = trio_cli_close (g_steal_pointer (&store));
  return closed != TRIO_EXIT_OK ? closed : status;
}
