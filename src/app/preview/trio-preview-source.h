/* trio-preview-source.h: a document of the workshop as pages that follow every change.
 *
 * It builds and lays out in another thread, from a snapshot, a moment after something has
 * changed; what is newer cancels what is older. Several widgets may show one source: a strip
 * of pages and their thumbnails share the drawings.
 */
#pragma once

#include <gtk/gtk.h>

#include "document/layout/trio-layout.h"
#include "document/trio-document.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_PREVIEW_SOURCE (trio_preview_source_get_type ())

G_DECLARE_FINAL_TYPE (TrioPreviewSource, trio_preview_source, TRIO, PREVIEW_SOURCE, GObject)

/* Signals:
 * "changed": the pages show something else
 * "failed": the document cannot be made; see trio_preview_source_get_error() */

TrioPreviewSource *trio_preview_source_new (void);
void trio_preview_source_set_model (TrioPreviewSource *self, TrioModel *model, const char *path);
void trio_preview_source_set_document (TrioPreviewSource *self, TrioId document, const char *type);
void trio_preview_source_set_active (TrioPreviewSource *self, gboolean active);
void trio_preview_source_reload_templates (TrioPreviewSource *self);

gboolean trio_preview_source_is_busy (TrioPreviewSource *self);
const GError *trio_preview_source_get_error (TrioPreviewSource *self);
const GPtrArray *trio_preview_source_get_remarks (TrioPreviewSource *self);
TrioDoc *trio_preview_source_get_doc (TrioPreviewSource *self);
TrioSnapshot *trio_preview_source_get_snapshot (TrioPreviewSource *self);

guint trio_preview_source_get_n_pages (TrioPreviewSource *self);
void trio_preview_source_get_page_size (TrioPreviewSource *self, double *width, double *height);
GskRenderNode *trio_preview_source_get_node (TrioPreviewSource *self, guint page);
gboolean trio_preview_source_find_anchor (TrioPreviewSource *self,
                                          const char *anchor,
                                          TrioLayoutPlace *place);
gboolean trio_preview_source_find_extent (TrioPreviewSource *self,
                                          const char *anchor,
                                          TrioLayoutPlace *place);
GArray *trio_preview_source_search (TrioPreviewSource *self, const char *text);
const char *trio_preview_source_hit_test (TrioPreviewSource *self, guint page, double x, double y);

TrioDocumentSettings
trio_document_settings_for (TrioSnapshot *snapshot, TrioId document, const char *type);
TrioBuildOptions *trio_document_options_for (TrioSnapshot *snapshot, TrioId document);

G_END_DECLS
