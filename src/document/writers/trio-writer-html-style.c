/* trio-writer-html-style.c: the style sheet inside an HTML document.
 *
 * Long Danish compounds must break at 320 pixels; the colours of a letterhead must be
 * readable on white (WCAG 2.1, 1.4.3: at least 4.5:1), so they are darkened until they are.
 */
#include "document/writers/trio-writer-html-private.h"

#include <math.h>
#include <string.h>

#define MIN_CONTRAST 4.5
#define DARKER       0.94

static const char fixed_rules[]
    = "*{box-sizing:border-box}\n"
      "html{color-scheme:light;background:#fff}\n"
      "main,header,footer{max-width:46rem;margin:0 auto;padding:0 1rem}\n"
      "h1,h2,h3,h4,h5,h6,p,li,dt,dd,th,td,caption,figcaption{overflow-wrap:anywhere;"
      "unicode-bidi:plaintext;text-align:start}\n"
      "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.5em 0 .5em;break-after:avoid}\n"
      "h1{font-size:1.6em}h2{font-size:1.3em}h3{font-size:1.1em}h4,h5,h6{font-size:1em}\n"
      "p,ul,ol,dl,table,figure,blockquote{margin:0 0 .75em}\n"
      "ul{padding-inline-start:1.6em}ol{padding-inline-start:2.2em}li>ul,li>ol{margin:0}"
      "li{margin:.15em 0}.loose>li{margin:.6em 0}\n"
      ".paren{list-style-type:paren}.letter{list-style-type:letter}\n"
      "@counter-style paren{system:extends decimal;suffix:') '}\n"
      "@counter-style letter{system:symbolic;symbols:a b c d e f g h i j k l m n o p q r s t u v w "
      "x y z;"
      "suffix:') '}\n"
      ".lead{font-size:1.1em}.small{font-size:.85em}.label{font-weight:bold;break-after:avoid}\n"
      ".box{border:1px solid #767676;padding:0 1em;margin:1em 0}\n"
      "blockquote{border-inline-start:.25em solid #767676;padding-inline-start:1em}\n"
      "dl div{display:flex;flex-wrap:wrap;gap:0 .5em}dt{font-weight:bold}dd{margin:0}\n"
      ".table div{display:grid;grid-template-columns:minmax(6em,1fr) 3fr}\n"
      "table{border-collapse:collapse;width:100%}caption{font-weight:bold}\n"
      "th,td{border:1px solid #767676;padding:.25em .5em;vertical-align:top}\n"
      "img{max-width:100%;height:auto}.right{text-align:end}\n"
      "a{color:#0645ad}\n"
      "@media print{main,header,footer{max-width:none;padding:0}"
      ".new-page{break-before:page}p,li{orphans:2;widows:2}.box,figure,tr{break-inside:avoid}"
      "a{color:inherit}}\n";

static double
get_linear (guint value)
{
  double v = value / 255.0;

  return v <= 0.03928 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

/* The contrast with white as WCAG 2.1 defines it. */
static double
get_contrast (guint red, guint green, guint blue)
{
  double luminance
      = 0.2126 * get_linear (red) + 0.7152 * get_linear (green) + 0.0722 * get_linear (blue);

  return 1.05 / (luminance + 0.05);
}

/**
 * trio_html_readable_colour:
 * @colour: "#RRGGBB"
 *
 * Returns: (transfer full): the same colour, or a darker one that can be read on white
 */
char *
trio_html_readable_colour (const char *colour)
{
  guint64 value = g_ascii_strtoull (colour + 1, NULL, 16);
  guint red = (guint)(value >> 16) & 0xFF;
  guint green = (guint)(value >> 8) & 0xFF;
  guint blue = (guint)value & 0xFF;

  while (get_contrast (red, green, blue) < MIN_CONTRAST)
    {
      red = (guint)(red * DARKER);
      green = (guint)(green * DARKER);
      blue = (guint)(blue * DARKER);
    }
  return g_strdup_printf ("#%02x%02x%02x", red, green, blue);
}

/* Families as CSS: quoted, but for the generic one at the end. */
static void
write_family (GString *out, const char *families)
{
  static const char *const generic[] = { "serif", "sans-serif", "monospace", NULL };
  g_auto (GStrv) names = g_strsplit (families, ",", -1);
  gboolean has_generic = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *name
          = g_strstrip (g_strcanon (names[i], G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS " -", ' '));

      if (*name == '\0')
        continue;
      has_generic = g_strv_contains (generic, name);
      g_string_append_printf (out, has_generic ? "%s," : "\"%s\",", name);
    }
  g_string_append (out, has_generic ? "" : "sans-serif,");
  g_string_truncate (out, out->len - 1);
}

static void
write_number (GString *out, double value, const char *unit)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.2f", value));
  g_string_append (out, unit);
}

static void
write_font (GString *out, const char *selector, const TrioFontSpec *font)
{
  g_autofree char *colour = trio_html_readable_colour (font->colour);

  g_string_append_printf (out, "%s{color:%s;font-family:", selector, colour);
  write_family (out, font->family);
  g_string_append (out, "}\n");
}

/* A string of CSS; the character of a bullet comes from a template. */
static void
write_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_printf (out, "\\%x ", g_utf8_get_char (p));
  g_string_append (out, "\\20 \"");
}

/**
 * trio_html_style:
 * @out: where to write
 * @doc: a document
 *
 * Writes the style sheet for the look of the document.
 */
void
trio_html_style (GString *out, const TrioDoc *doc)
{
  const TrioLook *look = trio_doc_get_look (doc);

  g_string_append (out, fixed_rules);
  g_string_append_printf (out, "body{margin:1.5rem 0;line-height:1.5;hyphens:%s}\n",
                          look->hyphenate ? "auto" : "manual");
  write_font (out, "body", &look->fonts[TRIO_DOC_FONT_BODY]);
  write_font (out, "h1,h2,h3,h4,h5,h6", &look->fonts[TRIO_DOC_FONT_HEADING]);
  g_string_append (out, "ul{list-style-type:");
  write_string (out, look->bullet);
  g_string_append (out, "}ul ul{list-style-type:circle}\n@page{size:A4");
  g_string_append (out, look->landscape ? " landscape" : "");
  g_string_append (out, ";margin:");
  for (guint i = 0; i < G_N_ELEMENTS (look->margins_mm); i++)
    write_number (out, look->margins_mm[i], i + 1 < G_N_ELEMENTS (look->margins_mm) ? "mm " : "mm");
  g_string_append (out, "}\n@media print{html{font-size:");
  write_number (out, look->fonts[TRIO_DOC_FONT_BODY].size_pt, "pt}}\n");
}
