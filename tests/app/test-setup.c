/* test-setup.c: the setup page: fields, themes, questions, stations, checks, keys. */
#include "app-helpers.h"

#include "app/setup/trio-field-binding.h"
#include "app/setup/trio-setup-page.h"
#include "model/trio-commands-theme.h"

typedef struct
{
  TrioModel *model;
  TrioSetupPage *page;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->model = make_workshop (3);
  f->page = g_object_new (TRIO_TYPE_SETUP_PAGE, NULL);
  trio_page_set_model (TRIO_PAGE (f->page), f->model);
  f->window = show_in_window (GTK_WIDGET (f->page));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  trio_page_set_model (TRIO_PAGE (f->page), NULL);
  destroy_and_check (f->window, GTK_WIDGET (f->page));
  g_assert_finalize_object (f->model);
}

static TrioObject *
theme_at (Fixture *f, guint index)
{
  return nth (trio_model_get_list (f->model, TRIO_KIND_THEME), index);
}

static void
wait_for_checks (Fixture *f)
{
  do
    spin (50);
  while (!trio_setup_page_is_checked (f->page));
}

static void
test_fields_are_edits (Fixture *f, gconstpointer data)
{
  TrioObject *workshop = trio_model_get_workshop (f->model);
  TrioSetupForm *form = trio_setup_page_get_form (f->page);
  GtkWidget *place = trio_setup_form_get_field (form, TRIO_WORKSHOP_PLACE);
  GtkWidget *date = trio_setup_form_get_field (form, TRIO_WORKSHOP_START);
  g_autoptr (GError) error = NULL;

  gtk_editable_set_text (GTK_EDITABLE (place), "Kulturhuset");
  g_assert_cmpstr (trio_object_get_text (workshop, TRIO_WORKSHOP_PLACE), ==, "Kulturhuset");
  g_assert_true (trio_model_undo (f->model, &error));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (place)), ==, "");

  gtk_editable_set_text (GTK_EDITABLE (date), "1.11.");
  g_assert_true (gtk_widget_has_css_class (date, "error"));
  g_assert_cmpstr (trio_object_get_text (workshop, TRIO_WORKSHOP_START), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (date), "1.11.2022");
  g_assert_false (gtk_widget_has_css_class (date, "error"));
  g_assert_cmpstr (trio_object_get_text (workshop, TRIO_WORKSHOP_START), ==, "2022-11-01");
}

static void
test_a_theme_keeps_a_title (Fixture *f, gconstpointer data)
{
  TrioThemeCard *card = trio_setup_page_get_card (f->page, 0);
  TrioId theme = trio_theme_card_get_theme (card);
  GtkWidget *title = trio_field_find (GTK_WIDGET (card), theme, TRIO_THEME_TITLE);

  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Theme 1");
  gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (title, GTK_ACCESSIBLE_PROPERTY_LABEL, "Title of the theme");
  gtk_widget_grab_focus (title);
  gtk_editable_set_text (GTK_EDITABLE (title), "");
  g_assert_true (gtk_widget_has_css_class (title, "error"));
  gtk_test_accessible_assert_state (title, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (trio_object_get_text (theme_at (f, 0), TRIO_THEME_TITLE), ==, "Theme 1");
  gtk_editable_set_text (GTK_EDITABLE (title), "Blik for borgeren");
  g_assert_false (gtk_widget_has_css_class (title, "error"));
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Blik for borgeren");
}

static void
test_themes_move_and_keep_the_focus (Fixture *f, gconstpointer data)
{
  TrioThemeCard *card = trio_setup_page_get_card (f->page, 0);
  TrioId theme = trio_theme_card_get_theme (card);

  gtk_widget_grab_focus (GTK_WIDGET (card));
  g_assert_false (trio_theme_card_move (card, -1));
  g_assert_true (trio_theme_card_move (card, 1));
  g_assert_true (trio_theme_card_move (card, 1));
  g_assert_false (trio_theme_card_move (card, 1));
  g_assert_true (trio_setup_page_get_card (f->page, 2) == card);
  g_assert_cmpint (trio_object_get_id (theme_at (f, 2)), ==, theme);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), GTK_WIDGET (card)));
}

static void
test_a_new_theme_is_named_at_once (Fixture *f, gconstpointer data)
{
  GtkWidget *focus;
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->page), "setup.new-theme", NULL));
  focus = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_true (trio_field_is_bound_to (gtk_widget_get_parent (focus),
                                         trio_object_get_id (theme_at (f, 3)), TRIO_THEME_TITLE));
  g_assert_true (trio_model_undo (f->model, &error));
  g_assert_null (trio_setup_page_get_card (f->page, 3));
}

static void
test_questions_are_written_in_place (Fixture *f, gconstpointer data)
{
  TrioThemeCard *card = trio_setup_page_get_card (f->page, 1);
  TrioQuestionList *list = trio_theme_card_get_questions (card);
  TrioId theme = trio_theme_card_get_theme (card);
  g_autoptr (GError) error = NULL;
  TrioId first = trio_command_add_question (f->model, theme, 0, &error);
  GtkWidget *field;

  g_assert_no_error (error);
  g_assert_cmpuint (trio_question_list_get_length (list), ==, 1);
  field = trio_question_list_get_field (list, 0);
  gtk_test_accessible_assert_property (field, GTK_ACCESSIBLE_PROPERTY_LABEL, "Question");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "Hvad skal der til?",
                            -1);
  g_assert_cmpstr (trio_record_get_text (trio_model_get_record (f->model, first),
                                         TRIO_QUESTION_TEXT),
                   ==, "Hvad skal der til?");
  trio_command_add_question (f->model, theme, first, &error);
  g_assert_cmpuint (trio_question_list_get_length (list), ==, 2);
  /* The other card shows its own. */
  g_assert_cmpuint (trio_question_list_get_length (
                        trio_theme_card_get_questions (trio_setup_page_get_card (f->page, 0))),
                    ==, 0);
}

static void
test_checks_show_what_went_wrong_before (Fixture *f, gconstpointer data)
{
  TrioThemeCard *card = trio_setup_page_get_card (f->page, 0);
  TrioSetupFindings *findings = trio_theme_card_get_findings (card);
  g_autoptr (GError) error = NULL;
  guint before;

  trio_command_set_field (f->model, trio_object_get_id (theme_at (f, 0)), TRIO_THEME_TITLE,
                          "Blik for borgeren", &error);
  trio_command_set_field (f->model, trio_object_get_id (theme_at (f, 1)), TRIO_THEME_TITLE,
                          "Digitale muligheder", &error);
  wait_for_checks (f);
  before = trio_setup_findings_get_length (findings);
  /* No topic, and no questions. */
  g_assert_cmpuint (before, ==, 2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (findings)));
  /* No date. */
  g_assert_cmpuint (trio_setup_findings_get_length (trio_setup_page_get_findings (f->page)), >=, 1);

  /* The words of another theme in the lead question. */
  trio_command_set_field (f->model, trio_object_get_id (theme_at (f, 0)), TRIO_THEME_TOPIC,
                          "digitale muligheder", &error);
  g_assert_no_error (error);
  wait_for_checks (f);
  g_assert_cmpuint (trio_setup_findings_get_length (findings), ==, 2);
  trio_command_set_field (f->model, trio_object_get_id (theme_at (f, 0)), TRIO_THEME_TOPIC,
                          "at have blik for borgeren", &error);
  wait_for_checks (f);
  g_assert_cmpuint (trio_setup_findings_get_length (findings), ==, 1);
}

static void
test_a_lock_is_explained (Fixture *f, gconstpointer data)
{
  TrioThemeCard *card = trio_setup_page_get_card (f->page, 0);

  trio_setup_page_set_lock (f->page, "The day is running.");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (card)));
  trio_setup_page_set_lock (f->page, NULL);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (card)));
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);
#define ADD(name, func) g_test_add ("/setup/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("fields-are-edits", test_fields_are_edits);
  ADD ("a-theme-keeps-a-title", test_a_theme_keeps_a_title);
  ADD ("themes-move-and-keep-the-focus", test_themes_move_and_keep_the_focus);
  ADD ("a-new-theme-is-named-at-once", test_a_new_theme_is_named_at_once);
  ADD ("questions-are-written-in-place", test_questions_are_written_in_place);
  ADD ("checks-show-what-went-wrong-before", test_checks_show_what_went_wrong_before);
  ADD ("a-lock-is-explained", test_a_lock_is_explained);
#undef ADD
  return g_test_run ();
}
