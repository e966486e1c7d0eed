/* trio-outline.c: the inputs of one station as a list that can be worked on.
 *
 * The list shows, selects and edits in place; what is done to a selection is in
 * trio-outline-actions.c.
 */
#include "config.h"

#include "app/trio-outline-private.h"

#include <glib/gi18n.h>

#include "app/trio-note-row.h"
#include "model/trio-commands.h"

G_DEFINE_FINAL_TYPE (TrioOutline, trio_outline, ADW_TYPE_BIN)

enum
{
  NOTICE,
  EDIT_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Rows */

static TrioNoteRow *
find_row (TrioOutline *self, TrioId note)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TrioNoteRow *row = g_ptr_array_index (self->rows, i);
      GObject *item = trio_note_row_get_item (row);

      if (TRIO_IS_NOTE (item) && trio_object_get_id (TRIO_OBJECT (item)) == note)
        return row;
    }
  return NULL;
}

static guint
position_of (TrioNoteRow *row)
{
  return gtk_list_item_get_position (g_object_get_data (G_OBJECT (row), "list-item"));
}

static void
edit_done_cb (TrioNoteRow *row, const char *text, TrioOutline *self)
{
  GObject *item = trio_note_row_get_item (row);
  g_autoptr (GError) error = NULL;

  if (self->model == NULL || !TRIO_IS_NOTE (item) || trio_object_is_deleted (TRIO_OBJECT (item)))
    return;

  if (text != NULL && !g_str_equal (text, trio_object_get_text (TRIO_OBJECT (item), TRIO_NOTE_TEXT))
      && !trio_command_set_note_text (self->model, trio_object_get_id (TRIO_OBJECT (item)), text,
                                      &error))
    trio_outline_notice (self, error->message, FALSE);
  g_signal_emit (self, signals[EDIT_FINISHED], 0);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TrioOutline *self)
{
  GtkWidget *row = trio_note_row_new ();

  g_signal_connect (row, "edit-done", G_CALLBACK (edit_done_cb), self);
  gtk_list_item_set_child (item, row);
}

static gboolean
edit_wanted_cb (gpointer user_data)
{
  TrioOutline *self = user_data;
  TrioNoteRow *row = find_row (self, self->wanted);

  self->focus_idle = 0;
  self->wanted = 0;
  if (row != NULL)
    trio_note_row_start_edit (row);
  return G_SOURCE_REMOVE;
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TrioOutline *self)
{
  TrioNoteRow *row = TRIO_NOTE_ROW (gtk_list_item_get_child (item));
  GObject *object = gtk_list_item_get_item (item);
  guint position = gtk_list_item_get_position (item);
  gboolean is_note = TRIO_IS_NOTE (object);

  /* Headings are selectable as well, or the arrow keys could not pass them. */
  gtk_list_item_set_activatable (item, is_note);
  g_object_set_data (G_OBJECT (row), "list-item", item);
  trio_note_row_bind (row, object, trio_outline_list_get_number (self->list, position),
                      trio_outline_list_get_n_notes (self->list));
  g_ptr_array_add (self->rows, row);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TrioOutline *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->rows, row);
  if (row != NULL)
    trio_note_row_unbind (TRIO_NOTE_ROW (row));
}

/* Rows further down have other numbers after a deletion; GtkListView does not bind them again. */
static void
renumber (TrioOutline *self)
{
  guint n = trio_outline_list_get_n_notes (self->list);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TrioNoteRow *row = g_ptr_array_index (self->rows, i);
      guint position = position_of (row);

      if (position != GTK_INVALID_LIST_POSITION)
        trio_note_row_bind (row, trio_note_row_get_item (row),
                            trio_outline_list_get_number (self->list, position), n);
    }
}

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, TrioOutline *self)
{
  guint n = g_list_model_get_n_items (list);

  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "empty" : "notes");
  if (self->model != NULL)
    renumber (self);
}

static void
selection_changed_cb (GtkSelectionModel *selection,
                      guint position,
                      guint n_items,
                      TrioOutline *self)
{
  trio_outline_update_actions (self);
}

static void
activate_cb (GtkListView *view, guint position, TrioOutline *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (TRIO_IS_NOTE (item))
    trio_outline_edit (self, trio_object_get_id (TRIO_OBJECT (item)));
}

static void
drop_list (TrioOutline *self)
{
  gtk_list_view_set_model (self->view, NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

static void
trio_outline_dispose (GObject *object)
{
  TrioOutline *self = TRIO_OUTLINE (object);

  g_clear_handle_id (&self->focus_idle, g_source_remove);
  if (self->view != NULL)
    {
      drop_list (self);
      gtk_list_view_set_factory (self->view, NULL);
    }
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_outline_parent_class)->dispose (object);
}

static void
trio_outline_finalize (GObject *object)
{
  g_ptr_array_unref (TRIO_OUTLINE (object)->rows);

  G_OBJECT_CLASS (trio_outline_parent_class)->finalize (object);
}

/* The selected input, else the first one that is on screen. */
static TrioNoteRow *
find_row_to_focus (TrioOutline *self)
{
  g_autoptr (GArray) selected = trio_outline_dup_selection (self);
  TrioNoteRow *row = NULL;
  guint first = G_MAXUINT;

  if (selected->len > 0)
    row = find_row (self, g_array_index (selected, TrioId, 0));
  if (row != NULL)
    return row;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TrioNoteRow *candidate = g_ptr_array_index (self->rows, i);
      guint position = position_of (candidate);

      if (position < first && TRIO_IS_NOTE (trio_note_row_get_item (candidate)))
        {
          row = candidate;
          first = position;
        }
    }
  return row;
}

static gboolean
trio_outline_grab_focus (GtkWidget *widget)
{
  TrioOutline *self = TRIO_OUTLINE (widget);
  TrioNoteRow *row = trio_outline_get_n_notes (self) > 0 ? find_row_to_focus (self) : NULL;

  return row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static void
trio_outline_class_init (TrioOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trio_outline_dispose;
  object_class->finalize = trio_outline_finalize;
  widget_class->grab_focus = trio_outline_grab_focus;

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
}

static void
trio_outline_init (TrioOutline *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);

  trio_outline_install_actions (self);
}

/**
 * trio_outline_notice:
 * @self: the outline
 * @text: what was done, or why it was refused
 * @undoable: whether it can be undone
 *
 * Tells whoever shows messages.
 */
void
trio_outline_notice (TrioOutline *self, const char *text, gboolean undoable)
{
  g_signal_emit (self, signals[NOTICE], 0, text, undoable);
}

/**
 * trio_outline_show:
 * @self: the outline
 * @model: (nullable): the workshop
 * @station: number of a station's object
 *
 * Shows the inputs of a station.
 */
void
trio_outline_show (TrioOutline *self, TrioModel *model, TrioId station)
{
  g_return_if_fail (TRIO_IS_OUTLINE (self));

  drop_list (self);
  g_set_object (&self->model, model);
  self->station = station;
  if (model == NULL || station == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      trio_outline_update_actions (self);
      return;
    }

  self->list = trio_outline_list_new (model, station);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  /* After the view, which has to know the new positions first. */
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (G_LIST_MODEL (self->list), 0, 0, 0, self);
  trio_outline_update_actions (self);
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
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autoptr (GtkBitset) set = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (TRIO_IS_OUTLINE (self), ids);

  if (self->selection == NULL)
    return ids;

  set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, set, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

      if (TRIO_IS_NOTE (item))
        {
          TrioId id = trio_object_get_id (TRIO_OBJECT (item));

          g_array_append_val (ids, id);
        }
    }
  return ids;
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
  guint position;

  g_return_if_fail (TRIO_IS_OUTLINE (self));

  if (self->list == NULL)
    return;

  trio_outline_list_flush (self->list);
  position = trio_outline_list_find (self->list, note);
  if (position != G_MAXUINT)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

/**
 * trio_outline_edit:
 * @self: the outline
 * @note: number of an input
 *
 * Opens an input for editing in place.
 *
 * Returns: whether the input is in the list
 */
gboolean
trio_outline_edit (TrioOutline *self, TrioId note)
{
  TrioNoteRow *row;

  g_return_val_if_fail (TRIO_IS_OUTLINE (self), FALSE);

  if (self->list == NULL || trio_model_get_read_only (self->model)
      || trio_outline_list_find (self->list, note) == G_MAXUINT)
    return FALSE;

  row = find_row (self, note);
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    {
      trio_note_row_start_edit (row);
      return TRUE;
    }

  /* The row comes into being when the list has scrolled there. */
  trio_outline_show_note (self, note);
  self->wanted = note;
  if (self->focus_idle == 0)
    self->focus_idle = g_timeout_add (50, edit_wanted_cb, self);
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
