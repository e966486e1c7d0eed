/* test-preferences.c: what is chosen once holds from then on. */
#include "app-helpers.h"

#include <glib/gstdio.h>

#include "app/trio-preferences.h"
#include "base/trio-error.h"
#include "document/trio-template-library.h"

static char *home;

static GtkWidget *
find_titled (GtkWidget *widget, GType type, const char *title)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_choices_hold (void)
{
  GtkWidget *window = trio_preferences_new (NULL);
  GtkWidget *organisation;
  GtkWidget *colours;
  GtkWidget *documents;
  g_autofree char *name = NULL;
  g_autofree char *language = NULL;

  gtk_window_present (GTK_WINDOW (window));
  organisation = find_titled (window, ADW_TYPE_ENTRY_ROW, "Organisation");
  colours = find_titled (window, ADW_TYPE_COMBO_ROW, "Colours");
  documents = find_titled (window, ADW_TYPE_COMBO_ROW, "Language of the documents");
  g_assert_true (organisation != NULL && colours != NULL && documents != NULL);
  gtk_editable_set_text (GTK_EDITABLE (organisation), "Egebæk Kommune");
  name = trio_preferences_dup_organisation ();
  g_assert_cmpstr (name, ==, "Egebæk Kommune");
  adw_combo_row_set_selected (ADW_COMBO_ROW (documents), 2);
  language = trio_preferences_dup_document_language ();
  g_assert_cmpstr (language, ==, "en");
  adw_combo_row_set_selected (ADW_COMBO_ROW (colours), 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (adw_style_manager_get_default ()), ==,
                   ADW_COLOR_SCHEME_FORCE_DARK);
  adw_combo_row_set_selected (ADW_COMBO_ROW (colours), 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (adw_style_manager_get_default ()), ==,
                   ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A copy to change, which is never written over. */
static void
test_letterhead (void)
{
  GtkWidget *window = trio_preferences_new (NULL);
  g_autofree char *folder = trio_template_library_dup_user_folder ();
  g_autofree char *path = g_build_filename (folder, "letterhead-en.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (folder, home));
  g_assert_true (trio_preferences_make_letterhead (TRIO_PREFERENCES (window), &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "letterhead-en"));
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_true (trio_preferences_make_letterhead (TRIO_PREFERENCES (window), &error));
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");

  /* A file where the folder should be. */
  g_unlink (path);
  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", -1, NULL));
  g_assert_false (trio_preferences_make_letterhead (TRIO_PREFERENCES (window), &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "folder of templates"));
  g_unlink (folder);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  home = g_dir_make_tmp ("trio-home-XXXXXX", NULL);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  init_widgets (&argc, &argv);
  g_test_add_func ("/preferences/choices-hold", test_choices_hold);
  g_test_add_func ("/preferences/letterhead", test_letterhead);
  status = g_test_run ();
  g_free (home);
  return status;
}
