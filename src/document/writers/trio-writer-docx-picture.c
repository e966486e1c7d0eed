/* trio-writer-docx-picture.c: pictures of the DOCX writer, figures and the logo alike.
 *
 * Every picture stands in the line, and either says in words what it shows or is marked as
 * decoration.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-writer-docx-private.h"

#define EMU_PER_MM 36000.0

#define NS_SVG_BLIP    "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
#define NS_DECORATIVE  "http://schemas.microsoft.com/office/drawing/2017/decorative"
#define URI_SVG_BLIP   "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
#define URI_DECORATIVE "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"

static void
append_name (GString *xml, const char *element, guint id)
{
  g_string_append_printf (xml, "<%s id=\"%u\" name=\"Picture %u\"", element, id, id);
}

/* docx_append_picture:
 * @story: the part
 * @picture: a picture of the package
 * @alt: (nullable): what it shows, or %NULL for decoration
 * @width_mm: its width; 0 for that of the text
 * @height_mm: its height; 0 keeps the proportions
 *
 * Appends a run with a picture, at most as wide as the text.
 */
void
docx_append_picture (DocxStory *story,
                     const TrioMarkupPicture *picture,
                     const char *alt,
                     double width_mm,
                     double height_mm)
{
  GString *xml = story->xml;
  guint rel = docx_rels_add (&story->rels, "image", picture->name, FALSE);
  guint id = ++story->writer->n_drawings;
  double width, height;
  gint64 cx, cy;

  trio_markup_fit_picture (picture, width_mm, height_mm,
                           story->writer->text_width / TRIO_MARKUP_TWIPS_PER_MM, &width, &height);
  cx = MAX (1, (gint64)(width * EMU_PER_MM + 0.5));
  cy = MAX (1, (gint64)(height * EMU_PER_MM + 0.5));

  g_string_append_printf (xml,
                          "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\""
                          " distR=\"0\"><wp:extent cx=\"%" G_GINT64_FORMAT
                          "\" cy=\"%" G_GINT64_FORMAT "\"/>",
                          cx, cy);
  append_name (xml, "wp:docPr", id);
  g_string_append (xml, " descr=\"");
  trio_markup_escape (xml, alt);
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
  if (strcmp (picture->extension, "svg") == 0)
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
