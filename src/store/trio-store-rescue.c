/* trio-store-rescue.c: a copy of a file that somebody else holds.
 *
 * The holder has the file locked for as long as it is open, so SQLite reads nothing of it.
 * Between two transactions the bytes on disk are whole: they are copied then, and the copy
 * must pass every check before it gets its name. The bytes are read through SQLite's file
 * layer, because closing a descriptor of our own would drop locks of this process.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define ATTEMPTS   40
#define PAUSE_US   50000
#define BLOCK_SIZE 65536
#define MARK_SIZE  100

/* A transaction is under way while the rollback journal has a header. */
static gboolean
is_idle (const char *path)
{
  static const char none[8];
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  char head[sizeof none] = { 0 };
  int fd = g_open (journal, O_RDONLY | O_CLOEXEC, 0);
  gssize n;

  if (fd < 0)
    return errno == ENOENT;
  n = read (fd, head, sizeof head);
  g_close (fd, NULL);
  return n >= 0 && memcmp (head, none, sizeof none) == 0;
}

static gboolean
read_at (sqlite3_file *raw, void *to, int n, sqlite3_int64 at)
{
  int rc = raw->pMethods->xRead (raw, to, n, at);

  return rc == SQLITE_OK || rc == SQLITE_IOERR_SHORT_READ;
}

static gboolean
copy_bytes (sqlite3_file *raw, int fd)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  sqlite3_int64 size;

  if (raw->pMethods->xFileSize (raw, &size) != SQLITE_OK || size > TRIO_FILE_MAX_SIZE)
    return FALSE;
  for (sqlite3_int64 at = 0; at < size; at += BLOCK_SIZE)
    {
      int n = MIN (BLOCK_SIZE, size - at);

      if (!read_at (raw, block, n, at) || write (fd, block, n) != n)
        return FALSE;
    }
  return TRUE;
}

/* Returns whether @to holds the file as it was between two transactions. */
static gboolean
copy_idle (sqlite3_file *raw, const char *from, const char *to)
{
  char before[MARK_SIZE];
  char after[MARK_SIZE];
  gboolean ok;
  int fd;

  if (!is_idle (from) || !read_at (raw, before, MARK_SIZE, 0))
    return FALSE;
  fd = g_open (to, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return FALSE;
  ok = copy_bytes (raw, fd);
  g_close (fd, NULL);
  /* The header counts the transactions. */
  return ok && read_at (raw, after, MARK_SIZE, 0) && memcmp (before, after, MARK_SIZE) == 0
         && is_idle (from);
}

static gboolean
copy_while_held (const char *from, const char *to, GError **error)
{
  g_autoptr (sqlite3) db = trio_sqlite_open (from, SQLITE_OPEN_READONLY, error);
  sqlite3_file *raw = NULL;

  if (db == NULL)
    return FALSE;
  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &raw) != SQLITE_OK || raw == NULL
      || raw->pMethods == NULL)
    return trio_sqlite_fail (db, from, error);
  for (guint i = 0; i < ATTEMPTS; i++)
    {
      if (copy_idle (raw, from, to))
        return TRUE;
      g_usleep (PAUSE_US);
    }
  g_propagate_error (error, trio_lock_note_error (from));
  return FALSE;
}

/* Checks the copy and gives it an identity of its own at its place. */
static gboolean
finish (const char *raw_copy, const char *path, GError **error)
{
  g_autofree char *temporary = trio_place_dup_temporary (path);
  g_autoptr (TrioModel) model = trio_model_new (0);
  g_autoptr (TrioFile) file
      = trio_file_open (raw_copy, TRIO_OPEN_READ_ONLY, trio_schema_get_current (), NULL, error);
  TrioUuid uuid;

  if (file == NULL
      || !trio_model_load (model, file->records, file->state.next_id, file->state.clock, error))
    return FALSE;
  trio_uuid_init_random (&uuid);
  return trio_sqlite_copy (file->db, raw_copy, temporary,
                           file->version <= file->schema->version ? &uuid : NULL, error)
         && trio_place_publish (temporary, path, TRUE, error);
}

/**
 * trio_store_copy_file:
 * @from: a file, which another program may have open
 * @to: path of the copy; a file of that name is replaced
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Copies a file without opening it for work: what to offer when it is %TRIO_ERROR_LOCKED or
 * %TRIO_ERROR_READ_ONLY. The copy holds what has reached the disk, passes all checks, and is
 * a file of its own. Blocks, for two seconds at most beyond the copying.
 *
 * Returns: whether the copy was made
 */
gboolean
trio_store_copy_file (const char *from, const char *to, GError **error)
{
  g_autofree char *source = g_canonicalize_filename (from, NULL);
  g_autofree char *target = g_canonicalize_filename (to, NULL);
  g_autofree char *temporary = trio_place_dup_temporary (target);
  gboolean ok;

  if (g_str_equal (source, target))
    {
      g_autofree char *name = trio_place_dup_name (target);

      g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                   _ ("“%s” is the file that is open. Choose another name."), name);
      return FALSE;
    }
  if (!trio_file_check_place (source, error) || !trio_place_refuse_if_open (target, error))
    return FALSE;
  ok = copy_while_held (source, temporary, error) && finish (temporary, target, error);
  trio_place_remove (temporary);
  return ok;
}
