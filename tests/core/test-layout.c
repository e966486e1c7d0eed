/* test-layout.c: pages as drawing: breaks, places, search, updates, and the same on paper. */
#include <glib/gstdio.h>
#include <math.h>

#include "../documents/samples.h"
#include "base/trio-error.h"
#include "document/layout/trio-layout-structure.h"
#include "document/writers/trio-writer.h"

static TrioLayout *
lay_out (TrioDoc *doc)
{
  g_autoptr (GError) error = NULL;
  TrioLayout *layout = trio_layout_new (doc, NULL, &error);

  g_assert_no_error (error);
  return layout;
}

static guint32 *
draw (const TrioLayout *layout, guint page, double scale, int *width, int *height)
{
  double w, h;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint32 *copy;

  trio_layout_get_page_size (layout, &w, &h);
  *width = (int)ceil (w * scale);
  *height = (int)ceil (h * scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, *width, *height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  trio_layout_draw_page (layout, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  copy = g_memdup2 (cairo_image_surface_get_data (surface), (gsize)*width * (gsize)*height * 4);
  cairo_surface_destroy (surface);
  return copy;
}

static gboolean
has_ink (const guint32 *pixels, int width, int left, int top, int right, int bottom)
{
  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      if ((pixels[y * width + x] & 0xffffff) != 0xffffff)
        return TRUE;
  return FALSE;
}

static void
test_pages (void)
{
  g_autoptr (TrioDoc) doc = sample_notat ("da", 9, FALSE);
  g_autoptr (TrioLayout) layout = lay_out (doc);
  g_autofree guint32 *pixels = NULL;
  double width, height;
  int w, h;

  trio_layout_get_page_size (layout, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.3, 0.1);
  g_assert_cmpfloat_with_epsilon (height, 841.9, 0.1);
  /* The appendix begins a page of its own and fits on it. */
  g_assert_cmpuint (trio_layout_get_n_pages (layout), ==, 2);

  pixels = draw (layout, 0, 1, &w, &h);
  /* Logo at the right, text between the margins, number at the bottom, and nothing outside. */
  g_assert_true (has_ink (pixels, w, 430, 34, 524, 70));
  g_assert_true (has_ink (pixels, w, 71, 90, 524, 400));
  g_assert_true (has_ink (pixels, w, 450, h - 60, 525, h - 30));
  g_assert_false (has_ink (pixels, w, 0, 0, 68, h));
  g_assert_false (has_ink (pixels, w, 528, 0, w, h));
}

static void
test_landscape (void)
{
  g_autoptr (TrioDoc) doc = sample_notat ("en", 9, FALSE);
  g_autoptr (TrioLayout) layout = NULL;
  double width, height;

  trio_doc_set_landscape (doc, TRUE);
  layout = lay_out (doc);
  trio_layout_get_page_size (layout, &width, &height);
  g_assert_cmpfloat (width, >, height);
}

static void
test_find (void)
{
  g_autoptr (TrioDoc) doc = sample_notat ("da", 9, FALSE);
  g_autoptr (TrioLayout) layout = lay_out (doc);
  TrioLayoutPlace first, second, heading;
  const char *anchor = NULL;

  g_assert_true (trio_layout_find_anchor (layout, "note-1-1", &first));
  g_assert_true (trio_layout_find_anchor (layout, "note-1-2", &second));
  g_assert_cmpuint (first.page, ==, 1);
  g_assert_cmpfloat (second.y, >, first.y);
  g_assert_false (trio_layout_find_anchor (layout, "nowhere", &first));

  g_assert_cmpstr (trio_layout_hit_test (layout, second.page, second.x + 20,
                                         second.y + second.height / 2),
                   ==, "note-1-2");
  for (guint i = 0; anchor == NULL && i < trio_doc_get_length (doc); i++)
    anchor = trio_doc_get_block (doc, i)->anchor;
  g_assert_true (trio_layout_find_anchor (layout, anchor, &heading));
  g_assert_cmpstr (trio_layout_hit_test (layout, 0, 100, heading.y + 2), ==, anchor);
  g_assert_null (trio_layout_hit_test (layout, 0, 100, 10));
}

static void
test_search (void)
{
  g_autoptr (TrioDoc) doc = sample_notat ("da", 1, FALSE);
  g_autoptr (TrioLayout) layout = lay_out (doc);
  g_autoptr (GArray) found = trio_layout_search (layout, "BLIK FOR borgeren");
  g_autoptr (GArray) none = trio_layout_search (layout, "findes ikke");
  g_autoptr (GArray) empty = trio_layout_search (layout, "");
  g_autofree guint32 *pixels = NULL;
  int w, h;

  /* In the list, above the summary, and above the inputs of the station. */
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
  pixels = draw (layout, 0, 1, &w, &h);
  for (guint i = 0; i < found->len; i++)
    {
      const TrioLayoutPlace *place = &g_array_index (found, TrioLayoutPlace, i);

      g_assert_cmpuint (place->page, ==, i < 2 ? 0 : 1);
      g_assert_cmpfloat (place->width, >, 40);
      g_assert_cmpfloat (place->width, <, 200);
      if (place->page == 0)
        g_assert_true (has_ink (pixels, w, (int)place->x, (int)place->y,
                                (int)(place->x + place->width), (int)(place->y + place->height)));
    }
}

/* The head of a table stands above its rows on every page. */
static void
test_table_head (void)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autoptr (TrioLayout) layout = NULL;
  TrioBlock *table = trio_block_new_table (trio_inlines_new_text ("Bilag"), 2);

  trio_block_add_head_cell (table, trio_inlines_new_text ("Nr."));
  trio_block_add_head_cell (table, trio_inlines_new_text ("Titel"));
  for (guint i = 0; i < 100; i++)
    {
      trio_block_add_row (table);
      trio_block_add_cell (table, trio_inlines_new_text ("1"));
      trio_block_add_cell (table, trio_inlines_new_text ("Referat"));
    }
  trio_doc_append (doc, table);
  layout = lay_out (doc);
  g_assert_cmpuint (trio_layout_get_n_pages (layout), >, 2);
  for (guint page = 1; page < trio_layout_get_n_pages (layout); page++)
    {
      int w, h;
      g_autofree guint32 *pixels = draw (layout, page, 1, &w, &h);

      /* The ground of the head, at the right end of its line. */
      g_assert_cmphex (pixels[90 * w + 520] & 0xffffff, ==, 0xE9EEF4);
    }
}

/* An update must give the very page that a new layout gives. */
static void
test_update (void)
{
  g_autoptr (TrioDoc) before = sample_notat ("da", 9, TRUE);
  g_autoptr (TrioDoc) after = sample_notat ("da", 10, TRUE);
  g_autoptr (TrioLayout) old = lay_out (before);
  g_autoptr (TrioLayout) fresh = lay_out (after);
  g_autoptr (TrioLayout) updated = trio_layout_update (old, after, NULL, NULL);

  g_assert_nonnull (updated);
  g_assert_cmpuint (trio_layout_get_n_pages (updated), ==, trio_layout_get_n_pages (fresh));
  for (guint page = 0; page < trio_layout_get_n_pages (fresh); page++)
    {
      int w, h;
      g_autofree guint32 *a = draw (updated, page, 1, &w, &h);
      g_autofree guint32 *b = draw (fresh, page, 1, &w, &h);

      g_assert_cmpmem (a, (gsize)w * (gsize)h * 4, b, (gsize)w * (gsize)h * 4);
    }
}

/* Another look must not use what was shaped for the old one. */
static void
test_update_look (void)
{
  g_autoptr (TrioDoc) before = sample_notat ("da", 9, FALSE);
  g_autoptr (TrioDoc) after = sample_notat ("da", 9, FALSE);
  g_autoptr (TrioLayout) old = lay_out (before);
  g_autoptr (TrioLayout) updated = NULL;

  trio_doc_set_font (after, TRIO_DOC_FONT_BODY, NULL, 24, NULL);
  updated = trio_layout_update (old, after, NULL, NULL);
  g_assert_cmpuint (trio_layout_get_n_pages (updated), >, trio_layout_get_n_pages (old));
}

/* Headings never stand alone at the end of a page, whatever comes before them. */
static void
test_keep_with_next (void)
{
  for (guint fill = 1; fill < 60; fill++)
    {
      g_autoptr (TrioDoc) doc = trio_doc_new ();
      g_autoptr (TrioLayout) layout = NULL;
      TrioList *list = trio_list_new (TRIO_LIST_BULLET);
      TrioBlock *heading = trio_block_new_heading (1, trio_inlines_new_text ("Overskrift"));
      TrioBlock *para = trio_block_new_para (TRIO_PARA_NORMAL, trio_inlines_new_text ("Tekst"));
      TrioLayoutPlace above, below;

      trio_list_set_tight (list, TRUE);
      for (guint i = 0; i < fill; i++)
        trio_list_add_text (list, "Punkt");
      trio_block_set_anchor (heading, "heading");
      trio_block_set_anchor (para, "para");
      trio_doc_append (doc, trio_block_new_list (list));
      trio_doc_append (doc, heading);
      trio_doc_append (doc, para);
      layout = lay_out (doc);
      g_assert_true (trio_layout_find_anchor (layout, "heading", &above));
      g_assert_true (trio_layout_find_anchor (layout, "para", &below));
      g_assert_cmpuint (above.page, ==, below.page);
    }
}

typedef struct
{
  guint node;
  guint n_lines[16]; /* of the long paragraph on each page */
} Lines;

static void
count_cb (guint node, const TrioLayoutPlace *place, gpointer user_data)
{
  Lines *lines = user_data;

  if (node == lines->node)
    lines->n_lines[place->page]++;
}

static void
ignore_cb (gpointer user_data)
{
}

/* A paragraph leaves at least two lines on each side of a break. */
static void
test_widows (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean was_broken = FALSE;

  for (guint i = 0; i < 90; i++)
    g_string_append (text, "Samarbejde kræver tid. ");
  for (guint fill = 30; fill < 55; fill++)
    {
      g_autoptr (TrioDoc) doc = trio_doc_new ();
      g_autoptr (TrioLayout) layout = NULL;
      Lines lines = { 0 };
      TrioLayoutSink sink = { count_cb, ignore_cb, &lines };
      TrioList *list = trio_list_new (TRIO_LIST_BULLET);
      const GArray *nodes;
      cairo_surface_t *surface;
      cairo_t *cr;

      trio_list_set_tight (list, TRUE);
      for (guint i = 0; i < fill; i++)
        trio_list_add_text (list, "Punkt");
      trio_doc_append (doc, trio_block_new_list (list));
      trio_doc_append (doc,
                       trio_block_new_para (TRIO_PARA_NORMAL, trio_inlines_new_text (text->str)));
      layout = lay_out (doc);
      nodes = trio_layout_get_nodes (layout);
      lines.node = nodes->len - 1;
      g_assert_cmpint (g_array_index (nodes, TrioNode, lines.node).kind, ==, TRIO_NODE_P);
      surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
      cr = cairo_create (surface);
      for (guint page = 0; page < trio_layout_get_n_pages (layout); page++)
        {
          trio_layout_draw_page_to (layout, page, cr, &sink);
          g_assert_cmpuint (lines.n_lines[page], !=, 1);
        }
      was_broken |= lines.n_lines[0] > 0 && lines.n_lines[1] > 0;
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_assert_true (was_broken);
}

static void
test_bad_picture (void)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no picture", 10);
  g_autoptr (GError) error = NULL;

  trio_doc_append (doc, trio_block_new_figure (bytes, "image/png", "Alt", 20, 0));
  g_assert_null (trio_layout_new (doc, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (trio_writer_write (TRIO_FORMAT_PDF, doc, NULL, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
}

static void
test_cancel (void)
{
  g_autoptr (TrioDoc) doc = sample_notat ("da", 9, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (trio_layout_new (doc, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* How much of the page is dark in each of many squares. */
static void
measure_squares (const guint32 *pixels, int width, int height, double *squares, int n)
{
  for (int i = 0; i < n * n; i++)
    squares[i] = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      squares[y * n / height * n + x * n / width] += 255.0 - (pixels[y * width + x] & 0xff);
}

/* What a printer gets is what poppler shows of the PDF. */
static void
test_print (void)
{
  enum
  {
    N = 40
  };
  g_autoptr (TrioDoc) doc = sample_notat ("da", 9, TRUE);
  g_autoptr (TrioLayout) layout = lay_out (doc);
  g_autofree char *tool = g_find_program_in_path ("pdftoppm");
  g_autofree char *folder = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *root = NULL;
  g_autofree char *png = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree guint32 *pixels = NULL;
  double ours[N * N], theirs[N * N], off = 0, sum = 0;
  cairo_surface_t *shown;
  int w, h;

  if (tool == NULL)
    {
      g_test_skip ("pdftoppm is not installed");
      return;
    }
  folder = g_dir_make_tmp ("trio-layout-XXXXXX", &error);
  g_assert_no_error (error);
  pdf = g_build_filename (folder, "a.pdf", NULL);
  root = g_build_filename (folder, "a", NULL);
  png = g_strconcat (root, ".png", NULL);
  g_assert_true (trio_writer_save (TRIO_FORMAT_PDF, doc, pdf, NULL, &error));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, tool, "-r", "72", "-f", "1", "-l",
                              "1", "-singlefile", "-png", pdf, root, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));

  pixels = draw (layout, 0, 1, &w, &h);
  shown = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (shown), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (shown), ==, w);
  g_assert_cmpint (cairo_image_surface_get_height (shown), ==, h);
  g_assert_cmpint (cairo_image_surface_get_stride (shown), ==, w * 4);
  measure_squares (pixels, w, h, ours, N);
  measure_squares ((const guint32 *)(const void *)cairo_image_surface_get_data (shown), w, h,
                   theirs, N);
  for (int i = 0; i < N * N; i++)
    {
      off += fabs (ours[i] - theirs[i]);
      sum += theirs[i];
    }
  g_assert_cmpfloat (sum, >, 0);
  /* Two programs smooth edges differently; a line in another place would be far more. */
  g_assert_cmpfloat (off / sum, <, 0.2);

  cairo_surface_destroy (shown);
  g_assert_cmpint (g_remove (png), ==, 0);
  g_assert_cmpint (g_remove (pdf), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/pages", test_pages);
  g_test_add_func ("/layout/landscape", test_landscape);
  g_test_add_func ("/layout/find", test_find);
  g_test_add_func ("/layout/search", test_search);
  g_test_add_func ("/layout/table-head", test_table_head);
  g_test_add_func ("/layout/update", test_update);
  g_test_add_func ("/layout/update-look", test_update_look);
  g_test_add_func ("/layout/keep-with-next", test_keep_with_next);
  g_test_add_func ("/layout/widows", test_widows);
  g_test_add_func ("/layout/bad-picture", test_bad_picture);
  g_test_add_func ("/layout/cancel", test_cancel);
  g_test_add_func ("/layout/print", test_print);
  return g_test_run ();
}
