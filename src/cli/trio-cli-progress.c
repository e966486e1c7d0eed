/* trio-cli-progress.c: a thread beside the work that watches clock and signals. */
#include "config.h"

#include "cli/trio-cli-progress.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

struct _TrioCliProgress
{
  char *what;
  GCancellable *cancellable;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  guint seconds;
};

static gboolean
second_cb (gpointer data)
{
  TrioCliProgress *progress = data;

  if (progress->seconds++ == 0)
    g_printerr ("%s ", progress->what);
  else
    g_printerr (".");
  return G_SOURCE_CONTINUE;
}

static gboolean
interrupt_cb (gpointer data)
{
  TrioCliProgress *progress = data;

  g_cancellable_cancel (progress->cancellable);
  return G_SOURCE_CONTINUE;
}

static gpointer
watch (gpointer data)
{
  TrioCliProgress *progress = data;

  g_main_context_push_thread_default (progress->context);
  g_main_loop_run (progress->loop);
  g_main_context_pop_thread_default (progress->context);
  return NULL;
}

static void
attach (TrioCliProgress *progress, GSource *source, GSourceFunc func)
{
  g_source_set_callback (source, func, progress, NULL);
  g_source_attach (source, progress->context);
  g_source_unref (source);
}

/**
 * trio_cli_progress_start:
 * @what: what the command does, a translated phrase
 *
 * From now on Ctrl+C cancels the work instead of killing the program, and after a second @what is
 * written on standard error, with a dot for each further second.
 *
 * Returns: (transfer full): to be stopped when the work is done
 */
TrioCliProgress *
trio_cli_progress_start (const char *what)
{
  TrioCliProgress *progress = g_new0 (TrioCliProgress, 1);

  progress->what = g_strdup (what);
  progress->cancellable = g_cancellable_new ();
  progress->context = g_main_context_new ();
  progress->loop = g_main_loop_new (progress->context, FALSE);
  attach (progress, g_timeout_source_new_seconds (1), second_cb);
  attach (progress, g_unix_signal_source_new (SIGINT), interrupt_cb);
  progress->thread = g_thread_new ("progress", watch, progress);
  return progress;
}

/**
 * trio_cli_progress_get_cancellable:
 * @progress: what trio_cli_progress_start() gave
 *
 * Returns: (transfer none): cancelled by Ctrl+C
 */
GCancellable *
trio_cli_progress_get_cancellable (TrioCliProgress *progress)
{
  return progress->cancellable;
}

static gboolean
quit_cb (gpointer data)
{
  TrioCliProgress *progress = data;

  g_main_loop_quit (progress->loop);
  return G_SOURCE_REMOVE;
}

/**
 * trio_cli_progress_stop:
 * @progress: (transfer full): what trio_cli_progress_start() gave
 *
 * Ends the line on standard error, if one was begun, and gives Ctrl+C its usual meaning back.
 */
void
trio_cli_progress_stop (TrioCliProgress *progress)
{
  /* From inside the loop: it may not have begun to run yet. */
  attach (progress, g_idle_source_new (), quit_cb);
  g_thread_join (progress->thread);
  if (progress->seconds > 0)
    g_printerr ("\n");
  g_main_loop_unref (progress->loop);
  g_main_context_unref (progress->context);
  g_object_unref (progress->cancellable);
  g_free (progress->what);
  g_free (progress);
}
