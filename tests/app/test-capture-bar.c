/* test-capture-bar.c: typing, editing the last input and pasting lists, without a mouse. */
#include "app-helpers.h"

#include "app/capture/trio-capture-bar.h"
#include "model/trio-rounds.h"

typedef struct
{
  TrioModel *model;
  GtkWidget *bar;
  GtkWidget *window;
  GtkEditable *entry;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->model = make_workshop (2);
  f->bar = g_object_new (TRIO_TYPE_CAPTURE_BAR, NULL);
  f->window = show_in_window (f->bar);
  trio_capture_bar_set_station (TRIO_CAPTURE_BAR (f->bar), f->model, nth_station (f->model, 0));
  f->entry = GTK_EDITABLE (find_widget (f->bar, GTK_TYPE_ENTRY));
  gtk_widget_grab_focus (f->bar);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  destroy_and_check (f->window, f->bar);
  g_assert_finalize_object (f->model);
}

static void
enter (Fixture *f, const char *text)
{
  gtk_editable_set_text (f->entry, text);
  g_signal_emit_by_name (f->entry, "activate");
}

/* Sends a key to the controller that the bar puts in front of its field. */
static gboolean
press (Fixture *f, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->entry));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}

static void
test_enter_saves_and_clears (Fixture *f, gconstpointer data)
{
  enter (f, "Mere tid til ældre, børn og får");

  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 1);
  g_assert_cmpstr (text_at (f->model, 0, 0), ==, "Mere tid til ældre, børn og får");
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "");
}

static void
test_words_stay_byte_for_byte (Fixture *f, gconstpointer data)
{
  static const char *const words[]
      = { "”Tid” – ikke kun i weekenden / om natten (ÆØÅ æøå)", "»Kram« & <b>fed</b> 100 %",
          "e\xcc\x81 er ikke é", "Emoji 😀 og nbsp\xc2\xa0her", "'enkelt' \"dobbelt\" \\n" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      enter (f, words[i]);
      g_assert_cmpstr (text_at (f->model, 0, i), ==, words[i]);
    }
}

static void
test_blank_is_ignored (Fixture *f, gconstpointer data)
{
  enter (f, "");
  enter (f, "   ");
  enter (f, "\t \xc2\xa0 ");

  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 0);
}

static void
test_up_edits_the_last (Fixture *f, gconstpointer data)
{
  enter (f, "First");
  enter (f, "Secnod");

  g_assert_true (press (f, GDK_KEY_Up, 0));
  g_assert_true (trio_capture_bar_is_editing (TRIO_CAPTURE_BAR (f->bar)));
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "Secnod");
  enter (f, "Second");

  g_assert_false (trio_capture_bar_is_editing (TRIO_CAPTURE_BAR (f->bar)));
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 2);
  g_assert_cmpstr (text_at (f->model, 0, 1), ==, "Second");
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "");
}

static void
test_escape_gives_the_edit_up (Fixture *f, gconstpointer data)
{
  enter (f, "Kept");
  press (f, GDK_KEY_Up, 0);
  gtk_editable_set_text (f->entry, "Spoilt");
  g_assert_true (press (f, GDK_KEY_Escape, 0));

  g_assert_cmpstr (text_at (f->model, 0, 0), ==, "Kept");
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "");
  /* Nothing left to give up: the key is free for others. */
  g_assert_false (press (f, GDK_KEY_Escape, 0));
}

static void
test_up_keeps_typed_words (Fixture *f, gconstpointer data)
{
  enter (f, "Before");
  gtk_editable_set_text (f->entry, "Half a th");

  g_assert_false (press (f, GDK_KEY_Up, 0));
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "Half a th");
}

static void
test_up_and_down_walk (Fixture *f, gconstpointer data)
{
  enter (f, "One");
  enter (f, "Two");
  press (f, GDK_KEY_Up, 0);
  press (f, GDK_KEY_Up, 0);
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "One");
  press (f, GDK_KEY_Up, 0);
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "One");
  press (f, GDK_KEY_Down, 0);
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "Two");
  press (f, GDK_KEY_Down, 0);
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "");
  g_assert_false (trio_capture_bar_is_editing (TRIO_CAPTURE_BAR (f->bar)));
}

static void
test_empty_edit_is_refused (Fixture *f, gconstpointer data)
{
  enter (f, "Stays");
  press (f, GDK_KEY_Up, 0);
  enter (f, " ");

  g_assert_true (trio_capture_bar_is_editing (TRIO_CAPTURE_BAR (f->bar)));
  g_assert_cmpstr (text_at (f->model, 0, 0), ==, "Stays");
}

static void
test_list_is_one_step (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_capture_bar_add_list (TRIO_CAPTURE_BAR (f->bar),
                                            "Tid til ”kram”\n\n  \nMere luft – nu\r\nSidste"));
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 3);
  g_assert_cmpstr (text_at (f->model, 0, 0), ==, "Tid til ”kram”");
  g_assert_cmpstr (text_at (f->model, 0, 1), ==, "Mere luft – nu");
  g_assert_cmpstr (text_at (f->model, 0, 2), ==, "Sidste");

  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 0);
}

static void
test_station_changes (Fixture *f, gconstpointer data)
{
  gtk_editable_set_text (f->entry, "Half");
  trio_capture_bar_set_station (TRIO_CAPTURE_BAR (f->bar), f->model, nth_station (f->model, 1));
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "Half");
  g_signal_emit_by_name (f->entry, "activate");

  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 0);
  g_assert_cmpstr (text_at (f->model, 1, 0), ==, "Half");
}

static void
count_cb (GtkWidget *bar, guint *count)
{
  (*count)++;
}

static void
test_undo_is_for_words_first (Fixture *f, gconstpointer data)
{
  guint n_undo = 0;
  guint n_redo = 0;

  g_signal_connect (f->bar, "undo", G_CALLBACK (count_cb), &n_undo);
  g_signal_connect (f->bar, "redo", G_CALLBACK (count_cb), &n_redo);
  gtk_editable_set_text (f->entry, "words");
  g_assert_false (press (f, GDK_KEY_z, GDK_CONTROL_MASK));
  gtk_editable_set_text (f->entry, "");
  g_assert_true (press (f, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (press (f, GDK_KEY_Z, GDK_CONTROL_MASK | GDK_SHIFT_MASK));

  g_assert_cmpuint (n_undo, ==, 1);
  g_assert_cmpuint (n_redo, ==, 1);
}

static void
test_accessible (Fixture *f, gconstpointer data)
{
  GtkAccessible *entry = GTK_ACCESSIBLE (f->entry);

  gtk_test_accessible_assert_role (entry, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New input at station 1");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (f->entry))));
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  trio_model_set_read_only (f->model, TRUE);
  trio_capture_bar_set_station (TRIO_CAPTURE_BAR (f->bar), f->model, nth_station (f->model, 0));

  g_assert_false (gtk_widget_get_sensitive (f->bar));
  enter (f, "Refused");
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "Refused");
}

static gint64
value_at (Fixture *f, guint index, guint field)
{
  return trio_object_get_int (nth (notes_of (f->model, 0), index), field);
}

static void
choose (Fixture *f, const char *action, int value)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->entry), action, "i", value));
}

static void
test_choices_stay (Fixture *f, gconstpointer data)
{
  choose (f, "capture.role", TRIO_ROLE_AMR);
  choose (f, "capture.colour", TRIO_COLOUR_BLUE);
  enter (f, "One");
  enter (f, "Two");
  g_assert_true (trio_capture_bar_add_list (TRIO_CAPTURE_BAR (f->bar), "Three\nFour"));
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpint (value_at (f, i, TRIO_NOTE_ROLE), ==, TRIO_ROLE_AMR);
      g_assert_cmpint (value_at (f, i, TRIO_NOTE_COLOUR), ==, TRIO_COLOUR_BLUE);
    }
  /* The same role again takes it off, and the keyboard has stayed where it was. */
  choose (f, "capture.role", TRIO_ROLE_AMR);
  enter (f, "Five");
  g_assert_cmpint (value_at (f, 4, TRIO_NOTE_ROLE), ==, TRIO_ROLE_NONE);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (f->entry))));
}

static void
test_buttons_have_names (Fixture *f, gconstpointer data)
{
  GtkWidget *button = find_widget (f->bar, GTK_TYPE_TOGGLE_BUTTON);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Leader");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Leader (Alt+1)");
}

/* Without a choice the round that runs; a fixed one stays when the next begins. */
static void
test_round (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioId first = trio_command_add_round (f->model, "", 20, &error);
  TrioId second = trio_command_add_round (f->model, "", 20, &error);
  GtkWidget *button = find_widget (f->bar, GTK_TYPE_MENU_BUTTON);

  g_assert_no_error (error);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "No round");
  trio_command_start_round (f->model, first, 0, &error);
  enter (f, "In the first");
  gtk_widget_activate_action (GTK_WIDGET (f->entry), "capture.round", "x", first);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "Always Round 1");
  trio_command_start_round (f->model, second, 0, &error);
  enter (f, "Still in the first");
  gtk_widget_activate_action (GTK_WIDGET (f->entry), "capture.round", "x", (gint64)0);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "Round 2");
  enter (f, "In the second");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (trio_object_get_ref (nth (notes_of (f->model, 0), i), TRIO_NOTE_ROUND), ==,
                     i < 2 ? first : second);

  /* A round that is gone is not kept. */
  gtk_widget_activate_action (GTK_WIDGET (f->entry), "capture.round", "x", first);
  trio_command_delete_round_or_team (f->model, first, &error);
  g_assert_no_error (error);
  enter (f, "After");
  g_assert_cmpint (trio_object_get_ref (nth (notes_of (f->model, 0), 3), TRIO_NOTE_ROUND), ==,
                   second);
}

static void
test_practice (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  enter (f, "Counts");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->entry), "capture.practice", NULL));
  enter (f, "Rehearsed");
  g_assert_true (trio_capture_bar_add_list (TRIO_CAPTURE_BAR (f->bar), "Pasted\nToo"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->entry), "capture.practice", NULL));
  enter (f, "Counts as well");
  g_assert_cmpint (value_at (f, 0, TRIO_NOTE_STATE), ==, TRIO_NOTE_STATE_NORMAL);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (value_at (f, i, TRIO_NOTE_STATE), ==, TRIO_NOTE_STATE_PRACTICE);
  g_assert_cmpint (value_at (f, 4, TRIO_NOTE_STATE), ==, TRIO_NOTE_STATE_NORMAL);

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (f->entry), "capture.delete-practice", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 2);
  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 5);
}

/* Lets the bar look at the words that stand in the field. */
static void
rest (void)
{
  spin (400);
}

static void
test_similar_can_be_stacked (Fixture *f, gconstpointer data)
{
  enter (f, "Time to learn the new tools");
  enter (f, "Something else altogether");
  rest ();
  gtk_editable_set_text (f->entry, "Time to learn the nwe tools");
  g_assert_false (press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  rest ();
  /* It is only told: Enter alone would keep both. */
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 2);
  g_assert_true (press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 3);
  g_assert_cmpint (trio_object_get_ref (nth (notes_of (f->model, 0), 2), TRIO_NOTE_STACK), ==,
                   trio_object_get_id (nth (notes_of (f->model, 0), 0)));
  g_assert_cmpstr (gtk_editable_get_text (f->entry), ==, "");

  /* Nothing like it: the key is free for others. */
  gtk_editable_set_text (f->entry, "A very different sentence");
  rest ();
  g_assert_false (press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
}

static void
test_nothing_moves (Fixture *f, gconstpointer data)
{
  int height;
  graphene_rect_t before, after;

  gtk_test_widget_wait_for_draw (f->window);
  height = gtk_widget_get_height (f->bar);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (f->entry), f->bar, &before));
  for (guint i = 0; i < 7; i++)
    enter (f, "Time to learn the new tools, and quite a lot of other words to fill the line");
  gtk_editable_set_text (f->entry, "Time to learn the nwe tools, and quite a lot of other words");
  rest ();
  g_assert_cmpint (gtk_widget_get_height (f->bar), ==, height);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (f->entry), f->bar, &after));
  g_assert_true (graphene_rect_equal (&before, &after));
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/capture/enter-saves-and-clears", test_enter_saves_and_clears);
  ADD ("/capture/words-stay-byte-for-byte", test_words_stay_byte_for_byte);
  ADD ("/capture/blank-is-ignored", test_blank_is_ignored);
  ADD ("/capture/up-edits-the-last", test_up_edits_the_last);
  ADD ("/capture/escape-gives-the-edit-up", test_escape_gives_the_edit_up);
  ADD ("/capture/up-keeps-typed-words", test_up_keeps_typed_words);
  ADD ("/capture/up-and-down-walk", test_up_and_down_walk);
  ADD ("/capture/empty-edit-is-refused", test_empty_edit_is_refused);
  ADD ("/capture/list-is-one-step", test_list_is_one_step);
  ADD ("/capture/station-changes", test_station_changes);
  ADD ("/capture/undo-is-for-words-first", test_undo_is_for_words_first);
  ADD ("/capture/accessible", test_accessible);
  ADD ("/capture/read-only", test_read_only);
  ADD ("/capture/choices-stay", test_choices_stay);
  ADD ("/capture/buttons-have-names", test_buttons_have_names);
  ADD ("/capture/round", test_round);
  ADD ("/capture/practice", test_practice);
  ADD ("/capture/similar-can-be-stacked", test_similar_can_be_stacked);
  ADD ("/capture/nothing-moves", test_nothing_moves);
  return g_test_run ();
}
