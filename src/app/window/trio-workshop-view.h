/* trio-workshop-view.h: the frame of an open workshop: stations, header, and one page at a time. */
#pragma once

#include <adwaita.h>

#include "model/trio-commands.h"
#include "store/trio-store.h"

G_BEGIN_DECLS

#define TRIO_TYPE_WORKSHOP_VIEW (trio_workshop_view_get_type ())

G_DECLARE_FINAL_TYPE (TrioWorkshopView, trio_workshop_view, TRIO, WORKSHOP_VIEW, AdwBin)

/* Signals: "notice" (string text, gboolean undoable): something to tell
 * "station-changed": another station is shown
 * "page-changed": another page is shown
 * "sidebar-shown" (gboolean shown): the list of stations has come or gone */

GtkWidget *trio_workshop_view_new (TrioModel *model);
void trio_workshop_view_set_store (TrioWorkshopView *self, TrioStore *store);
void trio_workshop_view_close (TrioWorkshopView *self);

TrioId trio_workshop_view_get_station (TrioWorkshopView *self);
gboolean trio_workshop_view_go_to_number (TrioWorkshopView *self, gint64 number);
const char *trio_workshop_view_get_page (TrioWorkshopView *self);
void trio_workshop_view_show_page (TrioWorkshopView *self, const char *name);
void trio_workshop_view_go_on (TrioWorkshopView *self);
void trio_workshop_view_show_object (TrioWorkshopView *self, TrioId object, guint field);
void trio_workshop_view_show_summary (TrioWorkshopView *self, TrioId theme);
void trio_workshop_view_show_note (TrioWorkshopView *self, TrioId note);
void trio_workshop_view_turn_page (TrioWorkshopView *self, int step);
void trio_workshop_view_act_on_board (TrioWorkshopView *self, const char *action);
void trio_workshop_view_fill_draft (TrioWorkshopView *self, TrioNoteDraft *draft);
void trio_workshop_view_focus_capture (TrioWorkshopView *self);
void trio_workshop_view_focus_next_pane (TrioWorkshopView *self);
const char *trio_workshop_view_get_draft (TrioWorkshopView *self);
gboolean trio_workshop_view_submit_draft (TrioWorkshopView *self);
void trio_workshop_view_clear_draft (TrioWorkshopView *self);
void trio_workshop_view_finish_edit (TrioWorkshopView *self);
gboolean trio_workshop_view_undo (TrioWorkshopView *self, gboolean redo);

char *trio_workshop_view_dup_home (TrioWorkshopView *self);
void trio_workshop_view_set_state (TrioWorkshopView *self, const char *state);
void trio_workshop_view_show_banner (TrioWorkshopView *self,
                                     const char *text,
                                     const char *button,
                                     const char *action);
void trio_workshop_view_add_toast (TrioWorkshopView *self, AdwToast *toast);
gboolean trio_workshop_view_set_show_sidebar (TrioWorkshopView *self, gboolean show);
void trio_workshop_view_leave_sidebar (TrioWorkshopView *self);
void trio_workshop_view_set_lock (TrioWorkshopView *self, const char *why);
void trio_workshop_view_hide_banner (TrioWorkshopView *self);

G_END_DECLS
