/* trio-import-columns.h: what the columns of a table hold, told by heading or by content.
 *
 * Private to the CSV import.
 */
#pragma once

#include "exchange/trio-import-plan.h"

G_BEGIN_DECLS

/**
 * TrioImportColumn:
 * @TRIO_IMPORT_COLUMN_UNKNOWN: nothing the import can use
 * @TRIO_IMPORT_COLUMN_IGNORED: known, and not imported: our own id and time
 * @TRIO_IMPORT_COLUMN_TEXT: the input
 * @TRIO_IMPORT_COLUMN_STATION: number or title of the station, or both
 * @TRIO_IMPORT_COLUMN_NUMBER: number of the station
 * @TRIO_IMPORT_COLUMN_THEME: title of the theme
 * @TRIO_IMPORT_COLUMN_CLUSTER: title of the cluster
 * @TRIO_IMPORT_COLUMN_ROLE: who wrote it
 * @TRIO_IMPORT_COLUMN_ROUND: number or title of the round
 * @TRIO_IMPORT_COLUMN_TEAM: title of the team
 * @TRIO_IMPORT_COLUMN_VOTES: number of votes
 *
 * What a column holds.
 */
typedef enum
{
  TRIO_IMPORT_COLUMN_UNKNOWN,
  TRIO_IMPORT_COLUMN_IGNORED,
  TRIO_IMPORT_COLUMN_TEXT,
  TRIO_IMPORT_COLUMN_STATION,
  TRIO_IMPORT_COLUMN_NUMBER,
  TRIO_IMPORT_COLUMN_THEME,
  TRIO_IMPORT_COLUMN_CLUSTER,
  TRIO_IMPORT_COLUMN_ROLE,
  TRIO_IMPORT_COLUMN_ROUND,
  TRIO_IMPORT_COLUMN_TEAM,
  TRIO_IMPORT_COLUMN_VOTES,
} TrioImportColumn;

#define TRIO_IMPORT_N_COLUMNS (TRIO_IMPORT_COLUMN_VOTES + 1)

/**
 * TrioImportLayout:
 * @separator: the separator, or 0 for one column
 * @has_header: whether the first row holds headings
 * @n_columns: how many columns there are
 * @columns: per column what it holds
 * @skip: bytes before the first row (Excel's "sep=;" line)
 * @n_known: how many headings were recognised
 * @guessed_text: the heading of the inputs was not recognised
 *
 * How a table is laid out.
 */
typedef struct
{
  char separator;
  gboolean has_header;
  guint n_columns;
  TrioImportColumn *columns;
  gsize skip;
  guint n_known;
  gboolean guessed_text;
} TrioImportLayout;

TrioImportLayout *
trio_import_layout_detect (const TrioImportContext *context, const char *text, gsize length);
void trio_import_layout_free (TrioImportLayout *layout);
guint trio_import_layout_find (const TrioImportLayout *layout, TrioImportColumn column);

gboolean trio_import_parse_role (const char *text, TrioRole *role);
void trio_import_parse_station (const char *text, guint *number, char **title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioImportLayout, trio_import_layout_free)

G_END_DECLS
