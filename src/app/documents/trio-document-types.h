/* trio-document-types.h: the types of documents in the words of the interface. */
#pragma once

#include "document/writers/trio-writer.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

/**
 * TrioDocumentType:
 * @id: what templates and the command line call it
 * @name: its name, to be translated
 * @description: what it is for, in one sentence, to be translated
 *
 * A type of document.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *description;
} TrioDocumentType;

const TrioDocumentType *trio_document_type_get (guint index);
const TrioDocumentType *trio_document_type_find (const char *id);
char *trio_document_type_suggest_name (const TrioDocumentType *type,
                                       TrioModel *model,
                                       TrioId document,
                                       TrioFormat format);

G_END_DECLS
