/* trio-board-private.h: shared by the files of the board. */
#pragma once

#include "app/board/trio-board.h"
#include "app/board/trio-board-style.h"
#include "canvas/trio-pixels.h"
#include "text/trio-hyphenator.h"

G_BEGIN_DECLS

/* Pixels around everything when all is shown. */
#define BOARD_MARGIN 28.0

/* Board units that something reaches out of its place. */
#define BOARD_OVERHANG 14.0

/* How much of a note is drawn. */
typedef enum
{
  LEVEL_TEXT,
  LEVEL_BARS,
  LEVEL_BLOCK,
} Level;

/* More visible notes than this, and there are bars instead of words, or blocks. */
#define MOST_TEXTS 300
#define MOST_BARS  3000

/* A filled shape, in board units, its place counted from the corner of a note or frame. */
typedef struct
{
  TrioRect rect;
  double radius;
  GdkRGBA colour;
} BoardShape;

#define BOARD_MOST_SHAPES 8

/* The picture of the board in pieces, see trio-board-sheet.c. */
typedef struct _BoardSheet BoardSheet;

/* Words that are drawn together, see trio-board-words.c. */
typedef struct _TrioBoardWords TrioBoardWords;

/* Letters that were drawn before, see trio-board-glyphs.c. */
typedef struct _TrioBoardGlyphs TrioBoardGlyphs;

/* What a drag that is under way does. */
typedef enum
{
  DRAG_NONE,
  DRAG_PENDING, /* pressed, not moved yet */
  DRAG_NOTES,
  DRAG_FRAME,
  DRAG_BAND,
  DRAG_PAN,
} DragMode;

typedef struct
{
  DragMode mode;
  DragMode wanted; /* what it becomes when the pointer moves */
  double start_x;  /* in the view */
  double start_y;
  double board_x; /* on the board */
  double board_y;
  double x; /* where the pointer is, in the view */
  double y;
  TrioViewport view;    /* at the beginning, for panning */
  GArray *ids;          /* notes that are dragged */
  GPtrArray *nodes;     /* their pictures, in board units */
  GArray *rects;        /* their places before */
  TrioId frame;         /* frame that is dragged */
  TrioId target_frame;  /* frame under the pointer */
  guint target_slot;    /* place in its order */
  GtkWidget *row;       /* station under the pointer, in the list of stations */
  GHashTable *selected; /* what was selected before a rubber band that adds */
  GArray *before;       /* what was selected before the press */
  TrioId focus_before;
  gboolean was_selected;
  gboolean extends;
  guint tick;
} Drag;

struct _TrioBoard
{
  GtkWidget parent_instance;

  TrioModel *model;
  TrioId station;
  TrioNoteActions *actions;
  TrioSelection *selection;
  TrioNoteFilter *filter;
  TrioScene *scene;
  gboolean is_dirty;
  guint update;
  gboolean wants_fit;
  gboolean is_untouched; /* nobody has scrolled or worked since it was shown */
  gboolean settles;      /* the next layout moves notes smoothly */
  gboolean has_moves;    /* the last layout has moved something */

  TrioViewport view;
  double inset_right; /* pixels that a panel covers */
  double inset_bottom;
  AdwAnimation *view_animation;
  TrioViewport view_from;
  TrioViewport view_to;
  AdwAnimation *move_animation;
  double move_progress; /* 1 while nothing moves */

  GtkAdjustment *adjustments[2];
  guint policies[2];
  gboolean adjusting;

  TrioBoardStyle style;
  double font_scale;
  double letter; /* width of letters in relation to a usual font */
  PangoFontDescription *font;
  PangoLayout *layout;        /* for words that become nodes */
  TrioHyphenator *hyphenator; /* for the language of the inputs; NULL when none is installed */
  const char *hyphenated;     /* that language; NULL before the first note is drawn */
  BoardSheet *sheet;
  TrioBoardGlyphs *glyphs;
  GPtrArray *visible;    /* TrioSceneNote: all that are seen, and some around them */
  TrioRect visible_area; /* in which they lie; empty when they must be looked up */
  double visible_zoom;
  Level level;

  GPtrArray *groups; /* TrioSceneGroup: the proposal that is previewed */
  int pointed;       /* the one of them that is looked at, or -1 */

  Drag drag;
  TrioId hovered;
  double pointer_x;
  double pointer_y;
  gboolean has_pointer;
  gboolean space_down;
  gboolean votes_by_click;

  GtkWidget *places[2]; /* stand-ins of the focused note for assistive technology */
  guint place;
  guint returning; /* the idle in which one of them takes the focus again */
  GtkWidget *editor;
  TrioId edited;       /* note or cluster; 0 for a new note */
  TrioId edit_cluster; /* where a new note goes */
  TrioRect edit_rect;
  gboolean edit_placed;
  gboolean ending;
};

/* trio-board.c */
void trio_board_view_changed (TrioBoard *self);
void trio_board_scene_changed (TrioBoard *self);
void trio_board_edit_finished (TrioBoard *self);
void trio_board_tell_toggled (TrioBoard *self, guint group);
void trio_board_queue_update (TrioBoard *self);
void trio_board_ask_menu (TrioBoard *self, double x, double y);
void trio_board_notice (TrioBoard *self, const char *text, gboolean undoable);
void trio_board_tell (TrioBoard *self, const GError *error);
gboolean trio_board_can_change (TrioBoard *self);

/* trio-board-show.c */
void trio_board_drop_model (TrioBoard *self);

/* trio-board-view.c */
void trio_board_update_adjustments (TrioBoard *self);
void trio_board_set_adjustment (TrioBoard *self, guint axis, GtkAdjustment *adjustment);
void trio_board_set_view (TrioBoard *self, const TrioViewport *view);
void trio_board_animate_view (TrioBoard *self, const TrioViewport *to);
void trio_board_animate_moves (TrioBoard *self);
void trio_board_to_board (TrioBoard *self, double vx, double vy, double *x, double *y);

/* trio-board-nodes.c */
guint trio_board_get_colour (const TrioRecord *record);
guint trio_board_list_note_shapes (TrioBoard *self,
                                   const TrioSceneNote *note,
                                   BoardShape shapes[BOARD_MOST_SHAPES]);
GskRenderNode *trio_board_get_note_words (TrioBoard *self, TrioSceneNote *note);
GskRenderNode *trio_board_create_note_picture (TrioBoard *self, TrioSceneNote *note);
void trio_board_drop_note_words (TrioSceneNote *note);
void trio_board_append_shapes (GtkSnapshot *snapshot, const BoardShape *shapes, guint n);
void trio_board_append_words (
    TrioBoard *self, GtkSnapshot *snapshot, double x, double y, const GdkRGBA *colour);
void trio_board_fill_rounded (GtkSnapshot *snapshot,
                              const TrioRect *rect,
                              double radius,
                              const GdkRGBA *colour);
void trio_board_stroke_rounded (GtkSnapshot *snapshot,
                                const TrioRect *rect,
                                double radius,
                                double width,
                                const GdkRGBA *colour);
char *trio_board_dup_divided (TrioBoard *self, const char *text);
void trio_board_set_words (TrioBoard *self,
                           const char *text,
                           double size,
                           PangoWeight weight,
                           double width,
                           double height);

/* trio-board-sheet.c */
BoardSheet *trio_board_sheet_new (void);
void trio_board_sheet_free (BoardSheet *sheet);
void trio_board_draw_sheet (TrioBoard *self, GtkSnapshot *snapshot);
void trio_board_renew_sheet (TrioBoard *self, const TrioRect *rect);
void trio_board_drop_sheet (TrioBoard *self);

/* trio-board-words.c */
TrioBoardWords *trio_board_words_new (TrioBoardGlyphs *glyphs,
                                      const TrioPixels *pixels,
                                      cairo_t *cr,
                                      double left,
                                      double top,
                                      double scale,
                                      gboolean is_rough);
void trio_board_words_free (TrioBoardWords *self);
void trio_board_words_add (TrioBoardWords *self, GskRenderNode *node, const TrioRect *place);
void trio_board_words_make_room (TrioBoardWords *self, const TrioRect *place);
void trio_board_words_draw (TrioBoardWords *self);

/* trio-board-glyphs.c */
TrioBoardGlyphs *trio_board_glyphs_new (void);
void trio_board_glyphs_free (TrioBoardGlyphs *self);
void trio_board_glyphs_forget_rough (TrioBoardGlyphs *self);
gboolean trio_board_glyphs_draw (TrioBoardGlyphs *self,
                                 const TrioPixels *pixels,
                                 cairo_t *cr,
                                 PangoFont *font,
                                 gboolean is_rough,
                                 const GArray *glyphs,
                                 const GdkRGBA *colour);
void trio_board_set_font (cairo_t *cr, PangoFont *font, gboolean is_rough);

/* trio-board-paint.c */
void trio_board_paint (
    TrioBoard *self, cairo_surface_t *picture, int left, int top, int factor, gboolean is_rough);

/* trio-board-looks.c */
void trio_board_restyle (TrioBoard *self);

/* trio-board-frame.c */
guint trio_board_list_frame_shapes (TrioBoard *self,
                                    const TrioSceneFrame *frame,
                                    BoardShape shapes[BOARD_MOST_SHAPES]);
GskRenderNode *trio_board_get_frame_head (TrioBoard *self, TrioSceneFrame *frame);
GskRenderNode *trio_board_create_frame_picture (TrioBoard *self, TrioSceneFrame *frame);
void trio_board_drop_frame_head (TrioSceneFrame *frame);
char *trio_board_dup_frame_title (const TrioSceneFrame *frame);

/* trio-board-draw.c */
TrioRect trio_board_get_shown_rect (TrioBoard *self, const TrioRect *from, const TrioRect *to);
gboolean trio_board_is_dragged (TrioBoard *self, const TrioSceneNote *note);
gboolean trio_board_is_dragged_frame (TrioBoard *self, const TrioSceneFrame *frame);
void trio_board_forget_visible (TrioBoard *self);
void trio_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* trio-board-input.c, trio-board-drag.c, trio-board-keys.c, trio-board-drop.c */
void trio_board_install_input (TrioBoard *self);
void trio_board_install_keys (TrioBoard *self);
void trio_board_install_letters (TrioBoard *self, GtkWidget *outer);
void trio_board_install_drop (TrioBoard *self);
void trio_board_begin_drag (TrioBoard *self, DragMode mode);
void trio_board_update_drag (TrioBoard *self);
void trio_board_end_drag (TrioBoard *self, gboolean commit);
void trio_board_clear_drag (TrioBoard *self);
void trio_board_drop_hand (TrioBoard *self);
GArray *
trio_board_dup_frame_spots (TrioBoard *self, const TrioSceneFrame *moved, double dx, double dy);
void trio_board_draw_drag (TrioBoard *self, GtkSnapshot *snapshot);
void trio_board_focus_note (TrioBoard *self, TrioSceneNote *note);

/* trio-board-nudge.c */
void trio_board_add_nudges (GtkWidgetClass *widget_class);

/* trio-board-vote.c */
void
trio_board_vote_at (TrioBoard *self, TrioSceneNote *note, TrioSceneFrame *frame, gboolean back);

/* trio-board-suggest.c */
TrioSceneGroup *trio_board_get_group (TrioBoard *self, const TrioSceneFrame *frame);
gboolean trio_board_toggle_proposal (TrioBoard *self, const TrioSceneFrame *frame);
void trio_board_draw_proposal (TrioBoard *self, GtkSnapshot *snapshot);

/* trio-board-edit.c */
void trio_board_allocate_editor (TrioBoard *self);
void trio_board_draw_hint (TrioBoard *self, GtkSnapshot *snapshot);
gboolean
trio_board_edit_new (TrioBoard *self, TrioId cluster, const TrioRect *rect, const char *text);

/* trio-board-note.c */
void trio_board_move_place (TrioBoard *self, gboolean grab);
void trio_board_allocate_places (TrioBoard *self);

G_END_DECLS
