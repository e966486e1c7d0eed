/* trio-store.h: one workshop file and the model that was read from it.
 *
 * A store owns the file: it opens and checks it, reads the model, and writes every
 * transaction of the model in a thread of its own. Nothing on the calling thread waits for
 * the disk, except the functions that say so.
 */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_STORE (trio_store_get_type ())

G_DECLARE_FINAL_TYPE (TrioStore, trio_store, TRIO, STORE, GObject)

/* Properties: "pending" (guint: steps not yet on disk), "failed" (gboolean: the last write
 * failed and is being retried; see trio_store_dup_failure()). Both notify on the main
 * context of the thread that opened the store. Signal "acknowledged" (gint64 step): that
 * step, and every one before it, is on disk. */

/**
 * TrioOpenFlags:
 * @TRIO_OPEN_DEFAULT: for reading and writing, locked for everybody else
 * @TRIO_OPEN_READ_ONLY: do not lock or write the file; needed for newer versions
 *
 * How to open a file.
 */
typedef enum
{
  TRIO_OPEN_DEFAULT = 0,
  TRIO_OPEN_READ_ONLY = 1 << 0,
} TrioOpenFlags;

TrioStore *trio_store_create (const char *path, TrioLanguage language, GError **error);
TrioStore *
trio_store_open (const char *path, TrioOpenFlags flags, GCancellable *cancellable, GError **error);
void trio_store_open_async (const char *path,
                            TrioOpenFlags flags,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
TrioStore *trio_store_open_finish (GAsyncResult *result, GError **error);
gboolean trio_store_close (TrioStore *self, GError **error);

TrioModel *trio_store_get_model (TrioStore *self);
const char *trio_store_get_path (TrioStore *self);
gboolean trio_store_is_read_only (TrioStore *self);
gboolean trio_store_has_ended_unexpectedly (TrioStore *self);
guint trio_store_get_pending (TrioStore *self);
GError *trio_store_dup_failure (TrioStore *self);

gboolean trio_store_flush (TrioStore *self, GError **error);
void trio_store_flush_async (TrioStore *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean trio_store_flush_finish (TrioStore *self, GAsyncResult *result, GError **error);

gboolean trio_store_save_copy (TrioStore *self, const char *path, GError **error);
gboolean trio_store_move_to (TrioStore *self, const char *path, GError **error);
gboolean
trio_store_redact (TrioStore *self, TrioId object, guint field, const char *text, GError **error);

/**
 * TrioStepInfo:
 * @id: number of the step
 * @action: what was done, untranslated
 * @subject: what it was done to
 * @count: to how many
 * @time: microseconds since 1970 in UTC
 * @undone: whether it is undone at the moment
 *
 * A line of the log.
 */
typedef struct
{
  gint64 id;
  char *action;
  char *subject;
  guint count;
  gint64 time;
  gboolean undone;
} TrioStepInfo;

GPtrArray *trio_store_list_steps (TrioStore *self, guint max, GError **error);
gboolean trio_store_make_backup (TrioStore *self, GError **error);
gboolean trio_store_check (TrioStore *self, GPtrArray *findings, GError **error);

void trio_step_info_free (TrioStepInfo *info);

/**
 * TrioBackup:
 * @path: where the backup is
 * @time: microseconds since 1970 in UTC when it was made
 * @size: bytes
 *
 * An earlier state of a file.
 */
typedef struct
{
  char *path;
  gint64 time;
  gint64 size;
} TrioBackup;

GPtrArray *trio_store_list_backups (const char *path, GError **error);
gboolean trio_store_copy_file (const char *from, const char *to, GError **error);
gboolean trio_store_restore_backup (const char *backup, const char *path, GError **error);
char *trio_store_dup_backup_folder (void);
void trio_backup_free (TrioBackup *backup);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioStepInfo, trio_step_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioBackup, trio_backup_free)

G_END_DECLS
