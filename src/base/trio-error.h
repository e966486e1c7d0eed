/* trio-error.h: the one error domain of the core.
 *
 * Every expected failure is a GError whose message a facilitator understands: it says
 * what went wrong, where, and what to do. Codes let callers react; nobody parses messages.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrioError:
 * @TRIO_ERROR_FAILED: something failed that has no code of its own
 * @TRIO_ERROR_INVALID: a value, reference or argument is not allowed
 * @TRIO_ERROR_NOT_FOUND: the named file, object, set or template does not exist
 * @TRIO_ERROR_EXISTS: something with that name is there already
 * @TRIO_ERROR_PARSE: the input text, XML or CSV cannot be understood
 * @TRIO_ERROR_IO: reading or writing failed
 * @TRIO_ERROR_NO_SPACE: the disk or quota is full
 * @TRIO_ERROR_READ_ONLY: the file or its folder cannot be written
 * @TRIO_ERROR_LOCKED: another program holds the file
 * @TRIO_ERROR_FOREIGN: the file is not a workshop file
 * @TRIO_ERROR_DAMAGED: the file is a workshop file, but damaged or truncated
 * @TRIO_ERROR_NEWER: the file was written by a newer version
 * @TRIO_ERROR_TOO_LARGE: a size limit was exceeded
 * @TRIO_ERROR_NOTHING: there is nothing to do (nothing to undo, nothing to import)
 *
 * What kind of failure a #GError of the domain %TRIO_ERROR reports. A cancelled
 * operation reports %G_IO_ERROR_CANCELLED instead.
 */
typedef enum
{
  TRIO_ERROR_FAILED,
  TRIO_ERROR_INVALID,
  TRIO_ERROR_NOT_FOUND,
  TRIO_ERROR_EXISTS,
  TRIO_ERROR_PARSE,
  TRIO_ERROR_IO,
  TRIO_ERROR_NO_SPACE,
  TRIO_ERROR_READ_ONLY,
  TRIO_ERROR_LOCKED,
  TRIO_ERROR_FOREIGN,
  TRIO_ERROR_DAMAGED,
  TRIO_ERROR_NEWER,
  TRIO_ERROR_TOO_LARGE,
  TRIO_ERROR_NOTHING,
} TrioError;

#define TRIO_ERROR (trio_error_quark ())

GQuark trio_error_quark (void);

G_END_DECLS
