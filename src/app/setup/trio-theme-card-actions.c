/* trio-theme-card-actions.c: what can be done to a theme, by menu and key. */
#include "config.h"

#include "app/setup/trio-theme-card-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/window/trio-page.h"
#include "model/trio-commands.h"
#include "model/trio-commands-theme.h"

/**
 * trio_theme_card_tell:
 * @self: the card
 * @error: (nullable): why something was refused
 *
 * Tells that something was not done.
 */
void
trio_theme_card_tell (TrioThemeCard *self, const GError *error)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), TRIO_TYPE_PAGE);

  if (error != NULL && page != NULL)
    trio_page_notice (TRIO_PAGE (page), error->message, FALSE);
}

static void
colour_chosen_cb (TrioColourRow *row, int colour, TrioThemeCard *self)
{
  const TrioField *field = &trio_kind_get_info (TRIO_KIND_THEME)->fields[TRIO_THEME_COLOUR];
  g_autoptr (GError) error = NULL;

  trio_command_set_field (self->model, self->id, TRIO_THEME_COLOUR, field->names[colour], &error);
  trio_theme_card_tell (self, error);
}

static void
earlier_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_theme_card_move (user_data, -1);
}

static void
later_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_theme_card_move (user_data, 1);
}

static void
add_station_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_station_list_add (TRIO_THEME_CARD (user_data)->station_list);
}

static void
print (TrioThemeCard *self, const char *type)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-theme", "(sx)", type, (gint64)self->id);
}

static void
print_poster_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  print (user_data, "poster");
}

static void
print_sheet_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  print (user_data, "typing-sheet");
}

static void
delete_theme (TrioThemeCard *self)
{
  g_autoptr (GError) error = NULL;

  trio_command_delete_theme (self->model, self->id, &error);
  trio_theme_card_tell (self, error);
}

static void
answer_cb (const char *id, gpointer user_data)
{
  g_autoptr (TrioThemeCard) self = user_data;

  if (g_str_equal (id, "delete") && self->model != NULL)
    delete_theme (self);
}

static guint
count_notes (TrioThemeCard *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->station_objects); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (self->station_objects, i);

      n += g_list_model_get_n_items (trio_model_get_children (
          self->model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, trio_object_get_id (station)));
    }
  return n;
}

static void
delete_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioThemeCard *self = user_data;
  guint n = count_notes (self);
  const TrioAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "delete", _ ("_Delete"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *body = NULL;

  if (n == 0)
    {
      delete_theme (self);
      return;
    }
  body = g_strdup_printf (
      ngettext ("Its stations and %u input are deleted with it. This can be undone.",
                "Its stations and %u inputs are deleted with it. This can be undone.", n),
      n);
  trio_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Delete the Theme?"),
                   body, answers, G_N_ELEMENTS (answers), "cancel", answer_cb, g_object_ref (self));
}

static gboolean
earlier_key_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  return trio_theme_card_move (TRIO_THEME_CARD (widget), -1);
}

static gboolean
later_key_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  return trio_theme_card_move (TRIO_THEME_CARD (widget), 1);
}

static void
add_keys (TrioThemeCard *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Up, GDK_ALT_MASK),
                        gtk_callback_action_new (earlier_key_cb, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK),
                        gtk_callback_action_new (later_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * trio_theme_card_add_actions:
 * @self: the card
 *
 * Makes the menu, its commands and their keys.
 */
void
trio_theme_card_add_actions (TrioThemeCard *self)
{
  static const GActionEntry entries[] = {
    { "earlier", earlier_action_cb },         { "later", later_action_cb },
    { "add-station", add_station_action_cb }, { "print-poster", print_poster_action_cb },
    { "print-sheet", print_sheet_action_cb }, { "delete", delete_action_cb },
  };
  GtkWidget *popover = gtk_popover_menu_new_from_model (self->theme_menu);
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  self->colours = TRIO_COLOUR_ROW (trio_colour_row_new ());
  g_signal_connect (self->colours, "chosen", G_CALLBACK (colour_chosen_cb), self);
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), GTK_WIDGET (self->colours), "colours");
  gtk_menu_button_set_popover (self->menu_button, popover);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  self->actions = G_ACTION_GROUP (actions);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "theme", self->actions);
  add_keys (self);
}
