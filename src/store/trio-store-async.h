/* trio-store-async.h: what takes long with an open file, without making the caller wait. */
#pragma once

#include "store/trio-store.h"

G_BEGIN_DECLS

void trio_store_check_async (TrioStore *self, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *trio_store_check_finish (TrioStore *self, GAsyncResult *result, GError **error);
void trio_store_save_copy_async (TrioStore *self,
                                 const char *path,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean trio_store_save_copy_finish (TrioStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
