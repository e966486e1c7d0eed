/* test-board.c: the board as a widget: roles, names, following the workshop, keys, finalise. */
#include "app-helpers.h"

#include "app/board/trio-board-pane.h"

typedef struct
{
  TrioModel *model;
  TrioNoteActions *actions;
  GtkWidget *pane;
  TrioBoard *board;
  GtkWidget *window;
  TrioId ids[4];
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const words[] = { "Alpha", "Beta", "Gamma", "Delta" };
  g_autoptr (TrioSelection) selection = NULL;
  g_autoptr (TrioNoteFilter) filter = NULL;

  f->model = make_workshop (2);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    f->ids[i] = add_note (f->model, 0, words[i]);
  selection = trio_selection_new (f->model);
  filter = trio_note_filter_new (f->model);
  f->actions = trio_note_actions_new (selection, filter);
  f->pane = g_object_new (TRIO_TYPE_BOARD_PANE, NULL);
  f->board = trio_board_pane_get_board (TRIO_BOARD_PANE (f->pane));
  f->window = show_in_window (f->pane);
  trio_note_actions_set_station (f->actions, nth_station (f->model, 0));
  trio_board_show (f->board, f->actions, nth_station (f->model, 0));
  spin (100);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  trio_board_show (f->board, NULL, 0);
  destroy_and_check (f->window, f->pane);
  g_assert_finalize_object (f->actions);
  g_assert_finalize_object (f->model);
}

static void
test_roles (Fixture *f, gconstpointer data)
{
  gtk_test_accessible_assert_role (f->board, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (f->board, GTK_ACCESSIBLE_PROPERTY_LABEL, "Board");
}

static void
test_focused_note_is_a_widget (Fixture *f, gconstpointer data)
{
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (f->board));
  trio_selection_set_focus (trio_board_get_selection (f->board), f->ids[1]);
  spin (50);
  focus = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (f->board)));
  gtk_test_accessible_assert_role (focus, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Beta. Without cluster");
}

static void
test_follows_the_workshop (Fixture *f, gconstpointer data)
{
  TrioScene *scene = trio_board_get_scene (f->board);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (trio_scene_get_n_notes (scene), ==, 4);
  add_note (f->model, 0, "Epsilon");
  trio_board_flush (f->board);
  g_assert_cmpuint (trio_scene_get_n_notes (scene), ==, 5);
  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
  trio_board_flush (f->board);
  g_assert_cmpuint (trio_scene_get_n_notes (scene), ==, 4);
}

static void
test_edit_in_place (Fixture *f, gconstpointer data)
{
  GtkWidget *editor;

  g_assert_true (trio_board_edit (f->board, f->ids[0]));
  editor = find_widget (GTK_WIDGET (f->board), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (editor);
  gtk_test_accessible_assert_property (editor, GTK_ACCESSIBLE_PROPERTY_LABEL, "Text of the input");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), "Alpha two", -1);
  trio_board_finish_edit (f->board);
  g_assert_false (trio_board_is_editing (f->board));
  g_assert_cmpstr (text_at (f->model, 0, 0), ==, "Alpha two");
}

static void
test_zoom (Fixture *f, gconstpointer data)
{
  trio_board_zoom_at (f->board, 1, 10, 10);
  trio_board_zoom_by (f->board, -2);
  g_assert_cmpfloat_with_epsilon (trio_board_get_zoom (f->board), 0.5, 1e-6);
  trio_board_zoom_to (f->board, 100);
  g_assert_cmpfloat_with_epsilon (trio_board_get_zoom (f->board), TRIO_ZOOM_MAX, 1e-6);
}

/* Pixels of the first note that letters have darkened. */
static guint
count_ink (Fixture *f)
{
  const TrioSceneNote *note = trio_scene_find_note (trio_board_get_scene (f->board), f->ids[0]);
  TrioRect rect = trio_viewport_rect_to_view (trio_board_get_viewport (f->board), &note->item.rect);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (f->board));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *picture
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)rect.width - 8, (int)rect.height - 8);
  cairo_t *cr = cairo_create (picture);
  GskRenderNode *node;
  guint ink = 0;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (f->board)),
                          gtk_widget_get_height (GTK_WIDGET (f->board)));
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_translate (cr, -rect.x - 4, -rect.y - 4);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      {
        gsize at = (gsize)y * (gsize)cairo_image_surface_get_stride (picture) + (gsize)x * 4;

        /* Green is bright on each paper. */
        ink += cairo_image_surface_get_data (picture)[at + 1] < 128;
      }
  gsk_render_node_unref (node);
  cairo_surface_destroy (picture);
  return ink;
}

/* Letters grow with the zoom, and are there in the middle of a movement as well. */
static void
test_letters (Fixture *f, gconstpointer data)
{
  guint small, large, moving;

  gtk_widget_grab_focus (GTK_WIDGET (f->board));
  trio_board_zoom_at (f->board, 1, 0, 0);
  spin (400);
  small = count_ink (f);
  trio_board_zoom_at (f->board, 1.9, 0, 0);
  spin (20);
  trio_board_zoom_at (f->board, 2, 0, 0);
  spin (20);
  moving = count_ink (f);
  spin (400);
  large = count_ink (f);
  g_assert_cmpuint (small, >, 20);
  g_assert_cmpuint (large, >, 2 * small);
  g_assert_cmpuint (moving, >, large / 2);
  g_assert_cmpuint (moving, <, large * 2);
}

/* Asks for clusters and waits for the message that there are none. */
static void
assert_no_suggestion (Fixture *f, const char *message)
{
  TrioSuggestPanel *panel = trio_board_pane_get_panel (TRIO_BOARD_PANE (f->pane));
  GtkWidget *stack = find_widget (GTK_WIDGET (panel), GTK_TYPE_STACK);
  GtkWidget *label;

  trio_board_pane_suggest (TRIO_BOARD_PANE (f->pane));
  g_assert_true (trio_suggest_panel_is_active (panel));
  for (guint i = 0; i < 200; i++)
    {
      if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "message") == 0)
        break;
      spin (50);
    }
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "message");
  label = find_widget (gtk_stack_get_visible_child (GTK_STACK (stack)), GTK_TYPE_LABEL);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), message));
  g_assert_null (trio_suggest_panel_get_groups (panel));
  trio_suggest_panel_cancel (panel);
  g_assert_false (trio_suggest_panel_is_active (panel));
}

static TrioRect
rect_of (Fixture *f, TrioId note)
{
  return trio_scene_find_note (trio_board_get_scene (f->board), note)->item.rect;
}

/* Lines of text lie side by side where they were dropped; in a cluster they join it. */
static void
test_drop (Fixture *f, gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  TrioId cluster, first, second;
  TrioRect a, b;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "One\nTwo");
  trio_board_zoom_to (f->board, 1);
  g_assert_true (trio_board_take_drop (f->board, &value, 300, 400));
  trio_board_flush (f->board);
  first = trio_object_get_id (nth (notes_of (f->model, 0), 4));
  second = trio_object_get_id (nth (notes_of (f->model, 0), 5));
  a = rect_of (f, first);
  b = rect_of (f, second);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, 0.5);
  g_assert_cmpfloat (b.x, >=, a.x + a.width);
  trio_model_undo (f->model, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (notes_of (f->model, 0)), ==, 4);

  cluster = trio_command_make_cluster (f->model, nth_station (f->model, 0), "C", f->ids, 2, &error);
  g_assert_no_error (error);
  trio_board_flush (f->board);
  a = trio_viewport_rect_to_view (trio_board_get_viewport (f->board),
                                  &(TrioRect){ rect_of (f, f->ids[1]).x + 2,
                                               rect_of (f, f->ids[1]).y + 10, 1, 1 });
  g_assert_true (trio_board_take_drop (f->board, &value, a.x, a.y));
  first = trio_object_get_id (nth (notes_of (f->model, 0), 4));
  g_assert_cmpint (trio_object_get_ref (trio_model_get_object (f->model, first), TRIO_NOTE_CLUSTER),
                   ==, cluster);
}

/* A title with votes beside it gets as many lines as it needs, up to three. */
static void
test_long_titles (Fixture *f, gconstpointer data)
{
  const char *title = "Mindre papir, mere tid hos borgeren og hos de pårørende";
  g_autoptr (GError) error = NULL;
  TrioId cluster
      = trio_command_make_cluster (f->model, nth_station (f->model, 0), title, f->ids, 2, &error);
  TrioSceneFrame *frame;
  guint before;

  g_assert_no_error (error);
  trio_board_flush (f->board);
  frame = trio_scene_find_frame (trio_board_get_scene (f->board), cluster);
  before = frame->title_lines;
  g_assert_cmpuint (before, >=, 2);
  trio_command_count_votes (f->model, &cluster, 1, 100, &error);
  g_assert_no_error (error);
  trio_board_flush (f->board);
  g_assert_cmpuint (frame->title_lines, >=, before);
}

static void
test_votes_by_click (Fixture *f, gconstpointer data)
{
  g_assert_false (trio_board_get_votes_by_click (f->board));
  g_object_set (f->board, "votes-by-click", TRUE, NULL);
  g_assert_true (trio_board_get_votes_by_click (f->board));
  trio_board_set_votes_by_click (f->board, FALSE);
  trio_model_set_read_only (f->model, TRUE);
  trio_board_set_votes_by_click (f->board, TRUE);
  g_assert_false (trio_board_get_votes_by_click (f->board));
  trio_model_set_read_only (f->model, FALSE);
}

/* Too few inputs: a message, no frames, and the workshop as it was. */
static void
test_too_few_for_suggestions (Fixture *f, gconstpointer data)
{
  assert_no_suggestion (f, "too few");
}

static void
test_nothing_left_to_suggest (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioId ids[8];

  for (guint i = 0; i < 4; i++)
    ids[i] = f->ids[i];
  for (guint i = 4; i < 8; i++)
    ids[i] = add_note (f->model, 0, "Zeta");
  trio_command_make_cluster (f->model, nth_station (f->model, 0), "All", ids, 8, &error);
  g_assert_no_error (error);
  assert_no_suggestion (f, "in a cluster already");
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/board/roles", test_roles);
  ADD ("/board/focused-note-is-a-widget", test_focused_note_is_a_widget);
  ADD ("/board/follows-the-workshop", test_follows_the_workshop);
  ADD ("/board/edit-in-place", test_edit_in_place);
  ADD ("/board/zoom", test_zoom);
  ADD ("/board/letters", test_letters);
  ADD ("/board/drop", test_drop);
  ADD ("/board/long-titles", test_long_titles);
  ADD ("/board/votes-by-click", test_votes_by_click);
  ADD ("/board/too-few-for-suggestions", test_too_few_for_suggestions);
  ADD ("/board/nothing-left-to-suggest", test_nothing_left_to_suggest);

  return g_test_run ();
}
