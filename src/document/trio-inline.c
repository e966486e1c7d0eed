/* trio-inline.c: runs of text, cleaned once on their way into the document tree. */
#include "document/trio-inline.h"

#include <string.h>

#include "base/trio-text.h"

struct _TrioInlines
{
  GArray *items; /* TrioInline */
};

static void
clear_inline (gpointer data)
{
  TrioInline *item = data;

  g_free (item->text);
  g_free (item->url);
}

static void
add (TrioInlines *inlines, TrioInlineKind kind, char *text, char *url)
{
  TrioInline item = { kind, text, url };

  g_array_append_val (inlines->items, item);
}

/* Text that follows text joins it, so that a writer escapes across the seam as well. */
static void
add_run (TrioInlines *inlines, TrioInlineKind kind, const char *text, gsize length, const char *url)
{
  guint n = inlines->items->len;
  TrioInline *last = n > 0 ? &g_array_index (inlines->items, TrioInline, n - 1) : NULL;

  if (length == 0)
    return;
  if (last != NULL && kind == TRIO_INLINE_TEXT && last->kind == TRIO_INLINE_TEXT)
    {
      gsize old = strlen (last->text);

      last->text = g_realloc (last->text, old + length + 1);
      memcpy (last->text + old, text, length);
      last->text[old + length] = '\0';
      return;
    }
  add (inlines, kind, g_strndup (text, length), g_strdup (url));
}

static void
add_lines (TrioInlines *inlines, TrioInlineKind kind, const char *text, const char *url)
{
  g_autofree char *clean = trio_text_clean (text, -1, TRIO_TEXT_NO_SOFT_HYPHENS);
  const char *line = clean;

  for (;;)
    {
      const char *end = line + strcspn (line, "\n");

      add_run (inlines, kind, line, (gsize)(end - line), url);
      if (*end == '\0')
        break;
      trio_inlines_add_line_break (inlines);
      line = end + 1;
    }
}

/**
 * trio_inlines_new:
 *
 * Returns: (transfer full): no inlines
 */
TrioInlines *
trio_inlines_new (void)
{
  TrioInlines *inlines = g_new0 (TrioInlines, 1);

  inlines->items = g_array_sized_new (FALSE, FALSE, sizeof (TrioInline), 1);
  g_array_set_clear_func (inlines->items, clear_inline);
  return inlines;
}

/**
 * trio_inlines_new_text:
 * @text: (nullable): plain text; line feeds become line breaks
 *
 * Returns: (transfer full): inlines with that text
 */
TrioInlines *
trio_inlines_new_text (const char *text)
{
  TrioInlines *inlines = trio_inlines_new ();

  trio_inlines_add_text (inlines, text);
  return inlines;
}

/**
 * trio_inlines_copy:
 * @inlines: inlines
 *
 * Returns: (transfer full): a copy
 */
TrioInlines *
trio_inlines_copy (const TrioInlines *inlines)
{
  TrioInlines *copy;

  g_return_val_if_fail (inlines != NULL, NULL);

  copy = trio_inlines_new ();
  for (guint i = 0; i < inlines->items->len; i++)
    {
      const TrioInline *item = &g_array_index (inlines->items, TrioInline, i);

      add (copy, item->kind, g_strdup (item->text), g_strdup (item->url));
    }
  return copy;
}

/**
 * trio_inlines_free:
 * @inlines: (nullable): inlines
 */
void
trio_inlines_free (TrioInlines *inlines)
{
  if (inlines == NULL)
    return;
  g_array_unref (inlines->items);
  g_free (inlines);
}

/**
 * trio_inlines_add_text:
 * @inlines: inlines
 * @text: (nullable): plain text; line feeds become line breaks
 *
 * Adds text at the end, cleaned by trio_text_clean() and without soft hyphens.
 */
void
trio_inlines_add_text (TrioInlines *inlines, const char *text)
{
  g_return_if_fail (inlines != NULL);

  add_lines (inlines, TRIO_INLINE_TEXT, text, NULL);
}

/**
 * trio_inlines_add_strong:
 * @inlines: inlines
 * @text: (nullable): text of strong importance
 *
 * Adds strong text at the end.
 */
void
trio_inlines_add_strong (TrioInlines *inlines, const char *text)
{
  g_return_if_fail (inlines != NULL);

  add_lines (inlines, TRIO_INLINE_STRONG, text, NULL);
}

/**
 * trio_inlines_add_emphasis:
 * @inlines: inlines
 * @text: (nullable): stressed text
 *
 * Adds stressed text at the end.
 */
void
trio_inlines_add_emphasis (TrioInlines *inlines, const char *text)
{
  g_return_if_fail (inlines != NULL);

  add_lines (inlines, TRIO_INLINE_EMPHASIS, text, NULL);
}

/* A document goes to people who trust its sender: no address that could run something. */
static gboolean
is_safe_url (const char *url)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:", "#" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0)
      return strpbrk (url, " \"<>\\^`{|}") == NULL;
  return FALSE;
}

/**
 * trio_inlines_add_link:
 * @inlines: inlines
 * @text: (nullable): the words of the link; the address itself if empty
 * @url: an address that starts with https:, http:, mailto:, tel: or “#” and an anchor
 *
 * Adds a link at the end. With any other address only the words are added.
 */
void
trio_inlines_add_link (TrioInlines *inlines, const char *text, const char *url)
{
  g_autofree char *clean = NULL;

  g_return_if_fail (inlines != NULL && url != NULL);

  clean = trio_text_clean (url, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
  if (text == NULL || *text == '\0')
    text = clean;
  if (is_safe_url (clean))
    add_lines (inlines, TRIO_INLINE_LINK, text, clean);
  else
    trio_inlines_add_text (inlines, text);
}

/**
 * trio_inlines_add_line_break:
 * @inlines: inlines
 *
 * Adds the start of a new line within the block.
 */
void
trio_inlines_add_line_break (TrioInlines *inlines)
{
  g_return_if_fail (inlines != NULL);

  add (inlines, TRIO_INLINE_LINE_BREAK, NULL, NULL);
}

/**
 * trio_inlines_add_page_number:
 * @inlines: inlines of a page header or footer
 *
 * Adds the number of the page.
 */
void
trio_inlines_add_page_number (TrioInlines *inlines)
{
  g_return_if_fail (inlines != NULL);

  add (inlines, TRIO_INLINE_PAGE_NUMBER, NULL, NULL);
}

/**
 * trio_inlines_add_page_count:
 * @inlines: inlines of a page header or footer
 *
 * Adds the number of pages.
 */
void
trio_inlines_add_page_count (TrioInlines *inlines)
{
  g_return_if_fail (inlines != NULL);

  add (inlines, TRIO_INLINE_PAGE_COUNT, NULL, NULL);
}

/**
 * trio_inlines_get_length:
 * @inlines: (nullable): inlines
 *
 * Returns: the number of inlines; 0 for %NULL
 */
guint
trio_inlines_get_length (const TrioInlines *inlines)
{
  return inlines != NULL ? inlines->items->len : 0;
}

/**
 * trio_inlines_get:
 * @inlines: inlines
 * @index: a number below trio_inlines_get_length()
 *
 * Returns: (transfer none): the inline
 */
const TrioInline *
trio_inlines_get (const TrioInlines *inlines, guint index)
{
  g_return_val_if_fail (inlines != NULL && index < inlines->items->len, NULL);

  return &g_array_index (inlines->items, TrioInline, index);
}

/**
 * trio_inlines_is_empty:
 * @inlines: (nullable): inlines
 *
 * Returns: whether nothing but spaces and line breaks would be printed
 */
gboolean
trio_inlines_is_empty (const TrioInlines *inlines)
{
  for (guint i = 0; i < trio_inlines_get_length (inlines); i++)
    {
      const TrioInline *item = trio_inlines_get (inlines, i);

      if (item->kind == TRIO_INLINE_PAGE_NUMBER || item->kind == TRIO_INLINE_PAGE_COUNT)
        return FALSE;
      if (item->text != NULL && item->text[strspn (item->text, " ")] != '\0')
        return FALSE;
    }
  return TRUE;
}

/**
 * trio_inlines_dup_text:
 * @inlines: (nullable): inlines
 *
 * Returns: (transfer full): the text alone, with a line feed for each line break; page
 *   numbers and counts give nothing
 */
char *
trio_inlines_dup_text (const TrioInlines *inlines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trio_inlines_get_length (inlines); i++)
    {
      const TrioInline *item = trio_inlines_get (inlines, i);

      if (item->kind == TRIO_INLINE_LINE_BREAK)
        g_string_append_c (text, '\n');
      else if (item->text != NULL)
        g_string_append (text, item->text);
    }
  return g_string_free (text, FALSE);
}
