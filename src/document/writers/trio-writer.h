/* trio-writer.h: one way from the document tree to a file, whatever the format.
 *
 * A format is a row in a table: id, extension, type, name and one function from tree to
 * bytes that reads no clock, locale, environment or file; the same tree gives the same bytes.
 */
#pragma once

#include <gio/gio.h>

#include "document/trio-doc.h"

G_BEGIN_DECLS

/**
 * TrioFormat:
 * @TRIO_FORMAT_DOCX: Office Open XML text
 * @TRIO_FORMAT_ODT: OpenDocument text
 * @TRIO_FORMAT_PDF: tagged PDF (PDF/UA-1)
 * @TRIO_FORMAT_HTML: one HTML file
 * @TRIO_FORMAT_MARKDOWN: CommonMark
 * @TRIO_FORMAT_TEXT: plain text for mail
 * @TRIO_FORMAT_CSV: one row an input
 *
 * The formats that can be written.
 */
typedef enum
{
  TRIO_FORMAT_DOCX,
  TRIO_FORMAT_ODT,
  TRIO_FORMAT_PDF,
  TRIO_FORMAT_HTML,
  TRIO_FORMAT_MARKDOWN,
  TRIO_FORMAT_TEXT,
  TRIO_FORMAT_CSV,
} TrioFormat;

#define TRIO_N_FORMATS (TRIO_FORMAT_CSV + 1)

const char *trio_format_get_id (TrioFormat format);
const char *trio_format_get_extension (TrioFormat format);
const char *trio_format_get_mime_type (TrioFormat format);
const char *trio_format_get_name (TrioFormat format);
gboolean trio_format_from_id (const char *id, TrioFormat *format, GError **error);
gboolean trio_format_from_path (const char *path, TrioFormat *format, GError **error);

GBytes *
trio_writer_write (TrioFormat format, TrioDoc *doc, GCancellable *cancellable, GError **error);
char *trio_writer_copy_html (TrioDoc *doc);
char *trio_writer_copy_text (TrioDoc *doc);

gboolean trio_writer_save (
    TrioFormat format, TrioDoc *doc, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
