/* trio-window-modes.c: preparing, running, and a guest who types.
 *
 * A mode changes what is shown and which commands there are, never what is in the file, and
 * saving goes on in all of them.
 */
#include "config.h"

#include "app/window/trio-window-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/window/trio-kiosk-view.h"

typedef enum
{
  EDIT,
  RUN,
  KIOSK,
} Mode;

static const char *const mode_names[] = { [EDIT] = "edit", [RUN] = "run", [KIOSK] = "kiosk" };

static Mode
get_mode (TrioWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "mode");
  g_autoptr (GVariant) state = g_action_get_state (action);

  for (guint i = 0; i < G_N_ELEMENTS (mode_names); i++)
    if (g_str_equal (g_variant_get_string (state, NULL), mode_names[i]))
      return i;
  return EDIT;
}

static gboolean
can_change (TrioWindow *self)
{
  return self->store != NULL && !trio_store_is_read_only (self->store);
}

/**
 * trio_window_is_running:
 * @self: the window
 *
 * Returns: whether the day runs, so that titles, themes and stations are locked
 */
gboolean
trio_window_is_running (TrioWindow *self)
{
  return get_mode (self) != EDIT;
}

/* Guests */

static void
leave_kiosk (TrioWindow *self)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self));

  if (self->kiosk == NULL)
    return;
  trio_kiosk_view_submit (TRIO_KIOSK_VIEW (self->kiosk));
  gtk_stack_set_visible_child_name (self->pages, "workshop");
  gtk_stack_remove (self->pages, self->kiosk);
  self->kiosk = NULL;
  gtk_window_unfullscreen (GTK_WINDOW (self));
  for (guint i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), names[i]);

      if (G_IS_SIMPLE_ACTION (action))
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), TRUE);
    }
}

static void
enter_kiosk (TrioWindow *self)
{
  TrioId station = trio_workshop_view_get_station (self->view);

  if (self->kiosk != NULL || station == 0)
    return;
  trio_workshop_view_finish_edit (self->view);
  self->kiosk = trio_kiosk_view_new (trio_store_get_model (self->store), station);
  trio_compat_mend_names (self->kiosk);
  gtk_stack_add_named (self->pages, self->kiosk, "kiosk");
  gtk_stack_set_visible_child_name (self->pages, "kiosk");
  gtk_widget_grab_focus (self->kiosk);
  gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
leave_answer_cb (const char *id, gpointer user_data)
{
  g_autoptr (TrioWindow) self = user_data;

  self->asked = FALSE;
  if (g_str_equal (id, "leave") && self->kiosk != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (self), "mode",
                                        g_variant_new_string (mode_names[RUN]));
}

/**
 * trio_window_ask_to_leave_kiosk:
 * @self: the window
 *
 * Asks before a guest's window becomes an ordinary one again.
 *
 * Returns: whether it is a guest's window
 */
gboolean
trio_window_ask_to_leave_kiosk (TrioWindow *self)
{
  const TrioAnswer answers[] = {
    { "cancel", _ ("_Keep Typing"), ADW_RESPONSE_DEFAULT },
    { "leave", _ ("_Leave"), ADW_RESPONSE_DEFAULT },
  };

  if (self->kiosk == NULL)
    return FALSE;
  if (!self->asked)
    {
      self->asked = TRUE;
      trio_compat_ask (GTK_WINDOW (self), _ ("Leave guest typing?"),
                       _ ("All inputs and commands are shown again."), answers,
                       G_N_ELEMENTS (answers), "cancel", leave_answer_cb, g_object_ref (self));
    }
  return TRUE;
}

static void
leave_kiosk_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_window_ask_to_leave_kiosk (user_data);
}

/* The modes */

static void
mode_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  TrioWindow *self = user_data;

  g_simple_action_set_state (action, value);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "mode", mode_names[get_mode (self)]);
  trio_window_apply_mode (self);
}

/**
 * trio_window_apply_mode:
 * @self: the window
 *
 * Shows the open workshop as its mode wants it.
 */
void
trio_window_apply_mode (TrioWindow *self)
{
  Mode mode = get_mode (self);

  if (self->view == NULL)
    return;
  if (mode != KIOSK || !can_change (self))
    leave_kiosk (self);
  trio_workshop_view_set_lock (
      self->view, mode == EDIT || !can_change (self)
                      ? NULL
                      : _ ("The day is running: titles, themes and stations are locked, so that "
                           "they stay as they are on posters and tables. Inputs, clusters and "
                           "rounds work as always."));
  if (mode == RUN)
    {
      trio_workshop_view_show_page (self->view, "station");
      trio_workshop_view_focus_capture (self->view);
    }
  if (mode == KIOSK && can_change (self))
    enter_kiosk (self);
  trio_window_update_actions (self);
}

/**
 * trio_window_update_mode_actions:
 * @self: the window
 *
 * Takes away the commands that the mode does not have. Called after all others are enabled.
 */
void
trio_window_update_mode_actions (TrioWindow *self)
{
  static const char *const locked[] = { "details", "add-station" };
  static const char *const for_guests[]
      = { "leave-kiosk", "mode", "next-round", "pause-round", "save-elsewhere", NULL };
  g_auto (GStrv) names = NULL;
  GAction *leave = g_action_map_lookup_action (G_ACTION_MAP (self), "leave-kiosk");
  GAction *mode = g_action_map_lookup_action (G_ACTION_MAP (self), "mode");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (leave), self->kiosk != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (mode), can_change (self));
  for (guint i = 0; i < G_N_ELEMENTS (locked) && get_mode (self) != EDIT; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), locked[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), FALSE);
    }
  if (self->kiosk == NULL)
    return;

  names = g_action_group_list_actions (G_ACTION_GROUP (self));
  for (guint i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), names[i]);

      if (G_IS_SIMPLE_ACTION (action) && !g_strv_contains (for_guests, names[i]))
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), FALSE);
    }
}

/**
 * trio_window_forget_kiosk:
 * @self: the window
 *
 * Takes the view for guests away before its workshop is closed.
 */
void
trio_window_forget_kiosk (TrioWindow *self)
{
  leave_kiosk (self);
}

/**
 * trio_window_install_mode_actions:
 * @self: the window
 *
 * Makes the commands of this file. The mode of the last session is remembered.
 */
void
trio_window_install_mode_actions (TrioWindow *self)
{
  static const GActionEntry entries[] = {
    { "mode", NULL, "s", "'edit'", mode_state_cb },
    { "leave-kiosk", leave_kiosk_action_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (self->settings != NULL)
    {
      GAction *mode = g_action_map_lookup_action (G_ACTION_MAP (self), "mode");
      g_autofree char *name = g_settings_get_string (self->settings, "mode");

      g_simple_action_set_state (G_SIMPLE_ACTION (mode), g_variant_new_string (name));
    }
}
