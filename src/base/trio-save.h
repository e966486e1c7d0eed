/* trio-save.h: replaces a file as a whole or not at all. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean trio_save_bytes (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
