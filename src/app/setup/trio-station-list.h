/* trio-station-list.h: the stations of a theme: number, place and host. */
#pragma once

#include <gtk/gtk.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_STATION_LIST (trio_station_list_get_type ())

G_DECLARE_FINAL_TYPE (TrioStationList, trio_station_list, TRIO, STATION_LIST, GtkBox)

GtkWidget *trio_station_list_new (TrioModel *model, TrioId theme);
void trio_station_list_add (TrioStationList *self);

G_END_DECLS
