/* trio-capture-round.c: the round of the inputs that are typed next.
 *
 * Usually the one that runs; another can be fixed, such as for the paper notes of the round before.
 */
#include "config.h"

#include "app/capture/trio-capture-bar-private.h"

#include <glib/gi18n.h>

#include "model/trio-rounds.h"

static TrioId
get_running (TrioCaptureBar *self)
{
  const TrioRecord *workshop = trio_model_get_workshop_record (self->model);

  return workshop != NULL ? trio_record_get_ref (workshop, TRIO_WORKSHOP_RUNNING_ROUND) : 0;
}

static char *
dup_label (TrioCaptureBar *self)
{
  TrioId running = get_running (self);
  g_autofree char *name = NULL;

  if (self->round == 0 && running == 0)
    /* Translators: on the button that chooses the round of new inputs, while none runs */
    return g_strdup (_ ("No round"));
  name = trio_round_dup_name (self->model, self->round != 0 ? self->round : running);
  if (self->round == 0)
    return g_steal_pointer (&name);
  /* Translators: on the button that chooses the round of new inputs; %s is the title of a round
   * that stays chosen whatever round runs */
  return g_strdup_printf (_ ("Always %s"), name);
}

static void
append (GMenu *menu, const char *label, TrioId round)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "capture.round", "x", round);
  g_menu_append_item (menu, item);
}

static void
fill_menu (TrioCaptureBar *self, GListModel *rounds)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) fixed = g_menu_new ();

  append (menu, _ ("The Round That Runs"), 0);
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (TrioObject) round = g_list_model_get_item (rounds, i);
      TrioId id = trio_object_get_id (round);
      g_autofree char *name = trio_round_dup_name (self->model, id);
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      append (fixed, label, id);
    }
  g_menu_append_section (menu, _ ("Always"), G_MENU_MODEL (fixed));
  gtk_menu_button_set_menu_model (self->round_button, G_MENU_MODEL (menu));
}

/**
 * trio_capture_bar_show_rounds:
 * @self: the bar
 *
 * Shows the round of new inputs, and offers the rounds there are.
 */
void
trio_capture_bar_show_rounds (TrioCaptureBar *self)
{
  GListModel *rounds;
  g_autofree char *label = NULL;
  g_autofree char *aloud = NULL;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "round");

  if (self->model == NULL)
    return;
  rounds = trio_model_get_list (self->model, TRIO_KIND_ROUND);
  if (self->round != 0 && trio_model_get_record (self->model, self->round) == NULL)
    {
      self->round = 0;
      trio_capture_bar_tell_choices (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->round_button),
                          g_list_model_get_n_items (rounds) > 0 && !self->is_guest);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int64 (self->round));
  fill_menu (self, rounds);
  label = dup_label (self);
  gtk_menu_button_set_label (self->round_button, label);
  /* Translators: read aloud; %s is the title of a round, or "No round" */
  aloud = g_strdup_printf (_ ("Round of new inputs: %s"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->round_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, aloud, -1);
}

static void
round_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  TrioCaptureBar *self = user_data;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (self->model == NULL)
    return;
  self->round = g_variant_get_int64 (value);
  trio_capture_bar_show_rounds (self);
  trio_capture_bar_tell_choices (self);
  label = dup_label (self);
  text = g_strdup_printf (_ ("Round of new inputs: %s"), label);
  trio_capture_bar_tell (self, text, FALSE);
}

static void
choose_round_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioCaptureBar *self = user_data;

  if (gtk_widget_get_visible (GTK_WIDGET (self->round_button)))
    gtk_menu_button_popup (self->round_button);
}

/* Whoever has chosen goes on typing. */
static void
active_cb (TrioCaptureBar *self)
{
  gboolean is_open = FALSE;

  g_object_get (self->round_button, "active", &is_open, NULL);
  if (!is_open && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * trio_capture_bar_add_rounds:
 * @self: the bar, with its actions
 *
 * Adds the choice of the round.
 */
void
trio_capture_bar_add_rounds (TrioCaptureBar *self)
{
  static const GActionEntry entries[] = {
    { "round", NULL, "x", "int64 0", round_state_cb },
    { "choose-round", choose_round_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_swapped (self->round_button, "notify::active", G_CALLBACK (active_cb), self);
}
