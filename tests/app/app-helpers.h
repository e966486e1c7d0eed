/* app-helpers.h: a workshop in memory, and waiting for widgets, for the tests of the window. */
#pragma once

#include <adwaita.h>

#include "../core/workshop-helpers.h"
#include "app/trio-app.h"
#include "model/trio-commands.h"

static inline void
init_widgets (int *argc, char ***argv)
{
  g_set_prgname ("trio-stations-test");
  gtk_test_init (argc, argv);
  adw_init ();
  trio_app_init ();
}

/* A workshop with the stations 1 … @n_stations, whose themes are called "Theme 1" and so on. */
static inline TrioModel *
make_workshop (guint n_stations)
{
  TrioModel *model = make_empty_workshop (TRIO_LANGUAGE_EN);

  for (guint i = 1; i <= n_stations; i++)
    {
      g_autofree char *title = g_strdup_printf ("Theme %u", i);
      g_autoptr (GError) error = NULL;

      trio_command_add_theme_and_station (model, title, i, &error);
      g_assert_no_error (error);
    }
  return model;
}

static inline TrioObject *
nth (GListModel *list, guint index)
{
  g_autoptr (TrioObject) object = g_list_model_get_item (list, index);

  g_assert_nonnull (object);
  return object;
}

static inline TrioId
nth_station (TrioModel *model, guint index)
{
  return trio_object_get_id (nth (trio_model_get_list (model, TRIO_KIND_STATION), index));
}

static inline GListModel *
notes_of (TrioModel *model, guint station_index)
{
  return trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION,
                                  nth_station (model, station_index));
}

static inline TrioId
add_note (TrioModel *model, guint station_index, const char *text)
{
  TrioNoteDraft draft = { .text = text };
  g_autoptr (GError) error = NULL;
  TrioId id = 0;

  trio_command_add_notes (model, nth_station (model, station_index), &draft, 1, &id, &error);
  g_assert_no_error (error);
  return id;
}

static inline const char *
text_at (TrioModel *model, guint station_index, guint index)
{
  return trio_object_get_text (nth (notes_of (model, station_index), index), TRIO_NOTE_TEXT);
}

static inline gboolean
timeout_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run for a while. */
static inline void
spin (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, timeout_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* The first widget of a type below (and with) a widget, depth first. */
static inline GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A window around a widget, shown, with the keyboard. */
static inline GtkWidget *
show_in_window (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

/* Waits until workers that were told to stop have let go of a workshop. */
static inline void
wait_for_workers (TrioModel *model)
{
  for (guint i = 0; i < 500 && G_OBJECT (model)->ref_count > 1; i++)
    spin (10);
}

/* Destroys a window and makes sure that the widget inside is really gone. */
static inline void
destroy_and_check (GtkWidget *window, GtkWidget *child)
{
  gpointer watched = child;

  g_object_add_weak_pointer (G_OBJECT (child), &watched);
  gtk_window_destroy (GTK_WINDOW (window));
  spin (50);
  g_assert_null (watched);
}
