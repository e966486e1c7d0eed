/* trio-rotation-view.h: rounds, teams and who is where, as one table. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_ROTATION_VIEW (trio_rotation_view_get_type ())

G_DECLARE_FINAL_TYPE (TrioRotationView, trio_rotation_view, TRIO, ROTATION_VIEW, AdwBin)

GtkWidget *trio_rotation_view_new (void);
void trio_rotation_view_set_model (TrioRotationView *self, TrioModel *model);

G_END_DECLS
