/* trio-import-text.h: inputs from plain text: pasted lists, notes of an editor, a whole Notat.
 *
 * One input a line or bullet, headings switch the station. See trio_import_text().
 */
#pragma once

#include "exchange/trio-import-plan.h"

G_BEGIN_DECLS

gboolean trio_import_text (TrioImportPlan *plan,
                           const char *text,
                           gssize length,
                           const TrioImportOptions *options,
                           GCancellable *cancellable,
                           GError **error);
gboolean trio_import_text_has_bullets (const char *text, gssize length);

G_END_DECLS
