/* trio-page-strip.h: all pages of a document below each other, inside a scrolled window. */
#pragma once

#include "app/preview/trio-page-sheet.h"

G_BEGIN_DECLS

#define TRIO_TYPE_PAGE_STRIP (trio_page_strip_get_type ())

G_DECLARE_FINAL_TYPE (TrioPageStrip, trio_page_strip, TRIO, PAGE_STRIP, GtkWidget)

/* Signal "page-pressed" (uint page, double x, double y): a point of a page was clicked */

GtkWidget *trio_page_strip_new (TrioPreviewSource *source);
void trio_page_strip_set_adjustment (TrioPageStrip *self, GtkAdjustment *vertical);
void trio_page_strip_set_scale (TrioPageStrip *self, double scale);
double trio_page_strip_get_scale (TrioPageStrip *self);
double trio_page_strip_find_fit (TrioPageStrip *self, int width, int height);
void trio_page_strip_set_marks (TrioPageStrip *self, GArray *marks);
const char *trio_page_strip_find_place (TrioPageStrip *self, guint page, double x, double y);
double trio_page_strip_find_y (TrioPageStrip *self, guint page, double y);
guint trio_page_strip_find_page (TrioPageStrip *self, double y);

G_END_DECLS
