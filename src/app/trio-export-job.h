/* trio-export-job.h: makes a document of a workshop in the background. */
#pragma once

#include <gio/gio.h>

#include "document/writers/trio-writer.h"
#include "model/trio-snapshot.h"

G_BEGIN_DECLS

/**
 * TrioExportOptions:
 * @format: the format
 * @language: "da" or "en": language of the document
 * @group_by_cluster: whether the inputs stand under the titles of their clusters
 *
 * What the note is to be like.
 */
typedef struct
{
  TrioFormat format;
  const char *language;
  gboolean group_by_cluster;
} TrioExportOptions;

void trio_export_async (TrioSnapshot *snapshot,
                        const char *workshop_path,
                        const TrioExportOptions *options,
                        const char *output,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
gboolean trio_export_finish (GAsyncResult *result, GPtrArray **remarks, GError **error);
GPtrArray *
trio_export_list_missing (TrioSnapshot *snapshot, const char *workshop_path, const char *language);

G_END_DECLS
