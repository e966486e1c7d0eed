/* trio-writer-docx-styles.c: styles, fonts and settings of the DOCX writer.
 *
 * Word knows its styles by their English names, whatever language it runs in: "heading 1" is
 * shown as "Overskrift 1" in Danish. Every style that a paragraph uses is defined here, and
 * all looks come from the look of the tree.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-writer-docx-private.h"

static void
append_fonts (GString *xml, const TrioLook *look, TrioDocFont font)
{
  static const char *const uses[] = { "ascii", "hAnsi", "eastAsia", "cs" };
  g_autofree char *family = trio_markup_dup_font (look, font);

  g_string_append (xml, "<w:rFonts");
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_string_append_printf (xml, " w:%s=\"", uses[i]);
      trio_markup_escape (xml, family);
      g_string_append_c (xml, '"');
    }
  g_string_append (xml, "/>");
}

static void
append_run_properties (GString *xml, const TrioLook *look, const TrioMarkupStyle *style)
{
  guint size = trio_markup_get_style_size (look, style);

  g_string_append (xml, "<w:rPr>");
  if (style->traits & TRIO_MARKUP_HEADING_FONT)
    append_fonts (xml, look, TRIO_DOC_FONT_HEADING);
  if (style->traits & TRIO_MARKUP_BOLD)
    g_string_append (xml, "<w:b/><w:bCs/>");
  if (style->traits & TRIO_MARKUP_ITALIC)
    g_string_append (xml, "<w:i/><w:iCs/>");
  if (style->traits & TRIO_MARKUP_HEADING_FONT)
    g_string_append_printf (xml, "<w:color w:val=\"%s\"/>",
                            trio_markup_get_colour (look, TRIO_DOC_FONT_HEADING));
  else if (style->traits & TRIO_MARKUP_GREY_TEXT)
    g_string_append (xml, "<w:color w:val=\"" TRIO_MARKUP_GREY "\"/>");
  g_string_append_printf (xml, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/></w:rPr>", size, size);
}

static void
append_numbering (GString *xml, const TrioMarkupStyle *style)
{
  if (style->list == TRIO_MARKUP_NO_LIST)
    return;
  g_string_append (xml, "<w:numPr>");
  if (style->level > 0)
    g_string_append_printf (xml, "<w:ilvl w:val=\"%u\"/>", style->level);
  g_string_append_printf (xml, "<w:numId w:val=\"%u\"/></w:numPr>",
                          style->list == TRIO_MARKUP_BULLETS ? DOCX_NUM_BULLET : DOCX_NUM_DOT);
}

static void
append_para_style (GString *xml, const TrioLook *look, const TrioMarkupStyle *style)
{
  g_string_append_printf (xml,
                          "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
                          "<w:basedOn w:val=\"%s\"/>",
                          style->id, style->word, style->based_on);
  if (style->next != NULL)
    g_string_append_printf (xml, "<w:next w:val=\"%s\"/>", style->next);
  g_string_append_printf (xml, "<w:uiPriority w:val=\"%u\"/>%s<w:pPr>", style->priority,
                          style->priority < 39 ? "<w:qFormat/>" : "<w:unhideWhenUsed/>");
  if (style->traits & TRIO_MARKUP_KEEP_NEXT)
    g_string_append (xml, "<w:keepNext/><w:keepLines/>");
  append_numbering (xml, style);
  if (style->traits & TRIO_MARKUP_NO_HYPHENS)
    g_string_append (xml, "<w:suppressAutoHyphens/>");
  g_string_append_printf (xml, "<w:spacing w:before=\"%d\" w:after=\"%d\"/>", style->before,
                          style->after);
  if (style->left != 0)
    g_string_append_printf (xml, "<w:ind w:left=\"%d\" w:right=\"%d\"/>", style->left,
                            style->traits & TRIO_MARKUP_ITALIC ? style->left : 0);
  if (style->traits & TRIO_MARKUP_TIGHT)
    g_string_append (xml, "<w:contextualSpacing/>");
  if (style->traits & TRIO_MARKUP_RIGHT)
    g_string_append (xml, "<w:jc w:val=\"right\"/>");
  if (style->list == TRIO_MARKUP_NO_LIST && style->level > 0)
    g_string_append_printf (xml, "<w:outlineLvl w:val=\"%u\"/>", style->level - 1);
  g_string_append (xml, "</w:pPr>");
  append_run_properties (xml, look, style);
  g_string_append (xml, "</w:style>");
}

static void
append_defaults (GString *xml, TrioDoc *doc, const TrioLook *look)
{
  const char *colour = trio_markup_get_colour (look, TRIO_DOC_FONT_BODY);
  guint size = trio_markup_get_body_size (look);

  g_string_append (xml, "<w:docDefaults><w:rPrDefault><w:rPr>");
  append_fonts (xml, look, TRIO_DOC_FONT_BODY);
  g_string_append_printf (
      xml,
      "<w:color w:val=\"%s\"/><w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>"
      "<w:lang w:val=\"%s\" w:eastAsia=\"%s\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      "<w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr>"
      "</w:pPrDefault></w:docDefaults>",
      colour != NULL ? colour : "auto", size, size, trio_markup_get_language (doc),
      trio_markup_get_language (doc));

  /* Word's other styles stay out of the gallery until somebody asks for them. */
  g_string_append (xml, "<w:latentStyles w:defLockedState=\"0\" w:defUIPriority=\"99\""
                        " w:defSemiHidden=\"1\" w:defUnhideWhenUsed=\"1\" w:defQFormat=\"0\""
                        " w:count=\"376\"/>"
                        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                        "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
}

static void
append_other_styles (GString *xml)
{
  g_string_append (
      xml, "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
           "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/>"
           "<w:unhideWhenUsed/></w:style>"
           "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/>"
           "<w:uiPriority w:val=\"22\"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
           "<w:style w:type=\"character\" w:styleId=\"Emphasis\"><w:name w:val=\"Emphasis\"/>"
           "<w:uiPriority w:val=\"20\"/><w:qFormat/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>"
           "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
           "<w:uiPriority w:val=\"99\"/><w:unhideWhenUsed/><w:rPr><w:color w:val=\"0B5394\"/>"
           "<w:u w:val=\"single\"/></w:rPr></w:style>");
  g_string_append (
      xml,
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
      "<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>"
      "<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>"
      "<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>"
      "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>"
      "</w:tblPr></w:style>"
      "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
      "<w:basedOn w:val=\"TableNormal\"/><w:uiPriority w:val=\"39\"/><w:tblPr><w:tblBorders>"
      "<w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"7F8C9D\"/>"
      "<w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"7F8C9D\"/>"
      "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFC7D1\"/>"
      "</w:tblBorders></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:tblPr/><w:tcPr>"
      "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E9EEF4\"/></w:tcPr></w:tblStylePr>"
      "</w:style>"
      "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\">"
      "<w:name w:val=\"No List\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/>"
      "</w:style>");
}

/* docx_build_styles:
 * @writer: the package
 *
 * Returns: word/styles.xml
 */
char *
docx_build_styles (DocxWriter *writer)
{
  GString *xml = g_string_new (DOCX_DECLARATION "<w:styles xmlns:w=\"" DOCX_NS_W "\">");
  guint n_styles;
  const TrioMarkupStyle *styles = trio_markup_get_styles (&n_styles);

  append_defaults (xml, writer->doc, writer->look);
  for (guint i = 0; i < n_styles; i++)
    append_para_style (xml, writer->look, &styles[i]);
  append_other_styles (xml);
  g_string_append (xml, "</w:styles>");
  return g_string_free (xml, FALSE);
}

/* docx_build_font_table:
 * @writer: the package
 *
 * The second family of the look is named as the one to take where the first is missing.
 *
 * Returns: word/fontTable.xml
 */
char *
docx_build_font_table (DocxWriter *writer)
{
  GString *xml = g_string_new (DOCX_DECLARATION "<w:fonts xmlns:w=\"" DOCX_NS_W "\">");
  g_autofree char *body = trio_markup_dup_font (writer->look, TRIO_DOC_FONT_BODY);

  for (guint i = 0; i < TRIO_DOC_N_FONTS; i++)
    {
      const char *families = writer->look->fonts[i].family;
      g_autofree char *first = trio_markup_dup_font (writer->look, i);
      g_auto (GStrv) names = g_strsplit (families != NULL ? families : "", ",", -1);

      if (i > 0 && strcmp (first, body) == 0)
        continue;
      g_string_append (xml, "<w:font w:name=\"");
      trio_markup_escape (xml, first);
      g_string_append (xml, "\">");
      if (g_strv_length (names) > 2)
        {
          g_string_append (xml, "<w:altName w:val=\"");
          trio_markup_escape (xml, g_strstrip (names[1]));
          g_string_append (xml, "\"/>");
        }
      g_string_append_printf (xml,
                              "<w:charset w:val=\"00\"/><w:family w:val=\"%s\"/>"
                              "<w:pitch w:val=\"variable\"/></w:font>",
                              trio_markup_is_serif (writer->look, i) ? "roman" : "swiss");
    }
  g_string_append (xml, "</w:fonts>");
  return g_string_free (xml, FALSE);
}

/* docx_build_settings:
 * @writer: the package
 *
 * Without compatibility mode 15 Word opens the file as one of Word 2007.
 *
 * Returns: word/settings.xml
 */
char *
docx_build_settings (DocxWriter *writer)
{
  gboolean is_danish = strcmp (trio_markup_get_language (writer->doc), "da-DK") == 0;
  GString *xml = g_string_new (DOCX_DECLARATION "<w:settings xmlns:w=\"" DOCX_NS_W "\">"
                                                "<w:zoom w:percent=\"100\"/>"
                                                "<w:defaultTabStop w:val=\"720\"/>");

  if (writer->look->hyphenate)
    g_string_append (xml, "<w:autoHyphenation/><w:consecutiveHyphenLimit w:val=\"2\"/>"
                          "<w:hyphenationZone w:val=\"284\"/><w:doNotHyphenateCaps/>");
  g_string_append (xml, "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>");
  {
    static const char *const names[]
        = { "overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures",
            "doNotFlipMirrorIndents", "differentiateMultirowTableHeaders" };

    g_string_append (xml, "<w:compatSetting w:name=\"compatibilityMode\""
                          " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>");
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      g_string_append_printf (xml,
                              "<w:compatSetting w:name=\"%s\""
                              " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>",
                              names[i]);
  }
  g_string_append_printf (
      xml,
      "</w:compat><w:themeFontLang w:val=\"%s\"/><w:decimalSymbol w:val=\"%s\"/>"
      "<w:listSeparator w:val=\"%s\"/></w:settings>",
      trio_markup_get_language (writer->doc), is_danish ? "," : ".", is_danish ? ";" : ",");
  return g_string_free (xml, FALSE);
}
