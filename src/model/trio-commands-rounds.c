/* trio-commands-rounds.c: what people do with rounds, teams and the rotation, as edits. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "model/trio-rounds.h"

/* The running round */

static TrioEdit *
new_edit (TrioModel *model, const char *action, TrioId round)
{
  TrioEdit *edit = trio_edit_new (model, action);

  if (round != 0)
    {
      g_autofree char *name = trio_round_dup_name (model, round);

      trio_edit_set_subject (edit, name);
    }
  return edit;
}

static void
fail_not_running (TrioEdit *edit)
{
  trio_edit_fail (edit, g_error_new_literal (TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                                             _ ("No round is running. Start one first.")));
}

/**
 * trio_command_start_round:
 * @model: a model
 * @round: number of a round
 * @now: the moment, microseconds since 1970 in UTC
 * @error: return location for an error
 *
 * Starts the clock of a round from its full length; the one that runs ends. From now on new
 * inputs are of this round.
 *
 * Returns: whether it runs
 */
gboolean
trio_command_start_round (TrioModel *model, TrioId round, gint64 now, GError **error)
{
  g_autoptr (TrioEdit) edit = new_edit (model, "start-round", round);
  TrioId workshop = trio_model_get_workshop_record (model)->id;

  trio_edit_set_ref (edit, workshop, TRIO_WORKSHOP_RUNNING_ROUND, round);
  trio_edit_set_int (edit, workshop, TRIO_WORKSHOP_ROUND_STARTED, now);
  trio_edit_set_null (edit, workshop, TRIO_WORKSHOP_ROUND_PAUSED);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_pause_round:
 * @model: a model
 * @now: the moment, microseconds since 1970 in UTC
 * @error: return location for an error
 *
 * Stops the clock of the running round. New inputs still are of this round. A round that is
 * paused or over stays as it is.
 *
 * Returns: whether the clock stands
 */
gboolean
trio_command_pause_round (TrioModel *model, gint64 now, GError **error)
{
  TrioRoundClock clock;
  g_autoptr (TrioEdit) edit = NULL;

  trio_round_clock_read_model (&clock, model, now);
  edit = new_edit (model, "pause-round", clock.round);
  if (clock.state == TRIO_CLOCK_IDLE)
    fail_not_running (edit);
  else if (clock.state == TRIO_CLOCK_RUNNING)
    trio_edit_set_int (edit, trio_model_get_workshop_record (model)->id, TRIO_WORKSHOP_ROUND_PAUSED,
                       now);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_resume_round:
 * @model: a model
 * @now: the moment, microseconds since 1970 in UTC
 * @error: return location for an error
 *
 * Lets the clock go on where it was stopped. A round that is not paused stays as it is.
 *
 * Returns: whether the clock goes
 */
gboolean
trio_command_resume_round (TrioModel *model, gint64 now, GError **error)
{
  const TrioRecord *workshop = trio_model_get_workshop_record (model);
  TrioRoundClock clock;
  g_autoptr (TrioEdit) edit = NULL;

  trio_round_clock_read_model (&clock, model, now);
  edit = new_edit (model, "resume-round", clock.round);
  if (clock.state == TRIO_CLOCK_IDLE)
    fail_not_running (edit);
  else if (!trio_record_is_null (workshop, TRIO_WORKSHOP_ROUND_PAUSED))
    {
      gint64 started = now - (clock.length - clock.left);

      trio_edit_set_int (edit, workshop->id, TRIO_WORKSHOP_ROUND_STARTED, MAX (0, started));
      trio_edit_set_null (edit, workshop->id, TRIO_WORKSHOP_ROUND_PAUSED);
    }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_end_rounds:
 * @model: a model
 * @error: return location for an error
 *
 * Ends the running round without starting another: new inputs are of no round.
 *
 * Returns: whether no round runs
 */
gboolean
trio_command_end_rounds (TrioModel *model, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "end-rounds");
  TrioId workshop = trio_model_get_workshop_record (model)->id;

  trio_edit_set_null (edit, workshop, TRIO_WORKSHOP_RUNNING_ROUND);
  trio_edit_set_null (edit, workshop, TRIO_WORKSHOP_ROUND_STARTED);
  trio_edit_set_null (edit, workshop, TRIO_WORKSHOP_ROUND_PAUSED);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_next_round:
 * @model: a model
 * @now: the moment, microseconds since 1970 in UTC
 * @error: return location for an error
 *
 * Goes on: starts the first round when none runs, otherwise the next; after the last one the
 * rounds end.
 *
 * Returns: whether it went on
 */
gboolean
trio_command_next_round (TrioModel *model, gint64 now, GError **error)
{
  TrioId running
      = trio_record_get_ref (trio_model_get_workshop_record (model), TRIO_WORKSHOP_RUNNING_ROUND);
  TrioId next = trio_round_get_next (model, running);

  if (next != 0)
    return trio_command_start_round (model, next, now, error);
  if (running != 0)
    return trio_command_end_rounds (model, error);
  g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                       _ ("There are no rounds yet. Add one under “Rounds and Teams”."));
  return FALSE;
}

/**
 * trio_command_extend_round:
 * @model: a model
 * @minutes: how many minutes more, or less when negative
 * @now: the moment, microseconds since 1970 in UTC
 * @error: return location for an error
 *
 * Makes the running round longer or shorter. When its time is up already, the minutes count
 * from @now.
 *
 * Returns: whether the round is as long as wanted
 */
gboolean
trio_command_extend_round (TrioModel *model, gint64 minutes, gint64 now, GError **error)
{
  TrioId workshop = trio_model_get_workshop_record (model)->id;
  const TrioRecord *round;
  TrioRoundClock clock;
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-rounds");

  trio_round_clock_read_model (&clock, model, now);
  round = clock.round != 0 ? trio_model_get_record (model, clock.round) : NULL;
  if (round == NULL)
    fail_not_running (edit);
  else
    {
      gint64 length = trio_record_get_int (round, TRIO_ROUND_MINUTES);

      trio_edit_set_int (edit, clock.round, TRIO_ROUND_MINUTES, CLAMP (length + minutes, 1, 1440));
      if (clock.state == TRIO_CLOCK_OVER)
        trio_edit_set_int (edit, workshop, TRIO_WORKSHOP_ROUND_STARTED, now - clock.length);
    }
  return trio_edit_commit (edit, error);
}

/* The plan of the day */

/**
 * trio_command_add_round:
 * @model: a model
 * @title: what it is called, "" for its number
 * @minutes: how long it is, 1 to 1,440
 * @error: return location for an error
 *
 * Adds a round after all others.
 *
 * Returns: its number, or 0
 */
TrioId
trio_command_add_round (TrioModel *model, const char *title, gint64 minutes, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-rounds");
  TrioId round = trio_edit_create (edit, TRIO_KIND_ROUND);

  trio_edit_set_text (edit, round, TRIO_ROUND_TITLE, title);
  trio_edit_set_int (edit, round, TRIO_ROUND_MINUTES, minutes);
  trio_edit_place_last (edit, round, TRIO_NO_FIELD, 0);
  return trio_edit_commit (edit, error) ? round : 0;
}

/**
 * trio_command_add_team:
 * @model: a model
 * @title: what it is called; needed
 * @error: return location for an error
 *
 * Adds a team after all others.
 *
 * Returns: its number, or 0
 */
TrioId
trio_command_add_team (TrioModel *model, const char *title, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-rounds");
  TrioId team = trio_edit_create (edit, TRIO_KIND_TEAM);

  trio_edit_set_text (edit, team, TRIO_TEAM_TITLE, title);
  trio_edit_place_last (edit, team, TRIO_NO_FIELD, 0);
  return trio_edit_commit (edit, error) ? team : 0;
}

/**
 * trio_command_delete_round_or_team:
 * @model: a model
 * @object: number of a round or team
 * @error: return location for an error
 *
 * Deletes it with its part of the rotation; inputs stay and are of no round or team.
 *
 * Returns: whether it is gone
 */
gboolean
trio_command_delete_round_or_team (TrioModel *model, TrioId object, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-rounds");

  trio_edit_delete (edit, object);
  return trio_edit_commit (edit, error);
}

static void
drop_visits (TrioEdit *edit, TrioId round, TrioId team)
{
  GListModel *visits = trio_model_get_list (trio_edit_get_model (edit), TRIO_KIND_VISIT);
  guint n = g_list_model_get_n_items (visits);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) visit = g_list_model_get_item (visits, i);

      if ((round == 0 || trio_object_get_ref (visit, TRIO_VISIT_ROUND) == round)
          && (team == 0 || trio_object_get_ref (visit, TRIO_VISIT_TEAM) == team))
        trio_edit_delete (edit, trio_object_get_id (visit));
    }
}

static void
add_visit (TrioEdit *edit, TrioId round, TrioId team, TrioId station)
{
  TrioId visit = trio_edit_create (edit, TRIO_KIND_VISIT);

  trio_edit_set_ref (edit, visit, TRIO_VISIT_ROUND, round);
  trio_edit_set_ref (edit, visit, TRIO_VISIT_TEAM, team);
  trio_edit_set_ref (edit, visit, TRIO_VISIT_STATION, station);
}

/**
 * trio_command_set_visit:
 * @model: a model
 * @round: number of a round
 * @team: number of a team
 * @station: number of a station, or 0 for none
 * @error: return location for an error
 *
 * Sends a team to a station in a round. Inputs that were written before keep their team.
 *
 * Returns: whether the plan is so now
 */
gboolean
trio_command_set_visit (TrioModel *model, TrioId round, TrioId team, TrioId station, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-rounds");

  if (trio_rotation_get_station (model, round, team) == station)
    return TRUE;
  drop_visits (edit, round, team);
  if (station != 0)
    add_visit (edit, round, team, station);
  return trio_edit_commit (edit, error);
}

/* Stations theme by theme; and how many each theme with a station has. */
static GArray *
list_stations (TrioModel *model, GArray *per_theme)
{
  GListModel *themes = trio_model_get_list (model, TRIO_KIND_THEME);
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TrioId));

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (TrioObject) theme = g_list_model_get_item (themes, i);
      guint n = 0;

      for (guint j = 0; j < g_list_model_get_n_items (stations); j++)
        {
          g_autoptr (TrioObject) station = g_list_model_get_item (stations, j);
          TrioId id = trio_object_get_id (station);

          if (trio_object_get_ref (station, TRIO_STATION_THEME) != trio_object_get_id (theme))
            continue;
          g_array_append_val (list, id);
          n++;
        }
      if (n > 0)
        g_array_append_val (per_theme, n);
    }
  return list;
}

static TrioId
nth_id (GListModel *list, guint index)
{
  g_autoptr (TrioObject) object = g_list_model_get_item (list, index);

  return trio_object_get_id (object);
}

/**
 * trio_command_plan_rotation:
 * @model: a model
 * @error: return location for an error
 *
 * Replaces the rotation by one in which every team visits each theme once, see
 * trio_rotation_make().
 *
 * Returns: whether there is a plan now; it needs a station, a round and a team
 */
gboolean
trio_command_plan_rotation (TrioModel *model, GError **error)
{
  GListModel *rounds = trio_model_get_list (model, TRIO_KIND_ROUND);
  GListModel *teams = trio_model_get_list (model, TRIO_KIND_TEAM);
  guint n_rounds = g_list_model_get_n_items (rounds);
  guint n_teams = g_list_model_get_n_items (teams);
  g_autoptr (GArray) per_theme = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) stations = list_stations (model, per_theme);
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "plan-rotation");
  g_autofree guint *plan = NULL;

  if (n_rounds == 0 || n_teams == 0 || stations->len == 0)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("A rotation needs at least one station, one round and one team."));
      return FALSE;
    }

  plan = trio_rotation_make ((const guint *)per_theme->data, per_theme->len, n_teams, n_rounds);
  drop_visits (edit, 0, 0);
  for (guint team = 0; team < n_teams; team++)
    for (guint round = 0; round < n_rounds; round++)
      if (plan[team * n_rounds + round] != TRIO_NO_STATION)
        add_visit (edit, nth_id (rounds, round), nth_id (teams, team),
                   g_array_index (stations, TrioId, plan[team * n_rounds + round]));
  return trio_edit_commit (edit, error);
}
