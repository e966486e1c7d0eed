/* trio-wall-deck.h: what the wall shows of one station or theme, in order.
 *
 * Immutable. The wall goes on showing one deck while people write; a newer one is compared with
 * it, and shown when somebody asks.
 */
#pragma once

#include "document/wall/trio-wall-screen.h"
#include "model/trio-snapshot.h"

G_BEGIN_DECLS

/**
 * TrioWallShow:
 * @TRIO_WALL_NOTES: the notes of a station in the order of capture
 * @TRIO_WALL_CLUSTERS: the clusters of a station, each with its notes, then the other notes
 * @TRIO_WALL_PLAYBACK: the largest clusters of a theme with a quote from each
 *
 * What is shown.
 */
typedef enum
{
  TRIO_WALL_NOTES,
  TRIO_WALL_CLUSTERS,
  TRIO_WALL_PLAYBACK,
} TrioWallShow;

/**
 * TrioWallItemKind:
 * @TRIO_WALL_ITEM_NOTE: a note, as a card
 * @TRIO_WALL_ITEM_HEADING: title of a cluster above its notes
 * @TRIO_WALL_ITEM_CLUSTER: a cluster by itself
 * @TRIO_WALL_ITEM_QUOTE: a note that speaks for its cluster
 *
 * What an item is.
 */
typedef enum
{
  TRIO_WALL_ITEM_NOTE,
  TRIO_WALL_ITEM_HEADING,
  TRIO_WALL_ITEM_CLUSTER,
  TRIO_WALL_ITEM_QUOTE,
} TrioWallItemKind;

/**
 * TrioWallItem:
 * @kind: what it is
 * @id: the note or cluster; 0 for the heading of the notes without a cluster
 * @text: its words; "" for a cluster without a title
 * @colour: a #TrioColour: of a note its own, of a cluster that of its theme
 * @count: of a note: how many it stands for; of a cluster: how many notes are shown of it
 * @votes: how many votes it has
 *
 * One thing on the wall.
 */
typedef struct
{
  TrioWallItemKind kind;
  TrioId id;
  char *text;
  gint64 colour;
  guint count;
  gint64 votes;
} TrioWallItem;

/**
 * TrioWallDeck:
 * @items: (element-type TrioWallItem): what is shown, in order
 * @n_notes: how many notes may be shown
 * @n_held: how many are held back
 *
 * What the wall shows of one station or theme.
 */
typedef struct
{
  GPtrArray *items;
  guint n_notes;
  guint n_held;
} TrioWallDeck;

TrioWallDeck *trio_wall_deck_new (TrioSnapshot *snapshot,
                                  TrioWallScreen *screen,
                                  TrioWallShow show,
                                  TrioId station);
void trio_wall_deck_free (TrioWallDeck *deck);
const TrioWallItem *
trio_wall_deck_find (const TrioWallDeck *deck, TrioWallItemKind kind, TrioId id);
guint trio_wall_deck_count_new (const TrioWallDeck *deck, const TrioWallDeck *newer);
gboolean trio_wall_deck_equal (const TrioWallDeck *a, const TrioWallDeck *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioWallDeck, trio_wall_deck_free)

G_END_DECLS
