/* trio-page-sheet.h: one page of a document on its paper, at any size. */
#pragma once

#include "app/preview/trio-preview-source.h"

G_BEGIN_DECLS

/**
 * TrioSheetMark:
 * @place: where, in points
 * @is_current: whether it is the one that was jumped to
 * @is_band: whether it is a band behind what is being edited, not a word that was found
 *
 * Something that is shown on top of a page.
 */
typedef struct
{
  TrioLayoutPlace place;
  gboolean is_current;
  gboolean is_band;
} TrioSheetMark;

#define TRIO_TYPE_PAGE_SHEET (trio_page_sheet_get_type ())

G_DECLARE_FINAL_TYPE (TrioPageSheet, trio_page_sheet, TRIO, PAGE_SHEET, GtkWidget)

GtkWidget *trio_page_sheet_new (TrioPreviewSource *source);
void trio_page_sheet_set_page (TrioPageSheet *self, guint page);
guint trio_page_sheet_get_page (TrioPageSheet *self);
void trio_page_sheet_set_scale (TrioPageSheet *self, double scale);
void trio_page_sheet_set_marks (TrioPageSheet *self, GArray *marks);

G_END_DECLS
