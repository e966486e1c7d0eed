/* trio-wall-actions.c: what is done on the wall, by keys, buttons and menus. */
#include "config.h"

#include "app/wall/trio-wall-private.h"

#include <glib/gi18n.h>

#define SIZE_STEP 1.125

static const char *const show_names[] = { "notes", "clusters", "playback" };

static void
show_face (TrioWallWindow *self, const char *name)
{
  trio_wall_window_show_samples (self, g_str_equal (name, "test"));
  gtk_stack_set_visible_child_name (self->faces, name);
  /* A screen reader does not find on a blank wall what nobody sees either. */
  gtk_widget_set_visible (GTK_WIDGET (self->page), g_str_equal (name, "show"));
}

static gboolean
is_face (TrioWallWindow *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->faces), name) == 0;
}

/**
 * trio_wall_window_close_face:
 * @self: the wall
 *
 * Goes back from the test or the blank wall to what was shown.
 *
 * Returns: whether there was something to go back from
 */
gboolean
trio_wall_window_close_face (TrioWallWindow *self)
{
  if (is_face (self, "show"))
    return FALSE;
  show_face (self, "show");
  return TRUE;
}

/* Stations */

static TrioId
find_station (TrioWallWindow *self, gint64 number)
{
  GListModel *stations = trio_model_get_list (self->model, TRIO_KIND_STATION);

  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);

      if (trio_object_get_int (station, TRIO_STATION_NUMBER) == number)
        return trio_object_get_id (station);
    }
  return 0;
}

/* The station beside the one that is shown; in playback the first of another theme. */
static TrioId
find_beside (TrioWallWindow *self, int by)
{
  GListModel *stations = trio_model_get_list (self->model, TRIO_KIND_STATION);
  int n = (int)g_list_model_get_n_items (stations);
  g_autoptr (TrioObject) here = NULL;
  int at = 0;

  for (; at < n; at++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, (guint)at);

      if (trio_object_get_id (station) == self->station)
        {
          here = g_object_ref (station);
          break;
        }
    }
  for (at += by; here != NULL && at >= 0 && at < n; at += by)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, (guint)at);

      if (trio_object_get_ref (station, TRIO_STATION_THEME)
          != trio_object_get_ref (here, TRIO_STATION_THEME))
        return trio_object_get_id (station);
    }
  return 0;
}

/**
 * trio_wall_window_turn:
 * @self: the wall
 * @by: 1 for the next page, −1 for the one before
 *
 * Turns a page. Beyond the last one what is new is shown; a playback goes on to the next theme.
 */
void
trio_wall_window_turn (TrioWallWindow *self, int by)
{
  guint page = trio_wall_page_get_page (self->page);
  guint n_new;
  TrioId beside;

  if (trio_wall_window_close_face (self))
    return;
  if (by < 0 && page > 0)
    {
      trio_wall_page_show (self->page, page - 1);
      return;
    }
  if (by > 0 && page + 1 < trio_wall_page_get_n_pages (self->page))
    {
      trio_wall_page_show (self->page, page + 1);
      return;
    }
  if (by > 0 && trio_wall_page_has_news (self->page, &n_new))
    {
      trio_wall_window_refresh (self);
      trio_wall_page_show (self->page, page + 1);
      return;
    }
  beside = self->what == TRIO_WALL_PLAYBACK ? find_beside (self, by) : 0;
  if (beside == 0)
    return;
  trio_wall_window_show_station (self, beside);
  if (by < 0)
    trio_wall_page_show (self->page, G_MAXUINT);
}

/* Actions */

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_wall_window_turn (user_data, 1);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_wall_window_turn (user_data, -1);
}

static void
first_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_wall_page_show (((TrioWallWindow *)user_data)->page, 0);
}

static void
last_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_wall_page_show (((TrioWallWindow *)user_data)->page, G_MAXUINT);
}

static void
update_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_wall_window_refresh (user_data);
}

static void
set_size (TrioWallWindow *self, double size)
{
  self->size = CLAMP (size, TRIO_WALL_MIN_SIZE, TRIO_WALL_MAX_SIZE);
  trio_wall_window_apply_size (self);
  if (is_face (self, "test"))
    trio_wall_window_show_samples (self, TRUE);
  if (self->settings != NULL)
    g_settings_set_double (self->settings, "wall-size", self->size);
}

static void
larger_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWallWindow *self = user_data;

  set_size (self, self->size * SIZE_STEP);
}

static void
smaller_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWallWindow *self = user_data;

  set_size (self, self->size / SIZE_STEP);
}

static void
dark_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  TrioWallWindow *self = user_data;

  self->dark = g_variant_get_boolean (value);
  g_simple_action_set_state (action, value);
  gtk_widget_remove_css_class (GTK_WIDGET (self), self->dark ? "light" : "dark");
  gtk_widget_add_css_class (GTK_WIDGET (self), self->dark ? "dark" : "light");
  trio_wall_page_set_dark (self->page, self->dark);
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "wall-dark", self->dark);
}

static void
show_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  TrioWallWindow *self = user_data;
  const char *name = g_variant_get_string (value, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (show_names); i++)
    if (g_str_equal (name, show_names[i]))
      {
        self->what = i;
        g_simple_action_set_state (action, value);
        show_face (self, "show");
        trio_wall_page_show (self->page, 0);
        trio_wall_window_refresh (self);
      }
}

static void
station_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWallWindow *self = user_data;

  show_face (self, "show");
  trio_wall_window_show_station (self, find_station (self, g_variant_get_int64 (parameter)));
}

static void
question_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWallWindow *self = user_data;

  self->question_at++;
  trio_wall_window_show_head (self);
}

static void
blank_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWallWindow *self = user_data;

  show_face (self, is_face (self, "blank") ? "show" : "blank");
}

static void
test_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWallWindow *self = user_data;

  show_face (self, is_face (self, "test") ? "show" : "test");
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (gtk_window_is_fullscreen (user_data))
    gtk_window_unfullscreen (user_data);
  else
    gtk_window_fullscreen (user_data);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWallWindow *self = user_data;

  if (trio_wall_window_close_face (self))
    return;
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

/**
 * trio_wall_window_install_actions:
 * @self: the wall
 *
 * Makes the actions "wall.*".
 */
void
trio_wall_window_install_actions (TrioWallWindow *self)
{
  const GActionEntry entries[] = {
    { "next", next_cb },
    { "previous", previous_cb },
    { "first", first_cb },
    { "last", last_cb },
    { "update", update_cb },
    { "larger", larger_cb },
    { "smaller", smaller_cb },
    { "dark", NULL, NULL, self->dark ? "true" : "false", dark_state_cb },
    { "show", NULL, "s", "'notes'", show_state_cb },
    { "station", station_cb, "x" },
    { "question", question_cb },
    { "blank", blank_cb },
    { "test", test_cb },
    { "fullscreen", fullscreen_cb },
    { "back", back_cb },
    { "close", close_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  trio_wall_window_add_screen_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "wall", G_ACTION_GROUP (self->actions));
}
