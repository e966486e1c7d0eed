/* trio-export-history.c: which documents of a workshop were exported here, and where to.
 *
 * Kept with the settings of the user and not in the workshop, because paths tell of a computer
 * and the people who use it, and mean nothing elsewhere.
 */
#include "config.h"

#include "app/documents/trio-export-history.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/documents/trio-document-types.h"
#include "app/trio-settings.h"

#define KEY  "exports"
#define TYPE "a(sssssasx)"
#define MOST 60 /* of all workshops */

static char *
dup_uuid (TrioModel *model, TrioId id)
{
  const TrioRecord *record = id != 0 ? trio_model_get_record (model, id) : NULL;

  return record != NULL ? trio_uuid_to_text (&record->uuid) : g_strdup ("");
}

static const char *
get_title (TrioModel *model, TrioId document, const char *type)
{
  const TrioRecord *record = document != 0 ? trio_model_get_record (model, document) : NULL;
  const TrioDocumentType *known = trio_document_type_find (type);

  if (record != NULL)
    return trio_record_get_text (record, TRIO_DOCUMENT_TITLE);
  return known != NULL ? _ (known->name) : type;
}

/**
 * trio_export_free:
 * @self: (transfer full): an export
 */
void
trio_export_free (TrioExport *self)
{
  g_free (self->type);
  g_free (self->title);
  g_free (self->stem);
  g_strfreev (self->formats);
  g_free (self);
}

/**
 * trio_export_history_add:
 * @model: a workshop
 * @document: number of a document, or 0
 * @type: its type
 * @stem: path of its files without their endings
 * @formats: (array zero-terminated=1): ids of the formats
 *
 * Remembers that a document was exported. The same files again take the place of the older line.
 */
void
trio_export_history_add (TrioModel *model,
                         TrioId document,
                         const char *type,
                         const char *stem,
                         const char *const *formats)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autoptr (GVariant) all = NULL;
  g_autofree char *workshop = dup_uuid (model, trio_model_get_workshop_record (model)->id);
  g_autofree char *uuid = dup_uuid (model, document);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (TYPE));

  g_return_if_fail (stem != NULL && formats != NULL);

  if (settings == NULL || !g_utf8_validate (stem, -1, NULL))
    return;
  all = g_settings_get_value (settings, KEY);
  g_variant_builder_add (&builder, "(sssss^asx)", workshop, uuid, type,
                         get_title (model, document, type), stem, formats,
                         g_get_real_time () / G_USEC_PER_SEC);
  for (gsize i = 0; i < g_variant_n_children (all) && i + 1 < MOST; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);
      const char *other_workshop;
      const char *other_stem;

      g_variant_get (entry, "(&s&s&s&s&sasx)", &other_workshop, NULL, NULL, NULL, &other_stem, NULL,
                     NULL);
      if (!g_str_equal (other_workshop, workshop) || !g_str_equal (other_stem, stem))
        g_variant_builder_add_value (&builder, entry);
    }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * trio_export_history_add_file:
 * @model: a workshop
 * @document: number of a document, or 0
 * @type: its type
 * @path: the one file that was written
 *
 * Remembers that a document was exported as one file.
 */
void
trio_export_history_add_file (TrioModel *model, TrioId document, const char *type, const char *path)
{
  g_autofree char *stem = g_strdup (path);
  char *dot = strrchr (stem, '.');
  const char *formats[] = { NULL, NULL };
  TrioFormat format;

  if (dot == NULL || strchr (dot, G_DIR_SEPARATOR) != NULL
      || !trio_format_from_path (path, &format, NULL))
    return;
  *dot = '\0';
  formats[0] = trio_format_get_id (format);
  trio_export_history_add (model, document, type, stem, formats);
}

static TrioExport *
read_entry (TrioModel *model, TrioSnapshot *snapshot, GVariant *entry, const char *workshop)
{
  g_autoptr (TrioExport) self = g_new0 (TrioExport, 1);
  g_autofree char *owner = NULL;
  g_autofree char *document = NULL;
  const TrioRecord *record = NULL;
  TrioUuid uuid;

  g_variant_get (entry, "(sssss^asx)", &owner, &document, &self->type, &self->title, &self->stem,
                 &self->formats, &self->time);
  if (!g_str_equal (owner, workshop))
    return NULL;
  if (trio_uuid_from_text (&uuid, document))
    record = trio_snapshot_find_uuid (snapshot, &uuid);
  self->document = record != NULL && record->kind == TRIO_KIND_DOCUMENT ? record->id : 0;
  return g_steal_pointer (&self);
}

/**
 * trio_export_history_list:
 * @model: a workshop
 *
 * Returns: (transfer full) (element-type TrioExport): its exports, newest first
 */
GPtrArray *
trio_export_history_list (TrioModel *model)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_export_free);
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autofree char *workshop = dup_uuid (model, trio_model_get_workshop_record (model)->id);

  for (gsize i = 0; all != NULL && i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);
      TrioExport *self = read_entry (model, snapshot, entry, workshop);

      if (self != NULL)
        g_ptr_array_add (list, self);
    }
  return list;
}

/**
 * trio_export_dup_formats:
 * @self: an export
 *
 * Returns: (transfer full): the names of its formats, such as "Word, PDF"
 */
char *
trio_export_dup_formats (const TrioExport *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; self->formats[i] != NULL; i++)
    {
      TrioFormat format;

      if (trio_format_from_id (self->formats[i], &format, NULL))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                trio_format_get_name (format));
    }
  return g_string_free (names, FALSE);
}

/**
 * trio_export_dup_path:
 * @self: an export
 *
 * Returns: (transfer full): the path of its first file
 */
char *
trio_export_dup_path (const TrioExport *self)
{
  TrioFormat format = TRIO_FORMAT_DOCX;

  if (self->formats[0] != NULL)
    trio_format_from_id (self->formats[0], &format, NULL);
  return g_strdup_printf ("%s.%s", self->stem, trio_format_get_extension (format));
}
