/* trio-layout-draw.c: draws a page, on a screen, a printer or into a PDF alike.
 *
 * First what only decorates, then the text in the order of reading; so a tagged PDF needs no
 * more than to hear which node comes next.
 */
#include "document/layout/trio-layout-private.h"

#include <math.h>

#define BOX_FILL  0xF1F4F8
#define BOX_BAR   0x8FA3BC
#define BOX_OUT   12.0
#define BOX_ABOVE 4.0
#define BAR_WIDTH 3.0

#define DOT_STEP 4.0
#define DOT_SIZE 0.5

typedef struct
{
  const TrioLayout *layout;
  guint page;
  cairo_t *cr;
  const TrioLayoutSink *sink;
  GArray *glyphs; /* at the place where they are drawn */
} Painter;

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
fill (Painter *p, double x, double y, double width, double height, guint32 colour)
{
  set_colour (p->cr, colour);
  cairo_rectangle (p->cr, x, y, width, height);
  cairo_fill (p->cr);
}

static void
begin_node (Painter *p, guint node, double x, double y, double width, double height)
{
  TrioLayoutPlace place = { p->page, x, y, width, height };

  if (p->sink != NULL && node != TRIO_NODE_ARTIFACT)
    p->sink->begin (node, &place, p->sink->user_data);
}

static void
end_node (Painter *p, guint node)
{
  if (p->sink != NULL && node != TRIO_NODE_ARTIFACT)
    p->sink->end (p->sink->user_data);
}

/* Letters that no font has are shown as empty boxes of the height of a capital. */
static void
draw_unknown (Painter *p, const LayoutRun *run, double x, double y)
{
  PangoRectangle ink;
  double height, step;
  guint n;

  pango_font_get_glyph_extents (run->font, PANGO_GET_UNKNOWN_GLYPH ('x'), &ink, NULL);
  height = MAX (PANGO_ASCENT (ink) / (double)PANGO_SCALE, 4);
  n = (guint)CLAMP (run->width / height, 1, 1000);
  step = run->width / n;
  set_colour (p->cr, run->colour);
  cairo_set_line_width (p->cr, 0.5);
  for (guint i = 0; i < n; i++)
    cairo_rectangle (p->cr, x + run->x + i * step + 0.75, y - height, MAX (step - 1.5, 0.5),
                     height);
  cairo_stroke (p->cr);
}

/* Glyphs in colour are drawn as one picture: a PDF of theirs would hold no text anyway. */
static void
draw_picture (Painter *p, cairo_glyph_t *glyphs, guint n, const LayoutRun *run, double x, double y)
{
  const double scale = 4;
  double size = run->width / MAX (run->n_clusters, 1) * 2;
  int width = (int)ceil ((run->width + 2) * scale), height = (int)ceil (size * 1.5 * scale);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(x + run->x), size - y);
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->font)));
  set_colour (cr, run->colour);
  cairo_show_glyphs (cr, glyphs, (int)n);
  cairo_destroy (cr);

  cairo_save (p->cr);
  cairo_translate (p->cr, x + run->x, y - size);
  cairo_scale (p->cr, 1 / scale, 1 / scale);
  cairo_set_source_surface (p->cr, surface, 0, 0);
  cairo_paint (p->cr);
  cairo_restore (p->cr);
  cairo_surface_destroy (surface);
}

static void
draw_glyphs (Painter *p, const LayoutText *text, const LayoutRun *run, double x, double y)
{
  const cairo_text_cluster_t *clusters
      = &g_array_index (text->clusters, cairo_text_cluster_t, run->first_cluster);

  g_array_set_size (p->glyphs, 0);
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      cairo_glyph_t glyph = g_array_index (text->glyphs, cairo_glyph_t, run->first_glyph + i);

      glyph.x += x;
      glyph.y += y;
      g_array_append_val (p->glyphs, glyph);
    }
  if (run->is_picture)
    {
      draw_picture (p, (cairo_glyph_t *)(void *)p->glyphs->data, run->n_glyphs, run, x, y);
      return;
    }
  set_colour (p->cr, run->colour);
  cairo_set_scaled_font (p->cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->font)));
  cairo_show_text_glyphs (p->cr, text->text + run->start, (int)run->length,
                          (cairo_glyph_t *)(void *)p->glyphs->data, (int)run->n_glyphs, clusters,
                          (int)run->n_clusters,
                          run->is_backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static void
draw_run (Painter *p, const LayoutText *text, const LayoutRun *run, double x, double y)
{
  if (run->is_unknown || run->n_glyphs == 0)
    draw_unknown (p, run, x, y);
  else
    draw_glyphs (p, text, run, x, y);
  if (run->link > 0)
    fill (p, x + run->x, y + 1.2, run->width, 0.5, run->colour);
}

/* Draws the runs of one line; each of several segments is announced as a node of its own. */
static void
draw_line (Painter *p, const LayoutItem *item, guint node, double x, double y)
{
  const LayoutLine *line = &g_array_index (item->text->lines, LayoutLine, item->line);
  double baseline = y + line->baseline - line->top;
  gboolean has_segments = item->has_segments && node != TRIO_NODE_ARTIFACT;

  if (line->n_runs == 0)
    return;
  if (!has_segments)
    begin_node (p, node, x, y, item->width, item->height);
  for (guint i = 0; i < line->n_runs;)
    {
      const LayoutRun *run = &g_array_index (item->text->runs, LayoutRun, line->first_run + i);
      guint segment = run->segment, end = i;
      double left = run->x, right = run->x;

      for (; end < line->n_runs && run->segment == segment; end++, run++)
        {
          left = MIN (left, run->x);
          right = MAX (right, run->x + run->width);
        }
      if (has_segments)
        begin_node (p, node + 1 + segment, x + left, y, right - left, item->height);
      for (; i < end; i++)
        draw_run (p, item->text, &g_array_index (item->text->runs, LayoutRun, line->first_run + i),
                  x, baseline);
      if (has_segments)
        end_node (p, node + 1 + segment);
    }
  if (!has_segments)
    end_node (p, node);
}

static void
draw_image (Painter *p, const LayoutImage *image, double x, double y, double width, double height)
{
  cairo_save (p->cr);
  cairo_translate (p->cr, x, y);
  cairo_scale (p->cr, width / image->width, height / image->height);
  cairo_set_source_surface (p->cr, image->surface, 0, 0);
  cairo_paint (p->cr);
  cairo_restore (p->cr);
}

static void
draw_dots (Painter *p, double x, double y, double width)
{
  double right = x + width;

  set_colour (p->cr, 0x505050);
  /* Dots of all entries stand below each other. */
  for (double at = ceil (x / DOT_STEP) * DOT_STEP; at < right; at += DOT_STEP)
    cairo_rectangle (p->cr, at, y - DOT_SIZE, DOT_SIZE * 2, DOT_SIZE * 2);
  cairo_fill (p->cr);
}

static void
draw_item (Painter *p, const LayoutItem *item, guint node, double row_y)
{
  double x = p->layout->margins[3] + item->x, y = row_y + item->y;

  switch (item->kind)
    {
    case LAYOUT_ITEM_LINE:
      if (item->text != NULL)
        draw_line (p, item, node, x, y);
      break;
    case LAYOUT_ITEM_IMAGE:
      begin_node (p, node, x, y, item->width, item->height);
      draw_image (p, item->image, x, y, item->width, item->height);
      end_node (p, node);
      break;
    case LAYOUT_ITEM_FILL:
      fill (p, x, y, item->width, item->height, item->colour);
      break;
    case LAYOUT_ITEM_DOTS:
      draw_dots (p, x, y, item->width);
      break;
    }
}

/* Draws the decoration of a row, or its content. Grounds come before rules and text. */
static void
draw_row (Painter *p, const LayoutRow *row, double y, gboolean content, gboolean as_artifact)
{
  for (guint i = 0; i < row->n_items; i++)
    {
      const LayoutItem *item = &g_array_index (p->layout->items, LayoutItem, row->first_item + i);
      gboolean is_artifact = item->node == TRIO_NODE_ARTIFACT;

      if (is_artifact != content)
        draw_item (p, item, as_artifact ? TRIO_NODE_ARTIFACT : item->node, y);
    }
}

static void
draw_boxes (Painter *p, const LayoutPage *page)
{
  const GArray *rows = p->layout->rows;
  guint end = page->first_row + page->n_rows;

  for (guint i = page->first_row; i < end;)
    {
      const LayoutRow *first = &g_array_index (rows, LayoutRow, i);
      const LayoutRow *last = first;
      double top, bottom;

      for (i++; i < end && g_array_index (rows, LayoutRow, i).box == first->box; i++)
        last = &g_array_index (rows, LayoutRow, i);
      if (first->box == LAYOUT_NO_BOX)
        continue;
      top = first->y - BOX_ABOVE;
      bottom = last->y + last->height + BOX_ABOVE;
      fill (p, p->layout->margins[3], top, p->layout->text_width, bottom - top, BOX_FILL);
      fill (p, p->layout->margins[3], top, BAR_WIDTH, bottom - top, BOX_BAR);
    }
}

static void
draw_text (Painter *p, LayoutText *text, guint node, double y)
{
  for (guint i = 0; i < text->lines->len; i++)
    {
      const LayoutLine *line = &g_array_index (text->lines, LayoutLine, i);
      LayoutItem item = {
        .kind = LAYOUT_ITEM_LINE,
        .width = p->layout->text_width,
        .height = line->height,
        .text = text,
        .line = i,
        .has_segments = node != TRIO_NODE_ARTIFACT && node + 1 < p->layout->nodes->len
                        && g_array_index (p->layout->nodes, TrioNode, node + 1).parent == node,
      };

      draw_line (p, &item, node, p->layout->margins[3], y + line->top);
    }
}

/* Header and footer where they only repeat. */
static void
draw_edges (Painter *p, const LayoutPage *page)
{
  const TrioLayout *layout = p->layout;

  if (p->page > 0 && layout->header != NULL)
    draw_text (p, layout->header, TRIO_NODE_ARTIFACT, layout->header_edge);
  if (page->footer != NULL)
    draw_text (p, page->footer, TRIO_NODE_ARTIFACT,
               layout->page_height - layout->footer_edge - page->footer->height);
}

static void
draw_letterhead (Painter *p, gboolean content)
{
  const TrioLayout *layout = p->layout;
  const TrioLetterhead *head = trio_doc_get_letterhead (layout->doc);
  double x = layout->margins[3], y = layout_get_edge_y (layout, TRUE);

  if (head->logo_place == TRIO_LOGO_TOP_RIGHT)
    x += layout->text_width - layout->logo_width;
  if (layout->logo != NULL && (layout->logo_node != TRIO_NODE_ARTIFACT) == content)
    {
      begin_node (p, layout->logo_node, x, y, layout->logo_width, layout->logo_height);
      draw_image (p, layout->logo, x, y, layout->logo_width, layout->logo_height);
      end_node (p, layout->logo_node);
    }
  if (content && layout->header != NULL && head->header_on_first_page)
    draw_text (p, layout->header, layout->header_node, layout_get_edge_y (layout, FALSE));
}

static void
draw_page (Painter *p)
{
  const LayoutPage *page = &g_array_index (p->layout->pages, LayoutPage, p->page);
  const GArray *rows = p->layout->rows;
  double y = page->header_y;

  draw_edges (p, page);
  if (p->page == 0)
    draw_letterhead (p, FALSE);
  draw_boxes (p, page);
  for (guint i = 0; page->header != G_MAXUINT && i < page->n_header; i++)
    {
      const LayoutRow *row = &g_array_index (rows, LayoutRow, page->header + i);

      draw_row (p, row, y, FALSE, TRUE);
      draw_row (p, row, y, TRUE, TRUE);
      y += row->height;
    }
  for (guint content = FALSE; content <= TRUE; content++)
    {
      if (content && p->page == 0)
        draw_letterhead (p, TRUE);
      for (guint i = 0; i < page->n_rows; i++)
        {
          const LayoutRow *row = &g_array_index (rows, LayoutRow, page->first_row + i);

          draw_row (p, row, row->y, content != FALSE, FALSE);
        }
    }
}

/**
 * trio_layout_draw_page_to:
 * @layout: a layout
 * @page: a page, from 0
 * @cr: where to draw; one unit is one point
 * @sink: (nullable): who hears what is drawn
 *
 * Draws a page, and tells which part of the document is being drawn.
 */
void
trio_layout_draw_page_to (const TrioLayout *layout,
                          guint page,
                          cairo_t *cr,
                          const TrioLayoutSink *sink)
{
  Painter painter = { layout, page, cr, sink, NULL };

  g_return_if_fail (layout != NULL && page < layout->pages->len && cr != NULL);

  painter.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  cairo_save (cr);
  draw_page (&painter);
  cairo_restore (cr);
  g_array_unref (painter.glyphs);
}

/**
 * trio_layout_draw_page:
 * @layout: a layout
 * @page: a page, from 0
 * @cr: where to draw; one unit is one point, the origin the top left corner of the page
 *
 * Draws a page without its paper, on a screen at any scale as on a printer.
 */
void
trio_layout_draw_page (const TrioLayout *layout, guint page, cairo_t *cr)
{
  trio_layout_draw_page_to (layout, page, cr, NULL);
}
