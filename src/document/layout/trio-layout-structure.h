/* trio-layout-structure.h: what a layout knows about the meaning of what it draws.
 *
 * The nodes are the logical structure of the document in reading order, as a tagged PDF
 * wants it. While a page is drawn, a #TrioLayoutSink hears which node the drawing belongs to.
 */
#pragma once

#include "document/layout/trio-layout.h"

G_BEGIN_DECLS

/**
 * TrioNodeKind:
 * @TRIO_NODE_DOCUMENT: the whole document
 * @TRIO_NODE_SECT: a section
 * @TRIO_NODE_H1: a heading of level 1
 * @TRIO_NODE_H2: a heading of level 2
 * @TRIO_NODE_H3: a heading of level 3
 * @TRIO_NODE_H4: a heading of level 4
 * @TRIO_NODE_H5: a heading of level 5
 * @TRIO_NODE_H6: a heading of level 6
 * @TRIO_NODE_P: a paragraph
 * @TRIO_NODE_BLOCK_QUOTE: a quotation
 * @TRIO_NODE_L: a list
 * @TRIO_NODE_LI: an item of a list
 * @TRIO_NODE_LBL: the bullet or number of an item
 * @TRIO_NODE_LBODY: the words of an item
 * @TRIO_NODE_TABLE: a table
 * @TRIO_NODE_CAPTION: the caption of a table or figure
 * @TRIO_NODE_THEAD: the head rows of a table
 * @TRIO_NODE_TBODY: the other rows of a table
 * @TRIO_NODE_TR: a row
 * @TRIO_NODE_TH: a head cell
 * @TRIO_NODE_TD: a cell
 * @TRIO_NODE_FIGURE: a picture
 * @TRIO_NODE_LINK: a link
 * @TRIO_NODE_SPAN: a part of a text
 * @TRIO_NODE_TOC: a table of contents
 * @TRIO_NODE_TOCI: an entry of a table of contents
 *
 * The kinds of structure elements; the names are those of ISO 32000-1, 14.8.4.
 */
typedef enum
{
  TRIO_NODE_DOCUMENT,
  TRIO_NODE_SECT,
  TRIO_NODE_H1,
  TRIO_NODE_H2,
  TRIO_NODE_H3,
  TRIO_NODE_H4,
  TRIO_NODE_H5,
  TRIO_NODE_H6,
  TRIO_NODE_P,
  TRIO_NODE_BLOCK_QUOTE,
  TRIO_NODE_L,
  TRIO_NODE_LI,
  TRIO_NODE_LBL,
  TRIO_NODE_LBODY,
  TRIO_NODE_TABLE,
  TRIO_NODE_CAPTION,
  TRIO_NODE_THEAD,
  TRIO_NODE_TBODY,
  TRIO_NODE_TR,
  TRIO_NODE_TH,
  TRIO_NODE_TD,
  TRIO_NODE_FIGURE,
  TRIO_NODE_LINK,
  TRIO_NODE_SPAN,
  TRIO_NODE_TOC,
  TRIO_NODE_TOCI,
} TrioNodeKind;

#define TRIO_N_NODE_KINDS (TRIO_NODE_TOCI + 1)

/* Not a node: page furniture, lines and grounds. */
#define TRIO_NODE_ARTIFACT G_MAXUINT

/**
 * TrioNode:
 * @kind: what it is
 * @parent: the node around it; the first node is the document and its own parent
 * @text: the words of a picture, a link, or text that no font can show; else %NULL
 * @url: where a link leads: an address, or "#" and an anchor; else %NULL
 * @list_kind: the kind of a list
 * @is_row_head: whether a table head belongs to its row, not its column
 * @needs_words: whether what is drawn does not tell its text, so that @text must
 *
 * A structure element. A node stands behind its parent and behind what is read before it.
 */
typedef struct
{
  TrioNodeKind kind;
  guint parent;
  const char *text;
  const char *url;
  TrioListKind list_kind;
  gboolean is_row_head;
  gboolean needs_words;
} TrioNode;

/**
 * TrioLayoutOutline:
 * @level: the level of the heading, from 1
 * @text: its text in one line
 * @place: where it stands
 *
 * An entry of the outline.
 */
typedef struct
{
  guint level;
  const char *text;
  TrioLayoutPlace place;
} TrioLayoutOutline;

/**
 * TrioLayoutSink:
 * @begin: called before what belongs to a node is drawn
 * @end: called after it
 * @user_data: for both
 *
 * Who hears what is being drawn. What is drawn outside of begin and end is an artifact; all
 * artifacts of a page come first. A node may come again on the next page.
 */
typedef struct
{
  void (*begin) (guint node, const TrioLayoutPlace *place, gpointer user_data);
  void (*end) (gpointer user_data);
  gpointer user_data;
} TrioLayoutSink;

const GArray *trio_layout_get_nodes (const TrioLayout *layout);
const GArray *trio_layout_get_outline (const TrioLayout *layout);
void trio_layout_draw_page_to (const TrioLayout *layout,
                               guint page,
                               cairo_t *cr,
                               const TrioLayoutSink *sink);

G_END_DECLS
