/* trio-station-page.h: the inputs of one station, and the field in which more are typed. */
#pragma once

#include "app/board/trio-board.h"
#include "app/capture/trio-capture-bar.h"
#include "app/outline/trio-outline.h"
#include "app/window/trio-page.h"

G_BEGIN_DECLS

#define TRIO_TYPE_STATION_PAGE (trio_station_page_get_type ())

G_DECLARE_FINAL_TYPE (TrioStationPage, trio_station_page, TRIO, STATION_PAGE, AdwBin)

TrioBoard *trio_station_page_get_board (TrioStationPage *self);
TrioOutline *trio_station_page_get_outline (TrioStationPage *self);
void trio_station_page_announce (TrioStationPage *self);
TrioCaptureBar *trio_station_page_get_capture (TrioStationPage *self);
void trio_station_page_show_note (TrioStationPage *self, TrioId note);

G_END_DECLS
