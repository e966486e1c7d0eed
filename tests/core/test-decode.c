/* test-decode.c: text files from everywhere become the same UTF-8. */
#include "exchange/trio-decode.h"

#include <string.h>

#include "base/trio-error.h"

static const char sample[]
    = "STATION 4: EN STÆRK FORTÆLLING\r\n• Tal om ”det nære” – også på tværs\r\n";

static TrioDecoded *
decode (const char *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  TrioDecoded *decoded = trio_decode (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (decoded->text, -1, NULL));
  g_assert_cmpuint (strlen (decoded->text), ==, decoded->length);
  return decoded;
}

static void
check_sample (const char *charset, const char *mark, gsize mark_length, TrioEncoding expected)
{
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autofree char *converted = g_convert (sample, -1, charset, "UTF-8", NULL, &length, &error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *)mark, mark_length);
  g_byte_array_append (bytes, (const guint8 *)converted, length);

  g_autoptr (TrioDecoded) decoded = decode ((const char *)bytes->data, bytes->len);

  g_assert_cmpstr (decoded->text, ==, sample);
  g_assert_cmpint (decoded->encoding, ==, expected);
  g_assert_cmpint (decoded->has_mark, ==, mark_length > 0);
  g_assert_cmpuint (decoded->n_replaced, ==, 0);
}

static void
test_encodings (void)
{
  check_sample ("UTF-8", "", 0, TRIO_ENCODING_UTF8);
  check_sample ("UTF-8", "\xEF\xBB\xBF", 3, TRIO_ENCODING_UTF8);
  check_sample ("UTF-16LE", "\xFF\xFE", 2, TRIO_ENCODING_UTF16_LE);
  check_sample ("UTF-16LE", "", 0, TRIO_ENCODING_UTF16_LE);
  check_sample ("UTF-16BE", "\xFE\xFF", 2, TRIO_ENCODING_UTF16_BE);
  check_sample ("UTF-16BE", "", 0, TRIO_ENCODING_UTF16_BE);
  check_sample ("WINDOWS-1252", "", 0, TRIO_ENCODING_WINDOWS_1252);
}

static void
test_all_of_1252 (void)
{
  for (guint byte = 1; byte < 256; byte++)
    {
      char data[] = { 'a', (char)byte, 'b', (char)0xE6, 0 };
      g_autoptr (TrioDecoded) decoded = decode (data, 4);
      g_autofree char *expected = g_convert (data, 4, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

      g_assert_cmpint (decoded->encoding, ==, TRIO_ENCODING_WINDOWS_1252);
      if (expected)
        g_assert_cmpstr (decoded->text, ==, expected);
      else
        g_assert_cmpuint (decoded->n_replaced, ==, 1);
    }
}

static void
test_emoji_in_utf16 (void)
{
  g_autoptr (TrioDecoded) decoded = decode ("\xFF\xFE\x3D\xD8\x00\xDE!\0", 8);

  g_assert_cmpstr (decoded->text, ==, "😀!");
}

static void
test_damage (void)
{
  g_autoptr (TrioDecoded) utf8 = decode ("æøå\nR\xC3 og r\xC3\xB8", 16);
  g_autoptr (TrioDecoded) lone = decode ("\xFF\xFE\x00\xD8"
                                         "a\0",
                                         6);
  g_autoptr (TrioDecoded) odd = decode ("\xFF\xFE"
                                        "a\0b",
                                        5);

  g_assert_cmpint (utf8->encoding, ==, TRIO_ENCODING_UTF8);
  g_assert_cmpstr (utf8->text, ==, "æøå\nR� og rø");
  g_assert_cmpuint (utf8->n_replaced, ==, 1);
  g_assert_cmpuint (utf8->first_replaced_line, ==, 2);
  g_assert_cmpstr (lone->text, ==, "�a");
  g_assert_cmpstr (odd->text, ==, "a�");
  g_assert_cmpuint (odd->n_replaced, ==, 1);
}

static void
refuse (const char *data, gsize length, const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioDecoded) decoded = trio_decode (bytes, &error);

  g_assert_null (decoded);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_not_text (void)
{
  refuse ("PK\003\004rest", 8, "Word");
  refuse ("%PDF-1.7\n", 9, "PDF");
  refuse ("{\\rtf1 a}", 9, "RTF");
  refuse ("\320\317\021\340\241\261\032\341", 8, "old Word");
  refuse ("SQLite format 3\0rest", 20, "database");
  refuse ("• a\0b\n", 8, "NUL");
  refuse ("\xEF\xBB\xBF\0", 4, "NUL");
  refuse ("\xFF\xFE\0\0", 4, "NUL");
  refuse ("a\0\0\0\0\0\0\0", 8, "NUL");
}

static void
test_empty (void)
{
  g_autoptr (TrioDecoded) decoded = decode ("", 0);
  g_autoptr (TrioDecoded) mark = decode ("\xEF\xBB\xBF", 3);

  g_assert_cmpstr (decoded->text, ==, "");
  g_assert_cmpstr (mark->text, ==, "");
  g_assert_true (mark->has_mark);
}

/* Any bytes: valid UTF-8 or a clear refusal. */
static void
test_random (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      guint length = g_test_rand_int_range (0, 200);
      g_autoptr (GByteArray) data = g_byte_array_new ();
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < length; j++)
        {
          guint8 byte = g_test_rand_int_range (i % 4 == 0 ? 0 : 1, 256);

          g_byte_array_append (data, &byte, 1);
        }

      g_autoptr (GBytes) bytes = g_bytes_new (data->data, data->len);
      g_autoptr (TrioDecoded) decoded = trio_decode (bytes, &error);

      if (decoded)
        g_assert_true (g_utf8_validate_len (decoded->text, decoded->length, NULL));
      else
        g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
    }
}

static void
test_names (void)
{
  g_assert_cmpstr (trio_encoding_get_name (TRIO_ENCODING_UTF8), ==, "UTF-8");
  g_assert_cmpstr (trio_encoding_get_name (TRIO_ENCODING_WINDOWS_1252), ==, "Windows-1252");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decode/encodings", test_encodings);
  g_test_add_func ("/decode/windows-1252", test_all_of_1252);
  g_test_add_func ("/decode/utf-16/emoji", test_emoji_in_utf16);
  g_test_add_func ("/decode/damage", test_damage);
  g_test_add_func ("/decode/not-text", test_not_text);
  g_test_add_func ("/decode/empty", test_empty);
  g_test_add_func ("/decode/random", test_random);
  g_test_add_func ("/decode/names", test_names);

  return g_test_run ();
}
