/* gate-helpers.h: what the tests of the gate share. */
#pragma once

#include "document/gate/trio-gate.h"
#include "test-store-tools.h"

#define CPR   "070761-4285"
#define OTHER "010190-1234"

static inline const TrioFinding *
find_kind (const TrioGateReport *report, TrioFindingKind kind)
{
  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    if (trio_gate_report_get (report, i)->kind == kind)
      return trio_gate_report_get (report, i);
  return NULL;
}

static inline guint
count_kind (const TrioGateReport *report, TrioFindingKind kind)
{
  guint count = 0;

  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    count += trio_gate_report_get (report, i)->kind == kind;
  return count;
}

static inline TrioGateReport *
run_store (TrioStore *store)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (trio_store_get_model (store));

  return trio_gate_run (snapshot, NULL, NULL);
}
