/* trio-minimap.c: the whole board in a corner. Click or drag in it to go there. */
#include "config.h"

#include "app/board/trio-minimap.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/board/trio-board-style.h"

#define WIDTH  168
#define HEIGHT 108
#define MARGIN 8.0

/* More loose notes than this are drawn as the area that they cover. */
#define MOST_NOTES 600

/* Milliseconds until the map shows a change: it is looked at now and then, and costs. */
#define REDRAW_AFTER 200

/* A map of more rectangles is kept as a picture. */
#define MOST_NODES 100

struct _TrioMinimap
{
  GtkWidget parent_instance;
  TrioBoard *board; /* weak */
  GskRenderNode *map;
  guint timeout;     /* until the map is drawn anew */
  TrioViewport view; /* from the board to this widget */
};

G_DEFINE_FINAL_TYPE (TrioMinimap, trio_minimap, GTK_TYPE_WIDGET)

static void
append_rect (TrioMinimap *self, GtkSnapshot *snapshot, const TrioRect *rect, const GdkRGBA *colour)
{
  TrioRect view = trio_viewport_rect_to_view (&self->view, rect);

  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float)view.x, (float)view.y,
                                                  (float)MAX (view.width, 1),
                                                  (float)MAX (view.height, 1)));
}

static void
draw_section (TrioMinimap *self,
              GtkSnapshot *snapshot,
              TrioSceneSection *section,
              const TrioBoardStyle *style)
{
  GdkRGBA frame = style->accent;
  GdkRGBA note = style->text;
  TrioRect loose = TRIO_RECT_EMPTY;

  frame.alpha = style->is_plain ? 0.9f : 0.28f;
  note.alpha = style->is_plain ? 0.8f : 0.2f;
  for (guint i = 0; i < section->frames->len; i++)
    append_rect (self, snapshot, &((TrioSceneFrame *)section->frames->pdata[i])->rect, &frame);
  for (guint i = 0; i < section->loose->len; i++)
    {
      TrioSceneNote *each = g_ptr_array_index (section->loose, i);

      if (section->loose->len <= MOST_NOTES)
        append_rect (self, snapshot, &each->item.rect, &note);
      else
        loose = trio_rect_union (&loose, &each->item.rect);
    }
  if (!trio_rect_is_empty (&loose))
    append_rect (self, snapshot, &loose, &note);
}

static GskRenderNode *
create_map (TrioMinimap *self)
{
  TrioScene *scene = trio_board_get_scene (self->board);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  TrioBoardStyle style;
  TrioRect bounds;
  GPtrArray *sections;
  GskRenderNode *node;

  trio_board_style_load (&style, GTK_WIDGET (self));
  bounds = trio_scene_get_bounds (scene);
  bounds.width = MAX (bounds.width, 600);
  bounds.height = MAX (bounds.height, 400);
  self->view.width = gtk_widget_get_width (GTK_WIDGET (self));
  self->view.height = gtk_widget_get_height (GTK_WIDGET (self));
  /* Not the board's own limits: a map must show all of the largest board. */
  self->view.zoom = MIN ((self->view.width - 2 * MARGIN) / bounds.width,
                         (self->view.height - 2 * MARGIN) / bounds.height);
  self->view.x = bounds.x - (self->view.width / self->view.zoom - bounds.width) / 2;
  self->view.y = bounds.y - (self->view.height / self->view.zoom - bounds.height) / 2;
  sections = trio_scene_get_sections (scene);
  for (guint i = 0; i < sections->len; i++)
    draw_section (self, snapshot, g_ptr_array_index (sections, i), &style);
  node = gtk_snapshot_free_to_node (snapshot);
  return node != NULL ? node : gsk_container_node_new (NULL, 0);
}

/* Hundreds of rectangles, drawn once: the map lies above the board and is drawn with it. Not as a
 * texture, which GTK would convert anew for each frame. */
static GskRenderNode *
flatten (TrioMinimap *self, GskRenderNode *node)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *picture;
  GskRenderNode *flat;
  cairo_t *cr;

  if (gsk_render_node_get_node_type (node) != GSK_CONTAINER_NODE
      || gsk_container_node_get_n_children (node) < MOST_NODES)
    return node;
  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)self->view.width * factor,
                                        (int)self->view.height * factor);
  cairo_surface_set_device_scale (picture, factor, factor);
  cr = cairo_create (picture);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  gsk_render_node_unref (node);
  flat = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT (0, 0, (float)self->view.width, (float)self->view.height));
  cr = gsk_cairo_node_get_draw_context (flat);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  return flat;
}

static void
draw_view (TrioMinimap *self, GtkSnapshot *snapshot)
{
  TrioRect area = trio_viewport_get_area (trio_board_get_viewport (self->board));
  TrioRect all = { 1, 1, gtk_widget_get_width (GTK_WIDGET (self)) - 2.0,
                   gtk_widget_get_height (GTK_WIDGET (self)) - 2.0 };
  TrioRect view = trio_viewport_rect_to_view (&self->view, &area);
  double right = MIN (view.x + view.width, all.x + all.width);
  double bottom = MIN (view.y + view.height, all.y + all.height);
  TrioBoardStyle style;
  GskRoundedRect outline;
  float w = 1.5f;

  trio_board_style_load (&style, GTK_WIDGET (self));
  view.x = MAX (view.x, all.x);
  view.y = MAX (view.y, all.y);
  view.width = right - view.x;
  view.height = bottom - view.y;
  if (trio_rect_is_empty (&view))
    return;
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT ((float)view.x, (float)view.y, (float)view.width, (float)view.height), 3);
  gtk_snapshot_append_border (snapshot, &outline, (const float[]){ w, w, w, w },
                              (const GdkRGBA[]){ style.accent, style.accent, style.accent,
                                                 style.accent });
}

static void
trio_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrioMinimap *self = TRIO_MINIMAP (widget);

  if (self->board == NULL || trio_board_get_scene (self->board) == NULL)
    return;
  if (self->map == NULL)
    self->map = flatten (self, create_map (self));
  gtk_snapshot_append_node (snapshot, self->map);
  draw_view (self, snapshot);
}

static void
trio_minimap_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
drop_map (TrioMinimap *self)
{
  g_clear_pointer (&self->map, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
drop_map_cb (gpointer user_data)
{
  TrioMinimap *self = user_data;

  self->timeout = 0;
  drop_map (self);
  return G_SOURCE_REMOVE;
}

static void
queue_map (TrioMinimap *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (REDRAW_AFTER, drop_map_cb, self);
}

static void
trio_minimap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_pointer (&TRIO_MINIMAP (widget)->map, gsk_render_node_unref);
}

static void
trio_minimap_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (trio_minimap_parent_class)->css_changed (widget, change);
  drop_map (TRIO_MINIMAP (widget));
}

static void
go_to (TrioMinimap *self, double vx, double vy)
{
  double x, y;

  if (self->board == NULL || self->map == NULL)
    return;
  trio_viewport_to_board (&self->view, vx, vy, &x, &y);
  trio_board_centre_on (self->board, x, y);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, TrioMinimap *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, TrioMinimap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, x + dx, y + dy);
}

static void
trio_minimap_dispose (GObject *object)
{
  TrioMinimap *self = TRIO_MINIMAP (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->map, gsk_render_node_unref);
  g_clear_weak_pointer (&self->board);

  G_OBJECT_CLASS (trio_minimap_parent_class)->dispose (object);
}

static void
trio_minimap_class_init (TrioMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_minimap_dispose;
  widget_class->measure = trio_minimap_measure;
  widget_class->snapshot = trio_minimap_snapshot;
  widget_class->size_allocate = trio_minimap_size_allocate;
  widget_class->css_changed = trio_minimap_css_changed;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trio_minimap_init (TrioMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of the board"), -1);
}

/**
 * trio_minimap_new:
 * @board: the board
 *
 * Returns: (transfer floating): a map of the board
 */
GtkWidget *
trio_minimap_new (TrioBoard *board)
{
  TrioMinimap *self = g_object_new (TRIO_TYPE_MINIMAP, NULL);

  g_set_weak_pointer (&self->board, board);
  g_signal_connect_object (board, "scene-changed", G_CALLBACK (queue_map), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "view-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
