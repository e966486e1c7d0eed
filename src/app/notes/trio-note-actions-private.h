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
  GtkWidget *popover; /* the open menu or popover, if any */
  guint idle;
};

/* trio-note-actions.c */

GtkWidget *trio_note_actions_get_view (TrioNoteActions *self, GdkRectangle *place);
gboolean trio_note_actions_tell_result (TrioNoteActions *self,
                                        gboolean done,
                                        const char *text,
                                        const GError *error);
GArray *trio_note_actions_dup_targets (TrioNoteActions *self);
void trio_note_actions_show_popover (TrioNoteActions *self,
                                     GtkWidget *popover,
                                     GtkWidget *view,
                                     const GdkRectangle *at);

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

G_END_DECLS
