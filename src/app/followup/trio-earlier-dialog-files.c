/* trio-earlier-dialog-files.c: the files of the folder, each with what is in it or why it cannot be
 * read. Copies of an event are there, but not chosen. */
#include "config.h"

#include "app/followup/trio-earlier-dialog-private.h"

#include <glib/gi18n.h>

#include "app/trio-labels.h"

static GtkWidget *
check_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "check");
}

static gboolean
is_own (TrioEarlierDialog *self, const TrioEarlierFile *file)
{
  return trio_uuid_equal (&trio_snapshot_get_workshop (file->snapshot)->uuid,
                          &trio_model_get_workshop_record (self->model)->uuid);
}

static char *
dup_relative (TrioEarlierDialog *self, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *relative = g_file_get_relative_path (folder, file);

  return relative != NULL ? g_filename_display_name (relative) : g_filename_display_basename (path);
}

static char *
dup_facts (TrioEarlierDialog *self, const TrioEarlierFile *file)
{
  const TrioRecord *workshop = trio_snapshot_get_workshop (file->snapshot);
  g_autofree char *date = trio_label_date (trio_record_get_text (workshop, TRIO_WORKSHOP_START));
  guint n_themes = trio_snapshot_get_all (file->snapshot, TRIO_KIND_THEME)->len;
  guint n_notes = trio_snapshot_get_all (file->snapshot, TRIO_KIND_NOTE)->len;
  g_autofree char *themes
      = g_strdup_printf (ngettext ("%u theme", "%u themes", n_themes), n_themes);
  g_autofree char *notes = trio_label_n_notes (n_notes);
  g_autofree char *name = dup_relative (self, file->path);
  GString *facts = g_string_new (NULL);

  if (date != NULL && *date != '\0')
    g_string_append_printf (facts, "%s · ", date);
  g_string_append_printf (facts, "%s · %s · %s", themes, notes, name);
  if (is_own (self, file))
    g_string_append_printf (facts, "\n%s", _ ("A copy of this workshop"));
  else if (file->same_as >= 0)
    {
      const TrioEarlierFile *other = self->files->pdata[file->same_as];
      g_autofree char *other_name = dup_relative (self, other->path);

      g_string_append_c (facts, '\n');
      /* Translators: %s is the name of another file */
      g_string_append_printf (facts, _ ("The same event as in “%s”"), other_name);
    }
  return g_string_free (facts, FALSE);
}

/**
 * trio_earlier_dialog_add_file:
 * @self: the dialog
 * @file: one of its files
 *
 * Adds a row for a file, with a check mark if it can be chosen.
 */
void
trio_earlier_dialog_add_file (TrioEarlierDialog *self, const TrioEarlierFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = dup_relative (self, file->path);
  const char *title = name;
  g_autofree char *facts = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (file->snapshot == NULL)
    {
      facts = g_strdup (file->problem);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_widget_add_css_class (row, "trio-unreadable");
    }
  else
    {
      GtkWidget *check = gtk_check_button_new ();
      const char *own
          = trio_record_get_text (trio_snapshot_get_workshop (file->snapshot), TRIO_WORKSHOP_TITLE);

      title = *own != '\0' ? own : name;
      facts = dup_facts (self, file);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   file->same_as < 0 && !is_own (self, file));
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      g_object_set_data (G_OBJECT (row), "check", check);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (trio_earlier_dialog_choice_changed),
                                self);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->events_group, row);
  g_ptr_array_add (self->rows, row);
}

/**
 * trio_earlier_dialog_clear_files:
 * @self: the dialog
 *
 * Forgets the files that were read.
 */
void
trio_earlier_dialog_clear_files (TrioEarlierDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->events_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->files, g_ptr_array_unref);
}

/**
 * trio_earlier_dialog_get_row:
 * @self: the dialog
 * @index: number of a file, from 0
 *
 * Returns: (transfer none) (nullable): its row
 */
GtkWidget *
trio_earlier_dialog_get_row (TrioEarlierDialog *self, guint index)
{
  g_return_val_if_fail (TRIO_IS_EARLIER_DIALOG (self), NULL);

  return index < self->rows->len ? self->rows->pdata[index] : NULL;
}

/**
 * trio_earlier_dialog_list_events:
 * @self: the dialog
 *
 * Returns: (transfer full) (element-type TrioSnapshot): the events that are chosen
 */
GPtrArray *
trio_earlier_dialog_list_events (TrioEarlierDialog *self)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_snapshot_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *check = check_of (self->rows->pdata[i]);
      const TrioEarlierFile *file = self->files->pdata[i];

      if (check != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_ptr_array_add (events, trio_snapshot_ref (file->snapshot));
    }
  return events;
}
