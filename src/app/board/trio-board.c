/* trio-board.c: the widget: what it shows, which part of it, and when it draws anew. */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Earlier than GTK's layout (G_PRIORITY_HIGH_IDLE + 20), so that a frame is never behind. */
#define UPDATE_PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrioBoard,
                               trio_board,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_VOTES_BY_CLICK,
};

enum
{
  NOTICE,
  VIEW_CHANGED,
  SCENE_CHANGED,
  EDIT_FINISHED,
  PROPOSAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
update_cb (gpointer user_data)
{
  TrioBoard *self = user_data;

  self->update = 0;
  trio_board_flush (self);
  return G_SOURCE_REMOVE;
}

/* Lets the board take over changes before the next frame. */
void
trio_board_queue_update (TrioBoard *self)
{
  self->is_dirty = TRUE;
  if (self->update == 0)
    self->update = g_idle_add_full (UPDATE_PRIORITY, update_cb, self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Tells what was done or refused. */
void
trio_board_notice (TrioBoard *self, const char *text, gboolean undoable)
{
  g_signal_emit (self, signals[NOTICE], 0, text, undoable);
}

/* Tells that another part of the board is seen. */
void
trio_board_view_changed (TrioBoard *self)
{
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/* Something lies elsewhere on the board, or is new there. */
void
trio_board_scene_changed (TrioBoard *self)
{
  trio_board_forget_visible (self);
  trio_board_update_adjustments (self);
  trio_board_move_place (self, FALSE);
  g_signal_emit (self, signals[SCENE_CHANGED], 0);
}

/* Tells that an edit in place has ended. */
void
trio_board_edit_finished (TrioBoard *self)
{
  g_signal_emit (self, signals[EDIT_FINISHED], 0);
}

/* Tells that a proposed cluster was taken in or left out. */
void
trio_board_tell_toggled (TrioBoard *self, guint group)
{
  g_signal_emit (self, signals[PROPOSAL_TOGGLED], 0, group);
}

/* Asks for the menu of what is selected. */
void
trio_board_ask_menu (TrioBoard *self, double x, double y)
{
  if (self->actions != NULL)
    trio_note_actions_show_menu (self->actions, GTK_WIDGET (self),
                                 &(GdkRectangle){ (int)x, (int)y, 1, 1 });
}

/* Tells why something was refused. */
void
trio_board_tell (TrioBoard *self, const GError *error)
{
  trio_board_notice (self, error->message, FALSE);
}

/* Whether the workshop may be changed. */
gboolean
trio_board_can_change (TrioBoard *self)
{
  return self->model != NULL && !trio_model_get_read_only (self->model);
}

static void
trio_board_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (trio_board_parent_class)->css_changed (widget, change);
  trio_board_restyle (TRIO_BOARD (widget));
}

static void
trio_board_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
}

static void
trio_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrioBoard *self = TRIO_BOARD (widget);

  if (self->view.width != width || self->view.height != height)
    {
      self->view.width = width;
      self->view.height = height;
      /* A window that is made larger before anything was done shows more, and larger. */
      if (self->is_untouched && self->scene != NULL)
        {
          trio_scene_reset_rows (self->scene);
          self->wants_fit = TRUE;
          self->is_dirty = TRUE;
        }
      trio_board_update_adjustments (self);
      trio_board_view_changed (self);
    }
  trio_board_flush (self);
  trio_board_allocate_editor (self);
  trio_board_allocate_places (self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
trio_board_dispose (GObject *object)
{
  TrioBoard *self = TRIO_BOARD (object);

  self->ending = TRUE;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  trio_board_drop_model (self);
  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_handle_id (&self->returning, g_source_remove);
  g_clear_object (&self->view_animation);
  g_clear_object (&self->move_animation);
  for (guint i = 0; i < G_N_ELEMENTS (self->places); i++)
    g_clear_pointer (&self->places[i], gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }

  G_OBJECT_CLASS (trio_board_parent_class)->dispose (object);
}

static void
trio_board_finalize (GObject *object)
{
  TrioBoard *self = TRIO_BOARD (object);

  g_clear_pointer (&self->sheet, trio_board_sheet_free);
  g_clear_pointer (&self->glyphs, trio_board_glyphs_free);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->hyphenator, trio_hyphenator_free);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_ptr_array_unref (self->visible);

  G_OBJECT_CLASS (trio_board_parent_class)->finalize (object);
}

static void
trio_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TrioBoard *self = TRIO_BOARD (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int)self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    case PROP_VOTES_BY_CLICK:
      g_value_set_boolean (value, self->votes_by_click);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trio_board_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TrioBoard *self = TRIO_BOARD (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      trio_board_set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = (guint)g_value_get_enum (value);
      break;
    case PROP_VOTES_BY_CLICK:
      trio_board_set_votes_by_click (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
trio_board_grab_focus (GtkWidget *widget)
{
  TrioBoard *self = TRIO_BOARD (widget);

  if (self->editor != NULL)
    return gtk_widget_grab_focus (self->editor);
  return GTK_WIDGET_CLASS (trio_board_parent_class)->grab_focus (widget);
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
}

static guint
add_signal (const char *name, guint n_params, GType first, GType second)
{
  return g_signal_new (name, TRIO_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n_params, first, second);
}

static void
trio_board_class_init (TrioBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trio_board_dispose;
  object_class->finalize = trio_board_finalize;
  object_class->get_property = trio_board_get_property;
  object_class->set_property = trio_board_set_property;
  widget_class->measure = trio_board_measure;
  widget_class->size_allocate = trio_board_size_allocate;
  widget_class->snapshot = trio_board_snapshot;
  widget_class->css_changed = trio_board_css_changed;
  widget_class->grab_focus = trio_board_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "trioboard");
  trio_board_add_nudges (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * TrioBoard:votes-by-click:
   *
   * Whether a click is a vote.
   */
  g_object_class_install_property (object_class, PROP_VOTES_BY_CLICK,
                                   g_param_spec_boolean ("votes-by-click", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                             | G_PARAM_EXPLICIT_NOTIFY));

  signals[NOTICE] = add_signal ("notice", 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[VIEW_CHANGED] = add_signal ("view-changed", 0, 0, 0);
  signals[SCENE_CHANGED] = add_signal ("scene-changed", 0, 0, 0);
  signals[PROPOSAL_TOGGLED] = add_signal ("proposal-toggled", 1, G_TYPE_UINT, 0);
  signals[EDIT_FINISHED] = add_signal ("edit-finished", 0, 0, 0);
}

static void
trio_board_init (TrioBoard *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->move_progress = 1;
  self->pointed = -1;
  self->visible = g_ptr_array_new ();
  self->sheet = trio_board_sheet_new ();
  self->glyphs = trio_board_glyphs_new ();
  trio_viewport_init (&self->view, 0, 0);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Board"),
                                  -1);
  trio_board_restyle (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (trio_board_restyle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (trio_board_restyle), self,
                           G_CONNECT_SWAPPED);
  trio_board_install_input (self);
  trio_board_install_keys (self);
  trio_board_install_drop (self);
}

/**
 * trio_board_new:
 *
 * Returns: (transfer floating): a board that shows nothing yet
 */
GtkWidget *
trio_board_new (void)
{
  return g_object_new (TRIO_TYPE_BOARD, NULL);
}

/**
 * trio_board_flush:
 * @self: the board
 *
 * Takes over changes of the workshop at once instead of with the next frame.
 */
void
trio_board_flush (TrioBoard *self)
{
  g_return_if_fail (TRIO_IS_BOARD (self));

  if (self->scene == NULL || !self->is_dirty || self->view.width < 2)
    return;
  self->is_dirty = FALSE;
  trio_scene_set_font (self->scene, self->font_scale, self->letter);
  trio_scene_set_page (self->scene, self->view.width - self->inset_right - 2 * BOARD_MARGIN,
                       (self->view.width - self->inset_right)
                           / MAX (self->view.height - self->inset_bottom, 1));
  self->has_moves = FALSE;
  trio_board_forget_visible (self);
  trio_scene_update (self->scene);
  if (self->wants_fit)
    {
      self->wants_fit = FALSE;
      trio_board_fit (self, FALSE);
    }
  else if (self->settles && self->has_moves)
    trio_board_animate_moves (self);
  self->settles = FALSE;
  trio_board_scene_changed (self);
}

/**
 * trio_board_get_model:
 * @self: the board
 *
 * Returns: (transfer none) (nullable): the workshop
 */
TrioModel *
trio_board_get_model (TrioBoard *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD (self), NULL);

  return self->model;
}

/**
 * trio_board_get_station:
 * @self: the board
 *
 * Returns: number of the object of the station that is shown, 0 for all
 */
TrioId
trio_board_get_station (TrioBoard *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD (self), 0);

  return self->station;
}

/**
 * trio_board_get_scene:
 * @self: the board
 *
 * Returns: (transfer none) (nullable): what lies on the board
 */
TrioScene *
trio_board_get_scene (TrioBoard *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD (self), NULL);

  return self->scene;
}

/**
 * trio_board_get_selection:
 * @self: the board
 *
 * Returns: (transfer none) (nullable): what is selected
 */
TrioSelection *
trio_board_get_selection (TrioBoard *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD (self), NULL);

  return self->selection;
}

/**
 * trio_board_tell_text:
 * @self: the board
 * @text: what happened
 *
 * Tells something that cannot be undone, such as why nothing was done.
 */
void
trio_board_tell_text (TrioBoard *self, const char *text)
{
  g_return_if_fail (TRIO_IS_BOARD (self));

  trio_board_notice (self, text, FALSE);
}

/**
 * trio_board_tell_done:
 * @self: the board
 * @text: what was done
 *
 * Tells what was done and can be undone.
 */
void
trio_board_tell_done (TrioBoard *self, const char *text)
{
  g_return_if_fail (TRIO_IS_BOARD (self));

  trio_board_notice (self, text, TRUE);
}
