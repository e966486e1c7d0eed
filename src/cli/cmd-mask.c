/* cmd-mask.c: `trio mask` and `trio withhold` answer what the checks found. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/trio-error.h"
#include "cli/trio-cli-gate.h"

static TrioGateReport *
run_checks (TrioStore *store)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (trio_store_get_model (store));

  return trio_gate_run (snapshot, NULL, NULL);
}

static GPtrArray *
find_all (const TrioGateReport *report, char **ids, gboolean all, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();

  for (guint i = 0; all && i < trio_gate_report_get_length (report); i++)
    if (trio_gate_report_get (report, i)->kind == TRIO_FINDING_CPR)
      g_ptr_array_add (findings, (gpointer)trio_gate_report_get (report, i));
  for (char **id = ids; *id != NULL; id++)
    {
      const TrioFinding *finding = trio_gate_report_find (report, *id);

      if (finding == NULL)
        {
          g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                               _ ("There is no such finding. “trio check” prints the ids."));
          return NULL;
        }
      g_ptr_array_add (findings, (gpointer)finding);
    }
  return g_steal_pointer (&findings);
}

/**
 * trio_cli_mask:
 * @argc: count of @argv
 * @argv: "mask" and its arguments
 *
 * Runs `trio mask`: masks findings of personal data in the file, its history and its backups.
 *
 * Returns: exit status
 */
int
trio_cli_mask (int argc, char **argv)
{
  gboolean all = FALSE;
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (TrioGateReport) report = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "all-cpr", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Mask every CPR number"), NULL },
    { NULL },
  };

  if (!trio_cli_parse ("mask", entries, 1, G_MAXINT, &argc, &argv, &status))
    return status;
  if (!all && argc < 3)
    return trio_cli_usage (_ ("Say which findings to mask, by the ids that “trio check” prints."));
  store = trio_cli_open (argv[1], TRIO_OPEN_DEFAULT, &status);
  if (store == NULL)
    return status;
  report = run_checks (store);
  findings = find_all (report, argv + 2, all, &error);
  if (findings == NULL
      || !trio_gate_mask (store, (const TrioFinding *const *)findings->pdata, findings->len,
                          &error))
    return trio_cli_fail (error);
  g_print (ngettext ("Masked %u finding.\n", "Masked %u findings.\n", findings->len),
           findings->len);
  return trio_cli_close (g_steal_pointer (&store));
}

/* An input is named by its own id, as “trio list --json” prints it, or by a finding in it. */
static TrioId
find_note (TrioStore *store, const char *text, GError **error)
{
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (TrioGateReport) report = NULL;
  const TrioFinding *finding;
  const TrioRecord *record = NULL;
  TrioUuid uuid;

  if (trio_uuid_from_text (&uuid, text))
    record = trio_model_get_record (model, trio_model_find_uuid (model, &uuid));
  else
    {
      report = run_checks (store);
      finding = trio_gate_report_find (report, text);
      if (finding != NULL)
        record = trio_model_get_record (model, finding->object);
    }
  if (record != NULL && record->kind == TRIO_KIND_NOTE)
    return record->id;
  g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                       _ ("There is no such input. “trio list --json” prints the ids of inputs."));
  return 0;
}

static gboolean
withhold (TrioStore *store, char **names, const char *reason, GError **error)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (TrioId));

  for (char **name = names; *name != NULL; name++)
    {
      TrioId note = find_note (store, *name, error);

      if (note == 0)
        return FALSE;
      g_array_append_val (notes, note);
    }
  return trio_command_withhold_notes (trio_store_get_model (store), (const TrioId *)notes->data,
                                      notes->len, reason, error)
         && trio_store_flush (store, error);
}

/**
 * trio_cli_withhold:
 * @argc: count of @argv
 * @argv: "withhold" and its arguments
 *
 * Runs `trio withhold`: keeps inputs out of every document.
 *
 * Returns: exit status
 */
int
trio_cli_withhold (int argc, char **argv)
{
  g_autofree char *reason = NULL;
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason, N_ ("Why the input is withheld"),
      N_ ("REASON") },
    { NULL },
  };

  if (!trio_cli_parse ("withhold", entries, 2, G_MAXINT, &argc, &argv, &status))
    return status;
  if (reason == NULL)
    return trio_cli_usage (_ ("Say why the input is withheld: --reason REASON."));
  if (!trio_gate_check_reason (reason, &error))
    return trio_cli_usage ("%s", error->message);
  store = trio_cli_open (argv[1], TRIO_OPEN_DEFAULT, &status);
  if (store == NULL)
    return status;
  if (!withhold (store, argv + 2, reason, &error))
    return trio_cli_fail (error);
  return trio_cli_close (g_steal_pointer (&store));
}
