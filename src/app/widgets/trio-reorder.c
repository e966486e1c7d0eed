/* trio-reorder.c: rows that can be dragged to another place in their list.
 *
 * A row is only taken by rows beside it, so nothing lands in another list or program. Keys and
 * buttons for the same are the list's own.
 */
#include "config.h"

#include "app/widgets/trio-reorder.h"

#include "app/trio-compat.h"

typedef struct
{
  GtkWidget *dragged;
  GtkWidget *target;
  gboolean is_after;
  TrioReorderFunc func;
} Move;

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (GTK_TYPE_WIDGET, row);
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  trio_compat_show_drag_text (drag, g_object_get_data (G_OBJECT (source), "text"));
  gtk_widget_add_css_class (row, "trio-dragged");
}

static void
end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "trio-dragged");
}

static void
mark (GtkWidget *row, const char *css_class)
{
  gtk_widget_remove_css_class (row, "trio-drop-above");
  gtk_widget_remove_css_class (row, "trio-drop-below");
  if (css_class != NULL)
    gtk_widget_add_css_class (row, css_class);
}

/* Returns: (nullable): the row that is dragged, if it may be dropped on this one. */
static GtkWidget *
find_dragged (GtkDropTarget *target, GtkWidget *row)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GtkWidget *dragged = value != NULL ? g_value_get_object (value) : NULL;

  if (dragged == NULL || dragged == row
      || gtk_widget_get_parent (dragged) != gtk_widget_get_parent (row))
    return NULL;
  return dragged;
}

static gboolean
is_below (GtkWidget *row, double y)
{
  return y > gtk_widget_get_height (row) / 2.0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, GtkWidget *row)
{
  if (find_dragged (target, row) == NULL)
    return 0;
  mark (row, is_below (row, y) ? "trio-drop-below" : "trio-drop-above");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, GtkWidget *row)
{
  mark (row, NULL);
}

static gboolean
move_cb (gpointer data)
{
  Move *move = data;

  if (gtk_widget_get_root (move->dragged) != NULL && gtk_widget_get_root (move->target) != NULL)
    move->func (move->dragged, move->target, move->is_after);
  return G_SOURCE_REMOVE;
}

static void
free_move (gpointer data)
{
  Move *move = data;

  g_object_unref (move->dragged);
  g_object_unref (move->target);
  g_free (move);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  GtkWidget *dragged = find_dragged (target, row);
  Move *move;

  mark (row, NULL);
  if (dragged == NULL)
    return FALSE;
  move = g_new0 (Move, 1);
  move->dragged = g_object_ref (dragged);
  move->target = g_object_ref (row);
  move->is_after = is_below (row, y);
  move->func = (TrioReorderFunc)g_object_get_data (G_OBJECT (target), "func");
  g_idle_add_full (G_PRIORITY_DEFAULT, move_cb, move, free_move);
  return TRUE;
}

/**
 * trio_reorder_add:
 * @row: a row
 * @handle: the part of it that is dragged, or the row itself
 * @text: what is shown at the pointer
 * @func: moves the row
 *
 * Lets the row be dragged to another place among the rows beside it.
 */
void
trio_reorder_add (GtkWidget *row, GtkWidget *handle, const char *text, TrioReorderFunc func)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_WIDGET, GDK_ACTION_MOVE);

  g_return_if_fail (GTK_IS_WIDGET (row) && GTK_IS_WIDGET (handle) && func != NULL);

  g_object_set_data_full (G_OBJECT (source), "text", g_strdup (text), g_free);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), row);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");

  g_object_set_data (G_OBJECT (target), "func", (gpointer)func);
  gtk_drop_target_set_preload (target, TRUE);
  /* Before a text field in the row, which would only take text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), row);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), row);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
