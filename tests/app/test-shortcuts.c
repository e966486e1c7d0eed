/* test-shortcuts.c: the window that shows the keys shows all of them, and none that is not there.
 *
 * Keys of actions and of shortcut controllers are read from the running window; the keys that
 * widgets handle themselves are pressed by the journey “keys”.
 */
#include "app-helpers.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/trio-application.h"

/* What GTK itself does in fields of text, lists and windows is known from everywhere. */
static const char *const gtk_prefixes[]
    = { "clipboard.", "default.",   "list.", "listitem.", "menu.",
        "misc.",      "selection.", "text.", "window.",   NULL };

static char *
name_of (guint key, GdkModifierType modifiers)
{
  return gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);
}

static void
add_accelerator (GHashTable *keys, const char *accelerator)
{
  g_auto (GStrv) range = g_strsplit (accelerator, "...", 2);
  GdkModifierType modifiers = 0;
  guint first = 0;
  guint last = 0;

  g_assert_true (gtk_accelerator_parse (range[0], &first, &modifiers));
  last = first;
  if (range[1] != NULL)
    g_assert_true (gtk_accelerator_parse (range[1], &last, NULL));
  g_assert_cmpuint (first, <=, last);
  for (guint key = first; key <= last; key++)
    g_hash_table_add (keys, name_of (key, modifiers));
}

static void
collect_shown (GtkWidget *widget, GHashTable *keys)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, GTK_TYPE_SHORTCUTS_SHORTCUT))
    {
      g_autofree char *accelerator = NULL;
      g_autofree char *title = NULL;
      g_auto (GStrv) parts = NULL;

      g_object_get (widget, "accelerator", &accelerator, "title", &title, NULL);
      g_assert_nonnull (title);
      g_assert_cmpstr (title, !=, "");
      parts = g_strsplit (accelerator, " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        add_accelerator (keys, parts[i]);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_shown (child, keys);
}

static GHashTable *
dup_shown (void)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/dk/trio/Stations/trio-shortcuts.ui");
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_shown (window, keys);
  gtk_window_destroy (GTK_WINDOW (window));
  return keys;
}

/* A key of the number pad stands for the key of the same name. */
static char *
without_pad (const char *accelerator)
{
  static const struct
  {
    const char *pad;
    const char *plain;
  } names[] = { { "KP_Add", "plus" },
                { "KP_Subtract", "minus" },
                { "KP_Enter", "Return" },
                { "KP_Next", "Page_Down" },
                { "KP_Prior", "Page_Up" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_suffix (accelerator, names[i].pad))
      {
        g_autofree char *modifiers
            = g_strndup (accelerator, strlen (accelerator) - strlen (names[i].pad));

        return g_strconcat (modifiers, names[i].plain, NULL);
      }
  if (strstr (accelerator, "KP_") != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (accelerator, "KP_", 2);

      return g_strconcat (parts[0], parts[1], NULL);
    }
  /* + and = are one key on many keyboards. */
  if (g_str_has_suffix (accelerator, "equal"))
    {
      g_autofree char *modifiers = g_strndup (accelerator, strlen (accelerator) - 5);

      return g_strconcat (modifiers, "plus", NULL);
    }
  return g_strdup (accelerator);
}

static guint
check (GHashTable *shown, const char *accelerator, const char *owner, const char *action)
{
  g_autofree char *plain = without_pad (accelerator);

  if (g_hash_table_contains (shown, plain))
    return 0;
  g_printerr ("%s of %s (%s) is not shown\n", accelerator, owner, action);
  return 1;
}

static void
test_keys_of_actions (gconstpointer data)
{
  g_autoptr (GHashTable) shown = dup_shown ();
  GtkApplication *app = (gpointer)data;
  g_auto (GStrv) actions = NULL;
  guint missing = 0;
  guint n = 0;

  actions = gtk_application_list_action_descriptions (app);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (app, actions[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          guint key;
          GdkModifierType modifiers;
          g_autofree char *name = NULL;

          g_assert_true (gtk_accelerator_parse (accels[j], &key, &modifiers));
          name = name_of (key, modifiers);
          missing += check (shown, name, "the program", actions[i]);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (missing, ==, 0);
}

static gboolean
is_ours (GtkEventController *controller, GtkShortcut *shortcut)
{
  const char *name = gtk_event_controller_get_name (controller);
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);

  if (!GTK_IS_KEYVAL_TRIGGER (gtk_shortcut_get_trigger (shortcut)))
    return FALSE;
  if (name == NULL)
    return GTK_IS_NAMED_ACTION (action) || GTK_IS_CALLBACK_ACTION (action);
  if (!g_str_equal (name, "gtk-widget-class-shortcuts") || !GTK_IS_NAMED_ACTION (action))
    return FALSE;
  for (guint i = 0; gtk_prefixes[i] != NULL; i++)
    if (g_str_has_prefix (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)),
                          gtk_prefixes[i]))
      return FALSE;
  return TRUE;
}

static guint
check_controller (GtkWidget *widget, GtkEventController *controller, GHashTable *shown, guint *n)
{
  guint missing = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);
      GtkKeyvalTrigger *trigger;
      g_autofree char *name = NULL;
      g_autofree char *action = NULL;

      if (!is_ours (controller, shortcut))
        continue;
      trigger = GTK_KEYVAL_TRIGGER (gtk_shortcut_get_trigger (shortcut));
      name = name_of (gtk_keyval_trigger_get_keyval (trigger),
                      gtk_keyval_trigger_get_modifiers (trigger));
      action = gtk_shortcut_action_to_string (gtk_shortcut_get_action (shortcut));
      missing += check (shown, name, G_OBJECT_TYPE_NAME (widget), action);
      (*n)++;
    }
  return missing;
}

static guint
check_widgets (GtkWidget *widget, GHashTable *shown, guint *n)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint missing = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        missing += check_controller (widget, controller, shown, n);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    missing += check_widgets (child, shown, n);
  return missing;
}

static void
test_keys_of_widgets (gconstpointer data)
{
  static const char *const pages[] = { "setup", "station", "summary", "documents" };
  g_autoptr (GHashTable) shown = dup_shown ();
  GtkApplication *app = (gpointer)data;
  g_autofree char *folder = g_dir_make_tmp ("trio-keys-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "day.trio", NULL);
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_create (path, TRIO_LANGUAGE_EN, &error);
  TrioWindow *window;
  guint missing = 0;
  guint n = 0;

  g_assert_no_error (error);
  trio_command_add_theme_and_station (trio_store_get_model (store), "First", 1, &error);
  g_assert_no_error (error);
  add_note (trio_store_get_model (store), 0, "One");
  window = TRIO_WINDOW (trio_window_new (app));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  trio_window_take_store (window, store);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), "page",
                                      g_variant_new_string (pages[i]));
      spin (200);
    }
  missing = check_widgets (GTK_WIDGET (window), shown, &n);
  g_assert_cmpuint (n, >, 60);
  g_assert_cmpuint (missing, ==, 0);

  trio_window_shut_down (window);
  spin (50);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (TrioApplication) app = NULL;

  init_widgets (&argc, &argv);
  app = trio_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));
  g_test_add_data_func ("/shortcuts/keys-of-actions", app, test_keys_of_actions);
  g_test_add_data_func ("/shortcuts/keys-of-widgets", app, test_keys_of_widgets);
  return g_test_run ();
}
