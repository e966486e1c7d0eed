/* trio-board-draw.c: one frame of the board: canvas, frames, notes, titles, selection.
 *
 * Only what is seen is visited, and how much of a note is drawn follows from how many are
 * seen, never from the zoom alone.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pixels around the view in which notes are looked up besides. */
#define REACH 48.0

static double
place_between (double from, double to, double progress)
{
  return from + (to - from) * progress;
}

/* Where a note is drawn now: on its way after the layout has moved it. */
TrioRect
trio_board_get_shown_rect (TrioBoard *self, const TrioRect *from, const TrioRect *to)
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

gboolean
trio_board_is_dragged_frame (TrioBoard *self, const TrioSceneFrame *frame)
{
  return self->drag.mode == DRAG_FRAME && frame->id == self->drag.frame;
}

gboolean
trio_board_is_dragged (TrioBoard *self, const TrioSceneNote *note)
{
  if (self->drag.mode == DRAG_NOTES)
    return trio_selection_contains (self->selection, note->record->id);
  return self->drag.mode == DRAG_FRAME && note->frame != NULL
         && note->frame->id == self->drag.frame;
}

/* Selection, in pixels of the view, so that rings are as thick at any zoom. */

static void
draw_ring (
    TrioBoard *self, GtkSnapshot *snapshot, const TrioSceneNote *note, double gap, double width)
{
  TrioRect rect = trio_board_get_shown_rect (self, &note->from, &note->item.rect);

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

      if (trio_board_is_dragged (self, note))
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
      || trio_board_is_dragged_frame (self, frame))
    return;
  rect = trio_board_get_shown_rect (self, &frame->from, &frame->rect);
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

      if (self->station == 0 && trio_rect_intersects (&section->rect, area))
        draw_station_title (self, snapshot, section);
      if (!trio_rect_is_empty (&section->loose_rect)
          && trio_rect_intersects (&section->loose_rect, area))
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

/* Looks up what is seen, with some more around it, so that scrolling a little needs no search.
 * Returns how many are seen, about. */
static double
find_visible (TrioBoard *self, const TrioRect *seen)
{
  double zoom = self->view.zoom;

  if (zoom != self->visible_zoom || !trio_rect_encloses (&self->visible_area, seen))
    {
      self->visible_area = trio_rect_grow (seen, REACH / zoom);
      self->visible_zoom = zoom;
      g_ptr_array_set_size (self->visible, 0);
      trio_grid_find (trio_scene_get_grid (self->scene), &self->visible_area, self->visible);
    }
  return self->visible->len * (seen->width * seen->height)
         / (self->visible_area.width * self->visible_area.height);
}

/* Has what is seen looked up anew. */
void
trio_board_forget_visible (TrioBoard *self)
{
  g_ptr_array_set_size (self->visible, 0);
  self->visible_area = TRIO_RECT_EMPTY;
}

/* At the same zoom a few notes more or less change nothing: looks must not flicker. */
static Level
choose_level (TrioBoard *self, double n_visible, gboolean same_zoom)
{
  double slack = 1.25;

  if (same_zoom && self->level == LEVEL_TEXT && n_visible <= MOST_TEXTS * slack)
    return LEVEL_TEXT;
  if (same_zoom && self->level == LEVEL_BARS && n_visible > MOST_TEXTS / slack
      && n_visible <= MOST_BARS * slack)
    return LEVEL_BARS;
  if (same_zoom && self->level == LEVEL_BLOCK && n_visible > MOST_BARS / slack)
    return LEVEL_BLOCK;
  return n_visible <= MOST_TEXTS ? LEVEL_TEXT : n_visible <= MOST_BARS ? LEVEL_BARS : LEVEL_BLOCK;
}

/* Draws the board. */
void
trio_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrioBoard *self = (TrioBoard *)widget;
  TrioRect area;
  gboolean same_zoom;

  trio_board_flush (self);
  if (self->scene == NULL)
    {
      gtk_snapshot_append_color (snapshot, &self->style.canvas,
                                 &GRAPHENE_RECT_INIT (0, 0, (float)self->view.width,
                                                      (float)self->view.height));
      return;
    }

  area = trio_viewport_get_area (&self->view);
  area = trio_rect_grow (&area, 8);
  same_zoom = self->visible_zoom == self->view.zoom;
  self->level = choose_level (self, find_visible (self, &area), same_zoom);
  trio_board_draw_sheet (self, snapshot);
  draw_frame_focus (self, snapshot);
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
