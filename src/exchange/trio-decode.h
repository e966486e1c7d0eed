/* trio-decode.h: bytes of a text file from anywhere → UTF-8, saying which encoding it was.
 *
 * Recognised: UTF-8 and UTF-16 (either byte order), each with or without a byte order mark,
 * and Windows-1252. Characters are never normalised: a participant's words stay as they are.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrioEncoding:
 * @TRIO_ENCODING_UTF8: UTF-8
 * @TRIO_ENCODING_UTF16_LE: UTF-16, least significant byte first
 * @TRIO_ENCODING_UTF16_BE: UTF-16, most significant byte first
 * @TRIO_ENCODING_WINDOWS_1252: Windows-1252, the Western code page of Windows
 *
 * The encodings that trio_decode() knows.
 */
typedef enum
{
  TRIO_ENCODING_UTF8,
  TRIO_ENCODING_UTF16_LE,
  TRIO_ENCODING_UTF16_BE,
  TRIO_ENCODING_WINDOWS_1252,
} TrioEncoding;

/**
 * TrioDecoded:
 * @text: valid UTF-8 without a byte order mark, NUL-terminated and without other NULs
 * @length: the length of @text in bytes
 * @encoding: what the bytes were
 * @has_mark: whether a byte order mark told so
 * @n_replaced: how many damaged places became U+FFFD
 * @first_replaced_line: the line of the first of them, from 1; 0 without any
 *
 * A decoded text.
 */
typedef struct
{
  char *text;
  gsize length;
  TrioEncoding encoding;
  gboolean has_mark;
  guint n_replaced;
  guint first_replaced_line;
} TrioDecoded;

TrioDecoded *trio_decode (GBytes *bytes, GError **error);
void trio_decoded_free (TrioDecoded *decoded);
const char *trio_encoding_get_name (TrioEncoding encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioDecoded, trio_decoded_free)

G_END_DECLS
