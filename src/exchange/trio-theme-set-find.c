/* trio-theme-set-find.c: where theme sets are found and kept.
 *
 * A set of the user's own goes before one that is installed, and that before an embedded one
 * with the same id, so that a municipality can put its own wording in place.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/trio-error.h"
#include "base/trio-resource.h"
#include "base/trio-text.h"
#include "base/trio-xml.h"
#include "exchange/trio-theme-set-private.h"

#define SETS_FOLDER "sets"
#define SETS_SUFFIX ".xml"

static char **
dup_folders (void)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  const char *const *system = g_get_system_data_dirs ();
  g_autofree char *user = trio_theme_set_dup_user_folder ();

  g_strv_builder_add (folders, user);
  for (; *system; system++)
    {
      g_autofree char *folder = g_build_filename (*system, "trio-stations", SETS_FOLDER, NULL);

      g_strv_builder_add (folders, folder);
    }

  return g_strv_builder_end (folders);
}

static TrioThemeSet *
load_file (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  TrioThemeSet *set;
  GStatBuf info;
  gsize length;

  /* Looked at before reading, so that a huge file or a device is not read into memory. */
  if (g_stat (path, &info) == 0
      && (!S_ISREG (info.st_mode) || info.st_size > TRIO_XML_MAX_TEMPLATE))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_TOO_LARGE,
                   _ ("%s is not a theme set: it is larger than 2 MB, or not a file at all."),
                   shown);
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &length, &local))
    {
      gboolean missing = g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      g_set_error (error, TRIO_ERROR, missing ? TRIO_ERROR_NOT_FOUND : TRIO_ERROR_IO,
                   /* Translators: a file name, then the system's own message */
                   _ ("The theme set %s cannot be read: %s"), shown, local->message);
      return NULL;
    }

  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  set = trio_theme_set_parse (bytes, shown, error);
  if (set)
    set->path = g_strdup (path);

  return set;
}

static TrioThemeSet *
load_embedded (const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (SETS_FOLDER "/", file, NULL);
  g_autoptr (GBytes) bytes = trio_resource_lookup (path, error);

  return bytes ? trio_theme_set_parse (bytes, file, error) : NULL;
}

static void
note_problem (GPtrArray *problems, const GError *error)
{
  if (problems)
    g_ptr_array_add (problems, g_strdup (error->message));
}

/* The first set of an id stays. */
static void
take_set (GHashTable *sets, TrioThemeSet *set)
{
  if (g_hash_table_contains (sets, set->id))
    trio_theme_set_unref (set);
  else
    g_hash_table_insert (sets, set->id, set);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static void
collect_folder (const char *folder, GHashTable *sets, GPtrArray *problems)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name; dir && (name = g_dir_read_name (dir));)
    if (g_str_has_suffix (name, SETS_SUFFIX))
      g_ptr_array_add (names, g_strdup (name));

  /* A folder has no order of its own, and which of two equal ids wins must not vary. */
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autoptr (GError) error = NULL;
      TrioThemeSet *set = load_file (path, &error);

      if (set)
        take_set (sets, set);
      else
        note_problem (problems, error);
    }
}

static void
collect_embedded (GHashTable *sets, GPtrArray *problems)
{
  g_auto (GStrv) names = trio_resource_list (SETS_FOLDER, NULL);

  for (char **name = names; name && *name; name++)
    {
      g_autoptr (GError) error = NULL;
      TrioThemeSet *set = load_embedded (*name, &error);

      if (set)
        take_set (sets, set);
      else
        note_problem (problems, error);
    }
}

static int
compare_sets (gconstpointer a, gconstpointer b)
{
  const TrioThemeSet *first = *(const TrioThemeSet *const *)a;
  const TrioThemeSet *second = *(const TrioThemeSet *const *)b;
  int order = g_strcmp0 (first->lang, second->lang);

  if (order == 0)
    order = trio_text_collate (first->title, second->title, first->lang);

  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

/**
 * trio_theme_set_dup_user_folder:
 *
 * Returns: (transfer full): the folder of the user's own sets, which need not exist
 */
char *
trio_theme_set_dup_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "trio-stations", SETS_FOLDER, NULL);
}

/**
 * trio_theme_set_list:
 * @problems: (element-type utf8) (nullable): gets a message for each file that cannot be used
 *
 * Reads all sets that can be found by id.
 *
 * Returns: (transfer full) (element-type TrioThemeSet): the sets, ordered by language and
 *   title
 */
GPtrArray *
trio_theme_set_list (GPtrArray *problems)
{
  g_autoptr (GHashTable) sets = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) folders = dup_folders ();
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_theme_set_unref);
  GHashTableIter iter;
  gpointer set;

  for (char **folder = folders; *folder; folder++)
    collect_folder (*folder, sets, problems);
  collect_embedded (sets, problems);

  g_hash_table_iter_init (&iter, sets);
  while (g_hash_table_iter_next (&iter, NULL, &set))
    g_ptr_array_add (list, set);
  g_ptr_array_sort (list, compare_sets);

  return list;
}

/**
 * trio_theme_set_load:
 * @id_or_path: id of a set, or the path of a file (with a slash in it, or ending in ".xml")
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the set, or %NULL with %TRIO_ERROR_NOT_FOUND,
 *   %TRIO_ERROR_IO, %TRIO_ERROR_TOO_LARGE or %TRIO_ERROR_PARSE
 */
TrioThemeSet *
trio_theme_set_load (const char *id_or_path, GError **error)
{
  g_autoptr (GPtrArray) sets = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  if (strchr (id_or_path, G_DIR_SEPARATOR) || g_str_has_suffix (id_or_path, SETS_SUFFIX))
    return load_file (id_or_path, error);

  sets = trio_theme_set_list (NULL);
  for (guint i = 0; i < sets->len; i++)
    {
      TrioThemeSet *set = sets->pdata[i];

      if (g_str_equal (set->id, id_or_path))
        return trio_theme_set_ref (set);
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", set->id);
    }

  g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
               /* Translators: the wanted id, then a list of those that exist */
               _ ("There is no theme set “%s”. There are: %s."), id_or_path, ids->str);
  return NULL;
}

/**
 * trio_theme_set_save:
 * @set: a theme set
 * @path: the file to write; replaced if it exists
 * @error: return location for an error
 *
 * Writes the set to a file, whole or not at all. Folders on the way are made.
 *
 * Returns: %TRUE on success, otherwise %FALSE with %TRIO_ERROR_IO
 */
gboolean
trio_theme_set_save (const TrioThemeSet *set, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = trio_theme_set_to_bytes (set, error);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) local = NULL;
  TrioThemeSet *proof;
  gconstpointer data;
  gsize size;

  if (!bytes)
    return FALSE;

  /* What we cannot read back we do not write: a theme without title, say. */
  proof = trio_theme_set_parse (bytes, set->title, error);
  if (!proof)
    return FALSE;
  trio_theme_set_unref (proof);

  /* A folder that cannot be made shows in the message of the write below. */
  g_mkdir_with_parents (folder, 0755);
  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents_full (path, data, (gssize)size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                 &local))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO, _ ("The theme set cannot be saved: %s"),
                   local->message);
      return FALSE;
    }

  return TRUE;
}
