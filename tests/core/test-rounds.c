/* test-rounds.c: the clock of a round, its commands, and the plan of the rotation. */
#include "base/trio-error.h"
#include "model/trio-commands.h"
#include "model/trio-rounds.h"
#include "workshop-helpers.h"

#define SECOND G_USEC_PER_SEC
#define MINUTE G_GINT64_CONSTANT (60000000)
/* Some moment, as a file has it. */
#define NINE (G_GINT64_CONSTANT (1667293200) * SECOND)

/* A day with @n_stations stations, each with a theme, @n_rounds rounds of 20 minutes and
 * @n_teams teams. */
static TrioModel *
make_day (guint n_stations, guint n_rounds, guint n_teams)
{
  TrioModel *model = make_empty_workshop (TRIO_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= n_stations; i++)
    g_assert_cmpint (trio_command_add_theme_and_station (model, "Theme", i, &error), !=, 0);
  for (guint i = 0; i < n_rounds; i++)
    g_assert_cmpint (trio_command_add_round (model, "", 20, &error), !=, 0);
  for (guint i = 0; i < n_teams; i++)
    {
      const char title[] = { 'A' + i, '\0' };

      g_assert_cmpint (trio_command_add_team (model, title, &error), !=, 0);
    }
  g_assert_no_error (error);
  return model;
}

static TrioId
nth (TrioModel *model, TrioKind kind, guint index)
{
  g_autoptr (TrioObject) object = g_list_model_get_item (trio_model_get_list (model, kind), index);

  return trio_object_get_id (object);
}

static void
assert_clock (TrioModel *model, gint64 now, TrioClockState state, const char *text)
{
  TrioRoundClock clock;
  g_autofree char *shown = NULL;

  trio_round_clock_read_model (&clock, model, now);
  shown = trio_round_clock_dup_text (&clock);
  g_assert_cmpint (clock.state, ==, state);
  g_assert_cmpstr (shown, ==, text);
}

static void
test_clock_runs (void)
{
  g_autoptr (TrioModel) model = make_day (1, 2, 0);
  g_autoptr (GError) error = NULL;
  TrioRoundClock clock;

  assert_clock (model, NINE, TRIO_CLOCK_IDLE, "00:00");
  trio_round_clock_read_model (&clock, model, NINE);
  g_assert_cmpint (trio_round_clock_get_next_tick (&clock), ==, -1);
  g_assert_cmpfloat (trio_round_clock_get_fraction (&clock), ==, 0);

  g_assert_true (trio_command_next_round (model, NINE, &error));
  g_assert_no_error (error);
  assert_clock (model, NINE, TRIO_CLOCK_RUNNING, "20:00");
  assert_clock (model, NINE + 1, TRIO_CLOCK_RUNNING, "20:00");
  assert_clock (model, NINE + SECOND, TRIO_CLOCK_RUNNING, "19:59");
  assert_clock (model, NINE + 12 * MINUTE + 18 * SECOND, TRIO_CLOCK_RUNNING, "07:42");
  assert_clock (model, NINE + 20 * MINUTE - 1, TRIO_CLOCK_RUNNING, "00:01");
  assert_clock (model, NINE + 20 * MINUTE, TRIO_CLOCK_OVER, "00:00");
  assert_clock (model, NINE + 300 * MINUTE, TRIO_CLOCK_OVER, "00:00");
  /* The clock of the machine was set back. */
  assert_clock (model, NINE - 300 * MINUTE, TRIO_CLOCK_RUNNING, "20:00");

  /* The next tick is the moment when the text changes. */
  trio_round_clock_read_model (&clock, model, NINE + 400000);
  g_assert_cmpint (trio_round_clock_get_next_tick (&clock), ==, 600000);
  trio_round_clock_read_model (&clock, model, NINE + 5 * MINUTE);
  g_assert_cmpint (trio_round_clock_get_next_tick (&clock), ==, SECOND);
  g_assert_cmpfloat (trio_round_clock_get_fraction (&clock), ==, 0.25);
}

static void
test_pause_keeps_what_is_left (void)
{
  g_autoptr (TrioModel) model = make_day (1, 1, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (trio_command_pause_round (model, NINE, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (trio_command_next_round (model, NINE, &error));
  g_assert_true (trio_command_pause_round (model, NINE + 5 * MINUTE, &error));
  assert_clock (model, NINE + 5 * MINUTE, TRIO_CLOCK_PAUSED, "15:00");
  assert_clock (model, NINE + 90 * MINUTE, TRIO_CLOCK_PAUSED, "15:00");
  /* Pausing again takes nothing away. */
  g_assert_true (trio_command_pause_round (model, NINE + 90 * MINUTE, &error));
  assert_clock (model, NINE + 91 * MINUTE, TRIO_CLOCK_PAUSED, "15:00");
  g_assert_true (trio_command_resume_round (model, NINE + 100 * MINUTE, &error));
  assert_clock (model, NINE + 100 * MINUTE, TRIO_CLOCK_RUNNING, "15:00");
  assert_clock (model, NINE + 101 * MINUTE, TRIO_CLOCK_RUNNING, "14:00");
  /* Undo takes the pause itself back. */
  g_assert_true (trio_model_undo (model, &error));
  assert_clock (model, NINE + 101 * MINUTE, TRIO_CLOCK_PAUSED, "15:00");
  g_assert_no_error (error);
}

static void
test_next_goes_through_and_ends (void)
{
  g_autoptr (TrioModel) model = make_day (1, 2, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  TrioRoundClock clock;

  g_assert_true (trio_command_next_round (model, NINE, &error));
  g_assert_true (trio_command_pause_round (model, NINE + 1, &error));
  g_assert_true (trio_command_next_round (model, NINE + MINUTE, &error));
  trio_round_clock_read_model (&clock, model, NINE + MINUTE);
  g_assert_cmpint (clock.round, ==, nth (model, TRIO_KIND_ROUND, 1));
  g_assert_cmpint (clock.state, ==, TRIO_CLOCK_RUNNING);
  label = trio_model_dup_undo_label (model);
  g_assert_cmpstr (label, ==, "Start “Round 2”");
  g_assert_true (trio_command_next_round (model, NINE + 2 * MINUTE, &error));
  assert_clock (model, NINE + 2 * MINUTE, TRIO_CLOCK_IDLE, "00:00");
  g_assert_no_error (error);
}

static void
test_no_rounds (void)
{
  g_autoptr (TrioModel) model = make_day (1, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (trio_command_next_round (model, NINE, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (trio_command_extend_round (model, 2, NINE, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
}

static void
test_extend (void)
{
  g_autoptr (TrioModel) model = make_day (1, 1, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_command_next_round (model, NINE, &error));
  g_assert_true (trio_command_extend_round (model, 2, NINE + MINUTE, &error));
  assert_clock (model, NINE + MINUTE, TRIO_CLOCK_RUNNING, "21:00");
  /* Long after the end two minutes are two minutes. */
  g_assert_true (trio_command_extend_round (model, 2, NINE + 60 * MINUTE, &error));
  assert_clock (model, NINE + 60 * MINUTE, TRIO_CLOCK_RUNNING, "02:00");
  g_assert_true (trio_command_extend_round (model, -5000, NINE + 60 * MINUTE, &error));
  assert_clock (model, NINE + 60 * MINUTE, TRIO_CLOCK_OVER, "00:00");
  g_assert_no_error (error);
}

static void
test_deleted_round_stops (void)
{
  g_autoptr (TrioModel) model = make_day (1, 2, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_command_next_round (model, NINE, &error));
  g_assert_true (
      trio_command_delete_round_or_team (model, nth (model, TRIO_KIND_ROUND, 0), &error));
  assert_clock (model, NINE, TRIO_CLOCK_IDLE, "00:00");
  g_assert_true (trio_model_undo (model, &error));
  assert_clock (model, NINE, TRIO_CLOCK_RUNNING, "20:00");
  g_assert_no_error (error);
}

static const TrioRecord *
add_note (TrioModel *model, guint station)
{
  TrioNoteDraft draft = { .text = "Words" };
  g_autoptr (GError) error = NULL;
  TrioId id = 0;

  trio_command_add_notes (model, nth (model, TRIO_KIND_STATION, station), &draft, 1, &id, &error);
  g_assert_no_error (error);
  return trio_model_get_record (model, id);
}

static void
test_notes_get_round_and_team (void)
{
  g_autoptr (TrioModel) model = make_day (2, 2, 2);
  g_autoptr (GError) error = NULL;
  TrioId round;
  const TrioRecord *note;
  g_autofree char *both = NULL;

  g_assert_true (trio_command_plan_rotation (model, &error));
  note = add_note (model, 0);
  g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_ROUND), ==, 0);
  g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_TEAM), ==, 0);

  g_assert_true (trio_command_next_round (model, NINE, &error));
  note = add_note (model, 0);
  g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_ROUND), ==,
                   nth (model, TRIO_KIND_ROUND, 0));
  g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_TEAM), ==, nth (model, TRIO_KIND_TEAM, 0));
  g_assert_true (trio_command_next_round (model, NINE, &error));
  note = add_note (model, 0);
  g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_TEAM), ==, nth (model, TRIO_KIND_TEAM, 1));

  /* With two teams at one station nobody knows whose it is. */
  round = nth (model, TRIO_KIND_ROUND, 1);
  g_assert_true (trio_command_set_visit (model, round, nth (model, TRIO_KIND_TEAM, 0),
                                         nth (model, TRIO_KIND_STATION, 0), &error));
  note = add_note (model, 0);
  g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_ROUND), ==, round);
  g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_TEAM), ==, 0);
  both = trio_rotation_dup_teams (model, round, nth (model, TRIO_KIND_STATION, 0));
  g_assert_true (g_str_equal (both, "A, B") || g_str_equal (both, "B, A"));
  g_assert_no_error (error);
}

static void
test_set_visit (void)
{
  g_autoptr (TrioModel) model = make_day (2, 1, 1);
  g_autoptr (GError) error = NULL;
  TrioId round = nth (model, TRIO_KIND_ROUND, 0);
  TrioId team = nth (model, TRIO_KIND_TEAM, 0);

  g_assert_true (
      trio_command_set_visit (model, round, team, nth (model, TRIO_KIND_STATION, 1), &error));
  g_assert_cmpint (trio_rotation_get_station (model, round, team), ==,
                   nth (model, TRIO_KIND_STATION, 1));
  g_assert_true (
      trio_command_set_visit (model, round, team, nth (model, TRIO_KIND_STATION, 0), &error));
  g_assert_cmpuint (g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_VISIT)), ==, 1);
  g_assert_true (trio_command_set_visit (model, round, team, 0, &error));
  g_assert_cmpint (trio_rotation_get_station (model, round, team), ==, 0);
  g_assert_no_error (error);
}

static void
test_check_counts_what_is_uneven (void)
{
  g_autoptr (TrioModel) model = make_day (3, 3, 3);
  g_autoptr (GError) error = NULL;
  TrioRotationCheck check;

  trio_rotation_check (&check, model);
  g_assert_cmpuint (check.n_visits, ==, 0);
  g_assert_cmpuint (check.n_missing, ==, 9);
  g_assert_true (trio_command_plan_rotation (model, &error));
  trio_rotation_check (&check, model);
  g_assert_cmpuint (check.n_visits, ==, 9);
  g_assert_cmpuint (check.n_missing + check.n_repeated + check.n_shared, ==, 0);
  /* A goes to the second station in round 1, where B is, and again in round 2. */
  g_assert_true (trio_command_set_visit (model, nth (model, TRIO_KIND_ROUND, 0),
                                         nth (model, TRIO_KIND_TEAM, 0),
                                         nth (model, TRIO_KIND_STATION, 1), &error));
  trio_rotation_check (&check, model);
  g_assert_cmpuint (check.n_missing, ==, 1);
  g_assert_cmpuint (check.n_repeated, ==, 1);
  g_assert_cmpuint (check.n_shared, ==, 1);
  g_assert_no_error (error);
}

static void
test_plan_needs_something (void)
{
  g_autoptr (TrioModel) model = make_day (2, 2, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (trio_command_plan_rotation (model, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
}

/* For every size there is: no theme twice, evenly spread, each theme once when there is time. */
static void
test_every_team_meets_every_theme_once (void)
{
  for (guint n_themes = 1; n_themes <= 7; n_themes++)
    for (guint n_teams = 1; n_teams <= 15; n_teams++)
      for (guint n_rounds = 1; n_rounds <= 8; n_rounds++)
        {
          const guint stations[] = { 1, 2, 1, 3, 1, 1, 2 };
          guint first[8] = { 0 };
          g_autofree guint *plan = trio_rotation_make (stations, n_themes, n_teams, n_rounds);

          for (guint i = 0; i < n_themes; i++)
            first[i + 1] = first[i] + stations[i];
          for (guint team = 0; team < n_teams; team++)
            {
              guint met[7] = { 0 };
              guint n_met = 0;

              for (guint round = 0; round < n_rounds; round++)
                for (guint i = 0; i < n_themes; i++)
                  {
                    guint station = plan[team * n_rounds + round];

                    if (station != TRIO_NO_STATION && station >= first[i] && station < first[i + 1])
                      {
                        met[i]++;
                        n_met++;
                      }
                  }
              g_assert_cmpuint (n_met, ==, MIN (n_rounds, n_themes));
              for (guint i = 0; i < n_themes; i++)
                g_assert_cmpuint (met[i], <=, 1);
            }
          for (guint round = 0; round < MIN (n_rounds, n_themes); round++)
            {
              guint teams_at[16] = { 0 };

              for (guint team = 0; team < n_teams; team++)
                teams_at[plan[team * n_rounds + round]]++;
              for (guint i = 0; i < n_themes; i++)
                {
                  guint at_theme = 0;

                  for (guint j = first[i]; j < first[i + 1]; j++)
                    {
                      at_theme += teams_at[j];
                      g_assert_cmpuint (teams_at[j], <=,
                                        (n_teams + n_themes * stations[i] - 1)
                                            / (n_themes * stations[i]));
                    }
                  g_assert_cmpuint (at_theme, >=, n_teams / n_themes);
                  g_assert_cmpuint (at_theme, <=, (n_teams + n_themes - 1) / n_themes);
                }
            }
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rounds/clock-runs", test_clock_runs);
  g_test_add_func ("/rounds/pause-keeps-what-is-left", test_pause_keeps_what_is_left);
  g_test_add_func ("/rounds/next-goes-through-and-ends", test_next_goes_through_and_ends);
  g_test_add_func ("/rounds/no-rounds", test_no_rounds);
  g_test_add_func ("/rounds/extend", test_extend);
  g_test_add_func ("/rounds/deleted-round-stops", test_deleted_round_stops);
  g_test_add_func ("/rounds/notes-get-round-and-team", test_notes_get_round_and_team);
  g_test_add_func ("/rounds/set-visit", test_set_visit);
  g_test_add_func ("/rounds/check-counts-what-is-uneven", test_check_counts_what_is_uneven);
  g_test_add_func ("/rounds/plan-needs-something", test_plan_needs_something);
  g_test_add_func ("/rounds/every-team-meets-every-theme-once",
                   test_every_team_meets_every_theme_once);
  return g_test_run ();
}
