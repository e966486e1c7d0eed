/* trio-capture-choices.c: role, colour and practice of the inputs that are typed next.
 *
 * They stay until they are changed. The buttons never take the focus from the field.
 */
#include "config.h"

#include "app/capture/trio-capture-bar-private.h"

#include <glib/gi18n.h>

/* Alt+1, 2 and 3 choose roles, Alt+5 and on colours, Alt+9 the round: Shift with a digit is
 * another sign on every keyboard. */
#define FIRST_COLOUR_KEY 5

static const TrioRole offered_roles[] = { TRIO_ROLE_LEADER, TRIO_ROLE_AMR, TRIO_ROLE_TR };

static void
show_choice (GtkBox *box, guint chosen)
{
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), i++ == chosen);
}

static void
show_choices (TrioCaptureBar *self)
{
  guint role = G_MAXUINT;
  guint colour = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (offered_roles); i++)
    if (offered_roles[i] == self->role)
      role = i;
  for (guint i = 0; i < TRIO_N_NOTE_COLOURS; i++)
    if (trio_note_colour_nth (i) == self->colour)
      colour = i;
  self->is_showing = TRUE;
  show_choice (self->roles, role);
  show_choice (self->colours, colour);
  gtk_toggle_button_set_active (self->practice_button, self->practice);
  self->is_showing = FALSE;
}

/**
 * trio_capture_bar_tell_choices:
 * @self: the bar
 *
 * Tells others that make inputs what is chosen for them.
 */
void
trio_capture_bar_tell_choices (TrioCaptureBar *self)
{
  g_signal_emit_by_name (self, "choices-changed");
}

/* The same role again takes it off. */
static void
choose_role (TrioCaptureBar *self, TrioRole role)
{
  self->role = self->role == role ? TRIO_ROLE_NONE : role;
  show_choices (self);
  trio_capture_bar_tell_choices (self);
  trio_capture_bar_tell (self, trio_role_label (self->role), FALSE);
}

static void
choose_colour (TrioCaptureBar *self, TrioColour colour)
{
  self->colour = colour;
  show_choices (self);
  trio_capture_bar_tell_choices (self);
  trio_capture_bar_tell (self, trio_note_colour_label (colour), FALSE);
}

static void
choose_practice (TrioCaptureBar *self, gboolean practice)
{
  self->practice = practice;
  if (practice)
    gtk_widget_add_css_class (GTK_WIDGET (self), "practice");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "practice");
  show_choices (self);
  trio_capture_bar_tell_choices (self);
  trio_capture_bar_tell (self,
                         practice ? _ ("Practice: what is typed now never reaches a document")
                                  : _ ("Practice is over: what is typed now counts"),
                         FALSE);
}

static void
role_clicked_cb (GtkToggleButton *button, TrioCaptureBar *self)
{
  if (!self->is_showing)
    choose_role (self,
                 (TrioRole)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "choice")));
}

static void
colour_clicked_cb (GtkToggleButton *button, TrioCaptureBar *self)
{
  if (!self->is_showing)
    choose_colour (self,
                   (TrioColour)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "choice")));
}

static void
practice_toggled_cb (GtkToggleButton *button, TrioCaptureBar *self)
{
  if (!self->is_showing)
    choose_practice (self, gtk_toggle_button_get_active (button));
}

static GtkWidget *
append_button (GtkBox *box, guint choice, const char *name, const char *keys)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *tooltip = g_strdup_printf (_ ("%s (%s)"), name, keys);

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "choice", GUINT_TO_POINTER (choice));
  gtk_box_append (box, button);
  return button;
}

static void
add_roles (TrioCaptureBar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (offered_roles); i++)
    {
      g_autofree char *keys = g_strdup_printf (_ ("Alt+%u"), i + 1);
      GtkWidget *button
          = append_button (self->roles, offered_roles[i], trio_role_label (offered_roles[i]), keys);

      gtk_button_set_label (GTK_BUTTON (button), trio_role_short_label (offered_roles[i]));
      gtk_widget_add_css_class (button, "role");
      g_signal_connect (button, "toggled", G_CALLBACK (role_clicked_cb), self);
    }
}

static void
add_colours (TrioCaptureBar *self)
{
  for (guint i = 0; i < TRIO_N_NOTE_COLOURS; i++)
    {
      TrioColour colour = trio_note_colour_nth (i);
      g_autofree char *keys = g_strdup_printf (_ ("Alt+%u"), FIRST_COLOUR_KEY + i);
      GtkWidget *button
          = append_button (self->colours, colour, trio_note_colour_label (colour), keys);

      gtk_widget_add_css_class (button, "paper");
      gtk_widget_add_css_class (button, trio_note_colour_class (colour));
      g_signal_connect (button, "toggled", G_CALLBACK (colour_clicked_cb), self);
    }
}

static void
role_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  choose_role (user_data, (TrioRole)g_variant_get_int32 (parameter));
}

static void
colour_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  choose_colour (user_data, (TrioColour)g_variant_get_int32 (parameter));
}

static void
practice_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioCaptureBar *self = user_data;

  choose_practice (self, !self->practice);
}

static void
delete_practice_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioCaptureBar *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  if (self->model == NULL)
    return;
  if (!trio_command_delete_practice_notes (self->model, &n, &error))
    {
      trio_capture_bar_tell (self, error->message, TRUE);
      return;
    }
  text = g_strdup_printf (ngettext ("%u practice input deleted", "%u practice inputs deleted", n),
                          n);
  trio_capture_bar_tell (self, text, FALSE);
  g_signal_emit_by_name (self, "notice", text, TRUE);
}

static void
add_key (GtkEventController *controller,
         guint key,
         GdkModifierType modifiers,
         const char *action,
         GVariant *target)
{
  GtkShortcut *shortcut
      = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action));

  if (target != NULL)
    gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (TrioCaptureBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (offered_roles); i++)
    add_key (keys, GDK_KEY_1 + i, GDK_ALT_MASK, "capture.role",
             g_variant_new_int32 (offered_roles[i]));
  add_key (keys, GDK_KEY_0, GDK_ALT_MASK, "capture.role", g_variant_new_int32 (TRIO_ROLE_NONE));
  for (guint i = 0; i < TRIO_N_NOTE_COLOURS; i++)
    add_key (keys, GDK_KEY_0 + FIRST_COLOUR_KEY + i, GDK_ALT_MASK, "capture.colour",
             g_variant_new_int32 (trio_note_colour_nth (i)));
  add_key (keys, GDK_KEY_9, GDK_ALT_MASK, "capture.choose-round", NULL);
  add_key (keys, GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "capture.practice", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * trio_capture_bar_add_choices:
 * @self: the bar
 *
 * Adds the buttons and keys with which role, colour and practice are chosen.
 */
void
trio_capture_bar_add_choices (TrioCaptureBar *self)
{
  static const GActionEntry entries[] = {
    { "role", role_cb, "i" },
    { "colour", colour_cb, "i" },
    { "practice", practice_cb },
    { "delete-practice", delete_practice_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "capture", G_ACTION_GROUP (self->actions));
  add_roles (self);
  add_colours (self);
  trio_capture_bar_add_rounds (self);
  add_keys (self);
  g_signal_connect (self->practice_button, "toggled", G_CALLBACK (practice_toggled_cb), self);
  show_choices (self);
}

/**
 * trio_capture_bar_show_practice:
 * @self: the bar
 *
 * Offers to delete the inputs of the rehearsal while there are any.
 */
void
trio_capture_bar_show_practice (TrioCaptureBar *self)
{
  g_autofree char *label = NULL;
  TrioRecord *const *notes;
  guint n_notes;
  guint n = 0;

  if (self->model == NULL)
    return;
  notes = trio_list_peek_records (trio_model_get_list (self->model, TRIO_KIND_NOTE), &n_notes);
  for (guint i = 0; i < n_notes; i++)
    n += notes[i]->values[TRIO_NOTE_STATE].integer == TRIO_NOTE_STATE_PRACTICE;
  gtk_widget_set_visible (GTK_WIDGET (self->clean_button), n > 0 && !self->is_guest);
  label
      = g_strdup_printf (ngettext ("Delete %u practice input", "Delete %u practice inputs", n), n);
  gtk_button_set_label (self->clean_button, label);
}

/**
 * trio_capture_bar_fill_draft:
 * @self: the bar
 * @draft: an input to be added
 *
 * Gives it the role, colour, round and state that are chosen.
 */
void
trio_capture_bar_fill_draft (TrioCaptureBar *self, TrioNoteDraft *draft)
{
  if (draft->role == TRIO_ROLE_NONE)
    draft->role = self->role;
  draft->colour = self->colour;
  draft->practice = self->practice;
  draft->round = self->round;
}
