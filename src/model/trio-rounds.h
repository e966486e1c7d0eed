/* trio-rounds.h: the clock of the running round, and who is where in which round.
 *
 * Nothing here reads a clock: the moment is always told, so that the same record and the same
 * moment give the same answer after a restart and in a test. Moments and spans are in
 * microseconds.
 */
#pragma once

#include "model/trio-edit.h"

G_BEGIN_DECLS

/**
 * TrioClockState:
 * @TRIO_CLOCK_IDLE: no round runs
 * @TRIO_CLOCK_RUNNING: time passes
 * @TRIO_CLOCK_PAUSED: the clock was stopped
 * @TRIO_CLOCK_OVER: the time is up, and nobody has gone on yet
 *
 * What the clock of a round does.
 */
typedef enum
{
  TRIO_CLOCK_IDLE,
  TRIO_CLOCK_RUNNING,
  TRIO_CLOCK_PAUSED,
  TRIO_CLOCK_OVER,
} TrioClockState;

/**
 * TrioRoundClock:
 * @state: what the clock does
 * @round: the round that runs, or 0
 * @length: how long the round is
 * @left: how much of it is left, from 0 to @length
 *
 * The clock of the running round at one moment.
 */
typedef struct
{
  TrioClockState state;
  TrioId round;
  gint64 length;
  gint64 left;
} TrioRoundClock;

void trio_round_clock_read (TrioRoundClock *clock,
                            const TrioRecord *workshop,
                            const TrioRecord *round,
                            gint64 now);
void trio_round_clock_read_model (TrioRoundClock *clock, TrioModel *model, gint64 now);
gint64 trio_round_clock_get_seconds (const TrioRoundClock *clock);
gint64 trio_round_clock_get_next_tick (const TrioRoundClock *clock);
double trio_round_clock_get_fraction (const TrioRoundClock *clock);
char *trio_round_clock_dup_text (const TrioRoundClock *clock);

guint trio_round_get_position (TrioModel *model, TrioId round);
TrioId trio_round_get_next (TrioModel *model, TrioId round);
char *trio_round_dup_name (TrioModel *model, TrioId round);

#define TRIO_NO_STATION G_MAXUINT

guint *
trio_rotation_make (const guint *stations_per_theme, guint n_themes, guint n_teams, guint n_rounds);
TrioId trio_rotation_get_station (TrioModel *model, TrioId round, TrioId team);
TrioId trio_rotation_get_team (TrioModel *model, TrioId round, TrioId station);
char *trio_rotation_dup_teams (TrioModel *model, TrioId round, TrioId station);

/**
 * TrioRotationCheck:
 * @n_visits: how many visits the plan has
 * @n_missing: how often a team never comes to a theme that it has rounds enough for
 * @n_repeated: how often a team comes to a theme again
 * @n_shared: how often several teams are at one station at once
 *
 * What is uneven in a rotation.
 */
typedef struct
{
  guint n_visits;
  guint n_missing;
  guint n_repeated;
  guint n_shared;
} TrioRotationCheck;

void trio_rotation_check (TrioRotationCheck *check, TrioModel *model);

gboolean trio_command_start_round (TrioModel *model, TrioId round, gint64 now, GError **error);
gboolean trio_command_pause_round (TrioModel *model, gint64 now, GError **error);
gboolean trio_command_resume_round (TrioModel *model, gint64 now, GError **error);
gboolean trio_command_next_round (TrioModel *model, gint64 now, GError **error);
gboolean trio_command_end_rounds (TrioModel *model, GError **error);
gboolean trio_command_extend_round (TrioModel *model, gint64 minutes, gint64 now, GError **error);

TrioId trio_command_add_round (TrioModel *model, const char *title, gint64 minutes, GError **error);
TrioId trio_command_add_team (TrioModel *model, const char *title, GError **error);
gboolean trio_command_delete_round_or_team (TrioModel *model, TrioId object, GError **error);
gboolean trio_command_set_visit (
    TrioModel *model, TrioId round, TrioId team, TrioId station, GError **error);
gboolean trio_command_plan_rotation (TrioModel *model, GError **error);

G_END_DECLS
