/* trio-rows.c: rows that follow a list, and the buttons that add and remove them. */
#include "config.h"

#include "app/setup/trio-rows.h"

/**
 * trio_rows_change:
 * @rows: the rows, one for each item of @list before it changed
 * @list: a list of #TrioObject
 * @position: where it changed
 * @removed: how many items are gone
 * @added: how many are new
 * @func: makes a row
 * @user_data: data for @func
 *
 * Takes over a change of the list. Rows of other items stay, and so does the focus in them.
 */
void
trio_rows_change (GtkBox *rows,
                  GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  TrioRowFunc func,
                  gpointer user_data)
{
  GtkWidget *before = NULL;
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (rows));

  for (guint i = 0; i < position && next != NULL; i++)
    {
      before = next;
      next = gtk_widget_get_next_sibling (next);
    }
  while (removed-- > 0 && next != NULL)
    {
      GtkWidget *gone = next;

      next = gtk_widget_get_next_sibling (next);
      gtk_box_remove (rows, gone);
    }
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (TrioObject) object = g_list_model_get_item (list, position + i);
      GtkWidget *row = func (object, user_data);

      gtk_box_insert_child_after (rows, row, before);
      before = row;
    }
}

/**
 * trio_rows_create_add_button:
 * @label: what it says
 *
 * Returns: (transfer floating): a quiet button below the rows
 */
GtkWidget *
trio_rows_create_add_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "trio-add");
  return button;
}

/**
 * trio_rows_create_remove_button:
 * @name: what it does
 *
 * Returns: (transfer floating): a small button at the end of a row
 */
GtkWidget *
trio_rows_create_remove_button (const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "trio-small-button");
  return button;
}
