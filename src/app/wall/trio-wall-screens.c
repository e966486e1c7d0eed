/* trio-wall-screens.c: on which screen the wall is; remembered by the name of the screen. */
#include "config.h"

#include "app/wall/trio-wall-private.h"

#include <glib/gi18n.h>

#define NO_SCREEN G_MAXUINT

/* Milliseconds until a screen that was plugged in is known to all. */
#define SETTLE_MS 800

static GListModel *
get_screens (TrioWallWindow *self)
{
  return gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
}

static guint
count_screens (TrioWallWindow *self)
{
  return g_list_model_get_n_items (get_screens (self));
}

static GdkMonitor *
get_screen_of (GtkWindow *window)
{
  GdkSurface *surface = window != NULL ? gtk_native_get_surface (GTK_NATIVE (window)) : NULL;

  return surface != NULL
             ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)),
                                                   surface)
             : NULL;
}

static guint
find_screen (TrioWallWindow *self, GdkMonitor *monitor)
{
  GListModel *screens = get_screens (self);

  for (guint i = 0; i < g_list_model_get_n_items (screens); i++)
    {
      g_autoptr (GdkMonitor) each = g_list_model_get_item (screens, i);

      if (each == monitor)
        return i;
    }
  return 0;
}

/* Socket and model: two projectors of one make are told apart, and so are two sockets. */
static char *
dup_name (GdkMonitor *monitor)
{
  const char *connector = gdk_monitor_get_connector (monitor);
  const char *model = gdk_monitor_get_model (monitor);

  return g_strdup_printf ("%s %s", connector != NULL ? connector : "", model != NULL ? model : "");
}

static guint
find_remembered (TrioWallWindow *self)
{
  g_autofree char *wanted
      = self->settings != NULL ? g_settings_get_string (self->settings, "wall-screen") : NULL;
  GListModel *screens = get_screens (self);

  if (wanted == NULL || *wanted == '\0')
    return NO_SCREEN;
  for (guint i = 0; i < g_list_model_get_n_items (screens); i++)
    {
      g_autoptr (GdkMonitor) each = g_list_model_get_item (screens, i);
      g_autofree char *name = dup_name (each);

      if (g_str_equal (name, wanted))
        return i;
    }
  return NO_SCREEN;
}

/* The remembered screen, else the one beside the window with the workshop. */
static guint
choose_screen (TrioWallWindow *self)
{
  guint remembered = find_remembered (self);

  if (remembered != NO_SCREEN)
    return remembered;
  return find_screen (self, get_screen_of (self->owner)) == 0 ? 1 : 0;
}

static void
show_state (TrioWallWindow *self, guint screen)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "screen");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_uint32 (screen));
}

/**
 * trio_wall_window_go_to_screen:
 * @self: the wall
 * @screen: index of a screen
 *
 * Fills that screen.
 */
void
trio_wall_window_go_to_screen (TrioWallWindow *self, guint screen)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (get_screens (self), screen);

  if (monitor == NULL)
    return;
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  show_state (self, screen);
}

/* Somebody has chosen: next time it is the same one, if it is there. */
static void
choose (TrioWallWindow *self, guint screen)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (get_screens (self), screen);
  g_autofree char *name = monitor != NULL ? dup_name (monitor) : NULL;

  trio_wall_window_go_to_screen (self, screen);
  if (name != NULL && self->settings != NULL)
    g_settings_set_string (self->settings, "wall-screen", name);
}

static void
screen_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  choose (user_data, g_variant_get_uint32 (value));
}

static void
next_screen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWallWindow *self = user_data;
  guint n = count_screens (self);

  if (n > 0)
    choose (self, (find_screen (self, get_screen_of (GTK_WINDOW (self))) + 1) % n);
}

/* The window manager hears of a screen no earlier than we do, and puts nothing on one that it does
 * not know yet. */
static gboolean
go_back_cb (gpointer user_data)
{
  TrioWallWindow *self = user_data;

  self->go_back = 0;
  self->lost_screen = FALSE;
  if (count_screens (self) > 1)
    trio_wall_window_go_to_screen (self, choose_screen (self));
  return G_SOURCE_REMOVE;
}

/* A projector was plugged in or out. A wall that lost its screen goes back when there is one again. */
static void
screens_changed_cb (
    GListModel *screens, guint position, guint removed, guint added, TrioWallWindow *self)
{
  trio_wall_window_show_menus (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (removed > 0 && g_list_model_get_n_items (screens) < 2)
    {
      self->lost_screen |= gtk_window_is_fullscreen (GTK_WINDOW (self));
      gtk_window_unfullscreen (GTK_WINDOW (self));
    }
  else if (g_list_model_get_n_items (screens) > 1
           && (self->lost_screen || find_remembered (self) != NO_SCREEN))
    {
      g_clear_handle_id (&self->go_back, g_source_remove);
      self->go_back = g_timeout_add (SETTLE_MS, go_back_cb, self);
    }
}

/**
 * trio_wall_window_present:
 * @self: the wall
 *
 * Shows the wall: on the whole of the screen that was chosen last time, or of the other one when
 * there is one, otherwise as a window.
 */
void
trio_wall_window_present (TrioWallWindow *self)
{
  g_return_if_fail (TRIO_IS_WALL_WINDOW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) && count_screens (self) > 1)
    trio_wall_window_go_to_screen (self, choose_screen (self));
  trio_wall_window_show_menus (self);
  gtk_window_present (GTK_WINDOW (self));
}

/* Menus */

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenu *
create_screen_menu (TrioWallWindow *self)
{
  GListModel *screens = get_screens (self);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (screens); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (screens, i);
      const char *model = gdk_monitor_get_model (monitor);
      GdkRectangle size;
      g_autofree char *label = NULL;

      gdk_monitor_get_geometry (monitor, &size);
      /* Translators: a screen: its number, its name, its width and height in pixels */
      label
          = g_strdup_printf (_ ("Screen %u: %s, %d × %d"), i + 1,
                             model != NULL && *model != '\0' ? model
                                                             : gdk_monitor_get_connector (monitor),
                             size.width, size.height);
      append (menu, label, "wall.screen", g_variant_new_uint32 (i));
    }
  return menu;
}

/**
 * trio_wall_window_show_menus:
 * @self: the wall
 *
 * Fills the menus with the stations and the screens there are.
 */
void
trio_wall_window_show_menus (TrioWallWindow *self)
{
  GListModel *stations = trio_model_get_list (self->model, TRIO_KIND_STATION);
  g_autoptr (GMenu) of_stations = g_menu_new ();
  g_autoptr (GMenu) of_screens = create_screen_menu (self);

  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);
      TrioObject *theme
          = trio_model_get_object (self->model, trio_object_get_ref (station, TRIO_STATION_THEME));
      gint64 number = trio_object_get_int (station, TRIO_STATION_NUMBER);
      g_autofree char *label
          = g_strdup_printf ("%d  %s", (int)number,
                             theme != NULL ? trio_object_get_text (theme, TRIO_THEME_TITLE) : "");

      append (of_stations, label, "wall.station", g_variant_new_int64 (number));
    }
  gtk_menu_button_set_menu_model (self->station_button, G_MENU_MODEL (of_stations));
  gtk_menu_button_set_menu_model (self->screen_button, G_MENU_MODEL (of_screens));
}

/**
 * trio_wall_window_add_screen_actions:
 * @self: the wall, with its actions
 *
 * Adds the actions on screens, and follows which there are.
 */
void
trio_wall_window_add_screen_actions (TrioWallWindow *self)
{
  static const GActionEntry entries[] = {
    { "screen", NULL, "u", "uint32 0", screen_state_cb },
    { "next-screen", next_screen_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (get_screens (self), "items-changed", G_CALLBACK (screens_changed_cb),
                           self, 0);
}
