/* trio-rotation-view-private.h: shared by the files of the table of rounds and teams. */
#pragma once

#include "app/rounds/trio-rotation-view.h"

G_BEGIN_DECLS

struct _TrioRotationView
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GtkWidget *empty;
  GtkWidget *plan_button;
  GtkLabel *verdict;
  GtkLabel *problem;

  TrioModel *model;
  GArray *shape; /* the objects that the table was built for */
  gboolean filling;
};

void trio_rotation_view_build (TrioRotationView *self);
void trio_rotation_view_show_problem (TrioRotationView *self, const GError *error);
TrioId trio_rotation_object_of (gpointer widget);
TrioId trio_rotation_round_of (gpointer widget);
TrioId trio_rotation_nth_id (GListModel *list, guint index);

G_END_DECLS
