/* trio-document.h: the documents that a workshop remembers: made how, sent when, changed since? */
#pragma once

#include "document/trio-build-options.h"
#include "document/trio-doc.h"
#include "document/trio-template-library.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

/**
 * TrioDocumentState:
 * @TRIO_DOCUMENT_STATE_UNSENT: it has not been marked as sent
 * @TRIO_DOCUMENT_STATE_SENT: it would be made the same today
 * @TRIO_DOCUMENT_STATE_CHANGED: it would say something else today than what was sent
 *
 * How a document stands to what was sent.
 */
typedef enum
{
  TRIO_DOCUMENT_STATE_UNSENT,
  TRIO_DOCUMENT_STATE_SENT,
  TRIO_DOCUMENT_STATE_CHANGED,
} TrioDocumentState;

/**
 * TrioDocumentSettings:
 * @title: what the document is called in the workshop
 * @type: the kind of document, such as "notat"
 * @template_id: (nullable): the id of its template; %NULL for the usual one
 * @language: (nullable): "da", "en", or %NULL for the workshop's
 *
 * What a document remembers beside its #TrioBuildOptions.
 */
typedef struct
{
  const char *title;
  const char *type;
  const char *template_id;
  const char *language;
} TrioDocumentSettings;

const TrioRecord *trio_document_find (TrioSnapshot *snapshot, const char *title);
const char *trio_document_get_language (TrioSnapshot *snapshot, const char *language);
TrioTemplate *trio_document_choose_template (TrioSnapshot *snapshot,
                                             const TrioTemplateLibrary *library,
                                             const TrioDocumentSettings *settings,
                                             GPtrArray *remarks,
                                             GError **error);
gboolean trio_document_load_pictures (const TrioTemplateLibrary *library,
                                      const TrioTemplate *tmpl,
                                      TrioBuildOptions *options,
                                      GError **error);
char *trio_document_dup_picture_path (const TrioTemplateLibrary *library, const char *path);
TrioDoc *trio_document_build (TrioSnapshot *snapshot,
                              const TrioTemplateLibrary *library,
                              const TrioDocumentSettings *settings,
                              TrioBuildOptions *options,
                              GPtrArray *remarks,
                              GError **error);

char *trio_document_digest (TrioSnapshot *snapshot,
                            const TrioRecord *document,
                            const TrioTemplateLibrary *library,
                            GError **error);
gboolean trio_document_get_state (TrioSnapshot *snapshot,
                                  const TrioRecord *document,
                                  const TrioTemplateLibrary *library,
                                  TrioDocumentState *state,
                                  GError **error);

TrioId trio_document_remember (TrioModel *model,
                               const TrioDocumentSettings *settings,
                               const TrioBuildOptions *options,
                               GError **error);
gboolean trio_document_mark_sent (TrioModel *model,
                                  TrioId document,
                                  const TrioTemplateLibrary *library,
                                  const char *recipients,
                                  const char *date,
                                  GError **error);

G_END_DECLS
