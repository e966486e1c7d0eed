/* test-folder.c: a folder of its own for a test program, and its end. */
#include "test-folder.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define MEMORY "/dev/shm"

/* A new folder, where also the data of the program goes: settings, backups. With @in_memory
 * it does not lie on a disk, where there is a choice: for tests that write a lot and are not
 * about disks. To be called before g_test_init(). */
char *
test_folder_make (gboolean in_memory)
{
  g_autofree char *data = NULL;
  char *folder;

  if (in_memory && g_access (MEMORY, W_OK) == 0)
    folder = g_mkdtemp (g_strdup (MEMORY "/trio-test-XXXXXX"));
  else
    folder = g_dir_make_tmp ("trio-test-XXXXXX", NULL);
  g_assert_nonnull (folder);
  data = g_build_filename (folder, "data", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  return folder;
}

/* Removes a folder with all that is in it. */
void
test_folder_remove (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        test_folder_remove (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}
