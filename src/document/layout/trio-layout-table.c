/* trio-layout-table.c: tables, and the fields at the top of a document. */
#include "document/layout/trio-layout-private.h"
#include "document/writers/trio-markup.h"

#define CELL_PADDING 5.4
#define STRONG_RULE  0.75
#define FINE_RULE    0.5

#define RULE_COLOUR      0x7F8C9D
#define FINE_RULE_COLOUR 0xBFC7D1
#define HEAD_COLOUR      0xE9EEF4

/* What a row of cells that fills a page leaves for the head above it. */
#define ROOM_FOR_HEAD 60.0

typedef enum
{
  ROW_PLAIN = 0,
  ROW_RULED = 1 << 0,
  ROW_HEAD = 1 << 1,
  ROW_FIRST = 1 << 2,
} CellRow;

typedef struct
{
  LayoutText *text;
  double x;
  guint node;
} Cell;

static double *
measure_columns (const LayoutFlow *flow, const TrioBlock *block)
{
  guint n = block->table.n_columns;
  g_autofree guint *twips = g_new (guint, n);
  double *widths = g_new (double, n);

  trio_markup_measure_columns (block, (guint)(flow->width * LAYOUT_TWIPS), twips);
  for (guint i = 0; i < n; i++)
    widths[i] = twips[i] / LAYOUT_TWIPS;
  return widths;
}

static void
add_rule (LayoutFlow *flow, double y, double thickness, guint32 colour)
{
  LayoutItem *item = layout_add_item (flow, LAYOUT_ITEM_FILL, flow->left, y - thickness / 2);

  item->width = flow->width;
  item->height = thickness;
  item->colour = colour;
}

/* Adds the lines of cells that fit into a height, and says where the next part begins. */
static gboolean
add_part (LayoutFlow *flow, const Cell *cells, guint n, guint *done, double padding, double limit)
{
  double from = G_MAXDOUBLE, height = 0;
  guint row = flow->layout->rows->len;

  for (guint i = 0; i < n; i++)
    if (done[i] < cells[i].text->lines->len)
      from = MIN (from, g_array_index (cells[i].text->lines, LayoutLine, done[i]).top);
  if (from == G_MAXDOUBLE)
    return FALSE;
  layout_add_row (flow, 0);
  for (guint i = 0; i < n; i++)
    for (; done[i] < cells[i].text->lines->len; done[i]++)
      {
        const LayoutLine *line = &g_array_index (cells[i].text->lines, LayoutLine, done[i]);
        double end = line->top + line->height - from;

        if (end > limit && height > 0)
          break;
        layout_add_line (flow, cells[i].text, done[i], cells[i].x, line->top - from + padding,
                         cells[i].node);
        height = MAX (height, end);
      }
  g_array_index (flow->layout->rows, LayoutRow, row).height = height + 2 * padding;
  return TRUE;
}

/* Adds a row of cells: one strip, or several when it is higher than a page. */
static void
add_cells (LayoutFlow *flow, const Cell *cells, guint n, double padding, CellRow kind)
{
  g_autofree guint *done = g_new0 (guint, n);
  double limit = flow->layout->bottom - flow->layout->margins[0] - 2 * padding - ROOM_FOR_HEAD;
  gboolean is_first = (kind & ROW_FIRST) != 0;

  while (add_part (flow, cells, n, done, padding, limit))
    {
      if (kind & ROW_HEAD)
        {
          LayoutItem *item = layout_add_item (flow, LAYOUT_ITEM_FILL, flow->left, 0);

          item->width = flow->width;
          item->height = layout_last_row (flow)->height;
          item->colour = HEAD_COLOUR;
          layout_last_row (flow)->keep_next = TRUE;
        }
      if (kind & ROW_RULED)
        add_rule (flow, 0, is_first ? STRONG_RULE : FINE_RULE,
                  is_first ? RULE_COLOUR : FINE_RULE_COLOUR);
      is_first = FALSE;
    }
}

static void
add_table_row (LayoutFlow *flow,
               const GPtrArray *row,
               const double *widths,
               guint n,
               guint parent,
               CellRow kind)
{
  gboolean is_head = (kind & ROW_HEAD) != 0;
  g_autofree Cell *cells = g_new (Cell, n);
  guint tr = layout_add_node (flow, TRIO_NODE_TR, parent);
  LayoutStyleId style = is_head ? LAYOUT_TABLE_HEAD : LAYOUT_TABLE_TEXT;
  double x = flow->left;

  for (guint i = 0; i < n; i++)
    {
      LayoutPara para = {
        .style = style,
        .width = MAX (widths[i] - 2 * CELL_PADDING, 8),
        .inlines = i < row->len ? g_ptr_array_index (row, i) : NULL,
      };

      cells[i].text = layout_get_text (flow, &para);
      cells[i].x = x + CELL_PADDING;
      cells[i].node = layout_add_text_node (flow, is_head ? TRIO_NODE_TH : TRIO_NODE_TD, tr,
                                            cells[i].text, para.inlines);
      x += widths[i];
    }
  add_cells (flow, cells, n, flow->layout->styles[style].before, kind);
}

/* The head comes again above each of the rows behind it. */
static void
repeat_head (LayoutFlow *flow, guint first, guint n_head)
{
  if (n_head == 0)
    return;
  for (guint i = first + n_head; i < flow->layout->rows->len; i++)
    {
      LayoutRow *row = &g_array_index (flow->layout->rows, LayoutRow, i);

      row->header = first;
      row->n_header = n_head;
    }
}

static void
add_caption (LayoutFlow *flow, const TrioBlock *block, guint table)
{
  const LayoutStyle *style = &flow->layout->styles[LAYOUT_CAPTION];
  LayoutPara para = {
    .style = LAYOUT_CAPTION,
    .width = flow->width,
    .inlines = block->table.caption,
  };
  LayoutText *text;

  if (block->table.caption == NULL || trio_inlines_is_empty (block->table.caption))
    return;
  text = layout_get_text (flow, &para);
  layout_add_lines (flow, text, flow->left,
                    layout_add_text_node (flow, TRIO_NODE_CAPTION, table, text, para.inlines),
                    style->before, style->after, TRUE);
}

/* layout_flow_table:
 * @flow: the flow
 * @block: a table
 *
 * Adds a table below its caption; its head comes again on every page.
 */
void
layout_flow_table (LayoutFlow *flow, const TrioBlock *block)
{
  guint n = block->table.n_columns;
  g_autofree double *widths = NULL;
  guint first, n_head, table, part = 0;

  if (n == 0 || (block->table.head->len == 0 && block->table.rows->len == 0))
    return;
  widths = measure_columns (flow, block);
  table = layout_add_node (flow, TRIO_NODE_TABLE, flow->parent);
  add_caption (flow, block, table);
  first = flow->layout->rows->len;
  if (block->table.head->len > 0)
    {
      part = layout_add_node (flow, TRIO_NODE_THEAD, table);
      add_table_row (flow, block->table.head, widths, n, part, ROW_RULED | ROW_HEAD | ROW_FIRST);
    }
  n_head = flow->layout->rows->len - first;
  if (block->table.rows->len > 0)
    part = layout_add_node (flow, TRIO_NODE_TBODY, table);
  for (guint i = 0; i < block->table.rows->len; i++)
    add_table_row (flow, g_ptr_array_index (block->table.rows, i), widths, n, part,
                   flow->layout->rows->len == first ? ROW_RULED | ROW_FIRST : ROW_RULED);
  if (flow->layout->rows->len == first)
    return;
  if (flow->layout->rows->len == first + n_head)
    layout_last_row (flow)->keep_next = FALSE;
  repeat_head (flow, first, n_head);
  add_rule (flow, layout_last_row (flow)->height, STRONG_RULE, RULE_COLOUR);
  layout_last_row (flow)->ends_table = TRUE;
}

static LayoutText *
shape_field_label (LayoutFlow *flow, const TrioMetaField *field, LayoutStyleId style, double width)
{
  g_autofree char *label = g_strconcat (field->label, ": ", NULL);
  LayoutPara para = { .style = style, .width = width, .prefix = label, .strong_prefix = TRUE };

  return layout_get_text (flow, &para);
}

/* layout_flow_meta:
 * @flow: the flow
 * @block: the fields at the top of a document
 *
 * Adds the fields, the labels in front of the values. Laid out as lines they are paragraphs,
 * otherwise a table whose first column is its head.
 */
void
layout_flow_meta (LayoutFlow *flow, const TrioBlock *block)
{
  const GPtrArray *fields = block->meta.fields;
  gboolean is_table = block->meta.layout == TRIO_META_TABLE;
  LayoutStyleId style = is_table ? LAYOUT_TABLE_TEXT : LAYOUT_FIELD;
  double labels
      = trio_markup_measure_labels (fields, (guint)(flow->width * LAYOUT_TWIPS)) / LAYOUT_TWIPS;
  double padding = is_table ? flow->layout->styles[style].before : 0;
  guint table = 0, body = 0;

  if (fields->len == 0)
    return;
  if (is_table)
    {
      table = layout_add_node (flow, TRIO_NODE_TABLE, flow->parent);
      body = layout_add_node (flow, TRIO_NODE_TBODY, table);
    }
  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = g_ptr_array_index (fields, i);
      LayoutPara para = { .style = style, .width = flow->width - labels, .inlines = field->value };
      guint row = layout_add_node (flow, is_table ? TRIO_NODE_TR : TRIO_NODE_P,
                                   is_table ? body : flow->parent);
      Cell cells[2];

      cells[0].text = shape_field_label (flow, field, style, labels);
      cells[0].x = flow->left;
      cells[0].node = layout_add_text_node (flow, is_table ? TRIO_NODE_TH : TRIO_NODE_SPAN, row,
                                            cells[0].text, NULL);
      layout_get_node (flow, cells[0].node)->is_row_head = TRUE;
      cells[1].text = layout_get_text (flow, &para);
      cells[1].x = flow->left + labels;
      cells[1].node = layout_add_text_node (flow, is_table ? TRIO_NODE_TD : TRIO_NODE_SPAN, row,
                                            cells[1].text, field->value);
      add_cells (flow, cells, 2, padding, ROW_PLAIN);
      layout_last_row (flow)->keep_next = i + 1 < fields->len && !is_table;
    }
  if (is_table)
    layout_last_row (flow)->ends_table = TRUE;
  else
    layout_last_row (flow)->after = flow->layout->styles[style].after;
}
