/* trio-note-actions-private.h: shared by the files of the actions. */
#pragma once

#include "app/notes/trio-note-actions.h"

G_BEGIN_DECLS

struct _TrioNoteActions
{
  GObject parent_instance;

  TrioSelection *selection;
  TrioNoteFilter *filter;
  TrioModel *model;
  TrioId station;      /* 0 for all stations */
  TrioNoteDraft draft; /* what new inputs get; has no words */
  GSimpleActionGroup *group;
  GPtrArray *views;   /* View */
  GtkWidget *popover; /* the last menu or popover, if any */
  gint64 closed;      /* when it was closed, in microseconds */
  guint idle;
  const char *question; /* what the views are asked for as soon as the menu has closed */
  TrioId asked_about;
  guint asking;
};

/* trio-note-actions.c */

GtkWidget *trio_note_actions_get_view (TrioNoteActions *self, GdkRectangle *place);
gboolean trio_note_actions_tell_result (TrioNoteActions *self,
                                        gboolean done,
                                        const char *text,
                                        const GError *error);
GArray *trio_note_actions_dup_targets (TrioNoteActions *self);

/* trio-note-actions-popover.c */

void trio_note_actions_show_popover (TrioNoteActions *self,
                                     GtkWidget *popover,
                                     GtkWidget *view,
                                     const GdkRectangle *at);
void trio_note_actions_close_popover (TrioNoteActions *self);
void trio_note_actions_choose_round (TrioNoteActions *self);
void trio_note_actions_ask (TrioNoteActions *self, const char *question, TrioId object);

/* trio-note-actions-notes.c, -clusters.c, -votes.c, -new.c */

void trio_note_actions_add_note_actions (TrioNoteActions *self);
void trio_note_actions_add_cluster_actions (TrioNoteActions *self);
void trio_note_actions_add_vote_actions (TrioNoteActions *self);
void trio_note_actions_add_new_actions (TrioNoteActions *self);

/* trio-note-actions-state.c */

void trio_note_actions_update (TrioNoteActions *self);
TrioId trio_note_actions_find_next (TrioNoteActions *self, const GArray *leaving);
GArray *trio_note_actions_dup_shown (TrioNoteActions *self);
TrioId trio_note_actions_get_cluster (TrioNoteActions *self);

/* trio-note-actions-keys.c */

GtkEventController *trio_note_actions_create_keys (TrioNoteActions *self);
char *trio_note_actions_dup_accel (const char *detailed);

/* trio-note-menu.c */

GMenu *trio_note_menu_new (TrioNoteActions *self);
GMenu *trio_note_menu_new_rounds (TrioNoteActions *self);

G_END_DECLS
