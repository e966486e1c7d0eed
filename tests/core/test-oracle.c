/* test-oracle.c: our undo and redo beside what SQLite's session extension would do.
 *
 * Copies of a file are taken before a random step, after it, after its undo and after its
 * redo. The extension finds the difference between the first two without knowing of steps or
 * logs; turned round and applied, it must give what our undo gave, and applied again, what
 * our redo gave: in every table of objects and every column but when it was changed and the
 * checksum over that.
 */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "random-edits.h"
#include "store/trio-store.h"
#include "test-folder.h"

#define N_SEEDS 3
#define N_STEPS 150

static char *folder;

/* A file that random steps are played on, and the copies that are taken of it. */
typedef struct
{
  TrioStore *store;
  GRand *rand;
  char *folder;
  guint n_done;   /* steps that the last action added … */
  guint n_undone; /* … took back … */
  guint n_redone; /* … and brought again */
} Play;

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, Play *play)
{
  play->n_done += transaction->move == TRIO_MOVE_DO;
  play->n_undone += transaction->move == TRIO_MOVE_UNDO;
  play->n_redone += transaction->move == TRIO_MOVE_REDO;
}

static char *
dup_path (Play *play, const char *name)
{
  return g_build_filename (play->folder, name, NULL);
}

static void
save_copy (Play *play, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = dup_path (play, name);

  trio_store_save_copy (play->store, path, &error);
  g_assert_no_error (error);
}

static void
run_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static void
attach (Play *play, sqlite3 *db, const char *name, const char *schema)
{
  g_autofree char *path = dup_path (play, name);
  char *sql = sqlite3_mprintf ("ATTACH %Q AS %s", path, schema);

  run_sql (db, sql);
  sqlite3_free (sql);
}

/* What leads from the tables of "before" to those of the main file. */
static void *
find_changes (sqlite3 *db, int *length)
{
  sqlite3_session *session = NULL;
  void *changes = NULL;

  g_assert_cmpint (sqlite3session_create (db, "main", &session), ==, SQLITE_OK);
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    {
      const char *table = trio_kind_get_info (kind)->name;
      char *message = NULL;

      g_assert_cmpint (sqlite3session_attach (session, table), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3session_diff (session, "before", table, &message), ==, SQLITE_OK);
    }
  g_assert_cmpint (sqlite3session_changeset (session, length, &changes), ==, SQLITE_OK);
  sqlite3session_delete (session);
  return changes;
}

static int
conflict_cb (void *data, int type, sqlite3_changeset_iter *changes)
{
  return SQLITE_CHANGESET_ABORT;
}

static void
apply_changes (sqlite3 *db, void *changes, int length)
{
  g_assert_cmpint (sqlite3changeset_apply (db, length, changes, NULL, conflict_cb, NULL), ==,
                   SQLITE_OK);
}

static char *
dup_columns (TrioKind kind)
{
  const TrioKindInfo *info = trio_kind_get_info (kind);
  GString *columns = g_string_new ("id, uuid");

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (columns, ", \"%s\"", info->fields[i].name);
  return g_string_free (columns, FALSE);
}

static gint64
count_rows (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 n;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return n;
}

/* Each row of either file stands in the other one as well. */
static void
assert_same (sqlite3 *db, const char *other, const char *what)
{
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    {
      const char *table = trio_kind_get_info (kind)->name;
      g_autofree char *columns = dup_columns (kind);

      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *sql = g_strdup_printf (
              "SELECT count(*) FROM (SELECT %s FROM %s.%s EXCEPT SELECT %s FROM %s.%s)", columns,
              i == 0 ? "main" : other, table, columns, i == 0 ? other : "main", table);

          if (count_rows (db, sql) != 0)
            g_error ("%s: “%s” is not what the session extension gives.", what, table);
        }
    }
}

/* Returns how many rows the step had changed. */
static int
ask_oracle (Play *play)
{
  g_autofree char *path = dup_path (play, "done.trio");
  sqlite3 *db = NULL;
  void *changes = NULL;
  void *inverted = NULL;
  int length = 0;
  int n_inverted = 0;
  int n_rows;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run_sql (db, "PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY");
  attach (play, db, "before.trio", "before");
  attach (play, db, "undone.trio", "undone");
  attach (play, db, "redone.trio", "redone");

  changes = find_changes (db, &length);
  g_assert_cmpint (sqlite3changeset_invert (length, changes, &n_inverted, &inverted), ==,
                   SQLITE_OK);
  n_rows = sqlite3_total_changes (db);
  apply_changes (db, inverted, n_inverted);
  n_rows = sqlite3_total_changes (db) - n_rows;
  assert_same (db, "undone", "undo");
  apply_changes (db, changes, length);
  assert_same (db, "redone", "redo");

  sqlite3_free (inverted);
  sqlite3_free (changes);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return n_rows;
}

static void
move (Play *play, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  TrioModel *model = trio_store_get_model (play->store);

  if (undo)
    trio_model_undo (model, &error);
  else
    trio_model_redo (model, &error);
  g_assert_no_error (error);
}

/* One random action, there, back and there again; FALSE when the model refused it. */
static gboolean
play_one (Play *play, guint *n_rows)
{
  TrioModel *model = trio_store_get_model (play->store);
  gboolean was_undo;
  guint n;

  trio_model_seal_step (model);
  play->n_done = play->n_undone = play->n_redone = 0;
  random_edits_step (play->rand, model);
  n = play->n_done + play->n_undone + play->n_redone;
  was_undo = play->n_undone > 0;
  if (n == 0)
    return FALSE;
  g_assert_true (n == play->n_done || n == 1);

  save_copy (play, "done.trio");
  for (guint i = 0; i < n; i++)
    move (play, !was_undo);
  save_copy (play, "undone.trio");
  for (guint i = 0; i < n; i++)
    move (play, was_undo);
  save_copy (play, "redone.trio");
  *n_rows += ask_oracle (play);
  return TRUE;
}

static void
test_oracle (gconstpointer data)
{
  const char *fixed = g_getenv ("TRIO_SEED");
  guint32 seed = fixed != NULL ? (guint32)atoi (fixed) : GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  Play play = { 0 };
  guint n_steps = 0;
  guint n_rows = 0;

  g_test_message ("seed %u", seed);
  play.rand = g_rand_new_with_seed (seed);
  play.folder = g_build_filename (folder, g_test_get_path (), NULL);
  g_mkdir_with_parents (play.folder, 0700);
  path = dup_path (&play, "workshop.trio");
  play.store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);
  g_assert_no_error (error);
  random_edits_fill (play.rand, trio_store_get_model (play.store));
  g_signal_connect (trio_store_get_model (play.store), "committed", G_CALLBACK (committed_cb),
                    &play);

  save_copy (&play, "before.trio");
  while (n_steps < N_STEPS)
    {
      g_autofree char *before = dup_path (&play, "before.trio");
      g_autofree char *redone = dup_path (&play, "redone.trio");

      if (!play_one (&play, &n_rows))
        continue;
      n_steps++;
      g_assert_cmpint (g_rename (redone, before), ==, 0);
    }
  /* Otherwise nothing was compared with anything. */
  g_assert_cmpuint (n_rows, >, N_STEPS);

  g_assert_true (trio_store_close (play.store, &error));
  g_object_unref (play.store);
  g_rand_free (play.rand);
  g_free (play.folder);
}

int
main (int argc, char **argv)
{
  int status;

  /* This is about content; hundreds of copies need not wait for a disk. */
  folder = test_folder_make (TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 1; i <= N_SEEDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("/oracle/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_oracle);
    }
  status = g_test_run ();
  test_folder_remove (folder);
  g_free (folder);
  return status;
}
