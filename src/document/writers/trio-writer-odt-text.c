/* trio-writer-odt-text.c: paragraphs of the ODT writer and what stands in them.
 *
 * A paragraph that has nothing but its style names that style. Any other one gets an
 * automatic style, whose properties are the key under which the next one alike finds it.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-writer-odt-private.h"

/* odt_append_length:
 * @xml: where to
 * @attribute: the name of an attribute
 * @twips: its value in twentieths of a point
 *
 * Appends a length, whatever the locale says about decimal points.
 */
void
odt_append_length (GString *xml, const char *attribute, double twips)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (xml, " %s=\"%spt\"", attribute,
                          g_ascii_formatd (digits, sizeof digits, "%.6g", twips / 20));
}

/* odt_append_style_name:
 * @xml: where to
 * @name: the name of a style as people see it
 *
 * Appends the name by which other parts of the file refer to the style.
 */
void
odt_append_style_name (GString *xml, const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    if (*p == ' ')
      g_string_append (xml, "_20_");
    else
      g_string_append_c (xml, *p);
}

/* Appends an attribute with any text. */
void
odt_append_attribute (GString *xml, const char *attribute, const char *text)
{
  g_string_append_printf (xml, " %s=\"", attribute);
  trio_markup_escape (xml, text);
  g_string_append_c (xml, '"');
}

/* The text of a paragraph: where spaces meet, all but the first are elements of their own,
 * because XML would join them; so is a space at the beginning. */
static void
append_spaced (GString *xml, const char *text, gboolean *after_space)
{
  const char *p = text;

  while (*p != '\0')
    {
      gsize spaces = strspn (p, " \t\n\r");
      gsize word = strcspn (p + spaces, " \t\n\r");
      g_autofree char *piece = g_strndup (p + spaces, word);

      if (spaces > 0 && !*after_space)
        {
          g_string_append_c (xml, ' ');
          *after_space = TRUE;
          p++;
          spaces--;
        }
      if (spaces == 1)
        g_string_append (xml, "<text:s/>");
      else if (spaces > 1)
        g_string_append_printf (xml, "<text:s text:c=\"%" G_GSIZE_FORMAT "\"/>", spaces);
      if (word > 0)
        {
          trio_markup_escape (xml, piece);
          *after_space = FALSE;
        }
      p += spaces + word;
    }
}

/* Appends text at the beginning of a paragraph. */
void
odt_append_text (OdtWriter *writer, const char *text)
{
  gboolean after_space = TRUE;

  append_spaced (writer->xml, text, &after_space);
}

static void
append_span (GString *xml, const char *style, const char *text, gboolean *after_space)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (xml, "<text:span text:style-name=\"%s\">", style);
  append_spaced (xml, text, after_space);
  g_string_append (xml, "</text:span>");
}

static void
append_link (OdtWriter *writer, const TrioInline *link, gboolean *after_space)
{
  g_autofree char *target = NULL;

  if (link->url != NULL && link->url[0] == '#'
      && g_hash_table_contains (writer->anchors, link->url + 1))
    target = g_strdup (link->url);
  else
    target = trio_markup_dup_link (link->url);

  if (target == NULL || link->text == NULL || *link->text == '\0')
    {
      append_spaced (writer->xml, link->text != NULL ? link->text : "", after_space);
      return;
    }
  g_string_append (writer->xml, "<text:a xlink:type=\"simple\"");
  odt_append_attribute (writer->xml, "xlink:href", target);
  g_string_append (writer->xml, " text:style-name=\"Internet_20_link\""
                                " text:visited-style-name=\"Internet_20_link\">");
  append_spaced (writer->xml, link->text, after_space);
  g_string_append (writer->xml, "</text:a>");
}

/* Appends what stands inside a paragraph. */
void
odt_append_inlines (OdtWriter *writer, const TrioInlines *inlines)
{
  guint length = inlines != NULL ? trio_inlines_get_length (inlines) : 0;
  gboolean after_space = TRUE;

  for (guint i = 0; i < length; i++)
    {
      const TrioInline *item = trio_inlines_get (inlines, i);

      switch (item->kind)
        {
        case TRIO_INLINE_TEXT:
          append_spaced (writer->xml, item->text, &after_space);
          break;
        case TRIO_INLINE_STRONG:
          append_span (writer->xml, "Strong_20_Emphasis", item->text, &after_space);
          break;
        case TRIO_INLINE_EMPHASIS:
          append_span (writer->xml, "Emphasis", item->text, &after_space);
          break;
        case TRIO_INLINE_LINK:
          append_link (writer, item, &after_space);
          break;
        case TRIO_INLINE_LINE_BREAK:
          g_string_append (writer->xml, "<text:line-break/>");
          after_space = TRUE;
          break;
        case TRIO_INLINE_PAGE_NUMBER:
          g_string_append (writer->xml,
                           "<text:page-number text:select-page=\"current\">1</text:page-number>");
          after_space = FALSE;
          break;
        case TRIO_INLINE_PAGE_COUNT:
          g_string_append (writer->xml, "<text:page-count>1</text:page-count>");
          after_space = FALSE;
          break;
        }
    }
}

/* An edge at the left, and edges in the colour of the ground that give the text room above
 * and below. The section around a box fills what is left between its paragraphs. */
static void
append_box_properties (GString *xml)
{
  g_string_append (xml, " fo:background-color=\"#" TRIO_MARKUP_BOX_FILL "\""
                        " fo:border-left=\"3pt solid #" TRIO_MARKUP_BOX_EDGE "\""
                        " fo:border-right=\"none\""
                        " fo:border-top=\"0.5pt solid #" TRIO_MARKUP_BOX_FILL "\""
                        " fo:border-bottom=\"0.5pt solid #" TRIO_MARKUP_BOX_FILL "\""
                        " fo:padding-left=\"8pt\" fo:padding-right=\"0pt\""
                        " fo:padding-top=\"3pt\" fo:padding-bottom=\"3pt\""
                        " style:join-border=\"true\"");
}

/* The properties of a paragraph beyond its style, as attributes and elements. */
static char *
dup_properties (const OdtWriter *writer, const OdtPara *para)
{
  gboolean is_heading = g_str_has_prefix (para->style, "Heading");
  int before = para->space_before;
  GString *xml = g_string_new (NULL);

  /* At the top of a page a heading needs no space above; a table has none of its own below. */
  if (is_heading && para->page_break)
    before = 0;
  else if (!is_heading && writer->after_table && before < 0)
    before = TRIO_MARKUP_SPACE_BELOW_TABLE;

  if (before >= 0)
    odt_append_length (xml, "fo:margin-top", before);
  if (para->space_after >= 0)
    odt_append_length (xml, "fo:margin-bottom", para->space_after);
  if (para->keep_next)
    g_string_append (xml, " fo:keep-with-next=\"always\"");
  if (para->page_break)
    g_string_append (xml, " fo:break-before=\"page\"");
  if (writer->box_depth > 0)
    append_box_properties (xml);
  if (para->indent > 0)
    {
      odt_append_length (xml, "fo:margin-left", para->indent);
      odt_append_length (xml, "fo:text-indent", -(double)para->indent);
      g_string_append (xml, "><style:tab-stops><style:tab-stop style:position=\"0pt\"/>"
                            "</style:tab-stops></style:paragraph-properties>");
    }
  else if (xml->len > 0)
    g_string_append (xml, "/>");
  return g_string_free (xml, FALSE);
}

/* The name of the style of a paragraph, its own or an automatic one. */
static const char *
get_style (OdtWriter *writer, const OdtPara *para)
{
  const TrioMarkupStyle *style = trio_markup_find_style (para->style);
  g_autoptr (GString) key = g_string_new (" style:parent-style-name=\"");
  g_autofree char *properties = dup_properties (writer, para);
  gboolean needs_master = writer->needs_master;
  const char *known;

  odt_append_style_name (key, style->odf);
  if (needs_master)
    g_string_append (key, "\" style:master-page-name=\"" ODT_MASTER_FIRST);
  g_string_append (key, "\">");
  if (*properties != '\0')
    g_string_append_printf (key, "<style:paragraph-properties%s", properties);
  writer->needs_master = FALSE;

  known = g_hash_table_lookup (writer->styles, key->str);
  if (known != NULL)
    return known;
  if (*properties == '\0' && !needs_master)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      odt_append_style_name (name, style->odf);
      g_hash_table_insert (writer->styles, g_strdup (key->str), g_strdup (name->str));
    }
  else
    {
      g_hash_table_insert (writer->styles, g_strdup (key->str),
                           g_strdup_printf ("P%u", g_hash_table_size (writer->styles) + 1));
      known = g_hash_table_lookup (writer->styles, key->str);
      g_string_append_printf (writer->automatic,
                              "<style:style style:name=\"%s\" style:family=\"paragraph\"%s"
                              "</style:style>",
                              known, key->str);
    }
  return g_hash_table_lookup (writer->styles, key->str);
}

/* odt_para_start:
 * @writer: the package
 * @para: what the paragraph has beyond its text
 * @outline_level: the level of a heading, 0 for a paragraph
 *
 * Opens a paragraph or a heading.
 */
void
odt_para_start (OdtWriter *writer, const OdtPara *para, guint outline_level)
{
  const char *style = get_style (writer, para);

  if (outline_level > 0)
    g_string_append_printf (writer->xml,
                            "<text:h text:style-name=\"%s\" text:outline-level=\"%u\">", style,
                            outline_level);
  else
    g_string_append_printf (writer->xml, "<text:p text:style-name=\"%s\">", style);
  writer->after_table = FALSE;
}

/* Closes what odt_para_start() has opened. */
void
odt_para_end (OdtWriter *writer, guint outline_level)
{
  g_string_append (writer->xml, outline_level > 0 ? "</text:h>" : "</text:p>");
}

/* Appends a paragraph with text. */
void
odt_append_para (OdtWriter *writer, const OdtPara *para, const TrioInlines *inlines)
{
  odt_para_start (writer, para, 0);
  odt_append_inlines (writer, inlines);
  odt_para_end (writer, 0);
}

/* odt_append_picture:
 * @writer: the package
 * @bytes: a picture
 * @alt: (nullable): what it shows, or %NULL for decoration
 * @width_mm: its width; 0 for that of the text
 * @height_mm: its height; 0 keeps the proportions
 * @error: where to say that it is no picture
 *
 * Appends a picture that stands in the line. What it shows is its title and its description:
 * LibreOffice's accessibility check asks for the one, Word for the other.
 *
 * Returns: %FALSE with %TRIO_ERROR_INVALID when it is none
 */
gboolean
odt_append_picture (OdtWriter *writer,
                    GBytes *bytes,
                    const char *alt,
                    double width_mm,
                    double height_mm,
                    GError **error)
{
  const TrioMarkupPicture *picture
      = trio_markup_add_picture (writer->pictures, ODT_PICTURES, bytes, error);
  GString *xml = writer->xml;
  double width, height;

  if (picture == NULL)
    return FALSE;
  trio_markup_fit_picture (picture, width_mm, height_mm,
                           writer->page.text_width / TRIO_MARKUP_TWIPS_PER_MM, &width, &height);
  g_string_append_printf (xml,
                          "<draw:frame draw:style-name=\"Graphics\" draw:name=\"Picture %u\""
                          " text:anchor-type=\"as-char\"",
                          ++writer->n_frames);
  odt_append_length (xml, "svg:width", width * TRIO_MARKUP_TWIPS_PER_MM);
  odt_append_length (xml, "svg:height", height * TRIO_MARKUP_TWIPS_PER_MM);
  g_string_append_printf (xml,
                          "><draw:image xlink:href=\"%s\" xlink:type=\"simple\""
                          " xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"%s\"/>",
                          picture->name, picture->mime_type);
  trio_markup_element (xml, "svg:title", alt);
  trio_markup_element (xml, "svg:desc", alt);
  g_string_append (xml, "</draw:frame>");
  return TRUE;
}
