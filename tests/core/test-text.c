/* test-text.c: cleaning, folding, capitals, shortening, sorting, words and dates. */
#include <string.h>

#include "base/trio-date.h"
#include "base/trio-error.h"
#include "base/trio-text.h"

static void
assert_clean (const char *in, gssize length, TrioTextFlags flags, const char *out)
{
  g_autofree char *clean = trio_text_clean (in, length, flags);

  g_assert_cmpstr (clean, ==, out);
}

static void
test_clean (void)
{
  assert_clean (NULL, -1, TRIO_TEXT_PLAIN, "");
  assert_clean ("Blåbærgrød – ”ja” / ÆØÅ", -1, TRIO_TEXT_PLAIN, "Blåbærgrød – ”ja” / ÆØÅ");
  assert_clean ("a\001b\033c\177d\302\200e", -1, TRIO_TEXT_PLAIN, "abcde");
  assert_clean ("a\0b", 3, TRIO_TEXT_PLAIN, "ab");
  assert_clean ("a\377\303b\355\240\200c\300\200d", -1, TRIO_TEXT_PLAIN, "abcd");
  assert_clean ("a\357\277\276b\357\277\277c\357\267\220d", -1, TRIO_TEXT_PLAIN, "abcd");
  assert_clean ("\357\273\277a", -1, TRIO_TEXT_PLAIN, "a");
  assert_clean ("a\r\nb\rc\342\200\250d\342\200\251e\302\205f", -1, TRIO_TEXT_PLAIN,
                "a\nb\nc\nd\ne\nf");
  assert_clean ("a\tb\nc", -1, TRIO_TEXT_ONE_LINE, "a b c");
  assert_clean ("op\302\255gave", -1, TRIO_TEXT_PLAIN, "op\302\255gave");
  assert_clean ("op\302\255gave", -1, TRIO_TEXT_NO_SOFT_HYPHENS, "opgave");
  assert_clean ("a\314\212", -1, TRIO_TEXT_PLAIN, "a\314\212");
  assert_clean ("a\314\212", -1, TRIO_TEXT_NFC, "å");
  assert_clean ("  a b \n", -1, TRIO_TEXT_TRIM, "a b");
  assert_clean ("😀👩‍👩‍👧 مرحبا", -1, TRIO_TEXT_PLAIN,
                "😀👩‍👩‍👧 مرحبا");
}

/* Whatever the bytes, the result is valid, legal and stays the same when cleaned again. */
static void
test_clean_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char bytes[64];
      gsize length = (gsize)g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char)g_test_rand_int_range (0, 256);
      once = trio_text_clean (bytes, (gssize)length, TRIO_TEXT_PLAIN);
      twice = trio_text_clean (once, -1, TRIO_TEXT_PLAIN);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
      for (const char *p = once; *p != '\0'; p++)
        g_assert_true (*p == '\n' || (guchar)*p >= 0x20);
    }
}

static void
assert_fold (const char *in, const char *out)
{
  g_autofree char *folded = trio_text_fold (in);

  g_assert_cmpstr (folded, ==, out);
}

static void
test_fold (void)
{
  assert_fold ("BLÅBÆRGRØD", "blåbærgrød");
  assert_fold ("a\314\212ben", "åben");
  assert_fold ("Idé Müller Göteborg", "ide muller goteborg");
  assert_fold ("”ja” – nej", "\"ja\" - nej");
  assert_fold ("6.\302\240oktober", "6. oktober");
  assert_fold ("op\302\255gave", "opgave");
}

static void
test_case (void)
{
  g_autofree char *upper = trio_text_upper ("Blåbærgrød, idé og Straße 1", "da");
  g_autofree char *lower = trio_text_lower ("BLIK FOR ÆØÅ", "da");

  g_assert_cmpstr (upper, ==, "BLÅBÆRGRØD, IDÉ OG STRASSE 1");
  g_assert_cmpstr (lower, ==, "blik for æøå");
}

static void
assert_shortened (const char *in, guint n, const char *out)
{
  g_autofree char *shortened = trio_text_shorten (in, n);

  g_assert_cmpstr (shortened, ==, out);
  g_assert_cmpint (g_utf8_strlen (shortened, -1), <=, (glong)n);
}

static void
test_shorten (void)
{
  assert_shortened ("Kort", 4, "Kort");
  assert_shortened ("Mere tid til borgeren", 21, "Mere tid til borgeren");
  assert_shortened ("Mere tid til borgeren", 14, "Mere tid til…");
  assert_shortened ("Arbejdsmiljørepræsentant", 10, "Arbejdsmi…");
  assert_shortened ("En linje\nog en til", 40, "En linje og en til");
  assert_shortened ("ab👩‍👩‍👧cd", 5, "ab…");
  assert_shortened ("ae\314\201bc", 3, "a…");
  assert_shortened ("abc", 1, "…");
}

static void
assert_sorted (const char *const *words, const char *lang)
{
  for (guint i = 0; words[i + 1] != NULL; i++)
    {
      int order = trio_text_collate (words[i], words[i + 1], lang);

      if (order >= 0)
        g_test_message ("%s should stand before %s", words[i], words[i + 1]);
      g_assert_cmpint (order, <, 0);
    }
}

static void
test_collate (void)
{
  static const char *const danish[]
      = { "10",   "2",      "Ad hoc", "Adam",  "Anders", "anders", "cafe",
          "café", "Muller", "Müller", "zebra", "Æble",   "ærlig",  "Ø",
          "øl",   "å",      "Aaby",   "Åbyen", "Århus",  NULL };
  static const char *const english[] = { "Åben", "Anna", "apple", "øl", "zebra", NULL };

  g_assert_cmpint (trio_text_collate ("Århus", "Zebra", "da"), >, 0);
  g_assert_cmpint (trio_text_collate ("Aarhus", "Århus", "da"), >, 0);
  g_assert_cmpint (trio_text_collate ("Aarhus", "Århusianer", "da"), <, 0);
  g_assert_cmpint (trio_text_collate ("a b", "ab", "da"), <, 0);
  g_assert_cmpint (trio_text_collate ("same", "same", "da"), ==, 0);
  assert_sorted (danish, "da");
  assert_sorted (english, "en");
}

static void
test_words (void)
{
  g_assert_cmpuint (trio_text_count_words (""), ==, 0);
  g_assert_cmpuint (trio_text_count_words (" – "), ==, 0);
  g_assert_cmpuint (trio_text_count_words ("Vi skal og/eller vil – fx i 2023.\nJa"), ==, 8);
}

static void
test_dates (void)
{
  g_autofree char *long_da = trio_date_format_long ("2022-10-06", "da");
  g_autofree char *long_en = trio_date_format_long ("2022-10-06", "en");
  g_autofree char *short_da = trio_date_format_short ("2022-10-06", "da-DK");
  g_autofree char *short_en = trio_date_format_short ("2022-10-06", "en");
  g_autofree char *month_da = trio_date_format_month ("2022-10-06", "da");
  g_autofree char *month_en = trio_date_format_month ("2022-10-06", "en");
  g_autoptr (GError) error = NULL;
  GDate date;

  g_assert_cmpstr (long_da, ==, "6.\302\240oktober 2022");
  g_assert_cmpstr (long_en, ==, "6 October 2022");
  g_assert_cmpstr (short_da, ==, "06-10-2022");
  g_assert_cmpstr (short_en, ==, "06/10/2022");
  g_assert_cmpstr (month_da, ==, "oktober 2022");
  g_assert_cmpstr (month_en, ==, "October 2022");
  g_assert_null (trio_date_format_long ("6/10/2022", "da"));

  g_assert_true (trio_date_is_valid ("2024-02-29"));
  g_assert_false (trio_date_is_valid ("2023-02-29"));
  g_assert_false (trio_date_is_valid ("2023-2-09"));
  g_assert_false (trio_date_is_valid ("2023-02-09T10:00"));
  g_assert_false (trio_date_is_valid ("0000-01-01"));
  g_assert_false (trio_date_is_valid (""));
  g_assert_false (trio_date_is_valid (NULL));
  g_assert_true (trio_date_parse ("2022-12-31", &date, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_date_get_year (&date), ==, 2022);
  g_assert_false (trio_date_parse ("31.12.2022", &date, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
}

static void
test_number_words (void)
{
  static const struct
  {
    guint number;
    const char *lang;
    const char *word;
  } cases[] = { { 0, "da", "nul" },   { 4, "da", "fire" },  { 10, "da", "ti" },
                { 12, "da", "tolv" }, { 7, "en", "seven" }, { 13, "da", "13" },
                { 1, "en", "one" },   { 8, "da", "otte" },  { 12, "en", "twelve" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = trio_number_to_word (cases[i].number, cases[i].lang);

      g_assert_cmpstr (word, ==, cases[i].word);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/clean-random", test_clean_random);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/case", test_case);
  g_test_add_func ("/text/shorten", test_shorten);
  g_test_add_func ("/text/collate", test_collate);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/date/formats", test_dates);
  g_test_add_func ("/date/number-words", test_number_words);

  return g_test_run ();
}
