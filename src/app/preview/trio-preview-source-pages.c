/* trio-preview-source-pages.c: what the pages look like, and where things stand on them. */
#include "config.h"

#include "app/preview/trio-preview-source-private.h"

#include "app/trio-document-values.h"

/**
 * trio_preview_source_get_n_pages:
 * @self: a source
 *
 * Returns: how many pages there are; 0 before the first one is laid out
 */
guint
trio_preview_source_get_n_pages (TrioPreviewSource *self)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), 0);

  return self->layout != NULL ? trio_layout_get_n_pages (self->layout) : 0;
}

/**
 * trio_preview_source_get_page_size:
 * @self: a source
 * @width: (out): width of a page in points
 * @height: (out): height of a page in points
 *
 * Tells how large a page is; A4 before the first one is laid out.
 */
void
trio_preview_source_get_page_size (TrioPreviewSource *self, double *width, double *height)
{
  g_return_if_fail (TRIO_IS_PREVIEW_SOURCE (self));

  *width = 595.28;
  *height = 841.89;
  if (self->layout != NULL)
    trio_layout_get_page_size (self->layout, width, height);
}

/**
 * trio_preview_source_get_node:
 * @self: a source
 * @page: a page, from 0
 *
 * Draws a page in points, without its paper, and keeps the drawing until the page changes.
 *
 * Returns: (transfer none) (nullable): the drawing, or the one before it while the worker runs;
 *   %NULL when it can only be made in a moment, after "changed"
 */
GskRenderNode *
trio_preview_source_get_node (TrioPreviewSource *self, guint page)
{
  double width;
  double height;
  GskRenderNode *node;
  cairo_t *cr;

  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), NULL);

  if (page >= self->nodes->len)
    return NULL;
  node = g_ptr_array_index (self->nodes, page);
  if (node == NULL && self->running != NULL && page < self->old_nodes->len)
    return g_ptr_array_index (self->old_nodes, page);
  if (node != NULL || self->running != NULL)
    return node;
  trio_layout_get_page_size (self->layout, &width, &height);
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cr = gsk_cairo_node_get_draw_context (node);
  trio_layout_draw_page (self->layout, page, cr);
  cairo_destroy (cr);
  g_ptr_array_index (self->nodes, page) = node;
  return node;
}

/**
 * trio_preview_source_find_anchor:
 * @self: a source
 * @anchor: the anchor of a block, or the id of an input
 * @place: (out): where it stands
 *
 * Returns: whether the document has it
 */
gboolean
trio_preview_source_find_anchor (TrioPreviewSource *self,
                                 const char *anchor,
                                 TrioLayoutPlace *place)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), FALSE);

  return self->layout != NULL && trio_layout_find_anchor (self->layout, anchor, place);
}

/**
 * trio_preview_source_find_extent:
 * @self: a source
 * @anchor: the anchor of a block, or the id of an input
 * @place: (out): what it takes of the page on which it begins
 *
 * Returns: whether the document has it
 */
gboolean
trio_preview_source_find_extent (TrioPreviewSource *self,
                                 const char *anchor,
                                 TrioLayoutPlace *place)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), FALSE);

  return self->layout != NULL && trio_layout_find_extent (self->layout, anchor, place);
}

/**
 * trio_preview_source_search:
 * @self: a source
 * @text: words to look for
 *
 * Returns: (transfer full) (element-type TrioLayoutPlace): where they stand, in reading order
 */
GArray *
trio_preview_source_search (TrioPreviewSource *self, const char *text)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), NULL);

  if (self->layout == NULL)
    return g_array_new (FALSE, FALSE, sizeof (TrioLayoutPlace));
  return trio_layout_search (self->layout, text);
}

/**
 * trio_preview_source_hit_test:
 * @self: a source
 * @page: a page, from 0
 * @x: a point on it, in points
 * @y: the same
 *
 * Returns: (transfer none) (nullable): what stands there, as for trio_layout_hit_test()
 */
const char *
trio_preview_source_hit_test (TrioPreviewSource *self, guint page, double x, double y)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), NULL);

  if (page >= trio_preview_source_get_n_pages (self))
    return NULL;
  return trio_layout_hit_test (self->layout, page, x, y);
}

/**
 * trio_document_settings_for:
 * @snapshot: a workshop
 * @document: number of one of its documents, or 0
 * @type: the type of a document that is not remembered
 *
 * Returns: title, type, template and language; they live as long as @snapshot and @type
 */
TrioDocumentSettings
trio_document_settings_for (TrioSnapshot *snapshot, TrioId document, const char *type)
{
  const TrioRecord *record = document != 0 ? trio_snapshot_get (snapshot, document) : NULL;

  if (record == NULL || record->kind != TRIO_KIND_DOCUMENT)
    return (TrioDocumentSettings){ NULL, type, NULL, NULL };
  return (TrioDocumentSettings){
    trio_record_get_text (record, TRIO_DOCUMENT_TITLE),
    trio_record_get_text (record, TRIO_DOCUMENT_TYPE),
    trio_record_get_text (record, TRIO_DOCUMENT_TEMPLATE),
    trio_record_get_text (record, TRIO_DOCUMENT_LANGUAGE),
  };
}

/**
 * trio_document_options_for:
 * @snapshot: a workshop
 * @document: number of one of its documents, or 0 for one that is not remembered yet
 *
 * What is not remembered yet begins with what was typed last where a template wants that.
 *
 * Returns: (transfer full): what the document is to be like
 */
TrioBuildOptions *
trio_document_options_for (TrioSnapshot *snapshot, TrioId document)
{
  TrioBuildOptions *options = trio_build_options_new_for_document (
      snapshot, document != 0 ? trio_snapshot_get (snapshot, document) : NULL);

  if (document == 0)
    trio_document_values_apply (options);
  return options;
}
