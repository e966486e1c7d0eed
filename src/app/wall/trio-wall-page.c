/* trio-wall-page.c: one page of the wall: cards at their places.
 *
 * The words are labels, so that a screen reader and a test find them; the cards behind them
 * are drawn. A page is laid out when it gets a size, never while it is being read.
 */
#include "config.h"

#include "app/wall/trio-wall-page.h"

#include "app/wall/trio-wall-card.h"
#include "app/wall/trio-wall-style.h"

/* A column is this many times as wide as the letters are high. */
#define COLUMN_EMS 8.0
#define GAP_EMS    0.5

struct _TrioWallPage
{
  GtkWidget parent_instance;

  TrioWallDeck *deck;
  TrioWallDeck *newer; /* what could be shown instead */
  GArray *slots;
  GArray *cards; /* those of the page that is shown */
  double size;
  gboolean dark;
  guint page;
  int laid_width; /* the size that the slots are for */
  int laid_height;
};

G_DEFINE_FINAL_TYPE (TrioWallPage, trio_wall_page, GTK_TYPE_WIDGET)

enum
{
  PAGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const TrioWallItem *
get_item (TrioWallPage *self, const TrioWallSlot *slot)
{
  return g_ptr_array_index (self->deck->items, slot->item);
}

static void
withdraw (TrioWallPage *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TrioWallCard *card = &g_array_index (self->cards, TrioWallCard, i);
      const TrioWallItem *item = get_item (self, &card->slot);
      const TrioWallItem *now
          = self->newer != NULL ? trio_wall_deck_find (self->newer, item->kind, item->id) : item;

      card->withdrawn = now == NULL || !g_str_equal (now->text, item->text);
      gtk_widget_set_visible (card->words, !card->withdrawn);
      if (card->mark != NULL)
        gtk_widget_set_visible (card->mark, !card->withdrawn);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fill_page (TrioWallPage *self)
{
  g_array_set_size (self->cards, 0);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const TrioWallSlot *slot = &g_array_index (self->slots, TrioWallSlot, i);
      TrioWallCard card;

      if (slot->page != self->page)
        continue;
      trio_wall_card_init (&card, slot, get_item (self, slot), GTK_WIDGET (self));
      g_array_append_val (self->cards, card);
    }
  withdraw (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
lay_out (TrioWallPage *self)
{
  int em = trio_wall_style_get_pixels (self->size);
  TrioWallFrame frame = { self->laid_width, self->laid_height, (int)(GAP_EMS * em),
                          (int)(COLUMN_EMS * em), self->size };
  g_autoptr (PangoLayout) layout = NULL;

  if (self->deck == NULL || self->laid_width <= 0 || self->laid_height <= 0)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_array_unref (self->slots);
  self->slots = trio_wall_paginate (self->deck, &frame, trio_wall_card_measure, layout);
  self->page = MIN (self->page, trio_wall_count_pages (self->slots) - 1);
  fill_page (self);
  g_signal_emit (self, signals[PAGED], 0);
}

static gboolean
lay_out_cb (gpointer user_data)
{
  TrioWallPage *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width != self->laid_width || height != self->laid_height)
    {
      self->laid_width = width;
      self->laid_height = height;
      lay_out (self);
    }
  return G_SOURCE_REMOVE;
}

static void
trio_wall_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrioWallPage *self = TRIO_WALL_PAGE (widget);

  if (width != self->laid_width || height != self->laid_height)
    /* Widgets may not come and go while sizes are given out. */
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, lay_out_cb, g_object_ref (self), g_object_unref);
  for (guint i = 0; i < self->cards->len; i++)
    {
      TrioWallCard *card = &g_array_index (self->cards, TrioWallCard, i);
      int least;

      /* A label must be asked before it is given its place. */
      gtk_widget_measure (card->words, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      trio_wall_card_place (card, get_item (self, &card->slot));
    }
}

static void
trio_wall_page_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = 100;
  *natural = 400;
}

static void
trio_wall_page_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrioWallPage *self = TRIO_WALL_PAGE (widget);

  for (guint i = 0; i < self->cards->len; i++)
    {
      const TrioWallCard *card = &g_array_index (self->cards, TrioWallCard, i);

      if (!card->withdrawn)
        trio_wall_card_draw (card, get_item (self, &card->slot), self->dark, snapshot);
    }
  GTK_WIDGET_CLASS (trio_wall_page_parent_class)->snapshot (widget, snapshot);
}

static void
trio_wall_page_dispose (GObject *object)
{
  TrioWallPage *self = TRIO_WALL_PAGE (object);

  g_array_set_size (self->cards, 0);
  g_array_set_size (self->slots, 0);
  g_clear_pointer (&self->deck, trio_wall_deck_free);
  g_clear_pointer (&self->newer, trio_wall_deck_free);

  G_OBJECT_CLASS (trio_wall_page_parent_class)->dispose (object);
}

static void
trio_wall_page_finalize (GObject *object)
{
  TrioWallPage *self = TRIO_WALL_PAGE (object);

  g_array_unref (self->cards);
  g_array_unref (self->slots);

  G_OBJECT_CLASS (trio_wall_page_parent_class)->finalize (object);
}

static void
trio_wall_page_class_init (TrioWallPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trio_wall_page_dispose;
  object_class->finalize = trio_wall_page_finalize;
  widget_class->size_allocate = trio_wall_page_size_allocate;
  widget_class->measure = trio_wall_page_measure;
  widget_class->snapshot = trio_wall_page_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "wallpage");

  /**
   * TrioWallPage::paged:
   * @self: the page
   *
   * Another page is shown, or the number of pages has changed.
   */
  signals[PAGED] = g_signal_new ("paged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
trio_wall_page_init (TrioWallPage *self)
{
  self->size = TRIO_WALL_DEFAULT_SIZE;
  self->slots = g_array_new (FALSE, FALSE, sizeof (TrioWallSlot));
  self->cards = g_array_new (FALSE, FALSE, sizeof (TrioWallCard));
  g_array_set_clear_func (self->cards, trio_wall_card_clear);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
}

/**
 * trio_wall_page_set_dark:
 * @self: the page
 * @dark: whether light letters stand on a dark ground
 *
 * Chooses the colours.
 */
void
trio_wall_page_set_dark (TrioWallPage *self, gboolean dark)
{
  g_return_if_fail (TRIO_IS_WALL_PAGE (self));

  self->dark = dark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * trio_wall_page_set_size:
 * @self: the page
 * @size: height of the letters in points
 *
 * Sets the size of the words, and lays the pages out anew.
 */
void
trio_wall_page_set_size (TrioWallPage *self, double size)
{
  g_return_if_fail (TRIO_IS_WALL_PAGE (self));

  self->size = CLAMP (size, TRIO_WALL_MIN_SIZE, TRIO_WALL_MAX_SIZE);
  lay_out (self);
}

/**
 * trio_wall_page_take_deck:
 * @self: the page
 * @deck: (transfer full): what is shown from now on
 *
 * Shows another deck, on a page of the same number if there is one.
 */
void
trio_wall_page_take_deck (TrioWallPage *self, TrioWallDeck *deck)
{
  g_return_if_fail (TRIO_IS_WALL_PAGE (self));

  g_array_set_size (self->cards, 0);
  g_clear_pointer (&self->newer, trio_wall_deck_free);
  trio_wall_deck_free (self->deck);
  self->deck = deck;
  lay_out (self);
}

/**
 * trio_wall_page_get_deck:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const TrioWallDeck *
trio_wall_page_get_deck (TrioWallPage *self)
{
  g_return_val_if_fail (TRIO_IS_WALL_PAGE (self), NULL);

  return self->deck;
}

/**
 * trio_wall_page_offer:
 * @self: the page
 * @newer: (transfer full): what could be shown instead
 *
 * Takes away what may not be shown any more, or reads differently now, and moves nothing else.
 */
void
trio_wall_page_offer (TrioWallPage *self, TrioWallDeck *newer)
{
  g_return_if_fail (TRIO_IS_WALL_PAGE (self));

  trio_wall_deck_free (self->newer);
  self->newer = newer;
  withdraw (self);
  g_signal_emit (self, signals[PAGED], 0);
}

/**
 * trio_wall_page_has_news:
 * @self: the page
 * @n_new: (out): how many notes are new
 *
 * Returns: whether what was offered looks different
 */
gboolean
trio_wall_page_has_news (TrioWallPage *self, guint *n_new)
{
  g_return_val_if_fail (TRIO_IS_WALL_PAGE (self), FALSE);

  *n_new = 0;
  if (self->newer == NULL || self->deck == NULL || trio_wall_deck_equal (self->deck, self->newer))
    return FALSE;
  *n_new = trio_wall_deck_count_new (self->deck, self->newer);
  return TRUE;
}

/**
 * trio_wall_page_accept:
 * @self: the page
 *
 * Shows what was offered last.
 */
void
trio_wall_page_accept (TrioWallPage *self)
{
  g_return_if_fail (TRIO_IS_WALL_PAGE (self));

  if (self->newer != NULL)
    trio_wall_page_take_deck (self, g_steal_pointer (&self->newer));
}

/**
 * trio_wall_page_get_n_pages:
 * @self: the page
 *
 * Returns: how many pages there are, at least one
 */
guint
trio_wall_page_get_n_pages (TrioWallPage *self)
{
  g_return_val_if_fail (TRIO_IS_WALL_PAGE (self), 1);

  return trio_wall_count_pages (self->slots);
}

/**
 * trio_wall_page_get_page:
 * @self: the page
 *
 * Returns: which page is shown, from 0
 */
guint
trio_wall_page_get_page (TrioWallPage *self)
{
  g_return_val_if_fail (TRIO_IS_WALL_PAGE (self), 0);

  return self->page;
}

/**
 * trio_wall_page_show:
 * @self: the page
 * @page: which page, from 0; too large a number is the last one
 *
 * Shows a page.
 */
void
trio_wall_page_show (TrioWallPage *self, guint page)
{
  g_return_if_fail (TRIO_IS_WALL_PAGE (self));

  self->page = MIN (page, trio_wall_page_get_n_pages (self) - 1);
  fill_page (self);
  g_signal_emit (self, signals[PAGED], 0);
}
