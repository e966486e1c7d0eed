/* trio-outline-private.h: shared by the files of the outline. */
#pragma once

#include "app/notes/trio-note-row.h"
#include "app/outline/trio-outline.h"
#include "app/outline/trio-outline-list.h"
#include "model/trio-commands-board.h"

G_BEGIN_DECLS

/* What is dragged, or dropped by another program, and where it would go. */
typedef struct
{
  TrioId pressed;
  gboolean is_active; /* the pointer has moved far enough */
  GArray *ids;        /* inputs in the hand */
  TrioId cluster;     /* or a cluster */
  char *words;
  GArray *before; /* what was selected before */
  double x;       /* of the pointer */
  double y;
  TrioNotePlace place;
  gboolean has_place;
  graphene_rect_t mark;
  GtkWidget *station; /* in the list of stations, under the pointer */
  guint tick;
} Drag;

struct _TrioOutline
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *view;

  TrioModel *model;
  TrioNoteActions *actions;
  TrioSelection *selected; /* shared with the board */
  TrioOutlineList *list;
  GtkMultiSelection *selection; /* the same as positions */
  GPtrArray *rows;              /* TrioNoteRow: those that show an item now */
  GtkRoot *root;                /* whose focus is followed */
  gboolean is_syncing;          /* one of the selections follows the other */
  gboolean has_focus;           /* the keyboard is in the list */
  gboolean has_anchor;          /* the list knows from where Shift selects */
  TrioId wanted;                /* gets the focus, or is edited, once its row exists */
  gboolean wanted_edit;
  TrioId after_edit; /* where the focus goes after the naming of a cluster */
  guint wanted_idle;
  guint n_tries;
  Drag drag;
};

/* trio-outline-rows.c */

TrioNoteRow *trio_outline_find_row (TrioOutline *self, TrioId object);
guint trio_outline_get_position (TrioNoteRow *row);
GtkListItemFactory *trio_outline_create_rows (TrioOutline *self);
void trio_outline_renumber (TrioOutline *self);

/* trio-outline-drag.c */

void trio_outline_install_drag (TrioOutline *self);
void trio_outline_drop_drag (TrioOutline *self);
void trio_outline_draw_drag (TrioOutline *self, GtkSnapshot *snapshot);

/* trio-outline-place.c */

gboolean
trio_outline_find_place (TrioOutline *self, double y, TrioNotePlace *place, graphene_rect_t *mark);
gboolean trio_outline_find_cluster_place (TrioOutline *self,
                                          double y,
                                          TrioNotePlace *place,
                                          graphene_rect_t *mark);

/* trio-outline-selection.c */

void trio_outline_show_selection (TrioOutline *self);
void trio_outline_follow_selection (TrioOutline *self);
void trio_outline_drop_selection (TrioOutline *self);
void trio_outline_install_anchor (TrioOutline *self);
void trio_outline_follow_focus (TrioOutline *self, GtkRoot *root);
void trio_outline_want (TrioOutline *self, TrioId object, gboolean edit);
void trio_outline_place_cb (GtkWidget *widget, GdkRectangle *place, gpointer user_data);

G_END_DECLS
