/* trio-writer.c: the table of formats, and saving without ever losing the old file. */
#include "config.h"

#include "document/writers/trio-writer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "base/trio-save.h"
#include "document/writers/trio-writer-private.h"

typedef GBytes *(*WriteFunc) (TrioDoc *doc, GCancellable *cancellable, GError **error);

typedef struct
{
  const char *id; /* also the extension of a file */
  const char *mime_type;
  const char *name;
  WriteFunc write;
} Format;

static const Format formats[TRIO_N_FORMATS] = {
  [TRIO_FORMAT_DOCX] = {
    "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    N_ ("Word document"),
    trio_writer_docx,
  },
  [TRIO_FORMAT_ODT] = {
    "odt",
    "application/vnd.oasis.opendocument.text",
    N_ ("OpenDocument text (LibreOffice)"),
    trio_writer_odt,
  },
  [TRIO_FORMAT_PDF] = { "pdf", "application/pdf", N_ ("PDF document"), trio_writer_pdf },
  [TRIO_FORMAT_HTML] = { "html", "text/html", N_ ("Web page"), trio_writer_html },
  [TRIO_FORMAT_MARKDOWN] = { "md", "text/markdown", N_ ("Markdown"), trio_writer_markdown },
  [TRIO_FORMAT_TEXT] = { "txt", "text/plain", N_ ("Plain text"), trio_writer_text },
  [TRIO_FORMAT_CSV] = { "csv", "text/csv", N_ ("Spreadsheet (CSV)"), trio_writer_csv },
};

/**
 * trio_format_get_id:
 * @format: a format
 *
 * Returns: its id, such as "docx"
 */
const char *
trio_format_get_id (TrioFormat format)
{
  g_return_val_if_fail (format < TRIO_N_FORMATS, NULL);

  return formats[format].id;
}

/**
 * trio_format_get_extension:
 * @format: a format
 *
 * Returns: the extension of its files without the dot
 */
const char *
trio_format_get_extension (TrioFormat format)
{
  g_return_val_if_fail (format < TRIO_N_FORMATS, NULL);

  return formats[format].id;
}

/**
 * trio_format_get_mime_type:
 * @format: a format
 *
 * Returns: its MIME type
 */
const char *
trio_format_get_mime_type (TrioFormat format)
{
  g_return_val_if_fail (format < TRIO_N_FORMATS, NULL);

  return formats[format].mime_type;
}

/**
 * trio_format_get_name:
 * @format: a format
 *
 * Returns: its name in the user's language
 */
const char *
trio_format_get_name (TrioFormat format)
{
  g_return_val_if_fail (format < TRIO_N_FORMATS, NULL);

  return _ (formats[format].name);
}

static char *
list_ids (void)
{
  const char *ids[TRIO_N_FORMATS + 1];

  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    ids[i] = formats[i].id;
  ids[TRIO_N_FORMATS] = NULL;
  return g_strjoinv (", ", (char **)ids);
}

static gboolean
find_format (const char *id, TrioFormat *format)
{
  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    if (g_ascii_strcasecmp (id, formats[i].id) == 0)
      {
        *format = (TrioFormat)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * trio_format_from_id:
 * @id: an id such as "docx"; capitals do not matter
 * @format: (out): the format
 * @error: return location for an error
 *
 * Returns: %TRUE, or %FALSE with %TRIO_ERROR_INVALID
 */
gboolean
trio_format_from_id (const char *id, TrioFormat *format, GError **error)
{
  g_autofree char *ids = NULL;

  g_return_val_if_fail (id != NULL && format != NULL, FALSE);

  if (find_format (id, format))
    return TRUE;
  ids = list_ids ();
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
               /* Translators: the first %s is what the user asked for, the second one a list
                * of formats such as “docx, html, md”. */
               _ ("“%s” is not a format. Choose one of these: %s."), id, ids);
  return FALSE;
}

/**
 * trio_format_from_path:
 * @path: the name of a file to write
 * @format: (out): the format
 * @error: return location for an error
 *
 * Finds the format by the extension of the name.
 *
 * Returns: %TRUE, or %FALSE with %TRIO_ERROR_INVALID
 */
gboolean
trio_format_from_path (const char *path, TrioFormat *format, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *ids = NULL;
  const char *dot;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  name = g_path_get_basename (path);
  dot = strrchr (name, '.');
  if (dot != NULL && find_format (dot + 1, format))
    return TRUE;
  ids = list_ids ();
  shown = g_filename_display_name (name);
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
               /* Translators: a file name, and a list of endings such as “docx, html, md”. */
               _ ("The ending of “%s” does not say which format to write. Use one of these: %s."),
               shown, ids);
  return FALSE;
}

/**
 * trio_writer_write:
 * @format: a format
 * @doc: a document
 * @cancellable: (nullable): to stop the work
 * @error: return location for an error
 *
 * Writes a document into memory. The same document gives the same bytes at any time, under
 * any locale. May be called from any thread while nobody changes @doc.
 *
 * Returns: (transfer full) (nullable): the content of the file, or %NULL with an error of
 *   %TRIO_ERROR or %G_IO_ERROR_CANCELLED
 */
GBytes *
trio_writer_write (TrioFormat format, TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (format < TRIO_N_FORMATS && doc != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return formats[format].write (doc, cancellable, error);
}

/**
 * trio_writer_save:
 * @format: a format
 * @doc: a document
 * @path: where to write it; a file that is there is replaced
 * @cancellable: (nullable): to stop the work
 * @error: return location for an error
 *
 * Writes a document to a file as trio_save_bytes() does: until the new file is complete and
 * on the disk, the old one stays.
 *
 * Returns: %TRUE, or %FALSE with an error of %TRIO_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
trio_writer_save (
    TrioFormat format, TrioDoc *doc, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = trio_writer_write (format, doc, cancellable, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return trio_save_bytes (path, bytes, error);
}
