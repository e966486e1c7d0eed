/* test-wall-window.c: the second window: what it shows, what it keeps, what it takes away. */
#include "app-helpers.h"

#include "app/wall/trio-wall-page.h"
#include "app/wall/trio-wall-window.h"

typedef struct
{
  TrioModel *model;
  GtkWidget *owner;
  GtkWidget *wall;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->model = make_workshop (2);
  f->owner = adw_window_new ();
  add_note (f->model, 0, "First words");
  add_note (f->model, 0, "Second words");
  add_note (f->model, 1, "Elsewhere");
  f->wall = trio_wall_window_new (GTK_WINDOW (f->owner), f->model, NULL);
  gtk_window_set_default_size (GTK_WINDOW (f->wall), 1024, 768);
  gtk_window_present (GTK_WINDOW (f->wall));
  gtk_test_widget_wait_for_draw (f->wall);
  spin (100);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gpointer watched = f->wall;

  g_object_add_weak_pointer (G_OBJECT (f->wall), &watched);
  gtk_window_destroy (GTK_WINDOW (f->wall));
  spin (50);
  g_assert_null (watched);
  gtk_window_destroy (GTK_WINDOW (f->owner));
  g_assert_finalize_object (f->model);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Waits until the wall has looked at what was written. */
static void
settle (void)
{
  spin (300);
}

static void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (f->wall, action, NULL));
  spin (50);
}

static void
test_shows_a_station (Fixture *f, gconstpointer data)
{
  GtkWidget *title = find_label (f->wall, "Theme 1");
  GtkWidget *page = find_widget (f->wall, TRIO_TYPE_WALL_PAGE);

  g_assert_nonnull (title);
  gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL, "On the wall");
  g_assert_nonnull (find_label (f->wall, "First words"));
  g_assert_nonnull (find_label (f->wall, "2 inputs at the station"));
  g_assert_null (find_label (f->wall, "Elsewhere"));
  trio_wall_window_show_station (TRIO_WALL_WINDOW (f->wall), nth_station (f->model, 1));
  spin (50);
  g_assert_nonnull (find_label (f->wall, "Elsewhere"));
  g_assert_null (find_label (f->wall, "First words"));
}

static void
test_new_notes_wait (Fixture *f, gconstpointer data)
{
  add_note (f->model, 0, "Third words");
  settle ();
  g_assert_null (find_label (f->wall, "Third words"));
  g_assert_nonnull (find_label (f->wall, "1 new"));
  act (f, "wall.update");
  g_assert_nonnull (find_label (f->wall, "Third words"));
  g_assert_null (find_label (f->wall, "1 new"));
}

static void
test_withheld_goes_at_once (Fixture *f, gconstpointer data)
{
  GtkWidget *second = find_label (f->wall, "Second words");
  const TrioId first = trio_object_get_id (nth (notes_of (f->model, 0), 0));
  graphene_rect_t before;
  graphene_rect_t after;
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_compute_bounds (second, f->wall, &before));
  g_assert_true (trio_command_withhold_notes (f->model, &first, 1, "why", &error));
  settle ();
  g_assert_null (find_label (f->wall, "First words"));
  /* Nothing else has moved. */
  g_assert_true (find_label (f->wall, "Second words") == second);
  g_assert_true (gtk_widget_compute_bounds (second, f->wall, &after));
  g_assert_true (graphene_rect_equal (&before, &after));
  /* It does not come back when somebody looks at the page again. */
  act (f, "wall.first");
  g_assert_null (find_label (f->wall, "First words"));
}

static void
test_blank_and_test (Fixture *f, gconstpointer data)
{
  act (f, "wall.blank");
  g_assert_null (find_label (f->wall, "First words"));
  act (f, "wall.blank");
  g_assert_nonnull (find_label (f->wall, "First words"));
  act (f, "wall.test");
  g_assert_nonnull (find_label (f->wall, "Can you read this?"));
  g_assert_null (find_label (f->wall, "First words"));
  act (f, "wall.back");
  g_assert_nonnull (find_label (f->wall, "First words"));
}

static void
test_sizes_make_pages (Fixture *f, gconstpointer data)
{
  TrioWallPage *page = TRIO_WALL_PAGE (find_widget (f->wall, TRIO_TYPE_WALL_PAGE));

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("Note number %u of a long row", i);

      add_note (f->model, 0, text);
    }
  act (f, "wall.update");
  for (guint i = 0; i < 20; i++)
    g_assert_true (gtk_widget_activate_action (f->wall, "wall.larger", NULL));
  spin (100);
  g_assert_cmpuint (trio_wall_page_get_n_pages (page), >=, 11);
  g_assert_cmpuint (trio_wall_page_get_page (page), ==, 0);
  act (f, "wall.next");
  g_assert_cmpuint (trio_wall_page_get_page (page), ==, 1);
  act (f, "wall.last");
  g_assert_nonnull (find_label (f->wall, "Note number 19 of a long row"));
}

static void
test_cut_off_station (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TrioId station = trio_command_add_theme_and_station (f->model, "Empty", 9, &error);

  g_assert_no_error (error);
  trio_wall_window_show_station (TRIO_WALL_WINDOW (f->wall), station);
  spin (50);
  g_assert_nonnull (find_label (f->wall, "No inputs at this station yet"));
  /* Nobody reads an empty page: what comes is shown. */
  add_note (f->model, 2, "The first one");
  settle ();
  g_assert_nonnull (find_label (f->wall, "The first one"));
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/wall-window/shows-a-station", test_shows_a_station);
  ADD ("/wall-window/new-notes-wait", test_new_notes_wait);
  ADD ("/wall-window/withheld-goes-at-once", test_withheld_goes_at_once);
  ADD ("/wall-window/blank-and-test", test_blank_and_test);
  ADD ("/wall-window/sizes-make-pages", test_sizes_make_pages);
  ADD ("/wall-window/empty-station", test_cut_off_station);
  return g_test_run ();
}
