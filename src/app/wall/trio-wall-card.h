/* trio-wall-card.h: one item on the wall. */
#pragma once

#include <gtk/gtk.h>

#include "document/wall/trio-wall-pages.h"

G_BEGIN_DECLS

/**
 * TrioWallCard:
 * @slot: where it stands
 * @words: label with its words
 * @mark: (nullable): label with counts and votes
 * @withdrawn: whether it may not be shown any more
 *
 * An item on the page that is shown.
 */
typedef struct
{
  TrioWallSlot slot;
  GtkWidget *words;
  GtkWidget *mark;
  gboolean withdrawn;
} TrioWallCard;

void trio_wall_card_init (TrioWallCard *card,
                          const TrioWallSlot *slot,
                          const TrioWallItem *item,
                          GtkWidget *parent);
void trio_wall_card_clear (gpointer data);
void trio_wall_card_place (TrioWallCard *card, const TrioWallItem *item);
void trio_wall_card_draw (const TrioWallCard *card,
                          const TrioWallItem *item,
                          gboolean dark,
                          GtkSnapshot *snapshot);
int trio_wall_card_measure (const TrioWallItem *item,
                            const char *text,
                            gsize length,
                            int width,
                            double size,
                            int *widest,
                            gpointer user_data);

G_END_DECLS
