/* trio-minimap.h: the whole board in a corner, and which part of it is seen. */
#pragma once

#include "app/board/trio-board.h"

G_BEGIN_DECLS

#define TRIO_TYPE_MINIMAP (trio_minimap_get_type ())

G_DECLARE_FINAL_TYPE (TrioMinimap, trio_minimap, TRIO, MINIMAP, GtkWidget)

GtkWidget *trio_minimap_new (TrioBoard *board);

G_END_DECLS
