/* trio-writer-pdf-private.h: what the files of the PDF writer share.
 *
 * cairo draws the pages and marks each piece of content with a number; then libqpdf reads the
 * file once, builds the structure tree over those numbers, and adds what cairo leaves out.
 */
#pragma once

#include <qpdf/qpdf-c.h>

#include "document/layout/trio-layout-structure.h"

G_BEGIN_DECLS

/**
 * PdfPiece:
 * @node: the node it belongs to
 * @mcid: its number on its page
 * @place: where it stands
 *
 * A piece of marked content. All pieces of a page follow each other.
 */
typedef struct
{
  guint node;
  guint mcid;
  TrioLayoutPlace place;
} PdfPiece;

/**
 * PdfWriter:
 * @doc: the tree
 * @layout: its pages
 * @cancellable: (nullable): asked between pages
 * @pieces: (element-type PdfPiece): what is drawn, in order
 * @n_on_page: pieces on the page that is being drawn
 * @cr: where cairo draws
 * @qpdf: the file in the second pass
 * @pages: its pages
 * @page_height: the height of all pages
 *
 * The file while it is written.
 */
typedef struct
{
  TrioDoc *doc;
  TrioLayout *layout;
  GCancellable *cancellable;
  GArray *pieces;
  guint n_on_page;
  cairo_t *cr;
  qpdf_data qpdf;
  GArray *pages;
  double page_height;
} PdfWriter;

/* trio-writer-pdf-page.c: streams and fonts */
GByteArray *pdf_wrap_artifacts (const guchar *data, gsize length, guint *n_marked);
gboolean pdf_finish_page (PdfWriter *writer, guint page);
void pdf_finish_fonts (PdfWriter *writer);

/* trio-writer-pdf-tags.c: the structure tree and the links */
const char *pdf_get_tag (TrioNodeKind kind);
void pdf_write_structure (PdfWriter *writer);
gboolean pdf_is_complete (PdfWriter *writer);

/* trio-writer-pdf-xmp.c: what the file says about itself */
char *pdf_dup_title (TrioDoc *doc);
void pdf_write_properties (PdfWriter *writer);

/* Puts a value into a dictionary and lets go of the handle. */
static inline void
pdf_put (qpdf_data qpdf, qpdf_oh dict, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (qpdf, dict, key, value);
  qpdf_oh_release (qpdf, value);
}

/* Puts a value at the end of an array and lets go of the handle. */
static inline void
pdf_append (qpdf_data qpdf, qpdf_oh array, qpdf_oh value)
{
  qpdf_oh_append_item (qpdf, array, value);
  qpdf_oh_release (qpdf, value);
}

G_END_DECLS
