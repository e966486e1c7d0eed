/* trio-prose.c: a field for words that may take several lines, with a hint while it is empty.
 *
 * Tab leaves the field, as it leaves a field of one line.
 */
#include "config.h"

#include "app/setup/trio-prose.h"

struct _TrioProse
{
  GtkTextView parent_instance;

  PangoLayout *hint;
};

G_DEFINE_FINAL_TYPE (TrioProse, trio_prose, GTK_TYPE_TEXT_VIEW)

static void
trio_prose_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrioProse *self = TRIO_PROSE (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GdkRGBA colour;
  int x, y;

  GTK_WIDGET_CLASS (trio_prose_parent_class)->snapshot (widget, snapshot);
  if (self->hint == NULL || !trio_prose_is_empty (self))
    return;

  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, 0, &x, &y);
  x += gtk_text_view_get_left_margin (view);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.55F;
  pango_layout_set_width (self->hint, (gtk_widget_get_width (widget) - x) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, self->hint, &colour);
  gtk_snapshot_restore (snapshot);
}

static int
words_height (TrioProse *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  text = gtk_text_iter_get_slice (&start, &end);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  width -= gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

/* GtkTextView counts its lines when it has got its place, and is left with none where nothing
 * moves after that; a field that has to show all of its words counts them before. */
static void
trio_prose_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  GTK_WIDGET_CLASS (trio_prose_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation != GTK_ORIENTATION_VERTICAL || for_size <= 0)
    return;
  *minimum = MAX (*minimum, words_height (TRIO_PROSE (widget), for_size));
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
trio_prose_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trio_prose_dispose (GObject *object)
{
  g_clear_object (&TRIO_PROSE (object)->hint);

  G_OBJECT_CLASS (trio_prose_parent_class)->dispose (object);
}

static void
trio_prose_class_init (TrioProseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trio_prose_dispose;
  GTK_WIDGET_CLASS (klass)->get_request_mode = trio_prose_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = trio_prose_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = trio_prose_snapshot;
}

static void
trio_prose_init (TrioProse *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "trio-prose-field");
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed",
                            G_CALLBACK (gtk_widget_queue_draw), self);
}

/**
 * trio_prose_new:
 * @label: what is written here, for people who do not see it
 * @hint: (nullable): what to write, shown while the field is empty
 *
 * Returns: (transfer floating): a new field
 */
GtkWidget *
trio_prose_new (const char *label, const char *hint)
{
  TrioProse *self = g_object_new (TRIO_TYPE_PROSE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
  if (hint != NULL)
    {
      self->hint = gtk_widget_create_pango_layout (GTK_WIDGET (self), hint);
      pango_layout_set_ellipsize (self->hint, PANGO_ELLIPSIZE_END);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                      hint, -1);
    }
  return GTK_WIDGET (self);
}

/**
 * trio_prose_is_empty:
 * @self: the field
 *
 * Returns: whether nothing is written in it
 */
gboolean
trio_prose_is_empty (TrioProse *self)
{
  g_return_val_if_fail (TRIO_IS_PROSE (self), TRUE);

  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))) == 0;
}
