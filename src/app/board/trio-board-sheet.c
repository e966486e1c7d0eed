/* trio-board-sheet.c: the picture of the board, kept in pieces until something in them changes.
 *
 * Scrolling paints only what comes into view, a changed note only the piece that it lies in,
 * and because the other pieces stay the same render nodes, GTK sends only that piece to the
 * display. At a new zoom everything in view is painted in one go and cut into pieces. A piece
 * is small enough to stay in the cache of the processor on its way through cairo.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <math.h>
#ifdef __GLIBC__
#  include <malloc.h>
#endif

/* Pixels of the screen; one side of a piece. */
#define SIDE 256

/* Milliseconds: zooms that follow each other faster are one movement, painted roughly. */
#define SETTLE_AFTER 120

typedef struct
{
  int column;
  int row;
  int width; /* less than SIDE where only a part was painted */
  int height;
  GskRenderNode *node;
} Piece;

struct _BoardSheet
{
  GHashTable *pieces; /* packed column and row → Piece */
  GPtrArray *old;     /* Pieces of the frame before, which GTK may still compare with */
  int left;           /* where column 0 begins, in pixels from the board's zero */
  int top;
  double scale;
  double progress;
  Level level;
  gint64 zoomed;     /* when the zoom changed last, in microseconds */
  gboolean is_rough; /* some pieces were painted in the middle of a movement */
  guint settle;
};

/* In pixels from the board's zero; right and bottom are beyond it. */
typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Span;

static gpointer
key_of (int column, int row)
{
  return GSIZE_TO_POINTER (((gsize)(guint32)column << 32) | (guint32)row);
}

static guint
hash_key (gconstpointer key)
{
  gsize packed = GPOINTER_TO_SIZE (key);

  return (guint)(packed >> 32) * 2654435761u + (guint)packed;
}

static void
free_piece (gpointer data)
{
  Piece *piece = data;

  gsk_render_node_unref (piece->node);
  g_free (piece);
}

static int
divide (int place, int by)
{
  return place >= 0 ? place / by : -((-place + by - 1) / by);
}

/* Columns and rows that a span touches. */
static Span
cells_of (const BoardSheet *sheet, const Span *span)
{
  return (Span){ divide (span->left - sheet->left, SIDE), divide (span->top - sheet->top, SIDE),
                 divide (span->right - 1 - sheet->left, SIDE) + 1,
                 divide (span->bottom - 1 - sheet->top, SIDE) + 1 };
}

/* Making pieces */

static cairo_surface_t *
acquire_picture_cb (cairo_pattern_t *pattern,
                    void *picture,
                    cairo_surface_t *target,
                    const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (picture);
}

static void
release_picture_cb (cairo_pattern_t *pattern, void *picture, cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
copy_picture_cb (cairo_pattern_t *pattern, void *picture, const cairo_pattern_t *other)
{
  cairo_surface_reference (picture);
  return CAIRO_STATUS_SUCCESS;
}

static void
finish_picture_cb (cairo_pattern_t *pattern, void *picture)
{
  cairo_surface_destroy (picture);
}

/* The picture as a source that shares it. Of a surface that is recorded as a source, cairo makes
 * a copy as soon as nobody else has it. */
static cairo_pattern_t *
create_source (cairo_surface_t *picture)
{
  cairo_pattern_t *source = cairo_pattern_create_raster_source (
      cairo_surface_reference (picture), CAIRO_CONTENT_COLOR_ALPHA,
      cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture));

  cairo_raster_source_pattern_set_acquire (source, acquire_picture_cb, release_picture_cb);
  cairo_raster_source_pattern_set_copy (source, copy_picture_cb);
  cairo_raster_source_pattern_set_finish (source, finish_picture_cb);
  cairo_pattern_set_filter (source, CAIRO_FILTER_NEAREST);
  return source;
}

/* Memory that is not cleared first: all of it is painted. */
static cairo_surface_t *
create_picture (int width, int height)
{
  static const cairo_user_data_key_t key;
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, width);
  guchar *data = g_malloc_n ((gsize)height, (gsize)stride);
  cairo_surface_t *picture
      = cairo_image_surface_create_for_data (data, CAIRO_FORMAT_ARGB32, width, height, stride);

  cairo_surface_set_user_data (picture, &key, data, g_free);
  return picture;
}

static Piece *
create_piece (BoardSheet *sheet,
              cairo_pattern_t *source,
              const Span *painted,
              int column,
              int row,
              int factor)
{
  Piece *piece = g_new0 (Piece, 1);
  int left = sheet->left + column * SIDE;
  int top = sheet->top + row * SIDE;
  double f = factor;
  cairo_matrix_t matrix;
  cairo_t *cr;

  piece->column = column;
  piece->row = row;
  piece->width = MIN (SIDE, painted->right - left);
  piece->height = MIN (SIDE, painted->bottom - top);
  piece->node = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT ((float)(column * SIDE / f), (float)(row * SIDE / f),
                           (float)(piece->width / f), (float)(piece->height / f)));
  cr = gsk_cairo_node_get_draw_context (piece->node);
  cairo_matrix_init (&matrix, f, 0, 0, f, sheet->left - painted->left, sheet->top - painted->top);
  cairo_pattern_set_matrix (source, &matrix);
  cairo_set_source (cr, source);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
  return piece;
}

static void
discard (BoardSheet *sheet, gpointer key)
{
  gpointer piece;

  if (g_hash_table_steal_extended (sheet->pieces, key, NULL, &piece))
    g_ptr_array_add (sheet->old, piece);
}

static void
discard_all (BoardSheet *sheet)
{
  GHashTableIter iter;
  gpointer piece;

  g_hash_table_iter_init (&iter, sheet->pieces);
  while (g_hash_table_iter_next (&iter, NULL, &piece))
    {
      g_ptr_array_add (sheet->old, piece);
      g_hash_table_iter_steal (&iter);
    }
}

/* Paints a span whose corner is that of a piece, and keeps its pieces. */
static void
paint_span (TrioBoard *self, const Span *span, int factor)
{
  BoardSheet *sheet = self->sheet;
  int width = span->right - span->left;
  int height = span->bottom - span->top;
  Span cells = cells_of (sheet, span);
  cairo_surface_t *picture = create_picture (width, height);
  cairo_pattern_t *source = create_source (picture);

  trio_board_paint (self, picture, span->left, span->top, factor, sheet->is_rough);
  for (int row = cells.top; row < cells.bottom; row++)
    for (int column = cells.left; column < cells.right; column++)
      {
        discard (sheet, key_of (column, row));
        g_hash_table_insert (sheet->pieces, key_of (column, row),
                             create_piece (sheet, source, span, column, row, factor));
      }
  cairo_pattern_destroy (source);
  cairo_surface_destroy (picture);
}

/* Whether a piece shows all of itself that is in view. */
static gboolean
is_painted (BoardSheet *sheet, int column, int row, const Span *view)
{
  const Piece *piece = g_hash_table_lookup (sheet->pieces, key_of (column, row));
  int left = sheet->left + column * SIDE;
  int top = sheet->top + row * SIDE;

  return piece != NULL && left + piece->width >= MIN (left + SIDE, view->right)
         && top + piece->height >= MIN (top + SIDE, view->bottom);
}

/* The span from one piece to another. */
static Span
span_of (const BoardSheet *sheet, const Span *cells)
{
  return (Span){ sheet->left + cells->left * SIDE, sheet->top + cells->top * SIDE,
                 sheet->left + cells->right * SIDE, sheet->top + cells->bottom * SIDE };
}

static void
paint_missing (TrioBoard *self, const Span *view, const Span *cells, int factor)
{
  BoardSheet *sheet = self->sheet;
  Span around = { G_MAXINT, G_MAXINT, G_MININT, G_MININT };
  Span span;
  int n = 0;

  for (int row = cells->top; row < cells->bottom; row++)
    for (int column = cells->left; column < cells->right; column++)
      if (!is_painted (sheet, column, row, view))
        {
          around = (Span){ MIN (around.left, column), MIN (around.top, row),
                           MAX (around.right, column + 1), MAX (around.bottom, row + 1) };
          n++;
        }
  if (n == 0)
    return;
  if (n * 2 > (cells->right - cells->left) * (cells->bottom - cells->top))
    {
      discard_all (sheet);
      sheet->left = view->left;
      sheet->top = view->top;
      paint_span (self, view, factor);
      return;
    }
  /* A row of new pieces is painted in one go: notes lie across their edges. */
  if ((around.right - around.left) * (around.bottom - around.top) <= n + n / 2)
    {
      span = span_of (sheet, &around);
      paint_span (self, &span, factor);
      return;
    }
  for (int row = around.top; row < around.bottom; row++)
    for (int column = around.left; column < around.right; column++)
      if (!is_painted (sheet, column, row, view))
        {
          span = span_of (sheet, &(Span){ column, row, column + 1, row + 1 });
          paint_span (self, &span, factor);
        }
}

/* Pieces further away than their own size have been left behind. */
static void
forget_far (BoardSheet *sheet, const Span *cells)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, sheet->pieces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Piece *piece = value;

      if (piece->column < cells->left - 1 || piece->column > cells->right
          || piece->row < cells->top - 1 || piece->row > cells->bottom)
        {
          g_ptr_array_add (sheet->old, value);
          g_hash_table_iter_steal (&iter);
        }
    }
}

/* Each picture of the movement has left a hole of some megabytes. */
static gboolean
trim_cb (gpointer user_data)
{
  TrioBoard *self = user_data;

  self->sheet->settle = 0;
  g_ptr_array_set_size (self->sheet->old, 0);
  trio_board_glyphs_forget_rough (self->glyphs);
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

/* The movement has ended: everything is painted as well as it can be. */
static gboolean
settle_cb (gpointer user_data)
{
  TrioBoard *self = user_data;

  self->sheet->is_rough = FALSE;
  discard_all (self->sheet);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* Until the next frame is on the screen, GTK keeps what the last one was made of. */
  self->sheet->settle = g_timeout_add (SETTLE_AFTER, trim_cb, self);
  return G_SOURCE_REMOVE;
}

static void
note_zoom (TrioBoard *self)
{
  BoardSheet *sheet = self->sheet;
  gint64 now = g_get_monotonic_time ();

  if (sheet->scale > 0 && now - sheet->zoomed < SETTLE_AFTER * 1000)
    {
      sheet->is_rough = TRUE;
      g_clear_handle_id (&sheet->settle, g_source_remove);
      sheet->settle = g_timeout_add (SETTLE_AFTER, settle_cb, self);
    }
  sheet->zoomed = now;
}

/* Draws canvas, frames and notes, painting what is not there yet. */
void
trio_board_draw_sheet (TrioBoard *self, GtkSnapshot *snapshot)
{
  BoardSheet *sheet = self->sheet;
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double scale = self->view.zoom * factor;
  Span view = { (int)lround (self->view.x * scale), (int)lround (self->view.y * scale), 0, 0 };
  Span cells;

  view.right = view.left + (int)self->view.width * factor;
  view.bottom = view.top + (int)self->view.height * factor;
  if (view.right <= view.left || view.bottom <= view.top)
    return;
  g_ptr_array_set_size (sheet->old, 0);
  if (sheet->scale != scale)
    note_zoom (self);
  if (sheet->scale != scale || sheet->level != self->level
      || sheet->progress != self->move_progress)
    discard_all (sheet);
  sheet->scale = scale;
  sheet->level = self->level;
  sheet->progress = self->move_progress;
  cells = cells_of (sheet, &view);
  paint_missing (self, &view, &cells, factor);
  cells = cells_of (sheet, &view);
  forget_far (sheet, &cells);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float)(sheet->left - view.left) / (float)factor,
                                                (float)(sheet->top - view.top) / (float)factor));
  for (int row = cells.top; row < cells.bottom; row++)
    for (int column = cells.left; column < cells.right; column++)
      {
        Piece *piece = g_hash_table_lookup (sheet->pieces, key_of (column, row));

        gtk_snapshot_append_node (snapshot, piece->node);
      }
  gtk_snapshot_restore (snapshot);
}

/* Has a part of the board painted anew: something in it has changed. */
void
trio_board_renew_sheet (TrioBoard *self, const TrioRect *rect)
{
  BoardSheet *sheet = self->sheet;
  TrioRect grown = trio_rect_grow (rect, BOARD_OVERHANG);
  double scale = sheet->scale;
  GHashTableIter iter;
  gpointer key, value;

  if (trio_rect_is_empty (rect))
    return;
  g_hash_table_iter_init (&iter, sheet->pieces);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Piece *piece = value;
      TrioRect place = { (sheet->left + piece->column * SIDE) / scale,
                         (sheet->top + piece->row * SIDE) / scale, piece->width / scale,
                         piece->height / scale };

      if (!trio_rect_intersects (&place, &grown))
        continue;
      g_ptr_array_add (sheet->old, value);
      g_hash_table_iter_steal (&iter);
    }
}

/* Has everything painted anew. */
void
trio_board_drop_sheet (TrioBoard *self)
{
  discard_all (self->sheet);
}

BoardSheet *
trio_board_sheet_new (void)
{
  BoardSheet *sheet = g_new0 (BoardSheet, 1);

  sheet->pieces = g_hash_table_new_full (hash_key, g_direct_equal, NULL, free_piece);
  sheet->old = g_ptr_array_new_with_free_func (free_piece);
  return sheet;
}

void
trio_board_sheet_free (BoardSheet *sheet)
{
  g_clear_handle_id (&sheet->settle, g_source_remove);
  g_hash_table_unref (sheet->pieces);
  g_ptr_array_unref (sheet->old);
  g_free (sheet);
}
