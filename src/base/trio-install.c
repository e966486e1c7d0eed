/* trio-install.c: where the files are that were installed with the programs.
 *
 * The paths are chosen when the program is configured. A tree that was moved afterwards
 * (unpacked into a home folder, copied to a stick) keeps its inner order, so that what belongs
 * to a program is found from where the program itself lies.
 */
#include "config.h"

#include "base/trio-install.h"

#include <string.h>

/**
 * trio_install_move_path:
 * @path: an absolute path below the prefix that was configured
 * @program: absolute path of the running program
 *
 * Works out where @path would be if everything had been moved together with @program. No disk is
 * read.
 *
 * Returns: (transfer full) (nullable): the moved path, or %NULL when @program is where it was to be
 *   installed, or in a folder that is no folder of programs, or when @path is not below the prefix
 */
char *
trio_install_move_path (const char *path, const char *program)
{
  g_autofree char *folder = NULL;
  const char *bindir = TRIO_BINDIR; /* relative to the prefix, such as "bin" */
  gsize prefix_length = strlen (TRIO_PREFIX);

  g_return_val_if_fail (path != NULL && program != NULL, NULL);

  if (!g_str_has_prefix (path, TRIO_PREFIX) || path[prefix_length] != G_DIR_SEPARATOR)
    return NULL;

  folder = g_path_get_dirname (program);
  if (!g_str_has_suffix (folder, G_DIR_SEPARATOR_S TRIO_BINDIR))
    return NULL;

  folder[strlen (folder) - strlen (bindir) - 1] = '\0';
  if (g_str_equal (folder, TRIO_PREFIX))
    return NULL;
  return g_build_filename (G_DIR_SEPARATOR_S, folder, path + prefix_length, NULL);
}

/**
 * trio_install_dup_path:
 * @path: an absolute path of the configuration, such as %TRIO_LOCALEDIR
 *
 * Returns: (transfer full): @path, or where it is now if the installed tree was moved
 */
char *
trio_install_dup_path (const char *path)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *moved = program != NULL ? trio_install_move_path (path, program) : NULL;

  if (moved != NULL && g_file_test (moved, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&moved);
  return g_strdup (path);
}
