/* trio-window-rounds.c: the commands of the rounds, and the gentle word when a round is over. */
#include "config.h"

#include "app/window/trio-window-private.h"

#include <glib/gi18n.h>

#include "app/rounds/trio-rotation-view.h"
#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "model/trio-rounds.h"

#define EXTRA_MINUTES 2

static TrioModel *
model_of (TrioWindow *self)
{
  return self->store != NULL ? trio_store_get_model (self->store) : NULL;
}

/* The typist goes on where the typist was. */
static void
finish (TrioWindow *self, const GError *error)
{
  if (error != NULL)
    trio_window_notify_user (self, error->message, FALSE);
  trio_workshop_view_go_on (self->view);
}

static void
next_round_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  TrioModel *model = model_of (self);
  TrioRoundClock clock;
  g_autoptr (GError) error = NULL;

  if (model == NULL)
    return;
  if (!trio_command_next_round (model, g_get_real_time (), &error))
    {
      finish (self, error);
      return;
    }
  trio_round_clock_read_model (&clock, model, g_get_real_time ());
  if (clock.round != 0)
    {
      g_autofree char *name = trio_round_dup_name (model, clock.round);
      /* Translators: %s is a round, such as “Round 2” */
      g_autofree char *text = g_strdup_printf (_ ("%s has started"), name);

      trio_window_notify_user (self, text, TRUE);
    }
  else
    trio_window_notify_user (self, _ ("The rounds are over"), TRUE);
  finish (self, NULL);
}

static void
pause_round_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  TrioModel *model = model_of (self);
  TrioRoundClock clock;
  g_autoptr (GError) error = NULL;
  gboolean is_paused;
  gboolean done;

  if (model == NULL)
    return;
  trio_round_clock_read_model (&clock, model, g_get_real_time ());
  is_paused = clock.state == TRIO_CLOCK_PAUSED;
  if (is_paused)
    done = trio_command_resume_round (model, g_get_real_time (), &error);
  else
    done = trio_command_pause_round (model, g_get_real_time (), &error);
  if (done)
    trio_announce (GTK_WIDGET (self),
                   is_paused ? _ ("The clock goes on") : _ ("The clock is stopped"));
  finish (self, error);
}

static void
extend_round_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (model_of (self) == NULL)
    return;
  if (trio_command_extend_round (model_of (self), EXTRA_MINUTES, g_get_real_time (), &error))
    trio_announce (GTK_WIDGET (self), _ ("The round has two minutes more"));
  finish (self, error);
}

static void
end_rounds_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (model_of (self) == NULL)
    return;
  if (trio_command_end_rounds (model_of (self), &error))
    trio_window_notify_user (self, _ ("The rounds are over"), TRUE);
  finish (self, error);
}

static void
rounds_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;
  GtkWidget *dialog;
  GtkWidget *box;
  GtkWidget *view;

  if (model_of (self) == NULL)
    return;

  dialog = g_object_new (ADW_TYPE_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  view = trio_rotation_view_new ();
  /* Not on the dialog itself: the keys of the window would act in it. */
  gtk_widget_insert_action_group (view, "win", G_ACTION_GROUP (self));
  gtk_widget_set_margin_start (view, 24);
  gtk_widget_set_margin_end (view, 24);
  gtk_widget_set_margin_top (view, 12);
  gtk_widget_set_margin_bottom (view, 24);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Rounds and Teams"));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 960, 560);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  trio_compat_close_on_escape (dialog);
  trio_rotation_view_set_model (TRIO_ROTATION_VIEW (view), model_of (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The wall shows the station that is chosen here; asked again, it comes to this station. */
static void
wall_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioWindow *self = user_data;

  if (model_of (self) == NULL)
    return;
  if (self->wall == NULL)
    g_set_weak_pointer (&self->wall,
                        TRIO_WALL_WINDOW (trio_wall_window_new (GTK_WINDOW (self), model_of (self),
                                                                self->settings)));
  trio_wall_window_show_station (self->wall, trio_workshop_view_get_station (self->view));
  trio_wall_window_present (self->wall);
}

/* Nothing opens and nothing takes the focus from the typist. */
static void
time_up_cb (TrioRoundTimer *timer, TrioWindow *self)
{
  TrioModel *model = model_of (self);
  TrioId round = trio_round_timer_get_clock (timer)->round;
  g_autofree char *name = trio_round_dup_name (model, round);
  /* Translators: %s is a round, such as “Round 2” */
  g_autofree char *text = g_strdup_printf (_ ("The time of %s is up"), name);
  gboolean is_last = trio_round_get_next (model, round) == 0;

  trio_window_toast (self, text, is_last ? _ ("_End Rounds") : _ ("_Next Round"), "win.next-round");
  if (self->settings != NULL && g_settings_get_boolean (self->settings, "round-sound"))
    gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * trio_window_follow_rounds:
 * @self: the window
 *
 * Watches the rounds of the workshop that is open, or lets go of them when none is.
 */
void
trio_window_follow_rounds (TrioWindow *self)
{
  if (self->round_timer != NULL)
    g_signal_handlers_disconnect_by_data (self->round_timer, self);
  g_clear_object (&self->round_timer);
  if (model_of (self) == NULL)
    return;

  self->round_timer = trio_round_timer_new (model_of (self));
  g_signal_connect (self->round_timer, "time-up", G_CALLBACK (time_up_cb), self);
  g_signal_connect_swapped (self->round_timer, "updated", G_CALLBACK (trio_window_update_actions),
                            self);
}

static void
set_enabled (TrioWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * trio_window_update_round_actions:
 * @self: the window
 *
 * Enables the commands of this file that make sense now.
 */
void
trio_window_update_round_actions (TrioWindow *self)
{
  TrioModel *model = model_of (self);
  gboolean can_change = model != NULL && !trio_model_get_read_only (model);
  gboolean has_rounds
      = can_change && g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_ROUND)) > 0;
  TrioRoundClock clock = { TRIO_CLOCK_IDLE, 0, 0, 0 };

  if (can_change)
    trio_round_clock_read_model (&clock, model, g_get_real_time ());
  set_enabled (self, "next-round", has_rounds);
  set_enabled (self, "pause-round",
               clock.state == TRIO_CLOCK_RUNNING || clock.state == TRIO_CLOCK_PAUSED);
  set_enabled (self, "extend-round", clock.state != TRIO_CLOCK_IDLE);
  set_enabled (self, "end-rounds", clock.state != TRIO_CLOCK_IDLE);
  set_enabled (self, "rounds", can_change);
  set_enabled (self, "wall",
               model != NULL
                   && g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_STATION))
                          > 0);
}

/**
 * trio_window_install_round_actions:
 * @self: the window
 *
 * Makes the commands of this file.
 */
void
trio_window_install_round_actions (TrioWindow *self)
{
  static const GActionEntry entries[] = {
    { "next-round", next_round_action_cb },
    { "pause-round", pause_round_action_cb },
    { "extend-round", extend_round_action_cb },
    { "end-rounds", end_rounds_action_cb },
    { "rounds", rounds_action_cb },
    { "wall", wall_action_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (self->settings != NULL)
    {
      g_autoptr (GAction) sound = g_settings_create_action (self->settings, "round-sound");

      g_action_map_add_action (G_ACTION_MAP (self), sound);
    }
}
