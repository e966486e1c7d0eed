/* trio-gate-access.c: can everybody read the document? And: the words that only it has.
 *
 * The limits are those of WCAG 2.1, AA, which EN 301 549 repeats for documents.
 */
#include "config.h"

#include "document/gate/trio-gate-private.h"

#include <math.h>

#define MIN_CONTRAST 4.5

typedef struct
{
  TrioGate *gate;
  TrioGateTextFunc func;
  gpointer user_data;
} Walk;

static void
give_inlines (Walk *walk, const TrioInlines *inlines, gboolean is_meta)
{
  g_autofree char *text = inlines != NULL ? trio_inlines_dup_text (inlines) : NULL;

  if (text != NULL && *text != '\0')
    walk->func (walk->gate, text, is_meta, walk->user_data);
}

static void
give_list (Walk *walk, const TrioList *list)
{
  for (guint i = 0; list != NULL && i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);

      if (item->note == NULL)
        give_inlines (walk, item->inlines, FALSE);
      give_list (walk, item->nested);
    }
}

static void
give_cells (Walk *walk, const GPtrArray *cells)
{
  for (guint i = 0; cells != NULL && i < cells->len; i++)
    give_inlines (walk, g_ptr_array_index (cells, i), FALSE);
}

static void
give_block_cb (const TrioBlock *block, gpointer data)
{
  Walk *walk = data;

  give_inlines (walk, trio_block_get_inlines (block), FALSE);
  switch (block->kind)
    {
    case TRIO_BLOCK_META:
      for (guint i = 0; i < block->meta.fields->len; i++)
        give_inlines (walk, ((TrioMetaField *)block->meta.fields->pdata[i])->value, TRUE);
      break;
    case TRIO_BLOCK_LIST:
      give_list (walk, block->list);
      break;
    case TRIO_BLOCK_CLUSTER:
      give_list (walk, block->cluster.list);
      break;
    case TRIO_BLOCK_TABLE:
      give_cells (walk, block->table.head);
      for (guint i = 0; i < block->table.rows->len; i++)
        give_cells (walk, g_ptr_array_index (block->table.rows, i));
      break;
    case TRIO_BLOCK_FIGURE:
      if (block->figure.alt != NULL)
        walk->func (walk->gate, block->figure.alt, FALSE, walk->user_data);
      break;
    case TRIO_BLOCK_TITLE:
    case TRIO_BLOCK_HEADING:
    case TRIO_BLOCK_PARA:
    case TRIO_BLOCK_BOX:
    case TRIO_BLOCK_TOC:
    case TRIO_BLOCK_DECISION:
      break;
    }
}

/* Calls @func for every text of the document that is no participant's. */
void
trio_gate_foreach_doc_text (TrioGate *gate, TrioGateTextFunc func, gpointer user_data)
{
  Walk walk = { gate, func, user_data };

  trio_doc_foreach_block (gate->doc, give_block_cb, &walk);
}

typedef struct
{
  TrioGate *gate;
  guint level;
} Headings;

static void
check_block_cb (const TrioBlock *block, gpointer data)
{
  Headings *headings = data;
  guint level;

  if (block->kind == TRIO_BLOCK_FIGURE && !block->figure.decorative
      && (block->figure.alt == NULL || *block->figure.alt == '\0'))
    trio_gate_add_part (headings->gate, TRIO_FINDING_NO_ALT, TRIO_SEVERITY_WARNING, TRIO_PART_TEXT);
  if (block->kind != TRIO_BLOCK_HEADING && block->kind != TRIO_BLOCK_CLUSTER
      && block->kind != TRIO_BLOCK_BOX && block->kind != TRIO_BLOCK_DECISION)
    return;
  level = trio_block_get_level (block);
  if (level > headings->level + 1)
    trio_gate_add_part (headings->gate, TRIO_FINDING_HEADING_ORDER, TRIO_SEVERITY_WARNING,
                        TRIO_PART_TEXT);
  headings->level = level;
}

/* A part of a colour as light (WCAG 2.1, "relative luminance"). */
static double
get_light (guint part)
{
  double value = part / 255.0;

  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_contrast_to_white (guint64 rgb)
{
  double light = 0.2126 * get_light (rgb >> 16 & 0xff) + 0.7152 * get_light (rgb >> 8 & 0xff)
                 + 0.0722 * get_light (rgb & 0xff);

  return 1.05 / (light + 0.05);
}

static gboolean
is_too_faint (const char *colour)
{
  guint64 rgb;

  return colour != NULL && *colour == '#'
         && g_ascii_string_to_unsigned (colour + 1, 16, 0, 0xffffff, &rgb, NULL)
         && get_contrast_to_white (rgb) < MIN_CONTRAST;
}

/* Checks what a reader with a screen reader or weak eyes needs. */
void
trio_gate_access (TrioGate *gate)
{
  Headings headings = { gate, 0 };
  const char *title;
  const TrioLetterhead *letterhead;
  const TrioLook *look;

  if (gate->doc == NULL)
    return;
  /* A tree always has a language. */
  title = trio_doc_get (gate->doc, TRIO_DOC_TITLE);
  if (title == NULL || *title == '\0')
    trio_gate_add_part (gate, TRIO_FINDING_NO_TITLE, TRIO_SEVERITY_WARNING, TRIO_PART_PROPERTIES);
  letterhead = trio_doc_get_letterhead (gate->doc);
  if (letterhead->logo != NULL && (letterhead->logo_alt == NULL || *letterhead->logo_alt == '\0'))
    trio_gate_add_part (gate, TRIO_FINDING_NO_ALT, TRIO_SEVERITY_WARNING, TRIO_PART_LETTERHEAD);
  look = trio_doc_get_look (gate->doc);
  for (guint i = 0; i < TRIO_DOC_N_FONTS; i++)
    if (is_too_faint (look->fonts[i].colour))
      trio_gate_add_part (gate, TRIO_FINDING_CONTRAST, TRIO_SEVERITY_WARNING, TRIO_PART_LETTERHEAD);
  trio_doc_foreach_block (gate->doc, check_block_cb, &headings);
}
