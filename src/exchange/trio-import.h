/* trio-import.h: from files and pasted text to inputs of a workshop, as one step.
 *
 * In three moves: a context from a snapshot, a plan from any number of files or texts (in any
 * thread), and the plan applied to the model. Without the last it is a dry run.
 */
#pragma once

#include "exchange/trio-import-plan.h"
#include "model/trio-model.h"
#include "model/trio-snapshot.h"

G_BEGIN_DECLS

/* The largest file that is read. */
#define TRIO_IMPORT_MAX_BYTES (64 * 1024 * 1024)

TrioImportContext *trio_import_context_new_for_snapshot (TrioSnapshot *snapshot);
gboolean trio_import_read_bytes (TrioImportPlan *plan,
                                 const char *name,
                                 GBytes *bytes,
                                 const TrioImportOptions *options,
                                 GCancellable *cancellable,
                                 GError **error);
gboolean trio_import_read_text (TrioImportPlan *plan,
                                const char *text,
                                const TrioImportOptions *options,
                                GCancellable *cancellable,
                                GError **error);
TrioImportPlan *trio_import_read_list (TrioModel *model, TrioId station, const char *text);
void trio_import_read_async (TrioImportContext *context,
                             const char *name,
                             GBytes *bytes,
                             const TrioImportOptions *options,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
TrioImportPlan *trio_import_read_finish (GAsyncResult *result, GError **error);
gboolean trio_import_apply (const TrioImportPlan *plan,
                            TrioModel *model,
                            TrioSource source,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
