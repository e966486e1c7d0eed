/* trio-note-row-layout.c: where the parts of a row stand, and how they are drawn. */
#include "config.h"

#include "app/notes/trio-note-row-private.h"

#include "app/notes/trio-note-labels.h"
#include "model/trio-objects.h"

/* Pixels between number, words and mark. */
#define GAP 14

/* The chip in the colour of the paper, with the space behind it. */
#define CHIP       16
#define CHIP_WIDTH 6

/* How much further in inputs inside a stack stand. */
#define STACK_INDENT 28

/* The mark takes at most this part of the row. */
#define MARK_PART 3

static int
mark_width (TrioNoteRow *self, int width)
{
  int natural;

  if (self->mark == NULL)
    return 0;
  gtk_widget_measure (self->mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return MIN (natural, width / MARK_PART);
}

static int
facts_width (TrioNoteRow *self)
{
  int width = 0;

  if (self->facts != NULL)
    pango_layout_get_pixel_size (self->facts, &width, NULL);
  return width;
}

/* Where the number begins: behind the paper's colour, and further in inside a stack. */
static int
number_x (TrioNoteRow *self)
{
  return TRIO_IS_NOTE (self->item)
                 && trio_object_get_ref (TRIO_OBJECT (self->item), TRIO_NOTE_STACK) != 0
             ? CHIP + STACK_INDENT
             : CHIP;
}

static int
text_x (TrioNoteRow *self)
{
  return self->number != NULL ? number_x (self) + self->number_width + GAP : 0;
}

static int
text_width (TrioNoteRow *self, int width)
{
  int mark = mark_width (self, width);
  int facts = facts_width (self);

  return MAX (width - text_x (self) - (mark > 0 ? mark + GAP : 0) - (facts > 0 ? facts + GAP : 0),
              1);
}

/**
 * trio_note_row_get_request_mode:
 * @widget: a #TrioNoteRow
 *
 * Returns: that the height follows from the width
 */
GtkSizeRequestMode
trio_note_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/**
 * trio_note_row_measure:
 * @widget: a #TrioNoteRow
 * @orientation: which way to measure
 * @for_size: the other size, or -1
 * @minimum: (out): least size
 * @natural: (out): the same
 * @minimum_baseline: unused
 * @natural_baseline: unused
 *
 * Measures a row. It asks for no width: the list gives every row its own.
 */
void
trio_note_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TrioNoteRow *self = TRIO_NOTE_ROW (widget);
  int height = 0;
  int mark = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->text == NULL)
    {
      *minimum = 0;
      *natural = 0;
      return;
    }

  if (for_size >= 0 && self->editor != NULL)
    gtk_widget_measure (self->editor, orientation, text_width (self, for_size), NULL, &height, NULL,
                        NULL);
  else
    {
      if (for_size >= 0)
        pango_layout_set_width (self->text, text_width (self, for_size) * PANGO_SCALE);
      pango_layout_get_pixel_size (self->text, NULL, &height);
    }
  if (self->mark != NULL)
    gtk_widget_measure (self->mark, orientation, -1, NULL, &mark, NULL, NULL);
  *minimum = MAX (height, mark);
  *natural = *minimum;
}

/**
 * trio_note_row_size_allocate:
 * @widget: a #TrioNoteRow
 * @width: its width
 * @height: its height
 * @baseline: unused
 *
 * Places the words, the editor and the mark.
 */
void
trio_note_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrioNoteRow *self = TRIO_NOTE_ROW (widget);
  int mark = mark_width (self, width);
  int mark_height;

  if (self->text != NULL)
    pango_layout_set_width (self->text, text_width (self, width) * PANGO_SCALE);
  if (self->editor != NULL)
    gtk_widget_size_allocate (
        self->editor, &(GtkAllocation){ text_x (self), 0, text_width (self, width), height }, -1);
  if (self->mark == NULL)
    return;
  gtk_widget_measure (self->mark, GTK_ORIENTATION_VERTICAL, -1, NULL, &mark_height, NULL, NULL);
  gtk_widget_size_allocate (
      self->mark,
      &(GtkAllocation){ width - mark, MAX ((height - mark_height) / 2, 0), mark, mark_height }, -1);
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, int x, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, 0));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* A bar in the colour of the paper, with an edge that shows it on any ground. */
static void
draw_chip (TrioNoteRow *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA colour;
  GdkRGBA edge;
  GskRoundedRect bar;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float)(number_x (self) - CHIP), 0, CHIP_WIDTH,
                                               (float)gtk_widget_get_height (widget));

  if (!TRIO_IS_NOTE (self->item))
    return;
  trio_note_paper (trio_object_get_int (TRIO_OBJECT (self->item), TRIO_NOTE_COLOUR), &colour,
                   &edge);
  gsk_rounded_rect_init_from_rect (&bar, &bounds, CHIP_WIDTH / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &bar, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ edge, edge, edge, edge });
}

/**
 * trio_note_row_snapshot:
 * @widget: a #TrioNoteRow
 * @snapshot: what to draw to
 *
 * Draws a row. Numbers and words that are set aside are dimmed, except in high contrast.
 */
void
trio_note_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrioNoteRow *self = TRIO_NOTE_ROW (widget);
  gboolean is_plain = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  gboolean set_aside = gtk_widget_has_css_class (widget, "set-aside");
  GdkRGBA colour;
  GdkRGBA dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  dim = colour;
  if (!is_plain)
    dim.alpha *= 0.6f;

  if (self->number != NULL)
    {
      int width;

      draw_chip (self, snapshot);
      pango_layout_get_pixel_size (self->number, &width, NULL);
      draw_layout (snapshot, self->number, number_x (self) + self->number_width - width, &dim);
    }
  if (self->facts != NULL)
    {
      int mark = mark_width (self, gtk_widget_get_width (widget));

      draw_layout (snapshot, self->facts,
                   gtk_widget_get_width (widget) - facts_width (self) - (mark > 0 ? mark + GAP : 0),
                   &dim);
    }
  if (self->text != NULL && self->editor == NULL)
    draw_layout (snapshot, self->text, text_x (self), set_aside ? &dim : &colour);

  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
  if (self->mark != NULL)
    gtk_widget_snapshot_child (widget, self->mark, snapshot);
}
