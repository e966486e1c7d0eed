/* trio-workshop-view-private.h: shared by the files of the view. */
#pragma once

#include "app/station/trio-sidebar.h"
#include "app/station/trio-station-page.h"
#include "app/window/trio-workshop-view.h"

G_BEGIN_DECLS

struct _TrioWorkshopView
{
  AdwBin parent_instance;

  TrioSidebar *sidebar;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkRevealer *banner_revealer;
  GtkLabel *banner_label;
  GtkButton *banner_button;
  AdwToastOverlay *toasts;
  AdwViewStack *stack; /* children: TrioPage */
  GtkWidget *switcher;
  TrioStationPage *station_page;
  GtkWidget *switcher_bar;
  GtkWidget *title;
  GtkWidget *narrow_switcher;
  GtkWidget *header;
  GtkWidget *content; /* everything but the stations */
  GtkWidget *buttons_bin;
  GtkWidget *buttons;
  guint resizing;
  GtkWidget *flap;        /* AdwFlap */
  gboolean wants_sidebar; /* where there is room for it */
  GtkMenuButton *menu_button;
  GtkWidget *lock_button;
  GtkLabel *lock_label;
  GMenu *undo_section;
  char *steps; /* what undo and redo would do, as it is shown */
  GtkWidget *home;

  TrioModel *model;
  TrioStore *store; /* where it is kept, for pages that are filled later */
  TrioId station;
};

void trio_workshop_view_follow_room_class (GtkWidgetClass *widget_class);
void trio_workshop_view_follow_room (TrioWorkshopView *self);
void trio_workshop_view_ignore_room (TrioWorkshopView *self);
void trio_workshop_view_show_home (TrioWorkshopView *self);
void trio_workshop_view_show_steps (TrioWorkshopView *self);

G_END_DECLS
