/* trio-colour-row.c: the colours that a theme can have, to choose one. */
#include "config.h"

#include "app/setup/trio-colour-row.h"

#include <glib/gi18n.h>

#include "app/trio-labels.h"

#define N_COLOURS (TRIO_COLOUR_GREY + 1)

struct _TrioColourRow
{
  GtkBox parent_instance;

  GtkToggleButton *buttons[N_COLOURS];
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (TrioColourRow, trio_colour_row, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const names[N_COLOURS]
    = { NC_ ("colour", "Yellow"), NC_ ("colour", "Orange"), NC_ ("colour", "Red"),
        NC_ ("colour", "Purple"), NC_ ("colour", "Blue"),   NC_ ("colour", "Teal"),
        NC_ ("colour", "Green"),  NC_ ("colour", "Grey") };

static void
toggled_cb (GtkToggleButton *button, TrioColourRow *self)
{
  if (self->is_showing || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < N_COLOURS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[CHOSEN], 0, i);
}

static void
trio_colour_row_class_init (TrioColourRowClass *klass)
{
  /**
   * TrioColourRow::chosen:
   * @self: the row
   * @colour: a #TrioColour
   *
   * Somebody chose a colour.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
trio_colour_row_init (TrioColourRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "trio-colours");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Colour"), -1);
  for (int i = 0; i < N_COLOURS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "colour", names[i]);

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_widget_add_css_class (button, "trio-swatch");
      gtk_widget_add_css_class (button, trio_colour_class (i));
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self), button);
    }
}

/**
 * trio_colour_row_new:
 *
 * Returns: (transfer floating): a new row of colours
 */
GtkWidget *
trio_colour_row_new (void)
{
  return g_object_new (TRIO_TYPE_COLOUR_ROW, NULL);
}

/**
 * trio_colour_row_set_colour:
 * @self: the row
 * @colour: a colour
 *
 * Shows which colour is the one now.
 */
void
trio_colour_row_set_colour (TrioColourRow *self, TrioColour colour)
{
  g_return_if_fail (TRIO_IS_COLOUR_ROW (self));
  g_return_if_fail ((int)colour >= 0 && (int)colour < N_COLOURS);

  self->is_showing = TRUE;
  gtk_toggle_button_set_active (self->buttons[colour], TRUE);
  self->is_showing = FALSE;
}
