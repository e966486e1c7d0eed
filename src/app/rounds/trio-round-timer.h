/* trio-round-timer.h: tells views when the clock of the running round shows something else. */
#pragma once

#include "model/trio-rounds.h"

G_BEGIN_DECLS

#define TRIO_TYPE_ROUND_TIMER (trio_round_timer_get_type ())

G_DECLARE_FINAL_TYPE (TrioRoundTimer, trio_round_timer, TRIO, ROUND_TIMER, GObject)

TrioRoundTimer *trio_round_timer_new (TrioModel *model);
void trio_round_timer_set_watched (TrioRoundTimer *self, gboolean watched);
const TrioRoundClock *trio_round_timer_get_clock (TrioRoundTimer *self);

G_END_DECLS
