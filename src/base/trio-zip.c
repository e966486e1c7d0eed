/* trio-zip.c: a deterministic ZIP archive in memory, with libzip.
 *
 * libzip does not copy what it is given, so the parts are kept until the archive is closed;
 * closing does the writing and is where it can fail.
 */
#include "config.h"

#include "base/trio-zip.h"

#include <glib/gi18n-lib.h>
#include <zip.h>

#include "base/trio-error.h"

/* 1 January 1996, 00:00, the same for every part: a file must not depend on the clock. */
#define FIXED_DATE (((1996 - 1980) << 9) | (1 << 5) | 1)
#define FIXED_TIME 0

struct _TrioZip
{
  zip_source_t *target;
  zip_t *archive;
  GPtrArray *parts; /* GBytes */
};

static gboolean
fail (const char *reason, GError **error)
{
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_FAILED,
               /* Translators: %s is a technical reason. */
               _ ("The file could not be packed (%s). Try again."), reason);
  return FALSE;
}

/**
 * trio_zip_new:
 *
 * Returns: (transfer full): an empty archive
 */
TrioZip *
trio_zip_new (void)
{
  TrioZip *zip = g_new0 (TrioZip, 1);

  zip->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  zip->target = zip_source_buffer_create (NULL, 0, 0, NULL);
  if (zip->target != NULL)
    zip->archive = zip_open_from_source (zip->target, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  /* Closing releases the source once; the bytes are read from it after that. */
  if (zip->archive != NULL)
    zip_source_keep (zip->target);
  return zip;
}

/**
 * trio_zip_free:
 * @zip: (nullable): an archive, finished or not
 */
void
trio_zip_free (TrioZip *zip)
{
  if (zip == NULL)
    return;
  if (zip->archive != NULL)
    zip_discard (zip->archive);
  if (zip->target != NULL)
    zip_source_free (zip->target);
  g_ptr_array_unref (zip->parts);
  g_free (zip);
}

/**
 * trio_zip_add:
 * @zip: an archive that is not finished
 * @name: the name of the part, with slashes
 * @bytes: its content
 * @method: whether to compress it
 * @error: return location for an error
 *
 * Adds a part after the ones that are there.
 *
 * Returns: %TRUE, or %FALSE with %TRIO_ERROR_FAILED
 */
gboolean
trio_zip_add (TrioZip *zip, const char *name, GBytes *bytes, TrioZipMethod method, GError **error)
{
  gconstpointer data;
  gsize size;
  zip_source_t *source;
  zip_int64_t index;
  zip_int32_t compression = method == TRIO_ZIP_STORE ? ZIP_CM_STORE : ZIP_CM_DEFLATE;

  g_return_val_if_fail (zip != NULL && name != NULL && bytes != NULL, FALSE);

  if (zip->archive == NULL)
    return fail ("zip_open", error);

  g_ptr_array_add (zip->parts, g_bytes_ref (bytes));
  data = g_bytes_get_data (bytes, &size);
  source = zip_source_buffer (zip->archive, data, size, 0);
  if (source == NULL)
    return fail (zip_strerror (zip->archive), error);
  index = zip_file_add (zip->archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return fail (zip_strerror (zip->archive), error);
    }
  if (zip_set_file_compression (zip->archive, (zip_uint64_t)index, compression, 0) != 0
      || zip_file_set_dostime (zip->archive, (zip_uint64_t)index, FIXED_TIME, FIXED_DATE, 0) != 0)
    return fail (zip_strerror (zip->archive), error);
  return TRUE;
}

/**
 * trio_zip_finish:
 * @zip: an archive that is not finished
 * @error: return location for an error
 *
 * Writes the archive. Nothing can be added after that.
 *
 * Returns: (transfer full) (nullable): the bytes of the archive, or %NULL with
 *   %TRIO_ERROR_FAILED
 */
GBytes *
trio_zip_finish (TrioZip *zip, GError **error)
{
  zip_stat_t stat;
  g_autofree guint8 *data = NULL;

  g_return_val_if_fail (zip != NULL, NULL);

  if (zip->archive == NULL)
    {
      fail ("zip_open", error);
      return NULL;
    }
  if (zip_close (zip->archive) != 0)
    {
      fail (zip_strerror (zip->archive), error);
      return NULL;
    }
  zip->archive = NULL;

  if (zip_source_stat (zip->target, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0
      || zip_source_open (zip->target) != 0)
    {
      fail (zip_error_strerror (zip_source_error (zip->target)), error);
      return NULL;
    }
  data = g_malloc (MAX (stat.size, 1));
  if (zip_source_read (zip->target, data, stat.size) != (zip_int64_t)stat.size)
    {
      zip_source_close (zip->target);
      fail (zip_error_strerror (zip_source_error (zip->target)), error);
      return NULL;
    }
  zip_source_close (zip->target);
  return g_bytes_new_take (g_steal_pointer (&data), stat.size);
}
