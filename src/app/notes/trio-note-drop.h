/* trio-note-drop.h: text and files that other programs drop on a view of inputs. */
#pragma once

#include "app/notes/trio-note-actions.h"
#include "model/trio-commands-board.h"

G_BEGIN_DECLS

/**
 * TrioNoteLayFunc:
 * @index: which of the new inputs, from 0
 * @spot: (out): where it lies
 * @user_data: data of the caller
 *
 * Says where on a board an input goes that is in no cluster.
 */
typedef void (*TrioNoteLayFunc) (guint index, TrioSpot *spot, gpointer user_data);

GtkDropTarget *trio_note_drop_target_new (void);
gboolean trio_note_drop_take_files (GtkWidget *view, const GValue *value);
gboolean trio_note_drop_take_text (GtkWidget *view,
                                   TrioNoteActions *actions,
                                   const char *text,
                                   const TrioNotePlace *place,
                                   TrioNoteLayFunc lay,
                                   gpointer user_data);

G_END_DECLS
