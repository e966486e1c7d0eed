/* trio-board-layout.h: where clusters and notes lie on the board.
 *
 * The board keeps itself tidy: clusters are frames that grow with their notes, in rows, and
 * the notes without cluster follow below. A frame or loose note that somebody has put
 * somewhere stays there; tidy things flow around it. Pure arithmetic on a few numbers per
 * note, so that ten thousand notes are laid out anew in a millisecond.
 */
#pragma once

#include "canvas/trio-grid.h"
#include "model/trio-record.h"

G_BEGIN_DECLS

/**
 * TrioBoardMetrics:
 * @note_width: width of a note
 * @note_height: least height of a note
 * @padding: from the edge of a note to its words
 * @line: height of a line of words
 * @footer: height of the line with votes and role
 * @letter: width of letters in relation to those of a usual font
 * @max_lines: more lines than this are cut off
 * @gap: between notes
 * @frame_padding: from the edge of a frame to its notes
 * @frame_head: from the upper edge of a frame to its notes, with a title of one line
 * @title_line: height of another line of the title
 * @frame_gap: between frames
 * @loose_head: height of the heading above the notes without cluster
 * @section_head: height of the heading above a station, where several are shown
 * @section_gap: between stations
 *
 * Sizes on the board. All grow with the size of the font.
 */
typedef struct
{
  double note_width;
  double note_height;
  double padding;
  double line;
  double footer;
  double letter;
  guint max_lines;
  double gap;
  double frame_padding;
  double frame_head;
  double title_line;
  double frame_gap;
  double loose_head;
  double section_head;
  double section_gap;
} TrioBoardMetrics;

typedef struct _TrioSceneFrame TrioSceneFrame;

/**
 * TrioSceneNote:
 * @item: its place, in the grid
 * @record: the note
 * @frame: (nullable): the frame it lies in
 * @section: index of its section
 * @n_lines: lines that its words take, estimated
 * @n_stacked: notes in the stack under it
 * @number: its number at the station, in order of capture, from 1
 * @has_footer: whether it shows votes, a role or a mark
 * @is_shown: whether it lies on the board: not under another in a stack, nor filtered out
 * @is_proposed: whether a proposal, not a person, has put it where it is
 * @from: where it was before the last layout
 * @view: data of the view
 *
 * A note on the board.
 */
typedef struct
{
  TrioGridItem item;
  const TrioRecord *record;
  TrioSceneFrame *frame;
  guint section;
  guint n_lines;
  guint n_stacked;
  guint number;
  gboolean has_footer;
  gboolean is_shown;
  gboolean is_proposed;
  TrioRect from;
  gpointer view;
  /*< private >*/
  TrioId cluster; /* as the record says */
  TrioId stack;
  guint age;
  guint n_counted;
  gboolean is_new;
  gboolean is_changed;
  gboolean was_shown;
} TrioSceneNote;

/**
 * TrioSceneFrame:
 * @id: number of the cluster; for a proposed one a number below 0
 * @record: (nullable): the cluster; none while it is proposed
 * @title: its title, "" while it has none
 * @notes: (element-type TrioSceneNote): what lies in it, in order
 * @rect: its place
 * @from: where it was before the last layout
 * @columns: notes beside each other
 * @title_lines: lines that its title takes, estimated
 * @section: index of its section
 * @proposal: index of the proposal, or -1
 * @view: data of the view
 *
 * A cluster on the board.
 */
struct _TrioSceneFrame
{
  TrioId id;
  const TrioRecord *record;
  const char *title;
  GPtrArray *notes;
  TrioRect rect;
  TrioRect from;
  guint columns;
  guint title_lines;
  guint section;
  int proposal;
  gpointer view;
  /*< private >*/
  guint age;
  char *own_title; /* of a proposed frame, which outlives its proposal for a moment */
  guint n_before;
  gboolean is_changed;
  gboolean is_touched;  /* a note in it is new there or reads otherwise */
  gboolean is_in_order; /* its notes came in the order in which they lie */
};

/**
 * TrioSceneFlow:
 * @columns: notes beside each other; 0 when notes cannot simply be added
 * @column: where the next one goes
 * @y: upper edge of the last row
 * @row: height of the last row
 * @lowest: a page that reaches further down is measured anew
 *
 * Where notes without cluster go on.
 */
typedef struct
{
  guint columns;
  guint column;
  double y;
  double row;
  double lowest;
} TrioSceneFlow;

/**
 * TrioSceneSection:
 * @station: number of the station's object
 * @frames: (element-type TrioSceneFrame): its clusters in order
 * @loose: (element-type TrioSceneNote): its notes without cluster, in order of capture
 * @origin_x: where its own zero is on the board
 * @origin_y: where its own zero is on the board
 * @page_width: where rows end
 * @kept_width: @page_width outside of a preview
 * @rect: everything that it shows, with its heading
 * @loose_rect: the heading of the notes without cluster; empty without heading
 * @notes: (element-type TrioSceneNote): all its notes, in order of capture
 * @flow: where notes without cluster go on
 *
 * One station on the board.
 */
typedef struct
{
  TrioId station;
  GPtrArray *frames;
  GPtrArray *loose;
  double origin_x;
  double origin_y;
  double page_width;
  double kept_width;
  TrioRect rect;
  TrioRect loose_rect;
  GPtrArray *notes;
  TrioSceneFlow flow;
} TrioSceneSection;

void trio_board_metrics_init (TrioBoardMetrics *metrics, double scale, double letter);
guint trio_board_estimate_lines (const char *text, double width, double em, guint most);
double trio_board_note_height (const TrioBoardMetrics *metrics, guint n_lines, gboolean has_footer);
void trio_board_layout_section (TrioSceneSection *section,
                                const TrioBoardMetrics *metrics,
                                double view_width,
                                double aspect);
gboolean trio_board_layout_append (TrioSceneSection *section,
                                   const TrioBoardMetrics *metrics,
                                   TrioSceneNote *note);
void
trio_board_layout_sections (GPtrArray *sections, const TrioBoardMetrics *metrics, double aspect);

G_END_DECLS
