/* test-store-files.c: files that are damaged, foreign, newer, hostile or of another version.
 *
 * Each is made from a sound file, with SQLite where a tool could have made it, else byte by
 * byte. What is asked is always the same: a clear answer, and never a changed note.
 */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/trio-error.h"
#include "store/trio-store-private.h"
#include "test-store-tools.h"

static void
test_foreign (void)
{
  g_autofree char *missing = tools_dup_path ("missing.trio");
  g_autofree char *text = tools_dup_path ("text.trio");
  g_autofree char *empty = tools_dup_path ("empty.trio");
  g_autofree char *other = tools_dup_path ("other.trio");
  g_autofree char *folder = tools_dup_path ("folder.trio");
  g_autofree char *short_file = tools_dup_path ("short.trio");

  tools_assert_refused (missing, TRIO_OPEN_DEFAULT, TRIO_ERROR_NOT_FOUND);
  tools_write_bytes (text, "Bare en tekst, som er lang nok til at ligne noget.", 50);
  tools_assert_refused (text, TRIO_OPEN_DEFAULT, TRIO_ERROR_FOREIGN);
  tools_assert_refused (text, TRIO_OPEN_READ_ONLY, TRIO_ERROR_FOREIGN);
  tools_write_bytes (empty, "", 0);
  tools_assert_refused (empty, TRIO_OPEN_DEFAULT, TRIO_ERROR_DAMAGED);
  tools_run_sql (other, "CREATE TABLE note(id INTEGER PRIMARY KEY); PRAGMA user_version=1");
  tools_assert_refused (other, TRIO_OPEN_DEFAULT, TRIO_ERROR_FOREIGN);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  tools_assert_refused (folder, TRIO_OPEN_DEFAULT, TRIO_ERROR_FOREIGN);
  tools_write_bytes (short_file, "SQLite format 3", 16);
  tools_assert_refused (short_file, TRIO_OPEN_DEFAULT, TRIO_ERROR_FOREIGN);
}

static void
test_length (void)
{
  g_autofree char *path = tools_make_file ("length.trio");
  g_autoptr (GBytes) bytes = tools_read_bytes (path);
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *longer = g_malloc0 (length + 4096);

  tools_write_bytes (path, g_bytes_get_data (bytes, NULL), length - 1);
  tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_DAMAGED);
  tools_write_bytes (path, g_bytes_get_data (bytes, NULL), length - 4096);
  tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_DAMAGED);
  tools_write_bytes (path, g_bytes_get_data (bytes, NULL), 4096);
  tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_DAMAGED);
  memcpy (longer, g_bytes_get_data (bytes, NULL), length);
  tools_write_bytes (path, longer, length + 4096);
  tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_DAMAGED);
  tools_write_bytes (path, longer, length + 1);
  tools_assert_refused (path, TRIO_OPEN_READ_ONLY, TRIO_ERROR_DAMAGED);
  tools_write_bytes (path, longer, length);
  g_object_unref (tools_open (path));
}

static void
test_newer (void)
{
  g_autofree char *path = tools_make_file ("newer.trio");
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  tools_run_sql (path,
                 "ALTER TABLE note ADD COLUMN mood TEXT; UPDATE note SET mood='glad', role=17;"
                 "CREATE TABLE weather(id INTEGER PRIMARY KEY, wind REAL);"
                 "PRAGMA user_version=99");
  before = tools_read_bytes (path);
  tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_NEWER);
  store = trio_store_open (path, TRIO_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 2);
  g_assert_true (trio_store_close (store, &error));
  after = tools_read_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
  tools_assert_alone (path);
}

/* What each of these does to a file is written as SQL. */
static void
test_declarations (void)
{
  static const char *const changes[] = {
    "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END",
    "CREATE VIEW v AS SELECT * FROM note",
    "CREATE TABLE extra(a)",
    "CREATE INDEX i ON note(station)",
    "CREATE VIRTUAL TABLE f USING fts5(a)",
    "ALTER TABLE note ADD COLUMN extra TEXT",
    "DROP TABLE team",
    "DROP TABLE note; CREATE VIEW note AS SELECT 1 AS id",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql=replace(sql,'STRICT','')",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage=3 WHERE name='note'",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql='CREATE TABLE note(' "
    "WHERE name='note'",
    "PRAGMA writable_schema=ON; DELETE FROM sqlite_master",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strdup_printf ("declarations-%u.trio", i);
      g_autofree char *path = tools_make_file (name);

      tools_run_sql (path, changes[i]);
      g_test_message ("%s", changes[i]);
      tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_DAMAGED);
      tools_assert_refused (path, TRIO_OPEN_READ_ONLY, TRIO_ERROR_DAMAGED);
    }
}

static void
test_rows (void)
{
  static const char *const changes[] = {
    "UPDATE note SET votes=votes+1",
    "UPDATE note SET text='x'",
    "UPDATE note SET text=cast(x'e6f8' AS TEXT)",
    "UPDATE note SET text=cast(x'610062' AS TEXT)",
    "UPDATE note SET text=''",
    "UPDATE note SET text=char(7)",
    "UPDATE note SET x=9e999",
    "UPDATE note SET x=0.0/0.0, y=12",
    "UPDATE note SET role=99",
    "UPDATE note SET station=NULL",
    "UPDATE note SET station=id",
    "UPDATE note SET station=4711",
    "UPDATE note SET uuid=x'00'",
    "UPDATE note SET uuid=randomblob(16)",
    "UPDATE note SET stamps=x'00'",
    "UPDATE note SET stamps=randomblob(9)",
    "UPDATE note SET rank='!'",
    "UPDATE note SET sum=sum+1",
    "UPDATE note SET id=id+1000",
    "UPDATE note SET id=-id",
    "DELETE FROM station",
    "DELETE FROM workshop",
    "DELETE FROM state",
    "UPDATE state SET position=0",
    "UPDATE state SET next_id=-1",
    "DELETE FROM meta",
    "UPDATE meta SET value=randomblob(16) WHERE key='file'",
    "DELETE FROM device",
    "UPDATE device SET number=number+1",
    "PRAGMA user_version=0",
    "PRAGMA user_version=-1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strdup_printf ("rows-%u.trio", i);
      g_autofree char *path = tools_make_file (name);

      g_test_message ("%s", changes[i]);
      tools_run_sql (path, changes[i]);
      tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_DAMAGED);
    }
}

/* STRICT tables refuse wrong types, so the declarations are loosened and put back. */
static void
test_wrong_type (void)
{
  static const char *const changes[] = {
    "UPDATE note SET votes='mange'", "UPDATE note SET created=x'00'",
    "UPDATE note SET text=x'4142'",  "UPDATE note SET x='her'",
    "UPDATE note SET colour=1.5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strdup_printf ("type-%u.trio", i);
      g_autofree char *path = tools_make_file (name);

      tools_run_sql (path, "PRAGMA writable_schema=ON;"
                           "UPDATE sqlite_master SET sql=replace(sql,') STRICT',')') "
                           "WHERE sql LIKE '%) STRICT'");
      tools_run_sql (path, changes[i]);
      tools_run_sql (path, "PRAGMA writable_schema=ON;"
                           "UPDATE sqlite_master SET sql=sql||' STRICT' "
                           "WHERE type='table' AND name<>'meta'");
      tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_DAMAGED);
    }
}

static void
test_wal (void)
{
  g_autofree char *path = tools_make_file ("wal.trio");
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GBytes) bytes = NULL;

  tools_run_sql (path, "PRAGMA journal_mode=WAL");
  store = tools_open (path);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  tools_assert_sound (store);
  g_assert_true (trio_store_close (store, NULL));
  bytes = tools_read_bytes (path);
  /* 1 means rollback journal, 2 write-ahead log. */
  g_assert_cmpint (((const guint8 *)g_bytes_get_data (bytes, NULL))[18], ==, 1);
  tools_assert_alone (path);
}

static const TrioMigration newer_versions[] = {
  { "schema/001-initial.sql", NULL },
  { "schema/002-waivers.sql", NULL },
  { "schema/003-pause.sql", NULL },
  { "schema/004-followups.sql", NULL },
  { "schema/005-home-station.sql", NULL },
  { NULL, "ALTER TABLE note ADD COLUMN mood TEXT;"
          "CREATE TABLE weather(id INTEGER PRIMARY KEY, wind REAL) STRICT;"
          "UPDATE note SET votes=votes+1;" },
};
static const TrioMigration broken_versions[] = {
  { "schema/001-initial.sql", NULL },
  { "schema/002-waivers.sql", NULL },
  { "schema/003-pause.sql", NULL },
  { "schema/004-followups.sql", NULL },
  { "schema/005-home-station.sql", NULL },
  { NULL, "ALTER TABLE note ADD COLUMN mood TEXT; UPDATE nothing SET a=1;" },
};
static const TrioSchema newer = { newer_versions, G_N_ELEMENTS (newer_versions) };
static const TrioSchema broken = { broken_versions, G_N_ELEMENTS (broken_versions) };

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
test_migration (void)
{
  g_autofree char *path = tools_make_file ("old.trio");
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  const TrioBackup *backup;

  /* A migration that fails leaves the file as it was. */
  store = trio_store_open_with_schema (path, TRIO_OPEN_DEFAULT, &broken, NULL, &error);
  g_assert_null (store);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_object_unref (tools_open (path));

  store = trio_store_open_with_schema (path, TRIO_OPEN_DEFAULT, &newer, NULL, &error);
  g_assert_no_error (error);
  tools_assert_sound (store);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 2);
  g_assert_true (trio_model_undo (trio_store_get_model (store), &error));
  g_assert_no_error (error);
  g_assert_true (trio_store_close (store, &error));
  g_clear_object (&store);
  g_assert_cmpint (get_int (path, "PRAGMA user_version"), ==, newer.version);
  g_assert_cmpint (get_int (path, "SELECT max(votes) FROM note"), ==, 1);
  tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_NEWER);
  store = trio_store_open_with_schema (path, TRIO_OPEN_DEFAULT, &newer, NULL, &error);
  g_assert_no_error (error);
  tools_assert_sound (store);

  /* The state before the migration is among the backups. */
  backups = trio_store_list_backups (path, &error);
  g_assert_cmpuint (backups->len, >=, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (get_int (backup->path, "PRAGMA user_version"), ==, TRIO_SCHEMA_VERSION);
  g_assert_cmpint (get_int (backup->path, "SELECT count(*) FROM note"), ==, 2);
}

/* The declarations and the field tables say the same. */
static void
test_schema_agrees (void)
{
  g_autofree char *path = tools_make_file ("schema.trio");
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    {
      const TrioKindInfo *info = trio_kind_get_info (kind);
      g_autofree char *sql
          = g_strdup_printf ("SELECT name, type FROM pragma_table_info('%s')", info->name);
      g_autoptr (sqlite3_stmt) stmt = NULL;
      GString *found = g_string_new (NULL);
      GString *expected = g_string_new ("id INTEGER,uuid BLOB,");
      g_autoptr (GString) later = g_string_new (NULL);

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        g_string_append_printf (found, "%s %s,", sqlite3_column_text (stmt, 0),
                                sqlite3_column_text (stmt, 1));
      for (guint i = 0; i < info->n_fields; i++)
        {
          TrioFieldType type = info->fields[i].type;
          const char *name = type == TRIO_FIELD_REAL ? "REAL"
                             : type == TRIO_FIELD_LINE || type == TRIO_FIELD_TEXT
                                     || type == TRIO_FIELD_DATE || type == TRIO_FIELD_RANK
                                 ? "TEXT"
                                 : "INTEGER";

          /* A column that a later migration added stands last. */
          g_string_append_printf (info->fields[i].since > info->since ? later : expected, "%s %s,",
                                  info->fields[i].name, name);
        }
      g_string_append (expected, "stamps BLOB,sum INTEGER,");
      g_string_append (expected, later->str);
      g_assert_cmpstr (found->str, ==, expected->str);
      g_string_free (found, TRUE);
      g_string_free (expected, TRUE);
    }
  sqlite3_close (db);
}

int
main (int argc, char *argv[])
{
  tools_init (&argc, &argv);
  g_test_add_func ("/store/files/foreign", test_foreign);
  g_test_add_func ("/store/files/length", test_length);
  g_test_add_func ("/store/files/newer", test_newer);
  g_test_add_func ("/store/files/declarations", test_declarations);
  g_test_add_func ("/store/files/rows", test_rows);
  g_test_add_func ("/store/files/wrong-type", test_wrong_type);
  g_test_add_func ("/store/files/wal", test_wal);
  g_test_add_func ("/store/files/migration", test_migration);
  g_test_add_func ("/store/files/schema-agrees", test_schema_agrees);
  return tools_run ();
}
