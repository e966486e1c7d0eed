/* trio-document-memory.h: what a document of the workshop remembers, changed bit by bit. */
#pragma once

#include "model/trio-edit.h"

G_BEGIN_DECLS

TrioId trio_document_memory_find (TrioModel *model, const char *type);
TrioId trio_document_memory_set_field (TrioModel *model,
                                       TrioId document,
                                       const char *type,
                                       guint field,
                                       const char *text,
                                       GError **error);
TrioId trio_document_memory_set_parameter (TrioModel *model,
                                           TrioId document,
                                           const char *type,
                                           const char *name,
                                           const char *value,
                                           GError **error);
TrioId trio_document_memory_set_parameters (TrioModel *model,
                                            TrioId document,
                                            const char *type,
                                            const char *const *names,
                                            const char *const *values,
                                            guint n,
                                            GError **error);
TrioId trio_document_memory_set_themes (TrioModel *model,
                                        TrioId document,
                                        const char *type,
                                        const TrioId *themes,
                                        guint n_themes,
                                        GError **error);
TrioId trio_document_memory_add (
    TrioModel *model, const char *type, const char *title, TrioId like, GError **error);

G_END_DECLS
