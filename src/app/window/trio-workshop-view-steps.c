/* trio-workshop-view-steps.c: what the view says about undo, redo and the file. */
#include "config.h"

#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "app/window/trio-workshop-view-private.h"

#include <glib/gi18n.h>

static void
name_button (GtkWidget *button, const char *name, const char *keys)
{
  /* Translators: a tooltip: what a button does, and its keys in brackets */
  g_autofree char *tooltip = g_strdup_printf (_ ("%s (%s)"), name, keys);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
append_step (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/**
 * trio_workshop_view_show_steps:
 * @self: the view
 *
 * Names in buttons and menu what undo and redo would do.
 */
void
trio_workshop_view_show_steps (TrioWorkshopView *self)
{
  g_autofree char *undo = trio_model_dup_undo_label (self->model);
  g_autofree char *redo = trio_model_dup_redo_label (self->model);
  g_autofree char *undo_item = NULL;
  g_autofree char *redo_item = NULL;
  g_autofree char *undo_name = NULL;
  g_autofree char *redo_name = NULL;
  g_autofree char *steps
      = g_strjoin ("\n", undo != NULL ? undo : "", redo != NULL ? redo : "", NULL);

  /* One input after the other is typed, and each is the same step. */
  if (g_strcmp0 (steps, self->steps) == 0)
    return;
  g_free (self->steps);
  self->steps = g_steal_pointer (&steps);

  /* Translators: %s names what will be undone, such as “Add 1 input” */
  undo_name = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  /* Translators: %s names what will be done again */
  redo_name = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));
  /* Translators: keys on the keyboard */
  name_button (self->undo_button, undo_name, _ ("Ctrl+Z"));
  /* Translators: keys on the keyboard */
  name_button (self->redo_button, redo_name, _ ("Shift+Ctrl+Z"));

  g_menu_remove_all (self->undo_section);
  /* Translators: a menu item; %s names what will be undone */
  undo_item = undo != NULL ? g_strdup_printf (_ ("_Undo: %s"), undo) : g_strdup (_ ("_Undo"));
  /* Translators: a menu item; %s names what will be done again */
  redo_item = redo != NULL ? g_strdup_printf (_ ("_Redo: %s"), redo) : g_strdup (_ ("_Redo"));
  append_step (self->undo_section, undo_item, "win.undo", "<Control>z");
  append_step (self->undo_section, redo_item, "win.redo", "<Shift><Control>z");
}

static gboolean
is_in_page (TrioWorkshopView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack))
         && gtk_widget_get_mapped (focus);
}

/**
 * trio_workshop_view_undo:
 * @self: the view
 * @redo: whether to redo
 *
 * Takes back the last step, or does it again, and says what that was.
 *
 * Returns: whether something was undone or redone
 */
gboolean
trio_workshop_view_undo (TrioWorkshopView *self, gboolean redo)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_return_val_if_fail (TRIO_IS_WORKSHOP_VIEW (self), FALSE);

  if (self->model == NULL || trio_model_get_read_only (self->model))
    return FALSE;

  label = redo ? trio_model_dup_redo_label (self->model) : trio_model_dup_undo_label (self->model);
  if (label == NULL)
    return FALSE;
  done = redo ? trio_model_redo (self->model, &error) : trio_model_undo (self->model, &error);
  if (!done)
    text = g_strdup (error->message);
  else if (redo)
    /* Translators: %s names the step that was done again */
    text = g_strdup_printf (_ ("Done again: %s"), label);
  else
    /* Translators: %s names the step that was undone */
    text = g_strdup_printf (_ ("Undone: %s"), label);
  trio_capture_bar_say (trio_station_page_get_capture (self->station_page), text);
  g_signal_emit_by_name (self, "notice", text, FALSE);
  trio_workshop_view_go_on (self);
  return done;
}

/**
 * trio_workshop_view_go_on:
 * @self: the view
 *
 * Gives the keyboard back to the field for inputs after a button outside of the pages was
 * pressed, so that the next words do not press it again. Whoever works in a page goes on there.
 */
void
trio_workshop_view_go_on (TrioWorkshopView *self)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  if (!is_in_page (self))
    trio_workshop_view_focus_capture (self);
}

/**
 * trio_workshop_view_fill_draft:
 * @self: the view
 * @draft: an input to be added
 *
 * Gives it what is chosen for new inputs.
 */
void
trio_workshop_view_fill_draft (TrioWorkshopView *self, TrioNoteDraft *draft)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  trio_capture_bar_fill_draft (trio_station_page_get_capture (self->station_page), draft);
}

/**
 * trio_workshop_view_act_on_board:
 * @self: the view
 * @action: an action of the page with the board, such as "station.suggest"
 *
 * Shows the board and does something there.
 */
void
trio_workshop_view_act_on_board (TrioWorkshopView *self, const char *action)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  trio_workshop_view_show_page (self, "station");
  gtk_widget_activate_action (GTK_WIDGET (self->station_page), action, NULL);
}

/**
 * trio_workshop_view_show_banner:
 * @self: the view
 * @text: what is the matter
 * @button: (nullable): label of the button that helps
 * @action: (nullable): its action
 *
 * Shows a message that stays until the matter is settled.
 */
void
trio_workshop_view_show_banner (TrioWorkshopView *self,
                                const char *text,
                                const char *button,
                                const char *action)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  gtk_label_set_label (self->banner_label, text);
  trio_announce (GTK_WIDGET (self->banner_label), text);
  gtk_widget_set_visible (GTK_WIDGET (self->banner_button), button != NULL);
  if (button != NULL)
    trio_compat_set_button_label (self->banner_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner_button), action);
  gtk_revealer_set_reveal_child (self->banner_revealer, TRUE);
}

/**
 * trio_workshop_view_hide_banner:
 * @self: the view
 *
 * Takes the message away.
 */
void
trio_workshop_view_hide_banner (TrioWorkshopView *self)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  gtk_revealer_set_reveal_child (self->banner_revealer, FALSE);
}

/**
 * trio_workshop_view_add_toast:
 * @self: the view
 * @toast: (transfer full): a passing message
 *
 * Shows a passing message where it does not cover the field in which inputs are typed.
 */
void
trio_workshop_view_add_toast (TrioWorkshopView *self, AdwToast *toast)
{
  AdwToastOverlay *toasts;

  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  toasts = trio_page_get_toasts (TRIO_PAGE (adw_view_stack_get_visible_child (self->stack)));
  trio_compat_add_toast (toasts != NULL ? toasts : self->toasts, toast);
}

/**
 * trio_workshop_view_turn_page:
 * @self: the view
 * @step: 1 for the next page, -1 for the one before
 *
 * Shows a page beside the one that is shown; before the first stands the last.
 */
void
trio_workshop_view_turn_page (TrioWorkshopView *self, int step)
{
  g_autoptr (GtkSelectionModel) pages = NULL;
  guint n;

  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  pages = adw_view_stack_get_pages (self->stack);
  n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (pages, i))
      {
        gtk_selection_model_select_item (pages, (i + n + (guint)step) % n, TRUE);
        return;
      }
}

/**
 * trio_workshop_view_show_note:
 * @self: the view
 * @note: number of an input
 *
 * Goes to the station of the input, selects it and puts the focus on it.
 */
void
trio_workshop_view_show_note (TrioWorkshopView *self, TrioId note)
{
  const TrioRecord *record;

  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  record = self->model != NULL ? trio_model_get_record (self->model, note) : NULL;
  if (record == NULL || record->kind != TRIO_KIND_NOTE)
    return;
  trio_sidebar_select (self->sidebar, trio_record_get_ref (record, TRIO_NOTE_STATION));
  trio_workshop_view_show_page (self, "station");
  trio_station_page_show_note (self->station_page, note);
}
