/* test-modes.c: preparing, running and a guest who types; what each shows and which commands. */
#include "app-helpers.h"

#include <glib/gstdio.h>

#include "app/capture/trio-capture-bar.h"
#include "app/setup/trio-setup-page.h"
#include "app/trio-application.h"
#include "app/window/trio-kiosk-view.h"
#include "app/window/trio-workshop-view.h"

typedef struct
{
  char *folder;
  char *path;
  TrioWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioStore) store = NULL;

  f->folder = g_dir_make_tmp ("trio-modes-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "day.trio", NULL);
  store = trio_store_create (f->path, TRIO_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  trio_command_add_theme_and_station (trio_store_get_model (store), "First", 1, &error);
  g_assert_no_error (error);
  add_note (trio_store_get_model (store), 0, "Somebody else");
  f->window = TRIO_WINDOW (trio_window_new (GTK_APPLICATION ((gpointer)data)));
  trio_window_take_store (f->window, g_steal_pointer (&store));
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gpointer watched = f->window;
  g_autofree char *lock = g_strconcat (f->path, "-lock", NULL);

  g_object_add_weak_pointer (G_OBJECT (f->window), &watched);
  trio_window_shut_down (f->window);
  spin (50);
  g_assert_null (watched);
  g_unlink (f->path);
  g_unlink (lock);
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static void
set_mode (Fixture *f, const char *mode)
{
  g_action_group_change_action_state (G_ACTION_GROUP (f->window), "mode",
                                      g_variant_new_string (mode));
  spin (50);
}

static gboolean
is_enabled (Fixture *f, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), action);
}

static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether some words are on a label that can be seen. */
static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

static guint
count_notes (Fixture *f)
{
  return g_list_model_get_n_items (
      notes_of (trio_store_get_model (trio_window_get_store (f->window)), 0));
}

static void
test_run_locks_the_structure (Fixture *f, gconstpointer data)
{
  g_assert_true (is_enabled (f, "details"));
  g_assert_true (is_enabled (f, "add-station"));
  set_mode (f, "run");
  g_assert_false (is_enabled (f, "details"));
  g_assert_false (is_enabled (f, "add-station"));
  /* What the day needs stays. */
  g_assert_true (is_enabled (f, "rounds"));
  g_assert_true (is_enabled (f, "wall"));
  g_assert_true (is_enabled (f, "undo"));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (f->window))));
  set_mode (f, "edit");
  g_assert_true (is_enabled (f, "details"));
  g_assert_true (is_enabled (f, "add-station"));
  g_assert_cmpuint (count_notes (f), ==, 1);
}

static void
test_guest_sees_only_the_question (Fixture *f, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);
  GtkWidget *kiosk;

  set_mode (f, "kiosk");
  kiosk = find_mapped (window, TRIO_TYPE_KIOSK_VIEW);
  g_assert_nonnull (kiosk);
  g_assert_null (find_mapped (window, TRIO_TYPE_WORKSHOP_VIEW));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (f->window))));
  g_assert_false (is_enabled (f, "undo"));
  g_assert_false (is_enabled (f, "new"));
  g_assert_false (is_enabled (f, "export"));
  g_assert_false (is_enabled (f, "station"));
  g_assert_true (is_enabled (f, "leave-kiosk"));
  g_assert_false (has_text (kiosk, "Somebody else"));

  /* Words that were not entered yet are kept when the guest leaves. */
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (f->window))),
                         "From a guest");
  set_mode (f, "run");
  g_assert_cmpuint (count_notes (f), ==, 2);
  g_assert_null (find_widget (window, TRIO_TYPE_KIOSK_VIEW));
  g_assert_nonnull (find_mapped (window, TRIO_TYPE_WORKSHOP_VIEW));
  g_assert_true (is_enabled (f, "undo"));
  g_assert_true (is_enabled (f, "new"));
  g_assert_false (is_enabled (f, "leave-kiosk"));
  g_assert_false (is_enabled (f, "details"));
}

int
main (int argc, char **argv)
{
  g_autoptr (TrioApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  init_widgets (&argc, &argv);
  application = trio_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));

#define ADD(path, function) g_test_add (path, Fixture, application, set_up, function, tear_down)
  ADD ("/modes/run-locks-the-structure", test_run_locks_the_structure);
  ADD ("/modes/guest-sees-only-the-question", test_guest_sees_only_the_question);
  return g_test_run ();
}
