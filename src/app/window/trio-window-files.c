/* trio-window-files.c: the window opens, saves and closes the workshop file.
 *
 * Opening and flushing run in the background; a slow share keeps a spinner busy, never the
 * keyboard.
 */
#include "config.h"

#include "app/window/trio-window-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "app/trio-settings.h"
#include "base/trio-error.h"

/* A file that opens faster than this shows no spinner: it would only flicker. */
#define SLOW_OPEN_MS 200

static void
stop_opening (TrioWindow *self)
{
  g_clear_handle_id (&self->slow_open, g_source_remove);
  g_clear_object (&self->opening);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->pages == NULL || !gtk_widget_get_realized (GTK_WIDGET (self)))
    {
      /* The window went away meanwhile. */
      if (store != NULL)
        trio_store_close (store, NULL);
      g_clear_object (&store);
      return;
    }

  stop_opening (self);
  if (store != NULL)
    {
      trio_window_take_store (self, store);
      if (trio_store_has_ended_unexpectedly (store))
        trio_window_notify_user (self,
                                 _ ("The last session ended unexpectedly. Everything is here."),
                                 FALSE);
    }
  else
    trio_window_show_problem (self, self->path, error);
}

static gboolean
slow_open_cb (gpointer user_data)
{
  TrioWindow *self = user_data;
  g_autofree char *name = g_filename_display_basename (self->path);
  /* Translators: %s is a file name */
  g_autofree char *text = g_strdup_printf (_ ("Opening “%s”…"), name);

  self->slow_open = 0;
  gtk_label_set_label (self->loading_label, text);
  trio_window_show_page (self, "loading");
  return G_SOURCE_REMOVE;
}

/**
 * trio_window_open:
 * @self: the window, which must be free
 * @path: a file
 * @flags: how to open it
 *
 * Opens a file in the background and shows it, or says why that failed.
 */
void
trio_window_open (TrioWindow *self, const char *path, TrioOpenFlags flags)
{
  g_autofree char *copy = NULL;

  g_return_if_fail (TRIO_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->store == NULL);

  copy = g_canonicalize_filename (path, NULL);
  trio_window_cancel_open (self);
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  self->opening = g_cancellable_new ();
  self->slow_open = g_timeout_add (SLOW_OPEN_MS, slow_open_cb, self);
  trio_store_open_async (self->path, flags, self->opening, opened_cb, g_object_ref (self));
}

/**
 * trio_window_cancel_open:
 * @self: the window
 *
 * Gives up the file that is being opened.
 */
void
trio_window_cancel_open (TrioWindow *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  stop_opening (self);
}

/**
 * trio_window_remember:
 * @self: the window
 *
 * Puts the open file on the list of recent workshops.
 */
void
trio_window_remember (TrioWindow *self)
{
  TrioModel *model;
  TrioObject *workshop;

  if (self->store == NULL)
    return;

  model = trio_store_get_model (self->store);
  workshop = trio_model_get_workshop (model);
  trio_recent_remember (self->settings, self->path,
                        trio_object_get_text (workshop, TRIO_WORKSHOP_TITLE),
                        trio_object_get_text (workshop, TRIO_WORKSHOP_START),
                        g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_NOTE)));
}

/**
 * trio_window_update_state:
 * @self: the window
 *
 * Says whether everything is saved, and what to do if it is not.
 */
void
trio_window_update_state (TrioWindow *self)
{
  g_autoptr (GError) failure = NULL;

  if (self->store == NULL || self->view == NULL)
    return;

  if (trio_store_is_read_only (self->store))
    {
      trio_workshop_view_set_state (self->view, _ ("for reading only"));
      trio_workshop_view_show_banner (
          self->view, _ ("This file is open for reading only. Save a copy to work on."),
          _ ("_Save a Copy…"), "win.save-copy");
      return;
    }

  failure = trio_store_dup_failure (self->store);
  if (failure != NULL)
    {
      /* Translators: %s is whole sentences that say what is not saved, why, and what to do */
      g_autofree char *text = g_strdup_printf (
          _ ("%s Until then everything stays in this window, and saving is tried again."),
          failure->message);

      trio_workshop_view_set_state (self->view, _ ("not saved"));
      trio_workshop_view_show_banner (self->view, text, _ ("_Save Elsewhere…"),
                                      "win.save-elsewhere");
      return;
    }
  trio_workshop_view_hide_banner (self->view);
  trio_workshop_view_set_state (self->view, trio_store_get_pending (self->store) > 0 ? _ ("saving…")
                                                                                     : _ ("saved"));
}

/* Saving elsewhere */

static void
save_elsewhere_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->store == NULL)
    return;
  if (!trio_store_move_to (self->store, path, &error))
    {
      trio_compat_show_message (GTK_WINDOW (self), _ ("The workshop could not be saved there"),
                                error->message);
      return;
    }
  g_free (self->path);
  self->path = g_strdup (trio_store_get_path (self->store));
  trio_window_update_state (self);
  trio_window_remember (self);
}

/**
 * trio_window_save_elsewhere:
 * @self: the window
 *
 * Asks for another place and goes on working there.
 */
void
trio_window_save_elsewhere (TrioWindow *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  trio_compat_save_file (GTK_WINDOW (self), _ ("Save Elsewhere"), TRIO_FILE_WORKSHOP, NULL, name,
                         save_elsewhere_cb, g_object_ref (self));
}

/* Closing */

static void
answer_draft_cb (const char *id, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;

  self->asked = FALSE;
  if (g_str_equal (id, "cancel"))
    return;
  if (g_str_equal (id, "add") && !trio_workshop_view_submit_draft (self->view))
    return;
  if (g_str_equal (id, "discard"))
    trio_workshop_view_clear_draft (self->view);
  gtk_window_close (GTK_WINDOW (self));
}

static void
answer_unsaved_cb (const char *id, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;

  self->asked = FALSE;
  if (g_str_equal (id, "elsewhere"))
    trio_window_save_elsewhere (self);
  if (!g_str_equal (id, "discard"))
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_about_draft (TrioWindow *self)
{
  const TrioAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "add", _ ("_Add Input"), ADW_RESPONSE_SUGGESTED },
  };

  self->asked = TRUE;
  trio_compat_ask (GTK_WINDOW (self), _ ("Add the Last Input?"),
                   _ ("There are words in the input field that have not been added with Enter."),
                   answers, G_N_ELEMENTS (answers), "add", answer_draft_cb, g_object_ref (self));
}

static void
ask_about_unsaved (TrioWindow *self, const GError *error)
{
  const TrioAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("Close _without Saving"), ADW_RESPONSE_DESTRUCTIVE },
    { "elsewhere", _ ("_Save Elsewhere…"), ADW_RESPONSE_SUGGESTED },
  };

  self->asked = TRUE;
  trio_compat_ask (GTK_WINDOW (self), _ ("The Last Changes Are Not Saved"), error->message, answers,
                   G_N_ELEMENTS (answers), "elsewhere", answer_unsaved_cb, g_object_ref (self));
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->asked = FALSE;
  if (self->store == NULL)
    return;
  if (!trio_store_flush_finish (TRIO_STORE (source), result, &error))
    {
      ask_about_unsaved (self, error);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * trio_window_request_close:
 * @self: the window
 *
 * Makes sure that nothing is lost by closing the window. If something has to be saved or
 * asked first, the window closes itself afterwards.
 *
 * Returns: whether the window may close now
 */
gboolean
trio_window_request_close (TrioWindow *self)
{
  g_autoptr (GError) failure = NULL;

  if (self->store == NULL || self->may_close || trio_store_is_read_only (self->store))
    return TRUE;
  if (self->asked)
    return FALSE;

  trio_workshop_view_finish_edit (self->view);
  if (*trio_workshop_view_get_draft (self->view) != '\0')
    {
      ask_about_draft (self);
      return FALSE;
    }
  failure = trio_store_dup_failure (self->store);
  if (failure != NULL)
    {
      ask_about_unsaved (self, failure);
      return FALSE;
    }
  if (trio_store_get_pending (self->store) > 0)
    {
      self->asked = TRUE;
      trio_store_flush_async (self->store, NULL, flushed_cb, g_object_ref (self));
      return FALSE;
    }
  return TRUE;
}

/**
 * trio_window_shut_down:
 * @self: the window
 *
 * Closes the file and the window without a question, because the session ends. Words in the
 * field become an input, so that they are not lost.
 */
void
trio_window_shut_down (TrioWindow *self)
{
  g_return_if_fail (TRIO_IS_WINDOW (self));

  if (self->store != NULL && !trio_store_is_read_only (self->store))
    {
      trio_workshop_view_finish_edit (self->view);
      trio_workshop_view_submit_draft (self->view);
    }
  trio_window_drop_store (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * trio_window_drop_store:
 * @self: the window
 *
 * Closes the file and takes its view away.
 */
void
trio_window_drop_store (TrioWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;

  trio_window_remember (self);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_signal_handlers_disconnect_by_data (trio_store_get_model (self->store), self);
  trio_window_drop_toast (self);
  g_signal_handlers_disconnect_by_data (self->round_timer, self);
  g_clear_object (&self->round_timer);
  if (self->wall != NULL)
    gtk_window_destroy (GTK_WINDOW (self->wall));
  trio_window_forget_kiosk (self);
  trio_workshop_view_close (self->view);
  gtk_stack_remove (self->pages, GTK_WIDGET (self->view));
  self->view = NULL;
  if (!trio_store_close (self->store, &error))
    g_info ("Closing %s: %s", self->path, error->message);
  g_clear_object (&self->store);
}
