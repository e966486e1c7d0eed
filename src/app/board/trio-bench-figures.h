/* trio-bench-figures.h: clocks and percentiles for the benchmarks of the window. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 trio_bench_processor_us (void);
gint64 trio_bench_thread_us (void);
double trio_bench_pss_mb (void);
void trio_bench_add (GArray *values, gint64 microseconds);
double trio_bench_percentile (GArray *values, double share);

G_END_DECLS
