/* trio-summary-drag.h: inputs that are dragged onto the sentence that rests on them. */
#pragma once

#include "app/summary/trio-summary-editor.h"

G_BEGIN_DECLS

void trio_summary_drag_offer (GtkWidget *row, const char *text, const TrioId *notes, guint n_notes);
void trio_summary_drag_accept (TrioSummaryEditor *editor);
int trio_summary_drag_find_sentence (TrioSummaryEditor *editor, double x, double y);

G_END_DECLS
