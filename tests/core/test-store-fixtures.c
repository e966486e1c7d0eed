/* test-store-fixtures.c: files of every version there has been, kept as text.
 *
 * A new version of the schema brings a fixture, tests/fixtures/store/version-N.sql, that
 * holds the same workshop. Each is opened by the program of today, and by one that has a
 * migration more.
 */
#include <sqlite3.h>

#include "store/trio-store-private.h"
#include "test-store-tools.h"

#define N_NOTES 3

static const TrioMigration one_more[] = {
  { "schema/001-initial.sql", NULL },
  { "schema/002-waivers.sql", NULL },
  { "schema/003-pause.sql", NULL },
  { "schema/004-followups.sql", NULL },
  { "schema/005-home-station.sql", NULL },
  { NULL, "ALTER TABLE note ADD COLUMN mood TEXT;"
          "CREATE TABLE weather(id INTEGER PRIMARY KEY, wind REAL) STRICT;"
          "UPDATE note SET votes=votes+1;" },
};
static const TrioSchema next = { one_more, TRIO_SCHEMA_VERSION + 1 };

G_STATIC_ASSERT (G_N_ELEMENTS (one_more) == TRIO_SCHEMA_VERSION + 1);

/* The file that the text of @version describes. */
static char *
make_file (guint version)
{
  g_autofree char *name = g_strdup_printf ("version-%u.sql", version);
  g_autofree char *source
      = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "store", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  char *path = tools_dup_path ("old.trio");

  g_file_get_contents (source, &sql, NULL, &error);
  g_assert_no_error (error);
  tools_run_sql (path, sql);
  tools_forget_backups ();
  return path;
}

static gint64
get_int (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  gint64 value = 0;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (trio_sqlite_get_int (db, path, sql, &value, NULL));
  sqlite3_close (db);
  return value;
}

static void
assert_content (TrioStore *store)
{
  static const char *const texts[N_NOTES] = { "Mere tid til ”kerneopgaven” – også i hverdagen",
                                              "Kollegaskab på tværs", "Færre regler/krav" };
  static const gint64 numbers[N_NOTES] = { 1, 3, 1 };
  TrioModel *model = trio_store_get_model (store);
  const TrioRecord *workshop = trio_model_get_workshop_record (model);

  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_TITLE), ==, "Fra version 1");
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_START), ==, "2022-11-01");
  g_assert_cmpuint (tools_count (store, TRIO_KIND_STATION), ==, 4);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, N_NOTES);
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autoptr (TrioObject) note
          = g_list_model_get_item (trio_model_get_list (model, TRIO_KIND_NOTE), i);
      const TrioRecord *record = trio_model_get_record (model, trio_object_get_id (note));
      TrioId station = trio_record_get_ref (record, TRIO_NOTE_STATION);

      g_assert_cmpstr (trio_record_get_text (record, TRIO_NOTE_TEXT), ==, texts[i]);
      g_assert_cmpint (trio_record_get_int (trio_model_get_record (model, station),
                                            TRIO_STATION_NUMBER),
                       ==, numbers[i]);
    }
}

/* Everything is there, and can be undone to the beginning and redone to the end. */
static void
assert_usable (TrioStore *store)
{
  g_autoptr (GError) error = NULL;
  int n = 0;

  tools_assert_sound (store);
  assert_content (store);
  while (trio_model_undo (trio_store_get_model (store), &error))
    n++;
  g_assert_cmpint (n, ==, 5);
  g_clear_error (&error);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 0);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_THEME), ==, 0);
  g_assert_true (trio_store_flush (store, &error));
  while (trio_model_redo (trio_store_get_model (store), &error))
    n--;
  g_clear_error (&error);
  g_assert_cmpint (n, ==, -1); /* and the one that the file had undone */
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, N_NOTES + 1);
  g_assert_true (trio_model_undo (trio_store_get_model (store), &error));
  assert_content (store);
  g_assert_true (trio_store_flush (store, &error));
  tools_assert_sound (store);
}

static void
test_today (gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *path = make_file (version);
  g_autoptr (TrioStore) store = NULL;

  g_assert_cmpint (get_int (path, "PRAGMA user_version"), ==, version);
  store = tools_open (path);
  assert_usable (store);
  tools_reopen (&store);
  assert_content (store);
  g_assert_true (trio_store_close (store, NULL));
  g_assert_cmpint (get_int (path, "PRAGMA user_version"), ==, TRIO_SCHEMA_VERSION);
}

static void
test_one_more (gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *path = make_file (version);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) store
      = trio_store_open_with_schema (path, TRIO_OPEN_DEFAULT, &next, NULL, &error);
  guint n_found = 0;

  g_assert_no_error (error);
  assert_usable (store);
  g_assert_true (trio_store_close (store, &error));
  g_assert_cmpint (get_int (path, "PRAGMA user_version"), ==, next.version);
  g_assert_cmpint (get_int (path, "SELECT sum(votes) FROM note"), ==, N_NOTES);
  tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_NEWER);

  /* What it was before is among the backups. */
  backups = trio_store_list_backups (path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < backups->len; i++)
    {
      const TrioBackup *backup = g_ptr_array_index (backups, i);

      if (get_int (backup->path, "PRAGMA user_version") == version)
        n_found++;
    }
  g_assert_cmpuint (n_found, >=, 1);
}

int
main (int argc, char *argv[])
{
  tools_init (&argc, &argv);
  for (guint version = 1; version <= TRIO_SCHEMA_VERSION; version++)
    {
      g_autofree char *today = g_strdup_printf ("/store/fixtures/%u/today", version);
      g_autofree char *more = g_strdup_printf ("/store/fixtures/%u/one-more", version);

      g_test_add_data_func (today, GUINT_TO_POINTER (version), test_today);
      g_test_add_data_func (more, GUINT_TO_POINTER (version), test_one_more);
    }
  return tools_run ();
}
