/* bench-store-tools.c: workshops to measure, and the bare SQLite database beside them. */
#include "bench-store-tools.h"

#include <glib/gstdio.h>
#include <string.h>

static void
check (gboolean ok, GError *error)
{
  if (!ok)
    g_error ("%s", error != NULL ? error->message : "refused");
}

static void
check_sqlite (sqlite3 *db, int rc)
{
  if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

/* What people write on a sticky note: 30 to 70 characters. */
char *
bench_dup_text (guint number)
{
  static const char *const words[]
      = { "Mere tid til faglig sparring på tværs",
          "Kend hinandens ”opgaver” – også dem, der ikke kan ses på kalenderen",
          "Færre møder / kortere møder", "Fast kaffe om onsdagen for hele huset",
          "Synliggøre de gode historier fra hverdagen" };

  return g_strdup_printf ("%s (%u)", words[number % G_N_ELEMENTS (words)], number);
}

static void
add_notes (BenchWorkshop *workshop)
{
  TrioId *next = workshop->notes;

  for (guint i = 0; i < BENCH_STATIONS; i++)
    {
      guint n = workshop->n_notes / BENCH_STATIONS;
      g_autofree TrioNoteDraft *drafts = g_new0 (TrioNoteDraft, n);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < n; j++)
        {
          char *text = bench_dup_text (i * n + j);

          g_ptr_array_add (texts, text);
          drafts[j].text = text;
        }
      if (n > 0)
        check (trio_command_add_notes (workshop->model, workshop->stations[i], drafts, n, next,
                                       &error),
               error);
      next += n;
    }
}

/* A workshop of @n_notes notes at four stations, all on disk, its first backup made. */
BenchWorkshop *
bench_workshop_new (guint n_notes)
{
  BenchWorkshop *workshop = g_new0 (BenchWorkshop, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;

  workshop->folder = g_dir_make_tmp ("trio-bench-XXXXXX", &error);
  check (workshop->folder != NULL, error);
  data = bench_workshop_dup_path (workshop, "data");
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  path = bench_workshop_dup_path (workshop, "workshop.trio");
  workshop->store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);
  check (workshop->store != NULL, error);
  workshop->model = trio_store_get_model (workshop->store);
  workshop->n_notes = n_notes;
  workshop->notes = g_new0 (TrioId, MAX (n_notes, 1));
  for (guint i = 0; i < BENCH_STATIONS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Tema %u", i + 1);
      TrioId theme_and_station
          = trio_command_add_theme_and_station (workshop->model, title, i + 1, &error);

      check (theme_and_station != 0, error);
      workshop->stations[i] = theme_and_station;
    }
  add_notes (workshop);
  bench_workshop_flush (workshop);
  return workshop;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* Closes the file and removes the folder. */
void
bench_workshop_free (BenchWorkshop *workshop)
{
  trio_store_close (workshop->store, NULL);
  g_object_unref (workshop->store);
  remove_folder (workshop->folder);
  g_free (workshop->folder);
  g_free (workshop->notes);
  g_free (workshop);
}

char *
bench_workshop_dup_path (BenchWorkshop *workshop, const char *name)
{
  return g_build_filename (workshop->folder, name, NULL);
}

/* Waits until everything is on disk. */
void
bench_workshop_flush (BenchWorkshop *workshop)
{
  g_autoptr (GError) error = NULL;

  check (trio_store_flush (workshop->store, &error), error);
}

/* Closes the file and opens it with all checks. */
void
bench_workshop_reopen (BenchWorkshop *workshop)
{
  g_autofree char *path = g_strdup (trio_store_get_path (workshop->store));
  g_autoptr (GError) error = NULL;

  check (trio_store_close (workshop->store, &error), error);
  g_object_unref (workshop->store);
  workshop->store = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  check (workshop->store != NULL, error);
  workshop->model = trio_store_get_model (workshop->store);
}

/* Bytes of the file when everything is on disk. */
gint64
bench_workshop_get_size (BenchWorkshop *workshop)
{
  GStatBuf info;

  bench_workshop_flush (workshop);
  if (g_stat (trio_store_get_path (workshop->store), &info) != 0)
    g_error ("The workshop file is not there.");
  return info.st_size;
}

void
bench_floor_run (sqlite3 *db, const char *sql)
{
  check_sqlite (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

sqlite3_stmt *
bench_floor_prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  check_sqlite (db, sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL));
  return stmt;
}

static void
drop_other_tables (sqlite3 *db)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *stmt
      = bench_floor_prepare (db, "SELECT name FROM sqlite_master WHERE name<>'note'");

  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (sql, "DROP TABLE \"%s\";", sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  bench_floor_run (db, sql->str);
}

/* A copy of the workshop's file with nothing left in it but the notes. */
sqlite3 *
bench_floor_open (BenchWorkshop *workshop, const char *name)
{
  g_autofree char *path = bench_workshop_dup_path (workshop, name);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  check (trio_store_save_copy (workshop->store, path, &error), error);
  check_sqlite (db, sqlite3_open (path, &db));
  drop_other_tables (db);
  bench_floor_run (db, "VACUUM; PRAGMA journal_mode=DELETE; PRAGMA locking_mode=EXCLUSIVE;"
                       "PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON");
  return db;
}

/* A new row of the table of notes, all columns. */
sqlite3_stmt *
bench_floor_prepare_insert (sqlite3 *db)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO note VALUES(?");

  for (guint i = 0; i < TRIO_NOTE_N_FIELDS + 3; i++)
    g_string_append (sql, ",?");
  g_string_append_c (sql, ')');
  return bench_floor_prepare (db, sql->str);
}

/* Inserts a note as long as one of ours. */
void
bench_floor_insert (sqlite3_stmt *insert, gint64 id, gint64 station, const char *text)
{
  static const guint8 bytes[40] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  int first = 3;
  int stamps = first + TRIO_NOTE_N_FIELDS;

  sqlite3_bind_int64 (insert, 1, id);
  sqlite3_bind_blob (insert, 2, bytes, sizeof (TrioUuid), SQLITE_STATIC);
  sqlite3_bind_text (insert, first + TRIO_NOTE_TEXT, text, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, first + TRIO_NOTE_STATION, station);
  sqlite3_bind_text (insert, first + TRIO_NOTE_RANK, "a0Vx", -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, first + TRIO_NOTE_ROLE, 0);
  sqlite3_bind_int64 (insert, first + TRIO_NOTE_COLOUR, 0);
  sqlite3_bind_int64 (insert, first + TRIO_NOTE_VOTES, 0);
  sqlite3_bind_int64 (insert, first + TRIO_NOTE_STATE, 0);
  sqlite3_bind_text (insert, first + TRIO_NOTE_REASON, "", -1, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, first + TRIO_NOTE_FLAG, 0);
  sqlite3_bind_int64 (insert, first + TRIO_NOTE_SOURCE, 0);
  sqlite3_bind_int64 (insert, first + TRIO_NOTE_CREATED, g_get_real_time ());
  sqlite3_bind_blob (insert, stamps, bytes, sizeof bytes, SQLITE_STATIC);
  sqlite3_bind_int64 (insert, stamps + 1, G_MAXINT64 / 3);
  check_sqlite (sqlite3_db_handle (insert), sqlite3_step (insert));
  sqlite3_reset (insert);
}
