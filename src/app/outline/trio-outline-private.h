/* trio-outline-private.h: shared by the files of the outline. */
#pragma once

#include "app/notes/trio-note-row.h"
#include "app/outline/trio-outline-list.h"
#include "app/outline/trio-outline.h"

G_BEGIN_DECLS

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
  TrioId wanted;                /* gets the focus, or is edited, once its row exists */
  gboolean wanted_edit;
  TrioId after_edit; /* where the focus goes after the naming of a cluster */
  guint wanted_idle;
  guint n_tries;
};

/* trio-outline-rows.c */

TrioNoteRow *trio_outline_find_row (TrioOutline *self, TrioId object);
guint trio_outline_get_position (TrioNoteRow *row);
GtkListItemFactory *trio_outline_create_rows (TrioOutline *self);
void trio_outline_renumber (TrioOutline *self);

/* trio-outline-selection.c */

void trio_outline_show_selection (TrioOutline *self);
void trio_outline_follow_selection (TrioOutline *self);
void trio_outline_drop_selection (TrioOutline *self);
void trio_outline_follow_focus (TrioOutline *self, GtkRoot *root);
void trio_outline_want (TrioOutline *self, TrioId object, gboolean edit);
void trio_outline_place_cb (GtkWidget *widget, GdkRectangle *place, gpointer user_data);

G_END_DECLS
