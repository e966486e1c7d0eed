/* trio-documents-page.h: every document of the workshop: what it is like, what the checks say, and
 * how it leaves.
 */
#pragma once

#include "app/preview/trio-page-preview.h"
#include "app/window/trio-page.h"

G_BEGIN_DECLS

#define TRIO_TYPE_DOCUMENTS_PAGE (trio_documents_page_get_type ())

G_DECLARE_FINAL_TYPE (TrioDocumentsPage, trio_documents_page, TRIO, DOCUMENTS_PAGE, AdwBin)

TrioPagePreview *trio_documents_page_get_preview (TrioDocumentsPage *self);
void trio_documents_page_show_document (TrioDocumentsPage *self, TrioId document, const char *type);
TrioId trio_documents_page_get_document (TrioDocumentsPage *self);
const char *trio_documents_page_get_document_type (TrioDocumentsPage *self);
GtkWidget *trio_documents_page_get_parameter (TrioDocumentsPage *self, const char *name);
gboolean trio_documents_page_is_checked (TrioDocumentsPage *self);
GtkWidget *trio_documents_page_get_export_row (TrioDocumentsPage *self, guint index);
GtkWidget *trio_documents_page_open_export (TrioDocumentsPage *self);

G_END_DECLS
