/* trio-snapshot.h: the whole workshop at one moment, immutable, for workers.
 *
 * Clustering, documents, checks and JSON read a snapshot, in any thread, while the model
 * goes on.
 */
#pragma once

#include "model/trio-record.h"

G_BEGIN_DECLS

typedef struct _TrioSnapshot TrioSnapshot;

TrioSnapshot *trio_snapshot_new (GPtrArray *records);
TrioSnapshot *trio_snapshot_ref (TrioSnapshot *snapshot);
void trio_snapshot_unref (TrioSnapshot *snapshot);

const TrioRecord *trio_snapshot_get (TrioSnapshot *snapshot, TrioId id);
const TrioRecord *trio_snapshot_get_workshop (TrioSnapshot *snapshot);
GPtrArray *trio_snapshot_get_all (TrioSnapshot *snapshot, TrioKind kind);
GPtrArray *
trio_snapshot_dup_children (TrioSnapshot *snapshot, TrioKind kind, guint ref_field, TrioId parent);
const TrioRecord *trio_snapshot_find_station (TrioSnapshot *snapshot, gint64 number);
const TrioRecord *trio_snapshot_find_uuid (TrioSnapshot *snapshot, const TrioUuid *uuid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioSnapshot, trio_snapshot_unref)

G_END_DECLS
