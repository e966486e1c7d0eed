/* trio-gate.c: runs the checks and reports.
 *
 * The id of a finding is made of where it is, of its number in the field, and of the stamp
 * of the field, which changes with every change of it. It is not made of the words: ten
 * digits are few enough to try them all against any hash.
 */
#include "config.h"

#include "document/gate/trio-gate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TrioGateReport
{
  gatomicrefcount refs;
  GArray *findings;
};

/* Numbers the objects of a kind from 1, within each parent if there is a field for one. */
static void
number_objects (TrioGate *gate, TrioKind kind, guint parent_field)
{
  GPtrArray *all = trio_snapshot_get_all (gate->snapshot, kind);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (all, i);
      const TrioRecord *parent = NULL;
      guint count;

      if (parent_field != TRIO_NO_FIELD)
        parent = trio_snapshot_get (gate->snapshot, trio_record_get_ref (record, parent_field));
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, parent)) + 1;
      g_hash_table_insert (counts, (gpointer)parent, GUINT_TO_POINTER (count));
      g_hash_table_insert (gate->numbers, (gpointer)record, GUINT_TO_POINTER (count));
    }
}

static void
number_all (TrioGate *gate)
{
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    number_objects (gate, kind,
                    kind == TRIO_KIND_NOTE       ? TRIO_NOTE_STATION
                    : kind == TRIO_KIND_QUESTION ? TRIO_QUESTION_THEME
                                                 : TRIO_NO_FIELD);
}

static guint
get_number (TrioGate *gate, const TrioRecord *record)
{
  if (record->kind == TRIO_KIND_SUMMARY)
    record = trio_snapshot_get (gate->snapshot, trio_record_get_ref (record, TRIO_SUMMARY_THEME));
  return GPOINTER_TO_UINT (g_hash_table_lookup (gate->numbers, record));
}

static gint64
get_station (TrioGate *gate, const TrioRecord *record)
{
  if (record->kind == TRIO_KIND_NOTE)
    record = trio_snapshot_get (gate->snapshot, trio_record_get_ref (record, TRIO_NOTE_STATION));
  if (record == NULL || record->kind != TRIO_KIND_STATION)
    return 0;
  return trio_record_get_int (record, TRIO_STATION_NUMBER);
}

static void
list_waivers (TrioGate *gate)
{
  GPtrArray *waivers = trio_snapshot_get_all (gate->snapshot, TRIO_KIND_WAIVER);

  for (guint i = 0; i < waivers->len; i++)
    g_hash_table_add (gate->waivers,
                      g_strdup (trio_record_get_text (waivers->pdata[i], TRIO_WAIVER_MARK)));
}

static void
set_id (TrioGate *gate, TrioFinding *finding, const TrioRecord *record)
{
  const TrioStamp none = { 0, 0 };
  const TrioStamp *stamp = &none;
  g_autofree char *uuid = record != NULL ? trio_uuid_to_text (&record->uuid) : g_strdup ("");
  g_autofree char *key = g_strdup_printf ("%s %u %s %d", trio_finding_kind_get_name (finding->kind),
                                          finding->part, uuid, (int)finding->field);
  guint ordinal = GPOINTER_TO_UINT (g_hash_table_lookup (gate->ordinals, key)) + 1;
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;

  if (record != NULL && finding->field != TRIO_NO_FIELD)
    stamp = &record->stamps[trio_kind_get_info (record->kind)->fields[finding->field].group];
  text = g_strdup_printf ("%s %u %" G_GINT64_MODIFIER "x %" G_GINT64_MODIFIER "x", key, ordinal,
                          stamp->time, stamp->device);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_strlcpy (finding->id, digest, sizeof finding->id);
  g_hash_table_insert (gate->ordinals, g_steal_pointer (&key), GUINT_TO_POINTER (ordinal));
}

static TrioFinding *
add (TrioGate *gate, const TrioFinding *finding, const TrioRecord *record)
{
  TrioFinding *added;

  g_array_append_vals (gate->findings, finding, 1);
  added = &g_array_index (gate->findings, TrioFinding, gate->findings->len - 1);
  set_id (gate, added, record);
  /* A reason is remembered for a field as it is; what lies outside the file has none. */
  added->is_waived = record != NULL && finding->field != TRIO_NO_FIELD
                     && g_hash_table_contains (gate->waivers, added->id);
  return added;
}

/* Adds a finding about a field of an object, or about the object when @field is
 * TRIO_NO_FIELD; @end is 0 for all of it. */
TrioFinding *
trio_gate_add (TrioGate *gate,
               TrioFindingKind kind,
               TrioSeverity severity,
               const TrioRecord *record,
               guint field,
               gsize start,
               gsize end)
{
  TrioFinding finding = {
    .kind = kind,
    .severity = severity,
    .part = TRIO_PART_RECORD,
    .object = record->id,
    .object_kind = record->kind,
    .field = field,
    .start = start,
    .end = end,
    .station = get_station (gate, record),
    .number = get_number (gate, record),
  };

  return add (gate, &finding, record);
}

/* Adds a finding about something outside the objects of the workshop. */
TrioFinding *
trio_gate_add_part (TrioGate *gate,
                    TrioFindingKind kind,
                    TrioSeverity severity,
                    TrioFindingPart part)
{
  TrioFinding finding
      = { .kind = kind, .severity = severity, .part = part, .field = TRIO_NO_FIELD };

  return add (gate, &finding, NULL);
}

/* Whether the document is of a kind; without a document, everything is of interest. */
gboolean
trio_gate_is_for (const TrioGate *gate, const char *kind)
{
  return gate->doc == NULL || g_strcmp0 (trio_doc_get (gate->doc, TRIO_DOC_KIND), kind) == 0;
}

#define COMPARE(a, b) \
  if ((a) != (b))     \
  return (a) < (b) ? -1 : 1

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const TrioFinding *one = a;
  const TrioFinding *other = b;

  COMPARE (other->severity, one->severity);
  COMPARE (one->kind, other->kind);
  COMPARE (one->part, other->part);
  COMPARE (one->object_kind, other->object_kind);
  COMPARE (one->station, other->station);
  COMPARE (one->number, other->number);
  COMPARE (one->object, other->object);
  COMPARE (one->field, other->field);
  COMPARE (one->start, other->start);
  return strcmp (one->id, other->id);
}

/**
 * trio_gate_run:
 * @snapshot: a workshop
 * @doc: (nullable): the document that is to leave; without one, only the workshop is checked
 * @file_name: (nullable): the name of the file to be written, without its folder
 *
 * Runs all checks.
 *
 * Returns: (transfer full): what was found
 */
TrioGateReport *
trio_gate_run (TrioSnapshot *snapshot, const TrioDoc *doc, const char *file_name)
{
  TrioGate gate = {
    .snapshot = snapshot,
    .doc = doc,
    .file_name = file_name,
    .findings = g_array_new (FALSE, FALSE, sizeof (TrioFinding)),
    .waivers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .numbers = g_hash_table_new (NULL, NULL),
    .ordinals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  TrioGateReport *report = g_new0 (TrioGateReport, 1);

  number_all (&gate);
  list_waivers (&gate);
  trio_gate_personal (&gate);
  trio_gate_prose (&gate);
  trio_gate_themes (&gate);
  trio_gate_coverage (&gate);
  trio_gate_access (&gate);
  g_array_sort (gate.findings, compare_cb);
  g_hash_table_unref (gate.waivers);
  g_hash_table_unref (gate.seen);
  g_hash_table_unref (gate.numbers);
  g_hash_table_unref (gate.ordinals);
  g_atomic_ref_count_init (&report->refs);
  report->findings = gate.findings;
  return report;
}

typedef struct
{
  TrioSnapshot *snapshot;
  TrioDoc *doc;
  char *file_name;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  trio_snapshot_unref (job->snapshot);
  g_clear_pointer (&job->doc, trio_doc_unref);
  g_free (job->file_name);
  g_free (job);
}

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, trio_gate_run (job->snapshot, job->doc, job->file_name),
                         (GDestroyNotify)trio_gate_report_unref);
}

/**
 * trio_gate_run_async:
 * @snapshot: a workshop
 * @doc: (nullable): the document that is to leave
 * @file_name: (nullable): the name of the file to be written, without its folder
 * @cancellable: (nullable): to give up
 * @callback: called in the main context of the caller when the checks have run
 * @user_data: data for @callback
 *
 * Like trio_gate_run(), in another thread.
 */
void
trio_gate_run_async (TrioSnapshot *snapshot,
                     TrioDoc *doc,
                     const char *file_name,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->snapshot = trio_snapshot_ref (snapshot);
  job->doc = doc != NULL ? trio_doc_ref (doc) : NULL;
  job->file_name = g_strdup (file_name);
  g_task_set_source_tag (task, trio_gate_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_cb);
}

/**
 * trio_gate_run_finish:
 * @result: what the callback of trio_gate_run_async() was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was found
 */
TrioGateReport *
trio_gate_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trio_gate_report_ref:
 * @report: a report
 *
 * Returns: (transfer full): the report
 */
TrioGateReport *
trio_gate_report_ref (TrioGateReport *report)
{
  g_atomic_ref_count_inc (&report->refs);
  return report;
}

/**
 * trio_gate_report_unref:
 * @report: (transfer full): a report
 *
 * Frees the report with its last reference.
 */
void
trio_gate_report_unref (TrioGateReport *report)
{
  if (!g_atomic_ref_count_dec (&report->refs))
    return;
  g_array_unref (report->findings);
  g_free (report);
}

/**
 * trio_gate_report_get_length:
 * @report: a report
 *
 * Returns: how many findings it has, those with a written reason included
 */
guint
trio_gate_report_get_length (const TrioGateReport *report)
{
  return report->findings->len;
}

/**
 * trio_gate_report_get:
 * @report: a report
 * @index: number of a finding, from 0; the gravest come first
 *
 * Returns: (transfer none): the finding
 */
const TrioFinding *
trio_gate_report_get (const TrioGateReport *report, guint index)
{
  return &g_array_index (report->findings, TrioFinding, index);
}

/**
 * trio_gate_report_find:
 * @report: a report
 * @id: id of a finding
 *
 * Returns: (transfer none) (nullable): the finding
 */
const TrioFinding *
trio_gate_report_find (const TrioGateReport *report, const char *id)
{
  for (guint i = 0; i < report->findings->len; i++)
    if (strcmp (trio_gate_report_get (report, i)->id, id) == 0)
      return trio_gate_report_get (report, i);
  return NULL;
}

/**
 * trio_gate_report_count:
 * @report: a report
 * @severity: a severity
 *
 * Returns: how many findings of that severity nobody has given a reason for
 */
guint
trio_gate_report_count (const TrioGateReport *report, TrioSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const TrioFinding *finding = trio_gate_report_get (report, i);

      if (finding->severity == severity && !finding->is_waived)
        count++;
    }
  return count;
}

/**
 * trio_gate_report_blocks:
 * @report: a report
 *
 * Returns: whether something stops the export
 */
gboolean
trio_gate_report_blocks (const TrioGateReport *report)
{
  return trio_gate_report_count (report, TRIO_SEVERITY_BLOCK) > 0;
}

/**
 * trio_gate_dup_line:
 * @n_blocks: findings that stop the export
 * @n_warnings: warnings
 * @n_notices: notices
 *
 * Returns: (transfer full): one line that says what the checks found
 */
char *
trio_gate_dup_line (guint n_blocks, guint n_warnings, guint n_notices)
{
  if (n_blocks + n_warnings + n_notices == 0)
    return g_strdup (_ ("Checked before export: no findings."));
  /* Translators: the numbers are of findings that stop the export, of warnings, of notices. */
  return g_strdup_printf (_ ("Checked before export: %u that stop it, warnings: %u, notices: %u."),
                          n_blocks, n_warnings, n_notices);
}

/**
 * trio_gate_report_dup_line:
 * @report: a report
 *
 * Returns: (transfer full): one line that says what the checks found and nobody has given a
 *   reason for
 */
char *
trio_gate_report_dup_line (const TrioGateReport *report)
{
  return trio_gate_dup_line (trio_gate_report_count (report, TRIO_SEVERITY_BLOCK),
                             trio_gate_report_count (report, TRIO_SEVERITY_WARNING),
                             trio_gate_report_count (report, TRIO_SEVERITY_NOTICE));
}
