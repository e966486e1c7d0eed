/* trio-outline-actions.c: what can be done to the selected inputs.
 *
 * Every action is in the context menu and has a key; each is one step of the workshop, so
 * one undo takes it back.
 */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-note-row.h"
#include "app/trio-outline-private.h"
#include "model/trio-commands.h"

#define IDS(array) ((const TrioId *)(gpointer)(array)->data)

static TrioOutline *
outline_of (gpointer user_data)
{
  return TRIO_OUTLINE (user_data);
}

static void
tell_result (TrioOutline *self, gboolean done, const char *text, const GError *error)
{
  trio_outline_notice (self, done ? text : error->message, done);
}

static void
edit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioOutline *self = outline_of (user_data);
  g_autoptr (GArray) ids = trio_outline_dup_selection (self);

  if (ids->len > 0)
    trio_outline_edit (self, IDS (ids)[0]);
}

static void
copy_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioOutline *self = outline_of (user_data);
  g_autoptr (GArray) ids = trio_outline_dup_selection (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      TrioObject *note = trio_model_get_object (self->model, IDS (ids)[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                              trio_object_get_text (note, TRIO_NOTE_TEXT));
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static gboolean
is_note_at (TrioOutline *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return TRIO_IS_NOTE (item);
}

/* Where the selection goes when the selected inputs have left the list. */
static void
select_near (TrioOutline *self, guint position)
{
  guint n;

  trio_outline_list_flush (self->list);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n == 0)
    return;

  position = MIN (position, n - 1);
  if (!is_note_at (self, position) && position > 0 && is_note_at (self, position - 1))
    position--;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
delete_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioOutline *self = outline_of (user_data);
  g_autoptr (GArray) ids = trio_outline_dup_selection (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint position;
  gboolean done;

  if (ids->len == 0)
    return;

  position = trio_outline_list_find (self->list, IDS (ids)[0]);
  done = trio_command_delete_notes (self->model, IDS (ids), ids->len, &error);
  text = g_strdup_printf (ngettext ("%u input deleted", "%u inputs deleted", ids->len), ids->len);
  if (done)
    select_near (self, position);
  tell_result (self, done, text, error);
}

static void
move_to_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioOutline *self = outline_of (user_data);
  g_autoptr (GArray) ids = trio_outline_dup_selection (self);
  TrioId station = g_variant_get_int64 (parameter);
  TrioObject *target = trio_model_get_object (self->model, station);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint position;
  gboolean done;

  if (ids->len == 0 || target == NULL)
    return;

  position = trio_outline_list_find (self->list, IDS (ids)[0]);
  done = trio_command_move_notes (self->model, IDS (ids), ids->len, station, &error);
  /* Translators: how many inputs, and the number of the station they went to */
  text = g_strdup_printf (ngettext ("%u input moved to station %d", "%u inputs moved to station %d",
                                    ids->len),
                          ids->len, (int)trio_object_get_int (target, TRIO_STATION_NUMBER));
  if (done)
    select_near (self, position);
  tell_result (self, done, text, error);
}

typedef struct
{
  TrioOutline *outline;
  GArray *ids;
} WithholdRequest;

static void
free_withhold_request (gpointer data)
{
  WithholdRequest *request = data;

  g_object_unref (request->outline);
  g_array_unref (request->ids);
  g_free (request);
}

static void
withhold_cb (const char *reason, gpointer user_data)
{
  WithholdRequest *request = user_data;
  GArray *ids = request->ids;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  if (reason == NULL)
    return;

  done = trio_command_withhold_notes (request->outline->model, IDS (ids), ids->len, reason, &error);
  text = g_strdup_printf (ngettext ("%u input withheld", "%u inputs withheld", ids->len), ids->len);
  tell_result (request->outline, done, text, error);
  trio_outline_update_actions (request->outline);
}

static void
withhold_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioOutline *self = outline_of (user_data);
  WithholdRequest *request;

  request = g_new0 (WithholdRequest, 1);
  request->outline = g_object_ref (self);
  request->ids = trio_outline_dup_selection (self);
  if (request->ids->len == 0)
    {
      free_withhold_request (request);
      return;
    }
  trio_compat_ask_text (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Withhold from Documents?"),
      _ ("The input stays in the workshop and is counted as withheld, with the reason."),
      _ ("Reason"), _ ("_Withhold"), withhold_cb, request, free_withhold_request);
}

static void
release_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioOutline *self = outline_of (user_data);
  g_autoptr (GArray) ids = trio_outline_dup_selection (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  if (ids->len == 0)
    return;

  done = trio_command_release_notes (self->model, IDS (ids), ids->len, &error);
  text
      = g_strdup_printf (ngettext ("%u input included again", "%u inputs included again", ids->len),
                         ids->len);
  tell_result (self, done, text, error);
  trio_outline_update_actions (self);
}

/* Menus */

static GMenu *
create_station_menu (TrioOutline *self)
{
  GListModel *stations = trio_model_get_list (self->model, TRIO_KIND_STATION);
  GMenu *menu = g_menu_new ();
  guint n = g_list_model_get_n_items (stations);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);
      TrioObject *theme
          = trio_model_get_object (self->model, trio_object_get_ref (station, TRIO_STATION_THEME));
      int number = (int)trio_object_get_int (station, TRIO_STATION_NUMBER);
      const char *title = theme != NULL ? trio_object_get_text (theme, TRIO_THEME_TITLE) : "";
      g_auto (GStrv) parts = g_strsplit (title, "_", -1);
      g_autofree char *escaped = g_strjoinv ("__", parts);
      g_autofree char *label = number < 10 ? g_strdup_printf ("_%d %s", number, escaped)
                                           : g_strdup_printf ("%d %s", number, escaped);
      g_autoptr (GMenuItem) item = NULL;

      if (trio_object_get_id (station) == self->station)
        continue;
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "outline.move-to", "x",
                                         trio_object_get_id (station));
      g_menu_append_item (menu, item);
    }
  return menu;
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
create_note_menu (TrioOutline *self)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  g_autoptr (GMenu) stations = create_station_menu (self);

  append_item (section, _ ("_Edit"), "outline.edit", "F2");
  append_item (section, _ ("_Copy"), "outline.copy", "<Control>c");
  append_section (menu, section);

  section = g_menu_new ();
  if (g_menu_model_get_n_items (G_MENU_MODEL (stations)) > 0
      && !trio_model_get_read_only (self->model))
    g_menu_append_submenu (section, _ ("_Move to Station"), G_MENU_MODEL (stations));
  append_item (section, _ ("_Withhold from Documents…"), "outline.withhold", NULL);
  append_item (section, _ ("_Include in Documents Again"), "outline.release", NULL);
  append_section (menu, section);

  section = g_menu_new ();
  append_item (section, _ ("_Delete"), "outline.delete", "Delete");
  append_section (menu, section);
  return menu;
}

static void
show_menu (TrioOutline *self, GMenu *menu, const GdkRectangle *at)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The place of the row that has the focus, for menus that a key opens. */
static GdkRectangle
focus_place (TrioOutline *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GdkRectangle place = { 24, 24, 1, 1 };
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
      && gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    {
      place.x = (int)bounds.origin.x + 48;
      place.y = (int)(bounds.origin.y + bounds.size.height) - 4;
    }
  return place;
}

static void
menu_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioOutline *self = outline_of (user_data);
  g_autoptr (GMenu) menu = create_note_menu (self);
  GdkRectangle place = focus_place (self);

  show_menu (self, menu, &place);
}

static void
move_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioOutline *self = outline_of (user_data);
  g_autoptr (GMenu) menu = create_station_menu (self);
  GdkRectangle place = focus_place (self);

  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0)
    show_menu (self, menu, &place);
}

static void
add_key (GtkEventController *controller,
         guint keyval,
         GdkModifierType modifiers,
         const char *action)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                                            gtk_named_action_new (action));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* The row under the pointer joins the selection before the menu speaks about "it". */
static void
right_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, TrioOutline *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, TRIO_TYPE_NOTE_ROW) : NULL;
  GdkRectangle place = { (int)x, (int)y, 1, 1 };
  g_autoptr (GMenu) menu = NULL;
  guint position;

  if (row == NULL && picked != NULL && TRIO_IS_NOTE_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  if (row == NULL || !TRIO_IS_NOTE (trio_note_row_get_item (TRIO_NOTE_ROW (row)))
      || trio_note_row_is_editing (TRIO_NOTE_ROW (row)))
    return;

  position = gtk_list_item_get_position (g_object_get_data (G_OBJECT (row), "list-item"));
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  menu = create_note_menu (self);
  show_menu (self, menu, &place);
}

/**
 * trio_outline_update_actions:
 * @self: the outline
 *
 * Enables what can be done to the present selection.
 */
void
trio_outline_update_actions (TrioOutline *self)
{
  static const char *const changing[] = { "delete", "move", "move-to" };
  g_autoptr (GArray) ids = trio_outline_dup_selection (self);
  gboolean can_change
      = self->model != NULL && ids->len > 0 && !trio_model_get_read_only (self->model);
  gboolean any_withheld = FALSE;
  gboolean any_normal = FALSE;
  GActionMap *map = G_ACTION_MAP (self->actions);

  for (guint i = 0; i < ids->len; i++)
    {
      TrioObject *note = trio_model_get_object (self->model, IDS (ids)[i]);
      gboolean withheld
          = note != NULL && trio_object_get_int (note, TRIO_NOTE_STATE) == TRIO_NOTE_STATE_WITHHELD;

      any_withheld |= withheld;
      any_normal |= !withheld;
    }

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, changing[i])),
                                 can_change);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "edit")),
                               can_change && ids->len == 1);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "copy")),
                               ids->len > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "menu")),
                               ids->len > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "withhold")),
                               can_change && any_normal);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "release")),
                               can_change && any_withheld);
}

/**
 * trio_outline_install_actions:
 * @self: the outline
 *
 * Makes the actions and their keys. The keys work while the list has the focus, never while
 * words are typed.
 */
void
trio_outline_install_actions (TrioOutline *self)
{
  static const GActionEntry entries[] = {
    { "edit", edit_action_cb },
    { "copy", copy_action_cb },
    { "delete", delete_action_cb },
    { "move", move_action_cb },
    { "move-to", move_to_action_cb, "x" },
    { "withhold", withhold_action_cb },
    { "release", release_action_cb },
    { "menu", menu_action_cb },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "outline", G_ACTION_GROUP (self->actions));

  add_key (keys, GDK_KEY_F2, 0, "outline.edit");
  add_key (keys, GDK_KEY_Delete, 0, "outline.delete");
  add_key (keys, GDK_KEY_KP_Delete, 0, "outline.delete");
  add_key (keys, GDK_KEY_m, 0, "outline.move");
  add_key (keys, GDK_KEY_c, GDK_CONTROL_MASK, "outline.copy");
  add_key (keys, GDK_KEY_Menu, 0, "outline.menu");
  add_key (keys, GDK_KEY_F10, GDK_SHIFT_MASK, "outline.menu");
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
