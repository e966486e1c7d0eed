/* trio-export-job.c: makes a document of a workshop in the background.
 *
 * The worker gets a snapshot, so the window goes on while templates are read and the file is
 * written. The clock is read here, because the core never does.
 */
#include "config.h"

#include "app/documents/trio-export-job.h"

#include <glib/gi18n.h>

#include "base/trio-error.h"
#include "document/gate/trio-gate.h"
#include "document/trio-builder.h"

typedef struct
{
  TrioSnapshot *snapshot;
  char *workshop_path;
  char *type;
  char *template_id;
  char *language;
  TrioBuildOptions *options;
  TrioExportGoal goal;
  TrioFormat format;
  char *output;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  trio_snapshot_unref (job->snapshot);
  trio_build_options_free (job->options);
  g_free (job->workshop_path);
  g_free (job->type);
  g_free (job->template_id);
  g_free (job->language);
  g_free (job->output);
  g_free (job);
}

/* The same checks as on the command line; only what blocks stops the export here. */
static gboolean
passes_gate (const Job *job, TrioExportResult *result, GError **error)
{
  g_autofree char *name = job->output != NULL ? g_filename_display_basename (job->output) : NULL;
  g_autoptr (TrioGateReport) report = trio_gate_run (job->snapshot, result->doc, name);
  g_autoptr (GString) message = g_string_new (NULL);
  guint n_blocks = trio_gate_report_count (report, TRIO_SEVERITY_BLOCK);

  result->n_warnings = trio_gate_report_count (report, TRIO_SEVERITY_WARNING);
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
               ngettext ("Nothing leaves the program, because of %u finding:%s",
                         "Nothing leaves the program, because of %u findings:%s", n_blocks),
               n_blocks, message->str);
  return FALSE;
}

static gboolean
build (const Job *job, TrioExportResult *result, GError **error)
{
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (job->workshop_path);
  TrioDocumentSettings settings = { NULL, job->type, job->template_id, job->language };
  g_autoptr (TrioTemplate) tmpl
      = trio_document_choose_template (job->snapshot, library, &settings, result->remarks, error);

  if (tmpl == NULL)
    return FALSE;
  result->doc = trio_document_build (job->snapshot, library, &settings, job->options, NULL, error);
  return result->doc != NULL;
}

static gboolean
deliver (const Job *job, TrioExportResult *result, GCancellable *cancellable, GError **error)
{
  switch (job->goal)
    {
    case TRIO_EXPORT_PAPER:
      result->layout = trio_layout_new (result->doc, cancellable, error);
      return result->layout != NULL;
    case TRIO_EXPORT_CLIPBOARD:
      result->html = trio_writer_copy_html (result->doc);
      result->text = trio_writer_copy_text (result->doc);
      return TRUE;
    case TRIO_EXPORT_FILE:
      break;
    }
  result->output = g_strdup (job->output);
  return trio_writer_save (job->format, result->doc, job->output, cancellable, error);
}

static void
export_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (TrioExportResult) result = g_new0 (TrioExportResult, 1);
  GError *error = NULL;

  result->goal = job->goal;
  result->remarks = g_ptr_array_new_with_free_func (g_free);
  if (build (job, result, &error) && passes_gate (job, result, &error)
      && deliver (job, result, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&result),
                           (GDestroyNotify)trio_export_result_free);
  else
    g_task_return_error (task, error);
}

static void
set_dates (TrioBuildOptions *options)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *created = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");

  if (trio_build_options_get_document_date (options) == NULL)
    trio_build_options_set_document_date (options, date);
  if (trio_build_options_get_created (options) == NULL)
    trio_build_options_set_created (options, created);
}

/**
 * trio_export_result_free:
 * @result: (transfer full) (nullable): what was made
 */
void
trio_export_result_free (TrioExportResult *result)
{
  if (result == NULL)
    return;
  trio_layout_unref (result->layout);
  g_clear_pointer (&result->doc, trio_doc_unref);
  g_clear_pointer (&result->remarks, g_ptr_array_unref);
  g_free (result->output);
  g_free (result->html);
  g_free (result->text);
  g_free (result);
}

/**
 * trio_export_async:
 * @snapshot: the workshop
 * @workshop_path: its file, beside which templates and pictures may lie
 * @settings: type, template and language of the document
 * @options: (transfer full): what the document is to be like; it gets the date of the day unless
 *   it has one
 * @goal: where the document goes
 * @format: the format of a file
 * @output: (nullable): the file to write
 * @cancellable: (nullable): to stop; then nothing is written
 * @callback: called when done
 * @user_data: for @callback
 *
 * Makes a document in another thread, checks it, and writes it or gets it ready for the printer
 * or the clipboard. What the checks block does not come out.
 */
void
trio_export_async (TrioSnapshot *snapshot,
                   const char *workshop_path,
                   const TrioDocumentSettings *settings,
                   TrioBuildOptions *options,
                   TrioExportGoal goal,
                   TrioFormat format,
                   const char *output,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->snapshot = trio_snapshot_ref (snapshot);
  job->workshop_path = g_strdup (workshop_path);
  job->type = g_strdup (settings->type);
  job->template_id = g_strdup (settings->template_id);
  job->language = g_strdup (settings->language);
  job->options = options;
  job->goal = goal;
  job->format = format;
  job->output = g_strdup (output);
  set_dates (options);
  g_task_set_source_tag (task, trio_export_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, export_thread);
}

/**
 * trio_export_finish:
 * @result: the result given to the callback
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what was made
 */
TrioExportResult *
trio_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trio_export_dup_failure:
 * @error: why a file was not written
 * @n_done: how many were written before it
 *
 * Returns: (transfer full): what to tell of several files, of which one was not written
 */
char *
trio_export_dup_failure (const GError *error, guint n_done)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return n_done > 0 ? g_strdup_printf (ngettext ("Stopped. %u file was written.",
                                                   "Stopped. %u files were written.", n_done),
                                         n_done)
                      : g_strdup (_ ("Stopped. Nothing was written."));
  if (n_done > 0)
    return g_strdup_printf (ngettext ("%s\n%u file was written before that.",
                                      "%s\n%u files were written before that.", n_done),
                            error->message, n_done);
  return g_strdup (error->message);
}

/**
 * trio_export_list_missing:
 * @snapshot: the workshop
 * @workshop_path: its file
 * @settings: type, template and language of the document
 * @options: what the document is to be like
 *
 * Finds what the document has a place for but the workshop has no words for.
 *
 * Returns: (transfer full) (element-type utf8): the labels, in the language of the document
 */
GPtrArray *
trio_export_list_missing (TrioSnapshot *snapshot,
                          const char *workshop_path,
                          const TrioDocumentSettings *settings,
                          const TrioBuildOptions *options)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (workshop_path);
  g_autoptr (TrioTemplate) tmpl
      = trio_document_choose_template (snapshot, library, settings, NULL, NULL);
  g_autoptr (GPtrArray) missing = NULL;

  if (tmpl == NULL)
    return labels;

  missing = trio_builder_list_missing (snapshot, tmpl, options);
  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (labels, g_strdup (((TrioParam *)g_ptr_array_index (missing, i))->label));
  return labels;
}
