/* trio-layout-style.c: fonts, sizes and distances of a layout, the same as those of the DOCX. */
#include "document/layout/trio-layout-private.h"

#include <string.h>

#define DEFAULT_BODY_SIZE    11.0
#define DEFAULT_HEADING_SIZE 14.0
#define LARGER_TITLE         4.0
#define SMALLEST_TYPE        8.0

#define GREY 0x505050

/* What stands in for families that are not there, in the widths of Calibri and Arial. */
#define FALLBACK ",Carlito,Liberation Sans,DejaVu Sans"

typedef enum
{
  PLAIN = 0,
  BOLD = 1 << 0,
  ITALIC = 1 << 1,
  HEADING_FONT = 1 << 2,
  KEEP_NEXT = 1 << 3,
  DIM = 1 << 4,
} Trait;

/* Sizes and distances in points; the size is a difference to the body, or for headings and
 * the title to a heading of level 1. */
static const struct
{
  guint traits;
  double size;
  double before;
  double after;
} table[LAYOUT_N_STYLES] = {
  [LAYOUT_TITLE] = { BOLD | HEADING_FONT | KEEP_NEXT, LARGER_TITLE, 0, 10 },
  [LAYOUT_HEADING_1] = { BOLD | HEADING_FONT | KEEP_NEXT, 0, 14, 4 },
  [LAYOUT_HEADING_2] = { BOLD | HEADING_FONT | KEEP_NEXT, -1.5, 11, 3 },
  [LAYOUT_HEADING_3] = { BOLD | HEADING_FONT | KEEP_NEXT, -3, 9, 2 },
  [LAYOUT_HEADING_4] = { ITALIC | HEADING_FONT | KEEP_NEXT, -3, 8, 2 },
  [LAYOUT_HEADING_5] = { BOLD | ITALIC | HEADING_FONT | KEEP_NEXT, -3, 8, 2 },
  [LAYOUT_BODY] = { PLAIN, 0, 0, 7 },
  [LAYOUT_LEAD] = { PLAIN, 1, 0, 9 },
  [LAYOUT_QUOTE] = { ITALIC, 0, 0, 7 },
  [LAYOUT_SMALL] = { PLAIN, -2, 0, 5 },
  [LAYOUT_LABEL] = { BOLD | KEEP_NEXT, 0, 3, 3 },
  [LAYOUT_FIELD] = { PLAIN, 0, 0, 14 },
  [LAYOUT_LIST] = { PLAIN, 0, 0, 7 },
  [LAYOUT_CAPTION] = { BOLD | DIM, -1.5, 5, 4 },
  [LAYOUT_TABLE_TEXT] = { PLAIN, -0.5, 2, 2 },
  [LAYOUT_TABLE_HEAD] = { BOLD | KEEP_NEXT, -0.5, 2, 2 },
  [LAYOUT_FIGURE] = { PLAIN, 0, 4, 4 },
  [LAYOUT_HEADER] = { DIM, -2, 0, 0 },
  [LAYOUT_FOOTER] = { DIM, -2, 0, 0 },
  [LAYOUT_TOC_HEADING] = { BOLD | KEEP_NEXT | HEADING_FONT, -0.5, 12, 5 },
  [LAYOUT_TOC_1] = { PLAIN, 0, 0, 3 },
  [LAYOUT_TOC_2] = { PLAIN, 0, 0, 3 },
  [LAYOUT_TOC_3] = { PLAIN, 0, 0, 3 },
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

/* Returns: the colour "#RRGGBB" as a number. */
guint32
layout_parse_colour (const char *colour, guint32 fallback)
{
  if (colour == NULL || *colour != '#' || strlen (colour) != 7)
    return fallback;
  return (guint32)g_ascii_strtoull (colour + 1, NULL, 16);
}

static double
style_size (const TrioLook *look, guint style)
{
  double body = look->fonts[TRIO_DOC_FONT_BODY].size_pt;
  double heading = look->fonts[TRIO_DOC_FONT_HEADING].size_pt;
  double size;

  if (body <= 0)
    body = DEFAULT_BODY_SIZE;
  if (heading <= 0)
    heading = DEFAULT_HEADING_SIZE;
  /* A heading is never smaller than the text below it. */
  if (table[style].traits & HEADING_FONT)
    size = MAX (heading + table[style].size, body);
  else
    size = body + table[style].size;
  return MAX (size, SMALLEST_TYPE);
}

static void
init_style (const TrioLook *look, guint i, LayoutStyle *style)
{
  guint traits = table[i].traits;
  const TrioFontSpec *spec
      = &look->fonts[traits & HEADING_FONT ? TRIO_DOC_FONT_HEADING : TRIO_DOC_FONT_BODY];
  const char *family = spec->family != NULL ? spec->family : "Calibri";
  g_auto (GStrv) names = g_strsplit (family, ",", -1);
  g_autofree char *list = NULL;
  g_autofree char *with_fallback = NULL;

  for (guint n = 0; names[n] != NULL; n++)
    g_strstrip (names[n]);
  list = g_strjoinv (",", names);
  with_fallback = g_strconcat (list, FALLBACK, NULL);

  style->font = pango_font_description_new ();
  pango_font_description_set_family (style->font, with_fallback);
  pango_font_description_set_size (style->font, (int)(style_size (look, i) * PANGO_SCALE + 0.5));
  if (traits & BOLD)
    pango_font_description_set_weight (style->font, PANGO_WEIGHT_BOLD);
  if (traits & ITALIC)
    pango_font_description_set_style (style->font, PANGO_STYLE_ITALIC);
  style->colour = traits & DIM ? GREY
                               : layout_parse_colour (spec->colour,
                                                      traits & HEADING_FONT ? 0x1F3A5F : 0x000000);
  style->before = table[i].before;
  style->after = table[i].after;
  style->keep_next = (traits & KEEP_NEXT) != 0;
}

/* Fills the styles from the look of the document. */
void
layout_init_styles (TrioLayout *layout)
{
  const TrioLook *look = trio_doc_get_look (layout->doc);

  for (guint i = 0; i < LAYOUT_N_STYLES; i++)
    init_style (look, i, &layout->styles[i]);
}

void
layout_clear_styles (TrioLayout *layout)
{
  for (guint i = 0; i < LAYOUT_N_STYLES; i++)
    g_clear_pointer (&layout->styles[i].font, pango_font_description_free);
}
