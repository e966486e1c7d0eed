/* trio-wrap-box.c: a row of widgets that becomes several where it is narrow.
 *
 * A line takes as many children as fit at their natural width; children that expand share what is
 * left of their line. Children come from the .ui file.
 */
#include "config.h"

#include "app/widgets/trio-wrap-box.h"

struct _TrioWrapBox
{
  GtkWidget parent_instance;

  int spacing;
  float xalign;
};

G_DEFINE_FINAL_TYPE (TrioWrapBox, trio_wrap_box, GTK_TYPE_WIDGET)

enum
{
  PROP_SPACING = 1,
  PROP_XALIGN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The children of one line. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* the child after the last one, or NULL */
  int width;      /* with the spaces between them */
  int height;
  guint n_expand;
} Line;

static int
child_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
child_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Returns: whether there was a child to begin the line with. */
static gboolean
take_line (TrioWrapBox *self, GtkWidget *first, int width, Line *line)
{
  *line = (Line){ 0 };
  for (line->end = first; line->end != NULL; line->end = gtk_widget_get_next_sibling (line->end))
    {
      int wanted;

      if (!gtk_widget_should_layout (line->end))
        continue;
      wanted = child_width (line->end);
      if (line->first != NULL && width >= 0 && line->width + self->spacing + wanted > width)
        break;
      line->width += wanted + (line->first != NULL ? self->spacing : 0);
      line->n_expand += gtk_widget_compute_expand (line->end, GTK_ORIENTATION_HORIZONTAL);
      if (line->first == NULL)
        line->first = line->end;
      line->height
          = MAX (line->height, child_height (line->end, width < 0 ? wanted : MIN (wanted, width)));
    }
  return line->first != NULL;
}

static void
measure_width (TrioWrapBox *self, int *minimum, int *natural)
{
  int sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, min);
      sum += wanted + (sum > 0 ? self->spacing : 0);
    }
  *natural = MAX (*minimum, sum);
}

static void
trio_wrap_box_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TrioWrapBox *self = TRIO_WRAP_BOX (widget);
  Line line = { .end = gtk_widget_get_first_child (widget) };
  int height = 0;

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  while (take_line (self, line.end, for_size, &line))
    height += line.height + (height > 0 ? self->spacing : 0);
  *minimum = height;
  *natural = height;
}

/* Gives the children of a line their places. */
static void
place_line (TrioWrapBox *self, const Line *line, int y, int width)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left = MAX (0, width - line->width);
  int x = line->n_expand > 0 ? 0 : (int)(self->xalign * (float)left);
  guint n_expand = line->n_expand;

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, y, 0, line->height };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = MIN (child_width (child), width);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = left / (int)n_expand--;

          place.width += share;
          left -= share;
        }
      x += place.width + self->spacing;
      if (is_mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
trio_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrioWrapBox *self = TRIO_WRAP_BOX (widget);
  Line line = { .end = gtk_widget_get_first_child (widget) };
  int y = 0;

  while (take_line (self, line.end, width, &line))
    {
      place_line (self, &line, y, width);
      y += line.height + self->spacing;
    }
}

static GtkSizeRequestMode
trio_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trio_wrap_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TrioWrapBox *self = TRIO_WRAP_BOX (object);

  if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (id == PROP_XALIGN)
    g_value_set_float (value, self->xalign);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
trio_wrap_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TrioWrapBox *self = TRIO_WRAP_BOX (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_XALIGN)
    self->xalign = g_value_get_float (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
trio_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (trio_wrap_box_parent_class)->dispose (object);
}

static void
trio_wrap_box_class_init (TrioWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = trio_wrap_box_dispose;
  object_class->get_property = trio_wrap_box_get_property;
  object_class->set_property = trio_wrap_box_set_property;
  widget_class->measure = trio_wrap_box_measure;
  widget_class->size_allocate = trio_wrap_box_size_allocate;
  widget_class->get_request_mode = trio_wrap_box_get_request_mode;

  /**
   * TrioWrapBox:spacing:
   *
   * Space between children and between lines, in pixels.
   */
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  /**
   * TrioWrapBox:xalign:
   *
   * Where lines lie that leave room: 0 at the start, 1 at the end.
   */
  props[PROP_XALIGN] = g_param_spec_float ("xalign", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
trio_wrap_box_init (TrioWrapBox *self)
{
}
