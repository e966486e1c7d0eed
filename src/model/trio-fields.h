/* trio-fields.h: the vocabulary as data, one field table per kind of object.
 *
 * Loading, saving, applying, logging, merging, JSON and validation all read these tables.
 * A new field is one line here and one migration in the store.
 */
#pragma once

#include "model/trio-value.h"

G_BEGIN_DECLS

/**
 * TrioKind:
 * @TRIO_KIND_WORKSHOP: the one event of the file
 * @TRIO_KIND_THEME: a theme with title, subtitle, topic phrase and direction
 * @TRIO_KIND_QUESTION: a question of a theme, or of another question (one level)
 * @TRIO_KIND_STATION: where a theme is worked on
 * @TRIO_KIND_ROUND: a round of the rotation, with its length
 * @TRIO_KIND_TEAM: a team of participants
 * @TRIO_KIND_VISIT: which team is at which station in which round
 * @TRIO_KIND_CLUSTER: a named, ordered group of notes on a station's board
 * @TRIO_KIND_NOTE: one sticky note
 * @TRIO_KIND_SUMMARY: the paragraphs about a theme
 * @TRIO_KIND_LINK: a summary rests on a note
 * @TRIO_KIND_DOCUMENT: a document made, or to be made, of the workshop
 * @TRIO_KIND_WAIVER: why something that the checks before an export found may stay
 * @TRIO_KIND_FOLLOWUP: what somebody is to do after the day
 *
 * The kinds of object. The numbers stand in files: never change one.
 */
typedef enum
{
  TRIO_KIND_WORKSHOP = 1,
  TRIO_KIND_THEME = 2,
  TRIO_KIND_QUESTION = 3,
  TRIO_KIND_STATION = 4,
  TRIO_KIND_ROUND = 5,
  TRIO_KIND_TEAM = 6,
  TRIO_KIND_VISIT = 7,
  TRIO_KIND_CLUSTER = 8,
  TRIO_KIND_NOTE = 9,
  TRIO_KIND_SUMMARY = 10,
  TRIO_KIND_LINK = 11,
  TRIO_KIND_DOCUMENT = 12,
  TRIO_KIND_WAIVER = 13,
  TRIO_KIND_FOLLOWUP = 14,
} TrioKind;

#define TRIO_N_KINDS 15 /* index by TrioKind; 0 is unused */

/**
 * TrioFieldType:
 * @TRIO_FIELD_LINE: text without line breaks
 * @TRIO_FIELD_TEXT: text in which a blank line separates paragraphs
 * @TRIO_FIELD_INT: a whole number within limits
 * @TRIO_FIELD_REAL: a finite number within limits
 * @TRIO_FIELD_BOOL: 0 or 1
 * @TRIO_FIELD_ENUM: an index into the names of the field
 * @TRIO_FIELD_DATE: an ISO 8601 date, "2022-11-01", or empty
 * @TRIO_FIELD_TIME: microseconds since 1970 in UTC
 * @TRIO_FIELD_REF: the #TrioId of an object of the target kind
 * @TRIO_FIELD_RANK: a fractional rank, see trio-rank.h
 *
 * What a field may hold.
 */
typedef enum
{
  TRIO_FIELD_LINE,
  TRIO_FIELD_TEXT,
  TRIO_FIELD_INT,
  TRIO_FIELD_REAL,
  TRIO_FIELD_BOOL,
  TRIO_FIELD_ENUM,
  TRIO_FIELD_DATE,
  TRIO_FIELD_TIME,
  TRIO_FIELD_REF,
  TRIO_FIELD_RANK,
} TrioFieldType;

/**
 * TrioFieldFlags:
 * @TRIO_FIELD_NULLABLE: may be without value
 * @TRIO_FIELD_REQUIRED: text that may not be empty
 * @TRIO_FIELD_CASCADE: when the object referred to is deleted, so is this one; without
 *   this flag a reference is cleared instead
 * @TRIO_FIELD_WORDS: free words of people, which the personal-data checks read
 * @TRIO_FIELD_SETTABLE: may be set by name from outside, such as `trio set`
 *
 * Properties of a field.
 */
typedef enum
{
  TRIO_FIELD_NULLABLE = 1 << 0,
  TRIO_FIELD_REQUIRED = 1 << 1,
  TRIO_FIELD_CASCADE = 1 << 2,
  TRIO_FIELD_WORDS = 1 << 3,
  TRIO_FIELD_SETTABLE = 1 << 4,
} TrioFieldFlags;

#define TRIO_NO_FIELD ((guint)-1)

/* Stamp groups of a kind: fields of one group are merged as one. */
#define TRIO_MAX_GROUPS 4

/**
 * TrioField:
 * @name: column, JSON key and GObject property ("inviting-body" as property,
 *   "inviting_body" as column and key)
 * @type: what it holds
 * @group: its stamp group, 0 … %TRIO_MAX_GROUPS - 1
 * @flags: its #TrioFieldFlags
 * @min: least number, or least number of characters
 * @max: greatest number, or greatest number of characters
 * @names: names of a choice, ended by %NULL; they stand in JSON and on the command line
 * @target: kind that a reference points to
 * @order: for references: the rank field of this kind that orders the objects which share
 *   the same target, or %TRIO_NO_FIELD
 * @since: schema version that brought the field
 *
 * One field.
 */
typedef struct
{
  const char *name;
  TrioFieldType type;
  guint group;
  guint flags;
  gint64 min;
  gint64 max;
  const char *const *names;
  TrioKind target;
  guint order;
  guint since;
} TrioField;

/**
 * TrioKindInfo:
 * @kind: the kind
 * @name: table and JSON name, in the singular: "note"
 * @fields: its fields, by index
 * @n_fields: how many
 * @n_groups: how many stamp groups
 * @order: the rank field that orders all objects of the kind, or %TRIO_NO_FIELD
 * @since: schema version that brought the kind
 *
 * One kind of object.
 */
typedef struct
{
  TrioKind kind;
  const char *name;
  const TrioField *fields;
  guint n_fields;
  guint n_groups;
  guint order;
  guint since;
} TrioKindInfo;

#define TRIO_MAX_FIELDS 32

/* The schema version that the tables below describe. */
#define TRIO_SCHEMA_VERSION 5

enum
{
  TRIO_WORKSHOP_TITLE,
  TRIO_WORKSHOP_EVENT_KIND, /* "arbejdsmiljødag", "inspirationsdag" */
  TRIO_WORKSHOP_START,      /* date */
  TRIO_WORKSHOP_END,        /* date, empty for one day */
  TRIO_WORKSHOP_PLACE,
  TRIO_WORKSHOP_ORGANISATION,  /* the municipality */
  TRIO_WORKSHOP_INVITING_BODY, /* "Hovedudvalget" */
  TRIO_WORKSHOP_UNIT,          /* "Sundhed og Omsorg" */
  TRIO_WORKSHOP_PARTICIPANTS,  /* who took part, in prose */
  TRIO_WORKSHOP_SCOPE,         /* what was discussed and in which light, in prose */
  TRIO_WORKSHOP_AIM,           /* the aim of the day, in prose */
  TRIO_WORKSHOP_CASE_NUMBER,
  TRIO_WORKSHOP_SERIES,       /* common title of events: "fremtidens arbejdsfællesskaber" */
  TRIO_WORKSHOP_LANGUAGE,     /* da, en */
  TRIO_WORKSHOP_THEME_SET,    /* id of the set that the themes came from */
  TRIO_WORKSHOP_PARENT_ID,    /* UUID of the parent event's workshop, as text */
  TRIO_WORKSHOP_PARENT_TITLE, /* the parent event, so that documents can name it */
  TRIO_WORKSHOP_PARENT_KIND,
  TRIO_WORKSHOP_PARENT_DATE,
  TRIO_WORKSHOP_PARENT_BODY,
  TRIO_WORKSHOP_PARENT_PARTICIPANTS,
  TRIO_WORKSHOP_RUNNING_ROUND, /* round that runs now, for new notes */
  TRIO_WORKSHOP_ROUND_STARTED, /* moment it was started, null while none runs */
  TRIO_WORKSHOP_ROUND_PAUSED,  /* moment its clock was stopped, null while it goes */
  TRIO_WORKSHOP_HOME_STATION,  /* station that this file stands at, null in the common file */
  TRIO_WORKSHOP_N_FIELDS
};

enum
{
  TRIO_THEME_TITLE,
  TRIO_THEME_SUBTITLE,
  TRIO_THEME_TOPIC,     /* fits "when it is about …" */
  TRIO_THEME_DIRECTION, /* paragraphs */
  TRIO_THEME_COLOUR,
  TRIO_THEME_RANK,
  TRIO_THEME_N_FIELDS
};

enum
{
  TRIO_QUESTION_THEME,
  TRIO_QUESTION_PARENT, /* null, or the question it belongs under */
  TRIO_QUESTION_TEXT,
  TRIO_QUESTION_RANK,
  TRIO_QUESTION_N_FIELDS
};

enum
{
  TRIO_STATION_NUMBER,
  TRIO_STATION_THEME,
  TRIO_STATION_PLACE,
  TRIO_STATION_HOST, /* a role or team, not a person's name */
  TRIO_STATION_RANK,
  TRIO_STATION_N_FIELDS
};

enum
{
  TRIO_ROUND_TITLE,
  TRIO_ROUND_MINUTES,
  TRIO_ROUND_RANK,
  TRIO_ROUND_N_FIELDS
};

enum
{
  TRIO_TEAM_TITLE,
  TRIO_TEAM_RANK,
  TRIO_TEAM_N_FIELDS
};

enum
{
  TRIO_VISIT_ROUND,
  TRIO_VISIT_TEAM,
  TRIO_VISIT_STATION,
  TRIO_VISIT_N_FIELDS
};

enum
{
  TRIO_CLUSTER_STATION,
  TRIO_CLUSTER_TITLE, /* empty while nobody has named it */
  TRIO_CLUSTER_COLOUR,
  TRIO_CLUSTER_VOTES,
  TRIO_CLUSTER_X, /* null while the board places it by itself */
  TRIO_CLUSTER_Y,
  TRIO_CLUSTER_RANK,
  TRIO_CLUSTER_N_FIELDS
};

enum
{
  TRIO_NOTE_TEXT,
  TRIO_NOTE_ORIGINAL, /* the first wording, once the text was edited; else null */
  TRIO_NOTE_STATION,
  TRIO_NOTE_RANK,    /* order of capture at the station */
  TRIO_NOTE_CLUSTER, /* null outside clusters */
  TRIO_NOTE_PLACE,   /* rank inside the cluster */
  TRIO_NOTE_X,       /* board position of a loose note, null while placed by itself */
  TRIO_NOTE_Y,
  TRIO_NOTE_ROUND,
  TRIO_NOTE_TEAM,
  TRIO_NOTE_ROLE,
  TRIO_NOTE_COLOUR,
  TRIO_NOTE_VOTES,
  TRIO_NOTE_STATE,
  TRIO_NOTE_REASON, /* why it is withheld */
  TRIO_NOTE_FLAG,   /* held off the wall until somebody has looked */
  TRIO_NOTE_STACK,  /* the note on top of the stack it lies in, else null */
  TRIO_NOTE_SOURCE,
  TRIO_NOTE_CREATED,
  TRIO_NOTE_N_FIELDS
};

enum
{
  TRIO_SUMMARY_THEME,
  TRIO_SUMMARY_TEXT, /* paragraphs */
  TRIO_SUMMARY_STATE,
  TRIO_SUMMARY_N_FIELDS
};

enum
{
  TRIO_LINK_SUMMARY,
  TRIO_LINK_NOTE,
  TRIO_LINK_SENTENCE, /* the sentence as it read when linked; empty for the whole summary */
  TRIO_LINK_N_FIELDS
};

enum
{
  TRIO_DOCUMENT_TYPE, /* notat, dialogue, case, item, status, poster, typing-sheet */
  TRIO_DOCUMENT_TITLE,
  TRIO_DOCUMENT_TEMPLATE,    /* id of the template, empty for the built-in one */
  TRIO_DOCUMENT_LANGUAGE,    /* da, en, or empty for the workshop's */
  TRIO_DOCUMENT_THEME_ORDER, /* UUIDs of themes, one a line; empty for the workshop's order */
  TRIO_DOCUMENT_NUMBERING,   /* "1.", "1)", "TEMA 1:" or empty for the template's */
  TRIO_DOCUMENT_GROUPING,
  TRIO_DOCUMENT_PARAMETERS, /* name=value, one a line */
  TRIO_DOCUMENT_RECIPIENTS,
  TRIO_DOCUMENT_SENT,        /* date it was marked as sent */
  TRIO_DOCUMENT_SENT_DIGEST, /* SHA-256 of what it was made of then */
  TRIO_DOCUMENT_RANK,
  TRIO_DOCUMENT_N_FIELDS
};

enum
{
  TRIO_WAIVER_OBJECT,  /* UUID of the object that it is about, as text */
  TRIO_WAIVER_FIELD,   /* name of the field */
  TRIO_WAIVER_FINDING, /* what was found, such as "cpr" */
  TRIO_WAIVER_MARK,    /* stable id of the finding; not made of the words it is about */
  TRIO_WAIVER_REASON,
  TRIO_WAIVER_TIME,
  TRIO_WAIVER_N_FIELDS
};

enum
{
  TRIO_FOLLOWUP_WHAT,
  TRIO_FOLLOWUP_WHO, /* a role or body, not a person's name */
  TRIO_FOLLOWUP_DUE, /* date */
  TRIO_FOLLOWUP_STATE,
  TRIO_FOLLOWUP_THEME, /* null when it is about the day as a whole */
  TRIO_FOLLOWUP_RANK,
  TRIO_FOLLOWUP_N_FIELDS
};

/**
 * TrioFollowupState:
 * @TRIO_FOLLOWUP_OPEN: it is still to be done
 * @TRIO_FOLLOWUP_DONE: it was done
 *
 * Whether something was done.
 */
typedef enum
{
  TRIO_FOLLOWUP_OPEN,
  TRIO_FOLLOWUP_DONE,
} TrioFollowupState;

/**
 * TrioRole:
 * @TRIO_ROLE_NONE: nobody said
 * @TRIO_ROLE_LEADER: a leader
 * @TRIO_ROLE_AMR: a work-environment representative
 * @TRIO_ROLE_TR: a union representative
 * @TRIO_ROLE_OTHER: somebody else
 *
 * Who wrote an input.
 */
typedef enum
{
  TRIO_ROLE_NONE,
  TRIO_ROLE_LEADER,
  TRIO_ROLE_AMR,
  TRIO_ROLE_TR,
  TRIO_ROLE_OTHER,
} TrioRole;

/**
 * TrioNoteState:
 * @TRIO_NOTE_STATE_NORMAL: it is in every document
 * @TRIO_NOTE_STATE_WITHHELD: it is in none, and there is a reason
 * @TRIO_NOTE_STATE_PRACTICE: it was written at a rehearsal, and is in none
 *
 * Whether an input is printed.
 */
typedef enum
{
  TRIO_NOTE_STATE_NORMAL,
  TRIO_NOTE_STATE_WITHHELD,
  TRIO_NOTE_STATE_PRACTICE,
} TrioNoteState;

/**
 * TrioFlag:
 * @TRIO_FLAG_NONE: nobody has said so
 * @TRIO_FLAG_RAISED: it should be looked at
 * @TRIO_FLAG_CLEARED: it was looked at and may be seen
 * @TRIO_FLAG_CHOSEN: it was looked at and is quoted on the wall
 *
 * Whether somebody should look at an input before the room sees it.
 */
typedef enum
{
  TRIO_FLAG_NONE,
  TRIO_FLAG_RAISED,
  TRIO_FLAG_CLEARED,
  TRIO_FLAG_CHOSEN,
} TrioFlag;

/**
 * TrioSource:
 * @TRIO_SOURCE_TYPED: typed
 * @TRIO_SOURCE_PASTED: pasted
 * @TRIO_SOURCE_IMPORTED: read from a file
 * @TRIO_SOURCE_PHONE: sent from a phone
 * @TRIO_SOURCE_MERGED: from another workshop file
 *
 * How an input came in.
 */
typedef enum
{
  TRIO_SOURCE_TYPED,
  TRIO_SOURCE_PASTED,
  TRIO_SOURCE_IMPORTED,
  TRIO_SOURCE_PHONE,
  TRIO_SOURCE_MERGED,
} TrioSource;

/**
 * TrioColour:
 * @TRIO_COLOUR_YELLOW: yellow
 * @TRIO_COLOUR_ORANGE: orange
 * @TRIO_COLOUR_RED: red
 * @TRIO_COLOUR_PURPLE: purple
 * @TRIO_COLOUR_BLUE: blue
 * @TRIO_COLOUR_TEAL: teal
 * @TRIO_COLOUR_GREEN: green
 * @TRIO_COLOUR_GREY: grey
 *
 * Colours of themes and notes.
 */
typedef enum
{
  TRIO_COLOUR_YELLOW,
  TRIO_COLOUR_ORANGE,
  TRIO_COLOUR_RED,
  TRIO_COLOUR_PURPLE,
  TRIO_COLOUR_BLUE,
  TRIO_COLOUR_TEAL,
  TRIO_COLOUR_GREEN,
  TRIO_COLOUR_GREY,
} TrioColour;

/**
 * TrioSummaryState:
 * @TRIO_SUMMARY_STATE_DRAFT: made by the program, changed by nobody
 * @TRIO_SUMMARY_STATE_EDITED: written or changed by somebody
 * @TRIO_SUMMARY_STATE_APPROVED: approved
 *
 * How far a summary is.
 */
typedef enum
{
  TRIO_SUMMARY_STATE_DRAFT,
  TRIO_SUMMARY_STATE_EDITED,
  TRIO_SUMMARY_STATE_APPROVED,
} TrioSummaryState;

/**
 * TrioLanguage:
 * @TRIO_LANGUAGE_DA: Danish
 * @TRIO_LANGUAGE_EN: English
 *
 * Languages of documents.
 */
typedef enum
{
  TRIO_LANGUAGE_DA,
  TRIO_LANGUAGE_EN,
} TrioLanguage;

const TrioKindInfo *trio_kind_get_info (TrioKind kind);
TrioKind trio_kind_from_name (const char *name);
guint trio_kind_find_field (TrioKind kind, const char *name);
guint trio_kind_find_settable (TrioKind kind, const char *name);

char *trio_field_dup_label (TrioKind kind, guint field);
gboolean trio_field_check (TrioKind kind, guint field, const TrioValue *value, GError **error);
gboolean
trio_field_parse (TrioKind kind, guint field, const char *text, TrioValue *value, GError **error);
char *trio_field_format (TrioKind kind, guint field, const TrioValue *value);

G_END_DECLS
