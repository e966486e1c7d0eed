/* trio-preferences.c: what the program does the same way each time.
 *
 * Every row acts: at once, at the next start where it says so, or with the next workshop. Where
 * the schema of the settings is not installed nothing could be remembered, so rows that only
 * remember cannot be changed.
 */
#include "config.h"

#include "app/trio-preferences.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "app/trio-settings.h"
#include "base/trio-error.h"
#include "base/trio-resource.h"
#include "document/trio-template-library.h"
#include "store/trio-store.h"

/* As in the rows. */
static const char *const schemes[] = { "default", "light", "dark" };
static const char *const languages[] = { "", "da", "en" };

struct _TrioPreferences
{
  AdwWindow parent_instance;

  AdwComboRow *colours_row;
  AdwComboRow *language_row;
  GtkWidget *restart_button;
  AdwEntryRow *organisation_row;
  AdwComboRow *document_row;
  AdwActionRow *templates_row;
  GtkWidget *templates_button;
  GtkWidget *letterhead_button;
  AdwActionRow *backups_row;
  GtkWidget *backups_button;
  AdwToastOverlay *toasts;

  GSettings *settings;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (TrioPreferences, trio_preferences, ADW_TYPE_WINDOW)

static char *
dup_string (const char *key)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

static guint
find_string (const char *const *strings, guint n, const char *wanted)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (strings[i], wanted))
      return i;
  return 0;
}

static void
tell (TrioPreferences *self, const char *text)
{
  trio_compat_add_toast (self->toasts, adw_toast_new (text));
}

static void
colours_cb (AdwComboRow *row, GParamSpec *pspec, TrioPreferences *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->is_filling || self->settings == NULL || selected >= G_N_ELEMENTS (schemes))
    return;
  g_settings_set_string (self->settings, "colours", schemes[selected]);
  trio_preferences_apply_colours ();
}

static void
language_cb (AdwComboRow *row, GParamSpec *pspec, TrioPreferences *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->is_filling || self->settings == NULL || selected >= G_N_ELEMENTS (languages))
    return;
  g_settings_set_string (self->settings, "language", languages[selected]);
  gtk_widget_show (self->restart_button);
}

/* This window is none of the program's own, whose actions buttons find by themselves. */
static void
restart_cb (TrioPreferences *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "restart", NULL);
}

static void
document_cb (AdwComboRow *row, GParamSpec *pspec, TrioPreferences *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (!self->is_filling && self->settings != NULL && selected < G_N_ELEMENTS (languages))
    g_settings_set_string (self->settings, "document-language", languages[selected]);
}

static void
organisation_cb (GtkEditable *row, TrioPreferences *self)
{
  if (!self->is_filling && self->settings != NULL)
    g_settings_set_string (self->settings, "organisation", gtk_editable_get_text (row));
}

static void
open_folder (TrioPreferences *self, const char *folder)
{
  g_autofree char *inside = g_build_filename (folder, "x", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_autofree char *shown = g_filename_display_name (folder);
      g_autofree char *text
          = g_strdup_printf (_ ("The folder “%s” cannot be made: %s."), shown, g_strerror (errno));

      tell (self, text);
      return;
    }
  trio_compat_show_folder (GTK_WINDOW (self), inside);
}

static void
templates_cb (GtkButton *button, TrioPreferences *self)
{
  g_autofree char *folder = trio_template_library_dup_user_folder ();

  open_folder (self, folder);
}

static void
backups_cb (GtkButton *button, TrioPreferences *self)
{
  g_autofree char *folder = trio_store_dup_backup_folder ();

  open_folder (self, folder);
}

static void
letterhead_cb (GtkButton *button, TrioPreferences *self)
{
  g_autoptr (GError) error = NULL;

  if (trio_preferences_make_letterhead (self, &error))
    templates_cb (button, self);
  else
    tell (self, error->message);
}

static void
show_folder (AdwActionRow *row, const char *folder)
{
  g_autofree char *inside = g_build_filename (folder, "x", NULL);
  g_autofree char *shown = trio_label_folder (inside);

  adw_action_row_set_subtitle (row, shown);
}

static void
fill (TrioPreferences *self)
{
  const char *const scheme_names[]
      = { C_ ("colours", "As the system"), C_ ("colours", "Light"), C_ ("colours", "Dark"), NULL };
  const char *const language_names[] = { _ ("As the system"), "Dansk", "English", NULL };
  const char *const document_names[] = { _ ("As the theme set"), "Dansk", "English", NULL };
  g_autoptr (GtkStringList) scheme_list = gtk_string_list_new (scheme_names);
  g_autoptr (GtkStringList) language_list = gtk_string_list_new (language_names);
  g_autoptr (GtkStringList) document_list = gtk_string_list_new (document_names);
  g_autofree char *scheme = dup_string ("colours");
  g_autofree char *language = dup_string ("language");
  g_autofree char *document = dup_string ("document-language");
  g_autofree char *organisation = dup_string ("organisation");
  g_autofree char *templates = trio_template_library_dup_user_folder ();
  g_autofree char *backups = trio_store_dup_backup_folder ();

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->colours_row, G_LIST_MODEL (scheme_list));
  adw_combo_row_set_selected (self->colours_row,
                              find_string (schemes, G_N_ELEMENTS (schemes), scheme));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (language_list));
  adw_combo_row_set_selected (self->language_row,
                              find_string (languages, G_N_ELEMENTS (languages), language));
  adw_combo_row_set_model (self->document_row, G_LIST_MODEL (document_list));
  adw_combo_row_set_selected (self->document_row,
                              find_string (languages, G_N_ELEMENTS (languages), document));
  gtk_editable_set_text (GTK_EDITABLE (self->organisation_row), organisation);
  show_folder (self->templates_row, templates);
  show_folder (self->backups_row, backups);
  gtk_widget_set_sensitive (GTK_WIDGET (self->colours_row), self->settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->language_row), self->settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->document_row), self->settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->organisation_row), self->settings != NULL);
  self->is_filling = FALSE;
}

static void
trio_preferences_dispose (GObject *object)
{
  g_clear_object (&TRIO_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (trio_preferences_parent_class)->dispose (object);
}

static void
trio_preferences_class_init (TrioPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, colours_row);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, restart_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, document_row);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, templates_row);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, templates_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, letterhead_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, backups_row);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, backups_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPreferences, toasts);
  trio_compat_make_dialog (widget_class);
}

static void
trio_preferences_init (TrioPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = trio_settings_dup ();
  fill (self);
  g_signal_connect (self->colours_row, "notify::selected", G_CALLBACK (colours_cb), self);
  g_signal_connect (self->language_row, "notify::selected", G_CALLBACK (language_cb), self);
  g_signal_connect_swapped (self->restart_button, "clicked", G_CALLBACK (restart_cb), self);
  g_signal_connect (self->document_row, "notify::selected", G_CALLBACK (document_cb), self);
  g_signal_connect (self->organisation_row, "changed", G_CALLBACK (organisation_cb), self);
  g_signal_connect (self->templates_button, "clicked", G_CALLBACK (templates_cb), self);
  g_signal_connect (self->letterhead_button, "clicked", G_CALLBACK (letterhead_cb), self);
  g_signal_connect (self->backups_button, "clicked", G_CALLBACK (backups_cb), self);
  trio_compat_mend_names (GTK_WIDGET (self));
}

/**
 * trio_preferences_new:
 * @parent: (nullable): the window that asks
 *
 * Returns: (transfer none): a new window, not shown yet
 */
GtkWidget *
trio_preferences_new (GtkWindow *parent)
{
  return g_object_new (TRIO_TYPE_PREFERENCES, "transient-for", parent, NULL);
}

/**
 * trio_preferences_make_letterhead:
 * @self: the window
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Puts the program's letterhead into the user's folder of templates, where it can be changed.
 * One that is there already stays as it is.
 *
 * Returns: whether it is there
 */
gboolean
trio_preferences_make_letterhead (TrioPreferences *self, GError **error)
{
  g_autofree char *folder = trio_template_library_dup_user_folder ();
  g_autofree char *name = g_strdup_printf ("letterhead-%s.xml", trio_ui_language ());
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *resource = g_strconcat ("templates/", name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (TRIO_IS_PREFERENCES (self), FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  bytes = trio_resource_lookup (resource, error);
  if (bytes == NULL)
    return FALSE;
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                            &reason))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO,
                   _ ("The letterhead cannot be written into your folder of templates: %s"),
                   reason->message);
      return FALSE;
    }
  return TRUE;
}

/**
 * trio_preferences_apply_colours:
 *
 * Shows the program in the colours that were chosen.
 */
void
trio_preferences_apply_colours (void)
{
  g_autofree char *scheme = dup_string ("colours");
  AdwColorScheme colours = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    colours = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    colours = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), colours);
}

/**
 * trio_preferences_dup_organisation:
 *
 * Returns: (transfer full): the organisation of new workshops, or ""
 */
char *
trio_preferences_dup_organisation (void)
{
  return dup_string ("organisation");
}

/**
 * trio_preferences_dup_document_language:
 *
 * Returns: (transfer full): "da" or "en", the language of new workshops and their documents; ""
 *   to leave it to the theme set
 */
char *
trio_preferences_dup_document_language (void)
{
  return dup_string ("document-language");
}
