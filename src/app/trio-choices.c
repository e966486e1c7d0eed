/* trio-choices.c: what drop-downs and combo rows have in common. */
#include "config.h"

#include "app/trio-choices.h"

static void
setup_narrow_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (width));
  gtk_list_item_set_child (item, label);
}

static void
setup_whole_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (label, text);
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE)
    gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

static gboolean
is_same (GListModel *model, GtkStringList *names)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  if (!GTK_IS_STRING_LIST (model) || g_list_model_get_n_items (model) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                      gtk_string_list_get_string (names, i)))
      return FALSE;
  return TRUE;
}

/**
 * trio_choices_set_names:
 * @widget: a drop-down or combo row
 * @names: what it is to offer
 *
 * Replaces what is offered, unless it is the same. A list that is replaced while somebody chooses
 * from it with the keyboard never comes to an end with that key (GTK 4.8).
 */
void
trio_choices_set_names (GtkWidget *widget, GtkStringList *names)
{
  g_autoptr (GListModel) model = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_STRING_LIST (names));

  g_object_get (widget, "model", &model, NULL);
  if (!is_same (model, names))
    g_object_set (widget, "model", names, NULL);
}

/**
 * trio_choices_narrow:
 * @list: a drop-down of strings
 * @width: how many letters of the chosen one are shown at least
 *
 * Cuts what is chosen where there is no room for it; the list that opens shows it whole.
 */
void
trio_choices_narrow (GtkDropDown *list, int width)
{
  g_autoptr (GtkListItemFactory) narrow = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) whole = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (list) && width > 0);

  g_signal_connect (narrow, "setup", G_CALLBACK (setup_narrow_cb), GINT_TO_POINTER (width));
  g_signal_connect (narrow, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (whole, "setup", G_CALLBACK (setup_whole_cb), NULL);
  g_signal_connect (whole, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (list, narrow);
  gtk_drop_down_set_list_factory (list, whole);
}

/**
 * trio_choices_leave_wheel:
 * @widget: a spin button or scale on a page that scrolls
 *
 * Lets the wheel scroll the page also while the pointer is over the widget. Otherwise a value is
 * changed by somebody who only wanted to read on.
 */
void
trio_choices_leave_wheel (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  controllers = gtk_widget_observe_controllers (widget);
  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (widget, controller);
    }
}
