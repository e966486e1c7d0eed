/* trio-rank.h: order keys between any two others.
 *
 * A rank is a short text; comparing ranks byte by byte gives the order. Between any two
 * ranks there is always another, so moving one thing changes one thing.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRIO_RANK_MAX_LENGTH 200

char *trio_rank_between (const char *before, const char *after);
gboolean trio_rank_is_valid (const char *rank);

G_END_DECLS
