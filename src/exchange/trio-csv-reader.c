/* trio-csv-reader.c: cuts a CSV text into rows and fields (RFC 4180).
 *
 * Limits keep a hostile file from filling the memory: rows, and bytes a field.
 */
#include "config.h"

#include "exchange/trio-csv-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static void
skip_line_end (TrioCsvReader *reader)
{
  if (reader->p >= reader->end)
    return;

  if (reader->p[0] == '\r' && reader->p + 1 < reader->end && reader->p[1] == '\n')
    reader->p++;
  reader->p++;
  reader->line++;
}

static gboolean
refuse_length (guint line, GError **error)
{
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_TOO_LARGE,
               /* Translators: the file is a table; a field is one cell of it */
               _ ("Line %u: A field is longer than 1 MB, which no input is. Perhaps a quotation "
                  "mark is missing."),
               line);
  return FALSE;
}

/* The part in quotes; the reader stands behind the opening one. */
static gboolean
read_quoted (TrioCsvReader *reader, GString *field, GError **error)
{
  guint line = reader->line;

  while (reader->p < reader->end)
    {
      const char *run = reader->p;

      while (reader->p < reader->end && *reader->p != '"' && !is_line_end (*reader->p))
        reader->p++;
      g_string_append_len (field, run, reader->p - run);
      if (field->len > TRIO_CSV_MAX_FIELD)
        return refuse_length (line, error);
      if (reader->p >= reader->end)
        break;

      if (is_line_end (*reader->p))
        {
          skip_line_end (reader);
          g_string_append_c (field, '\n');
        }
      else if (reader->p + 1 < reader->end && reader->p[1] == '"')
        {
          g_string_append_c (field, '"');
          reader->p += 2;
        }
      else
        {
          reader->p++;
          return TRUE;
        }
    }

  g_set_error (error, TRIO_ERROR, TRIO_ERROR_PARSE,
               _ ("Line %u: The quotation mark that begins a field here is never closed, so that "
                  "nothing behind it can be read. Close it and import again."),
               line);
  return FALSE;
}

static gboolean
read_field (TrioCsvReader *reader, GString *field, GError **error)
{
  const char *run;

  if (reader->p < reader->end && *reader->p == '"')
    {
      reader->p++;
      if (!read_quoted (reader, field, error))
        return FALSE;
    }

  run = reader->p;
  while (reader->p < reader->end && !is_line_end (*reader->p)
         && (reader->separator == 0 || *reader->p != reader->separator))
    reader->p++;
  g_string_append_len (field, run, reader->p - run);

  return field->len <= TRIO_CSV_MAX_FIELD || refuse_length (reader->line, error);
}

/**
 * trio_csv_reader_init:
 * @reader: a reader
 * @text: valid UTF-8, which must live as long as @reader is used
 * @length: its length in bytes
 * @separator: the separator, or 0 if there is only one column
 *
 * Makes @reader stand before the first row.
 */
void
trio_csv_reader_init (TrioCsvReader *reader, const char *text, gsize length, char separator)
{
  *reader = (TrioCsvReader){
    .start = text, .p = text, .end = text + length, .separator = separator, .line = 1
  };
}

/**
 * trio_csv_reader_next:
 * @reader: a reader
 * @fields: (element-type utf8): emptied, then gets the fields of the next row; must have a
 *   free function
 * @error: return location for a #GError
 *
 * Reads the next row. A blank line is a row with one empty field.
 *
 * Returns: whether there was a row; %FALSE without @error at the end, %FALSE with @error if
 *   a quote is never closed (%TRIO_ERROR_PARSE) or a limit is exceeded (%TRIO_ERROR_TOO_LARGE)
 */
gboolean
trio_csv_reader_next (TrioCsvReader *reader, GPtrArray *fields, GError **error)
{
  g_ptr_array_set_size (fields, 0);
  if (reader->p >= reader->end)
    return FALSE;

  if (reader->n_rows++ >= TRIO_CSV_MAX_ROWS)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_TOO_LARGE,
                   _ ("Line %u: The table has more than %d rows. Divide it into several files."),
                   reader->line, TRIO_CSV_MAX_ROWS);
      return FALSE;
    }

  reader->row_line = reader->line;
  while (TRUE)
    {
      GString *field = g_string_new (NULL);

      if (!read_field (reader, field, error))
        {
          g_string_free (field, TRUE);
          return FALSE;
        }

      g_ptr_array_add (fields, g_string_free (field, FALSE));
      if (reader->p >= reader->end || is_line_end (*reader->p))
        break;
      reader->p++;
    }

  skip_line_end (reader);
  return TRUE;
}
