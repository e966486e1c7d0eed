/* trio-board-blocks.c: thousands of notes at once, as one picture.
 *
 * A render node per rectangle costs cairo about a microsecond each, ten thousand of them most
 * of a frame. Filling them into memory costs a twentieth of that.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <math.h>

typedef struct
{
  guint32 *pixels;
  int width;
  int height;
  int factor; /* pixels of the screen per pixel of the view */
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
          TrioRect rect = trio_viewport_rect_to_view (&self->view, &frame->rect);

          if (trio_rect_intersects (&frame->rect, area))
            fill (picture, &rect, colour);
        }
    }
}

static void
fill_notes (TrioBoard *self, Picture *picture)
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
  for (guint i = 0; i < self->visible->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (self->visible, i);
      TrioRect rect = trio_viewport_rect_to_view (&self->view, &note->item.rect);
      guint64 colour = (guint64)note->record->values[TRIO_NOTE_COLOUR].integer;
      gboolean veiled = filtered && !trio_note_filter_matches (self->filter, note->record);

      fill (picture, &rect, colours[veiled][colour < TRIO_N_COLOURS ? colour : 0]);
    }
}

/* Draws frames and notes as plain rectangles, in pixels of the view. */
void
trio_board_draw_blocks (TrioBoard *self, GtkSnapshot *snapshot, const TrioRect *area)
{
  Picture picture = { .factor = gtk_widget_get_scale_factor (GTK_WIDGET (self)) };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  gsize size;

  picture.width = (int)self->view.width * picture.factor;
  picture.height = (int)self->view.height * picture.factor;
  if (picture.width <= 0 || picture.height <= 0)
    return;
  size = (gsize)picture.width * (gsize)picture.height * sizeof (guint32);
  picture.pixels = g_malloc0 (size);
  fill_frames (self, &picture, area);
  fill_notes (self, &picture);
  bytes = g_bytes_new_take (picture.pixels, size);
  texture = gdk_memory_texture_new (picture.width, picture.height, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize)picture.width * sizeof (guint32));
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float)self->view.width,
                                                    (float)self->view.height));
}
