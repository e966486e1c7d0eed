/* trio-theme-card-private.h: shared by the files of the card. */
#pragma once

#include "app/setup/trio-colour-row.h"
#include "app/setup/trio-theme-card.h"

G_BEGIN_DECLS

struct _TrioThemeCard
{
  GtkBox parent_instance;

  GtkWidget *bar;
  GtkWidget *head;
  GtkLabel *badge;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *topic;
  GtkWidget *direction;
  GtkScrolledWindow *direction_scroll;
  GtkBox *questions;
  GtkBox *stations;
  TrioSetupFindings *findings;
  GtkMenuButton *menu_button;
  GMenuModel *theme_menu;
  TrioColourRow *colours;
  TrioQuestionList *question_list;
  TrioStationList *station_list;
  GActionGroup *actions;

  TrioModel *model;
  TrioObject *theme;
  TrioId id;
  GListModel *station_objects;
  const char *colour_class;
};

void trio_theme_card_tell (TrioThemeCard *self, const GError *error);
void trio_theme_card_add_actions (TrioThemeCard *self);

G_END_DECLS
