/* trio-search.h: how text is seen when somebody searches. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *trio_search_fold (const char *text);

G_END_DECLS
