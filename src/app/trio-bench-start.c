/* trio-bench-start.c: what starting the program cost, for the benchmarks.
 *
 * `trio-stations --bench-start [FILE]` prints one JSON line and exits: milliseconds from
 * main() to the end of the first frame, to the first frame after everything was there, and
 * the processor time of the whole process until each.
 */
#include "config.h"

#include "app/trio-bench-start.h"

#include <sys/resource.h>

#include "app/window/trio-window.h"

/* Frames without anything being opened before the start counts as settled. */
#define CALM_US (100 * 1000)

typedef struct
{
  double first_frame;
  double first_cpu;
  double last_frame;
  double last_cpu;
  gboolean shows_file;
} Bench;

static gboolean
waits_for_file (GtkWindow *window)
{
  return TRIO_IS_WINDOW (window) && trio_window_get_path (TRIO_WINDOW (window)) != NULL
         && !trio_window_is_free (TRIO_WINDOW (window));
}

static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/* The moment main() began; a static inside one function is the only place that both need. */
static gint64
begin_time (gboolean mark)
{
  static gint64 begin;

  if (mark)
    begin = g_get_monotonic_time ();
  return begin;
}

static gboolean
report_cb (gpointer user_data)
{
  GtkWindow *window = user_data;
  Bench *bench = g_object_get_data (G_OBJECT (window), "bench");

  if (waits_for_file (window) && !bench->shows_file)
    return G_SOURCE_CONTINUE;

  g_print ("{\"name\":\"start\",\"first_frame_ms\":%.1f,\"first_frame_cpu_ms\":%.1f,"
           "\"settled_ms\":%.1f,\"settled_cpu_ms\":%.1f}\n",
           bench->first_frame, bench->first_cpu, bench->last_frame, bench->last_cpu);
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWindow *window)
{
  Bench *bench = g_object_get_data (G_OBJECT (window), "bench");

  bench->last_frame = (double)(g_get_monotonic_time () - begin_time (FALSE)) / 1e3;
  bench->last_cpu = cpu_ms ();
  bench->shows_file
      = TRIO_IS_WINDOW (window) && trio_window_get_store (TRIO_WINDOW (window)) != NULL;
  if (bench->first_frame > 0)
    return;
  bench->first_frame = bench->last_frame;
  bench->first_cpu = bench->last_cpu;
  g_timeout_add (CALM_US / 1000, report_cb, window);
}

static void
realize_cb (GtkWidget *widget, gpointer user_data)
{
  g_signal_connect_after (gtk_widget_get_frame_clock (widget), "after-paint",
                          G_CALLBACK (after_paint_cb), widget);
}

/**
 * trio_bench_start_mark:
 *
 * Notes the moment at which the program began; called once, first thing.
 */
void
trio_bench_start_mark (void)
{
  begin_time (TRUE);
}

/**
 * trio_bench_start_watch:
 * @window: a window that is not shown yet
 *
 * Prints what the start cost when the window has been drawn, and closes it.
 */
void
trio_bench_start_watch (GtkWindow *window)
{
  g_object_set_data_full (G_OBJECT (window), "bench", g_new0 (Bench, 1), g_free);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}
