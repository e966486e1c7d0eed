/* trio-rows.h: what the lists of the setup page have in common: rows that follow a list, and the
 * buttons that add and remove them. */
#pragma once

#include <gtk/gtk.h>

#include "model/trio-object.h"

G_BEGIN_DECLS

/**
 * TrioRowFunc:
 * @object: what the row is about
 * @user_data: data of the list
 *
 * Returns: (transfer floating): a new row
 */
typedef GtkWidget *(*TrioRowFunc) (TrioObject *object, gpointer user_data);

void trio_rows_change (GtkBox *rows,
                       GListModel *list,
                       guint position,
                       guint removed,
                       guint added,
                       TrioRowFunc func,
                       gpointer user_data);
GtkWidget *trio_rows_create_add_button (const char *label);
GtkWidget *trio_rows_create_remove_button (const char *name);

G_END_DECLS
