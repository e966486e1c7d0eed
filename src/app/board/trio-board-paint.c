/* trio-board-paint.c: paints a part of the board into memory: canvas, frames, notes, names.
 *
 * How much of a note is painted follows from how many are seen. Shapes and letters are written
 * straight into memory; only what else there is goes through cairo. Lengths are pixels of the
 * screen at the zoom of the view, counted from the board's zero, so that every part fits to its
 * neighbours.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#define DOT_DISTANCE   24.0
#define LEAST_DISTANCE 20.0
#define MOST_NAMES     120
#define WIDE_ENOUGH    90.0
#define LEAST_TITLE    6.0 /* pixels; smaller titles are drawn larger, across the frame */

typedef struct
{
  TrioBoard *board;
  TrioPixels pixels;
  cairo_t *cr;
  TrioBoardWords *words; /* that wait to be drawn together */
  int left;
  int top;
  int factor;    /* pixels of the screen per pixel of the view */
  double scale;  /* pixels of the screen per board unit */
  TrioRect area; /* of the board */
} Painter;

static guint32
pack (const GdkRGBA *colour)
{
  return trio_pixels_pack (colour->red, colour->green, colour->blue, colour->alpha);
}

/* From the board to pixels of the picture. */
static TrioRect
to_pixels (const Painter *painter, const TrioRect *rect)
{
  return (TrioRect){ rect->x * painter->scale - painter->left,
                     rect->y * painter->scale - painter->top, rect->width * painter->scale,
                     rect->height * painter->scale };
}

static void
fill (const Painter *painter, const TrioRect *rect, double radius, const GdkRGBA *colour)
{
  TrioRect pixels = to_pixels (painter, rect);

  trio_pixels_fill (&painter->pixels, &pixels, radius * painter->scale, pack (colour), NULL);
}

/* What the next shape covers all of: the part between its corners; empty when it is elsewhere. */
static TrioRect
find_hole (const BoardShape *shape, const BoardShape *next)
{
  if (next->colour.alpha < 1 || !trio_rect_encloses (&shape->rect, &next->rect))
    return TRIO_RECT_EMPTY;
  return (TrioRect){ next->rect.x, next->rect.y + next->radius, next->rect.width,
                     MAX (next->rect.height - 2 * next->radius, 0) };
}

static TrioRect
place_rect (const Painter *painter, const TrioRect *rect, const TrioRect *place)
{
  return to_pixels (painter, &(TrioRect){ rect->x + place->x, rect->y + place->y, rect->width,
                                          rect->height });
}

static void
fill_shapes (const Painter *painter, const BoardShape *shapes, guint n, const TrioRect *place)
{
  for (guint i = 0; i < n; i++)
    {
      TrioRect rect = place_rect (painter, &shapes[i].rect, place);
      TrioRect hole = i + 1 < n ? find_hole (&shapes[i], &shapes[i + 1]) : TRIO_RECT_EMPTY;

      hole = trio_rect_is_empty (&hole) ? hole : place_rect (painter, &hole, place);
      trio_pixels_fill (&painter->pixels, &rect, shapes[i].radius * painter->scale,
                        pack (&shapes[i].colour), &hole);
    }
}

/* Canvas */

/* The first dot at or after a pixel; dots stick to the board, on whole pixels. */
static int
first_dot (int start, int distance)
{
  int over = (start + distance / 2) % distance;

  return over > 0 ? distance - over : -over;
}

static void
paint_canvas (const Painter *painter)
{
  const TrioBoardStyle *style = &painter->board->style;
  double wanted = DOT_DISTANCE * painter->board->view.zoom;
  guint32 dot = pack (&style->dot);
  int size = 2 * painter->factor;
  int distance;

  trio_pixels_clear (&painter->pixels, pack (&style->canvas));
  if (style->is_plain)
    return;
  while (wanted < LEAST_DISTANCE)
    wanted *= 2;
  distance = (int)round (wanted) * painter->factor;
  for (int y = first_dot (painter->top, distance) - distance; y < painter->pixels.height;
       y += distance)
    for (int x = first_dot (painter->left, distance) - distance; x < painter->pixels.width;
         x += distance)
      trio_pixels_fill (&painter->pixels, &(TrioRect){ x, y, size, size }, 0, dot, NULL);
}

/* Frames */

static void
paint_frame (const Painter *painter, TrioSceneFrame *frame)
{
  TrioBoard *board = painter->board;
  BoardShape shapes[BOARD_MOST_SHAPES];
  TrioRect place = trio_board_get_shown_rect (board, &frame->from, &frame->rect);

  if (board->level == LEVEL_BLOCK)
    {
      TrioRect rect = to_pixels (painter, &place);

      trio_pixels_fill_block (&painter->pixels, &rect,
                              pack (board->style.is_dark || board->style.is_plain
                                        ? &board->style.frame_line
                                        : &board->style.frame));
      return;
    }
  fill_shapes (painter, shapes, trio_board_list_frame_shapes (board, frame, shapes), &place);
  trio_board_words_add (painter->words, trio_board_get_frame_head (board, frame), &place);
}

/* Notes */

static void
paint_block (const Painter *painter, const TrioSceneNote *note, const TrioRect *place)
{
  const TrioBoardStyle *style = &painter->board->style;
  TrioRect rect = to_pixels (painter, place);
  guint colour = trio_board_get_colour (note->record);

  trio_pixels_fill_block (&painter->pixels, &rect,
                          pack (style->is_dark && !style->is_plain ? &style->notes[colour]
                                                                   : &style->note_edge[colour]));
}

/* Lines of words as bars, the last one shorter. */
static void
paint_bars (const Painter *painter, const TrioSceneNote *note, const TrioRect *place)
{
  const TrioBoardStyle *style = &painter->board->style;
  const TrioBoardMetrics *m = trio_scene_get_metrics (painter->board->scene);
  guint n_lines = MIN (note->n_lines, 4);
  guint colour = trio_board_get_colour (note->record);
  BoardShape shapes[BOARD_MOST_SHAPES];
  guint n = trio_board_list_note_shapes (painter->board, note, shapes);
  GdkRGBA ink = style->is_plain ? style->notes[colour] : style->note_text;

  if (!style->is_plain)
    ink.alpha = 0.35f;
  fill_shapes (painter, shapes, n, place);
  for (guint i = 0; i < n_lines; i++)
    {
      TrioRect bar
          = { place->x + m->padding, place->y + m->padding + (i + 0.2) * m->line,
              (place->width - 2 * m->padding) * (i + 1 == n_lines ? 0.55 : 0.95), m->line * 0.45 };

      fill (painter, &bar, 0, &ink);
    }
}

static void
paint_note (const Painter *painter, TrioSceneNote *note)
{
  TrioBoard *board = painter->board;
  TrioRect place = trio_board_get_shown_rect (board, &note->from, &note->item.rect);
  BoardShape shapes[BOARD_MOST_SHAPES];

  if (board->level == LEVEL_BLOCK)
    paint_block (painter, note, &place);
  else if (board->level == LEVEL_BARS)
    paint_bars (painter, note, &place);
  else
    {
      trio_board_words_make_room (painter->words, &place);
      fill_shapes (painter, shapes, trio_board_list_note_shapes (board, note, shapes), &place);
      trio_board_words_add (painter->words, trio_board_get_note_words (board, note), &place);
    }
}

/* What does not match the search stays where it is, under a veil. */
static void
paint_veil (const Painter *painter, const TrioSceneNote *note)
{
  GdkRGBA veil = painter->board->style.canvas;
  TrioRect rect = trio_rect_grow (&note->item.rect, painter->board->level == LEVEL_BLOCK ? 0 : 3);

  veil.alpha = 0.78f;
  fill (painter, &rect, 0, &veil);
}

/* What was put later lies on top. */
static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const TrioSceneNote *one = *(TrioSceneNote *const *)a;
  const TrioSceneNote *other = *(TrioSceneNote *const *)b;

  return (one->item.position > other->item.position) - (one->item.position < other->item.position);
}

static void
paint_notes (const Painter *painter)
{
  TrioBoard *board = painter->board;
  gboolean filtered = board->filter != NULL && trio_note_filter_is_active (board->filter);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  trio_grid_find (trio_scene_get_grid (board->scene), &painter->area, notes);
  if (board->level == LEVEL_TEXT)
    g_ptr_array_sort (notes, compare_positions);
  for (guint i = 0; i < notes->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (notes, i);

      if (trio_board_is_dragged (board, note))
        continue;
      paint_note (painter, note);
      if (!filtered || trio_note_filter_matches (board->filter, note->record))
        continue;
      trio_board_words_draw (painter->words);
      paint_veil (painter, note);
    }
}

/* Names of frames that have become too small to read, across the frame on a plate. */

static void
paint_name (const Painter *painter, TrioSceneFrame *frame, double least_width)
{
  TrioBoard *board = painter->board;
  TrioRect place = trio_board_get_shown_rect (board, &frame->from, &frame->rect);
  TrioRect rect = to_pixels (painter, &place);
  double f = painter->factor;
  double size = CLAMP (rect.width / f / 14, 11, 26) * board->font_scale;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  GdkRGBA plate = board->style.frame;
  TrioRect back;
  int width, height;

  if (rect.width < least_width * f || rect.height < 18 * f)
    return;
  title = trio_board_dup_frame_title (frame);
  words = trio_board_dup_divided (board, title);
  trio_board_set_words (board, words, size, PANGO_WEIGHT_BOLD, rect.width / f - 12,
                        rect.height / f * 0.8);
  pango_layout_get_pixel_size (board->layout, &width, &height);
  back = (TrioRect){ round (rect.x + (rect.width - width * f) / 2),
                     round (rect.y + (rect.height - height * f) / 2), width * f, height * f };
  plate.alpha = 0.86f;
  trio_pixels_fill (&painter->pixels,
                    &(TrioRect){ back.x - 6 * f, back.y - 2 * f, back.width + 12 * f,
                                 back.height + 4 * f },
                    5 * f, pack (&plate), NULL);
  cairo_save (painter->cr);
  cairo_translate (painter->cr, back.x, back.y);
  cairo_scale (painter->cr, f, f);
  gdk_cairo_set_source_rgba (painter->cr, &board->style.text);
  pango_cairo_show_layout (painter->cr, board->layout);
  cairo_restore (painter->cr);
}

static void
visit_frames (const Painter *painter, void (*visit) (const Painter *, TrioSceneFrame *, double))
{
  GPtrArray *sections = trio_scene_get_sections (painter->board->scene);
  guint n_frames = 0;

  for (guint i = 0; i < sections->len; i++)
    n_frames += ((TrioSceneSection *)g_ptr_array_index (sections, i))->frames->len;
  for (guint i = 0; i < sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->frames->len; j++)
        {
          TrioSceneFrame *frame = g_ptr_array_index (section->frames, j);

          /* Hundreds of names in a few pixels each tell nothing, and shaping them costs. */
          if (trio_rect_intersects (&frame->rect, &painter->area)
              && !trio_board_is_dragged_frame (painter->board, frame))
            visit (painter, frame, n_frames > MOST_NAMES ? WIDE_ENOUGH : 34);
        }
    }
}

static void
visit_frame (const Painter *painter, TrioSceneFrame *frame, double least_width)
{
  paint_frame (painter, frame);
}

static gboolean
has_small_titles (TrioBoard *self)
{
  return 15 * self->font_scale * self->view.zoom < LEAST_TITLE || self->level != LEVEL_TEXT;
}

/* Paints a part of the board into a picture in memory, given in pixels of the screen from the
 * board's zero. @is_rough: it will be seen for a frame only. */
void
trio_board_paint (
    TrioBoard *self, cairo_surface_t *picture, int left, int top, int factor, gboolean is_rough)
{
  TrioPixels pixels
      = { (guint32 *)(gpointer)cairo_image_surface_get_data (picture),
          cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture) };
  Painter painter = { .board = self,
                      .pixels = pixels,
                      .cr = cairo_create (picture),
                      .left = left,
                      .top = top,
                      .factor = factor,
                      .scale = self->view.zoom * factor };

  painter.area = (TrioRect){ left / painter.scale, top / painter.scale,
                             pixels.width / painter.scale, pixels.height / painter.scale };
  painter.area = trio_rect_grow (&painter.area, BOARD_OVERHANG);
  if (pixels.data != NULL)
    {
      cairo_surface_mark_dirty (picture);
      painter.words = trio_board_words_new (self->glyphs, &painter.pixels, painter.cr, left, top,
                                            painter.scale, is_rough);
      paint_canvas (&painter);
      visit_frames (&painter, visit_frame);
      trio_board_words_draw (painter.words);
      paint_notes (&painter);
      trio_board_words_draw (painter.words);
      trio_board_words_free (painter.words);
      if (has_small_titles (self))
        visit_frames (&painter, paint_name);
    }
  cairo_destroy (painter.cr);
}
