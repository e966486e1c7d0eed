/* trio-import-line.h: what a line of pasted text is, looked at by itself.
 *
 * Private to the text import: cuts a text into lines and recognises bullets, numbers,
 * headings of stations and of the appendix. What a line means beside its neighbours is
 * decided in trio-import-text.c.
 */
#pragma once

#include "exchange/trio-import-plan.h"

G_BEGIN_DECLS

/**
 * TrioImportLineKind:
 * @TRIO_IMPORT_LINE_BLANK: nothing to see
 * @TRIO_IMPORT_LINE_RULE: a drawn line, such as under a heading
 * @TRIO_IMPORT_LINE_PAGE: a page number
 * @TRIO_IMPORT_LINE_STATION: the heading of a station
 * @TRIO_IMPORT_LINE_APPENDIX: perhaps the heading of an appendix
 * @TRIO_IMPORT_LINE_CLUSTER: a heading in Markdown, or underlined, that is not a station's
 * @TRIO_IMPORT_LINE_BULLET: begins with a bullet
 * @TRIO_IMPORT_LINE_NUMBERED: begins with a number that may count a list
 * @TRIO_IMPORT_LINE_PLAIN: anything else
 *
 * Kinds of line.
 */
typedef enum
{
  TRIO_IMPORT_LINE_BLANK,
  TRIO_IMPORT_LINE_RULE,
  TRIO_IMPORT_LINE_PAGE,
  TRIO_IMPORT_LINE_STATION,
  TRIO_IMPORT_LINE_APPENDIX,
  TRIO_IMPORT_LINE_CLUSTER,
  TRIO_IMPORT_LINE_BULLET,
  TRIO_IMPORT_LINE_NUMBERED,
  TRIO_IMPORT_LINE_PLAIN,
} TrioImportLineKind;

/**
 * TrioImportLine:
 * @kind: what it is
 * @line: its number in the text, from 1
 * @number: number of the station, or of the list item
 * @after_page: a page break stands before it
 * @is_explicit: a station's heading with the word "Station" and a number
 * @is_title: a numbered line that is, but for the number, a theme's title
 * @has_paren: numbered as "1)", which only lists are
 * @start: the trimmed line (nothing is copied), not NUL-terminated
 * @length: its length in bytes
 * @content: what follows the bullet or number; the title in a heading; else the line
 * @content_length: its length in bytes
 *
 * One line of a text.
 */
typedef struct
{
  TrioImportLineKind kind;
  guint line;
  guint number;
  guint after_page : 1;
  guint is_explicit : 1;
  guint is_title : 1;
  guint has_paren : 1;
  const char *start;
  gsize length;
  const char *content;
  gsize content_length;
} TrioImportLine;

GArray *trio_import_lines_split (const TrioImportContext *context,
                                 const char *text,
                                 gsize length,
                                 const TrioImportOptions *options,
                                 GCancellable *cancellable,
                                 GError **error);
void trio_import_lines_resolve_numbers (GArray *lines);
void trio_import_lines_find_underlined (GArray *lines);
guint trio_import_lines_find_start (GArray *lines);
guint trio_import_lines_find_station (GArray *lines, guint from);
gboolean trio_import_lines_use_bullets (GArray *lines, guint from, guint to);

void trio_import_line_classify (TrioImportLine *line, const TrioImportContext *context);
gboolean trio_import_line_is_page_number (const TrioImportLine *line);
gboolean
trio_import_line_is_title (const TrioImportContext *context, const char *text, gsize length);

G_END_DECLS
