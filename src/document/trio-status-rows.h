/* trio-status-rows.h: what a status note tells of earlier events, as lines of its parameters. */
#pragma once

#include "model/trio-snapshot.h"

G_BEGIN_DECLS

char *trio_status_rows_add_events (const char *rows, GPtrArray *events, guint *n_added);
char *trio_status_rows_add_initiatives (const char *rows,
                                        TrioSnapshot *workshop,
                                        GPtrArray *events,
                                        const char *lang,
                                        guint *n_added,
                                        guint *n_left);

G_END_DECLS
