/* trio-board-nodes.c: what a note looks like: shapes of paper, and words that are kept.
 *
 * As render nodes, rounded shapes are borders as thick as the shape, because they are filled in
 * one go; a rounded clip would cost several times as much.
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

/* Which of the colours a note has, from 0. */
guint
trio_board_get_colour (const TrioRecord *record)
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
add_shape (BoardShape *shapes, guint *n, const TrioRect *rect, double radius, const GdkRGBA *colour)
{
  shapes[(*n)++] = (BoardShape){ *rect, radius, *colour };
}

/* The paper of a note, its corner at 0, 0, from the bottom up. Returns how many shapes. */
guint
trio_board_list_note_shapes (TrioBoard *self,
                             const TrioSceneNote *note,
                             BoardShape shapes[BOARD_MOST_SHAPES])
{
  const TrioBoardStyle *style = &self->style;
  guint colour = trio_board_get_colour (note->record);
  double s = self->font_scale;
  TrioRect paper = { 0, 0, note->item.rect.width, note->item.rect.height };
  TrioRect edge = { -0.5, -0.5, paper.width + 1, paper.height + 3 * s };
  double radius = NOTE_RADIUS * s;
  guint n = 0;

  for (guint i = MIN (note->n_stacked, 2); i > 0; i--)
    {
      TrioRect under = { 4 * s * i, 5 * s * i, paper.width - s * 4 * i * 0.2, paper.height };

      add_shape (shapes, &n, &under, radius, &style->note_edge[colour]);
      under = trio_rect_grow (&under, -1);
      add_shape (shapes, &n, &under, radius - 1, &style->notes[colour]);
    }
  add_shape (shapes, &n, &edge, radius, &style->note_edge[colour]);
  if (style->is_plain)
    {
      paper = trio_rect_grow (&paper, -1.5);
      add_shape (shapes, &n, &paper, radius, &style->notes[colour]);
      paper.width = 7 * s;
      add_shape (shapes, &n, &paper, 2, &style->tabs[colour]);
      return n;
    }
  add_shape (shapes, &n, &paper, radius, &style->notes[colour]);
  if (is_set_aside (note->record))
    {
      GdkRGBA veil = style->canvas;

      veil.alpha = 0.62f;
      add_shape (shapes, &n, &paper, radius, &veil);
    }
  return n;
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
create_words (TrioBoard *self, const TrioSceneNote *note)
{
  g_autofree char *words
      = trio_board_dup_divided (self, trio_record_get_text (note->record, TRIO_NOTE_TEXT));
  const TrioBoardMetrics *m = trio_scene_get_metrics (self->scene);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const TrioRect *rect = &note->item.rect;
  double bottom = note->has_footer ? m->footer + m->padding / 2 : m->padding;
  double aside = 0;

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

/* What stands on a note, its corner at 0, 0, borrowed; nothing where nothing does. */
GskRenderNode *
trio_board_get_note_words (TrioBoard *self, TrioSceneNote *note)
{
  if (note->view == NULL)
    note->view = create_words (self, note);
  return note->view;
}

/* Draws shapes that lie from the bottom up. */
void
trio_board_append_shapes (GtkSnapshot *snapshot, const BoardShape *shapes, guint n)
{
  for (guint i = 0; i < n; i++)
    trio_board_fill_rounded (snapshot, &shapes[i].rect, shapes[i].radius, &shapes[i].colour);
}

/* A picture of a note, its corner at 0, 0, that stays as it is. */
GskRenderNode *
trio_board_create_note_picture (TrioBoard *self, TrioSceneNote *note)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  BoardShape shapes[BOARD_MOST_SHAPES];
  GskRenderNode *words = trio_board_get_note_words (self, note);

  trio_board_append_shapes (snapshot, shapes, trio_board_list_note_shapes (self, note, shapes));
  if (words != NULL)
    gtk_snapshot_append_node (snapshot, words);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Forgets the words of a note that reads otherwise. */
void
trio_board_drop_note_words (TrioSceneNote *note)
{
  g_clear_pointer ((GskRenderNode **)&note->view, gsk_render_node_unref);
}
