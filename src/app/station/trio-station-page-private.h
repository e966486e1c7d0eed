/* trio-station-page-private.h: shared by the files of the page. */
#pragma once

#include "app/board/trio-board-pane.h"
#include "app/notes/trio-filter-bar.h"
#include "app/station/trio-station-page.h"

G_BEGIN_DECLS

struct _TrioStationPage
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkLabel *subheading;
  GtkWidget *add_button;   /* while there is no station */
  AdwToastOverlay *toasts; /* above the list: never over the field */
  TrioFilterBar *filter_bar;
  GtkWidget *layouts;
  GtkWidget *suggest_button;
  GtkWidget *search_button;
  GtkStack *stack;
  TrioBoardPane *pane;
  TrioOutline *outline;
  TrioCaptureBar *capture;

  TrioModel *model;
  TrioObject *theme;
  TrioId station;
  TrioSelection *selection; /* shared by board and list */
  TrioNoteFilter *filter;
  TrioNoteActions *actions;
};

/* trio-station-page-actions.c */

void trio_station_page_add_board_actions (GtkWidgetClass *widget_class);
void trio_station_page_follow_actions (TrioStationPage *self);
void trio_station_page_install_letters (TrioStationPage *self);

G_END_DECLS
