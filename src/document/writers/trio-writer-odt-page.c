/* trio-writer-odt-page.c: the page of the ODT writer, its header and its footer.
 *
 * A first page of its own exists only where it looks different from the others: a second
 * master page, which every program knows, and which the first paragraph names.
 */
#include "config.h"

#include "document/writers/trio-writer-odt-private.h"

/* The height of a line for each half point of its type, in twentieths of a point. */
#define HALF_POINT_LINE 13

/* The header or footer of a page layout: it fills the margin between edge and text. */
static void
append_edge (
    GString *xml, const char *element, const char *side, guint margin, guint edge, guint space)
{
  g_string_append_printf (xml, "<style:%s><style:header-footer-properties", element);
  odt_append_length (xml, "fo:min-height", margin - edge);
  odt_append_length (xml, side, space);
  g_string_append (xml, " fo:margin-left=\"0pt\" fo:margin-right=\"0pt\""
                        " style:dynamic-spacing=\"false\"/>");
  g_string_append_printf (xml, "</style:%s>", element);
}

/* The text of the footer stands at the edge of the paper, not below the text of the page. */
static guint
space_above_footer (const OdtWriter *writer, guint room)
{
  const TrioInlines *footer = writer->letterhead->footer;
  const TrioMarkupStyle *style = trio_markup_find_style ("Footer");
  guint line = trio_markup_get_style_size (writer->look, style) * HALF_POINT_LINE;
  guint height = line;

  for (guint i = 0; i < trio_inlines_get_length (footer); i++)
    if (trio_inlines_get (footer, i)->kind == TRIO_INLINE_LINE_BREAK)
      height += line;
  return room > height ? room - height : 0;
}

static void
append_layout (const OdtWriter *writer, GString *xml, const char *name, gboolean has_header)
{
  const TrioMarkupPage *page = &writer->page;
  gboolean has_footer = trio_markup_has_text (writer->letterhead->footer);
  guint top = MIN (TRIO_MARKUP_HEADER_EDGE, page->margins[0]);
  guint bottom = MIN (TRIO_MARKUP_HEADER_EDGE, page->margins[2]);

  g_string_append_printf (xml, "<style:page-layout style:name=\"%s\"><style:page-layout-properties",
                          name);
  odt_append_length (xml, "fo:page-width", page->width);
  odt_append_length (xml, "fo:page-height", page->height);
  g_string_append_printf (xml, " style:print-orientation=\"%s\" style:num-format=\"1\"",
                          writer->look->landscape ? "landscape" : "portrait");
  odt_append_length (xml, "fo:margin-top", has_header ? top : page->margins[0]);
  odt_append_length (xml, "fo:margin-right", page->margins[1]);
  odt_append_length (xml, "fo:margin-bottom", has_footer ? bottom : page->margins[2]);
  odt_append_length (xml, "fo:margin-left", page->margins[3]);
  g_string_append (xml, " style:writing-mode=\"lr-tb\"/>");
  if (has_header)
    append_edge (xml, "header-style", "fo:margin-bottom", page->margins[0], top,
                 MIN (TRIO_MARKUP_HEADER_SPACE, page->margins[0] - top));
  if (has_footer)
    append_edge (xml, "footer-style", "fo:margin-top", page->margins[2], bottom,
                 space_above_footer (writer, page->margins[2] - bottom));
  g_string_append (xml, "</style:page-layout>");
}

/* odt_append_page_layouts:
 * @writer: the package
 * @xml: where to
 *
 * Appends the sizes of the pages.
 */
void
odt_append_page_layouts (OdtWriter *writer, GString *xml)
{
  append_layout (writer, xml, "Page", trio_markup_has_text (writer->letterhead->header));
  if (writer->has_first)
    append_layout (writer, xml, "FirstPage", TRUE);
}

static gboolean
append_header (OdtWriter *writer, gboolean is_first, GError **error)
{
  const TrioLetterhead *head = writer->letterhead;
  gboolean with_text
      = trio_markup_has_text (head->header) && (!is_first || head->header_on_first_page);
  gboolean with_logo = is_first && head->logo != NULL;
  gboolean is_right = head->logo != NULL && head->logo_place == TRIO_LOGO_TOP_RIGHT;
  OdtPara para = ODT_PARA (is_right ? "HeaderRight" : "Header");

  if (!with_text && !with_logo)
    return TRUE;
  g_string_append (writer->xml, "<style:header>");
  if (with_logo)
    {
      para.space_after = with_text ? TRIO_MARKUP_LOGO_SPACE : -1;
      odt_para_start (writer, &para, 0);
      if (!odt_append_picture (writer, head->logo, head->logo_alt, head->logo_width_mm, 0, error))
        return FALSE;
      odt_para_end (writer, 0);
      para.space_after = -1;
    }
  if (with_text)
    odt_append_para (writer, &para, head->header);
  g_string_append (writer->xml, "</style:header>");
  return TRUE;
}

static gboolean
append_master (OdtWriter *writer, gboolean is_first, GError **error)
{
  OdtPara para = ODT_PARA ("Footer");

  if (is_first)
    g_string_append (writer->xml, "<style:master-page style:name=\"" ODT_MASTER_FIRST "\""
                                  " style:display-name=\"First Page\""
                                  " style:page-layout-name=\"FirstPage\""
                                  " style:next-style-name=\"" ODT_MASTER_PAGE "\">");
  else
    g_string_append (writer->xml, "<style:master-page style:name=\"" ODT_MASTER_PAGE "\""
                                  " style:page-layout-name=\"Page\">");
  if (!append_header (writer, is_first, error))
    return FALSE;
  if (trio_markup_has_text (writer->letterhead->footer))
    {
      g_string_append (writer->xml, "<style:footer>");
      odt_append_para (writer, &para, writer->letterhead->footer);
      g_string_append (writer->xml, "</style:footer>");
    }
  g_string_append (writer->xml, "</style:master-page>");
  return TRUE;
}

/* odt_append_master_pages:
 * @writer: the package
 * @error: where to say that the logo is no picture
 *
 * Appends the pages with their headers and footers to the text of the writer.
 *
 * Returns: %FALSE with %TRIO_ERROR_INVALID for a logo that is no picture
 */
gboolean
odt_append_master_pages (OdtWriter *writer, GError **error)
{
  g_string_append (writer->xml, "<office:master-styles>");
  if (!append_master (writer, FALSE, error)
      || (writer->has_first && !append_master (writer, TRUE, error)))
    return FALSE;
  g_string_append (writer->xml, "</office:master-styles>");
  return TRUE;
}
