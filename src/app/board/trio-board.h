/* trio-board.h: the board: clusters and inputs of a station, or of all, on a canvas.
 *
 * One drawn widget, no child widget per note. It shares its selection and filter with the
 * outline, and changes the workshop only by commands.
 */
#pragma once

#include <adwaita.h>

#include "app/notes/trio-note-actions.h"
#include "canvas/trio-scene.h"
#include "canvas/trio-viewport.h"

G_BEGIN_DECLS

#define TRIO_TYPE_BOARD (trio_board_get_type ())

G_DECLARE_FINAL_TYPE (TrioBoard, trio_board, TRIO, BOARD, GtkWidget)

/* Signals:
 * "notice" (string text, gboolean undoable): something was done or refused
 * "view-changed": another part of the board is seen
 * "scene-changed": something on the board has changed
 * "edit-finished": an edit in place has ended
 * "proposal-toggled" (guint group): a proposed cluster was taken in or left out */

GtkWidget *trio_board_new (void);
void trio_board_show (TrioBoard *self, TrioNoteActions *actions, TrioId station);
TrioModel *trio_board_get_model (TrioBoard *self);
TrioId trio_board_get_station (TrioBoard *self);
TrioScene *trio_board_get_scene (TrioBoard *self);
TrioSelection *trio_board_get_selection (TrioBoard *self);
void trio_board_flush (TrioBoard *self);

double trio_board_get_zoom (TrioBoard *self);
const TrioViewport *trio_board_get_viewport (TrioBoard *self);
void trio_board_zoom_by (TrioBoard *self, int steps);
void trio_board_zoom_to (TrioBoard *self, double zoom);
void trio_board_zoom_at (TrioBoard *self, double zoom, double x, double y);
void trio_board_fit (TrioBoard *self, gboolean animate);
void trio_board_show_view (TrioBoard *self, const TrioViewport *view);
void trio_board_set_inset (TrioBoard *self, double right, double bottom);
void trio_board_fit_selection (TrioBoard *self);
void trio_board_scroll_by (TrioBoard *self, double dx, double dy);
void trio_board_centre_on (TrioBoard *self, double x, double y);
void trio_board_reveal (TrioBoard *self, TrioId note);
void trio_board_show_added (TrioBoard *self, TrioId note);

gboolean trio_board_edit (TrioBoard *self, TrioId object);
void trio_board_create_note (TrioBoard *self, const char *text);
gboolean trio_board_take_drop (TrioBoard *self, const GValue *value, double x, double y);
void trio_board_set_votes_by_click (TrioBoard *self, gboolean on);
gboolean trio_board_get_votes_by_click (TrioBoard *self);
void trio_board_set_proposal (TrioBoard *self, GPtrArray *groups);
void trio_board_redraw_proposal (TrioBoard *self, guint group);
void trio_board_point_at_proposal (TrioBoard *self, guint group);
void trio_board_tell_text (TrioBoard *self, const char *text);
void trio_board_tell_done (TrioBoard *self, const char *text);

void trio_board_finish_edit (TrioBoard *self);
gboolean trio_board_is_editing (TrioBoard *self);

G_END_DECLS
