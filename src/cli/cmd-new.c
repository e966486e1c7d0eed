/* cmd-new.c: `trio new` makes a workshop file: empty, from a theme set, from dialogue material,
 * or going on from an earlier event. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/trio-error.h"
#include "cli/trio-cli.h"
#include "exchange/trio-dialogue.h"
#include "exchange/trio-inherit.h"
#include "exchange/trio-theme-set.h"

/* The earlier event to go on from. */
typedef struct
{
  TrioSnapshot *snapshot;
  gboolean with_notes;
} Earlier;

static gboolean
fill (TrioModel *model,
      const TrioThemeSet *set,
      const Earlier *earlier,
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
  if (earlier->snapshot != NULL
      && !trio_inherit_apply (earlier->snapshot, edit, earlier->with_notes))
    return trio_edit_commit (edit, error);
  trio_edit_set_int (edit, workshop, TRIO_WORKSHOP_LANGUAGE, language);
  if (title != NULL)
    trio_edit_set_text (edit, workshop, TRIO_WORKSHOP_TITLE, title);
  return trio_edit_commit (edit, error);
}

static int
make_file (const char *path,
           const TrioThemeSet *set,
           const Earlier *earlier,
           const char *title,
           TrioLanguage language)
{
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_create (path, language, &error);

  if (store == NULL)
    return trio_cli_fail_at (path, error);
  if (fill (trio_store_get_model (store), set, earlier, title, language, &error))
    return trio_cli_close (store);

  /* A half-made file would only be in the way. */
  trio_store_close (store, NULL);
  g_object_unref (store);
  g_unlink (path);
  return trio_cli_fail_at (path, error);
}

static TrioSnapshot *
read_earlier (const char *path, int *status)
{
  TrioStore *store = trio_cli_open (path, TRIO_OPEN_READ_ONLY, status);
  TrioSnapshot *snapshot;

  if (store == NULL)
    return NULL;
  snapshot = trio_model_dup_snapshot (trio_store_get_model (store));
  *status = trio_cli_close (store);
  return snapshot;
}

static TrioThemeSet *
read_dialogue (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = trio_cli_read_input (path, error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  return trio_dialogue_parse (text != NULL ? text : "", (gssize)length, error);
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
  g_autofree char *after = NULL;
  g_autofree char *dialogue = NULL;
  g_autoptr (TrioSnapshot) snapshot = NULL;
  Earlier earlier = { NULL, FALSE };
  g_autoptr (TrioThemeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  TrioLanguage language = TRIO_LANGUAGE_DA;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Take the themes from this set (id or file)"),
      N_ ("SET") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language_name, N_ ("Language of the workshop: da or en"),
      "da|en" },
    { "dialogue", 0, 0, G_OPTION_ARG_FILENAME, &dialogue,
      N_ ("Take the themes from dialogue material, a text file"), N_ ("TEXT") },
    { "after", 0, 0, G_OPTION_ARG_FILENAME, &after,
      N_ ("Go on from an earlier event: its themes, linked to it"), N_ ("FILE") },
    { "with-inputs", 0, 0, G_OPTION_ARG_NONE, &earlier.with_notes,
      N_ ("With --after: copy its inputs as well"), NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("Title of the workshop"), N_ ("TITLE") },
    { NULL },
  };

  if (!trio_cli_parse ("new", entries, 1, 1, &argc, &argv, &status))
    return status;
  if (language_name != NULL && !g_str_equal (language_name, "da")
      && !g_str_equal (language_name, "en"))
    return trio_cli_usage (_ ("The language must be da or en, not “%s”."), language_name);
  if ((from != NULL) + (dialogue != NULL) + (after != NULL) > 1)
    return trio_cli_usage (_ ("Choose one of --from, --dialogue and --after."));
  if (after != NULL)
    {
      snapshot = read_earlier (after, &status);
      if (snapshot == NULL)
        return status;
      earlier.snapshot = snapshot;
      language = (TrioLanguage)trio_record_get_int (trio_snapshot_get_workshop (snapshot),
                                                    TRIO_WORKSHOP_LANGUAGE);
    }
  if (dialogue != NULL)
    {
      set = read_dialogue (dialogue, &error);
      if (set == NULL)
        return trio_cli_fail_at (dialogue, error);
      language = trio_theme_set_get_language (set);
    }
  if (from != NULL)
    {
      set = trio_theme_set_load (from, &error);
      if (set == NULL)
        return trio_cli_fail (error);
      language = trio_theme_set_get_language (set);
    }
  if (language_name != NULL)
    language = g_str_equal (language_name, "en") ? TRIO_LANGUAGE_EN : TRIO_LANGUAGE_DA;
  return make_file (argv[1], set, &earlier, title, language);
}
