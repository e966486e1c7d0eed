/* bench.c: series of measurements, and one JSON line per figure on standard output. */
#include "bench.h"

#include <math.h>
#include <time.h>

struct _BenchSeries
{
  GArray *values;
};

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a;
  double right = *(const double *)b;

  return (left > right) - (left < right);
}

static double
read_clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static void
append_number (GString *line, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.3f", value);
  g_string_append_printf (line, ",\"%s\":%s", name, digits);
}

/**
 * bench_series_new:
 *
 * Returns: (transfer full): an empty series
 */
BenchSeries *
bench_series_new (void)
{
  BenchSeries *series = g_new0 (BenchSeries, 1);

  series->values = g_array_new (FALSE, FALSE, sizeof (double));
  return series;
}

/**
 * bench_series_free:
 * @series: (transfer full): a series
 */
void
bench_series_free (BenchSeries *series)
{
  g_array_unref (series->values);
  g_free (series);
}

/**
 * bench_series_add:
 * @series: a series
 * @value: one measurement
 */
void
bench_series_add (BenchSeries *series, double value)
{
  g_array_append_val (series->values, value);
}

/**
 * bench_series_percentile:
 * @series: a series with at least one value
 * @percent: 0 to 100
 *
 * Returns: the nearest-rank percentile
 */
double
bench_series_percentile (BenchSeries *series, double percent)
{
  guint rank;

  g_return_val_if_fail (series->values->len > 0, NAN);

  g_array_sort (series->values, compare_doubles);
  rank = (guint)ceil (percent / 100.0 * series->values->len);
  return g_array_index (series->values, double, MAX (rank, 1) - 1);
}

/**
 * bench_report:
 * @name: what was measured, as a word with hyphens
 * @n: how much of it, such as the number of notes
 * @series: the measurements
 * @unit: "ms", "MB" …
 * @floor: (nullable): the same number of measurements of the least possible work, or of a peer
 *
 * Prints one line. The floor and the ratio compare medians; both are null without a floor.
 */
void
bench_report (const char *name, guint n, BenchSeries *series, const char *unit, BenchSeries *floor)
{
  bench_report_percentile (name, n, series, unit, floor, 50);
}

/**
 * bench_report_percentile:
 * @name: what was measured, as a word with hyphens
 * @n: how much of it, such as the number of notes
 * @series: the measurements
 * @unit: "ms", "MB" …
 * @floor: (nullable): the same number of measurements of the least possible work, or of a peer
 * @percent: the percentile that floor and ratio compare, 0 to 100
 *
 * Prints one line like bench_report().
 */
void
bench_report_percentile (const char *name,
                         guint n,
                         BenchSeries *series,
                         const char *unit,
                         BenchSeries *floor,
                         double percent)
{
  g_autoptr (GString) line = g_string_new (NULL);
  double bare = floor != NULL ? bench_series_percentile (floor, percent) : 0;

  g_string_append_printf (line, "{\"name\":\"%s\",\"n\":%u", name, n);
  append_number (line, "p50", bench_series_percentile (series, 50));
  append_number (line, "p95", bench_series_percentile (series, 95));
  g_string_append_printf (line, ",\"unit\":\"%s\"", unit);
  if (floor != NULL)
    {
      append_number (line, "floor", bare);
      append_number (line, "ratio", bench_series_percentile (series, percent) / bare);
    }
  else
    g_string_append (line, ",\"floor\":null,\"ratio\":null");
  g_print ("%s}\n", line->str);
}

/**
 * bench_now_ms:
 *
 * Returns: a clock that only goes forward, in milliseconds
 */
double
bench_now_ms (void)
{
  return read_clock_ms (CLOCK_MONOTONIC);
}

/**
 * bench_cpu_ms:
 *
 * Returns: the processor time of this process, all threads, in milliseconds
 */
double
bench_cpu_ms (void)
{
  return read_clock_ms (CLOCK_PROCESS_CPUTIME_ID);
}
