/* test-glance.c: the figures that a list of files shows, and files that give none. */
#include <string.h>

#include "model/trio-commands-theme.h"
#include "store/trio-glance.h"
#include "test-store-tools.h"

static void
assert_next (const char *path, TrioNext next)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioGlance) glance = trio_glance_read (path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (trio_glance_get_next (glance), ==, next);
}

/* Follows a file from nothing to the note that was sent. */
static void
test_way (void)
{
  g_autofree char *path = tools_dup_path ("way.trio");
  TrioStore *store = tools_create (path);
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioGlance) glance = NULL;
  g_autoptr (TrioEdit) edit = NULL;
  TrioNoteDraft practice = { .text = "Only tried", .practice = TRUE };
  TrioId station;
  TrioId theme;
  TrioId note;
  TrioId document;
  TrioId summary;

  g_assert_true (trio_store_close (store, NULL));
  g_object_unref (store);
  assert_next (path, TRIO_NEXT_SETUP);

  store = tools_open (path);
  model = trio_store_get_model (store);
  station = tools_add_station (store, "Calm days");
  trio_command_set_field (model, 1, TRIO_WORKSHOP_TITLE, "Dagen", &error);
  trio_command_set_field (model, 1, TRIO_WORKSHOP_START, "2026-11-22", &error);
  trio_command_add_notes (model, station, &practice, 1, NULL, &error);
  g_assert_no_error (error);
  tools_reopen (&store);
  g_assert_true (trio_store_close (store, NULL));
  g_object_unref (store);
  assert_next (path, TRIO_NEXT_CAPTURE);

  store = tools_open (path);
  model = trio_store_get_model (store);
  note = tools_add_note (store, station, "More breaks");
  g_assert_true (trio_store_close (store, NULL));
  g_object_unref (store);
  assert_next (path, TRIO_NEXT_CLUSTERS);

  store = tools_open (path);
  model = trio_store_get_model (store);
  trio_command_make_cluster (model, station, "Breaks", &note, 1, &error);
  g_assert_no_error (error);
  g_assert_true (trio_store_close (store, NULL));
  g_object_unref (store);
  assert_next (path, TRIO_NEXT_SUMMARIES);

  store = tools_open (path);
  model = trio_store_get_model (store);
  theme = trio_record_get_ref (trio_model_get_record (model, station), TRIO_STATION_THEME);
  edit = trio_edit_new (model, "edit-summary");
  summary = trio_edit_create (edit, TRIO_KIND_SUMMARY);
  trio_edit_set_ref (edit, summary, TRIO_SUMMARY_THEME, theme);
  trio_edit_set_text (edit, summary, TRIO_SUMMARY_TEXT, "We will hold breaks.");
  trio_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_true (trio_store_close (store, NULL));
  g_object_unref (store);
  assert_next (path, TRIO_NEXT_DOCUMENTS);

  store = tools_open (path);
  model = trio_store_get_model (store);
  g_clear_pointer (&edit, trio_edit_free);
  edit = trio_edit_new (model, "edit-document");
  document = trio_edit_create (edit, TRIO_KIND_DOCUMENT);
  trio_edit_place_last (edit, document, TRIO_NO_FIELD, 0);
  trio_edit_set_text (edit, document, TRIO_DOCUMENT_TYPE, "notat");
  trio_edit_set_text (edit, document, TRIO_DOCUMENT_SENT, "2026-11-23");
  trio_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_true (trio_store_close (store, NULL));
  g_object_unref (store);
  assert_next (path, TRIO_NEXT_NOTHING);

  glance = trio_glance_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (glance->title, ==, "Dagen");
  g_assert_cmpstr (glance->date, ==, "2026-11-22");
  g_assert_cmpuint (glance->n_stations, ==, 1);
  g_assert_cmpuint (glance->n_notes, ==, 1);
  g_assert_cmpuint (glance->n_themes, ==, 1);
  g_assert_cmpuint (glance->n_summaries, ==, 1);
}

static void
assert_no_glance (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trio_glance_read (path, &error));
  g_assert_nonnull (error);
}

/* Whoever works in a file is not disturbed; what is no workshop file gives no figures. */
static void
test_refusals (void)
{
  g_autofree char *path = tools_make_file ("held.trio");
  g_autofree char *missing = tools_dup_path ("missing.trio");
  g_autofree char *foreign = tools_dup_path ("foreign.trio");
  g_autoptr (GBytes) bytes = tools_read_bytes (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (TrioGlance) glance = NULL;

  assert_no_glance (missing);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  tools_write_bytes (foreign, "A letter.", 9);
  assert_no_glance (foreign);
  tools_write_bytes (foreign, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) / 2);
  assert_no_glance (foreign);

  glance = trio_glance_read (path, NULL);
  g_assert_nonnull (glance);
  after = tools_read_bytes (path);
  g_assert_true (g_bytes_equal (bytes, after));
  store = tools_open (path);
  assert_no_glance (path);
  tools_add_note (store, tools_add_station (store, "New"), "Written meanwhile");
  g_assert_true (trio_store_close (store, NULL));
}

int
main (int argc, char **argv)
{
  tools_init (&argc, &argv);
  g_test_add_func ("/glance/way", test_way);
  g_test_add_func ("/glance/refusals", test_refusals);
  return tools_run ();
}
