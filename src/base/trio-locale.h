/* trio-locale.h: the language and letters of the user, once at the start of a program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void trio_locale_set_up (const char *domain, const char *folder);

G_END_DECLS
