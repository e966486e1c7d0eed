/* trio-page-preview.c: the pages of a document, live, with zoom, thumbnails and search.
 *
 * What is drawn here is what is printed and what the PDF holds. The source makes the pages;
 * this widget scrolls, zooms and marks.
 */
#include "config.h"

#include "app/preview/trio-page-preview-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "app/widgets/trio-wrap-box.h"

/* At 100 % a page is as large on a usual screen as on paper: 96 dots an inch, 72 points. */
#define FULL_SCALE (96.0 / 72.0)
#define MIN_ZOOM   0.2
#define MAX_ZOOM   4.0
#define MAX_FIT    1.1

G_DEFINE_FINAL_TYPE (TrioPagePreview, trio_page_preview, ADW_TYPE_BIN)

enum
{
  PLACE_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_caption (TrioPagePreview *self)
{
  guint n = trio_preview_source_get_n_pages (self->source);
  g_autofree char *zoom = g_strdup_printf ("%.0f %%", trio_page_preview_get_zoom (self) * 100);
  g_autofree char *text = NULL;

  gtk_menu_button_set_label (self->zoom_button, zoom);
  if (n == 0)
    text = g_strdup ("");
  else
    /* Translators: below the preview: number of the page in view, and how many there are */
    text = g_strdup_printf (_ ("Page %u of %u · exactly as in print and PDF"), self->page + 1, n);
  gtk_label_set_label (self->caption, text);
}

static void
scrolled_cb (TrioPagePreview *self)
{
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  double middle = gtk_adjustment_get_value (vertical) + gtk_adjustment_get_page_size (vertical) / 3;
  guint page = trio_page_strip_find_page (self->strip, middle);

  if (page == self->page)
    return;
  self->page = page;
  show_caption (self);
  trio_page_preview_update_thumbs (self);
}

static void
set_scale (TrioPagePreview *self, double scale)
{
  trio_page_strip_set_scale (self->strip, CLAMP (scale, MIN_ZOOM, MAX_ZOOM * FULL_SCALE));
  show_caption (self);
}

static gboolean
fit_cb (gpointer user_data)
{
  TrioPagePreview *self = user_data;
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  double height = gtk_adjustment_get_upper (down);
  double old = height > 0 ? gtk_adjustment_get_value (down) / height : 0;
  int width = (int)gtk_adjustment_get_page_size (across);

  self->fit_idle = 0;
  trio_page_preview_place_thumbs (self);
  if (self->fit == TRIO_PREVIEW_FIT_NONE || width <= 0)
    return G_SOURCE_REMOVE;
  /* Larger than on paper only when somebody asks for it. */
  set_scale (self, MIN (trio_page_strip_find_fit (self->strip, width,
                                                  self->fit == TRIO_PREVIEW_FIT_PAGE
                                                      ? (int)gtk_adjustment_get_page_size (down)
                                                      : 0),
                        MAX_FIT * FULL_SCALE));
  if (self->anchor != NULL)
    self->is_anchor_wanted = TRUE;
  else if (old > 0)
    gtk_adjustment_set_value (down, old * gtk_adjustment_get_upper (down));
  return G_SOURCE_REMOVE;
}

/* Not at once: room is given during layout, when nothing may ask for another size. */
static void
queue_fit (TrioPagePreview *self)
{
  if (self->fit_idle == 0)
    self->fit_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, fit_cb, self, NULL);
}

/* When the strip has its new height, what was wanted can be scrolled to. */
static void
range_changed_cb (TrioPagePreview *self)
{
  TrioLayoutPlace place;

  if (!self->is_anchor_wanted || self->anchor == NULL
      || !trio_preview_source_find_anchor (self->source, self->anchor, &place))
    return;
  self->is_anchor_wanted = trio_preview_source_is_busy (self->source);
  trio_page_preview_scroll_to (self, &place);
}

static void
show_error (TrioPagePreview *self)
{
  const GError *error = trio_preview_source_get_error (self->source);

  gtk_widget_set_visible (self->error_box, error != NULL);
  gtk_label_set_label (self->error_label, error != NULL ? error->message : "");
}

static void
changed_cb (TrioPagePreview *self)
{
  show_error (self);
  self->page = MIN (self->page, MAX (trio_preview_source_get_n_pages (self->source), 1) - 1);
  queue_fit (self);
  show_caption (self);
  trio_page_preview_update_thumbs (self);
  trio_page_preview_find (self);
  range_changed_cb (self);
}

static void
pressed_cb (TrioPageStrip *strip, guint page, double x, double y, TrioPagePreview *self)
{
  const char *anchor = trio_page_strip_find_place (strip, page, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  if (anchor != NULL)
    g_signal_emit (self, signals[PLACE_PRESSED], 0, anchor);
}

/* Zoom */

static void
zoom_by (TrioPagePreview *self, double factor)
{
  trio_page_preview_set_zoom (self, trio_page_preview_get_zoom (self) * factor);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, TrioPagePreview *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK))
    return FALSE;
  zoom_by (self, pow (G_SQRT2, -dy / 2));
  return TRUE;
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioPagePreview *self = TRIO_PAGE_PREVIEW (widget);

  if (g_str_equal (name, "preview.zoom-in"))
    zoom_by (self, sqrt (G_SQRT2));
  else if (g_str_equal (name, "preview.zoom-out"))
    zoom_by (self, 1 / sqrt (G_SQRT2));
  else if (g_str_equal (name, "preview.fit-width"))
    trio_page_preview_set_fit (self, TRIO_PREVIEW_FIT_WIDTH);
  else if (g_str_equal (name, "preview.fit-page"))
    trio_page_preview_set_fit (self, TRIO_PREVIEW_FIT_PAGE);
  else
    trio_page_preview_set_zoom (self, 1);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioPagePreview *self = TRIO_PAGE_PREVIEW (widget);

  if (gtk_widget_get_visible (self->tools))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioPagePreview *self = TRIO_PAGE_PREVIEW (widget);
  guint n = trio_preview_source_get_n_pages (self->source);
  int step = g_variant_get_int32 (parameter);
  guint page = (guint)CLAMP ((int)self->page + step, 0, MAX ((int)n - 1, 0));

  trio_page_preview_go_to_page (self, page);
}

static void
map_cb (TrioPagePreview *self)
{
  trio_preview_source_set_active (self->source, TRUE);
}

static void
unmap_cb (TrioPagePreview *self)
{
  trio_preview_source_set_active (self->source, FALSE);
}

static void
trio_page_preview_dispose (GObject *object)
{
  TrioPagePreview *self = TRIO_PAGE_PREVIEW (object);

  g_clear_handle_id (&self->fit_idle, g_source_remove);
  if (self->source != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->source, self);
      trio_preview_source_set_model (self->source, NULL, NULL);
    }
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->pages);
  g_clear_object (&self->source);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->with, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->found, g_array_unref);

  G_OBJECT_CLASS (trio_page_preview_parent_class)->dispose (object);
}

static gboolean
trio_page_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRIO_PAGE_PREVIEW (widget)->scroller));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, tools);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, thumbs_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, search_count);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, previous_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, next_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, zoom_out_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, zoom_in_button);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, thumbs_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, thumbs);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, viewport);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, caption);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, error_box);
  gtk_widget_class_bind_template_child (widget_class, TrioPagePreview, error_label);
}

static void
trio_page_preview_class_init (TrioPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "preview.zoom-in", zoom_action },   { "preview.zoom-out", zoom_action },
    { "preview.zoom-full", zoom_action }, { "preview.fit-width", zoom_action },
    { "preview.fit-page", zoom_action },  { "preview.find", find_action },
  };
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "preview.zoom-in" },         { GDK_KEY_KP_Add, "preview.zoom-in" },
    { GDK_KEY_equal, "preview.zoom-in" },        { GDK_KEY_minus, "preview.zoom-out" },
    { GDK_KEY_KP_Subtract, "preview.zoom-out" }, { GDK_KEY_f, "preview.find" },
  };

  G_OBJECT_CLASS (klass)->dispose = trio_page_preview_dispose;
  widget_class->grab_focus = trio_page_preview_grab_focus;
  trio_compat_focus_children (widget_class);

  /**
   * TrioPagePreview::place-pressed:
   * @self: the preview
   * @anchor: the anchor of the block, or the id of the input
   *
   * A part of the document was clicked.
   */
  signals[PLACE_PRESSED]
      = g_signal_new ("place-pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_install_action (widget_class, "preview.go", "i", go_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);

  g_type_ensure (TRIO_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-page-preview.ui");
  bind_children (widget_class);
}

static void
trio_page_preview_init (TrioPagePreview *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkAdjustment *vertical;

  gtk_widget_init_template (GTK_WIDGET (self));
  trio_announce_changes (self->search_count);
  self->source = trio_preview_source_new ();
  self->strip = TRIO_PAGE_STRIP (trio_page_strip_new (self->source));
  gtk_viewport_set_child (self->viewport, GTK_WIDGET (self->strip));
  vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  trio_page_strip_set_adjustment (self->strip, vertical);

  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (range_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "notify::page-size", G_CALLBACK (queue_fit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->source, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->source, "failed", G_CALLBACK (show_error), self);
  g_signal_connect (self->strip, "page-pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
  trio_page_preview_init_thumbs (self);
  trio_page_preview_init_search (self);
  trio_compat_mend_names (GTK_WIDGET (self));
}

/**
 * trio_page_preview_get_source:
 * @self: the preview
 *
 * Returns: (transfer none): what makes the pages; choose workshop and document there
 */
TrioPreviewSource *
trio_page_preview_get_source (TrioPagePreview *self)
{
  g_return_val_if_fail (TRIO_IS_PAGE_PREVIEW (self), NULL);

  return self->source;
}

/**
 * trio_page_preview_set_tools:
 * @self: the preview
 * @tools: whether to show thumbnails, search and the buttons that zoom
 *
 * Shows the pages with tools, or alone. The keys work in both.
 */
void
trio_page_preview_set_tools (TrioPagePreview *self, gboolean tools)
{
  g_return_if_fail (TRIO_IS_PAGE_PREVIEW (self));

  gtk_widget_set_visible (self->tools, tools);
  gtk_toggle_button_set_active (self->thumbs_button, tools);
}

/**
 * trio_page_preview_set_fit:
 * @self: the preview
 * @fit: how large the pages are
 *
 * Makes the pages fit the room from now on, or leaves them as large as they are.
 */
void
trio_page_preview_set_fit (TrioPagePreview *self, TrioPreviewFit fit)
{
  g_return_if_fail (TRIO_IS_PAGE_PREVIEW (self));

  self->fit = fit;
  queue_fit (self);
}

/**
 * trio_page_preview_set_zoom:
 * @self: the preview
 * @zoom: 1 for the size on paper
 *
 * Chooses the size of the pages. What is in the middle stays there.
 */
void
trio_page_preview_set_zoom (TrioPagePreview *self, double zoom)
{
  GtkAdjustment *vertical;
  double middle;
  double half;
  double old;

  g_return_if_fail (TRIO_IS_PAGE_PREVIEW (self));

  vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  half = gtk_adjustment_get_page_size (vertical) / 2;
  middle = gtk_adjustment_get_value (vertical) + half;
  old = trio_page_strip_get_scale (self->strip);
  self->fit = TRIO_PREVIEW_FIT_NONE;
  set_scale (self, CLAMP (zoom, MIN_ZOOM, MAX_ZOOM) * FULL_SCALE);
  gtk_adjustment_set_value (vertical,
                            middle * trio_page_strip_get_scale (self->strip) / old - half);
}

/**
 * trio_page_preview_get_zoom:
 * @self: the preview
 *
 * Returns: how large the pages are; 1 for the size on paper
 */
double
trio_page_preview_get_zoom (TrioPagePreview *self)
{
  g_return_val_if_fail (TRIO_IS_PAGE_PREVIEW (self), 1);

  return trio_page_strip_get_scale (self->strip) / FULL_SCALE;
}

/**
 * trio_page_preview_get_page:
 * @self: the preview
 *
 * Returns: the page in view, from 0
 */
guint
trio_page_preview_get_page (TrioPagePreview *self)
{
  g_return_val_if_fail (TRIO_IS_PAGE_PREVIEW (self), 0);

  return self->page;
}

/**
 * trio_page_preview_go_to_page:
 * @self: the preview
 * @page: a page, from 0
 *
 * Scrolls to the top of a page.
 */
void
trio_page_preview_go_to_page (TrioPagePreview *self, guint page)
{
  GtkAdjustment *vertical;

  g_return_if_fail (TRIO_IS_PAGE_PREVIEW (self));

  vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  gtk_adjustment_set_value (vertical, trio_page_strip_find_y (self->strip, page, 0) - 12);
}

/**
 * trio_page_preview_scroll_to:
 * @self: the preview
 * @place: a place on a page
 *
 * Brings a place into view, if it is not there already.
 */
void
trio_page_preview_scroll_to (TrioPagePreview *self, const TrioLayoutPlace *place)
{
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top = trio_page_strip_find_y (self->strip, place->page, place->y);
  double bottom = trio_page_strip_find_y (self->strip, place->page, place->y + place->height);
  double value = gtk_adjustment_get_value (vertical);
  double size = gtk_adjustment_get_page_size (vertical);

  if (top < value + 24 || bottom + size / 6 > value + size)
    gtk_adjustment_set_value (vertical, top - size / 3);
}
