/* trio-earlier-dialog-private.h: shared by the files of the dialog. */
#pragma once

#include "app/followup/trio-earlier-dialog.h"
#include "clustering/trio-topics.h"
#include "exchange/trio-earlier.h"

G_BEGIN_DECLS

struct _TrioEarlierDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkButton *here_button;
  GtkWidget *choose_button;
  GtkLabel *trouble;
  GtkProgressBar *progress;
  GtkWidget *stop_button;
  AdwPreferencesGroup *events_group;
  GtkWidget *other_button;
  GtkSpinner *spinner;
  AdwPreferencesGroup *topics_group;
  GtkLabel *no_topics;
  GtkSwitch *events_switch;
  GtkSwitch *initiatives_switch;
  AdwActionRow *events_row;
  AdwActionRow *initiatives_row;
  GtkWidget *collect_button;
  GtkWidget *bar;

  TrioModel *model;
  char *path; /* of the workshop, or NULL */
  TrioId document;
  char *folder;
  GPtrArray *files; /* of TrioEarlierFile, or NULL */
  GPtrArray *rows;  /* of GtkWidget, one for each file */
  GCancellable *reading;

  GPtrArray *topic_rows;
  GPtrArray *searched; /* of TrioSnapshot: what topics were looked for in */
  GCancellable *searching;
  guint n_topics;
};

void trio_earlier_dialog_choice_changed (TrioEarlierDialog *self);
void trio_earlier_dialog_add_file (TrioEarlierDialog *self, const TrioEarlierFile *file);
void trio_earlier_dialog_clear_files (TrioEarlierDialog *self);
GPtrArray *trio_earlier_dialog_list_events (TrioEarlierDialog *self);
void trio_earlier_dialog_find_topics (TrioEarlierDialog *self);
void trio_earlier_dialog_drop_topics (TrioEarlierDialog *self);

G_END_DECLS
