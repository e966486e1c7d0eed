/* trio-wall-window.h: the second window, which a whole room reads. */
#pragma once

#include <adwaita.h>

#include "document/wall/trio-wall-deck.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_WALL_WINDOW (trio_wall_window_get_type ())

G_DECLARE_FINAL_TYPE (TrioWallWindow, trio_wall_window, TRIO, WALL_WINDOW, GtkWindow)

GtkWidget *trio_wall_window_new (GtkWindow *owner, TrioModel *model, GSettings *settings);
void trio_wall_window_show_station (TrioWallWindow *self, TrioId station);
void trio_wall_window_present (TrioWallWindow *self);

G_END_DECLS
