/* trio-setup-page.c: the page on which a day is prepared: the workshop, its themes and stations.
 *
 * It is filled when it is first looked at: a file that is opened at its board does not wait
 * for a form.
 */
#include "config.h"

#include "app/setup/trio-setup-page-private.h"

#include <glib/gi18n.h>

#include "app/rounds/trio-rotation-view.h"
#include "app/setup/trio-field-binding.h"
#include "app/setup/trio-followup-list.h"
#include "app/trio-compat.h"
#include "app/widgets/trio-wrap-box.h"
#include "model/trio-commands-theme.h"

static void page_interface_init (TrioPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrioSetupPage,
                               trio_setup_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRIO_TYPE_PAGE, page_interface_init))

static TrioThemeCard *
find_card (TrioSetupPage *self, TrioId theme)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->themes)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TRIO_IS_THEME_CARD (child) && trio_theme_card_get_theme (TRIO_THEME_CARD (child)) == theme)
      return TRIO_THEME_CARD (child);
  return NULL;
}

static void
chosen_cb (TrioSetupFindings *findings, gint64 object, guint field, TrioSetupPage *self)
{
  trio_setup_page_show_field (self, object, field);
}

static GtkWidget *
create_card (TrioSetupPage *self, TrioId theme)
{
  GtkWidget *card = trio_theme_card_new (self->model, theme);

  trio_compat_mend_names (card);
  g_signal_connect_object (trio_theme_card_get_findings (TRIO_THEME_CARD (card)), "chosen",
                           G_CALLBACK (chosen_cb), self, 0);
  return card;
}

/* Cards of themes that stay are kept, so that the focus stays where it is. */
static void
show_themes (TrioSetupPage *self)
{
  GListModel *themes = trio_model_get_list (self->model, TRIO_KIND_THEME);
  guint n = g_list_model_get_n_items (themes);
  GtkWidget *last = NULL;
  GtkWidget *extra;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) theme = g_list_model_get_item (themes, i);
      TrioId id = trio_object_get_id (theme);
      TrioThemeCard *known = find_card (self, id);
      GtkWidget *card = known != NULL ? GTK_WIDGET (known) : create_card (self, id);

      if (known == NULL || gtk_widget_get_prev_sibling (card) != last)
        trio_card_flow_put_after (self->themes, card, last);
      last = card;
    }
  while ((extra = last != NULL ? gtk_widget_get_next_sibling (last)
                               : gtk_widget_get_first_child (GTK_WIDGET (self->themes)))
         != NULL)
    trio_card_flow_remove (self->themes, extra);
  gtk_widget_set_visible (self->no_themes, n == 0);
}

static void
show_lock (TrioSetupPage *self)
{
  const char *why = self->why_locked;
  gboolean is_locked;

  if (self->model == NULL)
    return;
  if (why == NULL && trio_model_get_read_only (self->model))
    why = _ ("This file is open for reading only, so nothing can be changed here.");
  is_locked = why != NULL;
  gtk_label_set_label (self->lock_label, is_locked ? why : "");
  gtk_widget_set_visible (self->lock, is_locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form_bin), !is_locked);
  gtk_widget_set_sensitive (self->themes_head, !is_locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->themes), !is_locked);
  /* Rounds are shortened and teams moved while the day runs. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->rounds_bin), !trio_model_get_read_only (self->model));
  gtk_widget_set_sensitive (self->parent_head, !is_locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->parent_bin), !is_locked);
}

static void
committed_cb (TrioSetupPage *self)
{
  if (self->form != NULL)
    trio_setup_page_check_soon (self);
}

/* Fills the page. */
static void
fill (TrioSetupPage *self)
{
  GtkWidget *rotation;

  if (self->form != NULL || self->model == NULL)
    return;
  self->form = TRIO_SETUP_FORM (trio_setup_form_new (self->model));
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
  rotation = trio_rotation_view_new ();
  trio_rotation_view_set_model (TRIO_ROTATION_VIEW (rotation), self->model);
  adw_bin_set_child (self->rounds_bin, rotation);
  adw_bin_set_child (self->parent_bin, trio_setup_form_new_parent (self->model));
  adw_bin_set_child (self->followup_bin, trio_followup_list_new (self->model));
  /* What is agreed at the end of the day is written while it runs. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->followup_bin),
                            !trio_model_get_read_only (self->model));
  g_signal_connect_swapped (trio_model_get_list (self->model, TRIO_KIND_THEME), "items-changed",
                            G_CALLBACK (show_themes), self);
  show_themes (self);
  show_lock (self);
}

static void
empty (TrioSetupPage *self)
{
  GtkWidget *child;

  trio_setup_page_stop_checking (self);
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (trio_model_get_list (self->model, TRIO_KIND_THEME),
                                            self);
      g_signal_handlers_disconnect_by_data (self->model, self);
    }
  if (self->form != NULL)
    {
      adw_bin_set_child (self->form_bin, NULL);
      adw_bin_set_child (self->rounds_bin, NULL);
      adw_bin_set_child (self->parent_bin, NULL);
      adw_bin_set_child (self->followup_bin, NULL);
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->themes))) != NULL)
        trio_card_flow_remove (self->themes, child);
    }
  self->form = NULL;
}

/* The page in its frame */

static void
trio_setup_page_set_model (TrioPage *page, TrioModel *model)
{
  TrioSetupPage *self = TRIO_SETUP_PAGE (page);

  empty (self);
  g_set_object (&self->model, model);
  if (model == NULL)
    return;
  g_signal_connect_swapped (model, "committed", G_CALLBACK (committed_cb), self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static gboolean
trio_setup_page_focus_next_pane (TrioPage *page, GtkWidget *focus)
{
  TrioSetupPage *self = TRIO_SETUP_PAGE (page);
  GtkWidget *panes[]
      = { GTK_WIDGET (self->form_bin), GTK_WIDGET (self->themes), GTK_WIDGET (self->rounds_bin),
          GTK_WIDGET (self->parent_bin), GTK_WIDGET (self->followup_bin) };
  guint first = 0;

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (panes); i++)
    if (gtk_widget_is_ancestor (focus, panes[i]))
      first = i + 1;
  for (guint i = first; i < G_N_ELEMENTS (panes); i++)
    if (gtk_widget_get_mapped (panes[i]) && gtk_widget_child_focus (panes[i], GTK_DIR_TAB_FORWARD))
      return TRUE;
  return FALSE;
}

static void
page_interface_init (TrioPageInterface *iface)
{
  iface->set_model = trio_setup_page_set_model;
  iface->focus_next_pane = trio_setup_page_focus_next_pane;
}

static gboolean
trio_setup_page_grab_focus (GtkWidget *widget)
{
  TrioSetupPage *self = TRIO_SETUP_PAGE (widget);

  if (self->form == NULL)
    return FALSE;
  return gtk_widget_grab_focus (trio_setup_form_get_field (self->form, TRIO_WORKSHOP_TITLE));
}

static void
trio_setup_page_map (GtkWidget *widget)
{
  fill (TRIO_SETUP_PAGE (widget));
  GTK_WIDGET_CLASS (trio_setup_page_parent_class)->map (widget);
  trio_setup_page_check_soon (TRIO_SETUP_PAGE (widget));
}

static void
trio_setup_page_unmap (GtkWidget *widget)
{
  trio_setup_page_stop_checking (TRIO_SETUP_PAGE (widget));
  GTK_WIDGET_CLASS (trio_setup_page_parent_class)->unmap (widget);
}

static void
trio_setup_page_dispose (GObject *object)
{
  TrioSetupPage *self = TRIO_SETUP_PAGE (object);

  if (self->model != NULL)
    empty (self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->why_locked, g_free);

  G_OBJECT_CLASS (trio_setup_page_parent_class)->dispose (object);
}

static void
trio_setup_page_class_init (TrioSetupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_CARD_FLOW);
  g_type_ensure (TRIO_TYPE_SETUP_FINDINGS);

  G_OBJECT_CLASS (klass)->dispose = trio_setup_page_dispose;
  widget_class->grab_focus = trio_setup_page_grab_focus;
  trio_compat_focus_children (widget_class);
  widget_class->map = trio_setup_page_map;
  widget_class->unmap = trio_setup_page_unmap;

  g_type_ensure (TRIO_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-setup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, lock);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, lock_label);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, findings);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, themes_head);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, no_themes);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, themes);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, rounds_bin);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, rounds_head);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, parent_bin);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, parent_head);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, followup_bin);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, followup_head);
  gtk_widget_class_bind_template_child (widget_class, TrioSetupPage, theme_button);
}

static void
trio_setup_page_init (TrioSetupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_mend_names (GTK_WIDGET (self));
  g_signal_connect (self->findings, "chosen", G_CALLBACK (chosen_cb), self);
  trio_setup_page_install_actions (self);
  trio_setup_page_add_drop (self);
}

/**
 * trio_setup_page_show_field:
 * @self: the page, in view
 * @object: number of an object
 * @field: index of a field of it
 *
 * Puts the focus where the field is edited, and scrolls there.
 */
void
trio_setup_page_show_field (TrioSetupPage *self, TrioId object, guint field)
{
  GtkWidget *widget;
  TrioThemeCard *card;

  g_return_if_fail (TRIO_IS_SETUP_PAGE (self));

  widget = trio_field_find (GTK_WIDGET (self), object, field);
  card = find_card (self, object);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
  else if (card != NULL)
    gtk_widget_child_focus (GTK_WIDGET (trio_theme_card_get_questions (card)), GTK_DIR_TAB_FORWARD);
}

/**
 * trio_setup_page_set_lock:
 * @self: the page
 * @why: (nullable): why nothing may be changed now, in a sentence; %NULL when it may
 *
 * Locks the page while the day runs.
 */
void
trio_setup_page_set_lock (TrioSetupPage *self, const char *why)
{
  g_return_if_fail (TRIO_IS_SETUP_PAGE (self));

  g_free (self->why_locked);
  self->why_locked = g_strdup (why);
  show_lock (self);
}

/**
 * trio_setup_page_add_theme:
 * @self: the page
 *
 * Adds a theme with a station, and puts the focus on its title.
 */
void
trio_setup_page_add_theme (TrioSetupPage *self)
{
  g_autoptr (GError) error = NULL;
  TrioThemeCard *card;
  GtkWidget *title;
  TrioId theme;

  g_return_if_fail (TRIO_IS_SETUP_PAGE (self));

  /* Translators: title of a theme that has not got one yet */
  theme = trio_command_add_theme (self->model, _ ("New theme"), &error);
  if (theme == 0)
    {
      trio_page_notice (TRIO_PAGE (self), error->message, FALSE);
      return;
    }
  card = find_card (self, theme);
  title = card != NULL ? trio_field_find (GTK_WIDGET (card), theme, TRIO_THEME_TITLE) : NULL;
  if (title == NULL)
    return;
  gtk_widget_grab_focus (title);
  gtk_editable_select_region (GTK_EDITABLE (title), 0, -1);
}

/**
 * trio_setup_page_get_form:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the form of the workshop; %NULL before the page has
 *   been looked at
 */
TrioSetupForm *
trio_setup_page_get_form (TrioSetupPage *self)
{
  g_return_val_if_fail (TRIO_IS_SETUP_PAGE (self), NULL);

  return self->form;
}

/**
 * trio_setup_page_get_card:
 * @self: the page
 * @index: which theme, from 0
 *
 * Returns: (transfer none) (nullable): the card of the theme
 */
TrioThemeCard *
trio_setup_page_get_card (TrioSetupPage *self, guint index)
{
  GtkWidget *child;

  g_return_val_if_fail (TRIO_IS_SETUP_PAGE (self), NULL);

  child = gtk_widget_get_first_child (GTK_WIDGET (self->themes));
  for (guint i = 0; child != NULL && i < index; i++)
    child = gtk_widget_get_next_sibling (child);
  return child != NULL ? TRIO_THEME_CARD (child) : NULL;
}

/**
 * trio_setup_page_get_findings:
 * @self: the page
 *
 * Returns: (transfer none): the list of what the checks found about the workshop itself
 */
TrioSetupFindings *
trio_setup_page_get_findings (TrioSetupPage *self)
{
  g_return_val_if_fail (TRIO_IS_SETUP_PAGE (self), NULL);

  return self->findings;
}
