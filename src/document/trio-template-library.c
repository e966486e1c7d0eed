/* trio-template-library.c: looking templates up, and what serves when one is broken. */
#include "config.h"

#include "document/trio-template-library.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "base/trio-resource.h"
#include "base/trio-xml.h"
#include "document/trio-template-names.h"
#include "document/trio-template-private.h"

#define PROGRAM_FOLDER "trio-stations"
#define FOLDER         "templates"
#define MAX_FILES      200
#define MAX_SIZE       (1024 * 1024 + 1)
#define MAX_DEPTH      8

struct _TrioTemplateLibrary
{
  GPtrArray *entries; /* TrioTemplateEntry, in the order of looking */
  char *folder;       /* of the workshop's file, absolute */
};

static void
free_entry (TrioTemplateEntry *entry)
{
  g_free (entry->id);
  g_free (entry->file);
  trio_template_unref (entry->tmpl);
  trio_template_unref (entry->raw);
  g_ptr_array_unref (entry->findings);
  g_free (entry);
}

static TrioTemplateEntry *
add_entry (TrioTemplateLibrary *library,
           TrioTemplatePlace place,
           const char *file,
           const char *folder,
           GBytes *bytes)
{
  TrioTemplateEntry *entry = g_new0 (TrioTemplateEntry, 1);
  g_autofree char *base = g_path_get_basename (file);

  entry->file = g_strdup (file);
  entry->place = place;
  entry->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  if (bytes != NULL)
    entry->raw = place == TRIO_TEMPLATE_BUILT_IN
                     ? trio_template_read_built_in (bytes, file, entry->findings)
                     : trio_template_read (bytes, file, folder, entry->findings);
  else
    trio_template_add_finding (entry->findings, file, 0, NULL,
                               _ ("The file cannot be read, or is larger than 1 MB."));
  if (entry->raw != NULL)
    entry->id = g_strdup (trio_template_get_id (entry->raw));
  else if (bytes != NULL)
    entry->id = trio_template_peek_id (bytes);
  if (entry->id == NULL)
    entry->id = g_strndup (base, strlen (base) - (g_str_has_suffix (base, ".xml") ? 4 : 0));
  g_ptr_array_add (library->entries, entry);
  return entry;
}

static GBytes *
load_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > MAX_SIZE)
    return NULL;
  return g_file_load_bytes (file, NULL, NULL, NULL);
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
add_folder (TrioTemplateLibrary *library, TrioTemplatePlace place, const char *folder)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return;
  while ((name = g_dir_read_name (dir)) != NULL && names->len < MAX_FILES)
    if (g_str_has_suffix (name, ".xml") && *name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *shown = g_filename_display_name (path);
      g_autoptr (GBytes) bytes = load_file (path);

      add_entry (library, place, shown, folder, bytes);
    }
}

static void
add_built_in (TrioTemplateLibrary *library)
{
  g_auto (GStrv) names = trio_resource_list (FOLDER, NULL);
  guint n_names = names != NULL ? g_strv_length (names) : 0;

  if (n_names > 0)
    qsort (names, n_names, sizeof *names, compare_names_cb);
  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER "/", names[i], NULL);
      g_autoptr (GBytes) bytes = trio_resource_lookup (path, NULL);

      add_entry (library, TRIO_TEMPLATE_BUILT_IN, names[i], NULL, bytes);
    }
}

static gboolean resolve (TrioTemplateLibrary *library, guint index, guint depth);

/* The one that is extended: of one's own id the next in the order, else the first usable. */
static TrioTemplate *
find_base (TrioTemplateLibrary *library, guint index, guint depth)
{
  const TrioTemplateEntry *entry = library->entries->pdata[index];
  const char *id = trio_template_get_base_id (entry->raw);
  guint first = g_str_equal (id, entry->id) ? index + 1 : 0;

  for (guint i = first; i < library->entries->len; i++)
    {
      const TrioTemplateEntry *other = library->entries->pdata[i];

      if (i != index && g_str_equal (other->id, id) && resolve (library, i, depth + 1))
        return other->tmpl;
    }
  return NULL;
}

static gboolean
extend (TrioTemplateLibrary *library, guint index, guint depth)
{
  TrioTemplateEntry *entry = library->entries->pdata[index];
  TrioTemplate *base;

  if (trio_template_get_base_id (entry->raw) == NULL)
    return TRUE;
  base = depth < MAX_DEPTH ? find_base (library, index, depth) : NULL;
  if (base == NULL)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("The template “%s”, which this one extends, is not there or cannot be used."),
          trio_template_get_base_id (entry->raw));

      trio_template_add_finding (entry->findings, entry->file, 0, "template", message);
      return FALSE;
    }
  return trio_template_extend (entry->raw, base, entry->findings);
}

/* Returns: whether the entry can be used. Of a circle, the one that was asked first fails. */
static gboolean
resolve (TrioTemplateLibrary *library, guint index, guint depth)
{
  TrioTemplateEntry *entry = library->entries->pdata[index];

  if (!entry->is_resolved)
    {
      entry->is_resolved = TRUE;
      if (entry->raw != NULL && extend (library, index, depth)
          && trio_template_check (entry->raw, entry->findings))
        entry->tmpl = g_steal_pointer (&entry->raw);
    }
  return entry->tmpl != NULL;
}

/* A broken one hides nothing, since the next of its id serves. */
static void
mark_hidden (TrioTemplateLibrary *library)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < library->entries->len; i++)
    {
      TrioTemplateEntry *entry = library->entries->pdata[i];

      entry->is_hidden = g_hash_table_contains (seen, entry->id);
      if (entry->tmpl != NULL)
        g_hash_table_add (seen, entry->id);
    }
}

static void
tell (const TrioTemplateEntry *entry, GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < entry->findings->len; i++)
    {
      const TrioXmlFinding *finding = entry->findings->pdata[i];

      trio_template_add_finding (findings, finding->file, finding->line, finding->element,
                                 finding->message);
    }
}

static gboolean
serves (const TrioTemplate *tmpl, const char *kind, const char *lang)
{
  return (kind == NULL || g_str_equal (trio_template_get_kind (tmpl), kind))
         && (lang == NULL || g_str_equal (trio_template_get_lang (tmpl), lang));
}

static const TrioTemplateEntry *
find_built_in (const TrioTemplateLibrary *library, const char *kind, const char *lang)
{
  for (guint i = 0; i < library->entries->len; i++)
    {
      const TrioTemplateEntry *entry = library->entries->pdata[i];

      if (entry->place == TRIO_TEMPLATE_BUILT_IN && entry->tmpl != NULL
          && serves (entry->tmpl, kind, lang))
        return entry;
    }
  return NULL;
}

static void
set_unknown_error (const TrioTemplateLibrary *library, const char *id, GError **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  const char *nearest;

  for (guint i = 0; i < library->entries->len; i++)
    g_ptr_array_add (known, ((const TrioTemplateEntry *)library->entries->pdata[i])->id);
  nearest = trio_names_nearest (id, known);
  if (nearest != NULL)
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                 _ ("There is no template “%s”. Did you mean “%s”?"), id, nearest);
  else
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND, _ ("There is no template “%s”."), id);
}

static gboolean
refuse_unfit (const TrioTemplate *tmpl, const char *kind, const char *lang, GError **error)
{
  const char *id = trio_template_get_id (tmpl);

  if (serves (tmpl, kind, lang))
    return TRUE;
  if (!serves (tmpl, kind, NULL))
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                 /* Translators: id of a template, its kind and the kind asked for. */
                 _ ("The template “%s” is of the kind “%s”, not “%s”."), id,
                 trio_template_get_kind (tmpl), kind);
  else
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                 /* Translators: id of a template, its language and the language asked for. */
                 _ ("The template “%s” is written in the language “%s”, not “%s”."), id,
                 trio_template_get_lang (tmpl), lang);
  return FALSE;
}

/**
 * trio_template_library_new_for_folders:
 * @project: (nullable): the folder of templates beside the workshop's file
 * @user: (nullable): the user's folder of templates
 * @system: (nullable) (array zero-terminated=1): the system's folders of templates
 *
 * Reads all templates in these folders and in the program. A folder that is not there is as
 * good as an empty one.
 *
 * Returns: (transfer full): the library
 */
TrioTemplateLibrary *
trio_template_library_new_for_folders (const char *project,
                                       const char *user,
                                       const char *const *system)
{
  TrioTemplateLibrary *library = g_new0 (TrioTemplateLibrary, 1);

  library->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)free_entry);
  add_folder (library, TRIO_TEMPLATE_PROJECT, project);
  add_folder (library, TRIO_TEMPLATE_USER, user);
  for (guint i = 0; system != NULL && system[i] != NULL; i++)
    add_folder (library, TRIO_TEMPLATE_SYSTEM, system[i]);
  add_built_in (library);
  for (guint i = 0; i < library->entries->len; i++)
    resolve (library, i, 0);
  mark_hidden (library);
  return library;
}

/**
 * trio_template_library_new_for_file:
 * @workshop: (nullable): the path of a workshop's file
 *
 * Reads all templates that serve a workshop: those in the folder "templates" beside its
 * file, in the data folders of user and system, and in the program.
 *
 * Returns: (transfer full): the library
 */
TrioTemplateLibrary *
trio_template_library_new_for_file (const char *workshop)
{
  g_autofree char *parent = workshop != NULL ? g_path_get_dirname (workshop) : NULL;
  g_autofree char *project = parent != NULL ? g_build_filename (parent, FOLDER, NULL) : NULL;
  g_autofree char *user = trio_template_library_dup_user_folder ();
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  TrioTemplateLibrary *library;

  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    g_ptr_array_add (folders, g_build_filename (*dir, PROGRAM_FOLDER, FOLDER, NULL));
  g_ptr_array_add (folders, NULL);
  library
      = trio_template_library_new_for_folders (project, user, (const char *const *)folders->pdata);
  library->folder = parent != NULL ? g_canonicalize_filename (parent, NULL) : NULL;
  return library;
}

/**
 * trio_template_library_new:
 *
 * Reads all templates that serve any workshop.
 *
 * Returns: (transfer full): the library
 */
TrioTemplateLibrary *
trio_template_library_new (void)
{
  return trio_template_library_new_for_file (NULL);
}

/**
 * trio_template_library_free:
 * @library: (transfer full) (nullable): a library
 */
void
trio_template_library_free (TrioTemplateLibrary *library)
{
  if (library == NULL)
    return;
  g_ptr_array_unref (library->entries);
  g_free (library->folder);
  g_free (library);
}

/**
 * trio_template_library_get_entries:
 * @library: a library
 *
 * Returns: (transfer none) (element-type TrioTemplateEntry): all templates in the order of
 *   looking, also those that cannot be used
 */
const GPtrArray *
trio_template_library_get_entries (const TrioTemplateLibrary *library)
{
  g_return_val_if_fail (library != NULL, NULL);

  return library->entries;
}

/**
 * trio_template_library_get_folder:
 * @library: a library
 *
 * Returns: (transfer none) (nullable): the folder of the workshop's file that the library was
 *   made for, absolute
 */
const char *
trio_template_library_get_folder (const TrioTemplateLibrary *library)
{
  g_return_val_if_fail (library != NULL, NULL);

  return library->folder;
}

/**
 * trio_template_library_find:
 * @library: a library
 * @id: (nullable): the id of a template; %NULL for the usual one of @kind and @lang
 * @kind: the kind of document, such as "notat"
 * @lang: (nullable): "da" or "en"; %NULL to take the language that the template has
 * @findings: (nullable) (element-type TrioXmlFinding): gets what is wrong with templates that
 *   would have served first; if it is not empty afterwards, the user must be told that
 *   another template served
 * @error: return location for an error
 *
 * Finds the template that serves. The usual one of a kind and language is the program's own,
 * or what stands before it under the same id.
 *
 * Returns: (transfer full) (nullable): the template, or %NULL with %TRIO_ERROR_NOT_FOUND for
 *   an id or kind that is not there, or %TRIO_ERROR_INVALID for one of another kind or
 *   language
 */
TrioTemplate *
trio_template_library_find (const TrioTemplateLibrary *library,
                            const char *id,
                            const char *kind,
                            const char *lang,
                            GPtrArray *findings,
                            GError **error)
{
  const TrioTemplateEntry *built_in;
  gboolean is_known = FALSE;

  g_return_val_if_fail (library != NULL && kind != NULL, NULL);

  built_in = find_built_in (library, kind, lang);
  if (id == NULL && built_in != NULL)
    id = built_in->id;

  for (guint i = 0; id != NULL && i < library->entries->len; i++)
    {
      const TrioTemplateEntry *entry = library->entries->pdata[i];

      if (!g_str_equal (entry->id, id))
        continue;
      is_known = TRUE;
      if (entry->tmpl != NULL)
        return refuse_unfit (entry->tmpl, kind, lang, error) ? trio_template_ref (entry->tmpl)
                                                             : NULL;
      tell (entry, findings);
    }

  if (is_known && built_in != NULL)
    return trio_template_ref (built_in->tmpl);
  if (id != NULL && !is_known)
    set_unknown_error (library, id, error);
  else
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                 _ ("There is no template of the kind “%s” in this language."), kind);
  return NULL;
}

/**
 * trio_template_library_find_base:
 * @library: a library
 * @tmpl: a template that is not in it, and that extends another one
 *
 * Finds what a template would be extended with, to check a file that is still being written.
 *
 * Returns: (transfer full) (nullable): the template to extend it with, or %NULL if there is
 *   none that can be used
 */
TrioTemplate *
trio_template_library_find_base (const TrioTemplateLibrary *library, const TrioTemplate *tmpl)
{
  const char *id;

  g_return_val_if_fail (library != NULL && tmpl != NULL, NULL);

  id = trio_template_get_base_id (tmpl);
  for (guint i = 0; id != NULL && i < library->entries->len; i++)
    {
      const TrioTemplateEntry *entry = library->entries->pdata[i];

      if (entry->tmpl != NULL && g_str_equal (entry->id, id)
          && !g_str_equal (entry->file, trio_template_get_file (tmpl)))
        return trio_template_ref (entry->tmpl);
    }
  return NULL;
}

/**
 * trio_template_library_dup_user_folder:
 *
 * Returns: (transfer full): the folder where the user's own templates belong; it need not
 *   be there
 */
char *
trio_template_library_dup_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), PROGRAM_FOLDER, FOLDER, NULL);
}
