/* trio-help-page.h: one page of the help, read from its source. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrioHelpBlockKind:
 * @TRIO_HELP_HEADING: heading of a part of the page
 * @TRIO_HELP_PARAGRAPH: running text
 * @TRIO_HELP_ITEM: item of a list
 * @TRIO_HELP_STEP: numbered step
 * @TRIO_HELP_NOTE: something to mind
 * @TRIO_HELP_TERM: a key or a word that the next blocks explain
 * @TRIO_HELP_PICTURE: a picture
 *
 * What a block of a page is.
 */
typedef enum
{
  TRIO_HELP_HEADING,
  TRIO_HELP_PARAGRAPH,
  TRIO_HELP_ITEM,
  TRIO_HELP_STEP,
  TRIO_HELP_NOTE,
  TRIO_HELP_TERM,
  TRIO_HELP_PICTURE,
} TrioHelpBlockKind;

/**
 * TrioHelpBlock:
 * @kind: what it is
 * @number: number of a step, from 1
 * @depth: how many lists it stands in
 * @markup: its words in pango's markup; of a picture what it shows, as plain text
 * @source: (nullable): file of a picture, from the folder of the page
 *
 * A block of a page.
 */
typedef struct
{
  TrioHelpBlockKind kind;
  guint number;
  guint depth;
  char *markup;
  char *source;
} TrioHelpBlock;

/**
 * TrioHelpPage:
 * @id: name of the page, without ending
 * @title: its title, plain text
 * @blocks: (element-type TrioHelpBlock): what stands on it
 * @links: (element-type utf8): the pages it links to, in order
 * @words: title and words, folded for searching
 *
 * A page. Free with trio_help_page_free().
 */
typedef struct
{
  char *id;
  char *title;
  GPtrArray *blocks;
  GPtrArray *links;
  char *words;
} TrioHelpPage;

TrioHelpPage *trio_help_page_read (const char *id, GBytes *source, GError **error);
gboolean trio_help_page_matches (const TrioHelpPage *self, const char *query);
void trio_help_page_free (TrioHelpPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioHelpPage, trio_help_page_free)

G_END_DECLS
