/* trio-earlier.h: reads the workshops that lie in a folder, for looking back over several events.
 *
 * Files are opened for reading only, one after the other, in a thread. One that cannot be read
 * is named with the reason, and the others are read all the same.
 */
#pragma once

#include <gio/gio.h>

#include "model/trio-snapshot.h"

G_BEGIN_DECLS

/* Folders in folders are gone into so far, and no further files than this are read. */
#define TRIO_EARLIER_MAX_DEPTH 3
#define TRIO_EARLIER_MAX_FILES 500

/**
 * TrioEarlierFile:
 * @path: where it is
 * @snapshot: (nullable): what is in it; %NULL if it cannot be read
 * @problem: (nullable): why it cannot be read
 * @same_as: index of another file with the same event and at least as many inputs; -1 if there
 *   is none
 *
 * A file of the folder.
 */
typedef struct
{
  char *path;
  TrioSnapshot *snapshot;
  char *problem;
  int same_as;
} TrioEarlierFile;

/**
 * TrioEarlierFunc:
 * @n_done: how many files have been read
 * @n_all: how many there are
 * @path: the one that is read now
 * @user_data: data of the caller
 *
 * Follows the reading, in the caller's main context.
 */
typedef void (*TrioEarlierFunc) (guint n_done, guint n_all, const char *path, gpointer user_data);

GPtrArray *trio_earlier_list (const char *folder, guint max_depth, GError **error);
void trio_earlier_read_async (const char *folder,
                              const char *except,
                              GCancellable *cancellable,
                              TrioEarlierFunc progress,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *trio_earlier_read_finish (GAsyncResult *result, GError **error);
void trio_earlier_file_free (TrioEarlierFile *file);

G_END_DECLS
