/* trio-writer-markdown-text.c: text, emphasis and links as Markdown. */
#include "document/writers/trio-writer-markdown-private.h"

#include <string.h>

#define ESCAPED       "\\`*_[]<#~|"
#define AT_LINE_START "-+=>"

/* A digit run of up to nine and a dot or bracket would open a numbered list. */
static gsize
number_marker_length (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && n <= 9 && (text[n] == '.' || text[n] == ')') ? n : 0;
}

/**
 * trio_markdown_escape:
 * @out: where to write
 * @text: clean text
 * @at_line_start: whether nothing stands before it on its line
 *
 * Writes text so that Markdown shows it as it is.
 */
void
trio_markdown_escape (GString *out, const char *text, gboolean at_line_start)
{
  const char *p = text;

  if (at_line_start)
    {
      gsize digits;

      p += strspn (p, " ");
      digits = number_marker_length (p);
      g_string_append_len (out, p, (gssize)digits);
      p += digits;
      if (*p != '\0' && (digits > 0 || strchr (AT_LINE_START, *p) != NULL))
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, *p++);
        }
    }
  while (*p != '\0')
    {
      gsize plain = strcspn (p, ESCAPED "&");

      g_string_append_len (out, p, (gssize)plain);
      p += plain;
      if (*p == '\0')
        break;
      /* “&amp;” is a character reference, “Q & A” is none. */
      if (*p != '&' || p[1] == '#' || g_ascii_isalnum (p[1]))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p++);
    }
}

static gboolean
ends_open (const GString *out)
{
  return out->len == 0 || strchr (" \n", out->str[out->len - 1]) != NULL;
}

/**
 * trio_markdown_marked:
 * @out: where to write
 * @text: clean text
 * @is_strong: whether it is strong rather than stressed
 * @follower: (nullable): the text that comes next, or %NULL at the end of a line
 *
 * Writes strong or stressed text. Asterisks only open beside a letter or after a space, and
 * close beside a letter or before a space; elsewhere the tags of HTML do.
 */
void
trio_markdown_marked (GString *out, const char *text, gboolean is_strong, const char *follower)
{
  g_autofree char *inner = g_strstrip (g_strdup (text));
  gsize leading = strspn (text, " ");
  gsize length = strlen (inner);
  const char *trailing = text + leading + length;
  const char *mark = is_strong ? "**" : "*";
  gboolean opens, closes;

  g_string_append_len (out, text, (gssize)leading);
  if (length == 0)
    return;

  opens = ends_open (out) || g_unichar_isalnum (g_utf8_get_char (inner));
  closes = follower == NULL || *follower == ' ' || *trailing == ' '
           || g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (inner + length)));
  if (opens && closes)
    g_string_append (out, mark);
  else
    g_string_append (out, is_strong ? "<strong>" : "<em>");
  trio_markdown_escape (out, inner, FALSE);
  if (opens && closes)
    g_string_append (out, mark);
  else
    g_string_append (out, is_strong ? "</strong>" : "</em>");
  g_string_append (out, trailing);
}

/**
 * trio_markdown_link:
 * @out: where to write
 * @item: a link
 *
 * Writes a link.
 */
void
trio_markdown_link (GString *out, const TrioInline *item)
{
  g_string_append_c (out, '[');
  trio_markdown_escape (out, item->text, FALSE);
  g_string_append (out, "](<");
  for (const char *p = item->url; *p != '\0'; p++)
    if (*p == '&')
      g_string_append (out, "&amp;");
    else
      g_string_append_c (out, *p);
  g_string_append (out, ">)");
}
