/* trio-workshop-view-fold.c: what the view does when there is little room.
 *
 * The list of stations stands beside the page as long as both fit; then it lies over the page and
 * comes when it is asked for. The header gives up, one after the other, the icons beside the names
 * of the pages, the buttons that the menu has too, and the switcher, which goes to the foot.
 */
#include "config.h"

#include "app/window/trio-workshop-view-private.h"

#include "app/trio-compat.h"

#define WIDE     38 /* lines of text, as high as they are */
#define TO_SPARE 12 /* pixels; more than the space between two buttons */

static gboolean
is_folded (TrioWorkshopView *self)
{
  gboolean folded;

  g_object_get (self->flap, "folded", &folded, NULL);
  return folded;
}

static gboolean
is_shown (TrioWorkshopView *self)
{
  gboolean shown;

  g_object_get (self->flap, "reveal-flap", &shown, NULL);
  return shown;
}

static gboolean
has_focus_inside (TrioWorkshopView *self)
{
  GtkRoot *root = gtk_widget_get_root (self->flap);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar));
}

/* Somebody who opens the list over the page wants to choose in it, and goes on in the page when it
 * goes. What cannot be seen is kept from screen readers too. */
static void
shown_cb (GtkWidget *flap, GParamSpec *pspec, TrioWorkshopView *self)
{
  gboolean shown = is_shown (self);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->sidebar), GTK_ACCESSIBLE_STATE_HIDDEN, !shown,
                               -1);
  gtk_widget_set_can_focus (GTK_WIDGET (self->sidebar), shown);
  if (!shown && has_focus_inside (self))
    trio_workshop_view_focus_capture (self);
  g_signal_emit_by_name (self, "sidebar-shown", shown);
}

static void
folded_cb (GtkWidget *flap, GParamSpec *pspec, TrioWorkshopView *self)
{
  g_object_set (self->flap, "reveal-flap", !is_folded (self) && self->wants_sidebar, NULL);
}

/* When the header shows the title there is no room in it for the switcher. */
static void
switcher_cb (GtkWidget *switcher, GParamSpec *pspec, TrioWorkshopView *self)
{
  g_autoptr (GtkWidget) child = NULL;

  g_object_get (switcher, "visible-child", &child, NULL);
  g_object_set (self->switcher_bar, "reveal", child == self->title, NULL);
}

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
least_width (GtkWidget *widget)
{
  int min;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  return min;
}

/* Returns: what the header needs besides switcher and buttons. */
static int
width_of_others (TrioWorkshopView *self)
{
  return least_width (self->header) - least_width (self->switcher)
         - least_width (self->buttons_bin);
}

/* The buttons stay as long as they fit beside the narrow switcher, and come back when they fit with
 * a little to spare, so that they do not go to and fro. */
static gboolean
share_header_cb (gpointer user_data)
{
  TrioWorkshopView *self = user_data;
  int wanted = width_of_others (self) + natural_width (self->narrow_switcher)
               + natural_width (self->buttons);

  self->resizing = 0;
  if (!gtk_widget_get_visible (self->buttons_bin))
    wanted += TO_SPARE;
  gtk_widget_set_visible (self->buttons_bin, wanted <= gtk_widget_get_width (self->header));
  return G_SOURCE_REMOVE;
}

/* Not at once: room is given during layout, when nothing may ask for another size. */
static void
queue_share (TrioWorkshopView *self)
{
  if (self->resizing == 0)
    self->resizing = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, share_header_cb, self, NULL);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (TRIO_WORKSHOP_VIEW (widget)->flap);
}

/* The view can always be as narrow as without the stations. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  TrioWorkshopView *self = TRIO_WORKSHOP_VIEW (widget);

  gtk_widget_measure (self->flap, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = least_width (self->content);
}

/* Returns: how wide a page has to be that is read with ease, in letters of any size. */
static int
width_for_reading (TrioWorkshopView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (width_of_others (self) + natural_width (self->narrow_switcher), WIDE * height);
}

/* The stations make room for the page long before it is as narrow as it can be. */
static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrioWorkshopView *self = TRIO_WORKSHOP_VIEW (widget);
  int wanted = width_for_reading (self) + natural_width (GTK_WIDGET (self->sidebar));

  trio_compat_fold_flap (self->flap, width < wanted);
  gtk_widget_size_allocate (self->flap, &(GtkAllocation){ 0, 0, width, height }, baseline);
  queue_share (self);
}

/**
 * trio_workshop_view_follow_room_class:
 * @widget_class: the class of the view
 *
 * Prepares the class for trio_workshop_view_follow_room().
 */
void
trio_workshop_view_follow_room_class (GtkWidgetClass *widget_class)
{
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, flap);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, title);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, narrow_switcher);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, header);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, buttons_bin);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, content);
}

/**
 * trio_workshop_view_follow_room:
 * @self: the view, with its template made
 *
 * Lets the view follow how much room there is.
 */
void
trio_workshop_view_follow_room (TrioWorkshopView *self)
{
  self->wants_sidebar = TRUE;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  g_signal_connect (self->flap, "notify::folded", G_CALLBACK (folded_cb), self);
  g_signal_connect (self->flap, "notify::reveal-flap", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->flap, "notify::reveal-progress", G_CALLBACK (queue_share), self);
  g_signal_connect (self->switcher, "notify::visible-child", G_CALLBACK (switcher_cb), self);
}

/**
 * trio_workshop_view_ignore_room:
 * @self: the view, which is about to go
 *
 * Ends what trio_workshop_view_follow_room() began.
 */
void
trio_workshop_view_ignore_room (TrioWorkshopView *self)
{
  if (self->flap == NULL)
    return;
  g_clear_handle_id (&self->resizing, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->flap, self);
  g_signal_handlers_disconnect_by_data (self->switcher, self);
  self->flap = NULL;
}

/**
 * trio_workshop_view_leave_sidebar:
 * @self: the view
 *
 * Takes the list of stations away when it lies over the page.
 */
void
trio_workshop_view_leave_sidebar (TrioWorkshopView *self)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  if (self->flap != NULL && is_folded (self))
    g_object_set (self->flap, "reveal-flap", FALSE, NULL);
}

/**
 * trio_workshop_view_set_show_sidebar:
 * @self: the view
 * @show: whether to show the list of stations
 *
 * Shows or hides the list of stations.
 *
 * Returns: whether this is to be remembered; a list that lies over the page for a moment is not
 */
gboolean
trio_workshop_view_set_show_sidebar (TrioWorkshopView *self, gboolean show)
{
  gboolean folded;

  g_return_val_if_fail (TRIO_IS_WORKSHOP_VIEW (self), FALSE);

  folded = is_folded (self);
  if (!folded)
    self->wants_sidebar = show;
  g_object_set (self->flap, "reveal-flap", show, NULL);
  if (folded && show)
    gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
  return !folded;
}
