/* cmd-log.c: `trio log` lists the steps that were done. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli.h"

#define DEFAULT_MAX 50

static void
print_step (const TrioStepInfo *step)
{
  g_autofree char *label = trio_action_dup_label (step->action, step->subject, step->count);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (step->time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *when
      = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : g_strdup ("–");

  g_print ("%6" G_GINT64_FORMAT "  %s  %s%s\n", step->id, when, label,
           step->undone ? _ (" (undone)") : "");
}

static void
add_step (JsonBuilder *builder, const TrioStepInfo *step)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (step->time / G_USEC_PER_SEC);
  g_autofree char *when = utc != NULL ? g_date_time_format_iso8601 (utc) : g_strdup ("");

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "step");
  json_builder_add_int_value (builder, step->id);
  json_builder_set_member_name (builder, "time");
  json_builder_add_string_value (builder, when);
  json_builder_set_member_name (builder, "action");
  json_builder_add_string_value (builder, step->action);
  json_builder_set_member_name (builder, "subject");
  json_builder_add_string_value (builder, step->subject);
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, step->count);
  json_builder_set_member_name (builder, "undone");
  json_builder_add_boolean_value (builder, step->undone);
  json_builder_end_object (builder);
}

static void
print_steps (GPtrArray *steps, gboolean as_json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    if (as_json)
      add_step (builder, g_ptr_array_index (steps, i));
    else
      print_step (g_ptr_array_index (steps, i));
  json_builder_end_array (builder);
  if (as_json)
    trio_cli_print_json (builder);
}

/**
 * trio_cli_log:
 * @argc: count of @argv
 * @argv: "log" and its arguments
 *
 * Runs `trio log`. The newest step comes first.
 *
 * Returns: exit status
 */
int
trio_cli_log (int argc, char **argv)
{
  gboolean as_json = FALSE;
  int max = DEFAULT_MAX;
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "max", 'n', 0, G_OPTION_ARG_INT, &max, N_ ("At most so many steps (50 unless told)"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (!trio_cli_parse ("log", entries, 1, 1, &argc, &argv, &status))
    return status;
  if (max < 1)
    return trio_cli_usage (_ ("The number of steps must be at least 1."));
  store = trio_cli_open (argv[1], TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  steps = trio_store_list_steps (store, max, &error);
  if (steps == NULL)
    return trio_cli_fail_at (argv[1], error);
  print_steps (steps, as_json);
  return trio_cli_close (g_steal_pointer (&store));
}
