/* trio-resource.c: access to the embedded files.
 *
 * The resource is looked up through its own symbol and registered at first use,
 * because a linker drops unreferenced constructors from a static library.
 */
#include "base/trio-resource.h"

#include "trio-core-resources.h"

static GResource *
core_resource (void)
{
  static gsize resource = 0;

  if (g_once_init_enter (&resource))
    {
      GResource *found;

      trio_core_register_resource ();
      /* GLib only takes note of it. Another thread that is looking for something of GTK's may be
       * registering it just now, and until then there is nothing to be had. */
      while ((found = trio_core_get_resource ()) == NULL)
        g_thread_yield ();
      g_once_init_leave (&resource, (gsize)found);
    }
  return (GResource *)resource;
}

/**
 * trio_resource_lookup:
 * @path: a path below %TRIO_RESOURCE_PREFIX, such as "schema/001-initial.sql"
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the bytes of the embedded file, or %NULL with an
 *   error of the domain %G_RESOURCE_ERROR
 */
GBytes *
trio_resource_lookup (const char *path, GError **error)
{
  g_autofree char *full = g_strconcat (TRIO_RESOURCE_PREFIX, path, NULL);

  return g_resource_lookup_data (core_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * trio_resource_list:
 * @folder: a folder below %TRIO_RESOURCE_PREFIX, such as "schema"
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the names of the files in the folder in no certain
 *   order, or %NULL with an error of the domain %G_RESOURCE_ERROR
 */
char **
trio_resource_list (const char *folder, GError **error)
{
  g_autofree char *full = g_strconcat (TRIO_RESOURCE_PREFIX, folder, NULL);

  return g_resource_enumerate_children (core_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                        error);
}
