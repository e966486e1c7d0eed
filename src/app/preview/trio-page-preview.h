/* trio-page-preview.h: the pages of a document, live, with zoom, thumbnails and search. */
#pragma once

#include <adwaita.h>

#include "app/preview/trio-preview-source.h"

G_BEGIN_DECLS

/**
 * TrioPreviewFit:
 * @TRIO_PREVIEW_FIT_WIDTH: a page is as wide as there is room
 * @TRIO_PREVIEW_FIT_PAGE: a whole page is in view
 * @TRIO_PREVIEW_FIT_NONE: the user has chosen a size
 *
 * How large the pages are.
 */
typedef enum
{
  TRIO_PREVIEW_FIT_WIDTH,
  TRIO_PREVIEW_FIT_PAGE,
  TRIO_PREVIEW_FIT_NONE,
} TrioPreviewFit;

#define TRIO_TYPE_PAGE_PREVIEW (trio_page_preview_get_type ())

G_DECLARE_FINAL_TYPE (TrioPagePreview, trio_page_preview, TRIO, PAGE_PREVIEW, AdwBin)

/* Signal "place-pressed" (string anchor): what stands there was clicked */

TrioPreviewSource *trio_page_preview_get_source (TrioPagePreview *self);
void trio_page_preview_set_tools (TrioPagePreview *self, gboolean tools);
void trio_page_preview_set_fit (TrioPagePreview *self, TrioPreviewFit fit);
void trio_page_preview_set_zoom (TrioPagePreview *self, double zoom);
double trio_page_preview_get_zoom (TrioPagePreview *self);
guint trio_page_preview_get_page (TrioPagePreview *self);
void trio_page_preview_go_to_page (TrioPagePreview *self, guint page);
void trio_page_preview_show_anchor (TrioPagePreview *self, const char *anchor, const char *with);
guint trio_page_preview_search (TrioPagePreview *self, const char *text);
gboolean trio_page_preview_search_next (TrioPagePreview *self, int step);

G_END_DECLS
