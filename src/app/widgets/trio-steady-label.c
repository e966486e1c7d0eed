/* trio-steady-label.c: words that change while the widgets around them stay where they are.
 *
 * With each new text of a GtkLabel the whole window is measured and laid out anew, which takes
 * longer than to show an input. This label asks for another place only when its words do not fit
 * into the one that it has. What is not looked at while somebody types, such as a count, can wait
 * for a moment in which nothing else is drawn.
 */
#include "config.h"

#include "app/widgets/trio-steady-label.h"

/* Milliseconds that a label which can wait is behind its text at most. */
#define WAIT 90

struct _TrioSteadyLabel
{
  GtkWidget parent_instance;

  char *label;
  gboolean wraps; /* or else is one line that ends in an ellipsis */
  gboolean waits;
  int width_chars; /* wanted width in letters; 0 for that of the words */
  double xalign;
  PangoLayout *layout; /* NULL when it has to be made anew */
  int height;          /* that was measured last for the width of the label */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (TrioSteadyLabel, trio_steady_label, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_WRAPS,
  PROP_WAITS,
  PROP_WIDTH_CHARS,
  PROP_XALIGN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* @width: in pixels, or -1 */
static PangoLayout *
create_layout (TrioSteadyLabel *self, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->label);

  if (self->wraps)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  else
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
    }
  if (width >= 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

static PangoLayout *
get_layout (TrioSteadyLabel *self)
{
  if (self->layout == NULL)
    self->layout = create_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));
  return self->layout;
}

static int
measure_chars (TrioSteadyLabel *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) * self->width_chars;

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

static GtkSizeRequestMode
trio_steady_label_get_request_mode (GtkWidget *widget)
{
  return TRIO_STEADY_LABEL (widget)->wraps ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                           : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
trio_steady_label_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  TrioSteadyLabel *self = TRIO_STEADY_LABEL (widget);
  g_autoptr (PangoLayout) layout = create_layout (self, -1);
  int width, height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      pango_layout_get_pixel_size (layout, &width, NULL);
      *minimum = 0;
      *natural = self->width_chars > 0 ? measure_chars (self) : width;
      return;
    }
  if (self->wraps && for_size >= 0)
    pango_layout_set_width (layout, for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = height;
}

static void
trio_steady_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrioSteadyLabel *self = TRIO_STEADY_LABEL (widget);

  g_clear_object (&self->layout);
  pango_layout_get_pixel_size (get_layout (self), NULL, &self->height);
}

static void
trio_steady_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrioSteadyLabel *self = TRIO_STEADY_LABEL (widget);
  PangoLayout *layout = get_layout (self);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  /* A layout that has a width to fill draws itself from its left edge. */
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              (int)(MAX (gtk_widget_get_width (widget) - width, 0) * self->xalign),
                              (gtk_widget_get_height (widget) - height) / 2, layout);
}

static void
trio_steady_label_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (trio_steady_label_parent_class)->css_changed (widget, change);
  g_clear_object (&TRIO_STEADY_LABEL (widget)->layout);
}

static void
trio_steady_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TrioSteadyLabel *self = TRIO_STEADY_LABEL (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_WRAPS:
      g_value_set_boolean (value, self->wraps);
      break;
    case PROP_WAITS:
      g_value_set_boolean (value, self->waits);
      break;
    case PROP_WIDTH_CHARS:
      g_value_set_int (value, self->width_chars);
      break;
    case PROP_XALIGN:
      g_value_set_double (value, self->xalign);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trio_steady_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TrioSteadyLabel *self = TRIO_STEADY_LABEL (object);

  switch (id)
    {
    case PROP_LABEL:
      trio_steady_label_set_label (self, g_value_get_string (value));
      break;
    case PROP_WRAPS:
      self->wraps = g_value_get_boolean (value);
      break;
    case PROP_WAITS:
      self->waits = g_value_get_boolean (value);
      break;
    case PROP_WIDTH_CHARS:
      self->width_chars = g_value_get_int (value);
      break;
    case PROP_XALIGN:
      self->xalign = g_value_get_double (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trio_steady_label_dispose (GObject *object)
{
  TrioSteadyLabel *self = TRIO_STEADY_LABEL (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (trio_steady_label_parent_class)->dispose (object);
}

static void
trio_steady_label_finalize (GObject *object)
{
  g_free (TRIO_STEADY_LABEL (object)->label);

  G_OBJECT_CLASS (trio_steady_label_parent_class)->finalize (object);
}

static void
trio_steady_label_class_init (TrioSteadyLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trio_steady_label_get_property;
  object_class->set_property = trio_steady_label_set_property;
  object_class->dispose = trio_steady_label_dispose;
  object_class->finalize = trio_steady_label_finalize;
  widget_class->get_request_mode = trio_steady_label_get_request_mode;
  widget_class->measure = trio_steady_label_measure;
  widget_class->size_allocate = trio_steady_label_size_allocate;
  widget_class->snapshot = trio_steady_label_snapshot;
  widget_class->css_changed = trio_steady_label_css_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);

  /**
   * TrioSteadyLabel:label:
   *
   * The words.
   */
  properties[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * TrioSteadyLabel:wraps:
   *
   * Whether the words take as many lines as they need. Otherwise what does not fit into one line
   * is left out.
   */
  properties[PROP_WRAPS] = g_param_spec_boolean ("wraps", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TrioSteadyLabel:waits:
   *
   * Whether new words are seen a moment later, and not in the frame that shows what they are
   * about. Read aloud they are at once.
   */
  properties[PROP_WAITS] = g_param_spec_boolean ("waits", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TrioSteadyLabel:width-chars:
   *
   * Width that is asked for, in letters, however long the words are; 0 for that of the words.
   */
  properties[PROP_WIDTH_CHARS] = g_param_spec_int ("width-chars", NULL, NULL, 0, 1000, 0,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TrioSteadyLabel:xalign:
   *
   * Where a line stands: from 0, at the left, to 1, at the right.
   */
  properties[PROP_XALIGN] = g_param_spec_double ("xalign", NULL, NULL, 0, 1, 0,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trio_steady_label_init (TrioSteadyLabel *self)
{
  self->label = g_strdup ("");
}

/**
 * trio_steady_label_new:
 *
 * Returns: (transfer floating): a label without words
 */
GtkWidget *
trio_steady_label_new (void)
{
  return g_object_new (TRIO_TYPE_STEADY_LABEL, NULL);
}

static void
show_words (TrioSteadyLabel *self)
{
  gboolean fits = gtk_widget_get_mapped (GTK_WIDGET (self));
  int height;

  g_clear_object (&self->layout);
  if (fits)
    {
      pango_layout_get_pixel_size (get_layout (self), NULL, &height);
      fits = height == self->height
             && (self->width_chars > 0 || !pango_layout_is_ellipsized (self->layout));
    }
  if (fits)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
show_words_cb (gpointer user_data)
{
  TrioSteadyLabel *self = user_data;

  self->timeout = 0;
  show_words (self);
  return G_SOURCE_REMOVE;
}

/**
 * trio_steady_label_set_label:
 * @self: the label
 * @label: (nullable): words
 *
 * Changes the words.
 */
void
trio_steady_label_set_label (TrioSteadyLabel *self, const char *label)
{
  g_return_if_fail (TRIO_IS_STEADY_LABEL (self));

  if (label == NULL)
    label = "";
  if (g_str_equal (self->label, label))
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  if (!self->waits || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_words (self);
  else if (self->timeout == 0)
    self->timeout = g_timeout_add (WAIT, show_words_cb, self);
}

/**
 * trio_steady_label_get_label:
 * @self: the label
 *
 * Returns: (transfer none): the words
 */
const char *
trio_steady_label_get_label (TrioSteadyLabel *self)
{
  g_return_val_if_fail (TRIO_IS_STEADY_LABEL (self), "");

  return self->label;
}
