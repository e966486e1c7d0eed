/* trio-scope-rows.c: the rows of a param, and which of them belong to the theme or row at hand.
 *
 * A row is a line, its fields stand between "|". A line that begins with white space goes on
 * with the last field of the row before it, as a new paragraph.
 */
#include "config.h"

#include "document/trio-scope.h"

#include <string.h>

#include "document/trio-template-private.h"

#define THEME_COLUMN   "theme"
#define SECTION_COLUMN "section"

static void
free_rows (gpointer rows)
{
  g_ptr_array_unref (rows);
}

static char **
split_row (const char *line, guint n_columns)
{
  char **cells = g_strsplit (line, "|", (int)n_columns);

  for (char **cell = cells; *cell != NULL; cell++)
    g_strstrip (*cell);
  return cells;
}

static void
go_on (char **cells, char *line)
{
  char **last = cells + g_strv_length (cells) - 1;
  char *longer = g_strconcat (*last, "\n\n", g_strstrip (line), NULL);

  g_free (*last);
  *last = longer;
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

static GPtrArray *
read_rows (const char *text, guint n_columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (is_blank (*line))
        continue;
      if (g_ascii_isspace (**line) && rows->len > 0)
        go_on (rows->pdata[rows->len - 1], *line);
      else
        g_ptr_array_add (rows, split_row (*line, n_columns));
    }
  return rows;
}

static gboolean
is_same_word (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

/* What a field “theme” or “section” names: something by its number or by its title. */
typedef struct
{
  guint column;
  guint number;
  const char *title;
} Owner;

static gboolean
belongs (const Owner *owner, char **cells)
{
  const char *cell = owner->column < g_strv_length (cells) ? cells[owner->column] : "";
  g_autofree char *text = g_strdup_printf ("%u", owner->number);

  return g_str_equal (cell, text) || is_same_word (cell, owner->title);
}

static const TrioScope *
find_row (const TrioScope *scope)
{
  while (scope != NULL && (scope->cells == NULL || scope->cells[0] == NULL))
    scope = scope->outer;
  return scope;
}

static gboolean
find_owner (const TrioScope *scope, const TrioParam *param, Owner *owner)
{
  const TrioRecord *theme = trio_scope_find (scope, TRIO_SCOPE_THEME);
  const TrioScope *row = find_row (scope);

  if (theme != NULL && trio_param_find_column (param, THEME_COLUMN, &owner->column) != NULL)
    {
      owner->number = trio_doc_source_get_theme_number (scope->source, theme->id);
      owner->title = trio_record_get_text (theme, TRIO_THEME_TITLE);
      return TRUE;
    }
  if (row == NULL || trio_param_find_column (param, SECTION_COLUMN, &owner->column) == NULL)
    return FALSE;
  owner->number = row->ordinal;
  owner->title = row->cells[0];
  return TRUE;
}

/**
 * trio_scope_rows_new:
 *
 * Returns: (transfer full): what keeps the rows that were read, for the outermost scope
 */
GHashTable *
trio_scope_rows_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, free_rows);
}

/**
 * trio_scope_list_rows:
 * @scope: a scope
 * @param: a param with columns
 *
 * Inside a theme, rows with a field “theme” are only those of this theme; inside the row of
 * another param, rows with a field “section” are only those of this row.
 *
 * Returns: (transfer container) (element-type GStrv): the fields of each row; they live as
 *   long as the outermost scope
 */
GPtrArray *
trio_scope_list_rows (const TrioScope *scope, const TrioParam *param)
{
  GPtrArray *rows = g_hash_table_lookup (scope->rows, param);
  GPtrArray *here = g_ptr_array_new ();
  Owner owner = { 0 };
  gboolean has_owner;

  g_return_val_if_fail (scope != NULL && param != NULL, here);

  if (param->columns->len == 0)
    return here;
  if (rows == NULL)
    {
      rows = read_rows (trio_scope_get_param (scope, param), param->columns->len);
      g_hash_table_insert (scope->rows, (gpointer)param, rows);
    }
  has_owner = find_owner (scope, param, &owner);
  for (guint i = 0; i < rows->len; i++)
    if (!has_owner || belongs (&owner, rows->pdata[i]))
      g_ptr_array_add (here, rows->pdata[i]);
  return here;
}
