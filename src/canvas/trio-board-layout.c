/* trio-board-layout.c: rows of frames, rows of notes in frames, loose notes. */
#include "config.h"

#include "canvas/trio-board-layout.h"

#include <math.h>

/* Rows get wider when a page would become this much higher than the view is, and a page is
 * measured anew only then: one more note must not move all others. */
#define TOO_HIGH 1.5
#define TOO_WIDE 0.3

/* The widest page, in widths of the view. */
#define LARGEST_PAGE 40

static double
height_of (const TrioSceneNote *note, const TrioBoardMetrics *metrics)
{
  return trio_board_note_height (metrics, note->n_lines, note->has_footer);
}

static guint
columns_of (const TrioSceneFrame *frame)
{
  guint n = frame->notes->len;
  guint columns = 1;

  while (columns * columns < n)
    columns++;
  /* A statement as a title needs room. */
  if (columns < 2 && g_utf8_strlen (frame->title, -1) > 14)
    columns = 2;
  return MIN (columns, 12);
}

/* Room for the bold title beside tab, votes and count. */
static double
measure_title_room (const TrioSceneFrame *frame, const TrioBoardMetrics *m)
{
  const TrioRecord *record = frame->record;
  gint64 votes = record != NULL ? trio_record_get_int (record, TRIO_CLUSTER_VOTES) : 0;
  double beside = m->frame_head * (votes > 0 ? 2.1 : 1.4);

  return (frame->rect.width - 2 * m->frame_padding - beside) / 1.06;
}

/* Sizes a frame and places its notes, as if its corner were at 0, 0. */
static void
lay_frame (TrioSceneFrame *frame, const TrioBoardMetrics *m)
{
  double y, row = 0;

  frame->columns = columns_of (frame);
  frame->rect.width
      = 2 * m->frame_padding + frame->columns * m->note_width + (frame->columns - 1) * m->gap;
  frame->title_lines = trio_board_estimate_lines (frame->title, measure_title_room (frame, m),
                                                  m->letter * m->line * 0.96, 3);
  y = m->frame_head + (frame->title_lines - 1) * m->title_line;
  if (frame->notes->len == 0)
    y += m->note_height * 0.6;
  for (guint i = 0; i < frame->notes->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (frame->notes, i);
      guint column = i % frame->columns;
      double height = height_of (note, m);

      if (column == 0 && i > 0)
        {
          y += row + m->gap;
          row = 0;
        }
      row = MAX (row, height);
      note->item.rect = (TrioRect){ m->frame_padding + column * (m->note_width + m->gap), y,
                                    m->note_width, height };
    }
  frame->rect.height = y + row + m->frame_padding;
}

/* Moves a frame, just laid out, from 0, 0 to its place. */
static void
move_frame (TrioSceneFrame *frame, double x, double y)
{
  frame->rect.x = x;
  frame->rect.y = y;
  for (guint i = 0; i < frame->notes->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (frame->notes, i);

      note->item.rect.x += x;
      note->item.rect.y += y;
    }
}

static gboolean
is_placed (const TrioRecord *record, guint x_field, guint y_field)
{
  return record != NULL && !trio_record_is_null (record, x_field)
         && !trio_record_is_null (record, y_field);
}

static gboolean
frame_is_placed (const TrioSceneFrame *frame)
{
  return is_placed (frame->record, TRIO_CLUSTER_X, TRIO_CLUSTER_Y);
}

/* The first rectangle in the list that would be covered, or NULL. */
static const TrioRect *
find_covered (const GArray *taken, const TrioRect *rect, double gap)
{
  TrioRect wide = trio_rect_grow (rect, gap * 0.5 - 0.5);

  for (guint i = 0; i < taken->len; i++)
    if (trio_rect_intersects (&g_array_index (taken, TrioRect, i), &wide))
      return &g_array_index (taken, TrioRect, i);
  return NULL;
}

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const TrioRecord *one = (*(TrioSceneFrame *const *)a)->record;
  const TrioRecord *other = (*(TrioSceneFrame *const *)b)->record;
  double dy
      = trio_record_get_real (one, TRIO_CLUSTER_Y) - trio_record_get_real (other, TRIO_CLUSTER_Y);
  double dx
      = trio_record_get_real (one, TRIO_CLUSTER_X) - trio_record_get_real (other, TRIO_CLUSTER_X);

  if (dy != 0)
    return dy < 0 ? -1 : 1;
  return dx < 0 ? -1 : dx > 0 ? 1 : (one->id > other->id) - (one->id < other->id);
}

/* Frames that people have placed stay; one that has grown pushes those below it down. What it
 * pushes keeps its stored place and returns when there is room again. */
static void
lay_placed (TrioSceneSection *section, const TrioBoardMetrics *m, GArray *taken)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();

  for (guint i = 0; i < section->frames->len; i++)
    if (frame_is_placed (g_ptr_array_index (section->frames, i)))
      g_ptr_array_add (placed, g_ptr_array_index (section->frames, i));
  g_ptr_array_sort (placed, compare_placed);
  for (guint i = 0; i < placed->len; i++)
    {
      TrioSceneFrame *frame = g_ptr_array_index (placed, i);
      TrioRect rect = frame->rect;
      const TrioRect *other;

      rect.x = trio_record_get_real (frame->record, TRIO_CLUSTER_X);
      rect.y = trio_record_get_real (frame->record, TRIO_CLUSTER_Y);
      while ((other = find_covered (taken, &rect, 2)) != NULL)
        rect.y = other->y + other->height + m->frame_gap;
      move_frame (frame, rect.x, rect.y);
      g_array_append_val (taken, frame->rect);
    }
}

/* Rows of tidy frames, around those that people have placed. Returns the lower edge. */
static double
lay_tidy (TrioSceneSection *section, const TrioBoardMetrics *m, double width, GArray *taken)
{
  guint n_placed = taken->len;
  double x = 0;
  double y = 0;
  double row = 0;

  for (guint i = 0; i < section->frames->len; i++)
    {
      TrioSceneFrame *frame = g_ptr_array_index (section->frames, i);
      TrioRect rect = frame->rect;
      const TrioRect *other = NULL;

      if (frame_is_placed (frame))
        continue;
      for (;;)
        {
          if (x > 0 && x + rect.width > width)
            {
              y += (row > 0 ? row : other != NULL ? m->note_height : 0) + m->frame_gap;
              x = 0;
              row = 0;
            }
          rect.x = x;
          rect.y = y;
          other = n_placed > 0 ? find_covered (taken, &rect, m->frame_gap) : NULL;
          if (other == NULL)
            break;
          x = other->x + other->width + m->frame_gap;
          if (x + rect.width > width && row == 0)
            {
              y = MAX (y + 1, MIN (other->y + other->height + m->frame_gap, y + m->note_height));
              x = 0;
            }
        }
      move_frame (frame, rect.x, rect.y);
      x += rect.width + m->frame_gap;
      row = MAX (row, rect.height);
    }
  return y + row;
}

static gboolean
note_is_placed (const TrioSceneNote *note)
{
  return is_placed (note->record, TRIO_NOTE_X, TRIO_NOTE_Y);
}

/* Loose notes that people have placed; returns how many. */
static guint
lay_placed_notes (TrioSceneSection *section, const TrioBoardMetrics *m, TrioRect *bounds)
{
  guint n = 0;

  for (guint i = 0; i < section->loose->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (section->loose, i);

      if (!note_is_placed (note))
        continue;
      note->item.rect = (TrioRect){ trio_record_get_real (note->record, TRIO_NOTE_X),
                                    trio_record_get_real (note->record, TRIO_NOTE_Y), m->note_width,
                                    height_of (note, m) };
      *bounds = trio_rect_union (bounds, &note->item.rect);
      n++;
    }
  return n;
}

/* Rows of loose notes from @y on. Returns the lower edge. */
static double
lay_loose (TrioSceneSection *section,
           const TrioBoardMetrics *m,
           double width,
           double y,
           const TrioRect *placed)
{
  guint columns = MAX ((guint)((width + m->gap) / (m->note_width + m->gap)), 1);
  gboolean needs_care = !trio_rect_is_empty (placed);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TrioRect));
  double row = 0;
  guint column = 0;

  for (guint i = 0; needs_care && i < section->loose->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (section->loose, i);

      if (note_is_placed (note) && note->item.rect.y + note->item.rect.height > y
          && taken->len < 500)
        g_array_append_val (taken, note->item.rect);
    }
  for (guint i = 0; i < section->loose->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (section->loose, i);
      TrioRect rect = { 0, 0, m->note_width, height_of (note, m) };

      if (note_is_placed (note))
        continue;
      do
        {
          if (column == columns)
            {
              y += (row > 0 ? row : m->note_height) + m->gap;
              row = 0;
              column = 0;
            }
          rect.x = column * (m->note_width + m->gap);
          rect.y = y;
          column++;
        }
      while (needs_care && find_covered (taken, &rect, m->gap) != NULL);
      row = MAX (row, rect.height);
      note->item.rect = rect;
    }
  section->flow.columns = needs_care ? 0 : columns;
  section->flow.column = column;
  section->flow.y = y;
  section->flow.row = row;
  return y + row;
}

/* Lays everything out for rows of a width; returns the lower edge of what flows. */
static double
lay_page (TrioSceneSection *section, const TrioBoardMetrics *m, double width)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TrioRect));
  TrioRect placed = TRIO_RECT_EMPTY;
  double bottom;
  guint n_placed;

  for (guint i = 0; i < section->frames->len; i++)
    lay_frame (g_ptr_array_index (section->frames, i), m);
  lay_placed (section, m, taken);
  bottom = lay_tidy (section, m, width, taken);
  for (guint i = 0; i < taken->len; i++)
    bottom = MAX (bottom,
                  g_array_index (taken, TrioRect, i).y + g_array_index (taken, TrioRect, i).height);
  n_placed = lay_placed_notes (section, m, &placed);

  section->flow.columns = 0;
  section->loose_rect = TRIO_RECT_EMPTY;
  if (section->loose->len == n_placed)
    return bottom;
  if (section->frames->len > 0)
    {
      section->loose_rect = (TrioRect){ 0, bottom + m->frame_gap, width, m->loose_head };
      bottom += m->frame_gap + m->loose_head;
    }
  return lay_loose (section, m, width, bottom, &placed);
}

static void
measure_section (TrioSceneSection *section)
{
  TrioRect rect = section->loose_rect;

  rect.width = MIN (rect.width, 1);
  for (guint i = 0; i < section->frames->len; i++)
    rect = trio_rect_union (&rect,
                            &((TrioSceneFrame *)g_ptr_array_index (section->frames, i))->rect);
  for (guint i = 0; i < section->loose->len; i++)
    rect = trio_rect_union (&rect,
                            &((TrioSceneNote *)g_ptr_array_index (section->loose, i))->item.rect);
  section->rect = rect;
}

/* Tries widths of rows, and takes the one with which everything is seen at the largest zoom. */
static double
choose_width (TrioSceneSection *section, const TrioBoardMetrics *m, double least, double aspect)
{
  double best = least;
  double largest = 0;

  for (double width = least; width < least * LARGEST_PAGE; width *= 1.12)
    {
      double zoom;

      lay_page (section, m, width);
      measure_section (section);
      zoom = MIN (least / MAX (section->rect.width, 1),
                  least / aspect / MAX (section->rect.height, 1));
      if (zoom > largest * 1.02)
        {
          largest = zoom;
          best = width;
        }
      if (zoom >= 1)
        break;
    }
  return best;
}

/**
 * trio_board_layout_section:
 * @section: a station with its frames and notes
 * @metrics: sizes
 * @view_width: width of the view at 100 %, the least width of a row
 * @aspect: width of the view in relation to its height
 *
 * Gives every frame and every note of a station its place, counted from the station's own
 * zero. The width of the rows stays as it is until the page has become far too high or wide.
 */
void
trio_board_layout_section (TrioSceneSection *section,
                           const TrioBoardMetrics *metrics,
                           double view_width,
                           double aspect)
{
  double least = MAX (view_width, 3 * metrics->note_width);
  double bottom;

  if (section->page_width > 0)
    {
      bottom = lay_page (section, metrics, section->page_width);
      if (bottom <= TOO_HIGH * section->page_width / aspect
          && (bottom >= TOO_WIDE * section->page_width / aspect
              || section->page_width <= least * 1.01))
        {
          section->flow.lowest = TOO_HIGH * section->page_width / aspect;
          measure_section (section);
          return;
        }
    }
  section->page_width = choose_width (section, metrics, least, aspect);
  section->flow.lowest = TOO_HIGH * section->page_width / aspect;
  lay_page (section, metrics, section->page_width);
  measure_section (section);
}

/**
 * trio_board_layout_append:
 * @section: a station that is laid out
 * @metrics: sizes
 * @note: a new note that nobody has placed
 *
 * Lets a note follow the last one without cluster, as if everything were laid out anew.
 *
 * Returns: whether that was possible; otherwise everything has to be laid out
 */
gboolean
trio_board_layout_append (TrioSceneSection *section,
                          const TrioBoardMetrics *metrics,
                          TrioSceneNote *note)
{
  TrioSceneFlow flow = section->flow;
  double height = trio_board_note_height (metrics, note->n_lines, note->has_footer);

  if (flow.columns == 0)
    return FALSE;
  if (flow.column == flow.columns)
    {
      flow.y += flow.row + metrics->gap;
      flow.row = 0;
      flow.column = 0;
    }
  flow.row = MAX (flow.row, height);
  if (flow.y + flow.row > flow.lowest)
    return FALSE;
  note->item.rect = (TrioRect){ flow.column * (metrics->note_width + metrics->gap), flow.y,
                                metrics->note_width, height };
  flow.column++;
  section->flow = flow;
  section->rect = trio_rect_union (&section->rect, &note->item.rect);
  return TRUE;
}
