/* bench-start.c: from the start of the process to its first frame, beside an empty window.
 *
 * Both programs are started in turn, so that a busy moment of the machine hits both. Wall
 * time and processor time are reported apart; on a machine without a GPU both count.
 */
#include "bench.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <stdio.h>
#include <unistd.h>

#define ROUNDS 15

typedef struct
{
  BenchSeries *frame;
  BenchSeries *cpu;
} Series;

/* Starts a program with the probe in it; adds what it says to the series, if there is one. */
static void
measure (const char *const *argv, const char *probe, Series *series)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  double start;
  double frame;
  double cpu;
  FILE *answer;
  int ends[2];

  if (!g_unix_open_pipe (ends, FD_CLOEXEC, &error))
    g_error ("%s", error->message);
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", probe, TRUE);
  g_subprocess_launcher_setenv (launcher, "TRIO_PROBE_FD", "3", TRUE);
  g_subprocess_launcher_take_fd (launcher, ends[1], 3);

  start = bench_now_ms ();
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  if (process == NULL)
    g_error ("%s", error->message);
  g_clear_object (&launcher);

  answer = fdopen (ends[0], "r");
  if (fscanf (answer, "%lf %lf", &frame, &cpu) != 2)
    g_error ("%s drew no frame.", argv[0]);
  fclose (answer);
  g_subprocess_wait (process, NULL, NULL);

  if (series == NULL)
    return;
  bench_series_add (series->frame, frame - start);
  bench_series_add (series->cpu, cpu);
}

int
main (int argc, char **argv)
{
  const char *const empty[] = { argc > 2 ? argv[2] : NULL, NULL };
  const char *const *command = (const char *const *)argv + 3;
  Series floor = { bench_series_new (), bench_series_new () };
  Series program = { bench_series_new (), bench_series_new () };

  if (argc < 4)
    g_error ("usage: bench-start PROBE EMPTY-WINDOW PROGRAM [ARGUMENT…]");

  /* The first start of each reads the disk; it is not counted. */
  measure (empty, argv[1], NULL);
  measure (command, argv[1], NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      measure (empty, argv[1], &floor);
      measure (command, argv[1], &program);
    }
  bench_report ("start-first-frame", argc - 4, program.frame, "ms", floor.frame);
  bench_report ("start-cpu", argc - 4, program.cpu, "ms", floor.cpu);

  bench_series_free (floor.frame);
  bench_series_free (floor.cpu);
  bench_series_free (program.frame);
  bench_series_free (program.cpu);
  return 0;
}
