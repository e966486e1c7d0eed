/* test-documents.c: documents of every type on paper, on the clipboard and in files. */
#include "app-helpers.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/documents/trio-document-types.h"
#include "app/documents/trio-export-dialog.h"
#include "app/documents/trio-print.h"
#include "app/trio-application.h"
#include "app/window/trio-window.h"
#include "document/trio-document.h"

static char *home;

/* A workshop with so many inputs that its note takes several pages. */
static TrioModel *
make_long_workshop (void)
{
  TrioModel *model = make_workshop (3);

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *text = g_strdup_printf ("Mere tid til opgave %u", i + 1);

      add_note (model, i % 3, text);
    }
  return model;
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrioExportResult **kept = user_data;
  g_autoptr (GError) error = NULL;

  *kept = trio_export_finish (result, &error);
  g_assert_no_error (error);
}

static TrioExportResult *
make (TrioModel *model, TrioExportGoal goal, const char *type, gboolean landscape)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  TrioBuildOptions *options = trio_build_options_new ();
  TrioDocumentSettings settings = { NULL, type, NULL, "da" };
  TrioExportResult *result = NULL;

  if (landscape)
    trio_build_options_set_parameter (options, "landscape", "yes");
  trio_export_async (snapshot, "/tmp/day.trio", &settings, options, goal, TRIO_FORMAT_PDF, NULL,
                     NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static guint
count (const char *data, gsize length, const char *wanted, const char *not_followed_by)
{
  guint n = 0;

  for (gsize i = 0; i + strlen (wanted) < length; i++)
    if (memcmp (data + i, wanted, strlen (wanted)) == 0
        && strchr (not_followed_by, data[i + strlen (wanted)]) == NULL)
      n++;
  return n;
}

static void
keep_answer_cb (GtkPrintOperation *operation, GtkPrintOperationResult answer, int *kept)
{
  *kept = (int)answer;
}

static void
print_to_file (TrioLayout *layout, char **data, gsize *length)
{
  g_autofree char *path = g_build_filename (home, "paper.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = trio_print_operation_new (layout, "Notat");
  g_autoptr (GError) error = NULL;
  int answer = -1;

  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (keep_answer_cb), &answer);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  while (answer < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (answer, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (path, data, length, NULL));
  g_unlink (path);
}

/* As many pages on paper as in the preview, upright or lying. */
static void
test_print (void)
{
  g_autoptr (TrioModel) model = make_long_workshop ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrioExportResult) result
          = make (model, TRIO_EXPORT_PAPER, i == 0 ? "notat" : "dialogue", i == 1);
      g_autofree char *data = NULL;
      gsize length = 0;

      g_assert_nonnull (result->layout);
      g_assert_null (result->output);
      print_to_file (result->layout, &data, &length);
      g_assert_cmpmem (data, 4, "%PDF", 4);
      g_assert_cmpuint (count (data, length, "/Type /Page", "s"), ==,
                        trio_layout_get_n_pages (result->layout));
      g_assert_cmpuint (trio_layout_get_n_pages (result->layout), >, 2);
      g_assert_nonnull (g_strstr_len (data, (gssize)length,
                                      i == 0 ? "MediaBox [ 0 0 595" : "MediaBox [ 0 0 841"));
    }
}

/* Every type goes through checks and layout, and every one is in the list. */
static void
test_types (void)
{
  g_autoptr (TrioModel) model = make_long_workshop ();
  guint n_types = 0;

  for (guint i = 0; trio_document_type_get (i) != NULL; i++)
    {
      const TrioDocumentType *type = trio_document_type_get (i);
      g_autoptr (TrioExportResult) result = make (model, TRIO_EXPORT_CLIPBOARD, type->id, FALSE);

      g_assert_true (trio_document_type_find (type->id) == type);
      g_assert_nonnull (strstr (result->html, "<h"));
      g_assert_cmpuint (strlen (result->text), >, 20);
      n_types++;
    }
  g_assert_cmpuint (n_types, ==, 7);
  g_assert_null (trio_document_type_find ("letter"));
}

static TrioExportDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TRIO_IS_EXPORT_DIALOG (window))
        return TRIO_EXPORT_DIALOG (window);
    }
  return NULL;
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;
  g_autoptr (GError) error = NULL;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

/* The window puts rich and plain text on the clipboard in one go. */
static void
test_copy (gconstpointer application)
{
  g_autofree char *path = g_build_filename (home, "day.trio", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);
  TrioWindow *window;
  GdkClipboard *clipboard;

  g_assert_no_error (error);
  trio_command_add_theme_and_station (trio_store_get_model (store), "Et godt hold", 1, &error);
  g_assert_true (trio_store_close (g_steal_pointer (&store), &error));
  window = TRIO_WINDOW (trio_window_new (GTK_APPLICATION ((gpointer)application)));
  gtk_window_present (GTK_WINDOW (window));
  trio_window_open (window, path, TRIO_OPEN_DEFAULT);
  for (guint i = 0; i < 200 && trio_window_get_store (window) == NULL; i++)
    spin (20);

  g_action_group_activate_action (G_ACTION_GROUP (window), "copy-document", NULL);
  g_assert_nonnull (find_dialog ());
  trio_export_dialog_export_to (find_dialog (), NULL);
  for (guint i = 0; i < 200 && find_dialog () != NULL; i++)
    spin (20);
  g_assert_null (find_dialog ());

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_assert_true (
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  for (guint i = 0; i < 200 && text == NULL; i++)
    spin (10);
  g_assert_nonnull (strstr (text, "1) Et godt hold"));
  g_assert_nonnull (strstr (text, "Indstilling"));
  trio_window_shut_down (window);
  spin (50);
  g_unlink (path);
}

/* A remembered document is in the list behind the types, and brings what it knows. */
static void
test_remembered (void)
{
  g_autoptr (TrioModel) model = make_long_workshop ();
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autofree char *output = g_build_filename (home, "sag.txt", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  TrioDocumentSettings settings = { "Sag til byrådet", "case", NULL, "da" };
  GtkWidget *dialog;

  trio_build_options_set_parameter (options, "recommender", "Direktionen");
  trio_build_options_set_parameter (options, "recommendation", "temaerne godkendes");
  trio_document_remember (model, &settings, options, &error);
  g_assert_no_error (error);

  dialog = trio_export_dialog_new (NULL, model, "/tmp/day.trio", TRIO_EXPORT_FILE);
  trio_export_dialog_choose (TRIO_EXPORT_DIALOG (dialog), 7);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_export_dialog_export_to (TRIO_EXPORT_DIALOG (dialog), output);
  for (guint i = 0; i < 200 && find_dialog () != NULL; i++)
    spin (20);
  g_assert_null (find_dialog ());
  g_assert_true (g_file_test (output, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (output, &content, NULL, NULL));
  g_assert_nonnull (g_strstr_len (content, -1, "PK"));
  g_unlink (output);
}

int
main (int argc, char **argv)
{
  g_autoptr (TrioApplication) application = NULL;
  int status;

  home = g_dir_make_tmp ("trio-home-XXXXXX", NULL);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  init_widgets (&argc, &argv);
  application = trio_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/documents/print", test_print);
  g_test_add_func ("/documents/types", test_types);
  g_test_add_func ("/documents/remembered", test_remembered);
  g_test_add_data_func ("/documents/copy", application, test_copy);
  status = g_test_run ();
  g_rmdir (home);
  g_free (home);
  return status;
}
