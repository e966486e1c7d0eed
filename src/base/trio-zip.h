/* trio-zip.h: builds a ZIP archive in memory, the same bytes for the same parts.
 *
 * Parts keep the order in which they are added; all carry one fixed time. A part added with
 * store and first, such as the mimetype of an ODT, has no extra field and no compression.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrioZip TrioZip;

/**
 * TrioZipMethod:
 * @TRIO_ZIP_DEFLATE: compress the part
 * @TRIO_ZIP_STORE: keep the bytes as they are
 */
typedef enum
{
  TRIO_ZIP_DEFLATE,
  TRIO_ZIP_STORE,
} TrioZipMethod;

TrioZip *trio_zip_new (void);
void trio_zip_free (TrioZip *zip);
gboolean
trio_zip_add (TrioZip *zip, const char *name, GBytes *bytes, TrioZipMethod method, GError **error);
GBytes *trio_zip_finish (TrioZip *zip, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioZip, trio_zip_free)

G_END_DECLS
