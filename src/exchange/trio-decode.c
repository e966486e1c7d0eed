/* trio-decode.c: recognises the encoding of a text file and turns it into UTF-8.
 *
 * A byte order mark decides. Without one, zero bytes at every second place mean UTF-16, valid
 * UTF-8 is UTF-8, mostly valid UTF-8 is damaged UTF-8, and anything else is Windows-1252.
 */
#include "config.h"

#include "exchange/trio-decode.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"

#define REPLACEMENT 0xFFFD

/* How much of a file without a mark is looked at to recognise UTF-16. */
#define UTF16_SAMPLE 65536

/* The characters of Windows-1252 from 0x80 to 0x9F; 0 where it has none. Below and above it
 * is Latin-1. */
static const gunichar windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* Refuses the kinds of file that people mistake for text, by their first bytes. */
static gboolean
check_not_document (const guint8 *data, gsize length, GError **error)
{
  const char *what = NULL;

  if (length >= 4 && memcmp (data, "PK\003\004", 4) == 0)
    what = _ ("This is a Word, LibreOffice, spreadsheet or zip file, not a text file. Open it and "
              "paste the list, or save it as plain text or CSV.");
  else if (length >= 8 && memcmp (data, "\320\317\021\340\241\261\032\341", 8) == 0)
    what = _ ("This is an old Word or Excel file, not a text file. Open it and paste the list, or "
              "save it as plain text or CSV.");
  else if (length >= 5 && memcmp (data, "%PDF-", 5) == 0)
    what = _ ("This is a PDF, not a text file. Open it and paste the list.");
  else if (length >= 5 && memcmp (data, "{\\rtf", 5) == 0)
    what = _ ("This is a rich text (RTF) document, not a text file. Open it and paste the list, "
              "or save it as plain text.");
  else if (length >= 16 && memcmp (data, "SQLite format 3", 16) == 0)
    what = _ ("This is a workshop file or another database, not a text file.");

  if (what == NULL)
    return TRUE;

  g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_PARSE, what);
  return FALSE;
}

/* UTF-16 without a mark: in Danish and English nearly every high byte is zero, no low byte is. */
static gboolean
looks_like_utf16 (const guint8 *data, gsize length, TrioEncoding *encoding)
{
  gsize n_pairs = MIN (length, UTF16_SAMPLE) / 2;
  gsize zero_even = 0;
  gsize zero_odd = 0;

  for (gsize i = 0; i < n_pairs; i++)
    {
      zero_even += data[2 * i] == 0;
      zero_odd += data[2 * i + 1] == 0;
    }

  if (n_pairs == 0 || MAX (zero_even, zero_odd) < (n_pairs + 1) / 2)
    return FALSE;
  if (MIN (zero_even, zero_odd) > n_pairs / 50)
    return FALSE;

  *encoding = zero_odd > zero_even ? TRIO_ENCODING_UTF16_LE : TRIO_ENCODING_UTF16_BE;
  return TRUE;
}

static void
append_replacement (GString *out, TrioDecoded *decoded)
{
  if (decoded->n_replaced++ == 0)
    {
      decoded->first_replaced_line = 1;
      for (gsize i = 0; i < out->len; i++)
        decoded->first_replaced_line += out->str[i] == '\n';
    }
  g_string_append_unichar (out, REPLACEMENT);
}

static GString *
decode_utf16 (const guint8 *data, gsize length, TrioDecoded *decoded)
{
  GString *out = g_string_sized_new (length / 2 + length / 16 + 1);
  guint low = decoded->encoding == TRIO_ENCODING_UTF16_LE ? 0 : 1;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar unit = data[i + low] | (gunichar)data[i + 1 - low] << 8;

      if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < length)
        {
          gunichar next = data[i + 2 + low] | (gunichar)data[i + 3 - low] << 8;

          if (next >= 0xDC00 && next < 0xE000)
            {
              g_string_append_unichar (out, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
              i += 2;
              continue;
            }
        }

      if (unit >= 0xD800 && unit < 0xE000)
        append_replacement (out, decoded);
      else
        g_string_append_unichar (out, unit);
    }

  if (length % 2 != 0)
    append_replacement (out, decoded);

  return out;
}

/* Whether the bytes, which are not valid UTF-8, are damaged UTF-8 rather than Windows-1252:
 * a letter of Windows-1252 followed by a fitting sign is rare, a whole text of them is not
 * Danish. */
static gboolean
is_damaged_utf8 (const guint8 *data, gsize length)
{
  const char *p = (const char *)data;
  const char *end = p + length;
  gsize n_valid = 0;
  gsize n_invalid = 0;

  while (p < end)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);

      if ((c & 0x80000000) != 0)
        {
          n_invalid++;
          p++;
        }
      else
        {
          n_valid += c >= 0x80;
          p = g_utf8_next_char (p);
        }
    }

  return n_valid > n_invalid;
}

static GString *
decode_damaged_utf8 (const guint8 *data, gsize length, TrioDecoded *decoded)
{
  GString *out = g_string_sized_new (length + 16);
  const char *p = (const char *)data;
  const char *end = p + length;

  while (p < end)
    {
      const char *valid_end;

      g_utf8_validate_len (p, end - p, &valid_end);
      g_string_append_len (out, p, valid_end - p);
      if (valid_end == end)
        break;

      append_replacement (out, decoded);
      p = valid_end + 1;
      /* The rest of a broken sequence belongs to the same damage. */
      while (p < end && ((guint8)*p & 0xC0) == 0x80)
        p++;
    }

  return out;
}

static GString *
decode_windows_1252 (const guint8 *data, gsize length, TrioDecoded *decoded)
{
  GString *out = g_string_sized_new (length + length / 8 + 1);

  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = data[i];

      if (byte < 0x80)
        g_string_append_c (out, (char)byte);
      else if (byte >= 0xA0)
        g_string_append_unichar (out, byte);
      else if (windows_1252[byte - 0x80] != 0)
        g_string_append_unichar (out, windows_1252[byte - 0x80]);
      else
        append_replacement (out, decoded);
    }

  return out;
}

/* Finds the encoding and skips the mark; @data and @length become what is to be decoded. */
static void
recognise (const guint8 **data, gsize *length, TrioDecoded *decoded)
{
  gsize mark = 0;

  if (*length >= 3 && memcmp (*data, "\357\273\277", 3) == 0)
    {
      decoded->encoding = TRIO_ENCODING_UTF8;
      mark = 3;
    }
  else if (*length >= 2 && memcmp (*data, "\377\376", 2) == 0)
    {
      decoded->encoding = TRIO_ENCODING_UTF16_LE;
      mark = 2;
    }
  else if (*length >= 2 && memcmp (*data, "\376\377", 2) == 0)
    {
      decoded->encoding = TRIO_ENCODING_UTF16_BE;
      mark = 2;
    }
  else if (memchr (*data, 0, *length) != NULL
           && looks_like_utf16 (*data, *length, &decoded->encoding))
    return;
  else if (g_utf8_validate_len ((const char *)*data, *length, NULL)
           || is_damaged_utf8 (*data, *length))
    decoded->encoding = TRIO_ENCODING_UTF8;
  else
    decoded->encoding = TRIO_ENCODING_WINDOWS_1252;

  decoded->has_mark = mark > 0;
  *data += mark;
  *length -= mark;
}

static TrioDecoded *
refuse_nul (GError **error)
{
  g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_PARSE,
                       _ ("This is not a text file: it holds NUL characters, which no text has. "
                          "Open it in the program it comes from and save it as plain text."));
  return NULL;
}

/**
 * trio_decode:
 * @bytes: the content of a text file
 * @error: return location for a #GError
 *
 * Recognises the encoding of @bytes and decodes them. Damaged places become U+FFFD and are
 * counted; they are not an error, since the rest of a list is worth having. A file that is
 * not text (a Word file, a PDF, a database, anything with NUL characters) is refused with
 * %TRIO_ERROR_PARSE.
 *
 * Returns: (transfer full): the text, or %NULL with @error set
 */
TrioDecoded *
trio_decode (GBytes *bytes, GError **error)
{
  g_autoptr (TrioDecoded) decoded = g_new0 (TrioDecoded, 1);
  GString *text;
  gsize length;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    {
      decoded->text = g_strdup ("");
      return g_steal_pointer (&decoded);
    }

  if (!check_not_document (data, length, error))
    return NULL;

  recognise (&data, &length, decoded);

  if (decoded->encoding != TRIO_ENCODING_UTF16_LE && decoded->encoding != TRIO_ENCODING_UTF16_BE
      && memchr (data, 0, length) != NULL)
    return refuse_nul (error);

  switch (decoded->encoding)
    {
    case TRIO_ENCODING_UTF16_LE:
    case TRIO_ENCODING_UTF16_BE:
      text = decode_utf16 (data, length, decoded);
      break;
    case TRIO_ENCODING_WINDOWS_1252:
      text = decode_windows_1252 (data, length, decoded);
      break;
    case TRIO_ENCODING_UTF8:
    default:
      text = decode_damaged_utf8 (data, length, decoded);
      break;
    }

  if (memchr (text->str, 0, text->len) != NULL)
    {
      g_string_free (text, TRUE);
      return refuse_nul (error);
    }

  decoded->length = text->len;
  decoded->text = g_string_free (text, FALSE);
  return g_steal_pointer (&decoded);
}

/**
 * trio_decoded_free:
 * @decoded: (nullable): a decoded text
 *
 * Frees @decoded with its text.
 */
void
trio_decoded_free (TrioDecoded *decoded)
{
  if (decoded == NULL)
    return;

  g_free (decoded->text);
  g_free (decoded);
}

/**
 * trio_encoding_get_name:
 * @encoding: an encoding
 *
 * Returns: the name of @encoding as people know it; not translated
 */
const char *
trio_encoding_get_name (TrioEncoding encoding)
{
  static const char *const names[] = { "UTF-8", "UTF-16 LE", "UTF-16 BE", "Windows-1252" };

  g_return_val_if_fail (encoding < G_N_ELEMENTS (names), "");

  return names[encoding];
}
