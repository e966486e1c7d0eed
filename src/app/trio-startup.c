/* trio-startup.c: renderer and language before GTK looks at the environment, and a new run.
 *
 * Without a graphics device GTK 4.8 draws with OpenGL in software, which costs about a
 * hundred times as much per frame as cairo.
 */
#include "config.h"

#include "app/trio-startup.h"

#include <unistd.h>

#include <gio/gio.h>

#include "base/trio-install.h"
#include "base/trio-locale.h"

/**
 * trio_startup_has_render_node:
 * @folder: folder of the graphics devices, usually "/dev/dri"
 *
 * Looks for a graphics device that this user may draw with.
 *
 * Returns: whether there is one
 */
gboolean
trio_startup_has_render_node (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, "renderD") && access (path, R_OK | W_OK) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * trio_startup_choose_renderer:
 * @dri_folder: folder of the graphics devices, usually "/dev/dri"
 *
 * Makes GTK draw with cairo where there is no graphics device. What the user has set in the
 * environment stays. Must be called before GTK is initialised and before any thread starts.
 */
void
trio_startup_choose_renderer (const char *dri_folder)
{
  if (g_getenv ("GSK_RENDERER") != NULL || g_getenv ("GDK_DEBUG") != NULL)
    return;
  if (trio_startup_has_render_node (dri_folder))
    return;

  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

/**
 * trio_startup_init_locale:
 * @language: (nullable): language of the interface, such as "da", or %NULL or "" for the
 *   language of the system
 *
 * Sets the locale and binds the translations; TRIO_LOCALEDIR in the environment names
 * another folder of translations, so that the program runs from the build folder. Must be
 * called before GTK is initialised.
 */
void
trio_startup_init_locale (const char *language)
{
  const char *chosen = g_getenv ("TRIO_LOCALEDIR");
  g_autofree char *installed = trio_install_dup_path (TRIO_LOCALEDIR);

  if (language != NULL && *language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
  trio_locale_set_up (GETTEXT_PACKAGE, chosen != NULL ? chosen : installed);
}

/**
 * trio_startup_restart:
 * @files: (array zero-terminated=1): paths to open
 * @system_language: (nullable): LANGUAGE as the user's session has it
 *
 * Replaces this program by a new run of itself, which reads settings and languages anew. To be
 * called when the main loop has ended. Returns only when that is impossible.
 */
void
trio_startup_restart (const char *const *files, const char *system_language)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  /* The name has to be free, or the new run would hand its files to this one. */
  if (bus != NULL)
    g_dbus_connection_flush_sync (bus, NULL, NULL);
  if (system_language != NULL)
    g_setenv ("LANGUAGE", system_language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  g_ptr_array_add (arguments, (gpointer) "trio-stations");
  for (; *files != NULL; files++)
    g_ptr_array_add (arguments, (gpointer)*files);
  g_ptr_array_add (arguments, NULL);
  execv ("/proc/self/exe", (char **)arguments->pdata);
}
