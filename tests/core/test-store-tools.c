/* test-store-tools.c: what the tests of the store share.
 *
 * All files lie in a folder of their own that is removed at the end, data folder included.
 */
#define _GNU_SOURCE /* memmem */

#include "test-store-tools.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/trio-error.h"
#include "cpu-time.h"

static char *folder;

void
tools_init (int *argc, char ***argv)
{
  g_autofree char *data = NULL;

  folder = g_dir_make_tmp ("trio-store-XXXXXX", NULL);
  g_assert_nonnull (folder);
  data = g_build_filename (folder, "data", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (argc, argv, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* Files of one workshop share their backups, of which only so many are kept. */
void
tools_forget_backups (void)
{
  g_autofree char *backups = g_build_filename (folder, "data", "trio-stations", "backups", NULL);

  remove_tree (backups);
}

int
tools_run (void)
{
  int status = g_test_run ();

  remove_tree (folder);
  g_clear_pointer (&folder, g_free);
  return status;
}

/* A folder of its own for each test, so that what lies beside a file can be seen. */
char *
tools_dup_path (const char *name)
{
  g_autofree char *test = g_strdelimit (g_strdup (g_test_get_path ()), "/", '-');
  g_autofree char *place = g_build_filename (folder, test, NULL);

  g_mkdir_with_parents (place, 0700);
  return g_build_filename (place, name, NULL);
}

TrioStore *
tools_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

TrioStore *
tools_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
tools_reopen (TrioStore **store)
{
  g_autofree char *path = g_strdup (trio_store_get_path (*store));
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_store_close (*store, &error));
  g_assert_no_error (error);
  g_clear_object (store);
  *store = tools_open (path);
}

guint
tools_count (TrioStore *store, TrioKind kind)
{
  return g_list_model_get_n_items (trio_model_get_list (trio_store_get_model (store), kind));
}

TrioId
tools_add_station (TrioStore *store, const char *title)
{
  g_autoptr (GError) error = NULL;
  gint64 number = tools_count (store, TRIO_KIND_STATION) + 1;
  TrioId station
      = trio_command_add_theme_and_station (trio_store_get_model (store), title, number, &error);

  g_assert_no_error (error);
  g_assert_cmpint (station, >, 0);
  return station;
}

TrioId
tools_add_note (TrioStore *store, TrioId station, const char *text)
{
  g_autoptr (GError) error = NULL;
  TrioNoteDraft draft = { .text = text };
  TrioId id = 0;

  g_assert_true (
      trio_command_add_notes (trio_store_get_model (store), station, &draft, 1, &id, &error));
  g_assert_no_error (error);
  return id;
}

static TrioId
pick (TrioModel *model, TrioKind kind, GRand *random)
{
  GListModel *list = trio_model_get_list (model, kind);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (TrioObject) object = NULL;

  if (n == 0)
    return 0;
  object = g_list_model_get_item (list, g_rand_int_range (random, 0, n));
  return trio_object_get_id (object);
}

static void
play_one (TrioStore *store, GRand *random)
{
  TrioModel *model = trio_store_get_model (store);
  TrioId note = pick (model, TRIO_KIND_NOTE, random);
  TrioId station = pick (model, TRIO_KIND_STATION, random);
  g_autofree char *text = g_strdup_printf ("Tekst %u", g_rand_int (random));
  g_autoptr (GError) error = NULL;

  if (station == 0 || g_rand_int_range (random, 0, 20) == 0)
    tools_add_station (store, text);
  else if (note == 0 || g_rand_int_range (random, 0, 3) == 0)
    tools_add_note (store, station, text);
  else
    switch (g_rand_int_range (random, 0, 5))
      {
      case 0:
        trio_command_set_note_text (model, note, text, &error);
        break;
      case 1:
        trio_command_move_notes (model, &note, 1, station, &error);
        break;
      case 2:
        trio_command_delete_notes (model, &note, 1, &error);
        break;
      case 3:
        trio_command_make_cluster (model, station, text, NULL, 0, &error);
        break;
      default:
        trio_command_withhold_notes (model, &note, 1, "navn nævnt", &error);
      }
  /* A step that changes nothing is refused, which is fine here. */
}

/* Does @n_steps random steps, and keeps the state after each that changed something. */
void
tools_play (TrioStore *store, GPtrArray *states, guint n_steps, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  TrioModel *model = trio_store_get_model (store);

  while (states->len <= n_steps)
    {
      g_autoptr (GPtrArray) steps = NULL;
      g_autoptr (TrioSnapshot) now = NULL;

      trio_model_seal_step (model);
      play_one (store, random);
      steps = trio_store_list_steps (store, G_MAXINT32, NULL);
      now = trio_model_dup_snapshot (model);
      if (steps->len == states->len)
        g_ptr_array_add (states, g_steal_pointer (&now));
    }
}

static void
assert_same (TrioSnapshot *a, TrioSnapshot *b, gboolean stamps)
{
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    {
      GPtrArray *first = trio_snapshot_get_all (a, kind);
      GPtrArray *second = trio_snapshot_get_all (b, kind);

      g_assert_cmpuint (first->len, ==, second->len);
      for (guint i = 0; i < first->len; i++)
        {
          const TrioRecord *one = g_ptr_array_index (first, i);
          const TrioRecord *other = trio_snapshot_get (b, one->id);

          g_assert_nonnull (other);
          g_assert_true (trio_record_same_values (one, other));
          for (guint j = 0; stamps && j < trio_kind_get_info (kind)->n_groups; j++)
            g_assert_cmpint (trio_stamp_compare (&one->stamps[j], &other->stamps[j]), ==, 0);
        }
    }
}

void
tools_assert_same (TrioSnapshot *a, TrioSnapshot *b)
{
  assert_same (a, b, TRUE);
}

void
tools_assert_same_values (TrioSnapshot *a, TrioSnapshot *b)
{
  assert_same (a, b, FALSE);
}

void
tools_assert_sound (TrioStore *store)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_store_check (store, findings, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *)g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}

/* No journal, no note, no temporary file is left. */
void
tools_assert_alone (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *place = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *other;

  while ((other = g_dir_read_name (dir)) != NULL)
    if (strcmp (other, name) != 0)
      g_assert_null (strstr (other, name));
}

gboolean
tools_bytes_contain (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return FALSE;
  return memmem (content, length, text, strlen (text)) != NULL;
}

/* A small file with two notes. */
char *
tools_make_file (const char *name)
{
  char *path = tools_dup_path (name);
  g_autoptr (TrioStore) store = tools_create (path);
  TrioId station = tools_add_station (store, "Blik for borgeren");

  tools_add_note (store, station, TOOLS_SECRET);
  tools_add_note (store, station, "Et andet indspil");
  g_assert_true (trio_store_close (store, NULL));
  return path;
}

void
tools_run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

GBytes *
tools_read_bytes (const char *path)
{
  char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

void
tools_write_bytes (const char *path, const void *bytes, gsize length)
{
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
}

void
tools_assert_refused (const char *path, TrioOpenFlags flags, TrioError code)
{
  g_autoptr (GError) error = NULL;
  double start = cpu_seconds ();
  TrioStore *store = trio_store_open (path, flags, NULL, &error);

  g_assert_null (store);
  g_assert_error (error, TRIO_ERROR, (int)code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_test_message ("%s", error->message);
  g_assert_cmpfloat (cpu_seconds () - start, <, 5);
}
