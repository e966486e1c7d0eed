/* trio-station-file.h: one file for each station, for the laptops that stand there. */
#pragma once

#include "model/trio-snapshot.h"
#include "store/trio-store.h"

G_BEGIN_DECLS

char *trio_station_file_dup_name (TrioSnapshot *snapshot, const TrioRecord *station);
gboolean trio_station_file_make (
    TrioSnapshot *snapshot, TrioId next_id, TrioId station, const char *path, GError **error);
GPtrArray *trio_station_files_make (TrioSnapshot *snapshot,
                                    TrioId next_id,
                                    const char *folder,
                                    GCancellable *cancellable,
                                    GError **error);
void trio_station_files_make_async (TrioSnapshot *snapshot,
                                    TrioId next_id,
                                    const char *folder,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *trio_station_files_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
