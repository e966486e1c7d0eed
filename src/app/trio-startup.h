/* trio-startup.h: what must be settled before GTK starts, and starting anew. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean trio_startup_has_render_node (const char *folder);
void trio_startup_choose_renderer (const char *dri_folder);
void trio_startup_init_locale (const char *language);
void trio_startup_restart (const char *const *files, const char *system_language);

G_END_DECLS
