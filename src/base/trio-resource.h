/* trio-resource.h: the files that travel inside the library.
 *
 * Schemas, theme sets and document templates are embedded, so that both programs work
 * from the build folder, from a package and from a stick alike.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRIO_RESOURCE_PREFIX "/dk/trio/stations/core/"

GBytes *trio_resource_lookup (const char *path, GError **error);
char **trio_resource_list (const char *folder, GError **error);

G_END_DECLS
