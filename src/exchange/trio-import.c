/* trio-import.c: reads files and pasted text into a plan: decodes, tells tables from lists. */
#include "config.h"

#include "exchange/trio-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "exchange/trio-decode.h"
#include "exchange/trio-import-csv.h"
#include "exchange/trio-import-text.h"

typedef struct
{
  TrioImportContext *context;
  char *name;
  GBytes *bytes;
  TrioImportOptions options;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  trio_import_context_unref (job->context);
  g_free (job->name);
  g_bytes_unref (job->bytes);
  g_free (job);
}

/**
 * trio_import_context_new_for_snapshot:
 * @snapshot: a workshop
 *
 * Returns: (transfer full): what the parsers need to know about the workshop
 */
TrioImportContext *
trio_import_context_new_for_snapshot (TrioSnapshot *snapshot)
{
  TrioImportContext *context = trio_import_context_new ();
  GPtrArray *themes = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME);
  GPtrArray *stations = trio_snapshot_get_all (snapshot, TRIO_KIND_STATION);
  const TrioField *note_text = &trio_kind_get_info (TRIO_KIND_NOTE)->fields[TRIO_NOTE_TEXT];
  const TrioField *title = &trio_kind_get_info (TRIO_KIND_THEME)->fields[TRIO_THEME_TITLE];
  const TrioField *number = &trio_kind_get_info (TRIO_KIND_STATION)->fields[TRIO_STATION_NUMBER];

  context->max_text = (guint)note_text->max;
  context->max_title = (guint)title->max;
  context->max_station = (guint)number->max;

  for (guint i = 0; i < themes->len; i++)
    {
      const TrioRecord *theme = themes->pdata[i];

      trio_import_context_add_theme (context, theme->id,
                                     trio_record_get_text (theme, TRIO_THEME_TITLE));
    }

  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *station = stations->pdata[i];
      TrioId theme = trio_record_get_ref (station, TRIO_STATION_THEME);

      for (guint j = 0; j < context->themes->len; j++)
        if (g_array_index (context->themes, TrioImportTheme, j).id == theme)
          trio_import_context_add_station (
              context, station->id, (guint)trio_record_get_int (station, TRIO_STATION_NUMBER), j);
    }

  return context;
}

static void
prefix_name (GError **error, const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  if (*valid)
    g_prefix_error (error, "%s: ", valid);
}

static gboolean
has_ending (const char *name, const char *const *endings)
{
  gsize length = strlen (name);

  for (; *endings; endings++)
    {
      gsize n = strlen (*endings);

      if (length >= n && g_ascii_strcasecmp (name + length - n, *endings) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Markdown puts a backslash before signs that would otherwise mean something. */
static void
remove_escapes (TrioDecoded *decoded)
{
  char *to = decoded->text;

  for (const char *from = decoded->text; *from; from++)
    {
      if (from[0] == '\\' && (g_ascii_ispunct (from[1]) || from[1] == '\n'))
        from++;
      *to++ = *from;
    }

  *to = '\0';
  decoded->length = (gsize)(to - decoded->text);
}

static gboolean
read_decoded (TrioImportPlan *plan,
              const char *text,
              gsize length,
              gboolean is_table,
              const TrioImportOptions *options,
              GCancellable *cancellable,
              GError **error)
{
  g_array_index (plan->sources, TrioImportSource, plan->sources->len - 1).is_table = is_table;

  if (is_table)
    return trio_import_csv (plan, text, (gssize)length, options, cancellable, error);
  return trio_import_text (plan, text, (gssize)length, options, cancellable, error);
}

/**
 * trio_import_read_bytes:
 * @plan: the plan to add to
 * @name: name of the file, which tells tables (.csv, .tsv) and Markdown (.md) from
 *   text; "" if unknown
 * @bytes: its content, at most %TRIO_IMPORT_MAX_BYTES
 * @options: (nullable): how to read
 * @cancellable: (nullable): to stop
 * @error: return location for a #GError
 *
 * Reads a file of inputs: recognises the encoding, whether it is a list or a table, and what
 * is in it. Several files may be read into one plan.
 *
 * Returns: %TRUE, or %FALSE with @error set when the file cannot be read at all; the plan is
 *   then useless, so that nothing is half imported
 */
gboolean
trio_import_read_bytes (TrioImportPlan *plan,
                        const char *name,
                        GBytes *bytes,
                        const TrioImportOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  static const char *const table_endings[] = { ".csv", ".tsv", ".tab", NULL };
  static const char *const markdown_endings[] = { ".md", ".markdown", NULL };
  g_autoptr (TrioDecoded) decoded = NULL;
  gboolean is_table;

  trio_import_plan_begin_source (plan, name);
  if (g_bytes_get_size (bytes) > TRIO_IMPORT_MAX_BYTES)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_TOO_LARGE,
                   _ ("The file is larger than %d MB. Divide it into several files."),
                   TRIO_IMPORT_MAX_BYTES / (1024 * 1024));
      prefix_name (error, name);
      return FALSE;
    }

  decoded = trio_decode (bytes, error);
  if (decoded == NULL)
    {
      prefix_name (error, name);
      return FALSE;
    }

  g_array_index (plan->sources, TrioImportSource, plan->sources->len - 1).encoding
      = trio_encoding_get_name (decoded->encoding);
  if (decoded->n_replaced > 0)
    trio_import_plan_add_problem (
        plan, TRIO_IMPORT_PROBLEM, decoded->first_replaced_line,
        ngettext ("%u character could not be read and became “�”.",
                  "%u characters could not be read and became “�”; the first is here.",
                  decoded->n_replaced),
        decoded->n_replaced);

  if (has_ending (name, markdown_endings))
    remove_escapes (decoded);
  is_table = has_ending (name, table_endings)
             || trio_import_csv_is_table (plan->context, decoded->text, (gssize)decoded->length);
  if (!read_decoded (plan, decoded->text, decoded->length, is_table, options, cancellable, error))
    {
      prefix_name (error, name);
      return FALSE;
    }

  return TRUE;
}

/**
 * trio_import_read_text:
 * @plan: the plan to add to
 * @text: pasted text, UTF-8
 * @options: (nullable): how to read
 * @cancellable: (nullable): to stop
 * @error: return location for a #GError
 *
 * Reads pasted text: a list, a document or cells of a spreadsheet.
 *
 * Returns: %TRUE, or %FALSE with @error set; the plan is then useless
 */
gboolean
trio_import_read_text (TrioImportPlan *plan,
                       const char *text,
                       const TrioImportOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  trio_import_plan_begin_source (plan, "");
  return read_decoded (plan, valid, strlen (valid),
                       trio_import_csv_is_table (plan->context, valid, -1), options, cancellable,
                       error);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (TrioImportPlan) plan = trio_import_plan_new (job->context);
  GError *error = NULL;

  if (trio_import_read_bytes (plan, job->name, job->bytes, &job->options, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&plan), (GDestroyNotify)trio_import_plan_free);
  else
    g_task_return_error (task, error);
}

/**
 * trio_import_read_async:
 * @context: what is known about the workshop
 * @name: name of the file, or ""
 * @bytes: its content
 * @options: (nullable): how to read; the progress function is called in another thread
 * @cancellable: (nullable): to stop
 * @callback: called in the caller's main context when done
 * @user_data: for @callback
 *
 * Reads one file in another thread, so that a window goes on; see trio_import_read_bytes().
 */
void
trio_import_read_async (TrioImportContext *context,
                        const char *name,
                        GBytes *bytes,
                        const TrioImportOptions *options,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->context = trio_import_context_ref (context);
  job->name = g_strdup (name);
  job->bytes = g_bytes_ref (bytes);
  if (options)
    job->options = *options;

  g_task_set_source_tag (task, trio_import_read_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * trio_import_read_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the plan, or %NULL with @error set
 */
TrioImportPlan *
trio_import_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
