/* trio-sidebar.h: the workshop's title and state, and the list of its stations. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SIDEBAR (trio_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (TrioSidebar, trio_sidebar, TRIO, SIDEBAR, AdwBin)

/* Signal "station-selected" (gint64 id): the user or the program chose another station. */

void trio_sidebar_set_model (TrioSidebar *self, TrioModel *model);
void trio_sidebar_set_state (TrioSidebar *self, const char *state);
void trio_sidebar_select (TrioSidebar *self, TrioId station);
TrioId trio_sidebar_get_selected (TrioSidebar *self);

G_END_DECLS
