/* test-import-csv.c: inputs from tables of any separator, with and without headings. */
#include "exchange/trio-import-csv.h"

#include <string.h>

#include "base/trio-error.h"
#include "cpu-time.h"
#include "exchange/trio-csv-reader.h"
#include "import-helpers.h"

static TrioImportPlan *
parse (const char *text, guint station)
{
  g_autoptr (TrioImportContext) context = make_four_stations ();
  TrioImportPlan *plan = trio_import_plan_new (context);
  TrioImportOptions options = { .station = station };
  g_autoptr (GError) error = NULL;

  trio_import_plan_begin_source (plan, "input.csv");
  g_assert_true (trio_import_csv (plan, text, -1, &options, NULL, &error));
  g_assert_no_error (error);
  return plan;
}

static void
check (const char *text, const char *expected)
{
  g_autoptr (TrioImportPlan) plan = parse (text, 1);
  g_autofree char *entries = dup_entries (plan);

  g_assert_cmpstr (entries, ==, expected);
}

static void
refuse (const char *text, TrioError code, const char *part)
{
  g_autoptr (TrioImportContext) context = make_four_stations ();
  g_autoptr (TrioImportPlan) plan = trio_import_plan_new (context);
  g_autoptr (GError) error = NULL;

  g_assert_false (trio_import_csv (plan, text, -1, NULL, NULL, &error));
  g_assert_error (error, TRIO_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_headings (void)
{
  check ("station;tekst;klynge;rolle;runde;stemmer;hold\n"
         "2;Ro på vagten;Arbejdsro;AMR;1;3;A\n"
         "Station 3;Mad;;leder;;0;\n",
         "2|Ro på vagten|cluster Arbejdsro|round 1|team A|votes 3|role 2\n3|Mad|role 1\n");
  check ("Text,Station,Cluster,Role,Round,Votes\nRo,2,Quiet,TR,Round 2,1\n",
         "2|Ro|cluster Quiet|round Round 2|votes 1|role 3\n");
  check ("TEMA\tINPUT\nDigitale muligheder\tRo\nEN STÆRK FORTÆLLING\tTid\n", "2|Ro\n4|Tid\n");
  check ("input|station\nRo|4: En stærk fortælling\nTid|Digitale muligheder\n", "4|Ro\n2|Tid\n");
  check ("Tekst\nRo; tid, og | mad\n\"Med \"\"citat\"\"\"\n",
         "1|Ro; tid, og | mad\n1|Med \"citat\"\n");
  check ("Station nr.;Station;Tekst:\n2;Digitale muligheder;Ro\n", "2|Ro\n");
  check ("sep=,\r\nstation,text\r\n2,Ro\r\n", "2|Ro\n");
  check ("\nstation;tekst\n\n2;Ro\n;;\n", "2|Ro\n");
}

static void
test_quoting (void)
{
  check ("station;text\n2;\"Ro;\nog \"\"tid\"\"\"\n3;”Ro” og \"tid\"\n4;\"a\"b\n",
         "2|Ro;\nog \"tid\"\n3|”Ro” og \"tid\"\n4|ab\n");
  check ("station;text\r\n2;\"Ro\r\nog tid\"\r\n3;Mad", "2|Ro\nog tid\n3|Mad\n");
  check ("station;text\r2;Ro\r3;Mad\r", "2|Ro\n3|Mad\n");
  refuse ("station;text\n2;Ro\n3;\"Mad\n4;Lys\n", TRIO_ERROR_PARSE, "Line 3");
}

static void
test_guard (void)
{
  check ("station;text\n2;'=A1\n2;'+45 års dag\n2;'@alle\n2;'-tid\n2;'- tid\n2;'hej'\n2;-5\n",
         "2|=A1\n2|+45 års dag\n2|@alle\n2|-tid\n2|'- tid\n2|'hej'\n2|-5\n");
}

static void
test_no_headings (void)
{
  check ("2;Ro på vagten\n3;Mad, lys og luft\n", "2|Ro på vagten\n3|Mad, lys og luft\n");
  check ("Ro på vagten;Station 2;AMR\nMad;Station 3;\n", "2|Ro på vagten|role 2\n3|Mad\n");
  check ("Digitale muligheder\tRo\nBlik for borgeren\tTid\n", "2|Ro\n1|Tid\n");
  check ("Ro på vagten\nMad, lys og luft\n", "1|Ro på vagten\n1|Mad, lys og luft\n");

  g_autoptr (TrioImportPlan) plan = parse ("2;Ro på vagten\n", 0);

  g_assert_true (plan_says (plan, 1, "Column 1 is read as the station and column 2"));
}

static void
test_what_cannot_be_used (void)
{
  g_autoptr (TrioImportPlan) plan = parse ("station;tekst;rolle;stemmer;vejr\n"
                                           "2;Ro;konge;mange;sol\n"
                                           "2;;;;regn\n"
                                           "2;Tid;AMR;1;sol;for;meget\n"
                                           "1000;Mad;;;\n"
                                           ";Lys;;;\n"
                                           "2;Ro;;;;;;\n",
                                           0);
  g_autofree char *entries = dup_entries (plan);

  g_assert_cmpstr (entries, ==, "2|Ro\n2|Ro\n");
  g_assert_true (plan_says (plan, 1, "“vejr” is not used"));
  g_assert_true (plan_says (plan, 2, "“konge” is not a role"));
  g_assert_true (plan_says (plan, 2, "“mange” is not a number of votes"));
  g_assert_true (plan_says (plan, 3, "no text"));
  g_assert_true (plan_says (plan, 4, "7 fields"));
  g_assert_true (plan_says (plan, 5, "no station 1000"));
  g_assert_true (plan_says (plan, 6, "“Lys”"));
  g_assert_cmpuint (plan->n_skipped, ==, 4);
}

static void
test_titles_and_new_stations (void)
{
  g_autoptr (TrioImportPlan) plan
      = parse ("station;tema;tekst\n2;Digitalt;Ro\n2;Digitalt;Tid\n;Mad og drikke;Kaffe\n"
               ";Mad og drikke;Te\n",
               0);
  g_autofree char *entries = dup_entries (plan);
  const TrioImportStation *created = &g_array_index (plan->stations, TrioImportStation, 1);

  g_assert_cmpstr (entries, ==, "2|Ro\n2|Tid\n5|Kaffe\n5|Te\n");
  g_assert_true (plan_says (plan, 2, "“Digitalt”"));
  g_assert_cmpuint (plan->n_notices, ==, 1);
  g_assert_cmpstr (created->title, ==, "Mad og drikke");
  g_assert_cmpint (created->id, ==, 0);
}

static void
test_guessed_text (void)
{
  g_autoptr (TrioImportPlan) plan = parse ("Station;Hvad blev sagt\n2;Ro\n", 0);
  g_autofree char *entries = dup_entries (plan);

  g_assert_cmpstr (entries, ==, "2|Ro\n");
  g_assert_true (plan_says (plan, 1, "“Hvad blev sagt” is read as the inputs"));
}

static void
test_is_table (void)
{
  static const char *const tables[]
      = { "station;tekst\n2;Ro\n", "text,votes\nRo,1\n", "sep=;\n2;Ro\n", "2\tRo\n3\tTid\n" };
  static const char *const lists[] = { "",
                                       "Ro\nTid\n",
                                       "• Ro; tid\n• Mad; lys\n",
                                       "Ro, tid\nMad, lys\n",
                                       "•\tRo\n•\tTid\n",
                                       "Station 2\nTekst; input, note\n",
                                       "1. Ro\n2. Tid\n" };
  g_autoptr (TrioImportContext) context = make_four_stations ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_assert_true (trio_import_csv_is_table (context, tables[i], -1));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_assert_false (trio_import_csv_is_table (context, lists[i], -1));
}

static void
test_limits (void)
{
  GString *rows = g_string_new ("station;text\n");
  g_autofree char *field = g_strnfill (TRIO_CSV_MAX_FIELD + 1, 'a');
  g_autofree char *plain = g_strdup_printf ("station;text\n2;%s\n", field);
  g_autofree char *quoted = g_strdup_printf ("station;text\n2;Ro\n3;\"%s\"\n", field);

  refuse (plain, TRIO_ERROR_TOO_LARGE, "Line 2");
  refuse (quoted, TRIO_ERROR_TOO_LARGE, "Line 3");

  for (guint i = 1; i < TRIO_CSV_MAX_ROWS; i++)
    g_string_append (rows, "2;Ro\n");

  g_autoptr (TrioImportPlan) plan = parse (rows->str, 0);

  g_assert_cmpuint (plan->entries->len, ==, TRIO_CSV_MAX_ROWS - 1);
  g_string_append (rows, "2;Ro\n");
  refuse (rows->str, TRIO_ERROR_TOO_LARGE, "100000 rows");
  g_string_free (rows, TRUE);
}

/* The wrong column taken for the station: every row another one. */
static void
test_many_stations (void)
{
  GString *rows = g_string_new ("station;text\n");

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (rows, "Sagt af nummer %u;Ro\n", i);
  double start = cpu_seconds ();

  g_autoptr (TrioImportPlan) plan = parse (rows->str, 0);

  g_assert_cmpfloat (cpu_seconds () - start, <, 10.0);
  g_assert_cmpuint (plan->stations->len, ==, 995);
  g_assert_cmpuint (plan->entries->len, ==, 995);
  g_assert_cmpuint (plan->n_skipped, ==, 50000 - 995);
  g_string_free (rows, TRUE);
}

static void
cancel_cb (double fraction, gpointer user_data)
{
  if (fraction > 0.2)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  GString *rows = g_string_new ("station;text\n");
  g_autoptr (TrioImportContext) context = make_four_stations ();
  g_autoptr (TrioImportPlan) plan = trio_import_plan_new (context);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TrioImportOptions options = { .progress = cancel_cb, .progress_data = cancellable };

  for (guint i = 0; i < 50000; i++)
    g_string_append (rows, "2;Ro og tid til at lære nyt\n");

  g_assert_false (trio_import_csv (plan, rows->str, rows->len, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (plan->entries->len, <, 15000);
  g_string_free (rows, TRUE);
}

/* Property: any texts, written as RFC 4180 asks with any separator and line end, come back. */
static void
test_round_trip (void)
{
  static const char *const parts[]
      = { "ro", "Æ", ";", ",", "\t", "|", "\"", "\"\"", "\n", " ", "=1", "'", "”", "–", "😀", "-x" };
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (guint round = 0; round < 500; round++)
    {
      char separator = ";,\t|"[g_test_rand_int_range (0, 4)];
      const char *end = ends[g_test_rand_int_range (0, 3)];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      guint n = g_test_rand_int_range (1, 20);

      g_string_append_printf (text, "station%cinput%cklynge%s", separator, separator, end);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GString) input = g_string_new ("x");
          guint n_parts = g_test_rand_int_range (0, 8);

          for (guint j = 0; j < n_parts; j++)
            g_string_append (input, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
          g_string_append_c (input, 'y');
          g_string_append_printf (expected, "2|%s|cluster k\n", input->str);
          g_string_replace (input, "\"", "\"\"", 0);
          g_string_append_printf (text, "2%c\"%s\"%ck%s", separator, input->str, separator, end);
        }
      /* Tabs become spaces, as everywhere in the program. */
      for (gsize i = 0; i < expected->len; i++)
        if (expected->str[i] == '\t')
          expected->str[i] = ' ';

      g_autoptr (TrioImportPlan) plan = parse (text->str, 0);
      g_autofree char *entries = dup_entries (plan);

      g_assert_cmpstr (entries, ==, expected->str);
      g_assert_cmpuint (plan->n_problems, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/csv/headings", test_headings);
  g_test_add_func ("/import/csv/quoting", test_quoting);
  g_test_add_func ("/import/csv/guard", test_guard);
  g_test_add_func ("/import/csv/no-headings", test_no_headings);
  g_test_add_func ("/import/csv/what-cannot-be-used", test_what_cannot_be_used);
  g_test_add_func ("/import/csv/titles-and-new-stations", test_titles_and_new_stations);
  g_test_add_func ("/import/csv/guessed-text", test_guessed_text);
  g_test_add_func ("/import/csv/is-table", test_is_table);
  g_test_add_func ("/import/csv/limits", test_limits);
  g_test_add_func ("/import/csv/many-stations", test_many_stations);
  g_test_add_func ("/import/csv/cancel", test_cancel);
  g_test_add_func ("/import/csv/round-trip", test_round_trip);

  return g_test_run ();
}
