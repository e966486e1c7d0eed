/* trio-store-backup.c: the ring of earlier states of each file.
 *
 * Backups lie in the user's data folder, by the identity of the file; a small index says
 * which paths a file was seen at, for the day when the file itself can no longer tell.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define KEEP_SESSIONS 5
#define KEEP_DAYS     14
#define KEEP_PATHS    8
#define KEEP_BYTES    (G_GINT64_CONSTANT (200) << 20)
#define FRESH_US      (5 * 60 * (gint64)G_USEC_PER_SEC)
#define US_PER_DAY    (24 * 60 * 60 * (gint64)G_USEC_PER_SEC)
#define BACKUP_SUFFIX ".trio"
#define NAME_FORMAT   "%Y%m%dT%H%M%SZ"
#define NAME_LENGTH   16

static char *
dup_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "trio-stations", "backups", NULL);
}

/**
 * trio_store_dup_backup_folder:
 *
 * Returns: (transfer full): the folder that holds the backups of all workshops; it is made with
 *   the first one
 */
char *
trio_store_dup_backup_folder (void)
{
  return dup_root ();
}

static char *
dup_folder (const TrioUuid *uuid)
{
  g_autofree char *root = dup_root ();
  g_autofree char *name = trio_uuid_to_text (uuid);

  return g_build_filename (root, name, NULL);
}

static char *
dup_index_path (void)
{
  g_autofree char *root = dup_root ();

  return g_build_filename (root, "index", NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const TrioBackup *first = *(TrioBackup *const *)a;
  const TrioBackup *second = *(TrioBackup *const *)b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;
  return -strcmp (first->path, second->path);
}

/* The time stands in the name: copying a home folder changes the times of files. */
static gint64
parse_time (const char *name)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *stamp = NULL;

  if (strlen (name) < NAME_LENGTH || !g_str_has_suffix (name, BACKUP_SUFFIX))
    return 0;
  stamp = g_strndup (name, NAME_LENGTH);
  time = g_date_time_new_from_iso8601 (stamp, utc);
  return time == NULL ? 0 : g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static void
collect (const char *folder, GPtrArray *backups)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gint64 time = parse_time (name);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      TrioBackup *backup;
      GStatBuf info;

      if (time == 0 || g_stat (path, &info) != 0)
        continue;
      backup = g_new0 (TrioBackup, 1);
      backup->path = g_steal_pointer (&path);
      backup->time = time;
      backup->size = info.st_size;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);
}

static GPtrArray *
backups_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)trio_backup_free);
}

static GKeyFile *
load_index (void)
{
  g_autofree char *path = dup_index_path ();
  GKeyFile *index = g_key_file_new ();

  g_key_file_load_from_file (index, path, G_KEY_FILE_NONE, NULL);
  return index;
}

static void
remember_path (const TrioUuid *uuid, const char *path)
{
  g_autofree char *index_path = dup_index_path ();
  g_autofree char *group = trio_uuid_to_text (uuid);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GKeyFile) index = load_index ();
  g_auto (GStrv) paths = g_key_file_get_string_list (index, group, "paths", NULL, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *content = NULL;
  gsize length;

  if (uri == NULL || (paths != NULL && g_strcmp0 (paths[0], uri) == 0))
    return;
  g_ptr_array_add (list, uri);
  for (guint i = 0; paths != NULL && paths[i] != NULL && list->len < KEEP_PATHS; i++)
    if (strcmp (paths[i], uri) != 0)
      g_ptr_array_add (list, paths[i]);
  g_key_file_set_string_list (index, group, "paths", (const char *const *)list->pdata, list->len);
  content = g_key_file_to_data (index, &length, NULL);
  g_file_set_contents_full (index_path, content, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            NULL);
}

static gint64
day_of (gint64 time)
{
  return time / US_PER_DAY;
}

/* Keeps the newest few, then one a day. */
static void
prune_ring (const char *folder, gint64 now)
{
  g_autoptr (GPtrArray) backups = backups_new ();
  gint64 kept_day = -1;

  trio_place_clean (folder, NULL);
  collect (folder, backups);
  for (guint i = 0; i < backups->len; i++)
    {
      const TrioBackup *backup = g_ptr_array_index (backups, i);
      gint64 day = day_of (backup->time);
      gboolean keep
          = i < KEEP_SESSIONS || (day != kept_day && backup->time > now - KEEP_DAYS * US_PER_DAY);

      if (keep)
        kept_day = day;
      else
        trio_place_remove (backup->path);
    }
}

/* Over all files, the oldest go until the rest has room; never the one just made. */
static void
prune_total (const char *newest)
{
  g_autofree char *root = dup_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  g_autoptr (GPtrArray) backups = backups_new ();
  gint64 total = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        collect (folder, backups);
    }
  for (guint i = 0; i < backups->len; i++)
    {
      const TrioBackup *backup = g_ptr_array_index (backups, i);

      total += backup->size;
      if (total > KEEP_BYTES && strcmp (backup->path, newest) != 0)
        {
          total -= backup->size;
          trio_place_remove (backup->path);
        }
    }
}

static gboolean
is_fresh (const char *folder, gint64 now)
{
  g_autoptr (GPtrArray) backups = backups_new ();

  collect (folder, backups);
  return backups->len > 0 && now - ((TrioBackup *)g_ptr_array_index (backups, 0))->time < FRESH_US;
}

static char *
dup_new_path (const char *folder, gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, NAME_FORMAT);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (stamp, BACKUP_SUFFIX, NULL)
                                     : g_strdup_printf ("%s_%02u" BACKUP_SUFFIX, stamp, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/**
 * trio_backup_make:
 * @file: the file, outside a transaction
 * @always: whether to make one even if the newest is only minutes old
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Backs the file up as it is on disk and removes backups that have had their time.
 *
 * Returns: whether there is a backup now
 */
gboolean
trio_backup_make (TrioFile *file, gboolean always, GError **error)
{
  g_autofree char *folder = dup_folder (&file->uuid);
  g_autofree char *path = NULL;
  g_autofree char *temporary = NULL;
  gint64 now = g_get_real_time ();

  if (!always && is_fresh (folder, now))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_IO,
                           _ ("The folder for backups cannot be made."));
      return FALSE;
    }
  path = dup_new_path (folder, now);
  temporary = trio_place_dup_temporary (path);
  if (!trio_sqlite_copy (file->db, file->path, temporary, NULL, error)
      || !trio_place_publish (temporary, path, FALSE, error))
    return FALSE;
  remember_path (&file->uuid, file->path);
  prune_ring (folder, now);
  prune_total (path);
  return TRUE;
}

/* A file that still can tell its identity need not be in the index. */
static gboolean
peek_uuid (const char *path, TrioUuid *uuid)
{
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!trio_file_check_place (path, NULL))
    return FALSE;
  db = trio_sqlite_open (path, SQLITE_OPEN_READONLY, NULL);
  if (db == NULL)
    return FALSE;
  sqlite3_busy_timeout (db, 0);
  stmt = trio_sqlite_prepare (db, path, "SELECT value FROM meta WHERE key='file'", NULL);
  if (stmt == NULL || sqlite3_step (stmt) != SQLITE_ROW
      || sqlite3_column_type (stmt, 0) != SQLITE_BLOB
      || sqlite3_column_bytes (stmt, 0) != sizeof uuid->bytes)
    return FALSE;
  memcpy (uuid->bytes, sqlite3_column_blob (stmt, 0), sizeof uuid->bytes);
  return TRUE;
}

/**
 * trio_store_list_backups:
 * @path: a file, which may be damaged, locked or gone
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Finds the backups of a file.
 *
 * Returns: (transfer full) (nullable) (element-type TrioBackup): the backups, newest first;
 *   an empty array when there are none
 */
GPtrArray *
trio_store_list_backups (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  g_autoptr (GKeyFile) index = load_index ();
  g_auto (GStrv) groups = g_key_file_get_groups (index, NULL);
  g_autoptr (GPtrArray) backups = backups_new ();
  gboolean peeked;
  TrioUuid uuid;

  peeked = peek_uuid (absolute, &uuid);
  if (peeked)
    {
      g_autofree char *folder = dup_folder (&uuid);

      collect (folder, backups);
    }
  for (guint i = 0; uri != NULL && groups[i] != NULL; i++)
    {
      g_auto (GStrv) paths = g_key_file_get_string_list (index, groups[i], "paths", NULL, NULL);
      g_autofree char *folder = NULL;
      TrioUuid other;

      if (paths == NULL || !g_strv_contains ((const char *const *)paths, uri)
          || !trio_uuid_from_text (&other, groups[i])
          || (peeked && trio_uuid_equal (&uuid, &other)))
        continue;
      folder = dup_folder (&other);
      collect (folder, backups);
    }
  return g_steal_pointer (&backups);
}

/**
 * trio_backup_mention:
 * @error: (transfer full): why a file could not be opened
 * @path: the file
 *
 * Adds to the message that there are backups, where there are and it would help.
 *
 * Returns: (transfer full): the error
 */
GError *
trio_backup_mention (GError *error, const char *path)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDateTime) newest = NULL;
  g_autofree char *when = NULL;
  g_autofree char *hint = NULL;
  char *message;

  if (!g_error_matches (error, TRIO_ERROR, TRIO_ERROR_DAMAGED)
      && !g_error_matches (error, TRIO_ERROR, TRIO_ERROR_FOREIGN)
      && !g_error_matches (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND))
    return error;
  backups = trio_store_list_backups (path, NULL);
  if (backups == NULL || backups->len == 0)
    return error;

  newest = g_date_time_new_from_unix_local (((TrioBackup *)g_ptr_array_index (backups, 0))->time
                                            / G_USEC_PER_SEC);
  when = g_date_time_format (newest, "%Y-%m-%d %H:%M");
  /* Translators: the number of backups, date and time of the newest. */
  hint
      = g_strdup_printf (ngettext ("There is %u backup of it, from %s.",
                                   "There are %u backups of it, the newest from %s.", backups->len),
                         backups->len, when);
  message = g_strdup_printf ("%s %s", error->message, hint);
  g_free (error->message);
  error->message = message;
  return error;
}

/**
 * trio_backup_redact:
 * @file: the file whose backups are meant
 * @object: number of the object
 * @field: index of the text field
 * @text: what to put in its place
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Removes a text from all backups. A backup that cannot be cleaned is deleted: better no
 * backup than one that keeps what was to go.
 *
 * Returns: whether no backup holds the text any more
 */
gboolean
trio_backup_redact (TrioFile *file, TrioId object, guint field, const char *text, GError **error)
{
  g_autofree char *folder = dup_folder (&file->uuid);
  g_autoptr (GPtrArray) backups = backups_new ();

  collect (folder, backups);
  for (guint i = 0; i < backups->len; i++)
    {
      const TrioBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (TrioFile) copy
          = trio_file_open (backup->path, TRIO_OPEN_AS_IS, file->schema, NULL, NULL);

      if (copy != NULL && trio_file_redact (copy, object, field, text, NULL, NULL))
        continue;
      g_clear_pointer (&copy, trio_file_close);
      trio_place_remove (backup->path);
      if (!g_file_test (backup->path, G_FILE_TEST_EXISTS))
        continue;
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO,
                   _ ("The backup “%s” still holds the text and cannot be changed or deleted."),
                   backup->path);
      return FALSE;
    }
  return TRUE;
}

/**
 * trio_backup_free:
 * @backup: (transfer full) (nullable): a backup
 *
 * Frees the description; the file stays.
 */
void
trio_backup_free (TrioBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->path);
  g_free (backup);
}
