/* trio-import-csv.h: inputs from a table: CSV of any separator, or cells pasted from a sheet. */
#pragma once

#include "exchange/trio-import-plan.h"

G_BEGIN_DECLS

gboolean trio_import_csv (TrioImportPlan *plan,
                          const char *text,
                          gssize length,
                          const TrioImportOptions *options,
                          GCancellable *cancellable,
                          GError **error);
gboolean
trio_import_csv_is_table (const TrioImportContext *context, const char *text, gssize length);

G_END_DECLS
