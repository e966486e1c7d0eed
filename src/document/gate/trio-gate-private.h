/* trio-gate-private.h: what the parts of the checks share while they run. */
#pragma once

#include "document/gate/trio-gate.h"

G_BEGIN_DECLS

/**
 * TrioGate:
 * @snapshot: the workshop
 * @doc: (nullable): the document that is to leave
 * @file_name: (nullable): the name of its file
 * @findings: (element-type TrioFinding): what has been found
 * @waivers: marks of findings that may stay
 * @seen: (element-type utf8): the personal data found in the workshop, so that the same in
 *   the document is not told twice; never leaves the run
 * @numbers: number of an object in its order, by the number of the object
 * @ordinals: how many findings of a kind a field has had
 *
 * A run of the checks.
 */
typedef struct
{
  TrioSnapshot *snapshot;
  const TrioDoc *doc;
  const char *file_name;
  GArray *findings;
  GHashTable *waivers;
  GHashTable *seen;
  GHashTable *numbers;
  GHashTable *ordinals;
} TrioGate;

TrioFinding *trio_gate_add (TrioGate *gate,
                            TrioFindingKind kind,
                            TrioSeverity severity,
                            const TrioRecord *record,
                            guint field,
                            gsize start,
                            gsize end);
TrioFinding *trio_gate_add_part (TrioGate *gate,
                                 TrioFindingKind kind,
                                 TrioSeverity severity,
                                 TrioFindingPart part);
gboolean trio_gate_is_for (const TrioGate *gate, const char *kind);

typedef void (*TrioGateTextFunc) (TrioGate *gate,
                                  const char *text,
                                  gboolean is_meta,
                                  gpointer user_data);

void trio_gate_foreach_doc_text (TrioGate *gate, TrioGateTextFunc func, gpointer user_data);

void trio_gate_personal (TrioGate *gate);
void trio_gate_prose (TrioGate *gate);
void trio_gate_themes (TrioGate *gate);
void trio_gate_coverage (TrioGate *gate);
void trio_gate_access (TrioGate *gate);

G_END_DECLS
