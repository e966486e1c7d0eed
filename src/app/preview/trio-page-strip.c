/* trio-page-strip.c: all pages of a document below each other.
 *
 * Every page is a widget, so that a screen reader finds it; only those in view are drawn.
 */
#include "config.h"

#include "app/preview/trio-page-strip.h"

#include <math.h>
#include <string.h>

#define MARGIN 24 /* pixels around the pages */
#define GAP    18 /* pixels between two pages */

struct _TrioPageStrip
{
  GtkWidget parent_instance;

  TrioPreviewSource *source;
  GtkAdjustment *vertical;
  GPtrArray *sheets; /* of TrioPageSheet, children */
  GArray *marks;
  double scale;
  gboolean is_place; /* the pointer is at something that can be gone to */
};

G_DEFINE_FINAL_TYPE (TrioPageStrip, trio_page_strip, GTK_TYPE_WIDGET)

enum
{
  PAGE_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
measure_sheet (TrioPageStrip *self, int *width, int *height)
{
  double w;
  double h;

  trio_preview_source_get_page_size (self->source, &w, &h);
  *width = (int)ceil (w * self->scale);
  *height = (int)ceil (h * self->scale);
}

static void
changed_cb (TrioPageStrip *self)
{
  guint n = trio_preview_source_get_n_pages (self->source);

  while (self->sheets->len > n)
    g_ptr_array_remove_index (self->sheets, self->sheets->len - 1);
  while (self->sheets->len < n)
    {
      GtkWidget *sheet = trio_page_sheet_new (self->source);

      trio_page_sheet_set_page (TRIO_PAGE_SHEET (sheet), self->sheets->len);
      trio_page_sheet_set_scale (TRIO_PAGE_SHEET (sheet), self->scale);
      trio_page_sheet_set_marks (TRIO_PAGE_SHEET (sheet), self->marks);
      gtk_widget_set_parent (sheet, GTK_WIDGET (self));
      g_ptr_array_add (self->sheets, sheet);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
find_point (TrioPageStrip *self, double x, double y, guint *page, double *px, double *py)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      GtkWidget *sheet = g_ptr_array_index (self->sheets, i);

      if (!gtk_widget_translate_coordinates (GTK_WIDGET (self), sheet, x, y, px, py)
          || !gtk_widget_contains (sheet, *px, *py))
        continue;
      *page = i;
      *px /= self->scale;
      *py /= self->scale;
      return TRUE;
    }
  return FALSE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, TrioPageStrip *self)
{
  guint page;
  double px;
  double py;

  if (find_point (self, x, y, &page, &px, &py))
    g_signal_emit (self, signals[PAGE_PRESSED], 0, page, px, py);
}

/* The hand tells what a click leads to. */
static void
moved_cb (GtkEventControllerMotion *motion, double x, double y, TrioPageStrip *self)
{
  guint page;
  double px;
  double py;
  gboolean is_place = find_point (self, x, y, &page, &px, &py)
                      && trio_page_strip_find_place (self, page, px, py) != NULL;

  if (is_place == self->is_place)
    return;
  self->is_place = is_place;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_place ? "pointer" : NULL);
}

static GtkSizeRequestMode
trio_page_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
trio_page_strip_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TrioPageStrip *self = TRIO_PAGE_STRIP (widget);
  int n = (int)self->sheets->len;
  int width;
  int height;

  measure_sheet (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = width + 2 * MARGIN;
  else
    *minimum = n * height + MAX (n - 1, 0) * GAP + 2 * MARGIN;
  *natural = *minimum;
}

static void
trio_page_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrioPageStrip *self = TRIO_PAGE_STRIP (widget);
  GtkAllocation place = { 0, MARGIN, 0, 0 };

  measure_sheet (self, &place.width, &place.height);
  place.x = MAX ((width - place.width) / 2, 0);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      gtk_widget_size_allocate (self->sheets->pdata[i], &place, -1);
      place.y += place.height + GAP;
    }
}

static void
trio_page_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrioPageStrip *self = TRIO_PAGE_STRIP (widget);
  double top = self->vertical != NULL ? gtk_adjustment_get_value (self->vertical) : 0;
  double bottom = self->vertical != NULL ? top + gtk_adjustment_get_page_size (self->vertical)
                                         : gtk_widget_get_height (widget);
  int width;
  int height;
  double y = MARGIN;

  measure_sheet (self, &width, &height);
  for (guint i = 0; i < self->sheets->len; i++, y += height + GAP)
    if (y + height >= top && y <= bottom)
      gtk_widget_snapshot_child (widget, self->sheets->pdata[i], snapshot);
}

static void
drop_adjustment (TrioPageStrip *self)
{
  if (self->vertical != NULL)
    g_signal_handlers_disconnect_by_data (self->vertical, self);
  g_clear_object (&self->vertical);
}

static void
trio_page_strip_dispose (GObject *object)
{
  TrioPageStrip *self = TRIO_PAGE_STRIP (object);

  drop_adjustment (self);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_ptr_array_set_size (self->sheets, 0);
  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (trio_page_strip_parent_class)->dispose (object);
}

static void
trio_page_strip_finalize (GObject *object)
{
  g_ptr_array_unref (TRIO_PAGE_STRIP (object)->sheets);

  G_OBJECT_CLASS (trio_page_strip_parent_class)->finalize (object);
}

static void
trio_page_strip_class_init (TrioPageStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_page_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_page_strip_finalize;
  widget_class->get_request_mode = trio_page_strip_get_request_mode;
  widget_class->measure = trio_page_strip_measure;
  widget_class->size_allocate = trio_page_strip_size_allocate;
  widget_class->snapshot = trio_page_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * TrioPageStrip::page-pressed:
   * @self: the strip
   * @page: a page, from 0
   * @x: the point on it, in points
   * @y: the same
   *
   * A page was clicked.
   */
  signals[PAGE_PRESSED]
      = g_signal_new ("page-pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
trio_page_strip_init (TrioPageStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->scale = 1;
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)gtk_widget_unparent);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * trio_page_strip_new:
 * @source: the document
 *
 * Returns: (transfer floating): a new strip
 */
GtkWidget *
trio_page_strip_new (TrioPreviewSource *source)
{
  TrioPageStrip *self = g_object_new (TRIO_TYPE_PAGE_STRIP, NULL);

  self->source = g_object_ref (source);
  g_signal_connect_swapped (source, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * trio_page_strip_set_adjustment:
 * @self: a strip
 * @vertical: (nullable): what scrolls the strip
 *
 * Lets the strip know which pages are in view.
 */
void
trio_page_strip_set_adjustment (TrioPageStrip *self, GtkAdjustment *vertical)
{
  g_return_if_fail (TRIO_IS_PAGE_STRIP (self));

  drop_adjustment (self);
  if (vertical == NULL)
    return;
  self->vertical = g_object_ref (vertical);
  g_signal_connect_swapped (vertical, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (vertical, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
}

/**
 * trio_page_strip_set_scale:
 * @self: a strip
 * @scale: pixels for a point
 *
 * Shows all pages larger or smaller.
 */
void
trio_page_strip_set_scale (TrioPageStrip *self, double scale)
{
  g_return_if_fail (TRIO_IS_PAGE_STRIP (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  for (guint i = 0; i < self->sheets->len; i++)
    trio_page_sheet_set_scale (self->sheets->pdata[i], scale);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * trio_page_strip_get_scale:
 * @self: a strip
 *
 * Returns: pixels for a point
 */
double
trio_page_strip_get_scale (TrioPageStrip *self)
{
  g_return_val_if_fail (TRIO_IS_PAGE_STRIP (self), 1);

  return self->scale;
}

/**
 * trio_page_strip_find_fit:
 * @self: a strip
 * @width: room in pixels
 * @height: room in pixels, or 0 when only the width counts
 *
 * Returns: the scale at which a page fits
 */
double
trio_page_strip_find_fit (TrioPageStrip *self, int width, int height)
{
  double page_width;
  double page_height;
  double scale;

  g_return_val_if_fail (TRIO_IS_PAGE_STRIP (self), 1);

  trio_preview_source_get_page_size (self->source, &page_width, &page_height);
  scale = MAX (width - 2 * MARGIN, 60) / page_width;
  if (height > 0)
    scale = MIN (scale, MAX (height - 2 * MARGIN, 60) / page_height);
  return scale;
}

/**
 * trio_page_strip_set_marks:
 * @self: a strip
 * @marks: (nullable) (element-type TrioSheetMark): what to show on top of the pages
 *
 * Marks what was found or is being edited.
 */
void
trio_page_strip_set_marks (TrioPageStrip *self, GArray *marks)
{
  g_return_if_fail (TRIO_IS_PAGE_STRIP (self));

  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks != NULL ? g_array_ref (marks) : NULL;
  for (guint i = 0; i < self->sheets->len; i++)
    trio_page_sheet_set_marks (self->sheets->pdata[i], marks);
}

/**
 * trio_page_strip_find_y:
 * @self: a strip
 * @page: a page, from 0
 * @y: a height on it, in points
 *
 * Returns: where that is in the strip, in pixels
 */
double
trio_page_strip_find_y (TrioPageStrip *self, guint page, double y)
{
  int width;
  int height;

  g_return_val_if_fail (TRIO_IS_PAGE_STRIP (self), 0);

  measure_sheet (self, &width, &height);
  return MARGIN + page * (double)(height + GAP) + y * self->scale;
}

/**
 * trio_page_strip_find_page:
 * @self: a strip
 * @y: a height in the strip, in pixels
 *
 * Returns: the page that is there, from 0
 */
guint
trio_page_strip_find_page (TrioPageStrip *self, double y)
{
  int width;
  int height;
  double page;

  g_return_val_if_fail (TRIO_IS_PAGE_STRIP (self), 0);

  measure_sheet (self, &width, &height);
  page = floor ((y - MARGIN + GAP / 2.0) / (height + GAP));
  return (guint)CLAMP (page, 0, MAX ((double)self->sheets->len - 1, 0));
}

/**
 * trio_page_strip_find_place:
 * @self: a strip
 * @page: a page, from 0
 * @x: a point on it, in points
 * @y: the same
 *
 * Returns: (transfer none) (nullable): the UUID, perhaps with a slash and more, of the object
 *   whose words stand just there; %NULL beside them
 */
const char *
trio_page_strip_find_place (TrioPageStrip *self, guint page, double x, double y)
{
  const char *anchor;
  g_autofree char *uuid = NULL;
  TrioLayoutPlace place;

  g_return_val_if_fail (TRIO_IS_PAGE_STRIP (self), NULL);

  anchor = trio_preview_source_hit_test (self->source, page, x, y);
  if (anchor == NULL || !trio_preview_source_find_extent (self->source, anchor, &place))
    return NULL;
  uuid = g_strndup (anchor, strcspn (anchor, "/"));
  if (!g_uuid_string_is_valid (uuid) || x < place.x || x > place.x + place.width)
    return NULL;
  /* What goes on from the page before begins at the top. */
  if (place.page == page && (y < place.y || y > place.y + place.height))
    return NULL;
  return anchor;
}
