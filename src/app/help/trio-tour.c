/* trio-tour.c: four pages, each a picture and two sentences.
 *
 * The page that is shown has the focus, so that a screen reader reads it; arrow keys turn pages as
 * Next and Back do, Escape and Skip leave.
 */
#include "config.h"

#include "app/help/trio-tour.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-settings.h"

#define SHOWN_KEY "tour-shown"

static const struct
{
  const char *icon;
  const char *title;
  const char *text;
} steps[] = {
  { TRIO_APP_ID, N_ ("Take What People Say"),
    N_ ("Prepare themes and stations, then type one input after the other while people talk. "
        "Enter keeps an input, and it is saved at once.") },
  { "view-grid-symbolic", N_ ("See What It Says"),
    N_ ("Gather inputs into clusters on the board or in the list, by hand or from suggestions. "
        "What you have gathered yourself is never moved by the program.") },
  { "document-edit-symbolic", N_ ("Write What It Means"),
    N_ ("Write a summary of each theme. The program shows which inputs a sentence rests on, and "
        "which are not used yet.") },
  { "x-office-document-symbolic", N_ ("Send the Note"),
    N_ ("The note and its appendix are ready for Word, PDF and the case system once they have been "
        "checked for personal data. Everything stays on this computer.") },
};

struct _TrioTour
{
  AdwWindow parent_instance;

  AdwCarousel *carousel;
  GtkWidget *pages[G_N_ELEMENTS (steps)];
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *skip;
  guint step;
};

G_DEFINE_FINAL_TYPE (TrioTour, trio_tour, ADW_TYPE_WINDOW)

static void
update_buttons (TrioTour *self)
{
  gboolean is_last = self->step == G_N_ELEMENTS (steps) - 1;

  /* The pages beside this one are outside of the window; nobody should hear them. */
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->pages[i]), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 i != self->step, -1);

  gtk_widget_set_sensitive (self->back, self->step > 0);
  gtk_widget_set_visible (self->skip, !is_last);
  trio_compat_set_button_label (GTK_BUTTON (self->next),
                                is_last ? C_ ("tour", "_Begin") : C_ ("tour", "_Next"));
}

static void
show_step (TrioTour *self, guint step)
{
  gboolean moves = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &moves, NULL);
  self->step = step;
  adw_carousel_scroll_to (self->carousel, self->pages[step], moves);
  update_buttons (self);
  gtk_widget_grab_focus (self->pages[step]);
}

static void
next_cb (GtkButton *button, TrioTour *self)
{
  if (self->step + 1 < G_N_ELEMENTS (steps))
    show_step (self, self->step + 1);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
back_cb (GtkButton *button, TrioTour *self)
{
  if (self->step > 0)
    show_step (self, self->step - 1);
}

static void
skip_cb (GtkButton *button, TrioTour *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Swiped with a finger or turned with a wheel. */
static void
page_changed_cb (AdwCarousel *carousel, guint index, TrioTour *self)
{
  self->step = index;
  update_buttons (self);
}

static gboolean
key_cb (
    GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, TrioTour *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Page_Up)
    back_cb (NULL, self);
  else if ((keyval == GDK_KEY_Right || keyval == GDK_KEY_Page_Down)
           && self->step + 1 < G_N_ELEMENTS (steps))
    next_cb (NULL, self);
  else
    return keyval == GDK_KEY_Right || keyval == GDK_KEY_Page_Down;
  return TRUE;
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_page (guint step)
{
  GtkWidget *page = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18,
                                  "focusable", TRUE, "hexpand", TRUE, "vexpand", TRUE, NULL);
  GtkWidget *picture
      = g_object_new (GTK_TYPE_IMAGE, "icon-name", steps[step].icon, "pixel-size", 112,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  /* Translators: step 2 of 4: its title. Its text */
  g_autofree char *name
      = g_strdup_printf (_ ("Step %u of %u: %s. %s"), step + 1, (guint)G_N_ELEMENTS (steps),
                         _ (steps[step].title), _ (steps[step].text));

  gtk_widget_set_margin_start (page, 36);
  gtk_widget_set_margin_end (page, 36);
  gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
  if (step > 0)
    gtk_widget_add_css_class (picture, "accent");
  gtk_box_append (GTK_BOX (page), picture);
  gtk_box_append (GTK_BOX (page), create_label (_ (steps[step].title), "title-1"));
  gtk_box_append (GTK_BOX (page), create_label (_ (steps[step].text), "body"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return page;
}

static GtkWidget *
create_button (const char *label, GCallback func, gpointer user_data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", func, user_data);
  return button;
}

static void
fill (TrioTour *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *bar = gtk_center_box_new ();
  GtkWidget *dots = adw_carousel_indicator_dots_new ();

  self->carousel = ADW_CAROUSEL (adw_carousel_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->carousel), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      self->pages[i] = create_page (i);
      adw_carousel_append (self->carousel, self->pages[i]);
    }
  self->skip = create_button (C_ ("tour", "_Skip"), G_CALLBACK (skip_cb), self);
  self->back = create_button (C_ ("tour", "_Back"), G_CALLBACK (back_cb), self);
  self->next = create_button (C_ ("tour", "_Next"), G_CALLBACK (next_cb), self);
  gtk_widget_add_css_class (self->next, "suggested-action");
  adw_carousel_indicator_dots_set_carousel (ADW_CAROUSEL_INDICATOR_DOTS (dots), self->carousel);

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->skip);
  gtk_widget_add_css_class (header, "flat");
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (bar), self->back);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), dots);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar), self->next);
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->carousel));
  gtk_box_append (GTK_BOX (box), bar);
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
trio_tour_map (GtkWidget *widget)
{
  TrioTour *self = TRIO_TOUR (widget);

  GTK_WIDGET_CLASS (trio_tour_parent_class)->map (widget);
  gtk_widget_grab_focus (self->pages[self->step]);
}

static void
trio_tour_class_init (TrioTourClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = trio_tour_map;
  trio_compat_make_dialog (GTK_WIDGET_CLASS (klass));
}

static void
trio_tour_init (TrioTour *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (self, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, "title",
                _ ("Welcome to TRIO Stations"), "modal", TRUE, "default-width", 560,
                "default-height", 480, NULL);
  fill (self);
  update_buttons (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->next);
  g_signal_connect (self->carousel, "page-changed", G_CALLBACK (page_changed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  trio_compat_mend_names (GTK_WIDGET (self));
}

/**
 * trio_tour_new:
 * @parent: (nullable): the window to stand above
 *
 * Makes the tour, and remembers that it was shown.
 *
 * Returns: (transfer none): a new window, not shown yet
 */
GtkWidget *
trio_tour_new (GtkWindow *parent)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();

  if (settings != NULL)
    g_settings_set_boolean (settings, SHOWN_KEY, TRUE);
  return g_object_new (TRIO_TYPE_TOUR, "transient-for", parent, NULL);
}

/**
 * trio_tour_get_step:
 * @self: the tour
 *
 * Returns: the page that is shown, from 0
 */
guint
trio_tour_get_step (TrioTour *self)
{
  g_return_val_if_fail (TRIO_IS_TOUR (self), 0);

  return self->step;
}

/**
 * trio_tour_is_due:
 *
 * Returns: whether the tour was never shown. Where nothing can be remembered it would come at
 *   every start, so it never comes by itself.
 */
gboolean
trio_tour_is_due (void)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();

  return settings != NULL && g_strcmp0 (g_getenv ("GSETTINGS_BACKEND"), "memory") != 0
         && !g_settings_get_boolean (settings, SHOWN_KEY);
}
