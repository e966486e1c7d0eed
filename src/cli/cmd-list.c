/* cmd-list.c: `trio list` lists the inputs, for people or as JSON. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli.h"

static void
print_note (const TrioRecord *note)
{
  g_autofree char *uuid = trio_uuid_to_text (&note->uuid);
  g_autofree char *text
      = g_strdelimit (g_strdup (trio_record_get_text (note, TRIO_NOTE_TEXT)), "\n", ' ');
  gint64 state = trio_record_get_int (note, TRIO_NOTE_STATE);
  const char *mark = "";

  if (state == TRIO_NOTE_STATE_WITHHELD)
    mark = _ (" (withheld)");
  else if (state == TRIO_NOTE_STATE_PRACTICE)
    mark = _ (" (practice)");
  g_print ("  %.8s  %s%s\n", uuid, text, mark);
}

static void
print_station (TrioModel *model, const TrioRecord *station)
{
  GListModel *notes
      = trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station->id);
  g_autofree char *title = trio_cli_dup_station_title (model, station);

  g_print ("%" G_GINT64_FORMAT ". %s (%u)\n", trio_record_get_int (station, TRIO_STATION_NUMBER),
           title, g_list_model_get_n_items (notes));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, i);

      print_note (trio_object_get_record (note));
    }
}

static void
add_station (JsonBuilder *builder, TrioModel *model, const TrioRecord *station)
{
  GListModel *notes
      = trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station->id);
  g_autofree char *title = trio_cli_dup_station_title (model, station);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "number");
  json_builder_add_int_value (builder, trio_record_get_int (station, TRIO_STATION_NUMBER));
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, title);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, i);

      trio_cli_json_object (builder, model, trio_object_get_record (note));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
list_stations (TrioModel *model, TrioId only, gboolean as_json)
{
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);

      if (only != 0 && trio_object_get_id (station) != only)
        continue;
      if (as_json)
        add_station (builder, model, trio_object_get_record (station));
      else
        print_station (model, trio_object_get_record (station));
    }
  json_builder_end_array (builder);
  if (as_json)
    trio_cli_print_json (builder);
}

/**
 * trio_cli_list:
 * @argc: count of @argv
 * @argv: "list" and its arguments
 *
 * Runs `trio list`.
 *
 * Returns: exit status
 */
int
trio_cli_list (int argc, char **argv)
{
  g_autofree char *station_text = NULL;
  gboolean as_json = FALSE;
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;
  TrioId station = 0;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "station", 's', 0, G_OPTION_ARG_STRING, &station_text, N_ ("Only this station"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (!trio_cli_parse ("list", entries, 1, 1, &argc, &argv, &status))
    return status;
  store = trio_cli_open (argv[1], TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  if (station_text != NULL)
    {
      station = trio_cli_find_station (trio_store_get_model (store), station_text, &error);
      if (station == 0)
        return trio_cli_fail_at (argv[1], error);
    }
  list_stations (trio_store_get_model (store), station, as_json);
  return trio_cli_close (g_steal_pointer (&store));
}
