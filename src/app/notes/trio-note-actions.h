/* trio-note-actions.h: what can be done to the selected inputs and their clusters.
 *
 * One group of actions with the prefix "board" serves board and outline alike, so that the same
 * key does the same in both. The actions work on a TrioSelection.
 */
#pragma once

#include <adwaita.h>

#include "app/notes/trio-selection.h"
#include "model/trio-commands.h"
#include "model/trio-note-filter.h"

G_BEGIN_DECLS

#define TRIO_TYPE_NOTE_ACTIONS (trio_note_actions_get_type ())

G_DECLARE_FINAL_TYPE (TrioNoteActions, trio_note_actions, TRIO, NOTE_ACTIONS, GObject)

/* Signals:
 * "edit" (gint64 note): the words of an input are to be edited in place
 * "rename" (gint64 cluster): the title of a cluster is to be edited in place
 * "create": a new input is to be begun
 * "notice" (string text, gboolean undoable): something was done or refused
 *
 * The view that is shown answers to the first three. */

/**
 * TrioNotePlaceFunc:
 * @view: the view
 * @place: (out): where in @view the input or heading with the focus is drawn
 * @user_data: data of the caller
 *
 * Tells where a menu or a popover that a key opens shall point to.
 */
typedef void (*TrioNotePlaceFunc) (GtkWidget *view, GdkRectangle *place, gpointer user_data);

TrioNoteActions *trio_note_actions_new (TrioSelection *selection, TrioNoteFilter *filter);
TrioSelection *trio_note_actions_get_selection (TrioNoteActions *self);
TrioNoteFilter *trio_note_actions_get_filter (TrioNoteActions *self);
GActionGroup *trio_note_actions_get_group (TrioNoteActions *self);

void trio_note_actions_set_station (TrioNoteActions *self, TrioId station);
TrioId trio_note_actions_get_station (TrioNoteActions *self);
GArray *trio_note_actions_dup_clusters (TrioNoteActions *self);
void trio_note_actions_set_draft (TrioNoteActions *self, const TrioNoteDraft *draft);
void trio_note_actions_fill_draft (TrioNoteActions *self, TrioNoteDraft *draft);
void trio_note_actions_tell (TrioNoteActions *self, const char *text, gboolean undoable);

void trio_note_actions_attach (TrioNoteActions *self,
                               GtkWidget *view,
                               TrioNotePlaceFunc place,
                               gpointer user_data);
void trio_note_actions_detach (TrioNoteActions *self, GtkWidget *view);
void trio_note_actions_show_menu (TrioNoteActions *self, GtkWidget *view, const GdkRectangle *at);

G_END_DECLS
