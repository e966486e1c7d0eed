/* trio-layout-style.c: fonts, sizes and distances of a layout, as in the office formats. */
#include "document/layout/trio-layout-private.h"

#include "document/writers/trio-markup.h"

#define GREY 0x505050

/* What stands in for families that are not there, in the widths of Calibri and Arial. */
#define FALLBACK ",Carlito,Liberation Sans,DejaVu Sans"

/* The styles by their ids; sizes and distances stand there. */
static const char *const ids[LAYOUT_N_STYLES] = {
  [LAYOUT_TITLE] = "Title",          [LAYOUT_HEADING_1] = "Heading1",
  [LAYOUT_HEADING_2] = "Heading2",   [LAYOUT_HEADING_3] = "Heading3",
  [LAYOUT_HEADING_4] = "Heading4",   [LAYOUT_HEADING_5] = "Heading5",
  [LAYOUT_BODY] = "BodyText",        [LAYOUT_LEAD] = "LeadParagraph",
  [LAYOUT_QUOTE] = "Quote",          [LAYOUT_SMALL] = "SmallText",
  [LAYOUT_LABEL] = "LabelText",      [LAYOUT_FIELD] = "DocumentField",
  [LAYOUT_LIST] = "ListBullet",      [LAYOUT_CAPTION] = "Caption",
  [LAYOUT_TABLE_TEXT] = "TableText", [LAYOUT_TABLE_HEAD] = "TableHead",
  [LAYOUT_FIGURE] = "Figure",        [LAYOUT_HEADER] = "Header",
  [LAYOUT_FOOTER] = "Footer",        [LAYOUT_TOC_HEADING] = "TOCHeading",
  [LAYOUT_TOC_1] = "TOC1",           [LAYOUT_TOC_2] = "TOC2",
  [LAYOUT_TOC_3] = "TOC3",
};

/* Returns: everything about the look that a shaped paragraph depends on. */
char *
layout_dup_look_key (TrioDoc *doc)
{
  const TrioLook *look = trio_doc_get_look (doc);
  GString *key = g_string_new (trio_doc_get (doc, TRIO_DOC_LANG));

  for (guint i = 0; i < TRIO_DOC_N_FONTS; i++)
    g_string_append_printf (key, "|%s|%d|%s", look->fonts[i].family,
                            (int)(look->fonts[i].size_pt * PANGO_SCALE), look->fonts[i].colour);
  return g_string_free (key, FALSE);
}

static guint32
find_colour (const TrioLook *look, const TrioMarkupStyle *style, TrioDocFont font)
{
  const char *colour = trio_markup_get_colour (look, font);

  if (style->traits & TRIO_MARKUP_GREY_TEXT)
    return GREY;
  return colour != NULL ? (guint32)g_ascii_strtoull (colour, NULL, 16) : 0;
}

static char *
dup_families (const TrioFontSpec *spec)
{
  g_auto (GStrv) names = g_strsplit (spec->family != NULL ? spec->family : "Calibri", ",", -1);
  g_autofree char *list = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    g_strstrip (names[i]);
  list = g_strjoinv (",", names);
  return g_strconcat (list, FALLBACK, NULL);
}

static void
init_style (const TrioLook *look, const TrioMarkupStyle *markup, LayoutStyle *style)
{
  TrioDocFont font
      = markup->traits & TRIO_MARKUP_HEADING_FONT ? TRIO_DOC_FONT_HEADING : TRIO_DOC_FONT_BODY;
  g_autofree char *families = dup_families (&look->fonts[font]);
  guint half_points = trio_markup_get_style_size (look, markup);

  style->font = pango_font_description_new ();
  pango_font_description_set_family (style->font, families);
  pango_font_description_set_size (style->font, (int)half_points * PANGO_SCALE / 2);
  if (markup->traits & TRIO_MARKUP_BOLD)
    pango_font_description_set_weight (style->font, PANGO_WEIGHT_BOLD);
  if (markup->traits & TRIO_MARKUP_ITALIC)
    pango_font_description_set_style (style->font, PANGO_STYLE_ITALIC);
  style->colour = find_colour (look, markup, font);
  style->before = markup->before / LAYOUT_TWIPS;
  style->after = markup->after / LAYOUT_TWIPS;
  style->left = markup->left / LAYOUT_TWIPS;
  style->keep_next = (markup->traits & TRIO_MARKUP_KEEP_NEXT) != 0;
}

/* Fills the styles from the look of the document. */
void
layout_init_styles (TrioLayout *layout)
{
  const TrioLook *look = trio_doc_get_look (layout->doc);

  for (guint i = 0; i < LAYOUT_N_STYLES; i++)
    init_style (look, trio_markup_find_style (ids[i]), &layout->styles[i]);
}

void
layout_clear_styles (TrioLayout *layout)
{
  for (guint i = 0; i < LAYOUT_N_STYLES; i++)
    g_clear_pointer (&layout->styles[i].font, pango_font_description_free);
}
