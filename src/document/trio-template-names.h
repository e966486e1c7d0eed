/* trio-template-names.h: the names that templates may use, as one table.
 *
 * The check of a template and the values of a document read the same table, so that no name
 * is accepted without having a value.
 */
#pragma once

#include "document/trio-wording.h"

G_BEGIN_DECLS

/**
 * TrioScopeKind:
 * @TRIO_SCOPE_DOCUMENT: the whole document
 * @TRIO_SCOPE_WORKSHOP: the fields of the workshop
 * @TRIO_SCOPE_THEME: inside themes, and inside stations the theme of the station
 * @TRIO_SCOPE_STATION: inside stations
 * @TRIO_SCOPE_CLUSTER: inside clusters
 * @TRIO_SCOPE_NOTE: inside notes
 * @TRIO_SCOPE_QUESTION: inside questions
 * @TRIO_SCOPE_FOLLOWUP: inside what is to be done after the day
 * @TRIO_SCOPE_ROW: inside the rows of a param
 * @TRIO_SCOPE_DRAFT: in templates that word the draft of a summary, which has no object
 *
 * Where a name is known.
 */
typedef enum
{
  TRIO_SCOPE_DOCUMENT,
  TRIO_SCOPE_WORKSHOP,
  TRIO_SCOPE_THEME,
  TRIO_SCOPE_STATION,
  TRIO_SCOPE_CLUSTER,
  TRIO_SCOPE_NOTE,
  TRIO_SCOPE_QUESTION,
  TRIO_SCOPE_FOLLOWUP,
  TRIO_SCOPE_ROW,
  TRIO_SCOPE_DRAFT,
} TrioScopeKind;

#define TRIO_N_SCOPES (TRIO_SCOPE_DRAFT + 1)

/**
 * TrioNameId:
 *
 * Which value a name stands for; trio_names_get() tells the names.
 */
typedef enum
{
  /*< private >*/
  TRIO_NAME_THEME_COUNT,
  TRIO_NAME_STATION_COUNT,
  TRIO_NAME_CLUSTER_COUNT,
  TRIO_NAME_NOTE_COUNT,
  TRIO_NAME_WITHHELD_COUNT,
  TRIO_NAME_SUMMARY_COUNT,
  TRIO_NAME_FOLLOW_UP,
  TRIO_NAME_FOLLOWUP_COUNT,
  TRIO_NAME_OTHER_FOLLOWUP_COUNT,
  TRIO_NAME_DOCUMENT_DATE,
  TRIO_NAME_THEME_TITLES,

  TRIO_NAME_THEME_NUMBER,
  TRIO_NAME_THEME_TITLE,
  TRIO_NAME_THEME_SUBTITLE,
  TRIO_NAME_THEME_TOPIC,
  TRIO_NAME_THEME_DIRECTION,
  TRIO_NAME_THEME_SUMMARY,
  TRIO_NAME_THEME_STATION_COUNT,
  TRIO_NAME_THEME_QUESTION_COUNT,
  TRIO_NAME_THEME_FOLLOWUP_COUNT,
  TRIO_NAME_THEME_NOTE_COUNT,
  TRIO_NAME_THEME_WITHHELD_COUNT,

  TRIO_NAME_STATION_NUMBER,
  TRIO_NAME_STATION_ORDINAL,
  TRIO_NAME_STATION_TITLE,
  TRIO_NAME_STATION_PLACE,
  TRIO_NAME_STATION_HOST,
  TRIO_NAME_STATION_CLUSTER_COUNT,
  TRIO_NAME_STATION_LOOSE_COUNT,
  TRIO_NAME_STATION_NOTE_COUNT,
  TRIO_NAME_STATION_WITHHELD_COUNT,

  TRIO_NAME_CLUSTER_NUMBER,
  TRIO_NAME_CLUSTER_TITLE,
  TRIO_NAME_CLUSTER_VOTES,
  TRIO_NAME_CLUSTER_SIZE,

  TRIO_NAME_NOTE_NUMBER,
  TRIO_NAME_NOTE_TEXT,
  TRIO_NAME_NOTE_VOTES,
  TRIO_NAME_NOTE_COPIES,

  TRIO_NAME_QUESTION_NUMBER,
  TRIO_NAME_QUESTION_TEXT,
  TRIO_NAME_QUESTION_PART_COUNT,

  TRIO_NAME_FOLLOWUP_NUMBER,
  TRIO_NAME_FOLLOWUP_WHAT,
  TRIO_NAME_FOLLOWUP_WHO,
  TRIO_NAME_FOLLOWUP_DUE,
  TRIO_NAME_FOLLOWUP_DONE,

  TRIO_NAME_ROW_NUMBER,

  TRIO_NAME_DRAFT_TITLES,
  TRIO_NAME_DRAFT_WORDS,
  TRIO_NAME_DRAFT_INPUTS,
  TRIO_NAME_DRAFT_QUESTIONS,
  TRIO_NAME_DRAFT_OTHER_TITLE,
  TRIO_NAME_DRAFT_OTHER_WORD,
  TRIO_NAME_DRAFT_OTHER_INPUTS,
  TRIO_NAME_DRAFT_MORE_INPUTS,
  TRIO_NAME_DRAFT_NOTE_COUNT,
  TRIO_NAME_DRAFT_POINT_COUNT,
} TrioNameId;

/**
 * TrioName:
 * @scope: where it is known
 * @name: the name, after the dot if the scope has a word of its own
 * @type: the type of its value
 * @id: which value it is
 *
 * One name.
 */
typedef struct
{
  TrioScopeKind scope;
  const char *name;
  TrioWordingType type;
  TrioNameId id;
} TrioName;

const char *trio_scope_get_word (TrioScopeKind scope);
const TrioName *trio_names_get (guint *n_names);
const TrioName *trio_names_find (TrioScopeKind scope, const char *name);
gboolean trio_names_find_path (const char *path, TrioScopeKind *scope, const char **name);
gboolean trio_names_get_loop (const char *loop, TrioScopeKind *scope);

guint trio_names_distance (const char *a, const char *b);
const char *trio_names_nearest (const char *name, const GPtrArray *known);

G_END_DECLS
