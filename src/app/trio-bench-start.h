/* trio-bench-start.h: what starting the program cost, for the benchmarks. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void trio_bench_start_mark (void);
void trio_bench_start_watch (GtkWindow *window);

G_END_DECLS
