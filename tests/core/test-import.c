/* test-import.c: files and pasted text become inputs of a workshop: one step, all or nothing. */
#include "exchange/trio-import.h"

#include <string.h>

#include "base/trio-error.h"
#include "import-helpers.h"
#include "model/trio-commands.h"

static const char *const titles[] = { "Blik for borgeren", "Digitale muligheder",
                                      "En attraktiv arbejdsplads", "En stærk fortælling" };

static TrioModel *
make_model (guint n_stations)
{
  TrioModel *model = trio_model_new (7);
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  g_autoptr (GError) error = NULL;
  TrioRecord *workshop = trio_record_new (TRIO_KIND_WORKSHOP, 1, NULL);

  trio_record_take_value (workshop, TRIO_WORKSHOP_TITLE, trio_value_text ("Temadag"));
  g_ptr_array_add (records, workshop);
  g_assert_true (trio_model_load (model, records, 2, 0, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < n_stations; i++)
    {
      g_assert_cmpint (trio_command_add_theme_and_station (model, titles[i], i + 1, &error), >, 0);
      g_assert_no_error (error);
    }

  return model;
}

static TrioImportPlan *
read_plan (TrioModel *model, const char *name, const char *text, guint station)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioImportContext) context = trio_import_context_new_for_snapshot (snapshot);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TrioImportPlan *plan = trio_import_plan_new (context);
  TrioImportOptions options = { .station = station };

  g_assert_true (trio_import_read_bytes (plan, name, bytes, &options, NULL, &error));
  g_assert_no_error (error);
  return plan;
}

static void
import_text (TrioModel *model, const char *name, const char *text, guint station)
{
  g_autoptr (TrioImportPlan) plan = read_plan (model, name, text, station);
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_import_apply (plan, model, TRIO_SOURCE_IMPORTED, NULL, &error));
  g_assert_no_error (error);
}

static const char *
get_title (TrioSnapshot *snapshot, TrioId id, guint field)
{
  const TrioRecord *record = id != 0 ? trio_snapshot_get (snapshot, id) : NULL;

  return record ? trio_record_get_text (record, field) : "";
}

static guint
find_round (TrioSnapshot *snapshot, TrioId id)
{
  GPtrArray *rounds = trio_snapshot_get_all (snapshot, TRIO_KIND_ROUND);

  for (guint i = 0; i < rounds->len; i++)
    if (((const TrioRecord *)rounds->pdata[i])->id == id)
      return i + 1;

  return 0;
}

/* The whole workshop as text: stations in order with theme and inputs in order. */
static char *
dup_model (TrioModel *model)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  GPtrArray *stations = trio_snapshot_get_all (snapshot, TRIO_KIND_STATION);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *station = stations->pdata[i];
      g_autoptr (GPtrArray) notes
          = trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station->id);

      g_string_append_printf (out, "#%d %s\n",
                              (int)trio_record_get_int (station, TRIO_STATION_NUMBER),
                              get_title (snapshot,
                                         trio_record_get_ref (station, TRIO_STATION_THEME),
                                         TRIO_THEME_TITLE));
      for (guint j = 0; j < notes->len; j++)
        {
          const TrioRecord *note = notes->pdata[j];

          g_string_append_printf (
              out, "%s|%s|%u|%s|%d|%d\n", trio_record_get_text (note, TRIO_NOTE_TEXT),
              get_title (snapshot, trio_record_get_ref (note, TRIO_NOTE_CLUSTER),
                         TRIO_CLUSTER_TITLE),
              find_round (snapshot, trio_record_get_ref (note, TRIO_NOTE_ROUND)),
              get_title (snapshot, trio_record_get_ref (note, TRIO_NOTE_TEAM), TRIO_TEAM_TITLE),
              (int)trio_record_get_int (note, TRIO_NOTE_ROLE),
              (int)trio_record_get_int (note, TRIO_NOTE_VOTES));
        }
    }

  return g_string_free (out, FALSE);
}

static void
assert_model (TrioModel *model, const char *expected)
{
  g_autofree char *text = dup_model (model);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_document (void)
{
  static const guint counts[] = { 7, 10, 9, 10 };
  g_autoptr (TrioModel) model = make_model (4);
  g_autofree char *before = dup_model (model);
  gsize length;
  g_autofree char *text = read_fixture ("notat.txt", &length);
  g_autoptr (GError) error = NULL;

  import_text (model, "notat.txt", text, 0);

  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autofree char *label = trio_model_dup_undo_label (model);

  for (guint i = 0; i < 4; i++)
    {
      const TrioRecord *station = trio_snapshot_find_station (snapshot, i + 1);
      g_autoptr (GPtrArray) notes
          = trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station->id);

      g_assert_cmpuint (notes->len, ==, counts[i]);
      g_assert_cmpstr (get_title (snapshot, trio_record_get_ref (station, TRIO_STATION_THEME),
                                  TRIO_THEME_TITLE),
                       ==, titles[i]);
    }

  g_assert_nonnull (strstr (label, "36"));
  g_assert_true (trio_model_undo (model, &error));
  assert_model (model, before);
  g_assert_true (trio_model_redo (model, &error));
  g_assert_no_error (error);
}

static void
test_empty_workshop (void)
{
  g_autoptr (TrioModel) model = make_model (0);
  g_autoptr (GError) error = NULL;

  import_text (model, "a.txt", "STATION 2: DIGITALE MULIGHEDER\n• Ro\nSTATION 1: Mad\n• Te\n", 0);
  assert_model (model, "#1 Mad\nTe||0||0|0\n#2 Digitale muligheder\nRo||0||0|0\n");
  g_assert_true (trio_model_undo (model, &error));
  g_assert_no_error (error);
  assert_model (model, "");
  g_assert_false (trio_model_can_undo (model));
}

static void
test_new_stations (void)
{
  g_autoptr (TrioModel) model = make_model (2);

  import_text (model, "a.csv",
               "station;tema;tekst\n5;Blik for borgeren;Ro\n3;Mad;Te\n6;mad;Kaffe\n2;;Lys\n", 0);
  assert_model (model,
                "#1 Blik for borgeren\n#2 Digitale muligheder\nLys||0||0|0\n#3 Mad\nTe||0||0|0"
                "\n#5 Blik for borgeren\nRo||0||0|0\n#6 Mad\nKaffe||0||0|0\n");
  import_text (model, "b.txt", "Station 4\nÆble\n", 0);

  g_autofree char *text = dup_model (model);

  g_assert_nonnull (strstr (text, "#3 Mad\nTe||0||0|0\n#4 Station 4\nÆble||0||0|0\n#5"));
}

static void
test_all_columns (void)
{
  g_autoptr (TrioModel) model = make_model (2);
  const char *table = "Station;Tekst;Klynge;Rolle;Runde;Stemmer;Hold\n"
                      "1;Ro;Arbejdsro;AMR;2;3;Blå\n"
                      "1;Tid;arbejdsro;;Runde 1;;blå\n"
                      "2;Mad;Arbejdsro;TR;Efter frokost;;Rød\n";

  import_text (model, "a.csv", table, 0);
  assert_model (model, "#1 Blik for borgeren\nRo|Arbejdsro|2|Blå|2|3\nTid|Arbejdsro|1|Blå|0|0\n"
                       "#2 Digitale muligheder\nMad|Arbejdsro|3|Rød|3|0\n");

  import_text (model, "a.csv", table, 0);

  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);

  g_assert_cmpuint (trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE)->len, ==, 6);
  g_assert_cmpuint (trio_snapshot_get_all (snapshot, TRIO_KIND_CLUSTER)->len, ==, 2);
  g_assert_cmpuint (trio_snapshot_get_all (snapshot, TRIO_KIND_ROUND)->len, ==, 3);
  g_assert_cmpuint (trio_snapshot_get_all (snapshot, TRIO_KIND_TEAM)->len, ==, 2);
}

static void
test_dry_run_changes_nothing (void)
{
  g_autoptr (TrioModel) model = make_model (2);
  g_autofree char *before = dup_model (model);
  g_autoptr (TrioImportPlan) plan
      = read_plan (model, "navne.txt", "Station 9: Mad\nRo\nStation 2\nTid\n", 0);
  g_autofree char *report = trio_import_plan_dup_report (plan);

  g_assert_cmpstr (report, ==,
                   "2 inputs at 2 stations\n"
                   "navne.txt: text in UTF-8\n"
                   "  Station 9: Mad – 1 input (new station with a new theme)\n"
                   "  Station 2: Digitale muligheder – 1 input\n");
  assert_model (model, before);
}

static void
test_nothing_to_import (void)
{
  g_autoptr (TrioModel) model = make_model (2);
  g_autoptr (TrioImportPlan) empty = read_plan (model, "a.txt", "\n\n", 0);
  g_autoptr (TrioImportPlan) nowhere = read_plan (model, "a.txt", "Ro\n", 0);
  g_autofree char *before = dup_model (model);
  g_autoptr (GError) error = NULL;

  g_assert_false (trio_import_apply (empty, model, TRIO_SOURCE_IMPORTED, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_false (trio_import_apply (nowhere, model, TRIO_SOURCE_IMPORTED, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
  g_assert_nonnull (strstr (error->message, "a.txt, line 1"));
  assert_model (model, before);
}

static void
test_all_or_nothing (void)
{
  g_autoptr (TrioModel) model = make_model (2);
  g_autoptr (TrioImportPlan) plan = read_plan (model, "a.txt", "Station 1\nRo\nTid\n", 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = dup_model (model);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (trio_import_apply (plan, model, TRIO_SOURCE_IMPORTED, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_model (model, before);

  trio_model_set_read_only (model, TRUE);
  g_assert_false (trio_import_apply (plan, model, TRIO_SOURCE_IMPORTED, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_READ_ONLY);
  assert_model (model, before);
}

/* A plan is made, the station is deleted, the plan is applied: the station comes again. */
static void
test_model_went_on (void)
{
  g_autoptr (TrioModel) model = make_model (2);
  g_autoptr (TrioImportPlan) plan = read_plan (model, "a.txt", "Station 2\nRo\n", 0);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-station");
  g_autoptr (GError) error = NULL;

  trio_edit_delete (edit, trio_snapshot_find_station (snapshot, 2)->id);
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_true (trio_import_apply (plan, model, TRIO_SOURCE_IMPORTED, NULL, &error));
  g_assert_no_error (error);
  assert_model (model, "#1 Blik for borgeren\n#2 Digitale muligheder\nRo||0||0|0\n");
}

static void
test_paste (void)
{
  g_autoptr (TrioModel) model = make_model (2);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioImportContext) context = trio_import_context_new_for_snapshot (snapshot);
  g_autoptr (TrioImportPlan) plan = trio_import_plan_new (context);
  g_autoptr (GError) error = NULL;
  TrioImportOptions options = { .station = 2 };

  g_assert_true (trio_import_read_text (plan, "• Ro\n• Tid\n", &options, NULL, &error));
  g_assert_true (trio_import_read_text (plan, "1\tMad\n2\tTe\n", &options, NULL, &error));
  g_assert_true (trio_import_apply (plan, model, TRIO_SOURCE_PASTED, NULL, &error));
  g_assert_no_error (error);
  assert_model (model, "#1 Blik for borgeren\nMad||0||0|0\n#2 Digitale muligheder\nRo||0||0|0\n"
                       "Tid||0||0|0\nTe||0||0|0\n");
}

static void
test_several_files (void)
{
  g_autoptr (TrioModel) model = make_model (2);
  g_autoptr (TrioImportPlan) plan = read_plan (model, "a.txt", "Station 1\nRo\n", 0);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xFF\xFEM\0a\0d\0", 8);
  g_autoptr (GBytes) word = g_bytes_new_static ("PK\003\004", 4);
  g_autoptr (GError) error = NULL;
  TrioImportOptions options = { .station = 2 };

  g_assert_true (trio_import_read_bytes (plan, "b.txt", bytes, &options, NULL, &error));
  g_assert_no_error (error);

  g_autofree char *line = trio_import_plan_dup_source_line (plan, 1);

  g_assert_cmpstr (line, ==, "b.txt: text in UTF-16 LE");
  g_assert_true (trio_import_apply (plan, model, TRIO_SOURCE_IMPORTED, NULL, &error));
  assert_model (model, "#1 Blik for borgeren\nRo||0||0|0\n#2 Digitale muligheder\nMad||0||0|0\n");

  g_assert_false (trio_import_read_bytes (plan, "c.docx", word, &options, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
  g_assert_true (g_str_has_prefix (error->message, "c.docx: "));
}

static void
test_damaged_characters_are_told (void)
{
  g_autoptr (TrioModel) model = make_model (1);
  g_autoptr (TrioImportPlan) plan = read_plan (model, "a.txt", "æøå\nR\xC3 og rø\n", 1);

  g_assert_true (plan_says (plan, 2, "1 character could not be read"));
  g_assert_cmpuint (plan->entries->len, ==, 2);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrioImportPlan **plan = user_data;
  g_autoptr (GError) error = NULL;

  *plan = trio_import_read_finish (result, &error);
  g_assert_no_error (error);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_null (trio_import_read_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *done = TRUE;
}

static void
test_async (void)
{
  g_autoptr (TrioModel) model = make_model (2);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioImportContext) context = trio_import_context_new_for_snapshot (snapshot);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Station 2\nRo\n", 13);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrioImportPlan) plan = NULL;
  gboolean done = FALSE;

  trio_import_read_async (context, "a.txt", bytes, NULL, NULL, read_cb, &plan);
  while (plan == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (plan->entries->len, ==, 1);

  g_cancellable_cancel (cancellable);
  trio_import_read_async (context, "a.txt", bytes, NULL, cancellable, cancelled_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* A file of lines as large as anybody has: it comes, and one undo takes it away. */
static void
test_large (void)
{
  g_autoptr (TrioModel) model = make_model (2);
  GString *text = g_string_new ("Station 2\n");
  g_autoptr (GError) error = NULL;
  guint n = g_test_thorough () ? 250000 : 10000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "• Tid til at lære nyt på vagt nummer %u\n", i);
  g_test_timer_start ();
  import_text (model, "stor.txt", text->str, 0);
  g_test_message ("%u inputs in %.3f s", n, g_test_timer_elapsed ());

  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);

  g_assert_cmpuint (trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE)->len, ==, n);
  g_assert_true (trio_model_undo (model, &error));
  g_assert_no_error (error);
  assert_model (model, "#1 Blik for borgeren\n#2 Digitale muligheder\n");
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/document", test_document);
  g_test_add_func ("/import/empty-workshop", test_empty_workshop);
  g_test_add_func ("/import/new-stations", test_new_stations);
  g_test_add_func ("/import/all-columns", test_all_columns);
  g_test_add_func ("/import/dry-run", test_dry_run_changes_nothing);
  g_test_add_func ("/import/nothing", test_nothing_to_import);
  g_test_add_func ("/import/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/import/model-went-on", test_model_went_on);
  g_test_add_func ("/import/paste", test_paste);
  g_test_add_func ("/import/several-files", test_several_files);
  g_test_add_func ("/import/damaged-characters", test_damaged_characters_are_told);
  g_test_add_func ("/import/async", test_async);
  g_test_add_func ("/import/large", test_large);

  return g_test_run ();
}
