/* trio-import-plan.h: what an import would do, before anything is done.
 *
 * The parsers of all formats fill a plan: inputs with their station, the stations they need,
 * and what was decided or cannot be used, with its line. A plan touches no model; it can be
 * made in any thread, shown (dry run) and then applied by trio-import.h as one step.
 */
#pragma once

#include <gio/gio.h>

#include "model/trio-fields.h"

G_BEGIN_DECLS

/* The entry's station is not known. */
#define TRIO_IMPORT_NO_STATION ((guint)-1)

/* The greatest number of a round. */
#define TRIO_IMPORT_MAX_ROUND 50

/* So many problems are kept with their message; all are counted. */
#define TRIO_IMPORT_MAX_PROBLEMS 500

/**
 * TrioImportContext:
 * @themes: (element-type TrioImportTheme): the themes of the workshop in order
 * @stations: (element-type TrioImportKnown): its stations in order
 * @max_text: the longest text of an input, in characters
 * @max_title: the longest title of a theme or cluster, in characters
 * @max_station: the greatest number of a station
 *
 * What the parsers know about the workshop that the inputs are meant for.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount refs;
  /*< public >*/
  GArray *themes;
  GArray *stations;
  guint max_text;
  guint max_title;
  guint max_station;
} TrioImportContext;

/**
 * TrioImportTheme:
 * @id: the theme in the workshop
 * @title: its title
 * @folded: its title for comparison, see trio_import_fold()
 *
 * A theme that the workshop has.
 */
typedef struct
{
  TrioId id;
  char *title;
  char *folded;
} TrioImportTheme;

/**
 * TrioImportKnown:
 * @id: the station in the workshop
 * @number: its number
 * @theme: index of its theme in the context
 *
 * A station that the workshop has.
 */
typedef struct
{
  TrioId id;
  guint number;
  guint theme;
} TrioImportKnown;

TrioImportContext *trio_import_context_new (void);
TrioImportContext *trio_import_context_ref (TrioImportContext *context);
void trio_import_context_unref (TrioImportContext *context);
guint trio_import_context_add_theme (TrioImportContext *context, TrioId id, const char *title);
void
trio_import_context_add_station (TrioImportContext *context, TrioId id, guint number, guint theme);
const TrioImportTheme *trio_import_context_find_theme (const TrioImportContext *context,
                                                       const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioImportContext, trio_import_context_unref)

/**
 * TrioImportStation:
 * @id: the station in the workshop, or 0 for a new one
 * @number: its number
 * @theme: its theme in the workshop, or 0 for a new one
 * @title: the theme's title: as the workshop has it, or for a new theme as read
 * @source: the source that named it first
 * @line: the line that named it first
 * @n_entries: how many inputs it gets
 * @folded: @title for comparison, see trio_import_fold()
 *
 * A station that the inputs belong to.
 */
typedef struct
{
  TrioId id;
  guint number;
  TrioId theme;
  char *title;
  guint source;
  guint line;
  guint n_entries;
  char *folded;
} TrioImportStation;

/**
 * TrioImportEntry:
 * @source: index of the source it was read from
 * @line: its first line there, from 1
 * @station: index of its station in the plan
 * @text: the words
 * @role: who wrote it
 * @votes: votes it got
 * @cluster: (nullable): title of the cluster it belongs to
 * @round: (nullable): number or title of the round, as read
 * @team: (nullable): title of the team, as read
 *
 * An input to be imported.
 */
typedef struct
{
  guint source;
  guint line;
  guint station;
  char *text;
  TrioRole role;
  guint votes;
  char *cluster;
  char *round;
  char *team;
} TrioImportEntry;

/**
 * TrioImportSeverity:
 * @TRIO_IMPORT_NOTICE: something was decided that people should know
 * @TRIO_IMPORT_PROBLEM: something cannot be used
 *
 * How serious a finding is.
 */
typedef enum
{
  TRIO_IMPORT_NOTICE,
  TRIO_IMPORT_PROBLEM,
} TrioImportSeverity;

/**
 * TrioImportProblem:
 * @severity: how serious it is
 * @source: index of the source
 * @line: the line, from 1, or 0 for the source as a whole
 * @message: what it is, translated, a whole sentence
 *
 * A finding about what was read.
 */
typedef struct
{
  TrioImportSeverity severity;
  guint source;
  guint line;
  char *message;
} TrioImportProblem;

/**
 * TrioImportSource:
 * @name: its name as people know it; "" for pasted text
 * @encoding: (nullable): name of its encoding, or %NULL for text that was no file
 * @is_table: whether it was read as a table
 *
 * Something that was read.
 */
typedef struct
{
  char *name;
  const char *encoding;
  gboolean is_table;
} TrioImportSource;

/**
 * TrioImportPlan:
 * @context: the workshop it was made for
 * @sources: (element-type TrioImportSource): what was read
 * @stations: (element-type TrioImportStation): the stations it needs
 * @entries: (element-type TrioImportEntry): the inputs in order
 * @problems: (element-type TrioImportProblem): the first %TRIO_IMPORT_MAX_PROBLEMS findings
 * @n_notices: how many notices there are
 * @n_problems: how many things cannot be used
 * @n_skipped: how many lines or rows that are not blank were left out
 * @practice: whether the inputs are for practice
 *
 * What an import would do.
 */
typedef struct
{
  TrioImportContext *context;
  GArray *sources;
  GArray *stations;
  GArray *entries;
  GArray *problems;
  guint n_notices;
  guint n_problems;
  guint n_skipped;
  gboolean practice;
  /*< private >*/
  GHashTable *uses;
  guint free_number;
} TrioImportPlan;

/**
 * TrioImportProgressFunc:
 * @fraction: how much is done, 0 … 1
 * @user_data: as given
 *
 * Told now and then while a parser works, in the thread it works in.
 */
typedef void (*TrioImportProgressFunc) (double fraction, gpointer user_data);

/**
 * TrioImportOptions:
 * @station: number of the station for inputs that name none, or 0
 * @join_hyphens: whether words broken at line ends are joined again
 * @progress: (nullable): told how far the work is
 * @progress_data: for @progress
 *
 * How to read. Zeroed members mean "as usual".
 */
typedef struct
{
  guint station;
  gboolean join_hyphens;
  TrioImportProgressFunc progress;
  gpointer progress_data;
} TrioImportOptions;

TrioImportPlan *trio_import_plan_new (TrioImportContext *context);
void trio_import_plan_free (TrioImportPlan *plan);
void trio_import_plan_begin_source (TrioImportPlan *plan, const char *name);
guint
trio_import_plan_use_station (TrioImportPlan *plan, guint line, guint number, const char *title);
gboolean trio_import_plan_take_entry (TrioImportPlan *plan, TrioImportEntry *entry);
void trio_import_plan_add_problem (TrioImportPlan *plan,
                                   TrioImportSeverity severity,
                                   guint line,
                                   const char *format,
                                   ...) G_GNUC_PRINTF (4, 5);
guint trio_import_plan_keep_stations (TrioImportPlan *plan, guint number);
guint trio_import_plan_get_station_for_others (const TrioImportPlan *plan, guint number);
char *trio_import_plan_dup_summary (const TrioImportPlan *plan);
char *trio_import_plan_dup_source_line (const TrioImportPlan *plan, guint source);
char *trio_import_plan_dup_station_line (const TrioImportPlan *plan, guint station);
char *trio_import_plan_dup_problem_line (const TrioImportPlan *plan, guint problem);
char *trio_import_plan_dup_report (const TrioImportPlan *plan);

void trio_import_entry_clear (TrioImportEntry *entry);
char *trio_import_fold (const char *text, gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioImportPlan, trio_import_plan_free)

G_END_DECLS
