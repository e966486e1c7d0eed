/* trio-suggest-panel.h: proposes clusters beside the board, which shows them as a preview. */
#pragma once

#include "app/board/trio-board.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SUGGEST_PANEL (trio_suggest_panel_get_type ())

G_DECLARE_FINAL_TYPE (TrioSuggestPanel, trio_suggest_panel, TRIO, SUGGEST_PANEL, AdwBin)

/* Signals:
 * "done" (gboolean accepted): the preview is over */

void trio_suggest_panel_set_board (TrioSuggestPanel *self, TrioBoard *board);
void trio_suggest_panel_start (TrioSuggestPanel *self);
gboolean trio_suggest_panel_accept (TrioSuggestPanel *self);
void trio_suggest_panel_cancel (TrioSuggestPanel *self);
gboolean trio_suggest_panel_is_active (TrioSuggestPanel *self);
void trio_suggest_panel_set_granularity (TrioSuggestPanel *self, double granularity);
GPtrArray *trio_suggest_panel_get_groups (TrioSuggestPanel *self);
void trio_suggest_panel_find_more (TrioSuggestPanel *self);

G_END_DECLS
