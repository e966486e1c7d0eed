/* cmd-add.c: `trio add` adds inputs and prints their ids once they are durable. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/trio-error.h"
#include "cli/trio-cli.h"

/* Adds one text, waits for the disk, prints the id. */
static gboolean
add_text (TrioStore *store, TrioId station, const char *text, TrioRole role, GError **error)
{
  TrioModel *model = trio_store_get_model (store);
  TrioNoteDraft draft = { .text = text, .role = role };
  TrioId note = 0;
  g_autofree char *uuid = NULL;

  if (!trio_command_add_notes (model, station, &draft, 1, &note, error)
      || !trio_store_flush (store, error))
    return FALSE;
  uuid = trio_uuid_to_text (&trio_model_get_record (model, note)->uuid);
  printf ("%s\n", uuid);
  fflush (stdout);
  return TRUE;
}

static gboolean
add_lines_of_stdin (TrioStore *store, TrioId station, TrioRole role, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  int c;

  do
    {
      c = getchar ();
      if (c != '\n' && c != EOF)
        {
          g_string_append_c (line, c);
          continue;
        }
      g_strchomp (line->str);
      if (*line->str != '\0')
        {
          if (!g_utf8_validate (line->str, -1, NULL))
            {
              g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_PARSE,
                                   _ ("Standard input is not valid UTF-8."));
              return FALSE;
            }
          if (!add_text (store, station, line->str, role, error))
            return FALSE;
        }
      g_string_truncate (line, 0);
    }
  while (c != EOF);
  return TRUE;
}

static gboolean
add_all (TrioStore *store, const char *station_text, TrioRole role, char **texts, GError **error)
{
  TrioId station = trio_cli_find_station (trio_store_get_model (store), station_text, error);

  if (station == 0)
    return FALSE;
  for (char **text = texts; *text != NULL; text++)
    {
      gboolean added;

      if (strcmp (*text, "-") == 0)
        added = add_lines_of_stdin (store, station, role, error);
      else
        added = add_text (store, station, *text, role, error);
      if (!added)
        return FALSE;
    }
  return TRUE;
}

/**
 * trio_cli_add:
 * @argc: count of @argv
 * @argv: "add" and its arguments
 *
 * Runs `trio add`. A text "-" adds one input per line of standard input.
 *
 * Returns: exit status
 */
int
trio_cli_add (int argc, char **argv)
{
  g_autofree char *station = NULL;
  g_autofree char *role_name = NULL;
  g_auto (TrioValue) role = TRIO_VALUE_INIT;
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "station", 's', 0, G_OPTION_ARG_STRING, &station, N_ ("Number of the station"), "N" },
    { "role", 0, 0, G_OPTION_ARG_STRING, &role_name, N_ ("Who wrote it"), "leader|amr|tr|other" },
    { NULL },
  };

  if (!trio_cli_parse ("add", entries, 2, G_MAXINT, &argc, &argv, &status))
    return status;
  if (station == NULL)
    return trio_cli_usage (_ ("Say which station the input belongs to: --station N."));
  if (!trio_field_parse (TRIO_KIND_NOTE, TRIO_NOTE_ROLE, role_name != NULL ? role_name : "none",
                         &role, &error))
    return trio_cli_usage ("%s", error->message);
  store = trio_cli_open (argv[1], TRIO_OPEN_DEFAULT, &status);
  if (store == NULL)
    return status;
  if (!add_all (store, station, role.integer, argv + 2, &error))
    return trio_cli_fail_at (argv[1], error);
  return trio_cli_close (g_steal_pointer (&store));
}
