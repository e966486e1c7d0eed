/* trio-board-glyphs.c: letters that have been drawn once, to be drawn thousands of times.
 *
 * Drawing a letter with cairo takes several times what its few pixels take, and where letters
 * may touch, all of the picture is gone over once more. The letters of a font at a size are
 * drawn by cairo once each, and from then on their coverage is put straight into the picture,
 * at the pixels where cairo would have put it.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Fonts at a size that are kept. */
#define MOST_STRIKES 96

/* In a movement letters take the nearest of so many sizes between one and its double: they are a
 * fiftieth too large or too small at most, in the right places. */
#define ROUGH_SIZES 16

/* Letters that are drawn by cairo in one go. */
#define MOST_NEW 64

/* Pixels around a letter, for what reaches out of its measures. */
#define PADDING 3

/* Coverage of a letter in the pixels around its place. */
typedef struct
{
  int left;
  int top;
  int width;
  int height;
  gsize offset; /* of its first row in the masks */
} Shape;

/* A font at a size. */
typedef struct
{
  PangoFont *font;
  double scale;
  gboolean is_rough;
  gboolean is_coloured; /* made for the stripes of a screen: cairo draws them */
  GArray *numbers;      /* guint16 by glyph: its shape, counted from 1; 0 is not drawn yet */
  GArray *shapes;
  GByteArray *masks;
  guint used; /* in which round of drawing */
} Strike;

struct _TrioBoardGlyphs
{
  GPtrArray *strikes;
  guint round;
};

static void
free_strike (gpointer data)
{
  Strike *strike = data;

  g_object_unref (strike->font);
  g_array_unref (strike->numbers);
  g_array_unref (strike->shapes);
  g_byte_array_unref (strike->masks);
  g_free (strike);
}

/* Fitting each letter to the pixels of a new size takes longer than drawing it, and in a picture
 * that is gone with the next frame nobody sees it. */
void
trio_board_set_font (cairo_t *cr, PangoFont *font, gboolean is_rough)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_options_t *options;
  cairo_matrix_t matrix;

  if (!is_rough)
    {
      cairo_set_scaled_font (cr, scaled);
      return;
    }
  options = cairo_font_options_create ();
  cairo_scaled_font_get_font_options (scaled, options);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  cairo_set_font_face (cr, cairo_scaled_font_get_font_face (scaled));
  cairo_set_font_matrix (cr, &matrix);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

static gboolean
is_coloured (PangoFont *font)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_antialias_t antialias;

  cairo_scaled_font_get_font_options (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)),
                                      options);
  antialias = cairo_font_options_get_antialias (options);
  cairo_font_options_destroy (options);
  return antialias == CAIRO_ANTIALIAS_SUBPIXEL || antialias == CAIRO_ANTIALIAS_BEST;
}

static Strike *
find_strike (TrioBoardGlyphs *self, PangoFont *font, double scale, gboolean is_rough)
{
  guint oldest = 0;
  Strike *strike;

  for (guint i = 0; i < self->strikes->len; i++)
    {
      strike = g_ptr_array_index (self->strikes, i);
      if (strike->font == font && strike->scale == scale && strike->is_rough == is_rough)
        return strike;
      if (strike->used < ((Strike *)g_ptr_array_index (self->strikes, oldest))->used)
        oldest = i;
    }
  if (self->strikes->len >= MOST_STRIKES)
    g_ptr_array_remove_index_fast (self->strikes, oldest);
  strike = g_new0 (Strike, 1);
  strike->font = g_object_ref (font);
  strike->scale = scale;
  strike->is_rough = is_rough;
  strike->is_coloured = is_coloured (font);
  strike->numbers = g_array_new (FALSE, TRUE, sizeof (guint16));
  strike->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  strike->masks = g_byte_array_new ();
  g_ptr_array_add (self->strikes, strike);
  return strike;
}

/* Drawing letters once */

static cairo_t *
create_context (const Strike *strike, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, strike->scale, strike->scale);
  trio_board_set_font (cr, strike->font, strike->is_rough);
  return cr;
}

static Shape
measure (cairo_t *cr, double scale, gulong glyph)
{
  cairo_glyph_t at_zero = { glyph, 0, 0 };
  cairo_text_extents_t extents;

  cairo_glyph_extents (cr, &at_zero, 1, &extents);
  if (extents.width <= 0 || extents.height <= 0)
    return (Shape){ 0 };
  return (Shape){ .left = (int)floor (extents.x_bearing * scale) - PADDING,
                  .top = (int)floor (extents.y_bearing * scale) - PADDING,
                  .width = (int)ceil (extents.width * scale) + 2 * PADDING + 1,
                  .height = (int)ceil (extents.height * scale) + 2 * PADDING + 1 };
}

static gboolean
is_blank (const guint8 *pixels, gsize step, int n)
{
  for (int i = 0; i < n; i++)
    if (pixels[(gsize)i * step] != 0)
      return FALSE;
  return TRUE;
}

/* Keeps the part of a letter that covers something. */
static void
keep_shape (Strike *strike, Shape shape, const guint8 *pixels, gsize stride)
{
  while (shape.height > 0 && is_blank (pixels, 1, shape.width))
    {
      pixels += stride;
      shape.top++;
      shape.height--;
    }
  while (shape.height > 0 && is_blank (pixels + (gsize)(shape.height - 1) * stride, 1, shape.width))
    shape.height--;
  while (shape.width > 0 && is_blank (pixels, stride, shape.height))
    {
      pixels++;
      shape.left++;
      shape.width--;
    }
  while (shape.width > 0 && is_blank (pixels + shape.width - 1, stride, shape.height))
    shape.width--;
  shape.offset = strike->masks->len;
  for (int y = 0; y < shape.height; y++)
    g_byte_array_append (strike->masks, pixels + (gsize)y * stride, (guint)shape.width);
  g_array_append_val (strike->shapes, shape);
}

/* Draws some letters beside each other and takes their coverage. */
static void
add_shapes (Strike *strike, const gulong *glyphs, guint n)
{
  cairo_glyph_t placed[MOST_NEW];
  Shape shapes[MOST_NEW];
  int width = 1, height = 1, x = 0;
  cairo_t *cr = create_context (strike, 1, 1);
  cairo_surface_t *surface;
  const guint8 *pixels;
  gsize stride;

  for (guint i = 0; i < n; i++)
    {
      shapes[i] = measure (cr, strike->scale, glyphs[i]);
      placed[i] = (cairo_glyph_t){ glyphs[i], (width - shapes[i].left) / strike->scale, 0 };
      width += shapes[i].width;
      height = MAX (height, shapes[i].height);
    }
  for (guint i = 0; i < n; i++)
    placed[i].y = -shapes[i].top / strike->scale;
  cairo_destroy (cr);

  cr = create_context (strike, width, height);
  cairo_show_glyphs (cr, placed, (int)n);
  surface = cairo_get_target (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = (gsize)cairo_image_surface_get_stride (surface);
  for (guint i = 0; i < n; i++)
    {
      guint16 number = (guint16)(strike->shapes->len + 1);

      keep_shape (strike, shapes[i], pixels + 1 + x, stride);
      x += shapes[i].width;
      g_array_index (strike->numbers, guint16, glyphs[i]) = number;
    }
  cairo_destroy (cr);
}

static void
add_missing (Strike *strike, const cairo_glyph_t *glyphs, guint n)
{
  gulong missing[MOST_NEW];
  guint n_missing = 0;

  for (guint i = 0; i < n; i++)
    {
      gulong glyph = glyphs[i].index;
      gboolean is_known = FALSE;

      if (glyph >= strike->numbers->len)
        g_array_set_size (strike->numbers, (guint)glyph + 1);
      if (g_array_index (strike->numbers, guint16, glyph) != 0)
        continue;
      for (guint j = 0; j < n_missing && !is_known; j++)
        is_known = missing[j] == glyph;
      if (is_known)
        continue;
      missing[n_missing++] = glyph;
      if (n_missing < MOST_NEW)
        continue;
      add_shapes (strike, missing, n_missing);
      n_missing = 0;
    }
  if (n_missing > 0)
    add_shapes (strike, missing, n_missing);
}

/* The movement has ended. */
void
trio_board_glyphs_forget_rough (TrioBoardGlyphs *self)
{
  for (guint i = self->strikes->len; i > 0; i--)
    if (((Strike *)g_ptr_array_index (self->strikes, i - 1))->is_rough)
      g_ptr_array_remove_index_fast (self->strikes, i - 1);
}

/* Draws letters into a picture that @cr draws into as well, in its units.
 * Returns whether the font can be drawn so. */
gboolean
trio_board_glyphs_draw (TrioBoardGlyphs *self,
                        const TrioPixels *pixels,
                        cairo_t *cr,
                        PangoFont *font,
                        gboolean is_rough,
                        const GArray *glyphs,
                        const GdkRGBA *colour)
{
  const cairo_glyph_t *all = (const cairo_glyph_t *)(gconstpointer)glyphs->data;
  guint32 packed = trio_pixels_pack (colour->red, colour->green, colour->blue, colour->alpha);
  cairo_matrix_t matrix;
  Strike *strike;
  double scale;

  cairo_get_matrix (cr, &matrix);
  scale = is_rough ? exp2 (round (log2 (matrix.xx) * ROUGH_SIZES) / ROUGH_SIZES) : matrix.xx;
  strike = find_strike (self, font, scale, is_rough);
  strike->used = ++self->round;
  if (strike->is_coloured)
    return FALSE;
  add_missing (strike, all, glyphs->len);
  for (guint i = 0; i < glyphs->len; i++)
    {
      guint16 number = g_array_index (strike->numbers, guint16, all[i].index);
      const Shape *shape = &g_array_index (strike->shapes, Shape, number - 1);
      int x = (int)lround (all[i].x * matrix.xx + matrix.x0) + shape->left;
      int y = (int)lround (all[i].y * matrix.yy + matrix.y0) + shape->top;

      trio_pixels_cover (pixels, strike->masks->data + shape->offset, shape->width, shape->height,
                         x, y, packed);
    }
  return TRUE;
}

TrioBoardGlyphs *
trio_board_glyphs_new (void)
{
  TrioBoardGlyphs *self = g_new0 (TrioBoardGlyphs, 1);

  self->strikes = g_ptr_array_new_with_free_func (free_strike);
  return self;
}

void
trio_board_glyphs_free (TrioBoardGlyphs *self)
{
  g_ptr_array_unref (self->strikes);
  g_free (self);
}
