/* trio-wall-card.c: one item on the wall: how large it becomes, its words, and what is behind. */
#include "config.h"

#include "app/wall/trio-wall-card.h"

#include <glib/gi18n.h>

#include "app/wall/trio-wall-style.h"
#include "document/wall/trio-wall-colours.h"

#define RADIUS 8
/* Width of the bar before the title of a cluster, and its distance, in parts of the letters. */
#define BAR_EMS    0.28
#define INDENT_EMS 0.75

static int
get_indent (TrioWallItemKind kind, double size)
{
  if (kind == TRIO_WALL_ITEM_NOTE)
    return 0;
  return (int)(INDENT_EMS * trio_wall_style_get_pixels (size))
         * (kind == TRIO_WALL_ITEM_QUOTE ? 2 : 1);
}

/* Marks stand under the words of a card, and beside the title of a cluster. */
static int
get_mark_width (const TrioWallItem *item, PangoLayout *layout, double size, int *height)
{
  g_autofree char *mark = trio_wall_style_dup_mark (item);
  g_autoptr (PangoAttrList) attributes = NULL;
  int width = 0;

  *height = 0;
  if (*mark == '\0')
    return 0;
  attributes
      = trio_wall_style_create_plain (trio_wall_style_get_mark_size (size), PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, mark, -1);
  pango_layout_get_pixel_size (layout, &width, height);
  return width;
}

/**
 * trio_wall_card_measure:
 * @item: what is measured
 * @text: its words, or a part of them
 * @length: how many bytes of them
 * @width: how wide the card is
 * @size: height of the letters in points
 * @widest: (out): how wide the card must be for its longest word
 * @user_data: a #PangoLayout
 *
 * A #TrioWallMeasure that measures with the letters of the screen.
 *
 * Returns: how high the card becomes
 */
int
trio_wall_card_measure (const TrioWallItem *item,
                        const char *text,
                        gsize length,
                        int width,
                        double size,
                        int *widest,
                        gpointer user_data)
{
  PangoLayout *layout = user_data;
  int padding = trio_wall_style_get_padding (item->kind, size);
  int indent = get_indent (item->kind, size);
  int mark_height;
  int mark_width = get_mark_width (item, layout, size, &mark_height);
  int words_width = width - 2 * padding - indent;
  int height;

  if (item->kind == TRIO_WALL_ITEM_HEADING || item->kind == TRIO_WALL_ITEM_CLUSTER)
    {
      words_width -= mark_width + padding;
      mark_height = 0;
    }
  trio_wall_style_set_font (layout, item, size);
  pango_layout_set_text (layout, text, (int)length);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_size (layout, widest, NULL);
  *widest += 2 * padding + indent;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (1, words_width) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + 2 * padding + mark_height;
}

static GtkWidget *
create_label (GtkWidget *parent, const char *text, PangoAttrList *attributes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_set_overflow (label, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (label, parent);
  return label;
}

static GtkWidget *
create_words (GtkWidget *parent, const TrioWallSlot *slot, const TrioWallItem *item)
{
  g_autofree char *text = g_strndup (item->text + slot->start, slot->end - slot->start);
  g_autoptr (PangoAttrList) attributes = trio_wall_style_create_attributes (item->kind, slot->size);
  GtkWidget *label;

  if (slot->again)
    {
      g_autofree char *again = g_strdup (text);

      g_free (text);
      /* Translators: title of a cluster whose inputs go on on this page */
      text = g_strdup_printf (_ ("%s (continued)"), again);
    }
  label = create_label (parent, g_strchomp (text), attributes);
  gtk_widget_add_css_class (label, item->kind == TRIO_WALL_ITEM_NOTE ? "wall-card" : "wall-line");
  return label;
}

static GtkWidget *
create_mark (GtkWidget *parent, const TrioWallSlot *slot, const TrioWallItem *item)
{
  g_autofree char *mark = trio_wall_style_dup_mark (item);
  g_autoptr (PangoAttrList) attributes = NULL;
  GtkWidget *label;

  if (*mark == '\0' || slot->again || slot->end < strlen (item->text))
    return NULL;
  attributes = trio_wall_style_create_plain (trio_wall_style_get_mark_size (slot->size),
                                             PANGO_WEIGHT_SEMIBOLD);
  label = create_label (parent, mark, attributes);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, item->kind == TRIO_WALL_ITEM_NOTE ? "wall-card" : "wall-dim");
  return label;
}

/**
 * trio_wall_card_init:
 * @card: (out): the card
 * @slot: where it stands
 * @item: what it shows
 * @parent: the page
 *
 * Makes the widgets of a card.
 */
void
trio_wall_card_init (TrioWallCard *card,
                     const TrioWallSlot *slot,
                     const TrioWallItem *item,
                     GtkWidget *parent)
{
  card->slot = *slot;
  card->withdrawn = FALSE;
  card->words = create_words (parent, slot, item);
  card->mark = create_mark (parent, slot, item);
}

/**
 * trio_wall_card_clear:
 * @data: a #TrioWallCard
 *
 * Takes its widgets off the page.
 */
void
trio_wall_card_clear (gpointer data)
{
  TrioWallCard *card = data;

  gtk_widget_unparent (card->words);
  if (card->mark != NULL)
    gtk_widget_unparent (card->mark);
}

/**
 * trio_wall_card_place:
 * @card: a card
 * @item: what it shows
 *
 * Gives its widgets their places.
 */
void
trio_wall_card_place (TrioWallCard *card, const TrioWallItem *item)
{
  const TrioWallSlot *slot = &card->slot;
  int padding = trio_wall_style_get_padding (item->kind, slot->size);
  int indent = get_indent (item->kind, slot->size);
  GtkAllocation words = { slot->x + padding + indent, slot->y + padding,
                          slot->width - 2 * padding - indent, slot->height - 2 * padding };

  if (card->mark != NULL)
    {
      int width;
      int height;
      GtkAllocation mark;

      gtk_widget_measure (card->mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      gtk_widget_measure (card->mark, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      mark = (GtkAllocation){ slot->x + slot->width - padding - width,
                              slot->y + slot->height - padding / 2 - height, width, height };
      if (item->kind == TRIO_WALL_ITEM_NOTE)
        words.height -= height;
      else
        {
          words.width -= width + padding;
          mark.y = slot->y + (slot->height - height) / 2;
        }
      gtk_widget_size_allocate (card->mark, &mark, -1);
    }
  words.width = MAX (words.width, 1);
  words.height = MAX (words.height, 1);
  gtk_widget_size_allocate (card->words, &words, -1);
}

static void
draw_rounded (GtkSnapshot *snapshot,
              const graphene_rect_t *bounds,
              float radius,
              const GdkRGBA *rgba)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, rgba, bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * trio_wall_card_draw:
 * @card: a card
 * @item: what it shows
 * @dark: whether the ground is dark
 * @snapshot: where to draw
 *
 * Draws what is behind the words.
 */
void
trio_wall_card_draw (const TrioWallCard *card,
                     const TrioWallItem *item,
                     gboolean dark,
                     GtkSnapshot *snapshot)
{
  const TrioWallScheme *scheme = trio_wall_scheme_get (dark);
  const TrioWallSlot *slot = &card->slot;
  int em = trio_wall_style_get_pixels (slot->size);
  gint64 colour = CLAMP (item->colour, 0, TRIO_WALL_N_COLOURS - 1);
  GdkRGBA rgba;
  graphene_rect_t bounds;

  if (item->kind == TRIO_WALL_ITEM_NOTE)
    {
      const GdkRGBA shadow = { 0, 0, 0, dark ? 0.4f : 0.1f };

      graphene_rect_init (&bounds, (float)slot->x + 2, (float)slot->y + 4, (float)slot->width,
                          (float)slot->height);
      draw_rounded (snapshot, &bounds, RADIUS, &shadow);
      graphene_rect_init (&bounds, (float)slot->x, (float)slot->y, (float)slot->width,
                          (float)slot->height);
      trio_wall_style_get_rgba (scheme->cards[colour], &rgba);
      draw_rounded (snapshot, &bounds, RADIUS, &rgba);
      return;
    }
  if (item->kind == TRIO_WALL_ITEM_QUOTE)
    {
      graphene_rect_init (&bounds, (float)slot->x + (float)(INDENT_EMS * em),
                          (float)slot->y + (float)em / 5, (float)em / 8,
                          (float)slot->height - (float)em * 2 / 5);
      trio_wall_style_get_rgba (scheme->line, &rgba);
    }
  else
    {
      graphene_rect_init (&bounds, (float)slot->x, (float)slot->y + (float)em / 5,
                          (float)(BAR_EMS * em), (float)slot->height - (float)em * 2 / 5);
      trio_wall_style_get_rgba (scheme->accents[colour], &rgba);
    }
  draw_rounded (snapshot, &bounds, 4, &rgba);
}
