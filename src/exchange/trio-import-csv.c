/* trio-import-csv.c: one input a row; station, cluster, role, round, team and votes by column.
 *
 * What a row says is taken as it is. What cannot be used is left out and listed with its
 * line, and the rest of the row or table still comes.
 */
#include "config.h"

#include "exchange/trio-import-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-csv.h"
#include "base/trio-text.h"
#include "exchange/trio-csv-reader.h"
#include "exchange/trio-import-columns.h"
#include "exchange/trio-import-text.h"

#define MAX_VOTES 100000

/* So many characters of a cell are quoted in a message. */
#define MAX_SHOWN 40

/* How many rows pass between two looks at the cancellable. */
#define ROWS_PER_CHECK 512

typedef struct
{
  TrioImportPlan *plan;
  const TrioImportOptions *options;
  TrioImportLayout *layout;
  guint at[TRIO_IMPORT_N_COLUMNS];
} Table;

/* Adds a finding whose message quotes a cell: in @message it stands for "%s". */
static void
report_cell (
    Table *table, TrioImportSeverity severity, guint line, const char *message, const char *cell)
{
  g_autofree char *shown = trio_text_shorten (cell, MAX_SHOWN);
  g_autoptr (GString) text = g_string_new (message);

  g_string_replace (text, "%s", shown, 1);
  trio_import_plan_add_problem (table->plan, severity, line, "%s", text->str);
}

static const char *
get_cell (const Table *table, GPtrArray *row, TrioImportColumn column)
{
  guint at = table->at[column];

  return at < row->len ? trio_csv_skip_guard (row->pdata[at]) : "";
}

static char *
dup_cell (const Table *table, GPtrArray *row, TrioImportColumn column)
{
  g_autofree char *cell = g_strstrip (g_strdup (get_cell (table, row, column)));

  return *cell ? g_steal_pointer (&cell) : NULL;
}

static gboolean
is_blank_row (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    for (const char *p = row->pdata[i]; *p; p = g_utf8_next_char (p))
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;

  return TRUE;
}

static guint
read_station (Table *table, GPtrArray *row, guint line)
{
  g_autofree char *station = dup_cell (table, row, TRIO_IMPORT_COLUMN_STATION);
  g_autofree char *number_cell = dup_cell (table, row, TRIO_IMPORT_COLUMN_NUMBER);
  g_autofree char *theme = dup_cell (table, row, TRIO_IMPORT_COLUMN_THEME);
  g_autofree char *title = NULL;
  guint number = 0;

  if (station)
    trio_import_parse_station (station, &number, &title);

  if (number_cell)
    {
      g_autofree char *rest = NULL;
      guint own = 0;

      trio_import_parse_station (number_cell, &own, &rest);
      if (own > 0)
        number = own;
      else
        report_cell (table, TRIO_IMPORT_PROBLEM, line, _ ("“%s” is not the number of a station."),
                     number_cell);
    }

  if (theme)
    {
      g_free (title);
      title = g_steal_pointer (&theme);
    }

  if (number == 0 && title == NULL)
    number = table->options->station;
  return trio_import_plan_use_station (table->plan, line, number, title);
}

/* A number beyond any day's rounds is rather a mistake than a plan. */
static void
read_round (Table *table, GPtrArray *row, guint line, char **round)
{
  guint64 number;

  *round = dup_cell (table, row, TRIO_IMPORT_COLUMN_ROUND);
  if (*round == NULL || !g_ascii_isdigit (**round)
      || g_ascii_string_to_unsigned (*round, 10, 1, TRIO_IMPORT_MAX_ROUND, &number, NULL))
    return;

  report_cell (table, TRIO_IMPORT_PROBLEM, line,
               _ ("“%s” is not the number of a round; the input comes without "
                  "one."),
               *round);
  g_clear_pointer (round, g_free);
}

static void
read_role (Table *table, GPtrArray *row, guint line, TrioRole *role)
{
  const char *cell = get_cell (table, row, TRIO_IMPORT_COLUMN_ROLE);

  if (!trio_import_parse_role (cell, role))
    report_cell (table, TRIO_IMPORT_PROBLEM, line,
                 _ ("“%s” is not a role; the input comes without one."), cell);
}

static void
read_votes (Table *table, GPtrArray *row, guint line, guint *votes)
{
  g_autofree char *cell = dup_cell (table, row, TRIO_IMPORT_COLUMN_VOTES);
  guint64 number;

  if (cell == NULL)
    return;

  if (g_ascii_string_to_unsigned (cell, 10, 0, MAX_VOTES, &number, NULL))
    *votes = (guint)number;
  else
    report_cell (table, TRIO_IMPORT_PROBLEM, line,
                 _ ("“%s” is not a number of votes; the input comes without."), cell);
}

/* Fields beyond the headings: mostly a separator inside a text without quotes. */
static gboolean
has_fields_too_many (Table *table, GPtrArray *row)
{
  for (guint i = table->layout->n_columns; i < row->len; i++)
    if (*(const char *)row->pdata[i])
      return TRUE;

  return FALSE;
}

static void
read_row (Table *table, GPtrArray *row, guint line)
{
  TrioImportEntry entry = { .line = line };

  if (is_blank_row (row))
    return;

  if (table->layout->has_header && has_fields_too_many (table, row))
    {
      trio_import_plan_add_problem (
          table->plan, TRIO_IMPORT_PROBLEM, line,
          _ ("The row has %u fields, but there are %u headings. A text that holds the separator "
             "must stand in quotation marks. The row is left out."),
          row->len, table->layout->n_columns);
      table->plan->n_skipped++;
      return;
    }

  entry.text = dup_cell (table, row, TRIO_IMPORT_COLUMN_TEXT);
  if (entry.text == NULL)
    {
      trio_import_plan_add_problem (table->plan, TRIO_IMPORT_PROBLEM, line,
                                    _ ("The row has no text and is left out."));
      table->plan->n_skipped++;
      return;
    }

  entry.station = read_station (table, row, line);
  entry.cluster = dup_cell (table, row, TRIO_IMPORT_COLUMN_CLUSTER);
  entry.team = dup_cell (table, row, TRIO_IMPORT_COLUMN_TEAM);
  read_round (table, row, line, &entry.round);
  read_role (table, row, line, &entry.role);
  read_votes (table, row, line, &entry.votes);
  trio_import_plan_take_entry (table->plan, &entry);
}

/* Tells which columns are not used, and which were guessed. */
static void
report_columns (Table *table, GPtrArray *header, guint line)
{
  guint text = table->at[TRIO_IMPORT_COLUMN_TEXT];
  guint station = table->at[TRIO_IMPORT_COLUMN_STATION];
  guint n_columns = table->layout->n_columns;

  for (guint i = 0; header && i < header->len; i++)
    if (table->layout->columns[i] == TRIO_IMPORT_COLUMN_UNKNOWN && *(char *)header->pdata[i])
      report_cell (table, TRIO_IMPORT_NOTICE, line, _ ("The column “%s” is not used."),
                   (const char *)header->pdata[i]);

  if (header && table->layout->guessed_text && text < header->len)
    report_cell (table, TRIO_IMPORT_NOTICE, line, _ ("The column “%s” is read as the inputs."),
                 (const char *)header->pdata[text]);
  else if (!header && n_columns > 1 && text < n_columns && station < n_columns)
    trio_import_plan_add_problem (table->plan, TRIO_IMPORT_NOTICE, line,
                                  _ ("The table has no headings. Column %u is read as the station "
                                     "and column %u as the inputs."),
                                  station + 1, text + 1);
  else if (!header && n_columns > 1 && text < n_columns)
    trio_import_plan_add_problem (table->plan, TRIO_IMPORT_NOTICE, line,
                                  _ ("The table has no headings. Column %u is read as the "
                                     "inputs."),
                                  text + 1);
}

static gboolean
read_rows (Table *table, const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  gboolean is_first = TRUE;
  TrioCsvReader reader;

  trio_csv_reader_init (&reader, text + table->layout->skip, length - table->layout->skip,
                        table->layout->separator);
  reader.line += table->layout->skip > 0;

  while (trio_csv_reader_next (&reader, row, &local_error))
    {
      if (reader.n_rows % ROWS_PER_CHECK == 1)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (table->options->progress)
            table->options->progress ((double)(reader.p - text) / (double)length,
                                      table->options->progress_data);
        }

      if (is_first && is_blank_row (row))
        continue;
      if (is_first)
        report_columns (table, table->layout->has_header ? row : NULL, reader.row_line);
      if (!is_first || !table->layout->has_header)
        read_row (table, row, reader.row_line);
      is_first = FALSE;
    }

  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (table->options->progress)
    table->options->progress (1.0, table->options->progress_data);
  return TRUE;
}

/**
 * trio_import_csv:
 * @plan: the plan to add to
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 * @options: (nullable): how to read
 * @cancellable: (nullable): to stop
 * @error: return location for a #GError
 *
 * Reads inputs from a table. The separator (semicolon, comma, tab or bar) and the headings,
 * Danish or English, are recognised; without headings the contents tell. Fields follow RFC
 * 4180 and may hold line breaks. The apostrophe that exports put before formulas is taken
 * off. What cannot be used is in the plan's problems.
 *
 * Returns: %TRUE, or %FALSE with @error set: cancelled, a quote that is never closed
 *   (%TRIO_ERROR_PARSE), or too many rows or too long a field (%TRIO_ERROR_TOO_LARGE); the
 *   plan is then useless
 */
gboolean
trio_import_csv (TrioImportPlan *plan,
                 const char *text,
                 gssize length,
                 const TrioImportOptions *options,
                 GCancellable *cancellable,
                 GError **error)
{
  static const TrioImportOptions usual = { 0 };
  g_autoptr (TrioImportLayout) layout = NULL;
  Table table = { .plan = plan, .options = options ? options : &usual };

  g_return_val_if_fail (plan != NULL && text != NULL, FALSE);

  if (plan->sources->len == 0)
    trio_import_plan_begin_source (plan, "");
  if (length < 0)
    length = (gssize)strlen (text);

  layout = trio_import_layout_detect (plan->context, text, (gsize)length);
  table.layout = layout;
  for (guint i = 0; i < TRIO_IMPORT_N_COLUMNS; i++)
    {
      table.at[i] = trio_import_layout_find (layout, i);
      if (table.at[i] == layout->n_columns)
        table.at[i] = G_MAXUINT;
    }

  return read_rows (&table, text, (gsize)length, cancellable, error);
}

/**
 * trio_import_csv_is_table:
 * @context: the workshop whose stations are known
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Tells a table from a list of lines where no file name does: it has headings of which two
 * are known, one of them that of the inputs; or tabs divide each line into the same columns,
 * one of which holds stations.
 *
 * Returns: whether @text is a table
 */
gboolean
trio_import_csv_is_table (const TrioImportContext *context, const char *text, gssize length)
{
  g_autoptr (TrioImportLayout) layout = NULL;
  gsize n = length < 0 ? strlen (text) : (gsize)length;

  layout = trio_import_layout_detect (context, text, n);
  if (layout->skip > 0)
    return TRUE;
  if (layout->n_columns < 2 || layout->separator == 0)
    return FALSE;
  if (layout->has_header)
    return layout->n_known >= 2 && !layout->guessed_text;

  return layout->separator == '\t' && !trio_import_text_has_bullets (text, length)
         && trio_import_layout_find (layout, TRIO_IMPORT_COLUMN_STATION) < layout->n_columns
         && trio_import_layout_find (layout, TRIO_IMPORT_COLUMN_TEXT) < layout->n_columns;
}
