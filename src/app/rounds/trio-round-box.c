/* trio-round-box.c: the running round and its clock, at the foot of the sidebar.
 *
 * Its buttons are commands of the window. When the time is up it asks for the next round by
 * its looks, and the window says so in words; nothing opens and nothing takes the focus.
 */
#include "config.h"

#include "app/rounds/trio-round-box.h"

#include <glib/gi18n.h>

#include "app/rounds/trio-round-timer.h"
#include "app/trio-compat.h"

/* The bar is some 200 pixels long: less than this cannot be seen. */
#define SMALLEST_STEP 0.005

struct _TrioRoundBox
{
  AdwBin parent_instance;

  GtkLabel *caption;
  GtkLabel *time;
  GtkProgressBar *progress;
  GtkButton *first;
  GtkButton *second;

  TrioModel *model;
  TrioRoundTimer *timer;
  TrioClockState shown; /* what the buttons were set up for */
  gboolean has_shown;
};

G_DEFINE_FINAL_TYPE (TrioRoundBox, trio_round_box, ADW_TYPE_BIN)

static void
set_label (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static void
set_button (GtkButton *button, const char *label, const char *action, const char *tooltip)
{
  if (g_strcmp0 (gtk_button_get_label (button), label) != 0)
    {
      gtk_button_set_label (button, label);
      gtk_button_set_use_underline (button, TRUE);
      trio_compat_mend_names (GTK_WIDGET (button));
    }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
}

static char *
dup_caption (TrioRoundBox *self, const TrioRoundClock *clock, guint n_rounds)
{
  const TrioRecord *round = trio_model_get_record (self->model, clock->round);
  guint position = trio_round_get_position (self->model, clock->round);
  const char *title = round != NULL ? trio_record_get_text (round, TRIO_ROUND_TITLE) : "";
  g_autofree char *plain = g_strdup_printf (_ ("Round %u"), position);

  if (n_rounds == 0)
    return g_strdup (_ ("No rounds planned"));
  if (clock->state == TRIO_CLOCK_IDLE)
    return g_strdup_printf (ngettext ("%u round planned", "%u rounds planned", n_rounds), n_rounds);
  if (clock->state == TRIO_CLOCK_OVER)
    return g_strdup_printf (_ ("Round %u of %u: the time is up"), position, n_rounds);
  if (clock->state == TRIO_CLOCK_PAUSED)
    return g_strdup_printf (_ ("Round %u of %u: paused"), position, n_rounds);
  if (*title != '\0' && !g_str_equal (title, plain))
    /* Translators: number of the round, how many there are, and its title */
    return g_strdup_printf (_ ("Round %u of %u: %s"), position, n_rounds, title);
  return g_strdup_printf (_ ("Round %u of %u"), position, n_rounds);
}

static void
show_buttons (TrioRoundBox *self, const TrioRoundClock *clock, guint n_rounds)
{
  gboolean is_last = clock->round != 0 && trio_round_get_next (self->model, clock->round) == 0;
  const char *next = clock->round == 0 ? _ ("_Start Round 1")
                     : is_last         ? _ ("_End Rounds")
                                       : _ ("_Next Round");
  /* Translators: %s is a key */
  g_autofree char *key = g_strdup_printf (_ ("%s or press F8"), next);

  gtk_widget_set_visible (GTK_WIDGET (self->second), n_rounds > 0);
  g_strdelimit (key, "_", ' ');
  set_button (self->second, next, "win.next-round", g_strstrip (key));
  if (clock->state == TRIO_CLOCK_OVER)
    set_button (self->first, _ ("+ 2 _min"), "win.extend-round",
                _ ("Give the round two minutes more"));
  else if (clock->state == TRIO_CLOCK_PAUSED)
    set_button (self->first, _ ("Re_sume"), "win.pause-round", _ ("Let the clock go on"));
  else if (clock->state == TRIO_CLOCK_RUNNING)
    set_button (self->first, _ ("_Pause"), "win.pause-round", _ ("Stop the clock"));
  else
    set_button (self->first, n_rounds > 0 ? _ ("_Rounds…") : _ ("Plan _Rounds…"), "win.rounds",
                _ ("Rounds, teams and who is where"));
  if (clock->state == TRIO_CLOCK_OVER)
    gtk_widget_add_css_class (GTK_WIDGET (self->second), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->second), "suggested-action");
}

static void
show_clock (TrioRoundBox *self)
{
  static const char *const classes[] = { "idle", "running", "paused", "over" };
  const TrioRoundClock *clock = trio_round_timer_get_clock (self->timer);
  guint n_rounds = g_list_model_get_n_items (trio_model_get_list (self->model, TRIO_KIND_ROUND));
  g_autofree char *caption = dup_caption (self, clock, n_rounds);
  g_autofree char *text = trio_round_clock_dup_text (clock);
  double fraction = trio_round_clock_get_fraction (clock);

  set_label (self->caption, caption);
  set_label (self->time, text);
  gtk_widget_set_visible (GTK_WIDGET (self->time), clock->state != TRIO_CLOCK_IDLE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), clock->state != TRIO_CLOCK_IDLE);
  if (ABS (fraction - gtk_progress_bar_get_fraction (self->progress)) >= SMALLEST_STEP
      || clock->state == TRIO_CLOCK_OVER)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  show_buttons (self, clock, n_rounds);
  if (self->has_shown && self->shown == clock->state)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[clock->state]);
  self->shown = clock->state;
  self->has_shown = TRUE;
}

static void
updated_cb (TrioRoundTimer *timer, TrioRoundBox *self)
{
  show_clock (self);
}

static void
drop_model (TrioRoundBox *self)
{
  if (self->timer != NULL)
    g_signal_handlers_disconnect_by_data (self->timer, self);
  g_clear_object (&self->timer);
  g_clear_object (&self->model);
}

static void
trio_round_box_dispose (GObject *object)
{
  drop_model (TRIO_ROUND_BOX (object));

  G_OBJECT_CLASS (trio_round_box_parent_class)->dispose (object);
}

static void
trio_round_box_map (GtkWidget *widget)
{
  TrioRoundBox *self = TRIO_ROUND_BOX (widget);

  GTK_WIDGET_CLASS (trio_round_box_parent_class)->map (widget);
  if (self->timer != NULL)
    trio_round_timer_set_watched (self->timer, TRUE);
}

static void
trio_round_box_unmap (GtkWidget *widget)
{
  TrioRoundBox *self = TRIO_ROUND_BOX (widget);

  if (self->timer != NULL)
    trio_round_timer_set_watched (self->timer, FALSE);
  GTK_WIDGET_CLASS (trio_round_box_parent_class)->unmap (widget);
}

static void
trio_round_box_class_init (TrioRoundBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_round_box_dispose;
  widget_class->map = trio_round_box_map;
  widget_class->unmap = trio_round_box_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/trio/Stations/trio-round-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioRoundBox, caption);
  gtk_widget_class_bind_template_child (widget_class, TrioRoundBox, time);
  gtk_widget_class_bind_template_child (widget_class, TrioRoundBox, progress);
  gtk_widget_class_bind_template_child (widget_class, TrioRoundBox, first);
  gtk_widget_class_bind_template_child (widget_class, TrioRoundBox, second);
}

static void
trio_round_box_init (TrioRoundBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trio_round_box_set_model:
 * @self: the box
 * @model: (nullable): the workshop whose rounds it shows
 *
 * Shows the rounds of another workshop.
 */
void
trio_round_box_set_model (TrioRoundBox *self, TrioModel *model)
{
  g_return_if_fail (TRIO_IS_ROUND_BOX (self));

  drop_model (self);
  if (model == NULL)
    return;

  self->model = g_object_ref (model);
  self->timer = trio_round_timer_new (model);
  g_signal_connect (self->timer, "updated", G_CALLBACK (updated_cb), self);
  trio_round_timer_set_watched (self->timer, gtk_widget_get_mapped (GTK_WIDGET (self)));
  self->has_shown = FALSE;
  show_clock (self);
}
