/* bench-store-bulk.c: many notes in one step, beside what SQLite needs at least.
 *
 * Importing 10,000 lines beside a bare bulk insert; moving 400 notes, undoing and redoing it
 * beside updates with a hand-written inverse record.
 */
#include "bench-store-tools.h"
#include "exchange/trio-import.h"

#define N_LINES      10000
#define N_MOVED      400
#define IMPORTS      9
#define MOVES        60
#define WARM_UP      4
#define FLOOR_INSERT 2000000

static GBytes *
make_lines (void)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *text = bench_dup_text (i);

      if (i % (N_LINES / BENCH_STATIONS) == 0)
        g_string_append_printf (lines, "STATION %u: TEMA\n", i / (N_LINES / BENCH_STATIONS) + 1);
      g_string_append_printf (lines, "• %s\n", text);
    }
  return g_string_free_to_bytes (lines);
}

/* Reads and applies; the caller waits for the disk. */
static void
import_lines (BenchWorkshop *workshop, GBytes *lines)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (workshop->model);
  g_autoptr (TrioImportContext) context = trio_import_context_new_for_snapshot (snapshot);
  g_autoptr (TrioImportPlan) plan = trio_import_plan_new (context);
  TrioImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!trio_import_read_bytes (plan, "lines.txt", lines, &options, NULL, &error)
      || !trio_import_apply (plan, workshop->model, TRIO_SOURCE_IMPORTED, NULL, &error))
    g_error ("%s", error->message);
}

static double
insert_lines (sqlite3 *db, sqlite3_stmt *insert, guint round)
{
  double start = bench_now_ms ();

  bench_floor_run (db, "BEGIN IMMEDIATE");
  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *text = bench_dup_text (i);

      bench_floor_insert (insert, FLOOR_INSERT + round * N_LINES + i, 1, text);
    }
  bench_floor_run (db, "COMMIT");
  return bench_now_ms () - start;
}

static void
measure_import (void)
{
  g_autoptr (BenchSeries) durable = bench_series_new ();
  g_autoptr (BenchSeries) calling = bench_series_new ();
  g_autoptr (BenchSeries) floor = bench_series_new ();
  g_autoptr (GBytes) lines = make_lines ();

  for (guint i = 0; i < IMPORTS; i++)
    {
      g_autoptr (BenchWorkshop) workshop = bench_workshop_new (0);
      sqlite3 *db = bench_floor_open (workshop, "floor.trio");
      sqlite3_stmt *insert = bench_floor_prepare_insert (db);
      double start = bench_now_ms ();

      import_lines (workshop, lines);
      bench_series_add (calling, bench_now_ms () - start);
      bench_workshop_flush (workshop);
      bench_series_add (durable, bench_now_ms () - start);
      bench_series_add (floor, insert_lines (db, insert, i));
      sqlite3_finalize (insert);
      sqlite3_close (db);
    }
  bench_report ("import-durable", N_LINES, durable, "ms", floor);
  bench_report ("import-parse-and-apply", N_LINES, calling, "ms", NULL);
}

/* The bare table with a log written by hand: one inverse record a note. */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *log;
  sqlite3_stmt *move;
  sqlite3_stmt *undo;
  sqlite3_stmt *forget;
} Floor;

static void
floor_init (Floor *floor, BenchWorkshop *workshop)
{
  floor->db = bench_floor_open (workshop, "moves.trio");
  bench_floor_run (floor->db, "CREATE TABLE inverse(id INTEGER PRIMARY KEY, note INTEGER,"
                              " station INTEGER, rank TEXT) STRICT");
  floor->log = bench_floor_prepare (floor->db, "INSERT INTO inverse(note, station, rank)"
                                               " SELECT id, station, rank FROM note WHERE id=?");
  floor->move = bench_floor_prepare (floor->db, "UPDATE note SET station=?, rank=? WHERE id=?");
  floor->undo = bench_floor_prepare (
      floor->db, "UPDATE note SET station=inverse.station, rank=inverse.rank FROM inverse"
                 " WHERE inverse.note=note.id AND inverse.id>?");
  floor->forget = bench_floor_prepare (floor->db, "DELETE FROM inverse WHERE id>?");
}

static void
floor_clear (Floor *floor)
{
  sqlite3_finalize (floor->log);
  sqlite3_finalize (floor->move);
  sqlite3_finalize (floor->undo);
  sqlite3_finalize (floor->forget);
  sqlite3_close (floor->db);
}

static void
step (sqlite3_stmt *stmt)
{
  if (sqlite3_step (stmt) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (stmt)));
  sqlite3_reset (stmt);
}

static double
floor_move (Floor *floor, const TrioId *notes, gint64 station)
{
  double start = bench_now_ms ();

  bench_floor_run (floor->db, "BEGIN IMMEDIATE");
  for (guint i = 0; i < N_MOVED; i++)
    {
      char rank[16];

      sqlite3_bind_int64 (floor->log, 1, notes[i]);
      step (floor->log);
      g_snprintf (rank, sizeof rank, "b%03u", i);
      sqlite3_bind_int64 (floor->move, 1, station);
      sqlite3_bind_text (floor->move, 2, rank, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (floor->move, 3, notes[i]);
      step (floor->move);
    }
  bench_floor_run (floor->db, "COMMIT");
  return bench_now_ms () - start;
}

static double
floor_undo (Floor *floor)
{
  sqlite3_stmt *last = bench_floor_prepare (floor->db, "SELECT max(id) FROM inverse");
  double start = bench_now_ms ();
  gint64 after;

  bench_floor_run (floor->db, "BEGIN IMMEDIATE");
  sqlite3_step (last);
  after = sqlite3_column_int64 (last, 0) - N_MOVED;
  sqlite3_finalize (last);
  sqlite3_bind_int64 (floor->undo, 1, after);
  step (floor->undo);
  sqlite3_bind_int64 (floor->forget, 1, after);
  step (floor->forget);
  bench_floor_run (floor->db, "COMMIT");
  return bench_now_ms () - start;
}

static void
move_ours (BenchWorkshop *workshop, guint station)
{
  g_autoptr (GError) error = NULL;

  if (!trio_command_move_notes (workshop->model, workshop->notes, N_MOVED,
                                workshop->stations[station], &error))
    g_error ("%s", error->message);
}

static void
undo_ours (BenchWorkshop *workshop)
{
  g_autoptr (GError) error = NULL;

  if (!trio_model_undo (workshop->model, &error))
    g_error ("%s", error->message);
}

static void
measure_moves (guint n_notes)
{
  g_autoptr (BenchWorkshop) workshop = bench_workshop_new (n_notes);
  g_autoptr (BenchSeries) moves = bench_series_new ();
  g_autoptr (BenchSeries) calling = bench_series_new ();
  g_autoptr (BenchSeries) undos = bench_series_new ();
  g_autoptr (BenchSeries) move_floors = bench_series_new ();
  g_autoptr (BenchSeries) undo_floors = bench_series_new ();
  Floor floor;

  floor_init (&floor, workshop);
  for (guint i = 0; i < WARM_UP + MOVES; i++)
    {
      /* There and back, so that each round changes every note and every other one is undone. */
      double start = bench_now_ms ();
      double returned;
      double moved;
      double undone;
      double bare_moved;
      double bare_undone;

      move_ours (workshop, 1 + i % 3);
      returned = bench_now_ms () - start;
      bench_workshop_flush (workshop);
      moved = bench_now_ms () - start;
      bare_moved = floor_move (&floor, workshop->notes, workshop->stations[1 + i % 3]);

      start = bench_now_ms ();
      undo_ours (workshop);
      bench_workshop_flush (workshop);
      undone = bench_now_ms () - start;
      bare_undone = floor_undo (&floor);

      if (i < WARM_UP)
        continue;
      bench_series_add (moves, moved);
      bench_series_add (calling, returned);
      bench_series_add (undos, undone);
      bench_series_add (move_floors, bare_moved);
      bench_series_add (undo_floors, bare_undone);
    }
  bench_report ("move-400-durable", n_notes, moves, "ms", move_floors);
  bench_report ("move-400-calling-thread", n_notes, calling, "ms", NULL);
  bench_report ("undo-400-moves-durable", n_notes, undos, "ms", undo_floors);
  floor_clear (&floor);
}

int
main (void)
{
  measure_import ();
  measure_moves (N_MOVED * BENCH_STATIONS);
  measure_moves (10000);
  return 0;
}
