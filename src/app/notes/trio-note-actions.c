/* trio-note-actions.c: what can be done to the selected inputs and their clusters.
 *
 * This file holds the group and knows the views; what the actions do stands in
 * trio-note-actions-notes.c, -clusters.c, -votes.c and -new.c, when they can be done in
 * -state.c, their keys in -keys.c and their menu in trio-note-menu.c.
 */
#include "config.h"

#include "app/notes/trio-note-actions-private.h"

#include <glib/gi18n.h>

#include "model/trio-reading-order.h"

/* A widget in which the actions can be used. */
typedef struct
{
  GtkWidget *widget;
  TrioNotePlaceFunc place;
  gpointer user_data;
  GtkEventController *keys;
} View;

G_DEFINE_FINAL_TYPE (TrioNoteActions, trio_note_actions, G_TYPE_OBJECT)

enum
{
  EDIT,
  RENAME,
  CREATE,
  NOTICE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define MAX_AT_ONCE 200

static gboolean
update_cb (gpointer user_data)
{
  TrioNoteActions *self = user_data;

  self->idle = 0;
  trio_note_actions_update (self);
  return G_SOURCE_REMOVE;
}

/* A commit can follow a commit; the menu is asked for later than either. */
static void
queue_update (TrioNoteActions *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

/* A small selection is looked at at once, for whoever acts right after selecting. */
static void
selection_changed_cb (TrioNoteActions *self)
{
  if (trio_selection_get_size (self->selection) <= MAX_AT_ONCE)
    trio_note_actions_update (self);
  else
    queue_update (self);
}

static void
view_destroyed_cb (GtkWidget *widget, TrioNoteActions *self)
{
  trio_note_actions_detach (self, widget);
}

static void
trio_note_actions_dispose (GObject *object)
{
  TrioNoteActions *self = TRIO_NOTE_ACTIONS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->asking, g_source_remove);
  while (self->views->len > 0)
    trio_note_actions_detach (self, ((View *)g_ptr_array_index (self->views, 0))->widget);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (trio_note_actions_parent_class)->dispose (object);
}

static void
trio_note_actions_finalize (GObject *object)
{
  g_ptr_array_unref (TRIO_NOTE_ACTIONS (object)->views);

  G_OBJECT_CLASS (trio_note_actions_parent_class)->finalize (object);
}

static void
trio_note_actions_class_init (TrioNoteActionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = trio_note_actions_dispose;
  object_class->finalize = trio_note_actions_finalize;

  /**
   * TrioNoteActions::edit:
   * @self: the actions
   * @note: number of an input
   *
   * The words of an input are to be edited in place.
   */
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT64);
  /**
   * TrioNoteActions::rename:
   * @self: the actions
   * @cluster: number of a cluster
   *
   * The title of a cluster is to be edited in place.
   */
  signals[RENAME] = g_signal_new ("rename", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * TrioNoteActions::create:
   * @self: the actions
   *
   * A new input is to be begun.
   */
  signals[CREATE]
      = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioNoteActions::notice:
   * @self: the actions
   * @text: what was done, or why it was refused
   * @undoable: whether it can be undone
   *
   * Something is worth telling.
   */
  signals[NOTICE] = g_signal_new ("notice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
trio_note_actions_init (TrioNoteActions *self)
{
  self->views = g_ptr_array_new_with_free_func (g_free);
  self->group = g_simple_action_group_new ();
  trio_note_actions_add_note_actions (self);
  trio_note_actions_add_cluster_actions (self);
  trio_note_actions_add_vote_actions (self);
  trio_note_actions_add_new_actions (self);
}

/**
 * trio_note_actions_tell:
 * @self: the actions
 * @text: what was done, or why it was refused
 * @undoable: whether it can be undone
 *
 * Tells whoever shows messages.
 */
void
trio_note_actions_tell (TrioNoteActions *self, const char *text, gboolean undoable)
{
  g_signal_emit (self, signals[NOTICE], 0, text, undoable);
}

/**
 * trio_note_actions_tell_result:
 * @self: the actions
 * @done: whether a command succeeded
 * @text: what it did
 * @error: (nullable): why it did not
 *
 * Tells how a command ended.
 *
 * Returns: @done
 */
gboolean
trio_note_actions_tell_result (TrioNoteActions *self,
                               gboolean done,
                               const char *text,
                               const GError *error)
{
  trio_note_actions_tell (self, done ? text : error->message, done);
  return done;
}

/**
 * trio_note_actions_get_view:
 * @self: the actions
 * @place: (out) (optional): where in it the focus is
 *
 * Returns: (transfer none) (nullable): the view that is used now
 */
GtkWidget *
trio_note_actions_get_view (TrioNoteActions *self, GdkRectangle *place)
{
  View *best = NULL;

  for (guint i = 0; i < self->views->len; i++)
    {
      View *view = g_ptr_array_index (self->views, i);

      if (!gtk_widget_get_mapped (view->widget))
        continue;
      if (best == NULL || gtk_widget_get_focus_child (view->widget) != NULL
          || gtk_widget_has_focus (view->widget))
        best = view;
    }
  if (best == NULL)
    return NULL;
  if (place != NULL)
    {
      *place = (GdkRectangle){ 24, 24, 1, 1 };
      best->place (best->widget, place, best->user_data);
    }
  return best->widget;
}

/**
 * trio_note_actions_dup_targets:
 * @self: the actions
 *
 * Returns: (transfer full) (element-type TrioId): the inputs that an action is done to, in
 *   reading order: the selected ones, else the one with the focus
 */
GArray *
trio_note_actions_dup_targets (TrioNoteActions *self)
{
  GArray *ids = trio_selection_dup_ids (self->selection);
  TrioId focus = trio_selection_get_focus (self->selection);

  if (ids->len == 0 && focus != 0)
    g_array_append_val (ids, focus);
  return ids;
}

/**
 * trio_note_actions_new:
 * @selection: what the actions work on
 * @filter: which inputs are shown
 *
 * Returns: (transfer full): new actions
 */
TrioNoteActions *
trio_note_actions_new (TrioSelection *selection, TrioNoteFilter *filter)
{
  TrioNoteActions *self;

  g_return_val_if_fail (TRIO_IS_SELECTION (selection), NULL);
  g_return_val_if_fail (TRIO_IS_NOTE_FILTER (filter), NULL);

  self = g_object_new (TRIO_TYPE_NOTE_ACTIONS, NULL);
  self->selection = g_object_ref (selection);
  self->filter = g_object_ref (filter);
  self->model = g_object_ref (trio_selection_get_model (selection));
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (selection, "focus-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (self->model, "committed", G_CALLBACK (queue_update), self);
  trio_note_actions_update (self);
  return self;
}

/**
 * trio_note_actions_get_selection:
 * @self: the actions
 *
 * Returns: (transfer none): what they work on
 */
TrioSelection *
trio_note_actions_get_selection (TrioNoteActions *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_ACTIONS (self), NULL);

  return self->selection;
}

/**
 * trio_note_actions_get_filter:
 * @self: the actions
 *
 * Returns: (transfer none): which inputs are shown
 */
TrioNoteFilter *
trio_note_actions_get_filter (TrioNoteActions *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_ACTIONS (self), NULL);

  return self->filter;
}

/**
 * trio_note_actions_get_group:
 * @self: the actions
 *
 * Brings the group up to date and gives it, for tests and for widgets elsewhere.
 *
 * Returns: (transfer none): the actions without prefix
 */
GActionGroup *
trio_note_actions_get_group (TrioNoteActions *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_ACTIONS (self), NULL);

  trio_note_actions_update (self);
  return G_ACTION_GROUP (self->group);
}

/**
 * trio_note_actions_set_station:
 * @self: the actions
 * @station: number of a station, 0 for all stations
 *
 * Says which inputs are on view, for what is done by number and for what is selected next.
 */
void
trio_note_actions_set_station (TrioNoteActions *self, TrioId station)
{
  g_return_if_fail (TRIO_IS_NOTE_ACTIONS (self));

  self->station = station;
  queue_update (self);
}

/**
 * trio_note_actions_get_station:
 * @self: the actions
 *
 * Returns: number of the station on view, 0 for all stations
 */
TrioId
trio_note_actions_get_station (TrioNoteActions *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_ACTIONS (self), 0);

  return self->station;
}

/**
 * trio_note_actions_set_draft:
 * @self: the actions
 * @draft: role, colour, round and state of new inputs
 *
 * Says what is chosen for new inputs, so that it holds wherever they are made.
 */
void
trio_note_actions_set_draft (TrioNoteActions *self, const TrioNoteDraft *draft)
{
  g_return_if_fail (TRIO_IS_NOTE_ACTIONS (self));

  self->draft = *draft;
  self->draft.text = NULL;
}

/**
 * trio_note_actions_fill_draft:
 * @self: the actions
 * @draft: an input to be added
 *
 * Gives it what is chosen for new inputs.
 */
void
trio_note_actions_fill_draft (TrioNoteActions *self, TrioNoteDraft *draft)
{
  g_return_if_fail (TRIO_IS_NOTE_ACTIONS (self));

  draft->role = self->draft.role;
  draft->colour = self->draft.colour;
  draft->practice = self->draft.practice;
  draft->round
      = trio_model_get_record (self->model, self->draft.round) != NULL ? self->draft.round : 0;
}

/**
 * trio_note_actions_attach:
 * @self: the actions
 * @view: a widget that shows inputs and can be the parent of a popover
 * @place: tells where the focus is in it
 * @user_data: data for @place
 *
 * Makes the actions work in a view: as "board.…", by their keys while the focus is in it (never
 * while words are typed), and by the menu key.
 */
void
trio_note_actions_attach (TrioNoteActions *self,
                          GtkWidget *view,
                          TrioNotePlaceFunc place,
                          gpointer user_data)
{
  View *entry;

  g_return_if_fail (TRIO_IS_NOTE_ACTIONS (self));
  g_return_if_fail (GTK_IS_WIDGET (view));

  entry = g_new0 (View, 1);
  entry->widget = view;
  entry->place = place;
  entry->user_data = user_data;
  g_ptr_array_add (self->views, entry);
  g_signal_connect (view, "destroy", G_CALLBACK (view_destroyed_cb), self);
  gtk_widget_insert_action_group (view, "board", G_ACTION_GROUP (self->group));
  entry->keys = trio_note_actions_create_keys (self);
  gtk_widget_add_controller (view, entry->keys);
}

/**
 * trio_note_actions_detach:
 * @self: the actions
 * @view: a view they were attached to
 *
 * Takes the actions away from a view, such as before it shows another workshop.
 */
void
trio_note_actions_detach (TrioNoteActions *self, GtkWidget *view)
{
  g_return_if_fail (TRIO_IS_NOTE_ACTIONS (self));

  for (guint i = 0; i < self->views->len; i++)
    {
      View *entry = g_ptr_array_index (self->views, i);

      if (entry->widget != view)
        continue;
      if (self->popover != NULL && gtk_widget_get_parent (self->popover) == view)
        trio_note_actions_close_popover (self);
      g_signal_handlers_disconnect_by_func (view, view_destroyed_cb, self);
      gtk_widget_insert_action_group (view, "board", NULL);
      gtk_widget_remove_controller (view, entry->keys);
      g_ptr_array_remove_index (self->views, i);
      return;
    }
}
