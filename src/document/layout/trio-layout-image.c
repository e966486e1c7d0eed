/* trio-layout-image.c: pictures, read once and drawn at any scale.
 *
 * Drawings stay drawings; a JPEG keeps its own bytes, so that a PDF holds what the file held.
 */
#include "config.h"

#include "document/layout/trio-layout-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <librsvg/rsvg.h>
#include <libxml/tree.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-xml.h"

/* No picture of a document needs more points than this. */
#define MAX_POINTS (64 * 1024 * 1024)

/* The width of a drawing that does not tell its size. */
#define DRAWING_WIDTH 400.0

typedef struct
{
  const guchar *data;
  gsize length;
  gsize at;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (source->length - source->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
read_be32 (const guchar *data)
{
  return (guint32)data[0] << 24 | (guint32)data[1] << 16 | (guint32)data[2] << 8 | data[3];
}

static cairo_surface_t *
read_png (const guchar *data, gsize length)
{
  Source source = { data, length, 0 };

  if (length < 33 || (guint64)read_be32 (data + 16) * read_be32 (data + 20) > MAX_POINTS)
    return NULL;
  return cairo_image_surface_create_from_png_stream (read_cb, &source);
}

static void
size_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  if ((gint64)width * height > MAX_POINTS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static cairo_surface_t *
copy_pixbuf (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  for (int y = 0; y < height; y++)
    {
      const guchar *from
          = gdk_pixbuf_read_pixels (pixbuf) + (gsize)y * (gsize)gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to
          = (guint32 *)(void *)(cairo_image_surface_get_data (surface)
                                + (gsize)y * (gsize)cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += channels)
        to[x] = (guint32)from[0] << 16 | (guint32)from[1] << 8 | from[2];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
unref_bytes_cb (void *data)
{
  g_bytes_unref (data);
}

static cairo_surface_t *
read_jpeg (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  gsize length = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);
  cairo_surface_t *surface;
  gboolean done;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), NULL);
  done = gdk_pixbuf_loader_write (loader, data, length, NULL);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !done
      || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;
  surface = copy_pixbuf (gdk_pixbuf_loader_get_pixbuf (loader));
  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length, unref_bytes_cb,
                                   g_bytes_ref (bytes))
      != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (bytes);
  return surface;
}

static cairo_surface_t *
read_svg (GBytes *bytes, LayoutImage *image)
{
  xmlDoc *doc = trio_xml_parse (bytes, "svg", TRIO_XML_MAX_TEMPLATE, NULL);
  RsvgHandle *handle;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  if (doc == NULL)
    return NULL;
  xmlFreeDoc (doc);
  handle
      = rsvg_handle_new_from_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  if (handle == NULL)
    return NULL;
  if (!rsvg_handle_get_intrinsic_size_in_pixels (handle, &image->width, &image->height))
    {
      gboolean has_box = FALSE;
      RsvgRectangle box = { 0 };

      rsvg_handle_get_intrinsic_dimensions (handle, NULL, NULL, NULL, NULL, &has_box, &box);
      if (!has_box || !(box.width > 0 && box.height > 0))
        box = (RsvgRectangle){ 0, 0, 2, 1 };
      image->width = DRAWING_WIDTH;
      image->height = DRAWING_WIDTH * box.height / box.width;
    }
  surface
      = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                        &(cairo_rectangle_t){ 0, 0, image->width, image->height });
  cr = cairo_create (surface);
  done = rsvg_handle_render_document (handle, cr,
                                      &(RsvgRectangle){ 0, 0, image->width, image->height }, NULL);
  cairo_destroy (cr);
  g_object_unref (handle);
  if (!done)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

static gboolean
read_image (GBytes *bytes, LayoutImage *image)
{
  gsize length = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);
  gboolean is_drawing = FALSE;

  if (length > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    image->surface = read_png (data, length);
  else if (length > 4 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff)
    image->surface = read_jpeg (bytes);
  else if (length > 0)
    {
      image->surface = read_svg (bytes, image);
      is_drawing = TRUE;
    }
  if (image->surface == NULL || cairo_surface_status (image->surface) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  if (!is_drawing)
    {
      image->width = cairo_image_surface_get_width (image->surface);
      image->height = cairo_image_surface_get_height (image->surface);
    }
  return image->width > 0 && image->height > 0;
}

void
layout_image_free (LayoutImage *image)
{
  g_clear_pointer (&image->surface, cairo_surface_destroy);
  g_free (image);
}

/* layout_get_image:
 * @flow: the flow
 * @bytes: a PNG, JPEG or SVG picture
 * @error: where to say that it is none
 *
 * Returns: (transfer none): the picture, or %NULL with %TRIO_ERROR_INVALID
 */
const LayoutImage *
layout_get_image (LayoutFlow *flow, GBytes *bytes, GError **error)
{
  LayoutImage *image = g_hash_table_lookup (flow->layout->images, bytes);
  const LayoutImage *known
      = flow->old != NULL ? g_hash_table_lookup (flow->old->images, bytes) : NULL;

  if (image != NULL)
    return image;
  image = g_new0 (LayoutImage, 1);
  if (known != NULL)
    {
      *image = *known;
      cairo_surface_reference (image->surface);
    }
  else if (!read_image (bytes, image))
    {
      layout_image_free (image);
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("A picture in the document is damaged or of an unknown kind. Choose "
                              "a PNG, JPEG or SVG picture."));
      return NULL;
    }
  g_hash_table_insert (flow->layout->images, g_bytes_ref (bytes), image);
  return image;
}
