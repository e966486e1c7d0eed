/* trio-window-setup.c: commands around the setup of a day: station files, earlier events, and the
 * file itself. */
#include "config.h"

#include "app/window/trio-window-private.h"

#include <glib/gi18n.h>

#include "app/files/trio-file-dialog.h"
#include "app/followup/trio-earlier-dialog.h"
#include "app/trio-application.h"
#include "app/trio-compat.h"
#include "store/trio-station-file.h"

/* Station files */

static void
files_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = trio_station_files_make_finish (result, &error);
  g_autofree char *text = NULL;

  if (self->store == NULL)
    return;
  if (paths == NULL)
    {
      trio_compat_show_message (GTK_WINDOW (self), _ ("The station files were not made"),
                                error->message);
      return;
    }
  g_free (self->exported);
  self->exported = g_strdup (g_ptr_array_index (paths, 0));
  text = g_strdup_printf (ngettext ("%u station file made", "%u station files made", paths->len),
                          paths->len);
  trio_window_toast (self, text, _ ("_Open Folder"), "win.open-exported");
}

static void
folder_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  g_autofree char *folder = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (TrioSnapshot) snapshot = NULL;
  TrioModel *model;

  if (folder == NULL || self->store == NULL)
    return;
  model = trio_store_get_model (self->store);
  snapshot = trio_model_dup_snapshot (model);
  trio_station_files_make_async (snapshot, trio_model_get_next_id (model), folder, NULL,
                                 files_made_cb, g_object_ref (self));
}

static void
station_files_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  trio_workshop_view_finish_edit (self->view);
  trio_compat_choose_folder (GTK_WINDOW (self), _ ("Folder for the Station Files"), NULL,
                             folder_chosen_cb, g_object_ref (self));
}

/* A file that was put on the wrong laptop is found out before anybody types. */

static void
answer_home_cb (const char *id, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;

  if (!g_str_equal (id, "yes"))
    gtk_window_close (GTK_WINDOW (self));
}

/**
 * trio_window_confirm_home:
 * @self: the window
 *
 * Asks whether this laptop stands at the station whose file is open, until there is an input.
 */
void
trio_window_confirm_home (TrioWindow *self)
{
  const TrioAnswer answers[] = {
    { "cancel", _ ("_No, Close It"), ADW_RESPONSE_DEFAULT },
    { "yes", _ ("_Yes, This Is the Station"), ADW_RESPONSE_SUGGESTED },
  };
  TrioModel *model = trio_store_get_model (self->store);
  g_autofree char *name = trio_workshop_view_dup_home (self->view);
  guint n_notes = g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_NOTE));

  if (name == NULL || n_notes > 0)
    return;
  trio_compat_ask (GTK_WINDOW (self), name,
                   _ ("This file belongs to one station. Does this computer stand there?"), answers,
                   G_N_ELEMENTS (answers), "yes", answer_home_cb, g_object_ref (self));
}

/* Earlier events */

static void
collected_cb (TrioEarlierDialog *dialog, gint64 document, guint n_lines, TrioWindow *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u new line in the status note",
                                                     "%u new lines in the status note", n_lines),
                                           n_lines);

  trio_window_notify_user (self, text, TRUE);
}

static void
earlier_events_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  GtkWidget *dialog;

  trio_workshop_view_finish_edit (self->view);
  dialog = trio_earlier_dialog_new (GTK_WINDOW (self), trio_store_get_model (self->store),
                                    self->path, g_variant_get_int64 (parameter));
  g_signal_connect_object (dialog, "collected", G_CALLBACK (collected_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The file */

static void
restore_cb (TrioFileDialog *dialog, const char *backup, TrioWindow *self)
{
  trio_window_restore (self, backup);
}

static void
about_file_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  GtkWidget *dialog = trio_file_dialog_new (GTK_WINDOW (self), self->store);

  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * trio_window_install_setup_actions:
 * @self: the window
 *
 * Makes the commands of this file.
 */
void
trio_window_install_setup_actions (TrioWindow *self)
{
  static const GActionEntry entries[] = {
    { "station-files", station_files_action_cb },
    { "about-file", about_file_action_cb },
    { "earlier-events", earlier_events_action_cb, "x" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
