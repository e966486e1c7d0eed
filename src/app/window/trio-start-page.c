/* trio-start-page.c: new, open, and the workshops that were open before.
 *
 * Whether a recent file is still there, and how far its workshop has come, is asked in the
 * background, because it may lie on a share or a stick that is slow to answer. What cannot be
 * read now, such as a file that is open elsewhere, is shown as it was last known.
 */
#include "config.h"

#include "app/window/trio-start-page.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "app/trio-settings.h"
#include "store/trio-glance.h"

struct _TrioStartPage
{
  AdwBin parent_instance;

  GtkWidget *recent_box;
  GtkListBox *recent_list;
  GtkWidget *new_button;
  GtkWidget *open_button;
  GtkWidget *drop_hint;

  GSettings *settings;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrioStartPage, trio_start_page, ADW_TYPE_BIN)

enum
{
  OPEN_PATH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (AdwActionRow *row, TrioStartPage *self)
{
  const char *path = g_object_get_data (G_OBJECT (row), "path");

  g_signal_emit (self, signals[OPEN_PATH], 0, path);
}

static void
forget_clicked_cb (GtkButton *button, TrioStartPage *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), "path"));

  trio_recent_forget (self->settings, path);
  trio_start_page_refresh (self);
  gtk_widget_grab_focus (self->new_button);
}

static void
mark_missing (TrioStartPage *self, AdwActionRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  const char *path = g_object_get_data (G_OBJECT (row), "path");
  g_autofree char *where = trio_label_folder (path);
  /* Translators: %s is a folder */
  g_autofree char *subtitle = g_strdup_printf (_ ("Not found in %s"), where);

  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_icon_name (row, "dialog-warning-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "missing");

  gtk_widget_set_tooltip_text (button, _ ("Remove from the list"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove from the list"), -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (forget_clicked_cb), self);
  adw_action_row_add_suffix (row, button);
}

static void
file_info_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwActionRow) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  TrioStartPage *self;

  if (info != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TRIO_START_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (row), TRIO_TYPE_START_PAGE));
  if (self != NULL)
    mark_missing (self, row);
}

static char *
describe (const char *path, const char *iso, guint n_notes)
{
  g_autofree char *date = trio_label_date (iso);
  g_autofree char *count = trio_label_n_notes (n_notes);
  g_autofree char *where = trio_label_folder (path);

  if (*date == '\0')
    return g_strdup_printf ("%s · %s", count, where);
  return g_strdup_printf ("%s · %s · %s", date, count, where);
}

static char *
describe_next (const TrioGlance *glance)
{
  switch (trio_glance_get_next (glance))
    {
    case TRIO_NEXT_SETUP:
      return g_strdup (_ ("Next: themes and stations"));
    case TRIO_NEXT_CAPTURE:
      return g_strdup (_ ("Next: collect inputs"));
    case TRIO_NEXT_CLUSTERS:
      return g_strdup (_ ("Next: make clusters"));
    case TRIO_NEXT_SUMMARIES:
      /* Translators: how many summaries are written, of how many themes with inputs */
      return g_strdup_printf (_ ("Next: summaries, %u of %u written"), glance->n_summaries,
                              glance->n_themes);
    case TRIO_NEXT_DOCUMENTS:
      return g_strdup (_ ("Next: check the documents and send them"));
    case TRIO_NEXT_NOTHING:
      return g_strdup_printf (ngettext ("%u document sent", "%u documents sent", glance->n_sent),
                              glance->n_sent);
    case TRIO_NEXT_UNKNOWN:
    default:
      return g_strdup ("");
    }
}

static void
glance_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwActionRow) row = user_data;
  g_autoptr (TrioGlance) glance = trio_glance_read_finish (result, NULL);
  const char *path = g_object_get_data (G_OBJECT (row), "path");
  g_autofree char *facts = NULL;
  g_autofree char *next = NULL;
  g_autofree char *subtitle = NULL;

  if (glance == NULL || gtk_widget_has_css_class (GTK_WIDGET (row), "missing"))
    return;
  facts = describe (path, glance->date, glance->n_notes);
  next = describe_next (glance);
  subtitle = g_strdup_printf ("%s\n%s", facts, next);
  if (*glance->title != '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), glance->title);
  adw_action_row_set_subtitle (row, subtitle);
}

static void
add_recent (TrioStartPage *self, TrioRecent *recent)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (recent->path);
  g_autofree char *subtitle = describe (recent->path, recent->date, recent->n_notes);
  g_autoptr (GFile) file = g_file_new_for_path (recent->path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *recent->title != '\0' ? recent->title : name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, recent->path);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (recent->path), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  gtk_list_box_append (self->recent_list, row);

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_LOW, self->cancellable, file_info_cb, g_object_ref (row));
  trio_glance_read_async (recent->path, self->cancellable, glance_cb, g_object_ref (row));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TrioStartPage *self)
{
  GSList *files = g_value_get_boxed (value);
  gboolean any = FALSE;

  for (GSList *item = files; item != NULL; item = item->next)
    {
      g_autofree char *path = g_file_get_path (item->data);

      if (path == NULL)
        continue;
      g_signal_emit (self, signals[OPEN_PATH], 0, path);
      any = TRUE;
    }
  return any;
}

static void
trio_start_page_dispose (GObject *object)
{
  TrioStartPage *self = TRIO_START_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (trio_start_page_parent_class)->dispose (object);
}

static gboolean
trio_start_page_grab_focus (GtkWidget *widget)
{
  TrioStartPage *self = TRIO_START_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->recent_list, 0);

  if (row != NULL && gtk_widget_get_visible (self->recent_box))
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return gtk_widget_grab_focus (self->new_button);
}

static void
trio_start_page_class_init (TrioStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trio_start_page_dispose;
  widget_class->grab_focus = trio_start_page_grab_focus;
  trio_compat_focus_children (widget_class);

  /**
   * TrioStartPage::open-path:
   * @self: the page
   * @path: the file
   *
   * A file was chosen from the list or dropped.
   */
  signals[OPEN_PATH] = g_signal_new ("open-path", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, TrioStartPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, TrioStartPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TrioStartPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, TrioStartPage, drop_hint);
}

static void
trio_start_page_init (TrioStartPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->settings = trio_settings_dup ();
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_mend_names (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  trio_start_page_refresh (self);
}

/**
 * trio_start_page_refresh:
 * @self: the page
 *
 * Reads the list of recent workshops again.
 */
void
trio_start_page_refresh (TrioStartPage *self)
{
  g_autoptr (GPtrArray) list = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (TRIO_IS_START_PAGE (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));

  list = trio_recent_list (self->settings);
  for (guint i = 0; i < list->len; i++)
    add_recent (self, g_ptr_array_index (list, i));
  gtk_widget_set_visible (self->recent_box, list->len > 0);
}
