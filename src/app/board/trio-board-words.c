/* trio-board-words.c: draws the words of many notes at once.
 *
 * Handing cairo each line on its own costs several times what its glyphs cost. The glyphs are
 * taken out of the render nodes instead, and those of the same font and colour are drawn
 * together, see trio-board-glyphs.c; what is not words is drawn as it is.
 */
#include "config.h"

#include <pango/pangocairo.h>

#include "app/board/trio-board-private.h"

/* Glyphs of a font and a colour, in board units. */
typedef struct
{
  PangoFont *font;
  GdkRGBA colour;
  GArray *glyphs; /* cairo_glyph_t */
} Batch;

struct _TrioBoardWords
{
  TrioBoardGlyphs *glyphs;
  const TrioPixels *pixels;
  cairo_t *cr; /* in board units */
  GPtrArray *batches;
  GArray *places; /* of notes whose words wait */
  gboolean is_rough;
};

static void
free_batch (gpointer data)
{
  Batch *batch = data;

  g_object_unref (batch->font);
  g_array_unref (batch->glyphs);
  g_free (batch);
}

static Batch *
find_batch (TrioBoardWords *self, PangoFont *font, const GdkRGBA *colour)
{
  Batch *batch;

  for (guint i = 0; i < self->batches->len; i++)
    {
      batch = g_ptr_array_index (self->batches, i);
      if (batch->font == font && gdk_rgba_equal (&batch->colour, colour))
        return batch;
    }
  batch = g_new0 (Batch, 1);
  batch->font = g_object_ref (font);
  batch->colour = *colour;
  batch->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_ptr_array_add (self->batches, batch);
  return batch;
}

static void
draw_as_is (TrioBoardWords *self, GskRenderNode *node, double x, double y)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  gsk_render_node_draw (node, self->cr);
  cairo_restore (self->cr);
}

/* Only plain glyphs can be drawn together: no pictures, and no boxes for missing ones. */
static gboolean
is_plain (GskRenderNode *node)
{
  const PangoGlyphInfo *glyphs = gsk_text_node_get_glyphs (node, NULL);
  guint n = gsk_text_node_get_num_glyphs (node);

  for (guint i = 0; i < n; i++)
    if (glyphs[i].glyph != PANGO_GLYPH_EMPTY && (glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG))
      return FALSE;
  return !gsk_text_node_has_color_glyphs (node);
}

static void
add_glyphs (TrioBoardWords *self, GskRenderNode *node, double x, double y)
{
  const graphene_point_t *offset = gsk_text_node_get_offset (node);
  Batch *batch = find_batch (self, gsk_text_node_get_font (node), gsk_text_node_get_color (node));
  const PangoGlyphInfo *glyphs = gsk_text_node_get_glyphs (node, NULL);
  guint n = gsk_text_node_get_num_glyphs (node);
  guint at = batch->glyphs->len;
  cairo_glyph_t *placed;
  int way = 0;

  g_array_set_size (batch->glyphs, at + n);
  placed = &g_array_index (batch->glyphs, cairo_glyph_t, at);
  for (guint i = 0; i < n; i++)
    {
      const PangoGlyphGeometry *geometry = &glyphs[i].geometry;

      if (glyphs[i].glyph != PANGO_GLYPH_EMPTY)
        *placed++
            = (cairo_glyph_t){ glyphs[i].glyph,
                               x + offset->x + (way + geometry->x_offset) / (double)PANGO_SCALE,
                               y + offset->y + geometry->y_offset / (double)PANGO_SCALE };
      way += geometry->width;
    }
  g_array_set_size (batch->glyphs,
                    (guint)(placed - &g_array_index (batch->glyphs, cairo_glyph_t, 0)));
}

static void
add_node (TrioBoardWords *self, GskRenderNode *node, double x, double y)
{
  GskTransform *transform;
  float dx, dy;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        add_node (self, gsk_container_node_get_child (node, i), x, y);
      return;
    case GSK_TRANSFORM_NODE:
      transform = gsk_transform_node_get_transform (node);
      if (gsk_transform_get_category (transform) < GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
        break;
      gsk_transform_to_translate (transform, &dx, &dy);
      add_node (self, gsk_transform_node_get_child (node), x + dx, y + dy);
      return;
    case GSK_TEXT_NODE:
      if (!is_plain (node))
        break;
      add_glyphs (self, node, x, y);
      return;
    default:
      break;
    }
  draw_as_is (self, node, x, y);
}

/* Takes words that were prepared as a node, for a place on the board. */
void
trio_board_words_add (TrioBoardWords *self, GskRenderNode *node, const TrioRect *place)
{
  if (node == NULL)
    return;
  g_array_append_vals (self->places, place, 1);
  add_node (self, node, place->x, place->y);
}

/* Draws the words that lie where something is about to cover them. */
void
trio_board_words_make_room (TrioBoardWords *self, const TrioRect *place)
{
  for (guint i = 0; i < self->places->len; i++)
    if (trio_rect_intersects (&g_array_index (self->places, TrioRect, i), place))
      {
        trio_board_words_draw (self);
        return;
      }
}

static void
draw_batch (TrioBoardWords *self, const Batch *batch)
{
  if (trio_board_glyphs_draw (self->glyphs, self->pixels, self->cr, batch->font, self->is_rough,
                              batch->glyphs, &batch->colour))
    return;
  gdk_cairo_set_source_rgba (self->cr, &batch->colour);
  trio_board_set_font (self->cr, batch->font, self->is_rough);
  cairo_show_glyphs (self->cr, (const cairo_glyph_t *)(gpointer)batch->glyphs->data,
                     (int)batch->glyphs->len);
}

/* Draws all words that wait. */
void
trio_board_words_draw (TrioBoardWords *self)
{
  for (guint i = 0; i < self->batches->len; i++)
    {
      Batch *batch = g_ptr_array_index (self->batches, i);

      if (batch->glyphs->len == 0)
        continue;
      draw_batch (self, batch);
      g_array_set_size (batch->glyphs, 0);
    }
  g_array_set_size (self->places, 0);
}

/* Collects words for a picture whose corner lies so many pixels from the board's zero.
 * @is_rough: it will be seen for a frame only */
TrioBoardWords *
trio_board_words_new (TrioBoardGlyphs *glyphs,
                      const TrioPixels *pixels,
                      cairo_t *cr,
                      double left,
                      double top,
                      double scale,
                      gboolean is_rough)
{
  TrioBoardWords *self = g_new0 (TrioBoardWords, 1);

  self->glyphs = glyphs;
  self->pixels = pixels;
  self->cr = cairo_reference (cr);
  self->is_rough = is_rough;
  cairo_save (cr);
  cairo_translate (cr, -left, -top);
  cairo_scale (cr, scale, scale);
  self->batches = g_ptr_array_new_with_free_func (free_batch);
  self->places = g_array_new (FALSE, FALSE, sizeof (TrioRect));
  return self;
}

void
trio_board_words_free (TrioBoardWords *self)
{
  cairo_restore (self->cr);
  cairo_destroy (self->cr);
  g_ptr_array_unref (self->batches);
  g_array_unref (self->places);
  g_free (self);
}
