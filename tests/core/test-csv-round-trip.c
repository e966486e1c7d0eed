/* test-csv-round-trip.c: inputs that were written as CSV are imported as they were. */
#include <string.h>

#include "base/trio-csv.h"
#include "document/writers/trio-writer.h"
#include "exchange/trio-import-csv.h"
#include "import-helpers.h"

static void
add_note (TrioList *list, const char *words, guint station)
{
  static const char *const roles[] = { "leader", "amr", "tr", "other" };
  TrioNoteRef *note = trio_note_ref_new ("id", station + 1, "Blik for borgeren");

  note->votes = station;
  note->round = station + 1;
  note->role = g_strdup (roles[station]);
  note->cluster = g_strdup ("Tid; \"ro\"");
  trio_list_item_set_note (trio_list_add_text (list, words), note);
}

static TrioImportPlan *
import (GBytes *bytes)
{
  g_autoptr (TrioImportContext) context = make_four_stations ();
  TrioImportPlan *plan = trio_import_plan_new (context);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* What the decoder of files does with a byte order mark. */
  g_assert_true (g_str_has_prefix (data, "\357\273\277"));
  trio_import_plan_begin_source (plan, "notat.csv");
  g_assert_true (trio_import_csv (plan, data + 3, (gssize)size - 3, NULL, NULL, &error));
  g_assert_no_error (error);
  return plan;
}

static void
test_round_trip (gconstpointer data)
{
  static const char *const words[]
      = { "Mere tid – og ”ro”", "=cmd|x", "-1+1",       "- streg",    "'=1",    "''@x", "'citat'",
          "a;b\"c\"",           "＝1",    "To\nlinjer", "100 %, 3,5", "+ plus", "ÆØÅ 😀" };
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  TrioList *list = trio_list_new (TRIO_LIST_BULLET);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrioImportPlan) plan = NULL;

  trio_doc_set (doc, TRIO_DOC_LANG, data);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add_note (list, words[i], i % 4);
  trio_doc_append (doc, trio_block_new_list (list));
  bytes = trio_writer_write (TRIO_FORMAT_CSV, doc, NULL, &error);
  g_assert_no_error (error);
  plan = import (bytes);

  g_assert_cmpuint (plan->n_problems, ==, 0);
  g_assert_cmpuint (plan->entries->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const TrioImportEntry *entry = &g_array_index (plan->entries, TrioImportEntry, i);

      g_assert_cmpstr (entry->text, ==, words[i]);
      g_assert_cmpstr (entry->cluster, ==, "Tid; \"ro\"");
      g_assert_cmpuint (entry->votes, ==, i % 4);
      g_assert_cmpuint (g_array_index (plan->stations, TrioImportStation, entry->station).number,
                        ==, i % 4 + 1);
      g_assert_cmpint (entry->role, ==, (int)(TRIO_ROLE_LEADER + i % 4));
    }
}

/* Whatever a cell holds, the guard comes off as it went on. */
static void
test_guard (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      static const char signs[] = "'=+@- a1";
      g_autoptr (GString) cell = g_string_new (NULL);
      g_autoptr (GString) written = g_string_new (NULL);
      guint n = (guint)g_test_rand_int_range (0, 6);

      for (guint i = 0; i < n; i++)
        g_string_append_c (cell, signs[g_test_rand_int_range (0, sizeof signs - 1)]);
      if (trio_csv_needs_guard (cell->str))
        g_string_append_c (written, '\'');
      g_string_append (written, cell->str);
      g_assert_cmpstr (trio_csv_skip_guard (written->str), ==, cell->str);
      g_assert_null (strchr ("=+@", written->str[0] != '\0' ? written->str[0] : ' '));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/csv/round-trip/da", "da", test_round_trip);
  g_test_add_data_func ("/csv/round-trip/en", "en", test_round_trip);
  g_test_add_func ("/csv/guard", test_guard);

  return g_test_run ();
}
