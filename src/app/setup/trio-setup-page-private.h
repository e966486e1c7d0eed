/* trio-setup-page-private.h: shared by the files of the setup page. */
#pragma once

#include "app/setup/trio-card-flow.h"
#include "app/setup/trio-setup-page.h"

G_BEGIN_DECLS

struct _TrioSetupPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroll;
  GtkWidget *lock;
  GtkLabel *lock_label;
  TrioSetupFindings *findings;
  AdwBin *form_bin;
  GtkWidget *themes_head;
  GtkWidget *no_themes;
  TrioCardFlow *themes;
  AdwBin *rounds_bin;
  GtkWidget *rounds_head;
  AdwBin *parent_bin;
  GtkWidget *parent_head;
  AdwBin *followup_bin;
  GtkWidget *followup_head;
  GtkWidget *theme_button;
  GActionMap *actions;

  TrioModel *model;
  TrioSetupForm *form; /* NULL until the page is looked at */
  char *why_locked;

  guint check_timer;
  GCancellable *checking;
};

void trio_setup_page_check_soon (TrioSetupPage *self);
void trio_setup_page_stop_checking (TrioSetupPage *self);
void trio_setup_page_install_actions (TrioSetupPage *self);
void trio_setup_page_add_drop (TrioSetupPage *self);

G_END_DECLS
