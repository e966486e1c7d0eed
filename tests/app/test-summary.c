/* test-summary.c: the page on which summaries are written, and the pages beside it. */
#include "app-helpers.h"

#include "app/preview/trio-page-sheet.h"
#include "app/preview/trio-preview-place.h"
#include "app/summary/trio-summary-drag.h"
#include "app/summary/trio-summary-page.h"

static void
wait_for_pages (TrioPreviewSource *source)
{
  for (guint i = 0; i < 500 && trio_preview_source_is_busy (source); i++)
    spin (20);
  g_assert_false (trio_preview_source_is_busy (source));
}

static TrioSummaryPage *
make_page (TrioModel *model, GtkWidget **window)
{
  GtkWidget *page = g_object_new (TRIO_TYPE_SUMMARY_PAGE, NULL);

  *window = show_in_window (page);
  gtk_window_set_default_size (GTK_WINDOW (*window), 1200, 700);
  trio_page_set_model (TRIO_PAGE (page), model);
  trio_page_set_station (TRIO_PAGE (page), nth_station (model, 0));
  return TRIO_SUMMARY_PAGE (page);
}

/* Threads that still look at the workshop hold the page until they are done. */
static void
drop_page (TrioSummaryPage *page, GtkWidget *window)
{
  gpointer watched = page;

  trio_page_set_model (TRIO_PAGE (page), NULL);
  g_object_add_weak_pointer (G_OBJECT (page), &watched);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 500 && watched != NULL; i++)
    spin (20);
  g_assert_null (watched);
}

static TrioId
first_theme (TrioModel *model)
{
  return trio_object_get_id (nth (trio_model_get_list (model, TRIO_KIND_THEME), 0));
}

static const char *
summary_text (TrioModel *model)
{
  TrioId summary = trio_summary_find (model, first_theme (model));

  return summary != 0
             ? trio_record_get_text (trio_model_get_record (model, summary), TRIO_SUMMARY_TEXT)
             : "";
}

static void
type (TrioSummaryPage *page, const char *text)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (trio_summary_page_get_editor (page)));

  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}

static void
put_caret (TrioSummaryPage *page, int offset)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (trio_summary_page_get_editor (page)));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
test_typing_is_kept_and_seen (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  GtkWidget *window;
  TrioSummaryPage *page;
  TrioPreviewSource *source;
  g_autoptr (GArray) found = NULL;
  g_autofree char *undo = NULL;

  add_note (model, 0, "Mere tid");
  page = make_page (model, &window);
  source = trio_page_preview_get_source (trio_summary_page_get_preview (page));
  type (page, "Vi vil ");
  type (page, "give tid til kvægbrættet.");
  g_assert_cmpstr (summary_text (model), ==, "Vi vil give tid til kvægbrættet.");

  wait_for_pages (source);
  g_assert_cmpuint (trio_preview_source_get_n_pages (source), >=, 1);
  found = trio_preview_source_search (source, "kvægbrættet");
  g_assert_cmpuint (found->len, ==, 1);

  /* Typing is one step, and undo takes it out of the editor as well. */
  undo = trio_model_dup_undo_label (model);
  g_assert_cmpstr (undo, ==, "Edit Summary of “Theme 1”");
  g_assert_true (trio_model_undo (model, NULL));
  g_assert_cmpstr (summary_text (model), ==, "");
  {
    g_autofree char *shown = trio_summary_editor_dup_text (trio_summary_page_get_editor (page));

    g_assert_cmpstr (shown, ==, "");
  }
  drop_page (page, window);
}

static void
test_links_follow_sentences (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  TrioId first = add_note (model, 0, "Mere tid");
  TrioId second = add_note (model, 0, "Bedre udstyr");
  GtkWidget *window;
  TrioSummaryPage *page = make_page (model, &window);
  TrioSummaryEditor *editor = trio_summary_page_get_editor (page);
  g_autoptr (GError) error = NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  GtkTextIter start;
  GtkTextIter end;

  type (page, "Vi vil have tid. Vi skal have udstyr.");
  g_assert_cmpuint (trio_summary_editor_count_unsupported (editor), ==, 2);
  put_caret (page, 3);
  g_assert_true (trio_summary_link (model, first_theme (model),
                                    trio_summary_editor_get_sentence (editor), &first, 1, TRUE,
                                    &error));
  put_caret (page, 20);
  g_assert_cmpstr (trio_summary_editor_get_sentence (editor)->text, ==, "Vi skal have udstyr.");
  g_assert_true (trio_summary_link (model, first_theme (model),
                                    trio_summary_editor_get_sentence (editor), &second, 1, TRUE,
                                    &error));
  g_assert_no_error (error);
  g_assert_cmpuint (trio_summary_editor_count_unsupported (editor), ==, 0);

  /* The first sentence is written over; its link goes with it. */
  put_caret (page, 15);
  type (page, " og ro");
  g_assert_cmpuint (trio_summary_editor_count_unsupported (editor), ==, 0);

  /* It goes, and comes back. */
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 22);
  {
    g_autofree char *cut = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);

    gtk_text_buffer_delete (buffer, &start, &end);
    g_assert_cmpuint (g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_LINK)), ==,
                      1);
    put_caret (page, -1);
    type (page, " ");
    type (page, cut);
  }
  g_assert_cmpuint (g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_LINK)), ==, 2);
  g_assert_cmpuint (trio_summary_editor_count_unsupported (editor), ==, 0);

  drop_page (page, window);
}

static void
test_check_marks_link (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  TrioId note = add_note (model, 0, "Mere tid");
  GtkWidget *window;
  TrioSummaryPage *page = make_page (model, &window);
  TrioSummaryClusters *clusters = trio_summary_page_get_clusters (page);
  TrioId cluster;
  GtkWidget *check;
  g_autoptr (GError) error = NULL;

  cluster = trio_command_make_cluster (model, nth_station (model, 0), "Tid", &note, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cluster, >, 0);
  g_assert_cmpuint (trio_summary_clusters_get_n_clusters (clusters), ==, 1);
  type (page, "Vi vil have tid.");
  check = find_widget (GTK_WIDGET (clusters), GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (check);
  gtk_test_accessible_assert_role (check, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  g_assert_true (gtk_widget_get_sensitive (check));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_LINK)), ==, 1);
  g_assert_cmpuint (trio_summary_editor_count_unsupported (trio_summary_page_get_editor (page)), ==,
                    0);
  g_assert_true (trio_summary_clusters_reveal (clusters, note));

  drop_page (page, window);
}

static void
test_approved_opens_again (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  GtkWidget *window;
  TrioSummaryPage *page = make_page (model, &window);
  TrioId theme = first_theme (model);
  const TrioRecord *record;

  type (page, "Vi vil have tid.");
  g_assert_true (trio_summary_set_state (model, theme, TRIO_SUMMARY_STATE_APPROVED, NULL));
  record = trio_model_get_record (model, trio_summary_find (model, theme));
  g_assert_cmpint (trio_record_get_int (record, TRIO_SUMMARY_STATE), ==,
                   TRIO_SUMMARY_STATE_APPROVED);
  type (page, " Og ro.");
  record = trio_model_get_record (model, trio_summary_find (model, theme));
  g_assert_cmpint (trio_record_get_int (record, TRIO_SUMMARY_STATE), ==, TRIO_SUMMARY_STATE_EDITED);
  drop_page (page, window);
}

static void
test_names_for_screen_readers (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  GtkWidget *window;
  TrioSummaryPage *page = make_page (model, &window);
  TrioPagePreview *preview = trio_summary_page_get_preview (page);
  GtkWidget *sheet;
  guint n;

  gtk_test_accessible_assert_role (trio_summary_page_get_editor (page),
                                   GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (trio_summary_page_get_editor (page),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Text of the summary");
  wait_for_pages (trio_page_preview_get_source (preview));
  n = trio_preview_source_get_n_pages (trio_page_preview_get_source (preview));
  sheet = find_widget (GTK_WIDGET (preview), TRIO_TYPE_PAGE_SHEET);
  g_assert_nonnull (sheet);
  gtk_test_accessible_assert_role (sheet, GTK_ACCESSIBLE_ROLE_IMG);
  {
    g_autofree char *label = g_strdup_printf ("Page 1 of %u", n);

    gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  }
  drop_page (page, window);
}

static void
test_preview_zooms_and_searches (void)
{
  g_autoptr (TrioModel) model = make_workshop (3);
  GtkWidget *preview = g_object_new (TRIO_TYPE_PAGE_PREVIEW, NULL);
  TrioPagePreview *self = TRIO_PAGE_PREVIEW (preview);
  TrioPreviewSource *source = trio_page_preview_get_source (self);
  GtkWidget *window = show_in_window (preview);

  for (guint i = 0; i < 90; i++)
    add_note (model, i % 3, i == 80 ? "Elefanten står her" : "Et helt almindeligt input");
  trio_preview_source_set_model (source, model, NULL);
  trio_preview_source_set_document (source, 0, "notat");
  wait_for_pages (source);
  spin (100);
  g_assert_cmpuint (trio_preview_source_get_n_pages (source), >, 2);
  g_assert_cmpuint (trio_page_preview_search (self, "elefanten"), ==, 1);
  spin (100);
  g_assert_cmpuint (trio_page_preview_get_page (self), >, 0);
  g_assert_cmpuint (trio_page_preview_search (self, "findes ikke"), ==, 0);
  g_assert_false (trio_page_preview_search_next (self, 1));

  trio_page_preview_set_zoom (self, 1);
  g_assert_cmpfloat_with_epsilon (trio_page_preview_get_zoom (self), 1, 0.001);
  trio_page_preview_set_zoom (self, 100);
  g_assert_cmpfloat (trio_page_preview_get_zoom (self), <=, 4.001);
  trio_page_preview_set_zoom (self, 1);
  spin (50);
  trio_page_preview_go_to_page (self, 2);
  spin (50);
  g_assert_cmpuint (trio_page_preview_get_page (self), ==, 2);

  /* Fewer pages than before. */
  trio_preview_source_set_document (source, 0, "case");
  wait_for_pages (source);
  spin (50);
  g_assert_cmpuint (trio_page_preview_get_page (self), <, trio_preview_source_get_n_pages (source));
  trio_preview_source_set_model (source, NULL, NULL);
  destroy_and_check (window, preview);
}

/* By drag, by the menu of an input, and back from the pages. */
static void
test_hands_link (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  TrioId note = add_note (model, 0, "Mere tid");
  GtkWidget *window;
  TrioSummaryPage *page = make_page (model, &window);
  TrioSummaryEditor *editor = trio_summary_page_get_editor (page);
  TrioSummaryClusters *clusters = trio_summary_page_get_clusters (page);
  TrioId summary;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autoptr (GHashTable) first = NULL;
  g_autoptr (GHashTable) second = NULL;
  GtkWidget *row;
  GtkWidget *menu;
  GdkRectangle place;
  GtkTextIter iter;
  int x, y;

  type (page, "Vi vil have ro. Vi vil have tid.");
  spin (50);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), &iter, 25);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (editor), &iter, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (editor), GTK_TEXT_WINDOW_WIDGET, place.x,
                                         place.y + 2, &x, &y);
  g_assert_cmpint (trio_summary_drag_find_sentence (editor, x, y), ==, 1);
  g_array_append_val (ids, note);
  put_caret (page, 3);
  g_signal_emit_by_name (editor, "notes-dropped", 1u, ids);
  summary = trio_summary_find (model, first_theme (model));
  second = trio_summary_list_notes (model, summary, "vivilhavetid");
  g_assert_true (g_hash_table_contains (second, &note));
  /* The check marks now tell of the sentence that it was dropped on. */
  g_assert_cmpstr (trio_summary_editor_get_sentence (editor)->text, ==, "Vi vil have tid.");

  g_assert_true (trio_summary_clusters_reveal (clusters, note));
  row = gtk_window_get_focus (GTK_WINDOW (window));
  g_signal_emit_by_name (clusters, "menu-wanted", (gint64)note, row, 1.0, 1.0);
  menu = find_widget (row, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  gtk_widget_activate_action (menu, "link.sentence-0", NULL);
  first = trio_summary_list_notes (model, summary, "vivilhavero");
  g_assert_true (g_hash_table_contains (first, &note));
  gtk_popover_popdown (GTK_POPOVER (menu));
  spin (100);
  drop_page (page, window);
}

static void
test_a_place_leads_back (void)
{
  g_autoptr (TrioModel) model = make_workshop (1);
  TrioId note = add_note (model, 0, "Mere tid");
  g_autofree char *uuid = trio_uuid_to_text (&trio_model_get_record (model, note)->uuid);
  g_autofree char *theme
      = trio_uuid_to_text (&trio_model_get_record (model, first_theme (model))->uuid);
  g_autofree char *direction = g_strconcat (theme, "/direction/2", NULL);
  GtkWidget *window;
  TrioSummaryPage *page = make_page (model, &window);
  TrioPagePreview *preview = trio_summary_page_get_preview (page);
  TrioId object;
  guint field;

  g_assert_true (trio_preview_place_find (model, uuid, &object, &field));
  g_assert_cmpint (object, ==, note);
  g_assert_true (trio_preview_place_find (model, direction, &object, &field));
  g_assert_cmpint (object, ==, first_theme (model));
  g_assert_cmpuint (field, ==, TRIO_THEME_DIRECTION);
  g_assert_false (trio_preview_place_find (model, "a_title", &object, &field));

  g_signal_emit_by_name (preview, "place-pressed", uuid);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (trio_summary_page_get_clusters (page))));
  g_signal_emit_by_name (preview, "place-pressed", theme);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window))
                 == GTK_WIDGET (trio_summary_page_get_editor (page)));
  drop_page (page, window);
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);

  g_test_add_func ("/summary/typing-is-kept-and-seen", test_typing_is_kept_and_seen);
  g_test_add_func ("/summary/links-follow-sentences", test_links_follow_sentences);
  g_test_add_func ("/summary/check-marks-link", test_check_marks_link);
  g_test_add_func ("/summary/hands-link", test_hands_link);
  g_test_add_func ("/summary/a-place-leads-back", test_a_place_leads_back);
  g_test_add_func ("/summary/approved-opens-again", test_approved_opens_again);
  g_test_add_func ("/summary/names-for-screen-readers", test_names_for_screen_readers);
  g_test_add_func ("/summary/preview-zooms-and-searches", test_preview_zooms_and_searches);
  return g_test_run ();
}
