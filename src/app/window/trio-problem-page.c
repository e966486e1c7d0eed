/* trio-problem-page.c: why a file could not be opened, and what can be done.
 *
 * The store's message explains; this page offers only what helps with that kind of problem.
 */
#include "config.h"

#include "app/window/trio-problem-page.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "base/trio-error.h"
#include "store/trio-store.h"

struct _TrioProblemPage
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkLabel *heading;
  GtkLabel *message;
  GtkWidget *back_button;
  GtkWidget *retry_button;
  GtkWidget *read_only_button;
  GtkWidget *copy_button;
  GtkWidget *backups_box;
  GtkListBox *backups;
};

G_DEFINE_FINAL_TYPE (TrioProblemPage, trio_problem_page, ADW_TYPE_BIN)

enum
{
  RETRY,
  OPEN_READ_ONLY,
  OPEN_COPY,
  RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
heading_for (const GError *error)
{
  if (error->domain != TRIO_ERROR)
    return _ ("The File Could Not Be Opened");

  switch ((TrioError)error->code)
    {
    case TRIO_ERROR_LOCKED:
      return _ ("The File Is in Use");
    case TRIO_ERROR_NEWER:
      return _ ("The File Is from a Newer Version");
    case TRIO_ERROR_FOREIGN:
      return _ ("This Is Not a Workshop File");
    case TRIO_ERROR_DAMAGED:
      return _ ("The File Is Damaged");
    case TRIO_ERROR_NOT_FOUND:
      return _ ("The File Is Not There");
    default:
      return _ ("The File Could Not Be Opened");
    }
}

static gboolean
is_kind (const GError *error, TrioError code)
{
  return g_error_matches (error, TRIO_ERROR, (int)code);
}

static void
retry_cb (GtkButton *button, TrioProblemPage *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
read_only_cb (GtkButton *button, TrioProblemPage *self)
{
  g_signal_emit (self, signals[OPEN_READ_ONLY], 0);
}

static void
copy_cb (GtkButton *button, TrioProblemPage *self)
{
  g_signal_emit (self, signals[OPEN_COPY], 0);
}

static void
backup_activated_cb (AdwActionRow *row, TrioProblemPage *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (row), "path"));

  g_signal_emit (self, signals[RESTORE], 0, path);
}

static void
add_backup (TrioProblemPage *self, TrioBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (backup->time / G_TIME_SPAN_SECOND);
  g_autofree char *day = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%H:%M") : NULL;
  g_autofree char *date = trio_label_date (day);
  g_autofree char *title
      /* Translators: when an earlier state was kept: date and time of day */
      = clock != NULL ? g_strdup_printf (_ ("%s at %s"), date, clock) : g_strdup (backup->path);
  g_autofree char *size = g_format_size ((guint64)backup->size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (backup->path), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (backup_activated_cb), self);
  gtk_list_box_append (self->backups, row);
}

static gboolean
trio_problem_page_grab_focus (GtkWidget *widget)
{
  TrioProblemPage *self = TRIO_PROBLEM_PAGE (widget);
  GtkWidget *helpful[] = { self->read_only_button, self->copy_button, self->retry_button };
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->backups, 0);

  for (guint i = 0; i < G_N_ELEMENTS (helpful); i++)
    if (gtk_widget_get_visible (helpful[i]))
      return gtk_widget_grab_focus (helpful[i]);
  if (row != NULL && gtk_widget_get_visible (self->backups_box))
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return gtk_widget_grab_focus (self->back_button);
}

static void
trio_problem_page_class_init (TrioProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  widget_class->grab_focus = trio_problem_page_grab_focus;
  trio_compat_focus_children (widget_class);

  /**
   * TrioProblemPage::retry:
   * @self: the page
   *
   * The file is to be opened once more.
   */
  signals[RETRY]
      = g_signal_new ("retry", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioProblemPage::open-read-only:
   * @self: the page
   *
   * The file is to be opened without the right to change it.
   */
  signals[OPEN_READ_ONLY] = g_signal_new ("open-read-only", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  /**
   * TrioProblemPage::open-copy:
   * @self: the page
   *
   * A copy of the file is to be made and opened.
   */
  signals[OPEN_COPY]
      = g_signal_new ("open-copy", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioProblemPage::restore:
   * @self: the page
   * @backup: path of an earlier state
   *
   * An earlier state is to be restored and opened.
   */
  signals[RESTORE] = g_signal_new ("restore", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioProblemPage, title);
  gtk_widget_class_bind_template_child (widget_class, TrioProblemPage, heading);
  gtk_widget_class_bind_template_child (widget_class, TrioProblemPage, message);
  gtk_widget_class_bind_template_child (widget_class, TrioProblemPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, TrioProblemPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, TrioProblemPage, read_only_button);
  gtk_widget_class_bind_template_child (widget_class, TrioProblemPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TrioProblemPage, backups_box);
  gtk_widget_class_bind_template_child (widget_class, TrioProblemPage, backups);
}

static void
trio_problem_page_init (TrioProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_mend_names (GTK_WIDGET (self));
  g_signal_connect (self->retry_button, "clicked", G_CALLBACK (retry_cb), self);
  g_signal_connect (self->read_only_button, "clicked", G_CALLBACK (read_only_cb), self);
  g_signal_connect (self->copy_button, "clicked", G_CALLBACK (copy_cb), self);
}

/**
 * trio_problem_page_new:
 * @path: the file that could not be opened
 * @error: why
 *
 * Returns: (transfer floating): a new page with the earlier states of the file, if it has any
 */
GtkWidget *
trio_problem_page_new (const char *path, const GError *error)
{
  TrioProblemPage *self = g_object_new (TRIO_TYPE_PROBLEM_PAGE, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GPtrArray) backups = trio_store_list_backups (path, NULL);
  gboolean is_foreign = is_kind (error, TRIO_ERROR_FOREIGN);

  adw_window_title_set_title (self->title, name);
  gtk_label_set_label (self->heading, heading_for (error));
  gtk_label_set_label (self->message, error->message);

  gtk_widget_set_visible (self->retry_button, !is_foreign && !is_kind (error, TRIO_ERROR_NEWER)
                                                  && !is_kind (error, TRIO_ERROR_DAMAGED));
  gtk_widget_set_visible (self->read_only_button, is_kind (error, TRIO_ERROR_NEWER)
                                                      || is_kind (error, TRIO_ERROR_READ_ONLY)
                                                      || is_kind (error, TRIO_ERROR_NO_SPACE));
  gtk_widget_set_visible (self->copy_button, is_kind (error, TRIO_ERROR_LOCKED));

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    add_backup (self, g_ptr_array_index (backups, i));
  gtk_widget_set_visible (self->backups_box, !is_foreign && backups != NULL && backups->len > 0);
  return GTK_WIDGET (self);
}
