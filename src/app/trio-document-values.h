/* trio-document-values.h: what new documents begin with, because it was typed before. */
#pragma once

#include "document/trio-build-options.h"

G_BEGIN_DECLS

void trio_document_values_remember (const char *name, const char *value);
void trio_document_values_apply (TrioBuildOptions *options);

G_END_DECLS
