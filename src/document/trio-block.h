/* trio-block.h: the blocks that a document is made of, without any format.
 *
 * Levels, kinds, numbers and order are data here; a writer never guesses them. A block owns
 * everything below it; the fields are public for reading, and are set only through the
 * functions. Functions that take inlines, lists or blocks take them over.
 */
#pragma once

#include "document/trio-inline.h"

G_BEGIN_DECLS

typedef struct _TrioBlock TrioBlock;
typedef struct _TrioList TrioList;
typedef struct _TrioListItem TrioListItem;
typedef struct _TrioNoteRef TrioNoteRef;

/**
 * TrioBlockKind:
 * @TRIO_BLOCK_TITLE: the title of the document; level 0, exists once
 * @TRIO_BLOCK_META: labels with values, such as date and case number
 * @TRIO_BLOCK_HEADING: a heading of level 1–4
 * @TRIO_BLOCK_PARA: a paragraph
 * @TRIO_BLOCK_LIST: a list
 * @TRIO_BLOCK_CLUSTER: a titled list of inputs; written as a heading and a list
 * @TRIO_BLOCK_TABLE: a plain table without merged cells
 * @TRIO_BLOCK_FIGURE: a picture
 * @TRIO_BLOCK_BOX: a titled section that stands beside the text; never a floating frame
 * @TRIO_BLOCK_TOC: a list of contents
 * @TRIO_BLOCK_DECISION: what a body decided, under a heading of its own
 */
typedef enum
{
  TRIO_BLOCK_TITLE,
  TRIO_BLOCK_META,
  TRIO_BLOCK_HEADING,
  TRIO_BLOCK_PARA,
  TRIO_BLOCK_LIST,
  TRIO_BLOCK_CLUSTER,
  TRIO_BLOCK_TABLE,
  TRIO_BLOCK_FIGURE,
  TRIO_BLOCK_BOX,
  TRIO_BLOCK_TOC,
  TRIO_BLOCK_DECISION,
} TrioBlockKind;

/**
 * TrioNumberStyle:
 * @TRIO_NUMBER_NONE: no number
 * @TRIO_NUMBER_DOT: "1."
 * @TRIO_NUMBER_PAREN: "1)"
 * @TRIO_NUMBER_LITERAL: the label is given as text, such as "STATION 1:"
 *
 * How the number of a heading is written.
 */
typedef enum
{
  TRIO_NUMBER_NONE,
  TRIO_NUMBER_DOT,
  TRIO_NUMBER_PAREN,
  TRIO_NUMBER_LITERAL,
} TrioNumberStyle;

/**
 * TrioParaStyle:
 * @TRIO_PARA_NORMAL: running text
 * @TRIO_PARA_LEAD: an opening paragraph
 * @TRIO_PARA_SMALL: remarks in small type
 * @TRIO_PARA_QUOTE: a quotation
 * @TRIO_PARA_LABEL: a line such as "Vores fælles retning:" that opens what follows and stays
 *   on the same page with it
 */
typedef enum
{
  TRIO_PARA_NORMAL,
  TRIO_PARA_LEAD,
  TRIO_PARA_SMALL,
  TRIO_PARA_QUOTE,
  TRIO_PARA_LABEL,
} TrioParaStyle;

/**
 * TrioListKind:
 * @TRIO_LIST_BULLET: bullets; the character is in the look of the document
 * @TRIO_LIST_DOT: "1."
 * @TRIO_LIST_PAREN: "1)"
 * @TRIO_LIST_LETTER: "a)"
 */
typedef enum
{
  TRIO_LIST_BULLET,
  TRIO_LIST_DOT,
  TRIO_LIST_PAREN,
  TRIO_LIST_LETTER,
} TrioListKind;

/**
 * TrioMetaLayout:
 * @TRIO_META_LINES: one line "Label: value" for each field
 * @TRIO_META_TABLE: a table of two columns, labels first
 */
typedef enum
{
  TRIO_META_LINES,
  TRIO_META_TABLE,
} TrioMetaLayout;

/**
 * TrioMetaField:
 * @label: the label without colon
 * @value: the value
 */
typedef struct
{
  char *label;
  TrioInlines *value;
} TrioMetaField;

/**
 * TrioNoteRef:
 * @id: the id of the input
 * @text: the wording when it differs from the text of the list item, else %NULL
 * @station_number: the number of its station, from 1
 * @station: the title of its station
 * @cluster: the title of its cluster, or %NULL
 * @votes: its votes, 0 for none
 * @round: the number of its round, 0 for unknown
 * @role: its role as a code ("leader", "amr", "tr", "other"), or %NULL
 * @created: when it was written, ISO 8601, or %NULL
 * @author: who wrote it, or %NULL
 * @next: another input of the same stack that the item stands for, or %NULL
 *
 * The input that a list item prints. Most writers drop it; CSV writes one row for each, and
 * one for each that it stands for.
 */
struct _TrioNoteRef
{
  char *id;
  char *text;
  guint station_number;
  char *station;
  char *cluster;
  guint votes;
  guint round;
  char *role;
  char *created;
  char *author;
  TrioNoteRef *next;
};

/**
 * TrioListItem:
 * @inlines: the text of the item
 * @nested: a list below the item, or %NULL
 * @note: the input that the item prints, or %NULL
 */
struct _TrioListItem
{
  TrioInlines *inlines;
  TrioList *nested;
  TrioNoteRef *note;
};

/**
 * TrioList:
 * @kind: bullets or the style of the numbers
 * @start: the number of the first item
 * @tight: whether the items stand without space between them
 * @items: (element-type TrioListItem): the items
 */
struct _TrioList
{
  TrioListKind kind;
  guint start;
  gboolean tight;
  GPtrArray *items;
};

/**
 * TrioBlock:
 * @kind: which member of the union holds
 * @starts_page: whether the block begins a new page
 * @anchor: the name by which the block can be linked to; every heading, cluster, box title
 *   and decision in a #TrioDoc has one, unique in the document
 * @source: (nullable): which object of the workshop the words come from, see
 *   trio_block_set_source()
 * @list: the list of a list block; the other members of the union likewise
 *
 * Decision: @body and @date (ISO) are for the record, @heading is what is printed.
 * Figure: either @alt is there, or @decorative is true. @width_mm and @height_mm are the
 * printed size; @height_mm 0 keeps the proportions. Table: every row has @n_columns cells.
 */
struct _TrioBlock
{
  TrioBlockKind kind;
  gboolean starts_page;
  char *anchor;
  char *source;
  union
  {
    struct
    {
      TrioInlines *inlines;
    } title;
    struct
    {
      TrioMetaLayout layout;
      GPtrArray *fields; /* TrioMetaField */
    } meta;
    struct
    {
      guint level; /* 1–4 */
      TrioNumberStyle style;
      guint number;  /* for DOT and PAREN */
      char *literal; /* for LITERAL */
      gboolean is_appendix;
      TrioInlines *inlines;
    } heading;
    struct
    {
      TrioParaStyle style;
      TrioInlines *inlines;
    } para;
    TrioList *list;
    struct
    {
      guint level; /* of its heading, 2–5 */
      TrioInlines *title;
      TrioList *list;
    } cluster;
    struct
    {
      TrioInlines *caption; /* or NULL */
      guint n_columns;
      GPtrArray *head; /* TrioInlines */
      GPtrArray *rows; /* GPtrArray of TrioInlines */
    } table;
    struct
    {
      GBytes *image;
      char *mime_type;
      double width_mm;
      double height_mm;
      gboolean decorative;
      char *alt;
      TrioInlines *caption; /* or NULL */
    } figure;
    struct
    {
      guint level; /* of its title */
      TrioInlines *title;
      GPtrArray *blocks; /* TrioBlock */
    } box;
    struct
    {
      guint depth; /* 1–3 */
      TrioInlines *title;
    } toc;
    struct
    {
      guint level;
      char *body;
      char *date;
      TrioInlines *heading;
      GPtrArray *blocks; /* TrioBlock */
    } decision;
  };
};

TrioBlock *trio_block_new_title (TrioInlines *inlines);
TrioBlock *trio_block_new_meta (TrioMetaLayout layout);
TrioBlock *trio_block_new_heading (guint level, TrioInlines *inlines);
TrioBlock *trio_block_new_para (TrioParaStyle style, TrioInlines *inlines);
TrioBlock *trio_block_new_list (TrioList *list);
TrioBlock *trio_block_new_cluster (guint level, TrioInlines *title, TrioList *list);
TrioBlock *trio_block_new_table (TrioInlines *caption, guint n_columns);
TrioBlock *trio_block_new_figure (
    GBytes *image, const char *mime_type, const char *alt, double width_mm, double height_mm);
TrioBlock *trio_block_new_box (guint level, TrioInlines *title);
TrioBlock *trio_block_new_toc (guint depth, TrioInlines *title);
TrioBlock *
trio_block_new_decision (guint level, const char *body, const char *date, TrioInlines *heading);
void trio_block_free (TrioBlock *block);

void trio_block_set_starts_page (TrioBlock *block, gboolean starts_page);
void trio_block_set_anchor (TrioBlock *block, const char *anchor);
void trio_block_set_source (TrioBlock *block, const char *source);
void trio_block_add_meta (TrioBlock *meta, const char *label, TrioInlines *value);
void trio_block_set_number (TrioBlock *heading, TrioNumberStyle style, guint number);
void trio_block_set_literal (TrioBlock *heading, const char *literal);
void trio_block_set_appendix (TrioBlock *heading, gboolean is_appendix);
void trio_block_add_head_cell (TrioBlock *table, TrioInlines *cell);
void trio_block_add_row (TrioBlock *table);
void trio_block_add_cell (TrioBlock *table, TrioInlines *cell);
void trio_block_set_caption (TrioBlock *figure, TrioInlines *caption);
void trio_block_append (TrioBlock *parent, TrioBlock *child);

const TrioInlines *trio_block_get_inlines (const TrioBlock *block);
guint trio_block_get_level (const TrioBlock *block);
const GPtrArray *trio_block_get_blocks (const TrioBlock *block);
char *trio_block_dup_label (const TrioBlock *block);

TrioList *trio_list_new (TrioListKind kind);
void trio_list_free (TrioList *list);
void trio_list_set_start (TrioList *list, guint start);
void trio_list_set_tight (TrioList *list, gboolean tight);
TrioListItem *trio_list_add_item (TrioList *list, TrioInlines *inlines);
TrioListItem *trio_list_add_text (TrioList *list, const char *text);
guint trio_list_get_length (const TrioList *list);
const TrioListItem *trio_list_get_item (const TrioList *list, guint index);
char *trio_list_dup_label (const TrioList *list, guint index);

void trio_list_item_set_nested (TrioListItem *item, TrioList *nested);
void trio_list_item_set_note (TrioListItem *item, TrioNoteRef *note);

TrioNoteRef *trio_note_ref_new (const char *id, guint station_number, const char *station);
void trio_note_ref_free (TrioNoteRef *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioBlock, trio_block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioList, trio_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioNoteRef, trio_note_ref_free)

G_END_DECLS
