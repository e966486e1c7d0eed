/* trio-cli-progress.h: tells that a command is still at work, and lets Ctrl+C end it cleanly. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TrioCliProgress TrioCliProgress;

TrioCliProgress *trio_cli_progress_start (const char *what);
GCancellable *trio_cli_progress_get_cancellable (TrioCliProgress *progress);
void trio_cli_progress_stop (TrioCliProgress *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioCliProgress, trio_cli_progress_stop)

G_END_DECLS
