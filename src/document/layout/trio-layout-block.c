/* trio-layout-block.c: the blocks of the tree as rows, one function for each kind. */
#include "document/layout/trio-layout-private.h"

#include "document/writers/trio-markup.h"

#define BOX_LEFT  12.0
#define BOX_RIGHT 8.0

/* Outside of the ground of a box. */
#define BOX_MARGIN 8.0

/* Room for the number of a page. */
#define TOC_NUMBER 30.0

/* A picture leaves room for its caption. */
#define MAX_IMAGE_HEIGHT (200.0 * LAYOUT_PT_PER_MM)

#define MAX_HEADING_TAG 6

static void
remember_place (LayoutFlow *flow, const TrioBlock *block)
{
  g_autofree char *entry = trio_markup_dup_entry (block);
  /* Until the rows are on pages, the place holds the row. */
  TrioLayoutOutline outline = {
    .level = trio_block_get_level (block),
    .place = { .page = flow->layout->rows->len },
  };

  outline.text = layout_keep (flow, g_strdelimit (entry, "\n", ' '));
  g_array_append_val (flow->layout->outline, outline);
}

/* No level may be left out, whatever the tree does. */
static TrioNodeKind
tag_heading (LayoutFlow *flow, guint level)
{
  guint tag = MIN (level + flow->heading_offset, MAX_HEADING_TAG);

  tag = MIN (tag, flow->last_level + 1);
  flow->last_level = tag;
  return TRIO_NODE_H1 + tag - 1;
}

static void
flow_heading (LayoutFlow *flow, const TrioBlock *block)
{
  const TrioInlines *inlines = trio_block_get_inlines (block);
  guint level = trio_block_get_level (block);
  LayoutStyleId id = LAYOUT_HEADING_1 + CLAMP (level, 1, 5) - 1;
  const LayoutStyle *style = &flow->layout->styles[id];
  g_autofree char *label = trio_block_dup_label (block);
  g_autofree char *prefix = label != NULL ? g_strconcat (label, " ", NULL) : NULL;
  LayoutPara para = { .style = id, .width = flow->width, .prefix = prefix, .inlines = inlines };
  LayoutText *text = layout_get_text (flow, &para);

  remember_place (flow, block);
  layout_add_lines (flow, text, flow->left,
                    layout_add_text_node (flow, tag_heading (flow, level), flow->parent, text,
                                          inlines),
                    style->before, style->after, TRUE);
}

static void
flow_title (LayoutFlow *flow, const TrioBlock *block)
{
  const LayoutStyle *style = &flow->layout->styles[LAYOUT_TITLE];
  LayoutPara para
      = { .style = LAYOUT_TITLE, .width = flow->width, .inlines = block->title.inlines };
  LayoutText *text = layout_get_text (flow, &para);

  flow->last_level = 1;
  layout_add_lines (flow, text, flow->left,
                    layout_add_text_node (flow, TRIO_NODE_H1, flow->parent, text, para.inlines),
                    style->before, style->after, TRUE);
}

static void
flow_para (LayoutFlow *flow, const TrioBlock *block, const TrioBlock *next)
{
  static const LayoutStyleId styles[] = {
    [TRIO_PARA_NORMAL] = LAYOUT_BODY, [TRIO_PARA_LEAD] = LAYOUT_LEAD,
    [TRIO_PARA_SMALL] = LAYOUT_SMALL, [TRIO_PARA_QUOTE] = LAYOUT_QUOTE,
    [TRIO_PARA_LABEL] = LAYOUT_LABEL,
  };
  LayoutStyleId id = styles[block->para.style];
  const LayoutStyle *style = &flow->layout->styles[id];
  double indent = style->left;
  LayoutPara para = {
    .style = id,
    .width = MAX (flow->width - 2 * indent, LAYOUT_MIN_WIDTH / 2),
    .inlines = block->para.inlines,
  };
  guint parent = flow->parent;
  LayoutText *text;

  if (trio_inlines_is_empty (block->para.inlines))
    return;
  text = layout_get_text (flow, &para);
  if (id == LAYOUT_QUOTE)
    parent = layout_add_node (flow, TRIO_NODE_BLOCK_QUOTE, parent);
  layout_add_lines (flow, text, flow->left + indent,
                    layout_add_text_node (flow, TRIO_NODE_P, parent, text, para.inlines),
                    style->before, style->after,
                    style->keep_next || trio_markup_opens_list (block, next));
}

static gboolean
flow_figure (LayoutFlow *flow, const TrioBlock *block, GError **error)
{
  const LayoutStyle *style = &flow->layout->styles[LAYOUT_FIGURE];
  const LayoutStyle *caption = &flow->layout->styles[LAYOUT_CAPTION];
  gboolean has_caption = trio_markup_has_text (block->figure.caption);
  const LayoutImage *image = layout_get_image (flow, block->figure.image, error);
  double width = block->figure.width_mm * LAYOUT_PT_PER_MM, ratio;
  double room = flow->layout->bottom - flow->layout->margins[0] - 60;
  LayoutItem *item;
  LayoutRow *row;

  if (image == NULL)
    return FALSE;
  ratio = block->figure.width_mm > 0 && block->figure.height_mm > 0
              ? block->figure.height_mm / block->figure.width_mm
              : image->height / image->width;
  width = width > 0 ? MIN (width, flow->width) : flow->width;
  width = MIN (width, MIN (MAX_IMAGE_HEIGHT, MAX (room, 72)) / ratio);

  row = layout_add_row (flow, width * ratio);
  row->before = style->before;
  row->after = style->after;
  row->keep_next = has_caption;
  item = layout_add_item (flow, LAYOUT_ITEM_IMAGE, flow->left, 0);
  item->width = width;
  item->height = width * ratio;
  item->image = image;
  if (!block->figure.decorative)
    {
      item->node = layout_add_node (flow, TRIO_NODE_FIGURE, flow->parent);
      layout_get_node (flow, item->node)->text = layout_keep (flow, block->figure.alt);
    }
  if (has_caption)
    {
      LayoutPara para
          = { .style = LAYOUT_CAPTION, .width = flow->width, .inlines = block->figure.caption };
      LayoutText *text = layout_get_text (flow, &para);

      layout_add_lines (flow, text, flow->left,
                        layout_add_text_node (flow, TRIO_NODE_P, flow->parent, text, para.inlines),
                        caption->before, caption->after, FALSE);
    }
  return TRUE;
}

static void
flow_toc_entry (LayoutFlow *flow, const TrioBlock *heading, guint toc)
{
  guint level = CLAMP (trio_block_get_level (heading), 1, 3);
  LayoutStyleId id = LAYOUT_TOC_1 + level - 1;
  double indent = flow->layout->styles[id].left;
  g_autofree char *entry = trio_markup_dup_entry (heading);
  g_autofree char *url = g_strconcat ("#", heading->anchor, NULL);
  LayoutPara para = { .style = id, .width = flow->width - indent - TOC_NUMBER, .prefix = entry };
  guint item = layout_add_node (flow, TRIO_NODE_TOCI, toc);
  guint link = layout_add_node (flow, TRIO_NODE_LINK, item);
  LayoutTocEntry waiting = { .anchor = layout_keep (flow, heading->anchor) };
  LayoutText *text;

  g_strdelimit (entry, "\n", ' ');
  text = layout_get_text (flow, &para);
  layout_get_node (flow, link)->url = layout_keep (flow, url);
  layout_get_node (flow, link)->text = layout_keep (flow, entry);
  for (guint i = 0; i < text->segments->len; i++)
    if (g_array_index (text->segments, LayoutSegment, i).is_unknown)
      layout_get_node (flow, link)->needs_words = TRUE;
  layout_add_lines (flow, text, flow->left + indent, link, 0, flow->layout->styles[id].after,
                    FALSE);
  waiting.dots = flow->layout->items->len;
  layout_add_item (flow, LAYOUT_ITEM_DOTS, flow->left + indent, 0);
  waiting.item = flow->layout->items->len;
  layout_add_item (flow, LAYOUT_ITEM_LINE, flow->left, 0)->node = link;
  waiting.right = flow->left + flow->width;
  g_array_append_val (flow->layout->toc, waiting);
}

static void
flow_toc (LayoutFlow *flow, const TrioBlock *block)
{
  const LayoutStyle *style = &flow->layout->styles[LAYOUT_TOC_HEADING];
  g_autoptr (GPtrArray) headings = trio_doc_list_headings (flow->layout->doc, block->toc.depth);
  guint toc;

  if (headings->len == 0)
    return;
  if (trio_markup_has_text (block->toc.title))
    {
      LayoutPara para
          = { .style = LAYOUT_TOC_HEADING, .width = flow->width, .inlines = block->toc.title };
      LayoutText *text = layout_get_text (flow, &para);

      layout_add_lines (flow, text, flow->left,
                        layout_add_text_node (flow, TRIO_NODE_P, flow->parent, text, para.inlines),
                        style->before, style->after, TRUE);
    }
  toc = layout_add_node (flow, TRIO_NODE_TOC, flow->parent);
  for (guint i = 0; i < headings->len; i++)
    flow_toc_entry (flow, g_ptr_array_index (headings, i), toc);
  layout_last_row (flow)->after = 12;
}

static gboolean
flow_box (LayoutFlow *flow, const TrioBlock *block, GError **error)
{
  LayoutFlow saved = *flow;
  guint first = flow->layout->rows->len;
  gboolean done;

  flow->box = flow->n_boxes++;
  flow->parent = layout_add_node (flow, TRIO_NODE_SECT, flow->parent);
  flow->left += BOX_LEFT;
  flow->width = MAX (flow->width - BOX_LEFT - BOX_RIGHT, LAYOUT_MIN_WIDTH);
  if (trio_markup_has_text (block->box.title))
    flow_heading (flow, block);
  done = layout_flow_blocks (flow, block->box.blocks, error);
  flow->box = saved.box;
  flow->parent = saved.parent;
  flow->left = saved.left;
  flow->width = saved.width;
  /* The ground of the box reaches over its first and its last row. */
  if (flow->layout->rows->len > first)
    {
      LayoutRow *row = &g_array_index (flow->layout->rows, LayoutRow, first);

      row->before = row->before + BOX_MARGIN;
      layout_last_row (flow)->after += BOX_MARGIN;
    }
  return done;
}

static gboolean
flow_decision (LayoutFlow *flow, const TrioBlock *block, GError **error)
{
  if (trio_markup_has_text (block->decision.heading))
    flow_heading (flow, block);
  return layout_flow_blocks (flow, block->decision.blocks, error);
}

static void
flow_cluster (LayoutFlow *flow, const TrioBlock *block)
{
  if (trio_markup_has_text (block->cluster.title))
    flow_heading (flow, block);
  layout_flow_list (flow, block->cluster.list, 0, flow->left, flow->parent, TRUE);
}

static gboolean
flow_block (LayoutFlow *flow, const TrioBlock *block, const TrioBlock *next, GError **error)
{
  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
      flow_title (flow, block);
      return TRUE;
    case TRIO_BLOCK_META:
      layout_flow_meta (flow, block);
      return TRUE;
    case TRIO_BLOCK_HEADING:
      flow_heading (flow, block);
      return TRUE;
    case TRIO_BLOCK_PARA:
      flow_para (flow, block, next);
      return TRUE;
    case TRIO_BLOCK_LIST:
      layout_flow_list (flow, block->list, 0, flow->left, flow->parent, TRUE);
      return TRUE;
    case TRIO_BLOCK_CLUSTER:
      flow_cluster (flow, block);
      return TRUE;
    case TRIO_BLOCK_TABLE:
      layout_flow_table (flow, block);
      return TRUE;
    case TRIO_BLOCK_FIGURE:
      return flow_figure (flow, block, error);
    case TRIO_BLOCK_TOC:
      flow_toc (flow, block);
      return TRUE;
    case TRIO_BLOCK_BOX:
      return flow_box (flow, block, error);
    case TRIO_BLOCK_DECISION:
      return flow_decision (flow, block, error);
    }
  g_return_val_if_reached (FALSE);
}

/* layout_flow_blocks:
 * @flow: the flow
 * @blocks: (element-type TrioBlock): blocks
 * @error: where to say what is wrong
 *
 * Adds the rows and nodes of blocks with everything in them.
 *
 * Returns: %FALSE when a picture is none or the work was cancelled
 */
gboolean
layout_flow_blocks (LayoutFlow *flow, const GPtrArray *blocks, GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TrioBlock *block = g_ptr_array_index (blocks, i);
      const TrioBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;

      if (g_cancellable_set_error_if_cancelled (flow->cancellable, error))
        return FALSE;
      if (block->starts_page)
        flow->starts_page = TRUE;
      if (block->anchor != NULL)
        layout_set_anchor (flow, block->anchor);
      if (block->source != NULL)
        layout_set_anchor (flow, block->source);
      if (!flow_block (flow, block, next, error))
        return FALSE;
    }
  return TRUE;
}
