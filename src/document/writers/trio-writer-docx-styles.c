/* trio-writer-docx-styles.c: styles, fonts and settings of the DOCX writer.
 *
 * Word knows its styles by their English names, whatever language it runs in: "heading 1" is
 * shown as "Overskrift 1" in Danish. Every style that a paragraph uses is defined here, and
 * all looks come from the look of the tree.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-writer-docx-private.h"

#define DEFAULT_BODY_SIZE    11.0
#define DEFAULT_HEADING_SIZE 14.0
#define DEFAULT_TEXT_COLOUR  "auto"
#define DEFAULT_HEAD_COLOUR  "1F3A5F"

/* How much larger than a heading of level 1 the title is; half points. */
#define LARGER_TITLE 8

/* The smallest type that is used anywhere; half points. */
#define SMALLEST_TYPE 16

typedef enum
{
  PLAIN = 0,
  BOLD = 1 << 0,
  ITALIC = 1 << 1,
  HEADING_FONT = 1 << 2, /* family and colour of headings */
  KEEP_NEXT = 1 << 3,    /* with the next paragraph, and in one piece */
  NO_HYPHENS = 1 << 4,
  TIGHT = 1 << 5, /* no space between paragraphs of this style */
  GREY = 1 << 6,
  RIGHT = 1 << 7,
} Trait;

/* A paragraph style; sizes are half points against the body, distances twentieths of a point. */
typedef struct
{
  const char *id;
  const char *name;
  const char *based_on;
  const char *next;
  guint priority;
  guint traits;
  int size; /* difference to the body, 0 for the same */
  int before;
  int after;
  int left;
  guint outline;   /* outline level + 1, 0 for none */
  guint num;       /* numbering, 0 for none */
  guint num_level; /* its level */
} ParaStyle;

static const ParaStyle para_styles[] = {
  { "Title", "Title", "Normal", "BodyText", 10, BOLD | HEADING_FONT | KEEP_NEXT | NO_HYPHENS, 0, 0,
    200, 0, 0, 0, 0 },
  { "BodyText", "Body Text", "Normal", NULL, 1, PLAIN, 0, 0, 140, 0, 0, 0, 0 },
  { "LeadParagraph", "Lead Paragraph", "BodyText", "BodyText", 11, PLAIN, 2, 0, 180, 0, 0, 0, 0 },
  { "Quote", "Quote", "BodyText", "BodyText", 29, ITALIC, 0, 0, 140, 357, 0, 0, 0 },
  { "SmallText", "Small Text", "BodyText", NULL, 30, PLAIN, -4, 0, 100, 0, 0, 0, 0 },
  { "LabelText", "Label Text", "BodyText", "BodyText", 12, BOLD | KEEP_NEXT, 0, 60, 60, 0, 0, 0,
    0 },
  { "DocumentField", "Document Field", "Normal", NULL, 13, TIGHT, 0, 0, 280, 0, 0, 0, 0 },
  { "ListBullet", "List Bullet", "Normal", NULL, 5, TIGHT, 0, 0, 140, 0, 0, DOCX_NUM_BULLET, 0 },
  { "ListBullet2", "List Bullet 2", "Normal", NULL, 5, TIGHT, 0, 0, 140, 0, 0, DOCX_NUM_BULLET, 1 },
  { "ListBullet3", "List Bullet 3", "Normal", NULL, 5, TIGHT, 0, 0, 140, 0, 0, DOCX_NUM_BULLET, 2 },
  { "ListNumber", "List Number", "Normal", NULL, 5, TIGHT, 0, 0, 140, 0, 0, DOCX_NUM_DOT, 0 },
  { "ListNumber2", "List Number 2", "Normal", NULL, 5, TIGHT, 0, 0, 140, 0, 0, DOCX_NUM_DOT, 1 },
  { "ListNumber3", "List Number 3", "Normal", NULL, 5, TIGHT, 0, 0, 140, 0, 0, DOCX_NUM_DOT, 2 },
  { "Caption", "caption", "Normal", "BodyText", 35, BOLD | GREY, -3, 100, 80, 0, 0, 0, 0 },
  { "TableText", "Table Text", "Normal", NULL, 31, PLAIN, -1, 40, 40, 0, 0, 0, 0 },
  { "TableHead", "Table Head", "TableText", NULL, 31, BOLD | KEEP_NEXT, -1, 40, 40, 0, 0, 0, 0 },
  { "Figure", "Figure", "Normal", "Caption", 32, PLAIN, 0, 80, 80, 0, 0, 0, 0 },
  { "Header", "header", "Normal", NULL, 99, GREY | NO_HYPHENS, -4, 0, 0, 0, 0, 0, 0 },
  { "HeaderRight", "Header Right", "Header", NULL, 99, GREY | NO_HYPHENS | RIGHT, -4, 0, 0, 0, 0, 0,
    0 },
  { "Footer", "footer", "Normal", NULL, 99, GREY | NO_HYPHENS | RIGHT, -4, 0, 0, 0, 0, 0, 0 },
  { "TOCHeading", "TOC Heading", "Normal", "BodyText", 39,
    BOLD | HEADING_FONT | KEEP_NEXT | NO_HYPHENS, 4, 240, 100, 0, 0, 0, 0 },
  { "TOC1", "toc 1", "Normal", "Normal", 39, NO_HYPHENS, 0, 0, 60, 0, 0, 0, 0 },
  { "TOC2", "toc 2", "Normal", "Normal", 39, NO_HYPHENS, 0, 0, 60, 284, 0, 0, 0 },
  { "TOC3", "toc 3", "Normal", "Normal", 39, NO_HYPHENS, 0, 0, 60, 568, 0, 0, 0 },
};

/* Headings: difference of size to level 1 in half points, space above and below. */
static const struct
{
  int smaller;
  int before;
  int after;
  guint traits;
} headings[] = {
  { 0, 280, 80, BOLD },   { 3, 220, 60, BOLD },          { 6, 180, 40, BOLD },
  { 6, 160, 40, ITALIC }, { 6, 160, 40, BOLD | ITALIC },
};

/* docx_get_language:
 * @doc: the tree
 *
 * Returns: the language and country by which Word spells and hyphenates
 */
const char *
docx_get_language (TrioDoc *doc)
{
  const char *lang = trio_doc_get (doc, TRIO_DOC_LANG);

  return lang != NULL && g_ascii_strncasecmp (lang, "en", 2) == 0 ? "en-GB" : "da-DK";
}

/* docx_dup_font:
 * @look: the look
 * @font: which font
 *
 * Returns: the first family of the font, which is the one that is named in the file
 */
char *
docx_dup_font (const TrioLook *look, TrioDocFont font)
{
  const char *families = look->fonts[font].family;
  g_auto (GStrv) names = g_strsplit (families != NULL ? families : "", ",", -1);
  const char *first = names[0] != NULL ? g_strstrip (names[0]) : "";

  if (*first == '\0' || strcmp (first, "sans-serif") == 0)
    return g_strdup ("Calibri");
  if (strcmp (first, "serif") == 0)
    return g_strdup ("Cambria");
  return g_strdup (first);
}

static guint
half_points (double size, double fallback)
{
  return (guint)((size > 0 ? size : fallback) * 2 + 0.5);
}

static guint
body_size (const TrioLook *look)
{
  return half_points (look->fonts[TRIO_DOC_FONT_BODY].size_pt, DEFAULT_BODY_SIZE);
}

static guint
heading_size (const TrioLook *look)
{
  return half_points (look->fonts[TRIO_DOC_FONT_HEADING].size_pt, DEFAULT_HEADING_SIZE);
}

static const char *
colour_of (const TrioLook *look, TrioDocFont font, const char *fallback)
{
  const char *colour = look->fonts[font].colour;

  return colour != NULL && colour[0] == '#' && strlen (colour) == 7 ? colour + 1 : fallback;
}

static void
append_fonts (GString *xml, const TrioLook *look, TrioDocFont font)
{
  static const char *const uses[] = { "ascii", "hAnsi", "eastAsia", "cs" };
  g_autofree char *family = docx_dup_font (look, font);

  g_string_append (xml, "<w:rFonts");
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_string_append_printf (xml, " w:%s=\"", uses[i]);
      docx_append_escaped (xml, family);
      g_string_append_c (xml, '"');
    }
  g_string_append (xml, "/>");
}

static void
append_run_properties (GString *xml, const TrioLook *look, guint traits, guint size)
{
  g_string_append (xml, "<w:rPr>");
  if (traits & HEADING_FONT)
    append_fonts (xml, look, TRIO_DOC_FONT_HEADING);
  if (traits & BOLD)
    g_string_append (xml, "<w:b/><w:bCs/>");
  if (traits & ITALIC)
    g_string_append (xml, "<w:i/><w:iCs/>");
  if (traits & HEADING_FONT)
    g_string_append_printf (xml, "<w:color w:val=\"%s\"/>",
                            colour_of (look, TRIO_DOC_FONT_HEADING, DEFAULT_HEAD_COLOUR));
  else if (traits & GREY)
    g_string_append (xml, "<w:color w:val=\"505050\"/>");
  g_string_append_printf (xml, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/></w:rPr>",
                          MAX (size, SMALLEST_TYPE), MAX (size, SMALLEST_TYPE));
}

static void
append_para_style (GString *xml, const TrioLook *look, const ParaStyle *style, guint size)
{
  g_string_append_printf (xml,
                          "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
                          "<w:basedOn w:val=\"%s\"/>",
                          style->id, style->name, style->based_on);
  if (style->next != NULL)
    g_string_append_printf (xml, "<w:next w:val=\"%s\"/>", style->next);
  g_string_append_printf (xml, "<w:uiPriority w:val=\"%u\"/>%s<w:pPr>", style->priority,
                          style->priority < 39 ? "<w:qFormat/>" : "<w:unhideWhenUsed/>");
  if (style->traits & KEEP_NEXT)
    g_string_append (xml, "<w:keepNext/><w:keepLines/>");
  if (style->num != 0)
    {
      g_string_append (xml, "<w:numPr>");
      if (style->num_level > 0)
        g_string_append_printf (xml, "<w:ilvl w:val=\"%u\"/>", style->num_level);
      g_string_append_printf (xml, "<w:numId w:val=\"%u\"/></w:numPr>", style->num);
    }
  if (style->traits & NO_HYPHENS)
    g_string_append (xml, "<w:suppressAutoHyphens/>");
  g_string_append_printf (xml, "<w:spacing w:before=\"%d\" w:after=\"%d\"/>", style->before,
                          style->after);
  if (style->left != 0)
    g_string_append_printf (xml, "<w:ind w:left=\"%d\" w:right=\"%d\"/>", style->left,
                            style->traits & ITALIC ? style->left : 0);
  if (style->traits & TIGHT)
    g_string_append (xml, "<w:contextualSpacing/>");
  if (style->traits & RIGHT)
    g_string_append (xml, "<w:jc w:val=\"right\"/>");
  if (style->outline > 0)
    g_string_append_printf (xml, "<w:outlineLvl w:val=\"%u\"/>", style->outline - 1);
  g_string_append (xml, "</w:pPr>");
  append_run_properties (xml, look, style->traits, size);
  g_string_append (xml, "</w:style>");
}

static void
append_headings (GString *xml, const TrioLook *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *id = g_strdup_printf ("Heading%u", i + 1);
      g_autofree char *name = g_strdup_printf ("heading %u", i + 1);
      ParaStyle style = {
        .id = id,
        .name = name,
        .based_on = "Normal",
        .next = "BodyText",
        .priority = 9,
        .traits = headings[i].traits | HEADING_FONT | KEEP_NEXT | NO_HYPHENS,
        .before = headings[i].before,
        .after = headings[i].after,
        .outline = i + 1,
      };
      int size = (int)heading_size (look) - headings[i].smaller;

      /* A heading is never smaller than the text below it. */
      append_para_style (xml, look, &style, MAX (size, (int)body_size (look)));
    }
}

static void
append_defaults (GString *xml, TrioDoc *doc, const TrioLook *look)
{
  g_string_append (xml, "<w:docDefaults><w:rPrDefault><w:rPr>");
  append_fonts (xml, look, TRIO_DOC_FONT_BODY);
  g_string_append_printf (
      xml,
      "<w:color w:val=\"%s\"/><w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>"
      "<w:lang w:val=\"%s\" w:eastAsia=\"%s\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      "<w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr>"
      "</w:pPrDefault></w:docDefaults>",
      colour_of (look, TRIO_DOC_FONT_BODY, DEFAULT_TEXT_COLOUR), body_size (look), body_size (look),
      docx_get_language (doc), docx_get_language (doc));

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
  const TrioLook *look = writer->look;

  append_defaults (xml, writer->doc, look);
  for (guint i = 0; i < G_N_ELEMENTS (para_styles); i++)
    {
      const ParaStyle *style = &para_styles[i];
      guint size = (guint)((int)body_size (look) + style->size);

      if (strcmp (style->id, "Title") == 0)
        size = heading_size (look) + LARGER_TITLE;
      append_para_style (xml, look, style, size);
    }
  append_headings (xml, look);
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
  g_autofree char *body = docx_dup_font (writer->look, TRIO_DOC_FONT_BODY);

  for (guint i = 0; i < TRIO_DOC_N_FONTS; i++)
    {
      const char *families = writer->look->fonts[i].family;
      g_autofree char *first = docx_dup_font (writer->look, i);
      g_auto (GStrv) names = g_strsplit (families != NULL ? families : "", ",", -1);
      const char *last = g_strv_length (names) > 0 ? names[g_strv_length (names) - 1] : "";
      gboolean is_serif = strcmp (g_strstrip ((char *)last), "serif") == 0;

      if (i > 0 && strcmp (first, body) == 0)
        continue;
      g_string_append (xml, "<w:font w:name=\"");
      docx_append_escaped (xml, first);
      g_string_append (xml, "\">");
      if (g_strv_length (names) > 2)
        {
          g_string_append (xml, "<w:altName w:val=\"");
          docx_append_escaped (xml, g_strstrip (names[1]));
          g_string_append (xml, "\"/>");
        }
      g_string_append_printf (xml,
                              "<w:charset w:val=\"00\"/><w:family w:val=\"%s\"/>"
                              "<w:pitch w:val=\"variable\"/></w:font>",
                              is_serif ? "roman" : "swiss");
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
  gboolean is_danish = strcmp (docx_get_language (writer->doc), "da-DK") == 0;
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
      docx_get_language (writer->doc), is_danish ? "," : ".", is_danish ? ";" : ",");
  return g_string_free (xml, FALSE);
}
