/* trio-inline.h: a run of text inside a block of a document, without any format.
 *
 * Text is cleaned on the way in (trio_text_clean()), so that a writer may pass it on after
 * its own escaping. A line feed in added text becomes a line break of its own; therefore
 * the text of an inline never holds a control character.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrioInlineKind:
 * @TRIO_INLINE_TEXT: plain text
 * @TRIO_INLINE_STRONG: text of strong importance
 * @TRIO_INLINE_EMPHASIS: stressed text
 * @TRIO_INLINE_LINK: text that leads to an address
 * @TRIO_INLINE_LINE_BREAK: a new line within the block; has no text
 * @TRIO_INLINE_PAGE_NUMBER: the number of the page; only in page headers and footers
 * @TRIO_INLINE_PAGE_COUNT: the number of pages; only in page headers and footers
 */
typedef enum
{
  TRIO_INLINE_TEXT,
  TRIO_INLINE_STRONG,
  TRIO_INLINE_EMPHASIS,
  TRIO_INLINE_LINK,
  TRIO_INLINE_LINE_BREAK,
  TRIO_INLINE_PAGE_NUMBER,
  TRIO_INLINE_PAGE_COUNT,
} TrioInlineKind;

/**
 * TrioInline:
 * @kind: what it is
 * @text: the text; %NULL for line breaks, page numbers and page counts
 * @url: the address of a link, otherwise %NULL
 *
 * One inline; read only outside trio-inline.c.
 */
typedef struct
{
  TrioInlineKind kind;
  char *text;
  char *url;
} TrioInline;

/**
 * TrioInlines:
 *
 * The sequence of inlines that fills a block.
 */
typedef struct _TrioInlines TrioInlines;

TrioInlines *trio_inlines_new (void);
TrioInlines *trio_inlines_new_text (const char *text);
TrioInlines *trio_inlines_copy (const TrioInlines *inlines);
void trio_inlines_free (TrioInlines *inlines);

void trio_inlines_add_text (TrioInlines *inlines, const char *text);
void trio_inlines_add_strong (TrioInlines *inlines, const char *text);
void trio_inlines_add_emphasis (TrioInlines *inlines, const char *text);
void trio_inlines_add_link (TrioInlines *inlines, const char *text, const char *url);
void trio_inlines_add_line_break (TrioInlines *inlines);
void trio_inlines_add_page_number (TrioInlines *inlines);
void trio_inlines_add_page_count (TrioInlines *inlines);

guint trio_inlines_get_length (const TrioInlines *inlines);
const TrioInline *trio_inlines_get (const TrioInlines *inlines, guint index);
gboolean trio_inlines_is_empty (const TrioInlines *inlines);
char *trio_inlines_dup_text (const TrioInlines *inlines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioInlines, trio_inlines_free)

G_END_DECLS
