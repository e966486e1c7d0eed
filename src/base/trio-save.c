/* trio-save.c: a temporary file beside the target, synced, then renamed over it.
 *
 * Whatever fails on the way (a full disk, a folder without permission, a stick pulled out)
 * leaves the old file as it was and nothing new beside it.
 */
#include "config.h"

#include "base/trio-save.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/trio-error.h"

#define RANDOM_LENGTH 6
#define NEW_FILE_MODE 0666

static void
set_save_error (GError **error, const char *path, int code)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *where = g_filename_display_name (folder);

  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NO_SPACE,
                   /* Translators: a file name and a folder. */
                   _ ("“%s” could not be written, because there is no room left in “%s”. Make "
                      "room or choose another folder."),
                   name, where);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY,
                   _ ("“%s” could not be written, because nothing may be changed in “%s”. Choose "
                      "another folder."),
                   name, where);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                   _ ("“%s” could not be written, because the folder “%s” does not exist. Choose "
                      "another folder."),
                   name, where);
      break;
    case EISDIR:
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_EXISTS,
                   _ ("“%s” could not be written, because a folder of that name is in “%s”. Choose "
                      "another name."),
                   name, where);
      break;
    case ENAMETOOLONG:
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                   _ ("“%s” could not be written, because the name is too long. Choose a shorter "
                      "one."),
                   name);
      break;
    default:
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO,
                   /* Translators: a file name, a folder, and the reason in words of the system. */
                   _ ("“%s” could not be written in “%s” (%s). Choose another folder."), name,
                   where, g_strerror (code));
      break;
    }
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= (gsize)n;
    }
  return TRUE;
}

/* A replaced file keeps its permissions. */
static gboolean
copy_mode (const char *path, int fd)
{
  struct stat info;

  return stat (path, &info) != 0 || fchmod (fd, info.st_mode & 0777) == 0;
}

/* The new name must survive a power cut as well; not every file system can be asked. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("The folder could not be synced: %s", g_strerror (errno));
  g_close (fd, NULL);
}

static gboolean
write_temporary (const char *path, int fd, GBytes *bytes, int *code)
{
  gboolean is_done = write_all (fd, bytes) && copy_mode (path, fd) && fsync (fd) == 0;

  *code = errno;
  if (close (fd) != 0 && is_done)
    {
      *code = errno;
      return FALSE;
    }
  return is_done;
}

/**
 * trio_save_bytes:
 * @path: the file to write; the target of a symbolic link is replaced, not the link
 * @bytes: its new content
 * @error: return location for an error
 *
 * Replaces a file as a whole or not at all.
 *
 * Returns: %TRUE when the new content is on the disk, or %FALSE with %TRIO_ERROR_NO_SPACE,
 *   %TRIO_ERROR_READ_ONLY, %TRIO_ERROR_NOT_FOUND, %TRIO_ERROR_EXISTS, %TRIO_ERROR_INVALID or
 *   %TRIO_ERROR_IO; then the old file is untouched
 */
gboolean
trio_save_bytes (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *real = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *random = NULL;
  g_autofree char *name = NULL;
  g_autofree char *temporary = NULL;
  const char *target;
  int fd, code;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  real = realpath (path, NULL);
  target = real != NULL ? real : path;
  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    {
      set_save_error (error, path, EISDIR);
      return FALSE;
    }

  /* The name does not grow with the target's, which may be as long as names can be. */
  folder = g_path_get_dirname (target);
  random = g_strnfill (RANDOM_LENGTH, 'X');
  name = g_strconcat (".trio-", random, ".tmp", NULL);
  temporary = g_build_filename (folder, name, NULL);
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, NEW_FILE_MODE);
  if (fd < 0)
    {
      set_save_error (error, path, errno);
      return FALSE;
    }
  if (!write_temporary (target, fd, bytes, &code))
    {
      g_unlink (temporary);
      set_save_error (error, path, code);
      return FALSE;
    }
  if (g_rename (temporary, target) != 0)
    {
      code = errno;
      g_unlink (temporary);
      set_save_error (error, path, code);
      return FALSE;
    }
  sync_folder (target);
  return TRUE;
}
