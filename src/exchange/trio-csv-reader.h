/* trio-csv-reader.h: rows of a CSV text after RFC 4180, one at a time.
 *
 * Any separator; quoted fields with line breaks and doubled quotes; every kind of line end.
 * A quote inside an unquoted field is a character like any other, as spreadsheets read it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRIO_CSV_MAX_ROWS  100000
#define TRIO_CSV_MAX_FIELD (1024 * 1024)

/**
 * TrioCsvReader:
 * @start: the text
 * @p: where the next row begins
 * @end: behind the text
 * @separator: the separator, or 0 if there is only one column
 * @line: line of @p, from 1
 * @row_line: line in which the row read last begins
 * @n_rows: rows read so far
 *
 * A place in a CSV text. Fill it with trio_csv_reader_init().
 */
typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  char separator;
  guint line;
  guint row_line;
  guint n_rows;
} TrioCsvReader;

void trio_csv_reader_init (TrioCsvReader *reader, const char *text, gsize length, char separator);
gboolean trio_csv_reader_next (TrioCsvReader *reader, GPtrArray *fields, GError **error);

G_END_DECLS
