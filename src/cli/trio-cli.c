/* trio-cli.c: what the commands share. */
#include "config.h"

#include "cli/trio-cli.h"

#include <glib/gi18n.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/trio-error.h"

/* Limits what is read from a pipe; the importer has limits of its own. */
#define MAX_INPUT_BYTES (64 * 1024 * 1024)

/**
 * trio_cli_usage:
 * @format: translated message
 * @...: its arguments
 *
 * Says on standard error how the command was used wrongly.
 *
 * Returns: %TRIO_EXIT_USAGE
 */
int
trio_cli_usage (const char *format, ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("trio: %s\n", message);
  return TRIO_EXIT_USAGE;
}

static char *
dup_line (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("Cancelled. Nothing was changed."));
  return g_strdelimit (g_strdup (error->message), "\n", ' ');
}

/**
 * trio_cli_fail:
 * @error: what went wrong
 *
 * Says it on standard error, on one line.
 *
 * Returns: %TRIO_EXIT_FAILED
 */
int
trio_cli_fail (const GError *error)
{
  g_autofree char *line = dup_line (error);

  g_printerr ("trio: %s\n", line);
  return TRIO_EXIT_FAILED;
}

/**
 * trio_cli_fail_at:
 * @path: the file it is about
 * @error: what went wrong
 *
 * Says it on standard error, on one line that begins with the file.
 *
 * Returns: %TRIO_EXIT_FAILED
 */
int
trio_cli_fail_at (const char *path, const GError *error)
{
  g_autofree char *line = dup_line (error);

  g_printerr ("trio: %s: %s\n", path, line);
  return TRIO_EXIT_FAILED;
}

/**
 * trio_cli_warn:
 * @message: a translated sentence
 *
 * Says on standard error what the user should know although the command goes on.
 */
void
trio_cli_warn (const char *message)
{
  g_printerr ("trio: %s\n", message);
}

/**
 * trio_cli_parse:
 * @command: name of the command
 * @entries: its options
 * @min_args: least number of arguments besides options
 * @max_args: greatest number
 * @argc: (inout): count of @argv
 * @argv: (inout): arguments; options are taken out, @argv[0] stays
 * @status: (out): exit status when the command must not go on
 *
 * Parses options and prints help.
 *
 * Returns: whether to go on
 */
gboolean
trio_cli_parse (const char *command,
                const GOptionEntry *entries,
                guint min_args,
                guint max_args,
                int *argc,
                char ***argv,
                int *status)
{
  const TrioCliCommand *info = trio_cli_find_command (command);
  g_autoptr (GOptionContext) context = g_option_context_new (info->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *full_name = g_strdup_printf ("trio %s", command);

  g_set_prgname (full_name);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (info->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = trio_cli_usage ("%s", error->message);
      return FALSE;
    }
  /* Everything after a lone "--" is an argument, even if it looks like an option. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      memmove (&(*argv)[1], &(*argv)[2], (*argc - 1) * sizeof (char *));
      (*argc)--;
    }
  if ((guint)*argc - 1 < min_args || (guint)*argc - 1 > max_args)
    {
      *status = trio_cli_usage (_ ("Usage: trio %s %s. “trio %s --help” tells more."), command,
                                info->arguments, command);
      return FALSE;
    }
  return TRUE;
}

/**
 * trio_cli_open:
 * @path: a workshop file
 * @flags: how to open it
 * @status: (out): exit status when it cannot be opened
 *
 * Opens a file, or says why not and where backups are.
 *
 * Returns: (transfer full) (nullable): the store
 */
TrioStore *
trio_cli_open (const char *path, TrioOpenFlags flags, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  TrioStore *store = trio_store_open (path, flags, NULL, &error);

  if (store != NULL)
    return store;
  *status = trio_cli_fail_at (path, error);
  if (!g_error_matches (error, TRIO_ERROR, TRIO_ERROR_DAMAGED))
    return NULL;
  backups = trio_store_list_backups (path, NULL);
  if (backups != NULL && backups->len > 0)
    {
      const TrioBackup *newest = g_ptr_array_index (backups, 0);

      g_printerr (_ ("The newest backup is %s. Copy it to a new name and open that.\n"),
                  newest->path);
    }
  return NULL;
}

/**
 * trio_cli_close:
 * @store: (transfer full): a store
 *
 * Waits until everything is on disk and closes the file.
 *
 * Returns: exit status
 */
int
trio_cli_close (TrioStore *store)
{
  g_autoptr (TrioStore) owned = store;
  g_autoptr (GError) error = NULL;

  if (!trio_store_close (owned, &error))
    return trio_cli_fail_at (trio_store_get_path (owned), error);
  return TRIO_EXIT_OK;
}

/**
 * trio_cli_read_input:
 * @path: a file, or "-" for standard input
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
trio_cli_read_input (const char *path, GError **error)
{
  g_autoptr (GByteArray) all = NULL;
  guint8 buffer[65536];
  size_t n;

  if (strcmp (path, "-") != 0)
    {
      char *contents = NULL;
      gsize length = 0;

      if (!g_file_get_contents (path, &contents, &length, error))
        return NULL;
      return g_bytes_new_take (contents, length);
    }
  all = g_byte_array_new ();
  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && all->len <= MAX_INPUT_BYTES)
    g_byte_array_append (all, buffer, n);
  if (ferror (stdin) || all->len > MAX_INPUT_BYTES)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_TOO_LARGE,
                           _ ("Standard input cannot be read or is too large."));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * trio_cli_find_station:
 * @model: a model
 * @text: (nullable): number of a station as the user typed it
 * @error: return location for an error
 *
 * Returns: the station; 0 with an error that lists the stations there are
 */
TrioId
trio_cli_find_station (TrioModel *model, const char *text, GError **error)
{
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint64 number = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, 999, &number, NULL))
    number = 0;
  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);
      gint64 this_number = trio_object_get_int (station, TRIO_STATION_NUMBER);

      if (number != 0 && this_number == (gint64)number)
        return trio_object_get_id (station);
      g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", this_number);
    }
  if (numbers->len == 0)
    g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                         _ ("The workshop has no stations yet."));
  else
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                 _ ("There is no station “%s”. The workshop has the stations %s."),
                 text != NULL ? text : "", numbers->str);
  return 0;
}

/**
 * trio_cli_dup_station_title:
 * @model: a model
 * @station: a station
 *
 * Returns: (transfer full): the title of its theme
 */
char *
trio_cli_dup_station_title (TrioModel *model, const TrioRecord *station)
{
  const TrioRecord *theme
      = trio_model_get_record (model, trio_record_get_ref (station, TRIO_STATION_THEME));

  return g_strdup (trio_record_get_text (theme, TRIO_THEME_TITLE));
}

/**
 * trio_cli_print_json:
 * @builder: (transfer none): a finished value
 *
 * Prints it on standard output, indented, with a line break at the end.
 */
void
trio_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}

static void
add_value (JsonBuilder *builder, TrioModel *model, const TrioField *field, const TrioValue *value)
{
  if (value->type == TRIO_VALUE_NULL)
    json_builder_add_null_value (builder);
  else if (value->type == TRIO_VALUE_TEXT)
    json_builder_add_string_value (builder, value->text);
  else if (value->type == TRIO_VALUE_REAL)
    json_builder_add_double_value (builder, value->real);
  else if (field->type == TRIO_FIELD_ENUM)
    json_builder_add_string_value (builder, field->names[value->integer]);
  else if (field->type == TRIO_FIELD_BOOL)
    json_builder_add_boolean_value (builder, value->integer != 0);
  else if (field->type == TRIO_FIELD_TIME)
    {
      g_autoptr (GDateTime) moment
          = g_date_time_new_from_unix_utc (value->integer / G_USEC_PER_SEC);
      g_autofree char *text = moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("");

      json_builder_add_string_value (builder, text);
    }
  else if (field->type == TRIO_FIELD_REF)
    {
      const TrioRecord *target = trio_model_get_record (model, value->integer);
      g_autofree char *uuid = target != NULL ? trio_uuid_to_text (&target->uuid) : g_strdup ("");

      json_builder_add_string_value (builder, uuid);
    }
  else
    json_builder_add_int_value (builder, value->integer);
}

/**
 * trio_cli_json_object:
 * @builder: where to write
 * @model: the model, for references
 * @record: an object
 *
 * Writes an object with its identity and all its fields by name; references are identities,
 * choices are names, moments are ISO 8601. Order keys stay out: order is the order of the list.
 */
void
trio_cli_json_object (JsonBuilder *builder, TrioModel *model, const TrioRecord *record)
{
  const TrioKindInfo *info = trio_kind_get_info (record->kind);
  g_autofree char *uuid = trio_uuid_to_text (&record->uuid);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, uuid);
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type == TRIO_FIELD_RANK)
        continue;
      json_builder_set_member_name (builder, info->fields[i].name);
      add_value (builder, model, &info->fields[i], trio_record_get (record, i));
    }
  json_builder_end_object (builder);
}
