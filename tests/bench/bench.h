/* bench.h: what the benchmarks share: series of measurements and the lines that report them.
 *
 * Single times wander with the machine; what counts is the ratio to a floor that was
 * measured in the same run, alternating with the work itself.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BenchSeries BenchSeries;

BenchSeries *bench_series_new (void);
void bench_series_free (BenchSeries *series);
void bench_series_add (BenchSeries *series, double value);
double bench_series_percentile (BenchSeries *series, double percent);

void
bench_report (const char *name, guint n, BenchSeries *series, const char *unit, BenchSeries *floor);
void bench_report_percentile (const char *name,
                              guint n,
                              BenchSeries *series,
                              const char *unit,
                              BenchSeries *floor,
                              double percent);

double bench_now_ms (void);
double bench_cpu_ms (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchSeries, bench_series_free)

G_END_DECLS
