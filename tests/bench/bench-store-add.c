/* bench-store-add.c: one note from Enter until it is safe, beside a bare insert.
 *
 * The same row goes into our file, with its undo record, and into a bare table, in turn.
 * What the thread that asked spends is measured apart: it must not wait for the disk.
 */
#include "bench-store-tools.h"

#define ROUNDS    200
#define WARM_UP   10
#define N_GROWTH  1000
#define N_AT_ONCE 400

static void
add_note (BenchWorkshop *workshop, guint number)
{
  g_autofree char *text = bench_dup_text (number);
  g_autoptr (GError) error = NULL;
  TrioNoteDraft draft = { .text = text };

  if (!trio_command_add_notes (workshop->model, workshop->stations[number % BENCH_STATIONS], &draft,
                               1, NULL, &error))
    g_error ("%s", error->message);
}

static void
measure_add (guint n_notes)
{
  g_autoptr (BenchWorkshop) workshop = bench_workshop_new (n_notes);
  g_autoptr (BenchSeries) durable = bench_series_new ();
  g_autoptr (BenchSeries) calling = bench_series_new ();
  g_autoptr (BenchSeries) floor = bench_series_new ();
  sqlite3 *db = bench_floor_open (workshop, "floor.trio");
  sqlite3_stmt *insert = bench_floor_prepare_insert (db);

  for (guint i = 0; i < WARM_UP + ROUNDS; i++)
    {
      g_autofree char *text = bench_dup_text (i);
      double start = bench_now_ms ();
      double returned;
      double ours;
      double bare;

      add_note (workshop, i);
      returned = bench_now_ms () - start;
      bench_workshop_flush (workshop);
      ours = bench_now_ms () - start;

      start = bench_now_ms ();
      bench_floor_run (db, "BEGIN IMMEDIATE");
      bench_floor_insert (insert, 1000000 + i, workshop->stations[0], text);
      bench_floor_run (db, "COMMIT");
      bare = bench_now_ms () - start;

      if (i < WARM_UP)
        continue;
      bench_series_add (durable, ours);
      bench_series_add (calling, returned);
      bench_series_add (floor, bare);
    }
  bench_report ("add-durable", n_notes, durable, "ms", floor);
  bench_report_percentile ("add-durable-p95", n_notes, durable, "ms", floor, 95);
  bench_report ("add-calling-thread", n_notes, calling, "ms", NULL);

  sqlite3_finalize (insert);
  sqlite3_close (db);
}

static void
report_growth (const char *name, guint n, gint64 bytes)
{
  g_autoptr (BenchSeries) series = bench_series_new ();

  bench_series_add (series, (double)bytes / n);
  bench_report (name, n, series, "bytes", NULL);
}

static void
move_notes (BenchWorkshop *workshop, const TrioId *notes, guint n_notes, guint station)
{
  g_autoptr (GError) error = NULL;

  if (!trio_command_move_notes (workshop->model, notes, n_notes, workshop->stations[station],
                                &error))
    g_error ("%s", error->message);
}

/* What the file grows by, the undo record included. */
static void
measure_growth (void)
{
  g_autoptr (BenchWorkshop) workshop = bench_workshop_new (N_GROWTH);
  gint64 before = bench_workshop_get_size (workshop);
  gint64 after;

  for (guint i = 0; i < N_GROWTH; i++)
    add_note (workshop, i);
  after = bench_workshop_get_size (workshop);
  report_growth ("growth-per-note", N_GROWTH, after - before);

  before = after;
  for (guint i = 0; i < N_GROWTH; i++)
    move_notes (workshop, &workshop->notes[i], 1, i * BENCH_STATIONS < N_GROWTH ? 1 : 0);
  after = bench_workshop_get_size (workshop);
  report_growth ("growth-per-move", N_GROWTH, after - before);

  before = after;
  for (guint i = 0; i < 4; i++)
    move_notes (workshop, workshop->notes, N_AT_ONCE, 2 + i % 2);
  after = bench_workshop_get_size (workshop);
  report_growth ("growth-per-move-of-400", 4 * N_AT_ONCE, after - before);
}

int
main (void)
{
  measure_add (400);
  measure_add (10000);
  measure_growth ();
  return 0;
}
