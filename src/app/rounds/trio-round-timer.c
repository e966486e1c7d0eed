/* trio-round-timer.c: tells views when the clock of the running round shows something else.
 *
 * It wakes once a second while a round runs and somebody looks, once at the end of the round
 * when nobody does, and never otherwise.
 */
#include "config.h"

#include "app/rounds/trio-round-timer.h"

struct _TrioRoundTimer
{
  GObject parent_instance;

  TrioModel *model;
  TrioRoundClock clock;
  gboolean watched;
  guint source;
};

G_DEFINE_FINAL_TYPE (TrioRoundTimer, trio_round_timer, G_TYPE_OBJECT)

enum
{
  UPDATED,
  TIME_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void read_clock (TrioRoundTimer *self);

static gboolean
tick_cb (gpointer user_data)
{
  TrioRoundTimer *self = user_data;

  self->source = 0;
  read_clock (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (TrioRoundTimer *self)
{
  gint64 wait = -1;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->clock.state == TRIO_CLOCK_RUNNING)
    wait = self->watched ? trio_round_clock_get_next_tick (&self->clock) : self->clock.left;
  /* Rounded up, so that the new second has begun when the timer looks. */
  if (wait >= 0)
    self->source = g_timeout_add (wait / 1000 + 1, tick_cb, self);
}

static void
read_clock (TrioRoundTimer *self)
{
  TrioRoundClock before = self->clock;

  trio_round_clock_read_model (&self->clock, self->model, g_get_real_time ());
  schedule (self);
  g_object_ref (self);
  g_signal_emit (self, signals[UPDATED], 0);
  if (before.state == TRIO_CLOCK_RUNNING && self->clock.state == TRIO_CLOCK_OVER
      && before.round == self->clock.round)
    g_signal_emit (self, signals[TIME_UP], 0);
  g_object_unref (self);
}

static gboolean
concerns_rounds (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (records, i);

      if (record->kind == TRIO_KIND_WORKSHOP || record->kind == TRIO_KIND_ROUND
          || record->kind == TRIO_KIND_VISIT || record->kind == TRIO_KIND_TEAM)
        return TRUE;
    }
  return FALSE;
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioRoundTimer *self)
{
  if (concerns_rounds (transaction->records) || concerns_rounds (transaction->deleted))
    read_clock (self);
}

static void
trio_round_timer_dispose (GObject *object)
{
  TrioRoundTimer *self = TRIO_ROUND_TIMER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_round_timer_parent_class)->dispose (object);
}

static void
trio_round_timer_class_init (TrioRoundTimerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_round_timer_dispose;

  /**
   * TrioRoundTimer::updated:
   * @self: the timer
   *
   * The clock shows something else, or rounds, teams or the rotation have changed.
   */
  signals[UPDATED]
      = g_signal_new ("updated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioRoundTimer::time-up:
   * @self: the timer
   *
   * The time of the running round has just run out.
   */
  signals[TIME_UP]
      = g_signal_new ("time-up", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trio_round_timer_init (TrioRoundTimer *self)
{
}

/**
 * trio_round_timer_new:
 * @model: a workshop
 *
 * Returns: (transfer full): a timer that nobody watches yet
 */
TrioRoundTimer *
trio_round_timer_new (TrioModel *model)
{
  TrioRoundTimer *self = g_object_new (TRIO_TYPE_ROUND_TIMER, NULL);

  self->model = g_object_ref (model);
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  trio_round_clock_read_model (&self->clock, model, g_get_real_time ());
  schedule (self);
  return self;
}

/**
 * trio_round_timer_set_watched:
 * @self: the timer
 * @watched: whether somebody sees the seconds
 *
 * Lets the timer wake every second, or only at the end of the round.
 */
void
trio_round_timer_set_watched (TrioRoundTimer *self, gboolean watched)
{
  g_return_if_fail (TRIO_IS_ROUND_TIMER (self));

  if (self->watched == watched || self->model == NULL)
    return;
  self->watched = watched;
  read_clock (self);
}

/**
 * trio_round_timer_get_clock:
 * @self: the timer
 *
 * Returns: (transfer none): what the clock shows
 */
const TrioRoundClock *
trio_round_timer_get_clock (TrioRoundTimer *self)
{
  g_return_val_if_fail (TRIO_IS_ROUND_TIMER (self), NULL);

  return &self->clock;
}
