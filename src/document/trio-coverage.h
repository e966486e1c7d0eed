/* trio-coverage.h: which inputs of a theme its summary rests on. */
#pragma once

#include "model/trio-snapshot.h"

G_BEGIN_DECLS

GPtrArray *trio_coverage_list_notes (TrioSnapshot *snapshot, TrioId theme);
GPtrArray *trio_coverage_list_uncovered (TrioSnapshot *snapshot, TrioId theme);

G_END_DECLS
