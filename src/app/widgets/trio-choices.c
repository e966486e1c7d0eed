/* trio-choices.c: what drop-downs and combo rows have in common. */
#include "config.h"

#include "app/widgets/trio-choices.h"

#define SHORTEST 4 /* letters of what is chosen that a row shows at least */

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
bind_narrow_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (label, text);
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE)
    gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

/* Rows of libadwaita 1.2 cut what is chosen at twenty letters, however wide the row is. */
static void
show_whole (GtkWidget *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_narrow_cb), GINT_TO_POINTER (SHORTEST));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_narrow_cb), NULL);
  g_object_set (row, "factory", factory, NULL);
}

/* The list that opens */

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
mark_item (GtkListItem *item, GParamSpec *pspec, GtkWidget *list)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  guint selected = GTK_INVALID_LIST_POSITION;

  g_object_get (list, "selected", &selected, NULL);
  gtk_widget_set_opacity (mark, gtk_list_item_get_position (item) == selected ? 1 : 0);
}

static void
selected_cb (GtkWidget *list, GParamSpec *pspec, GtkListItem *item)
{
  mark_item (item, pspec, list);
}

/* The row that takes the focus stands around what the factory makes. */
static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkWidget *list)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (list, "notify::selected", G_CALLBACK (selected_cb), item);
  mark_item (item, NULL, list);
}

static void
unbind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkWidget *list)
{
  g_signal_handlers_disconnect_by_func (list, selected_cb, item);
}

/**
 * trio_choices_name_items:
 * @list: a drop-down or combo row of strings
 *
 * Gives the rows of the list that opens their names; GTK 4.8 and libadwaita 1.2 leave them without
 * one, so a screen reader has nothing to say of what the arrow keys come to. In a combo row what is
 * chosen is shown as far as there is room.
 */
void
trio_choices_name_items (GtkWidget *list)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (list) || ADW_IS_COMBO_ROW (list));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item_cb), list, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_item_cb), list, 0);
  if (ADW_IS_COMBO_ROW (list))
    show_whole (list);
  g_object_set (list, "list-factory", factory, NULL);
}

/* What is offered */

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

  g_return_if_fail (GTK_IS_DROP_DOWN (list) && width > 0);

  g_signal_connect (narrow, "setup", G_CALLBACK (setup_narrow_cb), GINT_TO_POINTER (width));
  g_signal_connect (narrow, "bind", G_CALLBACK (bind_narrow_cb), NULL);
  gtk_drop_down_set_factory (list, narrow);
  trio_choices_name_items (GTK_WIDGET (list));
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
