/* trio-application.c: the program: windows, files given to it, and what belongs to no window. */
#include "config.h"

#include "app/trio-application.h"

#include <signal.h>

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "app/board/trio-board-bench.h"
#include "app/help/trio-help-book.h"
#include "app/help/trio-help-window.h"
#include "app/help/trio-tour.h"
#include "app/trio-bench-start.h"
#include "app/trio-compat.h"
#include "app/trio-preferences.h"
#include "app/trio-settings.h"

struct _TrioApplication
{
  AdwApplication parent_instance;

  gboolean bench_start;
  char *bench; /* scenario of the board to measure */
  int bench_notes;
  int bench_frames;
  GtkWidget *help; /* the window of help while it is open */
  char **restart;  /* files to open in the next run; NULL when the end is the end */
};

G_DEFINE_FINAL_TYPE (TrioApplication, trio_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save-copy", { "<Shift><Control>s" } },
  { "win.export", { "<Control>e" } },
  { "win.import", { "<Control>i" } },
  { "win.print", { "<Control>p" } },
  { "win.close", { "<Control>w" } },
  { "win.show-sidebar", { "F9" } },
  { "win.leave-kiosk", { "<Shift><Control>k" } },
  { "win.wall", { "F5" } },
  { "win.next-round", { "F8" } },
  { "win.pause-round", { "<Shift>F8" } },
  { "win.next-pane", { "F6" } },
  { "win.next-page", { "<Control>Page_Down", "<Control>KP_Page_Down" } },
  { "win.previous-page", { "<Control>Page_Up", "<Control>KP_Page_Up" } },
  { "win.show-shortcuts", { "<Control>question" } },
};

static TrioWindow *
create_window (TrioApplication *self)
{
  TrioWindow *window = TRIO_WINDOW (trio_window_new (GTK_APPLICATION (self)));

  if (self->bench_start)
    trio_bench_start_watch (GTK_WINDOW (window));
  return window;
}

static TrioWindow *
find_free_window (TrioApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next)
    if (TRIO_IS_WINDOW (item->data) && trio_window_is_free (item->data))
      return item->data;
  return NULL;
}

static TrioWindow *
find_window_of (TrioApplication *self, const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next)
    if (TRIO_IS_WINDOW (item->data) && !trio_window_is_free (item->data)
        && g_strcmp0 (trio_window_get_path (item->data), full) == 0)
      return item->data;
  return NULL;
}

/* Actions */

static void
quit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* Each window asks about what is not saved; the program ends with the last one. */
  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

/* The same files in a new run, unless a window stays because somebody is asked. */
static void
restart_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioApplication *self = user_data;
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();

  for (GList *item = gtk_application_get_windows (user_data); item != NULL; item = item->next)
    if (TRIO_IS_WINDOW (item->data) && trio_window_get_path (item->data) != NULL)
      g_strv_builder_add (files, trio_window_get_path (item->data));
  quit_action_cb (action, NULL, user_data);
  if (gtk_application_get_windows (user_data) == NULL)
    self->restart = g_strv_builder_end (files);
}

static void
about_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_compat_show_about (gtk_application_get_active_window (user_data));
}

/* One window of help for the whole program. Without a page it shows the one about what is in the
 * window; pressed in the help itself, F1 leads to the first page. */
static void
help_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (user_data);
  const char *page = g_variant_get_string (parameter, NULL);

  if (*page == '\0')
    page = TRIO_IS_WINDOW (window) ? trio_window_get_help_page (TRIO_WINDOW (window)) : "index";
  if (self->help == NULL)
    {
      self->help = trio_help_window_new (trio_help_book_choose_language (g_get_language_names ()));
      g_object_add_weak_pointer (G_OBJECT (self->help), (gpointer *)&self->help);
    }
  trio_help_window_show_page (TRIO_HELP_WINDOW (self->help), page);
  gtk_window_present (GTK_WINDOW (self->help));
}

static void
tour_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (trio_tour_new (gtk_application_get_active_window (user_data))));
}

static void
language_state_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  GtkWindow *window = gtk_application_get_active_window (user_data);

  g_simple_action_set_state (action, value);
  if (settings == NULL)
    return;
  g_settings_set_value (settings, "language", value);
  if (TRIO_IS_WINDOW (window))
    trio_window_toast (TRIO_WINDOW (window),
                       _ ("The language changes when the program is started again"),
                       _ ("_Restart Now"), "app.restart");
}

static void
preferences_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *preferences = trio_preferences_new (gtk_application_get_active_window (user_data));

  gtk_window_present (GTK_WINDOW (preferences));
}

/* The session ends: there is no time for questions, and nothing may be lost. */
static gboolean
end_signal_cb (gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *item = windows; item != NULL; item = item->next)
    if (TRIO_IS_WINDOW (item->data))
      trio_window_shut_down (item->data);
  g_application_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
install_actions (TrioApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_action_cb },
    { "restart", restart_action_cb },
    { "about", about_action_cb },
    { "help", help_action_cb, "s" },
    { "tour", tour_action_cb },
    { "language", NULL, "s", "''", language_state_cb },
    { "preferences", preferences_action_cb },
  };
  g_autoptr (GSettings) settings = trio_settings_dup ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (settings != NULL)
    {
      g_autoptr (GVariant) language = g_settings_get_value (settings, "language");
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "language");

      g_simple_action_set_state (G_SIMPLE_ACTION (action), language);
    }
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.preferences",
                                         (const char *[]){ "<Control>comma", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.help('')",
                                         (const char *[]){ "F1", NULL });
  /* Ctrl+0 is the normal size on the board, as everywhere. */
  for (int i = 1; i < 10; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.station(int64 %d)", i);
      g_autofree char *key = g_strdup_printf ("<Control>%d", i);
      g_autofree char *pad = g_strdup_printf ("<Control>KP_%d", i);
      const char *keys[] = { key, pad, NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, keys);
    }
}

static void
trio_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (trio_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (TRIO_APP_ID);
  install_actions (TRIO_APPLICATION (application));
  trio_compat_name_images ();
  trio_preferences_apply_colours ();
  g_unix_signal_add (SIGTERM, end_signal_cb, application);
  g_unix_signal_add (SIGINT, end_signal_cb, application);
  g_unix_signal_add (SIGHUP, end_signal_cb, application);
}

static void
trio_application_activate (GApplication *application)
{
  TrioApplication *self = TRIO_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (create_window (self));
  gtk_window_present (window);
  if (self->bench == NULL && !self->bench_start && trio_tour_is_due ())
    g_action_group_activate_action (G_ACTION_GROUP (self), "tour", NULL);
  if (self->bench != NULL
      && !trio_board_bench_run (TRIO_WINDOW (window), self->bench,
                                (guint)MAX (self->bench_notes, 1),
                                (guint)MAX (self->bench_frames, 1)))
    gtk_window_destroy (window);
}

static void
trio_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  TrioApplication *self = TRIO_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        trio_application_open_path (self, path, NULL);
      else
        g_application_activate (application);
    }
}

static int
trio_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  TrioApplication *self = TRIO_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("trio-stations %s\n", TRIO_VERSION);
      return 0;
    }
  self->bench_start = g_variant_dict_contains (options, "bench-start");
  g_variant_dict_lookup (options, "bench", "s", &self->bench);
  g_variant_dict_lookup (options, "notes", "i", &self->bench_notes);
  g_variant_dict_lookup (options, "frames", "i", &self->bench_frames);
  /* A program that runs already would do the work, and be measured instead. */
  if (self->bench != NULL || self->bench_start)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
trio_application_finalize (GObject *object)
{
  g_free (TRIO_APPLICATION (object)->bench);
  g_strfreev (TRIO_APPLICATION (object)->restart);

  G_OBJECT_CLASS (trio_application_parent_class)->finalize (object);
}

static void
trio_application_class_init (TrioApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trio_application_finalize;
  application_class->startup = trio_application_startup;
  application_class->activate = trio_application_activate;
  application_class->open = trio_application_open;
  application_class->handle_local_options = trio_application_handle_local_options;
}

static void
trio_application_init (TrioApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "bench-start", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL,
      N_ ("Print what starting cost, and exit"), NULL },
    { "bench", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL,
      N_ ("Print what frames of the board cost, and exit"), NULL },
    { "notes", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, NULL,
      N_ ("How many inputs the board has"), NULL },
    { "frames", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, NULL,
      N_ ("How many frames are measured"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  self->bench_notes = 400;
  self->bench_frames = 200;
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

/**
 * trio_application_new:
 * @flags: flags beyond %G_APPLICATION_HANDLES_OPEN
 *
 * Returns: (transfer full): the program
 */
TrioApplication *
trio_application_new (GApplicationFlags flags)
{
  return g_object_new (TRIO_TYPE_APPLICATION, "application-id", TRIO_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | flags, "resource-base-path",
                       "/dk/trio/Stations", NULL);
}

/**
 * trio_application_open_path:
 * @self: the program
 * @path: a file
 * @window: (nullable): the window to open it in if that is free
 *
 * Opens a file in a window; a file that is open already gets its window shown.
 */
void
trio_application_open_path (TrioApplication *self, const char *path, TrioWindow *window)
{
  TrioWindow *holder;

  g_return_if_fail (TRIO_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  holder = find_window_of (self, path);
  if (holder != NULL)
    {
      gtk_window_present (GTK_WINDOW (holder));
      return;
    }
  if (window == NULL || !trio_window_is_free (window))
    window = find_free_window (self);
  if (window == NULL)
    window = create_window (self);
  gtk_window_present (GTK_WINDOW (window));
  trio_window_open (window, path, TRIO_OPEN_DEFAULT);
}

/**
 * trio_application_show_store:
 * @self: the program
 * @store: (transfer full): an open file
 * @window: (nullable): the window to show it in if that is free
 *
 * Shows a file that is open already, such as a new one.
 */
void
trio_application_show_store (TrioApplication *self, TrioStore *store, TrioWindow *window)
{
  g_return_if_fail (TRIO_IS_APPLICATION (self));
  g_return_if_fail (TRIO_IS_STORE (store));

  if (window == NULL || !trio_window_is_free (window))
    window = create_window (self);
  gtk_window_present (GTK_WINDOW (window));
  trio_window_take_store (window, store);
}

/**
 * trio_application_steal_restart:
 * @self: the program, which has ended
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the files that a new run of it is
 *   to open, or %NULL when nobody asked for one
 */
char **
trio_application_steal_restart (TrioApplication *self)
{
  g_return_val_if_fail (TRIO_IS_APPLICATION (self), NULL);

  return g_steal_pointer (&self->restart);
}
