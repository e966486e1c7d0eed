/* trio-board-pane.h: the board with what floats above it: map, zoom, suggestions. */
#pragma once

#include "app/board/trio-suggest-panel.h"

G_BEGIN_DECLS

#define TRIO_TYPE_BOARD_PANE (trio_board_pane_get_type ())

G_DECLARE_FINAL_TYPE (TrioBoardPane, trio_board_pane, TRIO, BOARD_PANE, AdwBin)

TrioBoard *trio_board_pane_get_board (TrioBoardPane *self);
TrioSuggestPanel *trio_board_pane_get_panel (TrioBoardPane *self);
void trio_board_pane_suggest (TrioBoardPane *self);

G_END_DECLS
