/* trio-outline-private.h: shared by the files of the outline. */
#pragma once

#include "app/trio-outline-list.h"
#include "app/trio-outline.h"

G_BEGIN_DECLS

struct _TrioOutline
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  GtkWidget *popover;

  TrioModel *model;
  TrioId station;
  TrioOutlineList *list;
  GtkMultiSelection *selection;
  GPtrArray *rows; /* TrioNoteRow: those that show an item now */
  GSimpleActionGroup *actions;
  guint focus_idle;
  TrioId wanted; /* note to be edited as soon as its row exists */
};

void trio_outline_install_actions (TrioOutline *self);
void trio_outline_update_actions (TrioOutline *self);
void trio_outline_notice (TrioOutline *self, const char *text, gboolean undoable);

G_END_DECLS
