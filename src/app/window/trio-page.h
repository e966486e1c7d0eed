/* trio-page.h: one of the views that the switcher in the header goes between.
 *
 * The frame (TrioWorkshopView) knows its pages only by this interface: it tells them which
 * workshop and which station to show, and asks them to keep edits that are under way.
 */
#pragma once

#include <adwaita.h>

#include "store/trio-store.h"

G_BEGIN_DECLS

/* Stands for a station where all of them are meant. */
#define TRIO_ALL_STATIONS ((TrioId)-1)

#define TRIO_TYPE_PAGE (trio_page_get_type ())

G_DECLARE_INTERFACE (TrioPage, trio_page, TRIO, PAGE, GtkWidget)

/**
 * TrioPageInterface:
 * @set_model: shows this workshop from now on; %NULL lets go of the one that is shown
 * @set_store: says which file the workshop is kept in, after @set_model; the reference goes with
 *   the model. Pages that need no file leave it out.
 * @set_station: shows this station; 0 when there is none, %TRIO_ALL_STATIONS for all. Pages
 *   without stations leave it out.
 * @finish_edit: keeps an edit that is under way. Pages without edits leave it out.
 * @focus_next_pane: moves the focus to the part of the page after the one that holds @focus,
 *   or to the first when @focus is %NULL; %FALSE when there is no further part. Pages of one
 *   part leave it out.
 * @get_toasts: where passing messages are shown, if they would cover something otherwise
 *
 * What a page does for its frame. Signal "notice" (string text, gboolean undoable): something
 * was done or refused.
 */
struct _TrioPageInterface
{
  GTypeInterface parent;

  void (*set_model) (TrioPage *self, TrioModel *model);
  void (*set_store) (TrioPage *self, TrioStore *store);
  void (*set_station) (TrioPage *self, TrioId station);
  void (*finish_edit) (TrioPage *self);
  gboolean (*focus_next_pane) (TrioPage *self, GtkWidget *focus);
  AdwToastOverlay *(*get_toasts) (TrioPage *self);
};

void trio_page_set_model (TrioPage *self, TrioModel *model);
void trio_page_set_store (TrioPage *self, TrioStore *store);
void trio_page_set_station (TrioPage *self, TrioId station);
void trio_page_finish_edit (TrioPage *self);
gboolean trio_page_focus_next_pane (TrioPage *self, GtkWidget *focus);
AdwToastOverlay *trio_page_get_toasts (TrioPage *self);
void trio_page_notice (TrioPage *self, const char *text, gboolean undoable);

G_END_DECLS
