/* trio-move-popover.h: asks which cluster or station inputs go to, with search. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_MOVE_POPOVER (trio_move_popover_get_type ())

G_DECLARE_FINAL_TYPE (TrioMovePopover, trio_move_popover, TRIO, MOVE_POPOVER, GtkPopover)

/* Signals: "chosen" (gint64 target, string title): a cluster or station was chosen; with 0 a new
 * cluster with that title is wanted. The popover closes by itself. */

GtkWidget *trio_move_popover_new (TrioModel *model, TrioId station);

G_END_DECLS
