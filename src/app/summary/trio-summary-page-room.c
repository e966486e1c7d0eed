/* trio-summary-page-room.c: how clusters, text and pages share the room of the page. */
#include "config.h"

#include "app/summary/trio-summary-page-private.h"

#define LEAST_CLUSTERS 0.4  /* of the height */
#define COLUMN_SHARE   0.49 /* of the width */
#define COLUMN_PADDING 44
#define WIDE_TEXT      560 /* of the text, unless letters are large; beyond it there are margins */
#define WIDEST_TEXT    680
#define PREVIEW_WIDTH  320 /* with less, pages beside the text are of no use */

/* Returns: how wide the text has to be to be worked with, in letters of any size. */
static int
text_width (TrioSummaryPage *self)
{
  int width;

  gtk_widget_measure (self->editor_header, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                      NULL);
  return width + COLUMN_PADDING;
}

static int
natural_height (gpointer widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Returns: how high everything is that shall be seen together with the clusters. */
static int
height_of_others (TrioSummaryPage *self)
{
  GtkWidget *content = gtk_scrolled_window_get_child (self->column);
  int width = gtk_widget_get_width (content);
  int inner = gtk_widget_get_width (GTK_WIDGET (self->clusters_scroller));

  return natural_height (content, width) - natural_height (self->clusters_scroller, inner)
         - natural_height (self->topics_box, inner);
}

/* The clusters get what is left of a high window, and scroll in a low one. Half of the width
 * is for the pages, until somebody moves the handle; a narrow window has no room for them. */
static gboolean
share_room_cb (gpointer user_data)
{
  TrioSummaryPage *self = user_data;
  int needed;
  int column;
  int room;

  self->resizing = 0;
  room = MAX (self->height - height_of_others (self), (int)(LEAST_CLUSTERS * self->height));
  needed = natural_height (self->clusters, gtk_widget_get_width (GTK_WIDGET (self->clusters)));
  gtk_scrolled_window_set_max_content_height (self->clusters_scroller, room);
  gtk_scrolled_window_set_min_content_height (self->clusters_scroller, MIN (needed, room));
  column = MAX (text_width (self), (int)(self->width * COLUMN_SHARE));
  adw_clamp_set_maximum_size (self->clamp, MAX (text_width (self), WIDEST_TEXT));
  adw_clamp_set_tightening_threshold (self->clamp, MAX (text_width (self), WIDE_TEXT));
  gtk_widget_set_visible (GTK_WIDGET (self->preview), self->width - column >= PREVIEW_WIDTH);
  if (self->width - column >= PREVIEW_WIDTH && self->width != self->shared_width)
    gtk_paned_set_position (self->paned, column);
  self->shared_width = self->width;
  return G_SOURCE_REMOVE;
}

/**
 * trio_summary_page_resize:
 * @self: the page
 * @width: what it has now, in pixels
 * @height: likewise
 *
 * Shares the room anew, but not at once: room is given during layout, when nothing may ask for
 * another size.
 */
void
trio_summary_page_resize (TrioSummaryPage *self, int width, int height)
{
  self->width = width;
  self->height = height;
  if (self->resizing == 0)
    self->resizing = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, share_room_cb, self, NULL);
}
