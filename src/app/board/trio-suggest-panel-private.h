/* trio-suggest-panel-private.h: shared by the files of the panel. */
#pragma once

#include "app/board/trio-suggest-panel.h"
#include "clustering/trio-suggestion.h"

G_BEGIN_DECLS

struct _TrioSuggestPanel
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *message;
  GtkScale *scale;
  GtkLabel *summary;
  GtkListBox *list;
  GtkLabel *reason;
  GtkWidget *accept_button;

  TrioBoard *board; /* weak */
  TrioId station;
  GCancellable *cancellable;
  TrioSuggestion *suggestion;
  GPtrArray *clusters; /* TrioSuggestedCluster of the present cut */
  GPtrArray *groups;   /* TrioSceneGroup: those that would change something */
  GArray *cluster_of;  /* guint: index in clusters of each group */
  GHashTable *names;   /* notes of a cluster, hashed → TrioClusterName */
  gboolean wants_more; /* looking for inputs like the selected ones instead */
  guint list_timeout;
  gboolean is_active;
};

/* trio-suggest-panel-list.c */
void trio_suggest_panel_queue_list (TrioSuggestPanel *self);
void trio_suggest_panel_fill_list (TrioSuggestPanel *self);
void trio_suggest_panel_show_toggled (TrioSuggestPanel *self, guint group);
void trio_suggest_panel_show_summary (TrioSuggestPanel *self);

G_END_DECLS
