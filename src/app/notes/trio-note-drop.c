/* trio-note-drop.c: text and files that other programs drop on a view of inputs.
 *
 * A text becomes inputs at the place, a file is looked at before it is imported, and a workshop
 * is opened.
 */
#include "config.h"

#include "app/notes/trio-note-drop.h"

#include <string.h>

#include <glib/gi18n.h>

#include "exchange/trio-import.h"

/**
 * trio_note_drop_target_new:
 *
 * Returns: (transfer full): what takes files and text
 */
GtkDropTarget *
trio_note_drop_target_new (void)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  return target;
}

/**
 * trio_note_drop_take_files:
 * @view: the view
 * @value: what was dropped
 *
 * Opens a workshop, and shows what any other file would bring.
 *
 * Returns: whether it was a file that can be read
 */
gboolean
trio_note_drop_take_files (GtkWidget *view, const GValue *value)
{
  g_autoptr (GSList) files = NULL;
  g_autofree char *path = NULL;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  path = files != NULL ? g_file_get_path (files->data) : NULL;
  if (path == NULL)
    return FALSE;
  if (g_str_has_suffix (path, ".trio"))
    {
      GFile *file = files->data;

      g_application_open (g_application_get_default (), &file, 1, "");
      return TRUE;
    }
  return gtk_widget_activate_action (view, "win.import-file", "s", path);
}

static gboolean
add (TrioNoteActions *actions,
     const TrioNoteDraft *drafts,
     guint n,
     const TrioNotePlace *place,
     TrioNoteLayFunc lay,
     gpointer user_data)
{
  TrioSelection *selection = trio_note_actions_get_selection (actions);
  g_autofree TrioId *ids = g_new0 (TrioId, n);
  g_autofree TrioSpot *spots = lay != NULL ? g_new0 (TrioSpot, n) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; spots != NULL && i < n; i++)
    lay (i, &spots[i], user_data);
  if (!trio_command_add_notes_at (trio_selection_get_model (selection), place, drafts, spots, n,
                                  ids, &error))
    {
      trio_note_actions_tell (actions, error->message, FALSE);
      return FALSE;
    }
  trio_selection_set (selection, ids, n);
  text = g_strdup_printf (ngettext ("%u input added", "%u inputs added", n), n);
  trio_note_actions_tell (actions, text, TRUE);
  return TRUE;
}

static gboolean
names_clusters (const TrioImportPlan *plan)
{
  for (guint i = 0; i < plan->entries->len; i++)
    if (g_array_index (plan->entries, TrioImportEntry, i).cluster != NULL)
      return TRUE;
  return FALSE;
}

/**
 * trio_note_drop_take_text:
 * @view: the view
 * @actions: the actions of the view, whose messages and choices for new inputs are used
 * @text: what was dropped
 * @place: where
 * @lay: (nullable): where they lie on the board, for a place outside clusters
 * @user_data: data for @lay
 *
 * Makes each line of a text an input at a place, all in one step. A text that names stations, or
 * in which something cannot be used, is shown first.
 *
 * Returns: whether something was made of it
 */
gboolean
trio_note_drop_take_text (GtkWidget *view,
                          TrioNoteActions *actions,
                          const char *text,
                          const TrioNotePlace *place,
                          TrioNoteLayFunc lay,
                          gpointer user_data)
{
  TrioModel *model = trio_selection_get_model (trio_note_actions_get_selection (actions));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (TrioImportPlan) plan = NULL;
  g_autoptr (GArray) drafts = g_array_new (FALSE, TRUE, sizeof (TrioNoteDraft));
  TrioNoteDraft draft = { .text = stripped, .source = TRIO_SOURCE_PASTED };

  if (*stripped == '\0')
    return FALSE;
  trio_note_actions_fill_draft (actions, &draft);
  /* One line is taken as it is: a person has chosen exactly these words. */
  if (strpbrk (stripped, "\r\n") == NULL)
    return add (actions, &draft, 1, place, lay, user_data);
  plan = trio_import_read_list (model, place->station, text);
  if (plan == NULL || names_clusters (plan))
    return gtk_widget_activate_action (view, "win.import-text", "s", text);
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const TrioImportEntry *entry = &g_array_index (plan->entries, TrioImportEntry, i);

      draft.text = entry->text;
      if (entry->role != TRIO_ROLE_NONE)
        draft.role = entry->role;
      g_array_append_val (drafts, draft);
    }
  return add (actions, (const TrioNoteDraft *)(gpointer)drafts->data, drafts->len, place, lay,
              user_data);
}
