/* trio-block-fill.c: setting what a block holds beyond what it was made with. */
#include "document/trio-block.h"

#include <string.h>

#include "base/trio-text.h"

#define LABEL_FLAGS (TRIO_TEXT_NO_SOFT_HYPHENS | TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM)

static TrioInlines *
or_empty (TrioInlines *inlines)
{
  return inlines != NULL ? inlines : trio_inlines_new ();
}

/**
 * trio_block_set_starts_page:
 * @block: a block
 * @starts_page: whether it begins a new page
 */
void
trio_block_set_starts_page (TrioBlock *block, gboolean starts_page)
{
  g_return_if_fail (block != NULL);

  block->starts_page = starts_page;
}

/**
 * trio_block_set_anchor:
 * @block: a block
 * @anchor: a name to link to; other signs than letters and digits of ASCII become “_”
 *
 * A #TrioDoc gives another name if this one is taken.
 */
void
trio_block_set_anchor (TrioBlock *block, const char *anchor)
{
  g_return_if_fail (block != NULL && anchor != NULL);

  g_free (block->anchor);
  block->anchor
      = g_ascii_isalpha (*anchor) ? g_strndup (anchor, 40) : g_strdup_printf ("a_%.38s", anchor);
  g_strcanon (block->anchor, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_", '_');
}

/**
 * trio_block_set_source:
 * @block: a block
 * @source: (nullable): the UUID of an object of the workshop; of the fields of a theme also
 *   the name, such as "UUID/direction"; from the second paragraph on with its number, such as
 *   "UUID/2"
 *
 * Says which object the words come from, so that a preview can go there and back. No writer
 * writes it.
 */
void
trio_block_set_source (TrioBlock *block, const char *source)
{
  g_return_if_fail (block != NULL);

  g_free (block->source);
  block->source = g_strdup (source);
}

/**
 * trio_block_add_meta:
 * @meta: a block of labels and values
 * @label: the label, with or without its colon
 * @value: (transfer full): the value
 *
 * Adds a field at the end.
 */
void
trio_block_add_meta (TrioBlock *meta, const char *label, TrioInlines *value)
{
  TrioMetaField *field;
  gsize length;

  g_return_if_fail (meta != NULL && meta->kind == TRIO_BLOCK_META && label != NULL);

  field = g_new0 (TrioMetaField, 1);
  field->label = trio_text_clean (label, -1, LABEL_FLAGS);
  length = strlen (field->label);
  if (length > 0 && field->label[length - 1] == ':')
    field->label[length - 1] = '\0';
  field->value = or_empty (value);
  g_ptr_array_add (meta->meta.fields, field);
}

/**
 * trio_block_set_number:
 * @heading: a heading
 * @style: %TRIO_NUMBER_DOT, %TRIO_NUMBER_PAREN, or %TRIO_NUMBER_NONE
 * @number: the number
 */
void
trio_block_set_number (TrioBlock *heading, TrioNumberStyle style, guint number)
{
  g_return_if_fail (heading != NULL && heading->kind == TRIO_BLOCK_HEADING);
  g_return_if_fail (style != TRIO_NUMBER_LITERAL);

  heading->heading.style = style;
  heading->heading.number = number;
}

/**
 * trio_block_set_literal:
 * @heading: a heading
 * @literal: the label that stands before it, such as "STATION 1:"
 */
void
trio_block_set_literal (TrioBlock *heading, const char *literal)
{
  g_return_if_fail (heading != NULL && heading->kind == TRIO_BLOCK_HEADING && literal != NULL);

  heading->heading.style = TRIO_NUMBER_LITERAL;
  g_free (heading->heading.literal);
  heading->heading.literal = trio_text_clean (literal, -1, LABEL_FLAGS);
}

/**
 * trio_block_set_appendix:
 * @heading: a heading
 * @is_appendix: whether an appendix begins with it
 */
void
trio_block_set_appendix (TrioBlock *heading, gboolean is_appendix)
{
  g_return_if_fail (heading != NULL && heading->kind == TRIO_BLOCK_HEADING);

  heading->heading.is_appendix = is_appendix;
}

/**
 * trio_block_add_head_cell:
 * @table: a table with fewer head cells than columns
 * @cell: (transfer full): the head of the next column
 */
void
trio_block_add_head_cell (TrioBlock *table, TrioInlines *cell)
{
  g_return_if_fail (table != NULL && table->kind == TRIO_BLOCK_TABLE);
  g_return_if_fail (table->table.head->len < table->table.n_columns);

  g_ptr_array_add (table->table.head, or_empty (cell));
}

/**
 * trio_block_add_row:
 * @table: a table whose last row is full
 *
 * Starts a row; see trio_block_add_cell().
 */
void
trio_block_add_row (TrioBlock *table)
{
  g_return_if_fail (table != NULL && table->kind == TRIO_BLOCK_TABLE);

  g_ptr_array_add (table->table.rows,
                   g_ptr_array_new_with_free_func ((GDestroyNotify)trio_inlines_free));
}

/**
 * trio_block_add_cell:
 * @table: a table with a row that is not full
 * @cell: (transfer full): the next cell of the row
 */
void
trio_block_add_cell (TrioBlock *table, TrioInlines *cell)
{
  GPtrArray *row;

  g_return_if_fail (table != NULL && table->kind == TRIO_BLOCK_TABLE && table->table.rows->len > 0);

  row = table->table.rows->pdata[table->table.rows->len - 1];
  g_return_if_fail (row->len < table->table.n_columns);
  g_ptr_array_add (row, or_empty (cell));
}

/**
 * trio_block_set_caption:
 * @figure: a figure
 * @caption: (transfer full) (nullable): the text below it
 */
void
trio_block_set_caption (TrioBlock *figure, TrioInlines *caption)
{
  g_return_if_fail (figure != NULL && figure->kind == TRIO_BLOCK_FIGURE);

  trio_inlines_free (figure->figure.caption);
  figure->figure.caption = caption;
}

/**
 * trio_block_append:
 * @parent: a box or a decision that is not yet part of a document
 * @child: (transfer full): a complete block
 *
 * Adds a block inside another one.
 */
void
trio_block_append (TrioBlock *parent, TrioBlock *child)
{
  g_return_if_fail (parent != NULL && child != NULL);

  if (parent->kind == TRIO_BLOCK_BOX)
    g_ptr_array_add (parent->box.blocks, child);
  else if (parent->kind == TRIO_BLOCK_DECISION)
    g_ptr_array_add (parent->decision.blocks, child);
  else
    g_return_if_reached ();
}
