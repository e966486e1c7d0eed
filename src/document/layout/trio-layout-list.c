/* trio-layout-list.c: lists with their labels, nested to any depth. */
#include "document/layout/trio-layout-private.h"
#include "document/writers/trio-markup.h"

/* Between the longest number and the text behind it. */
#define GAP 5.0

/* Wider than any number. */
#define LABEL_WIDTH 200.0

static LayoutText *
shape_label (LayoutFlow *flow, const TrioList *list, guint index, guint level)
{
  g_autofree char *label = trio_list_dup_label (list, index);
  const TrioLook *look = trio_doc_get_look (flow->layout->doc);
  LayoutPara para = {
    .style = LAYOUT_LIST,
    .width = LABEL_WIDTH,
    .prefix = label != NULL ? label : trio_markup_get_bullet (look, level),
  };

  return layout_get_text (flow, &para);
}

/* How far the text of the items stands to the right; long numbers push all items alike. */
static double
measure_indent (LayoutFlow *flow, const TrioList *list, guint level)
{
  guint length = trio_list_get_length (list);
  LayoutText *last = shape_label (flow, list, length - 1, level);

  if (list->kind == TRIO_LIST_BULLET)
    return LAYOUT_INDENT;
  return MAX (LAYOUT_INDENT, last->width + GAP);
}

static gboolean
has_items (const TrioList *list)
{
  return list != NULL && trio_list_get_length (list) > 0;
}

/* layout_flow_list:
 * @flow: the flow
 * @list: a list
 * @level: how deep it is nested, from 0
 * @left: where its labels stand
 * @parent: the node around it
 * @is_last: whether nothing of a list around it follows
 *
 * Adds a list with everything nested in it.
 */
void
layout_flow_list (LayoutFlow *flow,
                  const TrioList *list,
                  guint level,
                  double left,
                  guint parent,
                  gboolean is_last)
{
  const LayoutStyle *style = &flow->layout->styles[LAYOUT_LIST];
  guint length = list != NULL ? trio_list_get_length (list) : 0;
  const char *anchor = flow->anchor;
  guint node;
  double x;

  if (length == 0)
    return;
  node = layout_add_node (flow, TRIO_NODE_L, parent);
  layout_get_node (flow, node)->list_kind = list->kind;
  x = MIN (left + measure_indent (flow, list, level),
           flow->left + flow->width - MIN (LAYOUT_MIN_WIDTH * 2, flow->width / 2));

  for (guint i = 0; i < length; i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);
      gboolean has_nested = has_items (item->nested);
      gboolean ends = is_last && i + 1 == length && !has_nested;
      LayoutPara para = {
        .style = LAYOUT_LIST,
        .width = flow->left + flow->width - x,
        .inlines = item->inlines,
      };
      LayoutText *label = shape_label (flow, list, i, level);
      LayoutText *text = layout_get_text (flow, &para);
      guint li = layout_add_node (flow, TRIO_NODE_LI, node);
      guint lbl = layout_add_node (flow, TRIO_NODE_LBL, li);
      guint body, first = flow->layout->rows->len;
      guint text_node;
      LayoutRow *row;

      if (has_nested)
        {
          body = layout_add_node (flow, TRIO_NODE_LBODY, li);
          text_node = layout_add_text_node (flow, TRIO_NODE_P, body, text, item->inlines);
        }
      else
        body = text_node = layout_add_text_node (flow, TRIO_NODE_LBODY, li, text, item->inlines);

      if (item->note != NULL)
        layout_set_anchor (flow, item->note->id);
      /* The label is read first; the line it stands beside is added behind it. */
      row = layout_add_row (flow, g_array_index (text->lines, LayoutLine, 0).height);
      layout_add_line (flow, label, 0, MIN (left, x - label->width), 0, lbl);
      layout_add_line (flow, text, 0, x, 0, text_node);
      for (guint n = 1; n < text->lines->len; n++)
        {
          layout_add_row (flow, g_array_index (text->lines, LayoutLine, n).height);
          layout_add_line (flow, text, n, x, 0, text_node);
        }
      for (guint n = 0; n < text->lines->len; n++)
        {
          row = &g_array_index (flow->layout->rows, LayoutRow, first + n);
          row->keep_next
              = n + 1 < text->lines->len ? n == 0 || n + 2 == text->lines->len : has_nested;
        }
      row->after = ends || !list->tight ? style->after : 0;
      if (has_nested)
        layout_flow_list (flow, item->nested, level + 1, x, body, is_last && i + 1 == length);
      flow->anchor = anchor;
    }
}
