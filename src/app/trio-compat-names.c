/* trio-compat-names.c: what GTK 4.8 and libadwaita 1.2 do not tell screen readers by themselves. */
#include "config.h"

#include "app/trio-compat.h"

#include <glib/gi18n.h>

#include "app/widgets/trio-choices.h"

static void
name_check (GtkCheckButton *check)
{
  const char *label = gtk_check_button_get_label (check);
  g_auto (GStrv) parts = label != NULL ? g_strsplit (label, "_", -1) : NULL;
  g_autofree char *name = parts != NULL ? g_strjoinv (NULL, parts) : NULL;

  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

/**
 * trio_compat_mend_names:
 * @widget: a widget
 *
 * Mends what GTK 4.8 does to the accessible names of the buttons in @widget: it names a button by
 * its raw label and by its label's text, which reads “_Open… Open…”, a check box by its raw label,
 * and the button inside a drop-down and the rows of its list not at all.
 */
void
trio_compat_mend_names (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (GTK_IS_CHECK_BUTTON (widget)
           && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)))
    name_check (GTK_CHECK_BUTTON (widget));
  /* The widget in the row does what the row does, and tells its own state. */
  if (ADW_IS_ACTION_ROW (widget)
      && adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget)) != NULL)
    gtk_widget_set_focusable (widget, FALSE);
  if (GTK_IS_DROP_DOWN (widget))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, widget, NULL, -1);
  if (GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget))
    trio_choices_name_items (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    trio_compat_mend_names (child);
}

/**
 * trio_compat_name_icons:
 * @widget: a widget of GTK's or libadwaita's own
 *
 * Names the buttons inside that show an icon and have no words for it.
 */
void
trio_compat_name_icons (GtkWidget *widget)
{
  const char *icon = GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;
  const char *name = NULL;

  if (g_strcmp0 (icon, "window-close-symbolic") == 0)
    name = _ ("Close");
  else if (g_strcmp0 (icon, "edit-find-symbolic") == 0)
    name = _ ("Search");
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    trio_compat_name_icons (child);
}

static gboolean
image_mapped_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  const char *tooltip = GTK_IS_IMAGE (widget) ? gtk_widget_get_tooltip_text (widget) : NULL;

  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                    -1);
  else if (GTK_IS_IMAGE (widget))
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return TRUE;
}

/**
 * trio_compat_name_images:
 *
 * Lets every image of the program, also those in widgets of GTK and libadwaita, have its tooltip as
 * its name; those without one only decorate, and are nothing to a screen reader.
 */
void
trio_compat_name_images (void)
{
  /* Before the first widget there is no signal to follow. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, image_mapped_cb, NULL,
                              NULL);
}

/**
 * trio_compat_add_toast:
 * @overlay: where to show it
 * @toast: (transfer full): a toast
 *
 * Shows a toast whose buttons have names.
 */
void
trio_compat_add_toast (AdwToastOverlay *overlay, AdwToast *toast)
{
  adw_toast_overlay_add_toast (overlay, toast);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (overlay))
      {
        trio_compat_mend_names (child);
        trio_compat_name_icons (child);
      }
}

/**
 * trio_compat_make_dialog:
 * @widget_class: a class of windows that ask for something
 *
 * Lets Escape close windows of the class. Their template says that they are dialogs: left to the
 * class, GTK 4.8 forgets the role of a window that is given a focus before it is shown.
 */
void
trio_compat_make_dialog (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static gboolean
focus_child (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

/**
 * trio_compat_focus_children:
 * @widget_class: a class of bins that chooses who gets its focus
 *
 * Lets Tab go through everything inside: with libadwaita 1.2 it would jump to the one that is
 * chosen when the bin as a whole is given the focus.
 */
void
trio_compat_focus_children (GtkWidgetClass *widget_class)
{
  widget_class->focus = focus_child;
}

static gboolean
leave_list_cb (GtkEventControllerKey *keys,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               GtkWidget *list)
{
  GtkDirectionType direction
      = (state & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab) || (state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  gtk_widget_set_can_focus (list, FALSE);
  g_signal_emit_by_name (gtk_widget_get_root (list), "move-focus", direction);
  gtk_widget_set_can_focus (list, TRUE);
  return TRUE;
}

/**
 * trio_compat_leave_list_on_tab:
 * @list: a #GtkListBox in which rows are chosen by going to them
 *
 * Lets Tab leave the list, in which the arrow keys go about; it would choose one row after the
 * other on its way.
 */
void
trio_compat_leave_list_on_tab (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (leave_list_cb), list);
  gtk_widget_add_controller (list, keys);
}

/* A page without a title would be told by the name of its class. */
static void
name_page (GtkStackPage *page)
{
  if (gtk_stack_page_get_title (page) == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

static void
hide_unseen (GtkWidget *stack)
{
  g_autoptr (GtkWidget) seen = NULL;

  g_object_get (stack, "visible-child", &seen, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (stack); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                   child != seen, -1);
      if (GTK_IS_STACK (stack))
        name_page (gtk_stack_get_page (GTK_STACK (stack), child));
    }
}

/**
 * trio_compat_hide_unseen:
 * @stack: a #GtkStack or #AdwViewStack
 *
 * Keeps the pages of a stack that are not shown from screen readers, which GTK 4.8 tells about
 * every page.
 */
void
trio_compat_hide_unseen (GtkWidget *stack)
{
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (hide_unseen), NULL);
  hide_unseen (stack);
}

/**
 * trio_compat_close_on_escape:
 * @window: a dialog
 *
 * Lets Escape close a dialog that keeps what was done in it.
 */
void
trio_compat_close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

/**
 * trio_compat_set_button_label:
 * @button: a button
 * @label: its new label; an underline marks the mnemonic
 *
 * Changes what a button says, and with it its accessible name.
 */
void
trio_compat_set_button_label (GtkButton *button, const char *label)
{
  gtk_button_set_label (button, label);
  trio_compat_mend_names (GTK_WIDGET (button));
}
