/* trio-writer-pdf.c: the tree as a tagged PDF that keeps the rules of PDF/UA-1.
 *
 * First pass: the layout draws its pages with cairo, every piece of text inside a mark of its
 * own. Second pass: see trio-writer-pdf-private.h. Nothing depends on the clock; the fonts
 * are those of the machine.
 */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/trio-error.h"
#include "document/writers/trio-writer-pdf-private.h"
#include "document/writers/trio-writer-private.h"

#define MAX_OUTLINE 8

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
begin_cb (guint node, const TrioLayoutPlace *place, gpointer user_data)
{
  PdfWriter *writer = user_data;
  PdfPiece piece = { node, writer->n_on_page++, *place };
  const TrioNode *nodes
      = (const TrioNode *)(const void *)trio_layout_get_nodes (writer->layout)->data;

  g_array_append_val (writer->pieces, piece);
  /* A link would bring an annotation of cairo's. */
  cairo_tag_begin (writer->cr,
                   nodes[node].kind == TRIO_NODE_LINK ? "Span" : pdf_get_tag (nodes[node].kind),
                   NULL);
}

static void
end_cb (gpointer user_data)
{
  PdfWriter *writer = user_data;
  const TrioNode *nodes
      = (const TrioNode *)(const void *)trio_layout_get_nodes (writer->layout)->data;
  guint node = g_array_index (writer->pieces, PdfPiece, writer->pieces->len - 1).node;

  cairo_tag_end (writer->cr,
                 nodes[node].kind == TRIO_NODE_LINK ? "Span" : pdf_get_tag (nodes[node].kind));
}

static void
add_outline (PdfWriter *writer, cairo_surface_t *surface)
{
  const GArray *outline = trio_layout_get_outline (writer->layout);
  int parents[MAX_OUTLINE + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < outline->len; i++)
    {
      const TrioLayoutOutline *entry = &g_array_index (outline, TrioLayoutOutline, i);
      guint level = MIN (entry->level, MAX_OUTLINE);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[%d %d]", entry->place.page + 1,
                                                 (int)entry->place.x, (int)entry->place.y);
      int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], entry->text, target,
                                              level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      /* A level that is left out takes what is above it. */
      for (guint l = level; l <= MAX_OUTLINE; l++)
        parents[l] = id;
    }
}

static gboolean
draw_pages (PdfWriter *writer, cairo_surface_t *surface, GError **error)
{
  TrioLayoutSink sink = { begin_cb, end_cb, writer };

  writer->cr = cairo_create (surface);
  for (guint i = 0; i < trio_layout_get_n_pages (writer->layout); i++)
    {
      if (g_cancellable_set_error_if_cancelled (writer->cancellable, error))
        {
          cairo_destroy (writer->cr);
          return FALSE;
        }
      writer->n_on_page = 0;
      trio_layout_draw_page_to (writer->layout, i, writer->cr, &sink);
      cairo_show_page (writer->cr);
    }
  cairo_destroy (writer->cr);
  add_outline (writer, surface);
  return TRUE;
}

static void
set_failed (GError **error, const char *reason)
{
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_FAILED,
               /* Translators: %s is a technical reason in English. */
               _ ("The PDF could not be made (%s). Choose another format."), reason);
}

static GByteArray *
draw (PdfWriter *writer, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean done;

  trio_layout_get_page_size (writer->layout, &width, &height);
  writer->page_height = height;
  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  done = draw_pages (writer, surface, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (done && status != CAIRO_STATUS_SUCCESS)
    set_failed (error, cairo_status_to_string (status));
  return done && status == CAIRO_STATUS_SUCCESS ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
finish_pages (PdfWriter *writer, GError **error)
{
  int n = qpdf_get_num_pages (writer->qpdf);

  if (n != (int)trio_layout_get_n_pages (writer->layout))
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (writer->qpdf, (size_t)i);

      g_array_append_val (writer->pages, page);
    }
  for (guint i = 0; i < writer->pages->len; i++)
    if (g_cancellable_set_error_if_cancelled (writer->cancellable, error)
        || !pdf_finish_page (writer, i))
      return FALSE;
  return TRUE;
}

static GBytes *
write_file (PdfWriter *writer)
{
  qpdf_data qpdf = writer->qpdf;

  if (qpdf_init_write_memory (qpdf) & QPDF_ERRORS)
    return NULL;
  qpdf_set_object_stream_mode (qpdf, qpdf_o_generate);
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  qpdf_set_minimum_pdf_version (qpdf, "1.7");
  if (qpdf_write (qpdf) & QPDF_ERRORS)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

static GBytes *
finish (PdfWriter *writer, const GByteArray *drawn, GError **error)
{
  g_autoptr (GError) cancelled = NULL;
  GBytes *bytes = NULL;

  writer->qpdf = qpdf_init ();
  qpdf_silence_errors (writer->qpdf);
  qpdf_set_suppress_warnings (writer->qpdf, QPDF_TRUE);
  qpdf_read_memory (writer->qpdf, "pdf", (const char *)drawn->data, drawn->len, NULL);
  if (!qpdf_has_error (writer->qpdf) && finish_pages (writer, &cancelled))
    {
      pdf_finish_fonts (writer);
      pdf_write_structure (writer);
      pdf_write_properties (writer);
      if (!qpdf_has_error (writer->qpdf))
        bytes = write_file (writer);
    }
  if (cancelled != NULL)
    g_propagate_error (error, g_steal_pointer (&cancelled));
  else if (bytes == NULL)
    set_failed (error,
                qpdf_has_error (writer->qpdf)
                    ? qpdf_get_error_message_detail (writer->qpdf, qpdf_get_error (writer->qpdf))
                    : "marks");
  qpdf_cleanup (&writer->qpdf);
  return bytes;
}

/**
 * trio_writer_pdf:
 * @doc: a document
 * @cancellable: (nullable): to stop the work
 * @error: return location for an error
 *
 * Writes the document as tagged PDF. It says that it conforms to PDF/UA-1 only when it has a
 * title and every picture in it has words.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %TRIO_ERROR_INVALID for a picture
 *   that is none, %TRIO_ERROR_FAILED, or %G_IO_ERROR_CANCELLED
 */
GBytes *
trio_writer_pdf (TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  PdfWriter writer = { .doc = doc, .cancellable = cancellable };
  g_autoptr (GByteArray) drawn = NULL;
  GBytes *bytes = NULL;

  writer.layout = trio_layout_new (doc, cancellable, error);
  if (writer.layout == NULL)
    return NULL;
  writer.pieces = g_array_new (FALSE, FALSE, sizeof (PdfPiece));
  writer.pages = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  drawn = draw (&writer, error);
  if (drawn != NULL)
    bytes = finish (&writer, drawn, error);
  g_array_unref (writer.pieces);
  g_array_unref (writer.pages);
  trio_layout_unref (writer.layout);
  return bytes;
}
