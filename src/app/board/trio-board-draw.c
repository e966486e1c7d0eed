/* trio-board-draw.c: one frame of the board: canvas, frames, notes, titles, selection.
 *
 * Only what is seen is visited, and how much of a note is drawn follows from how many are
 * seen, never from the zoom alone.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define DOT_DISTANCE   24.0
#define LEAST_DISTANCE 20.0
#define MOST_NAMES     120
#define WIDE_ENOUGH    90.0
#define LEAST_TITLE    6.0 /* pixels; smaller titles are drawn larger, across the frame */

static graphene_rect_t
to_graphene (const TrioRect *rect)
{
  return GRAPHENE_RECT_INIT ((float)rect->x, (float)rect->y, (float)rect->width,
                             (float)rect->height);
}

static double
place_between (double from, double to, double progress)
{
  return from + (to - from) * progress;
}

/* Where a note is drawn now: on its way after the layout has moved it. */
static TrioRect
shown_rect (TrioBoard *self, const TrioRect *from, const TrioRect *to)
{
  TrioRect rect = *to;

  if (self->move_progress >= 1 || trio_rect_is_empty (from))
    return rect;
  rect.x = place_between (from->x, to->x, self->move_progress);
  rect.y = place_between (from->y, to->y, self->move_progress);
  return rect;
}

static TrioRect
view_rect (TrioBoard *self, const TrioRect *rect)
{
  return trio_viewport_rect_to_view (&self->view, rect);
}

/* Canvas */

/* All dots as one path of whole pixels, kept until the zoom changes: a node per dot costs a
 * microsecond each, and a repeated pattern is drawn pixel by pixel. */
static GskRenderNode *
create_dots (TrioBoard *self, double distance)
{
  double width = self->view.width + distance;
  double height = self->view.height + distance;
  GskRenderNode *node
      = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  gdk_cairo_set_source_rgba (cr, &self->style.dot);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (double y = 0; y < height; y += distance)
    for (double x = 0; x < width; x += distance)
      cairo_rectangle (cr, x, y, 2, 2);
  cairo_fill (cr);
  cairo_destroy (cr);
  return node;
}

static void
draw_canvas (TrioBoard *self, GtkSnapshot *snapshot)
{
  TrioRect all = { 0, 0, self->view.width, self->view.height };
  graphene_rect_t bounds = to_graphene (&all);
  double distance = DOT_DISTANCE * self->view.zoom;

  gtk_snapshot_append_color (snapshot, &self->style.canvas, &bounds);
  if (self->style.is_plain)
    return;
  while (distance < LEAST_DISTANCE)
    distance *= 2;
  distance = round (distance);
  if (self->dots == NULL || self->dots_distance != distance || self->dots_width != self->view.width
      || self->dots_height != self->view.height)
    {
      g_clear_pointer (&self->dots, gsk_render_node_unref);
      self->dots = create_dots (self, distance);
      self->dots_distance = distance;
      self->dots_width = self->view.width;
      self->dots_height = self->view.height;
    }
  /* Dots stick to the board, on whole pixels. */
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (
          (float)(-fmod (round (self->view.x * self->view.zoom), distance) - distance / 2),
          (float)(-fmod (round (self->view.y * self->view.zoom), distance) - distance / 2)));
  gtk_snapshot_append_node (snapshot, self->dots);
  gtk_snapshot_restore (snapshot);
}

/* Frames */

static gboolean
is_seen (TrioBoard *self, const TrioRect *rect, const TrioRect *area)
{
  return trio_rect_intersects (rect, area);
}

static void
append_moving (TrioBoard *self,
               GtkSnapshot *snapshot,
               GskRenderNode *node,
               const TrioRect *from,
               const TrioRect *to)
{
  TrioRect rect = shown_rect (self, from, to);

  if (rect.x == to->x && rect.y == to->y)
    {
      gtk_snapshot_append_node (snapshot, node);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float)(rect.x - to->x), (float)(rect.y - to->y)));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_dragged_frame (TrioBoard *self, const TrioSceneFrame *frame)
{
  return self->drag.mode == DRAG_FRAME && frame->id == self->drag.frame;
}

static void
draw_frames (TrioBoard *self, GtkSnapshot *snapshot, const TrioRect *area)
{
  GPtrArray *sections = trio_scene_get_sections (self->scene);

  for (guint i = 0; i < sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->frames->len; j++)
        {
          TrioSceneFrame *frame = g_ptr_array_index (section->frames, j);

          if (is_seen (self, &frame->rect, area) && !is_dragged_frame (self, frame))
            append_moving (self, snapshot, trio_board_get_frame_node (self, frame), &frame->from,
                           &frame->rect);
        }
    }
}

/* Notes */

static gboolean
is_dragged (TrioBoard *self, const TrioSceneNote *note)
{
  if (self->drag.mode == DRAG_NOTES)
    return trio_selection_contains (self->selection, note->record->id);
  return self->drag.mode == DRAG_FRAME && note->frame != NULL
         && note->frame->id == self->drag.frame;
}

static void
draw_notes (TrioBoard *self, GtkSnapshot *snapshot)
{
  gboolean dragging = self->drag.mode == DRAG_NOTES || self->drag.mode == DRAG_FRAME;

  for (guint i = 0; i < self->visible->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (self->visible, i);
      GskRenderNode *node;

      if (dragging && is_dragged (self, note))
        continue;
      node = trio_board_get_node (self, note, self->level);
      if (self->move_progress < 1)
        append_moving (self, snapshot, node, &note->from, &note->item.rect);
      else
        gtk_snapshot_append_node (snapshot, node);
    }
}

/* What does not match the search stays where it is, under a veil. */
static void
draw_veils (TrioBoard *self, GtkSnapshot *snapshot)
{
  GdkRGBA veil = self->style.canvas;

  if (self->filter == NULL || !trio_note_filter_is_active (self->filter))
    return;
  veil.alpha = 0.78f;
  for (guint i = 0; i < self->visible->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (self->visible, i);
      TrioRect rect = trio_rect_grow (&note->item.rect, 3);
      graphene_rect_t bounds = to_graphene (&rect);

      if (!trio_note_filter_matches (self->filter, note->record))
        gtk_snapshot_append_color (snapshot, &veil, &bounds);
    }
}

/* Selection, in pixels of the view, so that rings are as thick at any zoom. */

static void
draw_ring (
    TrioBoard *self, GtkSnapshot *snapshot, const TrioSceneNote *note, double gap, double width)
{
  TrioRect rect = shown_rect (self, &note->from, &note->item.rect);

  rect = view_rect (self, &rect);
  rect = trio_rect_grow (&rect, gap);
  trio_board_stroke_rounded (snapshot, &rect, MIN (6 * self->view.zoom + gap, 10), width,
                             &self->style.accent);
}

static void
draw_selection (TrioBoard *self, GtkSnapshot *snapshot)
{
  TrioId focus = trio_selection_get_focus (self->selection);
  gboolean any = trio_selection_get_size (self->selection) > 0;

  for (guint i = 0; i < self->visible->len && (any || focus != 0); i++)
    {
      TrioSceneNote *note = g_ptr_array_index (self->visible, i);
      TrioId id = note->record->id;

      if (is_dragged (self, note))
        continue;
      if (any && trio_selection_contains (self->selection, id))
        draw_ring (self, snapshot, note, self->level == LEVEL_BLOCK ? 1 : 0, 2.5);
      else if (id == self->hovered && self->level == LEVEL_TEXT)
        draw_ring (self, snapshot, note, 0, 1);
      if (id == focus && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
        draw_ring (self, snapshot, note, 4, 2);
    }
}

static void
draw_frame_focus (TrioBoard *self, GtkSnapshot *snapshot)
{
  TrioId id = trio_selection_get_focus_cluster (self->selection);
  TrioSceneFrame *frame = id != 0 ? trio_scene_find_frame (self->scene, id) : NULL;
  TrioRect rect;

  if (frame == NULL || trio_selection_get_focus (self->selection) != 0
      || is_dragged_frame (self, frame))
    return;
  rect = shown_rect (self, &frame->from, &frame->rect);
  rect = view_rect (self, &rect);
  trio_board_stroke_rounded (snapshot, &rect, 14 * self->view.zoom, 2.5, &self->style.accent);
}

/* Words that are as large as they must be to be read */

static void
append_layout (TrioBoard *self, GtkSnapshot *snapshot, double x, double y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)round (x), (float)round (y)));
  gtk_snapshot_append_layout (snapshot, self->layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* The title of a frame that has become too small to read, across the frame on a plate. */
static void
draw_large_title (TrioBoard *self,
                  GtkSnapshot *snapshot,
                  const TrioSceneFrame *frame,
                  double least_width)
{
  TrioRect rect = view_rect (self, &frame->rect);
  double size = CLAMP (rect.width / 14, 11, 26) * self->font_scale;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  GdkRGBA plate = self->style.frame;
  TrioRect back;
  int width, height;

  if (rect.width < least_width || rect.height < 18)
    return;
  title = trio_board_dup_frame_title (frame);
  words = trio_board_dup_divided (self, title);
  trio_board_set_words (self, words, size, PANGO_WEIGHT_BOLD, rect.width - 12, rect.height * 0.8);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  back = (TrioRect){ rect.x + (rect.width - width) / 2 - 6, rect.y + (rect.height - height) / 2 - 2,
                     width + 12, height + 4 };
  plate.alpha = 0.86f;
  trio_board_fill_rounded (snapshot, &back, 5, &plate);
  append_layout (self, snapshot, back.x + 6, back.y + 2, &self->style.text);
}

static void
draw_large_titles (TrioBoard *self, GtkSnapshot *snapshot, const TrioRect *area)
{
  GPtrArray *sections = trio_scene_get_sections (self->scene);
  guint n_frames = 0;
  double least_width;

  if (15 * self->font_scale * self->view.zoom >= LEAST_TITLE && self->level == LEVEL_TEXT)
    return;
  for (guint i = 0; i < sections->len; i++)
    n_frames += ((TrioSceneSection *)g_ptr_array_index (sections, i))->frames->len;
  /* Hundreds of names in a few pixels each tell nothing, and shaping them costs. */
  least_width = n_frames > MOST_NAMES ? WIDE_ENOUGH : 34;
  for (guint i = 0; i < sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->frames->len; j++)
        if (is_seen (self, &((TrioSceneFrame *)section->frames->pdata[j])->rect, area))
          draw_large_title (self, snapshot, g_ptr_array_index (section->frames, j), least_width);
    }
}

static void
draw_loose_title (TrioBoard *self, GtkSnapshot *snapshot, const TrioSceneSection *section)
{
  TrioRect rect = view_rect (self, &section->loose_rect);
  double size = MAX (14 * self->view.zoom, 9.5) * self->font_scale;
  guint n = 0;
  g_autofree char *text = NULL;
  int height;

  for (guint i = 0; i < section->loose->len; i++)
    n += !((TrioSceneNote *)g_ptr_array_index (section->loose, i))->is_proposed;
  /* Translators: heading above the inputs that are in no cluster, and how many there are */
  text = g_strdup_printf (_ ("Without cluster · %u"), n);
  trio_board_set_words (self, text, size, PANGO_WEIGHT_SEMIBOLD, 0, 0);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  append_layout (self, snapshot, rect.x, rect.y + rect.height - height - 8 * self->view.zoom,
                 &self->style.dim);
}

static void
draw_station_title (TrioBoard *self, GtkSnapshot *snapshot, const TrioSceneSection *section)
{
  const TrioBoardMetrics *m = trio_scene_get_metrics (self->scene);
  const TrioRecord *station = trio_model_get_record (self->model, section->station);
  const TrioRecord *theme
      = station != NULL
            ? trio_model_get_record (self->model, trio_record_get_ref (station, TRIO_STATION_THEME))
            : NULL;
  TrioRect rect = view_rect (self, &section->rect);
  double size = CLAMP (30 * self->view.zoom, 12, 60) * self->font_scale;
  g_autofree char *text = NULL;
  int height;

  if (station == NULL || rect.width < 50)
    return;
  /* Translators: number of a station and title of its theme, above its part of the board */
  text = g_strdup_printf (_ ("%d  %s"), (int)trio_record_get_int (station, TRIO_STATION_NUMBER),
                          theme != NULL ? trio_record_get_text (theme, TRIO_THEME_TITLE) : "");
  trio_board_set_words (self, text, size, PANGO_WEIGHT_BOLD, rect.width, size * 1.4);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  append_layout (self, snapshot, rect.x,
                 rect.y
                     + MIN (m->section_head * self->view.zoom - height - 10 * self->view.zoom,
                            m->section_head * self->view.zoom * 0.4),
                 &self->style.text);
}

static void
draw_headings (TrioBoard *self, GtkSnapshot *snapshot, const TrioRect *area)
{
  GPtrArray *sections = trio_scene_get_sections (self->scene);

  for (guint i = 0; i < sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i);

      if (self->station == 0 && is_seen (self, &section->rect, area))
        draw_station_title (self, snapshot, section);
      if (!trio_rect_is_empty (&section->loose_rect) && is_seen (self, &section->loose_rect, area))
        draw_loose_title (self, snapshot, section);
    }
}

static void
draw_empty (TrioBoard *self, GtkSnapshot *snapshot)
{
  int width, height;

  if (trio_scene_get_n_notes (self->scene) > 0 || self->editor != NULL
      || !trio_rect_is_empty (&(TrioRect){ 0, 0, trio_scene_get_bounds (self->scene).width,
                                           trio_scene_get_bounds (self->scene).height }))
    return;
  trio_board_set_words (self, _ ("Inputs appear here as they are written"), 16 * self->font_scale,
                        PANGO_WEIGHT_NORMAL, 0, 0);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  append_layout (self, snapshot, (self->view.width - width) / 2, (self->view.height - height) / 2,
                 &self->style.dim);
}

static void
draw_notes_and_frames (TrioBoard *self, GtkSnapshot *snapshot, const TrioRect *area)
{
  double zoom = self->view.zoom;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)-round (self->view.x * zoom),
                                                          (float)-round (self->view.y * zoom)));
  gtk_snapshot_scale (snapshot, (float)zoom, (float)zoom);
  draw_frames (self, snapshot, area);
  draw_notes (self, snapshot);
  draw_veils (self, snapshot);
  gtk_snapshot_restore (snapshot);
}

static Level
choose_level (guint n_visible)
{
  return n_visible <= MOST_TEXTS ? LEVEL_TEXT : n_visible <= MOST_BARS ? LEVEL_BARS : LEVEL_BLOCK;
}

/* Draws the board. */
void
trio_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrioBoard *self = (TrioBoard *)widget;
  TrioRect area;

  trio_board_flush (self);
  draw_canvas (self, snapshot);
  if (self->scene == NULL)
    return;

  area = trio_viewport_get_area (&self->view);
  area = trio_rect_grow (&area, 8);
  g_ptr_array_set_size (self->visible, 0);
  trio_grid_find (trio_scene_get_grid (self->scene), &area, self->visible);
  self->level = choose_level (self->visible->len);

  if (self->level == LEVEL_BLOCK)
    trio_board_draw_blocks (self, snapshot);
  else
    {
      trio_board_drop_blocks (self);
      draw_notes_and_frames (self, snapshot, &area);
    }

  draw_frame_focus (self, snapshot);
  draw_large_titles (self, snapshot, &area);
  draw_headings (self, snapshot, &area);
  trio_board_draw_proposal (self, snapshot);
  draw_selection (self, snapshot);
  draw_empty (self, snapshot);
  trio_board_draw_drag (self, snapshot);
  if (self->editor != NULL)
    {
      gtk_widget_snapshot_child (widget, self->editor, snapshot);
      trio_board_draw_hint (self, snapshot);
    }
}
