/* trio-wall-window.c: the second window, which a whole room reads.
 *
 * It shows a deck and keeps it while people go on writing; what is new is counted and waits
 * until somebody asks for it.
 */
#include "config.h"

#include "app/wall/trio-wall-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/wall/trio-wall-style.h"
#include "app/widgets/trio-wrap-box.h"

/* Inputs that come within this time are looked at together. */
#define REFRESH_MS 150
/* How long the controls stay after the pointer moved. */
#define TOOLS_SECONDS 3

G_DEFINE_FINAL_TYPE (TrioWallWindow, trio_wall_window, GTK_TYPE_WINDOW)

/* What the deck leaves to words. */
static void
name_untitled (TrioWallDeck *deck)
{
  for (guint i = 0; i < deck->items->len; i++)
    {
      TrioWallItem *item = g_ptr_array_index (deck->items, i);

      if (*item->text != '\0')
        continue;
      g_free (item->text);
      item->text = g_strdup (item->id == 0 ? _ ("Not in a cluster") : _ ("Untitled cluster"));
    }
}

static TrioWallDeck *
make_deck (TrioWallWindow *self)
{
  g_autoptr (TrioObject) first
      = g_list_model_get_item (trio_model_get_list (self->model, TRIO_KIND_STATION), 0);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  TrioWallDeck *deck;

  /* The station may have been deleted meanwhile. */
  if (first != NULL && trio_model_get_object (self->model, self->station) == NULL)
    self->station = trio_object_get_id (first);
  deck = trio_wall_deck_new (snapshot, self->screen, self->what, self->station);
  name_untitled (deck);
  return deck;
}

/**
 * trio_wall_window_refresh:
 * @self: the wall
 *
 * Shows what there is now, on the page that is shown.
 */
void
trio_wall_window_refresh (TrioWallWindow *self)
{
  trio_wall_page_take_deck (self->page, make_deck (self));
  trio_wall_window_show_head (self);
  trio_wall_window_show_clock (self);
  trio_wall_window_show_foot (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  TrioWallWindow *self = user_data;
  const TrioWallDeck *deck = trio_wall_page_get_deck (self->page);

  self->refresh = 0;
  /* Nobody reads an empty page. */
  if (deck == NULL || deck->items->len == 0)
    trio_wall_window_refresh (self);
  else
    {
      trio_wall_page_offer (self->page, make_deck (self));
      trio_wall_window_show_head (self);
    }
  return G_SOURCE_REMOVE;
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioWallWindow *self)
{
  if (self->refresh == 0)
    self->refresh = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

/* The tools */

static gboolean
hide_tools_cb (gpointer user_data)
{
  TrioWallWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->tools)))
    return G_SOURCE_CONTINUE;
  self->hide_tools = 0;
  gtk_revealer_set_reveal_child (self->tools, FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self->tools), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, TrioWallWindow *self)
{
  gtk_revealer_set_reveal_child (self->tools, TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self->tools), TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->hide_tools, g_source_remove);
  self->hide_tools = g_timeout_add_seconds (TOOLS_SECONDS, hide_tools_cb, self);
}

/* The window */

static void
size_changed_cb (TrioWallWindow *self)
{
  trio_wall_window_apply_size (self);
}

static void
trio_wall_window_map (GtkWidget *widget)
{
  TrioWallWindow *self = TRIO_WALL_WINDOW (widget);

  GTK_WIDGET_CLASS (trio_wall_window_parent_class)->map (widget);
  if (self->timer != NULL)
    trio_round_timer_set_watched (self->timer, TRUE);
  if (self->inhibit == 0 && gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    self->inhibit = gtk_application_inhibit (gtk_window_get_application (GTK_WINDOW (self)),
                                             GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                             _ ("The wall is shown"));
}

static void
trio_wall_window_unmap (GtkWidget *widget)
{
  TrioWallWindow *self = TRIO_WALL_WINDOW (widget);

  if (self->inhibit != 0 && gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    gtk_application_uninhibit (gtk_window_get_application (GTK_WINDOW (self)), self->inhibit);
  self->inhibit = 0;
  if (self->timer != NULL)
    trio_round_timer_set_watched (self->timer, FALSE);
  GTK_WIDGET_CLASS (trio_wall_window_parent_class)->unmap (widget);
}

static void
trio_wall_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trio_wall_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::height",
                           G_CALLBACK (size_changed_cb), widget,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
trio_wall_window_dispose (GObject *object)
{
  TrioWallWindow *self = TRIO_WALL_WINDOW (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->hide_tools, g_source_remove);
  g_clear_handle_id (&self->go_back, g_source_remove);
  if (self->timer != NULL)
    g_signal_handlers_disconnect_by_data (self->timer, self);
  g_clear_object (&self->timer);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->screen, trio_wall_screen_free);
  g_clear_weak_pointer (&self->owner);

  G_OBJECT_CLASS (trio_wall_window_parent_class)->dispose (object);
}

static void
trio_wall_window_class_init (TrioWallWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_WALL_PAGE);
  G_OBJECT_CLASS (klass)->dispose = trio_wall_window_dispose;
  widget_class->map = trio_wall_window_map;
  widget_class->unmap = trio_wall_window_unmap;
  widget_class->realize = trio_wall_window_realize;

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, TrioWallWindow, child)
  g_type_ensure (TRIO_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-wall-window.ui");
  BIND (faces);
  BIND (show);
  BIND (band);
  BIND (caption);
  BIND (title);
  BIND (question);
  BIND (time);
  BIND (round);
  BIND (page);
  BIND (empty);
  BIND (foot);
  BIND (count);
  BIND (news);
  BIND (page_number);
  BIND (samples);
  BIND (swatches);
  BIND (test_title);
  BIND (test_advice);
  BIND (tools);
  BIND (held);
  BIND (station_button);
  BIND (screen_button);
#undef BIND
}

/* Buttons that are a picture are called what their tooltip says, without the key. One that was
 * clicked does not keep the focus: while it is among the tools they stay in sight. */
static void
name_buttons (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  gtk_widget_set_focus_on_click (widget, FALSE);
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL
      && tooltip != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (tooltip, " (", 2);

      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      parts[0], -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

static void
trio_wall_window_init (TrioWallWindow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->size = TRIO_WALL_DEFAULT_SIZE;
  self->screen = trio_wall_screen_new ();
  trio_wall_style_load (gtk_widget_get_display (GTK_WIDGET (self)));
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_hide_unseen (GTK_WIDGET (self->faces));
  gtk_button_set_child (self->news, gtk_label_new (""));
  name_buttons (GTK_WIDGET (self));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_can_target (GTK_WIDGET (self->tools), FALSE);
  g_signal_connect_object (self->page, "paged", G_CALLBACK (trio_wall_window_show_foot), self,
                           G_CONNECT_SWAPPED);
}

/**
 * trio_wall_window_new:
 * @owner: the window with the workshop
 * @model: the workshop
 * @settings: (nullable): what is remembered from last time
 *
 * Returns: (transfer none): a new wall, not shown yet; it shows the first station
 */
GtkWidget *
trio_wall_window_new (GtkWindow *owner, TrioModel *model, GSettings *settings)
{
  TrioWallWindow *self = g_object_new (TRIO_TYPE_WALL_WINDOW, "application",
                                       gtk_window_get_application (owner), NULL);
  g_autoptr (TrioObject) first
      = g_list_model_get_item (trio_model_get_list (model, TRIO_KIND_STATION), 0);

  g_set_weak_pointer (&self->owner, owner);
  self->model = g_object_ref (model);
  self->timer = trio_round_timer_new (model);
  self->station = first != NULL ? trio_object_get_id (first) : 0;
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      self->size = CLAMP (g_settings_get_double (settings, "wall-size"), TRIO_WALL_MIN_SIZE,
                          TRIO_WALL_MAX_SIZE);
      self->dark = g_settings_get_boolean (settings, "wall-dark");
    }
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  g_signal_connect_swapped (self->timer, "updated", G_CALLBACK (trio_wall_window_show_clock), self);
  trio_wall_window_install_actions (self);
  trio_wall_window_install_keys (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->dark ? "dark" : "light");
  trio_wall_page_set_dark (self->page, self->dark);
  trio_wall_window_apply_size (self);
  trio_wall_window_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * trio_wall_window_show_station:
 * @self: the wall
 * @station: number of a station's object
 *
 * Shows the first page of a station.
 */
void
trio_wall_window_show_station (TrioWallWindow *self, TrioId station)
{
  g_return_if_fail (TRIO_IS_WALL_WINDOW (self));

  if (station == 0)
    return;
  if (station != self->station)
    {
      self->station = station;
      self->question_at = 0;
      trio_wall_page_show (self->page, 0);
    }
  trio_wall_window_refresh (self);
}
