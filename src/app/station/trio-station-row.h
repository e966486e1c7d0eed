/* trio-station-row.h: a station in the list of stations. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_STATION_ROW (trio_station_row_get_type ())

G_DECLARE_FINAL_TYPE (TrioStationRow, trio_station_row, TRIO, STATION_ROW, GtkListBoxRow)

GtkWidget *trio_station_row_new (TrioModel *model, TrioObject *station);
TrioObject *trio_station_row_get_station (TrioStationRow *self);

G_END_DECLS
