/* trio-document-build.c: from a workshop and a wish to a document: which template serves, what
 * the user must be told about it, and which pictures it needs.
 *
 * Window and command line both come here, so that both make the same document and say the same.
 */
#include "config.h"

#include "document/trio-document.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "base/trio-xml.h"
#include "document/trio-builder.h"

#define DEFAULT_TYPE  "notat"
#define MAX_IMAGE     (32 * 1024 * 1024)
#define MAX_IMAGE_TXT "32 MB"

static void
remark (GPtrArray *remarks, const GPtrArray *findings, const TrioTemplate *tmpl)
{
  if (remarks == NULL || findings->len == 0)
    return;
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (remarks, trio_xml_finding_to_string (g_ptr_array_index (findings, i)));
  g_ptr_array_add (remarks, g_strdup_printf (_ ("The template “%s” is used instead."),
                                             trio_template_get_id (tmpl)));
}

/**
 * trio_document_get_language:
 * @snapshot: a workshop
 * @language: (nullable): "da", "en", or nothing
 *
 * Returns: (transfer none): @language, or that of the workshop
 */
const char *
trio_document_get_language (TrioSnapshot *snapshot, const char *language)
{
  const TrioRecord *workshop;

  g_return_val_if_fail (snapshot != NULL, "da");

  workshop = trio_snapshot_get_workshop (snapshot);
  if (language != NULL && *language != '\0')
    return language;
  return workshop != NULL
                 && trio_record_get_int (workshop, TRIO_WORKSHOP_LANGUAGE) == TRIO_LANGUAGE_EN
             ? "en"
             : "da";
}

/**
 * trio_document_choose_template:
 * @snapshot: a workshop
 * @library: the templates that are there
 * @settings: type, template and language; the title is not looked at. What is %NULL or empty
 *   is left to the workshop: its language, the usual template, a note
 * @remarks: (nullable) (element-type utf8): lines for the user are added here: what is wrong
 *   with the template that was wanted, and which one is used instead
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: (transfer full) (nullable): the template to make the document with; %NULL if there
 *   is none of that id, type and language
 */
TrioTemplate *
trio_document_choose_template (TrioSnapshot *snapshot,
                               const TrioTemplateLibrary *library,
                               const TrioDocumentSettings *settings,
                               GPtrArray *remarks,
                               GError **error)
{
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  const char *id, *type;
  TrioTemplate *tmpl;

  g_return_val_if_fail (snapshot != NULL && library != NULL && settings != NULL, NULL);

  id = settings->template_id;
  type = settings->type;
  /* These are pieces of documents. */
  if (g_strcmp0 (type, "summary") == 0 || g_strcmp0 (type, "letterhead") == 0)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                   _ ("There is no template of the kind “%s” in this language."), type);
      return NULL;
    }
  tmpl = trio_template_library_find (library, id != NULL && *id != '\0' ? id : NULL,
                                     type != NULL && *type != '\0' ? type : DEFAULT_TYPE,
                                     trio_document_get_language (snapshot, settings->language),
                                     findings, error);
  if (tmpl != NULL)
    remark (remarks, findings, tmpl);
  return tmpl;
}

static GBytes *
read_picture (const TrioTemplateLibrary *library, const char *path, GError **error)
{
  const char *folder = trio_template_library_get_folder (library);
  g_autofree char *full = g_canonicalize_filename (path, folder);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_path (full);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GBytes *bytes = NULL;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
      && g_file_info_get_size (info) <= MAX_IMAGE)
    bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  if (bytes == NULL)
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO,
                 /* Translators: name of a file, and the largest size that is taken. */
                 _ ("The picture “%s” cannot be read, or is larger than %s. Choose another one, or "
                    "leave it out."),
                 shown, MAX_IMAGE_TXT);
  return bytes;
}

/**
 * trio_document_load_pictures:
 * @library: the templates that are there; it knows the folder of the workshop
 * @tmpl: the template of the document
 * @options: what the document is to be like; takes the pictures
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Reads the pictures that the parameters name and @options do not have yet. A path that is not
 * absolute starts at the folder of the workshop's file.
 *
 * Returns: whether all could be read
 */
gboolean
trio_document_load_pictures (const TrioTemplateLibrary *library,
                             const TrioTemplate *tmpl,
                             TrioBuildOptions *options,
                             GError **error)
{
  const GPtrArray *params;

  g_return_val_if_fail (library != NULL && tmpl != NULL && options != NULL, FALSE);

  params = trio_template_get_params (tmpl);
  for (guint i = 0; i < params->len; i++)
    {
      const TrioParam *param = g_ptr_array_index (params, i);
      const char *path = trio_build_options_get_parameter (options, param->name);
      g_autoptr (GBytes) image = NULL;

      if (param->type != TRIO_PARAM_IMAGE || path == NULL || *path == '\0'
          || trio_build_options_get_image (options, param->name) != NULL)
        continue;
      image = read_picture (library, path, error);
      if (image == NULL)
        return FALSE;
      trio_build_options_set_image (options, param->name, image);
    }
  return TRUE;
}

/**
 * trio_document_dup_picture_path:
 * @library: the templates that are there; it knows the folder of the workshop
 * @path: the path of a picture, as given at the place where the program was started
 *
 * Returns: (transfer full): the path as a document remembers it: from the folder of the
 *   workshop on if the picture lies there, so that both can move together; else absolute
 */
char *
trio_document_dup_picture_path (const TrioTemplateLibrary *library, const char *path)
{
  g_autofree char *full = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (library != NULL && path != NULL, NULL);

  full = g_canonicalize_filename (path, NULL);
  if (trio_template_library_get_folder (library) == NULL)
    return g_steal_pointer (&full);
  folder = g_strconcat (trio_template_library_get_folder (library), G_DIR_SEPARATOR_S, NULL);
  return g_strdup (g_str_has_prefix (full, folder) ? full + strlen (folder) : full);
}

/**
 * trio_document_build:
 * @snapshot: a workshop
 * @library: the templates that are there
 * @settings: type, template and language, as for trio_document_choose_template()
 * @options: what the document is to be like; takes the pictures that it names
 * @remarks: (nullable) (element-type utf8): lines for the user are added here: a template that
 *   was passed over, and what the document has nothing for
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Makes a document of a workshop: finds the template, reads the pictures, and builds.
 *
 * Returns: (transfer full) (nullable): the document
 */
TrioDoc *
trio_document_build (TrioSnapshot *snapshot,
                     const TrioTemplateLibrary *library,
                     const TrioDocumentSettings *settings,
                     TrioBuildOptions *options,
                     GPtrArray *remarks,
                     GError **error)
{
  g_autoptr (TrioTemplate) tmpl = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  g_return_val_if_fail (options != NULL, NULL);

  tmpl = trio_document_choose_template (snapshot, library, settings, remarks, error);
  if (tmpl == NULL || !trio_document_load_pictures (library, tmpl, options, error))
    return NULL;
  missing = trio_builder_list_missing (snapshot, tmpl, options);
  for (guint i = 0; remarks != NULL && i < missing->len; i++)
    {
      const TrioParam *param = g_ptr_array_index (missing, i);

      g_ptr_array_add (remarks, g_strdup_printf (_ ("The document has nothing for “%s” (%s)."),
                                                 param->label, param->name));
    }
  return trio_builder_build (snapshot, tmpl, options, error);
}
