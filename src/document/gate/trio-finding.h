/* trio-finding.h: one thing that the checks before an export found.
 *
 * A finding says where and what, and never holds a copy of the words it is about; so it may
 * be shown, printed and logged.
 */
#pragma once

#include "document/gate/trio-scan.h"
#include "model/trio-snapshot.h"

G_BEGIN_DECLS

/**
 * TrioSeverity:
 * @TRIO_SEVERITY_NOTICE: good to know
 * @TRIO_SEVERITY_WARNING: probably wrong
 * @TRIO_SEVERITY_BLOCK: stops an export until it is masked, withheld or justified in writing
 *
 * How much a finding matters.
 */
typedef enum
{
  TRIO_SEVERITY_NOTICE,
  TRIO_SEVERITY_WARNING,
  TRIO_SEVERITY_BLOCK,
} TrioSeverity;

#define TRIO_N_SEVERITIES (TRIO_SEVERITY_BLOCK + 1)

/**
 * TrioFindingKind:
 * @TRIO_FINDING_CPR: a CPR number
 * @TRIO_FINDING_EMAIL: an e-mail address
 * @TRIO_FINDING_PHONE: a telephone number
 * @TRIO_FINDING_NAME: the likely name of a person
 * @TRIO_FINDING_HEALTH: a word about health beside a person
 * @TRIO_FINDING_STATION_TITLE: a line "Station 1: …" with another title than the theme has
 * @TRIO_FINDING_MISSPELT: the series, organisation or title of a theme in another spelling
 * @TRIO_FINDING_QUOTES: another form of quotation marks than the rest has
 * @TRIO_FINDING_DASH: a hyphen between spaces where a dash belongs
 * @TRIO_FINDING_SPACES: several spaces in a row
 * @TRIO_FINDING_NO_SUMMARY: a theme without summary
 * @TRIO_FINDING_NO_TOPIC: a theme without topic phrase, and so without lead question
 * @TRIO_FINDING_NO_QUESTIONS: a theme without questions
 * @TRIO_FINDING_WRONG_TOPIC: a topic phrase or question that names another theme
 * @TRIO_FINDING_NO_DATE: a workshop without date
 * @TRIO_FINDING_WRONG_DATE: a workshop that ends before it begins
 * @TRIO_FINDING_COVERAGE: inputs that no summary rests on
 * @TRIO_FINDING_UNLINKED: a sentence of a summary that rests on no input
 * @TRIO_FINDING_NO_ALT: a picture without alternative text
 * @TRIO_FINDING_HEADING_ORDER: a heading that skips a level
 * @TRIO_FINDING_CONTRAST: a colour of letters that is too faint on white
 * @TRIO_FINDING_NO_TITLE: a document without title
 *
 * What was found.
 */
typedef enum
{
  TRIO_FINDING_CPR,
  TRIO_FINDING_EMAIL,
  TRIO_FINDING_PHONE,
  TRIO_FINDING_NAME,
  TRIO_FINDING_HEALTH,
  TRIO_FINDING_STATION_TITLE,
  TRIO_FINDING_MISSPELT,
  TRIO_FINDING_QUOTES,
  TRIO_FINDING_DASH,
  TRIO_FINDING_SPACES,
  TRIO_FINDING_NO_SUMMARY,
  TRIO_FINDING_NO_TOPIC,
  TRIO_FINDING_NO_QUESTIONS,
  TRIO_FINDING_WRONG_TOPIC,
  TRIO_FINDING_NO_DATE,
  TRIO_FINDING_WRONG_DATE,
  TRIO_FINDING_COVERAGE,
  TRIO_FINDING_UNLINKED,
  TRIO_FINDING_NO_ALT,
  TRIO_FINDING_HEADING_ORDER,
  TRIO_FINDING_CONTRAST,
  TRIO_FINDING_NO_TITLE,
} TrioFindingKind;

#define TRIO_N_FINDING_KINDS (TRIO_FINDING_NO_TITLE + 1)

/**
 * TrioFindingPart:
 * @TRIO_PART_RECORD: an object of the workshop
 * @TRIO_PART_FILE_NAME: the name of the file to be written
 * @TRIO_PART_PROPERTIES: what the file says about itself
 * @TRIO_PART_LETTERHEAD: logo, page header and page footer
 * @TRIO_PART_TEXT: words that only the document has, from its template or its parameters
 *
 * Where something was found.
 */
typedef enum
{
  TRIO_PART_RECORD,
  TRIO_PART_FILE_NAME,
  TRIO_PART_PROPERTIES,
  TRIO_PART_LETTERHEAD,
  TRIO_PART_TEXT,
} TrioFindingPart;

#define TRIO_FINDING_ID_LENGTH 12

/**
 * TrioFinding:
 * @kind: what was found
 * @severity: how much it matters
 * @part: where
 * @object: number of the object to jump to, 0 outside objects
 * @object_kind: its kind, or 0
 * @field: index of the field, or %TRIO_NO_FIELD
 * @start: first byte of it in the field
 * @end: the byte after it; 0 when all of the field or object is meant
 * @is_strong: for a CPR number: more than a valid date speaks for it
 * @is_waived: whether somebody has given a reason in writing why it may stay
 * @station: number of the station of a note, else 0
 * @number: number of the note, theme, question … in its order, from 1; 0 for none
 * @n: how many, for coverage: inputs that a summary rests on
 * @total: of how many
 * @id: stable id, the same as long as the field is not changed; not made of the words
 *
 * One finding.
 */
typedef struct
{
  TrioFindingKind kind;
  TrioSeverity severity;
  TrioFindingPart part;
  TrioId object;
  TrioKind object_kind;
  guint field;
  gsize start;
  gsize end;
  gboolean is_strong;
  gboolean is_waived;
  gint64 station;
  guint number;
  guint n;
  guint total;
  char id[TRIO_FINDING_ID_LENGTH + 1];
} TrioFinding;

const char *trio_finding_kind_get_name (TrioFindingKind kind);
const char *trio_severity_get_name (TrioSeverity severity);
gboolean trio_severity_from_name (const char *name, TrioSeverity *severity);
char *trio_finding_dup_where (const TrioFinding *finding);
char *trio_finding_dup_message (const TrioFinding *finding);
gboolean trio_finding_is_personal (const TrioFinding *finding);

G_END_DECLS
