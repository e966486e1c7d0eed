/* test-fit.c: every view and dialog fits the screen, with ordinary and with doubled letters. */
#include "app-helpers.h"

#include <glib/gstdio.h>

#include "app/board/trio-board.h"
#include "app/setup/trio-prose.h"
#include "app/station/trio-station-page.h"
#include "app/trio-application.h"
#include "app/trio-startup.h"

/* What the smallest laptops have, and what is left of text at twice its size on a usual one. */
#define SMALL_WIDTH      800
#define SMALL_HEIGHT     600
#define LARGE_WIDTH      1366
#define LARGE_HEIGHT     768
#define PROJECTOR_WIDTH  1024
#define PROJECTOR_HEIGHT 768
#define EDGE             20 /* margins and padding of a parent that are not part of its box */
#define DPI              (96 * 1024)

typedef struct
{
  TrioApplication *application;
  TrioWindow *window;
  char *folder;
  char *path;
  guint n_bad;
  gboolean only_words;
  int width;
  int height;
} Fixture;

static int
min_size (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int min;

  gtk_widget_measure (widget, orientation, for_size, &min, NULL, NULL, NULL);
  return min;
}

/* Follows what takes the room, for the reader of a failed test. */
static void
blame (GtkWidget *widget, GtkOrientation orientation, int for_size, guint depth)
{
  GtkWidget *largest = NULL;
  int most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min = gtk_widget_should_layout (child) ? min_size (child, orientation, for_size) : 0;

      if (min > most)
        {
          most = min;
          largest = child;
        }
    }
  if (largest == NULL || depth > 40)
    return;
  g_test_message ("%*s%s %s %d%s%s", (int)depth, "", G_OBJECT_TYPE_NAME (largest),
                  gtk_buildable_get_buildable_id (GTK_BUILDABLE (largest)), most,
                  GTK_IS_LABEL (largest) ? " " : "",
                  GTK_IS_LABEL (largest) ? gtk_label_get_label (GTK_LABEL (largest)) : "");
  blame (largest, orientation, for_size, depth + 1);
}

/* The least that a widget needs, at the width that it has got. */
static void
check_widget (Fixture *f, const char *room, GtkWidget *widget)
{
  int width = min_size (widget, GTK_ORIENTATION_HORIZONTAL, -1);
  int at = CLAMP (gtk_widget_get_width (widget), width, MAX (width, f->width));
  int height = min_size (widget, GTK_ORIENTATION_VERTICAL, at);

  g_test_message ("%s: %s %d × %d", room, G_OBJECT_TYPE_NAME (widget), width, height);
  if (width > f->width)
    blame (widget, GTK_ORIENTATION_HORIZONTAL, -1, 2);
  if (height > f->height)
    blame (widget, GTK_ORIENTATION_VERTICAL, at, 2);
  f->n_bad += width > f->width || height > f->height;
}

/* Menus and other popovers take their natural size. */
static void
check_popovers (Fixture *f, const char *room, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition natural;

      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        {
          gtk_widget_get_preferred_size (child, NULL, &natural);
          g_test_message ("%s: %s %d × %d", room, G_OBJECT_TYPE_NAME (child), natural.width,
                          natural.height);
          f->n_bad += natural.width > f->width || natural.height > f->height;
        }
      check_popovers (f, room, child);
    }
}

/* What can be scrolled or swiped may be larger than its place; everything else must lie inside of its parent,
 * or its edge is cut. */
static void
check_inside (Fixture *f, const char *room, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (child) || !gtk_widget_get_child_visible (child)
          || GTK_IS_SCROLLED_WINDOW (child) || GTK_IS_NATIVE (child) || ADW_IS_CAROUSEL (child))
        continue;
      if (gtk_widget_compute_bounds (child, widget, &bounds)
          && (bounds.origin.x < -EDGE || bounds.origin.y < -EDGE
              || bounds.origin.x + bounds.size.width > gtk_widget_get_width (widget) + EDGE
              || bounds.origin.y + bounds.size.height > gtk_widget_get_height (widget) + EDGE))
        {
          g_test_message ("%s: %s %s is cut: %g, %g, %g × %g in %s %d × %d", room,
                          G_OBJECT_TYPE_NAME (child),
                          gtk_buildable_get_buildable_id (GTK_BUILDABLE (child)), bounds.origin.x,
                          bounds.origin.y, bounds.size.width, bounds.size.height,
                          G_OBJECT_TYPE_NAME (widget), gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
          f->n_bad++;
        }
      check_inside (f, room, child);
    }
}

/* A field without height shows none of its words. */
static guint
count_hidden_words (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child))
      n += count_hidden_words (child)
           + (TRIO_IS_PROSE (child) && gtk_widget_get_height (child) == 0);
  return n;
}

static void
check_words (Fixture *f, const char *room, GtkWidget *widget)
{
  guint n = count_hidden_words (widget);

  for (guint i = 0; i < 100 && n > 0; i++)
    {
      spin (50);
      n = count_hidden_words (widget);
    }
  if (n > 0)
    g_test_message ("%s: %u fields for words have no height", room, n);
  f->n_bad += n;
}

/* Words of the program are in these brackets when they are shown in the pseudo-language. What people
 * wrote may end in an ellipsis. */
#define BRACKET "⟦"

static void
check_whole (Fixture *f, const char *room, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = GTK_IS_LABEL (child) ? gtk_label_get_text (GTK_LABEL (child)) : "";

      if (!gtk_widget_get_mapped (child) || !gtk_widget_get_child_visible (child))
        continue;
      if (g_str_has_prefix (text, BRACKET)
          && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (child))))
        {
          g_test_message ("%s: “%s” of %s in %s is cut at %d", room, text,
                          gtk_buildable_get_buildable_id (GTK_BUILDABLE (child)),
                          G_OBJECT_TYPE_NAME (widget), gtk_widget_get_width (child));
          f->n_bad++;
        }
      check_whole (f, room, child);
    }
}

/* Looks at every window that is open, and at the menus that are open in them. */
static void
look (Fixture *f, const char *room)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  spin (150);
  for (GList *each = windows; each != NULL; each = each->next)
    if (gtk_widget_get_mapped (each->data))
      {
        check_whole (f, room, each->data);
        if (f->only_words)
          continue;
        check_widget (f, room, each->data);
        check_inside (f, room, each->data);
        check_words (f, room, each->data);
        check_popovers (f, room, each->data);
      }
}

static void
act (Fixture *f, const char *action, GVariant *parameter)
{
  gboolean of_application = g_str_has_prefix (action, "app.");

  if (of_application)
    g_action_group_activate_action (G_ACTION_GROUP (f->application), action + 4, parameter);
  else
    g_action_group_activate_action (G_ACTION_GROUP (f->window), action, parameter);
}

/* Closes every window but the first. */
static void
close_dialogs (Fixture *f)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (each->data != f->window)
      gtk_window_destroy (each->data);
  spin (50);
}

static void
look_at_dialog (Fixture *f, const char *action, GVariant *parameter)
{
  act (f, action, parameter);
  look (f, action);
  close_dialogs (f);
}

static void
show_page (Fixture *f, const char *page)
{
  act (f, "page", g_variant_new_string (page));
  look (f, page);
}

static GtkMenuButton *
find_menu_button (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    return GTK_MENU_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkMenuButton *found = find_menu_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The menu of an input is the longest when the input is in a cluster. */
static void
look_at_menus (Fixture *f, TrioStationPage *page)
{
  TrioBoard *board = trio_station_page_get_board (page);
  TrioModel *model = trio_store_get_model (trio_window_get_store (f->window));
  GListModel *notes = trio_model_get_list (model, TRIO_KIND_NOTE);
  GtkMenuButton *menu_button;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    if (trio_object_get_ref (nth (notes, i), TRIO_NOTE_CLUSTER) != 0)
      {
        trio_selection_set_one (trio_board_get_selection (board),
                                trio_object_get_id (nth (notes, i)));
        break;
      }
  gtk_widget_activate_action (GTK_WIDGET (board), "board.menu", NULL);
  look (f, "menu of an input");
  trio_selection_clear (trio_board_get_selection (board));
  gtk_widget_activate_action (GTK_WIDGET (board), "board.menu", NULL);
  look (f, "menu of a board");
  menu_button = find_menu_button (GTK_WIDGET (f->window));
  gtk_menu_button_popup (menu_button);
  look (f, "main menu");
  gtk_menu_button_popdown (menu_button);
}

static void
look_at_pages (Fixture *f)
{
  GtkWidget *station;

  show_page (f, "setup");
  show_page (f, "station");
  station = find_widget (GTK_WIDGET (f->window), TRIO_TYPE_STATION_PAGE);
  look_at_menus (f, TRIO_STATION_PAGE (station));
  act (f, "suggest", NULL);
  spin (500);
  look (f, "suggestions");
  gtk_widget_activate_action (station, "station.layout", "s", "list");
  gtk_widget_activate_action (station, "station.search", NULL);
  look (f, "list and search");
  gtk_widget_activate_action (station, "station.layout", "s", "board");
  show_page (f, "summary");
  show_page (f, "documents");
}

static void
look_at_dialogs (Fixture *f)
{
  look_at_dialog (f, "import-text", g_variant_new_string ("STATION 1\n- One\n- Another\n"));
  look_at_dialog (f, "export", NULL);
  look_at_dialog (f, "rounds", NULL);
  look_at_dialog (f, "about-file", NULL);
  look_at_dialog (f, "earlier-events", g_variant_new_int64 (0));
  look_at_dialog (f, "add-station", NULL);
  look_at_dialog (f, "app.preferences", NULL);
  look_at_dialog (f, "app.tour", NULL);
  look_at_dialog (f, "app.about", NULL);
  look_at_dialog (f, "app.help", g_variant_new_string (""));
  look_at_dialog (f, "show-shortcuts", NULL);
}

static void
look_at_modes (Fixture *f)
{
  show_page (f, "station");
  act (f, "next-round", NULL);
  act (f, "mode", g_variant_new_string ("run"));
  look (f, "run mode");
  act (f, "wall", NULL);
  look (f, "wall");
  close_dialogs (f);
  act (f, "mode", g_variant_new_string ("kiosk"));
  look (f, "kiosk");
  act (f, "mode", g_variant_new_string ("edit"));
}

static void
copy_sample (Fixture *f)
{
  g_autoptr (GFile) from = g_file_new_for_path (g_getenv ("TRIO_SAMPLE"));
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("trio-fit-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "day.trio", NULL);
  to = g_file_new_for_path (f->path);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (f->path, 0600), ==, 0);
}

static void
look_around (TrioApplication *application, int scale, int width, int height, gboolean only_words)
{
  Fixture f
      = { .application = application, .width = width, .height = height, .only_words = only_words };

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", scale * DPI, NULL);
  copy_sample (&f);
  f.window = TRIO_WINDOW (trio_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (f.window), width, height);
  gtk_window_present (GTK_WINDOW (f.window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f.window));
  look (&f, "start page");
  look_at_dialog (&f, "new", NULL);
  trio_window_open (f.window, f.path, TRIO_OPEN_DEFAULT);
  for (guint i = 0; i < 500 && trio_window_get_store (f.window) == NULL; i++)
    spin (20);
  g_assert_nonnull (trio_window_get_store (f.window));

  look_at_pages (&f);
  look_at_dialogs (&f);
  look_at_modes (&f);

  close_dialogs (&f);
  trio_window_shut_down (f.window);
  spin (100);
  g_unlink (f.path);
  g_rmdir (f.folder);
  g_free (f.path);
  g_free (f.folder);
  g_assert_cmpuint (f.n_bad, ==, 0);
}

static void
test_small_screen (gconstpointer application)
{
  look_around ((gpointer)application, 1, SMALL_WIDTH, SMALL_HEIGHT, FALSE);
}

static void
test_large_text (gconstpointer application)
{
  look_around ((gpointer)application, 2, LARGE_WIDTH, LARGE_HEIGHT, FALSE);
}

static void
test_large_text_on_a_projector (gconstpointer application)
{
  look_around ((gpointer)application, 2, PROJECTOR_WIDTH, PROJECTOR_HEIGHT, FALSE);
}

/* Shown with ordinary letters on a usual screen, no label of ours is cut, however long it is. */
static void
test_whole_words (gconstpointer application)
{
  look_around ((gpointer)application, 1, LARGE_WIDTH, LARGE_HEIGHT, TRUE);
}

int
main (int argc, char **argv)
{
  g_autoptr (TrioApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  trio_startup_init_locale (NULL);
  init_widgets (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = trio_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));

  if (g_strcmp0 (g_getenv ("LANGUAGE"), "en_XA") == 0)
    {
      g_test_add_data_func ("/fit/whole-words", application, test_whole_words);
      return g_test_run ();
    }
  g_test_add_data_func ("/fit/small-screen", application, test_small_screen);
  g_test_add_data_func ("/fit/large-text", application, test_large_text);
  g_test_add_data_func ("/fit/large-text-on-a-projector", application,
                        test_large_text_on_a_projector);
  return g_test_run ();
}
