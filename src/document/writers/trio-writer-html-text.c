/* trio-writer-html-text.c: text, links and pictures as HTML. */
#include "document/writers/trio-writer-html-private.h"

#include <string.h>

/**
 * trio_html_escape:
 * @out: where to write
 * @text: clean text
 *
 * Writes text so that it may stand between tags and between double quotes.
 */
void
trio_html_escape (GString *out, const char *text)
{
  for (const char *p = text;; p++)
    {
      gsize plain = strcspn (p, "&<>\"");

      g_string_append_len (out, p, (gssize)plain);
      p += plain;
      if (*p == '\0')
        break;
      g_string_append (out, *p == '&'   ? "&amp;"
                            : *p == '<' ? "&lt;"
                            : *p == '>' ? "&gt;"
                                        : "&quot;");
    }
}

/**
 * trio_html_data_uri:
 * @out: where to write
 * @bytes: the bytes of a picture
 * @mime_type: its type
 *
 * Writes a picture as an address that holds it.
 */
void
trio_html_data_uri (GString *out, GBytes *bytes, const char *mime_type)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *encoded = g_base64_encode (data, size);

  g_string_append (out, "data:");
  trio_html_escape (out, mime_type);
  g_string_append (out, ";base64,");
  g_string_append (out, encoded);
}

/**
 * trio_html_tagged:
 * @out: where to write
 * @tag: the name of an element
 * @text: clean text
 *
 * Writes an element that holds text only.
 */
void
trio_html_tagged (GString *out, const char *tag, const char *text)
{
  g_string_append_printf (out, "<%s>", tag);
  trio_html_escape (out, text);
  g_string_append_printf (out, "</%s>", tag);
}

/**
 * trio_html_inlines:
 * @out: where to write
 * @inlines: (nullable): the text of a block
 *
 * Writes inlines; page numbers mean nothing in HTML and are left out.
 */
void
trio_html_inlines (GString *out, const TrioInlines *inlines)
{
  for (guint i = 0; i < trio_inlines_get_length (inlines); i++)
    {
      const TrioInline *item = trio_inlines_get (inlines, i);

      switch (item->kind)
        {
        case TRIO_INLINE_TEXT:
          trio_html_escape (out, item->text);
          break;
        case TRIO_INLINE_STRONG:
          trio_html_tagged (out, "strong", item->text);
          break;
        case TRIO_INLINE_EMPHASIS:
          trio_html_tagged (out, "em", item->text);
          break;
        case TRIO_INLINE_LINK:
          g_string_append (out, "<a href=\"");
          trio_html_escape (out, item->url);
          g_string_append (out, "\">");
          trio_html_escape (out, item->text);
          g_string_append (out, "</a>");
          break;
        case TRIO_INLINE_LINE_BREAK:
          g_string_append (out, "<br>");
          break;
        case TRIO_INLINE_PAGE_NUMBER:
        case TRIO_INLINE_PAGE_COUNT:
        default:
          break;
        }
    }
}
