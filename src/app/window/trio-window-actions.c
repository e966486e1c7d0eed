/* trio-window-actions.c: the commands of the window, as menus, keys and tests name them. */
#include "config.h"

#include "app/window/trio-window-private.h"

#include <glib/gi18n.h>

#include "app/files/trio-new-dialog.h"
#include "app/trio-application.h"
#include "app/trio-compat.h"
#include "model/trio-commands.h"

static TrioModel *
model_of (TrioWindow *self)
{
  return self->store != NULL ? trio_store_get_model (self->store) : NULL;
}

/* Files */

/* A new day is prepared first. */
static void
created_cb (TrioNewDialog *dialog, TrioStore *store, TrioWindow *self)
{
  trio_application_show_store (TRIO_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                               g_object_ref (store), self);
  if (self->store == store)
    trio_workshop_view_show_page (self->view, "setup");
}

static void
new_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  GtkWidget *dialog = trio_new_dialog_new (GTK_WINDOW (self));

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (path != NULL && application != NULL)
    trio_application_open_path (TRIO_APPLICATION (application), path, self);
}

static void
open_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  trio_compat_open_file (GTK_WINDOW (self), _ ("Open Workshop"), TRIO_FILE_WORKSHOP, open_chosen_cb,
                         g_object_ref (self));
}

static void
cancel_open_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  trio_window_cancel_open (self);
  trio_window_show_page (self, "start");
}

static void
start_page_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_window_show_page (user_data, "start");
}

static void
save_copy_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_window_save_copy (user_data);
}

static void
save_elsewhere_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_window_save_elsewhere (user_data);
}

static void
close_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

/* Workshop */

static void
undo_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_undo (self->view, FALSE);
}

static void
redo_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_undo (self->view, TRUE);
}

static void
station_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_go_to_number (self->view, g_variant_get_int64 (parameter));
}

static gint64
next_number (TrioModel *model)
{
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);
  guint n = g_list_model_get_n_items (stations);
  gint64 highest = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);

      highest = MAX (highest, trio_object_get_int (station, TRIO_STATION_NUMBER));
    }
  return highest + 1;
}

static void
station_titled_cb (const char *title, gpointer user_data)
{
  TrioWindow *self = user_data;
  TrioModel *model = model_of (self);
  g_autoptr (GError) error = NULL;
  gint64 number;

  if (title == NULL || model == NULL)
    return;

  number = next_number (model);
  if (trio_command_add_theme_and_station (model, title, number, &error) == 0)
    trio_compat_show_message (GTK_WINDOW (self), _ ("The station was not added"), error->message);
  else
    trio_workshop_view_go_to_number (self->view, number);
}

static void
add_station_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  trio_compat_ask_text (GTK_WINDOW (self), _ ("Add a Station"),
                        _ ("The station gets the next number and a theme of its own."),
                        _ ("Title of the theme"), _ ("_Add"), station_titled_cb,
                        g_object_ref (self), g_object_unref);
}

static void
show_sidebar_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  TrioWindow *self = user_data;

  gboolean lasts = TRUE;

  g_simple_action_set_state (action, value);
  if (self->view != NULL)
    lasts = trio_workshop_view_set_show_sidebar (self->view, g_variant_get_boolean (value));
  if (lasts && self->settings != NULL)
    g_settings_set_value (self->settings, "show-sidebar", value);
}

static void
sidebar_shown_cb (TrioWorkshopView *view, gboolean shown, TrioWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-sidebar");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
}

/**
 * trio_window_follow_sidebar:
 * @self: the window, with a new view of a workshop
 *
 * Shows the list of stations, or not, as it was the last time, and keeps the action true.
 */
void
trio_window_follow_sidebar (TrioWindow *self)
{
  gboolean show = self->settings == NULL || g_settings_get_boolean (self->settings, "show-sidebar");

  sidebar_shown_cb (self->view, show, self);
  trio_workshop_view_set_show_sidebar (self->view, show);
  g_signal_connect (self->view, "sidebar-shown", G_CALLBACK (sidebar_shown_cb), self);
}

/* The section of the keys that matter where the user is. */
static const char *
choose_section (TrioWindow *self)
{
  static const struct
  {
    const char *page;
    const char *section;
  } sections[] = { { "setup", "setup" },
                   { "station", "station" },
                   { "summary", "summary" },
                   { "documents", "summary" } };
  const char *page = self->view != NULL ? trio_workshop_view_get_page (self->view) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (page, sections[i].page) == 0)
      return sections[i].section;
  return "general";
}

static void
show_shortcuts_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/dk/trio/Stations/trio-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  g_object_set (shortcuts, "section-name", choose_section (self), NULL);
  trio_compat_name_icons (GTK_WIDGET (shortcuts));
  trio_compat_show_shortcuts (GTK_WINDOW (self), shortcuts);
}

static void
focus_capture_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_focus_capture (self->view);
}

static void
next_page_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_turn_page (self->view, 1);
}

static void
previous_page_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_turn_page (self->view, -1);
}

static void
show_note_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_show_note (self->view, g_variant_get_int64 (parameter));
}

static void
show_object_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  gint64 object;
  guint32 field;

  g_variant_get (parameter, "(xu)", &object, &field);
  if (self->view != NULL)
    trio_workshop_view_show_object (self->view, object, field);
}

static void
show_summary_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_show_summary (self->view, g_variant_get_int64 (parameter));
}

static void
page_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_show_page (self->view, g_variant_get_string (parameter, NULL));
}

/* Menu commands of the board: the page with the board comes first. */
static void
board_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  g_autofree char *name = g_strconcat ("station.", g_action_get_name (G_ACTION (action)), NULL);

  if (self->view != NULL)
    trio_workshop_view_act_on_board (self->view, name);
}

static void
next_pane_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (self->view != NULL)
    trio_workshop_view_focus_next_pane (self->view);
}

static void
set_enabled (TrioWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_title (TrioWindow *self)
{
  TrioModel *model = model_of (self);
  TrioObject *workshop = model != NULL ? trio_model_get_workshop (model) : NULL;
  const char *title
      = workshop != NULL ? trio_object_get_text (workshop, TRIO_WORKSHOP_TITLE) : NULL;

  gtk_window_set_title (GTK_WINDOW (self),
                        title != NULL && *title != '\0' ? title : _ ("TRIO Stations"));
}

/**
 * trio_window_update_actions:
 * @self: the window
 *
 * Enables the commands that make sense now.
 */
void
trio_window_update_actions (TrioWindow *self)
{
  static const char *const of_board[]
      = { "suggest", "more-like-these", "tidy", "vote-by-clicking" };
  TrioModel *model = model_of (self);
  gboolean is_open = model != NULL;
  gboolean can_change = is_open && !trio_model_get_read_only (model);

  set_enabled (self, "undo", can_change && trio_model_can_undo (model));
  set_enabled (self, "redo", can_change && trio_model_can_redo (model));
  set_enabled (self, "station", is_open);
  set_enabled (self, "add-station", can_change);
  set_enabled (self, "show-sidebar", is_open);
  set_enabled (self, "save-copy", is_open);
  set_enabled (self, "station-files", is_open);
  set_enabled (self, "earlier-events", is_open);
  set_enabled (self, "print-theme", is_open);
  set_enabled (self, "about-file", is_open);
  set_enabled (self, "save-elsewhere", is_open);
  set_enabled (self, "export", is_open);
  set_enabled (self, "print", is_open);
  set_enabled (self, "copy-document", is_open);
  set_enabled (self, "details", can_change);
  set_enabled (self, "import", can_change);
  trio_window_update_round_actions (self);
  set_enabled (self, "import-text", can_change);
  set_enabled (self, "import-file", can_change);
  set_enabled (self, "page", is_open);
  for (guint i = 0; i < G_N_ELEMENTS (of_board); i++)
    set_enabled (self, of_board[i], can_change);
  trio_window_update_mode_actions (self);
  set_title (self);
}

static void
add_key (GtkEventController *keys, guint keyval, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers), gtk_named_action_new (action)));
}

/**
 * trio_window_install_actions:
 * @self: the window
 *
 * Makes the commands. Their keys are set by the application, except those of undo: a field in
 * which words are typed must get them first.
 */
void
trio_window_install_actions (TrioWindow *self)
{
  static const GActionEntry entries[] = {
    { "new", new_action_cb },
    { "open", open_action_cb },
    { "cancel-open", cancel_open_action_cb },
    { "start-page", start_page_action_cb },
    { "save-copy", save_copy_action_cb },
    { "save-elsewhere", save_elsewhere_action_cb },
    { "close", close_action_cb },
    { "undo", undo_action_cb },
    { "redo", redo_action_cb },
    { "station", station_action_cb, "x" },
    { "add-station", add_station_action_cb },
    { "show-sidebar", NULL, NULL, "true", show_sidebar_state_cb },
    { "show-shortcuts", show_shortcuts_action_cb },
    { "focus-capture", focus_capture_action_cb },
    { "next-pane", next_pane_action_cb },
    { "page", page_action_cb, "s" },
    { "show-note", show_note_action_cb, "x" },
    { "show-object", show_object_action_cb, "(xu)" },
    { "show-summary", show_summary_action_cb, "x" },
    { "suggest", board_action_cb },
    { "more-like-these", board_action_cb },
    { "tidy", board_action_cb },
    { "vote-by-clicking", board_action_cb },
    { "next-page", next_page_action_cb },
    { "previous-page", previous_page_action_cb },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  trio_window_install_document_actions (self);
  trio_window_install_setup_actions (self);
  trio_window_install_round_actions (self);
  trio_window_install_mode_actions (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_key (keys, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo");
  add_key (keys, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  add_key (keys, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo");
  add_key (keys, GDK_KEY_Escape, 0, "win.focus-capture");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
