/* trio-value.h: one value of one field, and the identity of objects.
 *
 * Values are what changes, records, the log, JSON and SQLite rows are made of. Text is a
 * shared immutable string, so that copying a value never copies text.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrioId:
 *
 * The number of an object inside one file. It is unique over all kinds, never used for
 * another object, and means nothing outside the file; 0 is no object.
 */
typedef gint64 TrioId;

/**
 * TrioUuid:
 * @bytes: the sixteen bytes in network order
 *
 * The identity of an object in the world (RFC 9562, version 4): the same in every copy of a
 * file, and what a merge compares.
 */
typedef struct
{
  guint8 bytes[16];
} TrioUuid;

#define TRIO_UUID_TEXT_LENGTH 36

void trio_uuid_init_random (TrioUuid *uuid);
char *trio_uuid_to_text (const TrioUuid *uuid);
gboolean trio_uuid_from_text (TrioUuid *uuid, const char *text);
int trio_uuid_compare (const TrioUuid *a, const TrioUuid *b);
guint trio_uuid_hash (gconstpointer uuid);
gboolean trio_uuid_equal (gconstpointer a, gconstpointer b);

/**
 * TrioValueType:
 * @TRIO_VALUE_NULL: no value
 * @TRIO_VALUE_INT: a whole number; also truth values, choices, moments and references
 * @TRIO_VALUE_REAL: a finite real number
 * @TRIO_VALUE_TEXT: UTF-8 text
 *
 * How a value is stored.
 */
typedef enum
{
  TRIO_VALUE_NULL,
  TRIO_VALUE_INT,
  TRIO_VALUE_REAL,
  TRIO_VALUE_TEXT,
} TrioValueType;

/**
 * TrioValue:
 * @type: which member holds the value
 * @integer: of a %TRIO_VALUE_INT
 * @real: of a %TRIO_VALUE_REAL
 * @text: of a %TRIO_VALUE_TEXT, a #GRefString
 *
 * One value. A zeroed #TrioValue is %TRIO_VALUE_NULL.
 */
typedef struct
{
  TrioValueType type;
  union
  {
    gint64 integer;
    double real;
    char *text;
  };
} TrioValue;

#define TRIO_VALUE_INIT \
  {                     \
    TRIO_VALUE_NULL,    \
    {                   \
      0                 \
    }                   \
  }

TrioValue trio_value_int (gint64 integer);
TrioValue trio_value_real (double real);
TrioValue trio_value_text (const char *text);
TrioValue trio_value_text_len (const char *text, gsize length);
TrioValue trio_value_copy (const TrioValue *value);
void trio_value_clear (TrioValue *value);
gboolean trio_value_equal (const TrioValue *a, const TrioValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrioValue, trio_value_clear)

G_END_DECLS
