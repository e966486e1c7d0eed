/* test-theme-set-model.c: a theme set becomes a workshop, and a workshop a theme set. */
#include "base/trio-error.h"
#include "exchange/trio-theme-set.h"
#include "model/trio-commands.h"
#include "workshop-helpers.h"

static void
apply (TrioModel *model, const TrioThemeSet *set)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "apply-theme-set");
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_theme_set_apply (set, edit));
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static guint
count (TrioModel *model, TrioKind kind)
{
  return g_list_model_get_n_items (trio_model_get_list (model, kind));
}

static void
test_apply (void)
{
  g_autoptr (TrioThemeSet) set = trio_theme_set_load ("fremtidens-arbejdsfaellesskaber", NULL);
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  const TrioRecord *workshop;
  g_autoptr (TrioObject) first = NULL;
  g_autoptr (TrioObject) station = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paragraphs = NULL;

  apply (model, set);
  workshop = trio_model_get_workshop_record (model);
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_SERIES), ==, set->series);
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_TITLE), ==, set->title);
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_THEME_SET), ==, set->id);
  g_assert_cmpuint (count (model, TRIO_KIND_THEME), ==, 4);
  g_assert_cmpuint (count (model, TRIO_KIND_STATION), ==, 4);
  g_assert_cmpuint (count (model, TRIO_KIND_QUESTION), ==, 4 * 4 + 4);

  first = g_list_model_get_item (trio_model_get_list (model, TRIO_KIND_THEME), 0);
  g_assert_cmpstr (trio_object_get_text (first, TRIO_THEME_TITLE), ==, "Blik for borgeren");
  g_assert_cmpint (trio_object_get_int (first, TRIO_THEME_COLOUR), ==, TRIO_COLOUR_TEAL);
  paragraphs = g_strsplit (trio_object_get_text (first, TRIO_THEME_DIRECTION), "\n\n", -1);
  g_assert_cmpuint (g_strv_length (paragraphs), ==, 3);

  station = g_list_model_get_item (trio_model_get_list (model, TRIO_KIND_STATION), 0);
  g_assert_cmpint (trio_object_get_int (station, TRIO_STATION_NUMBER), ==, 1);
  g_assert_cmpint (trio_object_get_ref (station, TRIO_STATION_THEME), ==,
                   trio_object_get_id (first));

  /* One step: one undo takes all of it back. */
  trio_model_undo (model, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (model, TRIO_KIND_THEME), ==, 0);
  g_assert_cmpuint (count (model, TRIO_KIND_QUESTION), ==, 0);
  g_assert_cmpuint (count (model, TRIO_KIND_STATION), ==, 0);
  g_assert_false (trio_model_can_undo (model));
}

static void
test_apply_adds (void)
{
  g_autoptr (TrioThemeSet) four = trio_theme_set_load ("future-work-communities", NULL);
  g_autoptr (TrioThemeSet) five = trio_theme_set_load ("good-start", NULL);
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_EN);
  const TrioRecord *workshop;
  g_autoptr (TrioObject) last = NULL;

  apply (model, four);
  apply (model, five);
  workshop = trio_model_get_workshop_record (model);
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_TITLE), ==, four->title);
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_THEME_SET), ==, five->id);
  g_assert_cmpuint (count (model, TRIO_KIND_THEME), ==, 9);

  last = g_list_model_get_item (trio_model_get_list (model, TRIO_KIND_STATION), 8);
  g_assert_cmpint (trio_object_get_int (last, TRIO_STATION_NUMBER), ==, 9);
}

static void
test_round_trip (void)
{
  static const char *const ids[] = { "fremtidens-arbejdsfaellesskaber", "future-work-communities",
                                     "godt-fra-start", "good-start" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrioThemeSet) set = trio_theme_set_load (ids[i], &error);
      g_autoptr (TrioModel) model = make_empty_workshop (trio_theme_set_get_language (set));
      g_autoptr (TrioSnapshot) snapshot = NULL;
      g_autoptr (TrioThemeSet) saved = NULL;
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;

      apply (model, set);
      snapshot = trio_model_dup_snapshot (model);
      saved = trio_theme_set_from_snapshot (snapshot, NULL, &error);
      g_assert_no_error (error);

      /* What a workshop does not keep: the set's own id and description. */
      g_free (saved->id);
      saved->id = g_strdup (set->id);
      g_free (saved->description);
      saved->description = g_strdup (set->description);
      before = trio_theme_set_to_bytes (set, &error);
      g_assert_no_error (error);
      after = trio_theme_set_to_bytes (saved, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (before, NULL), g_bytes_get_size (before),
                       g_bytes_get_data (after, NULL), g_bytes_get_size (after));
    }
}

static void
test_saved_names (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioSnapshot) empty = trio_model_dup_snapshot (model);
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioThemeSet) set = NULL;
  g_autofree char *folder = g_dir_make_tmp ("trio-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "deep", "mine.xml", NULL);
  g_autofree char *impossible = g_build_filename (path, "under-a-file.xml", NULL);
  g_autoptr (TrioThemeSet) read = NULL;

  g_assert_null (trio_theme_set_from_snapshot (empty, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
  g_clear_error (&error);

  g_assert_cmpint (trio_command_add_theme_and_station (model, "Søvn & hvile <1>", 1, &error), >, 0);
  snapshot = trio_model_dup_snapshot (model);
  set = trio_theme_set_from_snapshot (snapshot, "Årets tema: Søvn på Østre", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (set->id, ==, "aarets-tema-soevn-paa-oestre");
  g_assert_cmpstr (set->lang, ==, "da");

  g_assert_true (trio_theme_set_save (set, path, &error));
  g_assert_no_error (error);
  read = trio_theme_set_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((TrioSetTheme *)read->themes->pdata[0])->title, ==, "Søvn & hvile <1>");

  g_assert_false (trio_theme_set_save (set, impossible, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/theme-set-model/apply", test_apply);
  g_test_add_func ("/theme-set-model/apply-adds", test_apply_adds);
  g_test_add_func ("/theme-set-model/round-trip", test_round_trip);
  g_test_add_func ("/theme-set-model/saved-names", test_saved_names);

  return g_test_run ();
}
