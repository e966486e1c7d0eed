/* trio-wall-page.h: one page of the wall: cards at their places. */
#pragma once

#include <gtk/gtk.h>

#include "document/wall/trio-wall-pages.h"

G_BEGIN_DECLS

#define TRIO_TYPE_WALL_PAGE (trio_wall_page_get_type ())

G_DECLARE_FINAL_TYPE (TrioWallPage, trio_wall_page, TRIO, WALL_PAGE, GtkWidget)

void trio_wall_page_set_dark (TrioWallPage *self, gboolean dark);
void trio_wall_page_set_size (TrioWallPage *self, double size);
void trio_wall_page_take_deck (TrioWallPage *self, TrioWallDeck *deck);
const TrioWallDeck *trio_wall_page_get_deck (TrioWallPage *self);
void trio_wall_page_offer (TrioWallPage *self, TrioWallDeck *newer);
gboolean trio_wall_page_has_news (TrioWallPage *self, guint *n_new);
void trio_wall_page_accept (TrioWallPage *self);
guint trio_wall_page_get_n_pages (TrioWallPage *self);
guint trio_wall_page_get_page (TrioWallPage *self);
void trio_wall_page_show (TrioWallPage *self, guint page);

G_END_DECLS
