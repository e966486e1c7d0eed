/* trio-export-job.c: makes a document of a workshop in the background.
 *
 * The worker gets a snapshot, so the window goes on while templates are read and the file is
 * written. The clock is read here, because the core never does.
 */
#include "config.h"

#include "app/trio-export-job.h"

#include <glib/gi18n.h>

#include "base/trio-error.h"
#include "document/gate/trio-gate.h"
#include "document/trio-builder.h"
#include "document/trio-document.h"

typedef struct
{
  TrioSnapshot *snapshot;
  char *workshop_path;
  char *output;
  char *language;
  TrioFormat format;
  gboolean group_by_cluster;
  char *date;
  char *created;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  trio_snapshot_unref (job->snapshot);
  g_free (job->workshop_path);
  g_free (job->output);
  g_free (job->language);
  g_free (job->date);
  g_free (job->created);
  g_free (job);
}

/* The same checks as on the command line; only what blocks stops the export here. */
static gboolean
passes_gate (const Job *job, TrioDoc *doc, GError **error)
{
  g_autofree char *name = g_filename_display_basename (job->output);
  g_autoptr (TrioGateReport) report = trio_gate_run (job->snapshot, doc, name);
  g_autoptr (GString) message = g_string_new (NULL);
  guint n_blocks = trio_gate_report_count (report, TRIO_SEVERITY_BLOCK);

  if (!trio_gate_report_blocks (report))
    return TRUE;
  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    {
      const TrioFinding *finding = trio_gate_report_get (report, i);
      g_autofree char *where = NULL;
      g_autofree char *what = NULL;

      if (finding->severity != TRIO_SEVERITY_BLOCK || finding->is_waived)
        continue;
      where = trio_finding_dup_where (finding);
      what = trio_finding_dup_message (finding);
      g_string_append_printf (message, "\n%s: %s", where, what);
    }
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
               ngettext ("Nothing was written, because of %u finding:%s",
                         "Nothing was written, because of %u findings:%s", n_blocks),
               n_blocks, message->str);
  return FALSE;
}

static void
export_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (job->workshop_path);
  g_autoptr (TrioDoc) doc = NULL;
  TrioDocumentSettings settings = { NULL, NULL, NULL, job->language };
  GError *error = NULL;

  trio_build_options_set_document_date (options, job->date);
  trio_build_options_set_created (options, job->created);
  trio_build_options_set_group_by_cluster (options, job->group_by_cluster);

  doc = trio_document_build (job->snapshot, library, &settings, options, remarks, &error);
  if (doc != NULL && passes_gate (job, doc, &error)
      && trio_writer_save (job->format, doc, job->output, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&remarks), (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * trio_export_async:
 * @snapshot: the workshop
 * @workshop_path: its file, beside which templates may lie
 * @options: what the note is to be like
 * @output: the file to write
 * @cancellable: (nullable): to stop; then nothing is written
 * @callback: called when done
 * @user_data: for @callback
 *
 * Writes the note of a workshop in another thread.
 */
void
trio_export_async (TrioSnapshot *snapshot,
                   const char *workshop_path,
                   const TrioExportOptions *options,
                   const char *output,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  Job *job = g_new0 (Job, 1);

  job->snapshot = trio_snapshot_ref (snapshot);
  job->workshop_path = g_strdup (workshop_path);
  job->output = g_strdup (output);
  job->language = g_strdup (options->language);
  job->format = options->format;
  job->group_by_cluster = options->group_by_cluster;
  job->date = g_date_time_format (now, "%Y-%m-%d");
  job->created = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  g_task_set_source_tag (task, trio_export_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, export_thread);
}

/**
 * trio_export_finish:
 * @result: the result given to the callback
 * @remarks: (out) (optional) (transfer full) (element-type utf8): what was wrong with templates
 *   that were passed over
 * @error: return location for a #GError
 *
 * Returns: whether the file was written
 */
gboolean
trio_export_finish (GAsyncResult *result, GPtrArray **remarks, GError **error)
{
  GPtrArray *found = g_task_propagate_pointer (G_TASK (result), error);

  if (found == NULL)
    return FALSE;
  if (remarks != NULL)
    *remarks = found;
  else
    g_ptr_array_unref (found);
  return TRUE;
}

/**
 * trio_export_list_missing:
 * @snapshot: the workshop
 * @workshop_path: its file
 * @language: language of the document
 *
 * Finds what the note has a place for but the workshop has no words for.
 *
 * Returns: (transfer full) (element-type utf8): the labels, in the language of the document
 */
GPtrArray *
trio_export_list_missing (TrioSnapshot *snapshot, const char *workshop_path, const char *language)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (workshop_path);
  TrioDocumentSettings settings = { NULL, NULL, NULL, language };
  g_autoptr (TrioTemplate) tmpl
      = trio_document_choose_template (snapshot, library, &settings, NULL, NULL);
  g_autoptr (GPtrArray) missing = NULL;

  if (tmpl == NULL)
    return labels;

  missing = trio_builder_list_missing (snapshot, tmpl, options);
  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (labels, g_strdup (((TrioParam *)g_ptr_array_index (missing, i))->label));
  return labels;
}
