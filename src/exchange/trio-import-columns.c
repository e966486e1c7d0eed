/* trio-import-columns.c: recognises separator, headings and contents of a table.
 *
 * Headings are known in Danish and English whatever language the program runs in, since
 * tables come from elsewhere. Without headings the contents tell: numbers are stations, the
 * longest texts are the inputs.
 */
#include "config.h"

#include "exchange/trio-import-columns.h"

#include <string.h>

#include "exchange/trio-csv-reader.h"

/* How many rows are looked at. */
#define SAMPLE_ROWS  200
#define SAMPLE_BYTES (256 * 1024)

/* A longer first cell is no heading. */
#define MAX_HEADING 40

typedef struct
{
  const char *name;
  TrioImportColumn column;
} Heading;

static const Heading headings[] = {
  { "text", TRIO_IMPORT_COLUMN_TEXT },
  { "tekst", TRIO_IMPORT_COLUMN_TEXT },
  { "input", TRIO_IMPORT_COLUMN_TEXT },
  { "inputs", TRIO_IMPORT_COLUMN_TEXT },
  { "note", TRIO_IMPORT_COLUMN_TEXT },
  { "notes", TRIO_IMPORT_COLUMN_TEXT },
  { "noter", TRIO_IMPORT_COLUMN_TEXT },
  { "indhold", TRIO_IMPORT_COLUMN_TEXT },
  { "content", TRIO_IMPORT_COLUMN_TEXT },
  { "kommentar", TRIO_IMPORT_COLUMN_TEXT },
  { "comment", TRIO_IMPORT_COLUMN_TEXT },
  { "bemærkning", TRIO_IMPORT_COLUMN_TEXT },
  { "idé", TRIO_IMPORT_COLUMN_TEXT },
  { "ide", TRIO_IMPORT_COLUMN_TEXT },
  { "idea", TRIO_IMPORT_COLUMN_TEXT },
  { "udsagn", TRIO_IMPORT_COLUMN_TEXT },
  { "station", TRIO_IMPORT_COLUMN_STATION },
  { "station number", TRIO_IMPORT_COLUMN_NUMBER },
  { "station no", TRIO_IMPORT_COLUMN_NUMBER },
  { "stationsnummer", TRIO_IMPORT_COLUMN_NUMBER },
  { "stationnummer", TRIO_IMPORT_COLUMN_NUMBER },
  { "station nr", TRIO_IMPORT_COLUMN_NUMBER },
  { "stationsnr", TRIO_IMPORT_COLUMN_NUMBER },
  { "theme", TRIO_IMPORT_COLUMN_THEME },
  { "tema", TRIO_IMPORT_COLUMN_THEME },
  { "station title", TRIO_IMPORT_COLUMN_THEME },
  { "stationstitel", TRIO_IMPORT_COLUMN_THEME },
  { "cluster", TRIO_IMPORT_COLUMN_CLUSTER },
  { "klynge", TRIO_IMPORT_COLUMN_CLUSTER },
  { "kategori", TRIO_IMPORT_COLUMN_CLUSTER },
  { "category", TRIO_IMPORT_COLUMN_CLUSTER },
  { "role", TRIO_IMPORT_COLUMN_ROLE },
  { "rolle", TRIO_IMPORT_COLUMN_ROLE },
  { "round", TRIO_IMPORT_COLUMN_ROUND },
  { "runde", TRIO_IMPORT_COLUMN_ROUND },
  { "team", TRIO_IMPORT_COLUMN_TEAM },
  { "hold", TRIO_IMPORT_COLUMN_TEAM },
  { "votes", TRIO_IMPORT_COLUMN_VOTES },
  { "stemmer", TRIO_IMPORT_COLUMN_VOTES },
  { "id", TRIO_IMPORT_COLUMN_IGNORED },
  { "created", TRIO_IMPORT_COLUMN_IGNORED },
  { "oprettet", TRIO_IMPORT_COLUMN_IGNORED },
};

static const struct
{
  const char *name;
  TrioRole role;
} roles[] = {
  { "leder", TRIO_ROLE_LEADER },
  { "leader", TRIO_ROLE_LEADER },
  { "manager", TRIO_ROLE_LEADER },
  { "amr", TRIO_ROLE_AMR },
  { "arbejdsmiljørepræsentant", TRIO_ROLE_AMR },
  { "work-environment representative", TRIO_ROLE_AMR },
  { "work environment representative", TRIO_ROLE_AMR },
  { "health and safety representative", TRIO_ROLE_AMR },
  { "tr", TRIO_ROLE_TR },
  { "tillidsrepræsentant", TRIO_ROLE_TR },
  { "union representative", TRIO_ROLE_TR },
  { "other", TRIO_ROLE_OTHER },
  { "anden", TRIO_ROLE_OTHER },
  { "andet", TRIO_ROLE_OTHER },
  { "andre", TRIO_ROLE_OTHER },
  { "none", TRIO_ROLE_NONE },
  { "ingen", TRIO_ROLE_NONE },
  { "", TRIO_ROLE_NONE },
};

static TrioImportColumn
recognise_heading (const char *cell)
{
  g_autofree char *folded = trio_import_fold (cell, -1);
  gsize length = strlen (folded);

  if (length == 0 || length > MAX_HEADING)
    return TRIO_IMPORT_COLUMN_UNKNOWN;

  /* "Station nr." and "Station:" */
  while (length > 0 && strchr (".: ", folded[length - 1]) != NULL)
    folded[--length] = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (folded, headings[i].name))
      return headings[i].column;

  return TRIO_IMPORT_COLUMN_UNKNOWN;
}

/**
 * trio_import_parse_role:
 * @text: a role in Danish or English
 * @role: (out): the role
 *
 * Returns: whether @text is a role; empty text is one, "none"
 */
gboolean
trio_import_parse_role (const char *text, TrioRole *role)
{
  g_autofree char *folded = trio_import_fold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (folded, roles[i].name))
      {
        *role = roles[i].role;
        return TRUE;
      }

  return FALSE;
}

/**
 * trio_import_parse_station:
 * @text: a cell such as "2", "Station 2", "2: Title" or "Title"
 * @number: (out): the number, or 0
 * @title: (out) (transfer full) (nullable): the title, or %NULL
 *
 * Divides what a cell says about a station.
 */
void
trio_import_parse_station (const char *text, guint *number, char **title)
{
  static const char *const separators[] = { ":", "–", "—", "-", ".", ")" };
  g_autofree char *cell = g_strstrip (g_strdup (text));
  const char *p = cell;
  gboolean has_word = g_ascii_strncasecmp (p, "station", 7) == 0;
  guint n = 0;

  *number = 0;
  *title = NULL;

  if (has_word)
    {
      p += 7;
      while (*p == ' ')
        p++;
      if (g_ascii_strncasecmp (p, "nr", 2) == 0)
        p += p[2] == '.' ? 3 : 2;
      while (*p == ' ')
        p++;
    }

  while (n < 6 && g_ascii_isdigit (p[n]))
    *number = *number * 10 + (guint)(p[n++] - '0');
  p += n;

  if (n > 0 && *p == '\0')
    return;
  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (separators); i++)
    {
      const char *rest = p;

      while (*rest == ' ')
        rest++;
      if (!g_str_has_prefix (rest, separators[i]))
        continue;
      rest += strlen (separators[i]);
      /* "2.5" and "3-D" are no numbers of stations. */
      if (rest == p + strlen (separators[i]) && *rest != ' ' && *rest != '\0'
          && *separators[i] != ':')
        break;
      *title = g_strstrip (g_strdup (rest));
      return;
    }

  *number = 0;
  *title = *cell ? g_steal_pointer (&cell) : NULL;
}

static void
free_row (gpointer row)
{
  g_ptr_array_unref (row);
}

/* The first rows as one separator divides them; the last one may be cut and is left out. */
static GPtrArray *
read_sample (const char *text, gsize length, char separator)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  gsize sample = MIN (length, SAMPLE_BYTES);
  TrioCsvReader reader;

  trio_csv_reader_init (&reader, text, sample, separator);
  while (rows->len < SAMPLE_ROWS)
    {
      g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

      if (!trio_csv_reader_next (&reader, row, NULL)
          || (reader.p == reader.end && sample < length && rows->len > 0))
        break;
      if (row->len > 1 || *(const char *)row->pdata[0])
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  return rows;
}

static guint
count_known (GPtrArray *row)
{
  guint n = 0;

  for (guint i = 0; i < row->len; i++)
    n += recognise_heading (row->pdata[i]) != TRIO_IMPORT_COLUMN_UNKNOWN;

  return n;
}

/* Headings are short words, at least one of them known. */
static gboolean
is_header (GPtrArray *row)
{
  guint n_known = count_known (row);

  if (n_known < 1)
    return FALSE;

  for (guint i = 0; n_known < 2 && i < row->len; i++)
    {
      const char *cell = row->pdata[i];

      if (strlen (cell) > MAX_HEADING || g_ascii_isdigit (*cell))
        return FALSE;
    }

  return TRUE;
}

static char
detect_separator (const char *text, gsize length)
{
  static const char candidates[] = { ';', '\t', '|', ',' };
  char best = 0;
  guint best_score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autoptr (GPtrArray) rows = read_sample (text, length, candidates[i]);
      guint n_same = 0;
      guint n_fields;
      guint score;

      if (rows->len == 0)
        continue;

      n_fields = ((GPtrArray *)rows->pdata[0])->len;
      if (n_fields < 2)
        continue;
      for (guint j = 0; j < rows->len; j++)
        n_same += ((GPtrArray *)rows->pdata[j])->len == n_fields;

      score = 200 * count_known (rows->pdata[0]) + 100 * n_same / rows->len;
      if (score > best_score && (score >= 200 || n_same * 2 > rows->len))
        {
          best = candidates[i];
          best_score = score;
        }
    }

  return best;
}

/* The column with the longest contents among those that hold nothing known. */
static guint
find_longest (GPtrArray *rows, guint first, const TrioImportLayout *layout)
{
  guint best = layout->n_columns;
  gsize best_length = 0;

  for (guint column = 0; column < layout->n_columns; column++)
    {
      gsize length = 0;

      if (layout->columns[column] != TRIO_IMPORT_COLUMN_UNKNOWN)
        continue;
      for (guint i = first; i < rows->len; i++)
        {
          GPtrArray *row = rows->pdata[i];

          length += column < row->len ? strlen (row->pdata[column]) : 0;
        }
      if (length > best_length)
        {
          best = column;
          best_length = length;
        }
    }

  return best;
}

static gboolean
is_station_cell (const TrioImportContext *context, const char *cell)
{
  g_autofree char *title = NULL;
  guint number;

  trio_import_parse_station (cell, &number, &title);
  if (number > 0)
    return number <= context->max_station;
  return title != NULL && trio_import_context_find_theme (context, title) != NULL;
}

static gboolean
is_role_cell (const TrioImportContext *context, const char *cell)
{
  TrioRole role;

  return trio_import_parse_role (cell, &role);
}

/* The first column in which every cell passes; empty cells count for neither. */
static void
guess_column (const TrioImportContext *context,
              GPtrArray *rows,
              TrioImportLayout *layout,
              TrioImportColumn what,
              gboolean (*test) (const TrioImportContext *context, const char *cell))
{
  for (guint column = 0; column < layout->n_columns; column++)
    {
      guint n_filled = 0;
      guint n_passed = 0;

      if (layout->columns[column] != TRIO_IMPORT_COLUMN_UNKNOWN)
        continue;
      for (guint i = 0; i < rows->len; i++)
        {
          GPtrArray *row = rows->pdata[i];

          if (column >= row->len || !*(const char *)row->pdata[column])
            continue;
          n_filled++;
          n_passed += test (context, row->pdata[column]);
        }
      if (n_filled > 0 && n_passed == n_filled)
        {
          layout->columns[column] = what;
          return;
        }
    }
}

static void
read_header (GPtrArray *header, TrioImportLayout *layout)
{
  gboolean taken[TRIO_IMPORT_N_COLUMNS] = { FALSE };

  for (guint i = 0; i < header->len; i++)
    {
      TrioImportColumn column = recognise_heading (header->pdata[i]);

      if (column == TRIO_IMPORT_COLUMN_UNKNOWN || taken[column])
        continue;
      taken[column] = column != TRIO_IMPORT_COLUMN_IGNORED;
      layout->columns[i] = column;
      layout->n_known++;
    }
}

/* Excel writes and reads a first line that names the separator. */
static gsize
skip_separator_line (const char *text, gsize length, char *separator)
{
  gsize n = 5;

  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0
      || (text[5] != '\r' && text[5] != '\n'))
    return 0;

  *separator = text[4];
  while (n < length && (text[n] == '\r' || text[n] == '\n'))
    n++;
  return n;
}

/**
 * trio_import_layout_detect:
 * @context: the workshop whose stations are known
 * @text: valid UTF-8
 * @length: its length in bytes
 *
 * Recognises separator, headings and columns of a table from its first rows. There is
 * always an answer; whether @text is a table at all, the caller knows better.
 *
 * Returns: (transfer full): the layout
 */
TrioImportLayout *
trio_import_layout_detect (const TrioImportContext *context, const char *text, gsize length)
{
  TrioImportLayout *layout = g_new0 (TrioImportLayout, 1);
  g_autoptr (GPtrArray) rows = NULL;

  layout->skip = skip_separator_line (text, length, &layout->separator);
  if (layout->skip == 0)
    layout->separator = detect_separator (text, length);

  rows = read_sample (text + layout->skip, length - layout->skip, layout->separator);
  for (guint i = 0; i < rows->len; i++)
    layout->n_columns = MAX (layout->n_columns, ((GPtrArray *)rows->pdata[i])->len);
  layout->columns = g_new0 (TrioImportColumn, MAX (layout->n_columns, 1));
  if (rows->len == 0)
    return layout;

  layout->has_header = is_header (rows->pdata[0]);
  if (layout->has_header)
    {
      layout->n_columns = ((GPtrArray *)rows->pdata[0])->len;
      read_header (rows->pdata[0], layout);
    }
  else if (layout->n_columns > 1)
    {
      guess_column (context, rows, layout, TRIO_IMPORT_COLUMN_STATION, is_station_cell);
      guess_column (context, rows, layout, TRIO_IMPORT_COLUMN_ROLE, is_role_cell);
    }

  if (trio_import_layout_find (layout, TRIO_IMPORT_COLUMN_TEXT) == layout->n_columns)
    {
      guint column = find_longest (rows, layout->has_header ? 1 : 0, layout);

      if (column < layout->n_columns)
        layout->columns[column] = TRIO_IMPORT_COLUMN_TEXT;
      layout->guessed_text = TRUE;
    }

  return layout;
}

/**
 * trio_import_layout_free:
 * @layout: (nullable): a layout
 *
 * Frees @layout.
 */
void
trio_import_layout_free (TrioImportLayout *layout)
{
  if (layout == NULL)
    return;

  g_free (layout->columns);
  g_free (layout);
}

/**
 * trio_import_layout_find:
 * @layout: a layout
 * @column: what the column holds
 *
 * Returns: the index of the column, or the number of columns if there is none
 */
guint
trio_import_layout_find (const TrioImportLayout *layout, TrioImportColumn column)
{
  guint i = 0;

  while (i < layout->n_columns && layout->columns[i] != column)
    i++;

  return i;
}
