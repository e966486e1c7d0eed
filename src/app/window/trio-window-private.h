/* trio-window-private.h: shared by the files of the window. */
#pragma once

#include "app/rounds/trio-round-timer.h"
#include "app/wall/trio-wall-window.h"
#include "app/window/trio-start-page.h"
#include "app/window/trio-window.h"
#include "app/window/trio-workshop-view.h"

G_BEGIN_DECLS

struct _TrioWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *pages;
  TrioStartPage *start_page;
  GtkSpinner *spinner;
  GtkLabel *loading_label;

  GSettings *settings;
  AdwToast *toast;
  guint toast_timer;

  char *path; /* file that is open, or is being opened */
  TrioStore *store;
  TrioWorkshopView *view;
  TrioRoundTimer *round_timer;
  TrioWallWindow *wall; /* weak */
  GtkWidget *kiosk;     /* the view of a guest who types, or NULL */
  char *exported;       /* the last document that was written */
  GtkWidget *problem;
  GCancellable *opening;
  guint slow_open; /* shows the loading page when opening takes long */
  gboolean asked;  /* a question about closing is on screen */
  gboolean may_close;
};

void trio_window_install_actions (TrioWindow *self);
void trio_window_follow_sidebar (TrioWindow *self);
void trio_window_install_document_actions (TrioWindow *self);
void trio_window_install_mode_actions (TrioWindow *self);
void trio_window_update_mode_actions (TrioWindow *self);
void trio_window_apply_mode (TrioWindow *self);
void trio_window_forget_kiosk (TrioWindow *self);
gboolean trio_window_is_running (TrioWindow *self);
gboolean trio_window_ask_to_leave_kiosk (TrioWindow *self);
void trio_window_install_setup_actions (TrioWindow *self);
void trio_window_confirm_home (TrioWindow *self);
void trio_window_install_round_actions (TrioWindow *self);
void trio_window_update_round_actions (TrioWindow *self);
void trio_window_follow_rounds (TrioWindow *self);
void trio_window_update_actions (TrioWindow *self);
void trio_window_show_page (TrioWindow *self, const char *name);
void trio_window_show_problem (TrioWindow *self, const char *path, const GError *error);
void trio_window_update_state (TrioWindow *self);
void trio_window_drop_store (TrioWindow *self);
void trio_window_drop_toast (TrioWindow *self);
void trio_window_cancel_open (TrioWindow *self);
gboolean trio_window_request_close (TrioWindow *self);
void trio_window_save_elsewhere (TrioWindow *self);
void trio_window_save_copy (TrioWindow *self);
void trio_window_open_copy (TrioWindow *self);
void trio_window_restore (TrioWindow *self, const char *backup);
void trio_window_remember (TrioWindow *self);

G_END_DECLS
