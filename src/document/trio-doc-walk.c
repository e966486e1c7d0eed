/* trio-doc-walk.c: going through a document in reading order. */
#include "document/trio-doc.h"

typedef struct
{
  TrioNoteFunc func;
  gpointer user_data;
} NoteWalk;

typedef struct
{
  guint depth;
  GPtrArray *headings;
} HeadingWalk;

static void
walk_blocks (const GPtrArray *blocks, TrioBlockFunc func, gpointer user_data)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const TrioBlock *block = blocks->pdata[i];

      func (block, user_data);
      walk_blocks (trio_block_get_blocks (block), func, user_data);
    }
}

static void
walk_list (const TrioList *list, const NoteWalk *walk)
{
  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);

      if (item->note != NULL)
        walk->func (item, walk->user_data);
      walk_list (item->nested, walk);
    }
}

static void
visit_notes_cb (const TrioBlock *block, gpointer user_data)
{
  if (block->kind == TRIO_BLOCK_LIST)
    walk_list (block->list, user_data);
  else if (block->kind == TRIO_BLOCK_CLUSTER)
    walk_list (block->cluster.list, user_data);
}

static void
collect_heading_cb (const TrioBlock *block, gpointer user_data)
{
  HeadingWalk *walk = user_data;
  guint level = trio_block_get_level (block);

  if (level > 0 && level <= walk->depth)
    g_ptr_array_add (walk->headings, (gpointer)block);
}

/**
 * trio_doc_foreach_block:
 * @doc: a document
 * @func: (scope call): called for each block, a box or decision before what is inside it
 * @user_data: data for @func
 */
void
trio_doc_foreach_block (const TrioDoc *doc, TrioBlockFunc func, gpointer user_data)
{
  g_return_if_fail (doc != NULL && func != NULL);

  walk_blocks (trio_doc_get_blocks (doc), func, user_data);
}

/**
 * trio_doc_foreach_note:
 * @doc: a document
 * @func: (scope call): called for each list item that prints an input
 * @user_data: data for @func
 */
void
trio_doc_foreach_note (const TrioDoc *doc, TrioNoteFunc func, gpointer user_data)
{
  NoteWalk walk = { func, user_data };

  g_return_if_fail (doc != NULL && func != NULL);

  trio_doc_foreach_block (doc, visit_notes_cb, &walk);
}

/**
 * trio_doc_list_headings:
 * @doc: a document
 * @depth: the deepest level to list
 *
 * Collects what a list of contents shows: headings, clusters, boxes and decisions; see
 * trio_block_get_level(), trio_block_dup_label() and trio_block_get_inlines().
 *
 * Returns: (transfer container) (element-type TrioBlock): the blocks, owned by @doc
 */
GPtrArray *
trio_doc_list_headings (const TrioDoc *doc, guint depth)
{
  HeadingWalk walk = { depth, NULL };

  g_return_val_if_fail (doc != NULL, NULL);

  walk.headings = g_ptr_array_new ();
  trio_doc_foreach_block (doc, collect_heading_cb, &walk);
  return walk.headings;
}

/**
 * trio_doc_get_heading_offset:
 * @doc: a document
 *
 * Returns: how many levels a heading stands lower where the title counts as a heading: 1 if
 *   the title is printed, 0 if the first heading takes its place
 */
guint
trio_doc_get_heading_offset (const TrioDoc *doc)
{
  const GPtrArray *blocks;

  g_return_val_if_fail (doc != NULL, 0);

  blocks = trio_doc_get_blocks (doc);
  for (guint i = 0; i < blocks->len; i++)
    if (((const TrioBlock *)blocks->pdata[i])->kind == TRIO_BLOCK_TITLE)
      return 1;
  return 0;
}
