/* trio-setup-page-actions.c: what can be done on the setup page, by menu, key and drag. */
#include "config.h"

#include "app/setup/trio-setup-page-private.h"

#include <glib/gi18n.h>

#include "app/setup/trio-set-dialog.h"
#include "app/trio-compat.h"
#include "model/trio-commands-followup.h"
#include "model/trio-commands-theme.h"
#include "store/trio-store-read.h"

static void
new_theme_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_setup_page_add_theme (user_data);
}

static void
get_theme_set_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioSetupPage *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (trio_set_dialog_new (GTK_WINDOW (root), self->model)));
}

/* The earlier event */

static void
parent_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioSetupPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioSnapshot) snapshot = trio_store_read_finish (result, &error);

  if (self->model == NULL)
    return;
  if (snapshot != NULL && trio_command_set_parent (self->model, snapshot, &error))
    trio_page_notice (TRIO_PAGE (self), _ ("Linked to the earlier event"), TRUE);
  else
    trio_compat_show_message (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              _ ("The earlier event could not be read"), error->message);
}

static void
parent_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioSetupPage) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->model != NULL)
    trio_store_read_async (path, NULL, parent_read_cb, g_object_ref (self));
}

static void
link_parent_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioSetupPage *self = user_data;

  trio_compat_open_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                         _ ("Choose the Earlier Event"), TRIO_FILE_WORKSHOP, parent_chosen_cb,
                         g_object_ref (self));
}

/* Undo and redo are the workshop's, also while words are typed: each key is a step there. */
static gboolean
undo_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (widget, "win.undo", NULL);
  return TRUE;
}

static gboolean
redo_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (widget, "win.redo", NULL);
  return TRUE;
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, GtkShortcutFunc func)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                          gtk_callback_action_new (func, NULL,
                                                                                   NULL)));
}

/**
 * trio_setup_page_install_actions:
 * @self: the page
 *
 * Makes the commands of the page.
 */
void
trio_setup_page_install_actions (TrioSetupPage *self)
{
  static const GActionEntry entries[] = {
    { "new-theme", new_theme_action_cb },
    { "get-theme-set", get_theme_set_action_cb },
    { "link-parent", link_parent_action_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "setup", G_ACTION_GROUP (actions));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb);
  add_key (keys, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, redo_cb);
  add_key (keys, GDK_KEY_y, GDK_CONTROL_MASK, redo_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Dropping themes */

static void
mark_gap (TrioSetupPage *self, GtkWidget *before, gboolean is_shown)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->themes)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean is_last = gtk_widget_get_next_sibling (child) == NULL;

      gtk_widget_remove_css_class (child, "drop-before");
      gtk_widget_remove_css_class (child, "drop-after");
      if (is_shown && child == before)
        gtk_widget_add_css_class (child, "drop-before");
      else if (is_shown && before == NULL && is_last)
        gtk_widget_add_css_class (child, "drop-after");
    }
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, TrioSetupPage *self)
{
  mark_gap (self, trio_card_flow_find_gap (self->themes, x, y), TRUE);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, TrioSetupPage *self)
{
  mark_gap (self, NULL, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TrioSetupPage *self)
{
  TrioThemeCard *card = g_value_get_object (value);
  GtkWidget *before = trio_card_flow_find_gap (self->themes, x, y);
  g_autoptr (GError) error = NULL;

  mark_gap (self, NULL, FALSE);
  if (card == NULL || gtk_widget_get_parent (GTK_WIDGET (card)) != GTK_WIDGET (self->themes))
    return FALSE;
  if (before == GTK_WIDGET (card))
    return TRUE;
  if (!trio_command_move_theme (
          self->model, trio_theme_card_get_theme (card),
          before != NULL ? trio_theme_card_get_theme (TRIO_THEME_CARD (before)) : 0, &error))
    trio_page_notice (TRIO_PAGE (self), error->message, FALSE);
  return TRUE;
}

/**
 * trio_setup_page_add_drop:
 * @self: the page
 *
 * Lets themes be dropped between themes.
 */
void
trio_setup_page_add_drop (TrioSetupPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (TRIO_TYPE_THEME_CARD, GDK_ACTION_MOVE);

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->themes), GTK_EVENT_CONTROLLER (target));
}
