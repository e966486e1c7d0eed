/* trio-workshop-view-private.h: shared by the files of the view. */
#pragma once

#include "app/trio-capture-bar.h"
#include "app/trio-outline.h"
#include "app/trio-sidebar.h"
#include "app/trio-workshop-view.h"

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
  GtkLabel *heading;
  GtkLabel *subheading;
  GtkWidget *add_button;   /* while there is no station */
  AdwToastOverlay *toasts; /* above the list: never over the field */
  TrioOutline *outline;
  TrioCaptureBar *capture;
  GtkRevealer *sidebar_revealer;
  AdwWindowTitle *header_title;
  GtkMenuButton *menu_button;
  GMenu *undo_section;

  TrioModel *model;
  TrioObject *theme;
  TrioId station;
};

void trio_workshop_view_show_steps (TrioWorkshopView *self);

G_END_DECLS
