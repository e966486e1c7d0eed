/* cmd-check.c: `trio check` checks that a workshop file is sound, and what would leave with
 * its note.
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/trio-cli-gate.h"

/* No finding fails the command. */
#define NEVER TRIO_N_SEVERITIES

static void
print_json (TrioSnapshot *snapshot, GPtrArray *damages, const TrioGateReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "damages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < damages->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (damages, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    trio_cli_json_finding (builder, snapshot, trio_gate_report_get (report, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  trio_cli_print_json (builder);
}

static void
print_lines (const char *path, GPtrArray *damages, const TrioGateReport *report)
{
  guint n_printed = damages->len;

  for (guint i = 0; i < damages->len; i++)
    g_print ("%s: %s\n", path, (const char *)g_ptr_array_index (damages, i));
  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    {
      const TrioFinding *finding = trio_gate_report_get (report, i);
      g_autofree char *line = trio_cli_dup_finding (finding);

      if (finding->is_waived)
        continue;
      g_print ("%s: %s: %s\n", path, trio_severity_get_name (finding->severity), line);
      n_printed++;
    }
  if (n_printed == 0)
    g_print (_ ("%s: no findings\n"), path);
}

static int
check (const char *path, guint fail_on, gboolean json)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GPtrArray) damages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioDoc) doc = NULL;
  g_autoptr (TrioGateReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *safe = trio_cli_dup_safe_name (path);
  int status = TRIO_EXIT_OK;
  gboolean failed;

  store = trio_cli_open (path, TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  if (!trio_store_check (store, damages, &error))
    return trio_cli_fail_at (path, error);
  snapshot = trio_model_dup_snapshot (trio_store_get_model (store));
  doc = trio_cli_build_notat (path, snapshot);
  report = trio_gate_run (snapshot, doc, name);
  if (json)
    print_json (snapshot, damages, report);
  else
    print_lines (safe, damages, report);
  failed = damages->len > 0;
  for (guint severity = fail_on; severity < TRIO_N_SEVERITIES; severity++)
    failed = failed || trio_gate_report_count (report, severity) > 0;
  status = trio_cli_close (g_steal_pointer (&store));
  return status == TRIO_EXIT_OK && failed ? TRIO_EXIT_FAILED : status;
}

/**
 * trio_cli_check:
 * @argc: count of @argv
 * @argv: "check" and its arguments
 *
 * Runs `trio check`: opens the file with all checks, then checks what opening leaves for
 * later, and what its note would carry outside. Findings go to standard output, one a line.
 *
 * Returns: exit status; %TRIO_EXIT_FAILED for damages, and for findings as grave as asked
 */
int
trio_cli_check (int argc, char **argv)
{
  g_autofree char *fail_on = NULL;
  gboolean json = FALSE;
  TrioSeverity severity = TRIO_SEVERITY_BLOCK;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &fail_on,
      N_ ("Findings that fail the command (block unless told)"), "block|warning|notice|never" },
    { NULL },
  };

  if (!trio_cli_parse ("check", entries, 1, 1, &argc, &argv, &status))
    return status;
  if (g_strcmp0 (fail_on, "never") == 0)
    return check (argv[1], NEVER, json);
  if (fail_on != NULL && !trio_severity_from_name (fail_on, &severity))
    return trio_cli_usage (_ ("--fail-on must be block, warning, notice or never, not “%s”."),
                           fail_on);
  return check (argv[1], severity, json);
}
