/* trio-store-read.h: what is in another workshop's file, which is only read. */
#pragma once

#include <gio/gio.h>

#include "model/trio-snapshot.h"

G_BEGIN_DECLS

TrioSnapshot *trio_store_read (const char *path, GCancellable *cancellable, GError **error);
void trio_store_read_async (const char *path,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
TrioSnapshot *trio_store_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
