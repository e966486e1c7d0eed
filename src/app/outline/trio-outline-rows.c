/* trio-outline-rows.c: the rows of the outline, and what becomes of an edit in one of them. */
#include "config.h"

#include "app/outline/trio-outline-private.h"

#include "model/trio-commands.h"

/**
 * trio_outline_find_row:
 * @self: the outline
 * @object: number of an input or a cluster
 *
 * Returns: (transfer none) (nullable): the row that shows it now
 */
TrioNoteRow *
trio_outline_find_row (TrioOutline *self, TrioId object)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TrioNoteRow *row = g_ptr_array_index (self->rows, i);
      GObject *item = trio_note_row_get_item (row);

      if (TRIO_IS_OBJECT (item) && trio_object_get_id (TRIO_OBJECT (item)) == object)
        return row;
    }
  return NULL;
}

/**
 * trio_outline_get_position:
 * @row: a row of an outline
 *
 * Returns: where it stands in the list
 */
guint
trio_outline_get_position (TrioNoteRow *row)
{
  return gtk_list_item_get_position (g_object_get_data (G_OBJECT (row), "list-item"));
}

static void
tell (TrioOutline *self, const GError *error)
{
  g_signal_emit_by_name (self, "notice", error->message, FALSE);
}

static void
keep_words (TrioOutline *self, TrioObject *note, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (text, trio_object_get_text (note, TRIO_NOTE_TEXT))
      && !trio_command_set_note_text (self->model, trio_object_get_id (note), text, &error))
    tell (self, error);
}

static void
keep_title (TrioOutline *self, TrioObject *cluster, const char *title)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (title, trio_object_get_text (cluster, TRIO_CLUSTER_TITLE))
      && !trio_command_rename_cluster (self->model, trio_object_get_id (cluster), title, &error))
    tell (self, error);
}

static void
edit_done_cb (TrioNoteRow *row, const char *text, TrioOutline *self)
{
  GObject *item = trio_note_row_get_item (row);
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (row));
  TrioId next;

  if (self->model == NULL || trio_object_is_deleted (TRIO_OBJECT (item)))
    return;

  next = trio_selection_get_focus (self->selected);
  if (text != NULL && TRIO_IS_NOTE (item))
    keep_words (self, TRIO_OBJECT (item), text);
  else if (text != NULL && TRIO_IS_CLUSTER (item))
    keep_title (self, TRIO_OBJECT (item), text);
  /* Back to where work goes on: after the naming of a new cluster that is the next input. */
  if (had_focus)
    trio_outline_want (self,
                       self->after_edit != 0 ? self->after_edit
                       : next != 0           ? next
                                             : trio_object_get_id (TRIO_OBJECT (item)),
                       FALSE);
  self->after_edit = 0;
  g_signal_emit_by_name (self, "edit-finished");
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TrioOutline *self)
{
  GtkWidget *row = trio_note_row_new ();

  g_signal_connect (row, "edit-done", G_CALLBACK (edit_done_cb), self);
  gtk_list_item_set_child (item, row);
}

static void
show_in_row (TrioOutline *self, TrioNoteRow *row, GObject *item, guint position)
{
  TrioOutlineInfo info = { 0 };
  g_autofree char *title = NULL;

  trio_outline_list_get_info (self->list, position, &info);
  if (!TRIO_IS_NOTE (item))
    title = trio_outline_list_dup_title (self->list, position);
  trio_note_row_bind (row, item, &info, title);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TrioOutline *self)
{
  TrioNoteRow *row = TRIO_NOTE_ROW (gtk_list_item_get_child (item));
  GObject *object = gtk_list_item_get_item (item);

  /* Headings are selectable as well, or the arrow keys could not pass them. */
  gtk_list_item_set_activatable (item, TRIO_IS_NOTE (object) || TRIO_IS_CLUSTER (object));
  g_object_set_data (G_OBJECT (row), "list-item", item);
  show_in_row (self, row, object, gtk_list_item_get_position (item));
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

/**
 * trio_outline_renumber:
 * @self: the outline
 *
 * Shows numbers and counts anew: rows further down have others after a deletion, and GtkListView
 * does not bind them again.
 */
void
trio_outline_renumber (TrioOutline *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TrioNoteRow *row = g_ptr_array_index (self->rows, i);
      guint position = trio_outline_get_position (row);

      if (position != GTK_INVALID_LIST_POSITION)
        show_in_row (self, row, trio_note_row_get_item (row), position);
    }
}

/**
 * trio_outline_create_rows:
 * @self: the outline
 *
 * Returns: (transfer full): what makes the rows of the list
 */
GtkListItemFactory *
trio_outline_create_rows (TrioOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), self);
  return factory;
}
