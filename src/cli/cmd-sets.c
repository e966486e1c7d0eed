/* cmd-sets.c: `trio sets` lists the theme sets. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli.h"
#include "exchange/trio-theme-set.h"

static void
print_set (const TrioThemeSet *set)
{
  g_print ("%s (%s): %s\n", set->id, set->lang, set->title);
  for (guint i = 0; i < set->themes->len; i++)
    {
      const TrioSetTheme *theme = g_ptr_array_index (set->themes, i);

      g_print ("  %u. %s\n", i + 1, theme->title);
    }
}

static void
add_set (JsonBuilder *builder, const TrioThemeSet *set)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, set->id);
  json_builder_set_member_name (builder, "lang");
  json_builder_add_string_value (builder, set->lang);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, set->title);
  json_builder_set_member_name (builder, "description");
  json_builder_add_string_value (builder, set->description);
  json_builder_set_member_name (builder, "file");
  if (set->path != NULL)
    json_builder_add_string_value (builder, set->path);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "themes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < set->themes->len; i++)
    json_builder_add_string_value (builder,
                                   ((TrioSetTheme *)g_ptr_array_index (set->themes, i))->title);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_all (GPtrArray *sets, gboolean as_json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sets->len; i++)
    if (as_json)
      add_set (builder, g_ptr_array_index (sets, i));
    else
      print_set (g_ptr_array_index (sets, i));
  json_builder_end_array (builder);
  if (as_json)
    trio_cli_print_json (builder);
}

/* `trio sets --save`: the themes of a workshop as a set. */
static int
save_set (const char *from, const char *title, const char *output)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioThemeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;

  store = trio_cli_open (from, TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  snapshot = trio_model_dup_snapshot (trio_store_get_model (store));
  set = trio_theme_set_from_snapshot (snapshot, title, &error);
  if (set == NULL)
    return trio_cli_fail_at (from, error);
  if (!trio_theme_set_save (set, output, &error))
    return trio_cli_fail (error);
  g_print ("%s\n", output);
  return trio_cli_close (g_steal_pointer (&store));
}

/**
 * trio_cli_sets:
 * @argc: count of @argv
 * @argv: "sets" and its arguments
 *
 * Runs `trio sets`.
 *
 * Returns: exit status; %TRIO_EXIT_FAILED when a set that was found cannot be used
 */
int
trio_cli_sets (int argc, char **argv)
{
  gboolean as_json = FALSE;
  g_autofree char *save_from = NULL;
  g_autofree char *output = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) sets = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { "save-from", 0, 0, G_OPTION_ARG_FILENAME, &save_from,
      N_ ("Save the themes of this workshop as a set"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to save the set"),
      N_ ("OUTPUT.xml") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("Title of the saved set"), N_ ("TITLE") },
    { NULL },
  };

  if (!trio_cli_parse ("sets", entries, 0, 0, &argc, &argv, &status))
    return status;
  if (save_from != NULL)
    {
      if (output == NULL)
        return trio_cli_usage (_ ("Say where to save the set: -o OUTPUT.xml."));
      return save_set (save_from, title, output);
    }
  sets = trio_theme_set_list (problems);
  print_all (sets, as_json);
  for (guint i = 0; i < problems->len; i++)
    trio_cli_warn (g_ptr_array_index (problems, i));
  return problems->len > 0 ? TRIO_EXIT_FAILED : TRIO_EXIT_OK;
}
