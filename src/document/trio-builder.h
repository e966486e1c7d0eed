/* trio-builder.h: from a workshop and a template to a document tree. */
#pragma once

#include "document/trio-build-options.h"
#include "document/trio-doc.h"
#include "document/trio-template.h"

G_BEGIN_DECLS

TrioDoc *trio_builder_build (TrioSnapshot *snapshot,
                             TrioTemplate *tmpl,
                             const TrioBuildOptions *options,
                             GError **error);
GPtrArray *trio_builder_list_missing (TrioSnapshot *snapshot,
                                      TrioTemplate *tmpl,
                                      const TrioBuildOptions *options);

G_END_DECLS
