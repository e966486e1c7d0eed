/* trio-reorder.h: rows that can be dragged to another place in their list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrioReorderFunc:
 * @dragged: the row that was dragged
 * @target: the row of the same list that it was dropped on
 * @is_after: whether it belongs behind that row, not before it
 *
 * Moves a row. Called when dragging has ended, so rows may be made anew.
 */
typedef void (*TrioReorderFunc) (GtkWidget *dragged, GtkWidget *target, gboolean is_after);

void trio_reorder_add (GtkWidget *row, GtkWidget *handle, const char *text, TrioReorderFunc func);

G_END_DECLS
