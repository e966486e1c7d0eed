/* trio-board-frame.c: what a cluster looks like: frame, title, count. */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define FRAME_RADIUS 14.0

static graphene_rect_t
to_graphene (const TrioRect *rect)
{
  return GRAPHENE_RECT_INIT ((float)rect->x, (float)rect->y, (float)rect->width,
                             (float)rect->height);
}

/* The title as people see it. */
char *
trio_board_dup_frame_title (const TrioSceneFrame *frame)
{
  if (frame->title != NULL && *frame->title != '\0')
    return g_strdup (frame->title);
  return g_strdup (_ ("Unnamed cluster"));
}

/* A cluster without a colour of its own has that of its theme. */
static gint64
theme_colour (TrioBoard *self, const TrioSceneFrame *frame)
{
  GPtrArray *sections = trio_scene_get_sections (self->scene);
  const TrioSceneSection *section = g_ptr_array_index (sections, frame->section);
  const TrioRecord *station = trio_model_get_record (self->model, section->station);
  const TrioRecord *theme
      = station != NULL
            ? trio_model_get_record (self->model, trio_record_get_ref (station, TRIO_STATION_THEME))
            : NULL;

  return theme != NULL ? trio_record_get_int (theme, TRIO_THEME_COLOUR) : TRIO_COLOUR_BLUE;
}

static guint
frame_colour (TrioBoard *self, const TrioSceneFrame *frame)
{
  gint64 colour = TRIO_COLOUR_YELLOW;

  if (frame->record != NULL)
    colour = trio_record_get_int (frame->record, TRIO_CLUSTER_COLOUR);
  if (colour == TRIO_COLOUR_YELLOW)
    colour = theme_colour (self, frame);
  return colour >= 0 && colour < TRIO_N_COLOURS ? (guint)colour : TRIO_COLOUR_BLUE;
}

/* A dashed edge: cairo is the only way to dash in GTK 4.8. */
static void
draw_dashes (GtkSnapshot *snapshot, const TrioRect *rect, double radius, const GdkRGBA *colour)
{
  TrioRect around = trio_rect_grow (rect, 2);
  graphene_rect_t bounds = to_graphene (&around);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  const double dash[] = { 8, 5 };
  double x = rect->x + 1, y = rect->y + 1;
  double r = rect->x + rect->width - 1, b = rect->y + rect->height - 1;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, r - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, r - radius, b - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, b - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static gboolean
is_left_out (TrioBoard *self, const TrioSceneFrame *frame)
{
  TrioSceneGroup *group = trio_board_get_group (self, frame);

  return group != NULL && !group->is_accepted;
}

/* A tick, or an empty box, before the title of a proposed cluster. */
static void
draw_tick (TrioBoard *self, GtkSnapshot *snapshot, const TrioSceneFrame *frame, const TrioRect *box)
{
  TrioRect around = trio_rect_grow (box, 2);
  graphene_rect_t bounds = to_graphene (&around);
  cairo_t *cr;

  if (is_left_out (self, frame))
    {
      trio_board_stroke_rounded (snapshot, box, 4, 1.5, &self->style.dim);
      return;
    }
  trio_board_fill_rounded (snapshot, box, 4, &self->style.accent);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &self->style.frame);
  cairo_set_line_width (cr, box->width / 7);
  cairo_move_to (cr, box->x + box->width * 0.22, box->y + box->height * 0.52);
  cairo_line_to (cr, box->x + box->width * 0.42, box->y + box->height * 0.72);
  cairo_line_to (cr, box->x + box->width * 0.78, box->y + box->height * 0.3);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_frame_head (TrioBoard *self, GtkSnapshot *snapshot, const TrioSceneFrame *frame)
{
  const TrioBoardMetrics *m = trio_scene_get_metrics (self->scene);
  const TrioBoardStyle *style = &self->style;
  g_autofree char *title = trio_board_dup_frame_title (frame);
  g_autofree char *words = trio_board_dup_divided (self, title);
  g_autofree char *count = g_strdup_printf ("%u", frame->notes->len);
  gint64 votes
      = frame->record != NULL ? trio_record_get_int (frame->record, TRIO_CLUSTER_VOTES) : 0;
  gboolean is_named = frame->title != NULL && *frame->title != '\0';
  double s = self->font_scale;
  double height = frame->title_lines * m->title_line;
  TrioRect tab = { m->frame_padding, 14 * s, 7 * s, height };
  double right = frame->rect.width - m->frame_padding;
  double x = tab.x + tab.width + 10 * s;
  int w, h;

  if (frame->record == NULL)
    {
      TrioRect box = { tab.x, tab.y + (m->title_line - 16 * s) / 2, 16 * s, 16 * s };

      draw_tick (self, snapshot, frame, &box);
      x += 9 * s;
    }
  else
    trio_board_fill_rounded (snapshot, &tab, 3 * s, &style->tabs[frame_colour (self, frame)]);
  trio_board_set_words (self, count, 13 * s, PANGO_WEIGHT_SEMIBOLD, 0, 0);
  pango_layout_get_pixel_size (self->layout, &w, &h);
  right -= w;
  trio_board_append_words (self, snapshot, right, tab.y + (m->title_line - h) / 2, &style->dim);
  right -= 10 * s;
  if (votes > 0)
    {
      g_autofree char *number = g_strdup_printf ("%d", (int)votes);
      TrioRect dot = { 0, tab.y + m->title_line / 2 - 4 * s, 8 * s, 8 * s };

      trio_board_set_words (self, number, 13 * s, PANGO_WEIGHT_SEMIBOLD, 0, 0);
      pango_layout_get_pixel_size (self->layout, &w, &h);
      right -= w;
      trio_board_append_words (self, snapshot, right, tab.y + (m->title_line - h) / 2,
                               &style->text);
      dot.x = right - 12 * s;
      trio_board_fill_rounded (snapshot, &dot, 4 * s, &style->vote);
      right = dot.x - 8 * s;
    }
  trio_board_set_words (self, words, 15 * s, PANGO_WEIGHT_BOLD, MAX (right - x, 20),
                        height + 6 * s);
  pango_layout_get_pixel_size (self->layout, NULL, &h);
  trio_board_append_words (self, snapshot, x, tab.y + (height - h) / 2,
                           is_named ? &style->text : &style->dim);
}

/* The frame without its title, its corner at 0, 0, from the bottom up. Returns how many shapes. */
guint
trio_board_list_frame_shapes (TrioBoard *self,
                              const TrioSceneFrame *frame,
                              BoardShape shapes[BOARD_MOST_SHAPES])
{
  TrioRect rect = { 0, 0, frame->rect.width, frame->rect.height };
  double radius = FRAME_RADIUS * self->font_scale;
  double line = self->style.is_plain ? 2 : 1.2;
  guint n = 0;

  if (frame->record != NULL)
    {
      shapes[n++] = (BoardShape){ rect, radius, self->style.frame_line };
      rect = trio_rect_grow (&rect, -line);
      radius -= line;
    }
  shapes[n++] = (BoardShape){ rect, radius, self->style.frame };
  return n;
}

static GskRenderNode *
create_head (TrioBoard *self, const TrioSceneFrame *frame)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  TrioRect rect = { 0, 0, frame->rect.width, frame->rect.height };

  if (frame->record == NULL)
    draw_dashes (snapshot, &rect, FRAME_RADIUS * self->font_scale - 1,
                 is_left_out (self, frame) ? &self->style.dim : &self->style.accent);
  draw_frame_head (self, snapshot, frame);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Title and count of a frame, and dashes where it is proposed, its corner at 0, 0, borrowed. */
GskRenderNode *
trio_board_get_frame_head (TrioBoard *self, TrioSceneFrame *frame)
{
  if (frame->view == NULL)
    frame->view = create_head (self, frame);
  return frame->view;
}

/* A picture of a frame without its notes, its corner at 0, 0, that stays as it is. */
GskRenderNode *
trio_board_create_frame_picture (TrioBoard *self, TrioSceneFrame *frame)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  BoardShape shapes[BOARD_MOST_SHAPES];
  GskRenderNode *head = trio_board_get_frame_head (self, frame);

  trio_board_append_shapes (snapshot, shapes, trio_board_list_frame_shapes (self, frame, shapes));
  if (head != NULL)
    gtk_snapshot_append_node (snapshot, head);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Forgets the head of a frame that reads otherwise. */
void
trio_board_drop_frame_head (TrioSceneFrame *frame)
{
  g_clear_pointer ((GskRenderNode **)&frame->view, gsk_render_node_unref);
}
