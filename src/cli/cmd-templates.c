/* cmd-templates.c: `trio templates` lists and checks the document templates. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-xml.h"
#include "cli/trio-cli.h"
#include "document/trio-template-library.h"

static const char *
name_place (TrioTemplatePlace place)
{
  switch (place)
    {
    case TRIO_TEMPLATE_PROJECT:
      return "project";
    case TRIO_TEMPLATE_USER:
      return "user";
    case TRIO_TEMPLATE_SYSTEM:
      return "system";
    case TRIO_TEMPLATE_BUILT_IN:
      break;
    }
  return "built-in";
}

static void
print_findings (const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = trio_xml_finding_to_string (g_ptr_array_index (findings, i));

      trio_cli_warn (line);
    }
}

static void
add_entry (JsonBuilder *builder, const TrioTemplateEntry *entry)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, entry->id);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder,
                                 entry->tmpl != NULL ? trio_template_get_kind (entry->tmpl) : "");
  json_builder_set_member_name (builder, "lang");
  json_builder_add_string_value (builder,
                                 entry->tmpl != NULL ? trio_template_get_lang (entry->tmpl) : "");
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder,
                                 entry->tmpl != NULL ? trio_template_get_name (entry->tmpl) : "");
  json_builder_set_member_name (builder, "place");
  json_builder_add_string_value (builder, name_place (entry->place));
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, entry->file);
  json_builder_set_member_name (builder, "usable");
  json_builder_add_boolean_value (builder, entry->tmpl != NULL);
  json_builder_end_object (builder);
}

static int
list_templates (gboolean as_json)
{
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new ();
  const GPtrArray *entries = trio_template_library_get_entries (library);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int status = TRIO_EXIT_OK;

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const TrioTemplateEntry *entry = g_ptr_array_index (entries, i);

      if (as_json)
        add_entry (builder, entry);
      else if (entry->tmpl != NULL && !entry->is_hidden)
        g_print ("%s (%s, %s): %s\n", entry->id, trio_template_get_kind (entry->tmpl),
                 trio_template_get_lang (entry->tmpl), trio_template_get_name (entry->tmpl));
      if (entry->tmpl == NULL)
        {
          print_findings (entry->findings);
          status = TRIO_EXIT_FAILED;
        }
    }
  json_builder_end_array (builder);
  if (as_json)
    trio_cli_print_json (builder);
  return status;
}

static TrioTemplate *
read_template (const char *path, GPtrArray *findings, GError **error)
{
  g_autoptr (GBytes) bytes = trio_cli_read_input (path, error);
  g_autofree char *folder = g_path_get_dirname (path);

  return bytes != NULL ? trio_template_read (bytes, path, folder, findings) : NULL;
}

/* `trio templates check FILE` */
static int
check_template (const char *path)
{
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioTemplate) tmpl = read_template (path, findings, &error);
  g_autoptr (TrioTemplate) base = NULL;

  if (error != NULL)
    return trio_cli_fail (error);
  if (tmpl != NULL && trio_template_get_base_id (tmpl) != NULL)
    {
      base = trio_template_library_find_base (library, tmpl);
      if (base == NULL)
        {
          g_set_error (&error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                       _ ("The template “%s”, which this one extends, is not there or cannot be "
                          "used."),
                       trio_template_get_base_id (tmpl));
          return trio_cli_fail_at (path, error);
        }
      trio_template_extend (tmpl, base, findings);
    }
  if (tmpl != NULL)
    trio_template_check (tmpl, findings);
  print_findings (findings);
  if (findings->len > 0)
    return TRIO_EXIT_FAILED;
  g_print (_ ("%s: no findings\n"), path);
  return TRIO_EXIT_OK;
}

/**
 * trio_cli_templates:
 * @argc: count of @argv
 * @argv: "templates" and its arguments
 *
 * Runs `trio templates` and `trio templates check FILE`.
 *
 * Returns: exit status; %TRIO_EXIT_FAILED when a template has findings
 */
int
trio_cli_templates (int argc, char **argv)
{
  gboolean as_json = FALSE;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (!trio_cli_parse ("templates", entries, 0, 2, &argc, &argv, &status))
    return status;
  if (argc == 1)
    return list_templates (as_json);
  if (argc != 3 || strcmp (argv[1], "check") != 0)
    return trio_cli_usage (_ ("Usage: “trio templates” or “trio templates check FILE”."));
  return check_template (argv[2]);
}
