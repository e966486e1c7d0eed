/* test-documents-page.c: the page of all documents: settings, checks, export, sending. */
#include "app-helpers.h"

#include <glib/gstdio.h>

#include "app/documents/trio-document-memory.h"
#include "app/documents/trio-documents-page.h"
#include "app/documents/trio-export-history.h"
#include "app/documents/trio-formats-dialog.h"

static char *home;

static void
wait_for_checks (TrioDocumentsPage *page)
{
  for (guint i = 0; i < 500 && !trio_documents_page_is_checked (page); i++)
    spin (20);
  g_assert_true (trio_documents_page_is_checked (page));
}

static TrioDocumentsPage *
make_page (TrioModel *model, GtkWidget **window)
{
  GtkWidget *page = g_object_new (TRIO_TYPE_DOCUMENTS_PAGE, NULL);

  *window = show_in_window (page);
  trio_page_set_model (TRIO_PAGE (page), model);
  return TRIO_DOCUMENTS_PAGE (page);
}

/* Threads that still look at the workshop hold the page until they are done. */
static void
drop_page (TrioDocumentsPage *page, GtkWidget *window)
{
  gpointer watched = page;

  trio_page_set_model (TRIO_PAGE (page), NULL);
  g_object_add_weak_pointer (G_OBJECT (page), &watched);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 500 && watched != NULL; i++)
    spin (20);
  g_assert_null (watched);
}

static guint
count_documents (TrioModel *model)
{
  return g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_DOCUMENT));
}

static gboolean
finds (TrioDocumentsPage *page, const char *words)
{
  g_autoptr (GArray) found = trio_preview_source_search (
      trio_page_preview_get_source (trio_documents_page_get_preview (page)), words);

  return found->len > 0;
}

static void
test_values_are_remembered (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  GtkWidget *window;
  TrioDocumentsPage *page = make_page (model, &window);
  GtkWidget *row;

  wait_for_checks (page);
  g_assert_cmpuint (count_documents (model), ==, 0);
  g_assert_cmpint (trio_documents_page_get_document (page), ==, 0);
  row = trio_documents_page_get_parameter (page, "recipient");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Byrådet");
  g_assert_cmpuint (count_documents (model), ==, 1);
  g_assert_cmpint (trio_documents_page_get_document (page), >, 0);
  wait_for_checks (page);
  g_assert_true (finds (page, "Byrådet"));

  /* One step, which also takes the document away again. */
  g_assert_true (trio_model_undo (model, NULL));
  g_assert_cmpuint (count_documents (model), ==, 0);
  g_assert_cmpint (trio_documents_page_get_document (page), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (trio_documents_page_get_parameter (page, "recipient"))),
                   ==, "");
  drop_page (page, window);
}

static void
test_every_type_has_pages (void)
{
  static const char *const types[]
      = { "notat", "dialogue", "case", "item", "status", "poster", "typing-sheet" };
  g_autoptr (TrioModel) model = make_workshop (2);
  GtkWidget *window;
  TrioDocumentsPage *page = make_page (model, &window);

  add_note (model, 0, "Mere tid");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      trio_documents_page_show_document (page, 0, types[i]);
      wait_for_checks (page);
      g_assert_cmpstr (trio_documents_page_get_document_type (page), ==, types[i]);
      g_assert_cmpuint (trio_preview_source_get_n_pages (
                            trio_page_preview_get_source (trio_documents_page_get_preview (page))),
                        >=, 1);
    }
  drop_page (page, window);
}

static void
test_order_of_themes (void)
{
  g_autoptr (TrioModel) model = make_workshop (3);
  TrioId themes[3];
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioBuildOptions) options = NULL;
  TrioId document;

  for (guint i = 0; i < 3; i++)
    themes[i] = trio_object_get_id (nth (trio_model_get_list (model, TRIO_KIND_THEME), 2 - i));
  document = trio_document_memory_set_themes (model, 0, "notat", themes, 3, &error);
  g_assert_no_error (error);
  snapshot = trio_model_dup_snapshot (model);
  options = trio_document_options_for (snapshot, document);
  g_assert_cmpuint (trio_build_options_get_themes (options)->len, ==, 3);
  g_assert_cmpint (g_array_index (trio_build_options_get_themes (options), TrioId, 0), ==,
                   themes[0]);
}

static void
test_titles_differ (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  g_autoptr (GError) error = NULL;
  TrioId first
      = trio_document_memory_set_field (model, 0, "case", TRIO_DOCUMENT_NUMBERING, "1)", &error);
  const char *title
      = trio_record_get_text (trio_model_get_record (model, first), TRIO_DOCUMENT_TITLE);
  TrioId second = trio_document_memory_add (model, "case", title, first, &error);

  g_assert_no_error (error);
  g_assert_cmpint (second, !=, first);
  g_assert_cmpstr (
      trio_record_get_text (trio_model_get_record (model, second), TRIO_DOCUMENT_TITLE), !=, title);
  g_assert_cmpstr (trio_record_get_text (trio_model_get_record (model, second),
                                         TRIO_DOCUMENT_NUMBERING),
                   ==, "1)");
}

static void
keep_count_cb (TrioFormatsDialog *dialog, guint n, const char *path, guint *count)
{
  *count = n;
}

static void
wait_for_export (GtkWidget **dialog)
{
  for (guint i = 0; i < 500 && *dialog != NULL; i++)
    {
      if (!trio_formats_dialog_is_running (TRIO_FORMATS_DIALOG (*dialog)))
        return;
      spin (20);
    }
}

static void
test_export_in_all_formats (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  GtkWidget *dialog;
  guint count = 0;
  guint n_files = 0;
  g_autofree char *folder = g_build_filename (home, "all", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_mkdir (folder, 0700);
  add_note (model, 0, "Mere tid");
  dialog = trio_formats_dialog_new (NULL, model, "/tmp/day.trio", 0, "notat");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  g_signal_connect (dialog, "exported", G_CALLBACK (keep_count_cb), &count);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_formats_dialog_set_folder (TRIO_FORMATS_DIALOG (dialog), folder);
  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    trio_formats_dialog_set_format (TRIO_FORMATS_DIALOG (dialog), (TrioFormat)i, TRUE);
  trio_formats_dialog_export (TRIO_FORMATS_DIALOG (dialog));
  wait_for_export (&dialog);
  g_assert_cmpuint (count, ==, TRIO_N_FORMATS);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_size, >, 20);
      g_unlink (path);
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, TRIO_N_FORMATS);
  g_rmdir (folder);
}

static void
test_unwritable_folder_is_told (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  g_autofree char *folder = g_build_filename (home, "missing", "folder", NULL);
  GtkWidget *dialog = trio_formats_dialog_new (NULL, model, "/tmp/day.trio", 0, "notat");
  TrioFormatsDialog *self = TRIO_FORMATS_DIALOG (dialog);
  guint count = 0;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  g_signal_connect (dialog, "exported", G_CALLBACK (keep_count_cb), &count);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_formats_dialog_set_folder (self, folder);
  trio_formats_dialog_export (self);
  wait_for_export (&dialog);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (count, ==, 0);
  g_assert_cmpstr (trio_formats_dialog_get_message (self), !=, "");
  g_assert_nonnull (strstr (trio_formats_dialog_get_message (self), "missing"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What the checks block does not leave, and the message says where without the number. */
static void
test_personal_data_is_told (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  g_autofree char *folder = g_strdup (home);
  GtkWidget *dialog;
  TrioFormatsDialog *self;
  guint count = 0;

  add_note (model, 0, "Ring til 010203-1234 om vagtplanen");
  dialog = trio_formats_dialog_new (NULL, model, "/tmp/day.trio", 0, "notat");
  self = TRIO_FORMATS_DIALOG (dialog);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  g_signal_connect (dialog, "exported", G_CALLBACK (keep_count_cb), &count);
  gtk_window_present (GTK_WINDOW (dialog));
  trio_formats_dialog_set_folder (self, folder);
  trio_formats_dialog_export (self);
  wait_for_export (&dialog);
  g_assert_cmpuint (count, ==, 0);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (trio_formats_dialog_get_message (self), "CPR"));
  g_assert_null (strstr (trio_formats_dialog_get_message (self), "010203"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A template with a mistake never stops the pages, and the user is told. */
static void
test_broken_template_is_told (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  g_autofree char *path = NULL;
  GtkWidget *window;
  TrioDocumentsPage *page;
  TrioPreviewSource *source;
  g_autofree char *user = trio_template_library_dup_user_folder ();

  g_assert_true (g_str_has_prefix (user, home));
  g_mkdir_with_parents (user, 0700);
  path = g_build_filename (user, "notat-en.xml", NULL);
  g_assert_true (g_file_set_contents (path, "<template", -1, NULL));
  page = make_page (model, &window);
  wait_for_checks (page);
  source = trio_page_preview_get_source (trio_documents_page_get_preview (page));
  g_assert_cmpuint (trio_preview_source_get_n_pages (source), >=, 1);
  g_assert_nonnull (trio_preview_source_get_remarks (source));
  g_assert_cmpuint (trio_preview_source_get_remarks (source)->len, >, 0);
  g_assert_nonnull (strstr (trio_preview_source_get_remarks (source)->pdata[0], "notat-en.xml"));
  g_unlink (path);
  drop_page (page, window);
}

static void
test_roles (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  GtkWidget *window;
  TrioDocumentsPage *page = make_page (model, &window);
  GtkWidget *toggle = trio_documents_page_get_parameter (page, "group_by_cluster");
  GtkWidget *chooser = find_widget (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN);

  gtk_test_accessible_assert_property (chooser, GTK_ACCESSIBLE_PROPERTY_LABEL, "Document");
  gtk_test_accessible_assert_role (toggle, GTK_ACCESSIBLE_ROLE_SWITCH);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (page)));
  g_assert_true (trio_page_focus_next_pane (TRIO_PAGE (page), NULL));
  drop_page (page, window);
}

/* With the keyboard, which replaces nothing that is being chosen from. */
static void
test_a_document_is_chosen_by_key (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  GtkWidget *window;
  TrioDocumentsPage *page = make_page (model, &window);
  GtkWidget *chooser = find_widget (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN);
  GtkWidget *list;

  wait_for_checks (page);
  gtk_widget_activate (chooser);
  spin (100);
  list = find_widget (chooser, GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (list);
  g_assert_true (gtk_widget_activate_action (list, "list.select-item", "(ubb)", 3u, FALSE, FALSE));
  g_assert_true (gtk_widget_activate_action (list, "list.activate-item", "u", 3u));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser)), ==, 3);
  wait_for_checks (page);
  drop_page (page, window);
}

/* Values that a template wants to be remembered begin every new document. */
static void
test_values_are_carried_over (void)
{
  g_autoptr (TrioModel) first = make_workshop (2);
  g_autoptr (TrioModel) second = make_workshop (2);
  GtkWidget *window;
  TrioDocumentsPage *page = make_page (first, &window);

  wait_for_checks (page);
  gtk_editable_set_text (GTK_EDITABLE (trio_documents_page_get_parameter (page, "sender")),
                         "HR-afdelingen");
  gtk_editable_set_text (GTK_EDITABLE (trio_documents_page_get_parameter (page, "recipient")),
                         "Byrådet");
  drop_page (page, window);

  page = make_page (second, &window);
  wait_for_checks (page);
  g_assert_cmpuint (count_documents (second), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (trio_documents_page_get_parameter (page, "sender"))),
                   ==, "HR-afdelingen");
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (trio_documents_page_get_parameter (page, "recipient"))),
                   ==, "");
  g_assert_true (finds (page, "HR-afdelingen"));
  /* The first change keeps it in the workshop. */
  gtk_editable_set_text (GTK_EDITABLE (trio_documents_page_get_parameter (page, "recipient")),
                         "Økonomiudvalget");
  wait_for_checks (page);
  g_assert_true (finds (page, "HR-afdelingen"));
  gtk_editable_set_text (GTK_EDITABLE (trio_documents_page_get_parameter (page, "sender")), "");
  drop_page (page, window);
}

/* What was exported can be found and made again. */
static void
test_exports_are_listed (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  g_autofree char *folder = g_build_filename (home, "ud", NULL);
  GtkWidget *window;
  TrioDocumentsPage *page = make_page (model, &window);
  GtkWidget *row;
  g_autoptr (GPtrArray) exports = NULL;
  const TrioExport *export;
  static const char *const formats[] = { "docx", "pdf", NULL };
  g_autofree char *stem = g_build_filename (folder, "Notat æ", NULL);
  g_autofree char *single = g_build_filename (folder, "Notat.odt", NULL);

  wait_for_checks (page);
  g_assert_null (trio_documents_page_get_export_row (page, 0));
  trio_export_history_add (model, 0, "notat", stem, formats);
  trio_export_history_add_file (model, 0, "notat", single);
  trio_export_history_add (model, 0, "notat", stem, formats);
  exports = trio_export_history_list (model);
  g_assert_cmpuint (exports->len, ==, 2);
  export = exports->pdata[0];
  g_assert_cmpstr (export->stem, ==, stem);
  g_assert_cmpuint (g_strv_length (export->formats), ==, 2);
  export = exports->pdata[1];
  g_assert_cmpstr (export->formats[0], ==, "odt");
  {
    g_autofree char *path = trio_export_dup_path (export);

    g_assert_cmpstr (path, ==, single);
  }
  trio_documents_page_show_document (page, 0, "notat");
  row = trio_documents_page_get_export_row (page, 1);
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "ud"));
  g_assert_null (trio_documents_page_get_export_row (page, 2));
  drop_page (page, window);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = NULL;
  int status;

  home = g_dir_make_tmp ("trio-home-XXXXXX", NULL);
  data = g_build_filename (home, "data", NULL);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  init_widgets (&argc, &argv);

  g_test_add_func ("/documents/values-are-remembered", test_values_are_remembered);
  g_test_add_func ("/documents/every-type-has-pages", test_every_type_has_pages);
  g_test_add_func ("/documents/order-of-themes", test_order_of_themes);
  g_test_add_func ("/documents/titles-differ", test_titles_differ);
  g_test_add_func ("/documents/export-in-all-formats", test_export_in_all_formats);
  g_test_add_func ("/documents/unwritable-folder-is-told", test_unwritable_folder_is_told);
  g_test_add_func ("/documents/personal-data-is-told", test_personal_data_is_told);
  g_test_add_func ("/documents/broken-template-is-told", test_broken_template_is_told);
  g_test_add_func ("/documents/chosen-by-key", test_a_document_is_chosen_by_key);
  g_test_add_func ("/documents/values-are-carried-over", test_values_are_carried_over);
  g_test_add_func ("/documents/exports-are-listed", test_exports_are_listed);
  g_test_add_func ("/documents/roles", test_roles);
  status = g_test_run ();
  g_free (home);
  return status;
}
