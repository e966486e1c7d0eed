/* cmd-info.c: `trio info` says what a workshop file holds. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli.h"
#include "cli/trio-cli-language.h"
#include "document/trio-coverage.h"

static guint
count (TrioModel *model, TrioKind kind)
{
  return g_list_model_get_n_items (trio_model_get_list (model, kind));
}

static guint
count_in_state (TrioModel *model, TrioNoteState state)
{
  GListModel *notes = trio_model_get_list (model, TRIO_KIND_NOTE);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, i);

      n += trio_object_get_int (note, TRIO_NOTE_STATE) == state;
    }
  return n;
}

static void
print_fields (const TrioRecord *workshop)
{
  const TrioKindInfo *info = trio_kind_get_info (TRIO_KIND_WORKSHOP);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *text = NULL;

      if ((info->fields[i].flags & TRIO_FIELD_SETTABLE) == 0)
        continue;
      text = trio_field_format (TRIO_KIND_WORKSHOP, i, trio_record_get (workshop, i));
      if (*text == '\0')
        continue;
      label = trio_field_dup_label (TRIO_KIND_WORKSHOP, i);
      g_print ("%s: %s\n", label, text);
    }
}

static void
print_stations (TrioModel *model)
{
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);

  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);
      g_autofree char *title = trio_cli_dup_station_title (model, trio_object_get_record (station));
      guint n = g_list_model_get_n_items (trio_model_get_children (
          model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, trio_object_get_id (station)));

      /* Translators: number and title of a station, then how many inputs it has. */
      g_print (ngettext ("Station %d: %s, %u input\n", "Station %d: %s, %u inputs\n", n),
               (int)trio_object_get_int (station, TRIO_STATION_NUMBER), title, n);
    }
}

static void
print_coverage (TrioSnapshot *snapshot)
{
  GPtrArray *themes = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME);

  for (guint i = 0; i < themes->len; i++)
    {
      TrioId theme = ((const TrioRecord *)themes->pdata[i])->id;
      g_autoptr (GPtrArray) notes = trio_coverage_list_notes (snapshot, theme);
      g_autoptr (GPtrArray) uncovered = trio_coverage_list_uncovered (snapshot, theme);

      if (notes->len > 0)
        /* Translators: number of a theme, inputs that its summary rests on, and all its inputs. */
        g_print (_ ("Theme %u: the summary rests on %u of %u inputs\n"), i + 1,
                 notes->len - uncovered->len, notes->len);
    }
}

static void
print_info (TrioModel *model, const char *vectors)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  guint n_notes = count (model, TRIO_KIND_NOTE);
  guint n_withheld = count_in_state (model, TRIO_NOTE_STATE_WITHHELD);
  guint n_practice = count_in_state (model, TRIO_NOTE_STATE_PRACTICE);

  print_fields (trio_model_get_workshop_record (model));
  print_stations (model);
  g_print (ngettext ("%u input in all\n", "%u inputs in all\n", n_notes), n_notes);
  if (n_withheld > 0)
    g_print (ngettext ("%u of them is withheld\n", "%u of them are withheld\n", n_withheld),
             n_withheld);
  if (n_practice > 0)
    g_print (ngettext ("%u of them is practice\n", "%u of them are practice\n", n_practice),
             n_practice);
  g_print (ngettext ("%u cluster\n", "%u clusters\n", count (model, TRIO_KIND_CLUSTER)),
           count (model, TRIO_KIND_CLUSTER));
  g_print (ngettext ("%u summary\n", "%u summaries\n", count (model, TRIO_KIND_SUMMARY)),
           count (model, TRIO_KIND_SUMMARY));
  print_coverage (snapshot);
  trio_cli_print_language (snapshot, vectors);
}

static void
add_coverage (JsonBuilder *builder, TrioSnapshot *snapshot)
{
  GPtrArray *themes = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME);

  json_builder_set_member_name (builder, "coverage");
  json_builder_begin_array (builder);
  for (guint i = 0; i < themes->len; i++)
    {
      const TrioRecord *theme = themes->pdata[i];
      g_autoptr (GPtrArray) notes = trio_coverage_list_notes (snapshot, theme->id);
      g_autoptr (GPtrArray) uncovered = trio_coverage_list_uncovered (snapshot, theme->id);
      g_autofree char *id = trio_uuid_to_text (&theme->uuid);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "theme");
      json_builder_add_string_value (builder, id);
      json_builder_set_member_name (builder, "notes");
      json_builder_add_int_value (builder, notes->len);
      json_builder_set_member_name (builder, "covered");
      json_builder_add_int_value (builder, notes->len - uncovered->len);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_kind (JsonBuilder *builder, TrioModel *model, const char *member, TrioKind kind)
{
  GListModel *list = trio_model_get_list (model, kind);

  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TrioObject) object = g_list_model_get_item (list, i);

      trio_cli_json_object (builder, model, trio_object_get_record (object));
    }
  json_builder_end_array (builder);
}

static void
print_json (TrioModel *model, const char *vectors)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  static const struct
  {
    const char *member;
    TrioKind kind;
  } counted[] = {
    { "notes", TRIO_KIND_NOTE },
    { "clusters", TRIO_KIND_CLUSTER },
    { "summaries", TRIO_KIND_SUMMARY },
    { "documents", TRIO_KIND_DOCUMENT },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "workshop");
  trio_cli_json_object (builder, model, trio_model_get_workshop_record (model));
  add_kind (builder, model, "themes", TRIO_KIND_THEME);
  add_kind (builder, model, "stations", TRIO_KIND_STATION);
  add_kind (builder, model, "rounds", TRIO_KIND_ROUND);
  add_kind (builder, model, "teams", TRIO_KIND_TEAM);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      json_builder_set_member_name (builder, counted[i].member);
      json_builder_add_int_value (builder, count (model, counted[i].kind));
    }
  json_builder_set_member_name (builder, "withheld");
  json_builder_add_int_value (builder, count_in_state (model, TRIO_NOTE_STATE_WITHHELD));
  json_builder_set_member_name (builder, "practice");
  json_builder_add_int_value (builder, count_in_state (model, TRIO_NOTE_STATE_PRACTICE));
  json_builder_end_object (builder);
  add_coverage (builder, snapshot);
  trio_cli_add_language (builder, snapshot, vectors);
  json_builder_end_object (builder);
  trio_cli_print_json (builder);
}

/**
 * trio_cli_info:
 * @argc: count of @argv
 * @argv: "info" and its arguments
 *
 * Runs `trio info`.
 *
 * Returns: exit status
 */
int
trio_cli_info (int argc, char **argv)
{
  gboolean as_json = FALSE;
  g_autofree char *vectors = NULL;
  g_autoptr (TrioStore) store = NULL;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "vectors", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &vectors,
      N_ ("Folder to read the word files from"), "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (!trio_cli_parse ("info", entries, 1, 1, &argc, &argv, &status))
    return status;
  store = trio_cli_open (argv[1], TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  if (as_json)
    print_json (trio_store_get_model (store), vectors);
  else
    print_info (trio_store_get_model (store), vectors);
  return trio_cli_close (g_steal_pointer (&store));
}
