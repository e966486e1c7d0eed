/* cmd-undo.c: `trio undo` and `trio redo`. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli.h"

static int
move (const char *command, int argc, char **argv, gboolean undo)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  TrioModel *model;
  int status = TRIO_EXIT_OK;

  if (!trio_cli_parse (command, NULL, 1, 1, &argc, &argv, &status))
    return status;
  store = trio_cli_open (argv[1], TRIO_OPEN_DEFAULT, &status);
  if (store == NULL)
    return status;
  model = trio_store_get_model (store);
  label = undo ? trio_model_dup_undo_label (model) : trio_model_dup_redo_label (model);
  if (!(undo ? trio_model_undo (model, &error) : trio_model_redo (model, &error)))
    return trio_cli_fail_at (argv[1], error);
  status = trio_cli_close (g_steal_pointer (&store));
  if (status == TRIO_EXIT_OK)
    /* Translators: the argument is the name of the step. */
    g_print (undo ? _ ("Undone: %s\n") : _ ("Done again: %s\n"), label);
  return status;
}

/**
 * trio_cli_undo:
 * @argc: count of @argv
 * @argv: "undo" and its arguments
 *
 * Runs `trio undo`.
 *
 * Returns: exit status
 */
int
trio_cli_undo (int argc, char **argv)
{
  return move ("undo", argc, argv, TRUE);
}

/**
 * trio_cli_redo:
 * @argc: count of @argv
 * @argv: "redo" and its arguments
 *
 * Runs `trio redo`.
 *
 * Returns: exit status
 */
int
trio_cli_redo (int argc, char **argv)
{
  return move ("redo", argc, argv, FALSE);
}
