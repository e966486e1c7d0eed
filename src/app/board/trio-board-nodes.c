/* trio-board-nodes.c: pictures of notes, made once and kept until they change.
 *
 * Rounded shapes are borders as thick as the shape, because they are filled in one go; a
 * rounded clip would cost several times as much.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>

#include "app/notes/trio-note-labels.h"
#include "text/trio-language.h"

#define NOTE_RADIUS 6.0
#define MOST_DOTS   6

/* Letters of a word that may be divided: shorter ones have room in a line of a note. */
#define LONG_WORD 16

typedef struct
{
  GskRenderNode *content; /* with words, its corner at 0, 0 */
  GskRenderNode *placed[LEVEL_BLOCK];
} NoteView;

static graphene_rect_t
to_graphene (const TrioRect *rect)
{
  return GRAPHENE_RECT_INIT ((float)rect->x, (float)rect->y, (float)rect->width,
                             (float)rect->height);
}

/* Fills a rectangle with round corners. */
void
trio_board_fill_rounded (GtkSnapshot *snapshot,
                         const TrioRect *rect,
                         double radius,
                         const GdkRGBA *colour)
{
  graphene_rect_t bounds = to_graphene (rect);
  float half = (float)MIN (rect->width, rect->height) / 2;
  const float widths[] = { half, half, half, half };
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  if (radius < 0.5)
    {
      gtk_snapshot_append_color (snapshot, colour, &bounds);
      return;
    }
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float)MIN (radius, half));
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* Draws the edge of a rectangle with round corners, inside of it. */
void
trio_board_stroke_rounded (
    GtkSnapshot *snapshot, const TrioRect *rect, double radius, double width, const GdkRGBA *colour)
{
  graphene_rect_t bounds = to_graphene (rect);
  float w = (float)width;
  const float widths[] = { w, w, w, w };
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float)radius);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* Prepares the board's layout: @size in pixels; words are cut off beyond @width × @height. */
void
trio_board_set_words (
    TrioBoard *self, const char *text, double size, PangoWeight weight, double width, double height)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }
  pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);
  pango_font_description_set_weight (self->font, weight);
  pango_layout_set_font_description (self->layout, self->font);
  pango_layout_set_width (self->layout, width > 0 ? (int)(width * PANGO_SCALE) : -1);
  pango_layout_set_height (self->layout, height > 0 ? (int)(height * PANGO_SCALE) : -1);
  pango_layout_set_text (self->layout, text, -1);
}

/* Draws what was prepared. */
void
trio_board_append_words (
    TrioBoard *self, GtkSnapshot *snapshot, double x, double y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, self->layout, colour);
  gtk_snapshot_restore (snapshot);
}

static const char *
mark_label (const TrioRecord *record)
{
  switch (trio_record_get_int (record, TRIO_NOTE_STATE))
    {
    case TRIO_NOTE_STATE_WITHHELD:
      return _ ("Withheld");
    case TRIO_NOTE_STATE_PRACTICE:
      return _ ("Practice");
    default:
      return trio_record_get_int (record, TRIO_NOTE_FLAG) == TRIO_FLAG_RAISED
                 /* Translators: mark on an input that waits for somebody to look at it */
                 ? C_ ("mark", "Flagged")
                 : NULL;
    }
}

/* Votes as dots, or as one dot with a number when there are many. Returns where they end. */
static double
draw_votes (TrioBoard *self, GtkSnapshot *snapshot, gint64 votes, double x, double y)
{
  double s = self->font_scale;

  for (gint64 i = 0; i < (votes <= MOST_DOTS ? votes : 1); i++)
    {
      TrioRect dot = { x, y - 4 * s, 8 * s, 8 * s };

      trio_board_fill_rounded (snapshot, &dot, 4 * s, &self->style.vote);
      x += 12 * s;
    }
  if (votes > MOST_DOTS)
    {
      g_autofree char *number = g_strdup_printf ("%d", (int)votes);
      int width, height;

      trio_board_set_words (self, number, 11.5 * s, PANGO_WEIGHT_BOLD, 0, 0);
      pango_layout_get_pixel_size (self->layout, &width, &height);
      trio_board_append_words (self, snapshot, x, y - height / 2.0, &self->style.note_text);
      x += width + 6 * s;
    }
  return votes > 0 ? x + 4 * s : x;
}

static void
draw_footer (
    TrioBoard *self, GtkSnapshot *snapshot, const TrioRecord *record, double width, double height)
{
  const TrioBoardMetrics *m = trio_scene_get_metrics (self->scene);
  double s = self->font_scale;
  double y = height - m->padding - 3 * s;
  double x
      = draw_votes (self, snapshot, trio_record_get_int (record, TRIO_NOTE_VOTES), m->padding, y);
  const char *role = trio_role_short_label ((TrioRole)trio_record_get_int (record, TRIO_NOTE_ROLE));
  const char *mark = mark_label (record);
  double right = width - m->padding;
  int w, h;

  if (*role != '\0')
    {
      trio_board_set_words (self, role, 11 * s, PANGO_WEIGHT_SEMIBOLD, 0, 0);
      pango_layout_get_pixel_size (self->layout, &w, &h);
      right -= w;
      trio_board_append_words (self, snapshot, right, y - h / 2.0, &self->style.note_dim);
      right -= 8 * s;
    }
  if (mark != NULL && right - x > 20 * s)
    {
      trio_board_set_words (self, mark, 11 * s, PANGO_WEIGHT_BOLD, right - x, 0);
      pango_layout_get_pixel_size (self->layout, &w, &h);
      trio_board_append_words (self, snapshot, x, y - h / 2.0, &self->style.mark);
    }
}

/* A badge "×3" at the corner of a stack; returns its width. */
static double
draw_stack (TrioBoard *self, GtkSnapshot *snapshot, guint n, double width)
{
  /* Translators: how many inputs lie in a stack */
  g_autofree char *text = g_strdup_printf (C_ ("stack", "×%u"), n);
  double s = self->font_scale;
  TrioRect badge;
  GdkRGBA back = self->style.text;
  int w, h;

  trio_board_set_words (self, text, 11 * s, PANGO_WEIGHT_BOLD, 0, 0);
  pango_layout_get_pixel_size (self->layout, &w, &h);
  badge = (TrioRect){ width - w - 18 * s, 8 * s, w + 10 * s, h + 2 * s };
  back.alpha = self->style.is_plain ? 1 : self->style.is_dark ? 0.18f : 0.1f;
  trio_board_fill_rounded (snapshot, &badge, badge.height / 2, &back);
  trio_board_append_words (self, snapshot, badge.x + 5 * s, badge.y + s,
                           self->style.is_plain ? &self->style.canvas : &self->style.note_text);
  return badge.width;
}

static guint
colour_of (const TrioRecord *record)
{
  gint64 colour = trio_record_get_int (record, TRIO_NOTE_COLOUR);

  return colour >= 0 && colour < TRIO_N_COLOURS ? (guint)colour : 0;
}

static gboolean
is_set_aside (const TrioRecord *record)
{
  return trio_record_get_int (record, TRIO_NOTE_STATE) != TRIO_NOTE_STATE_NORMAL;
}

static void
draw_paper (TrioBoard *self, GtkSnapshot *snapshot, const TrioSceneNote *note)
{
  const TrioBoardStyle *style = &self->style;
  guint colour = colour_of (note->record);
  double s = self->font_scale;
  TrioRect paper = { 0, 0, note->item.rect.width, note->item.rect.height };
  TrioRect edge = { -0.5, -0.5, paper.width + 1, paper.height + 3 * s };
  double radius = NOTE_RADIUS * s;

  for (guint i = MIN (note->n_stacked, 2); i > 0; i--)
    {
      TrioRect under = { 4 * s * i, 5 * s * i, paper.width - s * 4 * i * 0.2, paper.height };

      trio_board_fill_rounded (snapshot, &under, radius, &style->note_edge[colour]);
      under = trio_rect_grow (&under, -1);
      trio_board_fill_rounded (snapshot, &under, radius - 1, &style->notes[colour]);
    }
  trio_board_fill_rounded (snapshot, &edge, radius, &style->note_edge[colour]);
  if (style->is_plain)
    {
      paper = trio_rect_grow (&paper, -1.5);
      trio_board_fill_rounded (snapshot, &paper, radius, &style->notes[colour]);
      paper.width = 7 * s;
      trio_board_fill_rounded (snapshot, &paper, 2, &style->tabs[colour]);
      return;
    }
  trio_board_fill_rounded (snapshot, &paper, radius, &style->notes[colour]);
  if (is_set_aside (note->record))
    {
      GdkRGBA veil = style->canvas;

      veil.alpha = 0.62f;
      trio_board_fill_rounded (snapshot, &paper, radius, &veil);
    }
}

/* The text, in which words longer than a line can be divided where the language allows it. */
char *
trio_board_dup_divided (TrioBoard *self, const char *text)
{
  const char *lang = trio_language_of (trio_model_get_workshop_record (self->model));

  if (self->hyphenated == NULL || !g_str_equal (self->hyphenated, lang))
    {
      trio_hyphenator_free (self->hyphenator);
      self->hyphenator = trio_hyphenator_find (lang);
      self->hyphenated = lang;
    }
  return self->hyphenator != NULL ? trio_hyphenator_soften (self->hyphenator, text, LONG_WORD)
                                  : g_strdup (text);
}

static GskRenderNode *
create_content (TrioBoard *self, const TrioSceneNote *note)
{
  g_autofree char *words
      = trio_board_dup_divided (self, trio_record_get_text (note->record, TRIO_NOTE_TEXT));
  const TrioBoardMetrics *m = trio_scene_get_metrics (self->scene);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const TrioRect *rect = &note->item.rect;
  double bottom = note->has_footer ? m->footer + m->padding / 2 : m->padding;
  double aside = 0;

  draw_paper (self, snapshot, note);
  if (note->n_stacked > 0)
    aside = draw_stack (self, snapshot, note->n_stacked + 1, rect->width) * 0.6;
  trio_board_set_words (self, words, 13.6 * self->font_scale, PANGO_WEIGHT_NORMAL,
                        rect->width - 2 * m->padding - aside, rect->height - m->padding - bottom);
  trio_board_append_words (self, snapshot, m->padding, m->padding - 2 * self->font_scale,
                           is_set_aside (note->record) ? &self->style.note_dim
                                                       : &self->style.note_text);
  if (note->has_footer)
    draw_footer (self, snapshot, note->record, rect->width, rect->height);
  return gtk_snapshot_free_to_node (snapshot);
}

static NoteView *
ensure_view (TrioSceneNote *note)
{
  if (note->view == NULL)
    note->view = g_new0 (NoteView, 1);
  return note->view;
}

/* The picture of a note with its corner at 0, 0, borrowed. */
GskRenderNode *
trio_board_get_content (TrioBoard *self, TrioSceneNote *note)
{
  NoteView *view = ensure_view (note);

  if (view->content == NULL)
    view->content = create_content (self, note);
  return view->content;
}

/* A picture at its place. */
GskRenderNode *
trio_board_place_node (GskRenderNode *content, const TrioRect *rect)
{
  GskTransform *transform
      = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)rect->x, (float)rect->y));
  GskRenderNode *node;

  /* To go nowhere is no transform. */
  if (transform == NULL)
    return gsk_render_node_ref (content);
  node = gsk_transform_node_new (content, transform);
  gsk_transform_unref (transform);
  return node;
}

/* Lines of words as bars, the last one shorter. */
static GskRenderNode *
create_bars (TrioBoard *self, const TrioSceneNote *note)
{
  const TrioBoardMetrics *m = trio_scene_get_metrics (self->scene);
  const TrioRect *rect = &note->item.rect;
  guint colour = colour_of (note->record);
  guint n_lines = MIN (note->n_lines, 4);
  GskRenderNode *nodes[5];
  graphene_rect_t bounds = to_graphene (rect);
  GdkRGBA ink = self->style.note_text;
  GskRenderNode *container;
  guint n = 0;

  ink.alpha = 0.35f;
  nodes[n++] = gsk_color_node_new (self->style.is_plain ? &self->style.note_edge[colour]
                                                        : &self->style.notes[colour],
                                   &bounds);
  if (self->style.is_plain)
    ink = self->style.notes[colour];
  for (guint i = 0; i < n_lines; i++)
    {
      double width = (rect->width - 2 * m->padding) * (i + 1 == n_lines ? 0.55 : 0.95);

      bounds = GRAPHENE_RECT_INIT ((float)(rect->x + m->padding),
                                   (float)(rect->y + m->padding + i * m->line + m->line * 0.2),
                                   (float)width, (float)(m->line * 0.45));
      nodes[n++] = gsk_color_node_new (&ink, &bounds);
    }
  container = gsk_container_node_new (nodes, n);
  for (guint i = 0; i < n; i++)
    gsk_render_node_unref (nodes[i]);
  return container;
}

/* The picture of a note at its place, borrowed. */
GskRenderNode *
trio_board_get_node (TrioBoard *self, TrioSceneNote *note, Level level)
{
  NoteView *view = ensure_view (note);

  if (view->placed[level] != NULL)
    return view->placed[level];
  if (level == LEVEL_TEXT)
    view->placed[level]
        = trio_board_place_node (trio_board_get_content (self, note), &note->item.rect);
  else
    view->placed[level] = create_bars (self, note);
  return view->placed[level];
}

/* Drops the pictures of a note that has moved or, with @content, reads otherwise. */
void
trio_board_drop_node (TrioSceneNote *note, gboolean content)
{
  NoteView *view = note->view;

  if (view == NULL)
    return;
  for (guint i = 0; i < LEVEL_BLOCK; i++)
    g_clear_pointer (&view->placed[i], gsk_render_node_unref);
  if (!content)
    return;
  g_clear_pointer (&view->content, gsk_render_node_unref);
  g_clear_pointer (&note->view, g_free);
}
