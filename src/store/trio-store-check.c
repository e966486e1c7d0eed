/* trio-store-check.c: what a file must satisfy before its content is believed.
 *
 * Each check ends the opening with a message of its own. They come in the order in which
 * they get more expensive; the first ones read the file through SQLite's own descriptor
 * without asking SQLite to understand it.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define HEADER_LENGTH 100
#define MAX_FINDINGS  100

static const char magic[16] = "SQLite format 3";

/**
 * trio_file_check_place:
 * @path: a path
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether there is a file of a possible size
 */
gboolean
trio_file_check_place (const char *path, GError **error)
{
  g_autofree char *name = trio_place_dup_name (path);
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      int number = errno;

      if (number == ENOENT || number == ENOTDIR)
        g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                     _ ("There is no file “%s” at this place."), name);
      else
        g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO, _ ("“%s” cannot be opened: %s."), name,
                     g_strerror (number));
      return FALSE;
    }
  if (S_ISDIR (info.st_mode))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_FOREIGN,
                   _ ("“%s” is a folder, not a workshop file."), name);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_FOREIGN, _ ("“%s” is not a workshop file."), name);
      return FALSE;
    }
  if (info.st_size == 0)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
                   _ ("“%s” is empty: it holds nothing at all."), name);
      return FALSE;
    }
  if (info.st_size > TRIO_FILE_MAX_SIZE)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than any workshop file may be."), name);
      return FALSE;
    }
  return TRUE;
}

static guint32
get_big_endian (const guint8 *at)
{
  return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

static gboolean
read_header (TrioFile *file, guint8 *header, sqlite3_int64 *size, GError **error)
{
  sqlite3_file *raw = NULL;
  int rc = sqlite3_file_control (file->db, "main", SQLITE_FCNTL_FILE_POINTER, &raw);

  if (rc == SQLITE_OK && (raw == NULL || raw->pMethods == NULL))
    rc = SQLITE_CANTOPEN;
  if (rc == SQLITE_OK)
    rc = raw->pMethods->xFileSize (raw, size);
  memset (header, 0, HEADER_LENGTH);
  if (rc == SQLITE_OK)
    rc = raw->pMethods->xRead (raw, header, HEADER_LENGTH, 0);
  /* The rest of a short file reads as zeros, which the checks refuse. */
  if (rc == SQLITE_OK || rc == SQLITE_IOERR_SHORT_READ)
    return TRUE;
  g_propagate_error (error, trio_sqlite_error (file->db, rc, file->path));
  return FALSE;
}

/**
 * trio_file_check_header:
 * @file: a file that is open, but from which SQLite has not read yet
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Reads kind and version from the first bytes and sets the version of @file.
 *
 * Returns: whether it is a workshop file of a version that this program knows, or a newer
 *   one that is to be opened read-only
 */
gboolean
trio_file_check_header (TrioFile *file, GError **error)
{
  g_autofree char *name = trio_place_dup_name (file->path);
  guint8 header[HEADER_LENGTH];
  sqlite3_int64 size;
  guint32 version;

  if (!read_header (file, header, &size, error))
    return FALSE;
  if (memcmp (header, magic, sizeof magic) != 0)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_FOREIGN,
                   _ ("“%s” is not a workshop file, or its beginning is destroyed."), name);
      return FALSE;
    }
  if (get_big_endian (header + 68) != TRIO_APPLICATION_ID)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_FOREIGN,
                   _ ("“%s” belongs to another program; it is not a workshop file."), name);
      return FALSE;
    }
  version = get_big_endian (header + 60);
  if (version == 0 || version > G_MAXINT32)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
                   _ ("“%s” is damaged: its version number makes no sense."), name);
      return FALSE;
    }
  if (version > file->schema->version && !file->read_only)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NEWER,
                   _ ("“%s” was written by a newer version of the program. It can be read, but "
                      "not changed; update the program to change it."),
                   name);
      return FALSE;
    }
  file->version = version;
  return TRUE;
}

/**
 * trio_file_check_length:
 * @file: a file that is locked, with an interrupted transaction already rolled back
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether the file is as long as it says
 */
gboolean
trio_file_check_length (TrioFile *file, GError **error)
{
  g_autofree char *name = trio_place_dup_name (file->path);
  guint8 header[HEADER_LENGTH];
  sqlite3_int64 size;
  gint64 page_size;
  gint64 n_pages;

  if (!read_header (file, header, &size, error))
    return FALSE;
  page_size = header[16] << 8 | header[17];
  /* 1 stands for 65536, which has no room in two bytes. */
  page_size = page_size == 1 ? 65536 : page_size;
  n_pages = get_big_endian (header + 28);
  if (page_size * n_pages == size)
    return TRUE;
  if (page_size * n_pages > size)
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
                 _ ("“%s” is damaged: its end is missing. Perhaps it was not copied or "
                    "downloaded completely."),
                 name);
  else
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
                 _ ("“%s” is damaged: something was added at its end."), name);
  return FALSE;
}

/**
 * trio_file_check_pages:
 * @file: a file
 * @thorough: whether indices are compared with their tables as well
 * @findings: (nullable) (element-type utf8): where to add what is wrong; without it the
 *   first thing is an error
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Lets SQLite check the structure of the file.
 *
 * Returns: whether the check ran, and without @findings, whether all is well
 */
gboolean
trio_file_check_pages (TrioFile *file, gboolean thorough, GPtrArray *findings, GError **error)
{
  g_autofree char *name = trio_place_dup_name (file->path);
  g_autoptr (sqlite3_stmt) stmt
      = trio_sqlite_prepare (file->db, file->path,
                             thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check(1)", error);
  int rc;

  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      const char *line = (const char *)sqlite3_column_text (stmt, 0);

      if (g_strcmp0 (line, "ok") == 0)
        continue;
      if (findings != NULL)
        {
          g_ptr_array_add (findings, g_utf8_make_valid (line != NULL ? line : "", -1));
          continue;
        }
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
                   _ ("“%s” is damaged: parts of it do not fit together."), name);
      return FALSE;
    }
  if (rc != SQLITE_DONE)
    return trio_sqlite_fail (file->db, file->path, error);
  return TRUE;
}

static gboolean
check_log (TrioFile *file, GPtrArray *findings)
{
  gint64 before = G_MAXINT64;

  for (;;)
    {
      g_autoptr (GError) why = NULL;
      g_autoptr (GPtrArray) steps = trio_log_read (file, 0, before, 200, TRUE, &why);

      if (steps == NULL)
        {
          g_ptr_array_add (findings, g_strdup (why->message));
          return FALSE;
        }
      if (steps->len == 0)
        return TRUE;
      before = ((TrioStep *)g_ptr_array_index (steps, steps->len - 1))->id;
    }
}

/**
 * trio_file_check_all:
 * @file: a file
 * @findings: (element-type utf8): where to add what is wrong, a line each
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Reads everything in the file again and checks it: pages, declarations, rows, references
 * and the whole log.
 *
 * Returns: whether the check ran to its end, whatever it found
 */
gboolean
trio_file_check_all (TrioFile *file, GPtrArray *findings, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (!trio_file_check_pages (file, TRUE, findings, error))
    return FALSE;
  if (file->version <= file->schema->version)
    {
      if (!trio_schema_verify (file->db, file->path, file->schema, file->version, &why)
          || !trio_file_check_length (file, &why))
        g_ptr_array_add (findings, g_strdup (why->message));
      if (!trio_file_load_records (file, file->version, TRUE, findings, error))
        return FALSE;
      g_clear_pointer (&file->records, g_ptr_array_unref);
      check_log (file, findings);
    }
  if (findings->len > MAX_FINDINGS)
    g_ptr_array_set_size (findings, MAX_FINDINGS);
  return TRUE;
}
