/* trio-layout.h: a document as pages, laid out once for screen, print and PDF.
 *
 * A layout is made from a tree and not changed afterwards. It may be made in one thread and
 * drawn in another, one thread at a time. Lengths are points (1/72 inch), x to the right and
 * y downwards from the top left corner of the page; pages count from 0.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "document/trio-doc.h"

G_BEGIN_DECLS

typedef struct _TrioLayout TrioLayout;

/**
 * TrioLayoutPlace:
 * @page: the page, from 0
 * @x: the left edge in points
 * @y: the upper edge
 * @width: the width
 * @height: the height
 *
 * A rectangle on a page.
 */
typedef struct
{
  guint page;
  double x;
  double y;
  double width;
  double height;
} TrioLayoutPlace;

TrioLayout *trio_layout_new (TrioDoc *doc, GCancellable *cancellable, GError **error);
TrioLayout *
trio_layout_update (TrioLayout *old, TrioDoc *doc, GCancellable *cancellable, GError **error);
TrioLayout *trio_layout_ref (TrioLayout *layout);
void trio_layout_unref (TrioLayout *layout);

guint trio_layout_get_n_pages (const TrioLayout *layout);
void trio_layout_get_page_size (const TrioLayout *layout, double *width, double *height);
void trio_layout_draw_page (const TrioLayout *layout, guint page, cairo_t *cr);

gboolean
trio_layout_find_anchor (const TrioLayout *layout, const char *anchor, TrioLayoutPlace *place);
gboolean
trio_layout_find_extent (const TrioLayout *layout, const char *anchor, TrioLayoutPlace *place);
const char *trio_layout_hit_test (const TrioLayout *layout, guint page, double x, double y);
GArray *trio_layout_search (const TrioLayout *layout, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioLayout, trio_layout_unref)

G_END_DECLS
