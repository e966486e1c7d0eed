/* trio-parallel-private.h: the same work for many rows, on several processors. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrioParallelWork:
 * @row: index of a row
 * @user_data: what trio_parallel_run() was given
 *
 * Works on one row; what it writes must depend on nothing but the row.
 */
typedef void (*TrioParallelWork) (guint row, gpointer user_data);

gboolean trio_parallel_run (guint n_rows,
                            guint n_threads,
                            TrioParallelWork work,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
