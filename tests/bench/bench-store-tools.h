/* bench-store-tools.h: workshops to measure, and the bare SQLite database beside them.
 *
 * The floor has the table of notes and nothing else: no log, no other objects. It works with
 * the same journal, the same syncs and the same lock.
 */
#pragma once

#include <sqlite3.h>

#include "bench.h"
#include "model/trio-commands.h"
#include "store/trio-store.h"

G_BEGIN_DECLS

#define BENCH_STATIONS 4

/* A workshop file in a folder of its own. */
typedef struct
{
  char *folder;
  TrioStore *store;
  TrioModel *model;
  TrioId stations[BENCH_STATIONS];
  TrioId *notes;
  guint n_notes;
} BenchWorkshop;

BenchWorkshop *bench_workshop_new (guint n_notes);
void bench_workshop_free (BenchWorkshop *workshop);
char *bench_workshop_dup_path (BenchWorkshop *workshop, const char *name);
void bench_workshop_flush (BenchWorkshop *workshop);
void bench_workshop_reopen (BenchWorkshop *workshop);
gint64 bench_workshop_get_size (BenchWorkshop *workshop);
char *bench_dup_text (guint number);

sqlite3 *bench_floor_open (BenchWorkshop *workshop, const char *name);
void bench_floor_run (sqlite3 *db, const char *sql);
sqlite3_stmt *bench_floor_prepare (sqlite3 *db, const char *sql);
sqlite3_stmt *bench_floor_prepare_insert (sqlite3 *db);
void bench_floor_insert (sqlite3_stmt *insert, gint64 id, gint64 station, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchWorkshop, bench_workshop_free)

G_END_DECLS
