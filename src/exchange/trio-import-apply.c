/* trio-import-apply.c: a plan becomes one edit, one step, one undo.
 *
 * All or nothing: whatever fails before the commit leaves the model as it was. Stations,
 * clusters, rounds and teams are found again by what they are called, since the model may
 * have gone on after the plan was made.
 */
#include "config.h"

#include "exchange/trio-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "model/trio-commands.h"

/* Minutes of a new round where the workshop has none to copy. */
#define DEFAULT_MINUTES 20

/* How many entries pass between two looks at the cancellable. */
#define ENTRIES_PER_CHECK 256

typedef struct
{
  const TrioImportPlan *plan;
  TrioEdit *edit;
  TrioSource source;
  TrioSnapshot *snapshot;
  TrioId *stations;     /* by index in the plan */
  GHashTable *themes;   /* folded title → TrioId, those made here */
  GHashTable *clusters; /* "station folded title" → TrioId */
  GHashTable *teams;    /* folded title → TrioId */
  GHashTable *rounds;   /* what was read → TrioId */
  GArray *round_ids;    /* all rounds in order */
  gint64 minutes;
} Import;

static void
remember (GHashTable *table, char *key, TrioId id)
{
  g_hash_table_replace (table, key, g_memdup2 (&id, sizeof id));
}

static TrioId
recall (GHashTable *table, const char *key)
{
  const TrioId *id = g_hash_table_lookup (table, key);

  return id ? *id : 0;
}

static char *
dup_cluster_key (TrioId station, const char *title)
{
  g_autofree char *folded = trio_import_fold (title, -1);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", station, folded);
}

static void
survey_model (Import *import)
{
  GPtrArray *clusters = trio_snapshot_get_all (import->snapshot, TRIO_KIND_CLUSTER);
  GPtrArray *teams = trio_snapshot_get_all (import->snapshot, TRIO_KIND_TEAM);
  GPtrArray *rounds = trio_snapshot_get_all (import->snapshot, TRIO_KIND_ROUND);

  for (guint i = 0; i < clusters->len; i++)
    {
      const TrioRecord *cluster = clusters->pdata[i];
      const char *title = trio_record_get_text (cluster, TRIO_CLUSTER_TITLE);
      char *key = dup_cluster_key (trio_record_get_ref (cluster, TRIO_CLUSTER_STATION), title);

      if (*title && recall (import->clusters, key) == 0)
        remember (import->clusters, key, cluster->id);
      else
        g_free (key);
    }

  for (guint i = 0; i < teams->len; i++)
    {
      const TrioRecord *team = teams->pdata[i];

      remember (import->teams, trio_import_fold (trio_record_get_text (team, TRIO_TEAM_TITLE), -1),
                team->id);
    }

  for (guint i = 0; i < rounds->len; i++)
    {
      const TrioRecord *round = rounds->pdata[i];
      const char *title = trio_record_get_text (round, TRIO_ROUND_TITLE);

      if (*title)
        remember (import->rounds, trio_import_fold (title, -1), round->id);
      g_array_append_val (import->round_ids, round->id);
      import->minutes = trio_record_get_int (round, TRIO_ROUND_MINUTES);
    }
}

static TrioId
find_or_make_theme (Import *import, const TrioImportStation *planned)
{
  g_autofree char *folded = trio_import_fold (planned->title, -1);
  GPtrArray *themes = trio_snapshot_get_all (import->snapshot, TRIO_KIND_THEME);
  TrioId theme = recall (import->themes, folded);

  for (guint i = 0; theme == 0 && i < themes->len; i++)
    {
      const TrioRecord *record = themes->pdata[i];
      g_autofree char *title
          = trio_import_fold (trio_record_get_text (record, TRIO_THEME_TITLE), -1);

      if (record->id == planned->theme || g_str_equal (title, folded))
        theme = record->id;
    }

  if (theme == 0)
    {
      theme = trio_edit_add_theme (import->edit, planned->title);
      trio_edit_set_int (import->edit, theme, TRIO_THEME_COLOUR,
                         (planned->number - 1) % (TRIO_COLOUR_GREY + 1));
      remember (import->themes, g_steal_pointer (&folded), theme);
    }

  return theme;
}

/* A new station goes before the first one with a greater number. */
static void
place_station (Import *import, TrioId station, gint64 number)
{
  GPtrArray *stations = trio_snapshot_get_all (import->snapshot, TRIO_KIND_STATION);

  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *record = stations->pdata[i];

      if (trio_record_get_int (record, TRIO_STATION_NUMBER) > number)
        {
          trio_edit_place_before (import->edit, station, TRIO_NO_FIELD, record->id);
          return;
        }
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TrioImportPlan *plan = user_data;
  guint first = g_array_index (plan->stations, TrioImportStation, *(const guint *)a).number;
  guint second = g_array_index (plan->stations, TrioImportStation, *(const guint *)b).number;

  return (first > second) - (first < second);
}

static void
make_stations (Import *import)
{
  guint n = import->plan->stations->len;
  g_autofree guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof *order, compare_numbers, (gpointer)import->plan);

  for (guint i = 0; i < n; i++)
    {
      const TrioImportStation *planned
          = &g_array_index (import->plan->stations, TrioImportStation, order[i]);
      const TrioRecord *known = trio_snapshot_find_station (import->snapshot, planned->number);
      TrioId station = known ? known->id : 0;

      if (station == 0)
        {
          station = trio_edit_add_station (import->edit, find_or_make_theme (import, planned),
                                           planned->number);
          place_station (import, station, planned->number);
        }
      import->stations[order[i]] = station;
    }
}

static TrioId
find_or_make_cluster (Import *import, TrioId station, const char *title)
{
  char *key = dup_cluster_key (station, title);
  TrioId cluster = recall (import->clusters, key);

  if (cluster != 0)
    {
      g_free (key);
      return cluster;
    }

  cluster = trio_edit_create (import->edit, TRIO_KIND_CLUSTER);
  trio_edit_set_text (import->edit, cluster, TRIO_CLUSTER_TITLE, title);
  trio_edit_place_last (import->edit, cluster, TRIO_CLUSTER_STATION, station);
  remember (import->clusters, key, cluster);
  return cluster;
}

static TrioId
find_or_make_team (Import *import, const char *title)
{
  char *key = trio_import_fold (title, -1);
  TrioId team = recall (import->teams, key);

  if (team != 0)
    {
      g_free (key);
      return team;
    }

  team = trio_edit_create (import->edit, TRIO_KIND_TEAM);
  trio_edit_set_text (import->edit, team, TRIO_TEAM_TITLE, title);
  trio_edit_place_last (import->edit, team, TRIO_NO_FIELD, 0);
  remember (import->teams, key, team);
  return team;
}

static TrioId
make_round (Import *import, const char *title)
{
  TrioId round = trio_edit_create (import->edit, TRIO_KIND_ROUND);

  trio_edit_set_text (import->edit, round, TRIO_ROUND_TITLE, title);
  trio_edit_set_int (import->edit, round, TRIO_ROUND_MINUTES, import->minutes);
  trio_edit_place_last (import->edit, round, TRIO_NO_FIELD, 0);
  g_array_append_val (import->round_ids, round);
  return round;
}

/* "2", "Runde 2" and "round 2" are the second round; anything else is a title. */
static guint64
parse_round (const char *folded)
{
  static const char *const words[] = { "runde ", "round ", "" };
  guint64 number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i])
        && g_ascii_string_to_unsigned (folded + strlen (words[i]), 10, 1, TRIO_IMPORT_MAX_ROUND,
                                       &number, NULL))
      return number;

  return 0;
}

static TrioId
find_or_make_round (Import *import, const char *read)
{
  char *key = trio_import_fold (read, -1);
  TrioId round = recall (import->rounds, key);
  guint64 number;

  if (round != 0)
    {
      g_free (key);
      return round;
    }

  number = parse_round (key);
  while (number > import->round_ids->len)
    make_round (import, "");
  round = number > 0 ? g_array_index (import->round_ids, TrioId, number - 1)
                     : make_round (import, read);
  remember (import->rounds, key, round);
  return round;
}

static void
add_entry (Import *import, const TrioImportEntry *entry)
{
  TrioId station = import->stations[entry->station];
  TrioNoteDraft draft = { .text = entry->text,
                          .role = entry->role,
                          .source = import->source,
                          .practice = import->plan->practice };
  TrioId note;

  if (entry->round)
    draft.round = find_or_make_round (import, entry->round);
  if (entry->team)
    draft.team = find_or_make_team (import, entry->team);

  note = trio_edit_add_note (import->edit, station, &draft);
  if (note == 0)
    return;

  /* The round that runs now is not the one in which a file was written. */
  if (entry->round == NULL && import->source == TRIO_SOURCE_IMPORTED)
    trio_edit_set_null (import->edit, note, TRIO_NOTE_ROUND);
  if (entry->votes > 0)
    trio_edit_set_int (import->edit, note, TRIO_NOTE_VOTES, entry->votes);
  if (entry->cluster)
    trio_edit_place_last (import->edit, note, TRIO_NOTE_CLUSTER,
                          find_or_make_cluster (import, station, entry->cluster));
}

static gboolean
check_not_empty (const TrioImportPlan *plan, GError **error)
{
  g_autofree char *first = NULL;

  if (plan->entries->len > 0)
    return TRUE;

  for (guint i = 0; first == NULL && i < plan->problems->len; i++)
    if (g_array_index (plan->problems, TrioImportProblem, i).severity == TRIO_IMPORT_PROBLEM)
      first = trio_import_plan_dup_problem_line (plan, i);

  if (first)
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                 /* Translators: followed by the first reason, a whole sentence */
                 _ ("No input can be imported. %s"), first);
  else
    g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING, _ ("There is no input to import."));
  return FALSE;
}

static gboolean
fill_edit (Import *import, GCancellable *cancellable, GError **error)
{
  const GArray *entries = import->plan->entries;

  survey_model (import);
  make_stations (import);

  for (guint i = 0; i < entries->len && !trio_edit_has_failed (import->edit); i++)
    {
      if (i % ENTRIES_PER_CHECK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_entry (import, &g_array_index (entries, TrioImportEntry, i));
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static GHashTable *
new_id_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * trio_import_apply:
 * @plan: a plan made for the workshop in @model
 * @model: the model that gets the inputs
 * @source: %TRIO_SOURCE_PASTED or %TRIO_SOURCE_IMPORTED
 * @cancellable: (nullable): to stop before anything is changed
 * @error: return location for a #GError
 *
 * Imports what the plan says as one step with one undo: new stations with their themes,
 * clusters, rounds and teams where the workshop does not have them, and the inputs at the
 * end of their stations, in order.
 *
 * Returns: whether all is in the model; if not, nothing is: %TRIO_ERROR_NOTHING if the plan
 *   holds no input, else what the model refuses
 */
gboolean
trio_import_apply (const TrioImportPlan *plan,
                   TrioModel *model,
                   TrioSource source,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TrioEdit) edit = NULL;
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (GHashTable) themes = new_id_table ();
  g_autoptr (GHashTable) clusters = new_id_table ();
  g_autoptr (GHashTable) teams = new_id_table ();
  g_autoptr (GHashTable) rounds = new_id_table ();
  g_autoptr (GArray) round_ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autofree TrioId *stations = NULL;
  Import import;

  if (!check_not_empty (plan, error))
    return FALSE;

  edit = trio_edit_new (model, "import");
  snapshot = trio_model_dup_snapshot (model);
  stations = g_new0 (TrioId, plan->stations->len);
  import = (Import){ .plan = plan,
                     .edit = edit,
                     .source = source,
                     .snapshot = snapshot,
                     .stations = stations,
                     .themes = themes,
                     .clusters = clusters,
                     .teams = teams,
                     .rounds = rounds,
                     .round_ids = round_ids,
                     .minutes = DEFAULT_MINUTES };

  trio_edit_set_count (edit, plan->entries->len);
  return fill_edit (&import, cancellable, error) && trio_edit_commit (edit, error);
}
