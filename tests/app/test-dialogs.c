/* test-dialogs.c: new workshop, import and export, as dialogs. */
#include "app-helpers.h"

#include <glib/gstdio.h>

#include "app/documents/trio-export-dialog.h"
#include "app/files/trio-import-dialog.h"
#include "app/files/trio-new-dialog.h"
#include "app/setup/trio-paste-dialog.h"

static char *home;

static void
keep_store_cb (TrioNewDialog *dialog, TrioStore *store, TrioStore **kept)
{
  *kept = g_object_ref (store);
}

static void
test_new_workshop (void)
{
  GtkWidget *dialog = trio_new_dialog_new (NULL);
  TrioStore *store = NULL;
  TrioModel *model;
  g_autofree char *path = NULL;
  GtkWidget *list;
  GtkWidget *create;
  gpointer watched = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  g_signal_connect (dialog, "created", G_CALLBACK (keep_store_cb), &store);
  gtk_window_present (GTK_WINDOW (dialog));
  spin (100);
  /* The rows of the first page take Enter themselves. */
  g_assert_null (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  list = find_widget (dialog, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0), "activate");
  spin (50);
  create = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  g_assert_nonnull (create);
  g_assert_true (gtk_widget_get_sensitive (create));
  g_signal_emit_by_name (create, "clicked");
  spin (50);

  g_assert_null (watched);
  g_assert_nonnull (store);
  model = trio_store_get_model (store);
  g_assert_cmpuint (g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_STATION)), >,
                    1);
  g_assert_cmpstr (trio_object_get_text (trio_model_get_workshop (model), TRIO_WORKSHOP_TITLE), !=,
                   "");
  path = g_strdup (trio_store_get_path (store));
  g_assert_true (g_str_has_prefix (path, home));
  g_assert_true (g_str_has_suffix (path, ".trio"));
  trio_store_close (store, NULL);
  g_object_unref (store);
  g_unlink (path);
}

static void
test_new_from_an_earlier_event (void)
{
  g_autofree char *earlier = g_build_filename (home, "earlier.trio", NULL);
  g_autoptr (GError) error = NULL;
  TrioStore *parent = trio_store_create (earlier, TRIO_LANGUAGE_DA, &error);
  GtkWidget *dialog = trio_new_dialog_new (NULL);
  TrioStore *store = NULL;
  GtkWidget *create = NULL;
  g_autofree char *path = NULL;
  TrioNoteDraft draft = { .text = "Mere tid" };
  TrioId station;

  station = trio_command_add_theme_and_station (trio_store_get_model (parent), "Ro", 1, &error);
  trio_command_add_notes (trio_store_get_model (parent), station, &draft, 1, NULL, &error);
  trio_command_set_field (trio_store_get_model (parent), 1, TRIO_WORKSHOP_TITLE, "Dagen", &error);
  g_assert_no_error (error);
  g_assert_true (trio_store_close (parent, NULL));
  g_object_unref (parent);

  g_signal_connect (dialog, "created", G_CALLBACK (keep_store_cb), &store);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_new_dialog_read_parent (TRIO_NEW_DIALOG (dialog), earlier);
  for (guint i = 0; i < 500 && create == NULL; i++)
    {
      spin (20);
      create = gtk_window_get_default_widget (GTK_WINDOW (dialog));
    }
  g_assert_nonnull (create);
  g_signal_emit_by_name (create, "clicked");
  spin (50);
  g_assert_nonnull (store);
  g_assert_cmpuint (g_list_model_get_n_items (
                        trio_model_get_list (trio_store_get_model (store), TRIO_KIND_THEME)),
                    ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (
                        trio_model_get_list (trio_store_get_model (store), TRIO_KIND_NOTE)),
                    ==, 0);
  g_assert_cmpstr (trio_record_get_text (trio_model_get_workshop_record (
                                             trio_store_get_model (store)),
                                         TRIO_WORKSHOP_PARENT_TITLE),
                   ==, "Dagen");
  path = g_strdup (trio_store_get_path (store));
  trio_store_close (store, NULL);
  g_object_unref (store);
  g_unlink (path);
  g_unlink (earlier);
}

static void
accepted_cb (TrioPasteDialog *dialog, guint *n_themes)
{
  *n_themes = trio_paste_dialog_get_set (dialog)->themes->len;
}

static void
test_dialogue_material (void)
{
  GtkWidget *dialog = trio_paste_dialog_new (NULL);
  TrioPasteDialog *paste = TRIO_PASTE_DIALOG (dialog);
  gpointer watched = dialog;
  guint n_themes = 0;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), &n_themes);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_paste_dialog_set_text (paste, "Nothing of the kind.");
  g_assert_null (trio_paste_dialog_get_set (paste));
  trio_paste_dialog_accept (paste);
  g_assert_cmpuint (n_themes, ==, 0);
  trio_paste_dialog_set_text (paste, "Calm starts\n• How do we begin?\n\nGood ends\n• And end?\n");
  trio_paste_dialog_accept (paste);
  spin (50);
  g_assert_null (watched);
  g_assert_cmpuint (n_themes, ==, 2);
}

static void
count_cb (TrioImportDialog *dialog, guint n, guint *count)
{
  *count = n;
}

static void
test_import (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  GtkWidget *dialog = trio_import_dialog_new (NULL, model, 1);
  TrioImportDialog *import = TRIO_IMPORT_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  gpointer watched = dialog;
  guint count = 0;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  g_signal_connect (dialog, "imported", G_CALLBACK (count_cb), &count);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (trio_import_dialog_is_ready (import));
  trio_import_dialog_read_text (import, "• Første\n• Anden\nSTATION 2: THEME 2\n- Tredje\n");
  for (guint i = 0; i < 200 && !trio_import_dialog_is_ready (import); i++)
    spin (20);
  g_assert_true (trio_import_dialog_is_ready (import));
  /* Only looked at so far. */
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (model, 0)), ==, 0);

  trio_import_dialog_import (import);
  spin (50);
  g_assert_null (watched);
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpstr (text_at (model, 0, 1), ==, "Anden");
  g_assert_cmpstr (text_at (model, 1, 0), ==, "Tredje");
  trio_model_undo (model, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (model, 0)), ==, 0);
}

/* While the day runs no station is made, and practice stays practice. */
static void
test_import_while_running (void)
{
  TrioModel *model = make_workshop (2);
  GtkWidget *dialog = trio_import_dialog_new (NULL, model, 2);
  TrioImportDialog *import = TRIO_IMPORT_DIALOG (dialog);
  GtkWidget *list;

  gtk_window_present (GTK_WINDOW (dialog));
  trio_import_dialog_set_locked (import, TRUE, TRUE);
  trio_import_dialog_read_text (import,
                                "STATION 1: THEME 1\n- A\nSTATION 7: NEW THEME\n- B\n- C\n");
  for (guint i = 0; i < 200 && !trio_import_dialog_is_ready (import); i++)
    spin (10);
  g_assert_true (trio_import_dialog_is_ready (import));
  list = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (dialog), TRIO_TYPE_IMPORT_DIALOG, "stations"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  trio_import_dialog_import (import);
  g_assert_cmpuint (g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_STATION)), ==,
                    2);
  g_assert_cmpuint (g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_THEME)), ==, 2);
  g_assert_cmpstr (text_at (model, 0, 0), ==, "A");
  g_assert_cmpstr (text_at (model, 1, 1), ==, "C");
  g_assert_cmpint (trio_object_get_int (nth (notes_of (model, 1), 0), TRIO_NOTE_STATE), ==,
                   TRIO_NOTE_STATE_PRACTICE);
  spin (50);
  g_object_unref (model);
}

static void
test_import_of_nothing (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  GtkWidget *dialog = trio_import_dialog_new (NULL, model, 1);
  g_autofree char *missing = g_build_filename (home, "missing.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (missing);

  gtk_window_present (GTK_WINDOW (dialog));
  trio_import_dialog_read_file (TRIO_IMPORT_DIALOG (dialog), file);
  spin (200);
  g_assert_false (trio_import_dialog_is_ready (TRIO_IMPORT_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
keep_path_cb (TrioExportDialog *dialog, const TrioExportResult *result, char **kept)
{
  *kept = g_strdup (result->output);
}

static void
test_export (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  g_autofree char *output = g_build_filename (home, "note.docx", NULL);
  g_autofree char *exported = NULL;
  g_autofree char *content = NULL;
  gsize length = 0;
  GtkWidget *dialog;

  add_note (model, 0, "Mere tid");
  dialog = trio_export_dialog_new (NULL, model, "/tmp/day.trio", TRIO_EXPORT_FILE);
  g_signal_connect (dialog, "done", G_CALLBACK (keep_path_cb), &exported);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_export_dialog_export_to (TRIO_EXPORT_DIALOG (dialog), output);
  for (guint i = 0; i < 200 && exported == NULL; i++)
    spin (20);
  g_assert_cmpstr (exported, ==, output);
  g_assert_true (g_file_get_contents (output, &content, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (content, 2, "PK", 2);
  g_unlink (output);
}

static void
test_export_that_fails_says_so (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  g_autofree char *output = g_build_filename (home, "no", "such", "folder.docx", NULL);
  g_autofree char *exported = NULL;
  GtkWidget *dialog = trio_export_dialog_new (NULL, model, "/tmp/day.trio", TRIO_EXPORT_FILE);

  g_signal_connect (dialog, "done", G_CALLBACK (keep_path_cb), &exported);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_export_dialog_export_to (TRIO_EXPORT_DIALOG (dialog), output);
  spin (500);
  g_assert_null (exported);
  g_assert_true (gtk_widget_get_visible (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  int status;

  home = g_dir_make_tmp ("trio-home-XXXXXX", NULL);
  g_setenv ("HOME", home, TRUE);
  init_widgets (&argc, &argv);

  g_test_add_func ("/dialogs/new-workshop", test_new_workshop);
  g_test_add_func ("/dialogs/new-from-an-earlier-event", test_new_from_an_earlier_event);
  g_test_add_func ("/dialogs/dialogue-material", test_dialogue_material);
  g_test_add_func ("/dialogs/import", test_import);
  g_test_add_func ("/dialogs/import-while-running", test_import_while_running);
  g_test_add_func ("/dialogs/import-of-nothing", test_import_of_nothing);
  g_test_add_func ("/dialogs/export", test_export);
  g_test_add_func ("/dialogs/export-that-fails-says-so", test_export_that_fails_says_so);
  status = g_test_run ();
  g_rmdir (home);
  g_free (home);
  return status;
}
