/* trio-block-read.c: what all writers ask a block. */
#include "document/trio-block.h"

/**
 * trio_block_get_inlines:
 * @block: a block
 *
 * Returns: (transfer none) (nullable): the text of a title, heading or paragraph, or the
 *   title of a cluster, box, list of contents or decision, or the caption of a table or
 *   figure; %NULL for others
 */
const TrioInlines *
trio_block_get_inlines (const TrioBlock *block)
{
  g_return_val_if_fail (block != NULL, NULL);

  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
      return block->title.inlines;
    case TRIO_BLOCK_HEADING:
      return block->heading.inlines;
    case TRIO_BLOCK_PARA:
      return block->para.inlines;
    case TRIO_BLOCK_CLUSTER:
      return block->cluster.title;
    case TRIO_BLOCK_TABLE:
      return block->table.caption;
    case TRIO_BLOCK_FIGURE:
      return block->figure.caption;
    case TRIO_BLOCK_BOX:
      return block->box.title;
    case TRIO_BLOCK_TOC:
      return block->toc.title;
    case TRIO_BLOCK_DECISION:
      return block->decision.heading;
    case TRIO_BLOCK_META:
    case TRIO_BLOCK_LIST:
    default:
      return NULL;
    }
}

/**
 * trio_block_get_level:
 * @block: a block
 *
 * Returns: the level of the heading that the block is or begins with, 1–5; 0 for a title
 *   and for blocks without heading
 */
guint
trio_block_get_level (const TrioBlock *block)
{
  g_return_val_if_fail (block != NULL, 0);

  switch (block->kind)
    {
    case TRIO_BLOCK_HEADING:
      return block->heading.level;
    case TRIO_BLOCK_CLUSTER:
      return block->cluster.level;
    case TRIO_BLOCK_BOX:
      return block->box.level;
    case TRIO_BLOCK_DECISION:
      return block->decision.level;
    default:
      return 0;
    }
}

/**
 * trio_block_get_blocks:
 * @block: a block
 *
 * Returns: (transfer none) (nullable) (element-type TrioBlock): the blocks inside a box or a
 *   decision; %NULL for others
 */
const GPtrArray *
trio_block_get_blocks (const TrioBlock *block)
{
  g_return_val_if_fail (block != NULL, NULL);

  if (block->kind == TRIO_BLOCK_BOX)
    return block->box.blocks;
  if (block->kind == TRIO_BLOCK_DECISION)
    return block->decision.blocks;
  return NULL;
}

/**
 * trio_block_dup_label:
 * @block: a block
 *
 * Returns: (transfer full) (nullable): the number or literal label that stands before a
 *   heading, such as "1.", "1)" or "STATION 1:"; %NULL if there is none
 */
char *
trio_block_dup_label (const TrioBlock *block)
{
  g_return_val_if_fail (block != NULL, NULL);

  if (block->kind != TRIO_BLOCK_HEADING)
    return NULL;
  switch (block->heading.style)
    {
    case TRIO_NUMBER_DOT:
      return g_strdup_printf ("%u.", block->heading.number);
    case TRIO_NUMBER_PAREN:
      return g_strdup_printf ("%u)", block->heading.number);
    case TRIO_NUMBER_LITERAL:
      return g_strdup (block->heading.literal);
    case TRIO_NUMBER_NONE:
    default:
      return NULL;
    }
}
