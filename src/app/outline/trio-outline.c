/* trio-outline.c: inputs as a list that can be worked on with keys and a screen reader.
 *
 * The list shows and edits in place. What is selected is shared with the board
 * (trio-outline-selection.c), and so is what can be done to it (TrioNoteActions).
 */
#include "config.h"

#include "app/outline/trio-outline-private.h"
#include "app/trio-compat.h"

G_DEFINE_FINAL_TYPE (TrioOutline, trio_outline, ADW_TYPE_BIN)

enum
{
  NOTICE,
  EDIT_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, TrioOutline *self)
{
  const char *name = "notes";

  if (g_list_model_get_n_items (list) == 0)
    name = trio_note_filter_is_active (trio_note_actions_get_filter (self->actions)) ? "nothing"
                                                                                     : "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
  trio_outline_renumber (self);
}

static void
activate_cb (GtkListView *view, guint position, TrioOutline *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (TRIO_IS_NOTE (item) || TRIO_IS_CLUSTER (item))
    trio_outline_edit (self, trio_object_get_id (TRIO_OBJECT (item)));
}

static void
edit_cb (TrioNoteActions *actions, gint64 note, TrioOutline *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    trio_outline_edit (self, note);
}

static void
rename_cb (TrioNoteActions *actions, gint64 cluster, TrioOutline *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->after_edit = trio_selection_get_focus (self->selected);
  trio_outline_edit (self, cluster);
}

/* The row under the pointer joins the selection before the menu speaks about "it". */
static void
right_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, TrioOutline *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, TRIO_TYPE_NOTE_ROW) : NULL;
  GdkRectangle place = { (int)x, (int)y, 1, 1 };
  guint position;

  if (row == NULL && picked != NULL && TRIO_IS_NOTE_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  if (row == NULL || self->actions == NULL || trio_note_row_is_editing (TRIO_NOTE_ROW (row)))
    return;

  position = trio_outline_get_position (TRIO_NOTE_ROW (row));
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  trio_note_actions_show_menu (self->actions, GTK_WIDGET (self), &place);
}

static void
clear_search_cb (GtkButton *button, TrioOutline *self)
{
  if (self->actions != NULL)
    trio_note_filter_reset (trio_note_actions_get_filter (self->actions));
}

static void
drop_list (TrioOutline *self)
{
  trio_outline_drop_drag (self);
  gtk_list_view_set_model (self->view, NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  trio_outline_drop_selection (self);
  g_clear_object (&self->list);
}

static void
drop_actions (TrioOutline *self)
{
  if (self->actions == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->actions, self);
  trio_note_actions_detach (self->actions, GTK_WIDGET (self));
  g_clear_object (&self->actions);
}

static void
take_actions (TrioOutline *self, TrioNoteActions *actions)
{
  self->actions = g_object_ref (actions);
  trio_note_actions_attach (actions, GTK_WIDGET (self), trio_outline_place_cb, NULL);
  g_signal_connect (actions, "edit", G_CALLBACK (edit_cb), self);
  g_signal_connect (actions, "rename", G_CALLBACK (rename_cb), self);
}

static void
trio_outline_dispose (GObject *object)
{
  TrioOutline *self = TRIO_OUTLINE (object);

  trio_outline_follow_focus (self, NULL);
  if (self->view != NULL)
    {
      drop_list (self);
      gtk_list_view_set_factory (self->view, NULL);
    }
  drop_actions (self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_outline_parent_class)->dispose (object);
}

static void
trio_outline_finalize (GObject *object)
{
  g_ptr_array_unref (TRIO_OUTLINE (object)->rows);

  G_OBJECT_CLASS (trio_outline_parent_class)->finalize (object);
}

static TrioNoteRow *
find_first_row (TrioOutline *self)
{
  TrioNoteRow *row = NULL;
  guint first = G_MAXUINT;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TrioNoteRow *candidate = g_ptr_array_index (self->rows, i);
      guint position = trio_outline_get_position (candidate);

      if (position < first && TRIO_IS_NOTE (trio_note_row_get_item (candidate)))
        {
          row = candidate;
          first = position;
        }
    }
  return row;
}

/* The selected input, else the first one that is on screen. */
static TrioNoteRow *
find_row_to_focus (TrioOutline *self)
{
  g_autoptr (GArray) selected = trio_outline_dup_selection (self);
  TrioNoteRow *row = trio_outline_find_row (self, trio_selection_get_focus (self->selected));

  if (row == NULL && selected->len > 0)
    row = trio_outline_find_row (self, g_array_index (selected, TrioId, 0));
  return row != NULL ? row : find_first_row (self);
}

static gboolean
trio_outline_grab_focus (GtkWidget *widget)
{
  TrioOutline *self = TRIO_OUTLINE (widget);
  TrioNoteRow *row = trio_outline_get_n_notes (self) > 0 ? find_row_to_focus (self) : NULL;

  return row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

/* Changes of the workshop cost nothing here while another view is looked at. */
static void
trio_outline_map (GtkWidget *widget)
{
  TrioOutline *self = TRIO_OUTLINE (widget);

  GTK_WIDGET_CLASS (trio_outline_parent_class)->map (widget);
  if (self->list == NULL)
    return;
  trio_outline_list_set_asleep (self->list, FALSE);
  trio_outline_show_selection (self);
}

static void
trio_outline_unmap (GtkWidget *widget)
{
  TrioOutline *self = TRIO_OUTLINE (widget);

  GTK_WIDGET_CLASS (trio_outline_parent_class)->unmap (widget);
  if (self->list != NULL)
    trio_outline_list_set_asleep (self->list, TRUE);
}

static void
trio_outline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (trio_outline_parent_class)->snapshot (widget, snapshot);
  trio_outline_draw_drag (TRIO_OUTLINE (widget), snapshot);
}

static void
trio_outline_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trio_outline_parent_class)->root (widget);
  trio_outline_follow_focus (TRIO_OUTLINE (widget), gtk_widget_get_root (widget));
}

static void
trio_outline_unroot (GtkWidget *widget)
{
  trio_outline_follow_focus (TRIO_OUTLINE (widget), NULL);
  GTK_WIDGET_CLASS (trio_outline_parent_class)->unroot (widget);
}

static void
trio_outline_class_init (TrioOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trio_outline_dispose;
  object_class->finalize = trio_outline_finalize;
  widget_class->grab_focus = trio_outline_grab_focus;
  trio_compat_focus_children (widget_class);
  widget_class->map = trio_outline_map;
  widget_class->unmap = trio_outline_unmap;
  widget_class->snapshot = trio_outline_snapshot;
  widget_class->root = trio_outline_root;
  widget_class->unroot = trio_outline_unroot;

  /**
   * TrioOutline::notice:
   * @self: the outline
   * @text: what was done, or why it was refused
   * @undoable: whether it can be undone
   *
   * Something is worth telling.
   */
  signals[NOTICE] = g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * TrioOutline::edit-finished:
   * @self: the outline
   *
   * An edit in place ended.
   */
  signals[EDIT_FINISHED] = g_signal_new ("edit-finished", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/trio/Stations/trio-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioOutline, stack);
  gtk_widget_class_bind_template_child (widget_class, TrioOutline, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrioOutline, view);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_cb);
}

static void
trio_outline_init (TrioOutline *self)
{
  g_autoptr (GtkListItemFactory) factory = trio_outline_create_rows (self);
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GSimpleActionGroup) none = g_simple_action_group_new ();

  /* GTK links the list to the actions of its parents once, before the real ones come. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (none));
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_hide_unseen (GTK_WIDGET (self->stack));

  gtk_list_view_set_factory (self->view, factory);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  trio_outline_install_anchor (self);
  trio_outline_install_drag (self);
}

/**
 * trio_outline_show:
 * @self: the outline
 * @actions: (nullable): what can be done to the inputs; with it come workshop, selection and
 *   filter
 * @station: number of a station's object, 0 for all stations
 *
 * Shows the inputs of a station or of all stations; without @actions nothing.
 */
void
trio_outline_show (TrioOutline *self, TrioNoteActions *actions, TrioId station)
{
  g_return_if_fail (TRIO_IS_OUTLINE (self));

  drop_list (self);
  if (self->actions != actions)
    {
      drop_actions (self);
      if (actions != NULL)
        take_actions (self, actions);
    }
  self->selected
      = actions != NULL ? g_object_ref (trio_note_actions_get_selection (actions)) : NULL;
  g_clear_object (&self->model);
  if (self->selected != NULL)
    self->model = g_object_ref (trio_selection_get_model (self->selected));
  if (actions == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  self->list = trio_outline_list_new (self->model, station, trio_note_actions_get_filter (actions),
                                      !gtk_widget_get_mapped (GTK_WIDGET (self)));
  trio_outline_follow_selection (self);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (G_LIST_MODEL (self->list), 0, 0, 0, self);
}

/**
 * trio_outline_show_note:
 * @self: the outline
 * @note: number of an input
 *
 * Scrolls until the input can be seen; the focus stays where it is.
 */
void
trio_outline_show_note (TrioOutline *self, TrioId note)
{
  guint position;

  g_return_if_fail (TRIO_IS_OUTLINE (self));

  if (self->list == NULL)
    return;

  trio_outline_list_flush (self->list);
  position = trio_outline_list_find (self->list, note);
  if (position != G_MAXUINT)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/**
 * trio_outline_dup_selection:
 * @self: the outline
 *
 * Returns: (transfer full) (element-type TrioId): the selected inputs in the order of the list
 */
GArray *
trio_outline_dup_selection (TrioOutline *self)
{
  g_return_val_if_fail (TRIO_IS_OUTLINE (self), NULL);

  if (self->selected == NULL)
    return g_array_new (FALSE, FALSE, sizeof (TrioId));
  return trio_selection_dup_ids (self->selected);
}

/**
 * trio_outline_select:
 * @self: the outline
 * @note: number of an input
 *
 * Selects one input and no other.
 */
void
trio_outline_select (TrioOutline *self, TrioId note)
{
  g_return_if_fail (TRIO_IS_OUTLINE (self));

  if (self->selected != NULL)
    trio_selection_set_one (self->selected, note);
}

/**
 * trio_outline_edit:
 * @self: the outline
 * @object: number of an input or of a cluster
 *
 * Opens the words of an input, or the title of a cluster, for editing in place.
 *
 * Returns: whether it is in the list
 */
gboolean
trio_outline_edit (TrioOutline *self, TrioId object)
{
  g_return_val_if_fail (TRIO_IS_OUTLINE (self), FALSE);

  if (self->list == NULL || trio_model_get_read_only (self->model))
    return FALSE;
  trio_outline_list_flush (self->list);
  if (trio_outline_list_find (self->list, object) == G_MAXUINT)
    return FALSE;
  trio_outline_want (self, object, TRUE);
  return TRUE;
}

/**
 * trio_outline_flush:
 * @self: the outline
 *
 * Takes over changes of the workshop at once instead of before the next frame.
 */
void
trio_outline_flush (TrioOutline *self)
{
  g_return_if_fail (TRIO_IS_OUTLINE (self));

  if (self->list != NULL)
    trio_outline_list_flush (self->list);
}

/**
 * trio_outline_get_n_notes:
 * @self: the outline
 *
 * Returns: how many inputs are listed
 */
guint
trio_outline_get_n_notes (TrioOutline *self)
{
  g_return_val_if_fail (TRIO_IS_OUTLINE (self), 0);

  trio_outline_flush (self);
  return self->list != NULL ? trio_outline_list_get_n_notes (self->list) : 0;
}

/**
 * trio_outline_finish_edit:
 * @self: the outline
 *
 * Keeps an edit in place that is under way.
 */
void
trio_outline_finish_edit (TrioOutline *self)
{
  g_return_if_fail (TRIO_IS_OUTLINE (self));

  for (guint i = 0; i < self->rows->len; i++)
    trio_note_row_finish_edit (g_ptr_array_index (self->rows, i));
}
