/* trio-rounds.c: the clock of the running round, and who is where in which round. */
#include "config.h"

#include "model/trio-rounds.h"

#include <glib/gi18n-lib.h>

#define MINUTE (60 * G_USEC_PER_SEC)

/* The clock */

/**
 * trio_round_clock_read:
 * @clock: (out): where the answer goes
 * @workshop: the workshop
 * @round: (nullable): the round that runs, %NULL if none does
 * @now: the moment, microseconds since 1970 in UTC
 *
 * Tells what the clock of the running round shows at a moment. A clock of the machine that was
 * set back never gives a round more time than its length.
 */
void
trio_round_clock_read (TrioRoundClock *clock,
                       const TrioRecord *workshop,
                       const TrioRecord *round,
                       gint64 now)
{
  gint64 started;
  gint64 until = now;

  *clock = (TrioRoundClock){ TRIO_CLOCK_IDLE, 0, 0, 0 };
  if (round == NULL || trio_record_get_ref (workshop, TRIO_WORKSHOP_RUNNING_ROUND) != round->id
      || trio_record_is_null (workshop, TRIO_WORKSHOP_ROUND_STARTED))
    return;

  clock->state = TRIO_CLOCK_RUNNING;
  clock->round = round->id;
  clock->length = trio_record_get_int (round, TRIO_ROUND_MINUTES) * MINUTE;
  started = trio_record_get_int (workshop, TRIO_WORKSHOP_ROUND_STARTED);
  if (!trio_record_is_null (workshop, TRIO_WORKSHOP_ROUND_PAUSED))
    {
      clock->state = TRIO_CLOCK_PAUSED;
      until = trio_record_get_int (workshop, TRIO_WORKSHOP_ROUND_PAUSED);
    }
  /* Both moments come from a file: no sum of them may overflow. */
  if (until <= started)
    clock->left = clock->length;
  else
    clock->left = MAX (0, clock->length - MIN (until - started, clock->length));
  if (clock->left == 0)
    clock->state = TRIO_CLOCK_OVER;
}

/**
 * trio_round_clock_read_model:
 * @clock: (out): where the answer goes
 * @model: a model
 * @now: the moment, microseconds since 1970 in UTC
 *
 * Tells what the clock of the running round shows, as trio_round_clock_read() does.
 */
void
trio_round_clock_read_model (TrioRoundClock *clock, TrioModel *model, gint64 now)
{
  const TrioRecord *workshop = trio_model_get_workshop_record (model);
  TrioId running
      = workshop != NULL ? trio_record_get_ref (workshop, TRIO_WORKSHOP_RUNNING_ROUND) : 0;

  trio_round_clock_read (clock, workshop,
                         running != 0 ? trio_model_get_record (model, running) : NULL, now);
}

/**
 * trio_round_clock_get_seconds:
 * @clock: a clock
 *
 * Returns: seconds left, counting one that has begun
 */
gint64
trio_round_clock_get_seconds (const TrioRoundClock *clock)
{
  return (clock->left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

/**
 * trio_round_clock_get_next_tick:
 * @clock: a clock
 *
 * Returns: microseconds until the clock shows something else, or -1 when it stands still
 */
gint64
trio_round_clock_get_next_tick (const TrioRoundClock *clock)
{
  if (clock->state != TRIO_CLOCK_RUNNING)
    return -1;
  return clock->left - (trio_round_clock_get_seconds (clock) - 1) * G_USEC_PER_SEC;
}

/**
 * trio_round_clock_get_fraction:
 * @clock: a clock
 *
 * Returns: how much of the round has passed, from 0 to 1
 */
double
trio_round_clock_get_fraction (const TrioRoundClock *clock)
{
  if (clock->length <= 0)
    return 0;
  return 1.0 - (double)clock->left / (double)clock->length;
}

/**
 * trio_round_clock_dup_text:
 * @clock: a clock
 *
 * Returns: (transfer full): minutes and seconds that are left, such as "07:42"
 */
char *
trio_round_clock_dup_text (const TrioRoundClock *clock)
{
  gint64 seconds = trio_round_clock_get_seconds (clock);

  return g_strdup_printf ("%02d:%02d", (int)(seconds / 60), (int)(seconds % 60));
}

/* The rounds */

/**
 * trio_round_get_position:
 * @model: a model
 * @round: number of a round
 *
 * Returns: which round of the day it is, from 1; 0 if it is none
 */
guint
trio_round_get_position (TrioModel *model, TrioId round)
{
  GListModel *rounds = trio_model_get_list (model, TRIO_KIND_ROUND);
  guint n = g_list_model_get_n_items (rounds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) object = g_list_model_get_item (rounds, i);

      if (trio_object_get_id (object) == round)
        return i + 1;
    }
  return 0;
}

/**
 * trio_round_get_next:
 * @model: a model
 * @round: number of a round, or 0
 *
 * Returns: the round after it, the first one after 0; 0 when there is none
 */
TrioId
trio_round_get_next (TrioModel *model, TrioId round)
{
  GListModel *rounds = trio_model_get_list (model, TRIO_KIND_ROUND);
  guint position = round != 0 ? trio_round_get_position (model, round) : 0;
  g_autoptr (TrioObject) next = g_list_model_get_item (rounds, position);

  return next != NULL ? trio_object_get_id (next) : 0;
}

/**
 * trio_round_dup_name:
 * @model: a model
 * @round: number of a round
 *
 * Returns: (transfer full): its title, or its number in words where it has none
 */
char *
trio_round_dup_name (TrioModel *model, TrioId round)
{
  const TrioRecord *record = trio_model_get_record (model, round);
  const char *title = record != NULL ? trio_record_get_text (record, TRIO_ROUND_TITLE) : NULL;

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  return g_strdup_printf (_ ("Round %u"), trio_round_get_position (model, round));
}

/* The rotation */

/**
 * trio_rotation_make:
 * @stations_per_theme: (array length=n_themes): how many stations each theme has, at least 1
 * @n_themes: how many themes
 * @n_teams: how many teams
 * @n_rounds: how many rounds
 *
 * Plans who is where: a cyclic Latin square, in which every team moves on to the next theme
 * after each round. No team meets a theme twice, the teams are spread as evenly over the themes
 * as their number allows, and those at a theme evenly over its stations. Rounds beyond the
 * number of themes stay free, for instance for the whole room.
 *
 * Returns: (transfer full): for team t and round r, at t × @n_rounds + r, the index of a
 *   station when the stations are counted theme by theme, or %TRIO_NO_STATION
 */
guint *
trio_rotation_make (const guint *stations_per_theme, guint n_themes, guint n_teams, guint n_rounds)
{
  guint *plan = g_new (guint, MAX (1, (gsize)n_teams * n_rounds));
  g_autofree guint *first = g_new0 (guint, n_themes + 1);

  for (guint i = 0; i < n_themes; i++)
    first[i + 1] = first[i] + stations_per_theme[i];
  for (guint team = 0; team < n_teams; team++)
    for (guint round = 0; round < n_rounds; round++)
      {
        guint *cell = &plan[team * n_rounds + round];
        guint theme;

        *cell = TRIO_NO_STATION;
        if (round >= n_themes)
          continue;
        theme = (team + round) % n_themes;
        if (stations_per_theme[theme] > 0)
          *cell = first[theme] + team / n_themes % stations_per_theme[theme];
      }
  return plan;
}

static GListModel *
get_visits (TrioModel *model, TrioId round)
{
  return trio_model_get_children (model, TRIO_KIND_VISIT, TRIO_VISIT_ROUND, round);
}

/* What stands in @wanted for the visits of @round whose @field is @value; the n-th of them. */
static TrioId
find_visit (TrioModel *model, TrioId round, guint field, TrioId value, guint wanted, guint nth)
{
  GListModel *visits = get_visits (model, round);
  guint n = g_list_model_get_n_items (visits);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) visit = g_list_model_get_item (visits, i);

      if (trio_object_get_ref (visit, field) == value && nth-- == 0)
        return trio_object_get_ref (visit, wanted);
    }
  return 0;
}

/**
 * trio_rotation_get_station:
 * @model: a model
 * @round: number of a round
 * @team: number of a team
 *
 * Returns: the station where the team is in that round, or 0
 */
TrioId
trio_rotation_get_station (TrioModel *model, TrioId round, TrioId team)
{
  return find_visit (model, round, TRIO_VISIT_TEAM, team, TRIO_VISIT_STATION, 0);
}

/**
 * trio_rotation_get_team:
 * @model: a model
 * @round: number of a round
 * @station: number of a station
 *
 * Returns: the team that is at the station in that round; 0 when there is none, and when there
 *   are several, because then nobody knows whose an input is
 */
TrioId
trio_rotation_get_team (TrioModel *model, TrioId round, TrioId station)
{
  if (find_visit (model, round, TRIO_VISIT_STATION, station, TRIO_VISIT_TEAM, 1) != 0)
    return 0;
  return find_visit (model, round, TRIO_VISIT_STATION, station, TRIO_VISIT_TEAM, 0);
}

/**
 * trio_rotation_dup_teams:
 * @model: a model
 * @round: number of a round
 * @station: number of a station
 *
 * Returns: (transfer full): titles of the teams that are at the station in that round, with
 *   commas; "" when there is none
 */
char *
trio_rotation_dup_teams (TrioModel *model, TrioId round, TrioId station)
{
  GString *names = g_string_new (NULL);
  TrioId team;

  for (guint i = 0;
       (team = find_visit (model, round, TRIO_VISIT_STATION, station, TRIO_VISIT_TEAM, i)) != 0;
       i++)
    {
      const TrioRecord *record = trio_model_get_record (model, team);

      if (record == NULL)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              trio_record_get_text (record, TRIO_TEAM_TITLE));
    }
  return g_string_free (names, FALSE);
}

static TrioId
nth_id (GListModel *list, guint index)
{
  g_autoptr (TrioObject) object = g_list_model_get_item (list, index);

  return object != NULL ? trio_object_get_id (object) : 0;
}

static guint
count_theme_visits (TrioModel *model, TrioId team, TrioId theme)
{
  GListModel *visits = trio_model_get_list (model, TRIO_KIND_VISIT);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (TrioObject) visit = g_list_model_get_item (visits, i);
      const TrioRecord *station
          = trio_model_get_record (model, trio_object_get_ref (visit, TRIO_VISIT_STATION));

      if (trio_object_get_ref (visit, TRIO_VISIT_TEAM) == team && station != NULL
          && trio_record_get_ref (station, TRIO_STATION_THEME) == theme)
        n++;
    }
  return n;
}

/* How many rounds see more than one team at @station. */
static guint
count_shared (TrioModel *model, TrioId station)
{
  GListModel *rounds = trio_model_get_list (model, TRIO_KIND_ROUND);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    if (find_visit (model, nth_id (rounds, i), TRIO_VISIT_STATION, station, TRIO_VISIT_TEAM, 1)
        != 0)
      n++;
  return n;
}

/**
 * trio_rotation_check:
 * @check: (out): where the answer goes
 * @model: a model
 *
 * Counts what is uneven in the rotation. A day with fewer rounds than themes misses only those
 * visits that there is time for.
 */
void
trio_rotation_check (TrioRotationCheck *check, TrioModel *model)
{
  GListModel *themes = trio_model_get_list (model, TRIO_KIND_THEME);
  GListModel *teams = trio_model_get_list (model, TRIO_KIND_TEAM);
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);
  guint n_rounds = g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_ROUND));
  guint n_themes = g_list_model_get_n_items (themes);

  *check = (TrioRotationCheck){ 0 };
  check->n_visits = g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_VISIT));
  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      guint n_met = 0;

      for (guint j = 0; j < n_themes; j++)
        {
          guint n = count_theme_visits (model, nth_id (teams, i), nth_id (themes, j));

          n_met += n > 0;
          check->n_repeated += n > 1 ? n - 1 : 0;
        }
      check->n_missing += MIN (n_themes, n_rounds) - MIN (n_met, MIN (n_themes, n_rounds));
    }
  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    check->n_shared += count_shared (model, nth_id (stations, i));
}
