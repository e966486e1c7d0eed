/* trio-summary-spelling.h: underlines misspelt words in a text view, and offers others. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIO_TYPE_SUMMARY_SPELLING (trio_summary_spelling_get_type ())

G_DECLARE_FINAL_TYPE (TrioSummarySpelling, trio_summary_spelling, TRIO, SUMMARY_SPELLING, GObject)

TrioSummarySpelling *trio_summary_spelling_new (GtkTextView *view);
void trio_summary_spelling_set_language (TrioSummarySpelling *self, const char *lang);
void trio_summary_spelling_check (TrioSummarySpelling *self);
guint trio_summary_spelling_get_n_misspelt (TrioSummarySpelling *self);
gboolean trio_summary_spelling_is_ready (TrioSummarySpelling *self);

G_END_DECLS
