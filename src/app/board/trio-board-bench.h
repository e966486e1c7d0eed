/* trio-board-bench.h: what a frame of the board costs, for the benchmarks. */
#pragma once

#include "app/window/trio-window.h"

G_BEGIN_DECLS

gboolean
trio_board_bench_run (TrioWindow *window, const char *scenario, guint n_notes, guint n_frames);

G_END_DECLS
