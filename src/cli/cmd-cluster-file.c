/* cmd-cluster-file.c: `trio cluster` on a workshop, station by station. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli-cluster.h"
#include "cli/trio-cli-json.h"
#include "cli/trio-cli-progress.h"

static void
read_titles (TrioModel *model, TrioId station, TrioClusterBoard *board)
{
  GListModel *list
      = trio_model_get_children (model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);

  board->titles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TrioObject) cluster = g_list_model_get_item (list, i);

      g_hash_table_insert (board->titles, GINT_TO_POINTER ((int)trio_object_get_id (cluster)),
                           g_strdup (trio_object_get_text (cluster, TRIO_CLUSTER_TITLE)));
    }
}

/* Loose inputs and those of the station's own clusters, which are pinned. */
static void
read_station (
    TrioModel *model, TrioId station, TrioClusterBoard *board, GArray *notes, GArray *pins)
{
  GListModel *list = trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (list, i);
      TrioId id = trio_object_get_id (note);
      TrioId cluster = trio_record_get_ref (trio_object_get_record (note), TRIO_NOTE_CLUSTER);
      int pin = cluster != 0 ? (int)cluster : -1;
      guint number = i + 1;

      /* What lies under another one goes where that one goes. */
      if (trio_object_get_int (note, TRIO_NOTE_STATE) != TRIO_NOTE_STATE_NORMAL
          || trio_object_get_ref (note, TRIO_NOTE_STACK) != 0)
        continue;
      g_ptr_array_add (board->texts, g_strdup (trio_object_get_text (note, TRIO_NOTE_TEXT)));
      g_ptr_array_add (board->ids, trio_uuid_to_text (&trio_object_get_record (note)->uuid));
      g_array_append_val (board->numbers, number);
      g_array_append_val (notes, id);
      g_array_append_val (pins, pin);
    }
}

/* What is proposed, as one step: loose inputs join clusters or form new ones; nothing else moves.
 */
static void
apply_to_station (
    TrioEdit *edit, TrioId station, const TrioClusterBoard *board, GArray *notes, GArray *pins)
{
  for (guint c = 0; c < trio_clustering_get_n_clusters (board->clustering); c++)
    {
      const TrioProposal *proposal = trio_clustering_get_cluster (board->clustering, c);
      TrioId cluster = proposal->pin > 0 ? (TrioId)proposal->pin : 0;

      if (cluster == 0)
        {
          g_autoptr (TrioClusterName) name
              = trio_namer_name (board->namer, proposal->notes, proposal->n_notes);

          cluster = trio_edit_create (edit, TRIO_KIND_CLUSTER);
          trio_edit_set_text (edit, cluster, TRIO_CLUSTER_TITLE,
                              name->name != NULL ? name->name : "");
          trio_edit_place_last (edit, cluster, TRIO_CLUSTER_STATION, station);
        }
      for (guint i = 0; i < proposal->n_notes; i++)
        if (g_array_index (pins, int, proposal->notes[i]) < 0)
          trio_edit_put_notes (edit, &g_array_index (notes, TrioId, proposal->notes[i]), 1, station,
                               cluster);
    }
}

static void
print_station_json (JsonBuilder *builder, gint64 number, const TrioClusterBoard *board)
{
  json_builder_begin_object (builder);
  trio_cli_add_int (builder, "station", number);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < board->texts->len; i++)
    {
      json_builder_begin_object (builder);
      trio_cli_add_int (builder, "note", g_array_index (board->numbers, guint, i));
      trio_cli_add_string (builder, "id", board->ids->pdata[i]);
      trio_cli_add_string (builder, "text", board->texts->pdata[i]);
      trio_cli_add_int (builder, "cluster",
                        board->clustering != NULL
                            ? trio_clustering_get_cluster_of (board->clustering, i)
                            : -1);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  trio_cli_board_add_clusters (board, builder, "note");
  json_builder_end_object (builder);
}

/* A station with the clusters proposed for it, or the reason why there are none. */
typedef struct
{
  gint64 number;
  char *title;
  TrioClusterBoard board;
  GError *problem;
} Station;

static void
free_station (gpointer data)
{
  Station *station = data;

  g_free (station->title);
  trio_cli_board_clear (&station->board);
  g_clear_error (&station->problem);
  g_free (station);
}

static Station *
cluster_station (TrioModel *model,
                 const TrioRecord *record,
                 const TrioClusterOptions *options,
                 TrioEdit *edit)
{
  Station *station = g_new0 (Station, 1);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autoptr (GArray) pins = g_array_new (FALSE, FALSE, sizeof (int));
  const char *lang = options->lang;

  station->number = trio_record_get_int (record, TRIO_STATION_NUMBER);
  station->title = trio_cli_dup_station_title (model, record);
  trio_cli_board_init (&station->board);
  read_titles (model, record->id, &station->board);
  read_station (model, record->id, &station->board, notes, pins);
  if (lang == NULL)
    lang = trio_record_get_int (trio_model_get_workshop_record (model), TRIO_WORKSHOP_LANGUAGE) == 1
               ? "en"
               : "da";
  if (trio_cli_board_cluster (&station->board, lang, (const int *)pins->data, options,
                              &station->problem)
      && options->apply)
    apply_to_station (edit, record->id, &station->board, notes, pins);
  return station;
}

static void
print_stations (GPtrArray *stations, gboolean as_json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < stations->len; i++)
    {
      const Station *station = stations->pdata[i];

      if (as_json)
        {
          print_station_json (builder, station->number, &station->board);
          continue;
        }
      /* Translators: number and title of a station. */
      g_print (_ ("Station %d: %s\n"), (int)station->number, station->title);
      if (station->problem != NULL)
        g_print ("%s\n", station->problem->message);
      else
        trio_cli_board_print (&station->board);
    }
  json_builder_end_array (builder);
  if (as_json)
    trio_cli_print_json (builder);
}

static GPtrArray *
cluster_stations (TrioModel *model, const TrioClusterOptions *options, GError **error)
{
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "accept-clusters");
  g_autoptr (GPtrArray) proposed = g_ptr_array_new_with_free_func (free_station);
  g_autoptr (TrioCliProgress) progress = NULL;
  TrioClusterOptions watched = *options;
  TrioId only = 0;

  if (options->station != NULL)
    {
      only = trio_cli_find_station (model, options->station, error);
      if (only == 0)
        return NULL;
    }
  progress = trio_cli_progress_start (_ ("Looking for clusters …"));
  watched.cancellable = trio_cli_progress_get_cancellable (progress);
  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);

      if (only == 0 || trio_object_get_id (station) == only)
        g_ptr_array_add (proposed,
                         cluster_station (model, trio_object_get_record (station), &watched, edit));
      if (g_cancellable_set_error_if_cancelled (watched.cancellable, error))
        return NULL;
    }
  if (options->apply && !trio_edit_commit (edit, error))
    return NULL;
  return g_steal_pointer (&proposed);
}

/**
 * trio_cli_cluster_file:
 * @path: a workshop file
 * @options: what the user asked for
 *
 * Proposes clusters for the stations of a workshop, and puts the inputs into them when asked to.
 *
 * Returns: exit status
 */
int
trio_cli_cluster_file (const char *path, const TrioClusterOptions *options)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GPtrArray) proposed = NULL;
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;

  store = trio_cli_open (path, options->apply ? TRIO_OPEN_DEFAULT : TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  proposed = cluster_stations (trio_store_get_model (store), options, &error);
  if (proposed == NULL)
    return trio_cli_fail_at (path, error);
  /* Printed last: a reader that stops listening must not stop the writing. */
  status = trio_cli_close (g_steal_pointer (&store));
  print_stations (proposed, options->as_json);
  return status;
}
