/* trio-settings.c: what the window remembers from one session to the next.
 *
 * The program also runs where its schema is not installed (from a stick, from a build
 * folder); then nothing is remembered and everything else works.
 */
#include "config.h"

#include "app/trio-settings.h"

#include "base/trio-install.h"

#define MAX_RECENT  12
#define RECENT_TYPE "a(sssux)"

/* The schema of the system, or else the one that lies beside a program that was moved. */
static GSettingsSchema *
look_up_schema (void)
{
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  GSettingsSchema *schema = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GSettingsSchemaSource) beside = NULL;

  if (system != NULL)
    schema = g_settings_schema_source_lookup (system, TRIO_APP_ID, TRUE);
  if (schema != NULL)
    return schema;

  folder = trio_install_dup_path (TRIO_SCHEMADIR);
  beside = g_settings_schema_source_new_from_directory (folder, system, TRUE, NULL);
  return beside != NULL ? g_settings_schema_source_lookup (beside, TRIO_APP_ID, FALSE) : NULL;
}

/**
 * trio_settings_dup:
 *
 * Returns: (transfer full) (nullable): the settings of the program, or %NULL where the schema
 *   is not installed
 */
GSettings *
trio_settings_dup (void)
{
  g_autoptr (GSettingsSchema) schema = look_up_schema ();

  if (schema == NULL)
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * trio_recent_list:
 * @settings: (nullable): the settings
 *
 * Returns: (transfer full) (element-type TrioRecent): the files that were open before, newest
 *   first
 */
GPtrArray *
trio_recent_list (GSettings *settings)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_recent_free);
  g_autoptr (GVariant) stored = NULL;
  GVariantIter iter;
  const char *path;
  const char *title;
  const char *date;
  guint32 n_notes;
  gint64 opened;

  if (settings == NULL)
    return list;

  stored = g_settings_get_value (settings, "recent");
  g_variant_iter_init (&iter, stored);
  while (g_variant_iter_next (&iter, "(&s&s&sux)", &path, &title, &date, &n_notes, &opened))
    {
      TrioRecent *recent = g_new0 (TrioRecent, 1);

      recent->path = g_strdup (path);
      recent->title = g_strdup (title);
      recent->date = g_strdup (date);
      recent->n_notes = n_notes;
      recent->opened = opened;
      g_ptr_array_add (list, recent);
    }
  return list;
}

static void
store_list (GSettings *settings, GPtrArray *list)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (RECENT_TYPE));
  for (guint i = 0; i < MIN (list->len, MAX_RECENT); i++)
    {
      TrioRecent *recent = g_ptr_array_index (list, i);

      g_variant_builder_add (&builder, "(sssux)", recent->path, recent->title, recent->date,
                             (guint32)recent->n_notes, recent->opened);
    }
  g_settings_set_value (settings, "recent", g_variant_builder_end (&builder));
}

static void
remove_path (GPtrArray *list, const char *path)
{
  for (guint i = list->len; i > 0; i--)
    {
      TrioRecent *recent = g_ptr_array_index (list, i - 1);

      if (g_str_equal (recent->path, path))
        g_ptr_array_remove_index (list, i - 1);
    }
}

/**
 * trio_recent_remember:
 * @settings: (nullable): the settings
 * @path: the file
 * @title: title of the workshop
 * @date: its date, ISO 8601, or ""
 * @n_notes: how many inputs it holds
 *
 * Puts a file on top of the list.
 */
void
trio_recent_remember (
    GSettings *settings, const char *path, const char *title, const char *date, guint n_notes)
{
  g_autoptr (GPtrArray) list = NULL;
  TrioRecent *recent;

  g_return_if_fail (path != NULL);

  /* The path of a file name that is not UTF-8 cannot be kept in a setting. */
  if (settings == NULL || !g_utf8_validate (path, -1, NULL))
    return;

  list = trio_recent_list (settings);
  remove_path (list, path);
  recent = g_new0 (TrioRecent, 1);
  recent->path = g_strdup (path);
  recent->title = g_strdup (title != NULL ? title : "");
  recent->date = g_strdup (date != NULL ? date : "");
  recent->n_notes = n_notes;
  recent->opened = g_get_real_time () / G_USEC_PER_SEC;
  g_ptr_array_insert (list, 0, recent);
  store_list (settings, list);
}

/**
 * trio_recent_forget:
 * @settings: (nullable): the settings
 * @path: the file
 *
 * Takes a file off the list; the file itself stays.
 */
void
trio_recent_forget (GSettings *settings, const char *path)
{
  g_autoptr (GPtrArray) list = NULL;

  if (settings == NULL)
    return;

  list = trio_recent_list (settings);
  remove_path (list, path);
  store_list (settings, list);
}

/**
 * trio_recent_free:
 * @recent: an entry
 *
 * Frees an entry of the list.
 */
void
trio_recent_free (TrioRecent *recent)
{
  g_free (recent->path);
  g_free (recent->title);
  g_free (recent->date);
  g_free (recent);
}
