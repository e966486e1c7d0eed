/* trio-wall-private.h: shared by the files of the wall. */
#pragma once

#include "app/rounds/trio-round-timer.h"
#include "app/wall/trio-wall-page.h"
#include "app/wall/trio-wall-window.h"

G_BEGIN_DECLS

struct _TrioWallWindow
{
  GtkWindow parent_instance;

  GtkStack *faces;
  GtkWidget *show;
  GtkWidget *band;
  GtkLabel *caption;
  GtkLabel *title;
  GtkLabel *question;
  GtkLabel *time;
  GtkLabel *round;
  TrioWallPage *page;
  GtkLabel *empty;
  GtkWidget *foot;
  GtkLabel *count;
  GtkButton *news;
  GtkLabel *page_number;
  GtkBox *samples;
  GtkBox *swatches;
  GtkLabel *test_title;
  GtkLabel *test_advice;
  GtkRevealer *tools;
  GtkLabel *held;
  GtkMenuButton *station_button;
  GtkMenuButton *screen_button;

  GtkWindow *owner;
  TrioModel *model;
  GSettings *settings; /* nullable */
  GSimpleActionGroup *actions;
  TrioRoundTimer *timer;
  TrioWallScreen *screen;
  TrioId station;
  TrioWallShow what;
  guint question_at;
  double size;
  gboolean dark;
  guint refresh; /* collects what was written lately */
  guint hide_tools;
  guint go_back;
  gboolean lost_screen; /* it filled one that was plugged out */
  guint inhibit;        /* keeps the screen on while the wall is shown */
};

void trio_wall_window_refresh (TrioWallWindow *self);
void trio_wall_window_show_head (TrioWallWindow *self);
void trio_wall_window_show_clock (TrioWallWindow *self);
void trio_wall_window_show_foot (TrioWallWindow *self);
void trio_wall_window_apply_size (TrioWallWindow *self);
void trio_wall_window_show_samples (TrioWallWindow *self, gboolean show);
void trio_wall_window_turn (TrioWallWindow *self, int by);
void trio_wall_window_install_actions (TrioWallWindow *self);
void trio_wall_window_install_keys (TrioWallWindow *self);
void trio_wall_window_add_screen_actions (TrioWallWindow *self);
void trio_wall_window_show_menus (TrioWallWindow *self);
void trio_wall_window_go_to_screen (TrioWallWindow *self, guint screen);
gboolean trio_wall_window_close_face (TrioWallWindow *self);

G_END_DECLS
