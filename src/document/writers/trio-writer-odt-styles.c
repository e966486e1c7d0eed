/* trio-writer-odt-styles.c: named styles of the ODT writer.
 *
 * Programs know their own styles by English names, whatever language they run in: "Heading 1"
 * is shown as "Overskrift 1" in Danish. All looks come from the look of the tree.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-writer-odt-private.h"

/* The names of the fonts inside the file. */
static const char *const font_names[TRIO_DOC_N_FONTS]
    = { [TRIO_DOC_FONT_BODY] = "Body", [TRIO_DOC_FONT_HEADING] = "Heading" };

/* All families in order, so that a program without the first one takes the second; only the
 * generic one at the end has a place of its own. */
static void
append_families (GString *xml, const TrioLook *look, TrioDocFont font)
{
  g_auto (GStrv) names
      = g_strsplit (look->fonts[font].family != NULL ? look->fonts[font].family : "", ",", -1);
  g_autofree char *first = trio_markup_dup_font (look, font);

  g_string_append (xml, "'");
  trio_markup_escape (xml, first);
  g_string_append (xml, "'");
  for (guint i = 1; names[0] != NULL && names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);

      if (*name == '\0' || strcmp (name, "serif") == 0 || strcmp (name, "sans-serif") == 0)
        continue;
      g_string_append (xml, ", '");
      trio_markup_escape (xml, name);
      g_string_append (xml, "'");
    }
}

/* odt_append_fonts:
 * @xml: where to
 * @look: the look
 *
 * Appends the fonts that styles name.
 */
void
odt_append_fonts (GString *xml, const TrioLook *look)
{
  g_string_append (xml, "<office:font-face-decls>");
  for (guint i = 0; i < TRIO_DOC_N_FONTS; i++)
    {
      g_string_append_printf (xml, "<style:font-face style:name=\"%s\" svg:font-family=\"",
                              font_names[i]);
      append_families (xml, look, i);
      g_string_append_printf (xml,
                              "\" style:font-family-generic=\"%s\""
                              " style:font-pitch=\"variable\"/>",
                              trio_markup_is_serif (look, i) ? "roman" : "swiss");
    }
  g_string_append (xml, "</office:font-face-decls>");
}

/* The attributes of one font for all scripts. */
static void
append_font (GString *xml, TrioDocFont font)
{
  g_string_append_printf (xml,
                          " style:font-name=\"%s\" style:font-name-asian=\"%s\""
                          " style:font-name-complex=\"%s\"",
                          font_names[font], font_names[font], font_names[font]);
}

static void
append_size (GString *xml, guint half_points)
{
  odt_append_length (xml, "fo:font-size", half_points * 10);
  odt_append_length (xml, "style:font-size-asian", half_points * 10);
  odt_append_length (xml, "style:font-size-complex", half_points * 10);
}

static void
append_defaults (OdtWriter *writer, GString *xml)
{
  const char *colour = trio_markup_get_colour (writer->look, TRIO_DOC_FONT_BODY);
  g_auto (GStrv) language = g_strsplit (trio_markup_get_language (writer->doc), "-", 2);

  g_string_append_printf (xml,
                          "<style:default-style style:family=\"paragraph\">"
                          "<style:paragraph-properties fo:line-height=\"%u%%\""
                          " fo:orphans=\"2\" fo:widows=\"2\" fo:hyphenation-ladder-count=\"2\""
                          " style:tab-stop-distance=\"36pt\" style:writing-mode=\"page\"/>"
                          "<style:text-properties",
                          (TRIO_MARKUP_LINE * 100 + 120) / 240);
  append_font (xml, TRIO_DOC_FONT_BODY);
  append_size (xml, trio_markup_get_body_size (writer->look));
  if (colour != NULL)
    g_string_append_printf (xml, " fo:color=\"#%s\"", colour);
  g_string_append_printf (xml,
                          " fo:language=\"%s\" fo:country=\"%s\" style:language-asian=\"none\""
                          " style:country-asian=\"none\" style:language-complex=\"none\""
                          " style:country-complex=\"none\" fo:hyphenate=\"%s\""
                          " fo:hyphenation-remain-char-count=\"2\""
                          " fo:hyphenation-push-char-count=\"2\"/></style:default-style>"
                          "<style:default-style style:family=\"table\">"
                          "<style:table-properties table:border-model=\"collapsing\"/>"
                          "</style:default-style>"
                          "<style:style style:name=\"Standard\" style:family=\"paragraph\""
                          " style:class=\"text\"/>"
                          "<style:style style:name=\"Heading\" style:family=\"paragraph\""
                          " style:parent-style-name=\"Standard\""
                          " style:next-style-name=\"Text_20_body\" style:class=\"text\">"
                          "<style:paragraph-properties fo:keep-with-next=\"always\"/>"
                          "</style:style>",
                          language[0], language[1], writer->look->hyphenate ? "true" : "false");
}

static gboolean
is_heading (const TrioMarkupStyle *style)
{
  return style->list == TRIO_MARKUP_NO_LIST && style->level > 0;
}

static void
append_reference (GString *xml, const char *attribute, const char *id)
{
  const TrioMarkupStyle *style = trio_markup_find_style (id);

  g_string_append_printf (xml, " %s=\"", attribute);
  odt_append_style_name (xml, style != NULL ? style->odf : "Standard");
  g_string_append_c (xml, '"');
}

static const char *
get_class (const TrioMarkupStyle *style)
{
  if (strcmp (style->id, "Title") == 0)
    return "chapter";
  if (style->list != TRIO_MARKUP_NO_LIST)
    return "list";
  if (g_str_has_prefix (style->id, "TOC"))
    return "index";
  if (strcmp (style->id, "Caption") == 0 || g_str_has_prefix (style->id, "Table")
      || g_str_has_prefix (style->id, "Header") || strcmp (style->id, "Footer") == 0)
    return "extra";
  return "text";
}

static void
append_paragraph_properties (GString *xml, const TrioMarkupStyle *style)
{
  gboolean is_tight = (style->traits & TRIO_MARKUP_TIGHT) != 0;

  g_string_append (xml, "<style:paragraph-properties");
  odt_append_length (xml, "fo:margin-top", style->before);
  odt_append_length (xml, "fo:margin-bottom", is_tight ? 0 : style->after);
  if (style->left != 0)
    {
      odt_append_length (xml, "fo:margin-left", style->left);
      odt_append_length (xml, "fo:margin-right",
                         style->traits & TRIO_MARKUP_ITALIC ? style->left : 0);
    }
  if (style->traits & TRIO_MARKUP_KEEP_NEXT)
    g_string_append (xml, " fo:keep-with-next=\"always\" fo:keep-together=\"always\"");
  if (style->traits & TRIO_MARKUP_RIGHT)
    g_string_append (xml, " fo:text-align=\"end\"");
  g_string_append (xml, "/>");
}

static void
append_text_properties (GString *xml, const TrioLook *look, const TrioMarkupStyle *style)
{
  static const char *const scripts[] = { "", "-asian", "-complex" };

  g_string_append (xml, "<style:text-properties");
  if (style->traits & TRIO_MARKUP_HEADING_FONT)
    {
      append_font (xml, TRIO_DOC_FONT_HEADING);
      g_string_append_printf (xml, " fo:color=\"#%s\"",
                              trio_markup_get_colour (look, TRIO_DOC_FONT_HEADING));
    }
  else if (style->traits & TRIO_MARKUP_GREY_TEXT)
    g_string_append (xml, " fo:color=\"#" TRIO_MARKUP_GREY "\"");
  append_size (xml, trio_markup_get_style_size (look, style));
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      const char *prefix = i == 0 ? "fo" : "style";

      if (style->traits & TRIO_MARKUP_BOLD)
        g_string_append_printf (xml, " %s:font-weight%s=\"bold\"", prefix, scripts[i]);
      if (style->traits & TRIO_MARKUP_ITALIC)
        g_string_append_printf (xml, " %s:font-style%s=\"italic\"", prefix, scripts[i]);
    }
  if (style->traits & TRIO_MARKUP_NO_HYPHENS)
    g_string_append (xml, " fo:hyphenate=\"false\" fo:hyphenation-remain-char-count=\"2\""
                          " fo:hyphenation-push-char-count=\"2\"");
  g_string_append (xml, "/>");
}

static void
append_style (GString *xml, const TrioLook *look, const TrioMarkupStyle *style)
{
  g_string_append (xml, "<style:style style:name=\"");
  odt_append_style_name (xml, style->odf);
  g_string_append_printf (xml, "\" style:display-name=\"%s\" style:family=\"paragraph\"",
                          style->odf);
  if (is_heading (style))
    g_string_append (xml, " style:parent-style-name=\"Heading\"");
  else
    append_reference (xml, "style:parent-style-name", style->based_on);
  if (style->next != NULL)
    append_reference (xml, "style:next-style-name", style->next);
  if (is_heading (style))
    g_string_append_printf (xml, " style:default-outline-level=\"%u\"", style->level);
  g_string_append_printf (xml, " style:class=\"%s\">", get_class (style));
  append_paragraph_properties (xml, style);
  append_text_properties (xml, look, style);
  g_string_append (xml, "</style:style>");
}

static void
append_other_styles (GString *xml)
{
  g_string_append (
      xml, "<style:style style:name=\"Strong_20_Emphasis\" style:display-name=\"Strong Emphasis\""
           " style:family=\"text\"><style:text-properties fo:font-weight=\"bold\""
           " style:font-weight-asian=\"bold\" style:font-weight-complex=\"bold\"/></style:style>"
           "<style:style style:name=\"Emphasis\" style:family=\"text\"><style:text-properties"
           " fo:font-style=\"italic\" style:font-style-asian=\"italic\""
           " style:font-style-complex=\"italic\"/></style:style>"
           "<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\""
           " style:family=\"text\"><style:text-properties fo:color=\"#" TRIO_MARKUP_LINK "\""
           " style:text-underline-style=\"solid\" style:text-underline-width=\"auto\""
           " style:text-underline-color=\"font-color\"/></style:style>"
           "<style:style style:name=\"Index_20_Link\" style:display-name=\"Index Link\""
           " style:family=\"text\"/>"
           "<style:style style:name=\"Graphics\" style:family=\"graphic\">"
           "<style:graphic-properties text:anchor-type=\"as-char\" style:vertical-pos=\"top\""
           " style:vertical-rel=\"baseline\" fo:padding=\"0pt\" fo:border=\"none\"/>"
           "</style:style>");
}

/* Present and without numbers: those of headings are data of the tree. */
static void
append_outline (GString *xml)
{
  g_string_append (xml, "<text:outline-style style:name=\"Outline\">");
  for (guint level = 1; level <= ODT_LIST_LEVELS; level++)
    g_string_append_printf (xml,
                            "<text:outline-level-style text:level=\"%u\" style:num-format=\"\">"
                            "<style:list-level-properties"
                            " text:list-level-position-and-space-mode=\"label-alignment\">"
                            "<style:list-level-label-alignment"
                            " text:label-followed-by=\"nothing\"/></style:list-level-properties>"
                            "</text:outline-level-style>",
                            level);
  g_string_append (xml, "</text:outline-style>");
}

/* odt_append_styles:
 * @writer: the package
 * @xml: where to
 *
 * Appends all named styles.
 */
void
odt_append_styles (OdtWriter *writer, GString *xml)
{
  guint n_styles;
  const TrioMarkupStyle *styles = trio_markup_get_styles (&n_styles);

  g_string_append (xml, "<office:styles>");
  append_defaults (writer, xml);
  for (guint i = 0; i < n_styles; i++)
    append_style (xml, writer->look, &styles[i]);
  append_other_styles (xml);
  append_outline (xml);
  odt_append_list_styles (xml, writer->look);
  g_string_append (xml, "</office:styles>");
}
