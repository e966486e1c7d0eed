/* trio-stacks.h: which notes of a station say nearly the same and could lie in one stack. */
#pragma once

#include "model/trio-snapshot.h"

G_BEGIN_DECLS

GPtrArray *trio_stacks_propose (TrioSnapshot *snapshot, TrioId station);

G_END_DECLS
