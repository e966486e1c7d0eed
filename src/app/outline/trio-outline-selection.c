/* trio-outline-selection.c: keeps the list's selection and focus and the shared ones the same.
 *
 * The shared selection knows inputs, the list knows positions. While the list is rebuilt the
 * shared one decides, so that an input that moves stays selected.
 */
#include "config.h"

#include "app/outline/trio-outline-private.h"

/* How often a row is looked for, and after how many milliseconds each time. */
#define MAX_TRIES 60
#define TRY_AFTER 40

static void
take_over_cb (GtkSelectionModel *selection, guint position, guint n_items, TrioOutline *self)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GtkBitset) set = NULL;
  GtkBitsetIter iter;
  guint at;

  if (self->is_syncing)
    return;

  ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  set = gtk_selection_model_get_selection (selection);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, set, &at); more;
       more = gtk_bitset_iter_next (&iter, &at))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->list), at);

      if (TRIO_IS_NOTE (item))
        {
          TrioId id = trio_object_get_id (TRIO_OBJECT (item));

          g_array_append_val (ids, id);
        }
    }
  self->is_syncing = TRUE;
  trio_selection_set (self->selected, (const TrioId *)(gpointer)ids->data, ids->len);
  self->is_syncing = FALSE;
  self->has_anchor = TRUE;
}

/**
 * trio_outline_show_selection:
 * @self: the outline
 *
 * Selects in the list what is selected; while nobody sees it, nothing.
 */
void
trio_outline_show_selection (TrioOutline *self)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GArray) ids = NULL;

  if (self->is_syncing || self->selection == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  trio_outline_list_flush (self->list);
  ids = trio_selection_dup_ids (self->selected);
  for (guint i = 0; i < ids->len; i++)
    {
      guint position = trio_outline_list_find (self->list, g_array_index (ids, TrioId, i));

      if (position != G_MAXUINT)
        gtk_bitset_add (chosen, position);
    }
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
  self->is_syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
  self->is_syncing = FALSE;
  self->has_anchor = FALSE;
}

static void
before_items_changed_cb (GListModel *list, guint at, guint removed, guint added, TrioOutline *self)
{
  self->is_syncing = TRUE;
}

static void
after_items_changed_cb (GListModel *list, guint at, guint removed, guint added, TrioOutline *self)
{
  self->is_syncing = FALSE;
  trio_outline_show_selection (self);
  /* A row that was taken away while it had the focus has left it nowhere. */
  if (removed > 0 && self->has_focus && self->wanted == 0
      && trio_selection_get_focus (self->selected) != 0)
    trio_outline_want (self, trio_selection_get_focus (self->selected), FALSE);
}

static TrioNoteRow *
find_focused_row (TrioOutline *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  GtkWidget *child = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return NULL;
  child = gtk_widget_get_ancestor (focus, TRIO_TYPE_NOTE_ROW);
  if (child == NULL)
    child = gtk_widget_get_first_child (focus);
  return TRIO_IS_NOTE_ROW (child) ? TRIO_NOTE_ROW (child) : NULL;
}

static void
focus_moved_cb (TrioOutline *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  TrioNoteRow *row = find_focused_row (self);
  GObject *item = row != NULL ? trio_note_row_get_item (row) : NULL;

  /* Between two focuses there is none for a moment, such as while a row goes. */
  if (focus != NULL)
    self->has_focus = gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
  if (self->selected == NULL || item == NULL || self->is_syncing)
    return;
  self->is_syncing = TRUE;
  if (TRIO_IS_NOTE (item))
    trio_selection_set_focus (self->selected, trio_object_get_id (TRIO_OBJECT (item)));
  else
    trio_selection_set_focus_cluster (self->selected, TRIO_IS_CLUSTER (item)
                                                          ? trio_object_get_id (TRIO_OBJECT (item))
                                                          : 0);
  self->is_syncing = FALSE;
}

static void
shared_focus_cb (TrioSelection *selected, TrioOutline *self)
{
  TrioId focus = trio_selection_get_focus (selected);

  if (!self->is_syncing && focus != 0 && self->has_focus)
    trio_outline_want (self, focus, FALSE);
}

/* The list selects one row in its own way, and goes on from there with Shift. */
static void
select_row (TrioOutline *self, TrioNoteRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.select-item", "(ubb)",
                              trio_outline_get_position (row), FALSE, FALSE);
}

static void
focus_row (TrioOutline *self, TrioNoteRow *row)
{
  GObject *item = trio_note_row_get_item (row);

  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  if (!TRIO_IS_NOTE (item) || trio_selection_get_size (self->selected) != 1
      || !trio_selection_contains (self->selected, trio_object_get_id (TRIO_OBJECT (item))))
    return;
  self->is_syncing = TRUE;
  select_row (self, row);
  self->is_syncing = FALSE;
  self->has_anchor = TRUE;
}

/* What was not selected in the list itself has left it without a place from which Shift selects;
 * it would take the first row, and with that nearly everything. */
static void
give_anchor (TrioOutline *self)
{
  TrioNoteRow *row = find_focused_row (self);

  if (row != NULL && !trio_note_row_is_editing (row)
      && (!self->has_anchor || trio_selection_get_size (self->selected) == 0))
    select_row (self, row);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TrioOutline *self)
{
  static const guint keys[]
      = { GDK_KEY_Up,      GDK_KEY_Down,      GDK_KEY_KP_Up,      GDK_KEY_KP_Down,
          GDK_KEY_Home,    GDK_KEY_End,       GDK_KEY_KP_Home,    GDK_KEY_KP_End,
          GDK_KEY_Page_Up, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Up, GDK_KEY_KP_Page_Down };

  for (guint i = 0; (state & GDK_SHIFT_MASK) != 0 && i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i])
      give_anchor (self);
  return FALSE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TrioOutline *self)
{
  if (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))
      & GDK_SHIFT_MASK)
    give_anchor (self);
}

static gboolean
wanted_cb (gpointer user_data)
{
  TrioOutline *self = user_data;
  TrioNoteRow *row = trio_outline_find_row (self, self->wanted);

  /* A slow machine needs more than one try until the list has scrolled there. */
  if ((row == NULL || trio_note_row_is_editing (row)) && self->wanted_idle != 0
      && self->n_tries++ < MAX_TRIES)
    return G_SOURCE_CONTINUE;

  self->wanted_idle = 0;
  self->wanted = 0;
  if (row == NULL)
    return G_SOURCE_REMOVE;
  if (self->wanted_edit)
    trio_note_row_start_edit (row);
  else if (!trio_note_row_is_editing (row))
    focus_row (self, row);
  return G_SOURCE_REMOVE;
}

/**
 * trio_outline_want:
 * @self: the outline
 * @object: number of an input or a cluster
 * @edit: whether to edit it; otherwise it gets the focus
 *
 * Goes to a row, at once if it exists, else when the list has scrolled there.
 */
void
trio_outline_want (TrioOutline *self, TrioId object, gboolean edit)
{
  TrioNoteRow *row;
  guint position;

  trio_outline_list_flush (self->list);
  position = trio_outline_list_find (self->list, object);
  if (position == G_MAXUINT)
    return;

  g_clear_handle_id (&self->wanted_idle, g_source_remove);
  self->wanted = object;
  self->wanted_edit = edit;
  self->n_tries = 0;
  row = trio_outline_find_row (self, object);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)) && !trio_note_row_is_editing (row))
    wanted_cb (self);
  else
    self->wanted_idle = g_timeout_add (TRY_AFTER, wanted_cb, self);
}

/**
 * trio_outline_place_cb:
 * @widget: the outline
 * @place: (out): the row that has the focus
 * @user_data: unused
 *
 * A #TrioNotePlaceFunc.
 */
void
trio_outline_place_cb (GtkWidget *widget, GdkRectangle *place, gpointer user_data)
{
  TrioOutline *self = TRIO_OUTLINE (widget);
  TrioNoteRow *row = find_focused_row (self);
  graphene_rect_t bounds;

  if (row == NULL && trio_selection_get_focus (self->selected) != 0)
    row = trio_outline_find_row (self, trio_selection_get_focus (self->selected));
  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return;
  place->x = (int)bounds.origin.x + 48;
  place->y = (int)(bounds.origin.y + bounds.size.height) - 4;
}

/**
 * trio_outline_follow_selection:
 * @self: the outline, with a list
 *
 * Makes the selection of positions and lets both selections follow each other.
 */
void
trio_outline_follow_selection (TrioOutline *self)
{
  g_signal_connect (self->list, "items-changed", G_CALLBACK (before_items_changed_cb), self);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (take_over_cb), self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  /* After the view, which has to know the new positions first. */
  g_signal_connect (self->list, "items-changed", G_CALLBACK (after_items_changed_cb), self);
  g_signal_connect_swapped (self->selected, "changed", G_CALLBACK (trio_outline_show_selection),
                            self);
  g_signal_connect (self->selected, "focus-changed", G_CALLBACK (shared_focus_cb), self);
  trio_outline_show_selection (self);
}

/**
 * trio_outline_drop_selection:
 * @self: the outline
 *
 * Lets go of both selections.
 */
void
trio_outline_drop_selection (TrioOutline *self)
{
  g_clear_handle_id (&self->wanted_idle, g_source_remove);
  self->wanted = 0;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->selected != NULL)
    g_signal_handlers_disconnect_by_data (self->selected, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->selected);
}

/**
 * trio_outline_follow_focus:
 * @self: the outline
 * @root: (nullable): the window that it is in now
 *
 * Watches which row has the focus.
 */
void
trio_outline_follow_focus (TrioOutline *self, GtkRoot *root)
{
  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, focus_moved_cb, self);
  self->root = root;
  self->has_focus = FALSE;
  if (GTK_IS_WINDOW (root))
    g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self);
}

/**
 * trio_outline_install_anchor:
 * @self: the outline
 *
 * Lets Shift select from the row with the focus when nothing was selected in the list before.
 */
void
trio_outline_install_anchor (TrioOutline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));
}
