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

static Piece *
create_piece (BoardSheet *sheet,
              cairo_surface_t *picture,
              const Span *painted,
              int column,
              int row,
              int factor)
{
  Piece *piece = g_new0 (Piece, 1);
  int left = sheet->left + column * SIDE;
  int top = sheet->top + row * SIDE;
  double f = factor;
  cairo_t *cr;

  piece->column = column;
  piece->row = row;
  piece->width = MIN (SIDE, painted->right - left);
  piece->height = MIN (SIDE, painted->bottom - top);
  piece->node = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT ((float)(column * SIDE / f), (float)(row * SIDE / f),
                           (float)(piece->width / f), (float)(piece->height / f)));
  cr = gsk_cairo_node_get_draw_context (piece->node);
  cairo_set_source_surface (cr, picture, (painted->left - sheet->left) / f,
                            (painted->top - sheet->top) / f);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
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
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  trio_board_paint (self, picture, span->left, span->top, factor, sheet->is_rough);
  cairo_surface_set_device_scale (picture, factor, factor);
  for (int row = cells.top; row < cells.bottom; row++)
    for (int column = cells.left; column < cells.right; column++)
      {
        discard (sheet, key_of (column, row));
        g_hash_table_insert (sheet->pieces, key_of (column, row),
                             create_piece (sheet, picture, span, column, row, factor));
      }
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

/* The movement has ended: everything is painted as well as it can be. */
static gboolean
settle_cb (gpointer user_data)
{
  TrioBoard *self = user_data;

  self->sheet->settle = 0;
  self->sheet->is_rough = FALSE;
  discard_all (self->sheet);
  g_ptr_array_set_size (self->sheet->old, 0);
#ifdef __GLIBC__
  /* Each picture of the movement has left a hole of some megabytes. */
  malloc_trim (0);
#endif
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
