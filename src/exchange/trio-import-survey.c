/* trio-import-survey.c: cuts a text into lines and looks at the text as a whole.
 *
 * Where the inputs begin (the appendix of a whole Notat), which numbered lines are list
 * items, and whether a section uses bullets.
 */
#include "config.h"

#include "exchange/trio-import-line.h"

#include <string.h>

/* So many lines may stand between the heading of the appendix and the first station. */
#define MAX_APPENDIX_INTRO 3

/* So many lines may stand between a page number and the page break below it. */
#define MAX_PAGE_FOOT 10

/* How many lines pass between two looks at the cancellable. */
#define LINES_PER_CHECK 2048

static TrioImportLine *
get_line (GArray *lines, guint index)
{
  return &g_array_index (lines, TrioImportLine, index);
}

/* A page number may also be the last line of a page, above a few blank ones. */
static void
mark_page_end (GArray *lines)
{
  guint last = lines->len > MAX_PAGE_FOOT ? lines->len - MAX_PAGE_FOOT : 0;

  for (guint i = lines->len; i-- > last;)
    {
      TrioImportLine *line = &g_array_index (lines, TrioImportLine, i);

      if (line->kind == TRIO_IMPORT_LINE_BLANK)
        continue;
      if (trio_import_line_is_page_number (line))
        line->kind = TRIO_IMPORT_LINE_PAGE;
      return;
    }
}

/* The end of the line that starts at @p: the break after it, and how long that is. */
static const char *
find_break (const char *p, const char *end, gsize *n, gboolean *counts)
{
  for (; p < end; p++)
    {
      guchar c = (guchar)*p;

      *counts = TRUE;
      *n = 1;
      if (c == '\n')
        return p;
      if (c == '\r')
        {
          *n = p + 1 < end && p[1] == '\n' ? 2 : 1;
          return p;
        }

      /* Word's manual line break, page breaks, and the line ends of Unicode. */
      *counts = FALSE;
      if (c == '\v' || c == '\f')
        return p;
      if (c == 0xC2 && p + 1 < end && (guchar)p[1] == 0x85)
        {
          *n = 2;
          return p;
        }
      if (c == 0xE2 && p + 2 < end && (guchar)p[1] == 0x80
          && ((guchar)p[2] == 0xA8 || (guchar)p[2] == 0xA9))
        {
          *n = 3;
          return p;
        }
    }

  *n = 0;
  *counts = FALSE;
  return end;
}

/**
 * trio_import_lines_split:
 * @context: the workshop whose themes are known
 * @text: valid UTF-8; the lines point into it
 * @length: its length in bytes
 * @options: for the progress, told up to one half
 * @cancellable: (nullable): to stop
 * @error: return location for a #GError
 *
 * Cuts @text into lines and classifies each by itself. Line breaks of every system count,
 * and those inside a paragraph (Word's Shift+Enter) as well, though not as a numbered line.
 *
 * Returns: (transfer full) (element-type TrioImportLine): the lines, or %NULL with @error set
 *   when cancelled
 */
GArray *
trio_import_lines_split (const TrioImportContext *context,
                         const char *text,
                         gsize length,
                         const TrioImportOptions *options,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (TrioImportLine));
  const char *end = text + length;
  const char *p = text;
  gboolean after_page = FALSE;
  guint number = 1;

  while (p < end)
    {
      TrioImportLine line = { 0 };
      gboolean counts;
      gsize n;
      const char *line_end = find_break (p, end, &n, &counts);
      gboolean is_page_break = line_end < end && *line_end == '\f';

      if (lines->len % LINES_PER_CHECK == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return NULL;
          if (options->progress)
            options->progress (0.5 * (double)(p - text) / (double)length, options->progress_data);
        }

      line.line = number;
      line.after_page = after_page;
      line.start = p;
      line.length = (gsize)(line_end - p);
      trio_import_line_classify (&line, context);
      if (line.kind != TRIO_IMPORT_LINE_BLANK)
        after_page = FALSE;
      /* A page break is not a blank line: a wrapped input may go on behind it. */
      if (line.kind != TRIO_IMPORT_LINE_BLANK || !is_page_break)
        g_array_append_val (lines, line);

      if (is_page_break)
        {
          mark_page_end (lines);
          after_page = TRUE;
        }
      number += counts;
      p = line_end + n;
    }

  return g_steal_pointer (&lines);
}

static gboolean
has_numbered_station (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (get_line (lines, i)->is_explicit)
      return TRUE;

  return FALSE;
}

/**
 * trio_import_lines_resolve_numbers:
 * @lines: the lines of a text; changed
 *
 * Decides which numbered lines are list items. "1." is one beside its neighbours; alone
 * before a small letter it is a date, a floor or a rank ("3. sal"). What is no list item
 * stays as it was written. In a text without headings such as "Station 2", a numbered title
 * of a theme is a heading.
 */
void
trio_import_lines_resolve_numbers (GArray *lines)
{
  gboolean has_numbered = has_numbered_station (lines);
  TrioImportLine *previous = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      TrioImportLine *line = get_line (lines, i);
      TrioImportLine *next = NULL;
      gboolean is_item;

      if (line->kind == TRIO_IMPORT_LINE_STATION || line->kind == TRIO_IMPORT_LINE_APPENDIX)
        previous = NULL;
      if (line->kind != TRIO_IMPORT_LINE_NUMBERED)
        continue;

      for (guint j = i + 1; next == NULL && j < lines->len; j++)
        {
          TrioImportLine *after = get_line (lines, j);

          if (after->kind == TRIO_IMPORT_LINE_NUMBERED)
            next = after;
          else if (after->kind == TRIO_IMPORT_LINE_STATION
                   || after->kind == TRIO_IMPORT_LINE_APPENDIX || j - i > 200)
            break;
        }

      is_item = line->has_paren || (previous && previous->number + 1 == line->number)
                || (next && next->number == line->number + 1)
                || (line->number == 1 && g_unichar_isupper (g_utf8_get_char (line->content)));
      previous = line;

      if (line->is_title && !has_numbered)
        {
          line->kind = TRIO_IMPORT_LINE_STATION;
          line->number = 0;
        }
      else if (!is_item)
        {
          line->kind = TRIO_IMPORT_LINE_PLAIN;
          line->content = line->start;
          line->content_length = line->length;
        }
    }
}

/**
 * trio_import_lines_find_start:
 * @lines: the lines of a text
 *
 * Finds the first line that can hold inputs: behind the heading of an appendix that stations
 * follow, else the very first.
 *
 * Returns: its index
 */
guint
trio_import_lines_find_start (GArray *lines)
{
  gboolean has_numbered = has_numbered_station (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      guint n_between = 0;

      if (get_line (lines, i)->kind != TRIO_IMPORT_LINE_APPENDIX)
        continue;

      for (guint j = i + 1; j < lines->len && n_between <= MAX_APPENDIX_INTRO; j++)
        {
          TrioImportLine *line = get_line (lines, j);

          if (line->kind == TRIO_IMPORT_LINE_STATION && (line->is_explicit || !has_numbered))
            return i + 1;
          n_between += line->kind != TRIO_IMPORT_LINE_BLANK && line->kind != TRIO_IMPORT_LINE_RULE
                       && line->kind != TRIO_IMPORT_LINE_PAGE;
        }
    }

  return 0;
}

/**
 * trio_import_lines_find_station:
 * @lines: the lines of a text
 * @from: index of the first line to look at
 *
 * Returns: the index of the next heading of a station, or the number of lines
 */
guint
trio_import_lines_find_station (GArray *lines, guint from)
{
  guint i = from;

  while (i < lines->len && get_line (lines, i)->kind != TRIO_IMPORT_LINE_STATION)
    i++;

  return i;
}

/**
 * trio_import_lines_use_bullets:
 * @lines: the lines of a text
 * @from: index of the first line
 * @to: index behind the last line
 *
 * A section uses bullets if it begins with one, or has several. A single "- and so on" in a
 * list without bullets does not count.
 *
 * Returns: whether it does
 */
gboolean
trio_import_lines_use_bullets (GArray *lines, guint from, guint to)
{
  guint n_content = 0;
  guint n_bullets = 0;

  for (guint i = from; i < to; i++)
    {
      TrioImportLineKind kind = get_line (lines, i)->kind;
      gboolean is_bullet = kind == TRIO_IMPORT_LINE_BULLET || kind == TRIO_IMPORT_LINE_NUMBERED;

      if (is_bullet && (n_content == 0 || n_bullets == 1))
        return TRUE;
      n_bullets += is_bullet;
      n_content += is_bullet || kind == TRIO_IMPORT_LINE_PLAIN;
    }

  return FALSE;
}

/**
 * trio_import_lines_find_underlined:
 * @lines: the lines of a text; changed
 *
 * A line with a drawn line of the same length right below it is a heading, as our own text
 * export and Markdown write it: of a cluster, if it is not that of a station.
 */
void
trio_import_lines_find_underlined (GArray *lines)
{
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      TrioImportLine *line = get_line (lines, i);
      const TrioImportLine *below = get_line (lines, i + 1);

      if (line->kind == TRIO_IMPORT_LINE_PLAIN && below->kind == TRIO_IMPORT_LINE_RULE
          && g_utf8_strlen (line->start, (gssize)line->length)
                 == g_utf8_strlen (below->start, (gssize)below->length))
        line->kind = TRIO_IMPORT_LINE_CLUSTER;
    }
}
