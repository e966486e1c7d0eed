/* trio-window-copies.c: copies of the file, and earlier states of it that come back.
 *
 * All of it is written in threads; the window goes on meanwhile.
 */
#include "config.h"

#include "app/window/trio-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/trio-application.h"
#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "store/trio-store-async.h"

static char *
copy_path (const char *path, const char *addition)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = g_str_has_suffix (name, ".trio") ? name + strlen (name) - 5 : NULL;
  int stem = (int)(dot != NULL ? dot - name : (gssize)strlen (name));
  g_autofree char *copy = g_strdup_printf ("%.*s (%s).trio", stem, name, addition);

  return trio_suggest_path (folder, copy);
}

/* Copying and restoring write a whole file, which takes its time on a stick. */
typedef struct
{
  gboolean (*work) (const char *from, const char *to, GError **error);
  char *from;
  char *to;
  const char *failure;
} Copying;

static void
free_copying (gpointer data)
{
  Copying *copying = data;

  g_free (copying->from);
  g_free (copying->to);
  g_free (copying);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  GError *error = NULL;

  if (copying->work (copying->from, copying->to, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copying_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  Copying *copying = g_task_get_task_data (G_TASK (result));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    trio_application_open_path (TRIO_APPLICATION (application), copying->to, self);
  else
    trio_compat_show_message (GTK_WINDOW (self), copying->failure, error->message);
}

/* Makes a file beside the one of the window, and opens it: here if the window is free. */
static void
copy_and_open (TrioWindow *self,
               gboolean (*work) (const char *from, const char *to, GError **error),
               const char *from,
               const char *addition,
               const char *failure)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, copying_done_cb, g_object_ref (self));
  Copying *copying = g_new0 (Copying, 1);

  copying->work = work;
  copying->from = g_strdup (from);
  copying->to = copy_path (self->path, addition);
  copying->failure = failure;
  g_task_set_task_data (task, copying, free_copying);
  g_task_run_in_thread (task, copy_in_thread);
}

/**
 * trio_window_open_copy:
 * @self: the window
 *
 * Copies the file that another program holds, and opens the copy.
 */
void
trio_window_open_copy (TrioWindow *self)
{
  /* Translators: part of a file name */
  copy_and_open (self, trio_store_copy_file, self->path, _ ("copy"),
                 _ ("The copy could not be made"));
}

/**
 * trio_window_restore:
 * @self: the window
 * @backup: path of an earlier state of the file
 *
 * Restores an earlier state as a new file and opens it; the file itself stays as it is.
 */
void
trio_window_restore (TrioWindow *self, const char *backup)
{
  /* Translators: part of a file name */
  copy_and_open (self, trio_store_restore_backup, backup, _ ("restored"),
                 _ ("The earlier state could not be restored"));
}

static void
copy_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = trio_store_save_copy_finish (TRIO_STORE (source), result, &error);

  if (self->store == NULL)
    return;
  if (saved)
    trio_window_notify_user (self, _ ("The copy is saved"), FALSE);
  else
    trio_compat_show_message (GTK_WINDOW (self), _ ("The copy could not be saved"), error->message);
}

static void
save_copy_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->store == NULL)
    return;
  trio_window_notify_user (self, _ ("Saving a copy…"), FALSE);
  trio_store_save_copy_async (self->store, path, copy_saved_cb, g_object_ref (self));
}

/**
 * trio_window_save_copy:
 * @self: the window
 *
 * Asks for a place and writes a copy there; the window keeps its file.
 */
void
trio_window_save_copy (TrioWindow *self)
{
  /* Translators: part of a file name */
  g_autofree char *path = copy_path (self->path, _ ("copy"));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  trio_compat_save_file (GTK_WINDOW (self), _ ("Save a Copy"), TRIO_FILE_WORKSHOP, folder, name,
                         save_copy_cb, g_object_ref (self));
}
