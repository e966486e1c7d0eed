/* trio-cli-gate.c: the checks before an export on the command line. */
#include "config.h"

#include "cli/trio-cli-gate.h"
#include "cli/trio-cli-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/trio-error.h"
#include "document/trio-document.h"

/**
 * trio_cli_build_notat:
 * @path: the workshop file
 * @snapshot: the workshop
 *
 * Builds the note as it would be exported, without the date of the day.
 *
 * Returns: (transfer full) (nullable): the document; %NULL, told as a warning, without a
 *   template
 */
TrioDoc *
trio_cli_build_notat (const char *path, TrioSnapshot *snapshot)
{
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (path);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (GError) error = NULL;
  TrioDocumentSettings settings = { 0 };
  TrioDoc *doc = trio_document_build (snapshot, library, &settings, options, NULL, &error);

  if (doc == NULL)
    trio_cli_warn (error->message);
  return doc;
}

/**
 * trio_cli_dup_safe_name:
 * @path: a path
 *
 * Returns: (transfer full): the path with everything masked in it that looks like a CPR
 *   number, so that it can be printed
 */
char *
trio_cli_dup_safe_name (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GArray) hits = trio_scan_text (name);

  for (guint i = hits->len; i > 0; i--)
    if (g_array_index (hits, TrioHit, i - 1).kind != TRIO_HIT_CPR)
      g_array_remove_index (hits, i - 1);
  return trio_scan_dup_masked (name, hits);
}

/**
 * trio_cli_dup_finding:
 * @finding: a finding
 *
 * Returns: (transfer full): a line with place, message and id
 */
char *
trio_cli_dup_finding (const TrioFinding *finding)
{
  g_autofree char *where = trio_finding_dup_where (finding);
  g_autofree char *message = trio_finding_dup_message (finding);

  return g_strdup_printf ("%s: %s [%s]", where, message, finding->id);
}

/**
 * trio_cli_json_finding:
 * @builder: where to add the object
 * @snapshot: the workshop that was checked
 * @finding: a finding
 *
 * Adds a finding as a JSON object.
 */
void
trio_cli_json_finding (JsonBuilder *builder, TrioSnapshot *snapshot, const TrioFinding *finding)
{
  static const char *const parts[]
      = { "workshop", "file-name", "properties", "letterhead", "document" };
  const TrioRecord *record
      = finding->object != 0 ? trio_snapshot_get (snapshot, finding->object) : NULL;
  g_autofree char *uuid = record != NULL ? trio_uuid_to_text (&record->uuid) : NULL;
  g_autofree char *where = trio_finding_dup_where (finding);
  g_autofree char *message = trio_finding_dup_message (finding);

  json_builder_begin_object (builder);
  trio_cli_add_string (builder, "id", finding->id);
  trio_cli_add_string (builder, "kind", trio_finding_kind_get_name (finding->kind));
  trio_cli_add_string (builder, "severity", trio_severity_get_name (finding->severity));
  trio_cli_add_string (builder, "part", parts[finding->part]);
  trio_cli_add_string (builder, "object", uuid);
  trio_cli_add_string (builder, "object_kind",
                       record != NULL ? trio_kind_get_info (record->kind)->name : NULL);
  trio_cli_add_string (builder, "field",
                       record != NULL && finding->field != TRIO_NO_FIELD
                           ? trio_kind_get_info (record->kind)->fields[finding->field].name
                           : NULL);
  trio_cli_add_int (builder, "start", finding->start);
  trio_cli_add_int (builder, "end", finding->end);
  trio_cli_add_string (builder, "where", where);
  trio_cli_add_string (builder, "message", message);
  json_builder_set_member_name (builder, "justified");
  json_builder_add_boolean_value (builder, finding->is_waived);
  json_builder_end_object (builder);
}

/* Takes "ID=REASON" apart and finds the finding. */
static const TrioFinding *
read_reason (const TrioGateReport *report, const char *text, const char **reason, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *id = g_strndup (text, equals != NULL ? (gsize)(equals - text) : strlen (text));
  const TrioFinding *finding = trio_gate_report_find (report, id);

  if (equals == NULL || finding == NULL)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                           _ ("A reason is given as ID=REASON, with the id of a finding as the "
                              "checks print it. There is no such finding now."));
      return NULL;
    }
  *reason = equals + 1;
  return finding;
}

/* Reads the reasons, all or none: ids of findings, with why they may stay. */
static GHashTable *
read_reasons (const TrioGateReport *report, char **texts, GError **error)
{
  g_autoptr (GHashTable) reasons = g_hash_table_new (g_str_hash, g_str_equal);

  for (char **text = texts; text != NULL && *text != NULL; text++)
    {
      const char *reason = NULL;
      const TrioFinding *finding = read_reason (report, *text, &reason, error);

      if (finding == NULL || !trio_gate_check_reason (reason, error))
        return NULL;
      g_hash_table_insert (reasons, (gpointer)finding->id, (gpointer)reason);
    }
  return g_steal_pointer (&reasons);
}

/* Remembers the reasons; those for something outside the workshop hold this once. */
static gboolean
remember (TrioStore *store, const TrioGateReport *report, GHashTable *reasons, GError **error)
{
  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    {
      const TrioFinding *finding = trio_gate_report_get (report, i);
      const char *reason = g_hash_table_lookup (reasons, finding->id);

      if (reason == NULL || finding->is_waived || finding->object == 0
          || finding->field == TRIO_NO_FIELD)
        continue;
      if (!trio_gate_justify (trio_store_get_model (store), finding, reason, g_get_real_time (),
                              error))
        return FALSE;
    }
  return g_hash_table_size (reasons) == 0 || trio_store_flush (store, error);
}

/**
 * trio_cli_gate_export:
 * @store: the open file, writable if there are reasons
 * @snapshot: the workshop as @doc shows it
 * @doc: the document that is to leave
 * @output: the path to write to, or "-"
 * @reasons: (nullable): "ID=REASON", ended by %NULL
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Runs the checks, remembers reasons, and tells in one line on standard error what was found;
 * when something stops the export, one line for each.
 *
 * Returns: whether the document may be written
 */
gboolean
trio_cli_gate_export (TrioStore *store,
                      TrioSnapshot *snapshot,
                      TrioDoc *doc,
                      const char *output,
                      char **reasons,
                      GError **error)
{
  g_autofree char *name = strcmp (output, "-") == 0 ? NULL : g_path_get_basename (output);
  g_autoptr (TrioGateReport) report = trio_gate_run (snapshot, doc, name);
  g_autoptr (GHashTable) justified = read_reasons (report, reasons, error);
  g_autofree char *line = NULL;
  guint n_stopping = 0;

  if (justified == NULL || !remember (store, report, justified, error))
    return FALSE;
  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    {
      const TrioFinding *finding = trio_gate_report_get (report, i);
      g_autofree char *text = NULL;

      if (finding->severity != TRIO_SEVERITY_BLOCK || finding->is_waived
          || g_hash_table_contains (justified, finding->id))
        continue;
      text = trio_cli_dup_finding (finding);
      trio_cli_warn (text);
      n_stopping++;
    }
  line = trio_gate_dup_line (n_stopping, trio_gate_report_count (report, TRIO_SEVERITY_WARNING),
                             trio_gate_report_count (report, TRIO_SEVERITY_NOTICE));
  g_printerr ("%s\n", line);
  if (n_stopping == 0)
    return TRUE;
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
               ngettext ("Nothing was written: %u finding stops the export. “trio mask” and "
                         "“trio withhold” remove it; “--justify ID=REASON” lets it stay.",
                         "Nothing was written: %u findings stop the export. “trio mask” and "
                         "“trio withhold” remove them; “--justify ID=REASON” lets one stay.",
                         n_stopping),
               n_stopping);
  return FALSE;
}
