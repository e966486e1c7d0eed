/* cmd-new.c: `trio new` makes a workshop file, empty or from a theme set. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/trio-error.h"
#include "cli/trio-cli.h"
#include "exchange/trio-theme-set.h"

static gboolean
fill (TrioModel *model,
      const TrioThemeSet *set,
      const char *title,
      TrioLanguage language,
      GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "apply-theme-set");
  TrioId workshop = trio_model_get_workshop_record (model)->id;

  if (set != NULL)
    {
      trio_edit_set_subject (edit, set->title);
      if (!trio_theme_set_apply (set, edit))
        return trio_edit_commit (edit, error);
    }
  trio_edit_set_int (edit, workshop, TRIO_WORKSHOP_LANGUAGE, language);
  if (title != NULL)
    trio_edit_set_text (edit, workshop, TRIO_WORKSHOP_TITLE, title);
  return trio_edit_commit (edit, error);
}

static int
make_file (const char *path, const TrioThemeSet *set, const char *title, TrioLanguage language)
{
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_create (path, language, &error);

  if (store == NULL)
    return trio_cli_fail_at (path, error);
  if (fill (trio_store_get_model (store), set, title, language, &error))
    return trio_cli_close (store);

  /* A half-made file would only be in the way. */
  trio_store_close (store, NULL);
  g_object_unref (store);
  g_unlink (path);
  return trio_cli_fail_at (path, error);
}

/**
 * trio_cli_new:
 * @argc: count of @argv
 * @argv: "new" and its arguments
 *
 * Runs `trio new`.
 *
 * Returns: exit status
 */
int
trio_cli_new (int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *language_name = NULL;
  g_autofree char *title = NULL;
  g_autoptr (TrioThemeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  TrioLanguage language = TRIO_LANGUAGE_DA;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Take the themes from this set (id or file)"),
      N_ ("SET") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language_name, N_ ("Language of the workshop: da or en"),
      "da|en" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("Title of the workshop"), N_ ("TITLE") },
    { NULL },
  };

  if (!trio_cli_parse ("new", entries, 1, 1, &argc, &argv, &status))
    return status;
  if (language_name != NULL && !g_str_equal (language_name, "da")
      && !g_str_equal (language_name, "en"))
    return trio_cli_usage (_ ("The language must be da or en, not “%s”."), language_name);
  if (from != NULL)
    {
      set = trio_theme_set_load (from, &error);
      if (set == NULL)
        return trio_cli_fail (error);
      language = trio_theme_set_get_language (set);
    }
  if (language_name != NULL)
    language = g_str_equal (language_name, "en") ? TRIO_LANGUAGE_EN : TRIO_LANGUAGE_DA;
  return make_file (argv[1], set, title, language);
}
