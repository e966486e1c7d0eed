/* trio-board-pane.c: the board with what floats above it. */
#include "config.h"

#include "app/board/trio-board-pane.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/board/trio-board-private.h"
#include "app/board/trio-minimap.h"
#include "app/trio-compat.h"
#include "model/trio-commands-board.h"

/* The panel with its margins. */

/* Milliseconds between two numbers of the zoom. */
#define SHOW_AFTER 100

struct _TrioBoardPane
{
  AdwBin parent_instance;

  TrioBoard *board;
  GtkWidget *corner;
  GtkWidget *tools;
  GtkRevealer *revealer;
  TrioSuggestPanel *panel;
  GtkWidget *minimap;
  GtkButton *zoom_button;
  double shown_zoom;
  TrioViewport view_before; /* what was seen before a preview */
  guint idle;
  gint64 shown; /* when the number was renewed last, in microseconds */
};

/* What the map and the buttons below it take of the lower right corner, in pixels. */
#define MAP_WIDTH  300
#define MAP_HEIGHT 175

G_DEFINE_FINAL_TYPE (TrioBoardPane, trio_board_pane, ADW_TYPE_BIN)

static void
show_zoom (TrioBoardPane *self)
{
  double zoom = trio_board_get_viewport (self->board)->zoom;
  g_autofree char *text = NULL;

  if (zoom == self->shown_zoom)
    return;
  self->shown_zoom = zoom;
  /* Translators: zoom of the board; in Danish with a space before the percent sign */
  text = g_strdup_printf (_ ("%d%%"), (int)round (zoom * 100));
  gtk_button_set_label (self->zoom_button, text);
}

static gboolean
has_frame_in (TrioScene *scene, const TrioRect *rect)
{
  GPtrArray *sections = trio_scene_get_sections (scene);

  for (guint i = 0; i < sections->len; i++)
    {
      const TrioSceneSection *section = sections->pdata[i];

      for (guint j = 0; j < section->frames->len; j++)
        if (trio_rect_intersects (&((const TrioSceneFrame *)section->frames->pdata[j])->rect, rect))
          return TRUE;
    }
  return FALSE;
}

/* A map is for what is out of view. While everything is in view it may not hide any of it. */
static gboolean
wants_map (TrioBoardPane *self)
{
  TrioScene *scene = trio_board_get_scene (self->board);
  const TrioViewport *view = trio_board_get_viewport (self->board);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  TrioRect area, bounds, corner = { 0, 0, MAP_WIDTH, MAP_HEIGHT };

  if (scene == NULL || trio_scene_get_n_notes (scene) == 0)
    return FALSE;
  area = trio_viewport_get_area (view);
  bounds = trio_scene_get_bounds (scene);
  if (!trio_rect_encloses (&area, &bounds))
    return TRUE;
  corner.x = view->width - corner.width;
  corner.y = view->height - corner.height;
  corner = trio_viewport_rect_to_board (view, &corner);
  trio_grid_find (trio_scene_get_grid (scene), &corner, notes);
  return notes->len == 0 && !has_frame_in (scene, &corner);
}

static gboolean
show_cb (gpointer user_data)
{
  TrioBoardPane *self = user_data;

  self->idle = 0;
  self->shown = g_get_monotonic_time ();
  show_zoom (self);
  gtk_widget_set_visible (self->minimap, wants_map (self));
  return G_SOURCE_REMOVE;
}

/* The board tells of changes while it is laid out, when nothing may be resized. While it moves,
 * the number follows a few times a second: with each the window is laid out anew. */
static void
queue_show (TrioBoardPane *self)
{
  if (self->idle != 0)
    return;
  if (g_get_monotonic_time () - self->shown < SHOW_AFTER * 1000)
    self->idle = g_timeout_add (SHOW_AFTER, show_cb, self);
  else
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 5, show_cb, self, NULL);
}

static void
trio_board_pane_dispose (GObject *object)
{
  g_clear_handle_id (&TRIO_BOARD_PANE (object)->idle, g_source_remove);

  G_OBJECT_CLASS (trio_board_pane_parent_class)->dispose (object);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trio_board_zoom_by (TRIO_BOARD_PANE (widget)->board, 1);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trio_board_zoom_by (TRIO_BOARD_PANE (widget)->board, -1);
}

static void
zoom_normal_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trio_board_zoom_to (TRIO_BOARD_PANE (widget)->board, 1);
}

static void
fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trio_board_fit (TRIO_BOARD_PANE (widget)->board, TRUE);
}

static void
suggest_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trio_board_pane_suggest (TRIO_BOARD_PANE (widget));
}

static void
more_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trio_suggest_panel_find_more (TRIO_BOARD_PANE (widget)->panel);
}

static void
tidy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioBoardPane *self = TRIO_BOARD_PANE (widget);
  TrioModel *model = trio_board_get_model (self->board);
  TrioScene *scene = trio_board_get_scene (self->board);
  g_autoptr (GError) error = NULL;

  if (scene == NULL || trio_board_get_station (self->board) == 0)
    return;
  if (!trio_command_tidy_board (model, trio_board_get_station (self->board), &error))
    {
      trio_board_tell_text (self->board, error->message);
      return;
    }
  trio_scene_reset_rows (scene);
  trio_board_fit (self->board, TRUE);
  trio_board_tell_done (self->board, _ ("The board lays out everything by itself again"));
}

/* The panel needs the room of the map, and the buttons go to the other side of it. */
static void
show_panel (TrioBoardPane *self, gboolean shown)
{
  int width = 0;
  int height = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->panel), shown);
  gtk_revealer_set_reveal_child (self->revealer, shown);
  gtk_widget_set_opacity (self->minimap, shown ? 0 : 1);
  gtk_widget_set_can_target (self->minimap, !shown);
  gtk_widget_set_halign (self->corner, shown ? GTK_ALIGN_START : GTK_ALIGN_END);
  if (shown)
    {
      gtk_widget_measure (GTK_WIDGET (self->panel), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width,
                          NULL, NULL);
      gtk_widget_measure (self->tools, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
    }
  trio_board_set_inset (self->board, width, height);
}

static void
done_cb (TrioSuggestPanel *panel, gboolean accepted, TrioBoardPane *self)
{
  /* Not only transparent: a screen reader must not find it either. */
  show_panel (self, FALSE);
  if (accepted)
    trio_board_fit (self->board, TRUE);
  else
    trio_board_show_view (self->board, &self->view_before);
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

/* In a preview Enter accepts and Escape leaves everything as it was, wherever the focus is. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TrioBoardPane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!trio_suggest_panel_is_active (self->panel))
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    trio_suggest_panel_cancel (self->panel);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && !GTK_IS_BUTTON (focus))
    trio_suggest_panel_accept (self->panel);
  else
    return FALSE;
  return TRUE;
}

static gboolean
trio_board_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRIO_BOARD_PANE (widget)->board));
}

static void
trio_board_pane_class_init (TrioBoardPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_BOARD);
  g_type_ensure (TRIO_TYPE_SUGGEST_PANEL);
  G_OBJECT_CLASS (klass)->dispose = trio_board_pane_dispose;
  widget_class->grab_focus = trio_board_pane_grab_focus;
  trio_compat_focus_children (widget_class);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-normal", NULL, zoom_normal_cb);
  gtk_widget_class_install_action (widget_class, "canvas.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "canvas.tidy", NULL, tidy_cb);
  gtk_widget_class_install_action (widget_class, "canvas.suggest", NULL, suggest_cb);
  gtk_widget_class_install_action (widget_class, "canvas.more-like-these", NULL, more_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-board-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioBoardPane, board);
  gtk_widget_class_bind_template_child (widget_class, TrioBoardPane, corner);
  gtk_widget_class_bind_template_child (widget_class, TrioBoardPane, tools);
  gtk_widget_class_bind_template_child (widget_class, TrioBoardPane, revealer);
  gtk_widget_class_bind_template_child (widget_class, TrioBoardPane, panel);
  gtk_widget_class_bind_template_child (widget_class, TrioBoardPane, zoom_button);
}

static gboolean
zoom_shortcut_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_get_mapped (widget)
         && gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
}

/* While people type, the keys are in the capture bar; zooming does not take them away. */
static void
add_zoom_shortcuts (GtkWidget *pane)
{
  static const struct
  {
    guint key;
    const char *action;
  } shortcuts[] = {
    { GDK_KEY_plus, "canvas.zoom-in" },         { GDK_KEY_equal, "canvas.zoom-in" },
    { GDK_KEY_KP_Add, "canvas.zoom-in" },       { GDK_KEY_minus, "canvas.zoom-out" },
    { GDK_KEY_KP_Subtract, "canvas.zoom-out" }, { GDK_KEY_0, "canvas.zoom-normal" },
    { GDK_KEY_KP_0, "canvas.zoom-normal" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new_with_arguments (
            gtk_keyval_trigger_new (shortcuts[i].key, GDK_CONTROL_MASK),
            gtk_callback_action_new (zoom_shortcut_cb, NULL, NULL), "s", shortcuts[i].action));
  gtk_widget_add_controller (pane, controller);
}

static void
trio_board_pane_init (TrioBoardPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_mend_names (GTK_WIDGET (self));
  self->minimap = trio_minimap_new (self->board);
  gtk_box_prepend (GTK_BOX (self->corner), self->minimap);
  trio_suggest_panel_set_board (self->panel, self->board);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_zoom_shortcuts (GTK_WIDGET (self));
  g_signal_connect (self->panel, "done", G_CALLBACK (done_cb), self);
  trio_board_install_letters (self->board, GTK_WIDGET (self));
  g_signal_connect_swapped (self->board, "view-changed", G_CALLBACK (queue_show), self);
  g_signal_connect_swapped (self->board, "scene-changed", G_CALLBACK (queue_show), self);
  show_zoom (self);
}

/**
 * trio_board_pane_get_board:
 * @self: the pane
 *
 * Returns: (transfer none): the board in it
 */
TrioBoard *
trio_board_pane_get_board (TrioBoardPane *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD_PANE (self), NULL);

  return self->board;
}

/**
 * trio_board_pane_get_panel:
 * @self: the pane
 *
 * Returns: (transfer none): the panel that proposes clusters
 */
TrioSuggestPanel *
trio_board_pane_get_panel (TrioBoardPane *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD_PANE (self), NULL);

  return self->panel;
}

/**
 * trio_board_pane_suggest:
 * @self: the pane
 *
 * Proposes clusters for the station, as a preview.
 */
void
trio_board_pane_suggest (TrioBoardPane *self)
{
  g_return_if_fail (TRIO_IS_BOARD_PANE (self));

  self->view_before = *trio_board_get_viewport (self->board);
  show_panel (self, TRUE);
  trio_suggest_panel_start (self->panel);
  show_panel (self, trio_suggest_panel_is_active (self->panel));
}
