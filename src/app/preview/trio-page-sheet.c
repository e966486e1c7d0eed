/* trio-page-sheet.c: one page of a document on its paper, at any size.
 *
 * The source keeps a drawing of each page, in points, for all sheets; a sheet keeps its pixels.
 */
#include "config.h"

#include "app/preview/trio-page-sheet.h"

#include <math.h>

#include <glib/gi18n.h>

struct _TrioPageSheet
{
  GtkWidget parent_instance;

  TrioPreviewSource *source;
  guint page;
  double scale;  /* pixels for a point */
  GArray *marks; /* of TrioSheetMark, shared by all sheets; NULL for none */

  GskRenderNode *drawn; /* what the pixels show */
  GdkTexture *pixels;
};

/* Pixels for a point from which letters on whole pixels stand well enough, and pixels would be
 * many. */
#define LARGE_SCALE 2.5

/* How often a pixel is divided across. */
#define ACROSS 4

G_DEFINE_FINAL_TYPE (TrioPageSheet, trio_page_sheet, GTK_TYPE_WIDGET)

static void
name_page (TrioPageSheet *self)
{
  guint n = trio_preview_source_get_n_pages (self->source);
  /* Translators: read aloud for a page of the preview; its number, and how many there are */
  g_autofree char *label = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
changed_cb (TrioPageSheet *self)
{
  name_page (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_mark (TrioPageSheet *self, GtkSnapshot *snapshot, const TrioSheetMark *mark)
{
  const TrioLayoutPlace *place = &mark->place;
  /* Yellow as a marker pen for words, a breath of blue for what is being edited. */
  GdkRGBA colour = { 1.0f, 0.83f, 0.1f, 0.45f };
  float margin = mark->is_band ? 6 : 1;
  GskRoundedRect outline;
  graphene_rect_t area
      = GRAPHENE_RECT_INIT ((float)place->x - margin, (float)place->y - margin,
                            (float)place->width + 2 * margin, (float)place->height + 2 * margin);

  if (mark->is_band)
    colour = (GdkRGBA){ 0.21f, 0.52f, 0.89f, 0.12f };
  else if (mark->is_current)
    colour = (GdkRGBA){ 1.0f, 0.55f, 0.0f, 0.6f };
  gsk_rounded_rect_init_from_rect (&outline, &area, mark->is_band ? 4 : 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &area);
  gtk_snapshot_pop (snapshot);
}

/* The mean of every ACROSS pixels of a row, channel by channel. */
static void
narrow_row (const guint32 *wide, guint32 *narrow, int width)
{
  for (int x = 0; x < width; x++, wide += ACROSS)
    {
      guint32 even = 0, odd = 0;

      for (int i = 0; i < ACROSS; i++)
        {
          even += wide[i] & 0x00ff00ff;
          odd += wide[i] >> 8 & 0x00ff00ff;
        }
      narrow[x] = (even / ACROSS & 0x00ff00ff) | (odd / ACROSS & 0x00ff00ff) << 8;
    }
}

/* Cairo puts every letter on a whole pixel, which tears words apart at reading size. So the page is
 * drawn four times as wide, where a whole pixel is a quarter, and then made narrow again. */
static GdkTexture *
draw_pixels (GskRenderNode *node, int width, int height, double scale)
{
  cairo_surface_t *wide = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * ACROSS, height);
  cairo_t *cr = cairo_create (wide);
  guint32 *pixels = g_new (guint32, (gsize)width * (gsize)height);
  gsize stride = (gsize)width * sizeof (guint32);
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, stride * (gsize)height);

  cairo_scale (cr, scale * ACROSS, scale);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (wide);
  for (int y = 0; y < height; y++)
    narrow_row ((const guint32 *)(const void *)(cairo_image_surface_get_data (wide)
                                                + y * cairo_image_surface_get_stride (wide)),
                pixels + (gsize)y * (gsize)width, width);
  cairo_surface_destroy (wide);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
append_page (TrioPageSheet *self, GtkSnapshot *snapshot, double width, double height)
{
  GskRenderNode *node = trio_preview_source_get_node (self->source, self->page);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double scale = self->scale * factor;
  int across = (int)ceil (width * scale), down = (int)ceil (height * scale);

  if (node == NULL)
    return;
  if (scale > LARGE_SCALE)
    {
      g_clear_object (&self->pixels);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_scale (snapshot, (float)self->scale, (float)self->scale);
      gtk_snapshot_append_node (snapshot, node);
      gtk_snapshot_restore (snapshot);
      return;
    }
  if (self->drawn != node || self->pixels == NULL || gdk_texture_get_width (self->pixels) != across
      || gdk_texture_get_height (self->pixels) != down)
    {
      g_clear_object (&self->pixels);
      g_clear_pointer (&self->drawn, gsk_render_node_unref);
      self->drawn = gsk_render_node_ref (node);
      self->pixels = draw_pixels (node, across, down, scale);
    }
  gtk_snapshot_append_texture (snapshot, self->pixels,
                               &GRAPHENE_RECT_INIT (0, 0, (float)across / (float)factor,
                                                    (float)down / (float)factor));
}

static void
trio_page_sheet_unmap (GtkWidget *widget)
{
  TrioPageSheet *self = TRIO_PAGE_SHEET (widget);

  g_clear_object (&self->pixels);
  g_clear_pointer (&self->drawn, gsk_render_node_unref);

  GTK_WIDGET_CLASS (trio_page_sheet_parent_class)->unmap (widget);
}

static void
trio_page_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrioPageSheet *self = TRIO_PAGE_SHEET (widget);
  static const GdkRGBA white = { 1, 1, 1, 1 };
  double width;
  double height;

  trio_preview_source_get_page_size (self->source, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float)self->scale, (float)self->scale);
  gtk_snapshot_append_color (snapshot, &white,
                             &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const TrioSheetMark *mark = &g_array_index (self->marks, TrioSheetMark, i);

      if (mark->place.page == self->page)
        draw_mark (self, snapshot, mark);
    }
  gtk_snapshot_restore (snapshot);
  append_page (self, snapshot, width, height);
}

static void
trio_page_sheet_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TrioPageSheet *self = TRIO_PAGE_SHEET (widget);
  double width;
  double height;

  trio_preview_source_get_page_size (self->source, &width, &height);
  *minimum = (int)ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->scale);
  *natural = *minimum;
}

static void
trio_page_sheet_dispose (GObject *object)
{
  TrioPageSheet *self = TRIO_PAGE_SHEET (object);

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->pixels);
  g_clear_pointer (&self->drawn, gsk_render_node_unref);
  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (trio_page_sheet_parent_class)->dispose (object);
}

static void
trio_page_sheet_class_init (TrioPageSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_page_sheet_dispose;
  widget_class->measure = trio_page_sheet_measure;
  widget_class->snapshot = trio_page_sheet_snapshot;
  widget_class->unmap = trio_page_sheet_unmap;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trio_page_sheet_init (TrioPageSheet *self)
{
  self->scale = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * trio_page_sheet_new:
 * @source: the document
 *
 * Returns: (transfer floating): a sheet that shows the first page
 */
GtkWidget *
trio_page_sheet_new (TrioPreviewSource *source)
{
  TrioPageSheet *self = g_object_new (TRIO_TYPE_PAGE_SHEET, NULL);

  self->source = g_object_ref (source);
  g_signal_connect_swapped (source, "changed", G_CALLBACK (changed_cb), self);
  name_page (self);
  return GTK_WIDGET (self);
}

/**
 * trio_page_sheet_set_page:
 * @self: a sheet
 * @page: the page to show, from 0
 *
 * Shows another page.
 */
void
trio_page_sheet_set_page (TrioPageSheet *self, guint page)
{
  g_return_if_fail (TRIO_IS_PAGE_SHEET (self));

  if (self->page == page)
    return;
  self->page = page;
  changed_cb (self);
}

/**
 * trio_page_sheet_get_page:
 * @self: a sheet
 *
 * Returns: the page that is shown, from 0
 */
guint
trio_page_sheet_get_page (TrioPageSheet *self)
{
  g_return_val_if_fail (TRIO_IS_PAGE_SHEET (self), 0);

  return self->page;
}

/**
 * trio_page_sheet_set_scale:
 * @self: a sheet
 * @scale: pixels for a point
 *
 * Shows the page larger or smaller.
 */
void
trio_page_sheet_set_scale (TrioPageSheet *self, double scale)
{
  g_return_if_fail (TRIO_IS_PAGE_SHEET (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * trio_page_sheet_set_marks:
 * @self: a sheet
 * @marks: (nullable) (element-type TrioSheetMark): what to show on top of pages, of this one and
 *   of others; not changed any more
 *
 * Marks what was found or is being edited.
 */
void
trio_page_sheet_set_marks (TrioPageSheet *self, GArray *marks)
{
  g_return_if_fail (TRIO_IS_PAGE_SHEET (self));

  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks != NULL ? g_array_ref (marks) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
