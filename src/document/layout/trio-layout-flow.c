/* trio-layout-flow.c: puts shaped paragraphs into rows, and rows into the structure. */
#include "document/layout/trio-layout-private.h"

#include "document/writers/trio-markup.h"

/* Keeps a text as long as the layout. */
const char *
layout_keep (LayoutFlow *flow, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (flow->layout->strings, text) : NULL;
}

/* Names the rows that follow. The same input may be printed twice; the first one is found. */
void
layout_set_anchor (LayoutFlow *flow, const char *anchor)
{
  flow->anchor = layout_keep (flow, anchor);
  if (!g_hash_table_contains (flow->layout->anchors, flow->anchor))
    g_hash_table_insert (flow->layout->anchors, (gpointer)flow->anchor,
                         GUINT_TO_POINTER (flow->layout->rows->len + 1));
}

TrioNode *
layout_get_node (LayoutFlow *flow, guint node)
{
  return &g_array_index (flow->layout->nodes, TrioNode, node);
}

guint
layout_add_node (LayoutFlow *flow, TrioNodeKind kind, guint parent)
{
  TrioNode node = { .kind = kind, .parent = parent };

  g_array_append_val (flow->layout->nodes, node);
  return flow->layout->nodes->len - 1;
}

/* Returns: where a link really leads, or NULL: to a heading, or to an address that is one. */
static const char *
find_target (LayoutFlow *flow, const char *url)
{
  g_autofree char *target = NULL;

  if (url == NULL)
    return NULL;
  if (*url == '#')
    return layout_keep (flow, url);
  target = trio_markup_dup_link (url);
  return layout_keep (flow, target);
}

/* layout_add_text_node:
 * @flow: the flow
 * @kind: what the paragraph is
 * @parent: the node around it
 * @text: the shaped paragraph
 * @inlines: (nullable): what it was made of, for its links
 *
 * Adds the node of a paragraph. One that holds links, or letters that no font has, gets a
 * node for each of its parts behind its own.
 *
 * Returns: the node
 */
guint
layout_add_text_node (
    LayoutFlow *flow, TrioNodeKind kind, guint parent, LayoutText *text, const TrioInlines *inlines)
{
  guint node = layout_add_node (flow, kind, parent);
  const LayoutSegment *segments = (const LayoutSegment *)(void *)text->segments->data;

  if (text->segments->len == 0
      || (text->segments->len == 1 && segments[0].link == 0 && !segments[0].is_unknown))
    return node;

  for (guint i = 0; i < text->segments->len; i++)
    {
      const LayoutSegment *segment = &segments[i];
      guint part = layout_add_node (flow, TRIO_NODE_SPAN, node);
      const char *url = NULL;

      if (segment->link > 0 && inlines != NULL)
        url = find_target (flow, trio_inlines_get (inlines, segment->link - 1)->url);
      if (url != NULL)
        {
          layout_get_node (flow, part)->kind = TRIO_NODE_LINK;
          layout_get_node (flow, part)->url = url;
        }
      if (segment->is_unknown || url != NULL)
        {
          g_autofree char *words
              = g_strndup (text->text + segment->start, segment->end - segment->start);

          layout_get_node (flow, part)->text = layout_keep (flow, words);
          layout_get_node (flow, part)->needs_words = segment->is_unknown;
        }
    }
  return node;
}

/* Adds a row below the last one; what is added to it afterwards belongs to it. */
LayoutRow *
layout_add_row (LayoutFlow *flow, double height)
{
  LayoutRow row = {
    .height = height,
    .first_item = flow->layout->items->len,
    .box = flow->box,
    .header = G_MAXUINT,
    .starts_page = flow->starts_page && flow->layout->rows->len > 0,
    .anchor = flow->anchor,
  };

  flow->starts_page = FALSE;
  g_array_append_val (flow->layout->rows, row);
  return layout_last_row (flow);
}

LayoutRow *
layout_last_row (LayoutFlow *flow)
{
  GArray *rows = flow->layout->rows;

  return rows->len > 0 ? &g_array_index (rows, LayoutRow, rows->len - 1) : NULL;
}

/* Adds an item to the last row. */
LayoutItem *
layout_add_item (LayoutFlow *flow, LayoutItemKind kind, double x, double y)
{
  LayoutItem item = { .kind = kind, .x = x, .y = y, .node = TRIO_NODE_ARTIFACT };

  g_array_append_val (flow->layout->items, item);
  layout_last_row (flow)->n_items++;
  return &g_array_index (flow->layout->items, LayoutItem, flow->layout->items->len - 1);
}

/* Adds one line of a paragraph to the last row. */
void
layout_add_line (LayoutFlow *flow, LayoutText *text, guint line, double x, double y, guint node)
{
  LayoutItem *item = layout_add_item (flow, LAYOUT_ITEM_LINE, x, y);
  const GArray *nodes = flow->layout->nodes;
  const LayoutLine *shape = &g_array_index (text->lines, LayoutLine, line);

  item->text = text;
  item->line = line;
  item->width = text->width;
  item->height = shape->height;
  item->node = node;
  item->has_segments = node != TRIO_NODE_ARTIFACT && node + 1 < nodes->len
                       && text->segments->len > 0
                       && g_array_index (nodes, TrioNode, node + 1).parent == node;
}

/* layout_add_lines:
 * @flow: the flow
 * @text: a shaped paragraph
 * @x: its left edge
 * @node: its node
 * @before: the space above
 * @after: the space below
 * @keep_next: whether it stays on the page of what follows
 *
 * Adds a row for each line. The first two lines stay together, and so do the last two.
 */
void
layout_add_lines (LayoutFlow *flow,
                  LayoutText *text,
                  double x,
                  guint node,
                  double before,
                  double after,
                  gboolean keep_next)
{
  guint n = text->lines->len;

  for (guint i = 0; i < n; i++)
    {
      const LayoutLine *line = &g_array_index (text->lines, LayoutLine, i);
      LayoutRow *row = layout_add_row (flow, line->height);

      row->before = i == 0 ? before : 0;
      row->after = i + 1 == n ? after : 0;
      if (i + 1 == n)
        row->keep_next = keep_next;
      else
        row->keep_next = i == 0 || i + 2 == n;
      layout_add_line (flow, text, i, x, 0, node);
    }
}
