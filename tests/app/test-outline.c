/* test-outline.c: the list of inputs, its clusters, and what is done to a selection. */
#include "app-helpers.h"

#include "app/notes/trio-note-row.h"
#include "app/outline/trio-outline.h"
#include "app/outline/trio-outline-list.h"

/* The list model alone */

static void
count_changes_cb (GListModel *list, guint position, guint removed, guint added, guint *n)
{
  (*n)++;
}

static void
test_list_follows (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  TrioId a = add_note (model, 0, "a");
  TrioId b = add_note (model, 0, "b");
  TrioId c = add_note (model, 0, "c");
  g_autoptr (TrioNoteFilter) filter = trio_note_filter_new (model);
  g_autoptr (TrioOutlineList) list
      = trio_outline_list_new (model, nth_station (model, 0), filter, FALSE);
  g_autoptr (GError) error = NULL;
  const TrioId grouped[] = { c, a };
  TrioId cluster;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_cmpuint (trio_outline_list_find (list, b), ==, 1);

  cluster = trio_command_make_cluster (model, nth_station (model, 0), "Group", grouped, 2, &error);
  g_assert_no_error (error);
  trio_outline_list_flush (list);
  /* Group, c, a, Without cluster, b */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5);
  g_assert_cmpuint (trio_outline_list_find (list, cluster), ==, 0);
  g_assert_cmpuint (trio_outline_list_find (list, c), ==, 1);
  g_assert_cmpuint (trio_outline_list_find (list, a), ==, 2);
  g_assert_true (TRIO_IS_OUTLINE_REST (nth (G_LIST_MODEL (list), 3)));
  g_assert_cmpuint (trio_outline_list_find (list, b), ==, 4);
  g_assert_cmpuint (trio_outline_list_get_number (list, 0), ==, 2);
  g_assert_cmpuint (trio_outline_list_get_number (list, 4), ==, 3);
  g_assert_cmpuint (trio_outline_list_get_n_notes (list), ==, 3);

  trio_model_undo (model, &error);
  g_assert_no_error (error);
  trio_outline_list_flush (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_cmpuint (trio_outline_list_find (list, a), ==, 0);
}

static void
test_many_changes_are_one (void)
{
  g_autoptr (TrioModel) model = make_workshop (2);
  g_autoptr (TrioNoteFilter) filter = trio_note_filter_new (model);
  g_autoptr (TrioOutlineList) list = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  for (guint i = 0; i < 400; i++)
    {
      TrioId id = add_note (model, 0, "note");

      g_array_append_val (ids, id);
    }
  list = trio_outline_list_new (model, nth_station (model, 0), filter, FALSE);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
  trio_command_move_notes (model, (const TrioId *)(gpointer)ids->data, ids->len,
                           nth_station (model, 1), &error);
  g_assert_no_error (error);
  trio_outline_list_flush (list);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (n_changes, ==, 1);
}

/* The widget */

typedef struct
{
  TrioModel *model;
  TrioSelection *selection;
  TrioNoteFilter *filter;
  TrioNoteActions *actions;
  GtkWidget *outline;
  GtkWidget *window;
  TrioId ids[4];
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const words[] = { "Alpha", "Beta", "Gamma", "Delta" };

  f->model = make_workshop (3);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    f->ids[i] = add_note (f->model, 0, words[i]);
  f->outline = g_object_new (TRIO_TYPE_OUTLINE, NULL);
  f->window = show_in_window (f->outline);
  f->selection = trio_selection_new (f->model);
  f->filter = trio_note_filter_new (f->model);
  f->actions = trio_note_actions_new (f->selection, f->filter);
  trio_note_actions_set_station (f->actions, nth_station (f->model, 0));
  trio_outline_show (TRIO_OUTLINE (f->outline), f->actions, nth_station (f->model, 0));
  spin (100);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  destroy_and_check (f->window, f->outline);
  g_assert_finalize_object (f->actions);
  g_assert_finalize_object (f->filter);
  g_assert_finalize_object (f->selection);
  g_assert_finalize_object (f->model);
}

static void
act (Fixture *f, const char *action, GVariant *target)
{
  GtkWidget *view = find_widget (f->outline, GTK_TYPE_LIST_VIEW);

  gtk_widget_activate_action_variant (view, action, target);
}

static TrioNoteRow *
row_of (Fixture *f, TrioId note)
{
  GtkWidget *view = find_widget (f->outline, GTK_TYPE_LIST_VIEW);

  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_widget (child, TRIO_TYPE_NOTE_ROW);
      GObject *item = row != NULL ? trio_note_row_get_item (TRIO_NOTE_ROW (row)) : NULL;

      if (TRIO_IS_NOTE (item) && trio_object_get_id (TRIO_OBJECT (item)) == note)
        return TRIO_NOTE_ROW (row);
    }
  return NULL;
}

static void
test_delete_and_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) selection = NULL;

  trio_outline_select (TRIO_OUTLINE (f->outline), f->ids[1]);
  act (f, "board.delete", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 3);
  /* The one that took its place is selected, so that the next key has something to act on. */
  selection = trio_outline_dup_selection (TRIO_OUTLINE (f->outline));
  g_assert_cmpuint (selection->len, ==, 1);
  g_assert_cmpint (g_array_index (selection, TrioId, 0), ==, f->ids[2]);

  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text_at (f->model, 0, 1), ==, "Beta");
  spin (50);
  g_assert_cmpuint (trio_outline_get_n_notes (TRIO_OUTLINE (f->outline)), ==, 4);
}

static void
test_move (Fixture *f, gconstpointer data)
{
  trio_outline_select (TRIO_OUTLINE (f->outline), f->ids[0]);
  act (f, "board.move-to", g_variant_new_int64 (nth_station (f->model, 2)));

  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 3);
  g_assert_cmpstr (text_at (f->model, 2, 0), ==, "Alpha");
}

static void
test_edit_in_place (Fixture *f, gconstpointer data)
{
  TrioNoteRow *row;
  GtkWidget *editor;

  trio_outline_select (TRIO_OUTLINE (f->outline), f->ids[2]);
  act (f, "board.edit", NULL);
  row = row_of (f, f->ids[2]);
  g_assert_nonnull (row);
  g_assert_true (trio_note_row_is_editing (row));
  editor = find_widget (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Text of the input");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), "Gåmma – ”ny”", -1);
  trio_outline_finish_edit (TRIO_OUTLINE (f->outline));

  g_assert_false (trio_note_row_is_editing (row));
  g_assert_cmpstr (text_at (f->model, 0, 2), ==, "Gåmma – ”ny”");
}

static void
test_unchanged_edit_is_no_step (Fixture *f, gconstpointer data)
{
  g_autofree char *before = trio_model_dup_undo_label (f->model);
  g_autofree char *after = NULL;

  trio_outline_edit (TRIO_OUTLINE (f->outline), f->ids[0]);
  trio_outline_finish_edit (TRIO_OUTLINE (f->outline));
  after = trio_model_dup_undo_label (f->model);
  g_assert_cmpstr (before, ==, after);
}

static void
test_withheld_is_marked (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioNoteRow *row = row_of (f, f->ids[3]);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (row));

  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "set-aside"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Input 4: Delta");
  trio_command_withhold_notes (f->model, &f->ids[3], 1, "Names a colleague", &error);
  g_assert_no_error (error);
  spin (50);

  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "set-aside"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Input 4: Delta. Withheld: Names a colleague");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
test_numbers_follow (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (row_of (f, f->ids[3])));

  trio_command_delete_notes (f->model, &f->ids[0], 1, &error);
  g_assert_no_error (error);
  spin (50);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Input 3: Delta");
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                       3);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_SET_SIZE, 3);
}

static void
test_headings_do_nothing (Fixture *f, gconstpointer data)
{
  const TrioId grouped[] = { f->ids[0], f->ids[1] };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) selection = NULL;
  GtkWidget *view = find_widget (f->outline, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model;

  trio_command_make_cluster (f->model, nth_station (f->model, 0), "Group", grouped, 2, &error);
  g_assert_no_error (error);
  trio_outline_flush (TRIO_OUTLINE (f->outline));
  model = gtk_list_view_get_model (GTK_LIST_VIEW (view));
  gtk_selection_model_select_all (model);
  selection = trio_outline_dup_selection (TRIO_OUTLINE (f->outline));
  g_assert_cmpuint (selection->len, ==, 4);

  gtk_selection_model_select_item (model, 0, TRUE);
  act (f, "board.delete", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 4);
}

/* A long input is as high as its words need, also while it is edited. */
static void
test_height_follows_the_words (Fixture *f, gconstpointer data)
{
  g_autofree char *words = g_strnfill (600, 'x');
  g_autoptr (GError) error = NULL;
  GtkWidget *row = GTK_WIDGET (row_of (f, f->ids[0]));
  int one_line = gtk_widget_get_height (row);
  int several;

  for (guint i = 9; i < 600; i += 10)
    words[i] = ' ';
  trio_command_set_note_text (f->model, f->ids[0], words, &error);
  g_assert_no_error (error);
  spin (100);
  several = gtk_widget_get_height (row);
  g_assert_cmpint (several, >, 2 * one_line);

  trio_outline_edit (TRIO_OUTLINE (f->outline), f->ids[0]);
  spin (100);
  g_assert_cmpint (gtk_widget_get_height (row), ==, several);
  trio_outline_finish_edit (TRIO_OUTLINE (f->outline));
}

static void
drop (Fixture *f, const char *text, double y)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  g_assert_true (trio_outline_take_drop (TRIO_OUTLINE (f->outline), &value, y));
  trio_outline_flush (TRIO_OUTLINE (f->outline));
}

/* Where a row ends, as a share of its height. */
static double
height_of (Fixture *f, TrioId note, double share)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row_of (f, note)), f->outline, &bounds));
  return bounds.origin.y + bounds.size.height * share;
}

/* Text of other programs: each line an input at the place, with what is chosen for new ones. */
static void
test_drop (Fixture *f, gconstpointer data)
{
  const TrioNoteDraft chosen = { .role = TRIO_ROLE_TR, .practice = TRUE };
  g_autoptr (GError) error = NULL;
  g_auto (GValue) nothing = G_VALUE_INIT;

  trio_note_actions_set_draft (f->actions, &chosen);
  drop (f, "- One\n\n- Two\n", height_of (f, f->ids[1], 0.2));
  g_assert_cmpstr (text_at (f->model, 0, 1), ==, "One");
  g_assert_cmpstr (text_at (f->model, 0, 2), ==, "Two");
  g_assert_cmpstr (text_at (f->model, 0, 3), ==, "Beta");
  g_assert_cmpint (trio_object_get_int (nth (notes_of (f->model, 0), 1), TRIO_NOTE_STATE), ==,
                   TRIO_NOTE_STATE_PRACTICE);
  g_assert_cmpint (trio_object_get_int (nth (notes_of (f->model, 0), 2), TRIO_NOTE_ROLE), ==,
                   TRIO_ROLE_TR);
  g_assert_cmpuint (trio_selection_get_size (f->selection), ==, 2);
  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 4);
  spin (100);

  drop (f, "Last", height_of (f, f->ids[3], 3));
  g_assert_cmpstr (text_at (f->model, 0, 4), ==, "Last");
  g_value_init (&nothing, G_TYPE_STRING);
  g_value_set_string (&nothing, "  \n ");
  g_assert_false (trio_outline_take_drop (TRIO_OUTLINE (f->outline), &nothing, 10));
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);

  g_test_add_func ("/outline-list/follows", test_list_follows);
  g_test_add_func ("/outline-list/many-changes-are-one", test_many_changes_are_one);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/outline/delete-and-undo", test_delete_and_undo);
  ADD ("/outline/move", test_move);
  ADD ("/outline/edit-in-place", test_edit_in_place);
  ADD ("/outline/unchanged-edit-is-no-step", test_unchanged_edit_is_no_step);
  ADD ("/outline/withheld-is-marked", test_withheld_is_marked);
  ADD ("/outline/numbers-follow", test_numbers_follow);
  ADD ("/outline/headings-do-nothing", test_headings_do_nothing);
  ADD ("/outline/height-follows-the-words", test_height_follows_the_words);
  ADD ("/outline/drop", test_drop);
  return g_test_run ();
}
