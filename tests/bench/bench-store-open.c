/* bench-store-open.c: opening a file with every check, beside reading its rows.
 *
 * The floor opens the same file, runs quick_check and reads every column of every table of
 * objects; it checks nothing and keeps nothing.
 */
#include "bench-store-tools.h"

#define ROUNDS 15

static void
read_table (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *stmt = bench_floor_prepare (db, sql);
  gsize sink = 0;

  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      sink += sqlite3_column_type (stmt, i) == SQLITE_INTEGER
                  ? (gsize)sqlite3_column_int64 (stmt, i)
                  : (gsize)sqlite3_column_text (stmt, i);
  sqlite3_finalize (stmt);
}

static double
read_all (const char *path)
{
  double start = bench_now_ms ();
  sqlite3 *db = NULL;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  bench_floor_run (db, "PRAGMA mmap_size=0; PRAGMA quick_check");
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    read_table (db, trio_kind_get_info (kind)->name);
  sqlite3_close (db);
  return bench_now_ms () - start;
}

static double
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  double start = bench_now_ms ();
  g_autoptr (TrioStore) store = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  double took = bench_now_ms () - start;

  if (store == NULL || !trio_store_close (store, &error))
    g_error ("%s", error->message);
  return took;
}

static void
measure (guint n_notes)
{
  g_autoptr (BenchWorkshop) workshop = bench_workshop_new (n_notes);
  g_autoptr (BenchSeries) opens = bench_series_new ();
  g_autoptr (BenchSeries) floor = bench_series_new ();
  g_autofree char *path = g_strdup (trio_store_get_path (workshop->store));
  g_autoptr (GError) error = NULL;

  if (!trio_store_close (workshop->store, &error))
    g_error ("%s", error->message);
  open_store (path);
  read_all (path);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bench_series_add (opens, open_store (path));
      bench_series_add (floor, read_all (path));
    }
  bench_report ("open", n_notes, opens, "ms", floor);
}

int
main (void)
{
  measure (400);
  measure (10000);
  return 0;
}
