/* trio-board-looks.c: takes over colours and font when they change. */
#include "config.h"

#include "app/board/trio-board-private.h"

/* Pixels of the font of the system as it usually is: 11 points at 96 dots an inch. */
#define BASE_FONT 14.667

/* Average width of a letter in shares of the font size. */
#define USUAL_LETTER 0.55

static double
measure_font_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size > 0 ? CLAMP (size / BASE_FONT, 0.7, 3) : 1;
}

/* Width of letters in shares of the font size, in relation to a usual one. */
static double
measure_letter (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double size = measure_font_scale (widget) * BASE_FONT * PANGO_SCALE;
  double letter = pango_font_metrics_get_approximate_char_width (metrics) / size / USUAL_LETTER;

  pango_font_metrics_unref (metrics);
  return letter > 0 ? CLAMP (letter, 0.85, 1.3) : 1;
}

static void
drop_nodes (TrioBoard *self)
{
  GPtrArray *sections;
  TrioGrid *grid;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  if (self->scene == NULL)
    return;
  grid = trio_scene_get_grid (self->scene);
  trio_grid_find (grid, &(TrioRect){ -1e8, -1e8, 2e8, 2e8 }, notes);
  for (guint i = 0; i < notes->len; i++)
    trio_board_drop_note_words (g_ptr_array_index (notes, i));
  sections = trio_scene_get_sections (self->scene);
  for (guint i = 0; i < sections->len; i++)
    {
      TrioSceneSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->frames->len; j++)
        trio_board_drop_frame_head (g_ptr_array_index (section->frames, j));
    }
}

/* Takes over colours and font, and draws everything anew. */
void
trio_board_restyle (TrioBoard *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double scale = measure_font_scale (GTK_WIDGET (self));
  double letter = measure_letter (GTK_WIDGET (self));

  trio_board_style_load (&self->style, GTK_WIDGET (self));
  g_clear_object (&self->layout);
  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (pango_context_get_font_description (context));
  drop_nodes (self);
  trio_board_drop_sheet (self);
  if (scale != self->font_scale || letter != self->letter)
    {
      self->letter = letter;
      self->font_scale = scale;
      trio_board_queue_update (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
