/* cmd-check.c: `trio check` checks that a workshop file is sound. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli.h"

/**
 * trio_cli_check:
 * @argc: count of @argv
 * @argv: "check" and its arguments
 *
 * Runs `trio check`: opens the file with all checks, then checks what opening leaves for
 * later. Findings go to standard output, one a line.
 *
 * Returns: exit status; %TRIO_EXIT_FAILED when there are findings
 */
int
trio_cli_check (int argc, char **argv)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;

  if (!trio_cli_parse ("check", NULL, 1, 1, &argc, &argv, &status))
    return status;
  store = trio_cli_open (argv[1], TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  if (!trio_store_check (store, findings, &error))
    return trio_cli_fail_at (argv[1], error);
  for (guint i = 0; i < findings->len; i++)
    g_print ("%s: %s\n", argv[1], (const char *)g_ptr_array_index (findings, i));
  if (findings->len == 0)
    g_print (_ ("%s: no findings\n"), argv[1]);
  status = trio_cli_close (g_steal_pointer (&store));
  return status == TRIO_EXIT_OK && findings->len > 0 ? TRIO_EXIT_FAILED : status;
}
