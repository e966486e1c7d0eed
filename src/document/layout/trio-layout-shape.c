/* trio-layout-shape.c: reads the glyphs of a line out of Pango.
 *
 * A PDF must tell its text as well as show it: every glyph keeps the letters it stands for,
 * the space at the end of a line stays a space, and what no font can show is set apart.
 */
#include "document/layout/trio-layout-private.h"

#include <hb-ot.h>
#include <stdlib.h>

#define POINTS(units) ((units) / (double)PANGO_SCALE)

typedef struct
{
  LayoutText *text;
  const GArray *links;
  PangoFont *font;
  double x;
  guint first_run; /* of the line */
  LayoutRun run;
} Reader;

static guint
link_at (const GArray *links, guint start)
{
  for (guint i = 0; i < links->len; i++)
    {
      const LayoutSegment *link = &g_array_index (links, LayoutSegment, i);

      if (start >= link->start && start < link->end)
        return link->link;
    }
  return 0;
}

static gboolean
has_colours (PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));

  return hb_ot_color_has_png (face) || hb_ot_color_has_layers (face) || hb_ot_color_has_svg (face);
}

static gulong
find_space (PangoFont *font)
{
  hb_codepoint_t glyph = 0;

  hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &glyph);
  return glyph;
}

static void
begin_run (Reader *reader, guint start, gboolean is_unknown, gboolean is_backward)
{
  LayoutText *text = reader->text;

  reader->run = (LayoutRun){
    .font = g_object_ref (reader->font),
    .start = start,
    .x = reader->x,
    .first_glyph = text->glyphs->len,
    .first_cluster = text->clusters->len,
    .link = link_at (reader->links, start),
    .is_backward = is_backward,
    .is_unknown = is_unknown,
    .is_picture = has_colours (reader->font),
  };
}

static gboolean
is_all_blank (const LayoutText *text, const LayoutRun *run)
{
  for (guint i = 0; i < run->length; i++)
    if (text->text[run->start + i] != ' ')
      return FALSE;
  return TRUE;
}

/* Spaces alone leave no ink, and cairo leaves out what leaves no ink: they are said by the run
 * before them. */
static gboolean
join_blank (Reader *reader)
{
  LayoutText *text = reader->text;
  LayoutRun *run = &reader->run;
  LayoutRun *last = text->runs->len > reader->first_run
                        ? &g_array_index (text->runs, LayoutRun, text->runs->len - 1)
                        : NULL;

  if (last == NULL || run->is_backward || last->is_backward
      || last->start + last->length != run->start || !is_all_blank (text, run))
    return FALSE;
  last->length += run->length;
  if (last->is_unknown || last->is_picture || find_space (last->font) == 0)
    return TRUE;
  for (guint i = run->first_glyph; i < text->glyphs->len; i++)
    g_array_index (text->glyphs, cairo_glyph_t, i).index = find_space (last->font);
  last->n_glyphs += run->n_glyphs;
  last->n_clusters += run->n_clusters;
  return TRUE;
}

static void
end_run (Reader *reader)
{
  LayoutRun *run = &reader->run;

  if (run->font == NULL)
    return;
  run->n_glyphs = reader->text->glyphs->len - run->first_glyph;
  run->n_clusters = reader->text->clusters->len - run->first_cluster;
  run->width = reader->x - run->x;
  if (run->length > 0 && !join_blank (reader))
    g_array_append_val (reader->text->runs, *run);
  else
    g_object_unref (run->font);
  run->font = NULL;
}

static gboolean
is_space (const char *text, int length)
{
  gunichar c = g_utf8_get_char_validated (text, length);

  return c == ' ' || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f;
}

/* Adds the glyphs from first to last of a cluster; returns how many there were. */
static int
add_glyphs (Reader *reader, const PangoGlyphString *glyphs, int first, int last, gboolean is_blank)
{
  int n = 0;

  for (int i = first; i < last; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      cairo_glyph_t glyph = {
        .index = info->glyph,
        .x = reader->x + POINTS (info->geometry.x_offset),
        .y = POINTS (info->geometry.y_offset),
      };

      if (info->glyph == PANGO_GLYPH_EMPTY && is_blank && n == 0)
        glyph.index = find_space (reader->font);
      if ((info->glyph != PANGO_GLYPH_EMPTY || is_blank)
          && !(info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) && glyph.index != 0)
        {
          g_array_append_val (reader->text->glyphs, glyph);
          n++;
        }
      reader->x += POINTS (info->geometry.width);
    }
  return n;
}

static gboolean
has_unknown (const PangoGlyphString *glyphs, int first, int last)
{
  for (int i = first; i < last; i++)
    if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY
        && (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
      return TRUE;
  return FALSE;
}

/* Whether letters show nothing: joiners, or a space in a font that has none. */
static gboolean
is_invisible (
    const Reader *reader, const PangoGlyphString *glyphs, int first, int last, gboolean is_blank)
{
  for (int i = first; i < last; i++)
    if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY && glyphs->glyphs[i].glyph != 0)
      return FALSE;
  return !is_blank || find_space (reader->font) == 0;
}

/* Letters without a glyph of their own, such as joiners, go with the glyph before them. */
static void
add_cluster (Reader *reader, guint n_bytes, int n_glyphs)
{
  GArray *clusters = reader->text->clusters;
  cairo_text_cluster_t cluster = { .num_bytes = (int)n_bytes, .num_glyphs = n_glyphs };
  cairo_text_cluster_t *last
      = clusters->len > reader->run.first_cluster
            ? &g_array_index (clusters, cairo_text_cluster_t, clusters->len - 1)
            : NULL;

  reader->run.length += n_bytes;
  if (last != NULL && (n_glyphs == 0 || last->num_glyphs == 0))
    {
      last->num_bytes += (int)n_bytes;
      last->num_glyphs += n_glyphs;
    }
  else
    g_array_append_val (clusters, cluster);
}

static void
read_forward (Reader *reader, PangoGlyphItem *item)
{
  PangoGlyphItemIter iter;
  gboolean more;

  for (more = pango_glyph_item_iter_init_start (&iter, item, reader->text->text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      const char *words = reader->text->text + iter.start_index;
      int n_bytes = iter.end_index - iter.start_index;
      gboolean is_blank = is_space (words, n_bytes);
      gboolean is_unknown = has_unknown (item->glyphs, iter.start_glyph, iter.end_glyph);

      /* What shows nothing goes with what is before it. */
      if (is_invisible (reader, item->glyphs, iter.start_glyph, iter.end_glyph, is_blank))
        is_unknown = reader->run.font == NULL || reader->run.is_unknown;

      if (reader->run.font == NULL || reader->run.is_unknown != is_unknown)
        {
          end_run (reader);
          begin_run (reader, (guint)iter.start_index, is_unknown, FALSE);
        }
      add_cluster (reader, (guint)n_bytes,
                   add_glyphs (reader, item->glyphs, iter.start_glyph, iter.end_glyph, is_blank));
    }
  end_run (reader);
}

/* From right to left the clusters go through the text and the glyphs from the other end. */
static void
read_backward (Reader *reader, PangoGlyphItem *item)
{
  PangoGlyphString *glyphs = item->glyphs;
  guint start = (guint)item->item->offset;
  PangoGlyphItemIter iter;
  gboolean more;

  begin_run (reader, start, has_unknown (glyphs, 0, glyphs->num_glyphs), TRUE);
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      guint at = start + (guint)glyphs->log_clusters[i];

      add_glyphs (reader, glyphs, i, i + 1,
                  is_space (reader->text->text + at, item->item->length + (int)(start - at)));
    }
  for (more = pango_glyph_item_iter_init_start (&iter, item, reader->text->text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int n = 0;

      for (int i = iter.end_glyph + 1; i <= iter.start_glyph; i++)
        {
          PangoGlyph glyph = glyphs->glyphs[i].glyph;
          gboolean is_blank
              = is_space (reader->text->text + iter.start_index, iter.end_index - iter.start_index);

          n += glyph == PANGO_GLYPH_EMPTY ? is_blank
                                          : (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 && glyph != 0;
        }
      add_cluster (reader, (guint)(iter.end_index - iter.start_index), n);
    }
  end_run (reader);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  guint start_a = ((const LayoutRun *)a)->start, start_b = ((const LayoutRun *)b)->start;

  return start_a < start_b ? -1 : start_a > start_b;
}

/* A line that ends at a line break says a space there, or its last word would run into the
 * first one of the next line. */
static void
end_with_space (LayoutText *text, LayoutLine *line)
{
  LayoutRun *run;
  cairo_glyph_t glyph = { 0 };
  cairo_text_cluster_t cluster = { 1, 1 };

  if (line->n_runs == 0 || text->text[line->start + line->length] != '\n')
    return;
  run = &g_array_index (text->runs, LayoutRun, text->runs->len - 1);
  glyph.index = find_space (run->font);
  if (run->is_unknown || run->is_backward || run->is_picture || glyph.index == 0
      || run->first_glyph + run->n_glyphs != text->glyphs->len)
    return;
  glyph.x = run->x + run->width;
  g_array_append_val (text->glyphs, glyph);
  g_array_append_val (text->clusters, cluster);
  run->n_glyphs++;
  run->n_clusters++;
  run->length++;
}

/* The height that the fonts of a line ask for, with the gap between lines, which Pango leaves
 * out and office programs do not. */
static void
measure_line (const LayoutText *text, LayoutLine *line)
{
  double above = 0, below = 0;

  for (guint i = 0; i < line->n_runs; i++)
    {
      const LayoutRun *run = &g_array_index (text->runs, LayoutRun, line->first_run + i);
      hb_font_extents_t extents = { 0 };

      if (!hb_font_get_h_extents (pango_font_get_hb_font (run->font), &extents))
        continue;
      above = MAX (above, POINTS (extents.ascender + extents.line_gap));
      below = MAX (below, POINTS (-extents.descender));
    }
  if (above + below <= 0)
    return;
  line->baseline = above;
  line->height = above + below;
}

/* layout_text_read_line:
 * @text: the paragraph
 * @iter: a line of it in Pango
 * @links: (element-type LayoutSegment): its links
 *
 * Appends the line, its runs in the order of reading.
 */
void
layout_text_read_line (LayoutText *text, PangoLayoutIter *iter, const GArray *links)
{
  PangoLayoutLine *pango = pango_layout_iter_get_line_readonly (iter);
  Reader reader = { .text = text, .links = links };
  PangoRectangle logical;
  LayoutLine line = { 0 };

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  line.start = (guint)pango->start_index;
  line.length = (guint)pango->length;
  line.height = POINTS (logical.height);
  line.baseline = POINTS (pango_layout_iter_get_baseline (iter) - logical.y);
  line.first_run = text->runs->len;
  reader.first_run = line.first_run;
  reader.x = POINTS (logical.x);
  for (GSList *l = pango->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;

      reader.font = item->item->analysis.font;
      if (item->item->analysis.level % 2 == 0)
        read_forward (&reader, item);
      else
        read_backward (&reader, item);
    }
  line.n_runs = text->runs->len - line.first_run;
  measure_line (text, &line);
  end_with_space (text, &line);
  if (line.n_runs > 1)
    qsort (&g_array_index (text->runs, LayoutRun, line.first_run), line.n_runs, sizeof (LayoutRun),
           compare_runs);
  g_array_append_val (text->lines, line);
}
