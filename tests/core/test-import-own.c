/* test-import-own.c: what the program exports, it reads back. */
#include "doc-fixtures.h"
#include "document/writers/trio-writer.h"
#include "exchange/trio-import.h"
#include "import-helpers.h"

static TrioImportPlan *
read_plan (const char *name, GBytes *bytes)
{
  g_autoptr (TrioImportContext) context = make_four_stations ();
  TrioImportPlan *plan = trio_import_plan_new (context);
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_import_read_bytes (plan, name, bytes, NULL, NULL, &error));
  g_assert_no_error (error);
  return plan;
}

static void
append_note_cb (const TrioListItem *item, gpointer user_data)
{
  g_autofree char *words = trio_inlines_dup_text (item->inlines);
  g_autofree char *squeezed = squeeze (words);

  g_string_append_printf (user_data, "%u|%s\n", item->note->station_number, squeezed);
}

/* What we export comes back: CSV exactly, lists but for line ends inside an input. */
static void
test_own_exports (gconstpointer user_data)
{
  TrioFormat format = (TrioFormat)GPOINTER_TO_INT (user_data);
  g_autofree char *name = g_strconcat ("notat.", trio_format_get_extension (format), NULL);

  for (guint grouped = 0; grouped < 2; grouped++)
    for (guint english = 0; english < 2; english++)
      {
        g_autoptr (TrioDoc) doc = make_notat (english ? "en" : "da", 40, grouped != 0);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = trio_writer_write (format, doc, NULL, &error);
        g_autoptr (GString) expected = g_string_new (NULL);
        g_autoptr (GString) got = g_string_new (NULL);

        g_assert_no_error (error);
        trio_doc_foreach_note (doc, append_note_cb, expected);

        g_autoptr (TrioImportPlan) plan = read_plan (name, bytes);

        for (guint i = 0; i < plan->entries->len; i++)
          {
            const TrioImportEntry *entry = &g_array_index (plan->entries, TrioImportEntry, i);
            g_autofree char *squeezed = squeeze (entry->text);

            g_string_append_printf (
                got, "%u|%s\n",
                g_array_index (plan->stations, TrioImportStation, entry->station).number, squeezed);
            if (grouped && format != TRIO_FORMAT_CSV)
              g_assert_cmpstr (entry->cluster, ==, "Tid & ro");
          }

        g_assert_cmpstr (got->str, ==, expected->str);
        g_assert_cmpuint (plan->n_problems, ==, 0);
      }
}

static void
test_own_csv_guard (void)
{
  static const char *const texts[]
      = { "=1+1", "+45 års dag", "@alle", "-tid", "-(x)", "- ro", "-5", "'=ikke", "\"a\"; b\nc" };
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  TrioList *list = trio_list_new (TRIO_LIST_BULLET);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TrioNoteRef *note = trio_note_ref_new ("x", 2, "Digitale muligheder");

      note->text = g_strdup (texts[i]);
      note->votes = i;
      note->round = 1;
      note->role = g_strdup ("tr");
      note->cluster = g_strdup ("=klynge");
      trio_list_item_set_note (trio_list_add_text (list, texts[i]), note);
    }
  trio_doc_set (doc, TRIO_DOC_LANG, "da");
  trio_doc_append (doc, trio_block_new_list (list));

  g_autoptr (GBytes) bytes = trio_writer_write (TRIO_FORMAT_CSV, doc, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (TrioImportPlan) plan = read_plan ("a.csv", bytes);

  g_assert_cmpuint (plan->entries->len, ==, G_N_ELEMENTS (texts));
  g_assert_cmpuint (plan->n_problems + plan->n_notices, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const TrioImportEntry *entry = &g_array_index (plan->entries, TrioImportEntry, i);

      g_assert_cmpstr (entry->text, ==, texts[i]);
      g_assert_cmpstr (entry->cluster, ==, "=klynge");
      g_assert_cmpstr (entry->round, ==, "1");
      g_assert_cmpint (entry->role, ==, TRIO_ROLE_TR);
      g_assert_cmpuint (entry->votes, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/import/own-exports/csv", GINT_TO_POINTER (TRIO_FORMAT_CSV),
                        test_own_exports);
  g_test_add_data_func ("/import/own-exports/text", GINT_TO_POINTER (TRIO_FORMAT_TEXT),
                        test_own_exports);
  g_test_add_data_func ("/import/own-exports/markdown", GINT_TO_POINTER (TRIO_FORMAT_MARKDOWN),
                        test_own_exports);
  g_test_add_func ("/import/own-exports/csv-guard", test_own_csv_guard);

  return g_test_run ();
}
