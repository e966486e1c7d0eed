/* trio-csv.c: when a cell of a table needs an apostrophe in front, and when it has one. */
#include "base/trio-csv.h"

#include <string.h>

static gboolean
is_number (const char *text)
{
  gsize n = *text == '-' ? 1 : 0;

  return text[n] != '\0' && strspn (text + n, "0123456789.,") == strlen (text + n);
}

/* The signs that open a formula, also in their full-width forms. “- a dash” is none. */
static gboolean
is_formula (const char *cell)
{
  switch (g_utf8_get_char (cell))
    {
    case '=':
    case '+':
    case '@':
    case '\t':
    case '\r':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF20:
    case 0xFF0D:
      return TRUE;
    case '-':
      return !is_number (cell) && cell[1] != ' ' && cell[1] != '\0';
    default:
      return FALSE;
    }
}

/**
 * trio_csv_needs_guard:
 * @cell: the text of a cell, UTF-8
 *
 * Whether a spreadsheet would run the cell as a formula. Text that looks like a guarded cell
 * needs a guard as well, or its own apostrophe would be lost on the way back.
 *
 * Returns: whether an apostrophe must be written before the text
 */
gboolean
trio_csv_needs_guard (const char *cell)
{
  g_return_val_if_fail (cell != NULL, FALSE);

  return is_formula (cell + strspn (cell, "'"));
}

/**
 * trio_csv_skip_guard:
 * @cell: a cell as it stands in a file, UTF-8
 *
 * Returns: (transfer none): the text of the cell without the apostrophe of an export
 */
const char *
trio_csv_skip_guard (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return cell[0] == '\'' && trio_csv_needs_guard (cell + 1) ? cell + 1 : cell;
}
