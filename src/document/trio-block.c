/* trio-block.c: making and freeing the blocks of a document. */
#include "document/trio-block.h"

#include "base/trio-text.h"

#define LABEL_FLAGS (TRIO_TEXT_NO_SOFT_HYPHENS | TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM)

static TrioBlock *
new_block (TrioBlockKind kind)
{
  TrioBlock *block = g_new0 (TrioBlock, 1);

  block->kind = kind;
  return block;
}

static TrioInlines *
or_empty (TrioInlines *inlines)
{
  return inlines != NULL ? inlines : trio_inlines_new ();
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)trio_block_free);
}

static GPtrArray *
new_cells (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)trio_inlines_free);
}

static void
free_field (gpointer data)
{
  TrioMetaField *field = data;

  g_free (field->label);
  trio_inlines_free (field->value);
  g_free (field);
}

/**
 * trio_block_new_title:
 * @inlines: (transfer full): the title
 *
 * Returns: (transfer full): the title of a document
 */
TrioBlock *
trio_block_new_title (TrioInlines *inlines)
{
  TrioBlock *block = new_block (TRIO_BLOCK_TITLE);

  block->title.inlines = or_empty (inlines);
  return block;
}

/**
 * trio_block_new_meta:
 * @layout: lines or a table
 *
 * Returns: (transfer full): labels with values, none yet; see trio_block_add_meta()
 */
TrioBlock *
trio_block_new_meta (TrioMetaLayout layout)
{
  TrioBlock *block = new_block (TRIO_BLOCK_META);

  block->meta.layout = layout;
  block->meta.fields = g_ptr_array_new_with_free_func (free_field);
  return block;
}

/**
 * trio_block_new_heading:
 * @level: 1–4
 * @inlines: (transfer full): the heading without its number
 *
 * Returns: (transfer full): a heading without number
 */
TrioBlock *
trio_block_new_heading (guint level, TrioInlines *inlines)
{
  TrioBlock *block;

  g_return_val_if_fail (level >= 1 && level <= 4, NULL);

  block = new_block (TRIO_BLOCK_HEADING);
  block->heading.level = level;
  block->heading.inlines = or_empty (inlines);
  return block;
}

/**
 * trio_block_new_para:
 * @style: what kind of paragraph it is
 * @inlines: (transfer full): its text
 *
 * Returns: (transfer full): a paragraph
 */
TrioBlock *
trio_block_new_para (TrioParaStyle style, TrioInlines *inlines)
{
  TrioBlock *block = new_block (TRIO_BLOCK_PARA);

  block->para.style = style;
  block->para.inlines = or_empty (inlines);
  return block;
}

/**
 * trio_block_new_list:
 * @list: (transfer full): a list
 *
 * Returns: (transfer full): the list as a block
 */
TrioBlock *
trio_block_new_list (TrioList *list)
{
  TrioBlock *block;

  g_return_val_if_fail (list != NULL, NULL);

  block = new_block (TRIO_BLOCK_LIST);
  block->list = list;
  return block;
}

/**
 * trio_block_new_cluster:
 * @level: the level of its heading, 2–5
 * @title: (transfer full): the title of the cluster
 * @list: (transfer full): its inputs
 *
 * Returns: (transfer full): a titled list of inputs
 */
TrioBlock *
trio_block_new_cluster (guint level, TrioInlines *title, TrioList *list)
{
  TrioBlock *block;

  g_return_val_if_fail (level >= 2 && level <= 5 && list != NULL, NULL);

  block = new_block (TRIO_BLOCK_CLUSTER);
  block->cluster.level = level;
  block->cluster.title = or_empty (title);
  block->cluster.list = list;
  return block;
}

/**
 * trio_block_new_table:
 * @caption: (transfer full) (nullable): what the table shows
 * @n_columns: the number of columns, at least 1
 *
 * Returns: (transfer full): a table without cells
 */
TrioBlock *
trio_block_new_table (TrioInlines *caption, guint n_columns)
{
  TrioBlock *block;

  g_return_val_if_fail (n_columns >= 1, NULL);

  block = new_block (TRIO_BLOCK_TABLE);
  block->table.caption = caption;
  block->table.n_columns = n_columns;
  block->table.head = new_cells ();
  block->table.rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  return block;
}

/**
 * trio_block_new_figure:
 * @image: the bytes of the picture
 * @mime_type: "image/png", "image/jpeg" or "image/svg+xml"
 * @alt: (nullable): what the picture shows, in words; %NULL if it only decorates
 * @width_mm: the printed width in millimetres
 * @height_mm: the printed height in millimetres, 0 to keep the proportions
 *
 * Returns: (transfer full): a picture
 */
TrioBlock *
trio_block_new_figure (
    GBytes *image, const char *mime_type, const char *alt, double width_mm, double height_mm)
{
  TrioBlock *block;

  g_return_val_if_fail (image != NULL && mime_type != NULL, NULL);

  block = new_block (TRIO_BLOCK_FIGURE);
  block->figure.image = g_bytes_ref (image);
  block->figure.mime_type = g_strdup (mime_type);
  block->figure.width_mm = width_mm;
  block->figure.height_mm = height_mm;
  block->figure.decorative = alt == NULL;
  block->figure.alt = trio_text_clean (alt, -1, LABEL_FLAGS);
  return block;
}

/**
 * trio_block_new_box:
 * @level: the level of its title, 1–5
 * @title: (transfer full): its title
 *
 * Returns: (transfer full): a titled section beside the text, empty; see trio_block_append()
 */
TrioBlock *
trio_block_new_box (guint level, TrioInlines *title)
{
  TrioBlock *block;

  g_return_val_if_fail (level >= 1 && level <= 5, NULL);

  block = new_block (TRIO_BLOCK_BOX);
  block->box.level = level;
  block->box.title = or_empty (title);
  block->box.blocks = new_blocks ();
  return block;
}

/**
 * trio_block_new_toc:
 * @depth: how many levels of headings it lists, 1–3
 * @title: (transfer full): its title
 *
 * Returns: (transfer full): a list of contents; see trio_doc_list_headings()
 */
TrioBlock *
trio_block_new_toc (guint depth, TrioInlines *title)
{
  TrioBlock *block;

  g_return_val_if_fail (depth >= 1 && depth <= 3, NULL);

  block = new_block (TRIO_BLOCK_TOC);
  block->toc.depth = depth;
  block->toc.title = or_empty (title);
  return block;
}

/**
 * trio_block_new_decision:
 * @level: the level of its heading, 1–5
 * @body: the body that decided, for the record
 * @date: (nullable): the ISO date of the decision, for the record
 * @heading: (transfer full): the printed heading, in words of the template
 *
 * Returns: (transfer full): a decision without text; see trio_block_append()
 */
TrioBlock *
trio_block_new_decision (guint level, const char *body, const char *date, TrioInlines *heading)
{
  TrioBlock *block;

  g_return_val_if_fail (level >= 1 && level <= 5 && body != NULL, NULL);

  block = new_block (TRIO_BLOCK_DECISION);
  block->decision.level = level;
  block->decision.body = trio_text_clean (body, -1, LABEL_FLAGS);
  block->decision.date = g_strdup (date);
  block->decision.heading = or_empty (heading);
  block->decision.blocks = new_blocks ();
  return block;
}

static void
free_content (TrioBlock *block)
{
  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
      trio_inlines_free (block->title.inlines);
      break;
    case TRIO_BLOCK_META:
      g_ptr_array_unref (block->meta.fields);
      break;
    case TRIO_BLOCK_HEADING:
      g_free (block->heading.literal);
      trio_inlines_free (block->heading.inlines);
      break;
    case TRIO_BLOCK_PARA:
      trio_inlines_free (block->para.inlines);
      break;
    case TRIO_BLOCK_LIST:
      trio_list_free (block->list);
      break;
    case TRIO_BLOCK_CLUSTER:
      trio_inlines_free (block->cluster.title);
      trio_list_free (block->cluster.list);
      break;
    case TRIO_BLOCK_TABLE:
      trio_inlines_free (block->table.caption);
      g_ptr_array_unref (block->table.head);
      g_ptr_array_unref (block->table.rows);
      break;
    case TRIO_BLOCK_FIGURE:
      g_bytes_unref (block->figure.image);
      g_free (block->figure.mime_type);
      g_free (block->figure.alt);
      trio_inlines_free (block->figure.caption);
      break;
    case TRIO_BLOCK_BOX:
      trio_inlines_free (block->box.title);
      g_ptr_array_unref (block->box.blocks);
      break;
    case TRIO_BLOCK_TOC:
      trio_inlines_free (block->toc.title);
      break;
    case TRIO_BLOCK_DECISION:
      g_free (block->decision.body);
      g_free (block->decision.date);
      trio_inlines_free (block->decision.heading);
      g_ptr_array_unref (block->decision.blocks);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * trio_block_free:
 * @block: (nullable): a block with everything below it
 */
void
trio_block_free (TrioBlock *block)
{
  if (block == NULL)
    return;
  free_content (block);
  g_free (block->anchor);
  g_free (block->source);
  g_free (block);
}
