/* trio-csv.h: the apostrophe that keeps a spreadsheet from running a cell as a formula.
 *
 * Export and import must agree on it, so that what was exported comes back byte for byte.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean trio_csv_needs_guard (const char *cell);
const char *trio_csv_skip_guard (const char *cell);

G_END_DECLS
