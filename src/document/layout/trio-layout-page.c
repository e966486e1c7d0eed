/* trio-layout-page.c: puts rows on pages, and what stands at the edges of each page.
 *
 * Rows that must stay together move to the next page together, unless they fill more than a
 * page. The logo stands on the first page only.
 */
#include "document/layout/trio-layout-private.h"
#include "document/writers/trio-markup.h"

#define HEADER_EDGE   34.0
#define SPACE_BELOW   12.0
#define SPACE_BETWEEN 3.0

/* Space below a table, which has none of its own. */
#define BELOW_TABLE 8.0

static LayoutText *
shape_edge (LayoutFlow *flow, LayoutStyleId style, guint number, guint count)
{
  const TrioLetterhead *head = trio_doc_get_letterhead (flow->layout->doc);
  LayoutPara para = {
    .style = style,
    .width = flow->layout->text_width,
    .inlines = style == LAYOUT_HEADER ? head->header : head->footer,
    .page_number = number,
    .page_count = count,
    .align_right
    = style == LAYOUT_FOOTER || (head->logo != NULL && head->logo_place == TRIO_LOGO_TOP_RIGHT),
  };

  return layout_get_text (flow, &para);
}

static gboolean
read_logo (LayoutFlow *flow, GError **error)
{
  TrioLayout *layout = flow->layout;
  const TrioLetterhead *head = trio_doc_get_letterhead (layout->doc);
  double width = head->logo_width_mm * LAYOUT_PT_PER_MM;

  if (head->logo == NULL)
    return TRUE;
  layout->logo = layout_get_image (flow, head->logo, error);
  if (layout->logo == NULL)
    return FALSE;
  width = width > 0 ? MIN (width, layout->text_width) : layout->text_width;
  width = MIN (width, layout->page_height / 3 * layout->logo->width / layout->logo->height);
  layout->logo_width = width;
  layout->logo_height = width * layout->logo->height / layout->logo->width;
  if (head->logo_alt != NULL && *head->logo_alt != '\0')
    {
      layout->logo_node = layout_add_node (flow, TRIO_NODE_FIGURE, flow->parent);
      layout_get_node (flow, layout->logo_node)->text = layout_keep (flow, head->logo_alt);
    }
  return TRUE;
}

/* layout_read_edges:
 * @flow: the flow
 * @error: where to say that the logo is no picture
 *
 * Reads logo, header and footer, before the blocks are read. On the first page logo and
 * header are part of what is read aloud; on the others the header only repeats.
 */
gboolean
layout_read_edges (LayoutFlow *flow, GError **error)
{
  TrioLayout *layout = flow->layout;
  const TrioLetterhead *head = trio_doc_get_letterhead (layout->doc);

  layout->logo_node = layout->header_node = TRIO_NODE_ARTIFACT;
  layout->header_edge = MIN (HEADER_EDGE, layout->margins[0]);
  layout->footer_edge = MIN (HEADER_EDGE, layout->margins[2]);
  layout->bottom = layout->page_height - layout->margins[2];
  if (!read_logo (flow, error))
    return FALSE;
  if (trio_markup_has_text (head->header))
    {
      layout->header = shape_edge (flow, LAYOUT_HEADER, 0, 0);
      if (head->header_on_first_page)
        layout->header_node
            = layout_add_text_node (flow, TRIO_NODE_P, flow->parent, layout->header, head->header);
    }
  if (trio_markup_has_text (head->footer))
    layout->bottom = MIN (layout->bottom, layout->page_height - layout->footer_edge
                                              - shape_edge (flow, LAYOUT_FOOTER, 0, 0)->height);
  return TRUE;
}

/* Where the text of a page begins: below the margin, and below what the header holds. */
static double
page_top (const TrioLayout *layout, guint page)
{
  double header = 0;

  if (page == 0 && layout->logo != NULL)
    header += layout->logo_height;
  if (layout->header != NULL
      && (page > 0 || trio_doc_get_letterhead (layout->doc)->header_on_first_page))
    header += layout->header->height + (header > 0 ? SPACE_BETWEEN : 0);
  if (header > 0)
    header += layout->header_edge + SPACE_BELOW;
  return MAX (layout->margins[0], header);
}

/* Where logo and header stand. */
double
layout_get_edge_y (const TrioLayout *layout, gboolean is_logo)
{
  return is_logo || layout->logo == NULL
             ? layout->header_edge
             : layout->header_edge + layout->logo_height + SPACE_BETWEEN;
}

typedef struct
{
  TrioLayout *layout;
  LayoutPage page;
  double y;
  double after;      /* below the last row */
  gboolean is_table; /* whether the last row ended one */
} Pager;

static void
begin_page (Pager *pager, guint row)
{
  pager->page = (LayoutPage){
    .first_row = row,
    .top = page_top (pager->layout, pager->layout->pages->len),
    .header = G_MAXUINT,
  };
  pager->y = pager->page.top;
  pager->after = 0;
  pager->is_table = FALSE;
}

static void
end_page (Pager *pager, guint row)
{
  pager->page.n_rows = row - pager->page.first_row;
  g_array_append_val (pager->layout->pages, pager->page);
}

static double
gap_above (const Pager *pager, const LayoutRow *row, guint index)
{
  if (index == pager->page.first_row)
    return 0;
  if (pager->is_table)
    return MAX (row->before, BELOW_TABLE);
  return MAX (pager->after, row->before);
}

/* The head of a table is repeated above the first row of a page when it is not there itself. */
static void
repeat_header (Pager *pager, const LayoutRow *row, guint index)
{
  if (row->header == G_MAXUINT || index != pager->page.first_row)
    return;
  pager->page.header = row->header;
  pager->page.n_header = row->n_header;
  pager->page.header_y = pager->y;
  for (guint i = 0; i < row->n_header; i++)
    pager->y += g_array_index (pager->layout->rows, LayoutRow, row->header + i).height;
}

static void
place_row (Pager *pager, guint index)
{
  LayoutRow *row = &g_array_index (pager->layout->rows, LayoutRow, index);

  repeat_header (pager, row, index);
  pager->y += gap_above (pager, row, index);
  row->y = pager->y;
  row->page = pager->layout->pages->len;
  pager->y += row->height;
  pager->after = row->after;
  pager->is_table = row->ends_table;
}

/* How high the rows from first to last are together, without the space above the first. */
static double
measure_chain (const Pager *pager, guint first, guint last)
{
  double height = 0;

  for (guint i = first; i <= last; i++)
    {
      const LayoutRow *row = &g_array_index (pager->layout->rows, LayoutRow, i);
      const LayoutRow *above = &g_array_index (pager->layout->rows, LayoutRow, MAX (i, 1) - 1);

      if (i > first)
        height += MAX (row->before, above->ends_table ? BELOW_TABLE : above->after);
      height += row->height;
    }
  return height;
}

static guint
find_chain_end (const GArray *rows, guint first)
{
  guint last = first;

  while (last + 1 < rows->len && g_array_index (rows, LayoutRow, last).keep_next
         && !g_array_index (rows, LayoutRow, last + 1).starts_page)
    last++;
  return last;
}

static void
place_rows (Pager *pager)
{
  const GArray *rows = pager->layout->rows;
  double room = pager->layout->bottom - pager->layout->margins[0];
  guint i = 0;

  begin_page (pager, 0);
  while (i < rows->len)
    {
      const LayoutRow *row = &g_array_index (rows, LayoutRow, i);
      guint last = find_chain_end (rows, i);
      double height = measure_chain (pager, i, last);

      /* What fills more than a page cannot stay together. */
      if (height > room)
        {
          last = i;
          height = row->height;
        }
      if (i > pager->page.first_row
          && (row->starts_page
              || pager->y + gap_above (pager, row, i) + height > pager->layout->bottom + 0.01))
        {
          end_page (pager, i);
          begin_page (pager, i);
        }
      for (; i <= last; i++)
        place_row (pager, i);
    }
  end_page (pager, rows->len);
}

static void
add_number (LayoutFlow *flow, TrioNode *entry, const char *digits)
{
  g_autofree char *words = g_strconcat (entry->text, digits, NULL);

  entry->text = layout_keep (flow, words);
}

static void
finish_toc (LayoutFlow *flow)
{
  TrioLayout *layout = flow->layout;

  for (guint i = 0; i < layout->toc->len; i++)
    {
      const LayoutTocEntry *entry = &g_array_index (layout->toc, LayoutTocEntry, i);
      LayoutItem *number = &g_array_index (layout->items, LayoutItem, entry->item);
      LayoutItem *dots = &g_array_index (layout->items, LayoutItem, entry->dots);
      const LayoutItem *words = dots - 1;
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (layout->anchors, entry->anchor));
      g_autofree char *digits = NULL;
      LayoutPara para = { .style = LAYOUT_TOC_1, .width = 100 };
      const LayoutLine *line = &g_array_index (words->text->lines, LayoutLine, words->line);
      double end = 0;

      if (row == 0)
        continue;
      /* The number is read after the words, so a space belongs between them. */
      digits = g_strdup_printf (" %u", g_array_index (layout->rows, LayoutRow, row - 1).page + 1);
      para.prefix = digits;
      number->text = layout_get_text (flow, &para);
      if (layout_get_node (flow, number->node)->needs_words)
        add_number (flow, layout_get_node (flow, number->node), digits);
      number->x = entry->right - number->text->width;
      number->width = number->text->width;
      number->height = words->height;
      for (guint r = 0; r < line->n_runs; r++)
        {
          const LayoutRun *run = &g_array_index (words->text->runs, LayoutRun, line->first_run + r);

          end = MAX (end, run->x + run->width);
        }
      dots->x = words->x + end + 4;
      dots->width = number->x - dots->x;
      dots->y = line->baseline - line->top;
    }
}

static void
finish_outline (TrioLayout *layout)
{
  for (guint i = 0; i < layout->outline->len; i++)
    {
      TrioLayoutOutline *entry = &g_array_index (layout->outline, TrioLayoutOutline, i);
      const LayoutRow *row = &g_array_index (layout->rows, LayoutRow, entry->place.page);

      entry->place = (TrioLayoutPlace){
        .page = row->page,
        .x = layout->margins[3],
        .y = row->y,
        .width = layout->text_width,
        .height = row->height,
      };
    }
}

/* layout_paginate:
 * @flow: a flow whose blocks are all rows
 *
 * Puts the rows on pages, then fills in what depends on the numbers of the pages.
 */
void
layout_paginate (LayoutFlow *flow)
{
  TrioLayout *layout = flow->layout;
  Pager pager = { .layout = layout };

  place_rows (&pager);
  finish_toc (flow);
  finish_outline (layout);
  if (!trio_markup_has_text (trio_doc_get_letterhead (layout->doc)->footer))
    return;
  for (guint i = 0; i < layout->pages->len; i++)
    g_array_index (layout->pages, LayoutPage, i).footer
        = shape_edge (flow, LAYOUT_FOOTER, i + 1, layout->pages->len);
}
