/* trio-startup.h: what must be settled before GTK starts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean trio_startup_has_render_node (const char *folder);
void trio_startup_choose_renderer (const char *dri_folder);
void trio_startup_init_locale (const char *language);

G_END_DECLS
