/* trio-wall-keys.c: the keys of the wall. */
#include "config.h"

#include "app/wall/trio-wall-private.h"

static gboolean
act (TrioWallWindow *self, const char *name, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), name, parameter);
  return TRUE;
}

static gboolean
press_digit (TrioWallWindow *self, guint keyval)
{
  guint32 letter = gdk_keyval_to_unicode (keyval);

  if (letter < '1' || letter > '9')
    return FALSE;
  return act (self, "station", g_variant_new_int64 (letter - '0'));
}

static gboolean
press_control (TrioWallWindow *self, guint keyval)
{
  if (keyval == GDK_KEY_w)
    gtk_window_close (GTK_WINDOW (self));
  return keyval == GDK_KEY_w;
}

/* A command of the window with the workshop, for whoever stands at the wall. */
static gboolean
act_on_owner (TrioWallWindow *self, const char *name)
{
  if (G_IS_ACTION_GROUP (self->owner))
    g_action_group_activate_action (G_ACTION_GROUP (self->owner), name, NULL);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType modifiers,
        TrioWallWindow *self)
{
  static const struct
  {
    guint keyval;
    const char *action;
    const char *show;
  } table[] = {
    { GDK_KEY_Right, "next", NULL },
    { GDK_KEY_Down, "next", NULL },
    { GDK_KEY_Page_Down, "next", NULL },
    { GDK_KEY_space, "next", NULL },
    { GDK_KEY_Return, "next", NULL },
    { GDK_KEY_Left, "previous", NULL },
    { GDK_KEY_Up, "previous", NULL },
    { GDK_KEY_Page_Up, "previous", NULL },
    { GDK_KEY_BackSpace, "previous", NULL },
    { GDK_KEY_Home, "first", NULL },
    { GDK_KEY_End, "last", NULL },
    { GDK_KEY_n, "update", NULL },
    { GDK_KEY_plus, "larger", NULL },
    { GDK_KEY_equal, "larger", NULL },
    { GDK_KEY_KP_Add, "larger", NULL },
    { GDK_KEY_minus, "smaller", NULL },
    { GDK_KEY_KP_Subtract, "smaller", NULL },
    { GDK_KEY_b, "blank", NULL },
    { GDK_KEY_period, "blank", NULL },
    { GDK_KEY_t, "test", NULL },
    { GDK_KEY_d, "dark", NULL },
    { GDK_KEY_q, "question", NULL },
    { GDK_KEY_f, "fullscreen", NULL },
    { GDK_KEY_F11, "fullscreen", NULL },
    { GDK_KEY_m, "next-screen", NULL },
    { GDK_KEY_Escape, "back", NULL },
    { GDK_KEY_i, "show", "notes" },
    { GDK_KEY_c, "show", "clusters" },
    { GDK_KEY_p, "show", "playback" },
  };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint lower = gdk_keyval_to_lower (keyval);

  if ((modifiers & GDK_CONTROL_MASK) != 0)
    return press_control (self, lower);
  if ((modifiers & GDK_ALT_MASK) != 0)
    return FALSE;
  /* A button that has the focus is pressed as anywhere else. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->tools))
      && (keyval == GDK_KEY_space || keyval == GDK_KEY_Return))
    return FALSE;
  if (keyval == GDK_KEY_F8)
    return act_on_owner (self, (modifiers & GDK_SHIFT_MASK) ? "pause-round" : "next-round");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].keyval == lower)
      return act (self, table[i].action,
                  table[i].show != NULL ? g_variant_new_string (table[i].show) : NULL);
  return press_digit (self, keyval);
}

/**
 * trio_wall_window_install_keys:
 * @self: the wall
 *
 * Lets keys act wherever the focus is: whoever stands at the wall has no mouse.
 */
void
trio_wall_window_install_keys (TrioWallWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
