/* trio-store-place.c: names beside the file, publishing, and the note of who holds it.
 *
 * The note is only there so that a second program can say who holds the file; the lock
 * itself is SQLite's. Nothing here opens the workshop file: closing another descriptor of it
 * would drop SQLite's locks.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOTE_GROUP      "lock"
#define NOTE_MAX_LENGTH 4096

/* ".12345678.tmp" */
#define TEMPORARY_LENGTH 13

/**
 * trio_place_dup_name:
 * @path: a path
 *
 * Returns: (transfer full): its last part as messages show it; for a temporary file, that of
 *   the file which it is to become
 */
char *
trio_place_dup_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  gsize length = strlen (name);

  if (name[0] == '.' && length > TEMPORARY_LENGTH + 1 && g_str_has_suffix (name, ".tmp"))
    return g_strndup (name + 1, length - 1 - TEMPORARY_LENGTH);
  return g_steal_pointer (&name);
}

static char *
dup_beside (const char *path, const char *suffix)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strconcat (".", name, suffix, NULL);

  return g_build_filename (folder, hidden, NULL);
}

/**
 * trio_place_dup_temporary:
 * @path: a path
 *
 * Returns: (transfer full): an unused hidden name in the same folder
 */
char *
trio_place_dup_temporary (const char *path)
{
  g_autofree char *suffix = g_strdup_printf (".%08x.tmp", g_random_int ());

  return dup_beside (path, suffix);
}

/**
 * trio_place_remove:
 * @path: a file that no connection has open
 *
 * Removes it and its rollback journal, if they are there.
 */
void
trio_place_remove (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

/**
 * trio_place_clean:
 * @folder: a folder
 * @name: (nullable): name of a file that this process has locked, or %NULL for any
 *
 * Removes temporary files that a session left which ended unexpectedly.
 */
void
trio_place_clean (const char *folder, const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *start = g_strdup_printf (".%s", name != NULL ? name : "");
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_prefix (entry, start) || !g_str_has_suffix (entry, ".tmp")
          || (name != NULL && strlen (entry) != strlen (start) + TEMPORARY_LENGTH))
        continue;
      path = g_build_filename (folder, entry, NULL);
      trio_place_remove (path);
    }
}

/* Without this a name can be lost in a power cut though its file is on disk. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  g_close (fd, NULL);
}

/**
 * trio_place_publish:
 * @temporary: a finished file that no connection has open
 * @path: the name it gets, in the same folder
 * @replace: whether a file of that name may be replaced
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Gives a finished file its name at one stroke. After a failure @temporary is removed.
 *
 * Returns: whether it has the name
 */
gboolean
trio_place_publish (const char *temporary, const char *path, gboolean replace, GError **error)
{
  g_autofree char *name = trio_place_dup_name (path);
  int number = 0;

  if (replace)
    number = g_rename (temporary, path) == 0 ? 0 : errno;
  else if (link (temporary, path) == 0)
    g_unlink (temporary);
  else if (errno == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
    number = EEXIST;
  else
    /* FAT sticks have no links. */
    number = g_rename (temporary, path) == 0 ? 0 : errno;

  if (number == 0)
    {
      sync_folder (path);
      return TRUE;
    }
  trio_place_remove (temporary);
  if (number == EEXIST)
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_EXISTS,
                 _ ("“%s” exists already. Choose another name."), name);
  else
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO, _ ("“%s” cannot be written: %s."), name,
                 g_strerror (number));
  return FALSE;
}

static char *
dup_note_path (const char *path)
{
  return dup_beside (path, ".lock");
}

/**
 * trio_lock_note_write:
 * @path: a file that this process has locked
 *
 * Notes beside @path who holds it. Failing to is no failure.
 *
 * Returns: whether the note was written
 */
gboolean
trio_lock_note_write (const char *path)
{
  g_autofree char *note = dup_note_path (path);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *content = NULL;
  gsize length = 0;

  g_key_file_set_string (keys, NOTE_GROUP, "user", g_get_real_name ());
  g_key_file_set_string (keys, NOTE_GROUP, "account", g_get_user_name ());
  g_key_file_set_string (keys, NOTE_GROUP, "host", g_get_host_name ());
  g_key_file_set_string (keys, NOTE_GROUP, "program", "TRIO Stations " TRIO_VERSION);
  g_key_file_set_int64 (keys, NOTE_GROUP, "process", getpid ());
  g_key_file_set_int64 (keys, NOTE_GROUP, "time", g_get_real_time ());
  content = g_key_file_to_data (keys, &length, NULL);
  return g_file_set_contents_full (note, content, length, G_FILE_SET_CONTENTS_CONSISTENT, 0644,
                                   NULL);
}

/**
 * trio_lock_note_exists:
 * @path: a file
 *
 * Returns: whether there is a note; one that is there before the file was locked means that
 *   the last session ended unexpectedly
 */
gboolean
trio_lock_note_exists (const char *path)
{
  g_autofree char *note = dup_note_path (path);

  return g_file_test (note, G_FILE_TEST_IS_REGULAR);
}

/**
 * trio_lock_note_remove:
 * @path: a file that this process has locked
 *
 * Removes the note.
 */
void
trio_lock_note_remove (const char *path)
{
  g_autofree char *note = dup_note_path (path);

  g_unlink (note);
}

/* A word of a note that anybody may have written: short, one line, and valid. */
static char *
dup_word (GKeyFile *keys, const char *key)
{
  g_autofree char *word = g_key_file_get_string (keys, NOTE_GROUP, key, NULL);

  if (word == NULL || *word == '\0' || !g_utf8_validate (word, -1, NULL)
      || g_utf8_strlen (word, -1) > 60)
    return NULL;
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isprint (g_utf8_get_char (at)))
      return NULL;
  return g_steal_pointer (&word);
}

static GKeyFile *
read_note (const char *path)
{
  g_autofree char *note = dup_note_path (path);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  char content[NOTE_MAX_LENGTH];
  gssize length = -1;
  int fd = g_open (note, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);

  if (fd >= 0)
    {
      length = read (fd, content, sizeof content);
      g_close (fd, NULL);
    }
  if (length <= 0 || !g_key_file_load_from_data (keys, content, length, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_steal_pointer (&keys);
}

/**
 * trio_lock_note_error:
 * @path: a file that another program holds
 *
 * Returns: (transfer full): the error %TRIO_ERROR_LOCKED, which names the holder where the
 *   note beside the file does
 */
GError *
trio_lock_note_error (const char *path)
{
  g_autofree char *name = trio_place_dup_name (path);
  g_autoptr (GKeyFile) keys = read_note (path);
  g_autofree char *user = keys == NULL ? NULL : dup_word (keys, "user");
  g_autofree char *host = keys == NULL ? NULL : dup_word (keys, "host");
  g_autoptr (GDateTime) then = NULL;
  g_autofree char *since = NULL;

  if (keys != NULL && (user == NULL || g_str_equal (user, "Unknown")))
    {
      g_free (user);
      user = dup_word (keys, "account");
    }
  if (user == NULL || host == NULL)
    return g_error_new (TRIO_ERROR, TRIO_ERROR_LOCKED,
                        _ ("“%s” is open in another program. Close it there, or work on a copy."),
                        name);
  then = g_date_time_new_from_unix_local (g_key_file_get_int64 (keys, NOTE_GROUP, "time", NULL)
                                          / G_USEC_PER_SEC);
  since = then == NULL ? g_strdup ("?") : g_date_time_format (then, "%Y-%m-%d %H:%M");
  /* Translators: file, person, computer, date and time. */
  return g_error_new (TRIO_ERROR, TRIO_ERROR_LOCKED,
                      _ ("“%s” is open already: %s has it open on the computer %s since %s. "
                         "Close it there, or work on a copy."),
                      name, user, host, since);
}

/**
 * trio_device_load:
 *
 * The number is kept in the user's data folder, and made at the first call on a computer.
 *
 * Returns: the random number that stands for this installation in stamps, never 0
 */
guint64
trio_device_load (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "trio-stations", NULL);
  g_autofree char *path = g_build_filename (folder, "device", NULL);
  g_autofree char *content = NULL;
  guint64 number = 0;

  if (g_file_get_contents (path, &content, NULL, NULL))
    number = g_ascii_strtoull (content, NULL, 16);
  if (number != 0)
    return number;

  number = ((guint64)g_random_int () << 32) | g_random_int () | 1;
  g_free (content);
  content = g_strdup_printf ("%016" G_GINT64_MODIFIER "x\n", number);
  g_mkdir_with_parents (folder, 0700);
  /* Where the folder cannot be written, the number lives as long as the store. */
  g_file_set_contents_full (path, content, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
  return number;
}
