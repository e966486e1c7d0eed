/* trio-note-actions-keys.c: the keys of the actions on inputs and clusters. */
#include "config.h"

#include "app/notes/trio-note-actions-private.h"

#define CTRL  GDK_CONTROL_MASK
#define SHIFT GDK_SHIFT_MASK
#define ALT   GDK_ALT_MASK

/* Keys of the same action stand together; the first is the one that the menu shows. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action; /* detailed, without the prefix */
} keys[] = {
  { GDK_KEY_F2, 0, "edit-or-rename" },
  { GDK_KEY_F2, SHIFT, "rename-cluster" },
  { GDK_KEY_c, CTRL, "copy" },
  { GDK_KEY_x, CTRL, "cut" },
  { GDK_KEY_v, CTRL, "paste" },
  { GDK_KEY_n, 0, "new-note" },
  { GDK_KEY_a, CTRL, "select-all" },
  { GDK_KEY_Delete, 0, "delete" },
  { GDK_KEY_KP_Delete, 0, "delete" },
  { GDK_KEY_g, 0, "group" },
  { GDK_KEY_m, 0, "move" },
  { GDK_KEY_0, 0, "ungroup" },
  { GDK_KEY_KP_0, 0, "ungroup" },
  { GDK_KEY_d, CTRL, "split-cluster" },
  { GDK_KEY_j, CTRL, "merge-clusters" },
  { GDK_KEY_j, CTRL | SHIFT, "dissolve-cluster" },
  { GDK_KEY_a, CTRL | SHIFT, "select-cluster" },
  { GDK_KEY_Up, ALT, "shift(-1)" },
  { GDK_KEY_KP_Up, ALT, "shift(-1)" },
  { GDK_KEY_Down, ALT, "shift(1)" },
  { GDK_KEY_KP_Down, ALT, "shift(1)" },
  { GDK_KEY_plus, 0, "vote(1)" },
  { GDK_KEY_KP_Add, 0, "vote(1)" },
  { GDK_KEY_minus, 0, "vote(-1)" },
  { GDK_KEY_KP_Subtract, 0, "vote(-1)" },
  { GDK_KEY_b, CTRL, "count-votes" },
  { GDK_KEY_u, CTRL, "quote" },
  { GDK_KEY_u, CTRL | SHIFT, "unquote" },
  { GDK_KEY_t, CTRL, "stack" },
  { GDK_KEY_t, CTRL | SHIFT, "unstack" },
  { GDK_KEY_h, CTRL, "withhold" },
  { GDK_KEY_h, CTRL | SHIFT, "release" },
  { GDK_KEY_l, CTRL, "flag" },
  { GDK_KEY_l, CTRL | SHIFT, "clear-flag" },
  { GDK_KEY_1, ALT, "role(1)" },
  { GDK_KEY_2, ALT, "role(2)" },
  { GDK_KEY_3, ALT, "role(3)" },
  { GDK_KEY_0, ALT, "role(0)" },
  { GDK_KEY_9, ALT, "choose-round" },
  { GDK_KEY_5, ALT, "colour(0)" },
  { GDK_KEY_6, ALT, "colour(6)" },
  { GDK_KEY_7, ALT, "colour(4)" },
  { GDK_KEY_8, ALT, "colour(2)" },
  { GDK_KEY_Menu, 0, "menu" },
  { GDK_KEY_F10, SHIFT, "menu" },
};

static gboolean
is_typing (GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus));
}

/* A key whose action does not apply is left to the view, where it may begin a new input. */
static gboolean
activate_cb (GtkWidget *view, GVariant *args, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  const char *detailed;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_variant_get (args, "&s", &detailed);
  if (is_typing (view) || !g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return FALSE;
  trio_note_actions_update (self);
  if (!g_action_group_get_action_enabled (G_ACTION_GROUP (self->group), name))
    return FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (self->group), name, target);
  return TRUE;
}

static void
add_key (TrioNoteActions *self,
         GtkEventController *controller,
         guint key,
         GdkModifierType modifiers,
         const char *action)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (activate_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_string (action));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/**
 * trio_note_actions_create_keys:
 * @self: the actions
 *
 * Returns: (transfer full): the keys of all actions, for a view
 */
GtkEventController *
trio_note_actions_create_keys (TrioNoteActions *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_key (self, controller, keys[i].key, keys[i].modifiers, keys[i].action);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("put-in-cluster(%u)", i);

      add_key (self, controller, GDK_KEY_0 + i, 0, action);
      add_key (self, controller, GDK_KEY_KP_0 + i, 0, action);
    }
  return controller;
}

/**
 * trio_note_actions_dup_accel:
 * @detailed: detailed name of an action, without the prefix
 *
 * Returns: (transfer full) (nullable): its key as menus write it, or %NULL
 */
char *
trio_note_actions_dup_accel (const char *detailed)
{
  /* In a menu of inputs the key that edits or renames edits. */
  if (g_str_equal (detailed, "edit"))
    detailed = "edit-or-rename";
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].action, detailed))
      return gtk_accelerator_name (keys[i].key, keys[i].modifiers);
  return NULL;
}
