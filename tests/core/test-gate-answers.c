/* test-gate-answers.c: what people answer to a finding: a reason, or a mask. */
#include "config.h"

#include <string.h>

#include "gate-helpers.h"

/* A reason is in the file, goes with undo, and holds as long as the text is the same. */
static void
test_justify (void)
{
  g_autofree char *path = tools_dup_path ("a.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  TrioId note = tools_add_note (store, tools_add_station (store, "En"), "Nr. " CPR);
  g_autoptr (TrioGateReport) report = run_store (store);
  g_autoptr (GError) error = NULL;
  const TrioFinding *finding = find_kind (report, TRIO_FINDING_CPR);

  g_assert_false (trio_gate_justify (trio_store_get_model (store), finding, "  ", 1, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      trio_gate_justify (trio_store_get_model (store), finding, "det er " CPR, 1, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (
      trio_gate_justify (trio_store_get_model (store), finding, "Et opdigtet nummer", 1, &error));
  g_assert_no_error (error);

  tools_reopen (&store);
  tools_assert_sound (store);
  g_clear_pointer (&report, trio_gate_report_unref);
  report = run_store (store);
  g_assert_false (trio_gate_report_blocks (report));
  g_assert_true (find_kind (report, TRIO_FINDING_CPR)->is_waived);

  g_assert_true (trio_model_undo (trio_store_get_model (store), NULL));
  g_clear_pointer (&report, trio_gate_report_unref);
  report = run_store (store);
  g_assert_true (trio_gate_report_blocks (report));
  g_assert_true (trio_model_redo (trio_store_get_model (store), NULL));

  g_assert_true (
      trio_command_set_note_text (trio_store_get_model (store), note, "Nr. " OTHER, NULL));
  g_clear_pointer (&report, trio_gate_report_unref);
  report = run_store (store);
  g_assert_true (trio_gate_report_blocks (report));
  g_assert_true (trio_store_close (store, NULL));
}

/* Masking leaves no trace in text, earlier wording, history, file and backups. */
static void
test_mask (void)
{
  g_autofree char *path = tools_dup_path ("a.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  TrioModel *model = trio_store_get_model (store);
  TrioId station = tools_add_station (store, "En");
  TrioId note = tools_add_note (store, station, "Først " CPR " og Mette Jensen");
  g_autoptr (TrioGateReport) report = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  const TrioRecord *record;

  g_assert_true (trio_command_set_note_text (model, note, "Nu " CPR ", " OTHER " og a@b.dk", NULL));
  g_assert_true (trio_store_flush (store, NULL));
  g_assert_true (trio_store_make_backup (store, NULL));
  report = run_store (store);
  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    if (trio_gate_report_get (report, i)->kind == TRIO_FINDING_CPR)
      g_ptr_array_add (findings, (gpointer)trio_gate_report_get (report, i));
  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_true (
      trio_gate_mask (store, (const TrioFinding *const *)findings->pdata, findings->len, &error));
  g_assert_no_error (error);
  record = trio_model_get_record (model, note);
  g_assert_cmpstr (trio_record_get_text (record, TRIO_NOTE_TEXT), ==,
                   "Nu XXXXXX-XXXX, XXXXXX-XXXX og a@b.dk");
  g_assert_cmpstr (trio_record_get_text (record, TRIO_NOTE_ORIGINAL), ==,
                   "Først XXXXXX-XXXX og Mette Jensen");
  g_clear_pointer (&report, trio_gate_report_unref);
  report = run_store (store);
  g_assert_false (trio_gate_report_blocks (report));
  while (trio_model_undo (model, NULL))
    {
      g_clear_pointer (&report, trio_gate_report_unref);
      report = run_store (store);
      g_assert_cmpuint (count_kind (report, TRIO_FINDING_CPR), ==, 0);
    }
  g_assert_true (trio_store_close (store, NULL));
  g_assert_false (tools_bytes_contain (path, CPR));
  g_assert_false (tools_bytes_contain (path, OTHER));
  backups = trio_store_list_backups (path, NULL);
  g_assert_cmpuint (backups->len, >, 0);
  for (guint i = 0; i < backups->len; i++)
    g_assert_false (tools_bytes_contain (((TrioBackup *)backups->pdata[i])->path, CPR));
}

/* What has changed since it was checked is not masked at the wrong place. */
static void
test_mask_refused (void)
{
  g_autofree char *path = tools_dup_path ("a.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  TrioId note = tools_add_note (store, tools_add_station (store, "En"), "Nummeret er " CPR);
  g_autoptr (TrioGateReport) report = run_store (store);
  const TrioFinding *finding = find_kind (report, TRIO_FINDING_CPR);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      trio_command_set_note_text (trio_store_get_model (store), note, "Ingenting her nu", NULL));
  g_assert_false (trio_gate_mask (store, &finding, 1, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_assert_cmpstr (trio_record_get_text (trio_model_get_record (trio_store_get_model (store), note),
                                         TRIO_NOTE_TEXT),
                   ==, "Ingenting her nu");
}

int
main (int argc, char *argv[])
{
  tools_init (&argc, &argv);
  g_test_add_func ("/gate-answers/justify", test_justify);
  g_test_add_func ("/gate-answers/mask", test_mask);
  g_test_add_func ("/gate-answers/mask-refused", test_mask_refused);
  return tools_run ();
}
