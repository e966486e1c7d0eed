/* cmd-set.c: `trio set` changes the description of the workshop. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/trio-cli.h"

static char *
dup_settable_names (void)
{
  const TrioKindInfo *info = trio_kind_get_info (TRIO_KIND_WORKSHOP);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & TRIO_FIELD_SETTABLE)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", info->fields[i].name);
  return g_string_free (names, FALSE);
}

/* Reads one KEY=VALUE into the edit; FALSE with an exit status when it is wrong. */
static gboolean
set_one (TrioEdit *edit, TrioId workshop, const char *assignment, int *status)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *key
      = equals != NULL ? g_strndup (assignment, equals - assignment) : g_strdup (assignment);
  guint field = trio_kind_find_settable (TRIO_KIND_WORKSHOP, key);
  g_auto (TrioValue) value = TRIO_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (equals == NULL || field == TRIO_NO_FIELD)
    {
      g_autofree char *names = dup_settable_names ();

      *status = trio_cli_usage (_ ("“%s” is not KEY=VALUE with one of the keys %s."), assignment,
                                names);
      return FALSE;
    }
  if (!trio_field_parse (TRIO_KIND_WORKSHOP, field, equals + 1, &value, &error))
    {
      *status = trio_cli_fail (error);
      return FALSE;
    }
  trio_edit_set_value (edit, workshop, field, &value);
  return TRUE;
}

static gboolean
set_all (TrioModel *model, char **assignments, int *status)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-workshop");
  g_autoptr (GError) error = NULL;
  TrioId workshop = trio_model_get_workshop_record (model)->id;

  for (char **assignment = assignments; *assignment != NULL; assignment++)
    if (!set_one (edit, workshop, *assignment, status))
      return FALSE;
  if (trio_edit_commit (edit, &error))
    return TRUE;
  *status = trio_cli_fail (error);
  return FALSE;
}

/**
 * trio_cli_set:
 * @argc: count of @argv
 * @argv: "set" and its arguments
 *
 * Runs `trio set`.
 *
 * Returns: exit status
 */
int
trio_cli_set (int argc, char **argv)
{
  g_autoptr (TrioStore) store = NULL;
  int status = TRIO_EXIT_OK;

  if (!trio_cli_parse ("set", NULL, 2, G_MAXINT, &argc, &argv, &status))
    return status;
  store = trio_cli_open (argv[1], TRIO_OPEN_DEFAULT, &status);
  if (store == NULL || !set_all (trio_store_get_model (store), argv + 2, &status))
    return status;
  return trio_cli_close (g_steal_pointer (&store));
}
