/* trio-summary-page.h: the summary of a theme, beside its inputs and the document it goes into. */
#pragma once

#include "app/preview/trio-page-preview.h"
#include "app/summary/trio-summary-clusters.h"
#include "app/summary/trio-summary-editor.h"
#include "app/window/trio-page.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SUMMARY_PAGE (trio_summary_page_get_type ())

G_DECLARE_FINAL_TYPE (TrioSummaryPage, trio_summary_page, TRIO, SUMMARY_PAGE, AdwBin)

TrioSummaryEditor *trio_summary_page_get_editor (TrioSummaryPage *self);
TrioSummaryClusters *trio_summary_page_get_clusters (TrioSummaryPage *self);
TrioPagePreview *trio_summary_page_get_preview (TrioSummaryPage *self);
gboolean trio_summary_page_show_theme (TrioSummaryPage *self, TrioId theme);

G_END_DECLS
