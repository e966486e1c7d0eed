/* test-gate-scan.c: what looks like personal data, and what does not. */
#include "config.h"

#include "gate-scan-tables.h"

#define N_RANDOM 200000

static const char *const number_patterns[] = {
  "%s",
  "Borger %s ringede i går",
  "CPR: %s.",
  "(%s)",
  "cpr-nr. %s, se sagen",
  "Han har nummer %s",
  "stue 2: %s",
  "”%s”",
  "a;%s;b",
  NULL,
};

static void
test_cpr (void)
{
  static const char *const numbers[] = {
    "070761-4285",
    "0707614285",
    "070761 4285",
    "010190-1234",
    "0101901234",
    "311299-0001",
    "290204-5555",
    "290200-4000",
    "290296-1111",
    "010136-4001",
    "150837-9123",
    "280258-8001",
    "070761–4285",
    "070761 - 4285",
    "070761- 4285",
    "07.07.61-4285",
    "07-07-61-4285",
    "07/07/61 4285",
    "0707\302\25561-4285",
    "070761\302\2404285",
    "070761\342\200\2214285",
    NULL,
  };

  run_table (number_patterns, numbers, TRIO_HIT_CPR, assert_found);
}

static void
test_no_cpr (void)
{
  static const char *const numbers[] = {
    /* no such day */
    "310290-1234",
    "300290-1234",
    "290201-1234",
    "290200-1234",
    "000190-1234",
    "320190-1234",
    "011390-1234",
    "010090-1234",
    "3113901234",
    "9999999999",
    "1234567890",
    "310490 1234",
    /* part of something longer, or shorter */
    "10101901234",
    "01019012345",
    "010190-12345",
    "1010190-1234",
    "010190-1234-5",
    "010190-123",
    "5798001234567",
    "5798 0012 3456 7",
    "12-010190-1234",
    "DK5000400440116243",
    /* something else */
    "22/14244",
    "142448/22",
    "00.01.10-P35-3-22",
    "20 30 40 50",
    "2022-10-06",
    "06-10-2022",
    "6. oktober 2022",
    "010190\n1234",
    "10.000.000 kr.",
    "8586 9400",
    "f0101901234f",
    NULL,
  };
  static const char *const patterns[] = { "%s", "se %s i dag", "(%s)", "sag %s", NULL };

  run_table (patterns, numbers, TRIO_HIT_CPR, assert_not_found);
}

static gboolean
is_strong (const char *text)
{
  g_autoptr (GArray) hits = trio_scan_text (text);

  g_assert_cmpuint (hits->len, ==, 1);
  return g_array_index (hits, TrioHit, 0).is_strong;
}

static void
test_cpr_rank (void)
{
  g_assert_true (is_strong ("070761-4285"));
  g_assert_false (is_strong ("070761-4286"));
  /* Numbers without modulus 11 have been given to people born on 1 January. */
  g_assert_true (is_strong ("010165-4285"));
  g_assert_true (is_strong ("010165-4286"));
}

/* Two numbers, a stroke or comma between them, are two numbers. */
static void
test_several (void)
{
  g_autoptr (GArray) hits
      = trio_scan_text ("070761-4285/010190-1234, 0101901234,070761 4285 og 20304050 a@b.dk");

  g_assert_cmpuint (count_kind (hits, TRIO_HIT_CPR), ==, 4);
  g_assert_cmpuint (count_kind (hits, TRIO_HIT_PHONE), ==, 1);
  g_assert_cmpuint (count_kind (hits, TRIO_HIT_EMAIL), ==, 1);
  for (guint i = 1; i < hits->len; i++)
    g_assert_cmpuint (g_array_index (hits, TrioHit, i).start, >=,
                      g_array_index (hits, TrioHit, i - 1).end);
}

/* Said by other means than the search itself. */
static gboolean
has_valid_date (const char *digits)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int day = (digits[0] - '0') * 10 + digits[1] - '0';
  int month = (digits[2] - '0') * 10 + digits[3] - '0';
  int year = (digits[4] - '0') * 10 + digits[5] - '0';
  gboolean in_1900 = digits[6] < '4' || (year > 36 && (digits[6] == '4' || digits[6] == '9'));
  /* 1900 is no leap year; neither 1800 nor 2000 matters, since 2000 is one and the years of
   * 18NN begin with 58. */
  gboolean leap = year % 4 == 0 && !(year == 0 && in_1900);

  if (month < 1 || month > 12 || day < 1)
    return FALSE;
  return day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
}

static void
test_random_digits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  guint n_found = 0;
  guint n_strong = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      char digits[12] = { 0 };
      g_autoptr (GArray) hits = NULL;
      g_autoptr (GArray) longer = NULL;

      for (guint j = 0; j < 10; j++)
        digits[j] = '0' + g_rand_int_range (rand, 0, 10);
      hits = trio_scan_text (digits);
      g_assert_cmpuint (count_kind (hits, TRIO_HIT_CPR), ==, has_valid_date (digits));
      g_assert_cmpuint (count_kind (hits, TRIO_HIT_PHONE), ==, 0);
      if (hits->len > 0)
        {
          n_found++;
          n_strong += g_array_index (hits, TrioHit, 0).is_strong;
        }
      digits[10] = '0' + g_rand_int_range (rand, 0, 10);
      longer = trio_scan_text (digits);
      g_assert_cmpuint (longer->len, ==, 0);
    }
  g_test_message ("%u of %u found, %u strong", n_found, N_RANDOM, n_strong);
  g_assert_cmpuint (n_found, >, N_RANDOM * 32 / 1000);
  g_assert_cmpuint (n_found, <, N_RANDOM * 42 / 1000);
  g_assert_cmpuint (n_strong, <, n_found / 7);
}

/* Any bytes that are UTF-8 are searched without harm, and hits lie within the text. */
static void
test_random_text (void)
{
  static const char *const pieces[] = { "0",
                                        "1",
                                        "010190",
                                        "-",
                                        " ",
                                        ".",
                                        "\n",
                                        "@",
                                        "a.dk",
                                        "+45",
                                        "20",
                                        "Mette",
                                        "Jensen",
                                        "syg",
                                        "\302\255",
                                        "\342\200\223",
                                        "æ",
                                        "Å",
                                        "\360\237\230\200",
                                        "'",
                                        "/",
                                        "hr.",
                                        "cpr",
                                        "(",
                                        ")",
                                        "Vej",
                                        "kr",
                                        "\330\261",
                                        "\331\241" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) hits = NULL;
      g_autofree char *masked = NULL;
      gsize at = 0;

      for (guint n = g_rand_int_range (rand, 0, 30); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      hits = trio_scan_text (text->str);
      for (guint j = 0; j < hits->len; j++)
        {
          const TrioHit *hit = &g_array_index (hits, TrioHit, j);

          g_assert_cmpuint (hit->start, >=, at);
          g_assert_cmpuint (hit->end, >, hit->start);
          g_assert_cmpuint (hit->end, <=, text->len);
          at = hit->end;
        }
      masked = trio_scan_dup_masked (text->str, hits);
      g_assert_true (g_utf8_validate (masked, -1, NULL));
    }
}

static void
test_email (void)
{
  static const char *const addresses[] = {
    "mette.jensen@norddjurs.dk",
    "a@b.dk",
    "post@sundhed.kommune.dk",
    "A.B-C_D+e@X-y.org",
    "søren@ærø.dk",
    "x1@2y.info",
    "hr%tr@a.b.c.dk",
    "ABC@DEF.COM",
    "tr@skole.dk",
    "info@region-midt.dk",
    "lone-bo@gmail.com",
    "2030@tlf.dk",
    NULL,
  };

  run_table (number_patterns, addresses, TRIO_HIT_EMAIL, assert_found);
}

static void
test_no_email (void)
{
  static const char *const texts[] = {
    "@",
    "a@",
    "@b.dk",
    "a@b",
    "a@b.",
    "a@b.d",
    "a @ b.dk",
    "@kommunen",
    "snak @ frokost",
    "a@.dk",
    "a@b.1",
    "a@b.c3",
    "a@@",
    "www.norddjurs.dk",
    "http://a.dk/b",
    "pris @ 5",
    "a@-",
    "2@3",
    "mail",
    "e-mail",
    "a.b.dk",
    "@@@",
    "a@b,dk",
    "a@b dk",
    "..@a",
    NULL,
  };
  static const char *const patterns[] = { "%s", "se %s nu", "(%s)", "– %s", NULL };

  run_table (patterns, texts, TRIO_HIT_EMAIL, assert_not_found);
}

static void
test_phone (void)
{
  static const char *const numbers[] = {
    "20304050",
    "20 30 40 50",
    "2030 4050",
    "89591000",
    "89 59 10 00",
    "+45 20304050",
    "+4520304050",
    "+45 20 30 40 50",
    "0045 89591000",
    "(+45) 20304050",
    "20-30-40-51",
    "99999999",
    "61\302\24022\302\24033\302\24044",
    NULL,
  };
  static const char *const called[]
      = { "223 45 678", "70 123 456", "20.30.40.50", "3112 2022", "31122022", "21 04 20 23", NULL };
  static const char *const calls[] = { "Tlf.nr.: %s", "ring %s", "mobil %s.", "Telefon: %s", NULL };

  run_table (number_patterns, numbers, TRIO_HIT_PHONE, assert_found);
  for (guint i = 0; calls[i] != NULL; i++)
    for (guint j = 0; called[j] != NULL; j++)
      assert_found (calls[i], called[j], TRIO_HIT_PHONE);
}

static void
test_no_phone (void)
{
  static const char *const numbers[] = {
    /* dates and years */
    "20221006",
    "31122022",
    "21042023",
    "2022 2025",
    "2022-2025",
    "06102022",
    "1998 2003",
    "01-11-2022",
    "2022-11-01",
    "20230411",
    /* codes, cases, sums */
    "5798001234567",
    "5798 0012 3456 7",
    "22/14244",
    "142448/22",
    "00.01.10-P35-3-22",
    "20.304.050",
    "20304050,50",
    "20304050 kr.",
    "20 30 40 50 procent",
    "12 345 678 kr.",
    "CVR 29189986",
    "CVR-nr. 29189986",
    "EAN 20304050",
    "sagsnr. 20304050",
    "konto 20304050",
    "dok. 20304050",
    "kr. 20304050",
    "#20304050",
    "id=20304050",
    "S20304050",
    "1-20304050",
    "20304050/22",
    "10203040",
    "01020304",
    "2030405",
    "203040506",
    "20 30 40 5",
    "20 30 40 50 60",
    "70 123 456",
    NULL,
  };
  static const char *const patterns[] = { "%s", "se %s i dag", "(%s)", NULL };

  run_table (patterns, numbers, TRIO_HIT_PHONE, assert_not_found);
}

static void
test_file_name (void)
{
  static const char *const bad[] = { "notat-070761-4285.docx", "Notat_0707614285.pdf",
                                     "Notat_Mette_Jensen.docx", "070761_4285.txt" };
  static const char *const good[]
      = { "notat.docx", "Notat 2022-11-01.pdf", "20221101_notat.odt", "22-14244 Bilag.docx" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GArray) hits = trio_scan_file_name (bad[i]);

      g_assert_cmpuint (hits->len, >, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GArray) hits = trio_scan_file_name (good[i]);

      g_assert_cmpuint (hits->len, ==, 0);
    }
}

static void
test_mask (void)
{
  const char *text = "Mette Jensen (070761-4285), tlf. 20 30 40 50, a@b.dk – tak";
  g_autoptr (GArray) hits = trio_scan_text (text);
  g_autofree char *masked = trio_scan_dup_masked (text, hits);

  g_assert_cmpstr (masked, ==, "[navn] (XXXXXX-XXXX), tlf. [telefon], [e-mail] – tak");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate-scan/cpr", test_cpr);
  g_test_add_func ("/gate-scan/no-cpr", test_no_cpr);
  g_test_add_func ("/gate-scan/cpr-rank", test_cpr_rank);
  g_test_add_func ("/gate-scan/several", test_several);
  g_test_add_func ("/gate-scan/random-digits", test_random_digits);
  g_test_add_func ("/gate-scan/random-text", test_random_text);
  g_test_add_func ("/gate-scan/e-mail", test_email);
  g_test_add_func ("/gate-scan/no-e-mail", test_no_email);
  g_test_add_func ("/gate-scan/phone", test_phone);
  g_test_add_func ("/gate-scan/no-phone", test_no_phone);
  g_test_add_func ("/gate-scan/file-name", test_file_name);
  g_test_add_func ("/gate-scan/mask", test_mask);
  return g_test_run ();
}
