/* trio-wall-style.c: the looks of the wall, made from its colours.
 *
 * Sizes are in points of 1/72 inch at 96 pixels an inch, whatever the settings of the screen
 * say: the wall has a size of its own, and pages must not depend on anything else.
 */
#include "config.h"

#include "app/wall/trio-wall-style.h"

#include <glib/gi18n.h>

#include "document/wall/trio-wall-colours.h"

#define PIXELS_PER_POINT (96.0 / 72.0)
/* Letters of marks beside the words: smaller, but never below what a room can read. */
#define MARK_SCALE    0.6
#define SMALLEST_MARK 16.0
#define QUOTE_SCALE   0.85

static void
add_scheme (GString *css, const char *name, const TrioWallScheme *scheme)
{
  g_string_append_printf (css,
                          ".trio-wall.%s{background-color:#%06x;color:#%06x;}"
                          ".trio-wall.%s .wall-dim{color:#%06x;}"
                          ".trio-wall.%s .wall-card{color:#%06x;}"
                          ".trio-wall.%s .wall-foot{border-color:#%06x;}",
                          name, scheme->ground, scheme->ink, name, scheme->dim, name,
                          scheme->card_ink, name, scheme->line);
  for (guint i = 0; i < TRIO_WALL_N_COLOURS; i++)
    g_string_append_printf (css,
                            ".trio-wall.%s .wall-accent-%u{color:#%06x;}"
                            ".trio-wall.%s .wall-band-%u{background-color:#%06x;}"
                            ".trio-wall.%s .wall-ground-%u{background-color:#%06x;color:#%06x;}",
                            name, i, scheme->accents[i], name, i, scheme->accents[i], name, i,
                            scheme->cards[i], scheme->card_ink);
}

/**
 * trio_wall_style_load:
 * @display: a display
 *
 * Makes the looks known to the display, once.
 */
void
trio_wall_style_load (GdkDisplay *display)
{
  static const char key[] = "trio-wall-style";
  g_autoptr (GtkCssProvider) provider = NULL;
  g_autoptr (GtkCssProvider) shapes = NULL;
  g_autoptr (GString) css = NULL;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;

  shapes = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (shapes, "/dk/trio/Stations/wall.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (shapes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  provider = gtk_css_provider_new ();
  css = g_string_new (NULL);
  add_scheme (css, "light", trio_wall_scheme_get (FALSE));
  add_scheme (css, "dark", trio_wall_scheme_get (TRUE));
  gtk_css_provider_load_from_data (provider, css->str, (gssize)css->len);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_object_set_data (G_OBJECT (display), key, provider);
}

/**
 * trio_wall_style_get_pixels:
 * @size: height of letters in points
 *
 * Returns: the same in pixels
 */
int
trio_wall_style_get_pixels (double size)
{
  return (int)(size * PIXELS_PER_POINT + 0.5);
}

static PangoWeight
weight_of (TrioWallItemKind kind)
{
  switch (kind)
    {
    case TRIO_WALL_ITEM_HEADING:
    case TRIO_WALL_ITEM_CLUSTER:
      return PANGO_WEIGHT_BOLD;
    case TRIO_WALL_ITEM_NOTE:
      return PANGO_WEIGHT_SEMIBOLD;
    case TRIO_WALL_ITEM_QUOTE:
    default:
      return PANGO_WEIGHT_NORMAL;
    }
}

/**
 * trio_wall_style_create_plain:
 * @size: height of letters in points
 * @weight: how bold they are
 *
 * Returns: (transfer full): letters of that size
 */
PangoAttrList *
trio_wall_style_create_plain (double size, PangoWeight weight)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (
                                          trio_wall_style_get_pixels (size) * PANGO_SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  return attributes;
}

/**
 * trio_wall_style_create_attributes:
 * @kind: what is shown
 * @size: height of letters in points
 *
 * Returns: (transfer full): its letters
 */
PangoAttrList *
trio_wall_style_create_attributes (TrioWallItemKind kind, double size)
{
  if (kind == TRIO_WALL_ITEM_QUOTE)
    size = MAX (TRIO_WALL_MIN_SIZE, size * QUOTE_SCALE);
  return trio_wall_style_create_plain (size, weight_of (kind));
}

/**
 * trio_wall_style_set_font:
 * @layout: a layout that is measured with
 * @item: what is shown
 * @size: height of letters in points
 *
 * Gives a layout the letters that the item is shown in.
 */
void
trio_wall_style_set_font (PangoLayout *layout, const TrioWallItem *item, double size)
{
  g_autoptr (PangoAttrList) attributes = trio_wall_style_create_attributes (item->kind, size);

  pango_layout_set_attributes (layout, attributes);
}

/**
 * trio_wall_style_get_padding:
 * @kind: what is shown
 * @size: height of letters in points
 *
 * Returns: how far words stay from the edge of their card, in pixels
 */
int
trio_wall_style_get_padding (TrioWallItemKind kind, double size)
{
  int em = trio_wall_style_get_pixels (size);

  switch (kind)
    {
    case TRIO_WALL_ITEM_NOTE:
      return em / 2;
    case TRIO_WALL_ITEM_CLUSTER:
      return em * 2 / 5;
    case TRIO_WALL_ITEM_HEADING:
    case TRIO_WALL_ITEM_QUOTE:
    default:
      return em / 5;
    }
}

/**
 * trio_wall_style_get_mark_size:
 * @size: height of the letters of the words in points
 *
 * Returns: height of the letters of marks in points
 */
double
trio_wall_style_get_mark_size (double size)
{
  return MAX (SMALLEST_MARK, size * MARK_SCALE);
}

/**
 * trio_wall_style_dup_mark:
 * @item: what is shown
 *
 * Returns: (transfer full): counts and votes in words; "" when there is nothing to say
 */
char *
trio_wall_style_dup_mark (const TrioWallItem *item)
{
  GString *mark = g_string_new (NULL);

  if (item->kind == TRIO_WALL_ITEM_QUOTE)
    return g_string_free (mark, FALSE);
  if (item->kind != TRIO_WALL_ITEM_NOTE)
    g_string_append_printf (mark, ngettext ("%u input", "%u inputs", item->count), item->count);
  else if (item->count > 1)
    /* Translators: a stack of so many inputs that say the same */
    g_string_append_printf (mark, _ ("×%u"), item->count);
  if (item->votes > 0)
    {
      if (mark->len > 0)
        g_string_append (mark, " · ");
      g_string_append_printf (mark, ngettext ("%d vote", "%d votes", (gulong)item->votes),
                              (int)item->votes);
    }
  return g_string_free (mark, FALSE);
}

/**
 * trio_wall_style_get_rgba:
 * @colour: a colour as 0xRRGGBB
 * @rgba: (out): the same for drawing
 *
 * Converts a colour.
 */
void
trio_wall_style_get_rgba (guint32 colour, GdkRGBA *rgba)
{
  rgba->red = (float)((colour >> 16) & 0xFF) / 255;
  rgba->green = (float)((colour >> 8) & 0xFF) / 255;
  rgba->blue = (float)(colour & 0xFF) / 255;
  rgba->alpha = 1;
}
