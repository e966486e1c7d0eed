/* test-import-text.c: inputs from pasted lists, typed notes and a whole Notat. */
#include "exchange/trio-import-text.h"

#include <string.h>

#include "cpu-time.h"
#include "import-helpers.h"

static TrioImportPlan *
parse_with (TrioImportContext *context, const char *text, const TrioImportOptions *options)
{
  TrioImportPlan *plan = trio_import_plan_new (context);
  g_autoptr (GError) error = NULL;

  trio_import_plan_begin_source (plan, "input.txt");
  g_assert_true (trio_import_text (plan, text, -1, options, NULL, &error));
  g_assert_no_error (error);
  return plan;
}

static TrioImportPlan *
parse (const char *text, const TrioImportOptions *options)
{
  g_autoptr (TrioImportContext) context = make_four_stations ();

  return parse_with (context, text, options);
}

static void
check (const char *text, const char *expected)
{
  TrioImportOptions options = { .station = 1 };
  g_autoptr (TrioImportPlan) plan = parse (text, &options);
  g_autofree char *entries = dup_entries (plan);

  g_assert_cmpstr (entries, ==, expected);
}

static void
check_joined (const char *text, const char *expected)
{
  TrioImportOptions options = { .station = 1, .join_hyphens = TRUE };
  g_autoptr (TrioImportPlan) plan = parse (text, &options);
  g_autofree char *entries = dup_entries (plan);

  g_assert_cmpstr (entries, ==, expected);
}

static void
test_lines (void)
{
  check ("", "");
  check ("\n \n\t\n", "");
  check ("Ro\nTid til at lære", "1|Ro\n1|Tid til at lære\n");
  check ("Ro  \r\n\r\n   Tid\r\rMad", "1|Ro\n1|Tid\n1|Mad\n");
  check ("Ro\vTid\fMad\xE2\x80\xA8Søvn\xC2\x85Lys", "1|Ro\n1|Tid\n1|Mad\n1|Søvn\n1|Lys\n");
  check ("-5 grader i hallen\n*ikke* godt\nok\n", "1|-5 grader i hallen\n1|*ikke* godt\n1|ok\n");
  check ("Ro\n- og tid\nMad\n", "1|Ro\n1|og tid\n1|Mad\n");
  check ("En\tto\x01 tre", "1|En to tre\n");
}

static void
test_bullets (void)
{
  check ("• Ro\n- Tid\n* Mad\n– Lys\n— Luft\no Søvn\n‣ Te\n▪ Ost\n◦ Kaffe\n· Brød\n",
         "1|Ro\n1|Tid\n1|Mad\n1|Lys\n1|Luft\n1|Søvn\n1|Te\n1|Ost\n1|Kaffe\n1|Brød\n");
  check ("\xEF\x82\xB7 Ro\n\xEF\x82\xA7\tTid\n\xC2\x95 Mad\n§\tLys\nØ\tLuft\n",
         "1|Ro\n1|Tid\n1|Mad\n1|Lys\n1|Luft\n");
  check ("•Ro\n•\tTid\n•\xC2\xA0\xC2\xA0Mad\n  • Lys\n\to Luft\n",
         "1|Ro\n1|Tid\n1|Mad\n1|Lys\n1|Luft\n");
  check ("• \nRo\n•\n\nTid\n• \n", "1|Ro\n1|Tid\n");
  check ("• – ”hos os” / (ja) – æøå ÆØÅ\n", "1|– ”hos os” / (ja) – æøå ÆØÅ\n");
  check ("Østre plejehjem\novertid\nOgså mad\n", "1|Østre plejehjem\n1|overtid\n1|Også mad\n");
}

static void
test_numbers (void)
{
  check ("1. Ro\n2. Tid\n3. Mad\n", "1|Ro\n1|Tid\n1|Mad\n");
  check ("1) Ro\n2) tid\n", "1|Ro\n1|tid\n");
  check ("4) Ro\n", "1|Ro\n");
  check ("1. ro\n2. tid\n", "1|ro\n1|tid\n");
  check ("1. Ro\nog mere ro\n2. Tid\n", "1|Ro og mere ro\n1|Tid\n");
  check ("3. sal er kold\n1. maj er fri\n2 stole mangler\n1.5 time\n",
         "1|3. sal er kold\n1|1. maj er fri\n1|2 stole mangler\n1|1.5 time\n");
  check ("• Vi mødes den\n1. maj hvert år\n• Ro\n", "1|Vi mødes den 1. maj hvert år\n1|Ro\n");
  check ("2024. Et godt år\n99999. Tal\n", "1|2024. Et godt år\n1|99999. Tal\n");
}

static void
test_wrapped (void)
{
  check ("• Tid til\nat lære\nnyt\n• Ro\n\n• Mad\n", "1|Tid til at lære nyt\n1|Ro\n1|Mad\n");
  check ("• Tid til\n   at lære  \n\n• Ro\n", "1|Tid til at lære\n1|Ro\n");
  check ("• En lang linje, der blev brudt, fordi siden\n\f ikke var bredere\n• Ro\n",
         "1|En lang linje, der blev brudt, fordi siden ikke var bredere\n1|Ro\n");
  check ("• En lang linje, der blev brudt, fordi siden ikke var\n\nbredere end det\n• Ro\n",
         "1|En lang linje, der blev brudt, fordi siden ikke var bredere end det\n1|Ro\n");
  check ("• Ro\n\nMad\n\n• Tid\n", "1|Ro\n1|Mad\n1|Tid\n");
}

static void
test_wrapped_is_told (void)
{
  TrioImportOptions options = { .station = 1 };
  g_autoptr (TrioImportPlan) plan = parse ("• Ro\nMad\n\nLys\n• Tid\n", &options);
  g_autofree char *entries = dup_entries (plan);

  g_assert_cmpstr (entries, ==, "1|Ro Mad\n1|Lys\n1|Tid\n");
  g_assert_true (plan_says (plan, 2, "joined"));
  g_assert_true (plan_says (plan, 4, "of its own"));
  g_assert_cmpuint (plan->n_notices, ==, 2);
  g_assert_cmpuint (plan->n_problems, ==, 0);
}

static void
test_hyphens (void)
{
  const char *text = "• Gode arbejds-\nfællesskaber\n• Løn- \nog ferie\n• Nyt IT-\nSystem\n";

  check (text, "1|Gode arbejds- fællesskaber\n1|Løn- og ferie\n1|Nyt IT- System\n");
  check_joined (text, "1|Gode arbejdsfællesskaber\n1|Løn- og ferie\n1|Nyt IT-System\n");
  check_joined ("Gode arbejds-\nfællesskaber\nRo -\ntid\nMad-\nOst\n",
                "1|Gode arbejdsfællesskaber\n1|Ro -\n1|tid\n1|Mad-\n1|Ost\n");
  check ("• Gode arbejds\xC2\xAD\nfællesskaber\n", "1|Gode arbejdsfællesskaber\n");

  TrioImportOptions options = { .station = 1 };
  g_autoptr (TrioImportPlan) plan = parse (text, &options);

  g_assert_true (plan_says (plan, 0, "1 word is divided"));
}

static void
test_headings (void)
{
  check ("Før\nStation 2\nRo\nSTATION 3: EN ATTRAKTIV ARBEJDSPLADS\nTid\nstation 4 – Fortælling\n"
         "Mad\nBlik  for BORGEREN\nLys\nDigitale muligheder:\nLuft\n",
         "1|Før\n2|Ro\n3|Tid\n4|Mad\n1|Lys\n2|Luft\n");
  check ("Station nr. 2\nRo\nStation 3.\nTid\nStation 4 En stærk fortælling\nMad\n",
         "2|Ro\n3|Tid\n4|Mad\n");
  check (
      "## STATION 2: DIGITALE MULIGHEDER\n\n### Ro og tid\n\n- Ro\n- Tid\n\n**Station 3**\n- Mad\n",
      "2|Ro|cluster Ro og tid\n2|Tid|cluster Ro og tid\n3|Mad\n");
  check ("STATION 3: EN ATTRAKTIV\nARBEJDSPLADS\n• Ro\n", "3|Ro\n");
  check ("Station 2\n=========\nRo\n", "2|Ro\n");
  check ("1. Digitale muligheder\nRo\n2. En stærk fortælling\nTid\n", "2|Ro\n4|Tid\n");
  check ("Tema 4: En stærk fortælling\nRo\n", "4|Ro\n");
  check ("• Station 2 var god\n• Blik for borgeren\n",
         "1|Station 2 var god\n1|Blik for borgeren\n");
  check ("Station 2 var god\nStation 2b\nStationen\nStation 3. Det gik godt.\n",
         "1|Station 2 var god\n1|Station 2b\n1|Stationen\n1|Station 3. Det gik godt.\n");
  check ("STATION 2: DIGITALE MULIGHEDER\n• Ro\nSTATION 2\n• Tid\n", "2|Ro\n2|Tid\n");
}

static void
test_title_differs (void)
{
  g_autoptr (TrioImportPlan) plan
      = parse ("STATION 1: BLIK FOR FORGEREN\nRo\nSTATION 2: DIGITALE  MULIGHEDER\nTid\n", NULL);
  const TrioImportStation *first = &g_array_index (plan->stations, TrioImportStation, 0);

  g_assert_true (plan_says (plan, 1, "BLIK FOR FORGEREN"));
  g_assert_true (plan_says (plan, 1, "Blik for borgeren"));
  g_assert_cmpuint (plan->n_notices, ==, 1);
  g_assert_cmpuint (plan->n_problems, ==, 0);
  g_assert_cmpstr (first->title, ==, "Blik for borgeren");
  g_assert_cmpint (first->id, ==, 10);
}

static void
test_new_stations (void)
{
  g_autoptr (TrioImportPlan) plan
      = parse ("STATION 7: MAD OG ÆBLER\nRo\nStation 5: Digitale muligheder\nTid\nStation 9\nMad\n",
               NULL);
  const TrioImportStation *stations = (const TrioImportStation *)plan->stations->data;
  g_autofree char *report = trio_import_plan_dup_report (plan);

  g_assert_cmpuint (plan->stations->len, ==, 3);
  g_assert_cmpint (stations[0].id, ==, 0);
  g_assert_cmpint (stations[0].theme, ==, 0);
  g_assert_cmpstr (stations[0].title, ==, "Mad og æbler");
  g_assert_cmpint (stations[1].id, ==, 0);
  g_assert_cmpint (stations[1].theme, ==, 2);
  g_assert_cmpuint (stations[1].number, ==, 5);
  g_assert_cmpstr (stations[2].title, ==, "Station 9");
  g_assert_nonnull (strstr (report, "3 inputs at 3 stations"));
  g_assert_nonnull (
      strstr (report, "Station 7: Mad og æbler – 1 input (new station with a new theme)"));
  g_assert_nonnull (strstr (report, "Station 5: Digitale muligheder – 1 input (new station)"));
}

static void
test_no_station (void)
{
  g_autoptr (TrioImportPlan) plan = parse ("Ro\nTid\n", NULL);
  g_autofree char *report = trio_import_plan_dup_report (plan);

  g_assert_cmpuint (plan->entries->len, ==, 0);
  g_assert_cmpuint (plan->n_problems, ==, 2);
  g_assert_cmpuint (plan->n_skipped, ==, 2);
  g_assert_true (plan_says (plan, 2, "“Tid”"));
  g_assert_nonnull (strstr (report, "input.txt, line 1: It is not said which station"));
}

static void
test_document (gconstpointer with_heading)
{
  static const guint counts[] = { 7, 10, 9, 10 };
  gsize length;
  g_autofree char *text = read_fixture ("notat.txt", &length);
  const char *start = GPOINTER_TO_INT (with_heading) == 0   ? text
                      : GPOINTER_TO_INT (with_heading) == 1 ? strstr (text, " Bilag:")
                                                            : strstr (text, "STATION 1");
  TrioImportOptions options = { .station = GPOINTER_TO_INT (with_heading) };
  g_autoptr (TrioImportPlan) plan = parse (start, &options);
  const TrioImportEntry *entries = (const TrioImportEntry *)plan->entries->data;

  g_assert_cmpuint (plan->stations->len, ==, 4);
  g_assert_cmpuint (plan->entries->len, ==, 36);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (g_array_index (plan->stations, TrioImportStation, i).n_entries, ==,
                      counts[i]);
  g_assert_cmpuint (plan->n_problems, ==, 0);
  g_assert_cmpstr (entries[0].text, ==, "Overgange mellem sygehus og hjem");
  g_assert_cmpstr (entries[1].text, ==, "Lyt til ”det usagte”/det svære");
  g_assert_cmpstr (entries[13].text, ==,
                   "Hjælp til borgere uden NemID/MitID (bank, post, læge, billetter til de grønne "
                   "busser)");
  g_assert_cmpstr (entries[35].text, ==, "Vi skal turde vise det, der ikke lykkedes");

  if (GPOINTER_TO_INT (with_heading) == 0)
    {
      g_assert_cmpuint (plan->n_notices, ==, 2);
      g_assert_cmpuint (plan->n_skipped, >, 20);
      g_assert_true (plan_says (plan, 1, "left out"));
    }
}

/* A document whose appendix has another name: its paragraphs are left out all the same. */
static void
test_document_without_appendix (void)
{
  g_autoptr (TrioImportPlan) plan
      = parse ("Referat\n\nVi holdt en god dag.\n1. Mad\n2. Ro\n\nSTATION 2: DIGITALE "
               "MULIGHEDER\n\n• Ro\n• Tid\n\n\fSTATION 3\n\n• Mad\n\n3\n\f",
               NULL);
  g_autofree char *entries = dup_entries (plan);

  g_assert_cmpstr (entries, ==, "2|Ro\n2|Tid\n3|Mad\n");
  g_assert_true (plan_says (plan, 1, "left out"));
  g_assert_true (plan_says (plan, 16, "page number"));
  g_assert_cmpuint (plan->n_problems, ==, 0);
}

static void
test_limits (void)
{
  g_autofree char *fits = g_strnfill (20000, 'a');
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'b');
  g_autofree char *text = g_strdup_printf ("%s\n%s\nRo\nStation 1000\nTid\n", fits, megabyte);
  TrioImportOptions options = { .station = 2 };
  g_autoptr (TrioImportPlan) plan = parse (text, &options);

  g_assert_cmpuint (plan->entries->len, ==, 2);
  g_assert_true (plan_says (plan, 2, "1048576 characters"));
  g_assert_true (plan_says (plan, 4, "no station 1000"));
  g_assert_true (plan_says (plan, 5, "“Tid”"));
  g_assert_cmpuint (plan->n_problems, ==, 3);
}

static void
test_many_problems (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 2 * TRIO_IMPORT_MAX_PROBLEMS; i++)
    g_string_append (text, "Ro\n");

  g_autoptr (TrioImportPlan) plan = parse (text->str, NULL);
  g_autofree char *report = trio_import_plan_dup_report (plan);

  g_assert_cmpuint (plan->problems->len, ==, TRIO_IMPORT_MAX_PROBLEMS);
  g_assert_cmpuint (plan->n_problems, ==, 2 * TRIO_IMPORT_MAX_PROBLEMS);
  g_assert_nonnull (strstr (report, "… and 500 more."));
  g_string_free (text, TRUE);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

typedef struct
{
  GCancellable *cancellable;
  double at;
} Stop;

static void
stop_cb (double fraction, gpointer user_data)
{
  Stop *stop = user_data;

  if (fraction >= stop->at)
    g_cancellable_cancel (stop->cancellable);
}

static void
test_large (void)
{
  GString *text = g_string_new (NULL);
  double progress = 0;
  TrioImportOptions options = { .station = 3, .progress = progress_cb, .progress_data = &progress };
  guint n = 0;

  for (; text->len < 10 * 1024 * 1024; n++)
    g_string_append_printf (text, "• Tid til at lære nyt på vagt nummer %u\n", n);

  g_autoptr (TrioImportPlan) plan = parse (text->str, &options);

  g_assert_cmpuint (plan->entries->len, ==, n);
  g_assert_cmpfloat (progress, ==, 1.0);
  g_assert_cmpuint (plan->n_problems + plan->n_notices, ==, 0);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (TrioImportContext) context = make_four_stations ();
      g_autoptr (TrioImportPlan) half = trio_import_plan_new (context);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Stop stop = { cancellable, 0.3 * i };
      TrioImportOptions stopping = { .station = 3, .progress = stop_cb, .progress_data = &stop };

      g_assert_false (
          trio_import_text (half, text->str, text->len, &stopping, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (half->entries->len, <, n);
    }

  g_string_free (text, TRUE);
}

/* Megabytes of one thing: no pattern takes more than time in proportion. */
static void
test_hostile (void)
{
  static const char *const patterns[]
      = { "a",           "• a\n",       "a\n",     "\n",
          "\f",          "\n\f",        "bilag\n", "1. a\n",
          "Station 1\n", "•",           "-\n",     "Station 1\n• a\n",
          "• a-\n",      "a\xC2\xAD\n", "o ",      "1) ",
          "# ",          "æ",           "---\n",   "Blik for borgeren\n" };
  static const char *const starts[] = { "", "• begin\n", "bilag\n", "1. a\n" };
  TrioImportOptions options = { .station = 1, .join_hyphens = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    for (guint j = 0; j < G_N_ELEMENTS (starts); j++)
      {
        g_autoptr (GString) text = g_string_new (starts[j]);

        while (text->len < 512 * 1024)
          g_string_append (text, patterns[i]);

        double start = cpu_seconds ();

        g_autoptr (TrioImportPlan) plan = parse (text->str, &options);

        g_assert_cmpfloat (cpu_seconds () - start, <, 5.0);
        g_assert_cmpuint (plan->problems->len, <=, TRIO_IMPORT_MAX_PROBLEMS);
      }
}

/* Property: a list of random inputs, written as bullets in any of the styles and wrapped at
 * any word, comes back word for word. */
static void
test_round_trip (void)
{
  static const char *const words[]
      = { "ro", "Tid", "æbler", "”nære”", "–",  "A/B",      "(nej)", "på", "Østergade",
          "5",  "*",   "2.",    "O",      "og", "arbejds-", "ja?",   "😀",  "C++" };
  static const char *const bullets[] = { "• ", "- ", "* ", "– ", "o ", "\xEF\x82\xB7\t", "" };
  static const char *const ends[] = { "\n", "\r\n", " \n" };

  for (guint round = 0; round < 500; round++)
    {
      const char *bullet = bullets[g_test_rand_int_range (0, G_N_ELEMENTS (bullets))];
      const char *end = ends[g_test_rand_int_range (0, G_N_ELEMENTS (ends))];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      guint n = g_test_rand_int_range (1, 12);

      g_string_append_printf (text, "STATION 2%s%s", end, end);
      for (guint i = 0; i < n; i++)
        {
          guint n_words = g_test_rand_int_range (1, 9);

          g_string_append_printf (text, "%sInput", bullet);
          g_string_append (expected, "2|Input");
          for (guint j = 0; j < n_words; j++)
            {
              const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
              gboolean wraps = *bullet && g_unichar_isalpha (g_utf8_get_char (word))
                               && strlen (word) > 1 && g_test_rand_bit ();

              g_string_append_printf (text, "%s%s", wraps ? end : " ", word);
              g_string_append_printf (expected, " %s", word);
            }
          g_string_append (text, end);
          g_string_append_c (expected, '\n');
        }

      g_autoptr (TrioImportPlan) plan = parse (text->str, NULL);
      g_autofree char *entries = dup_entries (plan);

      g_assert_cmpstr (entries, ==, expected->str);
      g_assert_cmpuint (plan->n_problems, ==, 0);
    }
}

static void
test_has_bullets (void)
{
  g_assert_true (trio_import_text_has_bullets ("Overskrift\n• Ro\n", -1));
  g_assert_true (trio_import_text_has_bullets ("•\tRo\n", -1));
  g_assert_false (trio_import_text_has_bullets ("station;tekst\n1;Ro\n", -1));
  g_assert_false (trio_import_text_has_bullets ("", -1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/text/lines", test_lines);
  g_test_add_func ("/import/text/bullets", test_bullets);
  g_test_add_func ("/import/text/numbers", test_numbers);
  g_test_add_func ("/import/text/wrapped", test_wrapped);
  g_test_add_func ("/import/text/wrapped/told", test_wrapped_is_told);
  g_test_add_func ("/import/text/hyphens", test_hyphens);
  g_test_add_func ("/import/text/headings", test_headings);
  g_test_add_func ("/import/text/headings/title-differs", test_title_differs);
  g_test_add_func ("/import/text/headings/new-stations", test_new_stations);
  g_test_add_func ("/import/text/no-station", test_no_station);
  g_test_add_data_func ("/import/text/document/whole", GINT_TO_POINTER (0), test_document);
  g_test_add_data_func ("/import/text/document/appendix", GINT_TO_POINTER (1), test_document);
  g_test_add_data_func ("/import/text/document/stations", GINT_TO_POINTER (2), test_document);
  g_test_add_func ("/import/text/document/other", test_document_without_appendix);
  g_test_add_func ("/import/text/limits", test_limits);
  g_test_add_func ("/import/text/many-problems", test_many_problems);
  g_test_add_func ("/import/text/large", test_large);
  g_test_add_func ("/import/text/hostile", test_hostile);
  g_test_add_func ("/import/text/round-trip", test_round_trip);
  g_test_add_func ("/import/text/has-bullets", test_has_bullets);

  return g_test_run ();
}
