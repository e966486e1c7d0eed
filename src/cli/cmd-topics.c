/* cmd-topics.c: `trio topics` lists what comes up again on several stations, themes and events. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "cli/trio-cli.h"
#include "cli/trio-cli-json.h"
#include "cli/trio-cli-progress.h"
#include "clustering/trio-topics.h"

/* Workshops that were read. */
typedef struct
{
  GPtrArray *paths;
  GPtrArray *snapshots;
} Files;

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* A folder stands for the workshops in it. */
static gboolean
add_paths (GPtrArray *paths, const char *path, GError **error)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_ptr_array_add (paths, g_strdup (path));
      return TRUE;
    }
  folder = g_dir_open (path, 0, error);
  if (folder == NULL)
    return FALSE;
  found = g_ptr_array_new ();
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".trio"))
      g_ptr_array_add (found, g_build_filename (path, name, NULL));
  g_ptr_array_sort (found, compare_paths);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (paths, found->pdata[i]);
  if (found->len > 0)
    return TRUE;
  g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                       _ ("There is no workshop file (.trio) in this folder."));
  return FALSE;
}

/* Reads what can be read: one broken file in a folder of many is told and passed over. Returns
 * whether there is anything to look at. */
static gboolean
read_files (Files *files, char **arguments, int *status)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (char **argument = arguments; *argument != NULL; argument++)
    {
      g_autoptr (GError) error = NULL;

      if (!add_paths (paths, *argument, &error))
        *status = trio_cli_fail_at (*argument, error);
    }
  for (guint i = 0; i < paths->len; i++)
    {
      int own_status = TRIO_EXIT_OK;
      TrioStore *store = trio_cli_open (paths->pdata[i], TRIO_OPEN_READ_ONLY, &own_status);

      if (store != NULL)
        {
          g_ptr_array_add (files->paths, g_strdup (paths->pdata[i]));
          g_ptr_array_add (files->snapshots,
                           trio_model_dup_snapshot (trio_store_get_model (store)));
          own_status = trio_cli_close (store);
        }
      if (own_status != TRIO_EXIT_OK)
        *status = own_status;
    }
  return files->snapshots->len > 0;
}

static const TrioRecord *
note_of (const Files *files, const TrioTopics *topics, guint index)
{
  const TrioTopicSource *source = trio_topics_get_source (topics, index);

  return trio_snapshot_get (files->snapshots->pdata[source->event], source->note);
}

static gint64
station_of (const Files *files, const TrioTopics *topics, guint index)
{
  const TrioTopicSource *source = trio_topics_get_source (topics, index);
  const TrioRecord *station
      = trio_snapshot_get (files->snapshots->pdata[source->event],
                           trio_record_get_ref (note_of (files, topics, index), TRIO_NOTE_STATION));

  return station != NULL ? trio_record_get_int (station, TRIO_STATION_NUMBER) : 0;
}

static void
print_note (const Files *files, const TrioTopics *topics, guint index)
{
  g_autofree char *text
      = trio_text_clean (trio_record_get_text (note_of (files, topics, index), TRIO_NOTE_TEXT), -1,
                         TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
  int number = (int)station_of (files, topics, index);

  if (files->paths->len > 1)
    /* Translators: a file, number of a station, and an input. */
    g_print (_ ("  • %s, station %d: %s\n"),
             (char *)files->paths->pdata[trio_topics_get_source (topics, index)->event], number,
             text);
  else
    /* Translators: number of a station, and an input. */
    g_print (_ ("  • Station %d: %s\n"), number, text);
}

static void
print_topic (const Files *files, const TrioTopics *topics, const TrioTopic *topic)
{
  g_autofree char *inputs
      = g_strdup_printf (ngettext ("%u input", "%u inputs", topic->n_notes), topic->n_notes);
  g_autofree char *stations
      = g_strdup_printf (ngettext ("%u station", "%u stations", topic->n_stations),
                         topic->n_stations);
  g_autofree char *themes
      = g_strdup_printf (ngettext ("%u theme", "%u themes", topic->n_themes), topic->n_themes);
  g_autofree char *events
      = g_strdup_printf (ngettext ("%u workshop", "%u workshops", topic->n_events),
                         topic->n_events);

  if (files->paths->len > 1)
    g_print ("%s: %s, %s, %s, %s\n", topic->name, inputs, stations, themes, events);
  else
    g_print ("%s: %s, %s, %s\n", topic->name, inputs, stations, themes);
  g_print ("  %s\n", topic->reason);
  for (guint i = 0; i < topic->n_notes; i++)
    print_note (files, topics, topic->notes[i]);
}

static void
add_note (JsonBuilder *builder, const Files *files, const TrioTopics *topics, guint index)
{
  const TrioRecord *note = note_of (files, topics, index);
  g_autofree char *id = trio_uuid_to_text (&note->uuid);

  json_builder_begin_object (builder);
  trio_cli_add_string (builder, "file",
                       files->paths->pdata[trio_topics_get_source (topics, index)->event]);
  trio_cli_add_string (builder, "id", id);
  trio_cli_add_int (builder, "station", station_of (files, topics, index));
  trio_cli_add_string (builder, "text", trio_record_get_text (note, TRIO_NOTE_TEXT));
  json_builder_end_object (builder);
}

static void
add_topic (JsonBuilder *builder,
           const Files *files,
           const TrioTopics *topics,
           const TrioTopic *topic)
{
  json_builder_begin_object (builder);
  trio_cli_add_string (builder, "name", topic->name);
  json_builder_set_member_name (builder, "words");
  json_builder_begin_array (builder);
  for (guint i = 0; topic->words[i] != NULL; i++)
    json_builder_add_string_value (builder, topic->words[i]);
  json_builder_end_array (builder);
  trio_cli_add_string (builder, "reason", topic->reason);
  json_builder_set_member_name (builder, "strength");
  json_builder_add_double_value (builder, topic->strength);
  trio_cli_add_int (builder, "stations", topic->n_stations);
  trio_cli_add_int (builder, "themes", topic->n_themes);
  trio_cli_add_int (builder, "workshops", topic->n_events);
  trio_cli_add_string (builder, "central",
                       trio_record_get_text (note_of (files, topics, topic->central),
                                             TRIO_NOTE_TEXT));
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < topic->n_notes; i++)
    add_note (builder, files, topics, topic->notes[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_topics (const Files *files, const TrioTopics *topics, gboolean as_json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < trio_topics_get_length (topics); i++)
    {
      if (as_json)
        add_topic (builder, files, topics, trio_topics_get (topics, i));
      else
        print_topic (files, topics, trio_topics_get (topics, i));
    }
  json_builder_end_array (builder);
  if (as_json)
    trio_cli_print_json (builder);
  else if (trio_topics_get_length (topics) == 0)
    g_print ("%s\n", _ ("Nothing comes up on several stations."));
}

static int
list_topics (Files *files, char **arguments, const char *vectors, gboolean as_json)
{
  g_autoptr (TrioCliProgress) progress = NULL;
  g_autoptr (TrioTopics) topics = NULL;
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;

  if (!read_files (files, arguments, &status))
    return status;
  progress = trio_cli_progress_start (_ ("Looking for what comes up again …"));
  topics = trio_topics_new (files->snapshots, vectors, trio_cli_progress_get_cancellable (progress),
                            &error);
  g_clear_pointer (&progress, trio_cli_progress_stop);
  if (topics == NULL)
    return trio_cli_fail (error);
  print_topics (files, topics, as_json);
  return status;
}

/**
 * trio_cli_topics:
 * @argc: count of @argv
 * @argv: "topics" and its arguments
 *
 * Runs `trio topics`.
 *
 * Returns: exit status
 */
int
trio_cli_topics (int argc, char **argv)
{
  g_autofree char *vectors = NULL;
  gboolean as_json = FALSE;
  int status = TRIO_EXIT_OK;
  Files files;
  GOptionEntry entries[] = {
    { "vectors", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &vectors,
      N_ ("Folder to read the word files from"), "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (!trio_cli_parse ("topics", entries, 1, G_MAXINT, &argc, &argv, &status))
    return status;
  files.paths = g_ptr_array_new_with_free_func (g_free);
  files.snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_snapshot_unref);
  status = list_topics (&files, argv + 1, vectors, as_json);
  g_ptr_array_unref (files.paths);
  g_ptr_array_unref (files.snapshots);
  return status;
}
