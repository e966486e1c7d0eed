/* cpu-time.h: what a test has used of the processor.
 *
 * Limits on time are limits on work: a machine that is busy with other things must not make a
 * test fail.
 */
#pragma once

#include <glib.h>
#include <time.h>

/* Seconds of processor time of this process, all threads. */
static inline double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}
