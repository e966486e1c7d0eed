/* trio-note-actions-new.c: new inputs, pasted ones, and selecting all. */
#include "config.h"

#include "app/notes/trio-note-actions-private.h"

#include <glib/gi18n.h>

#include "app/notes/trio-note-drop.h"

static void
new_note_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_note_actions_ask (user_data, "create", 0);
}

/* Beside the input with the focus: at the end of its cluster, or of its station. */
static gboolean
find_place (TrioNoteActions *self, TrioNotePlace *place)
{
  TrioId focus = trio_selection_get_focus (self->selection);
  TrioId cluster = trio_selection_get_focus_cluster (self->selection);
  const TrioRecord *note = focus != 0 ? trio_model_get_record (self->model, focus) : NULL;
  const TrioRecord *frame = cluster != 0 ? trio_model_get_record (self->model, cluster) : NULL;

  *place = (TrioNotePlace){ .station = self->station };
  if (note != NULL)
    {
      place->station = trio_record_get_ref (note, TRIO_NOTE_STATION);
      place->cluster = trio_record_get_ref (note, TRIO_NOTE_CLUSTER);
    }
  else if (frame != NULL)
    {
      place->station = trio_record_get_ref (frame, TRIO_CLUSTER_STATION);
      place->cluster = cluster;
    }
  return place->station != 0;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioNoteActions) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkWidget *view = trio_note_actions_get_view (self, NULL);
  TrioNotePlace place;

  if (text == NULL || view == NULL)
    return;
  if (find_place (self, &place))
    trio_note_drop_take_text (view, self, text, &place, NULL, NULL);
  else
    trio_note_actions_tell (self, _ ("Select an input beside which it shall go."), FALSE);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  GtkWidget *view = trio_note_actions_get_view (self, NULL);

  if (view != NULL)
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, pasted_cb,
                                   g_object_ref (self));
}

static void
select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) notes = trio_note_actions_dup_shown (self);

  trio_selection_set (self->selection, TRIO_IDS (notes), notes->len);
}

/**
 * trio_note_actions_add_new_actions:
 * @self: the actions
 *
 * Adds the actions that need no selection to the group.
 */
void
trio_note_actions_add_new_actions (TrioNoteActions *self)
{
  static const GActionEntry entries[] = {
    { "new-note", new_note_cb },
    { "paste", paste_cb },
    { "select-all", select_all_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
}
