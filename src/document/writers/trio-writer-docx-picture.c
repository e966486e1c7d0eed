/* trio-writer-docx-picture.c: pictures of the DOCX writer, figures and the logo alike.
 *
 * The kind of a picture is read from its bytes, not from what somebody called it: a part
 * with a wrong type makes Word refuse the file. Every picture stands in the line, and either
 * says in words what it shows or is marked as decoration.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/tree.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-xml.h"
#include "document/writers/trio-writer-docx-private.h"

#define EMU_PER_MM   36000.0
#define EMU_PER_TWIP 635.0

/* A picture leaves room for its caption on an A4 page. */
#define MAX_HEIGHT_MM 200.0

#define NS_SVG_BLIP    "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
#define NS_DECORATIVE  "http://schemas.microsoft.com/office/drawing/2017/decorative"
#define URI_SVG_BLIP   "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
#define URI_DECORATIVE "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"

static guint
read_be16 (const guchar *data)
{
  return (guint)data[0] << 8 | data[1];
}

static guint
read_be32 (const guchar *data)
{
  return read_be16 (data) << 16 | read_be16 (data + 2);
}

/* The size stands in the frame header, behind any number of other segments. */
static gboolean
read_jpeg (const guchar *data, gsize length, DocxImage *image)
{
  gsize at = 2;

  while (at + 9 < length && data[at] == 0xff)
    {
      guchar marker = data[at + 1];

      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          image->height = read_be16 (data + at + 5);
          image->width = read_be16 (data + at + 7);
          image->extension = "jpeg";
          return image->width > 0 && image->height > 0;
        }
      at += marker == 0xff ? 1 : 2 + read_be16 (data + at + 2);
    }
  return FALSE;
}

static gboolean
read_png (const guchar *data, gsize length, DocxImage *image)
{
  if (length < 33 || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;
  image->width = read_be32 (data + 16);
  image->height = read_be32 (data + 20);
  image->extension = "png";
  return image->width > 0 && image->height > 0;
}

static gboolean
read_svg (GBytes *bytes, DocxImage *image)
{
  xmlDoc *doc = trio_xml_parse (bytes, "svg", TRIO_XML_MAX_TEMPLATE, NULL);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  gboolean is_svg = root != NULL && trio_xml_is (root, "svg");

  if (is_svg)
    {
      g_autofree char *box = trio_xml_dup_attribute (root, "viewBox");
      g_autofree char *width = trio_xml_dup_attribute (root, "width");
      g_autofree char *height = trio_xml_dup_attribute (root, "height");
      g_auto (GStrv) numbers = g_strsplit_set (box != NULL ? box : "", " ,", -1);

      image->extension = "svg";
      if (g_strv_length (numbers) == 4)
        {
          image->width = g_ascii_strtod (numbers[2], NULL);
          image->height = g_ascii_strtod (numbers[3], NULL);
        }
      else if (width != NULL && height != NULL)
        {
          image->width = g_ascii_strtod (width, NULL);
          image->height = g_ascii_strtod (height, NULL);
        }
    }
  if (doc != NULL)
    xmlFreeDoc (doc);
  /* What a browser takes for a picture that does not tell its size. */
  if (is_svg && !(image->width > 0 && image->height > 0))
    {
      image->width = 2;
      image->height = 1;
    }
  return is_svg;
}

static gboolean
read_image (GBytes *bytes, DocxImage *image)
{
  gsize length = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (length > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return read_png (data, length, image);
  if (length > 4 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff)
    return read_jpeg (data, length, image);
  return length > 0 && read_svg (bytes, image);
}

void
docx_image_free (DocxImage *image)
{
  g_bytes_unref (image->bytes);
  g_free (image->target);
  g_free (image);
}

/* docx_add_image:
 * @writer: the package
 * @bytes: a picture
 * @error: where to say that it is none
 *
 * Takes a picture into the package; the same picture is kept once.
 *
 * Returns: (transfer none): the picture, or %NULL with %TRIO_ERROR_INVALID
 */
DocxImage *
docx_add_image (DocxWriter *writer, GBytes *bytes, GError **error)
{
  DocxImage *image;

  for (guint i = 0; i < writer->images->len; i++)
    {
      image = g_ptr_array_index (writer->images, i);
      if (g_bytes_equal (image->bytes, bytes))
        return image;
    }

  image = g_new0 (DocxImage, 1);
  image->bytes = g_bytes_ref (bytes);
  if (!read_image (bytes, image))
    {
      docx_image_free (image);
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("A picture in the document is damaged or of an unknown kind. Choose "
                              "a PNG, JPEG or SVG picture."));
      return NULL;
    }
  image->target = g_strdup_printf ("media/image%u.%s", writer->images->len + 1, image->extension);
  g_ptr_array_add (writer->images, image);
  return image;
}

static void
append_name (GString *xml, const char *element, guint id)
{
  g_string_append_printf (xml, "<%s id=\"%u\" name=\"Picture %u\"", element, id, id);
}

/* docx_append_picture:
 * @story: the part
 * @image: a picture of the package
 * @alt: (nullable): what it shows, or %NULL for decoration
 * @width_mm: its width; 0 for that of the text
 * @height_mm: its height; 0 keeps the proportions
 *
 * Appends a run with a picture, at most as wide as the text.
 */
void
docx_append_picture (
    DocxStory *story, const DocxImage *image, const char *alt, double width_mm, double height_mm)
{
  GString *xml = story->xml;
  guint rel = docx_rels_add (&story->rels, "image", image->target, FALSE);
  guint id = ++story->writer->n_drawings;
  double max_width = story->writer->text_width * EMU_PER_TWIP;
  double width = width_mm > 0 ? width_mm * EMU_PER_MM : max_width;
  double ratio
      = width_mm > 0 && height_mm > 0 ? height_mm / width_mm : image->height / image->width;
  gint64 cx, cy;

  width = MIN (width, max_width);
  width = MIN (width, MAX_HEIGHT_MM * EMU_PER_MM / ratio);
  cx = MAX (1, (gint64)(width + 0.5));
  cy = MAX (1, (gint64)(width * ratio + 0.5));

  g_string_append_printf (xml,
                          "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\""
                          " distR=\"0\"><wp:extent cx=\"%" G_GINT64_FORMAT
                          "\" cy=\"%" G_GINT64_FORMAT "\"/>",
                          cx, cy);
  append_name (xml, "wp:docPr", id);
  g_string_append (xml, " descr=\"");
  docx_append_escaped (xml, alt);
  g_string_append (xml, "\"");
  if (alt != NULL)
    g_string_append (xml, "/>");
  else
    {
      g_string_append (xml, "><a:extLst xmlns:a=\"" DOCX_NS_A "\"><a:ext uri=\"" URI_DECORATIVE
                            "\"><adec:decorative xmlns:adec=\"" NS_DECORATIVE
                            "\" val=\"1\"/></a:ext></a:extLst></wp:docPr>");
    }
  g_string_append (xml, "<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a=\"" DOCX_NS_A
                        "\" noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
                        "<a:graphic xmlns:a=\"" DOCX_NS_A "\"><a:graphicData uri=\"" DOCX_NS_PIC
                        "\"><pic:pic xmlns:pic=\"" DOCX_NS_PIC "\"><pic:nvPicPr>");
  append_name (xml, "pic:cNvPr", id);
  g_string_append_printf (xml,
                          "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
                          "<a:blip r:embed=\"rId%u\"",
                          rel);
  if (strcmp (image->extension, "svg") == 0)
    {
      g_string_append_printf (xml,
                              "><a:extLst><a:ext uri=\"" URI_SVG_BLIP "\"><asvg:svgBlip"
                              " xmlns:asvg=\"" NS_SVG_BLIP "\" r:embed=\"rId%u\"/></a:ext>"
                              "</a:extLst></a:blip>",
                              rel);
    }
  else
    g_string_append (xml, "/>");
  g_string_append_printf (xml,
                          "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
                          "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"%" G_GINT64_FORMAT
                          "\" cy=\"%" G_GINT64_FORMAT
                          "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
                          "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
                          "</w:drawing></w:r>",
                          cx, cy);
}
