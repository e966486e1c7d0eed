/* trio-gate.h: the checks before a document leaves: personal data, consistency, coverage,
 * accessibility.
 *
 * Pure functions of a snapshot, a document tree and a file name: no clock, no locale. The
 * same input gives the same findings in the same order.
 */
#pragma once

#include <gio/gio.h>

#include "document/gate/trio-finding.h"
#include "document/trio-doc.h"
#include "store/trio-store.h"

G_BEGIN_DECLS

/**
 * TrioGateReport:
 *
 * What the checks found. Immutable and counted; may be read from any thread.
 */
typedef struct _TrioGateReport TrioGateReport;

TrioGateReport *trio_gate_run (TrioSnapshot *snapshot, const TrioDoc *doc, const char *file_name);
void trio_gate_run_async (TrioSnapshot *snapshot,
                          TrioDoc *doc,
                          const char *file_name,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
TrioGateReport *trio_gate_run_finish (GAsyncResult *result, GError **error);

TrioGateReport *trio_gate_report_ref (TrioGateReport *report);
void trio_gate_report_unref (TrioGateReport *report);
guint trio_gate_report_get_length (const TrioGateReport *report);
const TrioFinding *trio_gate_report_get (const TrioGateReport *report, guint index);
const TrioFinding *trio_gate_report_find (const TrioGateReport *report, const char *id);
guint trio_gate_report_count (const TrioGateReport *report, TrioSeverity severity);
gboolean trio_gate_report_blocks (const TrioGateReport *report);
char *trio_gate_dup_line (guint n_blocks, guint n_warnings, guint n_notices);
char *trio_gate_report_dup_line (const TrioGateReport *report);

gboolean trio_gate_check_reason (const char *reason, GError **error);
gboolean trio_gate_justify (
    TrioModel *model, const TrioFinding *finding, const char *reason, gint64 time, GError **error);
gboolean trio_gate_mask (TrioStore *store,
                         const TrioFinding *const *findings,
                         guint n_findings,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioGateReport, trio_gate_report_unref)

G_END_DECLS
