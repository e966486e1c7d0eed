/* trio-fields.c: the field tables.
 *
 * The order of the lines is the order of the indices in trio-fields.h; a test holds the two
 * against each other and against the schema.
 */
#include "config.h"

#include "model/trio-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_LENGTH  300
#define PROSE_LENGTH 5000
#define NOTE_LENGTH  20000
#define LONG_LENGTH  200000

#define LINE(name, group, flags)                                                   \
  {                                                                                \
    name, TRIO_FIELD_LINE, group, flags, 0, NAME_LENGTH, NULL, 0, TRIO_NO_FIELD, 1 \
  }
#define PROSE(name, group, flags)                                                   \
  {                                                                                 \
    name, TRIO_FIELD_TEXT, group, flags, 0, PROSE_LENGTH, NULL, 0, TRIO_NO_FIELD, 1 \
  }
#define LONG(name, group, flags)                                                   \
  {                                                                                \
    name, TRIO_FIELD_TEXT, group, flags, 0, LONG_LENGTH, NULL, 0, TRIO_NO_FIELD, 1 \
  }
#define INT(name, group, flags, a, b)                                   \
  {                                                                     \
    name, TRIO_FIELD_INT, group, flags, a, b, NULL, 0, TRIO_NO_FIELD, 1 \
  }
#define REAL(name, group)                                                            \
  {                                                                                  \
    name, TRIO_FIELD_REAL, group, TRIO_FIELD_NULLABLE, -10000000, 10000000, NULL, 0, \
        TRIO_NO_FIELD, 1                                                             \
  }
#define ENUM(name, group, flags, names)                                                          \
  {                                                                                              \
    name, TRIO_FIELD_ENUM, group, flags, 0, G_N_ELEMENTS (names) - 2, names, 0, TRIO_NO_FIELD, 1 \
  }
#define DATE(name, group, flags)                                          \
  {                                                                       \
    name, TRIO_FIELD_DATE, group, flags, 0, 10, NULL, 0, TRIO_NO_FIELD, 1 \
  }
#define TIME(name, group, flags)                                                  \
  {                                                                               \
    name, TRIO_FIELD_TIME, group, flags, 0, G_MAXINT64, NULL, 0, TRIO_NO_FIELD, 1 \
  }
#define REF(name, group, flags, target, order)                                \
  {                                                                           \
    name, TRIO_FIELD_REF, group, flags, 1, G_MAXINT64, NULL, target, order, 1 \
  }
#define RANK(name, group, flags)                                           \
  {                                                                        \
    name, TRIO_FIELD_RANK, group, flags, 0, 200, NULL, 0, TRIO_NO_FIELD, 1 \
  }

static const char *const language_names[] = { "da", "en", NULL };
static const char *const role_names[] = { "none", "leader", "amr", "tr", "other", NULL };
static const char *const state_names[] = { "normal", "withheld", "practice", NULL };
static const char *const flag_names[] = { "none", "raised", "cleared", "chosen", NULL };
static const char *const source_names[]
    = { "typed", "pasted", "imported", "phone", "merged", NULL };
static const char *const colour_names[]
    = { "yellow", "orange", "red", "purple", "blue", "teal", "green", "grey", NULL };
static const char *const followup_names[] = { "open", "done", NULL };
static const char *const summary_names[] = { "draft", "edited", "approved", NULL };

#define NULLABLE TRIO_FIELD_NULLABLE
#define REQUIRED TRIO_FIELD_REQUIRED
#define CASCADE  TRIO_FIELD_CASCADE
#define WORDS    TRIO_FIELD_WORDS
#define SETTABLE TRIO_FIELD_SETTABLE

static const TrioField workshop_fields[] = {
  LINE ("title", 0, WORDS | SETTABLE),
  LINE ("event_kind", 0, WORDS | SETTABLE),
  DATE ("start", 0, SETTABLE),
  DATE ("end", 0, SETTABLE),
  LINE ("place", 0, WORDS | SETTABLE),
  LINE ("organisation", 1, WORDS | SETTABLE),
  LINE ("inviting_body", 1, WORDS | SETTABLE),
  LINE ("unit", 1, WORDS | SETTABLE),
  PROSE ("participants", 1, WORDS | SETTABLE),
  PROSE ("scope", 1, WORDS | SETTABLE),
  PROSE ("aim", 1, WORDS | SETTABLE),
  LINE ("case_number", 1, SETTABLE),
  LINE ("series", 1, WORDS | SETTABLE),
  ENUM ("language", 2, SETTABLE, language_names),
  LINE ("theme_set", 2, 0),
  LINE ("parent_id", 2, 0),
  LINE ("parent_title", 2, WORDS | SETTABLE),
  LINE ("parent_kind", 2, WORDS | SETTABLE),
  DATE ("parent_date", 2, SETTABLE),
  LINE ("parent_body", 2, WORDS | SETTABLE),
  PROSE ("parent_participants", 2, WORDS | SETTABLE),
  REF ("running_round", 3, NULLABLE, TRIO_KIND_ROUND, TRIO_NO_FIELD),
  TIME ("round_started", 3, NULLABLE),
  { "round_paused", TRIO_FIELD_TIME, 3, NULLABLE, 0, G_MAXINT64, NULL, 0, TRIO_NO_FIELD, 3 },
  { "home_station", TRIO_FIELD_REF, 2, NULLABLE, 1, G_MAXINT64, NULL, TRIO_KIND_STATION,
    TRIO_NO_FIELD, 5 },
};

static const TrioField theme_fields[] = {
  LINE ("title", 0, REQUIRED | WORDS),
  LINE ("subtitle", 0, WORDS),
  LINE ("topic", 0, WORDS),
  LONG ("direction", 1, WORDS),
  ENUM ("colour", 2, 0, colour_names),
  RANK ("rank", 2, REQUIRED),
};

static const TrioField question_fields[] = {
  REF ("theme", 1, CASCADE | REQUIRED, TRIO_KIND_THEME, TRIO_QUESTION_RANK),
  REF ("parent", 1, CASCADE | NULLABLE, TRIO_KIND_QUESTION, TRIO_QUESTION_RANK),
  PROSE ("text", 0, WORDS),
  RANK ("rank", 1, REQUIRED),
};

static const TrioField station_fields[] = {
  INT ("number", 0, 0, 1, 999),
  REF ("theme", 0, CASCADE | REQUIRED, TRIO_KIND_THEME, TRIO_STATION_RANK),
  LINE ("place", 1, WORDS),
  LINE ("host", 1, WORDS),
  RANK ("rank", 2, REQUIRED),
};

static const TrioField round_fields[] = {
  LINE ("title", 0, WORDS),
  INT ("minutes", 0, 0, 1, 24 * 60),
  RANK ("rank", 1, REQUIRED),
};

static const TrioField team_fields[] = {
  LINE ("title", 0, REQUIRED | WORDS),
  RANK ("rank", 1, REQUIRED),
};

static const TrioField visit_fields[] = {
  REF ("round", 0, CASCADE | REQUIRED, TRIO_KIND_ROUND, TRIO_NO_FIELD),
  REF ("team", 0, CASCADE | REQUIRED, TRIO_KIND_TEAM, TRIO_NO_FIELD),
  REF ("station", 0, CASCADE | REQUIRED, TRIO_KIND_STATION, TRIO_NO_FIELD),
};

static const TrioField cluster_fields[] = {
  REF ("station", 1, CASCADE | REQUIRED, TRIO_KIND_STATION, TRIO_CLUSTER_RANK),
  LINE ("title", 0, WORDS),
  ENUM ("colour", 2, 0, colour_names),
  INT ("votes", 2, 0, 0, 100000),
  REAL ("x", 1),
  REAL ("y", 1),
  RANK ("rank", 1, REQUIRED),
};

static const TrioField note_fields[] = {
  { "text", TRIO_FIELD_TEXT, 0, REQUIRED | WORDS, 1, NOTE_LENGTH, NULL, 0, TRIO_NO_FIELD, 1 },
  { "original", TRIO_FIELD_TEXT, 0, NULLABLE | WORDS, 0, NOTE_LENGTH, NULL, 0, TRIO_NO_FIELD, 1 },
  REF ("station", 1, CASCADE | REQUIRED, TRIO_KIND_STATION, TRIO_NOTE_RANK),
  RANK ("rank", 1, REQUIRED),
  REF ("cluster", 1, NULLABLE, TRIO_KIND_CLUSTER, TRIO_NOTE_PLACE),
  RANK ("place", 1, NULLABLE),
  REAL ("x", 1),
  REAL ("y", 1),
  REF ("round", 2, NULLABLE, TRIO_KIND_ROUND, TRIO_NO_FIELD),
  REF ("team", 2, NULLABLE, TRIO_KIND_TEAM, TRIO_NO_FIELD),
  ENUM ("role", 2, 0, role_names),
  ENUM ("colour", 2, 0, colour_names),
  INT ("votes", 2, 0, 0, 100000),
  ENUM ("state", 3, 0, state_names),
  LINE ("reason", 3, WORDS),
  ENUM ("flag", 3, 0, flag_names),
  REF ("stack", 3, NULLABLE, TRIO_KIND_NOTE, TRIO_NO_FIELD),
  ENUM ("source", 2, 0, source_names),
  TIME ("created", 2, 0),
};

static const TrioField summary_fields[] = {
  REF ("theme", 1, CASCADE | REQUIRED, TRIO_KIND_THEME, TRIO_NO_FIELD),
  LONG ("text", 0, WORDS),
  ENUM ("state", 0, 0, summary_names),
};

static const TrioField link_fields[] = {
  REF ("summary", 0, CASCADE | REQUIRED, TRIO_KIND_SUMMARY, TRIO_NO_FIELD),
  REF ("note", 0, CASCADE | REQUIRED, TRIO_KIND_NOTE, TRIO_NO_FIELD),
  PROSE ("sentence", 0, WORDS),
};

static const TrioField document_fields[] = {
  LINE ("type", 0, REQUIRED), LINE ("title", 0, WORDS),      LINE ("template", 0, 0),
  LINE ("language", 0, 0),    PROSE ("theme_order", 0, 0),   LINE ("numbering", 0, 0),
  LINE ("grouping", 0, 0),    LONG ("parameters", 1, WORDS), PROSE ("recipients", 2, WORDS),
  DATE ("sent", 2, 0),        LINE ("sent_digest", 2, 0),    RANK ("rank", 3, REQUIRED),
};

/* What came with version 2 of the schema. */
#define LINE_2(name, group, flags)                                                 \
  {                                                                                \
    name, TRIO_FIELD_LINE, group, flags, 0, NAME_LENGTH, NULL, 0, TRIO_NO_FIELD, 2 \
  }

static const TrioField waiver_fields[] = {
  LINE_2 ("object", 0, 0),
  LINE_2 ("field", 0, 0),
  LINE_2 ("finding", 0, REQUIRED),
  LINE_2 ("mark", 0, REQUIRED),
  { "reason", TRIO_FIELD_TEXT, 0, REQUIRED | WORDS, 1, PROSE_LENGTH, NULL, 0, TRIO_NO_FIELD, 2 },
  { "time", TRIO_FIELD_TIME, 0, 0, 0, G_MAXINT64, NULL, 0, TRIO_NO_FIELD, 2 },
};

static const TrioField followup_fields[] = {
  { "what", TRIO_FIELD_TEXT, 0, WORDS, 0, PROSE_LENGTH, NULL, 0, TRIO_NO_FIELD, 4 },
  { "who", TRIO_FIELD_LINE, 0, WORDS, 0, NAME_LENGTH, NULL, 0, TRIO_NO_FIELD, 4 },
  { "due", TRIO_FIELD_DATE, 0, 0, 0, 10, NULL, 0, TRIO_NO_FIELD, 4 },
  { "state", TRIO_FIELD_ENUM, 1, 0, 0, 1, followup_names, 0, TRIO_NO_FIELD, 4 },
  { "theme", TRIO_FIELD_REF, 0, NULLABLE, 1, G_MAXINT64, NULL, TRIO_KIND_THEME, TRIO_NO_FIELD, 4 },
  { "rank", TRIO_FIELD_RANK, 2, REQUIRED, 0, 200, NULL, 0, TRIO_NO_FIELD, 4 },
};

#define KIND(number, name, fields, n_groups, order) \
  [number] = { number, name, fields, G_N_ELEMENTS (fields), n_groups, order, 1 }

static const TrioKindInfo kinds[TRIO_N_KINDS] = {
  KIND (TRIO_KIND_WORKSHOP, "workshop", workshop_fields, 4, TRIO_NO_FIELD),
  KIND (TRIO_KIND_THEME, "theme", theme_fields, 3, TRIO_THEME_RANK),
  KIND (TRIO_KIND_QUESTION, "question", question_fields, 2, TRIO_QUESTION_RANK),
  KIND (TRIO_KIND_STATION, "station", station_fields, 3, TRIO_STATION_RANK),
  KIND (TRIO_KIND_ROUND, "round", round_fields, 2, TRIO_ROUND_RANK),
  KIND (TRIO_KIND_TEAM, "team", team_fields, 2, TRIO_TEAM_RANK),
  KIND (TRIO_KIND_VISIT, "visit", visit_fields, 1, TRIO_NO_FIELD),
  KIND (TRIO_KIND_CLUSTER, "cluster", cluster_fields, 3, TRIO_CLUSTER_RANK),
  KIND (TRIO_KIND_NOTE, "note", note_fields, 4, TRIO_NOTE_RANK),
  KIND (TRIO_KIND_SUMMARY, "summary", summary_fields, 2, TRIO_NO_FIELD),
  KIND (TRIO_KIND_LINK, "link", link_fields, 1, TRIO_NO_FIELD),
  KIND (TRIO_KIND_DOCUMENT, "document", document_fields, 4, TRIO_DOCUMENT_RANK),
  [TRIO_KIND_WAIVER] = { TRIO_KIND_WAIVER, "waiver", waiver_fields, G_N_ELEMENTS (waiver_fields), 1,
                         TRIO_NO_FIELD, 2 },
  [TRIO_KIND_FOLLOWUP] = { TRIO_KIND_FOLLOWUP, "followup", followup_fields,
                           G_N_ELEMENTS (followup_fields), 3, TRIO_FOLLOWUP_RANK, 4 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (workshop_fields) == TRIO_WORKSHOP_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (theme_fields) == TRIO_THEME_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (question_fields) == TRIO_QUESTION_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (station_fields) == TRIO_STATION_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (round_fields) == TRIO_ROUND_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (team_fields) == TRIO_TEAM_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (visit_fields) == TRIO_VISIT_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (cluster_fields) == TRIO_CLUSTER_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (note_fields) == TRIO_NOTE_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (summary_fields) == TRIO_SUMMARY_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (link_fields) == TRIO_LINK_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (document_fields) == TRIO_DOCUMENT_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (waiver_fields) == TRIO_WAIVER_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (followup_fields) == TRIO_FOLLOWUP_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (note_fields) <= TRIO_MAX_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (workshop_fields) <= TRIO_MAX_FIELDS);

/* The labels of the fields that messages name; the others show their key. */
static const struct
{
  TrioKind kind;
  guint field;
  const char *label;
} labels[] = {
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_TITLE, NC_ ("field", "title") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_EVENT_KIND, NC_ ("field", "kind of event") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_START, NC_ ("field", "date") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_END, NC_ ("field", "last day") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_PLACE, NC_ ("field", "place") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_ORGANISATION, NC_ ("field", "organisation") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_INVITING_BODY, NC_ ("field", "inviting body") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_UNIT, NC_ ("field", "unit") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_PARTICIPANTS, NC_ ("field", "participants") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_SCOPE, NC_ ("field", "what was discussed") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_AIM, NC_ ("field", "aim") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_CASE_NUMBER, NC_ ("field", "case number") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_SERIES, NC_ ("field", "series") },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_LANGUAGE, NC_ ("field", "language") },
  { TRIO_KIND_THEME, TRIO_THEME_TITLE, NC_ ("field", "theme title") },
  { TRIO_KIND_THEME, TRIO_THEME_SUBTITLE, NC_ ("field", "subtitle") },
  { TRIO_KIND_THEME, TRIO_THEME_DIRECTION, NC_ ("field", "common direction") },
  { TRIO_KIND_STATION, TRIO_STATION_NUMBER, NC_ ("field", "station number") },
  { TRIO_KIND_ROUND, TRIO_ROUND_MINUTES, NC_ ("field", "minutes") },
  { TRIO_KIND_TEAM, TRIO_TEAM_TITLE, NC_ ("field", "team") },
  { TRIO_KIND_CLUSTER, TRIO_CLUSTER_TITLE, NC_ ("field", "cluster title") },
  { TRIO_KIND_NOTE, TRIO_NOTE_TEXT, NC_ ("field", "input") },
  { TRIO_KIND_NOTE, TRIO_NOTE_ROLE, NC_ ("field", "role") },
  { TRIO_KIND_NOTE, TRIO_NOTE_VOTES, NC_ ("field", "votes") },
  { TRIO_KIND_NOTE, TRIO_NOTE_REASON, NC_ ("field", "reason") },
  { TRIO_KIND_THEME, TRIO_THEME_TOPIC, NC_ ("field", "topic") },
  { TRIO_KIND_QUESTION, TRIO_QUESTION_TEXT, NC_ ("field", "question") },
  { TRIO_KIND_STATION, TRIO_STATION_PLACE, NC_ ("field", "place") },
  { TRIO_KIND_STATION, TRIO_STATION_HOST, NC_ ("field", "host") },
  { TRIO_KIND_FOLLOWUP, TRIO_FOLLOWUP_WHAT, NC_ ("field", "what is to be done") },
  { TRIO_KIND_FOLLOWUP, TRIO_FOLLOWUP_WHO, NC_ ("field", "who does it") },
  { TRIO_KIND_FOLLOWUP, TRIO_FOLLOWUP_DUE, NC_ ("field", "deadline") },
  { TRIO_KIND_SUMMARY, TRIO_SUMMARY_TEXT, NC_ ("field", "summary") },
};

/**
 * trio_kind_get_info:
 * @kind: a kind
 *
 * Returns: (transfer none): its field table; %NULL if there is no such kind
 */
const TrioKindInfo *
trio_kind_get_info (TrioKind kind)
{
  if (kind <= 0 || kind >= TRIO_N_KINDS)
    return NULL;
  return &kinds[kind];
}

/**
 * trio_kind_from_name:
 * @name: name of a kind, such as "note"
 *
 * Returns: the kind, or 0
 */
TrioKind
trio_kind_from_name (const char *name)
{
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    if (strcmp (kinds[kind].name, name) == 0)
      return kind;
  return 0;
}

/**
 * trio_kind_find_field:
 * @kind: a kind
 * @name: name of one of its fields, with underscores or hyphens
 *
 * Returns: index of the field, or %TRIO_NO_FIELD
 */
guint
trio_kind_find_field (TrioKind kind, const char *name)
{
  const TrioKindInfo *info = trio_kind_get_info (kind);
  g_autofree char *column = g_strdelimit (g_strdup (name), "-", '_');

  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].name, column) == 0)
      return i;
  return TRIO_NO_FIELD;
}

/**
 * trio_kind_find_settable:
 * @kind: a kind
 * @name: name of one of its fields, with underscores or hyphens
 *
 * Returns: index of the field if it may be set from outside, or %TRIO_NO_FIELD
 */
guint
trio_kind_find_settable (TrioKind kind, const char *name)
{
  guint field = trio_kind_find_field (kind, name);

  if (field == TRIO_NO_FIELD || (kinds[kind].fields[field].flags & TRIO_FIELD_SETTABLE) == 0)
    return TRIO_NO_FIELD;
  return field;
}

/**
 * trio_field_dup_label:
 * @kind: a kind
 * @field: index of a field
 *
 * Returns: (transfer full): what people call the field, in the language of the program
 */
char *
trio_field_dup_label (TrioKind kind, guint field)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].kind == kind && labels[i].field == field)
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "field", labels[i].label));
  return g_strdup (kinds[kind].fields[field].name);
}
