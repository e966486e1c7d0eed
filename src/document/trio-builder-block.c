/* trio-builder-block.c: tables, figures and decisions. */
#include "config.h"

#include <string.h>

#include "document/trio-builder-private.h"

static char *
make_cell (const TrioNode *column, const TrioScope *scope)
{
  g_autofree char *text
      = column->wording != NULL ? trio_builder_expand (column->wording, scope) : g_strdup ("");

  return g_steal_pointer (&text);
}

static GPtrArray *
make_row (const TrioNode *node, const TrioScope *scope)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < node->children->len; i++)
    g_ptr_array_add (row,
                     scope != NULL ? make_cell (node->children->pdata[i], scope) : g_strdup (""));
  return row;
}

static GPtrArray *
make_rows (const TrioNode *node, const TrioScope *scope)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) items
      = node->name != NULL ? trio_scope_list (scope, node->name) : g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      TrioScope inner = trio_scope_open (scope, node->name, items->pdata[i], i + 1);

      g_ptr_array_add (rows, make_row (node, &inner));
    }
  for (guint i = 0; i < node->count; i++)
    g_ptr_array_add (rows, make_row (node, NULL));
  return rows;
}

static gboolean
is_column_shown (const TrioNode *node, guint column, const GPtrArray *rows)
{
  if (!((const TrioNode *)node->children->pdata[column])->omit_empty)
    return TRUE;
  for (guint i = 0; i < rows->len; i++)
    if (*(const char *)g_ptr_array_index ((GPtrArray *)rows->pdata[i], column) != '\0')
      return TRUE;
  return FALSE;
}

static TrioInlines *
make_caption (const TrioWording *wording, const TrioScope *scope)
{
  g_autofree char *text = wording != NULL ? trio_builder_expand (wording, scope) : g_strdup ("");
  g_autofree char *line = trio_builder_one_line (text);

  return *line != '\0' ? trio_inlines_new_text (line) : NULL;
}

static guint
count_shown (const TrioNode *node, const GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < node->children->len; i++)
    n += is_column_shown (node, i, rows);
  return n;
}

TrioBlock *
trio_builder_make_table (const TrioNode *node, const TrioScope *scope)
{
  g_autoptr (GPtrArray) rows = make_rows (node, scope);
  guint n_columns = count_shown (node, rows);
  TrioBlock *table;

  if (rows->len == 0 || n_columns == 0)
    {
      TrioInlines *fallback = make_caption (node->fallback, scope);

      return fallback != NULL ? trio_block_new_para (TRIO_PARA_NORMAL, fallback) : NULL;
    }
  table = trio_block_new_table (make_caption (node->label, scope), n_columns);
  for (guint i = 0; i < node->children->len; i++)
    if (is_column_shown (node, i, rows))
      trio_block_add_head_cell (table, trio_inlines_new_text (
                                           ((const TrioNode *)node->children->pdata[i])->name));
  for (guint r = 0; r < rows->len; r++)
    {
      trio_block_add_row (table);
      for (guint i = 0; i < node->children->len; i++)
        if (is_column_shown (node, i, rows))
          trio_block_add_cell (table, trio_inlines_new_text (
                                          g_ptr_array_index ((GPtrArray *)rows->pdata[r], i)));
    }
  return table;
}

static const char *
guess_mime_type (GBytes *image)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (image, &size);

  if (size > 8 && memcmp (data, "\211PNG\r\n\032\n", 8) == 0)
    return "image/png";
  return size > 3 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff ? "image/jpeg" : NULL;
}

/* A figure without words for those who do not see it says at least what it is. */
TrioBlock *
trio_builder_make_figure (const TrioNode *node, const TrioScope *scope)
{
  GBytes *image = trio_build_options_get_image (scope->options, node->name);
  const char *mime_type = image != NULL ? guess_mime_type (image) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *alt = NULL;
  TrioInlines *caption;
  TrioBlock *figure;

  if (mime_type == NULL)
    return NULL;
  text = trio_builder_expand (node->label, scope);
  alt = trio_builder_one_line (text);
  figure = trio_block_new_figure (image, mime_type,
                                  *alt != '\0'
                                      ? alt
                                      : trio_template_find_param (scope->tmpl, node->name)->label,
                                  node->width_mm, 0);
  caption = make_caption (node->wording, scope);
  if (caption != NULL)
    trio_block_set_caption (figure, caption);
  return figure;
}

static const char *
find_text (const TrioScope *scope, const char *path)
{
  TrioWordingValue value = { TRIO_WORDING_TEXT, NULL, 0 };

  if (path == NULL || !trio_scope_lookup_cb (path, &value, (gpointer)scope)
      || trio_wording_value_is_empty (&value))
    return NULL;
  return value.text;
}

TrioBlock *
trio_builder_make_decision (const TrioNode *node, const TrioScope *scope)
{
  const char *body = find_text (scope, node->body);
  TrioInlines *heading = make_caption (node->label, scope);

  if (heading == NULL)
    return NULL;
  return trio_block_new_decision (node->level, body != NULL ? body : "",
                                  find_text (scope, node->date), heading);
}
