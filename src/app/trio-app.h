/* trio-app.h: what has to be loaded before the first widget is made. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void trio_app_init (void);

G_END_DECLS
