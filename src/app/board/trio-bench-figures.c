/* trio-bench-figures.c: clocks and percentiles for the benchmarks of the window. */
#include "config.h"

#include "app/board/trio-bench-figures.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

/**
 * trio_bench_processor_us:
 *
 * Returns: processor time of all threads so far, in microseconds
 */
gint64
trio_bench_processor_us (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec
         + usage.ru_stime.tv_usec;
}

/**
 * trio_bench_thread_us:
 *
 * Returns: processor time of this thread so far, in microseconds; waiting for others does not
 *   count
 */
gint64
trio_bench_thread_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/**
 * trio_bench_pss_mb:
 *
 * Returns: proportional set size in MB: memory that is shared counts in parts
 */
double
trio_bench_pss_mb (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? (double)g_ascii_strtoull (line + 5, NULL, 10) / 1024 : 0;
}

/**
 * trio_bench_add:
 * @values: milliseconds, as double
 * @microseconds: one more
 *
 * Keeps a time.
 */
void
trio_bench_add (GArray *values, gint64 microseconds)
{
  double ms = (double)microseconds / 1e3;

  g_array_append_val (values, ms);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a;
  double other = *(const double *)b;

  return (one > other) - (one < other);
}

/**
 * trio_bench_percentile:
 * @values: numbers, as double; they are sorted
 * @share: 0.5 for the middle, 1 for the greatest
 *
 * Returns: the number that so large a share of them does not exceed, 0 when there is none
 */
double
trio_bench_percentile (GArray *values, double share)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint)((values->len - 1) * share + 0.5));
}
