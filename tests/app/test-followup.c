/* test-followup.c: looking back over earlier events, and the list of what is to be done. */
#include "app-helpers.h"

#include "../core/test-folder.h"
#include "app/documents/trio-document-memory.h"
#include "app/followup/trio-earlier-dialog.h"
#include "app/setup/trio-followup-list.h"
#include "app/setup/trio-theme-choice.h"
#include "document/trio-build-options.h"
#include "model/trio-commands-followup.h"
#include "model/trio-commands-theme.h"
#include "store/trio-store.h"

static void
write_event (const char *folder, const char *name, const char *title)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);
  TrioModel *model = trio_store_get_model (store);

  g_assert_no_error (error);
  trio_command_set_field (model, trio_model_get_workshop_record (model)->id, TRIO_WORKSHOP_TITLE,
                          title, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *theme = g_strdup_printf ("Theme %u", i);

      trio_command_add_theme_and_station (model, theme, i, &error);
      g_assert_no_error (error);
      add_note (model, i - 1, "Mere tid til oplæring i vagtplanen");
      add_note (model, i - 1, "Oplæring af nye kolleger");
    }
  trio_store_close (store, &error);
  g_assert_no_error (error);
}

static void
wait_until_ready (TrioEarlierDialog *dialog)
{
  for (guint i = 0; i < 1000 && trio_earlier_dialog_is_busy (dialog); i++)
    spin (20);
  g_assert_false (trio_earlier_dialog_is_busy (dialog));
}

static const char *
get_parameter (TrioModel *model, TrioId document, const char *name)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioBuildOptions) options
      = trio_build_options_new_for_document (snapshot, trio_snapshot_get (snapshot, document));

  return g_intern_string (trio_build_options_get_parameter (options, name));
}

static GtkWidget *
check_of (TrioEarlierDialog *dialog, guint index)
{
  return find_widget (trio_earlier_dialog_get_row (dialog, index), GTK_TYPE_CHECK_BUTTON);
}

static void
collected_cb (TrioEarlierDialog *dialog, gint64 document, guint n_lines, guint *n)
{
  *n = n_lines;
}

static void
test_a_folder_is_looked_back_over (void)
{
  g_autofree char *folder = test_folder_make (TRUE);
  g_autofree char *broken = g_build_filename (folder, "c.trio", NULL);
  g_autoptr (TrioModel) model = make_workshop (2);
  GtkWidget *dialog = trio_earlier_dialog_new (NULL, model, NULL, 0);
  TrioEarlierDialog *self = TRIO_EARLIER_DIALOG (dialog);
  g_autofree char *subtitle = NULL;
  guint n_lines = 0;
  TrioId document;

  write_event (folder, "a.trio", "Forårsdag");
  write_event (folder, "b.trio", "Efterårsdag");
  g_assert_true (g_file_set_contents (broken, "ikke et arrangement", -1, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
  trio_earlier_dialog_read (self, folder);
  g_assert_true (trio_earlier_dialog_is_busy (self));
  wait_until_ready (self);

  /* What cannot be read is named with the reason and cannot be chosen. */
  g_assert_cmpstr (adw_preferences_row_get_title (
                       ADW_PREFERENCES_ROW (trio_earlier_dialog_get_row (self, 2))),
                   ==, "c.trio");
  g_object_get (trio_earlier_dialog_get_row (self, 2), "subtitle", &subtitle, NULL);
  g_assert_cmpuint (strlen (subtitle), >, 10);
  g_assert_null (check_of (self, 2));
  g_assert_null (trio_earlier_dialog_get_row (self, 3));
  gtk_test_accessible_assert_property (check_of (self, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Forårsdag");
  g_assert_cmpuint (trio_earlier_dialog_get_n_topics (self), >, 0);

  /* Without a second event nothing comes up in several. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check_of (self, 1)), FALSE);
  wait_until_ready (self);
  g_assert_cmpuint (trio_earlier_dialog_get_n_topics (self), ==, 0);

  g_signal_connect (dialog, "collected", G_CALLBACK (collected_cb), &n_lines);
  trio_earlier_dialog_collect (self);
  g_assert_cmpuint (n_lines, ==, 1);
  document = trio_document_memory_find (model, "status");
  g_assert_cmpint (document, >, 0);
  g_assert_cmpstr (get_parameter (model, document, "events"), ==,
                   "Forårsdag |  | Theme 1 – Theme 2");
  g_assert_true (trio_model_undo (model, NULL));
  g_assert_cmpint (trio_document_memory_find (model, "status"), ==, 0);
  wait_for_workers (model);
  test_folder_remove (folder);
}

static void
test_a_folder_without_events (void)
{
  g_autofree char *folder = test_folder_make (TRUE);
  g_autofree char *missing = g_build_filename (folder, "væk", NULL);
  g_autoptr (TrioModel) model = make_workshop (1);
  GtkWidget *dialog = trio_earlier_dialog_new (NULL, model, NULL, 0);
  const char *folders[] = { folder, missing };

  gtk_window_present (GTK_WINDOW (dialog));
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      trio_earlier_dialog_read (TRIO_EARLIER_DIALOG (dialog), folders[i]);
      wait_until_ready (TRIO_EARLIER_DIALOG (dialog));
      g_assert_null (trio_earlier_dialog_get_row (TRIO_EARLIER_DIALOG (dialog), 0));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  test_folder_remove (folder);
}

static void
test_a_followup_has_a_theme (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  GtkWidget *list = trio_followup_list_new (model);
  GtkWidget *window = show_in_window (list);
  GListModel *followups = trio_model_get_list (model, TRIO_KIND_FOLLOWUP);
  TrioThemeChoice *choice;
  TrioObject *second = nth (trio_model_get_list (model, TRIO_KIND_THEME), 1);
  g_autoptr (GError) error = NULL;

  trio_followup_list_add (TRIO_FOLLOWUP_LIST (list));
  choice = TRIO_THEME_CHOICE (find_widget (list, TRIO_TYPE_THEME_CHOICE));
  gtk_test_accessible_assert_property (GTK_WIDGET (trio_theme_choice_get_list (choice)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Theme that it belongs to");
  g_assert_cmpint (trio_theme_choice_get_theme (choice), ==, 0);
  gtk_drop_down_set_selected (trio_theme_choice_get_list (choice), 2);
  g_assert_cmpint (trio_object_get_ref (nth (followups, 0), TRIO_FOLLOWUP_THEME), ==,
                   trio_object_get_id (second));

  /* The list follows titles, and what belongs to a theme that is gone belongs to none. */
  trio_command_set_field (model, trio_object_get_id (second), TRIO_THEME_TITLE, "Andet", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (
                                                   trio_theme_choice_get_list (choice))),
                                               2),
                   ==, "Andet");
  trio_command_delete_theme (model, trio_object_get_id (second), &error);
  g_assert_no_error (error);
  g_assert_cmpint (trio_theme_choice_get_theme (choice), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (trio_theme_choice_get_list (choice)), ==, 0);
  g_assert_true (trio_model_undo (model, NULL));
  g_assert_cmpuint (gtk_drop_down_get_selected (trio_theme_choice_get_list (choice)), ==, 2);
  destroy_and_check (window, list);
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);
  g_test_add_func ("/followup/folder", test_a_folder_is_looked_back_over);
  g_test_add_func ("/followup/no-folder", test_a_folder_without_events);
  g_test_add_func ("/followup/theme", test_a_followup_has_a_theme);
  return g_test_run ();
}
