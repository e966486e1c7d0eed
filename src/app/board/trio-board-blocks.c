/* trio-board-blocks.c: thousands of notes at once, as one picture.
 *
 * A render node per rectangle costs cairo about a microsecond each, ten thousand of them most
 * of a frame. Filling them into memory costs a twentieth of that, and the picture is kept while
 * the board is moved about.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <math.h>

/* Pixels around the view that a picture shows besides, once the board is moved about. */
#define REACH 96.0

typedef struct
{
  guint32 *pixels;
  int width;
  int height;
  int factor; /* pixels of the screen per pixel of the view */
  TrioViewport view;
} Picture;

static guint32
to_pixel (const GdkRGBA *colour)
{
  return 0xff000000u | (guint32)lroundf (colour->red * 255) << 16
         | (guint32)lroundf (colour->green * 255) << 8 | (guint32)lroundf (colour->blue * 255);
}

static guint32
mix_pixel (const GdkRGBA *colour, const GdkRGBA *other, float share)
{
  GdkRGBA mixed = { colour->red + (other->red - colour->red) * share,
                    colour->green + (other->green - colour->green) * share,
                    colour->blue + (other->blue - colour->blue) * share, 1 };

  return to_pixel (&mixed);
}

/* Both edges are rounded, so that neighbours keep their distance on average. */
static void
fill (Picture *picture, const TrioRect *rect, guint32 colour)
{
  int left = (int)lround (rect->x * picture->factor);
  int top = (int)lround (rect->y * picture->factor);
  int right = (int)lround ((rect->x + rect->width) * picture->factor);
  int bottom = (int)lround ((rect->y + rect->height) * picture->factor);

  right = CLAMP (MAX (right, left + 1), 0, picture->width);
  bottom = CLAMP (MAX (bottom, top + 1), 0, picture->height);
  left = CLAMP (left, 0, picture->width);
  top = CLAMP (top, 0, picture->height);
  for (int y = top; y < bottom; y++)
    {
      guint32 *row = picture->pixels + (gsize)y * (gsize)picture->width;

      for (int x = left; x < right; x++)
        row[x] = colour;
    }
}

static void
fill_frames (TrioBoard *self, Picture *picture, const TrioRect *area)
{
  GPtrArray *sections = trio_scene_get_sections (self->scene);
  guint32 colour = self->style.is_dark || self->style.is_plain ? to_pixel (&self->style.frame_line)
                                                               : to_pixel (&self->style.frame);

  for (guint i = 0; i < sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->frames->len; j++)
        {
          TrioSceneFrame *frame = g_ptr_array_index (section->frames, j);
          TrioRect rect = trio_viewport_rect_to_view (&picture->view, &frame->rect);

          if (trio_rect_intersects (&frame->rect, area))
            fill (picture, &rect, colour);
        }
    }
}

static void
fill_notes (TrioBoard *self, Picture *picture, GPtrArray *notes)
{
  gboolean filtered = self->filter != NULL && trio_note_filter_is_active (self->filter);
  guint32 colours[2][TRIO_N_COLOURS];

  for (guint i = 0; i < TRIO_N_COLOURS; i++)
    {
      const GdkRGBA *colour = self->style.is_dark && !self->style.is_plain
                                  ? &self->style.notes[i]
                                  : &self->style.note_edge[i];

      colours[0][i] = to_pixel (colour);
      colours[1][i] = mix_pixel (colour, &self->style.canvas, 0.78f);
    }
  for (guint i = 0; i < notes->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (notes, i);
      TrioRect rect = trio_viewport_rect_to_view (&picture->view, &note->item.rect);
      guint64 colour = (guint64)note->record->values[TRIO_NOTE_COLOUR].integer;
      gboolean veiled = filtered && !trio_note_filter_matches (self->filter, note->record);

      fill (picture, &rect, colours[veiled][colour < TRIO_N_COLOURS ? colour : 0]);
    }
}

static void
create_picture (TrioBoard *self, double reach)
{
  Picture picture
      = { .factor = gtk_widget_get_scale_factor (GTK_WIDGET (self)), .view = self->view };
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  cairo_surface_t *surface;
  TrioRect area;

  picture.view.x -= reach / picture.view.zoom;
  picture.view.y -= reach / picture.view.zoom;
  picture.view.width += 2 * reach;
  picture.view.height += 2 * reach;
  picture.width = (int)picture.view.width * picture.factor;
  picture.height = (int)picture.view.height * picture.factor;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture.width, picture.height);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      picture.pixels = (guint32 *)(gpointer)cairo_image_surface_get_data (surface);
      area = trio_viewport_get_area (&picture.view);
      area = trio_rect_grow (&area, 8);
      trio_grid_find (trio_scene_get_grid (self->scene), &area, notes);
      fill_frames (self, &picture, &area);
      fill_notes (self, &picture, notes);
      cairo_surface_mark_dirty (surface);
      cairo_surface_set_device_scale (surface, picture.factor, picture.factor);
    }
  self->blocks = surface;
  self->blocks_view = picture.view;
}

/* Lets go of the picture: something in it has changed. */
void
trio_board_drop_blocks (TrioBoard *self)
{
  g_clear_pointer (&self->blocks, cairo_surface_destroy);
}

static gboolean
shows_view (TrioBoard *self)
{
  TrioRect shown = trio_viewport_get_area (&self->blocks_view);
  TrioRect wanted = trio_viewport_get_area (&self->view);
  double factor, other;

  cairo_surface_get_device_scale (self->blocks, &factor, &other);
  return factor == gtk_widget_get_scale_factor (GTK_WIDGET (self))
         && trio_rect_encloses (&shown, &wanted);
}

/* Draws frames and notes as plain rectangles, in pixels of the view. */
void
trio_board_draw_blocks (TrioBoard *self, GtkSnapshot *snapshot)
{
  gboolean same_zoom = self->blocks != NULL && self->blocks_view.zoom == self->view.zoom;
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double x, y;
  cairo_t *cr;

  if (self->view.width < 1 || self->view.height < 1)
    return;
  if (!same_zoom || !shows_view (self))
    {
      trio_board_drop_blocks (self);
      create_picture (self, same_zoom ? REACH : 0);
    }
  trio_viewport_to_view (&self->view, self->blocks_view.x, self->blocks_view.y, &x, &y);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)self->view.width,
                                                                 (float)self->view.height));
  cairo_set_source_surface (cr, self->blocks, round (x * factor) / factor,
                            round (y * factor) / factor);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
}
