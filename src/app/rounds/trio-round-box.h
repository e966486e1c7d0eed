/* trio-round-box.h: the running round and its clock, at the foot of the sidebar. */
#pragma once

#include <adwaita.h>

#include "model/trio-rounds.h"

G_BEGIN_DECLS

#define TRIO_TYPE_ROUND_BOX (trio_round_box_get_type ())

G_DECLARE_FINAL_TYPE (TrioRoundBox, trio_round_box, TRIO, ROUND_BOX, AdwBin)

void trio_round_box_set_model (TrioRoundBox *self, TrioModel *model);

G_END_DECLS
