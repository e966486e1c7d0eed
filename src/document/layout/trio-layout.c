/* trio-layout.c: making a layout, anew or from the one before.
 *
 * What takes time is shaping: finding fonts and glyphs for every paragraph. Shaped paragraphs
 * are kept and used again when the next layout holds the same words; flowing rows onto pages
 * is always done anew.
 */
#include "document/layout/trio-layout-private.h"
#include "document/writers/trio-markup.h"

/* A page has room for at least this much text. */
#define MIN_TEXT_HEIGHT 144.0

static void
measure_page (TrioLayout *layout)
{
  double *margins = layout->margins;
  TrioMarkupPage page;

  trio_markup_measure_page (trio_doc_get_look (layout->doc), &page);
  layout->page_width = page.width / LAYOUT_TWIPS;
  layout->page_height = page.height / LAYOUT_TWIPS;
  layout->text_width = page.text_width / LAYOUT_TWIPS;
  for (guint i = 0; i < 4; i++)
    margins[i] = page.margins[i] / LAYOUT_TWIPS;
  /* Margins that leave no room for text are halved until they do. */
  while (margins[0] + margins[2] + MIN_TEXT_HEIGHT > layout->page_height)
    {
      margins[0] /= 2;
      margins[2] /= 2;
    }
}

/* Nothing is rounded to pixels, so that lines break alike on a screen and on paper. */
static PangoContext *
make_context (TrioDoc *doc)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context,
                              pango_language_from_string (trio_doc_get (doc, TRIO_DOC_LANG)));
  cairo_font_options_destroy (options);
  g_object_unref (map);
  return context;
}

static TrioLayout *
make_layout (TrioDoc *doc, TrioLayout *old)
{
  TrioLayout *layout = g_new0 (TrioLayout, 1);

  g_atomic_ref_count_init (&layout->ref_count);
  layout->doc = trio_doc_ref (doc);
  layout->look_key = layout_dup_look_key (doc);
  layout->context = old != NULL ? g_object_ref (old->context) : make_context (doc);
  layout->texts
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)layout_text_unref);
  layout->images
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref,
                               (GDestroyNotify)layout_image_free);
  layout->strings = g_string_chunk_new (4096);
  layout->rows = g_array_new (FALSE, FALSE, sizeof (LayoutRow));
  layout->items = g_array_new (FALSE, FALSE, sizeof (LayoutItem));
  layout->nodes = g_array_new (FALSE, FALSE, sizeof (TrioNode));
  layout->pages = g_array_new (FALSE, FALSE, sizeof (LayoutPage));
  layout->outline = g_array_new (FALSE, FALSE, sizeof (TrioLayoutOutline));
  layout->toc = g_array_new (FALSE, FALSE, sizeof (LayoutTocEntry));
  layout->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  layout_init_styles (layout);
  measure_page (layout);
  return layout;
}

/**
 * trio_layout_update:
 * @old: (nullable): a layout that showed nearly the same
 * @doc: the document to show now; the layout keeps a reference
 * @cancellable: (nullable): to stop the work
 * @error: return location for an error
 *
 * Lays out a document, with what @old knows of the paragraphs that are the same in both.
 * @old stays as it is; it must not be drawn in another thread meanwhile.
 *
 * Returns: (transfer full) (nullable): the new layout, or %NULL with %TRIO_ERROR_INVALID for a
 *   picture that is none, or %G_IO_ERROR_CANCELLED
 */
TrioLayout *
trio_layout_update (TrioLayout *old, TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  g_autofree char *look_key = NULL;
  g_autoptr (TrioLayout) layout = NULL;
  LayoutFlow flow = { 0 };

  g_return_val_if_fail (doc != NULL, NULL);

  look_key = layout_dup_look_key (doc);
  if (old != NULL && !g_str_equal (look_key, old->look_key))
    old = NULL;
  layout = make_layout (doc, old);
  flow = (LayoutFlow){
    .layout = layout,
    .old = old,
    .cancellable = cancellable,
    .width = layout->text_width,
    .box = LAYOUT_NO_BOX,
    .heading_offset = trio_doc_get_heading_offset (doc),
  };
  layout_add_node (&flow, TRIO_NODE_DOCUMENT, 0);
  if (!layout_read_edges (&flow, error)
      || !layout_flow_blocks (&flow, trio_doc_get_blocks (doc), error))
    return NULL;
  layout_paginate (&flow);
  return g_steal_pointer (&layout);
}

/**
 * trio_layout_new:
 * @doc: the document; the layout keeps a reference
 * @cancellable: (nullable): to stop the work
 * @error: return location for an error
 *
 * Lays out a document on pages.
 *
 * Returns: (transfer full) (nullable): the layout, or %NULL with %TRIO_ERROR_INVALID for a
 *   picture that is none, or %G_IO_ERROR_CANCELLED
 */
TrioLayout *
trio_layout_new (TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  return trio_layout_update (NULL, doc, cancellable, error);
}

/**
 * trio_layout_ref:
 * @layout: a layout
 *
 * Returns: (transfer full): @layout
 */
TrioLayout *
trio_layout_ref (TrioLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  g_atomic_ref_count_inc (&layout->ref_count);
  return layout;
}

/**
 * trio_layout_unref:
 * @layout: (nullable): a layout; it is freed when nobody holds it any more
 */
void
trio_layout_unref (TrioLayout *layout)
{
  if (layout == NULL || !g_atomic_ref_count_dec (&layout->ref_count))
    return;
  layout_clear_styles (layout);
  g_hash_table_unref (layout->anchors);
  g_hash_table_unref (layout->texts);
  g_hash_table_unref (layout->images);
  g_array_unref (layout->rows);
  g_array_unref (layout->items);
  g_array_unref (layout->nodes);
  g_array_unref (layout->pages);
  g_array_unref (layout->outline);
  g_array_unref (layout->toc);
  g_string_chunk_free (layout->strings);
  g_object_unref (layout->context);
  g_free (layout->look_key);
  trio_doc_unref (layout->doc);
  g_free (layout);
}

/**
 * trio_layout_get_n_pages:
 * @layout: a layout
 *
 * Returns: the number of pages, at least 1
 */
guint
trio_layout_get_n_pages (const TrioLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->pages->len;
}

/**
 * trio_layout_get_page_size:
 * @layout: a layout
 * @width: (out): the width of all pages in points
 * @height: (out): their height
 */
void
trio_layout_get_page_size (const TrioLayout *layout, double *width, double *height)
{
  g_return_if_fail (layout != NULL && width != NULL && height != NULL);

  *width = layout->page_width;
  *height = layout->page_height;
}

/**
 * trio_layout_get_nodes:
 * @layout: a layout
 *
 * Returns: (transfer none) (element-type TrioNode): the structure of the document
 */
const GArray *
trio_layout_get_nodes (const TrioLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  return layout->nodes;
}

/**
 * trio_layout_get_outline:
 * @layout: a layout
 *
 * Returns: (transfer none) (element-type TrioLayoutOutline): the headings and their places
 */
const GArray *
trio_layout_get_outline (const TrioLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  return layout->outline;
}
