/* trio-sample.h: a whole workshop from a text that people can read.
 *
 * The sample workshops are kept as XML (data/schemas/sample.rnc) and made into files by the
 * build; tests use the same road.
 */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

gboolean trio_sample_fill (TrioModel *model, GBytes *bytes, const char *name, GError **error);
gboolean
trio_sample_read_language (GBytes *bytes, const char *name, TrioLanguage *language, GError **error);

G_END_DECLS
