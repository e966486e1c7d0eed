/* trio-board-sections.c: several stations side by side on the board. */
#include "config.h"

#include "canvas/trio-board-layout.h"

static void
shift_notes (GPtrArray *notes, double x, double y)
{
  for (guint i = 0; i < notes->len; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (notes, i);

      note->item.rect.x += x;
      note->item.rect.y += y;
    }
}

static void
shift_section (TrioSceneSection *section, double x, double y)
{
  section->origin_x = x;
  section->origin_y = y;
  section->rect.x += x;
  section->rect.y += y;
  section->loose_rect.x += x;
  section->loose_rect.y += y;
  for (guint i = 0; i < section->frames->len; i++)
    {
      TrioSceneFrame *frame = g_ptr_array_index (section->frames, i);

      shift_notes (frame->notes, x, y);
      frame->rect.x += x;
      frame->rect.y += y;
    }
  shift_notes (section->loose, x, y);
}

/* Size of all stations with so many in a row. */
static void
measure_rows (
    GPtrArray *sections, const TrioBoardMetrics *m, guint per_row, double *width, double *height)
{
  double x = 0;
  double row = 0;

  *width = 1;
  *height = 0;
  for (guint i = 0; i < sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i);

      if (i % per_row == 0)
        {
          *height += row + m->section_gap;
          x = 0;
          row = 0;
        }
      x += section->rect.width + m->section_gap;
      row = MAX (row, section->rect.height + m->section_head);
      *width = MAX (*width, x);
    }
  *height += row;
}

/* How many stations stand side by side, so that all are seen as large as possible. */
static guint
choose_per_row (GPtrArray *sections, const TrioBoardMetrics *m, double aspect)
{
  double largest = 0;
  guint best = 1;

  for (guint n = 1; n <= sections->len; n++)
    {
      double width, height, zoom;

      measure_rows (sections, m, n, &width, &height);
      zoom = MIN (aspect / width, 1 / height);
      if (zoom > largest)
        {
          largest = zoom;
          best = n;
        }
    }
  return best;
}

/**
 * trio_board_layout_sections:
 * @sections: (element-type TrioSceneSection): stations, each laid out
 * @metrics: sizes
 * @aspect: width of the view in relation to its height
 *
 * Puts several stations side by side, in rows when there are many, each under a heading.
 */
void
trio_board_layout_sections (GPtrArray *sections, const TrioBoardMetrics *metrics, double aspect)
{
  double x = 0;
  double y = 0;
  double row = 0;
  guint per_row;

  for (guint i = 0; i < sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i);

      /* An empty station has a place all the same. */
      section->rect.width = MAX (section->rect.width, 3 * metrics->note_width);
      section->rect.height = MAX (section->rect.height, metrics->note_height);
    }
  per_row = choose_per_row (sections, metrics, aspect);
  for (guint i = 0; i < sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i);

      if (i > 0 && i % per_row == 0)
        {
          y += row + metrics->section_gap;
          x = 0;
          row = 0;
        }
      row = MAX (row, section->rect.height + metrics->section_head);
      shift_section (section, x - section->rect.x, y + metrics->section_head - section->rect.y);
      section->rect.y -= metrics->section_head;
      section->rect.height += metrics->section_head;
      x += section->rect.width + metrics->section_gap;
    }
}
